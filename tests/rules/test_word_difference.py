"""Two texts are compared word by word; together the pieces are both of them, and nothing else."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.word_difference import Kept, Piece, compared, redlined

SAME, REMOVED, ADDED = Kept.SAME, Kept.REMOVED, Kept.ADDED
TEXTS = st.text(st.sampled_from("ab ,.\n’é"), max_size=40)
# Long enough for rows of words that stand once in both.
LONG = st.lists(st.sampled_from(["a", "b", "c", "[", "]", "é"]), max_size=40).map(" ".join)
ROWS = "one two three four five", "six seven eight nine ten", "red green blue white black"


def of(before: str, after: str) -> list[tuple[str, Kept]]:
    return [(piece.text, piece.kept) for piece in compared(before, after)]


def test_what_is_the_same_is_one_piece() -> None:
    assert compared("The States agree.", "The States agree.") == (Piece("The States agree."),)
    assert compared("", "") == ()


def test_a_word_that_was_changed_is_removed_and_added() -> None:
    assert of("The meeting shall agree.", "The meeting should agree.") == [
        ("The meeting ", SAME),
        ("shall", REMOVED),
        ("should", ADDED),
        (" agree.", SAME),
    ]


def test_what_was_only_added_or_only_removed_is_one_piece_of_its_kind() -> None:
    assert of("A note", "A short note") == [("A ", SAME), ("short ", ADDED), ("note", SAME)]
    assert of("Gone", "") == [("Gone", REMOVED)]
    assert of("", "Come") == [("Come", ADDED)]


def test_changes_that_only_a_blank_parts_are_one_change() -> None:
    assert of("one two end", "three four end") == [("one two", REMOVED), ("three four", ADDED), (" end", SAME)]


def test_a_bracket_that_is_put_before_a_word_is_all_that_is_new() -> None:
    assert compared("within forty-eight hours", "within [forty-eight] hours") == (
        Piece("within "),
        Piece("[", Kept.ADDED),
        Piece("forty-eight"),
        Piece("]", Kept.ADDED),
        Piece(" hours"),
    )
    assert compared("of [shared] duty", "of shared duty") == (
        Piece("of "),
        Piece("[", Kept.REMOVED),
        Piece("shared"),
        Piece("]", Kept.REMOVED),
        Piece(" duty"),
    )


def test_a_blank_after_the_last_change_is_not_lost() -> None:
    assert of("one ", "two ") == [("one", REMOVED), ("two", ADDED), (" ", SAME)]


def test_words_that_are_put_in_have_the_blank_that_follows_them() -> None:
    assert of("one two.", "one two, too.") == [("one two", SAME), (", too", ADDED), (".", SAME)]
    assert of("one  two three", "one two three") == [("one ", SAME), (" ", REMOVED), ("two three", SAME)]


def test_what_both_share_beyond_doubt_stays_where_there_is_much_else() -> None:
    first, second, third = ROWS
    assert of(f"x {first} y {second} z", f"a {first} b {second} c") == [
        ("x", REMOVED),
        ("a", ADDED),
        (f" {first} ", SAME),
        ("y", REMOVED),
        ("b", ADDED),
        (f" {second} ", SAME),
        ("z", REMOVED),
        ("c", ADDED),
    ]
    assert (f" {first} {second} ", SAME) in of(f"x {first} {second} {third} y", f"a {third} {first} {second} b")


def test_words_that_stand_twice_are_no_certain_place() -> None:
    first = ROWS[0]
    assert [kept for _, kept in of(f"x {first} y {first} z", f"a {first} b")] == [REMOVED, ADDED, SAME, REMOVED, ADDED]


def test_very_long_texts_with_nothing_certain_in_common_stand_for_each_other() -> None:
    assert [kept for _, kept in of("a b " * 1_500, "b c a " * 1_000)] == [REMOVED, ADDED, SAME]


def test_as_people_read_it_words_are_kept_apart_and_markup_shows_only_where_nothing_else_differs() -> None:
    pieces = redlined("It *shall* apply", "It should apply")
    assert [(piece.text, piece.kept) for piece in pieces] == [
        ("It ", SAME),
        ("shall", REMOVED),
        (" ", SAME),
        ("should", ADDED),
        (" apply", SAME),
    ]
    assert [piece.text for piece in redlined("*It*", "It") if piece.kept is REMOVED] == ["*", "*"]


@given(st.one_of(st.tuples(TEXTS, TEXTS), st.tuples(LONG, LONG)))
def test_without_what_was_added_it_is_the_first_text_and_without_what_was_removed_the_second(
    texts: tuple[str, str],
) -> None:
    before, after = texts
    pieces = compared(before, after)
    assert "".join(piece.text for piece in pieces if piece.kept is not ADDED) == before
    assert "".join(piece.text for piece in pieces if piece.kept is not REMOVED) == after
    assert all(piece.text for piece in pieces)
    assert all(one.kept is not other.kept for one, other in pairwise(pieces))
