"""Text that is made to fit: the largest size, no line too wide, nothing lost without being said."""

from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cmc_desk.rules.fitting import LEADING, STEP, Fitted, Room, clusters, fit

WORDS = st.text(alphabet="aiMW-ñ", min_size=1, max_size=14)
TEXTS = st.lists(WORDS, max_size=8).map(" ".join)


def measure(text: str) -> float:
    """Return a width as of a font in which letters have three widths, and marks none."""
    return sum(
        0.0 if letter == "\u0301" else {"i": 0.3, "-": 0.3, " ": 0.25, "M": 0.9, "W": 0.9}.get(letter, 0.55)
        for letter in text
    )


def rooms() -> st.SearchStrategy[Room]:
    sizes = st.lists(st.integers(4 * 4, 40 * 4), min_size=3, max_size=3).map(sorted)
    return st.builds(
        lambda width, height, sizes, lines: Room(width, height, sizes[2] / 4, sizes[1] / 4, sizes[0] / 4, lines),
        st.floats(5, 300),
        st.floats(3, 200),
        sizes,
        st.integers(1, 4),
    )


def wrapped(words: list[str], width: float) -> list[str]:
    lines: list[str] = []
    for word in words:
        if lines and measure(f"{lines[-1]} {word}") <= width + 1e-6:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def letters(texts: Iterable[str]) -> str:
    return "".join("".join(texts).split())


def test_a_short_text_stands_at_its_full_size() -> None:
    assert fit(["Ana"], Room(100, 20, 12, 10, 6), measure) == Fitted(12, ("Ana",))


def test_a_long_text_shrinks_by_quarters_of_a_point_until_it_fits() -> None:
    fitted = fit(["a" * 20], Room(100, 20, 12, 10, 6), measure)
    assert fitted == Fitted(9, ("a" * 20,), small=True)


def test_what_is_not_below_the_comfortable_size_is_not_small() -> None:
    assert not fit(["a" * 18], Room(100, 20, 12, 10, 6), measure).small


def test_a_text_over_two_lines_stays_larger_than_on_one() -> None:
    text, one, two = "Permanent Secretary of Migration", Room(80, 40, 14, 8, 4), Room(80, 40, 14, 8, 4, lines=2)
    assert fit([text], two, measure).size > fit([text], one, measure).size
    assert fit([text], two, measure).lines == ("Permanent Secretary", "of Migration")


def test_two_parts_of_a_name_stand_on_two_lines_of_one_size() -> None:
    fitted = fit(["Ana", "Specimen"], Room(60, 60, 12, 8, 4, lines=3), measure)
    assert fitted.lines == ("Ana", "Specimen")


def test_two_parts_run_on_where_there_is_one_line() -> None:
    assert fit(["Ana", "Muster"], Room(90, 60, 12, 8, 4), measure).lines == ("Ana Muster",)


def test_a_hyphenated_name_is_parted_only_if_it_would_be_uncomfortably_small() -> None:
    name = "Specimen-Rodriguez"
    assert fit([name], Room(110, 60, 20, 10, 6, lines=2), measure).lines == (name,)
    assert fit([name], Room(90, 60, 20, 14, 6, lines=2), measure).lines == ("Specimen-", "Rodriguez")


def test_a_no_break_space_keeps_two_words_together() -> None:
    assert fit(["aaa aaa\u00a0aaa"], Room(50, 60, 12, 12, 6, lines=2), measure).lines == ("aaa", "aaa\u00a0aaa")


def test_the_height_limits_the_size_too() -> None:
    assert fit(["Ana"], Room(100, 12, 20, 8, 4), measure).size == 10


def test_what_does_not_fit_at_the_smallest_size_is_cut_with_an_ellipsis() -> None:
    fitted = fit(["aaaa aaaa aaaa"], Room(30, 20, 12, 10, 6), measure)
    assert fitted == Fitted(6, ("aaaa aaa…",), small=True, cut=True)


def test_a_word_that_is_wider_than_a_line_goes_on_in_the_next() -> None:
    fitted = fit(["ii " + "a" * 12], Room(25, 40, 12, 10, 6, lines=3), measure)
    assert fitted == Fitted(6, ("ii", "aaaaaaa", "aaaaa"), small=True)


def test_a_mark_is_never_parted_from_its_letter() -> None:
    fitted = fit(["a\u0301" * 20], Room(18, 40, 6, 6, 6, lines=2), measure)
    assert fitted.cut
    assert all(not line.startswith("\u0301") for line in fitted.lines)
    assert clusters("a\u0301b") == ["a\u0301", "b"]


def test_the_smallest_size_is_tried_even_off_the_grid() -> None:
    assert fit(["a" * 10], Room(5.5 * 6.1 + 0.01, 20, 8, 8, 6.1), measure).size == 6.1


@pytest.mark.parametrize("texts", [[], [""], ["  ", "\n"]])
def test_nothing_is_no_line(texts: list[str]) -> None:
    assert fit(texts, Room(100, 20, 12, 10, 6), measure) == Fitted(12, ())


@given(TEXTS, rooms())
@example("-", Room(5, 3, 40, 4, 4))
def test_whatever_is_not_cut_is_all_there_and_within_its_room(text: str, room: Room) -> None:
    fitted = fit([text], room, measure)
    assert room.smallest <= fitted.size <= room.size
    if fitted.cut:
        assert fitted.size == room.smallest
        assert fitted.lines[-1].endswith("…")
        assert letters(text).startswith(letters(fitted.lines)[:-1])
    elif fitted.lines:
        assert letters(fitted.lines) == letters(text)
        assert len(fitted.lines) <= room.lines
        assert all(measure(line) * fitted.size <= room.width + 1e-3 for line in fitted.lines if len(clusters(line)) > 1)
    assert fitted.small == (bool(fitted.lines) and fitted.size < room.comfortable)


@given(st.lists(st.text(alphabet="aiM", min_size=1, max_size=9), min_size=1, max_size=8), rooms())
def test_no_larger_size_on_the_grid_would_do(words: list[str], room: Room) -> None:
    fitted = fit([" ".join(words)], room, measure)
    larger = fitted.size + STEP
    if larger <= room.size:
        lines = wrapped(words, room.width / larger)
        assert (
            len(lines) > room.lines
            or len(lines) * larger * LEADING > room.height - 1e-3
            or any(measure(line) * larger > room.width - 1e-3 for line in lines)
        )


@given(TEXTS, rooms(), st.lists(st.floats(1, 4), min_size=2, max_size=2).map(sorted))
def test_a_wider_room_never_makes_a_text_smaller(text: str, room: Room, factors: list[float]) -> None:
    sizes = [
        fit([text], Room(room.width * factor, room.height, room.size, room.size, room.smallest, room.lines), measure)
        for factor in factors
    ]
    assert all(narrow.size <= wide.size or narrow.cut for narrow, wide in pairwise(sizes))
