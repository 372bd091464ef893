"""Whose badges a run has, and in which order."""

import pytest

from cmc_desk.desk import badges, registration
from cmc_desk.desk.badge_choice import badge_people, in_order
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.registration import Registered
from cmc_desk.rules.badge_order import BadgeOrder
from cmc_desk.rules.people import Person, Status
from cmc_desk.rules.refusal import Refusal
from tests.desk.badged import print_badges
from tests.meetings import ANAIS, ANDRE, ILSE, JOSE, KEISHA, enter

GIVEN = {person.given_name: person for person in (KEISHA, ANDRE, ANAIS, JOSE, ILSE)}


@pytest.fixture
def people(desk: Desk) -> dict[str, Registered]:
    return {name: enter(desk, person) for name, person in GIVEN.items()}


def meant(desk: Desk, people: dict[str, Registered], only: str) -> set[str]:
    ids = {one.id: name for name, one in people.items()}
    return {ids[one] for one in desk.read(badge_people, only=only)}


def test_everybody_who_is_expected_has_a_badge(desk: Desk, people: dict[str, Registered]) -> None:
    desk.do(registration.withdraw, participant=people["Ilse"].id)
    assert meant(desk, people, "") == {"Keisha", "Andre", "Anaïs", "José"}
    assert meant(desk, people, "withdrawn") == {"Ilse"}
    assert meant(desk, people, "UNHCR") == set()


@pytest.mark.parametrize("word", ["JM", "jm", "Jamaica", "jamaïque", " Jamaica "])
def test_a_delegation_is_meant_by_code_or_by_any_name(desk: Desk, people: dict[str, Registered], word: str) -> None:
    assert meant(desk, people, word) == {"Keisha", "Andre"}


def test_badges_are_meant_by_their_state(desk: Desk, people: dict[str, Registered]) -> None:
    print_badges(desk, *(people[name].id for name in ("Keisha", "Andre", "Anaïs")))
    desk.do(registration.edit_person, participant=people["Andre"].id, changes={"functional_title": "Director"})
    desk.do(badges.void_prints, prints=print_badges(desk, people["Anaïs"].id, reason="bent"))
    assert meant(desk, people, "not-printed") == {"José", "Ilse"}
    assert meant(desk, people, "To-Print") == {"José", "Ilse", "Andre", "Anaïs"}
    assert meant(desk, people, "changed") == {"Andre"}
    assert meant(desk, people, "printed") == {"Keisha", "Andre", "Anaïs"}


def test_a_status_is_meant_by_its_word(desk: Desk, people: dict[str, Registered]) -> None:
    desk.do(registration.edit_person, participant=people["José"].id, changes={"status": Status.CONFIRMED})
    assert meant(desk, people, "confirmed") == {"José"}


def test_a_word_that_means_nothing_is_told_with_those_that_do(desk: Desk) -> None:
    with pytest.raises(Refusal, match=r"“Atlantis” is no delegation .* not-printed, to-print") as refused:
        desk.read(badge_people, only="Atlantis")
    assert refused.value.field == "only"


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (BadgeOrder.DELEGATION, ["Anaïs", "José", "Keisha", "Andre", "Ilse"]),
        (BadgeOrder.NAME, ["Keisha", "Ilse", "Anaïs", "Andre", "José"]),
        (BadgeOrder.TRAY, ["Keisha", "Ilse", "Anaïs", "Andre", "José"]),
    ],
)
def test_badges_lie_by_delegation_with_the_head_first_by_name_or_by_tray(
    desk: Desk, people: dict[str, Registered], order: BadgeOrder, expected: list[str]
) -> None:
    ids = {one.id: name for name, one in people.items()}
    found = desk.read(in_order, participants=list(ids), order=order, language="en")
    assert [ids[one] for one in found] == expected
    assert desk.read(in_order, participants=[people["Ilse"].id], order=order, language="en") == (people["Ilse"].id,)


def test_delegations_stand_as_their_names_do_in_the_language_of_the_run(desk: Desk) -> None:
    aruba = enter(desk, Person(family_name="Sample-Rolle", delegation="AW"))
    haiti = enter(desk, ANAIS)
    for language in ("en", "fr"):
        assert desk.read(in_order, participants=[aruba.id, haiti.id], language=language) == (haiti.id, aruba.id)
