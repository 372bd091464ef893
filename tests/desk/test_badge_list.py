"""Which badges are to be printed and why, for whom the page lists them."""

from typing import Any

import pytest

from cmc_desk.desk import badges, registration, setup, setup_people
from cmc_desk.desk.badge_list import BadgeFilter, badge_list, badge_rows
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.registration import Registered
from cmc_desk.rules.badge_design import BadgeDesign, DesignField, Show
from cmc_desk.rules.badge_state import Why
from cmc_desk.rules.meeting import CategoryPlan
from cmc_desk.rules.people import Capacity, Person
from tests.desk.badged import BOX, print_badges, run_of
from tests.meetings import ANAIS, ANDRE, ILSE, JOSE, MORNING, clock_of, enter


def why(desk: Desk, participant: str) -> Why:
    (row,) = [row for row in desk.read(badge_rows, only=BadgeFilter.ALL) if row.participant == participant]
    return row.why


def names(desk: Desk, **asked: Any) -> list[str]:
    return [row.name for row in desk.read(badge_rows, **asked)]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"family_name": "Example-Black"}, Why.NAME),
        ({"badge_name": "Kay Example"}, Why.NAME),
        ({"functional_title": "Director"}, Why.TITLE),
        ({"delegation": "HT"}, Why.DELEGATION),
        ({"capacity": Capacity.ADVISER}, Why.CAPACITY),
        ({"institution": "Another Ministry"}, Why.PRINTED),
        ({"phone": "+1 876 555 0100"}, Why.PRINTED),
        ({"badge_name": "Keisha Example-Blake"}, Why.PRINTED),
    ],
)
def test_a_badge_is_to_be_printed_again_when_a_word_on_it_is_not_right_any_more(
    desk: Desk, keisha: Registered, changes: dict[str, Any], expected: Why
) -> None:
    print_badges(desk, keisha.id)
    assert why(desk, keisha.id) is Why.PRINTED
    desk.do(registration.edit_person, participant=keisha.id, changes=changes)
    assert why(desk, keisha.id) is expected
    desk.undo()
    assert why(desk, keisha.id) is Why.PRINTED


def test_a_correction_between_the_drawing_and_the_printing_is_noticed(desk: Desk, keisha: Registered) -> None:
    run = run_of(desk, keisha.id)
    desk.do(registration.edit_person, participant=keisha.id, changes={"family_name": "Example-Black"})
    print_badges(desk, run=run)
    assert why(desk, keisha.id) is Why.NAME
    print_badges(desk, keisha.id, reason="name")
    assert why(desk, keisha.id) is Why.PRINTED


def test_words_are_compared_in_the_language_in_which_they_were_printed(desk: Desk) -> None:
    anais = enter(desk, ANAIS)
    print_badges(desk, run=run_of(desk, anais.id, language="fr"))
    assert why(desk, anais.id) is Why.PRINTED
    row = desk.read(badge_rows, only=BadgeFilter.ALL)[0]
    assert row.delegation_name == "Haiti"


def test_the_word_in_the_band_is_compared_too(desk: Desk, keisha: Registered) -> None:
    band = BadgeDesign("band", "Band", 90, 55, front=(DesignField(Show.NAME, BOX), DesignField(Show.BAND, BOX)))
    print_badges(desk, run=run_of(desk, keisha.id, design=band))
    desk.do(registration.edit_person, participant=keisha.id, changes={"delegation": "HT"})
    assert why(desk, keisha.id) is Why.CATEGORY


def test_what_a_blank_sheet_showed_cannot_be_wrong(desk: Desk, keisha: Registered) -> None:
    print_badges(desk, run=run_of(desk, keisha.id, design=BadgeDesign("bare", "Bare", 90, 55, front=())))
    desk.do(registration.edit_person, participant=keisha.id, changes={"family_name": "Example-Black"})
    assert why(desk, keisha.id) is Why.PRINTED


def test_the_filters_count_what_they_show(desk: Desk, keisha: Registered) -> None:
    andre, jose, ilse = (enter(desk, person) for person in (ANDRE, JOSE, ILSE))
    walk_in = enter(desk, Person(family_name="Sample-Rolle", delegation="AW"))
    desk.do(registration.withdraw, participant=ilse.id)
    *_good, jammed = print_badges(desk, keisha.id, andre.id, jose.id)
    desk.do(badges.void_prints, prints=[jammed])
    desk.do(registration.edit_person, participant=andre.id, changes={"functional_title": "Director"})
    assert desk.read(badge_list).counts == {
        BadgeFilter.TO_PRINT: 3,
        BadgeFilter.CHANGED: 1,
        BadgeFilter.PRINTED: 1,
        BadgeFilter.ALL: 4,
    }
    assert desk.read(badge_list, text="jos").counts == desk.read(badge_list).counts
    assert names(desk) == ["José Specimen-Valdés", "Andre Sample-Cox", "Sample-Rolle"]
    assert names(desk, only=BadgeFilter.CHANGED) == ["Andre Sample-Cox"]
    assert names(desk, only=BadgeFilter.PRINTED) == ["Keisha Example-Blake"]
    assert [row.why for row in desk.read(badge_rows)] == [Why.QUEUED, Why.TITLE, Why.NEVER]
    assert why(desk, walk_in.id) is Why.NEVER


def test_the_list_is_in_official_order_and_the_head_is_first(desk: Desk, keisha: Registered) -> None:
    for person in (ILSE, JOSE, ANDRE, ANAIS):
        enter(desk, person)
    rows = desk.read(badge_rows)
    assert [row.delegation for row in rows] == ["HT", "HT", "JM", "JM", "UNHCR"]
    assert [row.name for row in rows][:3] == ["Anaïs Muster-Żółć", "José Specimen-Valdés", "Keisha Example-Blake"]
    assert [(row.category_name, row.colour) for row in rows][2:] == [
        ("Host", "leaf"),
        ("Host", "leaf"),
        ("Observers", "slate"),
    ]


def test_text_finds_as_the_desk_does(desk: Desk, keisha: Registered) -> None:
    enter(desk, JOSE)
    assert names(desk, text="jos val") == ["José Specimen-Valdés"]
    assert names(desk, text="jamaica direc") == ["Keisha Example-Blake"]
    assert names(desk, text="nobody") == []
    assert names(desk, text="jos", delegation="JM") == []
    assert names(desk, delegation="JM") == ["Keisha Example-Blake"]
    assert keisha.code


def test_the_new_name_of_a_delegation_is_to_be_printed(desk: Desk) -> None:
    anais = enter(desk, ANAIS)
    print_badges(desk, anais.id)
    desk.do(setup_people.put_delegation, code="HT", changes={"short_names": {"en": "The Republic of Haiti"}})
    assert why(desk, anais.id) is Why.DELEGATION


def test_whoever_is_of_no_category_has_a_badge_without_a_band(desk: Desk, keisha: Registered) -> None:
    for key in ("host", "observer"):
        desk.do(setup.remove_category, key=key)
    desk.do(setup.put_category, category=CategoryPlan("delegate", "Press", "coral", capacities=(Capacity.PRESS,)))
    row = desk.read(badge_rows)[0]
    assert (row.category, row.category_name, row.colour) == ("", "", "slate")
    assert keisha.id == row.participant


def test_when_a_badge_was_printed_and_queued_stands_in_its_row(desk: Desk, keisha: Registered) -> None:
    print_badges(desk, keisha.id)
    clock_of(desk).advance(minutes=2)
    desk.do(badges.void_prints, prints=print_badges(desk, keisha.id, reason="bent"))
    (row,) = desk.read(badge_rows)
    assert (row.at, row.queued_at, row.why) == (MORNING, clock_of(desk).now(), Why.QUEUED)
