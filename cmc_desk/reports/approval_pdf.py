"""The recommendations as PDF: numbered, with boxes to tick for what waits, and the decision under what does not."""

from gettext import NullTranslations

from cmc_desk.reports.approval_list import (
    ApprovalLine,
    ApprovalList,
    changes,
    changes_label,
    choices,
    count_words,
    decision_words,
    remarks,
    title,
)
from cmc_desk.reports.marked_text import write_marked
from cmc_desk.reports.page import INKS, LEADING, Pages
from cmc_desk.reports.redline_text import write_redline
from cmc_desk.reports.typesetting import draw_text, text_width
from cmc_desk.reports.unprintable import unprintable
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.rules.papers import Imprint

_SIZE = 11.0
_INDENT = 28.0
_BOX = 9.0
_TONES = {Decided.APPROVED: "leaf", Decided.AMENDED: "leaf", Decided.DEFERRED: "amber"}


def pdf(content: ApprovalList, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the list as PDF."""
    pages = Pages(title(content, texts), imprint, texts)
    pages.space(8)
    pages.text(imprint.meeting, size=13, bold=True)
    pages.text(imprint.subtitle, size=11)
    pages.text(imprint.place_and_dates, size=11, tone="slate")
    pages.space(12)
    pages.text(title(content, texts), size=20, bold=True, tone="sea")
    pages.text(count_words(content, texts), size=9.5, tone="slate")
    if lacking := len(unprintable(content)):
        words = texts.ngettext(
            "{number} text is not printed in full, because no font of the program has its letters; it is whole in the Word file.",
            "{number} texts are not printed in full, because no font of the program has their letters; they are whole in the Word file.",
            lacking,
        )
        pages.text(words.format(number=lacking), size=8.5, bold=True, tone="coral")
    for line in content.lines:
        _write(pages, line, texts)
    return pages.finish()


def _write(pages: Pages, line: ApprovalLine, texts: NullTranslations) -> None:
    pages.need(_SIZE * LEADING * 2 + 40)
    pages.space(9)
    write_marked(pages, line.text, size=_SIZE, indent=_INDENT, label=f"{line.number}.")
    if line.second:
        pages.space(2)
        write_marked(pages, line.second, size=9.5, indent=_INDENT, tone="slate")
    pages.space(4)
    if line.decided is Decided.PENDING:
        _boxes(pages, texts)
    else:
        pages.text(decision_words(line, texts), size=9.5, bold=True, tone=_TONES[line.decided], indent=_INDENT)
    if pieces := changes(line):
        write_redline(pages, pieces, size=9.5, indent=_INDENT, label=changes_label(texts))
    for words in remarks(line, texts):
        write_marked(pages, words, size=8.5, indent=_INDENT, tone="slate")
    pages.space(7)
    pages.rule()


def _boxes(pages: Pages, texts: NullTranslations) -> None:
    pages.need(_BOX + 6)
    pages.y -= _BOX + 4
    x = pages.left + _INDENT
    for words in choices(texts):
        pages.canvas.setStrokeColor(INKS["edge"])
        pages.canvas.setLineWidth(0.8)
        pages.canvas.rect(x, pages.y, _BOX, _BOX)
        pages.canvas.setFillColor(INKS["slate"])
        draw_text(pages.canvas, x + _BOX + 5, pages.y + 1.2, words, 9.5)
        x += _BOX + 5 + text_width(words, 9.5) + 26
