"""How two texts are compared word by word."""

from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.word_changes import Change, Piece, word_changes

_TEXTS = st.text(alphabet="ab \n[]é", max_size=30)


def test_a_word_that_was_replaced_stands_before_the_one_in_its_place() -> None:
    assert word_changes("States shall agree.", "States should agree.") == (
        Piece("States ", Change.SAME),
        Piece("shall ", Change.REMOVED),
        Piece("should ", Change.ADDED),
        Piece("agree.", Change.SAME),
    )


def test_texts_that_are_equal_differ_in_nothing() -> None:
    assert word_changes("The same.", "The same.") == (Piece("The same.", Change.SAME),)
    assert word_changes("", "") == ()


def test_of_a_text_that_is_there_for_the_first_time_all_is_added() -> None:
    assert word_changes("", "All of it.") == (Piece("All of it.", Change.ADDED),)


@given(_TEXTS, _TEXTS)
def test_without_what_was_removed_it_reads_as_the_text_after(before: str, after: str) -> None:
    pieces = word_changes(before, after)
    assert "".join(one.text for one in pieces if one.change is not Change.REMOVED) == after
    kept = "".join(one.text for one in pieces if one.change is not Change.ADDED)
    assert kept.split() == before.split()
