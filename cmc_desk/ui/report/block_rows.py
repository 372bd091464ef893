"""The blocks of the report as rows: on or left out, numbered, with a sign where somebody wrote by hand or the sources changed since."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from gettext import NullTranslations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from cmc_desk.i18n import gettext as _
from cmc_desk.reports.outcome_words import figure_words, table_words
from cmc_desk.rules.report_blocks import (
    Block,
    Bullets,
    Cover,
    Figure,
    Heading,
    PageBreak,
    Para,
    Redlined,
    Table,
    text_of,
)
from cmc_desk.ui import icons
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.cells import paint_tick
from cmc_desk.ui.parts.row_paint import PAD
from cmc_desk.ui.theme import font

HEIGHT = 32
_STEP = 14
_TICK = 16
_SIGN = 14
# A list of hundreds of rows is painted often, and nobody reads further than this in a line.
_LONGEST = 160


class Hand(StrEnum):
    """Whether somebody wrote the text by hand."""

    NOBODY = ""
    WRITTEN = "written"
    STALE = "stale"


class Only(StrEnum):
    """Which blocks the list shows."""

    ALL = "all"
    WRITTEN = "written"
    STALE = "stale"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class BlockRow:
    """A block in the list; `asked` says that it is left out because somebody said so of this very block."""

    key: str
    depth: int
    label: str
    text: str
    heading: bool = False
    on: bool = True
    asked: bool = False
    hand: Hand = Hand.NOBODY


def block_rows(blocks: Sequence[Block], left_out: Collection[str], texts: NullTranslations) -> tuple[BlockRow, ...]:
    """Return the rows; new pages and the provisions of a draft go with the heading above them.

    `texts` are those of the report: what stands in it is in its language, whatever that of the windows is.
    """
    found: list[BlockRow] = []
    depth = 0
    for block in blocks:
        if isinstance(block, PageBreak | Redlined):
            continue
        if isinstance(block, Heading):
            depth = block.level
        heading = isinstance(block, Heading | Cover)
        found.append(
            BlockRow(
                key=block.key,
                depth=depth - 1 if isinstance(block, Heading) else 0 if isinstance(block, Cover) else depth,
                label=block.label if isinstance(block, Heading | Para) else "",
                text=_text(block, texts),
                heading=heading,
                on=not block.left_out,
                asked=block.key in left_out,
                hand=_hand(block),
            )
        )
    return tuple(found)


def chosen_rows(rows: Sequence[BlockRow], only: Only) -> tuple[BlockRow, ...]:
    """Return the rows that are wanted."""
    return tuple(
        row
        for row in rows
        if only is Only.ALL
        or (only is Only.WRITTEN and row.hand is not Hand.NOBODY)
        or (only is Only.STALE and row.hand is Hand.STALE)
        or (only is Only.LEFT_OUT and not row.on)
    )


def spoken(row: BlockRow) -> str:
    """Return a row in words."""
    hand = {Hand.NOBODY: "", Hand.WRITTEN: _("written by hand"), Hand.STALE: _("written by hand, its sources changed")}
    parts = (row.label, row.text, "" if row.on else _("left out"), hand[row.hand])
    return ", ".join(part for part in parts if part)


def tick_place(row: BlockRow, top: float) -> QRectF:
    """Return where the tick of a row stands."""
    return QRectF(PAD + row.depth * _STEP, round(top + (HEIGHT - 1 - _TICK) / 2), _TICK, _TICK)


def paint_row(painter: QPainter, rect: QRectF, row: BlockRow, selected: bool) -> None:  # noqa: FBT001 - a RowPainter
    """Paint a row."""
    del selected
    box = tick_place(row, rect.y()).translated(rect.x(), 0)
    paint_tick(painter, box, on=row.on)
    left, right = box.right() + 10, rect.right() - PAD
    if row.hand is not Hand.NOBODY:
        sign = QRectF(right - _SIGN, round(rect.center().y() - _SIGN / 2), _SIGN, _SIGN)
        stale = row.hand is Hand.STALE
        icons.paint(painter, sign, "triangle" if stale else "summaries", "amber" if stale else "sea")
        right -= _SIGN + 8
    tone = "ink" if row.on else "faint"
    if row.label:
        face = font(13, bold=row.heading)
        width = draw.text_width(row.label, face) + 8
        draw.text(
            painter,
            QRectF(left, rect.y(), width, rect.height()),
            row.label,
            size=13,
            bold=row.heading,
            tone="slate" if row.on else "faint",
        )
        left += width
    draw.text(
        painter,
        QRectF(left, rect.y(), right - left, rect.height()),
        row.text,
        size=13,
        bold=row.heading and row.on,
        tone=tone,
    )


def _text(block: Block, texts: NullTranslations) -> str:
    if isinstance(block, Cover):
        return _("Cover")
    if isinstance(block, Table):
        if block.label and block.title:
            return table_words(block, texts)
        # One that is left out has no number.
        return block.title or ", ".join(column.title for column in block.columns)
    if isinstance(block, Figure):
        return figure_words(block, texts) if block.label else block.title
    if isinstance(block, Bullets):
        return f"• {' • '.join(block.lines)}"[:_LONGEST]
    return " ".join(text_of(block)[:_LONGEST].split())


def _hand(block: Block) -> Hand:
    if not isinstance(block, Para) or not block.written:
        return Hand.NOBODY
    return Hand.STALE if block.stale else Hand.WRITTEN
