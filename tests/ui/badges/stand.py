"""Whoever prints badges: hands on the keyboard, eyes on the page, a printer that can go away."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from cmc_desk.clock import ManualClock
from cmc_desk.desk.badge_ledger import PrintRun, print_runs
from cmc_desk.desk.badge_list import BadgeFilter, BadgeRow, badge_rows
from cmc_desk.desk.desk import Desk
from cmc_desk.rules.badge_state import Why
from cmc_desk.rules.refusal import Unavailable
from cmc_desk.ui.badges.machine import Machine
from cmc_desk.ui.badges.page import BadgesPage
from cmc_desk.ui.context import Message
from cmc_desk.ui.parts.printing import KnownPrinter, Progress, Turned, file_printer
from tests.ui.registration.hands import NONE

LASER, LABELS = KnownPrinter("Office laser", "Office laser", usual=True), KnownPrinter("Desk labels", "Desk labels")


@dataclass
class TrayPrinter:
    """A printer whose paper lies in a folder, one PDF a job; after `left` jobs it is not found (None: it stays)."""

    name: str
    folder: Path
    left: int | None = None
    titles: list[str] = field(default_factory=list)
    turned: list[str] = field(default_factory=list)
    papers: list[Path] = field(default_factory=list)

    def print_pages(
        self,
        content: bytes,
        *,
        title: str,
        pages: Sequence[int] = (),
        copies: int = 1,
        turned: Turned = "",
        progress: Progress | None = None,
    ) -> int:
        """Print through Qt into a file of its own."""
        if self.left is not None:
            if not self.left:
                raise Unavailable(f"The printer {self.name} is not found: switch it on.")
            self.left -= 1
        paper = self.folder / f"{self.name} {len(self.papers) + 1}.pdf"
        printed = file_printer(paper).print_pages(
            content, title=title, pages=pages, copies=copies, turned=turned, progress=progress
        )
        self.titles.append(title)
        self.turned.append(turned)
        self.papers.append(paper)
        return printed


@dataclass
class Office:
    """The printers of a test: each is made when it is first named."""

    folder: Path
    known: tuple[KnownPrinter, ...] = (LASER, LABELS)
    made: dict[str, TrayPrinter] = field(default_factory=dict)

    def named(self, name: str) -> TrayPrinter:
        """Return a printer by name."""
        return self.made.setdefault(name, TrayPrinter(name, self.folder))

    @property
    def laser(self) -> TrayPrinter:
        """The usual printer."""
        return self.named(LASER.name)

    def machine(self) -> Machine:
        """Return what the page is given."""
        return Machine(known=lambda: self.known, named=self.named)


@dataclass
class Stand:
    """A page over a meeting with its people."""

    page: BadgesPage
    desk: Desk
    clock: ManualClock
    ids: dict[str, str]
    said: list[Message]
    office: Office

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the cursor is, and let the sheets be made."""
        QTest.keyClick(self.focus(), key, modifiers)
        self.rest()

    def type(self, text: str) -> None:
        """Type where the cursor is, and let the sheets be made."""
        QTest.keyClicks(self.focus(), text)
        self.rest()

    def rest(self) -> None:
        """Let the fingers rest: what waits for that happens now."""
        if self.page.maker.rest.isActive():
            self.page.maker.rest.timeout.emit()

    def focus(self) -> QWidget:
        """Return where the cursor is."""
        return QApplication.focusWidget() or self.page

    def choose(self, name: str) -> None:
        """Choose somebody in the list by given name."""
        assert self.page.people.table.choose(self.ids[name])
        self.rest()

    def names(self) -> list[str]:
        """Return the names in the list, from top to bottom."""
        return [line.row.name for line in self.page.people.table.model_of_rows().rows]

    def ticked(self) -> list[str]:
        """Return the names in the list that are ticked."""
        return [line.row.name for line in self.page.people.table.model_of_rows().rows if line.ticked]

    def row(self, name: str) -> BadgeRow:
        """Return what the meeting says of somebody's badge."""
        rows = self.desk.read(badge_rows, only=BadgeFilter.ALL)
        return next(row for row in rows if row.participant == self.ids[name])

    def why(self, name: str) -> Why:
        """Return why somebody's badge is to be printed, or that it is printed."""
        return self.row(name).why

    def ledger(self) -> tuple[PrintRun, ...]:
        """Return what was printed, newest first."""
        return self.desk.read(print_runs)

    def last(self) -> tuple[str, str]:
        """Return how the last message looked and what it said."""
        message = self.said[-1]
        return message.kind, message.before + message.bold + message.after
