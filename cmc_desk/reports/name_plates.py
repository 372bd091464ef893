"""Name plates: tent cards of folded A4, to be read from both sides of the table; for delegations or for persons."""

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import NullTranslations

from cmc_desk.reports.flags import draw_flag, has_flag
from cmc_desk.reports.large_words import Large, draw_large, largest
from cmc_desk.reports.page import INKS, MM, Pages
from cmc_desk.rules.papers import Format, Imprint

_MARGIN = 14 * MM
_ABOVE_AND_BELOW = 8 * MM
_FLAG = (44 * MM, 33 * MM)
_GAP = 10 * MM
# What stands below the name takes this share of the height at most.
_BELOW = 0.3
_LARGEST = 150.0
_AROUND = 0.65


@dataclass(frozen=True, slots=True)
class NamePlate:
    """A plate: `above` stands small over the name, such as a salutation; `below` are the lines under it; `flag` may be empty."""

    name: str
    above: str = ""
    below: tuple[str, ...] = ()
    flag: str = ""


@dataclass(frozen=True, slots=True)
class NamePlates:
    """The plates in official order; `persons` tells those of people from those of delegations."""

    plates: tuple[NamePlate, ...]
    persons: bool = False

    @property
    def people(self) -> int:
        """How many people's names stand on plates."""
        return len(self.plates) if self.persons else 0


def render(content: NamePlates, _form: Format, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the plates as PDF, one on a page: A4 on its side, to be folded along the dashes."""
    _ = texts.gettext
    if not content.plates:
        pages = Pages(_("Name plates"), imprint, texts, wide=True)
        pages.text(_("Nobody is on the list yet."), tone="slate")
        return pages.finish()
    pages = Pages(_("Name plates"), imprint, texts, wide=True, head=False)
    for number, plate in enumerate(content.plates):
        if number:
            pages.new_page()
        _draw_plate(pages, plate, persons=content.persons)
    return pages.finish()


def _draw_plate(pages: Pages, plate: NamePlate, *, persons: bool) -> None:
    width, height = pages.page_size
    canvas = pages.canvas
    _draw_half(pages, plate, width, height / 2, persons=persons)
    canvas.saveState()
    # The upper half stands on its head, so that it is upright when it is folded away.
    canvas.translate(width, height)
    canvas.rotate(180)
    _draw_half(pages, plate, width, height / 2, persons=persons)
    canvas.restoreState()
    canvas.saveState()
    canvas.setStrokeColor(INKS["line"])
    canvas.setLineWidth(0.5)
    canvas.setDash(3, 4)
    canvas.line(0, height / 2, width, height / 2)
    canvas.restoreState()


def _draw_half(pages: Pages, plate: NamePlate, width: float, height: float, *, persons: bool) -> None:
    """Draw the plate upright into the lower left `width` × `height` of the page as it is turned now."""
    canvas = pages.canvas
    left, room = _MARGIN, width - 2 * _MARGIN
    if has_flag(plate.flag):
        flag_width, flag_height = _FLAG
        draw_flag(canvas, plate.flag, left, (height - flag_height) / 2, flag_width, flag_height)
        left += flag_width + _GAP
        room -= flag_width + _GAP
    tall = height - 2 * _ABOVE_AND_BELOW
    above, below = _around(plate, room, tall)
    taken = _height(above, below)
    # Of a delegation one or two lines are seen at a glance; a person may have more names than that.
    lines = 3 if persons else 2
    name = largest(plate.name, room, tall - taken, most=_LARGEST, least=14, lines=lines, bold=True)
    # What stands around a long name is not larger than the name.
    above, below = _around(plate, room, tall, most=name.size * _AROUND)
    taken = _height(above, below)
    middle = left + room / 2
    y = height - (height - taken - name.height) / 2
    y = _draw(pages, middle, y, above, "slate")
    y = _draw(pages, middle, y, name, "ink", bold=True)
    y -= _GAP * 0.4 if below else 0
    for number, large in enumerate(below, start=1):
        y = _draw(pages, middle, y, large, "sea" if number == len(below) > 1 else "slate")


def _around(plate: NamePlate, room: float, tall: float, *, most: float = _LARGEST) -> tuple[Large, list[Large]]:
    above = largest(plate.above, room, tall * 0.16, most=min(26, most), least=9, lines=1)
    below = [
        largest(words, room, tall * _BELOW / len(plate.below), most=min(34, most), least=9) for words in plate.below
    ]
    return above, below


def _height(above: Large, below: Sequence[Large]) -> float:
    return above.height + sum(large.height for large in below) + (_GAP * 0.4 if below else 0)


def _draw(pages: Pages, x: float, top: float, large: Large, tone: str, *, bold: bool = False) -> float:
    pages.canvas.setFillColor(INKS[tone])
    return draw_large(pages.canvas, x, top, large, bold=bold)
