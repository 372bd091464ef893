"""Text in the markup of the notes on pages: where its lines end, what leans, and from which side it is read."""

import pytest

from cmc_desk.reports.marked_text import from_the_right, write_marked
from cmc_desk.reports.page import Pages
from cmc_desk.reports.typesetting import text_width
from tests.reports.read_pdf import Word, page_count, words_on
from tests.reports.reading import IMPRINT
from tests.reports.summary_case import ARABIC, EN

SIZE = 10.0


def written(text: str, *, label: str = "", indent: float = 0) -> list[Word]:
    """Return what is written on the pages of a text, without head and foot."""
    pages = Pages("Paper", IMPRINT, EN, head=False)
    write_marked(pages, text, size=SIZE, label=label, indent=indent)
    return [word for word in words_on(pages.finish()) if word.size == SIZE]


def lines(text: str, *, indent: float = 0) -> list[str]:
    """Return the lines of a text as they are printed."""
    found: dict[tuple[int, float], str] = {}
    for word in written(text, indent=indent):
        found[word.page, word.y] = found.get((word.page, word.y), "") + word.text
    return list(found.values())


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2007"])
def test_no_line_ends_at_a_space_that_holds_words_together(space: str) -> None:
    words = " ".join(["word"] * 15 + [space.join(["held"] * 8)])
    first, second = lines(words)
    assert "held" not in first
    assert second.count("held") == 8
    assert len(lines(words.replace(space, " "))[0].split()) > 15


def test_a_word_that_is_wider_than_the_page_is_cut_between_letters_and_none_is_lost() -> None:
    long = "abcdefghij" * 30
    found = lines(f"a {long} z")
    assert len(found) > 2
    assert "".join(found).replace(" ", "") == f"a{long}z"


def test_no_line_is_wider_than_there_is_room_for() -> None:
    text = " ".join(["word *strong words* and _leaning ones_"] * 40)
    pages = Pages("Paper", IMPRINT, EN)
    for line in lines(text, indent=30):
        assert text_width(line, SIZE) <= pages.width - 30 + 15  # what is strong is wider than it is reckoned here


def test_a_sign_that_follows_a_strong_word_stays_with_it() -> None:
    assert lines("Say *this*, and *that*.") == ["Say this, and that."]


def test_the_number_of_a_point_stands_before_its_first_line_only() -> None:
    found = written("One.\n\nTwo.", label="7.", indent=24)
    assert [word.text for word in found] == ["7.", "One.", "Two."]
    assert found[0].y == found[1].y
    assert found[0].x < found[1].x == found[2].x


def test_bullets_hang_and_deeper_ones_stand_further_in() -> None:
    marks = [word for word in written("- one\n  - two\n(a) three") if word.text in ("•", "(a)")]
    assert [mark.text for mark in marks] == ["•", "•", "(a)"]
    assert marks[0].x < marks[1].x
    assert marks[0].x == marks[2].x


def test_what_is_read_from_the_right_ends_at_the_right_margin() -> None:
    pages = Pages("Paper", IMPRINT, EN)
    (word, *_others) = written(ARABIC)
    assert word.x > pages.left + 100
    assert from_the_right(ARABIC)
    assert not from_the_right("Text, then مثال")
    assert not from_the_right("12 …")


def test_letters_that_no_font_has_are_left_out_and_the_words_beside_them_stay() -> None:
    assert lines("one 样本 two 🙂three") == ["one two three"]
    assert lines("样本") == []


def test_a_long_text_goes_on_over_the_page() -> None:
    pages = Pages("Paper", IMPRINT, EN)
    write_marked(pages, "\n\n".join(["A paragraph of some words."] * 80), size=SIZE)
    assert page_count(pages.finish()) > 1


def test_a_line_break_and_a_blank_line_of_a_text_are_kept() -> None:
    assert lines("one\ntwo\n\nthree") == ["one", "two", "three"]
    assert lines("") == []
