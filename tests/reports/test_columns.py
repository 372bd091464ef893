"""Entries in columns: all of them, in order, none cut, no heading alone."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from cmc_desk.i18n import texts
from cmc_desk.reports.columns import (
    Entry,
    EntryGroup,
    Line,
    column_width,
    folded,
    least_room,
    room_needed,
    write_columns,
)
from cmc_desk.reports.page import MM, Pages
from tests.reports.reading import IMPRINT, Word, pdf_words

GROUPS = st.lists(st.lists(st.integers(1, 5), max_size=12), min_size=1, max_size=14)


def pages() -> Pages:
    return Pages("Columns", IMPRINT, texts("en"))


def group(number: int, heights: Sequence[int]) -> EntryGroup:
    """Return a group whose entries have so many lines each; every line says whose it is."""
    entries = [
        Entry(tuple(Line(f"g{number} e{place} l{line}", 9) for line in range(height)), before=5)
        for place, height in enumerate(heights)
    ]
    head = Entry((Line(f"g{number} head", 11, bold=True),), before=12)
    return EntryGroup(head, tuple(entries), again=Entry((Line(f"g{number} again", 11, bold=True),)))


def written(groups: Sequence[EntryGroup], *, down: float = 0) -> list[Word]:
    """Return what stands between head and foot of the pages, column by column."""
    paper = pages()
    paper.space(down)
    write_columns(paper, groups)
    words = [word for word in pdf_words(paper.finish()) if word.text.startswith("g")]
    return sorted(words, key=lambda word: (word.page, word.x, -word.y))


def columns_of(words: Sequence[Word]) -> list[list[Word]]:
    found: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        found.setdefault((word.page, round(word.x)), []).append(word)
    return list(found.values())


@settings(max_examples=25)
@given(GROUPS, st.integers(0, 600))
def test_every_line_is_there_once_and_in_order_and_above_the_foot(heights: list[list[int]], down: int) -> None:
    groups = [group(number, of_group) for number, of_group in enumerate(heights)]
    words = written(groups, down=down)
    lines = [line.text for one in groups for entry in (one.head, *one.entries) for line in entry.lines]
    assert [word.text for word in words if "again" not in word.text] == lines
    assert min(word.y for word in words) >= pages().bottom


@settings(max_examples=25)
@given(GROUPS, st.integers(0, 600))
def test_no_heading_ends_a_column_and_no_group_goes_on_without_one(heights: list[list[int]], down: int) -> None:
    words = written([group(number, of_group) for number, of_group in enumerate(heights)], down=down)
    for column in columns_of(words):
        what = column[0].text.split()[1]
        assert what in ("head", "again")
        last, end = column[-1].text.split()[:2]
        assert end != "head" or not heights[int(last[1:])]
        for group_number in {word.text.split()[0] for word in column}:
            entries = {word.text.split()[1] for word in column if word.text.startswith(f"{group_number} e")}
            of_group = len(heights[int(group_number[1:])])
            if {"e0", f"e{of_group - 1}"} & entries:
                assert len(entries) >= min(3, of_group)


def test_the_last_columns_are_of_equal_length() -> None:
    left, right = columns_of(written([group(number, [2, 2]) for number in range(8)]))
    assert len(left) == len(right)


def test_what_is_too_high_for_a_page_is_written_all_the_same() -> None:
    words = written([group(0, [90, 1])])
    assert len([word for word in words if "again" not in word.text]) == 92
    assert words[0].page == 0


def test_a_heading_keeps_the_beginning_of_the_first_group_with_it() -> None:
    assert least_room([]) == 0
    assert least_room([group(0, [1, 1, 1, 1, 1, 1])]) == least_room([group(0, [1, 1, 1])])
    assert least_room([group(0, [1, 1])]) < least_room([group(0, [1, 1, 1])])


def test_the_room_that_groups_need_is_known_beforehand_if_it_is_at_most_a_page() -> None:
    few, paper = [group(number, [1, 1]) for number in range(6)], pages()
    needed = room_needed(paper, few)
    assert needed is not None
    before = paper.y
    write_columns(paper, few)
    assert abs(before - paper.y - needed) < 2
    assert room_needed(paper, [group(number, [5] * 5) for number in range(20)]) is None


def test_words_beside_a_line_leave_it_narrower() -> None:
    words = "United Kingdom of Great Britain and Northern Ireland (the)"
    assert len(folded(words, 9, 300)) == 1
    beside = folded(words, 9, 300, aside="nobody registered")
    assert [line.aside for line in beside] == ["nobody registered", ""]
    assert folded("", 9, 300) == ()


def test_two_columns_and_the_gap_fill_the_page() -> None:
    assert column_width(pages(), 1) == pages().width
    assert abs(2 * column_width(pages()) + 9 * MM - pages().width) < 0.01
