"""A table is kept as a text of lines and cells, and is a table again with every change in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.redline import Run
from cmc_desk.rules.table_text import TrackedRow, is_table, table_rows, table_text, tracked_rows
from cmc_desk.rules.tracked_text import Stretch, accepted_text, of_runs, rejected_text
from cmc_desk.rules.word_difference import compared

CELL = st.lists(st.sampled_from(["State", "1", "déjà", "[x]", "a\nb", "ليلى", "|", "¦"]), max_size=3).map(" ".join)
ROWS = st.integers(2, 4).flatmap(
    lambda wide: st.lists(st.lists(CELL, min_size=wide, max_size=wide), min_size=1, max_size=4)
)


def changed(before: str, after: str, hand: str = "h") -> tuple[Stretch, ...]:
    return of_runs(Run(one.text, one.kept, hand) for one in compared(before, after))


def says(rows: tuple[TrackedRow, ...], *, accepted: bool) -> list[list[str]]:
    """Return what the rows say once their changes are accepted or rejected."""
    return [
        [" ".join((accepted_text if accepted else rejected_text)(cell).split()) for cell in row.cells]
        for row in rows
        if (row.removed if accepted else row.inserted) is None
    ]


def plain(text: str, wide: int) -> list[list[str]]:
    rows = table_rows(text) if text else ()
    return [[" ".join(cell.split()) for cell in (*row, *[""] * (wide - len(row)))] for row in rows]


def test_rows_and_cells_are_parted_by_signs_and_come_back() -> None:
    text = table_text([["No.", "Text"], ["1", "First.\n\nSecond ¦."], ["", ""]])
    assert text == "No. ¦ Text\n1 ¦ First. ¶ Second |.\n ¦ "
    assert table_rows(text) == (("No.", "Text"), ("1", "First.\nSecond |."), ("", ""))
    assert table_rows("a ¦ b ¦ c\nd ¦ e") == (("a", "b", "c"), ("d", "e", ""))
    assert is_table(text)
    assert not is_table("No. ¦ Text\nand more")
    assert not is_table("")


def test_a_change_in_a_cell_stays_in_it_and_a_row_that_comes_or_goes_is_one() -> None:
    before = "a ¦ one\nb ¦ two\nc ¦ three"
    rows = tracked_rows(changed(before, "a ¦ uno\nc ¦ three\nd ¦ four"))
    assert [(row.inserted, row.removed) for row in rows] == [(None, None), (None, "h"), (None, None), ("h", None)]
    assert rows[0].cells == ((Stretch("a"),), (Stretch("one", removed="h"), Stretch("uno", inserted="h")))


def test_a_row_with_another_number_of_cells_goes_and_comes() -> None:
    rows = tracked_rows(changed("a ¦ b ¦ c\nd ¦ e ¦ f", "a ¦ b c\nd ¦ e ¦ f"))
    assert [(row.inserted, row.removed) for row in rows] == [(None, "h"), ("h", None), (None, None)]


@pytest.mark.parametrize(
    ("before", "after"),
    [("No table.", "a ¦ b"), ("a ¦ b", "No table."), ("No.", "None."), ("", "")],
)
def test_what_is_no_table_before_or_after_is_none(before: str, after: str) -> None:
    assert tracked_rows(changed(before, after)) == ()


def test_what_two_hands_change_in_one_row_is_of_each() -> None:
    of_two = (Stretch("a ¦ "), Stretch("b", "one", "two"), Stretch("c", inserted="two"))
    assert tracked_rows(of_two) == (TrackedRow(((Stretch("a"),), of_two[1:])),)
    row = (Stretch("a ¦ b"), Stretch("\nc ¦ ", inserted="one"), Stretch("d", inserted="two"))
    assert [one.inserted for one in tracked_rows(row)] == [None, "two"]


def test_an_empty_cell_is_one() -> None:
    assert tracked_rows((Stretch("a¦¦b"),)) == (TrackedRow(((Stretch("a"),), (), (Stretch("b"),))),)


def test_a_line_end_that_went_and_came_again_is_no_row() -> None:
    again = (Stretch("a ¦ b"), Stretch("\n", removed="h"), Stretch("\n", inserted="h"), Stretch("c ¦ d"))
    assert says(tracked_rows(again), accepted=True) == [["a", "b"], ["c", "d"]]


@given(ROWS, ROWS)
def test_whatever_becomes_of_a_table_accepting_and_rejecting_give_the_right_ones(
    before: list[list[str]], after: list[list[str]]
) -> None:
    was, now = table_text(before), table_text(after)
    wide = max(len(before[0]), len(after[0]))
    rows = tracked_rows(changed(was, now))
    assert says(rows, accepted=False) == plain(was, wide)
    assert says(rows, accepted=True) == plain(now, wide)
    gone, come = tracked_rows(changed(was, "")), tracked_rows(changed("", now))
    assert (says(gone, accepted=True), says(come, accepted=False)) == ([], [])
    assert says(gone, accepted=False) == plain(was, len(before[0]))
