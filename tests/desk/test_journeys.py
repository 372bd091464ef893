"""Journeys: planned in versions, held, ticketed, issued anew, cancelled — and what was paid for nothing stays in the cost."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cmc_desk.desk import journeys, seats
from cmc_desk.desk.costs import cost_rows
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.itinerary_facts import versions
from cmc_desk.desk.opening import verify_journal
from cmc_desk.desk.travellers import set_travel
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.seats import seat_key
from cmc_desk.rules.travel_facts import Share
from cmc_desk.rules.travel_states import CostKind, Profile, Travel
from tests.desk.journeyed import BEFORE, HOME, THERE, at, both, issue, journey_of, open_travel, put, row_of, seated
from tests.meetings import KEISHA, clock_of, enter


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_travel(tmp_path)
    yield opened
    assert opened.read(verify_journal).whole
    opened.close()


def committed(desk: Desk, key: str) -> dict[tuple[str, str], int]:
    rows = desk.read(cost_rows, sponsorship=key)
    return {(row.agency, row.currency): row.amounts.committed for row in rows if row.kind is CostKind.TICKET}


def estimated(desk: Desk, key: str) -> int:
    return sum(row.amounts.estimated for row in desk.read(cost_rows, sponsorship=key))


def kept(desk: Desk, key: str) -> int:
    """Return what a ticket costs once something of it has come back."""
    return sum(row.amounts.actual or row.amounts.committed for row in desk.read(cost_rows, sponsorship=key))


def test_a_journey_is_kept_with_the_zones_of_its_airports_and_a_newer_one_holds(desk: Desk) -> None:
    key = seated(desk)
    put(desk, key)
    miami = replace(THERE, origin="MIA", departs=at(4, 13, 50))
    put(desk, key, (miami, HOME))
    now = journey_of(desk, key)
    assert (now.version, now.legs[0].departs.isoformat()) == (2, "2019-12-04T13:50:00-05:00")
    assert [one.version for one in desk.read(versions, sponsorship=key)] == [2, 1]
    assert row_of(desk, key).travel is Travel.REQUESTED
    desk.undo()
    assert journey_of(desk, key).legs[0].origin == "PAP"


def test_a_journey_that_hangs_in_the_air_is_refused_and_nothing_is_written(desk: Desk) -> None:
    key = seated(desk)
    for legs in (
        [],
        [replace(THERE, origin="XYZ")],
        [replace(THERE, arrives=at(4, 9))],
        [THERE, replace(HOME, origin="MBJ")],
    ):
        with pytest.raises(Refusal):
            desk.do(journeys.put_itinerary, sponsorship=key, legs=legs)
    assert row_of(desk, key).travel is Travel.NONE


def test_whoever_gave_the_seat_up_gets_no_journey(desk: Desk) -> None:
    key = seated(desk)
    desk.do(seats.withdraw, sponsorship=key)
    with pytest.raises(Refusal, match="given the seat up"):
        put(desk, key)


def test_two_windows_notice_each_other(desk: Desk) -> None:
    key = seated(desk)
    seen = row_of(desk, key).version
    put(desk, key)
    with pytest.raises(Refusal, match="has changed"):
        desk.do(journeys.put_itinerary, sponsorship=key, legs=[THERE], version=seen)


def test_a_hold_is_kept_prolonged_and_expected_to_cost_its_fare(desk: Desk) -> None:
    key = seated(desk, accepted=False)
    with pytest.raises(Refusal, match="No flights are planned"):
        desk.do(journeys.hold_ticket, sponsorship=key, until=BEFORE + timedelta(days=2))
    put(desk, key)
    until = BEFORE + timedelta(days=2)
    desk.do(journeys.hold_ticket, sponsorship=key, until=until, locator="exy12z", fare="400", currency="USD")
    assert (journey_of(desk, key).hold_until, journey_of(desk, key).locator) == (until, "EXY12Z")
    assert (row_of(desk, key).travel, estimated(desk, key)) == (Travel.HELD, 400_00)
    desk.do(journeys.hold_ticket, sponsorship=key, until=until + timedelta(days=1))
    assert journey_of(desk, key).hold_until == until + timedelta(days=1)
    with pytest.raises(Refusal, match="over already"):
        desk.do(journeys.hold_ticket, sponsorship=key, until=BEFORE)


def test_no_ticket_before_the_funding_is_confirmed(desk: Desk) -> None:
    key = seated(desk, accepted=False)
    put(desk, key)
    with pytest.raises(Refusal, match="before the funding is confirmed"):
        issue(desk, key)
    desk.do(seats.accept, sponsorship=key)
    issue(desk, key)
    assert row_of(desk, key).travel is Travel.TICKETED


def test_a_ticket_needs_a_number_and_flights_and_is_issued_once(desk: Desk) -> None:
    key = seated(desk)
    with pytest.raises(Refusal, match="No flights"):
        issue(desk, key)
    put(desk, key)
    with pytest.raises(Refusal, match="number of the ticket is missing"):
        desk.do(journeys.issue_ticket, sponsorship=key, ticket=" ")
    with pytest.raises(Refusal):
        issue(desk, key, fare="-1")
    with pytest.raises(Refusal, match="no ticket that could be reissued"):
        desk.do(journeys.reissue_ticket, sponsorship=key, ticket="1")
    issue(desk, key)
    with pytest.raises(Refusal, match="reissue it"):
        issue(desk, key)
    with pytest.raises(Refusal, match="issued already"):
        desk.do(journeys.hold_ticket, sponsorship=key, until=BEFORE + timedelta(days=1))


def test_the_agencies_commit_to_a_fare_by_their_shares(desk: Desk) -> None:
    key = seated(desk)
    desk.do(
        seats.set_seat,
        seat=seat_key("HT", 1),
        profile=Profile.IMMIGRATION,
        shares=[Share("IOM", 5_000), Share("UNHCR", 5_000)],
    )
    put(desk, key)
    issue(desk, key)
    now = journey_of(desk, key)
    assert (now.ticket, now.name_on_ticket, now.fare, now.currency) == (
        "106-2400000001",
        "MUSTERZOLC/ANAISMS",
        412_51,
        "USD",
    )
    assert (now.issued_at, now.locator) == (BEFORE, "EXY12Z")
    assert sorted(committed(desk, key).values()) == [206_25, 206_26]
    desk.undo()
    assert committed(desk, key) == {}
    assert row_of(desk, key).travel is Travel.REQUESTED


def test_the_fare_of_the_hold_is_that_of_the_ticket_unless_another_is_told(desk: Desk) -> None:
    key = seated(desk)
    put(desk, key)
    desk.do(journeys.hold_ticket, sponsorship=key, until=BEFORE + timedelta(days=1), fare="400", currency="USD")
    desk.do(journeys.issue_ticket, sponsorship=key, ticket="1")
    assert committed(desk, key) == {("IOM", "USD"): 400_00}
    assert journey_of(desk, key).hold_until is None


def test_a_cancelled_ticket_keeps_the_seat_and_what_does_not_come_back(desk: Desk) -> None:
    key = seated(desk)
    put(desk, key)
    issue(desk, key)
    with pytest.raises(Refusal, match="Say why"):
        desk.do(journeys.cancel_ticket, sponsorship=key, reason="")
    with pytest.raises(Refusal, match="More would come back"):
        desk.do(journeys.cancel_ticket, sponsorship=key, reason="Ill", refund="412.52")
    desk.do(journeys.cancel_ticket, sponsorship=key, reason="Ill", refund="112.51")
    row = row_of(desk, key)
    assert (row.travel, row.holds_seat, row.reason) == (Travel.CANCELLED, 1, "Ill")
    assert kept(desk, key) == 300_00


def test_after_a_cancelled_ticket_the_journey_begins_anew_and_the_sunk_cost_stays(desk: Desk) -> None:
    key = seated(desk)
    put(desk, key)
    issue(desk, key)
    desk.do(journeys.cancel_ticket, sponsorship=key, reason="Flight withdrawn")
    put(desk, key)
    now = journey_of(desk, key)
    assert (now.version, now.ticket, now.issued_at, now.fare) == (2, "", None, None)
    assert row_of(desk, key).travel is Travel.REQUESTED
    issue(desk, key, fare="500")
    assert committed(desk, key) == {("IOM", "USD"): 912_51}


def test_a_hold_that_is_cancelled_costs_nothing(desk: Desk) -> None:
    key = seated(desk)
    put(desk, key)
    desk.do(journeys.hold_ticket, sponsorship=key, until=BEFORE + timedelta(days=1), fare="400", currency="USD")
    desk.do(journeys.cancel_ticket, sponsorship=key, reason="Another route")
    assert (estimated(desk, key), journey_of(desk, key).hold_until) == (0, None)


def test_what_was_never_booked_can_be_cancelled_as_asked_for(desk: Desk) -> None:
    key = seated(desk)
    desk.do(set_travel, sponsorship=key, to=Travel.REQUESTED)
    desk.do(journeys.cancel_ticket, sponsorship=key, reason="Comes by car")
    assert row_of(desk, key).travel is Travel.CANCELLED


def test_a_reissued_ticket_is_a_new_version_with_the_new_fare_added(desk: Desk) -> None:
    key = seated(desk)
    put(desk, key)
    issue(desk, key)
    later = replace(HOME, departs=at(8, 9, 15), arrives=at(8, 10, 20))
    desk.do(
        journeys.reissue_ticket,
        sponsorship=key,
        ticket="106-2400000002",
        legs=[THERE, later],
        fare="450",
        currency="USD",
        refund="400",
    )
    now = journey_of(desk, key)
    assert (now.version, now.ticket, now.locator, now.name_on_ticket) == (
        2,
        "106-2400000002",
        "EXY12Z",
        "MUSTERZOLC/ANAISMS",
    )
    assert now.legs[1].departs.day == 8
    assert committed(desk, key) == {("IOM", "USD"): 462_51}


def test_a_name_is_corrected_on_the_ticket_free_of_charge(desk: Desk) -> None:
    key = seated(desk)
    put(desk, key)
    issue(desk, key)
    desk.do(journeys.reissue_ticket, sponsorship=key, ticket="106-2400000003", name_on_ticket="MUSTERZOLC/ANAIS")
    assert journey_of(desk, key).name_on_ticket == "MUSTERZOLC/ANAIS"
    assert committed(desk, key) == {("IOM", "USD"): 412_51}


def test_a_ticket_stays_when_a_flight_is_corrected(desk: Desk) -> None:
    key = seated(desk)
    put(desk, key)
    issue(desk, key)
    put(desk, key, (replace(THERE, arrives=at(4, 15, 50)), HOME))
    assert journey_of(desk, key).ticket == "106-2400000001"
    assert row_of(desk, key).travel is Travel.TICKETED


def test_a_replaced_official_can_still_have_the_ticket_cancelled(desk: Desk) -> None:
    key, _other = both(desk)
    issue(desk, key)
    another = enter(desk, replace(KEISHA, delegation="HT")).id
    desk.do(seats.replace, sponsorship=key, participant=another, reason="Ill")
    desk.do(journeys.cancel_ticket, sponsorship=key, reason="Replaced", refund="100")
    assert kept(desk, key) == 312_51


def test_a_ticket_that_was_issued_before_is_recorded_with_its_day(desk: Desk) -> None:
    key = seated(desk)
    put(desk, key)
    issued = datetime(2019, 11, 18, 15, tzinfo=UTC)
    desk.do(journeys.issue_ticket, sponsorship=key, ticket="1", issued=issued)
    assert journey_of(desk, key).issued_at == issued
    assert clock_of(desk).now() > issued
