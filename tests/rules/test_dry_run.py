"""The dry run says what will become of every row before anything is written."""

from dataclasses import replace

import pytest

from cmc_desk.rules.dry_run import Difference
from cmc_desk.rules.import_matching import Existing
from cmc_desk.rules.importing import RowVerdict
from cmc_desk.rules.people import Capacity, Consent, InstitutionKind, Person, Status
from tests.rules.imported import planned, row, sentences, table

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


def test_nobody_is_moved_to_another_delegation_who_holds_a_financed_seat() -> None:
    ours = Existing("p0", KEISHA, seat="TT-1")
    moved = row(HEADINGS, "Keisha | Example-Blake | AW | mission@example.org | | Technical Officer", ours)
    assert moved.verdict is RowVerdict.ERROR
    assert [problem.sentence for problem in moved.problems] == [
        "Holds the financed seat TT-1: withdraw or replace that nomination before the move."
    ]
    stays = row(HEADINGS, "Keisha | Example-Blake | TT | mission@example.org | | Director", ours)
    assert stays.verdict is RowVerdict.UPDATE
