"""What the text of a draft is painted from: a provision's words, its cells, and the alternatives that stand in brackets."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from cmc_desk.rules.redline import Run
from cmc_desk.rules.word_difference import Kept
from cmc_desk.ui import icons
from cmc_desk.ui.documents.laid_runs import LaidRuns, laid_runs, spoken_runs
from cmc_desk.ui.parts import draw

READ, SMALL = 16, 14
_CAPTION, _GAP, _NAME = 22, 10, 148
_SIGN, _INDENT = 20, 24
_PER_LETTER = 0.53


@dataclass(frozen=True, slots=True)
class Part:
    """Something that stands in the text; `key` is that of the proposal that is chosen with it, empty if there is none."""

    provision: str
    key: str = ""

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        return ""

    def guess(self, width: int) -> int:
        """Return about how high it is, without breaking its lines."""
        del width
        return _CAPTION

    def height(self, width: int) -> int:
        """Return how high it is."""
        return self.guess(width)

    def changes(self, width: int) -> tuple[float, ...]:
        """Return how far down each change in it begins."""
        del width
        return ()

    def paint(self, painter: QPainter, area: QRectF, *, chosen: bool = False) -> None:
        """Draw it into its place."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Caption(Part):
    """A small line above what follows."""

    text: str = ""

    @property
    def spoken(self) -> str:
        return self.text

    def paint(self, painter: QPainter, area: QRectF, *, chosen: bool = False) -> None:
        del chosen
        draw.text(painter, QRectF(area.x(), area.y(), area.width(), 18), self.text, size=12, tone="slate")


@dataclass(frozen=True, slots=True)
class Passage(Part):
    """The words of a provision; a `sign` of its status stands before them where several provisions are shown."""

    runs: tuple[Run, ...] = ()
    label: str = ""
    depth: int = 0
    bold: bool = False
    sign: str = ""
    sign_tone: str = "slate"
    tone: str = "ink"

    @property
    def spoken(self) -> str:
        return f"{self.label} {spoken_runs(self.runs)}".strip()

    def _left(self) -> int:
        return (_SIGN + 4 if self.sign else 0) + self.depth * _INDENT

    def _laid(self, width: int) -> LaidRuns:
        runs = (Run(f"{self.label} "), *self.runs) if self.label else self.runs
        return laid_runs(runs, width - self._left(), READ, bold=self.bold)

    def guess(self, width: int) -> int:
        return lines_of(self.runs, width - self._left()) * 25 + _GAP

    def height(self, width: int) -> int:
        return round(self._laid(width).height) + _GAP

    def changes(self, width: int) -> tuple[float, ...]:
        return self._laid(width).changes

    def paint(self, painter: QPainter, area: QRectF, *, chosen: bool = False) -> None:
        del chosen
        if self.sign:
            paint_sign(painter, QRectF(area.x(), area.y() + 3, _SIGN, 20), self.sign, self.sign_tone)
        self._laid(int(area.width())).paint(painter, QPointF(area.x() + self._left(), area.y()), tone=self.tone)


@dataclass(frozen=True, slots=True)
class CellPart(Part):
    """A cell of a row of the plan: what it is called, and what it says."""

    name: str = ""
    runs: tuple[Run, ...] = ()
    depth: int = 0

    @property
    def spoken(self) -> str:
        return f"{self.name}: {spoken_runs(self.runs)}"

    def _left(self) -> int:
        return _NAME + self.depth * _INDENT

    def guess(self, width: int) -> int:
        return lines_of(self.runs, width - self._left(), SMALL) * 22 + 12

    def height(self, width: int) -> int:
        return round(laid_runs(self.runs, width - self._left(), SMALL).height) + 12

    def changes(self, width: int) -> tuple[float, ...]:
        return laid_runs(self.runs, width - self._left(), SMALL).changes

    def paint(self, painter: QPainter, area: QRectF, *, chosen: bool = False) -> None:
        del chosen
        left = area.x() + self.depth * _INDENT
        draw.across(painter, left, area.right(), area.y())
        draw.text(painter, QRectF(left, area.y() + 6, _NAME - 8, 20), self.name, size=12, tone="slate")
        text = laid_runs(self.runs, int(area.width()) - self._left(), SMALL)
        text.paint(painter, QPointF(area.x() + self._left(), area.y() + 6))


@dataclass(frozen=True, slots=True)
class Sides(Part):
    """Two texts beside one another: as it stood at the left, as it would stand at the right; `head` says whose it is."""

    left: tuple[Run, ...] = ()
    right: tuple[Run, ...] = ()
    head: str = ""
    label: str = ""

    @property
    def spoken(self) -> str:
        return f"{self.head} {spoken_runs(self.left)} → {spoken_runs(self.right)}"

    def _column(self, width: int) -> int:
        return (width - 33) // 2

    def _laid(self, width: int) -> tuple[LaidRuns, LaidRuns]:
        column = self._column(width)
        before = (Run(f"{self.label} "),) if self.label else ()
        return laid_runs((*before, *self.left), column, SMALL), laid_runs((*before, *self.right), column, SMALL)

    def guess(self, width: int) -> int:
        return max(lines_of(one, self._column(width), SMALL) for one in (self.left, self.right)) * 22 + 28 + _GAP

    def height(self, width: int) -> int:
        return round(max(one.height for one in self._laid(width))) + (28 if self.head else 8) + _GAP

    def changes(self, width: int) -> tuple[float, ...]:
        above = 28 if self.head else 8
        left, right = self._laid(width)
        return tuple(above + y for y in (right.changes or left.changes))

    def paint(self, painter: QPainter, area: QRectF, *, chosen: bool = False) -> None:
        width = int(area.width())
        above = 28 if self.head else 8
        if chosen and self.key:
            draw.fill(painter, area.adjusted(-8, 0, 8, -4), "lagoon2")
        draw.across(painter, area.x(), area.right(), area.y())
        if self.head:
            draw.text(painter, QRectF(area.x(), area.y() + 5, area.width(), 20), self.head, size=13, bold=True)
        left, right = self._laid(width)
        left.paint(painter, QPointF(area.x(), area.y() + above))
        at = area.x() + self._column(width) + 17
        draw.down(painter, at - 1, area.y() + above, area.bottom() - _GAP)
        right.paint(painter, QPointF(at + 16, area.y() + above))


def before_of(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return the text as it stood, with what goes out of it marked."""
    return tuple(run for run in runs if run.kept is not Kept.ADDED)


def after_of(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return the text as it would stand, with what comes into it marked."""
    return tuple(run for run in runs if run.kept is not Kept.REMOVED)


def clean_of(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return the text as it would stand, without any mark."""
    words = "".join(run.text for run in runs if run.kept is not Kept.REMOVED)
    return (Run(words),) if words else ()


def lines_of(runs: tuple[Run, ...], width: int, size: int = READ) -> int:
    """Return about how many lines a text has."""
    letters = sum(len(run.text) for run in runs)
    return max(1, -(-round(letters * size * _PER_LETTER) // max(40, width)))


def paint_sign(painter: QPainter, box: QRectF, sign: str, tone: str) -> None:
    """Draw the sign of a status in the middle of a box."""
    if sign == "[ ]":
        draw.text(painter, box, "[ ]", size=13, bold=True, tone=tone, align=draw.MIDDLE)
        return
    side = 12 if sign == "ring" else 14
    square = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
    icons.paint(painter, square, sign, tone)
