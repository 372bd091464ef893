"""A list becomes people, badges, codes and notes in one command, and one undo takes all of it back."""

from collections import Counter
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.clock import ManualClock
from cmc_desk.db.schema import JournalRow
from cmc_desk.desk import attendance, importing, people, registration
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.importing import Imported
from cmc_desk.desk.opening import create_meeting
from cmc_desk.desk.undoing import undo
from cmc_desk.exchange.meeting_file import read_meeting, template_path
from cmc_desk.resource import resource
from cmc_desk.rules.import_decisions import Action, Change, changes
from cmc_desk.rules.importing import RowVerdict
from cmc_desk.rules.people import Person
from cmc_desk.rules.plain import to_plain
from cmc_desk.rules.refusal import Refusal
from tests.meetings import DESK_A, KEISHA, MORNING, enter, open_desk

HEADINGS = "First name,Family name,Delegation,Function,E-mail,Notes for the desk"


def a_list(folder: Path, *rows: str, name: str = "list.csv") -> Path:
    path = folder / name
    path.write_text("\n".join((HEADINGS, *rows)), encoding="utf-8")
    return path


def bring_in(desk: Desk, path: Path, decisions: dict[int, Action] | None = None) -> Imported:
    plan = importing.plan(desk, importing.read_list(path))
    wanted = list(changes(plan, decisions or {}))
    return desk.do(importing.import_people, changes=wanted, source=path.name, learned={}, columns={})


def verdicts(desk: Desk, path: Path) -> Counter[RowVerdict]:
    return Counter(row.verdict for row in importing.plan(desk, importing.read_list(path)).rows)


def names(desk: Desk) -> set[str]:
    return {hit.name for hit in desk.read(people.find_people).hits}


def add(person: Person, *, row: int = 2, aliases: list[list[str]] | None = None, note: str = "") -> Change:
    return Change(do="add", id="", row=row, person=to_plain(person), aliases=aliases or [], desk_note=note)


def do_import(
    desk: Desk, *wanted: Change, learned: dict[str, str] | None = None, columns: dict[str, str] | None = None
) -> Imported:
    return desk.do(
        importing.import_people, changes=list(wanted), source="list", learned=learned or {}, columns=columns or {}
    )


def importing_seq(session: Session) -> int:
    return session.scalars(select(JournalRow.seq).where(JournalRow.kind == "registration.import")).one()


def test_a_list_adds_people_with_badges_notes_and_names_as_they_are_written(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    done = bring_in(desk, a_list(tmp_path, "Łukasz,Specimen-d’Orléans,Haïti,Officer,,Envelope: send to Travel"))
    card = desk.read(people.card, participant=done.added[0])
    assert card.person.full_name == "Łukasz Specimen-d’Orléans"
    assert card.person.delegation == "HT"
    assert card.badge.code
    assert [note.body for note in card.notes] == ["Envelope: send to Travel"]
    assert [hit.id for hit in desk.read(people.find_people, text="lukasz dorleans haiti").hits] == list(done.added)


def test_the_same_list_again_changes_nobody(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    path = a_list(tmp_path, "Perry,Sample-Rolle,Jamaica,Officer,perry@example.org,", "Li,Specimen-Wei,UNHCR,,,A note")
    bring_in(desk, path)
    assert verdicts(desk, path) == {RowVerdict.SAME: 2}


def test_a_corrected_list_updates_only_the_fields_that_differ(tmp_path: Path) -> None:
    desk = open_desk(tmp_path, people=(KEISHA,))
    done = bring_in(desk, a_list(tmp_path, "Keisha,Example-Blake,Jamaica,Director General,,"))
    assert not done.added
    after = desk.read(people.person_of, participant=done.updated[0])
    assert after.functional_title == "Director General"
    assert after.email == KEISHA.email
    assert after.institution == KEISHA.institution


def test_one_undo_takes_the_whole_list_back(tmp_path: Path) -> None:
    desk = open_desk(tmp_path, people=(KEISHA,))
    bring_in(
        desk,
        a_list(tmp_path, "Keisha,Example-Blake,Jamaica,Director General,,", "Perry,Sample-Rolle,Haiti,,,A note"),
    )
    assert names(desk) == {"Keisha Example-Blake", "Perry Sample-Rolle"}
    assert desk.undo().kind == "registration.import"
    assert names(desk) == {"Keisha Example-Blake"}
    assert desk.read(people.find_people, text="perry").total == 0
    identifier = desk.read(people.find_people).hits[0].id
    assert desk.read(people.person_of, participant=identifier) == KEISHA


def test_a_list_is_not_taken_back_once_somebody_of_it_was_checked_in(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    done = bring_in(desk, a_list(tmp_path, "Perry,Sample-Rolle,Haiti,,,", "Li,Specimen-Wei,UNHCR,,,"))
    seq = desk.read(importing_seq)
    desk.do(attendance.check_in, participant=done.added[0], via="name")
    with pytest.raises(Refusal, match="checked in since"):
        desk.do(undo, seq=seq)
    assert len(names(desk)) == 2


def test_a_ticket_of_another_program_checks_in_whom_it_was_imported_for(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    code = "ab23cd45ef67gh89jkmnpqrstuvwxyz2"
    done = do_import(desk, add(KEISHA, aliases=[["pretix", code]]))
    assert desk.do(attendance.check_in, code=code, via="scan").name == "Keisha Example-Blake"
    assert done.skipped_codes == ()


def test_a_code_that_somebody_else_has_is_left_out_and_reported(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    code = "ab23cd45ef67gh89jkmnpqrstuvwxyz2"
    do_import(desk, add(KEISHA, aliases=[["pretix", code]]))
    other = Person(given_name="Li", family_name="Specimen-Wei", delegation="HT")
    done = do_import(desk, add(other, aliases=[["pretix", code]]))
    assert done.skipped_codes == (code,)
    assert desk.do(attendance.check_in, code=code, via="scan").name == "Keisha Example-Blake"


def test_a_learned_word_is_understood_in_the_next_list_and_forgotten_by_undo(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    path = a_list(tmp_path, "Li,Specimen-Wei,The Pearl,,,")
    assert verdicts(desk, path) == {RowVerdict.ERROR: 1}
    plan = importing.plan(desk, importing.read_list(path), learned={"The Pearl": "HT"})
    assert plan.rows[0].person.delegation == "HT"
    do_import(desk, add(KEISHA), learned={"The Pearl": "HT"})
    assert verdicts(desk, path) == {RowVerdict.NEW: 1}
    do_import(desk, learned={"the pearl": "JM"})
    assert importing.plan(desk, importing.read_list(path)).rows[0].person.delegation == "JM"
    desk.undo()
    desk.undo()
    assert verdicts(desk, path) == {RowVerdict.ERROR: 1}


def test_a_word_cannot_be_learned_for_a_delegation_that_is_not_invited(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    with pytest.raises(Refusal) as refused:
        do_import(desk, learned={"Atlantis": "XX"})
    assert refused.value.field == "delegation"


def test_a_column_goes_where_it_was_put_the_last_time(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    table = importing.read_list(a_list(tmp_path, "Li,Specimen-Wei,Haiti,Officer,,"))
    place = table.headings.index("Function")
    do_import(desk, columns={"Function": "institution"})
    assert importing.mapping_for(desk, table).targets[place] == "institution"
    do_import(desk, columns={"FUNCTION": "functional_title"})
    assert importing.mapping_for(desk, table).targets[place] == "functional_title"


def test_one_impossible_row_and_nothing_is_written(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    wrong = Person(given_name="Li", family_name="Specimen-Wei", delegation="HT", email="no address")
    with pytest.raises(Refusal, match=r"Row 7: .*e-mail") as refused:
        do_import(desk, add(KEISHA), add(wrong, row=7))
    assert refused.value.field == "7"
    assert names(desk) == set()


def test_somebody_who_was_taken_out_meanwhile_refuses_the_update(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    gone = Change(do="update", id="nobody", row=4, person={"phone": "1"}, aliases=[], desk_note="")
    with pytest.raises(Refusal, match=r"Row 4: .*Read the list again"):
        do_import(desk, gone)


def test_dietary_needs_may_be_longer_than_other_fields(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    needs = "no nuts " * 100
    done = do_import(desk, add(Person(family_name="Specimen-Wei", delegation="HT", dietary=needs)))
    assert desk.read(people.person_of, participant=done.added[0]).dietary == needs.strip()


def test_a_thousand_people_come_in_and_go_out_at_once(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    path = a_list(
        tmp_path, *(f"Given{chr(97 + n % 26)}{n},Example-{n}x{n * 7},Jamaica,,p{n}@example.org," for n in range(1000))
    )
    decisions = dict.fromkeys(range(2, 1002), Action.NEW)
    assert len(set(bring_in(desk, path, decisions).added)) == 1000
    assert verdicts(desk, path) == {RowVerdict.SAME: 1000}
    desk.undo()
    assert desk.read(people.count_people, day=())[people.Filter.ALL] == 0


def test_the_two_shipped_lists_end_in_the_same_people(tmp_path: Path) -> None:
    desk = create_meeting(
        tmp_path / "cmc.cmc",
        read_meeting(template_path("cmc-2019")),
        clock=ManualClock(MORNING),
        author=DESK_A,
        training=True,
    )
    for name in ("cmc-2019-people.xlsx", "cmc-2019-people-2.xlsx"):
        bring_in(desk, resource("meetings", name))
    again = verdicts(desk, resource("meetings", "cmc-2019-people-2.xlsx"))
    assert not again[RowVerdict.NEW]
    assert not again[RowVerdict.UPDATE]
    assert again[RowVerdict.ERROR] == 2


def test_the_listeners_of_a_command_in_another_thread_hear_when_they_are_told(tmp_path: Path) -> None:
    desk, heard = open_desk(tmp_path), list[frozenset[str]]()
    desk.subscribe(heard.append)
    done, tell = desk.do_apart(importing.import_people, changes=[add(KEISHA)], source="list", learned={}, columns={})
    assert len(done.added) == 1
    assert heard == []
    tell()
    assert "participant" in heard[0]


def test_the_template_names_the_delegations_of_this_meeting_and_can_be_read_back(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    path = importing.save_template(desk, tmp_path / "template.xlsx", language="fr")
    lists = load_workbook(path).worksheets[-1]
    offered = {cell.value for row in lists.iter_rows() for cell in row}
    assert {"Haïti", "Jamaïque", "UNHCR"} <= offered
    with pytest.raises(Refusal, match="nobody below"):
        importing.read_list(path)


def test_the_rows_left_out_come_back_corrected(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    plan = importing.plan(desk, importing.read_list(a_list(tmp_path, "Li,Specimen-Wei,Atlantis,,,")))
    path = importing.save_left_out(desk, plan, plan.rows, tmp_path / "wrong.xlsx", language="en")
    again = importing.plan(desk, importing.read_list(path), learned={"Atlantis": "HT"})
    assert [(row.person.full_name, row.verdict) for row in again.rows] == [("Li Specimen-Wei", RowVerdict.NEW)]


def test_existing_people_carry_their_codes_and_all_their_notes(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    enter(desk, KEISHA)
    person = Person(family_name="Specimen-Wei", delegation="HT")
    do_import(desk, add(person, aliases=[["indico", "ticket-1"]], note="Envelope"))
    found = desk.read(importing.existing_people)
    assert [(one.person.family_name, one.aliases, one.desk_notes) for one in found] == [
        ("Example-Blake", (), ()),
        ("Specimen-Wei", (("indico", "ticket-1"),), ("Envelope",)),
    ]


def test_a_note_that_is_done_does_not_come_back_with_the_same_list(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    path = a_list(tmp_path, "Li,Specimen-Wei,Haiti,,,DSA envelope")
    (person,) = bring_in(desk, path).added
    desk.do(registration.finish_note, note=desk.read(people.card, participant=person).notes[0].id)
    assert verdicts(desk, path) == {RowVerdict.SAME: 1}
    bring_in(desk, path)
    assert desk.read(people.card, participant=person).notes == ()
