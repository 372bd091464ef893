"""A pasted text is read into provisions, and one that comes in again finds the provisions that it replaces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.document_kinds import ProvisionKind, ProvisionStatus
from cmc_desk.rules.drafts import Provision, ReadProvision
from cmc_desk.rules.reading_draft import aligned, read_text
from tests.rules.drafted import paragraph

TITLE, HEADING, PREAMBULAR = ProvisionKind.TITLE, ProvisionKind.HEADING, ProvisionKind.PREAMBULAR
PARAGRAPH, SUB = ProvisionKind.PARAGRAPH, ProvisionKind.SUBPARAGRAPH

PASTED = """
Statement of Ideals and Guiding Principles

PREAMBLE
Recalling the meeting in Port of Spain,
Deeply convinced that nobody can do this alone;

I. Guiding principles
1.\tStates shall share what they know, as far as their laws
allow it, with all the others of the region and beyond it, so
that all profit.
[2 bis. States [may] consider:
(a) common procedures;
(i) for children;
(ii) for families;
b) national focal points.
• what is left
3  Mobility of persons is a matter of all.
II. Follow-up
They meet in 2020.
"""


def kinds(text: str) -> list[tuple[ProvisionKind, str, str, int]]:
    return [(one.kind, one.label, one.text, one.level) for one in read_text(text)]


def test_a_text_is_read_by_its_numbers_its_capitals_and_its_verbs() -> None:
    long = "States shall share what they know, as far as their laws allow it, with all the others of the region and beyond it, so that all profit."
    assert kinds(PASTED) == [
        (TITLE, "", "Statement of Ideals and Guiding Principles", 1),
        (HEADING, "", "PREAMBLE", 1),
        (PREAMBULAR, "", "Recalling the meeting in Port of Spain,", 1),
        (PREAMBULAR, "", "Deeply convinced that nobody can do this alone;", 1),
        (HEADING, "I", "Guiding principles", 1),
        (PARAGRAPH, "1", long, 1),
        (PARAGRAPH, "2 bis", "[States [may] consider:", 1),
        (SUB, "(a)", "common procedures;", 1),
        (SUB, "(i)", "for children;", 2),
        (SUB, "(ii)", "for families;", 2),
        (SUB, "b)", "national focal points.", 1),
        (SUB, "", "what is left", 1),
        (PARAGRAPH, "3", "Mobility of persons is a matter of all.", 1),
        (HEADING, "II", "Follow-up", 1),
        (PARAGRAPH, "", "They meet in 2020.", 1),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Taking note of what was said in the other meetings of this year about the movement of persons",
        "Also recalling the meeting,",
        "Recordando la reunión de Puerto España,",
        "Profundamente preocupados por lo ocurrido;",
        "Rappelant la réunion de Port of Spain,",
        "Gardant à l’esprit les besoins de tous,",
        "Herinnerend aan de vergadering,",
        "Gelet op wat er is gezegd;",
        "1. Recalling the meeting,",
    ],
)
def test_a_preamble_is_known_by_its_verbs_in_four_languages(line: str) -> None:
    assert [one.kind for one in read_text(f"TITLE\n{line}")] == [TITLE, PREAMBULAR]


def test_a_number_with_a_name_is_a_heading_where_a_text_follows_else_an_entry() -> None:
    assert kinds(
        "1. Objectives\nThe objectives are three.\n2. Membership\n2.1 All States are members.\n2.2 All meet."
    ) == [
        (HEADING, "1", "Objectives", 1),
        (PARAGRAPH, "", "The objectives are three.", 1),
        (HEADING, "2", "Membership", 1),
        (PARAGRAPH, "2.1", "All States are members.", 2),
        (PARAGRAPH, "2.2", "All meet.", 2),
    ]
    assert [one.kind for one in read_text("1. Solidarity\n2. Dignity")] == [PARAGRAPH, PARAGRAPH]


def test_parts_with_a_name_are_headings() -> None:
    assert kinds(
        "Article 3 – Chair\nAnexo II\nB. Presidencia\nArticle 3 of the statutes says that the chair is chosen every year."
    ) == [
        (HEADING, "Article 3", "Chair", 1),
        (HEADING, "Anexo II", "", 1),
        (HEADING, "B", "Presidencia", 2),
        (PARAGRAPH, "", "Article 3 of the statutes says that the chair is chosen every year.", 1),
    ]


def test_a_sentence_that_begins_with_a_number_has_none() -> None:
    assert kinds("12 States met.")[0][1:3] == ("", "12 States met.")
    assert kinds("1 States met.")[0][1:3] == ("1", "States met.")
    assert kinds("3. They met.\n4 of them came.")[1][1:3] == ("", "4 of them came.")
    assert kinds("3. They met.\n1 They met.")[1][1:3] == ("1", "They met.")
    assert kinds("2019 was long.")[0][1:3] == ("", "2019 was long.")


def test_letters_go_on_where_roman_digits_would_begin() -> None:
    letters = "".join(f"({letter}) x;\n" for letter in "abcdefghij")
    assert {one.level for one in read_text(letters)} == {1}
    assert [one.level for one in read_text("(i) x;\n(ii) y;\n1. z.\n(v) w;")] == [1, 1, 1, 1]


def test_lines_that_were_wrapped_are_one_but_not_over_a_new_beginning() -> None:
    long = "what States shall share as far as their laws and means allow"
    assert [one.text for one in read_text(f"{long}\nand more.")] == [f"{long} and more."]
    for begins in ("(a) more;", "- more;", "MORE", "4. More."):
        assert len(read_text(f"{long}\n{begins}")) == 2
    assert len(read_text(f"{long.upper()}\nmore.")) == 2
    assert len(read_text(f"{long}\n\nmore.")) == 2
    assert read_text(" \n\u00a0\n") == ()


@given(st.text(st.sampled_from("1a(i). )[]IVx\n\tÉñ,•-"), max_size=60))
def test_no_word_is_lost(pasted: str) -> None:
    words = "".join(one.label + one.text for one in read_text(pasted))
    kept = [sign for sign in pasted if sign.isalnum()]
    assert sorted(sign for sign in words if sign.isalnum()) == sorted(kept)


def read(text: str, label: str = "", kind: ProvisionKind = PARAGRAPH) -> ReadProvision:
    return ReadProvision(kind, text, label)


THERE = (
    paragraph("t", "Principles", kind=TITLE),
    paragraph("a", "States shall consider common procedures for all.", "1"),
    paragraph("b", "Every government reports on its measures once a year.", "2"),
    paragraph("c", "The chair is chosen by the meeting.", "3"),
    paragraph("x", "What was deleted long ago.", "4", status=ProvisionStatus.DELETED),
)


def replaced(*ones: ReadProvision, existing: tuple[Provision, ...] = THERE) -> list[str]:
    return [one.replaces for one in aligned(ones, existing)]


def test_what_is_alike_is_the_same_provision_wherever_it_stands() -> None:
    assert replaced(
        read("Principles", kind=TITLE),
        read("The  chair is chosen by the meeting.", "1"),
        read("States should consider common procedures for everybody.", "2"),
        read("What nobody ever said before.", "3"),
        read("What was deleted long ago.", "4"),
    ) == ["t", "c", "a", "", ""]


def test_the_same_number_is_a_reason_where_little_is_alike() -> None:
    assert replaced(read("A government informs the chair.", "2")) == ["b"]
    assert replaced(read("A government informs the chair.", "7")) == [""]
    assert replaced(read("Quite another matter", "2")) == [""]


def test_headings_replace_headings_only_and_nothing_is_replaced_twice() -> None:
    assert replaced(read("Principles")) == [""]
    assert replaced(read("Principles", kind=TITLE), read("Principles", kind=HEADING)) == ["t", ""]
    twice = (paragraph("a", "The same.", "1"), paragraph("b", "The same.", "2"))
    assert replaced(read("The same.", "2"), read("The same.", "1"), existing=twice) == ["b", "a"]
    assert replaced(read(""), existing=(paragraph("e", ""),)) == ["e"]


def test_words_that_everybody_uses_find_nothing() -> None:
    many = tuple(paragraph(str(place), f"States report word{place}.") for place in range(40))
    assert replaced(read("States report word7 and more."), read("States report other."), existing=many) == ["7", ""]


@given(st.lists(st.text(st.sampled_from("ab c"), max_size=8), max_size=12))
def test_a_text_that_comes_back_unchanged_is_all_there(texts: list[str]) -> None:
    there = tuple(paragraph(str(place), text, str(place)) for place, text in enumerate(texts))
    assert replaced(*(read(one.text, one.label) for one in there), existing=there) == [one.key for one in there]


@pytest.mark.parametrize("typed", ["3 bis. They report.", "3bis. They report.", "3\tbis. They report."])
def test_a_bis_is_read_however_it_is_spaced(typed: str) -> None:
    assert [(one.label, one.text) for one in read_text(f"3. States meet.\n{typed}")][1] in (
        ("3 bis", "They report."),
        ("3bis", "They report."),
    )


def test_rows_of_a_table_are_one_paragraph_as_they_were_copied_or_as_we_write_them() -> None:
    copied = "1.\tStates meet.\n\nNo.\tWhat\tWho\n1\tMeet\tall\nThey report.\nState ¦ Seats\nA very long name of some State of the region ¦ 2\nSo be it."
    assert [(label, said) for _kind, label, said, _level in kinds(copied)] == [
        ("1", "States meet."),
        ("", "No. ¦ What ¦ Who\n1 ¦ Meet ¦ all"),
        ("", "They report."),
        ("", "State ¦ Seats\nA very long name of some State of the region ¦ 2"),
        ("", "So be it."),
    ]
