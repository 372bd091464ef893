"""What sessions add up to on a day, and days for a group."""

from datetime import UTC, datetime

from cmc_desk.rules.attendance import EventKind, Movement, Presence
from cmc_desk.rules.presence import DayTotal, Mark, day_mark, mark_of, total


def test_one_arrival_is_presence_since_then() -> None:
    assert _mark(_came(8)) == Mark(Presence.PRESENT, _at(8))


def test_a_departure_after_the_last_arrival_is_left() -> None:
    assert _mark(_came(8), _left(12)) == Mark(Presence.LEFT, _at(8), _at(12))


def test_who_came_back_is_present_since_the_first_arrival() -> None:
    back = Movement(EventKind.RETURN, _at(14))
    assert _mark(_came(8), _left(12), back) == Mark(Presence.PRESENT, _at(8))


def test_voided_events_count_for_nothing() -> None:
    assert _mark(Movement(EventKind.ARRIVE, _at(8), voided=True)) == Mark(Presence.ABSENT)


def test_an_arrival_counts_more_than_an_excuse() -> None:
    assert mark_of(events=[_came(8)], excuse="ill", taken=True, expected=True).presence is Presence.PRESENT


def test_an_excuse_keeps_its_reason_even_for_somebody_who_was_withdrawn() -> None:
    assert mark_of(events=(), excuse="ill", taken=True, expected=False) == Mark(Presence.EXCUSED, reason="ill")


def test_nobody_is_absent_who_is_not_expected_or_where_nothing_was_taken() -> None:
    assert mark_of(events=(), excuse=None, taken=True, expected=False) == Mark(None)
    assert mark_of(events=(), excuse=None, taken=False, expected=True) == Mark(Presence.NOT_TAKEN)


def test_a_day_follows_all_its_events_whatever_session_they_belong_to() -> None:
    assert day_mark(events=[_came(8), _came(9), _left(12)], marks=()) == Mark(Presence.LEFT, _at(8), _at(12))
    assert day_mark(events=[_left(12), _came(8), _came(14)], marks=()) == Mark(Presence.PRESENT, _at(8))


def test_a_day_without_events_takes_the_strongest_of_its_marks() -> None:
    excused = [Mark(Presence.ABSENT), Mark(Presence.EXCUSED, reason="ill"), Mark(Presence.EXCUSED, reason="ill")]
    assert day_mark(events=(), marks=excused) == Mark(Presence.EXCUSED, reason="ill")
    assert day_mark(events=(), marks=[Mark(Presence.NOT_TAKEN), Mark(Presence.ABSENT)]) == Mark(Presence.ABSENT)
    assert day_mark(events=(), marks=[Mark(Presence.NOT_TAKEN)]) == Mark(Presence.NOT_TAKEN)
    assert day_mark(events=(), marks=[Mark(None)]) == Mark(None)


def test_who_left_was_present_and_who_was_withdrawn_does_not_count() -> None:
    states = (Presence.PRESENT, Presence.LEFT, Presence.ABSENT, Presence.EXCUSED, None)
    counted = total((Mark(one) for one in states), taken=True)
    assert counted == DayTotal(taken=True, expected=4, present=2, excused=1)
    assert counted.missing == 1


def _mark(*events: Movement) -> Mark:
    return mark_of(events=events, excuse=None, taken=True, expected=True)


def _at(hour: int) -> datetime:
    return datetime(2019, 12, 5, hour, tzinfo=UTC)


def _came(hour: int) -> Movement:
    return Movement(EventKind.ARRIVE, _at(hour))


def _left(hour: int) -> Movement:
    return Movement(EventKind.LEAVE, _at(hour))
