"""Who earns a certificate, and by what number it is known."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.attendance import EventKind, Movement
from cmc_desk.rules.certificates import Attended, attended, earned, serial, taken
from cmc_desk.rules.sessions import Session

FIRST, SECOND = date(2019, 12, 5), date(2019, 12, 6)
NINE = datetime(2019, 12, 5, 14, tzinfo=UTC)


def session(key: str, day: date = FIRST, *, is_registration: bool = False) -> Session:
    return Session(key, day, NINE, NINE + timedelta(hours=1), key, is_registration=is_registration)


DOOR, OPENING, CONTEXT = session("door", is_registration=True), session("opening"), session("context")
DOOR2, CLOSING = session("door2", SECOND, is_registration=True), session("closing", SECOND)
ALL = (DOOR, OPENING, CONTEXT, DOOR2, CLOSING)
CAME = Movement(EventKind.ARRIVE, NINE)
LEFT = Movement(EventKind.LEAVE, NINE + timedelta(minutes=1))


def test_who_left_early_was_there() -> None:
    assert attended({"opening": [CAME, LEFT]}, ALL) == Attended(sessions=1, days=1)


def test_a_voided_arrival_is_none() -> None:
    assert attended({"opening": [Movement(EventKind.ARRIVE, NINE, voided=True)]}, ALL) == Attended()


def test_the_registration_is_no_session_but_counts_for_its_day() -> None:
    assert attended({"door": [CAME], "door2": [CAME]}, ALL) == Attended(sessions=0, days=2)
    assert attended({"door": [CAME], "opening": [CAME], "context": [CAME]}, ALL) == Attended(sessions=2, days=1)


def test_what_is_recorded_elsewhere_counts_for_nothing() -> None:
    assert attended({"another meeting": [CAME]}, ALL) == Attended()


def test_sessions_and_days_count_as_taken_if_anybody_was_recorded() -> None:
    assert taken({"door", "opening", "closing"}, ALL) == Attended(sessions=2, days=2)
    assert taken((), ALL) == Attended()


def test_one_day_is_enough_where_one_day_is_asked_for() -> None:
    assert earned(Attended(0, 1), sessions_needed=0, days_needed=1)
    assert not earned(Attended(2, 1), sessions_needed=0, days_needed=2)


def test_where_both_are_asked_for_both_are_needed() -> None:
    assert earned(Attended(3, 2), sessions_needed=3, days_needed=2)
    assert not earned(Attended(2, 2), sessions_needed=3, days_needed=2)
    assert not earned(Attended(3, 1), sessions_needed=3, days_needed=2)


def test_nobody_who_never_came_gets_one_even_if_nothing_is_asked_for() -> None:
    assert not earned(Attended(), sessions_needed=0, days_needed=0)
    assert earned(Attended(0, 1), sessions_needed=0, days_needed=0)


@given(st.sets(st.sampled_from(ALL)), st.integers(0, 4), st.integers(0, 3))
def test_who_came_to_more_never_loses_a_certificate(came: set[Session], sessions_needed: int, days_needed: int) -> None:
    some = attended({one.key: [CAME] for one in came}, ALL)
    everything = attended({one.key: [CAME] for one in ALL}, ALL)
    assert everything == taken([one.key for one in ALL], ALL) == Attended(sessions=3, days=2)
    assert some.sessions <= len(came)
    assert some.days <= 2
    if earned(some, sessions_needed=sessions_needed, days_needed=days_needed):
        assert earned(everything, sessions_needed=sessions_needed, days_needed=days_needed)


def test_a_certificate_keeps_its_number_and_no_two_are_alike() -> None:
    assert serial("meeting", "p1") == serial("meeting", "p1")
    numbers = {serial(meeting, f"p{number}") for meeting in ("one", "two") for number in range(1_000)}
    assert len(numbers) == 2_000


@given(st.text(), st.text())
def test_a_number_has_two_groups_of_letters_that_are_not_taken_for_each_other(meeting: str, participant: str) -> None:
    number = serial(meeting, participant)
    first, second = number.split("-")
    assert (len(first), len(second)) == (4, 4)
    assert not set(number) & set("01IOl")
