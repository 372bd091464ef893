"""What an agency's list would do, booking by booking; the list of another meeting is refused whole."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from cmc_desk.rules.agent_bookings import AgentBooking
from cmc_desk.rules.agent_preview import (
    AgentPreview,
    BookingVerdict,
    changes_of,
    leg_words,
    plan_agent_sheet,
)
from cmc_desk.rules.importing import CellProblem
from cmc_desk.rules.passengers import Passenger
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_states import Nomination, Travel
from tests.rules.journey_case import AIRPORTS, HOME, THERE, at, journey, leg, passenger

NEAR = date(2019, 12, 5)
KINGSTON = AIRPORTS["KIN"].tzinfo
BOOKING = AgentBooking("row 2", "EXAMPLEBLAKE/KEISHA MS", "EXY12Z", legs=(THERE, HOME))
NOTHING_YET = passenger("a", travel=Travel.REQUESTED)
PLANNED = passenger("a", THERE, HOME, travel=Travel.REQUESTED)


def plan(*bookings: AgentBooking, people: tuple[Passenger, ...] = (NOTHING_YET,)) -> AgentPreview:
    return plan_agent_sheet("list.xlsx", bookings, people, near=NEAR, zone=KINGSTON, airports=AIRPORTS)


def verdict(booking: AgentBooking, *people: Passenger) -> BookingVerdict:
    (one,) = plan(booking, people=people).bookings
    assert (one.change is not None) is (one.verdict in (BookingVerdict.NEW, BookingVerdict.CHANGED))
    return one.verdict


def test_a_first_booking_is_new_and_says_what_it_writes() -> None:
    preview = plan(replace(BOOKING, fare=Decimal("412.50"), currency="USD", hold_until=at(20, 18, month=11)))
    (one,) = preview.bookings
    assert (one.verdict, one.passenger, one.delegation) == (BookingVerdict.NEW, "Keisha Example-Blake", "BB")
    assert one.differences == (
        ("legs", "", "BW 415 BGI–KIN 2019-12-04 14:35–16:10; BW 414 KIN–BGI 2019-12-07 09:15–12:50"),
        ("locator", "", "EXY12Z"),
        ("name_on_ticket", "", "EXAMPLEBLAKE/KEISHA MS"),
        ("fare", "", "USD\N{NO-BREAK SPACE}412.50"),
        ("hold_until", "", "2019-11-20 18:00"),
    )
    (change,) = changes_of(preview)
    assert (change.sponsorship, change.based_on, change.fare) == ("a", 0, 41_250)
    assert change.hold_until == datetime(2019, 11, 20, 23, tzinfo=UTC)
    assert changes_of(preview, left_out=[0]) == []


def test_the_same_booking_again_is_the_same_and_another_time_is_a_change() -> None:
    known = passenger("a", THERE, HOME, locator="EXY12Z", name_on_ticket="EXAMPLEBLAKE/KEISHA MS")
    assert verdict(BOOKING, known) is BookingVerdict.SAME
    later = replace(BOOKING, legs=(replace(THERE, arrives=at(4, 16, 20)), HOME))
    (one,) = plan(later, people=(known,)).bookings
    assert [field for field, _ours, _theirs in one.differences] == ["legs"]
    assert one.change is not None
    assert one.change.legs == later.legs
    # What is left out of the list stays as it is.
    assert verdict(AgentBooking("row 2", "EXAMPLEBLAKE/KEISHA MS"), known) is BookingVerdict.SAME


def test_fare_and_hold_are_compared_with_ours() -> None:
    known = replace(
        PLANNED,
        itinerary=journey(
            THERE,
            HOME,
            locator="EXY12Z",
            fare=40_000,
            currency="USD",
            hold_until=datetime(2019, 11, 19, 23, tzinfo=UTC),
        ),
    )
    booking = replace(
        BOOKING, name="Keisha Example-Blake", fare=Decimal(412), currency="USD", hold_until=at(20, 18, month=11)
    )
    (one,) = plan(booking, people=(known,)).bookings
    assert one.verdict is BookingVerdict.CHANGED
    assert one.differences == (
        ("fare", "USD\N{NO-BREAK SPACE}400.00", "USD\N{NO-BREAK SPACE}412.00"),
        ("hold_until", "2019-11-19 18:00", "2019-11-20 18:00"),
    )
    assert one.change is not None
    assert one.change.legs == ()


def test_a_ticket_that_is_issued_is_held_no_more() -> None:
    booking = replace(BOOKING, ticket="106-2400000001", hold_until=at(20, 18, month=11))
    (one,) = plan(booking, people=(PLANNED,)).bookings
    assert one.change is not None
    assert (one.change.ticket, one.change.hold_until) == ("106-2400000001", None)


def test_who_is_not_ours_and_who_cannot_be_told_apart_are_not_written() -> None:
    other = replace(BOOKING, name="SAMPLE/BEN", locator="", where="row 3")
    preview = plan(BOOKING, other)
    assert [one.verdict for one in preview.bookings] == [BookingVerdict.NEW, BookingVerdict.NOBODY]
    twin = replace(NOTHING_YET, key="b")
    (one,) = plan(BOOKING, people=(NOTHING_YET, twin)).bookings
    assert (one.verdict, one.passenger) == (BookingVerdict.SEVERAL, "Keisha Example-Blake, Keisha Example-Blake")


@pytest.mark.parametrize(
    ("booking", "person", "sentence"),
    [
        (replace(BOOKING, legs=(THERE, replace(HOME, origin="MBJ"))), NOTHING_YET, "add the way between"),
        (replace(BOOKING, legs=()), NOTHING_YET, "No flight of this official"),
        (
            replace(BOOKING, ticket="106-1"),
            replace(NOTHING_YET, nomination=Nomination.NOMINATED),
            "No ticket before the funding is confirmed",
        ),
        (BOOKING, replace(PLANNED, travel=Travel.NO_SHOW), "is not coming"),
        (replace(BOOKING, fare=Decimal("1.234"), currency="USD"), NOTHING_YET, "more decimals"),
    ],
)
def test_what_cannot_be_is_an_error_of_its_row(booking: AgentBooking, person: Passenger, sentence: str) -> None:
    (one,) = plan(booking, people=(person,)).bookings
    assert one.verdict is BookingVerdict.ERROR
    assert sentence in one.problems[-1].sentence


def test_a_booking_with_a_cell_that_cannot_be_read_is_an_error() -> None:
    assert verdict(replace(BOOKING, problems=(CellProblem("F2", "…"),)), NOTHING_YET) is BookingVerdict.ERROR


def test_one_official_under_two_names_is_an_error() -> None:
    again = replace(BOOKING, name="Keisha Example-Blake", where="row 5")
    assert {one.verdict for one in plan(BOOKING, again).bookings} == {BookingVerdict.ERROR}


def test_the_list_of_another_meeting_is_refused_in_one_sentence() -> None:
    with pytest.raises(Refusal) as refused:
        plan(replace(BOOKING, name="SAMPLE/BEN"))
    assert (
        str(refused.value)
        == "Nobody in “list.xlsx” has a financed seat at this meeting: it is the list of another one."
    )
    with pytest.raises(Refusal):
        plan()


def test_the_same_people_at_another_time_are_of_another_meeting() -> None:
    far = replace(BOOKING, legs=(leg("BW 415", "BGI-KIN", at(4, 14, 35, month=3), at(4, 16, 10, month=3)),))
    with pytest.raises(Refusal, match="far from 2019-12-05: it is the list of another meeting"):
        plan(far)
    other = passenger("b", name="Ana Sample", travel=Travel.REQUESTED)
    near = replace(BOOKING, name="SAMPLE/ANA", where="row 4")
    preview = plan(far, near, people=(NOTHING_YET, other))
    assert [one.verdict for one in preview.bookings] == [BookingVerdict.ERROR, BookingVerdict.NEW]


def test_officials_with_a_journey_of_whom_the_list_says_nothing_are_named() -> None:
    other = passenger("b", THERE, HOME, name="Ana Sample")
    gone = passenger("c", THERE, HOME, name="Ben Muster", travel=Travel.NO_SHOW)
    assert plan(BOOKING, people=(NOTHING_YET, other, gone)).not_listed == ("Ana Sample",)


def test_a_leg_in_words_tells_another_day_and_a_road() -> None:
    night = journey(leg("BW 600", "POS-KIN", at(4, 22, 45), at(5, 0, 35)))
    road = journey(leg(" ", "MBJ-KIN", at(4, 9), at(4, 12), surface=True))
    assert leg_words(night.legs[0]) == "BW 600 POS–KIN 2019-12-04 22:45–2019-12-05 00:35"
    assert leg_words(road.legs[0]) == "MBJ–KIN 2019-12-04 09:00–12:00"


def test_a_row_that_cannot_be_read_is_the_only_thing_that_is_said_of_its_booking() -> None:
    bad = replace(BOOKING, legs=(), ticket="106-1", problems=(CellProblem("C2", "“BW” is no flight."),))
    (one,) = plan(bad).bookings
    assert [problem.sentence for problem in one.problems] == ["“BW” is no flight."]


def test_who_waits_for_flights_and_has_none_in_the_list_is_no_problem() -> None:
    waits = AgentBooking("row 2", BOOKING.name)
    assert verdict(waits, NOTHING_YET) is BookingVerdict.SAME


def test_one_way_alone_leaves_the_other_as_it_is_known() -> None:
    later = replace(HOME, departs=at(7, 11), arrives=at(7, 14, 30))
    earlier = replace(THERE, departs=at(4, 10), arrives=at(4, 11, 30))
    for alone, whole in ((later, (THERE, later)), (earlier, (earlier, HOME))):
        (one,) = plan(replace(BOOKING, legs=(alone,)), people=(PLANNED,)).bookings
        assert one.change is not None
        assert one.change.legs == whole
    road = leg("", "MBJ-KIN", at(4, 17), at(4, 19, 30), surface=True)
    there = replace(THERE, destination="MBJ")
    driven = passenger("a", there, road, HOME, locator="EXY12Z", name_on_ticket=BOOKING.name)
    for listed in ([there, HOME], [there], [HOME]):
        assert verdict(replace(BOOKING, legs=tuple(listed)), driven) is BookingVerdict.SAME


def test_a_hold_that_is_over_when_the_list_is_looked_at_is_an_error() -> None:
    held = replace(BOOKING, hold_until=at(20, 18, month=11))
    for now, expected in (
        (datetime(2019, 11, 20, 22, 59, tzinfo=UTC), BookingVerdict.NEW),
        (datetime(2019, 11, 20, 23, 1, tzinfo=UTC), BookingVerdict.ERROR),
    ):
        (one,) = plan_agent_sheet(
            "list.xlsx", [held], (NOTHING_YET,), near=NEAR, zone=KINGSTON, airports=AIRPORTS, now=now
        ).bookings
        assert one.verdict is expected
