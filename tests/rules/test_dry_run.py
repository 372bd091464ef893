"""The dry run says what will become of every row before anything is written."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules import importing
from cmc_desk.rules.dry_run import Difference, PlannedRow, plan_import
from cmc_desk.rules.folding import fold
from cmc_desk.rules.import_decisions import changes
from cmc_desk.rules.import_matching import Existing
from cmc_desk.rules.import_rows import Delegations
from cmc_desk.rules.importing import CellProblem, RawTable, RowVerdict
from cmc_desk.rules.people import Capacity, Consent, InstitutionKind, Person, Status
from tests.rules.imported import DELEGATIONS, INDEX, NAMES, imported, planned, table

HEADINGS = "Given name | Family name | Delegation | E-mail | Phone | Functional title"
KEISHA = Person(
    given_name="Keisha",
    family_name="Example-Blake",
    delegation="TT",
    email="mission@example.org",
    phone="(868) 555-0109",
    functional_title="Technical Officer",
)
JOOST = Person(given_name="Joost", family_name="van der Muster", delegation="AW")
TICKET = "s0000000000000000000000000000183"


def existing(*people: Person) -> list[Existing]:
    return [Existing(f"p{number}", person) for number, person in enumerate(people)]


def row(headings: str, cells: str, *known: Existing, delegations: Delegations = DELEGATIONS) -> PlannedRow:
    (only,) = planned(table(headings, cells), known, delegations).rows
    return only


def sentences(found: PlannedRow) -> list[tuple[str, str]]:
    return [(problem.cell, problem.sentence) for problem in found.problems]


def test_somebody_unknown_is_new_and_everything_the_row_says_is_kept() -> None:
    found = row(
        "Salutation | Given name | Family name | Delegation | Capacity | Institution | Language | Focal point | Consent",
        "Ms. | Keisha | Example-Blake | Trinidad & Tobago | Head of Delegation | Ministry of Foreign Affairs | inglés | x | oui",
    )
    assert found.verdict is RowVerdict.NEW
    assert found.person == Person(
        given_name="Keisha",
        family_name="Example-Blake",
        delegation="TT",
        salutation="Ms.",
        institution="Ministry of Foreign Affairs",
        institution_kind=InstitutionKind.FOREIGN_AFFAIRS,
        capacity=Capacity.HEAD,
        focal_point=True,
        language="en",
        consent=Consent.YES,
    )
    assert "institution_kind" not in found.filled
    assert set(found.filled) >= {"salutation", "given_name", "capacity", "focal_point"}


@pytest.mark.parametrize(
    ("given", "family"),
    [("McDonald", "De La Cruz"), ("ÑÜÇË", "d’Ávila-Açaí"), ("li", "ng"), ("", "Sukarno"), ("Ana", "VAN der BERG")],
)
def test_names_are_never_recased(given: str, family: str) -> None:
    found = row(HEADINGS, f" {given} | {family}  | Cuba | | |")
    assert (found.person.given_name, found.person.family_name) == (given, family)


def test_a_full_name_is_split_and_its_salutation_set_apart() -> None:
    found = row("Name | Country", "H.E. Ms. Ana SAMPLE COX | Cuba")
    assert (found.person.salutation, found.person.given_name, found.person.family_name) == (
        "H.E. Ms.",
        "Ana",
        "SAMPLE COX",
    )
    assert row("Name | Country", "Sukarno | Cuba").person.full_name == "Sukarno"


def test_a_salutation_before_the_given_name_is_set_apart_unless_there_is_one() -> None:
    assert row(HEADINGS, "Mr. Jan | Muster | Cuba | | |").person.salutation == "Mr."
    found = row(f"Salutation | {HEADINGS}", "Dr. | Mr. Jan | Muster | Cuba | | |")
    assert (found.person.salutation, found.person.given_name) == ("Dr.", "Mr. Jan")
    assert row(HEADINGS, "Mr. | | Cuba | | |").person.given_name == "Mr."


def test_the_same_list_again_changes_nothing() -> None:
    found = row(
        HEADINGS,
        "Keisha | Example-Blake | TT | mission@example.org | (868) 555-0109 | Technical Officer",
        *existing(KEISHA),
    )
    assert (found.verdict, found.match, found.differs) == (RowVerdict.SAME, "p0", ())


def test_an_update_names_the_fields_that_differ_and_an_empty_cell_erases_nothing() -> None:
    found = row(
        HEADINGS,
        "KEISHA | Éxample Blake | Trinidad and Tobago | | +1 868 555 0119 | Technical Officer",
        *existing(KEISHA),
    )
    assert found.verdict is RowVerdict.UPDATE
    assert found.differs == (
        Difference("family_name", "Example-Blake", "Éxample Blake"),
        Difference("phone", "(868) 555-0109", "+1 868 555 0119"),
    )


def test_spaces_alone_are_no_difference() -> None:
    known = replace(KEISHA, functional_title="Technical\u00a0Officer")
    assert (
        row(HEADINGS, "Keisha | Example-Blake | TT | | | Technical Officer", *existing(known)).verdict
        is RowVerdict.SAME
    )


def test_choices_differ_by_their_meaning() -> None:
    headings = "Given name | Family name | Delegation | Capacity | Focal point"
    found = row(headings, "Keisha | Example-Blake | TT | jefa de delegación | sí", *existing(KEISHA))
    assert found.differs == (
        Difference("capacity", "delegate", "head of delegation"),
        Difference("focal_point", "no", "yes"),
    )
    assert row(headings, "Keisha | Example-Blake | TT | delegada | no", *existing(KEISHA)).verdict is RowVerdict.SAME


def test_a_word_that_is_not_understood_is_left_out_and_said() -> None:
    headings = "Given name | Family name | Delegation | Capacity | Language | Focal point"
    found = row(headings, "Keisha | Example-Blake | TT | Consultant | Klingon | perhaps", *existing(KEISHA))
    assert found.verdict is RowVerdict.SAME
    assert [word in found.note for word in ("“Consultant”", "“Klingon”", "“perhaps”")] == [True] * 3


def test_an_e_mail_and_the_family_name_are_the_same_person_if_the_given_names_begin_alike() -> None:
    found = row(HEADINGS, "K. | Example Blake | Cuba | Mission@Example.org | |", *existing(KEISHA))
    assert (found.verdict, found.match) == (RowVerdict.UPDATE, "p0")
    assert [difference.field for difference in found.differs] == [
        *("given_name", "family_name", "delegation", "email"),
    ]


def test_an_e_mail_alone_is_nobody_and_is_kept() -> None:
    for cells in (
        "Blanche | Specimen | TT | mission@example.org | |",
        "Perry | Example-Blake | TT | mission@example.org | |",
    ):
        found = row(HEADINGS, cells, *existing(KEISHA))
        assert (found.verdict, found.match) == (RowVerdict.NEW, None)
        assert found.note == "Shares an e-mail: kept."
        assert found.person.email == "mission@example.org"


def test_the_code_of_a_ticket_is_the_same_person_whatever_the_name() -> None:
    known = Existing("p7", KEISHA, aliases=(("pretix", TICKET),))
    found = row("Name | Country | Ticket secret", f"Keisha Married-Name | TT | {TICKET}", known)
    assert (found.verdict, found.match) == (RowVerdict.UPDATE, "p7")
    assert [difference.field for difference in found.differs] == ["family_name"]


def test_a_new_code_is_a_difference_and_a_known_one_is_none() -> None:
    headings, cells = "Name | Country | Ticket secret", f"Keisha Example-Blake | TT | {TICKET}"
    found = row(headings, cells, Existing("p0", KEISHA))
    assert found.differs == (Difference("code_alias:pretix", "", TICKET),)
    assert row(headings, cells, Existing("p0", KEISHA, aliases=(("pretix", TICKET),))).verdict is RowVerdict.SAME


def test_one_ticket_cannot_let_in_two_people() -> None:
    keisha = Existing("p0", KEISHA)
    joost = Existing("p1", JOOST, aliases=(("pretix", TICKET),))
    found = row("Name | Country | Ticket secret", f"Keisha Example-Blake | TT | {TICKET}", keisha, joost)
    assert found.verdict is RowVerdict.ERROR
    assert sentences(found) == [("C2", "This code belongs to another participant.")]


def test_a_note_for_the_desk_is_a_difference_once() -> None:
    headings, cells = "Name | Country | Remarks", "Keisha Example-Blake | TT | Arrives late"
    assert row(headings, cells, Existing("p0", KEISHA)).differs == (Difference("desk_note", "", "Arrives late"),)
    assert row(headings, cells, Existing("p0", KEISHA, desk_notes=("Arrives late",))).verdict is RowVerdict.SAME


@pytest.mark.parametrize(
    ("cells", "note", "differs"),
    [
        ("van der Muster | Joost | Aruba | | |", "Like Joost van der Muster.", []),
        ("Joost | van der Mustr | Aruba | | |", "Like Joost van der Muster.", ["family_name"]),
        ("Joost Willem | van der Muster | Aruba | | |", "Like Joost van der Muster.", ["given_name"]),
        ("Joost | van der Muster | Cuba | | |", "Joost van der Muster is in another delegation.", ["delegation"]),
    ],
)
def test_somebody_like_a_participant_is_a_possible_duplicate(cells: str, note: str, differs: list[str]) -> None:
    found = row(HEADINGS, cells, *existing(KEISHA, JOOST))
    assert (found.verdict, found.match, found.note) == (RowVerdict.DUPLICATE, "p1", note)
    assert [difference.field for difference in found.differs] == differs


def test_a_full_name_that_was_split_elsewhere_is_the_same_name() -> None:
    known = replace(JOOST, given_name="Joost van", family_name="der Muster")
    found = row("Name | Country", "JOOST van der MUSTER | Aruba", *existing(known))
    assert found.verdict is RowVerdict.SAME
    found = row("Name | Country", "Joost van der Müster | Aruba", *existing(JOOST))
    assert found.differs == (Difference("family_name", "van der Muster", "van der Müster"),)


def test_a_typo_in_another_delegation_and_a_family_name_alone_are_no_duplicates() -> None:
    for cells in ("Joost | van der Mustr | Cuba | | |", "Willem | van der Muster | Aruba | | |"):
        assert row(HEADINGS, cells, *existing(JOOST)).verdict is RowVerdict.NEW


def test_the_same_person_twice_in_a_list_is_a_duplicate_of_the_first_row() -> None:
    cells = "Ana | Sample | Cuba | | +53 1 |"
    plan = planned(table(HEADINGS, cells, "ANA | SAMPLE | CU | | +53 2 |", "Ana | Sampel | Cuba | | |"))
    assert [found.verdict for found in plan.rows] == [RowVerdict.NEW, RowVerdict.DUPLICATE, RowVerdict.DUPLICATE]
    assert [found.of_row for found in plan.rows] == [None, 2, 2]
    assert [found.note for found in plan.rows] == ["", "The same person stands in row 2.", "Like row 2."]


def test_the_second_row_for_a_participant_is_a_duplicate_of_the_first_row() -> None:
    plan = planned(
        table(HEADINGS, "Keisha | Example-Blake | TT | | 1 |", "Keisha | Example-Blake | TT | | 2 |"), existing(KEISHA)
    )
    assert [found.verdict for found in plan.rows] == [RowVerdict.UPDATE, RowVerdict.DUPLICATE]
    assert (plan.rows[1].match, plan.rows[1].of_row) == ("p0", 2)
    assert plan.rows[1].differs == (Difference("phone", "(868) 555-0109", "2"),)


@pytest.mark.parametrize(
    ("status", "note"),
    [(Status.WITHDRAWN, "Withdrawn here, and stays so."), (Status.REPLACED, "Replaced here, and stays so.")],
)
def test_who_was_withdrawn_stays_so_unless_the_list_says_otherwise(status: Status, note: str) -> None:
    known = existing(replace(KEISHA, status=status))
    found = row(HEADINGS, "Keisha | Example-Blake | TT | | 1 |", *known)
    assert (found.verdict, found.note) == (RowVerdict.UPDATE, note)
    assert "status" not in found.filled
    found = row("Name | Country | Status", "Keisha Example-Blake | TT | confirmed", *known)
    assert (found.differs, found.note) == ((Difference("status", status.value, "confirmed"),), "")


def test_who_is_expected_is_met_before_who_was_replaced() -> None:
    known = existing(replace(KEISHA, status=Status.REPLACED), KEISHA)
    assert row(HEADINGS, "Keisha | Example-Blake | TT | | |", *known).match == "p1"


@pytest.mark.parametrize("name", [" | ", "TBC | ", " | Por confirmar", "— | ?", "\u200b | "])
def test_a_row_without_a_name_is_an_error(name: str) -> None:
    found = row(HEADINGS, f"{name} | Cuba | ana@example.org | |")
    assert found.verdict is RowVerdict.ERROR
    assert sentences(found) == [("B2", "This row has no name.")]


def test_an_unknown_delegation_is_an_error_with_a_suggestion() -> None:
    found = row(HEADINGS, "Ana | Sample | Grenadines | | |")
    assert sentences(found) == [("C2", "Which delegation is “Grenadines”? Perhaps Saint Vincent and the Grenadines.")]
    assert (found.delegation_text, found.suggestions[0]) == ("Grenadines", "VC")
    assert sentences(row(HEADINGS, "Ana | Sample | Xyzzy | | |")) == [("C2", "Which delegation is “Xyzzy”?")]
    assert sentences(row(HEADINGS, "Ana | Sample | | | |")) == [("C2", "This row names no delegation.")]


def test_what_somebody_said_that_a_text_means_is_learned_for_all_rows() -> None:
    learned = Delegations(INDEX, learned={"grenadines": "VC"}, names=NAMES)
    assert row(HEADINGS, "Ana | Sample | GRENADINES | | |", delegations=learned).person.delegation == "VC"


def test_suggestions_are_made_for_the_first_hundred_texts_only() -> None:
    plan = planned(table(HEADINGS, *(f"Ana | Sample | Cuba {number} | | |" for number in range(102))))
    assert [bool(found.suggestions) for found in plan.rows] == [True] * 100 + [False] * 2


def test_a_list_of_one_delegation_needs_no_column_for_it() -> None:
    of_cuba = Delegations(INDEX, of_list="CU", names=NAMES)
    assert row("Name", "Ana Sample", delegations=of_cuba).person.delegation == "CU"
    assert row(HEADINGS, "Ana | Sample | Xyzzy | | |", delegations=of_cuba).verdict is RowVerdict.ERROR
    assert sentences(row("No. | Name", "1 | Ana Sample")) == [("A2", "This row names no delegation.")]


def test_an_institution_may_be_the_delegation() -> None:
    assert row("Name | Affiliation", "Ana Sample | IOM").person.delegation == "IOM"
    found = row("Name | Affiliation | Country", "Ana Sample | Ministry of State 0 | ")
    assert (found.delegation_text, found.suggestions) == ("Ministry of State 0", ())
    assert sentences(found) == [("C2", "Which delegation is “Ministry of State 0”?")]


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        ("ana@example.org", "ana@example.org"),
        ("mailto:ana@example.org", "ana@example.org"),
        ("Ana Sample <ana@example.org>", "ana@example.org"),
        ("ana@example.org; jan@example.org", "ana@example.org"),
    ],
)
def test_an_e_mail_is_found_in_its_cell(cell: str, kept: str) -> None:
    found = row(HEADINGS, f"Ana | Sample | Cuba | {cell} | |")
    assert (found.verdict, found.person.email) == (RowVerdict.NEW, kept)
    assert found.note == ("Only the first of the e-mail addresses is used." if "jan" in cell else "")


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ("ana.example.org", "The e-mail address has no @."),
        ("@example.org", "This is not an e-mail address."),
        ("ana@", "This is not an e-mail address."),
        ("ana@b@c", "This is not an e-mail address."),
    ],
)
def test_what_is_no_e_mail_address_is_an_error(cell: str, sentence: str) -> None:
    assert sentences(row(HEADINGS, f"Ana | Sample | Cuba | {cell} | |")) == [("D2", sentence)]


def test_a_text_that_is_too_long_is_an_error_and_a_long_institution_is_none() -> None:
    headings = "Name | Country | Institution | Remarks | Phone"
    found = row(headings, f"Ana Sample | Cuba | {'Ministry ' * 12} | {'x' * 1000} | '+53 1")
    assert found.verdict is RowVerdict.NEW
    assert found.person.phone == "+53 1"
    found = row(headings, f"{'A' * 201} | Cuba | | {'x' * 1001} |")
    assert sentences(found) == [
        ("A2", "The text is longer than 200 characters."),
        ("D2", "The text is longer than 1000 characters."),
    ]


def test_every_problem_names_its_cell_where_the_sheet_has_it() -> None:
    found = planned(table(HEADINGS, " | | Xyzzy | ana | |", first_column=3)).rows[0]
    assert found.problems == (
        CellProblem("D2", "This row has no name."),
        CellProblem("E2", "Which delegation is “Xyzzy”?"),
        CellProblem("F2", "The e-mail address has no @."),
    )


def test_words_that_come_back_mean_the_same_in_every_row() -> None:
    plan = planned(table("Name | Country | Capacity", "Ana Sample | Cuba | Head", "Jan Muster | Cuba | head"))
    assert [found.person.capacity for found in plan.rows] == [Capacity.HEAD, Capacity.HEAD]
    plan = planned(table("Name | Country | Capacity", "Ana Sample | Cuba | Asesora", "Jan Muster | Cuba | Asesora"))
    assert [found.person.capacity for found in plan.rows] == [Capacity.ADVISER, Capacity.ADVISER]


def test_a_given_name_alone_with_an_e_mail_is_the_same_person_by_its_name_only() -> None:
    known = existing(Person(given_name="Sukarno", delegation="CU", email="s@example.org"))
    assert row(HEADINGS, "Sukarno | | Cuba | s@example.org | |", *known).verdict is RowVerdict.SAME
    assert row(HEADINGS, "Sulawesi | | Cuba | s@example.org | |", *known).verdict is RowVerdict.NEW


def test_bad_rows_never_stop_good_ones() -> None:
    plan = planned(table(HEADINGS, "| | | | |", "Ana | Sample | Cuba | | |", "Jan | Muster | Xyzzy | | |"))
    assert [plan.count(verdict) for verdict in (RowVerdict.NEW, RowVerdict.ERROR)] == [1, 2]


def ticket(given: str, family: str, delegation: str) -> str:
    """Return the code on the ticket of one person: two people with one ticket are a case of their own."""
    return fold(f"{given}{family}{INDEX.match(delegation)}").replace(" ", "").ljust(32, "x")[:32]


CELLS = st.tuples(
    st.sampled_from(["Ana", "ANA", "Anna", "Jan", "J.", "Sample", ""]),
    st.sampled_from(["Sample", "Sampel", "van der Muster", "Muster", "Ana", "d’Ávila", ""]),
    st.sampled_from(["Cuba", "CU", "Aruba", "Xyzzy", ""]),
    st.sampled_from(["a@example.org", "b@example.org", "no address", ""]),
    st.sampled_from(["1", "2", ""]),
    st.booleans(),
    st.sampled_from(["Late", ""]),
).map(lambda cells: (*cells[:5], ticket(*cells[:3]) if cells[5] else "", cells[6]))
FIELDS = ("given_name", "family_name", "delegation", "email", "phone", "code_alias:pretix", "desk_note")
FULL = ("full_name", "", "delegation", "email", "phone", "code_alias:pretix", "desk_note")


def random_table(rows: list[tuple[str, ...]]) -> RawTable:
    return RawTable("list.csv", "", 1, FIELDS, tuple(enumerate(rows, 2)))


TAKEN = (RowVerdict.NEW, RowVerdict.UPDATE, RowVerdict.SAME)


@given(st.lists(CELLS, max_size=8), st.sampled_from([FIELDS, FULL]))
def test_importing_what_was_imported_changes_nothing(rows: list[tuple[str, ...]], targets: tuple[str, ...]) -> None:
    mapping = importing.Mapping(targets)
    plan = plan_import(random_table(rows), mapping, existing=(), delegations=DELEGATIONS)
    people = imported(changes(plan, {}))
    again = plan_import(random_table(rows), mapping, existing=people, delegations=DELEGATIONS)
    for before, after in zip(plan.rows, again.rows, strict=True):
        assert before.verdict not in TAKEN or after.verdict is RowVerdict.SAME
    assert imported(changes(again, {}), people) == people


@given(st.lists(CELLS, max_size=8), st.lists(CELLS, max_size=8), st.sampled_from([FIELDS, FULL]))
def test_a_second_list_finds_its_own_changes_the_same_afterwards(
    first: list[tuple[str, ...]], second: list[tuple[str, ...]], targets: tuple[str, ...]
) -> None:
    mapping = importing.Mapping(targets)
    plan = plan_import(random_table(first), mapping, existing=(), delegations=DELEGATIONS)
    people = imported(changes(plan, {}))
    plan = plan_import(random_table(second), mapping, existing=people, delegations=DELEGATIONS)
    assert [found.row for found in plan.rows] == list(range(2, len(second) + 2))
    people = imported(changes(plan, {}), people)
    again = plan_import(random_table(second), mapping, existing=people, delegations=DELEGATIONS)
    for before, after in zip(plan.rows, again.rows, strict=True):
        assert before.verdict not in TAKEN or after.verdict is RowVerdict.SAME
    codes = [alias for known in people for alias in known.aliases]
    assert len(codes) == len(set(codes))
