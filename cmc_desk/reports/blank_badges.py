"""Blank numbered badges for people who come while nothing can be printed, and the register of who was given which."""

from gettext import NullTranslations

from cmc_desk.reports.form import Form, FormColumn, Line
from cmc_desk.reports.page import INKS, MM, Pages
from cmc_desk.reports.sheet_mark import mark_sheets
from cmc_desk.reports.typesetting import draw_text, elided, text_width
from cmc_desk.rules.sheet_code import SheetPaper

_COLUMNS, _ROWS = 2, 2
_PAD = 9 * MM
_ROW = 10 * MM


def write_register(pages: Pages, blanks: int, key: str, texts: NullTranslations) -> None:
    """Write from this page on the lines on which it is noted who was given which blank badge."""
    _ = texts.gettext
    with mark_sheets(pages, SheetPaper.BLANK_BADGES, key, lambda width: _heading(pages, texts, width)):
        columns = (
            FormColumn(_("No."), 12, "right"),
            FormColumn(_("Name"), 56),
            FormColumn(_("Delegation"), 44),
            FormColumn(_("Functional title and institution"), 50),
            FormColumn(_("Time"), 20),
        )
        form = Form(pages, texts, columns, least=_ROW)
        form.begin()
        for number in range(1, blanks + 1):
            form.row(((Line(badge_number(number), 11, bold=True),), (), (), (), ()))


def draw_badges(pages: Pages, blanks: int, texts: NullTranslations) -> None:
    """Draw blank badges of A6, four on a page of A4, from this page on; the pages have no head."""
    width, height = pages.page_size[0] / _COLUMNS, pages.page_size[1] / _ROWS
    for place in range(blanks):
        row, column = divmod(place % (_COLUMNS * _ROWS), _COLUMNS)
        if place and not row and not column:
            pages.new_page()
        _draw_badge(pages, place + 1, column * width, pages.page_size[1] - row * height, (width, height), texts)


def badge_number(number: int) -> str:
    """Return the number of a blank badge as it is read out."""
    return f"{number:02d}"


def _heading(pages: Pages, texts: NullTranslations, width: float) -> None:
    _ = texts.gettext
    pages.text(_("Blank badges"), size=9, tone="slate", width=width)
    pages.text(_("Who was given which"), size=16, bold=True, tone="sea", width=width)
    hint = _("Write a line for every blank badge before it is handed out. Credentials are verified afterwards.")
    pages.text(hint, size=8, tone="slate", width=width)


def _draw_badge(
    pages: Pages, number: int, x: float, top: float, size: tuple[float, float], texts: NullTranslations
) -> None:
    _ = texts.gettext
    canvas, imprint = pages.canvas, pages.imprint
    width, height = size
    left, right = x + _PAD, x + width - _PAD
    canvas.setStrokeColor(INKS["line"])
    canvas.setLineWidth(0.5)
    canvas.rect(x, top - height, width, height, stroke=1, fill=0)
    digits = badge_number(number)
    canvas.setFillColor(INKS["ink"])
    draw_text(canvas, right, top - _PAD - 24, digits, 32, bold=True, side="right")
    room = right - left - text_width(digits, 32, bold=True) - 8
    canvas.setFillColor(INKS["sea"])
    draw_text(canvas, left, top - _PAD - 10, elided(imprint.meeting, 11, room, bold=True), 11, bold=True)
    canvas.setFillColor(INKS["slate"])
    draw_text(canvas, left, top - _PAD - 24, elided(imprint.place_and_dates, 8, room), 8)
    y = top - height * 0.4
    for words, lines in ((_("Name"), 2), (_("Delegation"), 2)):
        canvas.setFillColor(INKS["slate"])
        draw_text(canvas, left, y + 16 * MM, words, 9)
        canvas.setStrokeColor(INKS["edge"])
        canvas.setLineWidth(0.7)
        for _line in range(lines):
            canvas.line(left, y, right, y)
            y -= 17 * MM
        y -= 8 * MM
