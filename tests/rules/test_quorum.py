"""Who is in the room at an instant, and how many of how many delegations that is."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.attendance import EventKind, Movement
from cmc_desk.rules.meeting import DelegationKind
from cmc_desk.rules.people import Capacity
from cmc_desk.rules.quorum import Standing, Tally, in_the_room, represents, sessions_at, tally
from cmc_desk.rules.sessions import Session

ZONE = ZoneInfo("America/Jamaica")
DAY = date(2019, 12, 5)
STATES = (DelegationKind.STATE,)


def at(hour: int, minute: int = 0, *, day: int = 5) -> datetime:
    return datetime(2019, 12, day, hour, minute, tzinfo=ZONE)


def came(hour: int, *, voided: bool = False) -> Movement:
    return Movement(EventKind.ARRIVE, at(hour), voided=voided)


def left(hour: int) -> Movement:
    return Movement(EventKind.LEAVE, at(hour))


DOOR = Session("door", DAY, at(8), at(9), "Registration", is_registration=True)
OPENING = Session("opening", DAY, at(9), at(10), "Opening")
GROUP = Session("group", DAY, at(9, 30), at(11), "Working group")
NIGHT = Session("night", DAY, at(23), at(2, day=6), "Night session")
SESSIONS = (DOOR, OPENING, GROUP, NIGHT)


@pytest.mark.parametrize(
    ("instant", "keys"),
    [
        (at(8, 30), ["door"]),
        (at(9, 15), ["door", "opening"]),
        (at(9, 45), ["door", "opening", "group"]),
        (at(10), ["door", "group"]),
        (at(12), ["door"]),
        (at(1, day=6), ["door", "night"]),
        (at(2, day=6), []),
        (at(9, day=4), []),
    ],
)
def test_the_registration_of_the_day_and_all_that_runs_tell_who_is_there(instant: datetime, keys: list[str]) -> None:
    assert [one.key for one in sessions_at(SESSIONS, instant, zone=ZONE)] == keys
    assert [one.key for one in sessions_at(SESSIONS, instant.astimezone(UTC), zone=ZONE)] == keys


def test_who_registered_and_did_not_leave_is_in_the_room() -> None:
    assert in_the_room(at(10), registered=[came(8)], of_sessions=[])
    assert not in_the_room(at(10), registered=[], of_sessions=[])


def test_what_was_recorded_later_or_voided_counts_for_nothing() -> None:
    assert not in_the_room(at(10), registered=[came(11)], of_sessions=[])
    assert not in_the_room(at(10), registered=[came(8, voided=True)], of_sessions=[])
    assert in_the_room(at(10), registered=[came(8)], of_sessions=[left(11)])


def test_the_last_movement_counts_wherever_it_was_recorded() -> None:
    assert not in_the_room(at(12), registered=[came(8), left(10)], of_sessions=[came(9)])
    assert not in_the_room(at(12), registered=[came(8)], of_sessions=[came(9), left(10)])
    back = Movement(EventKind.RETURN, at(11))
    assert in_the_room(at(12), registered=[came(8), left(10), back], of_sessions=[came(9)])


def test_the_instant_of_a_movement_belongs_to_it() -> None:
    assert in_the_room(at(8), registered=[came(8)], of_sessions=[])
    assert not in_the_room(at(10), registered=[came(8), left(10)], of_sessions=[])


def test_who_is_excused_from_the_session_is_elsewhere_unless_they_came_to_it() -> None:
    assert not in_the_room(at(10), registered=[came(8)], of_sessions=[], excused=True)
    assert in_the_room(at(10), registered=[came(8)], of_sessions=[came(9)], excused=True)


def test_an_interpreter_does_not_stand_for_a_state_but_everybody_does_for_an_organisation() -> None:
    assert represents(Capacity.HEAD, DelegationKind.STATE)
    assert represents(Capacity.ADVISER, DelegationKind.TERRITORY)
    for capacity in (Capacity.SECRETARIAT, Capacity.INTERPRETER, Capacity.PRESS):
        assert not represents(capacity, DelegationKind.OBSERVER_STATE)
        assert represents(capacity, DelegationKind.UN)


def test_only_delegations_of_the_kinds_asked_for_are_counted() -> None:
    standings = [
        Standing("A", DelegationKind.STATE, 2, 3),
        Standing("B", DelegationKind.STATE, 0, 2),
        Standing("C", DelegationKind.TERRITORY, 1, 1),
        Standing("D", DelegationKind.UN, 4, 4),
    ]
    assert tally(standings, STATES) == Tally(1, 2)
    assert tally(standings, (*STATES, DelegationKind.TERRITORY)) == Tally(2, 3)
    assert tally([], STATES) == Tally(0, 0)


@given(st.integers(0, 500))
def test_a_majority_is_the_least_that_is_more_than_half_and_two_thirds_the_least_that_is_as_much(whole: int) -> None:
    counted = Tally(0, whole)
    assert 2 * counted.majority > whole >= 2 * (counted.majority - 1)
    assert 3 * counted.two_thirds >= 2 * whole > 3 * (counted.two_thirds - 1)


@given(st.lists(st.tuples(st.sampled_from(DelegationKind), st.integers(0, 5), st.integers(0, 5)), max_size=30))
def test_there_are_never_more_present_than_there_are(rows: list[tuple[DelegationKind, int, int]]) -> None:
    standings = [Standing("x", kind, present, present + more) for kind, present, more in rows]
    per_kind = [tally(standings, (kind,)) for kind in DelegationKind]
    everybody = tally(standings, tuple(DelegationKind))
    assert (sum(one.present for one in per_kind), sum(one.of for one in per_kind)) == (everybody.present, everybody.of)
    assert 0 <= everybody.present <= everybody.of == len(rows)


@given(st.lists(st.tuples(st.sampled_from(EventKind), st.integers(0, 200), st.booleans())), st.integers(0, 200))
def test_nothing_after_the_instant_changes_who_is_there(rows: list[tuple[EventKind, int, bool]], now: int) -> None:
    moved = [Movement(kind, at(8) + timedelta(minutes=minute), voided=voided) for kind, minute, voided in rows]
    instant = at(8) + timedelta(minutes=now)
    until = [one for one in moved if one.at <= instant]
    whole = in_the_room(instant, registered=moved, of_sessions=[])
    assert whole is in_the_room(instant, registered=until, of_sessions=[])
    assert whole is in_the_room(instant, registered=[], of_sessions=until, excused=True)
