"""Badges as PDF: the fronts of a run, their backs, what is to be looked at before printing, and a page to adjust the printer by."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from gettext import NullTranslations

from reportlab.pdfgen.canvas import Canvas

from cmc_desk.reports.badge_calibration import calibration_page
from cmc_desk.reports.badge_drawing import BadgePen
from cmc_desk.reports.badge_side import Side
from cmc_desk.reports.badge_warnings import badge_warnings, unreadable, without_unreadable
from cmc_desk.reports.badge_words import field_words
from cmc_desk.reports.page import MM
from cmc_desk.reports.typesetting import register_fonts
from cmc_desk.rules.badge_design import BackSide, BadgeFacts, BadgeRun, Box
from cmc_desk.rules.badge_sheet import (
    capacity,
    check_fits,
    mirrored_order,
    on_sheets,
    page_size,
    places,
)

__all__ = ["badge_warnings", "calibration_page", "field_words", "render_badges", "unreadable", "without_unreadable"]
Progress = Callable[[int, int], None]
_BLANK = BadgeFacts(participant="", name="", first="", second="", colour="slate")


@dataclass(frozen=True, slots=True)
class _Badge:
    """A badge of a run: of a person, or a blank one with a number above 0."""

    facts: BadgeFacts
    blank: int = 0


def render_badges(run: BadgeRun, texts: NullTranslations, *, progress: Progress | None = None) -> bytes:
    """Return the run as PDF, its fixed words in the language of `texts`; the same run gives the same bytes.

    Each page of fronts is followed by that of their backs if the run is a duplex one. `progress` is told how many badges of
    how many are drawn, and may raise to cancel. Raises Refusal if the design does not fit the stock, the stock has no such
    first place, or a font of the program is missing.
    """
    check_fits(run.design, run.stock, run.back)
    sheets = on_sheets(_badges(run), capacity(run.stock, run.back), run.start_cell)
    register_fonts()
    stream = io.BytesIO()
    page = page_size(run.stock, run.back)
    high = page[1] * MM
    canvas = Canvas(stream, pagesize=(page[0] * MM, high), invariant=1, pageCompression=1)
    canvas.setTitle(texts.gettext("Badges"))
    canvas.setSubject(run.meeting.short_title)
    canvas.setCreator("CMC Desk")
    pen = BadgePen(canvas, high, texts)
    front, back = Side(run.design.front, run.meeting, texts), Side(run.design.back, run.meeting, texts)
    where = places(run.design, run.stock, run.back)
    done, whole = 0, sum(badge is not None for sheet in sheets for badge in sheet)
    for sheet in sheets:
        pen.new_page()
        for place, badge in zip(where, sheet, strict=True):
            if badge is None:
                continue
            _draw(pen, front, badge, place.front, run)
            if run.back is BackSide.FOLD and place.back is not None:
                _draw(pen, back, badge, place.back, run)
                pen.fold((place.back.x + run.shift_x) * MM, (place.back.y + run.shift_y) * MM, place.back.height * MM)
            done += 1
            if progress is not None:
                progress(done, whole)
        canvas.showPage()
        if run.back is BackSide.DUPLEX:
            pen.new_page()
            for number in mirrored_order(run.stock):
                badge, box = sheet[number], where[number].back
                if badge is not None and box is not None:
                    _draw(pen, back, badge, box, run, is_back=True)
            canvas.showPage()
    if not sheets:
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _badges(run: BadgeRun) -> list[_Badge | None]:
    people: list[_Badge | None] = [None if facts is None else _Badge(facts) for facts in run.people]
    return [*people, *(_Badge(_BLANK, number) for number in range(1, run.blank + 1))]


def _draw(pen: BadgePen, side: Side, badge: _Badge, box: Box, run: BadgeRun, *, is_back: bool = False) -> None:
    right = run.shift_x + (run.back_shift_x if is_back else 0)
    down = run.shift_y + (run.back_shift_y if is_back else 0)
    x, y = (box.x + right) * MM, (box.y + down) * MM
    pen.draw(side, badge.facts, x, y, blank=badge.blank)
    if run.crop_marks:
        pen.crop_marks(x, y, box.width * MM, box.height * MM)
