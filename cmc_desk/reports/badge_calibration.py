"""The page that tells how far a printer is off: crosses that should lie on edges and corners, and how to read them."""

import io
from collections.abc import Sequence
from gettext import NullTranslations
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from cmc_desk.reports.badge_text import baselines, set_text
from cmc_desk.reports.page import INKS, MM
from cmc_desk.reports.typesetting import draw_text, register_fonts
from cmc_desk.rules.badge_design import Box, Stock, StockKind
from cmc_desk.rules.badge_sheet import cells, mirrored, turns_at_long_edge
from cmc_desk.rules.fitting import LEADING, Room

_ARM, _CORNER_ARM, _RING = 8, 4, 2.5
# The ringed cross stands so far from the left and the upper edge of the paper: the first that is clear of the corners of cells.
_DISTANCES = (20, 25, 30, 35, 40)
_SMALL_PAGE, _NEAR = 120, 10
_INSET = 6.0
# Letters of the full size on a page, smaller ones within a label.
_TITLE, _WORDS, _FULL_WIDTH, _LEAST_SHARE, _APART = 14.0, 10.5, 130.0, 0.58, 0.45
_MANY = 99


def calibration_page(
    stock: Stock,
    texts: NullTranslations,
    *,
    shift_x: float = 0,
    shift_y: float = 0,
    back_shift_x: float = 0,
    back_shift_y: float = 0,
) -> bytes:
    """Return a front and a back page for `stock`, moved as badges would be, with words how to read what to enter.

    A roll of labels has no back.
    """
    register_fonts()
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(stock.page_width * MM, stock.page_height * MM), invariant=1, pageCompression=1)
    canvas.setTitle(texts.gettext("Calibration page"))
    canvas.setCreator("CMC Desk")
    page = _Page(canvas, stock, texts)
    page.front(shift_x, shift_y)
    if stock.kind is not StockKind.ROLL:
        page.back(shift_x + back_shift_x, shift_y + back_shift_y)
    canvas.save()
    return stream.getvalue()


class _Page:
    """Draws the two sides; measures are in millimetres from the top left corner of the page."""

    def __init__(self, canvas: Any, stock: Stock, texts: NullTranslations) -> None:
        self._canvas, self._stock, self._texts = canvas, stock, texts
        self._distance = _distance(stock)

    def front(self, right: float, down: float) -> None:
        """Draw the side that is compared with the edges of paper and labels."""
        _ = self._texts.gettext
        self._crosses(cells(self._stock), self._distance, right, down)
        sentences = [
            _("Print at 100 %, not fitted to the page."),
            _(
                "The ringed cross should be {distance} mm from the left edge of the paper and {distance} mm from the upper one. "
                "Add what is missing to “right” and “down”; take off what is too much."
            ).format(distance=self._distance),
        ]
        if self._stock.kind is StockKind.SHEET:
            sentences.append(
                _(
                    "On labels, the small crosses should lie on the corners. Their marks are 1 mm apart: add how far the corner "
                    "lies further right and further down."
                )
            )
        self._words(self._area(), _("Calibration: front"), [*sentences, self._set_now(right, down)])
        self._canvas.showPage()

    def back(self, right: float, down: float) -> None:
        """Draw the side that is compared with the front."""
        _ = self._texts.gettext
        width = self._stock.page_width
        self._crosses([mirrored(cell, width) for cell in cells(self._stock)], width - self._distance, right, down)
        edge = _("long edge") if turns_at_long_edge(self._stock) else _("short edge")
        sentences = [
            _("Print on both sides, turned at the {edge}.").format(edge=edge),
            _(
                "Hold the sheet against the light, its front towards you. Where the ringed cross of this side lies further right "
                "than that of the front, add the millimetres to “back right”; further down, take them off “back down”."
            ),
        ]
        self._words(mirrored(self._area(), width), _("Calibration: back"), [*sentences, self._set_now(right, down)])
        self._canvas.showPage()

    def _set_now(self, right: float, down: float) -> str:
        values = {name: f"{value:+.1f}".replace("-", "−") for name, value in (("right", right), ("down", down))}
        return self._texts.gettext("Set now: right {right} mm, down {down} mm.").format(**values)

    def _crosses(self, boxes: Sequence[Box], ringed_x: float, right: float, down: float) -> None:
        canvas = self._canvas
        canvas.setStrokeColor(INKS["edge"])
        canvas.setLineWidth(0.3)
        canvas.setDash(1, 2)
        for box in boxes:
            low = self._from_below(box.y + down + box.height)
            canvas.rect((box.x + right) * MM, low, box.width * MM, box.height * MM)
        canvas.setDash()
        canvas.setStrokeColor(INKS["ink"])
        for x, y in sorted(_corners(boxes)):
            self._cross(x + right, y + down, _CORNER_ARM)
        x, y = ringed_x + right, self._distance + down
        canvas.setLineWidth(0.5)
        self._cross(x, y, _ARM)
        canvas.circle(x * MM, self._from_below(y), _RING * MM)

    def _cross(self, x: float, y: float, arm: int) -> None:
        """Draw a cross with a mark at each millimetre of its arms, every fifth one longer."""
        level, upright = self._from_below(y), x * MM
        lines = [
            (upright - arm * MM, level, upright + arm * MM, level),
            (upright, level - arm * MM, upright, level + arm * MM),
        ]
        for step in (step for step in range(-arm, arm + 1) if step):
            half = (1.0 if step % 5 == 0 else 0.5) * MM
            lines.append((upright + step * MM, level - half, upright + step * MM, level + half))
            lines.append((upright - half, level + step * MM, upright + half, level + step * MM))
        self._canvas.lines(lines)

    def _area(self) -> Box:
        """Return the place for the words: within a cell of the second row, or below the ringed cross."""
        below = self._distance + _ARM + 2
        cell = cells(self._stock)[self._stock.columns if self._stock.rows > 1 else 0]
        top = max(cell.y + _INSET, below)
        return Box(cell.x + _INSET, top, cell.width - 2 * _INSET, cell.y + cell.height - top - _INSET)

    def _words(self, area: Box, title: str, sentences: Sequence[str]) -> None:
        share = max(_LEAST_SHARE, min(1.0, area.width / _FULL_WIDTH))
        top = area.y
        self._canvas.setFillColor(INKS["ink"])
        for text, full, bold in [(title, _TITLE, True), *((sentence, _WORDS, False) for sentence in sentences)]:
            size = full * share
            fitted = set_text((text,), Room(area.width * MM, area.height * MM, size, size, size, _MANY), bold).fitted
            for line, below in zip(fitted.lines, baselines(fitted, 0, middle=False), strict=True):
                draw_text(self._canvas, area.x * MM, self._from_below(top) - below, line, size, bold=bold)
            top += (len(fitted.lines) * LEADING + _APART) * size / MM

    def _from_below(self, y: float) -> float:
        return float((self._stock.page_height - y) * MM)


def _distance(stock: Stock) -> int:
    if min(stock.page_width, stock.page_height) < _SMALL_PAGE:
        return _NEAR
    corners = _corners(cells(stock))
    apart = _ARM + _CORNER_ARM
    clear = (
        distance
        for distance in _DISTANCES
        if all(max(abs(x - distance), abs(y - distance)) > apart for x, y in corners)
    )
    return next(clear, _DISTANCES[0])


def _corners(boxes: Sequence[Box]) -> set[tuple[float, float]]:
    return {(x, y) for box in boxes for x in (box.x, box.x + box.width) for y in (box.y, box.y + box.height)}
