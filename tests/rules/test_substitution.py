"""`s/old/new/` corrects the last occurrence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.substitution import Substitution, corrected, read_substitution


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("s/Curacao/Curaçao/", Substitution("Curacao", "Curaçao")),
        ("s/Curacao/Curaçao", Substitution("Curacao", "Curaçao")),
        ("  s/teh /the /  ", Substitution("teh ", "the ")),
        ("s/twice twice/twice", Substitution("twice twice", "twice")),
        ("s/of the the/", Substitution("of the the", "")),
        ("s/delete this//", Substitution("delete this", "")),
        ("s|and/or|or|", Substitution("and/or", "or")),
        ("s#a|b#a/b#", Substitution("a|b", "a/b")),
    ],
)
def test_a_line_is_a_correction(typed: str, read: Substitution) -> None:
    assert read_substitution(typed) == read


@pytest.mark.parametrize("typed", ["", "s/he agreed", "s//x/", "statement", "s/a/b/c", "s/a/b\nmore", "ss/a/b/"])
def test_another_line_is_none(typed: str) -> None:
    assert read_substitution(typed) is None


@pytest.mark.parametrize(
    ("text", "wanted", "then"),
    [
        ("one two one", Substitution("one", "1"), "one two 1"),
        ("Shall not, shall", Substitution("Shall", "Should"), "Should not, shall"),
        ("SHALL not, Shall", Substitution("shall", "should"), "SHALL not, should"),
        ("(a.b) axb", Substitution("a.b", "c"), "(c) axb"),
        ("words gone", Substitution(" gone", ""), "words"),
        ("nothing", Substitution("absent", "x"), None),
    ],
)
def test_the_last_occurrence_is_replaced_as_typed_before_any_other_case(
    text: str, wanted: Substitution, then: str | None
) -> None:
    assert corrected(text, wanted) == then


@given(st.text(max_size=40), st.text(min_size=1, max_size=5), st.text(max_size=5), st.text(max_size=40))
def test_only_what_was_named_changes(before: str, old: str, new: str, after: str) -> None:
    changed = corrected(before + old + after, Substitution(old, new))
    assert changed is not None
    assert len(changed) == len(before + old + after) - len(old) + len(new)
