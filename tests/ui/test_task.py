"""Long work reports, ends in one of four ways, and always tells the thread of the window."""

from threading import Event, get_ident

import pytest
from PySide6.QtCore import QObject, QThreadPool
from pytestqt.qtbot import QtBot

from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui import task as tasks
from cmc_desk.ui.task import Progress, Task
from tests.ui.inline_pool import InlinePool


class Ear(QObject):
    """Hears all that a task says, and in which thread."""

    def __init__(self, task: Task[object]) -> None:
        super().__init__()
        self.heard: list[tuple[str, object]] = []
        self.threads: set[int] = set()
        task.progressed.connect(self.on_progressed)
        task.finished.connect(self.on_finished)
        task.refused.connect(self.on_refused)
        task.failed.connect(self.on_failed)
        task.cancelled.connect(self.on_cancelled)

    def _hear(self, what: str, detail: object = None) -> None:
        self.heard.append((what, detail))
        self.threads.add(get_ident())

    def on_progressed(self, done: int, whole: int) -> None:
        self._hear("progressed", (done, whole))

    def on_finished(self, outcome: object) -> None:
        self._hear("finished", outcome)

    def on_refused(self, error: object) -> None:
        self._hear("refused", error)

    def on_failed(self, error: object) -> None:
        self._hear("failed", error)

    def on_cancelled(self) -> None:
        self._hear("cancelled")


def test_a_task_reports_and_brings_its_result(qtbot: QtBot) -> None:
    def work(progress: Progress) -> object:
        progress(1, 2)
        progress(2, 2)
        return {("a key that is no text",): 1}

    task = Task(work, pool=InlinePool())
    ear = Ear(task)
    with qtbot.waitSignal(task.ended, timeout=0):
        task.start()
    assert ear.heard == [("progressed", (1, 2)), ("progressed", (2, 2)), ("finished", {("a key that is no text",): 1})]


@pytest.mark.parametrize("error", [Refusal("Row 3 has no name.", field="B3"), Unavailable("The disk is full.")])
def test_what_the_world_refuses_comes_back_as_it_was_said(error: Exception) -> None:
    def work(_progress: Progress) -> object:
        raise error

    task = Task(work, pool=InlinePool())
    ear = Ear(task)
    task.start()
    assert ear.heard == [("refused", error)]


def test_a_defect_comes_back_as_a_defect() -> None:
    def work(_progress: Progress) -> object:
        return 1 // 0

    task = Task(work, pool=InlinePool())
    ear = Ear(task)
    task.start()
    assert [(what, type(detail)) for what, detail in ear.heard] == [("failed", ZeroDivisionError)]
    assert not task.is_running()


def test_a_cancelled_task_ends_at_its_next_word_of_progress_and_reports_nothing_more() -> None:
    reached: list[int] = []

    def work(progress: Progress) -> object:
        for step in range(5):
            progress(step, 5)
            reached.append(step)
            if step == 2:
                task.cancel()
        return "never"

    task: Task[object] = Task(work, pool=InlinePool())
    ear = Ear(task)
    task.start()
    assert reached == [0, 1, 2]
    assert ear.heard[-1] == ("cancelled", None)


def test_ten_thousand_steps_are_a_hundred_reports() -> None:
    def work(progress: Progress) -> object:
        for step in range(10_000):
            progress(step + 1, 10_000)
        return None

    task = Task(work, pool=InlinePool())
    ear = Ear(task)
    task.start()
    assert len([what for what, _detail in ear.heard if what == "progressed"]) == 101


def test_a_real_thread_works_elsewhere_and_tells_the_window_in_its_own_thread(qtbot: QtBot) -> None:
    gate, worker = Event(), []

    def work(progress: Progress) -> object:
        assert gate.wait(10)
        worker.append(get_ident())
        progress(1, 1)
        return "done"

    pool = QThreadPool()
    task = Task(work, pool=pool)
    ear = Ear(task)
    with qtbot.waitSignal(task.ended, timeout=5000):
        task.start()
        assert task.is_running()
        gate.set()
    assert ear.heard == [("progressed", (1, 1)), ("finished", "done")]
    assert ear.threads == {get_ident()}
    assert worker != [get_ident()]
    assert pool.waitForDone(5000)


def test_a_task_outlives_the_page_that_started_it(qtbot: QtBot) -> None:
    gate = Event()
    before = tasks.running()

    def start() -> None:
        def work(_progress: Progress) -> object:
            assert gate.wait(10)
            return None

        Task(work, pool=pool).start()

    pool = QThreadPool()
    start()
    assert tasks.running() == before + 1
    gate.set()
    qtbot.waitUntil(lambda: tasks.running() == before)


def test_the_program_ends_only_after_its_tasks(qtbot: QtBot) -> None:
    started = Event()

    def work(progress: Progress) -> object:
        started.set()
        while True:
            progress(0, 0)

    pool = QThreadPool()
    task = Task(work, pool=pool)
    task.start()
    assert started.wait(10)
    assert tasks.end_all(pool=pool)
    qtbot.waitUntil(lambda: not task.is_running())


def test_a_task_needs_no_pool_of_its_own(qtbot: QtBot) -> None:
    task: Task[int] = Task(lambda _progress: 7)
    with qtbot.waitSignal(task.finished, timeout=5000) as outcome:
        task.start()
    assert outcome.args == [7]
    assert QThreadPool.globalInstance().waitForDone(5000)


@pytest.mark.parametrize("error", [None, Refusal("No."), Unavailable("The disk is full."), tasks.Cancelled()])
def test_of_a_task_that_was_left_nothing_is_heard(error: Exception | None) -> None:
    def work(_progress: Progress) -> object:
        task.leave()
        if error is not None:
            raise error
        return "found"

    task: Task[object] = Task(work, pool=InlinePool())
    ear = Ear(task)
    task.start()
    assert ear.heard == []
    assert tasks.running() == 0


def test_a_defect_of_a_task_that_was_left_is_raised_all_the_same(qtbot: QtBot) -> None:
    def work(_progress: Progress) -> object:
        task.leave()
        return 1 // 0

    task: Task[object] = Task(work, pool=InlinePool())
    ear = Ear(task)
    with qtbot.capture_exceptions() as raised:
        task.start()
    assert [kind for kind, _error, _trace in raised] == [ZeroDivisionError]
    assert ear.heard == []
