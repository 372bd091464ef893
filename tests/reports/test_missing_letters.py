"""Letters that no font has are left out."""

from cmc_desk.reports.missing_letters import TO_WRITE, legible
from cmc_desk.reports.typesetting import missing_glyphs
from tests.reports.desk_papers_case import ARABIC, CHINESE, COMBINING, HEBREW


def test_words_that_can_be_printed_stay_as_they_are() -> None:
    for words in ("Thea Example-Roach", "Đặng Thị Ngọc", "Żółć", ARABIC, HEBREW, COMBINING, ""):
        assert legible(words) == words
        assert legible(words, bold=True) == words


def test_only_the_letters_that_no_font_has_are_left_out() -> None:
    assert legible(f"Li {CHINESE} Example") == "Li Example"


def test_words_of_which_nothing_is_left_become_a_line_to_write_on() -> None:
    assert legible(CHINESE) == TO_WRITE
    assert legible(f"{CHINESE}, {CHINESE}") == TO_WRITE


def test_the_line_to_write_on_can_be_printed() -> None:
    assert missing_glyphs(TO_WRITE) == ""
