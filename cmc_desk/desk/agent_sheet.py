"""The travel agency's list: read, compared with our journeys, and written as one command that can be taken back."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from cmc_desk.desk import ticketing
from cmc_desk.desk.airports import airports
from cmc_desk.desk.beside import reading_beside
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.itineraries import (
    NONE,
    check_based_on,
    the_holder,
    travel_becomes,
    write_version,
)
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.passengers import passengers
from cmc_desk.desk.sponsorships import touch
from cmc_desk.desk.travel_settings import travel_rules
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agent_bookings import bookings
from cmc_desk.rules.agent_lines import AgentSheet
from cmc_desk.rules.agent_preview import AgentPreview, BookingChange, plan_agent_sheet
from cmc_desk.rules.journeys import as_typed
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_facts import Itinerary
from cmc_desk.rules.travel_states import Travel


@dataclass(frozen=True, slots=True)
class AgentImported:
    """What a list has written: the sponsorships whose journey or ticket is new, and those whose ticket was issued by it."""

    written: tuple[str, ...]
    ticketed: tuple[str, ...]


def read_agent_sheet(path: Path) -> AgentSheet:
    """Return the list of an agency in a workbook or a text table; raises Refusal or Unavailable."""
    from cmc_desk.exchange import agent_sheet

    return agent_sheet.read_agent_sheet(path)


def read_agent_text(text: str) -> AgentSheet:
    """Return the list of an agency that was pasted; raises Refusal."""
    from cmc_desk.exchange import agent_sheet

    return agent_sheet.read_agent_text(text)


def preview_agent_sheet(desk: Desk, sheet: AgentSheet) -> AgentPreview:
    """Compare a list with the journeys of the meeting, in any thread; see `agent_preview`."""
    with reading_beside(desk) as session:
        return agent_preview(session, sheet, now=desk.clock.now())


def agent_preview(session: Session, sheet: AgentSheet, *, now: datetime | None = None) -> AgentPreview:
    """Return what a list would do at `now`, booking by booking; raises Refusal if it is of another meeting."""
    facts = meeting(session)
    host = airports().get(travel_rules(session).arrival_airport)
    country = host.country if host is not None else facts.host_delegation
    first = facts.days[0]
    found = bookings(sheet.rows, near=first, country=country, airports=airports())
    return plan_agent_sheet(
        sheet.source, found, passengers(session), near=first, zone=facts.tzinfo, airports=airports(), now=now
    )


@command("travel.import_agent_sheet")
def import_agent_sheet(tx: Tx, *, bookings: list[BookingChange], source: str) -> AgentImported:
    """Write the bookings of a list that are taken: journeys as new versions, tickets issued, reissued or held.

    `source` names the list in the journal. Raises Refusal, with the place in the list, if one cannot be written; then none is.
    """
    del source  # it stands in the journal
    ticketed = []
    journeys = {one.key: one.itinerary for one in passengers(tx.session)}
    for change in bookings:
        try:
            if _write(tx, change, journeys.get(change.sponsorship) or NONE):
                ticketed.append(change.sponsorship)
        except Refusal as refusal:
            sentence = _("{where}: {sentence}").format(where=change.where, sentence=refusal.sentence)
            raise Refusal(sentence, field=change.where) from refusal
    return AgentImported(tuple(change.sponsorship for change in bookings), tuple(ticketed))


def _write(tx: Tx, change: BookingChange, ours: Itinerary) -> bool:
    """Write one booking; return whether a ticket was issued by it."""
    row = the_holder(tx, change.sponsorship)
    check_based_on(ours, change.based_on)
    touch(tx, row)
    fare = None if change.fare is None else ticketing.Fare(change.fare, change.currency)
    another = bool(change.ticket) and ours.issued_at is not None and change.ticket != ours.ticket
    if row.travel is Travel.NONE:
        travel_becomes(tx, row, Travel.REQUESTED)
    if change.legs or another:
        ours = write_version(tx, change.sponsorship, change.legs or as_typed(ours.legs), ours=ours)
        if another:
            ticketing.the_itinerary(tx, ours).fare = None
    if change.ticket and (another or ours.issued_at is None):
        ticketing.issue(
            tx,
            row,
            ours,
            ticket=change.ticket,
            name_on_ticket=change.name_on_ticket,
            locator=change.locator,
            fare=fare,
            issued=None,
        )
        return True
    # A hold that is known already need not be told again, and may be over by now.
    if change.hold_until not in (None, ours.hold_until) and ours.issued_at is None:
        ticketing.hold(tx, row, ours, locator=change.locator, until=change.hold_until, fare=fare)
    ticketing.correct(tx, row, ours, locator=change.locator, name_on_ticket=change.name_on_ticket, fare=fare)
    return False
