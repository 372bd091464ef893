"""Whoever works beside the window hears how it ends, and may begin the next piece then."""

from threading import Event

import pytest
from PySide6.QtCore import QObject, QThreadPool, Signal
from pytestqt.qtbot import QtBot

from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui import task as tasks
from cmc_desk.ui.one_task import OneTask, Trouble
from cmc_desk.ui.task import Cancelled, Pool, Progress
from tests.ui.inline_pool import InlinePool


class Owner(QObject):
    """Hears what becomes of its work, and whether that was running still when it heard."""

    told = Signal(object)

    def __init__(self, pool: Pool) -> None:
        super().__init__()
        self.task = OneTask(self, pool=pool)
        self.heard: list[tuple[object, ...]] = []
        self.then: list[int] = []
        self.told.connect(self.on_told)

    def begin(self, number: int = 1, error: Exception | None = None) -> None:
        def work(progress: Progress) -> int:
            progress(number, 9)
            if error is not None:
                raise error
            return number

        self.task.start(
            work,
            finished=self.on_finished,
            refused=self.on_refused,
            cancelled=self.on_cancelled,
            ended=self.on_ended,
            progressed=self.on_progressed,
        )

    def on_finished(self, made: int) -> None:
        self.heard.append(("finished", made, self.task.is_running()))
        if self.then:
            self.begin(self.then.pop())

    def on_refused(self, trouble: Trouble) -> None:
        self.heard.append(("refused", trouble.sentence))

    def on_failed(self, error: Exception) -> None:
        self.heard.append(("failed", str(error)))

    def on_cancelled(self) -> None:
        self.heard.append(("cancelled",))

    def on_ended(self) -> None:
        self.heard.append(("ended", self.task.is_running()))

    def on_progressed(self, done: int, whole: int) -> None:
        self.heard.append(("progressed", done, whole))

    def on_told(self, what: object) -> None:
        self.heard.append(("told", what))


def test_it_runs_until_its_end_is_told(qtbot: QtBot) -> None:
    owner = Owner(QThreadPool.globalInstance())
    assert not owner.task.is_running()
    owner.begin(3)
    assert owner.task.is_running()
    qtbot.waitUntil(lambda: not owner.task.is_running())
    assert owner.heard == [("progressed", 3, 9), ("finished", 3, True), ("ended", False)]


@pytest.mark.parametrize("error", [Refusal("There is no such file.", field="path"), Unavailable("The disk is full.")])
def test_what_the_world_refuses_is_told(error: Exception) -> None:
    owner = Owner(InlinePool())
    owner.begin(error=error)
    assert owner.heard[1:] == [("refused", str(error)), ("ended", False)]


def test_what_was_cancelled_is_told(qtbot: QtBot) -> None:
    owner = Owner(InlinePool())
    owner.task.cancel()
    owner.begin(error=Cancelled())
    assert owner.heard[1:] == [("cancelled",), ("ended", False)]

    def work(progress: Progress) -> None:
        while True:
            progress(1, 2)

    slow = Owner(QThreadPool.globalInstance())
    slow.task.start(work, finished=slow.told, cancelled=slow.on_cancelled)
    slow.task.cancel()
    qtbot.waitUntil(lambda: not slow.task.is_running())
    assert slow.heard == [("cancelled",)]


def test_a_defect_is_raised_and_the_next_can_begin(qtbot: QtBot) -> None:
    owner = Owner(InlinePool())
    with qtbot.capture_exceptions() as raised:
        owner.begin(error=ValueError("a defect"))
    assert [str(error) for _kind, error, _trace in raised] == ["a defect"]
    assert owner.heard[1:] == [("ended", False)]
    owner.begin(2)
    assert owner.heard[-2:] == [("finished", 2, True), ("ended", False)]


def test_whoever_knows_better_hears_of_a_defect_itself() -> None:
    owner = Owner(InlinePool())
    owner.task.start(lambda _progress: 1 // 0, finished=owner.told, failed=owner.on_failed)
    assert owner.heard == [("failed", "integer division or modulo by zero")]
    assert not owner.task.is_running()


def test_that_it_has_begun_can_be_told_before_anything_is_done() -> None:
    owner = Owner(InlinePool())
    owner.task.start(
        lambda _progress: "made",
        finished=owner.told,
        begun=lambda: owner.heard.append(("begun", owner.task.is_running())),
    )
    assert owner.heard == [("begun", True), ("told", "made")]


def test_a_signal_may_hear_what_was_made() -> None:
    owner = Owner(InlinePool())
    owner.task.start(lambda _progress: "made", finished=owner.told)
    assert owner.heard == [("told", "made")]


def test_the_end_of_one_does_not_forget_the_next_that_began_meanwhile(qtbot: QtBot) -> None:
    owner = Owner(QThreadPool.globalInstance())
    owner.then = [2]
    owner.begin(1)
    with qtbot.waitSignal(owner.task._task.ended):  # type: ignore[union-attr] # the first one, which goes on with the second
        pass
    assert owner.heard[-1] == ("ended", True)
    qtbot.waitUntil(lambda: not owner.task.is_running())
    assert [one for one in owner.heard if one[0] == "finished"] == [("finished", 1, True), ("finished", 2, True)]


def test_one_that_takes_the_place_of_another_is_the_only_one_that_is_heard(qtbot: QtBot) -> None:
    owner = Owner(QThreadPool.globalInstance())
    gate = Event()
    owner.task.start(lambda _progress: gate.wait(), finished=owner.told, ended=owner.on_ended)
    owner.task.leave()
    assert not owner.task.is_running()
    owner.begin(2)
    gate.set()
    qtbot.waitUntil(lambda: tasks.running() == 0)
    assert owner.heard == [("progressed", 2, 9), ("finished", 2, True), ("ended", False)]
    owner.task.leave()
    assert len(owner.heard) == 3
