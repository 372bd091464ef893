"""What a screen of the room is made of: words, figures, flags, bars and lines, each in its box."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import QPointF, QRectF

from cmc_desk.ui.stage.fitting import LINE, Fitted, first_baseline, fitted, width_of
from cmc_desk.ui.stage.marked_lines import MarkedLine

Side = Literal["left", "right", "middle"]
Box = tuple[float, float, float, float]
FIGURE_RISE = 0.735
# What the figures of Noto Sans reach below the line, and the colon above it, in parts of their size.
_SINK = 0.02


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of text in the middle of the height of their box; with `looks`, what was amended of each line is marked in it."""

    box: Box
    lines: tuple[str, ...]
    size: int
    bold: bool = False
    tone: str = "text"
    side: Side = "left"
    cut: bool = False
    looks: tuple[MarkedLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Figures:
    """A time; the box is as wide as its widest form, so that nothing moves when a sign or an hour comes."""

    box: Box
    words: str
    size: int
    tone: str = "time"
    side: Side = "right"


@dataclass(frozen=True, slots=True)
class Flag:
    """The flag of a delegation."""

    box: Box
    code: str


@dataclass(frozen=True, slots=True)
class Mark:
    """An icon."""

    box: Box
    icon: str
    tone: str = "soft"


@dataclass(frozen=True, slots=True)
class Bar:
    """What is left of a whole; the cuts part it into pieces, and over time it is hatched from end to end."""

    box: Box
    share: float
    cuts: tuple[float, ...] = ()
    over: bool = False


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled box."""

    box: Box
    tone: str


@dataclass(frozen=True, slots=True)
class Outline:
    """A frame whose line lies inside its box."""

    box: Box
    tone: str
    line: float


@dataclass(frozen=True, slots=True)
class Marked:
    """A line of text in which something comes in and something goes."""

    box: Box
    line: MarkedLine
    size: int


Piece = Words | Figures | Flag | Mark | Bar | Fill | Outline | Marked


def rect(box: Box) -> QRectF:
    """Return a box as Qt has it."""
    return QRectF(*box)


def words(
    text: str,
    box: Box,
    *,
    largest: float,
    least: float = 0,
    bold: bool = False,
    lines: int = 1,
    tone: str = "text",
    side: Side = "left",
) -> Words:
    """Return text as large as it fits into a box; `least` is where it is cut rather than made smaller."""
    most = max(1, round(largest))
    found: Fitted = fitted(
        text, box[2], box[3], largest=most, least=min(most, round(least) or most), bold=bold, lines=lines
    )
    return Words(box, found.lines, found.size, bold, tone, side, found.cut)


def baselines(piece: Words) -> tuple[QPointF, ...]:
    """Return where each line of a text begins."""
    x, y, width, height = piece.box
    top = y + (height - len(piece.lines) * piece.size * LINE) / 2
    starts = []
    for number, line in enumerate(piece.lines):
        over = width - width_of(line, piece.size, bold=piece.bold)
        left = x + {"left": 0.0, "right": over, "middle": over / 2}[piece.side]
        starts.append(QPointF(left, top + number * piece.size * LINE + first_baseline(piece.size)))
    return tuple(starts)


def figures_start(piece: Figures) -> QPointF:
    """Return where figures begin."""
    x, y, width, height = piece.box
    over = width - width_of(piece.words, piece.size, bold=True)
    left = x + {"left": 0.0, "right": over, "middle": over / 2}[piece.side]
    return QPointF(left, y + height - piece.size * _SINK)


def sign_boxes(piece: Figures) -> tuple[tuple[str, Box], ...]:
    """Return every sign of a time with the place it takes."""
    top, height = piece.box[1], piece.box[3]
    x, places = figures_start(piece).x(), []
    for sign in piece.words:
        wide = width_of(sign, piece.size, bold=True)
        places.append((sign, (x, top, wide, height)))
        x += wide
    return tuple(places)


def changed_boxes(before: Sequence[Piece], after: Sequence[Piece]) -> list[Box]:
    """Return where two pictures of a screen differ; of a time that runs only the figures that are others now."""
    differing = set(before).symmetric_difference(after)
    times = [piece for piece in differing if isinstance(piece, Figures)]
    if len(times) == 2 and replace(times[0], words=times[1].words) == times[1]:
        signs = set(sign_boxes(times[0])).symmetric_difference(sign_boxes(times[1]))
        return [*(piece.box for piece in differing if piece not in times), *(place for _sign, place in signs)]
    return [piece.box for piece in differing]


def figures_height(size: float) -> float:
    """Return how high figures of a size are."""
    return size * (FIGURE_RISE + _SINK)


def largest_figures(widest: str, width: float, height: float) -> int:
    """Return the largest size in which the widest form of a time fits into a box."""
    return max(1, int(min(width / width_of(widest, 100, bold=True) * 100, height / figures_height(1))))
