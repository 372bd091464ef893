"""Correction slips as a Word file: a table for each delegation, with what was noted and room for the correction beside it."""

from gettext import NullTranslations
from typing import Any

from docx.shared import Mm

from cmc_desk.reports.correction_slip import (
    CorrectionSlips,
    NotedItem,
    Slip,
    by_words,
    head_words,
    nobody_words,
    request,
    signature_words,
    title,
)
from cmc_desk.reports.dates import day_heading
from cmc_desk.reports.marked_word import add_marked
from cmc_desk.reports.word import REMARK, WARNING, add_row, add_table, add_text, word_bytes, word_paper
from cmc_desk.rules.papers import Imprint

_WIDTHS = (Mm(13), Mm(82), Mm(75))
_BLANK = "_" * 22


def word(content: CorrectionSlips, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the slips as .docx."""
    document = word_paper(f"{title(texts)} · {by_words(content, texts)}", imprint, texts, language=content.language)
    if not content.slips:
        add_text(document.add_paragraph(style="Title"), title(texts))
        words = texts.gettext("No delegation has said anything that was noted.")
        add_text(document.add_paragraph(style=REMARK), words)
    for number, slip in enumerate(content.slips):
        first = document.add_paragraph(style="Subtitle")
        first.paragraph_format.page_break_before = number > 0
        add_text(first, imprint.meeting, style="Strong")
        _write(document, slip, content, texts)
    return word_bytes(document)


def _write(document: Any, slip: Slip, content: CorrectionSlips, texts: NullTranslations) -> None:
    add_text(document.add_paragraph(style="Title"), title(texts))
    add_text(document.add_paragraph(style="Subtitle"), slip.delegation, style="Strong")
    add_text(document.add_paragraph(style=WARNING), by_words(content, texts))
    add_text(document.add_paragraph(style=REMARK), request(content, texts))
    if not slip.items:
        add_text(document.add_paragraph(style=REMARK), nobody_words(texts))
        return
    for item in slip.items:
        _write_item(document, item, texts)
    add_text(document.add_paragraph(), "")
    add_text(document.add_paragraph(), "   ".join(f"{words} {_BLANK}" for words in signature_words(texts)))


def _write_item(document: Any, item: NotedItem, texts: NullTranslations) -> None:
    _ = texts.gettext
    add_text(document.add_paragraph(style="Heading 1"), item.title)
    day = document.add_paragraph(style=REMARK)
    day.paragraph_format.keep_with_next = True
    add_text(day, day_heading(item.day, texts))
    table = add_table(document, (_("No."), _("As noted"), _("Correction")), _WIDTHS)
    for noted in item.noted:
        cells = add_row(table)
        add_text(cells[0].paragraphs[0], f"{noted.number}.")
        cells[1].paragraphs[0].style = REMARK
        add_text(cells[1].paragraphs[0], head_words(noted, texts))
        add_marked(cells[1], noted.text, style="Normal")
