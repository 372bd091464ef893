"""What the fields of a badge say, in the language of the run."""

from gettext import NullTranslations

from cmc_desk.reports.typesetting import missing_glyphs
from cmc_desk.rules.badge_code import in_groups
from cmc_desk.rules.badge_design import BadgeFacts, BadgeMeeting, DesignField, Show

# What is the same on every badge of a run is reported once, not for every person.
OF_THE_RUN = frozenset({Show.TEXT, Show.MEETING, Show.PLACE_AND_DATES, Show.CONTACTS, Show.AGENDA, Show.REPLACEMENT})
LISTS = frozenset({Show.CONTACTS, Show.AGENDA})
NAMES = frozenset({Show.NAME, Show.NAME_FIRST, Show.NAME_SECOND})


def field_words(
    field: DesignField, facts: BadgeFacts, meeting: BadgeMeeting, texts: NullTranslations
) -> tuple[str, ...]:
    """Return what a field says as paragraphs, each of which begins a line; nothing if it says nothing.

    The rows of contacts and agenda are `field_rows`; their heading is what this returns. A flag and a photograph say
    nothing in words, a code says its letters.
    """
    return tuple(words for words in _words(field, facts, meeting, texts) if words.strip())


def field_rows(field: DesignField, meeting: BadgeMeeting) -> tuple[tuple[str, str], ...]:
    """Return the rows of a list on the back: what and number, or time and words; a heading has no words."""
    return {Show.CONTACTS: meeting.contacts, Show.AGENDA: meeting.agenda}.get(field.show, ())


def printable(text: str, *, bold: bool = False) -> str:
    """Return `text` without the letters that no font has, so that none is printed as an empty box."""
    missing = missing_glyphs(text, bold=bold)
    if not missing:
        return text
    return " ".join("".join(" " if letter in missing else letter for letter in text).split())


def has_printable_name(facts: BadgeFacts) -> bool:
    """Say whether a name can be printed; otherwise there is a line on which to write it."""
    return any(printable(part, bold=True) for part in (facts.name, facts.first, facts.second))


def _words(field: DesignField, facts: BadgeFacts, meeting: BadgeMeeting, texts: NullTranslations) -> tuple[str, ...]:
    _ = texts.gettext
    show = field.show
    if show is Show.NAME:
        return (facts.first, facts.second) if facts.first or facts.second else (facts.name,)
    if show is Show.BAND:
        return (facts.category.upper(),)
    if show is Show.QR:
        return (facts.code,)
    if show is Show.CODE_LETTERS:
        return (in_groups(facts.code),)
    if show is Show.REPLACEMENT:
        return (_("Replacement badge"),) if facts.replacement else ()
    if show is Show.CONTACTS:
        return (field.text or _("Contacts"),) if meeting.contacts else ()
    if show is Show.AGENDA:
        return (field.text or _("Agenda"),) if meeting.agenda else ()
    return (
        {
            Show.NAME_FIRST: facts.first or ("" if facts.second else facts.name),
            Show.NAME_SECOND: facts.second,
            Show.FUNCTIONAL_TITLE: facts.functional_title,
            Show.INSTITUTION: facts.institution,
            Show.DELEGATION: facts.delegation,
            Show.DELEGATION_SECOND: facts.delegation_second,
            Show.CAPACITY: facts.capacity,
            Show.TEXT: field.text,
            Show.MEETING: meeting.short_title,
            Show.PLACE_AND_DATES: meeting.place_and_dates,
        }.get(show, ""),
    )
