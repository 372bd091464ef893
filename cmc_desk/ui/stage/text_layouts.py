"""Where everything stands on the stage while the room reads a text: a summary that is read out, or what is to be approved."""

from collections.abc import Sequence
from dataclasses import dataclass

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.stage.draft_layout import draft_pieces
from cmc_desk.ui.stage.fitting import LINE, Fitted, fitted, width_of
from cmc_desk.ui.stage.look import ApprovalLook, DraftLook, ReadingLook, StageLook, Stamp
from cmc_desk.ui.stage.marked_lines import marked_in, said
from cmc_desk.ui.stage.other_layouts import sheet_of
from cmc_desk.ui.stage.pieces import Fill, Mark, Outline, Piece, Words, words
from cmc_desk.ui.stage.stage_layout import Sheet

_LARGEST, _LEAST = 68, 24
_MOST_LINES = 60
_HEADING, _BETWEEN, _BEFORE_HEADING = 0.62, 0.42, 0.5
# mark, tone
_STAMPS = {
    Stamp.APPROVED: ("check", "bar"),
    Stamp.AMENDED: ("summaries", "bar"),
    Stamp.DEFERRED: ("clock", "over"),
}


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines of one size with what is left free above them."""

    text: Fitted
    above: float
    heading: bool


def text_pieces(
    text: ReadingLook | ApprovalLook | DraftLook, look: StageLook, width: float, height: float
) -> tuple[Piece, ...]:
    """Return the pieces of a text that the room reads; the time of day is that of the stage."""
    sheet = sheet_of(width, height)
    if isinstance(text, ReadingLook):
        return _reading(text, look, sheet)
    if isinstance(text, DraftLook):
        above = f"{text.document} · {text.state}"
        return draft_pieces(text, sheet, _head(text.title, above, look, sheet))
    return _approval(text, look, sheet)


def _head(title: str, above: str, look: StageLook, sheet: Sheet) -> list[Piece]:
    u = sheet.scale
    wide = width_of("00:00", round(88 * u), bold=True) + 4 * u
    room = sheet.inner - wide - 40 * u
    return [
        words(
            look.mark or above,
            (sheet.margin, 44 * u, room, 46 * u),
            largest=32 * u,
            least=20 * u,
            tone="over" if look.mark else "soft",
            bold=bool(look.mark),
        ),
        words(title, (sheet.margin, 90 * u, room, 98 * u), largest=52 * u, least=28 * u, bold=True, lines=2),
        words(look.time, (sheet.right - wide, 52 * u, wide, 116 * u), largest=88 * u, bold=True, side="right"),
        Fill((sheet.margin, round(200 * u), sheet.inner, max(1.0, round(u))), "line"),
    ]


def _reading(text: ReadingLook, look: StageLook, sheet: Sheet) -> tuple[Piece, ...]:
    u = sheet.scale
    pieces = _head(text.title, text.state, look, sheet)
    top, bottom = 232 * u, sheet.height - (96 if text.pages > 1 else 48) * u
    blocks = _blocks(text, sheet.inner, bottom - top, u)
    y = top
    for block in blocks:
        y += block.above
        box = (sheet.margin, y, sheet.inner, block.text.height)
        tone = "bar" if block.heading else "text"
        pieces.append(Words(box, block.text.lines, block.text.size, bold=block.heading, tone=tone, cut=block.text.cut))
        y += block.text.height
    if text.pages > 1:
        page = _("{page} of {pages}").format(page=text.page, pages=text.pages)
        box = (sheet.margin, sheet.height - 88 * u, sheet.inner, 52 * u)
        pieces.append(words(page, box, largest=36 * u, least=20 * u, tone="soft", side="right"))
    return tuple(pieces)


def _blocks(text: ReadingLook, width: float, height: float, u: float) -> Sequence[_Block]:
    """Return the page in the largest size in which all of it fits."""
    size, least = round(_LARGEST * u), max(1, round(_LEAST * u))
    while True:
        blocks = _at_size(text, width, size)
        if size <= least or sum(block.above + block.text.height for block in blocks) <= height:
            return blocks
        size = max(least, min(size - 1, int(size * 0.96)))


def _at_size(text: ReadingLook, width: float, size: int) -> list[_Block]:
    blocks: list[_Block] = []
    for part in text.parts:
        if part.heading:
            small = max(1, round(size * _HEADING))
            above = size * _BEFORE_HEADING if blocks else 0.0
            blocks.append(_Block(_lines(part.heading, width, small, bold=True), above, heading=True))
        for line in part.lines:
            above = size * (0.14 if blocks and blocks[-1].heading else _BETWEEN) if blocks else 0.0
            blocks.append(_Block(_lines(line, width, size), above, heading=False))
    return blocks


def _lines(text: str, width: float, size: int, *, bold: bool = False) -> Fitted:
    high = _MOST_LINES * size * LINE + 1
    return fitted(text, width, high, largest=size, least=size, bold=bold, lines=_MOST_LINES)


def _approval(text: ApprovalLook, look: StageLook, sheet: Sheet) -> tuple[Piece, ...]:
    u = sheet.scale
    pieces = _head(text.title, text.progress, look, sheet)
    following = len(text.next) * 76 * u
    bottom = sheet.height - 48 * u - (following + 24 * u if following else 0)
    top = 236 * u
    if text.decided:
        pieces += _stamp(text, sheet, top)
        top += 128 * u
    number = f"{text.number}." if text.number else ""
    left = width_of("00.", round(112 * u), bold=True) + 20 * u if number else 0.0
    tall = 150 * u
    pieces.append(words(number, (sheet.margin, top, left, tall), largest=112 * u, bold=True, tone="bar"))
    box = (sheet.margin + left, top + 14 * u, sheet.inner - left, bottom - top - 20 * u)
    sentence = words(said(text.changes) or text.sentence, box, largest=84 * u, least=28 * u, lines=14)
    if sentence.cut and text.changes:
        # What was approved is read whole before what was taken out of it.
        sentence = words(text.sentence, box, largest=84 * u, least=28 * u, lines=14)
    # At the top of its room: the number stands beside its first line.
    natural = len(sentence.lines) * sentence.size * LINE
    pieces.append(
        Words(
            (box[0], box[1], box[2], natural),
            sentence.lines,
            sentence.size,
            tone="text",
            cut=sentence.cut,
            looks=marked_in(text.changes, sentence.lines, sentence.size, bold=sentence.bold),
        )
    )
    if text.next:
        pieces.append(Fill((sheet.margin, round(bottom + 12 * u), sheet.inner, max(1.0, round(u))), "line"))
    for place, one in enumerate(text.next):
        line = (sheet.margin, bottom + 28 * u + place * 76 * u, sheet.inner, 72 * u)
        pieces.append(words(one, line, largest=36 * u, tone="soft"))
    return tuple(pieces)


def _stamp(text: ApprovalLook, sheet: Sheet, top: float) -> list[Piece]:
    u = sheet.scale
    icon, tone = _STAMPS.get(text.stamp, ("check", "bar"))
    sign, inside = 52 * u, 28 * u
    room = sheet.inner - 2 * inside - sign - 16 * u
    told = words(text.decided, (0, 0, room, 84 * u), largest=56 * u, least=28 * u, bold=True, tone=tone)
    wide = max((width_of(line, told.size, bold=True) for line in told.lines), default=0.0) + 2 * u
    frame = (sheet.margin, top, 2 * inside + sign + 16 * u + wide, 96 * u)
    return [
        Outline(frame, tone, max(2.0, 5 * u)),
        Mark((sheet.margin + inside, top + (96 * u - sign) / 2, sign, sign), icon, tone),
        Words(
            (sheet.margin + inside + sign + 16 * u, top + 6 * u, wide, 84 * u),
            told.lines,
            told.size,
            bold=True,
            tone=tone,
            cut=told.cut,
        ),
    ]
