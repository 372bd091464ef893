"""What a file leaves unsaid follows from the lines around it."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.agenda_lines import FileLine, FilePart, Why
from cmc_desk.rules.agenda_places import PlacedLine, placed
from tests.meetings import DAYS, ZONE
from tests.rules.agenda_case import FIRST, SECOND, after, at, line

HALF_AN_HOUR = timedelta(minutes=30)


def places(*lines: FileLine, day: date | None = None, **asked: object) -> tuple[PlacedLine, ...]:
    return placed([FilePart("", lines, day)], days=DAYS, zone=ZONE, **asked)  # type: ignore[arg-type] # day or begins


def times(*lines: FileLine, day: date | None = None, **asked: object) -> list[tuple[str, str]]:
    return [
        (f"{one.starts:%a %H:%M}", f"{one.ends:%H:%M}") if one.starts and one.ends else (one.problem, "")
        for one in places(*lines, day=day, **asked)
    ]


def test_an_item_without_a_beginning_begins_when_the_one_above_it_ends() -> None:
    assert times(line("A", "09:00", "09:30"), line("B", length=HALF_AN_HOUR), line("C", ends="11:00")) == [
        ("Thu 09:00", "09:30"),
        ("Thu 09:30", "10:00"),
        ("Thu 10:00", "11:00"),
    ]


def test_what_is_linked_follows_whatever_beginning_it_says() -> None:
    linked = line("B", "08:00", "08:45", linked=True, length=timedelta(minutes=45))
    assert times(line("A", "09:00", "09:30"), linked)[1] == ("Thu 09:30", "10:15")
    assert times(linked) == [("Thu 08:00", "08:45")]
    until = line("B", "08:00", "11:00", linked=True)
    assert times(line("A", "09:00", "09:30"), until)[1] == ("Thu 09:30", "11:00")


def test_an_item_without_an_end_goes_on_until_the_next_begins() -> None:
    assert times(line("A", "09:00"), line("B", "10:00", "11:00")) == [("Thu 09:00", "10:00"), ("Thu 10:00", "11:00")]
    assert times(line("A", "09:00"), line("B", length=HALF_AN_HOUR))[0] == (
        "Neither its end nor its length is said.",
        "",
    )
    assert times(line("A", "09:00"))[0] == ("Neither its end nor its length is said.", "")
    assert times(line("A", "09:00"), line("B", "08:00", "08:30", day=SECOND))[0][1] == ""


def test_a_beginning_follows_from_an_end_and_a_length() -> None:
    assert times(line("A", ends="10:00", length=HALF_AN_HOUR)) == [("Thu 09:30", "10:00")]


def test_a_first_line_without_a_beginning_begins_when_it_is_told_and_says_so() -> None:
    (one,) = places(line("A", length=HALF_AN_HOUR))
    assert one.starts == at("09:00")
    assert one.note == "No beginning is said: it begins at 09:00."
    assert one.untimed
    assert times(line("A", length=HALF_AN_HOUR), begins=after("14:15")) == [("Thu 14:15", "14:45")]
    assert not places(line("A", "09:00", "10:00"))[0].untimed
    assert not places(line("A", length=HALF_AN_HOUR, day=FIRST))[0].untimed


def test_what_begins_or_ends_after_midnight_is_of_the_night() -> None:
    assert times(line("A", "22:30", "01:15"), line("B", "01:15", "02:00")) == [
        ("Thu 22:30", "01:15"),
        ("Fri 01:15", "02:00"),
    ]
    assert places(line("A", "22:30", "01:15"))[0].day == FIRST


def test_what_begins_earlier_than_the_line_above_is_of_the_next_day_of_the_meeting() -> None:
    assert times(line("A", "17:00", "18:00"), line("B", "09:00", "10:00"), line("C", length=HALF_AN_HOUR)) == [
        ("Thu 17:00", "18:00"),
        ("Fri 09:00", "10:00"),
        ("Fri 10:00", "10:30"),
    ]
    third = times(line("A", "17:00", "18:00", day=SECOND), line("B", "09:00", "10:00"))[1]
    assert third == ("It begins before the line above it, and there is no day after this one.", "")


def test_lines_that_say_their_day_may_stand_in_any_order() -> None:
    assert times(
        line("A", "17:00", "18:00", day=FIRST),
        line("B", "09:00", "10:00", day=SECOND),
        line("C", "11:00", "12:00", day=FIRST),
        line("D", "09:00", "10:00", day=FIRST),
    ) == [("Thu 17:00", "18:00"), ("Fri 09:00", "10:00"), ("Thu 11:00", "12:00"), ("Thu 09:00", "10:00")]


def test_a_day_that_is_none_of_the_meeting_is_told() -> None:
    assert times(line("A", "09:00", "10:00", day=date(2019, 12, 9))) == [
        ("2019-12-09 is no day of the meeting: add it first.", "")
    ]


def test_what_has_no_length_is_told() -> None:
    assert times(line("A", "09:00", "09:00")) == [("It ends when it begins.", "")]
    assert times(line("A", "09:00", length=timedelta()))[0][0] == "It ends when it begins."


def test_an_end_before_its_beginning_is_of_the_night_or_told() -> None:
    assert times(line("A", "20:00", "01:00")) == [("Thu 20:00", "01:00")]
    assert times(line("A", "09:10", "09:00")) == [("It ends at 09:00, before it begins at 09:10.", "")]


def test_a_length_that_is_not_what_lies_between_the_times_is_told() -> None:
    (one,) = places(line("A", "09:00", "09:45", length=timedelta(minutes=40)))
    assert one.note == "Its length, 0:40, is not what lies between its times: these count."
    (one,) = places(line("A", "09:00", "09:45", length=timedelta(minutes=45)))
    assert one.note == ""


def test_what_is_no_item_has_no_time() -> None:
    (one,) = places(line("Doors", "09:00", no_item=Why.MILESTONE))
    assert one == PlacedLine(line("Doors", "09:00", no_item=Why.MILESTONE))


def test_parts_that_tell_no_day_are_those_of_the_days_one_after_the_other() -> None:
    a = line("A", "09:00", "10:00")
    parts = [FilePart("one", (a,)), FilePart("two", (a,)), FilePart("three", (a,))]
    assert [one.day for one in placed(parts, days=DAYS, zone=ZONE)] == [FIRST, SECOND, SECOND]
    assert [one.day for one in placed(parts, days=DAYS, zone=ZONE, day=SECOND)] == [SECOND] * 3
    told = [FilePart("one", (a,), SECOND), FilePart("two", (a,))]
    assert [one.day for one in placed(told, days=DAYS, zone=ZONE)] == [SECOND, FIRST]


@given(st.lists(st.integers(1, 90), min_size=1, max_size=12))
def test_lengths_alone_make_a_chain_without_gaps(minutes: list[int]) -> None:
    chain = places(*(line(str(number), length=timedelta(minutes=number)) for number in minutes))
    assert all(one.problem == "" for one in chain)
    for one, other in pairwise(chain):
        assert one.ends == other.starts
    assert chain[0].starts is not None
    assert chain[-1].ends == chain[0].starts + timedelta(minutes=sum(minutes))
