"""How many delegations said something, in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.notes import Thresholds
from cmc_desk.rules.quantified import capitalised, quantified

USUAL = Thresholds()


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "one speaker"),
        (1, "one delegation"),
        (2, "some delegations"),
        (3, "some delegations"),
        (4, "several delegations"),
        (8, "several delegations"),
        (9, "many delegations"),
        (40, "many delegations"),
    ],
)
def test_the_number_of_distinct_delegations_says_some_several_or_many(count: int, words: str) -> None:
    assert quantified(count, "en", USUAL) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("es", "una delegación/algunas delegaciones/varias delegaciones/muchas delegaciones"),
        ("fr", "une délégation/quelques délégations/plusieurs délégations/de nombreuses délégations"),
        ("nl", "één delegatie/enkele delegaties/verscheidene delegaties/vele delegaties"),
        ("pt", "one delegation/some delegations/several delegations/many delegations"),
    ],
)
def test_every_language_has_its_words_and_any_other_is_english(language: str, words: str) -> None:
    assert "/".join(quantified(count, language, USUAL) for count in (1, 2, 4, 9)) == words


def test_the_thresholds_are_what_was_agreed_on() -> None:
    agreed = Thresholds(some=3, several=5, many=6)
    assert [quantified(count, "en", agreed).split()[0] for count in range(1, 8)] == [
        *("one", "one", "some", "some", "several", "many", "many")
    ]


@given(st.integers(0, 60), st.integers(0, 60))
def test_more_delegations_are_never_said_to_be_fewer(few: int, more: int) -> None:
    order = ["one speaker", "one delegation", "some delegations", "several delegations", "many delegations"]
    low, high = sorted((few, more))
    assert order.index(quantified(low, "en", USUAL)) <= order.index(quantified(high, "en", USUAL))


def test_a_sentence_begins_with_a_capital_and_nothing_else_changes() -> None:
    assert capitalised("één delegatie van IOM") == "Één delegatie van IOM"
    assert capitalised("") == ""
