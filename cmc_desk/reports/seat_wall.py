"""The seat wall on one page, for the agencies: every financed seat with who holds it and, in a word, where that stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import NullTranslations

from reportlab.lib.pagesizes import A3, A4

from cmc_desk.reports.flags import draw_flag
from cmc_desk.reports.missing_letters import legible
from cmc_desk.reports.page import INKS, MM, Pages
from cmc_desk.reports.seat_drawing import Stripe, draw_seat, draw_sign, draw_stripes, stripes_of
from cmc_desk.reports.typesetting import draw_text, elided, text_width
from cmc_desk.rules.papers import Format, Imprint
from cmc_desk.rules.travel_facts import Share
from cmc_desk.rules.travel_states import Headline, Standing
from cmc_desk.rules.travel_words import HEADLINE_WORDS, STANDING_WORDS

_MARGIN = 12 * MM
_GAP = 8.0
# In sizes of the letters: the line of a delegation, a seat with its two lines, what is left below.
_HEAD, _SEAT, _BELOW = 1.75, 2.75, 0.55
_LARGEST, _SMALLEST, _LEGIBLE = 9.0, 2.5, 5.5
_LEAST_COLUMNS, _MOST_COLUMNS = 3, 12
# A seat that is narrower than so many sizes of its letters shows no name.
_LEAST_WIDTH = 11.0


@dataclass(frozen=True, slots=True)
class PlacedSeat:
    """A seat on the wall; `name` is empty while nobody holds it, `warnings` counts the wishes of the sponsors that nobody has waived."""

    headline: Headline
    standing: Standing
    name: str
    shares: tuple[Share, ...]
    warnings: int = 0
    local: bool = False


@dataclass(frozen=True, slots=True)
class WallDelegation:
    """A delegation with its seats."""

    name: str
    flag: str
    seats: tuple[PlacedSeat, ...]


@dataclass(frozen=True, slots=True)
class Wall:
    """The whole wall; `agencies` are key and name of those that finance it, in the order of the sponsors."""

    agencies: tuple[tuple[str, str], ...]
    delegations: tuple[WallDelegation, ...]

    @property
    def people(self) -> int:
        """How many people's names stand on it."""
        return sum(bool(seat.name) for one in self.delegations for seat in one.seats)

    @property
    def seats(self) -> tuple[PlacedSeat, ...]:
        """Every seat."""
        return tuple(seat for one in self.delegations for seat in one.seats)


def render(content: Wall, _form: Format, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the wall as PDF: one page, A4 on its side, or A3 where its letters would be too small."""
    a4 = _fitted(content.delegations, A4)
    size = A4 if a4 is None or a4[0] >= _LEGIBLE else A3
    pages = Pages(title(texts), imprint, texts, size=size, wide=True, margin=_MARGIN)
    stripes = stripes_of([key for key, _name in content.agencies])
    _write_head(pages, content, stripes, texts)
    if not content.delegations:
        pages.text(texts.gettext("No seat is financed yet."), tone="slate")
        return pages.finish()
    letters, columns = _fitted(content.delegations, size, room=pages.y - pages.bottom) or (_SMALLEST, _MOST_COLUMNS)
    _write_columns(pages, content, stripes, letters, columns, texts)
    return pages.finish()


def title(texts: NullTranslations) -> str:
    """Return what the paper is called."""
    return texts.gettext("Seat wall")


def _write_head(pages: Pages, content: Wall, stripes: dict[str, Stripe], texts: NullTranslations) -> None:
    _ = texts.gettext
    canvas, top = pages.canvas, pages.y
    pages.text(title(texts), size=17, bold=True, tone="sea")
    left = pages.left + text_width(title(texts), 17, bold=True) + 12
    canvas.setFillColor(INKS["slate"])
    draw_text(canvas, left, top - 17, elided(_counted(content, texts), 9.5, pages.right - left), 9.5)
    pages.space(4)
    _legend(pages, content, stripes, texts)
    pages.space(3)
    pages.text(_headlines(content.seats, texts), size=8.5)
    pages.space(4)
    pages.rule("edge")
    pages.space(2)


def _counted(content: Wall, texts: NullTranslations) -> str:
    financed = sum(not seat.local for seat in content.seats)
    held = sum(bool(seat.name) and not seat.local for seat in content.seats)
    delegations = sum(not all(seat.local for seat in one.seats) for one in content.delegations)
    parts = (
        texts.ngettext("{number} funded seat", "{number} funded seats", financed).format(number=financed),
        texts.ngettext("{number} delegation", "{number} delegations", delegations).format(number=delegations),
        texts.ngettext("{number} held", "{number} held", held).format(number=held),
    )
    return " · ".join(parts)


def _headlines(seats: Sequence[PlacedSeat], texts: NullTranslations) -> str:
    """Return how many seats stand where: Ready 37 · Visa 2."""
    counted = [(word, sum(seat.headline is word for seat in seats)) for word in Headline]
    return " · ".join(
        f"{texts.gettext(HEADLINE_WORDS[word])}\N{NO-BREAK SPACE}{number}" for word, number in counted if number
    )


def _legend(pages: Pages, content: Wall, stripes: dict[str, Stripe], texts: NullTranslations) -> None:
    _ = texts.gettext
    canvas, x, size = pages.canvas, pages.left, 8.5
    pages.y -= 13
    for key, name in content.agencies:
        words = elided(name, size, 150)
        draw_stripes(canvas, x, pages.y - 1, 9, ((stripes[key], 1.0),))
        canvas.setFillColor(INKS["ink"])
        x += 8 + draw_text(canvas, x + 8, pages.y + 1, words, size) + 14
    for standing in (Standing.BLOCKS, Standing.DUE):
        draw_sign(canvas, standing, x, pages.y, 8)
        canvas.setFillColor(INKS["ink"])
        x += 11 + draw_text(canvas, x + 11, pages.y + 1, _(STANDING_WORDS[standing]), size) + 14
    canvas.setFillColor(INKS["amber"])
    canvas.circle(x + 3, pages.y + 4, 2.4, stroke=0, fill=1)
    canvas.setFillColor(INKS["ink"])
    draw_text(canvas, x + 10, pages.y + 1, _("differs from what the sponsors wish"), size)


def _fitted(
    delegations: Sequence[WallDelegation], size: tuple[float, float], *, room: float = 0
) -> tuple[float, int] | None:
    """Return the largest letters at which the wall fits on one page of `size`, and in how many columns; None if at none."""
    wide, high = max(size), min(size)
    room = room or high - 2 * _MARGIN - 80
    best: tuple[float, int] | None = None
    for columns in range(_LEAST_COLUMNS, _MOST_COLUMNS + 1):
        width = (wide - 2 * _MARGIN - _GAP * (columns - 1)) / columns
        letters = min(_LARGEST, width / (2 * _LEAST_WIDTH))
        while letters >= _SMALLEST and _columns_needed(delegations, letters, room) > columns:
            letters -= 0.1
        if letters >= _SMALLEST and (best is None or letters > best[0] + 0.05):
            best = letters, columns
    return best


def _columns_needed(delegations: Sequence[WallDelegation], letters: float, room: float) -> int:
    columns, used = 1, 0.0
    for one in delegations:
        height = _height(one, letters)
        if used and used + height > room:
            columns, used = columns + 1, 0.0
        used += height
    return columns


def _height(one: WallDelegation, letters: float) -> float:
    rows = -(-len(one.seats) // 2)
    return (_HEAD + rows * (_SEAT + 0.35) + _BELOW) * letters


def _write_columns(
    pages: Pages, content: Wall, stripes: dict[str, Stripe], letters: float, columns: int, texts: NullTranslations
) -> None:
    width = (pages.width - _GAP * (columns - 1)) / columns
    top, x, y = pages.y, pages.left, pages.y
    for one in content.delegations:
        height = _height(one, letters)
        if y < top and y - height < pages.bottom - 0.01:
            x, y = x + width + _GAP, top
        _write_delegation(pages, one, stripes, letters, (x, y, width), texts)
        y -= height
        pages.canvas.setStrokeColor(INKS["line"])
        pages.canvas.setLineWidth(0.5)
        pages.canvas.line(x, y + 0.5, x + width, y + 0.5)
    pages.y = pages.bottom


def _write_delegation(
    pages: Pages,
    one: WallDelegation,
    stripes: dict[str, Stripe],
    letters: float,
    place: tuple[float, float, float],
    texts: NullTranslations,
) -> None:
    x, top, width = place
    canvas, flag = pages.canvas, letters * 1.5
    base = top - letters * 1.3
    there = draw_flag(canvas, one.flag, x, base - letters * 0.25, flag, letters * 1.125)
    left = x + (flag + letters * 0.5 if there else 0)
    canvas.setFillColor(INKS["ink"])
    name = elided(legible(one.name, bold=True), letters, x + width - left, bold=True)
    draw_text(canvas, left, base, name, letters, bold=True)
    each = (width - letters * 0.6) / 2
    for number, seat in enumerate(one.seats):
        row, column = divmod(number, 2)
        at = (
            x + column * (each + letters * 0.6),
            top - letters * (_HEAD + row * (_SEAT + 0.35)),
            each,
            letters * _SEAT,
        )
        marks = tuple(
            (stripes[share.agency], share.basis_points / 10_000) for share in seat.shares if share.agency in stripes
        )
        draw_seat(
            canvas,
            at,
            letters,
            headline=seat.headline,
            word=texts.gettext(HEADLINE_WORDS[seat.headline]),
            name=legible(seat.name) if seat.name else "",
            standing=seat.standing,
            warned=bool(seat.warnings),
            stripes=marks,
        )
