"""The journal says for whom or what each command was, as long as it still has it."""

from dataclasses import replace

import pytest

from cmc_desk.desk import attendance, registration
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.importing import import_people
from cmc_desk.desk.journal_about import about_of, verdict_of
from cmc_desk.desk.journal_list import Line, journal_lines
from cmc_desk.desk.papers import record_export
from cmc_desk.desk.registration import Registered
from cmc_desk.desk.setup import put_category
from cmc_desk.desk.setup_people import put_station
from cmc_desk.rules.meeting import CategoryPlan
from tests.meetings import ANAIS, ANDRE, JOSE


def last(desk: Desk) -> Line:
    return desk.read(journal_lines)[-1]


def test_a_check_in_says_whom_it_was_for_and_what_was_answered(desk: Desk, keisha: Registered) -> None:
    desk.do(attendance.check_in, code=keisha.code)
    assert (last(desk).about, last(desk).verdict) == ("Keisha Example-Blake, JM, day1-registration", "checked in")
    desk.do(attendance.check_in, code=keisha.code)
    assert (last(desk).about, last(desk).verdict) == ("Keisha Example-Blake, JM", "already in")
    desk.do(attendance.check_in, code="7741-09")
    assert (last(desk).about, last(desk).verdict) == ("", "unknown code")


def test_what_was_undone_names_the_line_it_took_back(desk: Desk, keisha: Registered) -> None:
    desk.do(attendance.check_in, code=keisha.code)
    desk.undo()
    taken, undo = desk.read(journal_lines)[-2:]
    assert (taken.undone, undo.undoes) == (True, taken.seq)


def test_persons_notes_delegations_lists_and_papers_are_named_and_notes_are_not_told(
    desk: Desk, keisha: Registered
) -> None:
    desk.do(registration.register, person=ANDRE)
    assert last(desk).about == "Andre Sample-Cox, JM"
    desk.do(registration.add_note, participant=keisha.id, text="a word for the desk alone")
    assert last(desk).about == "Keisha Example-Blake"
    desk.do(registration.replace_person, participant=keisha.id, person=replace(JOSE, delegation="JM"))
    assert last(desk).about == "Keisha Example-Blake, José Specimen-Valdés, JM"
    desk.do(registration.register, person=ANAIS)
    desk.do(attendance.mark_delegation, delegation="HT")
    assert last(desk).about == "HT, 1 person"
    desk.do(import_people, changes=[], source="list.xlsx", learned={}, columns={})
    assert last(desk).about == "list.xlsx, 0 new, 0 updated"
    desk.do(record_export, paper="attendance workbook", fields=["email"], digest="", rows=2)
    assert last(desk).about == "attendance workbook, 2 people"
    desk.do(put_station, name="Desk C")
    assert last(desk).about == "Desk C"
    desk.do(put_category, category=CategoryPlan("press", "Press", "slate"), new=True)
    assert last(desk).about == "Press"


def test_a_note_that_is_done_names_whose_it_was(desk: Desk, keisha: Registered) -> None:
    note = desk.do(registration.add_note, participant=keisha.id, text="DSA envelope")
    desk.do(registration.finish_note, note=note)
    assert (last(desk).kind, last(desk).about) == ("registration.note_done", "Keisha Example-Blake")


@pytest.mark.parametrize("outcome", [None, "null", '"x"', "3"])
def test_of_what_was_erased_nothing_is_said(outcome: str | None) -> None:
    assert about_of(None, outcome, {"x": "Keisha Example-Blake"}) == ""
    assert verdict_of(outcome) == ""
