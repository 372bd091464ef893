"""The page that tells how far a printer is off: crosses that should lie on edges and corners, and how to read them."""

import io
from collections.abc import Sequence
from gettext import NullTranslations
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from cmc_desk.reports.badge_text import baselines, set_text
from cmc_desk.reports.page import INKS, MM
from cmc_desk.reports.typesetting import draw_text, register_fonts
from cmc_desk.rules.badge_design import Box, Stock
from cmc_desk.rules.badge_sheet import cells, mirrored, turns_at_long_edge
from cmc_desk.rules.fitting import Room

# The ringed cross stands so far from the left and the upper edge; small pages have it nearer.
_NEAR, _FAR, _SMALL_PAGE = 10, 20, 120
_ARM, _CORNER_ARM, _RING = 8, 4, 2.5
_TITLE, _WORDS, _SMALLEST = 13.0, 10.0, 4.0


def calibration_page(
    stock: Stock,
    texts: NullTranslations,
    *,
    shift_x: float = 0,
    shift_y: float = 0,
    back_shift_x: float = 0,
    back_shift_y: float = 0,
) -> bytes:
    """Return a front and a back page for `stock`, moved as badges would be, with words how to read what to enter."""
    register_fonts()
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(stock.page_width * MM, stock.page_height * MM), invariant=1, pageCompression=1)
    canvas.setTitle(texts.gettext("Calibration page"))
    canvas.setCreator("CMC Desk")
    page = _Page(canvas, stock, texts)
    page.front(shift_x, shift_y)
    page.back(shift_x + back_shift_x, shift_y + back_shift_y)
    canvas.save()
    return stream.getvalue()


class _Page:
    """Draws the two sides; measures are in millimetres from the top left corner of the page."""

    def __init__(self, canvas: Any, stock: Stock, texts: NullTranslations) -> None:
        self._canvas, self._stock, self._texts = canvas, stock, texts
        self._distance = _NEAR if min(stock.page_width, stock.page_height) < _SMALL_PAGE else _FAR

    def front(self, right: float, down: float) -> None:
        """Draw the side that is compared with the edges of paper and labels."""
        _ = self._texts.gettext
        self._crosses(cells(self._stock), self._distance, right, down)
        self._words(
            _("Calibration: front"),
            (
                _("Print at 100 %, not fitted to the page."),
                _(
                    "Paper: the ringed cross should be {distance} mm from the left edge and {distance} mm from the upper one. "
                    "Add what is missing to “right” and “down”; take off what is too much."
                ).format(distance=self._distance),
                _(
                    "Labels: the small crosses should lie on the corners of the labels. Their marks are 1 mm apart: add how "
                    "far the corner lies further right and further down."
                ),
                _("Set now: right {right}, down {down} mm.").format(right=f"{right:+.1f}", down=f"{down:+.1f}"),
            ),
        )
        self._canvas.showPage()

    def back(self, right: float, down: float) -> None:
        """Draw the side that is compared with the front."""
        _ = self._texts.gettext
        width = self._stock.page_width
        self._crosses([mirrored(cell, width) for cell in cells(self._stock)], width - self._distance, right, down)
        edge = _("long edge") if turns_at_long_edge(self._stock) else _("short edge")
        self._words(
            _("Calibration: back"),
            (
                _("Print on both sides, turned at the {edge}.").format(edge=edge),
                _(
                    "Hold the sheet against the light, its front towards you. Where the ringed cross of this side lies further "
                    "right than that of the front, add the millimetres to “back right”; further down, take them off “back down”."
                ),
                _("Set now: right {right}, down {down} mm.").format(right=f"{right:+.1f}", down=f"{down:+.1f}"),
            ),
        )
        self._canvas.showPage()

    def _crosses(self, boxes: Sequence[Box], ringed_x: float, right: float, down: float) -> None:
        canvas = self._canvas
        canvas.setStrokeColor(INKS["ink"])
        canvas.setLineWidth(0.3)
        corners = {(x, y) for box in boxes for x in (box.x, box.x + box.width) for y in (box.y, box.y + box.height)}
        for x, y in sorted(corners):
            self._cross(x + right, y + down, _CORNER_ARM)
        x, y = ringed_x + right, self._distance + down
        canvas.setLineWidth(0.5)
        self._cross(x, y, _ARM)
        canvas.circle(x * MM, self._from_below(y), _RING * MM)

    def _cross(self, x: float, y: float, arm: int) -> None:
        """Draw a cross with a mark at each millimetre of its arms, every fifth one longer."""
        level, upright = self._from_below(y), x * MM
        lines = [(upright - arm * MM, level, upright + arm * MM, level), (upright, level - arm * MM, upright, level + arm * MM)]
        for step in (step for step in range(-arm, arm + 1) if step):
            half = (1.0 if step % 5 == 0 else 0.5) * MM
            lines.append((upright + step * MM, level - half, upright + step * MM, level + half))
            lines.append((upright - half, level + step * MM, upright + half, level + step * MM))
        self._canvas.lines(lines)

    def _words(self, title: str, sentences: tuple[str, ...]) -> None:
        from_edge = self._distance + _ARM + 2
        width = self._stock.page_width - 2 * from_edge if self._distance == _FAR else self._stock.page_width - from_edge - 4
        left = from_edge if self._distance == _FAR else self._distance + 4
        height = self._stock.page_height - from_edge - 4
        self._canvas.setFillColor(INKS["ink"])
        top = from_edge
        for words, size, bold in (((title,), _TITLE, True), (sentences, _WORDS, False)):
            room = Room(width * MM, (height - (top - from_edge)) * MM, size, _SMALLEST, _SMALLEST, lines=99)
            if self._distance == _NEAR:
                room = Room(room.width, room.height, size * 0.7, _SMALLEST, _SMALLEST, lines=99)
            fitted = set_text(words, room, bold).fitted
            for line, below in zip(fitted.lines, baselines(fitted, room.height, middle=False), strict=True):
                draw_text(self._canvas, left * MM, self._from_below(top) - below, line, fitted.size, bold=bold)
            top += (len(fitted.lines) + 0.4) * fitted.size * 1.2 / MM

    def _from_below(self, y: float) -> float:
        return float((self._stock.page_height - y) * MM)
