"""Words as large as their place allows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.reports.large_words import largest
from cmc_desk.reports.typesetting import text_width
from tests.reports.desk_papers_case import ARABIC, CHINESE, LONG, UNBROKEN

WIDTH, HEIGHT = 600.0, 200.0
WORDS = st.lists(st.text("abcdefgéñ-", min_size=1, max_size=20), min_size=1, max_size=9).map(" ".join)


@given(WORDS, st.floats(60, 900), st.floats(30, 400), st.integers(1, 3))
def test_words_never_leave_their_place(words: str, width: float, height: float, lines: int) -> None:
    large = largest(words, width, height, most=150, least=6, lines=lines, bold=True)
    assert 1 <= len(large.lines) <= lines
    assert all(text_width(line, large.size, bold=True) <= width * 1.0001 for line in large.lines)
    assert large.size <= 150
    assert large.size == 6 or large.height <= height * 1.0001


@given(WORDS)
def test_no_word_is_lost_where_there_is_room(words: str) -> None:
    large = largest(words, 2000, 400, most=20, least=1, lines=2)
    assert " ".join(large.lines) == words


def test_a_short_name_stands_on_one_line_as_large_as_is_allowed() -> None:
    assert largest("Cuba", WIDTH, HEIGHT, most=100, bold=True).lines == ("Cuba",)
    assert largest("Cuba", WIDTH, HEIGHT, most=100, bold=True).size == 100


def test_a_long_name_stands_on_two_lines_because_it_is_larger_there() -> None:
    one = largest("Turks and Caicos Islands", WIDTH, HEIGHT, most=150, lines=1, bold=True)
    two = largest("Turks and Caicos Islands", WIDTH, HEIGHT, most=150, lines=2, bold=True)
    assert len(two.lines) == 2
    assert two.size > one.size


def test_a_line_does_not_end_with_a_small_word_that_belongs_to_the_next() -> None:
    assert largest("Saint Vincent and the Grenadines", WIDTH, HEIGHT, most=150, bold=True).lines == (
        "Saint Vincent",
        "and the Grenadines",
    )
    assert largest("Trinidad and Tobago", WIDTH, HEIGHT, most=150, bold=True).lines == ("Trinidad", "and Tobago")


@pytest.mark.parametrize("words", [ARABIC, LONG, UNBROKEN])
def test_every_name_fits(words: str) -> None:
    large = largest(words, WIDTH, HEIGHT, most=150, least=8, bold=True)
    assert large.size > 8
    assert "".join(large.lines).replace(" ", "") == words.replace(" ", "")


def test_what_is_too_long_at_the_smallest_size_is_cut_visibly() -> None:
    large = largest(LONG, 100, 12, most=20, least=10, lines=1)
    assert large.size == 10
    assert large.lines[0].endswith("…")


def test_nothing_takes_no_room() -> None:
    assert largest("  ", WIDTH, HEIGHT, most=20).lines == ()
    assert largest("", WIDTH, HEIGHT, most=20).height == 0


def test_letters_that_no_font_has_are_left_out() -> None:
    assert largest(f"Li {CHINESE}", WIDTH, HEIGHT, most=20).lines == ("Li",)
