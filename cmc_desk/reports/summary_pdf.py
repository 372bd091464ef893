"""A summary as PDF: parts, headings, numbered points; how far it has come stands under its title and in the foot."""

from gettext import NullTranslations

from cmc_desk.reports.marked_text import write_marked
from cmc_desk.reports.page import Pages
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
from cmc_desk.reports.unprintable import unprintable
from cmc_desk.rules.papers import Imprint
from cmc_desk.rules.summary_words import summary_word

_SIZE = 10.5
_INDENT = 24.0


def pdf(content: SummaryPaper, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the summary as PDF."""
    pages = Pages(foot_title(content, texts), imprint, texts)
    _title_block(pages, content, texts, imprint)
    if not content.parts:
        pages.space(10)
        pages.text(empty_words(texts), size=_SIZE, tone="slate")
    for part, sections in numbered(content):
        _head_of(pages, content, part, texts)
        if not part.points:
            pages.text(empty_words(texts), size=_SIZE, tone="slate")
        for section, points in sections:
            _section(pages, section, points, texts)
        if words := speakers_words(part, texts):
            pages.space(8)
            pages.text(words, size=9, tone="slate")
    return pages.finish()


def _title_block(pages: Pages, content: SummaryPaper, texts: NullTranslations, imprint: Imprint) -> None:
    pages.space(8)
    pages.text(imprint.meeting, size=13, bold=True)
    pages.text(imprint.subtitle, size=11)
    pages.text(imprint.place_and_dates, size=11, tone="slate")
    pages.space(12)
    pages.text(title(content, texts), size=20, bold=True, tone="sea")
    if words := naming(content, texts):
        pages.text(words, size=9.5, tone="slate")
    if words := warning(content, texts):
        pages.space(3)
        pages.text(words, size=9.5, bold=True, tone="coral")
    if lacking := len(unprintable(content)):
        words = texts.ngettext(
            "{number} text is not printed in full, because no font of the program has its letters; it is whole in the Word file.",
            "{number} texts are not printed in full, because no font of the program has their letters; they are whole in the Word file.",
            lacking,
        )
        pages.space(3)
        pages.text(words.format(number=lacking), size=8.5, bold=True, tone="coral")


def _head_of(pages: Pages, content: SummaryPaper, part: SummaryPart, texts: NullTranslations) -> None:
    pages.space(8)
    if len(content.parts) > 1 or content.of_delegation:
        pages.heading(part.title, size=14, keep=76)
    elif part.title != title(content, texts):
        pages.text(part.title, size=13, bold=True)
    if where := about(part, texts):
        pages.text(where, size=9.5, tone="slate")
    if words := state_words(content, part, texts):
        pages.text(words, size=9.5, bold=True)
    pages.space(3)
    pages.rule("edge")


def _section(pages: Pages, section: SummarySection, points: list[tuple[int, Point]], texts: NullTranslations) -> None:
    if section.section is not None and points:
        pages.need(60)
        pages.space(9)
        pages.text(summary_word(section.section, texts), size=11.5, bold=True, tone="sea")
    for number, point in points:
        pages.space(5)
        # A point is not begun at the very foot of a page.
        pages.need(_SIZE * 3.2)
        if words := lead(point, texts):
            pages.text(words, size=8.5, tone="slate", indent=_INDENT)
        write_marked(pages, point.text, size=_SIZE, indent=_INDENT, label=f"{number}.")
