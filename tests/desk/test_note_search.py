"""Whatever was said is found, by its words and by the name of whoever said it."""

import pytest

from cmc_desk.desk import notes, registration, setup_people
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.note_search import find_notes
from cmc_desk.desk.registration import Registered
from cmc_desk.rules.notes import Written
from tests.desk.note_hands import ITEM, OTHER, entry, file, keep, said


def found(desk: Desk, text: str, limit: int = 50) -> list[str]:
    return [one.written.text for one in desk.read(find_notes, text=text, limit=limit)]


@pytest.fixture
def three(desk: Desk) -> list[str]:
    return [
        file(desk, said("The *principle* of non-refoulement.", "JM")),
        file(desk, said("L’île de Curaçao, principes.", "HT"), item=OTHER),
        file(desk, Written(text="Share forms.", assignee="Aruba", provision="3 bis")),
    ]


def test_the_newest_comes_first_and_accents_and_capitals_do_not_count(desk: Desk, three: list[str]) -> None:
    assert found(desk, "PRINCIP") == ["L’île de Curaçao, principes.", "The *principle* of non-refoulement."]
    assert found(desk, "curacao") == found(desk, "île princ") == found(desk, "lil") == ["L’île de Curaçao, principes."]
    assert found(desk, "nonrefoulement") == found(desk, "refoul") == ["The *principle* of non-refoulement."]
    assert found(desk, "princip", limit=1) == ["L’île de Curaçao, principes."]
    assert found(desk, "aruba forms") == ["Share forms."]
    assert found(desk, "") == found(desk, "nowhere") == []


def test_a_delegation_is_found_by_its_names_in_every_language(desk: Desk, three: list[str]) -> None:
    assert found(desk, "jamaïque") == ["The *principle* of non-refoulement."]
    desk.do(setup_people.put_delegation, code="HT", changes={"names": {"en": "Haiti", "es": "Hispaniola"}})
    assert found(desk, "hispaniola") == ["L’île de Curaçao, principes."]


def test_a_person_is_found_by_the_name_they_have_now(desk: Desk, keisha: Registered) -> None:
    file(desk, Written(text="One.", delegation="JM", participant=keisha.id))
    assert found(desk, "keisha") == ["One."]
    desk.do(registration.edit_person, participant=keisha.id, changes={"given_name": "Kamala"})
    assert (found(desk, "keisha"), found(desk, "kamala")) == ([], ["One."])


def test_what_is_still_being_typed_is_found(desk: Desk) -> None:
    key = notes.new_entry_id()
    keep(desk, key, said("Being typed."), 0)
    assert found(desk, "being typ") == ["Being typed."]
    desk.do(notes.take_revision, entry=key, written=said("Typed on."), base=1)
    assert (found(desk, "being"), found(desk, "typed on")) == ([], ["Typed on."])
    assert found(desk, "typed", limit=1) == ["Typed on."]


def test_what_was_deleted_is_not_found_until_it_is_back(desk: Desk, three: list[str]) -> None:
    desk.do(notes.delete_entry, entry=three[0])
    assert found(desk, "refoulement") == []
    desk.undo()
    assert found(desk, "refoulement") == ["The *principle* of non-refoulement."]


def test_what_was_edited_is_found_by_what_it_says_now_and_after_undo_by_what_it_said(
    desk: Desk, three: list[str]
) -> None:
    desk.do(notes.leave_entry, entry=three[0], written=said("Another.", "JM"), base=1)
    assert (found(desk, "refoulement"), found(desk, "another")) == ([], ["Another."])
    desk.undo()
    assert (found(desk, "refoulement"), found(desk, "another")) == (["The *principle* of non-refoulement."], [])
    assert entry(desk, three[0]).item == ITEM
