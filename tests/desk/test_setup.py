"""Setting a meeting up: every change can be taken back, and what makes no sense is refused with its field."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cmc_desk.db.journal_tables import ColumnMemory
from cmc_desk.desk import meeting as meetings
from cmc_desk.desk import setup, setup_lists
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.desk import Desk
from cmc_desk.rules.meeting import CategoryPlan
from cmc_desk.rules.people import Capacity
from cmc_desk.rules.refusal import Refusal
from tests.desk.kingston import open_desk


@command("test.remember_column")
def remember_column(tx: Tx, *, heading: str, target: str) -> None:
    """Stand for an import that was told where a column belongs."""
    tx.session.add(ColumnMemory(heading=heading, target=target))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(tmp_path)
    yield opened
    opened.close()


def refused(desk: Desk, function: Callable[..., Any], **arguments: Any) -> Refusal:
    """Return the refusal of a command, which has then changed nothing."""
    before = desk.store.data_version(), desk.read(meetings.meeting), desk.read(meetings.categories)
    with pytest.raises(Refusal) as caught:
        desk.do(function, **arguments)
    assert (desk.store.data_version(), desk.read(meetings.meeting), desk.read(meetings.categories)) == before
    return caught.value


def names(desk: Desk) -> list[str]:
    return [category.key for category in desk.read(meetings.categories)]


def test_the_facts_of_the_meeting_are_changed_and_put_back(desk: Desk) -> None:
    before = desk.read(meetings.meeting)
    desk.do(
        setup.change_meeting,
        changes={
            "title": " New  title ",
            "venue": "Sample Hall",
            "language": "es",
            "grace_minutes": 20,
            "sponsors": ["IOM", " ", "IOM", "UNHCR"],
            "backup_folder": "copies",
        },
    )
    after = desk.read(meetings.meeting)
    assert (after.title, after.venue, after.language, after.grace_minutes) == ("New title", "Sample Hall", "es", 20)
    assert (after.sponsors, after.backup_folder) == (("IOM", "UNHCR"), "copies")
    assert desk.undo().kind == "setup.meeting"
    assert desk.read(meetings.meeting) == before


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "  "),
        ("short_title", ""),
        ("zone", "Kingston"),
        ("zone", "America"),
        ("language", "de"),
        ("grace_minutes", -1),
        ("grace_minutes", 500),
        ("grace_minutes", "15"),
    ],
)
def test_a_fact_that_makes_no_sense_is_refused_with_its_field(desk: Desk, field: str, value: object) -> None:
    assert refused(desk, setup.change_meeting, changes={field: value}).field == field


def test_in_another_zone_the_agenda_keeps_its_clock_times(desk: Desk) -> None:
    def clocks() -> list[str]:
        facts = desk.read(meetings.meeting)
        return [facts.local(item.starts).strftime("%d %H:%M") for item in desk.read(meetings.agenda)]

    before, instants = clocks(), [item.starts for item in desk.read(meetings.agenda)]
    desk.do(setup.change_meeting, changes={"zone": "Europe/Amsterdam"})
    assert clocks() == before
    assert [item.starts for item in desk.read(meetings.agenda)] != instants
    desk.undo()
    assert [item.starts for item in desk.read(meetings.agenda)] == instants


def test_a_new_category_stands_first_and_can_be_taken_back(desk: Desk) -> None:
    before = names(desk)
    key = desk.do(
        setup.put_category,
        category=CategoryPlan("", "Heads of delegation", "amber", capacities=(Capacity.HEAD,)),
        new=True,
    )
    assert names(desk) == [key, *before]
    assert desk.read(meetings.categories)[0].capacities == (Capacity.HEAD,)
    desk.undo()
    assert names(desk) == before


def test_a_category_is_changed_in_its_place(desk: Desk) -> None:
    before = desk.read(meetings.categories)
    desk.do(setup.put_category, category=replace(before[1], name="Organisation", delegations=("IOM", "UNHCR")))
    assert desk.read(meetings.categories)[1] == replace(before[1], name="Organisation", delegations=("IOM", "UNHCR"))
    desk.undo()
    assert desk.read(meetings.categories) == before


@pytest.mark.parametrize(
    ("category", "field"),
    [
        (CategoryPlan("", "", "sea"), "name"),
        (CategoryPlan("", "press", "sea"), "name"),
        (CategoryPlan("", "Guests", "pink"), "colour"),
        (CategoryPlan("", "Guests", "sea", delegations=("XX",)), "delegations"),
    ],
)
def test_a_category_that_makes_no_sense_is_refused_with_its_field(
    desk: Desk, category: CategoryPlan, field: str
) -> None:
    assert refused(desk, setup.put_category, category=category, new=True).field == field


def test_a_category_moves_and_the_ends_hold(desk: Desk) -> None:
    before = names(desk)
    desk.do(setup.move_category, key=before[2], places=-1)
    assert names(desk) == [before[0], before[2], before[1], *before[3:]]
    desk.undo()
    assert names(desk) == before
    desk.do(setup.move_category, key=before[0], places=99)
    assert names(desk) == [*before[1:], before[0]]


def test_a_category_is_removed_and_comes_back_in_its_place_but_the_last_one_stays(desk: Desk) -> None:
    before = desk.read(meetings.categories)
    desk.do(setup.remove_category, key=before[2].key)
    assert names(desk) == [category.key for category in before if category != before[2]]
    desk.undo()
    assert desk.read(meetings.categories) == before
    for category in before[1:]:
        desk.do(setup.remove_category, key=category.key)
    assert "last category" in refused(desk, setup.remove_category, key=before[0].key).sentence
    assert refused(desk, setup.move_category, key="gone", places=1).sentence


def test_a_word_of_lists_is_learned_forgotten_and_remembered_again(desk: Desk) -> None:
    before = desk.read(setup_lists.alias_rows)
    desk.do(setup.add_alias, delegation="JM", alias=" Yaad ")
    assert set(desk.read(setup_lists.alias_rows)) - set(before) == {setup_lists.AliasRow("Yaad", "JM")}
    desk.do(setup.forget_alias, delegation="JM", alias="Yaad")
    assert desk.read(setup_lists.alias_rows) == before
    desk.undo()
    desk.undo()
    assert desk.read(setup_lists.alias_rows) == before


@pytest.mark.parametrize(
    ("delegation", "alias", "field"),
    [("JM", "", "alias"), ("JM", "jamaïca", "alias"), ("JM", "The Bahamas", "alias"), ("XX", "Nowhere", "delegation")],
)
def test_a_word_that_means_a_delegation_already_is_refused(desk: Desk, delegation: str, alias: str, field: str) -> None:
    assert refused(desk, setup.add_alias, delegation=delegation, alias=alias).field == field


def test_a_word_that_another_delegation_has_is_refused_by_its_name(desk: Desk) -> None:
    assert "Bahamas" in refused(desk, setup.add_alias, delegation="JM", alias="BAHAMAS").sentence


def test_a_remembered_column_is_forgotten_and_comes_back(desk: Desk) -> None:
    desk.do(remember_column, heading="nombre", target="given_name")
    desk.do(setup.forget_column, heading="nombre")
    assert desk.read(setup_lists.column_rows) == []
    desk.undo()
    assert desk.read(setup_lists.column_rows) == [setup_lists.ColumnRow("nombre", "given_name")]
    assert refused(desk, setup.forget_column, heading="apellido").sentence
    assert refused(desk, setup.forget_alias, delegation="JM", alias="never learned").sentence
