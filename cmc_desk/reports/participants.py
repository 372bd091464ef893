"""The official list of participants: one content, made as PDF, as a Word file that can be edited, and as a workbook."""

from collections.abc import Iterator
from dataclasses import dataclass
from gettext import NullTranslations
from itertools import groupby

from cmc_desk.i18n import N_
from cmc_desk.reports.dates import long_date
from cmc_desk.rules.meeting import DelegationKind
from cmc_desk.rules.papers import Format, Imprint

HEADINGS = {
    DelegationKind.STATE: N_("States"),
    DelegationKind.TERRITORY: N_("Constituent parts and territories"),
    DelegationKind.OBSERVER_STATE: N_("Observer States"),
    DelegationKind.UN: N_("United Nations and intergovernmental organisations"),
    DelegationKind.OTHER: N_("Other organisations"),
    DelegationKind.SECRETARIAT: N_("Secretariat"),
}


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """Somebody who agreed to stand in the list; `head` of their delegation."""

    salutation: str
    given_name: str
    family_name: str
    functional_title: str
    institution: str
    head: bool = False


@dataclass(frozen=True, slots=True)
class ListedDelegation:
    """A delegation that takes part, with its name in a second language if there is one; perhaps nobody of it agreed to be listed."""

    name: str
    second: str
    kind: DelegationKind
    people: tuple[ListedPerson, ...]


@dataclass(frozen=True, slots=True)
class ParticipantList:
    """The delegations in official order; `not_listed` did not agree to be. `second` is another language of their names, or empty.

    A `final` list has those who came (`by_attendance`), unless no attendance was recorded at all; a provisional one has
    those who are expected too.
    """

    language: str
    second: str
    final: bool
    by_attendance: bool
    delegations: tuple[ListedDelegation, ...]
    not_listed: int

    @property
    def listed(self) -> int:
        """How many people stand in the list."""
        return sum(len(delegation.people) for delegation in self.delegations)


def render(content: ParticipantList, paper: Format, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the list in one of its forms, its fixed words in the language of `texts`."""
    if paper is Format.PDF:
        from cmc_desk.reports.participants_pdf import pdf

        return pdf(content, texts, imprint)
    if paper is Format.DOCX:
        from cmc_desk.reports.participants_word import word

        return word(content, texts, imprint)
    from cmc_desk.reports.participants_book import book

    return book(content, texts, imprint)


def title(texts: NullTranslations) -> str:
    """Return what the paper is called."""
    return texts.gettext("List of participants")


def standing(content: ParticipantList, texts: NullTranslations, imprint: Imprint) -> str:
    """Return whether the list is final, and of which day it is."""
    _ = texts.gettext
    words = _("Final list of {date}") if content.final else _("Provisional list of {date}")
    return words.format(date=long_date(imprint.made_at.date(), texts))


def sections(content: ParticipantList, texts: NullTranslations) -> Iterator[tuple[str, tuple[ListedDelegation, ...]]]:
    """Return the heading of each kind of delegation with the delegations under it."""
    for kind, delegations in groupby(content.delegations, key=lambda delegation: delegation.kind):
        yield texts.gettext(HEADINGS[kind]), tuple(delegations)


def name_words(person: ListedPerson, texts: NullTranslations) -> str:
    """Return salutation and name as they were given."""
    named = " ".join(part for part in (person.salutation, person.given_name, person.family_name) if part)
    return named if person.given_name or person.family_name else texts.gettext("(name not given)")


def function_words(person: ListedPerson) -> str:
    """Return functional title and institution in one line."""
    return ", ".join(part for part in (person.functional_title, person.institution) if part)


def head_words(texts: NullTranslations) -> str:
    """Return what marks the head of a delegation."""
    return texts.gettext("Head of delegation")


def nobody_words(texts: NullTranslations) -> str:
    """Return what stands under a delegation of which nobody agreed to be listed."""
    return texts.gettext("Names are not listed")


def notes(content: ParticipantList, texts: NullTranslations) -> tuple[str, ...]:
    """Return what stands under the list: how many are listed of how many, whom it has, what to do about mistakes."""
    _ = texts.gettext
    whole = content.listed + content.not_listed
    if not whole:
        return (_("Nobody can be listed yet: no participant is registered."),)
    said = [
        texts.ngettext(
            "{listed} of {number} participant is listed.", "{listed} of {number} participants are listed.", whole
        ).format(listed=content.listed, number=whole)
    ]
    if content.not_listed:
        said.append(
            texts.ngettext(
                "{number} is not, for want of consent to be listed.",
                "{number} are not, for want of their consent to be listed.",
                content.not_listed,
            ).format(number=content.not_listed)
        )
    if content.by_attendance:
        said.append(_("The list is of those whose presence was recorded at the meeting."))
    if not content.final:
        said.append(_("Please tell the secretariat of any correction."))
    return tuple(said)
