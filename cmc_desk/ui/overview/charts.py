"""The rows of the charts of the overview, painted alike on the screen and into a file."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from cmc_desk.rules.agenda import ItemState
from cmc_desk.rules.agenda_drift import DriftLine
from cmc_desk.rules.overview_words import late_words
from cmc_desk.ui import icons
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.runs import Run, paint_runs
from cmc_desk.ui.theme import font

BAR_ROW, DRIFT_ROW, STAGE_ROW, METER_ROW = 24, 19, 30, 24
_PAD = 16
_MARKS = {
    ItemState.DONE: ("check", "slate"),
    ItemState.RUNNING: ("play", "sea"),
    ItemState.PAUSED: ("pause", "sea"),
    ItemState.SKIPPED: ("x", "slate"),
    ItemState.PLANNED: ("circle", "slate"),
}
_RUNS = (ItemState.RUNNING, ItemState.PAUSED)


@dataclass(frozen=True, slots=True)
class BarRow:
    """So many of a whole: of a category, or at a session; `tone` is its colour, `taken` whether anybody was counted there, `long` that its label is."""

    key: str
    label: str
    number: int
    whole: int
    tone: str = "sea"
    taken: bool = True
    long: bool = False


@dataclass(frozen=True, slots=True)
class DriftRow:
    """A line of the agenda and how far it is from its plan; `most` is the longest of all of them in seconds."""

    line: DriftLine
    most: float
    label: str


@dataclass(frozen=True, slots=True)
class StageRow:
    """A stage of sponsored travel; `note` stands in its bar."""

    key: str
    label: str
    number: int
    whole: int
    note: str = ""
    tone: str = "sea"


@dataclass(frozen=True, slots=True)
class MeterRow:
    """A draft: pieces (number, tone) of `whole` provisions, and how many brackets are left."""

    key: str
    label: str
    pieces: tuple[tuple[int, str], ...]
    whole: int
    words: str
    spoken: str


def paint_bar_row(painter: QPainter, area: QRectF, row: BarRow, selected: bool) -> None:  # noqa: FBT001 - a RowPainter
    """Paint a label, a bar of so many of a whole, and both figures."""
    figures, label = 64.0, area.width() * (0.52 if row.long else 0.3)
    left = area.x() + _PAD
    draw.text(painter, QRectF(left, area.y(), label - 8, area.height()), row.label, size=13)
    track = QRectF(left + label, area.center().y() - 4, area.right() - _PAD - figures - left - label, 8)
    draw.fill(painter, track, "panel" if selected else "neutralT")
    _part(painter, track, row.number, row.whole, row.tone)
    right = QRectF(area.right() - _PAD - figures, area.y(), figures, area.height())
    if row.taken:
        runs = (Run(str(row.number), bold=True), Run(f" / {row.whole}", tone="slate"))
        paint_runs(painter, right, runs, size=13, align=draw.RIGHT)
    else:
        draw.text(painter, right, "–", size=13, tone="slate", align=draw.RIGHT)


def paint_drift_row(painter: QPainter, area: QRectF, row: DriftRow, selected: bool) -> None:  # noqa: FBT001 - a RowPainter
    """Paint how a line of the agenda stands, what it is, and how far it is from its plan."""
    line, runs = row.line, row.line.state in _RUNS
    del selected
    fixed = line.fixed and line.state is ItemState.PLANNED
    icon, tone = ("anchor", "ink") if fixed else _MARKS[line.state]
    icons.paint(painter, QRectF(area.x() + _PAD, area.center().y() - 7, 14, 14), icon, tone)
    words, bars = 84.0, 58.0
    left, right = area.x() + 40, area.right() - _PAD
    loud = runs or fixed
    gone = line.state in (ItemState.DONE, ItemState.SKIPPED)
    room = QRectF(left, area.y(), right - words - bars - 12 - left, area.height())
    draw.text(painter, room, row.label, size=13, bold=loud, tone="ink" if loud else "slate")
    base = right - words - bars
    draw.down(painter, round(base), area.center().y() - 6, area.center().y() + 6, "edge")
    seconds = line.late.total_seconds() if line.held else 0.0
    wide = round(bars * min(1.0, abs(seconds) / row.most)) if row.most and abs(seconds) >= 60 else 0
    if wide:
        painter.save()
        # What is over is said more quietly than what can still be caught up.
        painter.setOpacity(0.45 if gone else 1.0)
        draw.fill(painter, QRectF(base + 1, area.center().y() - 5, wide, 10), "amber" if seconds > 0 else "leaf")
        painter.restore()
    said = QRectF(right - words, area.y(), words, area.height())
    late = seconds >= 60 and runs
    quiet = "ink" if runs else "slate"
    draw.text(painter, said, late_words(line), size=13, bold=runs, tone="amberInk" if late else quiet, align=draw.RIGHT)


def paint_stage_row(painter: QPainter, area: QRectF, row: StageRow, selected: bool) -> None:  # noqa: FBT001 - a RowPainter
    """Paint a stage of the funnel with what is to be said of it inside the bar."""
    del selected
    label, figures = 96.0, 32.0
    left = area.x() + _PAD
    draw.text(painter, QRectF(left, area.y(), label - 6, area.height()), row.label, size=13)
    track = QRectF(left + label, area.y() + 3, area.right() - _PAD - figures - left - label, area.height() - 6)
    draw.fill(painter, track, "neutralT")
    filled = _part(painter, track, row.number, row.whole, row.tone)
    if row.note:
        wide = draw.text_width(row.note, font(12)) + 16
        # Where the bar is too short for the words they stand behind it.
        inside = filled >= wide
        place = track if inside else track.adjusted(filled, 0, 0, 0)
        draw.text(painter, place.adjusted(8, 0, -4, 0), row.note, size=12, tone="onPrimary" if inside else "ink")
    figure = QRectF(area.right() - _PAD - figures, area.y(), figures, area.height())
    draw.text(painter, figure, str(row.number), size=15, bold=True, align=draw.RIGHT)


def paint_meter_row(painter: QPainter, area: QRectF, row: MeterRow, selected: bool) -> None:  # noqa: FBT001 - a RowPainter
    """Paint how much of a draft is agreed."""
    label, words = 142.0, 68.0
    left = area.x() + _PAD
    draw.text(painter, QRectF(left, area.y(), label - 6, area.height()), row.label, size=13)
    track = QRectF(left + label, area.center().y() - 4, area.right() - _PAD - words - left - label, 8)
    draw.fill(painter, track, "panel" if selected else "neutralT")
    x = track.x()
    for number, tone in row.pieces:
        wide = track.width() * number / row.whole if row.whole else 0.0
        draw.fill(painter, QRectF(x, track.y(), wide, track.height()), tone)
        x += wide
    right = QRectF(area.right() - _PAD - words, area.y(), words, area.height())
    draw.text(painter, right, row.words, size=12, tone="slate", align=draw.RIGHT)


def spoken_bar(row: BarRow) -> str:
    """Return what is said of a bar."""
    return f"{row.label}: {row.number} / {row.whole}"


def spoken_drift(row: DriftRow) -> str:
    """Return what is said of a line of the agenda."""
    return f"{row.label}: {late_words(row.line)}"


def spoken_stage(row: StageRow) -> str:
    """Return what is said of a stage."""
    return f"{row.label}: {row.number} / {row.whole}" + (f", {row.note}" if row.note else "")


def drift_rows(lines: Sequence[DriftLine]) -> tuple[DriftRow, ...]:
    """Return the lines with one scale, on which a minute is seen as little; what does not move says when it is."""
    most = max([900.0, *(abs(line.late.total_seconds()) for line in lines if line.held)])
    return tuple(
        DriftRow(line, most, f"{line.title} {line.starts:%H:%M}" if line.fixed else line.title) for line in lines
    )


def _part(painter: QPainter, track: QRectF, number: int, whole: int, tone: str) -> float:
    share = min(1.0, number / whole) if whole else 0.0
    wide = max(2.0, track.width() * share) if number else 0.0
    draw.fill(painter, QRectF(track.x(), track.y(), wide, track.height()), tone)
    return wide
