"""Looking back at an instant shows what had happened by then, as it is known now."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from cmc_desk.rules.agenda import Act, ItemEvent
from cmc_desk.rules.as_of import events_until


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2019, 12, 5, hour, minute, tzinfo=UTC)


START = ItemEvent("1", "opening", Act.START, at(9, 6))
END = ItemEvent("2", "opening", Act.END, at(9, 50))
CORRECTED = ItemEvent("3", "opening", Act.CORRECT, at(9, 2), of="1", reason="Pressed late")
MORE = ItemEvent("4", "opening", Act.ADD, at(9, 20))
EVENTS = (START, END, CORRECTED, MORE)


def test_what_came_later_is_left_out() -> None:
    assert events_until(EVENTS, at(9, 20)) == (START, CORRECTED, MORE)
    assert events_until(EVENTS, at(10)) == EVENTS
    assert events_until(EVENTS, at(9, 1)) == ()


def test_what_was_corrected_happened_when_it_really_did() -> None:
    assert events_until(EVENTS, at(9, 4)) == (START, CORRECTED)
    later = ItemEvent("5", "opening", Act.CORRECT, at(9, 10), of="1", reason="No, later")
    assert events_until((*EVENTS, later), at(9, 7)) == ()


def test_in_the_night_in_which_the_clocks_go_back_the_hour_that_comes_twice_is_two_hours() -> None:
    zone = ZoneInfo("America/New_York")
    first = datetime(2019, 11, 3, 1, 30, tzinfo=zone)
    again = ItemEvent("e0", "party", Act.START, first.replace(fold=1))
    assert events_until([again], first.replace(minute=50)) == ()
    assert events_until([again], first.replace(minute=50, fold=1)) == (again,)
