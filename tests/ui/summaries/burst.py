"""Keys that come to the page at the pace of a scanner, or of a person, by a clock that only the test moves."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import Qt

from cmc_desk.ui.scanner import Scanner
from tests.ui.summaries.stand import Rapporteur

ENTER = Qt.Key.Key_Return


@dataclass
class Burst:
    """Sends keys at the pace of a scanner, or of a person."""

    rapporteur: Rapporteur
    scanner: Scanner
    now: list[float]

    def send(self, text: str, *, gap_ms: float = 2, end: Qt.Key | None = ENTER) -> None:
        for sign in text:
            self.now[0] += gap_ms
            if sign == "\n":
                self.rapporteur.press(ENTER)
            else:
                self.rapporteur.type(sign)
        if end is not None:
            self.now[0] += gap_ms
            self.rapporteur.press(end)

    def rest(self) -> None:
        self.now[0] += 200
        self.scanner.tick()


@contextmanager
def bursting(rapporteur: Rapporteur) -> Iterator[Burst]:
    """Let a scanner of this window hear the keys meanwhile."""
    window, now = rapporteur.window, [1000.0]
    context = window.context
    scanner = Scanner(
        window._app, clock=lambda: now[0], stamped=False, typed=context.is_typed, text=context.is_typed_text
    )
    scanner.scanned.connect(window.take_scan)
    scanner.rejected.connect(window.refuse_scan)
    yield Burst(rapporteur, scanner, now)
    scanner.stop()
    scanner.deleteLater()
