"""What is decided about the rows of a dry run becomes plain changes, each once."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.dry_run import ImportPlan
from cmc_desk.rules.import_decisions import (
    _ALLOWED,
    Action,
    action,
    changes,
    decide,
    decide_all,
    left_out,
    undecided,
)
from cmc_desk.rules.import_matching import Existing
from cmc_desk.rules.importing import RowVerdict
from cmc_desk.rules.people import Person
from cmc_desk.rules.refusal import Refusal
from tests.rules.imported import imported, planned, table

HEADINGS = "Given name | Family name | Delegation | Phone | Ticket secret | Remarks"
TICKETS = tuple(f"{letter * 31}2" for letter in "abc")
KEISHA = Existing("p0", Person(given_name="Keisha", family_name="Example-Blake", delegation="TT", phone="1"))
JOOST = Existing("p1", Person(given_name="Joost", family_name="van der Muster", delegation="AW"))
PLAN = planned(
    table(
        HEADINGS,
        f"Ana | Sample | Cuba | 5 | {TICKETS[0]} | Late",
        f"Keisha | Example-Blake | TT | 2 | {TICKETS[1]} | Call first",
        "Joost | van der Muster | Aruba | | |",
        f"Muster | Joost van der | Aruba | 7 | {TICKETS[2]} | ",
        "Ana | Sample | Cuba | 6 | | By sea",
        "Perry | Sample | Xyzzy | | |",
    ),
    (KEISHA, JOOST),
)
NEW, UPDATE, SAME, LIKE, TWICE, ERROR = (row.row for row in PLAN.rows)


def by_row(plan: ImportPlan, decisions: dict[int, Action]) -> dict[int, dict[str, object]]:
    return {change["row"]: dict(change) for change in changes(plan, decisions)}


def test_the_plan_is_what_the_other_tests_take_it_for() -> None:
    assert [row.verdict for row in PLAN.rows] == [
        RowVerdict.NEW,
        RowVerdict.UPDATE,
        RowVerdict.SAME,
        RowVerdict.DUPLICATE,
        RowVerdict.DUPLICATE,
        RowVerdict.ERROR,
    ]


def test_what_is_clear_is_taken_and_what_is_doubtful_is_left_out_until_it_is_decided() -> None:
    assert [action(row, {}) for row in PLAN.rows] == [Action.TAKE, Action.TAKE, Action.SKIP, None, None, Action.SKIP]
    assert [row.row for row in undecided(PLAN, {})] == [LIKE, TWICE]
    assert [row.row for row in left_out(PLAN, {LIKE: Action.SKIP})] == [TWICE, ERROR]
    assert [change["row"] for change in changes(PLAN, {})] == [NEW, UPDATE]


def test_a_new_person_is_added_with_every_field_and_an_update_writes_what_differs() -> None:
    found = by_row(PLAN, {})
    assert found[NEW] == {
        "do": "add",
        "id": "",
        "row": NEW,
        "person": {
            **json.loads(json.dumps(found[NEW]["person"])),
            "given_name": "Ana",
            "delegation": "CU",
            "phone": "5",
        },
        "aliases": [["pretix", TICKETS[0]]],
        "desk_note": "Late",
    }
    person = found[NEW]["person"]
    assert isinstance(person, dict)
    assert len(person) == 18
    assert found[UPDATE] == {
        "do": "update",
        "id": "p0",
        "row": UPDATE,
        "person": {"phone": "2"},
        "aliases": [["pretix", TICKETS[1]]],
        "desk_note": "Call first",
    }


def test_a_row_that_is_skipped_writes_nothing() -> None:
    assert changes(PLAN, {NEW: Action.SKIP, UPDATE: Action.SKIP}) == ()


def test_a_possible_duplicate_is_written_over_whom_it_is_like_or_added_all_the_same() -> None:
    merged = by_row(PLAN, {LIKE: Action.MERGE})[LIKE]
    assert (merged["do"], merged["id"]) == ("update", "p1")
    assert merged["person"] == {"phone": "7"}  # swapped names are not taken over
    added = by_row(PLAN, {LIKE: Action.NEW})[LIKE]
    assert (added["do"], added["aliases"]) == ("add", [["pretix", TICKETS[2]]])


def test_a_row_that_is_merged_with_an_earlier_one_becomes_part_of_its_change() -> None:
    found = changes(PLAN, {TWICE: Action.MERGE})
    assert [change["row"] for change in found] == [NEW, UPDATE]
    assert (found[0]["person"]["phone"], found[0]["desk_note"]) == ("6", "Late By sea")
    assert found[0]["aliases"] == [["pretix", TICKETS[0]]]


def test_a_row_that_is_merged_with_one_that_is_left_out_stands_for_both() -> None:
    found = by_row(PLAN, {NEW: Action.SKIP, TWICE: Action.MERGE})
    assert (found[TWICE]["do"], found[TWICE]["desk_note"]) == ("add", "By sea")


def test_a_second_row_for_a_participant_is_merged_into_the_first_or_into_the_participant() -> None:
    plan = planned(
        table(HEADINGS, "Keisha | Example-Blake | TT | 2 | |", f"Keisha | Example-Blake | TT | 3 | {TICKETS[0]} |"),
        (KEISHA,),
    )
    (merged,) = changes(plan, {3: Action.MERGE})
    assert (merged["id"], merged["person"], merged["aliases"]) == ("p0", {"phone": "3"}, [["pretix", TICKETS[0]]])
    (merged,) = changes(plan, {2: Action.SKIP, 3: Action.MERGE})
    assert (merged["id"], merged["person"], merged["row"]) == ("p0", {"phone": "3"}, 3)


def test_an_update_that_is_added_all_the_same_does_not_take_the_others_ticket() -> None:
    known = Existing("p0", KEISHA.person, aliases=(("pretix", TICKETS[0]),))
    plan = planned(table(HEADINGS, f"Keisha | Example-Blake | TT | 2 | {TICKETS[0]} |"), (known,))
    (added,) = changes(plan, {2: Action.NEW})
    assert (added["do"], added["aliases"]) == ("add", [])


def test_a_ticket_that_stands_in_two_rows_is_given_once() -> None:
    cells = f"Ana | Sample | Cuba | | {TICKETS[0]} |"
    plan = planned(table(HEADINGS, cells, cells))
    assert [change["aliases"] for change in changes(plan, {3: Action.NEW})] == [[["pretix", TICKETS[0]]], []]


def test_merging_what_is_the_same_writes_nothing() -> None:
    cells = "Keisha | Example-Blake | TT | 1 | |"
    plan = planned(table(HEADINGS, cells, cells), (KEISHA,))
    assert [row.verdict for row in plan.rows] == [RowVerdict.SAME, RowVerdict.DUPLICATE]
    assert changes(plan, {3: Action.MERGE}) == ()


def test_a_decision_that_makes_no_sense_is_refused() -> None:
    for row, chosen in ((ERROR, Action.TAKE), (NEW, Action.MERGE), (SAME, Action.TAKE), (99, Action.SKIP)):
        with pytest.raises(Refusal, match=f"row {row}"):
            decide(PLAN, {}, row=row, action=chosen)


def test_a_decision_stands_for_its_row_or_for_all_rows_like_it() -> None:
    decisions = decide(PLAN, {NEW: Action.SKIP}, row=LIKE, action=Action.NEW)
    assert decisions == {NEW: Action.SKIP, LIKE: Action.NEW}
    assert decide_all(PLAN, decisions, like=LIKE, action=Action.MERGE) == {
        NEW: Action.SKIP,
        LIKE: Action.MERGE,
        TWICE: Action.MERGE,
    }


def test_a_decision_about_a_row_that_reads_otherwise_now_is_forgotten() -> None:
    assert action(PLAN.rows[-1], {ERROR: Action.TAKE}) is Action.SKIP


@given(st.data())
def test_whatever_is_decided_the_changes_are_plain_and_each_row_is_written_once(data: st.DataObject) -> None:
    decisions = {row.row: data.draw(st.sampled_from(_ALLOWED[row.verdict])) for row in PLAN.rows}
    found = changes(PLAN, decisions)
    assert json.loads(json.dumps(found)) == list(found)
    rows = [change["row"] for change in found]
    assert len(rows) == len(set(rows))
    codes = [code for change in found for code in change["aliases"]]
    assert len(codes) == len({tuple(code) for code in codes})
    people = imported(found, (KEISHA, JOOST))
    assert len(people) == 2 + sum(1 for change in found if change["do"] == "add")
