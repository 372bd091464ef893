"""Setting up who is invited and who works here."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cmc_desk.desk import meeting as meetings
from cmc_desk.desk import setup_lists, setup_people
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.people import find_people
from cmc_desk.desk.registration import register, withdraw
from cmc_desk.desk.setup_lists import DelegationRow
from cmc_desk.rules.meeting import DelegationKind, Eligibility, Role
from cmc_desk.rules.people import Person
from cmc_desk.rules.refusal import Refusal
from tests.desk.kingston import open_desk

FRIESLAND = {"kind": "State", "names": {"en": "Sampleland"}, "eligibility": "sponsored", "quota": 2}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(tmp_path)
    yield opened
    opened.close()


def row_of(desk: Desk, code: str) -> DelegationRow:
    return next(row for row in desk.read(setup_lists.delegation_rows) if row.code == code)


def refused(desk: Desk, function: Any, **arguments: Any) -> Refusal:
    before = desk.read(setup_lists.delegation_rows), desk.read(meetings.operators), desk.read(meetings.stations)
    with pytest.raises(Refusal) as caught:
        desk.do(function, **arguments)
    after = desk.read(setup_lists.delegation_rows), desk.read(meetings.operators), desk.read(meetings.stations)
    assert after == before
    return caught.value


def test_a_quota_is_changed_and_put_back(desk: Desk) -> None:
    before = row_of(desk, "BB")
    desk.do(setup_people.put_delegation, code="BB", changes={"quota": 3})
    assert row_of(desk, "BB").quota == 3
    assert desk.undo().kind == "setup.put_delegation"
    assert row_of(desk, "BB") == before


def test_a_new_delegation_is_invited_and_taken_back(desk: Desk) -> None:
    code = desk.do(setup_people.put_delegation, code=" xs ", changes=FRIESLAND, new=True)
    found = row_of(desk, code)
    assert (found.code, found.name, found.quota, found.flag) == ("XS", "Sampleland", 2, "XS")
    assert (found.kind, found.eligibility) == (DelegationKind.STATE, Eligibility.SPONSORED)
    desk.undo()
    assert "XS" not in [row.code for row in desk.read(setup_lists.delegation_rows)]


def test_people_are_found_by_the_new_name_of_their_delegation(desk: Desk) -> None:
    desk.do(register, person=Person(given_name="Ana", family_name="Sample-Cox", delegation="BB"))
    desk.do(setup_people.put_delegation, code="BB", changes={"aliases": ["Bimshire"]})
    assert [hit.name for hit in desk.read(find_people, text="bimsh").hits] == ["Ana Sample-Cox"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"quota": -1}, "quota"),
        ({"quota": 51}, "quota"),
        ({"quota": "2"}, "quota"),
        ({"eligibility": "not covered"}, "quota"),
        ({"names": {"es": "Barbados"}}, "names"),
        ({"names": {"en": "Jamaica"}}, "names"),
        ({"names": {"en": "Barbados", "tlh": "Barbados"}}, "names"),
        ({"short_names": {"en": "The Bahamas"}}, "short_names"),
        ({"aliases": ["Bahamas"]}, "aliases"),
        ({"main_language": "English"}, "main_language"),
        ({"flag": "../x"}, "flag"),
        ({"zone": "Bridgetown"}, "zone"),
        ({"region": "x" * 61}, "region"),
    ],
)
def test_a_delegation_that_makes_no_sense_is_refused_with_its_field(
    desk: Desk, changes: dict[str, Any], field: str
) -> None:
    assert refused(desk, setup_people.put_delegation, code="BB", changes=changes).field == field


@pytest.mark.parametrize("code", ["", "B B", "JM", "jm", "ABCDEFGHIJKLMNOPQ"])
def test_a_new_delegation_needs_a_code_of_its_own(desk: Desk, code: str) -> None:
    assert refused(desk, setup_people.put_delegation, code=code, changes=FRIESLAND, new=True).field == "code"


def test_what_a_delegation_is_called_in_passing_can_all_be_changed(desk: Desk) -> None:
    changes = {"of_state": "gb", "airport": "bgi", "zone": "America/Barbados", "main_language": "es", "flag": "GB"}
    desk.do(setup_people.put_delegation, code="BB", changes=changes | {"kind": "observer State"})
    found = row_of(desk, "BB")
    assert (found.main_language, found.flag, found.kind) == ("es", "GB", DelegationKind.OBSERVER_STATE)
    desk.do(setup_people.put_delegation, code="BB", changes={"zone": ""})


def test_the_region_of_a_delegation_is_what_was_typed_or_nothing(desk: Desk) -> None:
    before = row_of(desk, "BB").region
    for typed, kept in (("  Windward   and Leeward ", "Windward and Leeward"), ("x" * 60, "x" * 60), ("", "")):
        desk.do(setup_people.put_delegation, code="BB", changes={"region": typed})
        assert row_of(desk, "BB").region == kept
    for _typed in range(3):
        desk.undo()
    assert row_of(desk, "BB").region == before


def test_a_delegation_with_people_stays_and_says_how_many_they_are(desk: Desk) -> None:
    for name in ("Ana", "Bea"):
        desk.do(register, person=Person(given_name=name, family_name="Sample-Cox", delegation="BB"))
    assert row_of(desk, "BB").people == 2
    assert "2 people" in refused(desk, setup_people.remove_delegation, code="BB").sentence


def test_somebody_who_withdrew_is_not_counted_but_still_keeps_the_delegation(desk: Desk) -> None:
    new = desk.do(register, person=Person(given_name="Ana", family_name="Sample-Cox", delegation="BB"))
    desk.do(withdraw, participant=new.id)
    assert row_of(desk, "BB").people == 0
    assert "1 person" in refused(desk, setup_people.remove_delegation, code="BB").sentence


def test_a_delegation_without_people_is_removed_and_comes_back(desk: Desk) -> None:
    before = desk.read(setup_lists.delegation_rows)
    desk.do(setup_people.remove_delegation, code="BB")
    assert "BB" not in [row.code for row in desk.read(setup_lists.delegation_rows)]
    assert refused(desk, setup_people.remove_delegation, code="BB").sentence
    assert refused(desk, setup_people.put_delegation, code="BB", changes={"quota": 1}).sentence
    desk.undo()
    assert desk.read(setup_lists.delegation_rows) == before


def test_the_host_and_what_a_category_names_stay(desk: Desk) -> None:
    assert "host" in refused(desk, setup_people.remove_delegation, code="JM").sentence
    assert "UNHCR" in refused(desk, setup_people.remove_delegation, code="UNHCR").sentence


def test_an_operator_begins_changes_and_leaves_and_all_can_be_taken_back(desk: Desk) -> None:
    before = desk.read(meetings.operators)
    new = desk.do(setup_people.put_operator, name=" R.  Example-Cole ", role=Role.TRAVEL)
    assert meetings.OperatorRow(new, "R. Example-Cole", Role.TRAVEL) in desk.read(meetings.operators)
    desk.do(setup_people.put_operator, id=new, name="R. Example-Cole", role=Role.ORGANISER)
    desk.do(setup_people.remove_operator, id=new)
    assert desk.read(meetings.operators) == before
    desk.undo()
    assert meetings.OperatorRow(new, "R. Example-Cole", Role.ORGANISER) in desk.read(meetings.operators)
    desk.undo()
    desk.undo()
    assert desk.read(meetings.operators) == before


def test_a_station_is_named_renamed_and_removed(desk: Desk) -> None:
    before = desk.read(setup_lists.station_rows)
    new = desk.do(setup_people.put_station, name="Foyer")
    desk.do(setup_people.put_station, id=new, name="Foyer left")
    assert "Foyer left" in desk.read(meetings.stations)
    desk.do(setup_people.remove_station, id=new)
    desk.undo()
    desk.undo()
    desk.undo()
    assert desk.read(setup_lists.station_rows) == before


def test_two_of_one_name_and_nobody_at_all_are_refused(desk: Desk) -> None:
    assert refused(desk, setup_people.put_operator, name="t. sample reid", role=Role.DESK).field == "name"
    assert refused(desk, setup_people.put_operator, name=" ", role=Role.DESK).field == "name"
    assert refused(desk, setup_people.put_operator, id="gone", name="X", role=Role.DESK).sentence
    assert refused(desk, setup_people.put_station, name="DESK A").field == "name"
    assert refused(desk, setup_people.remove_station, id="gone").sentence
    rows = desk.read(setup_lists.station_rows)
    for row in rows[1:]:
        desk.do(setup_people.remove_station, id=row.id)
    assert "last station" in refused(desk, setup_people.remove_station, id=rows[0].id).sentence
