"""Before anything is written it is told, line by line, what would become of it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from cmc_desk.rules.agenda_dry_run import LineDifference, LineVerdict
from cmc_desk.rules.agenda_import import AgendaChange, changes_of, removable
from cmc_desk.rules.agenda_lines import Why
from cmc_desk.rules.agenda_plan import Importance, StartKind
from cmc_desk.rules.importing import CellProblem
from cmc_desk.rules.meeting import ItemKind
from tests.rules.agenda_case import FIRST, OURS, SECOND, after, at, item, line, only, recorded, run_of

NEW, CHANGED, UNCHANGED, LEFT_OUT, PROBLEM = LineVerdict


def test_a_line_with_the_key_of_an_item_is_that_item() -> None:
    found = only(line("Welcome", "09:00", "09:45", key="opening"))
    assert (found.verdict, found.item) == (CHANGED, "opening")
    assert found.differs == (LineDifference("title", "Opening", "Welcome"),)
    assert found.plan is not None
    assert found.plan.title == "Welcome"
    assert only(line("Opening", "09:00", "09:45", key="opening")).verdict is UNCHANGED


def test_without_a_key_it_is_the_item_with_its_title() -> None:
    moved = only(line("OPENING", "09:05", "09:45", key="e457f"))
    assert [(one.field, one.theirs) for one in moved.differs] == [("title", "OPENING"), ("starts", at("09:05"))]
    other_day = only(line("Summary", "10:00", "10:20", day=FIRST))
    assert other_day.item == "summary"
    assert other_day.changing == ("day", "starts", "ends")


def test_items_of_the_same_title_are_told_apart_by_when_they_begin() -> None:
    run = run_of(line("Coffee", "09:45", "10:15"), line("Coffee", "15:45", "16:15"))
    assert [one.item for one in run.lines] == ["coffee", "tea"]
    moved = run_of(line("Coffee", "09:50", "10:20"), line("Coffee", "15:50", "16:05"))
    assert [one.item for one in moved.lines] == ["coffee", "tea"]
    assert only(line("Coffee", "11:00", "11:15")).verdict is NEW


def test_what_begins_when_an_item_began_that_no_line_names_is_that_item_by_another_title() -> None:
    assert only(line("Regional background", "10:15", "12:00")).item == "context"
    named = run_of(line("Context", "10:15", "12:00"), line("Film", "10:15", "10:30"))
    assert [one.verdict for one in named.lines] == [UNCHANGED, NEW]


def test_a_second_line_with_the_same_key_is_a_problem() -> None:
    run = run_of(line("Opening", "09:00", "09:45", key="opening"), line("More", "13:00", "14:00", key="opening"))
    assert [one.verdict for one in run.lines] == [UNCHANGED, PROBLEM]
    assert run.lines[1].problems == (CellProblem("", "The same item stands in another line above."),)


def test_what_is_new_has_the_defaults_of_its_kind_and_says_what_was_supposed() -> None:
    found = only(line("Lunch", "13:00", "14:30", key="lunch-1"))
    assert found.verdict is NEW
    assert found.note == "Its kind is not said: taken as “Lunch”."
    assert found.plan == item(
        "lunch-1",
        "13:00",
        "14:30",
        ItemKind.LUNCH,
        title="Lunch",
        minimum=timedelta(minutes=90),
        start_kind=StartKind.FIXED,
    )
    flowing = only(line("Film", "16:00", "16:30", kind="presentation", key="No key of ours!"))
    assert flowing.plan is not None
    assert (flowing.plan.key, flowing.plan.start_kind, flowing.note) == ("", StartKind.FLOW, "")
    first = only(line("Film", "08:00", "08:30", kind="presentation"))
    assert first.plan is not None
    assert first.plan.start_kind is StartKind.FIXED
    arrival = only(line("Arrival", "07:00", "07:30"))
    assert arrival.plan is not None
    assert arrival.plan.attendance


def test_two_new_lines_do_not_get_the_same_key() -> None:
    run = run_of(line("Film", "16:00", "16:30", key="film"), line("Second film", "17:00", "17:30", key="film"))
    assert [one.plan.key for one in run.lines if one.plan] == ["film", ""]


def test_what_a_line_says_in_words_of_the_meeting_is_understood() -> None:
    found = only(
        line(
            "Context",
            "10:15",
            "12:00",
            track="Room A",
            topic="national priorities",
            documents=("Plan",),
            importance="MOST",
            start_kind="not before",
            not_after=after("10:30"),
            continues="opening",
        )
    )
    assert found.plan is not None
    assert (found.plan.track, found.plan.topic, found.plan.documents) == ("room-a", "priorities", ("plan",))
    assert (found.plan.importance, found.plan.not_after) == (Importance.MOST, at("10:30"))
    assert found.plan.continues == "opening"


def test_what_goes_on_with_an_item_that_the_file_calls_otherwise_goes_on_with_ours() -> None:
    run = run_of(line("Opening", "09:00", "09:45", key="e1"), line("Film", "16:00", "17:00", continues="e1"))
    assert run.lines[1].plan is not None
    assert run.lines[1].plan.continues == "opening"


def test_words_that_nobody_knows_are_problems_of_their_line() -> None:
    found = only(
        line("Context", "10:15", "12:00", track="Room B", kind="ceremony", problems=(CellProblem("C2", "Odd."),))
    )
    assert found.verdict is PROBLEM
    assert found.item == "context"
    assert [one.sentence.split(" ")[0] for one in found.problems] == ["Odd.", "“ceremony”", "No"]
    assert found.plan is None


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"title": ""}, "What happens then is not said."),
        ({"ends": None}, "Neither its end nor its length is said."),
        ({"minimum": timedelta(hours=3)}, "Its minimum is longer than it is."),
        ({"start_kind": "not before", "not_after": after("09:00")}, "“Not after” is before its beginning."),
    ],
)
def test_a_line_that_cannot_be_says_why(facts: dict[str, Any], sentence: str) -> None:
    for key in ("context", "new"):
        found = only(replace(line("Context", "10:15", "12:00", key=key), **facts))
        assert found.verdict is PROBLEM
        assert [problem.sentence for problem in found.problems] == [sentence]


def test_a_new_line_that_cannot_be_says_why() -> None:
    found = only(line("Film", "16:00", "16:30", minimum=timedelta(hours=1)))
    assert [problem.sentence for problem in found.problems] == ["Its minimum is longer than it is."]


def test_not_after_is_of_a_fixed_beginning_and_goes_with_it() -> None:
    fixed = recorded(items=(item("lunch", "13:00", "14:00", start_kind=StartKind.FIXED, not_after=at("13:10")),))
    found = only(line("Lunch", "13:00", "14:00", start_kind="flows on"), ours=fixed)
    assert found.changing == ("start_kind",)
    assert found.plan is not None
    assert found.plan.not_after is None
    assert only(line("Context", "10:15", "12:00", not_after=after("10:30"))).verdict is UNCHANGED
    night = recorded(items=(item("dinner", "23:00", "25:00", start_kind=StartKind.FIXED, not_after=at("24:30")),))
    assert only(line("Dinner", "23:00", "01:00", not_after=after("00:30")), ours=night).verdict is UNCHANGED


def test_a_shorter_item_has_a_shorter_minimum() -> None:
    found = only(line("Context", "10:15", "10:18"))
    assert found.changing == ("ends",)
    assert found.plan is not None
    assert found.plan.minimum == timedelta(minutes=3)


def test_what_was_recorded_stays_measured_against_the_plan_of_then() -> None:
    begun = recorded(begun=frozenset({"context"}))
    found = only(line("Background", "10:30", "12:00", key="context", track="Room A"), ours=begun)
    assert [(one.field, one.kept) for one in found.differs] == [("title", False), ("starts", True), ("track", True)]
    assert found.note == "Something of it was recorded, so these stay as they are: Begins, Room."
    assert only(line("Context", "10:30", "12:00"), ours=begun).verdict is UNCHANGED


def test_a_length_that_is_overruled_by_the_times_is_told_of_a_line_that_stays_the_same() -> None:
    found = only(line("Context", "10:15", "12:00", length=timedelta(minutes=100)))
    assert (found.verdict, found.note.split(":")[0]) == (UNCHANGED, "Its length, 1")


def test_what_is_skipped_stands_in_nobodys_way() -> None:
    lines = (line("Context", "10:15", "12:00"), line("Silence", "11:50", "12:10"))
    assert "before “Context” has ended" in only(*lines).note
    assert "before “Context”" not in only(*lines, ours=recorded(skipped=frozenset({"context"}))).note


def test_an_item_with_presence_stays_on_its_day_with_its_times() -> None:
    attended = recorded(attended=frozenset({"context"}))
    moved = only(line("Context", "11:00", "12:00", day=SECOND, attendance=False), ours=attended)
    assert moved.verdict is UNCHANGED
    assert {one.field for one in moved.differs} == {"day", "starts", "ends"}
    assert only(line("Context", "11:00", "12:00"), ours=attended).changing == ("starts",)


def test_a_file_without_times_only_says_how_long_things_are() -> None:
    found = only(line("Context", length=timedelta(minutes=90)), line("Opening", length=timedelta(minutes=45)))
    assert (found.verdict, found.note) == (UNCHANGED, "")
    shorter = only(line("Context", length=timedelta(minutes=90)))
    assert [(one.field, one.theirs) for one in shorter.differs] == [("ends", at("11:45"))]
    unsaid = only(line("Coffee"), line("Summary", ends="10:00"))
    assert unsaid.verdict is UNCHANGED


def test_what_is_no_item_is_left_out_and_says_why() -> None:
    for why in Why:
        found = only(line("Context", "10:15", "12:00", no_item=why, problems=(CellProblem("A1", "Odd."),)))
        assert (found.verdict, found.problems, found.plan) == (LEFT_OUT, (), None)
        assert found.note


def test_what_the_file_no_longer_has_of_its_days_and_rooms_is_told() -> None:
    ours = recorded(
        items=(*OURS.items, item("drafting", "10:15", "11:00", track="room-a")),
        stays={"tea": "The presence of people was recorded for it."},
    )
    run = run_of(line("Opening", "09:00", "09:45"), line("Context", "10:15", "12:00"), ours=ours)
    assert [(gone.item.key, gone.stays) for gone in run.gone] == [
        ("coffee", ""),
        ("tea", "The presence of people was recorded for it."),
    ]
    assert removable(run) == ["coffee"]
    assert run_of(line("Opening", length=timedelta(minutes=45))).gone == ()


def test_what_begins_before_another_has_ended_is_noted() -> None:
    run = run_of(
        line("Opening", "09:00", "09:45"),
        line("Coffee", "09:40", "10:15", key="coffee"),
        line("Film", "09:00", "09:30", track="Room A"),
    )
    assert [one.note for one in run.lines] == [
        "",
        "It begins before “Opening” has ended.",
        "Its kind is not said: taken as “Presentation”.",
    ]


def test_what_is_written_are_the_lines_that_are_new_or_changed_and_not_left_out() -> None:
    run = run_of(
        line("Opening", "09:00", "09:45"),
        line("Context", "10:15", "11:30"),
        line("Film", "16:00", "16:30", kind="presentation"),
        line("", "17:00", "17:30"),
        line("Second film", "18:00", "18:30"),
    )
    assert [run.count(verdict) for verdict in LineVerdict] == [2, 1, 1, 0, 1]
    changes = changes_of(run, left_out={4})
    assert [(change.where, change.item, change.fields) for change in changes] == [
        ("Context", "context", ("ends",)),
        ("Film", "", ()),
    ]
    assert all(isinstance(change, AgendaChange) for change in changes)
