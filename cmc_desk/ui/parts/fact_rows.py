"""Facts about somebody or something: what it is at the left, the fact itself at the right, a line beneath."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.chip import ChipLook, chip_width, paint_chip
from cmc_desk.ui.parts.runs import Run, paint_runs, runs_width

ROW = 32
_SIZE = 14
Piece = str | Run | ChipLook


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and the pieces of the fact: words, runs and chips, from left to right."""

    label: str
    pieces: tuple[Piece, ...]


class FactRows(QWidget):
    """Facts beneath one another; there are as many rows as facts, and the last has no line."""

    def __init__(self, *, label_width: int = 124, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label_width = label_width
        self._rows: list[_FactRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_facts(self, facts: Sequence[Fact]) -> None:
        """Show these facts."""
        # Rows are reused: the card of the next person must not flicker.
        while len(self._rows) < len(facts):
            row = _FactRow(self._label_width, self)
            self._rows.append(row)
            self._layout.addWidget(row)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(facts))
            if place < len(facts):
                row.set_fact(facts[place], line=place < len(facts) - 1)
        self.updateGeometry()


class _FactRow(QWidget):
    """One fact."""

    def __init__(self, label_width: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._label_width = label_width
        self._fact = Fact("", ())
        self._line = True
        self.setFixedHeight(ROW)

    def set_fact(self, fact: Fact, *, line: bool) -> None:
        self._fact, self._line = fact, line
        self.setAccessibleName(f"{fact.label}: {_said(fact)}")
        self._set_tip()
        self.update()

    def _set_tip(self) -> None:
        wanted = sum(_width(piece) for piece in self._fact.pieces) + 8 * max(0, len(self._fact.pieces) - 1)
        self.setToolTip(_said(self._fact) if wanted > self.width() - self._label_width else "")

    def resizeEvent(self, _event: object) -> None:
        self._set_tip()

    def sizeHint(self) -> QSize:
        return QSize(self._label_width + 160, ROW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        height = self.height() - 1
        draw.text(painter, QRectF(0, 0, self._label_width - 8, height), self._fact.label, size=13, tone="slate")
        x = float(self._label_width)
        for piece in self._fact.pieces:
            room = QRectF(x, 0, self.width() - x, height)
            if room.width() <= 0:
                break
            if isinstance(piece, ChipLook):
                x += paint_chip(painter, room, piece)
            else:
                x = paint_runs(painter, room, (_run(piece),), size=_SIZE)
            x += 8
        if self._line:
            draw.across(painter, 0, self.width(), height)
        painter.end()


def _run(piece: str | Run) -> Run:
    return Run(piece) if isinstance(piece, str) else piece


def _width(piece: Piece) -> float:
    return chip_width(piece) if isinstance(piece, ChipLook) else runs_width((_run(piece),), _SIZE)


def _said(fact: Fact) -> str:
    return ", ".join(piece if isinstance(piece, str) else piece.text for piece in fact.pieces)
