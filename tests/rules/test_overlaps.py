"""Lines of one room that are planned at the same time are told."""

from cmc_desk.rules.overlaps import overlapping
from tests.rules.agenda_days import DAY_2, item


def test_what_begins_before_another_line_of_its_room_has_ended_is_told() -> None:
    items = (
        item("a", "9:00", "11:00"),
        item("short", "9:30", "10:00"),
        # Not the line just before it, but the one that is still going on.
        item("b", "10:30", "11:00"),
        item("c", "11:00", "12:00"),
    )
    assert {key: before.key for key, before in overlapping(items).items()} == {"short": "a", "b": "a"}


def test_rooms_and_days_do_not_stand_in_each_others_way() -> None:
    assert not overlapping(
        (item("a", "9:00", "11:00"), item("b", "9:30", "10:00", track="room"), item("c", "9:30", "10:00", day=DAY_2))
    )


def test_what_goes_on_past_midnight_does_not_stand_in_the_way_of_the_next_morning() -> None:
    assert not overlapping((item("night", "22:00", "1:00"), item("morning", "8:00", "9:00", day=DAY_2)))
