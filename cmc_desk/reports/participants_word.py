"""The list of participants as a Word file of named styles, so that a ministry can go on editing it."""

from gettext import NullTranslations
from typing import Any

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
from cmc_desk.reports.word import OTHER_NAME, PARTICIPANT, REMARK, add_text, new_columns, word_bytes, word_paper
from cmc_desk.rules.papers import Imprint


def word(content: ParticipantList, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the list as .docx."""
    state = standing(content, texts, imprint)
    document = word_paper(f"{title(texts)} · {state}", imprint, texts, language=content.language)
    add_text(document.add_paragraph(style="Subtitle"), imprint.meeting, style="Strong")
    for words in filter(None, (imprint.subtitle, imprint.place_and_dates)):
        add_text(document.add_paragraph(style="Subtitle"), words)
    add_text(document.add_paragraph(style="Title"), title(texts))
    add_text(document.add_paragraph(style="Subtitle"), state)
    add_text(document.add_paragraph(style=REMARK), " ".join(notes(content, texts)))
    if content.delegations:
        new_columns(document, 2)
        for heading, delegations in sections(content, texts):
            add_text(document.add_paragraph(style="Heading 1"), heading)
            for delegation in delegations:
                _delegation(document, delegation, texts)
    return word_bytes(document)


def _delegation(document: Any, delegation: ListedDelegation, texts: NullTranslations) -> None:
    add_text(document.add_paragraph(style="Heading 2"), delegation.name)
    if delegation.second:
        add_text(document.add_paragraph(style=OTHER_NAME), delegation.second)
    if not delegation.people:
        add_text(document.add_paragraph(style=REMARK), nobody_words(texts))
    for person in delegation.people:
        _person(document.add_paragraph(style=PARTICIPANT), person, texts)


def _person(paragraph: Any, person: ListedPerson, texts: NullTranslations) -> None:
    add_text(paragraph, name_words(person, texts), style="Strong")
    for words in filter(None, (head_words(texts) if person.head else "", function_words(person))):
        paragraph.add_run().add_break()
        add_text(paragraph, words)
