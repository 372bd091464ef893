"""Correction slips as PDF: what was noted, and under it lines to write the correction on."""

from gettext import NullTranslations

from cmc_desk.reports.correction_slip import (
    CorrectionSlips,
    Noted,
    Slip,
    by_words,
    head_words,
    nobody_words,
    request,
    signature_words,
    title,
)
from cmc_desk.reports.dates import day_heading
from cmc_desk.reports.marked_text import write_marked
from cmc_desk.reports.page import INKS, MM, Pages
from cmc_desk.reports.typesetting import draw_text, text_width
from cmc_desk.rules.papers import Imprint

_SIZE = 10.0
_INDENT = 24.0
_LINE, _LINES = 7 * MM, 2


def pdf(content: CorrectionSlips, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the slips as PDF."""
    pages = Pages(f"{title(texts)} · {by_words(content, texts)}", imprint, texts)
    if not content.slips:
        pages.text(title(texts), size=20, bold=True, tone="sea")
        pages.text(texts.gettext("No delegation has said anything that was noted."), tone="slate")
    for number, slip in enumerate(content.slips):
        if number:
            pages.new_page()
        _write(pages, slip, content, texts, imprint)
    return pages.finish()


def _write(pages: Pages, slip: Slip, content: CorrectionSlips, texts: NullTranslations, imprint: Imprint) -> None:
    pages.space(6)
    pages.text(imprint.meeting, size=11, bold=True)
    pages.space(8)
    pages.text(slip.delegation, size=16, bold=True)
    pages.text(title(texts), size=20, bold=True, tone="sea")
    pages.text(by_words(content, texts), size=12, bold=True, tone="coral")
    pages.space(4)
    pages.text(request(content, texts), size=9.5, tone="slate")
    if not slip.items:
        pages.space(8)
        pages.text(nobody_words(texts), tone="slate")
        return
    for item in slip.items:
        pages.space(6)
        pages.heading(item.title, size=12.5, keep=110)
        pages.text(day_heading(item.day, texts), size=9, tone="slate")
        pages.rule("edge")
        for noted in item.noted:
            _write_noted(pages, noted, texts)
    _sign(pages, texts)


def _write_noted(pages: Pages, noted: Noted, texts: NullTranslations) -> None:
    # What was noted and the lines under it are not parted, unless the text is longer than that.
    pages.need(_SIZE * 3 + _LINE * _LINES + 24)
    pages.space(7)
    pages.text(head_words(noted, texts), size=8.5, tone="slate", indent=_INDENT)
    write_marked(pages, noted.text, size=_SIZE, indent=_INDENT, label=f"{noted.number}.")
    pages.need(_LINE * _LINES + 8)
    pages.space(4)
    label = texts.gettext("Correction")
    start = pages.left + _INDENT
    for number in range(_LINES):
        pages.y -= _LINE
        pages.canvas.setFillColor(INKS["slate"])
        if not number:
            draw_text(pages.canvas, start, pages.y + 2, label, 8.5)
        _line(pages, start + (text_width(label, 8.5) + 6 if not number else 0), pages.right)


def _sign(pages: Pages, texts: NullTranslations) -> None:
    pages.need(46)
    pages.space(34)
    words = signature_words(texts)
    width = pages.width / len(words)
    for number, word in enumerate(words):
        left = pages.left + number * width
        pages.canvas.setFillColor(INKS["slate"])
        draw_text(pages.canvas, left, pages.y, word, 8.5)
        _line(pages, left + text_width(word, 8.5) + 6, left + width - 8)


def _line(pages: Pages, left: float, right: float) -> None:
    pages.canvas.setStrokeColor(INKS["edge"])
    pages.canvas.setLineWidth(0.6)
    pages.canvas.line(left, pages.y, right, pages.y)
