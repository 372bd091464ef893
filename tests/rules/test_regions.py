"""What a region may be called."""

from cmc_desk.rules.regions import LONGEST_REGION, problem_of_region


def test_a_region_is_any_text_that_a_list_can_show() -> None:
    assert [problem_of_region(text) for text in ("", "CARICOM", "x" * LONGEST_REGION)] == ["", "", ""]


def test_one_that_is_too_long_is_told_by_how_much() -> None:
    assert problem_of_region("x" * 61) == "A region has 60 letters at most: this one has 61."
