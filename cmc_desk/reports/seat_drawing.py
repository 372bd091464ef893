"""A seat on the printed wall: the marks of its agencies, an icon with a word in its colour, who holds it, how urgent it is."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import HexColor

from cmc_desk.reports.icon_drawing import draw_icon
from cmc_desk.reports.page import INKS
from cmc_desk.reports.typesetting import draw_text, elided, text_width
from cmc_desk.rules.travel_states import Headline, Standing

_TONES = {**INKS, "amberInk": HexColor("#8A5609")}
_GROUNDS = {
    "amber": HexColor("#FBF1DC"),
    "coral": HexColor("#FBE9E4"),
    "lagoon": HexColor("#DDEFF2"),
    "neutral": HexColor("#EEF0F1"),
}
# In sizes of the letters.
_STRIPE, _ICON, _SIGN = 0.45, 1.5, 1.1
_DASH, _HOLE = 2.4, 1.4


@dataclass(frozen=True, slots=True)
class Stripe:
    """The mark of an agency at the left edge of a seat: solid or broken, in its colour."""

    tone: str
    broken: bool


@dataclass(frozen=True, slots=True)
class Look:
    """How a state is drawn; only exceptions have a ground."""

    icon: str
    tone: str
    ground: str = ""
    dashed: bool = False


_EXCEPTION = ("amberInk", "amber")
LOOKS: dict[Headline, Look] = {
    Headline.NO_NOMINEE: Look("x", "coral", "coral", dashed=True),
    Headline.LETTER_AWAITED: Look("letter", "slate", "neutral"),
    Headline.LETTER: Look("letter", *_EXCEPTION),
    Headline.ACCEPTANCE: Look("letter", *_EXCEPTION),
    Headline.PASSPORT: Look("passport", *_EXCEPTION),
    Headline.VISA: Look("visa", *_EXCEPTION),
    Headline.TICKET: Look("ticket", *_EXCEPTION),
    Headline.ROOM: Look("bed", *_EXCEPTION),
    Headline.READY: Look("check", "leaf"),
    Headline.LOCAL: Look("home", "slate", "neutral"),
    Headline.ARRIVED: Look("home", "sea", "lagoon"),
    Headline.PAID: Look("cash", "sea", "lagoon"),
    Headline.CLAIM: Look("sheet", "sea", "lagoon"),
    Headline.CLOSED: Look("check", "slate", "neutral"),
    Headline.NO_SHOW: Look("x", "coral", "coral"),
    Headline.CANCELLED: Look("x", "coral", "coral"),
}
# The first agency is solid, the second broken; further ones take turns, each in a colour of its own.
_AGENCIES = (Stripe("indigo", broken=False), Stripe("azure", broken=True), Stripe("leaf", broken=False), Stripe("amber", broken=True))  # fmt: skip


def stripes_of(agencies: Sequence[str]) -> dict[str, Stripe]:
    """Return the mark of each agency, in the order of the sponsors."""
    return {agency: _AGENCIES[place % len(_AGENCIES)] for place, agency in enumerate(agencies)}


def draw_seat(
    canvas: Any,
    box: tuple[float, float, float, float],
    letters: float,
    *,
    headline: Headline,
    word: str,
    name: str,
    standing: Standing,
    warned: bool,
    stripes: Sequence[tuple[Stripe, float]],
) -> None:
    """Draw a seat into `box` (left, top, width, height) with letters of a size."""
    x, top, width, height = box
    look = LOOKS[headline]
    _draw_ground(canvas, box, look)
    draw_stripes(canvas, x, top - height, height, stripes, width=letters * _STRIPE)
    canvas.setStrokeColor(_TONES[look.tone])
    left, right = x + letters * 0.9, x + width - letters * 0.3
    draw_icon(canvas, look.icon, left, top - height / 2 - letters * _ICON / 2, letters * _ICON)
    left += letters * (_ICON + 0.45)
    edge = right
    if standing in (Standing.BLOCKS, Standing.DUE):
        edge -= letters * _SIGN
        draw_sign(canvas, standing, edge, top - letters * (_SIGN + 0.25), letters * _SIGN)
    if warned:
        edge -= letters * 0.8
        canvas.setFillColor(INKS["amber"])
        canvas.circle(edge + letters * 0.4, top - letters * 0.8, letters * 0.3, stroke=0, fill=1)
    canvas.setFillColor(_TONES[look.tone])
    # Words and signs do not touch.
    room = edge - left - letters * 0.25
    first, _space, last = word.rpartition(" ")
    beneath = not name and first and text_width(word, letters * 0.9, bold=True) > room
    upper = elided(first if beneath else word, letters * 0.9, room, bold=True)
    draw_text(canvas, left, top - letters * 1.15, upper, letters * 0.9, bold=True)
    if beneath:
        # Where nobody sits a long word has both lines.
        lower = elided(last, letters * 0.9, right - left, bold=True)
        draw_text(canvas, left, top - letters * 2.3, lower, letters * 0.9, bold=True)
        return
    canvas.setFillColor(INKS["ink"])
    draw_text(canvas, left, top - letters * 2.3, elided(name or "–", letters * 0.85, right - left), letters * 0.85)


def draw_stripes(
    canvas: Any, x: float, bottom: float, height: float, stripes: Sequence[tuple[Stripe, float]], *, width: float = 4.0
) -> None:
    """Draw the marks of the agencies one below the other, each as high as its share; a broken one has holes."""
    top = bottom + height
    for stripe, share in stripes:
        low = top - height * share
        canvas.setFillColor(INKS[stripe.tone])
        if not stripe.broken:
            canvas.rect(x, low, width, top - low, stroke=0, fill=1)
        else:
            y = top
            while y > low + 0.2:
                piece = min(_DASH, y - low)
                canvas.rect(x, y - piece, width, piece, stroke=0, fill=1)
                y -= _DASH + _HOLE
        top = low


def draw_sign(canvas: Any, standing: Standing, x: float, y: float, side: float) -> None:
    """Draw how urgent something is into the square at `x`, `y`: an octagon blocks, a triangle is due; both with an exclamation mark."""
    canvas.saveState()
    canvas.translate(x, y)
    path = canvas.beginPath()
    if standing is Standing.BLOCKS:
        canvas.setFillColor(INKS["coral"])
        corners = [
            (side / 2 + side / 2 * math.cos(angle), side / 2 + side / 2 * math.sin(angle))
            for angle in (math.pi / 8 + number * math.pi / 4 for number in range(8))
        ]
    else:
        canvas.setFillColor(INKS["amber"])
        corners = [(0, side * 0.06), (side, side * 0.06), (side / 2, side * 0.94)]
    path.moveTo(*corners[0])
    for corner in corners[1:]:
        path.lineTo(*corner)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.setFillColor(INKS["white"])
    # The mark as two shapes: a letter so small would not stand in the middle.
    foot = side * (0.26 if standing is Standing.BLOCKS else 0.2)
    canvas.rect(side * 0.45, foot, side * 0.1, side * 0.1, stroke=0, fill=1)
    canvas.rect(side * 0.45, foot + side * 0.16, side * 0.1, side * 0.3, stroke=0, fill=1)
    canvas.restoreState()


def _draw_ground(canvas: Any, box: tuple[float, float, float, float], look: Look) -> None:
    x, top, width, height = box
    canvas.saveState()
    canvas.setLineWidth(0.5)
    if look.ground:
        canvas.setFillColor(_GROUNDS[look.ground])
    canvas.setStrokeColor(INKS["coral"] if look.dashed else INKS["line"])
    if look.dashed:
        canvas.setDash(2, 1.5)
    canvas.rect(x, top - height, width, height, stroke=1, fill=bool(look.ground))
    canvas.restoreState()
