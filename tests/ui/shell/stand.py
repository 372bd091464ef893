"""A main window over a real meeting, whose clocks a test moves."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from cmc_desk.clock import ManualClock
from cmc_desk.desk.desk import Desk
from cmc_desk.ui.context import Context
from cmc_desk.ui.page import Page
from cmc_desk.ui.page_kinds import PageKind
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.shell import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class DeskPage(Page):
    """A page with a line and a button, which writes down what it is told."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.codes: list[str] = []
        self.at: list[object] = []
        self.read: list[frozenset[str]] = []
        self.pressed = 0
        self.line = QLineEdit(self)
        self.button = DeskButton("Register a walk-in", key="Ctrl+N", parent=self)
        self.button.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.addWidget(self.line)
        column.addWidget(self.button)
        self.setFocusProxy(self.line)

    def _on_clicked(self) -> None:
        self.pressed += 1

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("Ctrl+N", "Walk-in"),)

    def scanned(self, text: str) -> bool:
        self.codes.append(text)
        return True

    def open_at(self, what: object) -> None:
        self.at.append(what)

    def reload(self, tables: frozenset[str]) -> None:
        self.read.append(tables)


class OtherPage(Page):
    """A page that has no use for scans."""


KINDS = (
    PageKind("registration", 2, "registration", "Registration", DeskPage),
    PageKind("setup", 8, "setup", "Setup", OtherPage),
)


@dataclass
class Stand:
    """A window, its desk, and the clocks that a test moves."""

    window: MainWindow
    desk: Desk
    machine: ManualClock
    copies: Path
    seconds: list[float] = field(default_factory=lambda: [1000.0])

    @property
    def page(self) -> DeskPage:
        page = self.window.page("registration")
        assert isinstance(page, DeskPage)
        return page

    def later(self, seconds: float) -> None:
        """Let time pass for the computer and the meeting, and let the window notice."""
        self.seconds[0] += seconds
        self.machine.advance(seconds=seconds)
        assert isinstance(self.desk.clock, ManualClock)
        self.desk.clock.advance(seconds=seconds)
        self.window.tick()

    def light(self) -> tuple[str, str]:
        """Return level and words of the safety light."""
        safety = self.window.frame.bar.safety
        return safety.level(), safety.accessibleName()

    def said(self) -> str:
        """Return what the strip says."""
        return self.window.frame.strip.accessibleName()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the cursor is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)

    def type(self, text: str) -> None:
        """Type where the cursor is."""
        QTest.keyClicks(QApplication.focusWidget() or self.window, text)
