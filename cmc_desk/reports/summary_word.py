"""A summary as a Word file of named styles, so that a ministry can go on editing it."""

from gettext import NullTranslations
from typing import Any

from cmc_desk.reports.marked_word import add_marked
from cmc_desk.reports.summary_facts import (
    Point,
    SummaryPaper,
    SummaryPart,
    SummarySection,
    about,
    empty_words,
    foot_title,
    lead,
    naming,
    numbered,
    speakers_words,
    state_words,
    title,
    warning,
)
from cmc_desk.reports.word import POINT_INDENT, REMARK, WARNING, add_text, word_bytes, word_paper
from cmc_desk.rules.papers import Imprint
from cmc_desk.rules.summary_words import summary_word


def word(content: SummaryPaper, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the summary as .docx."""
    document = word_paper(foot_title(content, texts), imprint, texts, language=content.language)
    add_text(document.add_paragraph(style="Subtitle"), imprint.meeting, style="Strong")
    for words in filter(None, (imprint.subtitle, imprint.place_and_dates)):
        add_text(document.add_paragraph(style="Subtitle"), words)
    add_text(document.add_paragraph(style="Title"), title(content, texts))
    if words := naming(content, texts):
        add_text(document.add_paragraph(style=REMARK), words)
    if words := warning(content, texts):
        add_text(document.add_paragraph(style=WARNING), words)
    if not content.parts:
        add_text(document.add_paragraph(style=REMARK), empty_words(texts))
    for part, sections in numbered(content):
        _head_of(document, content, part, texts)
        if not part.points:
            add_text(document.add_paragraph(style=REMARK), empty_words(texts))
        for section, points in sections:
            _section(document, section, points, texts)
        if words := speakers_words(part, texts):
            add_text(document.add_paragraph(style=REMARK), words)
    return word_bytes(document)


def _head_of(document: Any, content: SummaryPaper, part: SummaryPart, texts: NullTranslations) -> None:
    if part.title != title(content, texts):
        add_text(document.add_paragraph(style="Heading 1"), part.title)
    if where := about(part, texts):
        add_text(document.add_paragraph(style=REMARK), where)
    if words := state_words(content, part, texts):
        add_text(document.add_paragraph(style=REMARK), words, style="Strong")


def _section(document: Any, section: SummarySection, points: list[tuple[int, Point]], texts: NullTranslations) -> None:
    if section.section is not None and points:
        add_text(document.add_paragraph(style="Heading 2"), summary_word(section.section, texts))
    for number, point in points:
        if words := lead(point, texts):
            said = document.add_paragraph(style=REMARK)
            said.paragraph_format.keep_with_next, said.paragraph_format.left_indent = True, POINT_INDENT
            add_text(said, words)
        add_marked(document, point.text, label=f"{number}.")
