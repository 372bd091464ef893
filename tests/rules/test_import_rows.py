"""What a row says about a participant, and what is wrong with its cells, each problem with the name of its cell."""

import pytest

from cmc_desk.rules.import_rows import Delegations
from cmc_desk.rules.importing import NOT_CALCULATED, CellProblem, RowVerdict
from tests.rules.imported import INDEX, NAMES, planned, row, sentences, table

HEADINGS = "Given name | Family name | Delegation | E-mail | Phone | Functional title"


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


def test_a_formula_without_its_value_is_an_error_on_its_cell() -> None:
    found = row("Given name | Family name | Delegation", f"Ana | {NOT_CALCULATED} | Cuba")
    ((cell, sentence),) = sentences(found)
    assert (found.verdict, cell) == (RowVerdict.ERROR, "B2")
    assert "formula without its value" in sentence
