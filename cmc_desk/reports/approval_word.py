"""The recommendations as a Word file: a table with what is recommended and what was decided."""

from gettext import NullTranslations
from typing import Any

from docx.shared import Mm

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
from cmc_desk.reports.marked_word import add_marked, add_redline
from cmc_desk.reports.word import REMARK, add_row, add_table, add_text, word_bytes, word_paper
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.rules.papers import Imprint

_WIDTHS = (Mm(13), Mm(107), Mm(50))
_BOX = "☐"


def word(content: ApprovalList, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the list as .docx."""
    _ = texts.gettext
    document = word_paper(title(content, texts), imprint, texts, language=content.language)
    add_text(document.add_paragraph(style="Subtitle"), imprint.meeting, style="Strong")
    for words in filter(None, (imprint.subtitle, imprint.place_and_dates)):
        add_text(document.add_paragraph(style="Subtitle"), words)
    add_text(document.add_paragraph(style="Title"), title(content, texts))
    add_text(document.add_paragraph(style=REMARK), count_words(content, texts))
    if content.lines:
        table = add_table(document, (_("No."), _("Recommendation"), _("Decision")), _WIDTHS)
        for line in content.lines:
            _write(add_row(table), line, texts)
    return word_bytes(document)


def _write(cells: Any, line: ApprovalLine, texts: NullTranslations) -> None:
    add_text(cells[0].paragraphs[0], f"{line.number}.")
    add_marked(cells[1], line.text, style="Normal")
    # A cell is made with an empty paragraph, which would stand before the first line.
    empty = cells[1].paragraphs[0]
    empty._p.getparent().remove(empty._p)  # noqa: SLF001 - python-docx cannot remove one
    if line.second:
        add_marked(cells[1], line.second, style=REMARK)
    if pieces := changes(line):
        add_redline(cells[1], pieces, label=changes_label(texts), style=REMARK)
    for words in remarks(line, texts):
        add_marked(cells[1], words, style=REMARK)
    decision = cells[2].paragraphs[0]
    if line.decided is not Decided.PENDING:
        add_text(decision, decision_words(line, texts), style="Strong")
        return
    for number, words in enumerate(choices(texts)):
        place = decision if not number else cells[2].add_paragraph()
        add_text(place, f"{_BOX} {words}")
