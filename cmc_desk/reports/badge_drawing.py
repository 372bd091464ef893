"""Drawing badges: one canvas for a whole run, raw paths, and no colour or font set twice."""

import io
from gettext import NullTranslations
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader

from cmc_desk.reports.badge_lists import ListSetting
from cmc_desk.reports.badge_photos import prepared
from cmc_desk.reports.badge_side import Laid, Side, Slot
from cmc_desk.reports.badge_text import baselines
from cmc_desk.reports.badge_words import NAMES, has_printable_name
from cmc_desk.reports.flags import draw_flag
from cmc_desk.reports.page import INKS, MM
from cmc_desk.reports.qr import draw_qr
from cmc_desk.reports.typesetting import draw_text
from cmc_desk.rules.badge_conditions import BLANK
from cmc_desk.rules.badge_design import Align, BadgeFacts, Show
from cmc_desk.rules.fitting import Fitted

# White words on the amber of the windows have 3.6:1; this is its ink, which has 6.1:1.
BANDS = {**INKS, "amber": HexColor("#8A5609")}
# The operators that choose a colour: reportlab's own way asks about transparency at every change.
_CHOSEN = {colour: f"{colour.red:.4g} {colour.green:.4g} {colour.blue:.4g} rg" for colour in BANDS.values()}
_FRAME = 0.5
_MARK_FROM, _MARK_TO = 1.0 * MM, 4.0 * MM
_WRITTEN_ON = NAMES | {Show.DELEGATION}
# The first line of a name is near the second one, however many lines it takes.
_IN_THE_MIDDLE = frozenset({Show.BAND, Show.NAME_FIRST})
_NUMBER = 0.36
_CAPTION = 6.0


class BadgePen:
    """Draws sides of badges on a canvas; measures are in points from the top left corner of the page, `high` high."""

    def __init__(self, canvas: Any, high: float, texts: NullTranslations) -> None:
        self._canvas = canvas
        self._high = high
        self._texts = texts
        self._colour: Any = None

    def new_page(self) -> None:
        """Say that a page has begun: it knows no colour yet."""
        self._colour = None

    def draw(self, side: Side, facts: BadgeFacts, x: float, y: float, *, blank: int = 0) -> None:
        """Draw one side with its top left corner at `x`, `y`; a `blank` one has that number instead of a code."""
        named = has_printable_name(facts)
        for laid in side.laid(facts, besides=(BLANK,) if blank else ()):
            slot = laid.slot
            show = slot.field.show
            if show is Show.BAND:
                self._ink(BANDS[facts.colour])
                self._fill(x + slot.x, y + slot.y, slot.width, slot.height)
            if blank and show is Show.QR:
                self._number(blank, x, y, slot)
            elif (blank and show in _WRITTEN_ON) or (not named and show in NAMES):
                self._line(x, y, slot)
            elif laid.rows is not None:
                self._list(laid.rows, facts, x, y, slot)
            elif laid.text is not None:
                self._words(laid.text.fitted, facts, x, y, slot)
            else:
                self._picture(laid, facts, x, y)

    def crop_marks(self, x: float, y: float, width: float, height: float) -> None:
        """Draw fine lines at the corners of a badge, outside of it, in the line of its edges."""
        top, low = self._high - y, self._high - y - height
        level = (
            f"{corner + out * _MARK_FROM:.2f} {edge:.2f} m {corner + out * _MARK_TO:.2f} {edge:.2f} l "
            for corner, out in ((x, -1), (x + width, 1))
            for edge in (top, low)
        )
        upright = (
            f"{edge:.2f} {corner + out * _MARK_FROM:.2f} m {edge:.2f} {corner + out * _MARK_TO:.2f} l "
            for corner, out in ((top, 1), (low, -1))
            for edge in (x, x + width)
        )
        lines = "".join((*level, *upright))
        self._raw(f"q 0.25 w 0 G {lines}S Q")

    def fold(self, x: float, y: float, height: float) -> None:
        """Draw a dotted line along a fold."""
        self._raw(f"q 0.4 w 0.5 G [1 2] 0 d {x:.2f} {self._high - y:.2f} m {x:.2f} {self._high - y - height:.2f} l S Q")

    def _words(self, fitted: Fitted, facts: BadgeFacts, x: float, y: float, slot: Slot) -> None:
        if not fitted.lines:
            return
        field = slot.field
        self._ink(_colour_of(field.tone, facts.colour, on_band=field.show is Show.BAND))
        left = x + slot.text_x
        side = _SIDES[field.align]
        if side == "centre":
            left += slot.room.width / 2
        elif side == "right":
            left += slot.room.width
        top = self._high - y - slot.y
        middle = field.lines == 1 or field.show in _IN_THE_MIDDLE
        for line, below in zip(fitted.lines, baselines(fitted, slot.height, middle=middle), strict=True):
            draw_text(self._canvas, left, top - below, line, fitted.size, bold=field.bold, side=side)

    def _list(self, setting: ListSetting, facts: BadgeFacts, x: float, y: float, slot: Slot) -> None:
        self._ink(_colour_of(slot.field.tone, facts.colour, on_band=False))
        for line in setting.lines:
            draw_text(
                self._canvas,
                x + slot.x + line.x,
                self._high - y - slot.y - line.y,
                line.text,
                setting.size,
                bold=line.bold,
            )

    def _picture(self, laid: Laid, facts: BadgeFacts, x: float, y: float) -> None:
        slot = laid.slot
        left, low = x + slot.x, self._high - y - slot.y - slot.height
        if slot.field.show is Show.FLAG:
            draw_flag(self._canvas, facts.flag, left, low, slot.width, slot.height)
        elif slot.field.show is Show.QR:
            if facts.code:
                side = min(slot.width, slot.height)
                draw_qr(self._canvas, facts.code, left + (slot.width - side) / 2, low + (slot.height - side) / 2, side)
        elif facts.photo is not None:
            picture = prepared(facts.photo, slot.width, slot.height)
            if picture is None:
                self._frame(left, low, slot.width, slot.height)
            else:
                self._canvas.drawImage(ImageReader(io.BytesIO(picture)), left, low, slot.width, slot.height)

    def _number(self, number: int, x: float, y: float, slot: Slot) -> None:
        """Draw the number of a blank badge where the code of another one is."""
        words = self._texts.gettext("No. {number}").format(number=number)
        side = min(slot.width, slot.height) * 0.76
        left, low = x + slot.x + (slot.width - side) / 2, self._high - y - slot.y - (slot.height + side) / 2
        self._frame(left, low, side, side)
        self._ink(INKS["ink"])
        size = min(side * _NUMBER, side * 1.5 / max(len(words), 1))
        draw_text(self._canvas, left + side / 2, low + side / 2 - size * 0.36, words, size, bold=True, side="centre")

    def _line(self, x: float, y: float, slot: Slot) -> None:
        """Draw a line to write on, and above it what is to be written, where that cannot be printed."""
        low = self._high - y - slot.y - slot.height + 1
        left = x + slot.x
        self._raw(f"q 0.6 w 0.5 G {left:.2f} {low:.2f} m {left + slot.width:.2f} {low:.2f} l S Q")
        _ = self._texts.gettext
        self._ink(INKS["slate"])
        words = _("Delegation") if slot.field.show is Show.DELEGATION else _("Name")
        draw_text(self._canvas, left, low + slot.height - 1 - _CAPTION, words, _CAPTION)

    def _frame(self, left: float, low: float, width: float, height: float) -> None:
        self._raw(f"q {_FRAME} w 0.6 G {left:.2f} {low:.2f} {width:.2f} {height:.2f} re S Q")

    def _fill(self, x: float, y: float, width: float, height: float) -> None:
        self._raw(f"{x:.2f} {self._high - y - height:.2f} {width:.2f} {height:.2f} re f")

    def _ink(self, colour: Any) -> None:
        if colour is not self._colour:
            self._raw(_CHOSEN[colour])
            self._colour = colour

    def _raw(self, code: str) -> None:
        self._canvas._code.append(code)  # noqa: SLF001 - reportlab's own paths are objects, which take three times as long


_SIDES: dict[Align, Any] = {Align.LEFT: "left", Align.CENTRE: "centre", Align.RIGHT: "right"}


def _colour_of(tone: str, colour: str, *, on_band: bool) -> Any:
    if on_band:
        return INKS["white"]
    return BANDS[colour] if tone == "band" else INKS[tone]
