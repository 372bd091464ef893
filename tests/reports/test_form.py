"""Forms: rows stay whole, heads and bands come again, long words stay in their row."""

from collections.abc import Callable
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.reports.form import Box, Form, FormColumn, Line, page_starts
from cmc_desk.reports.page import Pages
from tests.reports.desk_papers_case import EN, IMPRINT
from tests.reports.read_pdf import Word, page_count, texts_on, words_on


def written(write: Callable[[Form], None], **how: float) -> bytes:
    """Return a PDF with a form of two columns."""
    pages = Pages("Form", IMPRINT, EN)
    form = Form(pages, EN, (FormColumn("Left", 1), FormColumn("Right", 1, "right")), **how)  # type: ignore[arg-type]
    form.begin()
    write(form)
    return pages.finish()


def rows(number: int) -> list[tuple[tuple[Line, ...], tuple[Line, ...]]]:
    return [((Line(f"row {one}"),), (Line("right"),)) for one in range(number)]


def test_the_head_and_the_band_of_a_group_come_again_on_the_next_page() -> None:
    data = written(lambda form: form.band("Haiti", rows=rows(60)))
    assert page_count(data) == 2
    assert "Haiti" in texts_on(data, 1)
    second = texts_on(data, 2)
    assert "Left" in second
    assert "Haiti, continued" in second
    printed = [word.text for word in words_on(data) if word.text.startswith("row")]
    assert printed == [f"row {one}" for one in range(60)]


def test_a_band_is_not_parted_from_its_first_row() -> None:
    # Every number of rows before it, so that one of them ends where the band alone would fit.
    for before in range(24, 32):

        def write(form: Form, before: int = before) -> None:
            form.band("First", rows=rows(before))
            form.band("Second", rows=[((Line("its row"),), ())])

        words = words_on(written(write, least=20))
        assert page_of(words, "Second") == page_of(words, "its row")


def page_of(words: tuple[Word, ...], text: str) -> int:
    return next(word.page for word in words if word.text == text)


def test_a_row_is_as_high_as_a_hand_needs() -> None:
    data = written(lambda form: form.band("Haiti", rows=rows(3)), least=33)
    heights = [word.y for word in words_on(data) if word.text.startswith("row")]
    assert [round(one - two) for one, two in pairwise(heights)] == [33, 33]


def test_a_paragraph_in_a_cell_is_cut_visibly_after_five_lines() -> None:
    words = " ".join(["somewhat"] * 400)
    data = written(lambda form: form.row(((Line(words),), ())))
    lines = [word for word in words_on(data) if word.text.startswith("somewhat")]
    assert len(lines) == 5
    assert lines[-1].text.endswith("…")


def test_a_box_carries_its_words_beside_it() -> None:
    data = written(lambda form: form.row((Box(ticked=True, words="08:44"), ())))
    assert "08:44" in texts_on(data, 1)


def test_a_sign_stands_before_the_first_line_only() -> None:
    words = " ".join(["point"] * 40)
    data = written(lambda form: form.row(((Line(words, indent=10, sign="–"),), ())))
    printed = texts_on(data, 1)
    assert printed.count("–") == 1
    assert len([line for line in printed if line.startswith("point")]) > 1


def test_columns_of_the_right_side_end_where_they_end() -> None:
    data = written(lambda form: form.row(((Line("x"),), (Line("wide and long"),))))
    wide = next(word for word in words_on(data) if word.text == "wide and long")
    head = next(word for word in words_on(data) if word.text == "Right")
    assert wide.x < head.x


def test_rows_that_need_two_pages_fill_both_about_evenly() -> None:
    data = written(lambda form: form.even(rows(37)), least=21)
    assert page_count(data) == 2
    printed = [word for word in words_on(data) if word.text.startswith("row")]
    assert [word.text for word in printed] == [f"row {one}" for one in range(37)]
    assert [sum(word.page == page for word in printed) for page in (1, 2)] == [19, 18]


@given(st.lists(st.floats(5, 90), max_size=80), st.floats(60, 700))
def test_no_page_is_added_for_the_sake_of_evenness_and_none_is_overfull(heights: list[float], room: float) -> None:
    starts = page_starts(heights, room)
    pages: list[list[float]] = [[]]
    for height, begins in zip(heights, starts, strict=True):
        if begins:
            pages.append([])
        pages[-1].append(height)
    assert all(sum(page) <= room or len(page) == 1 for page in pages)
    fewest, used = 1, 0.0
    for height in heights:
        if used and used + height > room:
            fewest, used = fewest + 1, 0.0
        used += height
    assert len(pages) == fewest
