"""The list of participants as a workbook: a row for each person, a row for each delegation, and what it is."""

from collections.abc import Iterator
from gettext import NullTranslations

from cmc_desk.reports.about_sheet import about_sheet
from cmc_desk.reports.participants import HEADINGS, ParticipantList, head_words, notes, standing, title
from cmc_desk.reports.workbook import WHOLE, Cell, Sheet, SheetColumn, workbook
from cmc_desk.reports.workbook import Imprint as BookImprint
from cmc_desk.rules.papers import Imprint


def book(content: ParticipantList, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the list as .xlsx."""
    _ = texts.gettext
    made = imprint.made_at.replace(tzinfo=None, microsecond=0)
    shown = people_sheets(content, texts)
    return workbook(
        (*shown, _about(content, texts, imprint, shown)),
        BookImprint(
            title=f"{title(texts)} · {standing(content, texts, imprint)}",
            meeting=imprint.meeting,
            made=made,
            made_by=imprint.made_by,
            # &P and &N are codes of the spreadsheet program.
            page=_("page {page} of {pages}").format(page="&P", pages="&N"),
        ),
    )


def people_sheets(content: ParticipantList, texts: NullTranslations) -> tuple[Sheet, ...]:
    """Return the sheets of people and delegations, for this workbook or for one with more in it."""
    return _people(content, texts), _delegations(content, texts)


def _people(content: ParticipantList, texts: NullTranslations) -> Sheet:
    _ = texts.gettext
    columns = (
        SheetColumn(_("No."), "number", 6, WHOLE),
        *_delegation_columns(content, texts, 25),
        SheetColumn(_("Salutation"), "salutation", 9),
        SheetColumn(_("Given name"), "given_name", 16),
        SheetColumn(_("Family name"), "family_name", 20),
        SheetColumn(_("Head of delegation"), "head", 12),
        SheetColumn(_("Functional title"), "functional_title", 32),
        SheetColumn(_("Institution"), "institution", 32),
        SheetColumn(_("Group"), "kind", 18),
    )
    return Sheet("participants", _("Participants"), columns, tuple(_person_rows(content, texts)), frozen=2)


def _person_rows(content: ParticipantList, texts: NullTranslations) -> Iterator[tuple[Cell, ...]]:
    number = 0
    for delegation in content.delegations:
        named = (delegation.name, delegation.second or None) if content.second else (delegation.name,)
        for person in delegation.people:
            number += 1
            yield (
                number,
                *named,
                person.salutation or None,
                person.given_name or None,
                person.family_name or None,
                head_words(texts) if person.head else None,
                person.functional_title or None,
                person.institution or None,
                texts.gettext(HEADINGS[delegation.kind]),
            )


def _delegations(content: ParticipantList, texts: NullTranslations) -> Sheet:
    _ = texts.gettext
    columns = (
        SheetColumn(_("Group"), "kind", 34),
        *_delegation_columns(content, texts, 50),
        SheetColumn(_("People listed"), "listed", 14, WHOLE),
    )
    rows = tuple(
        (
            _(HEADINGS[delegation.kind]),
            *((delegation.name, delegation.second or None) if content.second else (delegation.name,)),
            len(delegation.people),
        )
        for delegation in content.delegations
    )
    return Sheet("delegations", _("Delegations"), columns, rows, frozen=2)


def _delegation_columns(content: ParticipantList, texts: NullTranslations, width: int) -> tuple[SheetColumn, ...]:
    first = SheetColumn(texts.gettext("Delegation"), "delegation", width)
    if not content.second:
        return (first,)
    return first, SheetColumn(texts.gettext("Name in another language"), "delegation_second", width)


def _about(content: ParticipantList, texts: NullTranslations, imprint: Imprint, shown: tuple[Sheet, ...]) -> Sheet:
    _ = texts.gettext
    told: tuple[tuple[str, Cell], ...] = (
        (_("What it is"), title(texts)),
        (_("Provisional or final"), standing(content, texts, imprint)),
        (_("Meeting"), " · ".join(filter(None, (imprint.meeting, imprint.subtitle)))),
        (_("Place and dates"), imprint.place_and_dates),
        (_("Made at"), imprint.made_at.replace(tzinfo=None, microsecond=0)),
        (_("Made by"), imprint.made_by),
        *((_("Note"), note) for note in notes(content, texts)),
    )
    return about_sheet(told, shown, texts)
