"""Where the pages of a summary are turned."""

from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.ui.summaries.reading_pages import Placed, ReadLine, on_page, page_starts, read_parts, words_from

ROW = 40.0


def column(*rows: int) -> tuple[Placed, ...]:
    """Return lines of so many rows each; nought is a heading of one."""
    made, y = [], 0.0
    for number, count in enumerate(rows):
        bottoms = tuple(y + ROW * (row + 1) for row in range(max(1, count)))
        made.append(Placed(ReadLine(f"line {number}", heading=not count), y, bottoms))
        y = bottoms[-1]
    return tuple(made)


def test_a_line_that_has_room_on_one_page_is_not_parted() -> None:
    lines = column(2, 2, 2)
    starts = page_starts(lines, 5 * ROW)
    assert starts == (0.0, 4 * ROW)
    assert [one.line.text for one in on_page(lines, starts, 1)] == ["line 2"]


def test_a_heading_goes_with_the_line_beneath_it() -> None:
    lines = column(3, 0, 3)
    assert page_starts(lines, 5 * ROW) == (0.0, 3 * ROW)


def test_a_line_that_is_longer_than_a_page_goes_on_on_the_next() -> None:
    lines = column(7)
    starts = page_starts(lines, 3 * ROW)
    assert starts == (0.0, 3 * ROW, 6 * ROW)
    assert [len(on_page(lines, starts, page)) for page in range(3)] == [1, 1, 1]


def test_nothing_to_read_is_one_empty_page() -> None:
    assert page_starts((), 3 * ROW) == (0.0,)
    assert on_page((), (0.0,), 0) == ()


@given(st.lists(st.integers(0, 9), max_size=12), st.integers(2, 6))
def test_every_row_is_wholly_on_one_page(rows: list[int], high: int) -> None:
    lines = column(*rows)
    starts = (*page_starts(lines, high * ROW), float("inf"))
    for one in lines:
        for bottom in one.bottoms:
            page = max(number for number, start in enumerate(starts) if start <= bottom - ROW)
            assert bottom <= starts[page + 1]
            assert bottom - starts[page] <= high * ROW


def test_the_stage_says_again_under_which_heading_a_page_stands() -> None:
    lines = column(0, 2, 2)
    parts = read_parts(lines, lines[2:])
    assert [(part.heading, part.lines) for part in parts] == [("line 0", ("line 2",))]


def test_what_is_left_to_read_is_counted_without_the_headings() -> None:
    lines = column(0, 1, 1)
    assert (words_from(lines, 0.0), words_from(lines, 2 * ROW)) == (4, 2)
