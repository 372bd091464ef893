"""Provisions are numbered as texts of this kind are: 3 bis, (a), 2.1; people find one by what they type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.document_kinds import ProvisionKind, ProvisionStatus
from cmc_desk.rules.drafts import Provision
from cmc_desk.rules.number_series import (
    Digits,
    Style,
    from_letters,
    from_roman,
    ordinal,
    style_of,
    to_letters,
    to_roman,
    written,
)
from cmc_desk.rules.numbering import (
    LATIN,
    found,
    next_label,
    normal,
    number_apart,
    renumbered,
    with_paths,
    without_suffix,
)
from tests.rules.drafted import paragraph

HEADING, ROW, SUB = ProvisionKind.HEADING, ProvisionKind.PLAN_ROW, ProvisionKind.SUBPARAGRAPH
GONE = ProvisionStatus.DELETED


def heading(label: str, level: int = 1) -> Provision:
    return paragraph(f"h{label}", "Name", label, kind=HEADING, level=level)


def sub(key: str, label: str, level: int = 1) -> Provision:
    return paragraph(key, "text", label, kind=SUB, level=level)


TEXT = (
    paragraph("t", "Title", kind=ProvisionKind.TITLE),
    heading("I"),
    paragraph("1", "one", "1"),
    paragraph("2", "two", "2."),
    sub("2a", "(a)"),
    sub("2ai", "(i)", 2),
    sub("2b", "b)"),
    heading("II"),
    paragraph("3", "three", "3"),
    paragraph("3bis", "three again", "3 bis"),
    paragraph("x", "without a number"),
    paragraph("4", "gone", "4", status=GONE),
)
RESTARTED = (heading("I"), paragraph("i1", "", "1"), paragraph("i2", "", "2"), heading("II"), paragraph("ii1", "", "1"))


def labels(*provisions: Provision) -> list[str]:
    return [one.provision.label for one in renumbered(provisions)]


@pytest.mark.parametrize(
    ("label", "taken", "following"),
    [
        ("3", (), "3 bis"),
        ("3.", ("3", "3 bis"), "3 ter"),
        ("3 bis", ("3 ter",), "3 quater"),
        ("(a)", (), "(a) bis"),
        ("3 vicies", (), "3-21"),
        ("3 vicies", ("3-21",), "3-22"),
        ("", (), ""),
    ],
)
def test_what_is_put_in_after_a_number_is_its_next_bis(label: str, taken: tuple[str, ...], following: str) -> None:
    assert next_label(label, taken) == following


def test_a_number_is_known_from_its_bis() -> None:
    assert without_suffix("3 Bis.") == ("3", "bis")
    assert without_suffix("(a) ter") == ("(a)", "ter")
    assert without_suffix("bis") == ("bis", "")


@given(st.lists(st.just("4"), max_size=24))
def test_no_number_is_given_twice(after: list[str]) -> None:
    taken = ["4"]
    for label in after:
        taken.append(next_label(label, taken))
    assert len({normal(one) for one in taken}) == len(taken)


def test_a_path_names_a_sub_paragraph_below_its_paragraphs() -> None:
    assert [one.path for one in with_paths(TEXT)] == [
        "",
        "I",
        "1",
        "2",
        "2(a)",
        "2(a)(i)",
        "2(b)",
        "II",
        "3",
        "3 bis",
        "",
        "4",
    ]


def test_a_path_has_the_heading_where_paragraphs_are_numbered_from_one_again() -> None:
    assert [one.path for one in with_paths(RESTARTED)] == ["I", "I.1", "2", "II", "II.1"]


def test_a_path_of_a_plan_is_its_code() -> None:
    plan = (
        heading("1"),
        heading("1.1", 2),
        paragraph("r", "", "1.1.1", kind=ROW, level=3),
        paragraph("i", "", "1", kind=ROW, level=4),
    )
    assert [one.path for one in with_paths(plan)] == ["1", "1.1", "1.1.1", "1.1.1(1)"]
    assert with_paths(with_paths(plan)) == with_paths(plan)
    points = (paragraph("2", "", "2"), paragraph("21", "", "2.1", level=2), sub("s", "a."))
    assert [one.path for one in with_paths(points)] == ["2", "2.1", "2.1(a)"]


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("3", ["3"]),
        ("para. 2 (a)", ["2a"]),
        ("§ 2(A)(I)", ["2ai"]),
        ("2 b)", ["2b"]),
        ("2b", ["2b"]),
        ("3 BIS", ["3bis"]),
        ("Párrafo 3bis.", ["3bis"]),
        ("II.3", ["3"]),
        ("ii", ["hII"]),
        ("(b)", ["2b"]),
        ("4", ["4"]),
        ("7", []),
        (" ", []),
    ],
)
def test_a_provision_is_found_by_what_people_type(typed: str, keys: list[str]) -> None:
    assert [one.key for one in found(TEXT, typed)] == keys


def test_one_that_was_deleted_is_meant_only_where_nothing_else_is() -> None:
    assert [one.key for one in found((paragraph("old", "", "4", status=GONE), paragraph("new", "", "4")), "4")] == [
        "new"
    ]
    assert [one.key for one in found(RESTARTED, "1")] == ["i1", "ii1"]


def test_numbers_are_counted_anew_after_an_insertion_and_a_deletion() -> None:
    new = renumbered(TEXT)
    assert [one.provision.label for one in new] == ["", "I", "1", "2", "(a)", "(i)", "(b)", "II", "3", "4", "", "4"]
    assert [one.was for one in new if one.was != one.provision.label] == ["2.", "b)", "3 bis"]
    assert labels(paragraph("a", "", "1", status=GONE), paragraph("b", "", "2"), paragraph("c", "", "4")) == [
        "1",
        "1",
        "2",
    ]


def test_sub_paragraphs_begin_again_below_every_paragraph() -> None:
    text = (paragraph("1", "", "1"), sub("a", "(b)"), sub("c", "(c)"), paragraph("2", "", "3"), sub("d", "(a)"))
    assert labels(*text) == ["1", "(a)", "(b)", "2", "(a)"]


def test_paragraphs_begin_again_below_a_heading_where_they_did() -> None:
    more = (*RESTARTED, paragraph("ii3", "", "3"))
    assert labels(*more) == ["I", "1", "2", "II", "1", "2"]


def test_codes_of_a_plan_follow_those_above_them() -> None:
    plan = [heading("1"), heading("1.2", 2), heading("2"), heading("2.1", 2)]
    rows = [paragraph(code, "", code, kind=ROW, level=3) for code in ("1.2.2", "1.2.3", "2.1.1")]
    assert labels(plan[0], plan[1], *rows[:2], plan[2], plan[3], rows[2]) == [
        "1",
        "1.1",
        "1.1.1",
        "1.1.2",
        "2",
        "2.1",
        "2.1.1",
    ]


def test_what_does_not_count_stays() -> None:
    assert labels(heading("Preamble"), heading("*"), heading("Article 3")) == ["Preamble", "*", "Article 1"]


def test_a_style_is_read_from_the_first_number_of_a_series() -> None:
    assert style_of("(i)") == Style(Digits.ROMAN, "(", ")")
    assert style_of("II.") == Style(Digits.ROMAN, after=".", capital=True)
    assert style_of("A") == Style(Digits.LETTER, capital=True)
    assert style_of("2.1", "2") == Style(below=True)
    assert style_of("2.1", "7") == Style(before="2.")
    assert style_of("preamble") == Style(fixed="preamble")
    assert written(style_of("A"), 28) == "BB"


def test_how_far_a_number_has_come() -> None:
    assert [ordinal(one) for one in ("3", "2.3", "(b)", "iv)", "", "none")] == [3, 3, 2, 4, 0, 0]
    assert (from_roman(""), from_roman("iiii"), from_roman("abc")) == (0, 0, 0)


@given(st.integers(1, 3999))
def test_roman_digits_are_read_as_they_are_written(count: int) -> None:
    assert from_roman(to_roman(count)) == count


@given(st.integers(1, 200))
def test_letters_are_read_as_they_are_written(count: int) -> None:
    assert from_letters(to_letters(count)) == count


@given(st.lists(st.sampled_from([*"123456789", "3 bis", "4 ter"]), max_size=12), st.sets(st.integers(0, 11)))
def test_numbering_twice_changes_nothing_more(given_labels: list[str], gone: set[int]) -> None:
    text = [
        paragraph(str(place), "", label, status=GONE if place in gone else ProvisionStatus.OPEN)
        for place, label in enumerate(given_labels)
    ]
    once = [one.provision for one in renumbered(text)]
    kept = [one for one in once if one.status is not GONE]
    assert [one.provision for one in renumbered(kept)] == kept
    assert [one.label for one in kept] == [str(count) for count in range(1, len(kept) + 1)]
    assert all(one.label == before.label for one, before in zip(once, text, strict=True) if one.status is GONE)
    assert len(set(LATIN)) == len(LATIN)


def test_a_bis_without_a_blank_is_one() -> None:
    assert without_suffix("3bis") == ("3", "bis")
    assert next_label("3bis", ["3", "3bis"]) == "3 ter"


def test_what_stands_after_a_sub_paragraph_is_named_and_found_as_it_is_typed() -> None:
    text = with_paths((paragraph("2", "two", "2"), sub("a", "(a)"), sub("b", "(a) bis"), sub("c", "b) ter")))
    assert [one.path for one in text] == ["2", "2(a)", "2(a) bis", "2(b) ter"]
    assert {typed: [one.key for one in found(text, typed)] for typed in ("2(a) bis", "2 (a)bis", "2(b) ter")} == {
        "2(a) bis": ["b"],
        "2 (a)bis": ["b"],
        "2(b) ter": ["c"],
    }


def test_a_number_is_apart_from_the_words_if_it_was_meant_as_one() -> None:
    assert number_apart("4 BIS Visas\nand more") == ("4 bis", "Visas\nand more")
    assert number_apart("2.1) Visas") == ("2.1", "Visas")
    assert number_apart("30 States meet.") == ("", "30 States meet.")
    assert number_apart("Visas") == ("", "Visas")


def test_rows_below_a_heading_without_a_number_are_named_by_its_first_word() -> None:
    text = (
        Provision("h", ProvisionKind.HEADING, "Annex: the plan"),
        Provision("r", ProvisionKind.PLAN_ROW, "States meet.", "1", 3),
    )
    whole = (paragraph("1", "one", "1"), *text, Provision("d", ProvisionKind.HEADING, "—"))
    assert [one.path for one in with_paths(whole)] == ["1", "", "Annex.1", ""]
    assert [one.key for one in found(whole, "Annex.1")] == ["r"]
