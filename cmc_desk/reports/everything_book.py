"""Everything that organisers keep in workbooks, in one: attendance, participants, travel, speaking time, actions, proposals."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from gettext import NullTranslations

from cmc_desk.reports import action_register, attendance_sheets
from cmc_desk.reports.action_register import ActionRegister
from cmc_desk.reports.attendance_book import AttendanceBook
from cmc_desk.reports.manifest import ride_sheets
from cmc_desk.reports.participants import ParticipantList, notes
from cmc_desk.reports.participants_book import people_sheets
from cmc_desk.reports.planned_record import PlannedActual
from cmc_desk.reports.planned_sheets import agenda_sheets, floor_sheets
from cmc_desk.reports.proposals_book import ProposalsBook, proposal_sheets
from cmc_desk.reports.seat_wall import PlacedSeat, Wall
from cmc_desk.reports.transport import Transports
from cmc_desk.reports.travel_book import travel_book
from cmc_desk.reports.workbook import WHOLE, Cell, Sheet, SheetColumn
from cmc_desk.rules.papers import Format, Imprint
from cmc_desk.rules.people import visible_fields
from cmc_desk.rules.travel_words import HEADLINE_WORDS, STANDING_WORDS

# A spreadsheet program takes no longer name of a sheet.
_LONGEST = 31


@dataclass(frozen=True, slots=True)
class Everything:
    """What the single workbooks say, read in one moment; `attendance` bears no time and no word of the journal."""

    language: str
    attendance: AttendanceBook
    participants: ParticipantList
    wall: Wall
    rides: Transports
    record: PlannedActual
    actions: ActionRegister
    proposals: ProposalsBook

    @property
    def people(self) -> int:
        """Of how many people it is."""
        return len(self.attendance.people)


def render(content: Everything, form: Format, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return everything as .xlsx."""
    del form
    _ = texts.gettext
    marks = ((_("Note"), note) for note in notes(content.participants, texts))
    return travel_book(title(texts), _named(sheets(content, texts, imprint)), texts, imprint, notes=marks)


def title(texts: NullTranslations) -> str:
    """Return what the paper is called."""
    return texts.gettext("Everything in one workbook")


def sheets(content: Everything, texts: NullTranslations, imprint: Imprint) -> tuple[Sheet, ...]:
    """Return the sheets in their order: who came, who takes part, who travels, what was said, what is to be done, what is proposed."""
    # The fields follow from the limit, and are no plain data that a digest could be made of.
    attendance = replace(content.attendance, fields=visible_fields(content.attendance.limit))
    today = imprint.made_at.date()
    return (
        attendance_sheets.summary(attendance, texts),
        attendance_sheets.people(attendance, texts),
        attendance_sheets.missing(attendance, texts),
        *people_sheets(content.participants, texts),
        _seats(content.wall, texts),
        *ride_sheets(content.rides, texts),
        *agenda_sheets(content.record, texts),
        *_spoken(content.record, texts),
        action_register.register_sheet(content.actions, texts, today),
        *proposal_sheets(content.proposals, texts),
    )


def _spoken(content: PlannedActual, texts: NullTranslations) -> tuple[Sheet, ...]:
    """Return the sheets of the floor; beside a list of all delegations theirs says what it is of."""
    found = floor_sheets(content, texts)
    if not found:
        return ()
    return replace(found[0], name="speaking_time", title=texts.gettext("Speaking time")), *found[1:]


def _named(shown: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """Return sheets no two of which have one name, for people or for programs: a further one of a name has a number."""
    titles: set[str] = set()
    names: set[str] = set()
    found = []
    for one in shown:
        words, name, number = one.title, one.name, 1
        while words.casefold() in titles or name in names:
            number += 1
            words, name = f"{one.title[: _LONGEST - 4]} ({number})", f"{one.name}-{number}"
        titles.add(words.casefold())
        names.add(name)
        found.append(replace(one, title=words, name=name))
    return tuple(found)


def _seats(content: Wall, texts: NullTranslations) -> Sheet:
    _ = texts.gettext
    agencies = dict(content.agencies)
    columns = (
        SheetColumn(_("Delegation"), "delegation", 34),
        SheetColumn(_("Seat"), "seat", 7, WHOLE),
        SheetColumn(_("Official"), "official", 30),
        SheetColumn(_("State"), "state", 18),
        SheetColumn(_("Standing"), "standing", 12),
        SheetColumn(_("Borne by"), "agencies", 18),
        SheetColumn(_("Of the host"), "local", 11),
        SheetColumn(_("Wishes not met"), "warnings", 10, WHOLE),
    )
    rows = tuple(
        _seat(one.name, number, seat, agencies, texts)
        for one in content.delegations
        for number, seat in enumerate(one.seats, 1)
    )
    return Sheet("seats", _("Seats"), columns, rows, frozen=2)


def _seat(
    delegation: str, number: int, seat: PlacedSeat, agencies: dict[str, str], texts: NullTranslations
) -> tuple[Cell, ...]:
    return (
        delegation,
        number,
        seat.name or None,
        texts.gettext(HEADLINE_WORDS[seat.headline]),
        texts.gettext(STANDING_WORDS[seat.standing]),
        ", ".join(agencies.get(share.agency, share.agency) for share in seat.shares) or None,
        texts.gettext("yes") if seat.local else None,
        seat.warnings or None,
    )
