"""How the lines of a read-out are painted: the number, the text, and beneath it whose words they are and what is to be looked at."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.chip import ChipLook, chip_width, paint_chip
from cmc_desk.ui.parts.flag import paint_flag
from cmc_desk.ui.parts.row_paint import PAD
from cmc_desk.ui.summaries.readout_rows import NEW, LineRow, SlotRow
from cmc_desk.ui.summaries.text_layout import laid

SIZE = 15
NUMBER = 30
_HEADING, _ABOVE, _UNDER, _LOWER, _FLAG = 32, 8, 8, 22, 18
_NEW = 56


def text_width(width: int) -> int:
    """Return how wide the text of a line is in a list of `width` px."""
    return width - 2 * PAD - NUMBER


def line_height(row: LineRow, width: int) -> int:
    """Return how high a row is in a list of `width` px."""
    if row.heading:
        return _HEADING
    if row.key == NEW:
        return _NEW
    lower = _LOWER if row.aside or row.states() else 0
    return round(_ABOVE + laid(row.text, text_width(width), SIZE).height + lower + _UNDER)


def paint_line(painter: QPainter, rect: QRectF, row: LineRow, selected: bool) -> None:  # noqa: FBT001 - a RowPainter
    """Draw a row into its place."""
    inner = rect.adjusted(PAD, 0, -PAD, 0)
    if row.heading:
        draw.text(painter, inner, row.text, size=13, bold=True, tone="sea" if row.number else "slate")
        if not row.number:
            draw.text(painter, inner, _("nothing yet"), size=12, tone="slate", align=draw.RIGHT)
        return
    number = f"{row.number}." if row.number else "–"
    top = QRectF(inner.x(), rect.y() + _ABOVE, NUMBER, 22)
    draw.text(painter, top, number, size=SIZE, tone="slate" if row.left_out else "ink")
    text = laid(row.text, text_width(round(rect.width())), SIZE)
    at = QPointF(inner.x() + NUMBER, rect.y() + _ABOVE)
    text.paint(painter, at, tone="slate" if row.left_out else "ink", size=SIZE)
    _paint_lower(painter, QRectF(at.x(), at.y() + text.height, inner.right() - at.x(), _LOWER), row, selected=selected)


def _paint_lower(painter: QPainter, area: QRectF, row: LineRow, *, selected: bool) -> None:
    x = area.x()
    for look in _chips(row):
        room = QRectF(x, area.y(), max(0.0, area.right() - x), area.height())
        if room.width() < 48:
            return
        paint_chip(painter, room, look, selected=selected)
        x += chip_width(look) + 8
    for flag in row.flags:
        if x + _FLAG > area.right():
            return
        paint_flag(painter, x, area.center().y(), flag, _FLAG)
        x += _FLAG + 6
    if row.aside and area.right() - x > 24:
        draw.text(painter, QRectF(x, area.y(), area.right() - x, area.height()), row.aside, size=12, tone="slate")


def _chips(row: LineRow) -> tuple[ChipLook, ...]:
    looks = {_("Sources changed"): "warning", _("Left out"): "absent", _("Rewritten"): "outline", _("Added"): "outline"}
    found = []
    for words in row.states():
        kind = looks.get(words, "blocks")
        found.append(ChipLook(words, kind))  # type: ignore[arg-type] # kinds of chips, as they stand above
    return tuple(found)


def slot_height(row: SlotRow, width: int) -> int:
    """Return how high a slot is in a list of `width` px."""
    return round(8 + laid(row.title, width - 2 * PAD, 14, airy=False).height + 3 + 18 + 20 + 11)


def paint_slot(painter: QPainter, rect: QRectF, row: SlotRow, selected: bool) -> None:  # noqa: FBT001 - a RowPainter
    """Draw a slot into its place."""
    inner = rect.adjusted(PAD, 0, -PAD, 0)
    title = laid(f"*{row.title}*" if selected else row.title, int(inner.width()), 14, airy=False)
    title.paint(painter, QPointF(inner.x(), rect.y() + 8), size=14)
    y = rect.y() + 8 + title.height + 1
    draw.text(painter, QRectF(inner.x(), y, inner.width(), 18), row.second, size=12, tone="slate")
    paint_chip(painter, QRectF(inner.x(), y + 20, inner.width(), 20), row.chip, selected=selected)
