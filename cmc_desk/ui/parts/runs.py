"""A line of text whose pieces differ: bold names, matched letters, what was added and what was taken away."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmc_desk.ui.palette import colour
from cmc_desk.ui.parts import draw
from cmc_desk.ui.theme import font

Mark = Literal["", "hit", "added", "removed"]
_TONES = {"added": "leaf", "removed": "coral"}


@dataclass(frozen=True, slots=True)
class Run:
    """One piece of a line; `mark` says what it is: letters that matched, text added, text removed."""

    text: str
    bold: bool = False
    tone: str = "ink"
    mark: Mark = ""


def marked(text: str, hits: Iterable[tuple[int, int]], *, bold: bool = False, tone: str = "ink") -> tuple[Run, ...]:
    """Cut `text` into runs so that the letters in `hits` (start, end) are marked; hits may touch or overlap."""
    runs: list[Run] = []
    done = 0
    for start, end in sorted(hits):
        first, last = max(start, done), min(end, len(text))
        if last <= first:
            continue
        if first > done:
            runs.append(Run(text[done:first], bold, tone))
        runs.append(Run(text[first:last], bold, tone, "hit"))
        done = last
    if done < len(text) or not runs:
        runs.append(Run(text[done:], bold, tone))
    return tuple(runs)


def plain(runs: Sequence[Run]) -> str:
    """Return the text of a line without its looks, for tooltips and screen readers."""
    return "".join(run.text for run in runs)


def runs_width(runs: Sequence[Run], size: int) -> float:
    """Return the width of a line in px."""
    return sum(draw.text_width(run.text, font(size, bold=run.bold)) for run in runs)


def paint_runs(
    painter: QPainter, rect: QRect | QRectF, runs: Sequence[Run], *, size: int = 14, align: Qt.AlignmentFlag = draw.LEFT
) -> float:
    """Draw a line inside `rect`, elided where it does not fit; return the x where it ends."""
    area = QRectF(rect)
    x = area.x()
    if align & Qt.AlignmentFlag.AlignRight:
        x = max(x, area.right() - runs_width(runs, size))
    for run in runs:
        face = font(size, bold=run.bold)
        wanted = draw.text_width(run.text, face)
        room = area.right() - x
        words = run.text if wanted <= room + 0.5 else draw.elided(run.text, face, room)
        width = wanted if words is run.text else draw.text_width(words, face)
        piece = QRectF(x, area.y(), width, area.height())
        _paint_run(painter, piece, run, words, face)
        x += width
        if words is not run.text:
            break
    return x


def _paint_run(painter: QPainter, piece: QRectF, run: Run, words: str, face: QFont) -> None:
    tone = _TONES.get(run.mark, run.tone)
    height = face.pixelSize() * 1.36
    top = piece.center().y() - height / 2
    if run.mark == "hit":
        painter.fillRect(QRectF(piece.x(), top, piece.width(), height), colour("hl"))
        painter.fillRect(QRectF(piece.x(), round(top + height) - 2, piece.width(), 2), colour("amber"))
    painter.setFont(face)
    painter.setPen(colour(tone))
    painter.drawText(QPointF(piece.x(), draw.baseline(piece, face)), words)
    if run.mark == "added":
        painter.fillRect(QRectF(piece.x(), round(top + height) - 2, piece.width(), 2), colour(tone))
    elif run.mark == "removed":
        painter.fillRect(QRectF(piece.x(), round(piece.center().y()), piece.width(), 1), colour(tone))


class RunLine(QWidget):
    """One line of runs in a layout; what does not fit in the `least` size either is elided and stands whole in the tooltip."""

    def __init__(
        self,
        runs: Sequence[Run] = (),
        *,
        size: int = 14,
        least: int = 0,
        align: Qt.AlignmentFlag = draw.LEFT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._runs: tuple[Run, ...] = ()
        self._size = size
        self._least = least or size
        self._align = align
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_runs(runs)

    def set_runs(self, runs: Sequence[Run]) -> None:
        """Show this line."""
        self._runs = tuple(runs)
        self.setAccessibleName(plain(self._runs))
        self._set_tip()
        self.updateGeometry()
        self.update()

    def _set_tip(self) -> None:
        whole = runs_width(self._runs, self._fitting()) <= self.width() + 0.5
        self.setToolTip("" if whole else plain(self._runs))

    def _fitting(self) -> int:
        """Return the size in which the line fits, or the smallest."""
        sizes = range(self._size, self._least, -1)
        return next((size for size in sizes if runs_width(self._runs, size) <= self.width() + 0.5), self._least)

    def sizeHint(self) -> QSize:
        return QSize(int(runs_width(self._runs, self._size)) + 1, round(self._size * 1.36))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, _event: object) -> None:
        self._set_tip()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_runs(painter, self.rect(), self._runs, size=self._fitting(), align=self._align)
        painter.end()
