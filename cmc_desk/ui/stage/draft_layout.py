"""Where everything stands on the stage while the room reads a paragraph of a draft: its text, and beneath it what stands in brackets."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cmc_desk.i18n import gettext as _
from cmc_desk.rules import word_difference
from cmc_desk.ui.stage.fitting import LINE, width_of
from cmc_desk.ui.stage.look import AlternativeLook, DraftLook
from cmc_desk.ui.stage.marked_lines import MarkedLine, marked_lines
from cmc_desk.ui.stage.pieces import Fill, Flag, Mark, Marked, Piece, Words, words
from cmc_desk.ui.stage.stage_layout import Sheet

_LARGEST, _LEAST = 60, 26
_SHRINK = 0.95
_RULE, _INSIDE, _RIGHT = 10, 34, 20
# The line of an alternative that says whose it is, and the room around it, in parts of the size of its text.
_HEAD, _ABOVE, _UNDER, _BETWEEN = 1.05, 0.25, 0.28, 0.36


@dataclass(frozen=True, slots=True)
class _Set:
    """A text broken into lines in one size, and the alternatives beneath it."""

    size: int
    text: tuple[MarkedLine, ...]
    alternatives: tuple[tuple[AlternativeLook, tuple[MarkedLine, ...]], ...]

    def height(self) -> float:
        """Return how high all of it is."""
        return len(self.text) * self.size * LINE + sum(map(self.high, self.alternatives))

    def high(self, one: tuple[AlternativeLook, tuple[MarkedLine, ...]]) -> float:
        """Return how high an alternative is, with what is free before it."""
        lines = len(one[1]) * self.size * LINE
        return self.size * (_BETWEEN + _ABOVE + _HEAD * LINE * _small(1) + _UNDER) + lines


def draft_pieces(text: DraftLook, sheet: Sheet, head: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return the pieces of a draft beneath the head of the stage, in the largest size in which all of it fits.

    Where even the smallest is too large, the text of the draft gives way to the alternatives to it, and then their end.
    """
    u = sheet.scale
    top, bottom = 226 * u, sheet.height - 40 * u
    made = _set(text, sheet.inner, bottom - top, u)
    if made.height() > bottom - top and text.alternatives:
        made = _set(replace(text, text=()), sheet.inner, bottom - top, u)
    pieces = _laid(made, sheet, top)
    if made.height() <= bottom - top:
        return (*head, *pieces)
    high = 44 * u
    told = words(
        _("It goes on beyond the screen."),
        (sheet.margin, bottom - high, sheet.inner, high),
        largest=32 * u,
        tone="soft",
    )
    shown = [one for one in pieces if _end(one) <= bottom - high - 8 * u]
    return (*head, *shown, told)


def _laid(made: _Set, sheet: Sheet, top: float) -> list[Piece]:
    pieces: list[Piece] = []
    y, size = top, made.size
    for line in made.text:
        pieces.append(Marked((sheet.margin, y, sheet.inner, size * LINE), line, size))
        y += size * LINE
    for one in made.alternatives:
        y += size * _BETWEEN
        high = made.high(one) - size * _BETWEEN
        pieces += _alternative(one, made, (sheet.margin, y, sheet.inner, high), sheet.scale)
        y += high
    return pieces


def _end(piece: Piece) -> float:
    return piece.box[1] + piece.box[3]


def _set(text: DraftLook, width: float, height: float, u: float) -> _Set:
    size, least = round(_LARGEST * u), max(1, round(_LEAST * u))
    inside = width - (_RULE + _INSIDE + _RIGHT) * u
    while True:
        made = _Set(
            size,
            marked_lines(text.text, size, width),
            tuple((one, marked_lines(_closed(one), size, inside)) for one in text.alternatives),
        )
        if size <= least or made.height() <= height:
            return made
        size = max(least, min(size - 1, int(size * _SHRINK)))


def _alternative(
    one: tuple[AlternativeLook, tuple[MarkedLine, ...]], made: _Set, box: tuple[float, float, float, float], u: float
) -> list[Piece]:
    told, lines = one
    size, small = made.size, max(1, round(_small(made.size)))
    left, top, width, high = box
    pieces: list[Piece] = []
    if told.leading:
        pieces.append(Fill(box, "lead"))
    pieces.append(Fill((left, top, max(2.0, _RULE * u), high), "bar" if told.leading else "other"))
    x, y = left + (_RULE + _INSIDE) * u, top + size * _ABOVE
    tall = small * LINE * _HEAD
    opening = width_of(told.opening, small, bold=True) + 14 * u
    pieces.append(Words((x, y, opening, tall), (told.opening,), small, bold=True))
    at = x + opening + 10 * u
    if told.flag:
        high_flag = small * 0.8
        pieces.append(Flag((at, y + (tall - high_flag) / 2, high_flag * 1.5, high_flag), told.flag))
        at += high_flag * 1.5 + 16 * u
    right = left + width - _RIGHT * u
    if told.behind:
        wide = width_of(told.behind, small, bold=False) + 4 * u
        pieces.append(Words((right - wide, y, wide, tall), (told.behind,), small, tone="soft", side="right"))
        right -= wide + 28 * u
    if told.conflicts and right - at > 4 * small:
        sign = small * 0.8
        room = min(width_of(told.conflicts, small, bold=True) + 4 * u, right - at - 1.4 * small)
        told_so = words(
            told.conflicts,
            (right - room, y, room, tall),
            largest=small,
            least=small * 0.5,
            bold=True,
            tone="over",
            side="right",
        )
        begins = right - max((width_of(line, told_so.size, bold=True) for line in told_so.lines), default=0.0)
        pieces += [told_so, Mark((begins - 1.2 * sign, y + (tall - sign) / 2, sign, sign), "alert", "over")]
        right = begins - 1.2 * sign - 28 * u
    if right - at > 60 * u:
        pieces.append(words(told.who, (at, y, right - at, tall), largest=small, tone="soft"))
    y += tall
    for line in lines:
        pieces.append(Marked((x, y, width - (_RULE + _INSIDE + _RIGHT) * u, size * LINE), line, size))
        y += size * LINE
    return pieces


def _closed(one: AlternativeLook) -> tuple[word_difference.Piece, ...]:
    return (*one.text, word_difference.Piece(one.closing)) if one.closing else one.text


def _small(size: float) -> float:
    return size * 0.68
