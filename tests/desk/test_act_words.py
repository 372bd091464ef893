"""Ctrl+Z says whom or what it took back."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cmc_desk.desk import attendance, importing, registration, setup, setup_agenda, setup_people
from cmc_desk.desk.desk import Desk
from cmc_desk.rules.import_decisions import Change
from cmc_desk.rules.meeting import Role
from cmc_desk.rules.people import Person
from cmc_desk.rules.plain import to_plain
from tests.meetings import ANDRE, JOSE, KEISHA, enter, open_desk

KEISHA_S_NAME = "Keisha Example-Blake"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(tmp_path)
    yield opened
    opened.close()


def undone(desk: Desk) -> str:
    return desk.undo().about


@pytest.mark.parametrize(
    "act",
    [
        lambda desk, _keisha: enter(desk, KEISHA),
        lambda desk, _keisha: desk.do(attendance.walk_in, person=KEISHA),
        lambda desk, keisha: desk.do(attendance.check_in, participant=keisha),
        lambda desk, keisha: desk.do(
            registration.edit_person, participant=keisha, changes={"phone": "+1 876 555 0101"}
        ),
        lambda desk, keisha: desk.do(registration.add_note, participant=keisha, text="Envelope"),
        lambda desk, keisha: desk.do(attendance.excuse, participant=keisha, session="opening"),
    ],
)
def test_of_an_act_about_somebody_the_name_is_said(desk: Desk, act: Callable[[Desk, str], Any]) -> None:
    act(desk, enter(desk, KEISHA).id)
    assert undone(desk) == KEISHA_S_NAME


def test_of_a_note_that_is_done_again_to_do_the_name_is_said(desk: Desk) -> None:
    note = desk.do(registration.add_note, participant=enter(desk, KEISHA).id, text="Envelope")
    desk.do(registration.finish_note, note=note)
    assert undone(desk) == KEISHA_S_NAME


def test_of_a_list_it_is_said_how_many_and_which(desk: Desk) -> None:
    keisha = enter(desk, KEISHA).id
    wanted: list[Change] = [
        Change(do="add", id="", row=row, person=to_plain(one), aliases=[], desk_note="")
        for row, one in enumerate((ANDRE, JOSE), start=2)
    ]
    wanted.append(Change(do="update", id=keisha, row=9, person={"phone": "+1 876 555 0101"}, aliases=[], desk_note=""))
    desk.do(importing.import_people, changes=wanted, source="list.xlsx", learned={}, columns={})
    assert undone(desk) == "2 new, 1 updated · list.xlsx"


def test_of_a_delegation_its_name_and_how_many_were_marked_are_said(desk: Desk) -> None:
    for one in (KEISHA, ANDRE):
        enter(desk, one)
    desk.do(attendance.mark_delegation, delegation="JM")
    assert undone(desk) == "Jamaica · 2 people"
    desk.do(setup_people.put_delegation, code="JM", changes={"airport": "KIN"})
    assert undone(desk) == "Jamaica"
    desk.do(setup.add_alias, delegation="HT", alias="Ayiti")
    assert undone(desk) == "Haiti · “Ayiti”"


def test_of_what_was_set_up_the_name_is_said_also_where_it_was_removed(desk: Desk) -> None:
    desk.do(setup_people.put_station, name="Desk C")
    desk.do(setup_people.put_operator, name="A. Sample-Lee", role=Role.DESK)
    operator = desk.do(setup_people.put_operator, name="B. Sample-Lee", role=Role.DESK)
    desk.do(setup_people.remove_operator, id=operator)
    desk.do(setup_agenda.add_day, day=date(2019, 12, 7))
    desk.do(setup.remove_category, key="observer")
    desk.do(setup.change_meeting, changes={"venue": "Elsewhere"})
    said = [undone(desk) for _act in range(7)]
    assert said == ["", "Observers", "2019-12-07", "B. Sample-Lee", "B. Sample-Lee", "A. Sample-Lee", "Desk C"]


def test_of_somebody_without_a_given_name_the_family_name_is_said(desk: Desk) -> None:
    enter(desk, Person(family_name="Muster", delegation="JM"))
    assert undone(desk) == "Muster"
