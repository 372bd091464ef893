"""Who has had how much of the floor, and the record of it."""

from datetime import timedelta

import pytest

from cmc_desk.rules.agenda_plan import ZERO, SpeakerCategory
from cmc_desk.rules.fair_floor import FloorMember, fair_floor
from cmc_desk.rules.floor import speeches
from cmc_desk.rules.floor_kinds import FloorAct as Act
from cmc_desk.rules.floor_kinds import SpeakerState as State
from cmc_desk.rules.floor_kinds import SpeechKind as Kind
from cmc_desk.rules.floor_record import by_delegation, floor_records
from tests.rules.floored import TOPIC, at, entry, events, minutes, speech

MEMBERS = (
    FloorMember("BB", SpeakerCategory.STATE, "en", "CARICOM"),
    FloorMember("HT", SpeakerCategory.STATE, "fr", "Caricom"),
    FloorMember("JM", SpeakerCategory.STATE, "en", "Antilles"),
    FloorMember("AW", SpeakerCategory.TERRITORY, "nl"),
)
SPEECHES = speeches(
    TOPIC,
    (
        entry("JM"),
        entry("HT"),
        entry("JM-order", kind=Kind.POINT_OF_ORDER),
        entry("JM-again"),
        entry("AW", category=SpeakerCategory.TERRITORY),
    ),
    events(
        ("JM", Act.START, 0),
        ("AW", Act.WRITTEN, 1),
        ("JM", Act.END, 5),
        ("HT", Act.START, 6),
        ("HT", Act.PAUSE, 7),
        ("JM-order", Act.START, 7),
        ("JM-order", Act.END, 8),
        ("HT", Act.RESUME, 8),
    ),
)


def test_statements_are_charged_and_interruptions_counted_apart() -> None:
    fair = fair_floor(SPEECHES, MEMBERS, at(9))
    jamaica = fair.shares[0]
    assert (jamaica.delegation, jamaica.used, jamaica.besides, jamaica.total) == (
        *("JM", minutes(5), minutes(1), minutes(6)),
    )
    assert (jamaica.speeches, jamaica.overtime) == (2, minutes(2))
    assert fair.used == minutes(8)


def test_what_was_overdrawn_lacks_at_the_next_statement() -> None:
    fair = fair_floor(SPEECHES, MEMBERS, at(9))
    # Two statements of three minutes, of which five are used; who submitted in writing takes no time.
    budgets = {one.delegation: one.budget for one in fair.shares}
    assert budgets == {"JM": minutes(1), "HT": minutes(1), "BB": ZERO, "AW": ZERO}


def test_who_was_not_heard_yet_is_named_and_a_statement_in_writing_is_heard() -> None:
    assert fair_floor(SPEECHES, MEMBERS, at(9)).not_heard == ("BB",)


def test_time_is_shared_by_category_and_language_against_how_many_they_are() -> None:
    fair = fair_floor(SPEECHES, MEMBERS, at(9))
    states, territories = fair.by_category
    assert (states.name, states.members, states.heard, states.used) == ("State", 3, 2, minutes(8))
    assert (states.of_time, states.of_members) == (1.0, 0.75)
    assert (territories.members, territories.used, territories.heard) == (1, ZERO, 1)
    assert [one.name for one in fair.by_language] == ["en", "fr", "nl"]
    assert [one.of_time for one in fair.by_language] == pytest.approx([0.75, 0.25, 0])


def test_regions_stand_in_the_order_of_the_alphabet_and_last_those_of_whom_none_is_known() -> None:
    fair = fair_floor(SPEECHES, MEMBERS, at(9))
    assert [one.name for one in fair.by_region] == ["Antilles", "CARICOM", ""]
    # Barbados and Haiti, whose region was typed otherwise, are of one.
    assert [(one.heard, one.members, one.used) for one in fair.by_region] == [
        *((1, 1, minutes(6)), (1, 2, minutes(2)), (1, 1, ZERO)),
    ]
    assert [one.of_time for one in fair.by_region] == pytest.approx([0.75, 0.25, 0])
    assert [one.region for one in fair.shares] == ["Antilles", "Caricom", "CARICOM", ""]


def test_before_anybody_has_spoken_nobody_has_a_share() -> None:
    fair = fair_floor((), MEMBERS, at(0))
    assert [one.of_time for one in fair.by_category] == [0.0, 0.0]
    assert [one.delegation for one in fair.shares] == ["BB", "HT", "JM", "AW"]


def test_a_delegation_that_is_not_in_the_meeting_any_more_counts_all_the_same() -> None:
    fair = fair_floor(SPEECHES, (), at(9))
    assert {one.delegation for one in fair.shares} == {"JM", "HT", "AW"}


def test_the_record_has_the_order_in_which_they_spoke_and_keeps_who_did_not() -> None:
    records = floor_records(SPEECHES, at(9))
    assert [(one.entry, one.order) for one in records] == [
        *(("JM", 1), ("HT", 2), ("JM-order", 3), ("JM-again", 0), ("AW", 0)),
    ]
    jamaica, haiti, *_others = records
    assert (jamaica.spoken, jamaica.overtime, jamaica.limit) == (minutes(5), minutes(2), minutes(3))
    assert (haiti.state, haiti.spoken, haiti.paused) == (State.SPEAKING, minutes(2), minutes(1))


def test_a_pause_that_goes_on_is_in_the_record() -> None:
    record = floor_records([speech("HT", (Act.START, 6), (Act.PAUSE, 7))], at(9))[0]
    assert record.paused == minutes(2)


def test_the_record_of_a_delegation_adds_up_all_that_it_said() -> None:
    found = by_delegation(floor_records(SPEECHES, at(9)))
    assert [(one.delegation, one.order, one.speeches, one.spoken) for one in found] == [
        *(("JM", 1, 2, minutes(6)), ("HT", 2, 1, minutes(2)), ("AW", 0, 0, timedelta())),
    ]
    assert [one.written for one in found] == [False, False, True]
    assert found[0].overtime == minutes(2)
