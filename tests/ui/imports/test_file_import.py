"""A file is brought in: what it would do is found, the newest question counts, and what is being written is never left."""

from collections.abc import Callable, Iterator
from threading import Event

import pytest
from PySide6.QtCore import QObject, QThreadPool
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui import task as tasks
from cmc_desk.ui.file_import import FileImport
from cmc_desk.ui.task import Progress, Task
from tests.ui.inline_pool import InlinePool


class Ear(QObject):
    """Hears what comes of a file."""

    def __init__(self, file: FileImport) -> None:
        super().__init__()
        self.file = file
        self.heard: list[tuple[object, ...]] = []
        file.planned.connect(self.on_planned)
        file.written.connect(self.on_written)
        file.over.connect(self.on_over)

    def on_planned(self, found: object) -> None:
        self.heard.append(("planned", found))
        self.file.show_work()

    def on_written(self, done: object) -> None:
        self.heard.append(("written", done, self.file.writing))

    def on_over(self) -> None:
        self.heard.append(("over", self.file.writing))

    def on_told(self) -> None:
        """Somebody hears that the meeting has changed, and compares the file again."""
        self.heard.append(("told", self.file.writing))
        self.file.plan(lambda _progress: "compared while it is written")


@pytest.fixture
def file(qtbot: QtBot) -> Iterator[FileImport]:
    """Nothing is open yet."""
    made = FileImport(QWidget(), QWidget(), not_taken="This list was not taken.", pool=InlinePool())
    qtbot.addWidget(made)
    made.show()
    yield made
    tasks.end_all()


@pytest.fixture
def ear(file: FileImport) -> Ear:
    return Ear(file)


def refusing(error: Exception) -> Callable[[Progress], object]:
    def work(_progress: Progress) -> object:
        raise error

    return work


def test_what_was_read_is_shown_and_can_be_written(file: FileImport, ear: Ear) -> None:
    file.read("list.csv", lambda _progress: "plan")
    assert file._work.isVisible()
    assert file.is_free()
    file.write(lambda _progress: ("done", ear.on_told))
    # The change that it makes itself does not make it stale.
    assert ear.heard == [("planned", "plan"), ("told", True), ("written", "done", False)]
    assert file.is_free()


@pytest.mark.parametrize("error", [Refusal("Row 3 has no name."), Unavailable("The disk is full.")])
def test_what_is_wrong_with_a_file_stays_above_it(file: FileImport, ear: Ear, error: Exception) -> None:
    file.read("list.csv", refusing(error))
    assert file.callout.isVisible()
    assert str(error) in file.callout.accessibleDescription()
    assert file._empty.isVisible()
    file.read("another.csv", lambda _progress: "plan")
    assert file.callout.isHidden()
    file.read("list.csv", refusing(error))
    assert file._work.isVisible()
    assert ear.heard == [("over", False), ("planned", "plan"), ("over", False)]


def test_what_could_not_be_written_can_be_written_again(file: FileImport, ear: Ear) -> None:
    def work(_progress: Progress) -> tuple[object, Callable[[], None]]:
        raise Refusal("Somebody else was faster.")

    file.read("list.csv", lambda _progress: "plan")
    file.write(work)
    assert ear.heard[1:] == [("over", False)]
    assert file.is_free()


def test_a_defect_is_raised_and_leaves_what_was_there(file: FileImport, ear: Ear, qtbot: QtBot) -> None:
    with qtbot.capture_exceptions() as raised:
        file.read("list.csv", refusing(ValueError("a defect")))
    assert [str(error) for _kind, error, _trace in raised] == ["a defect"]
    assert ear.heard == [("over", False)]
    assert file._empty.isVisible()


def test_only_what_was_asked_last_is_shown_and_reading_can_be_stopped(qtbot: QtBot) -> None:
    file = FileImport(QWidget(), QWidget(), not_taken="Not taken.", pool=QThreadPool.globalInstance())
    qtbot.addWidget(file)
    file.show()
    ear, gate = Ear(file), Event()
    file.read("first.csv", lambda _progress: gate.wait())
    file.read("second.csv", lambda _progress: gate.wait() and "second")
    assert file.busy.isVisible()
    assert not file.is_free()
    gate.set()
    qtbot.waitUntil(lambda: tasks.running() == 0)
    assert ear.heard == [("planned", "second")]
    gate.clear()
    file.read("third.csv", lambda _progress: gate.wait())
    file.busy.stop.click()
    assert file._work.isVisible()
    gate.set()
    qtbot.waitUntil(lambda: tasks.running() == 0)
    file.busy.stop.click()
    assert ear.heard == [("planned", "second"), ("over", False)]


def test_a_program_that_ends_stops_reading(qtbot: QtBot) -> None:
    pool, gate = QThreadPool(), Event()
    file = FileImport(QWidget(), QWidget(), not_taken="Not taken.", pool=pool)
    qtbot.addWidget(file)
    ear = Ear(file)

    def work(progress: Progress) -> object:
        gate.wait()
        progress(1, 2)
        return "never"

    file.read("list.csv", work)
    for task in list[Task[object]](tasks._running):
        task.cancel()
    gate.set()
    qtbot.waitUntil(lambda: tasks.running() == 0)
    assert ear.heard == [("over", False)]
