"""The two lists of fictional people that come with the Kingston meeting are what real lists are like."""

import re
from collections import Counter
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from cmc_desk.exchange.meeting_file import read_meeting, template_path
from cmc_desk.exchange.tables import read_tables
from cmc_desk.resource import resource
from cmc_desk.rules.categories import category_of
from cmc_desk.rules.columns import guess
from cmc_desk.rules.delegations import DelegationIndex, row_of
from cmc_desk.rules.dry_run import ImportPlan, plan_import
from cmc_desk.rules.import_matching import Existing
from cmc_desk.rules.import_rows import Delegations
from cmc_desk.rules.importing import RowVerdict
from cmc_desk.rules.meeting import DelegationKind, MeetingPlan
from cmc_desk.rules.people import EXPECTED, Capacity, InstitutionKind, Person, Status

FIRST, SECOND = (resource("meetings", name) for name in ("cmc-2019-people.xlsx", "cmc-2019-people-2.xlsx"))
FICTIONAL = re.compile(r"Example|Sample|Specimen|Muster", re.IGNORECASE)
ADDRESS = re.compile(r"[a-z0-9.-]+@example\.org")
PHONE = re.compile(r"\+\d{1,3}[ \d]+555[ \d]+")
COUNTED = {DelegationKind.STATE, DelegationKind.TERRITORY, DelegationKind.OBSERVER_STATE}


@pytest.fixture(scope="module")
def meeting() -> MeetingPlan:
    return read_meeting(template_path("cmc-2019"))


def dry_run(path: Path, meeting: MeetingPlan, existing: tuple[Existing, ...] = ()) -> ImportPlan:
    (table,) = read_tables(path)
    index = DelegationIndex(map(row_of, meeting.delegations))
    mapping = guess(table.headings, [cells for _row, cells in table.rows])
    return plan_import(table, mapping, existing=existing, delegations=Delegations(index))


@pytest.fixture(scope="module")
def first(meeting: MeetingPlan) -> ImportPlan:
    return dry_run(FIRST, meeting)


@pytest.fixture(scope="module")
def second(meeting: MeetingPlan, first: ImportPlan) -> ImportPlan:
    existing = tuple(Existing(str(row.row), row.person, desk_notes=(row.desk_note,)) for row in first.rows)
    return dry_run(SECOND, meeting, existing)


@pytest.fixture(scope="module")
def people(first: ImportPlan) -> list[Person]:
    return [row.person for row in first.rows]


def everybody(first: ImportPlan, second: ImportPlan) -> list[Person]:
    return [row.person for row in (*first.rows, *second.rows)]


def test_the_first_list_is_read_without_a_question(first: ImportPlan) -> None:
    assert first.table.heading_row == 5
    assert [
        heading for heading, target in zip(first.table.headings, first.mapping.targets, strict=True) if not target
    ] == ["No."]
    assert first.count(RowVerdict.NEW) == len(first.rows) == 75
    assert {row.note for row in first.rows} <= {"", "Shares an e-mail: kept."}


def test_everybody_is_recognisably_fictional(first: ImportPlan, second: ImportPlan) -> None:
    for person in everybody(first, second):
        assert FICTIONAL.search(person.full_name), person.full_name
        assert not person.email or ADDRESS.fullmatch(person.email)


def test_nobody_bears_the_name_of_somebody_in_the_agenda(
    meeting: MeetingPlan, first: ImportPlan, second: ImportPlan
) -> None:
    real = {word for item in meeting.items for speaker in item.speakers for word in speaker.name.split()[-1:]}
    assert not real & {word for person in everybody(first, second) for word in person.full_name.split()}


def test_twenty_five_delegations_and_the_organisations_are_expected(meeting: MeetingPlan, people: list[Person]) -> None:
    kinds = {delegation.code: delegation.kind for delegation in meeting.delegations}
    size = Counter(person.delegation for person in people if person.status in EXPECTED)
    assert len([code for code in size if kinds[code] in COUNTED]) == 25
    assert (size["JM"], size["IOM"], size["UNHCR"]) == (6, 8, 8)
    categories = Counter(
        category_of(person.capacity, kinds[person.delegation], person.delegation, meeting.categories)
        for person in people
    )
    assert categories == {
        "delegate": 43, "host": 7, "iom": 8, "unhcr": 8, "observer": 8, "secretariat": 1,
    }  # fmt: skip


def test_every_delegation_has_one_head_and_the_financed_ones_the_profiles_that_are_asked_for(
    meeting: MeetingPlan, people: list[Person]
) -> None:
    for delegation in meeting.delegations:
        own = [person for person in people if person.delegation == delegation.code]
        heads = [person for person in own if person.capacity is Capacity.HEAD]
        if delegation.kind in {DelegationKind.STATE, DelegationKind.TERRITORY} and len(own) > 1:
            assert len(heads) == 1, delegation.code
            kinds = {person.institution_kind for person in own}
            assert {InstitutionKind.FOREIGN_AFFAIRS, InstitutionKind.IMMIGRATION} <= kinds, delegation.code
        assert len(heads) <= 1


def test_delegations_are_called_what_lists_call_them() -> None:
    called = {cells[1] for _row, cells in read_tables(FIRST)[0].rows}
    assert {
        "The Bahamas",
        "St. Kitts and Nevis",
        "Curacao",
        "BVI",
        "République dominicaine",
        "St. Lucia",
        "USA",
    } <= called


def test_names_are_as_hard_as_real_ones(people: list[Person]) -> None:
    names = [person.full_name for person in people]
    letters = set("".join(names))
    assert set("áèéíñóöøúüçÁÉÇğİłŚęœßĐặịọồýỌ’-") <= letters
    assert max(map(len, names)) > 60
    assert any(not person.given_name for person in people)
    assert any(person.family_name.startswith("van der ") for person in people)
    assert any("El-Sayed" in name for name in names)
    assert any(name.endswith("Jr.") for name in names)
    assert any(person.badge_name for person in people)


def test_mailboxes_are_shared_and_missing_and_functions_are_long(people: list[Person]) -> None:
    shared = Counter(person.email for person in people if person.email)
    assert shared["mission.haiti@example.org"] == 2
    assert shared["host.secretariat@example.org"] == 3
    assert sum(not person.email for person in people) == 4
    assert max(len(person.functional_title) for person in people) > 100
    phones = [person.phone for person in people if person.phone]
    assert [phone for phone in phones if not PHONE.fullmatch(phone)] == ["(868) 555-0109"]


def test_the_desk_has_something_to_know(first: ImportPlan, people: list[Person]) -> None:
    notes = {row.person.full_name: row.desk_note for row in first.rows if row.desk_note}
    assert len(notes) == 5
    assert notes["Keisha Example-Blake"] == "DSA envelope: send to Travel"
    assert sum(bool(person.dietary) for person in people) >= 15
    assert sum(bool(person.access_needs) for person in people) == 3
    assert [person.full_name for person in people if person.status is Status.WITHDRAWN] == ["Winsome Example-Blagg"]
    assert sum(person.focal_point for person in people) >= 15
    assert Counter(person.language for person in people).keys() == {"en", "es", "fr", "nl"}


def test_three_letters_find_eight_people_at_the_registration_desk(people: list[Person]) -> None:
    found = [person.full_name for person in people if "bla" in person.full_name.lower()]
    assert sorted(found) == [
        "Andre Sample-Bladwin",
        "Blaise Sample-Dorval",
        "Blanche Specimen-Henry",
        "Keisha Example-Blake",
        "Opal Example-Blagg",
        "Rohan Specimen-Blackman",
        "Sabla Muster-Pinas",
        "Winsome Example-Blagg",
    ]


def test_the_second_list_has_one_row_of_every_kind(second: ImportPlan) -> None:
    assert (second.table.sheet, second.table.heading_row) == ("Liste", 3)
    counts = {verdict: second.count(verdict) for verdict in RowVerdict}
    assert counts == {
        RowVerdict.NEW: 9,
        RowVerdict.UPDATE: 7,
        RowVerdict.SAME: 10,
        RowVerdict.DUPLICATE: 1,
        RowVerdict.ERROR: 2,
    }


def test_the_rows_of_the_second_list_say_what_is_wrong_and_what_differs(second: ImportPlan) -> None:
    rows = {row.row: row for row in second.rows}
    assert [difference.field for difference in rows[9].differs] == ["functional_title", "phone"]
    assert [difference.field for difference in rows[15].differs] == ["salutation"]
    assert (rows[11].verdict, rows[11].person.full_name) == (RowVerdict.DUPLICATE, "Van der Muster Joost")
    assert [problem.cell for problem in rows[13].problems] == ["G13"]
    assert [problem.cell for problem in rows[18].problems] == ["H18"]
    assert rows[14].note == "Shares an e-mail: kept."
    assert rows[10].verdict is RowVerdict.SAME


def test_with_both_lists_and_one_walk_in_eighty_four_are_expected(
    meeting: MeetingPlan, first: ImportPlan, second: ImportPlan
) -> None:
    new = [row.person for row in second.rows if row.verdict is RowVerdict.NEW]
    expected = [row.person for row in first.rows if row.person.status in EXPECTED] + new
    kinds = {delegation.code: delegation.kind for delegation in meeting.delegations}
    assert len(expected) == 83
    assert len({person.delegation for person in expected if kinds[person.delegation] in COUNTED}) == 27


@pytest.mark.parametrize("path", [FIRST, SECOND], ids=lambda path: path.name)
def test_the_workbook_says_that_it_is_fictional_and_holds_phones_as_text(path: Path) -> None:
    with CalamineWorkbook.from_path(str(path)) as workbook:
        rows = workbook.get_sheet_by_index(0).to_python()
    assert any("fictional" in str(cell) for row in rows[:3] for cell in row)
    column = next(row for row in rows if "E-mail" in row).index("E-mail") + 1
    assert all(isinstance(row[column], str) for row in rows)
