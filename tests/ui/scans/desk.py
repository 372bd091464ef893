"""A desk with two fields and a scanner whose clock stands until it is moved."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from cmc_desk.ui.scanner import Scanner


@dataclass
class Desk:
    """A window with two fields, and a scanner whose clock stands until it is moved."""

    window: QWidget
    edit: QLineEdit
    other: QLineEdit
    button: QPushButton
    scanner: Scanner
    now: list[float]
    scanned: list[str]
    rejected: list[bool]

    def key(self, key: str | Qt.Key, *, after_ms: float) -> None:
        """Press and release a key where the cursor is."""
        self.pause(after_ms)
        target = QApplication.focusWidget() or self.window
        if isinstance(key, str):
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, key)

    def pause(self, ms: float) -> None:
        """Let time pass; the scanner's timer rings on the way as often as it would."""
        for _step in range(int(ms)):
            self.now[0] += 1
            self.scanner.tick()
        self.now[0] += ms - int(ms)

    def scan(self, text: str, *, gap_ms: float = 2, end: Qt.Key = Qt.Key.Key_Return) -> None:
        """Send a burst as a scanner does."""
        for sign in text:
            self.key(sign, after_ms=gap_ms)
        self.key(end, after_ms=gap_ms)

    def type(self, text: str, *, gap_ms: float = 60) -> None:
        """Type as a person does."""
        for sign in text:
            self.key(sign, after_ms=gap_ms)
