"""The list of participants as PDF: a heading for each kind, delegations in two columns, nobody cut in two."""

from gettext import NullTranslations

from cmc_desk.reports.columns import (
    Entry,
    EntryGroup,
    column_width,
    folded,
    least_room,
    room_needed,
    write_columns,
)
from cmc_desk.reports.page import Pages
from cmc_desk.reports.participants import (
    ListedDelegation,
    ListedPerson,
    ParticipantList,
    function_words,
    head_words,
    name_words,
    nobody_words,
    notes,
    sections,
    standing,
    title,
)
from cmc_desk.reports.unprintable import unprintable
from cmc_desk.rules.papers import Imprint

_NAME, _BODY, _HEAD = 9.5, 9.0, 11.0
_PART = 0.4


def pdf(content: ParticipantList, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the list as PDF."""
    pages = Pages(f"{title(texts)} · {standing(content, texts, imprint)}", imprint, texts)
    _title_block(pages, content, texts, imprint)
    for heading, delegations in sections(content, texts):
        groups = [_group(delegation, column_width(pages), texts) for delegation in delegations]
        pages.space(10)
        # A kind begins on the next page unless it fits here, or a good part of it does.
        part = (pages.top - pages.bottom) * _PART
        fits = room_needed(pages, groups) or part
        pages.heading(heading, size=13, keep=max(least_room(groups), min(fits, part)) + 14)
        pages.rule("edge")
        pages.space(5)
        write_columns(pages, groups)
    return pages.finish()


def _title_block(pages: Pages, content: ParticipantList, texts: NullTranslations, imprint: Imprint) -> None:
    pages.space(8)
    pages.text(imprint.meeting, size=13, bold=True)
    pages.text(imprint.subtitle, size=11)
    pages.text(imprint.place_and_dates, size=11, tone="slate")
    pages.space(14)
    pages.text(title(texts), size=20, bold=True, tone="sea")
    pages.text(standing(content, texts, imprint), size=11)
    pages.space(3)
    pages.text(" ".join(notes(content, texts)), size=8.5, tone="slate")
    if lacking := len(unprintable(content)):
        # A name must not vanish in silence: whoever hands the list out learns of it here.
        words = texts.ngettext(
            "{number} name or function is not printed in full, because no font of the program has its letters; it is whole in the Word file and the workbook.",
            "{number} names or functions are not printed in full, because no font of the program has their letters; they are whole in the Word file and the workbook.",
            lacking,
        )
        pages.text(words.format(number=lacking), size=8.5, bold=True, tone="coral")
    pages.space(2)


def _group(delegation: ListedDelegation, width: float, texts: NullTranslations) -> EntryGroup:
    name = folded(delegation.name, _HEAD, width, bold=True, tone="sea")
    second = folded(delegation.second, _BODY, width, tone="slate")
    again = texts.gettext("{delegation} (continued)").format(delegation=delegation.name)
    entries = tuple(_entry(person, width, texts) for person in delegation.people)
    return EntryGroup(
        head=Entry((*name, *second), before=14),
        entries=entries or (Entry(folded(nobody_words(texts), _BODY, width, tone="slate"), before=3),),
        again=Entry(folded(again, _HEAD, width, bold=True, tone="sea")),
    )


def _entry(person: ListedPerson, width: float, texts: NullTranslations) -> Entry:
    name = folded(name_words(person, texts), _NAME, width, bold=True)
    head = folded(head_words(texts), _BODY, width, tone="slate") if person.head else ()
    return Entry((*name, *head, *folded(function_words(person), _BODY, width)), before=5)
