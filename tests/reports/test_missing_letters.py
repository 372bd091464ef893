"""Letters that no font has are left out, and named."""

from cmc_desk.reports.missing_letters import TO_WRITE, MissingLetters, legible, missing_letters
from tests.reports.desk_papers_case import ARABIC, CHINESE, COMBINING, EN, HEBREW, ticks


def test_words_that_can_be_printed_stay_as_they_are() -> None:
    for words in ("Thea Example-Roach", "Đặng Thị Ngọc", "Żółć", ARABIC, HEBREW, COMBINING, ""):
        assert legible(words) == words
        assert legible(words, bold=True) == words


def test_only_the_letters_that_no_font_has_are_left_out() -> None:
    assert legible(f"Li {CHINESE} Example") == "Li Example"


def test_words_of_which_nothing_is_left_become_a_line_to_write_on() -> None:
    assert legible(CHINESE) == TO_WRITE
    assert legible(f"{CHINESE}, {CHINESE}") == TO_WRITE


def test_a_paper_says_which_words_cannot_be_printed_and_which_letters() -> None:
    content = ticks(f"Li {CHINESE}", f"Li {CHINESE}", "Keisha Example")
    assert missing_letters(content) == (MissingLetters(CHINESE, CHINESE),)
    assert missing_letters(ticks("Keisha Example")) == ()


def test_the_line_to_write_on_can_be_printed() -> None:
    assert missing_letters((TO_WRITE, EN)) == ()
