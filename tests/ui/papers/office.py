"""The Papers page in a real window, with an organiser before it and a printer that writes into a file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QPoint, QRunnable, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cmc_desk.desk.attendance_paper import ATTENDANCE_PAPER
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.journal_list import journal_lines
from cmc_desk.desk.paper_kinds import PaperKind
from cmc_desk.rules.people import Person
from cmc_desk.ui import theme
from cmc_desk.ui.context import Context, Message
from cmc_desk.ui.papers.page import PapersPage
from cmc_desk.ui.parts.printing import KnownPrinter, Printer, file_printer
from cmc_desk.ui.task import Pool
from tests.meetings import ANDRE, KEISHA, open_desk
from tests.paper_kinds import ROOMS, SHEET
from tests.ui.inline_pool import InlinePool

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
LASER = KnownPrinter("laser", "Office laser", usual=True)
KINDS = (SHEET, ATTENDANCE_PAPER, ROOMS)


@dataclass
class Office:
    """Whoever makes papers: hands on the keyboard, eyes on the page."""

    page: PapersPage
    desk: Desk
    folder: Path
    printed: Path
    pool: Pool
    said: list[Message] = field(default_factory=list)
    went: list[tuple[str, object]] = field(default_factory=list)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the cursor is."""
        QTest.keyClick(QApplication.focusWidget() or self.page, key, modifiers)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click on something."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NONE, at or widget.rect().center())

    def rows(self) -> list[tuple[str, str, str, str]]:
        """Return what the list says: title, what was asked, version, state."""
        return [
            (row.title, row.asked, row.version, row.chip.text if row.chip else "")
            for row in self.page.list.table.model_of_rows().rows
        ]

    def state(self, title: str, asked: str = "") -> tuple[str, str]:
        """Return version and state of a paper in the list."""
        return next((version, state) for name, of, version, state in self.rows() if (name, of) == (title, asked))

    def choose(self, title: str) -> None:
        """Choose a paper in the list by its title."""
        rows = self.page.list.table.model_of_rows().rows
        assert self.page.list.table.choose(next(row.key for row in rows if row.title == title))

    def files(self) -> list[str]:
        """Return the names of the files in the folder."""
        return sorted(path.name for path in self.folder.glob("*"))

    def last(self) -> tuple[str, str]:
        """Return kind and words of what was said last."""
        message = self.said[-1]
        return message.kind, message.before + message.bold + message.after

    def close(self) -> None:
        """Leave the page and the meeting; what waits is run, so that no task of this test is found by another."""
        self.page.hide()
        if isinstance(self.pool, WaitingPool):
            self.pool.run()
        self.desk.close()

    def journal(self) -> list[str]:
        """Return the kinds of what was recorded since the people were entered."""
        return [row.kind for row in self.desk.read(journal_lines)][3:]


class WaitingPool:
    """Keeps what it is given until it is told to run it."""

    def __init__(self) -> None:
        self._waiting: list[Callable[[], None]] = []

    def start(self, runnable: QRunnable, /) -> None:
        self._waiting.append(runnable.run)

    def step(self) -> None:
        """Run what has waited longest."""
        self._waiting.pop(0)()

    def run(self) -> None:
        """Run what waits, and what that asks for."""
        while self._waiting:
            self._waiting.pop(0)()


def make_office(
    qtbot: QtBot,
    tmp_path: Path,
    *,
    pool: Pool | None = None,
    kinds: Sequence[PaperKind] = KINDS,
    people: Sequence[Person] = (KEISHA, ANDRE),
    printers: Sequence[KnownPrinter] = (LASER,),
    printer: Callable[[str], Printer] | None = None,
) -> Office:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, dark=False)
    desk = open_desk(tmp_path, people=people)
    chosen = pool or InlinePool()
    context = Context(desk, pool=chosen)
    page = PapersPage(context, kinds=lambda: tuple(kinds))
    printed = tmp_path / "printed.pdf"
    page.work.printing.list_printers = lambda: tuple(printers)
    page.work.printing.printer = printer or (lambda _name: file_printer(printed))
    desk.subscribe(page.changed)
    office = Office(page, desk, page.folder.path(), printed, chosen)
    context.said.connect(office.said.append)
    context.went.connect(lambda where, what: office.went.append((where, what)))
    qtbot.addWidget(page)
    page.resize(1278, 676)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.setFocus()
    return office
