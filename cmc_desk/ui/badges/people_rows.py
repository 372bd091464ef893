"""The rows of the Badges view: who, in which band, why, and whether it is ticked."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from cmc_desk.desk.badge_list import BadgeFilter, BadgeRow, fits
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.badge_state import CHANGED, WHY_WORDS, Why, is_to_print
from cmc_desk.rules.folding import words
from cmc_desk.ui.context import Facts
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.cells import Cell, CellStyle, FlagText, TickMark
from cmc_desk.ui.parts.row_model import Column
from cmc_desk.ui.parts.runs import Run
from cmc_desk.ui.registration.words import time_words

ROW = 34
_SWATCH = 10


@dataclass(frozen=True, slots=True)
class Listed:
    """A badge with its words, worked out beside the window; `words` are what a search compares."""

    row: BadgeRow
    why: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A badge as it is listed, ticked or not."""

    listed: Listed
    ticked: bool

    @property
    def row(self) -> BadgeRow:
        """What the meeting says of the badge."""
        return self.listed.row

    @property
    def key(self) -> str:
        """Whose badge it is."""
        return self.listed.row.participant


@dataclass(frozen=True, slots=True)
class Ticks:
    """What somebody has ticked or unticked by hand; everything to be printed is ticked by itself."""

    on: frozenset[str] = frozenset()
    off: frozenset[str] = frozenset()

    def has(self, row: BadgeRow) -> bool:
        """Say whether a badge is ticked."""
        return row.participant not in self.off if is_to_print(row.why) else row.participant in self.on

    def put(self, people: Collection[str], *, ticked: bool) -> "Ticks":
        """Return the ticks with these people ticked, or not."""
        some = frozenset(people)
        return Ticks(self.on | some, self.off - some) if ticked else Ticks(self.on - some, self.off | some)


def listed_badges(facts: Facts, rows: Sequence[BadgeRow], now: datetime) -> tuple[Listed, ...]:
    """Return the badges with their words, in the order of `rows`; it may run beside the window."""
    return tuple(
        Listed(
            row,
            why_words(facts, row, now),
            words(f"{row.name} {row.delegation_name} {row.delegation} {row.category_name}"),
        )
        for row in rows
    )


def shown_lines(lines: Sequence[PersonLine], *, only: str, delegation: str, text: str) -> tuple[PersonLine, ...]:
    """Return the lines that the filters let through; every word of `text` has to begin a word of the line."""
    typed, wanted = words(text), BadgeFilter(only)
    return tuple(
        line
        for line in lines
        if fits(line.listed.row, wanted)
        and (not delegation or line.listed.row.delegation == delegation)
        and (not typed or all(any(word.startswith(begun) for word in line.listed.words) for begun in typed))
    )


def counted(lines: Sequence[PersonLine]) -> dict[str, int]:
    """Return how many of these lines each filter shows."""
    found = Counter(only.value for line in lines for only in BadgeFilter if fits(line.row, only))
    return {only.value: found[only.value] for only in BadgeFilter}


def why_words(facts: Facts, row: BadgeRow, now: datetime) -> str:
    """Return why a badge is to be printed, or when it was."""
    said = _(WHY_WORDS[row.why])
    if row.why is Why.PRINTED and row.at is not None:
        return said.format(time=time_words(facts, row.at, now))
    if row.why in (Why.QUEUED, Why.NEVER) and row.replaces and row.reason:
        return _("Replaces: {reason}").format(reason=row.reason)
    return said


def columns() -> tuple[Column[PersonLine], ...]:
    """Return the columns of the list."""
    return (
        Column("", _tick, width=42),
        Column(_("Name"), lambda line: line.row.name, bold=True, tooltip=_tooltip),
        Column(_("Band"), _band, width=106, size=13, paint=_paint_band),
        Column(_("Why"), _why, width=116, size=12),
    )


def _band(line: PersonLine) -> FlagText:
    return FlagText(line.row.colour, line.row.category_name)


def _tick(line: PersonLine) -> TickMark:
    name = _("{name}: to be printed") if line.ticked else _("{name}: not to be printed")
    return TickMark(line.ticked, name.format(name=line.row.name))


def _tooltip(line: PersonLine) -> str:
    return f"{line.row.name}\n{line.row.delegation_name}"


def _why(line: PersonLine) -> tuple[Run, ...]:
    return (Run(line.listed.why, tone="amberInk" if line.row.why in CHANGED else "slate"),)


def _paint_band(painter: QPainter, rect: QRectF, cell: Cell, style: CellStyle) -> None:
    if isinstance(cell, FlagText):
        swatch = QRectF(rect.x(), round(rect.center().y() - _SWATCH / 2), _SWATCH, _SWATCH)
        draw.fill(painter, swatch, cell.code)
        draw.text(painter, rect.adjusted(_SWATCH + 6, 0, 0, 0), cell.text, size=style.size)
