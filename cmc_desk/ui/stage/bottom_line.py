"""The last line of the stage: who speaks next, how many wait behind them, and the next fixed point."""

from typing import TYPE_CHECKING

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.ui.stage.fitting import width_of
from cmc_desk.ui.stage.look import Named, StageLook
from cmc_desk.ui.stage.pieces import Box, Flag, Mark, Piece, Words, words

if TYPE_CHECKING:
    from cmc_desk.ui.stage.stage_layout import Sheet

_SIZE, _LEAST = 44, 26


def next_pieces(look: StageLook, sheet: "Sheet") -> tuple[Piece, ...]:
    """Return the line of a lying screen."""
    u = sheet.scale
    y, height = sheet.height - 146 * u, 88 * u
    right, taken = _fixed(look, sheet, y, height, most=sheet.inner * 0.45)
    room = sheet.inner - (taken + 48 * u if taken else 0)
    return (*_next(look, (sheet.margin, y, room, height), u), *right)


def standing_next_pieces(look: StageLook, sheet: "Sheet", top: float) -> tuple[Piece, ...]:
    """Return the lines of a screen that stands: who is next, who then, the fixed point beneath."""
    u = sheet.scale
    height = 116 * u
    first = StageLook(look.scene, "", "", next=look.next[:1], more=0)
    pieces = list(_next(first, (sheet.margin, top, sheet.inner, height), u))
    if len(look.next) > 1:
        then = " · ".join(part for part in (_then(look.next[1]), _more(look.more)) if part)
        box = (sheet.margin, top + height + 8 * u, sheet.inner, 100 * u)
        pieces.append(words(then, box, largest=_SIZE * u, least=_LEAST * u, lines=2, tone="soft"))
    fixed, _taken = _fixed(look, sheet, sheet.height - 150 * u, 88 * u, most=sheet.inner)
    return (*pieces, *fixed)


def _next(look: StageLook, box: Box, u: float) -> tuple[Piece, ...]:
    if not look.next:
        return ()
    x, y, room, height = box
    end = x + room
    size = round(_SIZE * u)
    first = look.next[0]
    lead = width_of(_("Next"), size, bold=False) + 2 * u
    pieces: list[Piece] = [Words((x, y, lead, height), (_("Next"),), size, tone="soft")]
    x += lead + 24 * u
    if first.flag:
        flag = 70 * u
        pieces.append(Flag((x, y + height / 2 - flag / 3, flag, flag * 2 / 3), first.flag))
        x += flag + 22 * u
    wide = min(end - x, width_of(first.name, size, bold=True) + 2 * u)
    pieces.append(words(first.name, (x, y, wide, height), largest=size, least=_LEAST * u, bold=True, lines=2))
    x += wide
    rest = [(_then(one), 48 * u) for one in look.next[1:]]
    if rest and look.more:
        rest.append((_more(look.more), 32 * u))
    for part, gap in rest:
        # Whoever does not fit is not announced: half a name is worse than none.
        wide = width_of(part, size, bold=False) + 2 * u
        if x + gap + wide > end:
            break
        pieces.append(Words((x + gap, y, wide, height), (part,), size, tone="soft"))
        x += gap + wide
    return tuple(pieces)


def _fixed(look: StageLook, sheet: "Sheet", y: float, height: float, *, most: float) -> tuple[tuple[Piece, ...], float]:
    if not look.fixed:
        return (), 0.0
    u = sheet.scale
    size = round(_SIZE * u)
    sign, gap = 40 * u, 22 * u
    wide = width_of(look.fixed_at, size, bold=True) + 2 * u
    room = min(most - sign - 2 * gap - wide, width_of(look.fixed, size, bold=False) + 2 * u)
    start = sheet.right - wide
    title = words(
        look.fixed,
        (start - gap - room, y, room, height),
        largest=size,
        least=_LEAST * u,
        lines=2,
        tone="soft",
        side="right",
    )
    # Beside the words that are there: in two lines they are narrower than their room.
    natural = max(width_of(line, title.size, bold=False) for line in title.lines)
    x = start - gap - natural - gap - sign
    return (
        Mark((x, y + (height - sign) / 2, sign, sign), "anchor"),
        title,
        Words((start, y, wide, height), (look.fixed_at,), size, bold=True, side="right"),
    ), sheet.right - x


def _then(one: Named) -> str:
    return _("then {name}").format(name=one.name)


def _more(number: int) -> str:
    return ngettext("{number} more", "{number} more", number).format(number=number) if number else ""
