"""The calendar that we write is what another program reads."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from gettext import NullTranslations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from cmc_desk.exchange.icalendar_file import calendar_file, folded
from cmc_desk.rules.published_agenda import PublishedAgenda
from tests.exchange.published import AGENDA, ITEMS, LONG, MADE, OPENING

EN = NullTranslations()
WRITTEN = calendar_file(AGENDA, EN, made_at=MADE)


def reopened(agenda: PublishedAgenda = AGENDA) -> Any:
    return Calendar.from_ical(calendar_file(agenda, EN, made_at=MADE))


def events(calendar: Any) -> dict[str, Any]:
    return {str(event["UID"]).partition(".")[0]: event for event in calendar.walk("VEVENT")}


def unfolded(content: bytes) -> Iterator[str]:
    yield from content.replace(b"\r\n ", b"").decode().split("\r\n")


def test_every_item_is_an_event_at_its_time_in_utc() -> None:
    found = events(reopened())
    assert found.keys() == {item.key for item in ITEMS} | {"excursion"}
    for item in ITEMS:
        assert found[item.key].decoded("DTSTART") == item.starts
        assert found[item.key].decoded("DTEND") == item.ends
        assert str(found[item.key]["SUMMARY"]) == item.title
    assert "DTSTART:20191205T140000Z" in unfolded(WRITTEN)
    assert "DTEND:20191206T061500Z" in unfolded(WRITTEN)


def test_the_calendar_says_what_it_is_and_whose_clocks_it_means() -> None:
    calendar = reopened()
    assert calendar["VERSION"] == "2.0"
    assert calendar["METHOD"] == "PUBLISH"
    # The library leaves the names of calendars as they are written.
    assert {str(calendar[name]).replace("\\,", ",") for name in ("NAME", "X-WR-CALNAME")} == {AGENDA.title}
    assert str(calendar["X-WR-TIMEZONE"]) == "America/Jamaica"
    assert calendar.errors == []
    assert all(event.errors == [] for event in calendar.walk("VEVENT"))


def test_an_item_keeps_its_name_and_counts_its_changes() -> None:
    found = events(reopened())
    assert str(found["lunch"]["UID"]) == "lunch.samplemeeting123@cmc-desk"
    assert found["lunch"]["SEQUENCE"] == 3
    assert found["lunch"].decoded("LAST-MODIFIED") == datetime(2019, 12, 4, 20, 30, tzinfo=UTC)
    assert found["opening"]["SEQUENCE"] == 0
    assert found["opening"].decoded("LAST-MODIFIED") == datetime(2019, 11, 20, 14, tzinfo=UTC)
    assert found["opening"].decoded("DTSTAMP") == MADE


def test_what_was_taken_off_the_agenda_is_cancelled() -> None:
    gone = events(reopened())["excursion"]
    assert str(gone["STATUS"]) == "CANCELLED"
    assert gone["SEQUENCE"] == 2
    assert gone.decoded("DTSTART") == date(2019, 12, 6)
    assert all(str(event["STATUS"]) == "CONFIRMED" for key, event in events(reopened()).items() if key != "excursion")


def test_points_presenters_and_documents_are_described_and_the_room_is_told() -> None:
    found = events(reopened())
    assert str(found["opening"]["DESCRIPTION"]).split("\n") == [
        "A. Example-Étienne, Permanent Secretary; acting, Ministry of Examples",
        "– Adoption of the agenda",
        "– Other matters; anything | else (B. Sample, IOM)",
        "Documents: Statement of Ideals and Guiding Principles",
    ]
    assert str(found["opening"]["LOCATION"]) == "Example Hotel, Kingston"
    assert str(found["drafting"]["LOCATION"]) == "Room A: the blue one, Second floor, Example Hotel, Kingston"
    assert "DESCRIPTION" not in found["lunch"]
    assert [str(one) for one in found["lunch"]["CATEGORIES"].cats] == ["Lunch"]


def test_an_agenda_without_a_place_has_no_location() -> None:
    bare = replace(AGENDA, venue="", city="", tracks=())
    assert "LOCATION" not in events(reopened(bare))["opening"]


@pytest.mark.parametrize(
    "signs", ["a\\b", "a,b;c", "first\nsecond", "first\r\nsecond", "\\n is no break", "“”; :", "\x07bell"]
)
def test_signs_with_a_meaning_of_their_own_are_read_back(signs: str) -> None:
    agenda = replace(AGENDA, items=(replace(OPENING, title=signs),))
    expected = signs.replace("\r\n", "\n").replace("\x07", "")
    assert str(events(reopened(agenda))["opening"]["SUMMARY"]) == expected


def test_lines_end_with_both_signs_and_none_is_longer_than_75_octets() -> None:
    lines = WRITTEN.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 for line in lines)
    assert max(len(line) for line in lines) == 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert len(LONG) > 75


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=300))
def test_folding_cuts_no_letter_and_loses_none(words: str) -> None:
    content = folded(f"SUMMARY:{words}")
    pieces = content.removesuffix(b"\r\n").split(b"\r\n ")
    assert content.endswith(b"\r\n")
    assert all(len(piece) + (1 if place else 0) <= 75 for place, piece in enumerate(pieces))
    assert "".join(piece.decode() for piece in pieces) == f"SUMMARY:{words}"


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=120))
def test_every_title_is_read_back_by_the_library(title: str) -> None:
    agenda = replace(AGENDA, items=(replace(OPENING, title=title),), withdrawn=())
    assert str(events(reopened(agenda))["opening"]["SUMMARY"]) == title
