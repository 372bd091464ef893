"""The report as a tree: which blocks are printed, how they are numbered, and how they are kept."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.document_kinds import ReportStatus
from cmc_desk.rules.figures import Bar, Curve, Mark, Point
from cmc_desk.rules.redline import Run
from cmc_desk.rules.report_blocks import (
    Block,
    Bullets,
    Column,
    Cover,
    Figure,
    Heading,
    Look,
    PageBreak,
    Para,
    Redlined,
    ReportTree,
    Table,
    blocks_kept,
    is_under,
    kept_blocks,
    text_of,
)
from cmc_desk.rules.report_numbers import arranged, lettered, roman
from cmc_desk.rules.report_standing import (
    Correction,
    HandWritten,
    ReportStanding,
    digest_of_blocks,
    with_hand_written,
)
from cmc_desk.rules.word_difference import Kept

COVER = Cover("cover", "Report", "Consultations", "", "Kingston", "Host", "Draft")
TABLE = Table("one/table", (Column("What"), Column("Who")), (("Write", "JM"),), title="Steps")
CURVE = Curve(0, 60, (Point(5, 2), Point(50, 9)), 10, "10 registered", (Mark(0, "09:00"),), Mark(7, "Opened"))
FIGURE = Figure("one/figure", "Arrivals", bars=(Bar("Thursday", 9, 10, strong=True),), curve=CURVE, spoken="9 came.")
BLOCKS: tuple[Block, ...] = (
    COVER,
    Heading("summary", "Summary", counted=False),
    Para("summary/who", "Many came."),
    Heading("one", "Outcomes"),
    Heading("one/a", "Documents", level=2),
    Para("one/a/1", "*R1.* Approved.", look=Look.CONCLUSION),
    Para("one/a/when", "At noon.", look=Look.REMARK),
    Heading("one/b", "Steps", level=2),
    TABLE,
    FIGURE,
    Heading("one/b/deep", "Deep", level=3),
    Bullets("one/b/list", ("First", "Second")),
    Heading("two", "Proceedings"),
    Para("two/list", "See annex {place}.", refers="annex-list"),
    PageBreak("wide", wide=True),
    Heading("annex-list", "List", annex=True),
    Redlined(
        "annex-list/1", (Run("shall ", Kept.REMOVED), Run("should", Kept.ADDED)), number="1.", closing="]", note="(P-1)"
    ),
)


def labels(blocks: tuple[Block, ...]) -> dict[str, str]:
    return {
        block.key: block.label for block in blocks if isinstance(block, Heading | Para | Table | Figure) and block.label
    }


def shown(blocks: tuple[Block, ...]) -> list[str]:
    return [block.key for block in blocks if not block.left_out]


def test_chapters_have_roman_numbers_sections_letters_and_paragraphs_count_throughout() -> None:
    found = arranged(BLOCKS)
    assert labels(found) == {
        "summary/who": "1.",
        "one": "I.",
        "one/a": "A.",
        "one/a/1": "2.",
        "one/b": "B.",
        "one/table": "1",
        "one/figure": "1",
        "two": "II.",
        "two/list": "3.",
        "annex-list": "I",
    }
    assert [block.text for block in found if isinstance(block, Para)][-1] == "See annex I."
    assert shown(found) == [block.key for block in BLOCKS]


def test_what_is_left_out_takes_everything_under_it_along_and_the_others_are_counted_anew() -> None:
    found = arranged(BLOCKS, {"one/a"})
    assert "one/a/1" not in shown(found)
    assert labels(found)["one/b"] == "A."
    assert labels(found)["two/list"] == "2."


def test_no_heading_stands_alone() -> None:
    found = arranged(BLOCKS, {"one/a", "one/table", "one/figure", "one/b/list"})
    assert not {"one", "one/a", "one/b", "one/b/deep"} & set(shown(found))
    assert labels(found)["two"] == "I."


def test_a_paragraph_that_refers_to_what_is_left_out_goes_too_and_so_does_a_page_with_nothing_on_it() -> None:
    found = arranged(BLOCKS, {"annex-list"})
    assert shown(found)[-1] == "one/b/list"
    assert not {"two", "two/list", "wide"} & set(shown(found))


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (53, "BA")])
def test_after_z_comes_aa(number: int, letters: str) -> None:
    assert lettered(number) == letters


@pytest.mark.parametrize(("number", "figures"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (49, "XLIX"), (90, "XC")])
def test_roman_figures_are_as_they_are_written(number: int, figures: str) -> None:
    assert roman(number) == figures


@given(st.sets(st.sampled_from([block.key for block in BLOCKS])))
def test_whatever_is_left_out_numbers_have_no_gaps_and_every_heading_heads_something(left_out: set[str]) -> None:
    found = arranged(BLOCKS, left_out)
    numbers = [int(block.label.rstrip(".")) for block in found if isinstance(block, Para) and block.label]
    assert numbers == list(range(1, len(numbers) + 1))
    printed = [block for block in found if not block.left_out]
    for place, block in enumerate(printed):
        if isinstance(block, Heading):
            after = printed[place + 1]
            assert not isinstance(after, Heading) or after.level > block.level


def test_an_issue_is_read_back_as_it_was_kept_and_what_a_newer_program_keeps_is_passed_over() -> None:
    kept = kept_blocks(BLOCKS)
    assert blocks_kept(kept) == BLOCKS
    assert blocks_kept([{**kept[1], "colour": "red"}, {"is": "film"}]) == (BLOCKS[1],)


def test_the_digest_of_an_issue_is_of_what_it_says_and_not_of_its_cover() -> None:
    signed = (replace(COVER, status="Signed off"), *BLOCKS[1:])
    assert digest_of_blocks(kept_blocks(signed)) == digest_of_blocks(kept_blocks(BLOCKS))
    assert digest_of_blocks(kept_blocks(BLOCKS[1:-1])) != digest_of_blocks(kept_blocks(BLOCKS))


def test_every_block_has_its_words() -> None:
    assert text_of(COVER) == "Report\nConsultations\nKingston\nDraft"
    assert [text_of(block) for block in (*BLOCKS[4:6], TABLE, FIGURE, BLOCKS[11], BLOCKS[14], BLOCKS[16])] == [
        "Documents",
        "R1. Approved.",
        "What\tWho\nWrite\tJM",
        "Arrivals",
        "First\nSecond",
        "",
        "1. shall should] (P-1)",
    ]


def test_a_block_is_found_by_its_key_and_stands_under_another() -> None:
    tree = ReportTree("Report", "en", attributed=True, status=ReportStatus.DRAFT, blocks=arranged(BLOCKS, {"two"}))
    assert tree.block("one/b/list") == BLOCKS[11]
    assert tree.block("one/c") is None
    assert "two/list" not in [block.key for block in tree.shown]
    assert is_under("one/b", "one/b")
    assert not is_under("one/bc", "one/b")


def test_what_was_written_by_hand_stands_and_says_when_its_sources_changed() -> None:
    told = with_hand_written(BLOCKS, {})
    (before,) = (block for block in told if isinstance(block, Para) and block.key == "summary/who")
    assert (before.written, before.gathered, before.text) == (False, "Many came.", "Many came.")
    hand = {"summary/who": HandWritten("All came.", before.digest), "one/a/when": HandWritten("Later.", "")}
    found = {block.key: block for block in with_hand_written(BLOCKS, hand) if isinstance(block, Para)}
    assert (found["summary/who"].text, found["summary/who"].stale) == ("All came.", False)
    assert found["one/a/when"].stale
    closed = tuple(replace(block, open=False) if isinstance(block, Para) else block for block in BLOCKS)
    assert not any(block.written for block in with_hand_written(closed, hand) if isinstance(block, Para))


def test_a_correction_is_open_until_it_is_settled() -> None:
    at = datetime(2019, 12, 9, 9, tzinfo=UTC)
    asked = Correction("a", 1, 1, "12", "BS", "Say the Bahamas.", at)
    settled = replace(asked, key="b", number=2, answer="Done.", settled_at=at)
    standing = ReportStanding(
        status=ReportStatus.CORRECTED,
        version=1,
        attributed=True,
        language="en",
        left_out=(),
        corrections_until=None,
        signed_by="",
        changed_at=None,
        corrections=(asked, settled),
    )
    assert standing.open_corrections == (asked,)
