"""What is looked at before the report goes out, and what of it keeps the report from being final."""

import pytest

from cmc_desk.rules.preflight import (
    BLOCKING,
    MOST_WORDS,
    Check,
    Looked,
    Place,
    Severity,
    blocked,
    findings,
    needed_first,
    what_words,
)

HERE = Place("summaries", "opening", "Opening", "opening")


def said(*looked: Looked) -> list[tuple[Severity, str, str]]:
    return [(one.severity, one.said, one.page) for one in findings(looked)]


def test_what_is_in_order_is_good_and_leads_nowhere() -> None:
    assert said(Looked(Check.SUMMARIES, (), 19)) == [(Severity.GOOD, "19 of 19", "")]


def test_an_item_without_a_summary_blocks_and_an_action_without_an_owner_warns() -> None:
    found = findings([Looked(Check.ACTIONS, (HERE, HERE), 5), Looked(Check.SUMMARIES, (HERE,), 19)])
    assert [(one.severity, one.said) for one in found] == [
        (Severity.BLOCKS, "18 of 19, not Opening"),
        (Severity.WARNS, "3 of 5"),
    ]
    assert [one.check for one in blocked(found)] == [Check.SUMMARIES]
    assert found[0].page == "summaries"


def test_brackets_and_names_are_counted_and_not_the_places() -> None:
    assert said(Looked(Check.AGREED, (HERE,), 4, 2)) == [(Severity.BLOCKS, "2 brackets", "summaries")]
    assert said(Looked(Check.BRACKETS, (), 4)) == [(Severity.GOOD, "none", "")]
    assert said(Looked(Check.NAMES, (HERE,), 40, 3)) == [(Severity.BLOCKS, "3", "summaries")]
    assert said(Looked(Check.NAMES, (), 40)) == [(Severity.GOOD, "none", "")]


def test_a_report_may_be_long_and_is_told_so() -> None:
    assert said(Looked(Check.LENGTH, (), 120)) == [(Severity.GOOD, "120 words", "")]
    assert said(Looked(Check.LENGTH, (), MOST_WORDS + 1)) == [
        (Severity.WARNS, "8501 words, 8500 are usual at most", "")
    ]


def test_where_there_is_nothing_to_look_at_nothing_is_said() -> None:
    assert said(Looked(Check.PROPOSALS)) == []


@pytest.mark.parametrize("check", list(Check))
def test_every_check_has_words_and_its_gravity(check: Check) -> None:
    assert what_words(check)
    (found,) = findings([Looked(check, (HERE,), 3)])
    graver = Severity.BLOCKS if check in BLOCKING else Severity.WARNS
    assert found.severity is (Severity.GOOD if check is Check.LENGTH else graver)


def test_what_is_needed_before_it_is_signed_is_one_sentence() -> None:
    two = findings([Looked(Check.SUMMARIES, (HERE,), 19), Looked(Check.AGREED, (HERE,), 4, 2)])
    whole = "The report needs this first: Agenda items with a summary: 18 of 19, not Opening; Brackets in agreed text: 2 brackets"
    assert needed_first(two) == whole
    assert needed_first(two, most=1) == whole.partition("; ")[0] + "; and 1 more"
    assert needed_first(findings([Looked(Check.ACTIONS, (HERE,), 5)])) == ""


def test_of_names_that_are_left_it_is_said_which_and_where() -> None:
    places = [Place("papers", f"b{number}", f"Haiti: {number}. Haiti agreed.") for number in range(5)]
    one, many = ([Looked(Check.NAMES, tuple(found), 40)] for found in (places[:1], places))
    assert needed_first(findings(one)).endswith("without names: 1 (Haiti: 0. Haiti agreed.)")
    assert needed_first(findings(many)).endswith("2. Haiti agreed.; …)")
