"""How an entry is painted: time, flag, speaker, kind, the mark for the read-out, and the text beneath."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from cmc_desk.i18n import gettext as _
from cmc_desk.ui import icons
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.flag import paint_flag
from cmc_desk.ui.summaries.entry_rows import EntryRow
from cmc_desk.ui.summaries.kinds import look_of
from cmc_desk.ui.summaries.text_layout import laid
from cmc_desk.ui.theme import font

LEFT, TEXT_LEFT, RIGHT = 20, 72, 20
_ABOVE, _HEAD, _UNDER, _CHIP = 8, 22, 10, 20


def entry_height(row: EntryRow, width: int, size: int) -> int:
    """Return how high an entry is in a list of `width` px, with text of `size` px."""
    return round(_ABOVE + _HEAD + 3 + laid(row.text, width - TEXT_LEFT - RIGHT, size).height + _UNDER)


def paint_entry(painter: QPainter, rect: QRectF, row: EntryRow, size: int) -> None:
    """Draw an entry into its place."""
    faint = row.deleted or row.writing or row.waiting
    head = QRectF(rect.x() + TEXT_LEFT, rect.y() + _ABOVE, rect.width() - TEXT_LEFT - RIGHT, _HEAD)
    draw.text(painter, QRectF(rect.x() + LEFT, head.y(), TEXT_LEFT - LEFT - 8, _HEAD), row.time, tone="slate")
    right = _paint_mark(painter, head, row)
    x = head.x()
    if row.flag:
        paint_flag(painter, x, head.center().y(), row.flag, 21)
        x += 29
    if row.speaker:
        tone = "amberInk" if row.unknown else "slate" if faint else "ink"
        room = min(draw.text_width(row.speaker, font(14, bold=True)) + 1, max(60.0, right - x - 190))
        draw.text(painter, QRectF(x, head.y(), room, _HEAD), row.speaker, bold=True, tone=tone)
        x += room + 9
    x = _paint_kind(painter, QRectF(x, head.y(), right - x, _HEAD), row)
    hand = _("{name} has it open").format(name=row.hand) if row.hand else ""
    states = (_("being written") if row.writing else "", _("done") if row.done else "", hand)
    words = " · ".join(part for part in (row.about, row.aside, *states) if part)
    if words and right - x > 30:
        draw.text(painter, QRectF(x + 9, head.y(), right - x - 17, _HEAD), words, size=12, tone="slate")
    text = laid(row.text, int(rect.width()) - TEXT_LEFT - RIGHT, size)
    text.paint(painter, QPointF(head.x(), head.bottom() + 3), tone="slate" if faint else "ink", size=size)


def _paint_mark(painter: QPainter, head: QRectF, row: EntryRow) -> float:
    """Draw what stands at the right; return where the rest of the line must end."""
    marks = [("alert", "coral", _("Two texts"))] if row.conflict else []
    if row.waiting:
        marks.append(("alert", "coral", _("Not saved yet")))
    if row.highlighted:
        marks.append(("star", "amberInk", _("Read-out")))
    right = head.right()
    for icon, tone, words in marks:
        width = draw.text_width(words, font(12)) + 1
        draw.text(painter, QRectF(right - width, head.y(), width, _HEAD), words, size=12, tone=tone)
        icons.paint(painter, QRectF(right - width - 18, head.center().y() - 7, 14, 14), icon, tone)
        right -= width + 30
    return right


def _paint_kind(painter: QPainter, room: QRectF, row: EntryRow) -> float:
    look = look_of(row.kind)
    width = draw.text_width(look.words, font(12)) + 1
    box = QRectF(room.x(), room.center().y() - _CHIP / 2, 7 + 14 + 5 + width + 7, _CHIP)
    draw.box(painter, box, fill=look.ground, radius=3)
    icons.paint(painter, QRectF(box.x() + 7, box.center().y() - 7, 14, 14), look.icon, look.tone, ground=look.ground)
    draw.text(painter, QRectF(box.x() + 26, box.y(), width, _CHIP), look.words, size=12, tone=look.tone)
    return box.right()
