"""Amendments in one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.amendments import Amendment, provision_number, read_amendment

KNOWN = {"jm": "JM", "saint lucia": "LC"}
WORDS = st.from_regex(r"\A[a-zé,]{1,8}( [a-zé\[\]]{1,8}){0,3}\Z")


def delegation_of(word: str) -> str | None:
    return KNOWN.get(word.casefold())


def read(text: str) -> Amendment | None:
    return read_amendment(text, delegation_of=delegation_of)


@pytest.mark.parametrize(
    ("line", "read_as"),
    [
        ("4 jm shall->should", Amendment("4", "shall", "should", "JM")),
        ("4 JM: shall -> should", Amendment("4", "shall", "should", "JM")),
        ("4: jm shall → should", Amendment("4", "shall", "should", "JM")),
        ("§4 shall => should", Amendment("4", "shall", "should")),
        ("4 Saint Lucia: shall –> may", Amendment("4", "shall", "may", "LC")),
        ("3 bis as appropriate->where appropriate", Amendment("3 bis", "as appropriate", "where appropriate")),
        ("3bis as appropriate->where appropriate", Amendment("3 bis", "as appropriate", "where appropriate")),
        ("3 quinquies: x->y", Amendment("3 quinquies", "x", "y")),
        ("3 term: x->y", Amendment("3", "term: x", "y")),
        ("4 (a) (ii): x->y", Amendment("4(a)(ii)", "x", "y")),
        ("2.1.3 jm national->", Amendment("2.1.3", "national", "", "JM")),
        ("2 jm ->, including climate change", Amendment("2", "", ", including climate change", "JM")),
        ("4 in view: x->y", Amendment("4", "in view: x", "y")),
        ("4 “shall”->“should”", Amendment("4", "shall", "should")),
        ('4 "shall"->« should »', Amendment("4", "shall", "should")),
        ("4 shall->should “now”", Amendment("4", "shall", "should “now”")),
    ],
)
def test_a_number_perhaps_a_delegation_and_an_arrow_make_an_amendment(line: str, read_as: Amendment) -> None:
    assert read(line) == read_as


@pytest.mark.parametrize(
    "line",
    ["", "4", "4 jm", "shall->should", "4countries->x", "4 a->b->c", "4 ->", "4 jm same->same", "4 a->b\nand more"],
)
def test_what_lacks_one_of_these_is_an_ordinary_proposal(line: str) -> None:
    assert read(line) is None


@pytest.mark.parametrize(
    ("amendment", "sentence"),
    [
        (Amendment("4", "shall", "should", "JM"), "4: “shall” → “should”"),
        (Amendment("4", "shall", ""), "4: “shall” → ∅"),
        (Amendment("4", "", "now"), "4: + → “now”"),
    ],
)
def test_its_sentence_has_the_words_in_question_between_quotation_marks(amendment: Amendment, sentence: str) -> None:
    assert amendment.sentence() == sentence


@given(st.sampled_from(["4", "3 bis", "2.1", "4(a)"]), WORDS | st.just(""), WORDS | st.just(""))
def test_a_sentence_is_read_again_as_what_it_was(provision: str, old: str, new: str) -> None:
    amendment = Amendment(provision, old, new)
    assert read(amendment.sentence()) == (amendment if old != new else None)


@given(st.text())
def test_nothing_that_is_typed_breaks_it(text: str) -> None:
    read(text)
    read(f"4 jm {text}->{text}x")


def test_a_number_is_kept_in_one_way() -> None:
    assert [provision_number(typed) for typed in ("3  BIS", " 4 (A)", "4(a) (i)")] == ["3 bis", "4(a)", "4(a)(i)"]
