"""The text of a field as it is set: the drawing and the warnings before printing ask the same function."""

from dataclasses import dataclass
from functools import lru_cache, partial

from cmc_desk.reports.badge_words import printable
from cmc_desk.reports.page import MM
from cmc_desk.reports.typesetting import missing_glyphs, text_width
from cmc_desk.rules.badge_design import Align, Box, DesignField, Show
from cmc_desk.rules.badge_sheet import overlap
from cmc_desk.rules.fitting import LEADING, Fitted, Room, fit

# Heights above the baseline, as shares of the size: a capital, and an accent on it.
CAPITAL, ASCENT = 0.714, 0.95
_INSET = 0.5
_GAP = 3.0


@dataclass(frozen=True, slots=True)
class Setting:
    """A text in its place: the lines of `fitted`, and the letters that no font has and that are left out."""

    fitted: Fitted
    missing: str = ""


@lru_cache(maxsize=8192)
def set_text(words: tuple[str, ...], room: Room, bold: bool) -> Setting:  # noqa: FBT001 - a key of the cache
    """Return how `words` are set in `room`."""
    missing = "".join(dict.fromkeys(letter for text in words for letter in missing_glyphs(text, bold=bold)))
    shown = [printable(text, bold=bold) for text in words] if missing else words
    return Setting(fit(shown, room, partial(text_width, size=1.0, bold=bold)), missing)


@lru_cache(maxsize=1024)
def room_of(field: DesignField, within: Box) -> Room:
    """Return the room that a text has in `within`, which is the box of the field or a part of it."""
    return Room(within.width * MM, within.height * MM, field.size, field.comfortable, field.smallest, field.lines)


def baselines(fitted: Fitted, height: float, *, middle: bool) -> list[float]:
    """Return how far the lines stand below the top of a box that is `height` points high: in its middle, or from its top."""
    count = len(fitted.lines)
    first = (
        (height - (count - 1) * fitted.size * LEADING + fitted.size * CAPITAL) / 2 if middle else fitted.size * ASCENT
    )
    return [first + number * LEADING * fitted.size for number in range(count)]


@lru_cache(maxsize=256)
def band_room(field: DesignField, side: tuple[DesignField, ...]) -> Box:
    """Return where in its band the word of the category may stand: clear of the edges and of other fields in the band."""
    inset = field.box.height * _INSET
    left, right = field.box.x + inset, field.box.x + field.box.width - inset
    for other in side:
        if other.show is Show.BAND or not overlap(field.box, other.box):
            continue
        if field.align is Align.RIGHT:
            left = max(left, other.box.x + other.box.width + _GAP)
        else:
            right = min(right, other.box.x - _GAP)
    return Box(left, field.box.y, max(right - left, 1.0), field.box.height)
