"""Registration: what is entered is checked field by field, every change can be taken back, history stays."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from cmc_desk.db import schema
from cmc_desk.desk import attendance, importing, people, registration
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.opening import verify_journal
from cmc_desk.rules import badge_code
from cmc_desk.rules.import_decisions import changes
from cmc_desk.rules.importing import RowVerdict
from cmc_desk.rules.people import FIELD_NAMES, FIELDS, Capacity, Credentials, Person, Status
from cmc_desk.rules.refusal import Refusal
from tests.meetings import ANDRE, DESK_B, KEISHA, clock_of, enter, open_desk, reopened


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(tmp_path)
    yield opened
    assert opened.read(verify_journal).whole
    opened.close()


def rows_of(desk: Desk, model: type[schema.Base]) -> list[dict[str, Any]]:
    with desk.store.read() as session:
        names = [column.key for column in model.__table__.columns]
        return [{name: getattr(row, name) for name in names} for row in session.scalars(select(model))]


def test_a_person_is_kept_field_by_field_and_gets_a_proper_code(desk: Desk) -> None:
    entered = desk.do(registration.register, person=KEISHA, desk_note="Bring the visa letter")
    assert desk.read(people.person_of, participant=entered.id) == KEISHA
    assert badge_code.parse(entered.code).problem == ""
    card = desk.read(people.card, participant=entered.id)
    assert [note.body for note in card.notes] == ["Bring the visa letter"]
    assert not card.walk_in
    assert (card.badge.code, card.badge.replaces) == (badge_code.in_groups(entered.code), 0)


def test_no_two_people_share_a_code_or_an_identifier(desk: Desk) -> None:
    entered = [enter(desk, KEISHA) for _turn in range(5)]
    assert len({one.id for one in entered}) == len({one.code for one in entered}) == 5


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"given_name": "", "family_name": ""}, "family_name"),
        ({"given_name": " \t", "family_name": "\u200b"}, "family_name"),
        ({"email": "keisha at example"}, "email"),
        ({"delegation": "XX"}, "delegation"),
        ({"delegation": ""}, "delegation"),
        ({"institution": "x" * 201}, "institution"),
        ({"family_name": "Ł" * 201}, "family_name"),
    ],
)
def test_a_field_that_cannot_be_right_is_named_and_nothing_is_written(
    desk: Desk, change: dict[str, str], field: str
) -> None:
    with pytest.raises(Refusal) as refused:
        enter(desk, replace(KEISHA, **change))  # type: ignore[arg-type] # text fields only
    assert refused.value.field == field
    assert rows_of(desk, schema.Participant) == []
    entered = enter(desk, KEISHA)
    with pytest.raises(Refusal) as refused:
        desk.do(registration.edit_person, participant=entered.id, changes=change)
    assert refused.value.field == field
    assert desk.read(people.person_of, participant=entered.id) == KEISHA


def test_one_name_is_enough(desk: Desk) -> None:
    assert enter(desk, Person(given_name="Winsome", delegation="JM")).id
    assert enter(desk, Person(family_name="Example-Blake", delegation="JM")).id


def test_what_cannot_be_seen_is_taken_out_of_what_is_typed(desk: Desk) -> None:
    entered = enter(desk, replace(KEISHA, given_name="  Kei\u202esha\x00 ", institution="Ministry\n of   Examples"))
    person = desk.read(people.person_of, participant=entered.id)
    assert (person.given_name, person.institution) == ("Keisha", "Ministry of Examples")


def test_an_edit_changes_what_was_asked_and_undo_brings_back_every_field(desk: Desk) -> None:
    entered = enter(desk, KEISHA)
    before = rows_of(desk, schema.Participant)
    changes = {"family_name": "Example-Núñez", "capacity": "adviser", "focal_point": True, "delegation": "HT"}
    desk.do(registration.edit_person, participant=entered.id, changes=changes)
    person = desk.read(people.person_of, participant=entered.id)
    assert (person.family_name, person.capacity, person.delegation) == ("Example-Núñez", Capacity.ADVISER, "HT")
    assert [hit.id for hit in desk.read(people.find_people, text="nunez haiti").hits] == [entered.id]
    assert desk.read(people.find_people, text="blake").hits == ()
    desk.undo()
    assert rows_of(desk, schema.Participant) == before
    assert [hit.id for hit in desk.read(people.find_people, text="blake jamaica").hits] == [entered.id]


def test_an_edit_of_a_field_that_does_not_exist_is_a_defect_and_writes_nothing(desk: Desk) -> None:
    entered = enter(desk, KEISHA)
    with pytest.raises(ValueError, match="shoe_size"):
        desk.do(registration.edit_person, participant=entered.id, changes={"email": "", "shoe_size": "44"})
    assert desk.read(people.person_of, participant=entered.id) == KEISHA
    assert "shoe_size" not in FIELD_NAMES


def test_an_edit_that_somebody_changed_since_is_not_undone(desk: Desk) -> None:
    entered = enter(desk, KEISHA)
    desk.do(registration.edit_person, participant=entered.id, changes={"email": "first@example.org"})
    other = reopened(desk, author=DESK_B)
    other.do(registration.edit_person, participant=entered.id, changes={"email": "second@example.org"})
    other.close()
    with pytest.raises(Refusal, match="changed again since"):
        desk.undo()
    assert desk.read(people.person_of, participant=entered.id).email == "second@example.org"


def test_another_field_that_was_changed_since_does_not_stand_in_the_way(desk: Desk) -> None:
    entered = enter(desk, KEISHA)
    desk.do(registration.edit_person, participant=entered.id, changes={"email": "first@example.org"})
    other = reopened(desk, author=DESK_B)
    other.do(registration.edit_person, participant=entered.id, changes={"phone": "+1 876 555 0100"})
    other.close()
    desk.undo()
    person = desk.read(people.person_of, participant=entered.id)
    assert (person.email, person.phone) == (KEISHA.email, "+1 876 555 0100")


def test_undoing_a_registration_takes_person_badge_and_note_out(desk: Desk) -> None:
    entered = desk.do(registration.register, person=KEISHA, desk_note="A note")
    desk.undo()
    for model in (schema.Participant, schema.Badge, schema.DeskNote):
        assert rows_of(desk, model) == []
    assert desk.read(people.find_people, text="keisha").hits == ()
    with pytest.raises(Refusal, match="not in the meeting file"):
        desk.do(registration.withdraw, participant=entered.id)


def test_a_registration_is_not_undone_under_somebody_who_has_arrived(desk: Desk) -> None:
    entered = enter(desk, KEISHA)
    other = reopened(desk, author=DESK_B)
    other.do(attendance.check_in, participant=entered.id)
    other.close()
    with pytest.raises(Refusal, match="cannot be undone"):
        desk.undo()
    assert desk.read(people.person_of, participant=entered.id) == KEISHA


@pytest.mark.parametrize("status", [Status.NOMINATED, Status.CONFIRMED])
def test_who_is_reinstated_has_the_status_of_before(desk: Desk, status: Status) -> None:
    entered = enter(desk, replace(KEISHA, status=status))
    desk.do(registration.withdraw, participant=entered.id)
    desk.do(registration.edit_person, participant=entered.id, changes={"phone": "+1 876 555 0101"})
    desk.do(registration.reinstate, participant=entered.id)
    assert desk.read(people.person_of, participant=entered.id).status is status
    desk.undo()
    assert desk.read(people.person_of, participant=entered.id).status is Status.WITHDRAWN
    desk.do(registration.reinstate, participant=entered.id)
    assert desk.read(people.person_of, participant=entered.id).status is status


def test_who_was_withdrawn_from_the_first_is_nominated_when_reinstated_and_a_walk_in_confirmed(desk: Desk) -> None:
    entered = enter(desk, replace(KEISHA, status=Status.WITHDRAWN))
    desk.do(registration.reinstate, participant=entered.id)
    assert desk.read(people.person_of, participant=entered.id).status is Status.NOMINATED
    walked_in = desk.do(attendance.walk_in, person=ANDRE).participant
    assert walked_in
    desk.undo()
    desk.do(registration.reinstate, participant=walked_in)
    assert desk.read(people.person_of, participant=walked_in).status is Status.CONFIRMED


@pytest.mark.parametrize("field", ["dietary", "access_needs", "institution"])
def test_a_list_and_a_form_take_texts_of_the_same_length(desk: Desk, field: str, tmp_path: Path) -> None:
    longest = next(one.longest for one in FIELDS if one.name == field)
    heading = {"dietary": "Dietary needs", "access_needs": "Access needs", "institution": "Institution"}[field]
    entered = enter(desk, KEISHA)
    desk.do(registration.edit_person, participant=entered.id, changes={field: "x" * longest})
    with pytest.raises(Refusal, match=str(longest)):
        desk.do(registration.edit_person, participant=entered.id, changes={field: "x" * (longest + 1)})
    path = tmp_path / "list.csv"
    verdicts = []
    for length in (longest, longest + 1):
        path.write_text(f"Given name,Family name,Delegation,{heading}\nLi,Specimen,Haiti,{'x' * length}\n", "utf-8")
        plan = importing.plan(desk, importing.read_list(path))
        verdicts.append(plan.rows[0].verdict)
        wanted = list(changes(plan, {}))
        if wanted:
            desk.do(importing.import_people, changes=wanted, source="list", learned={}, columns={})
    assert verdicts == [RowVerdict.NEW, RowVerdict.ERROR]


def test_who_is_withdrawn_is_not_expected_until_reinstated(desk: Desk) -> None:
    entered = enter(desk, KEISHA)
    with pytest.raises(Refusal):
        desk.do(registration.reinstate, participant=entered.id)
    desk.do(registration.withdraw, participant=entered.id, reason="Cabinet reshuffle")
    card = desk.read(people.card, participant=entered.id)
    assert card.person.status is Status.WITHDRAWN
    assert [note.body for note in card.notes] == ["Cabinet reshuffle"]
    with pytest.raises(Refusal):
        desk.do(registration.withdraw, participant=entered.id)
    desk.do(registration.reinstate, participant=entered.id)
    assert desk.read(people.person_of, participant=entered.id).status is Status.NOMINATED
    desk.undo()
    assert desk.read(people.person_of, participant=entered.id).status is Status.WITHDRAWN
    desk.undo()
    assert desk.read(people.person_of, participant=entered.id).status is Status.NOMINATED
    assert rows_of(desk, schema.DeskNote) == []


def test_a_replacement_comes_from_the_same_delegation_and_the_chain_is_kept(desk: Desk) -> None:
    entered = enter(desk, KEISHA)
    with pytest.raises(Refusal) as refused:
        desk.do(registration.replace_person, participant=entered.id, person=replace(ANDRE, delegation="HT"))
    assert refused.value.field == "delegation"
    new = desk.do(registration.replace_person, participant=entered.id, person=ANDRE)
    card = desk.read(people.card, participant=entered.id)
    assert (card.person.status, card.replaced_by) == (Status.REPLACED, new.id)
    with pytest.raises(Refusal, match="replaced already"):
        desk.do(registration.replace_person, participant=entered.id, person=ANDRE)
    desk.undo()
    assert desk.read(people.person_of, participant=entered.id) == KEISHA
    assert len(rows_of(desk, schema.Participant)) == 1


def test_notes_are_left_read_and_done(desk: Desk) -> None:
    entered = enter(desk, KEISHA)
    with pytest.raises(Refusal) as refused:
        desk.do(registration.add_note, participant=entered.id, text=" \n")
    assert refused.value.field == "note"
    note = desk.do(registration.add_note, participant=entered.id, text=" Bring the letter ")
    assert [one.body for one in desk.read(people.card, participant=entered.id).notes] == ["Bring the letter"]
    clock_of(desk).advance(minutes=1)
    desk.do(registration.finish_note, note=note)
    assert desk.read(people.card, participant=entered.id).notes == ()
    desk.undo()
    assert len(desk.read(people.card, participant=entered.id).notes) == 1
    desk.undo()
    with pytest.raises(Refusal, match="not there any more"):
        desk.do(registration.finish_note, note=note)


def test_credentials_are_verified_and_that_is_taken_back(desk: Desk) -> None:
    entered = enter(desk, replace(KEISHA, credentials=Credentials.TO_VERIFY))
    assert desk.read(people.person_of, participant=entered.id).credentials is Credentials.TO_VERIFY
    desk.do(registration.verify_credentials, participant=entered.id)
    assert desk.read(people.person_of, participant=entered.id).credentials is Credentials.VERIFIED
    desk.undo()
    assert desk.read(people.person_of, participant=entered.id).credentials is Credentials.TO_VERIFY


def test_whoever_is_asked_for_and_not_there_is_said_not_to_be(desk: Desk) -> None:
    for command, more in (
        (registration.edit_person, {"changes": {}}),
        (registration.withdraw, {}),
        (registration.reinstate, {}),
        (registration.replace_person, {"person": ANDRE}),
        (registration.verify_credentials, {}),
        (registration.add_note, {"text": "x"}),
    ):
        with pytest.raises(Refusal):
            desk.do(command, participant="nobody", **more)  # type: ignore[arg-type] # several commands in one list
