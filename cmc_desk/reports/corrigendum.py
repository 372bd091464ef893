"""A corrigendum to the final report as a paper of its own: paragraph by paragraph, for which words which others are read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from gettext import NullTranslations

from cmc_desk.reports.dates import long_date
from cmc_desk.rules.document_kinds import ReportStatus
from cmc_desk.rules.report_blocks import Block, Bullets, Heading, Look, Para, ReportTree
from cmc_desk.rules.report_standing import Corrected, Corrigendum, Edition, paragraph_number


@dataclass(frozen=True, slots=True)
class CorrigendumFacts:
    """What a corrigendum says of what; `editions` are those in which the version was issued, `final_on` when that was."""

    language: str
    meeting: str
    place_and_dates: str
    corrigendum: Corrigendum
    on: date | None
    final_on: date | None
    editions: tuple[Edition, ...]


def title(number: int, texts: NullTranslations) -> str:
    """Return what a corrigendum is called; one that has not gone out yet has no number."""
    _ = texts.gettext
    if not number:
        return _("Draft of a corrigendum to the report of the final outcomes")
    return _("Corrigendum {number} to the report of the final outcomes").format(number=number)


def corrigendum_tree(facts: CorrigendumFacts, texts: NullTranslations) -> ReportTree:
    """Return a corrigendum as a tree of blocks, from which its Word file and its PDF are made as those of the report are."""
    return ReportTree(
        title=title(facts.corrigendum.number, texts),
        language=facts.language,
        attributed=True,
        status=ReportStatus.FINAL,
        blocks=tuple(_blocks(facts, texts)),
    )


def line_words(one: Corrected, texts: NullTranslations, *, of_several: bool = False) -> str:
    """Return a correction as it is printed; where the report was issued `of_several` texts it says of which it is."""
    _ = texts.gettext
    place = _place(one.paragraph, texts)
    if of_several:
        place = _("{place} ({text})").format(place=place, text=text_words(one.edition, texts))
    if not one.replaced:
        return _("{place}: the text should read “{words}”.").format(place=place, words=one.corrected)
    if not one.corrected:
        return _("{place}: delete “{words}”.").format(place=place, words=one.replaced)
    return _("{place}: for “{before}” read “{after}”.").format(place=place, before=one.replaced, after=one.corrected)


def text_words(edition: Edition, texts: NullTranslations) -> str:
    """Return of which text of the report something is said."""
    _ = texts.gettext
    named, unnamed = {
        "en": (_("English text"), _("English text without names")),
        "es": (_("Spanish text"), _("Spanish text without names")),
        "fr": (_("French text"), _("French text without names")),
        "nl": (_("Dutch text"), _("Dutch text without names")),
    }[edition.language]
    return named if edition.attributed else unnamed


def _blocks(facts: CorrigendumFacts, texts: NullTranslations) -> Iterator[Block]:
    _ = texts.gettext
    found = facts.corrigendum
    yield Heading("title", title(found.number, texts), counted=False)
    for key, words in (
        ("meeting", facts.meeting),
        ("place", facts.place_and_dates),
        ("date", long_date(facts.on, texts) if facts.on is not None else ""),
    ):
        if words:
            yield Para(key, words, look=Look.REMARK, counted=False)
    final_on = long_date(facts.final_on, texts) if facts.final_on is not None else ""
    said = texts.ngettext(
        "The following correction is made in version {version} of the report, which was issued as final on {date}.",
        "The following corrections are made in version {version} of the report, which was issued as final on {date}.",
        len(found.lines),
    )
    yield Para("sentence", said.format(version=found.version, date=final_on), look=Look.REMARK, counted=False)
    several = len(facts.editions) > 1
    yield Bullets("corrections", tuple(line_words(one, texts, of_several=several) for one in found.lines))


def _place(paragraph: str, texts: NullTranslations) -> str:
    _ = texts.gettext
    if not paragraph:
        return _("Throughout the report")
    return _("Paragraph {number}").format(number=paragraph) if paragraph_number(paragraph) is not None else paragraph
