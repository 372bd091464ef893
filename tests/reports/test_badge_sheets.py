"""Where badges lie on sheets: cells, shifts, backs behind fronts, folds and crop marks."""

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from cmc_desk.exchange.badge_files import badge_designs, badge_stocks
from cmc_desk.i18n import texts
from cmc_desk.reports.badges import render_badges
from cmc_desk.rules.badge_design import BackSide, Show
from cmc_desk.rules.badge_sheet import places
from tests.reports.badge_case import MM, NUMBERED, box_of, page_count, pages, picture, positions, run

EN = texts("en")


def found_at(content: bytes, word: str, page: int = 0) -> tuple[float, float]:
    """Return where a text begins, which has to be on the page once."""
    ((x, y),) = [(x, y) for text, x, y in positions(content, page) if text == word]
    return x, y


@pytest.mark.parametrize("design", sorted(badge_designs()))
def test_a_text_begins_where_its_box_begins_in_every_cell(design: str) -> None:
    stock = {
        "a6": "a4-4-a6",
        "90x55": "a4-8-90x55",
        "cr80": "durable-1445",
        "80x50": "herma-4412",
        "62x100": "roll-62x100",
    }
    asked = run(design, stock[design], NUMBERED[:4])
    show = Show.NAME_FIRST if design in {"a6", "62x100"} else Show.NAME
    box = next(
        field.box
        for field in asked.design.front
        if field.show is show
        and (show is Show.NAME or "name of one line" in field.only)
        and "photograph" not in field.only
    )
    content = render_badges(asked, EN)
    where = places(asked.design, asked.stock)
    for number in range(4):
        page, place = divmod(number, asked.stock.cells)
        x, y = found_at(content, f"Person{number}", page)
        assert x == pytest.approx(where[place].front.x + box.x, abs=0.05)
        assert where[place].front.y + box.y < y < where[place].front.y + box.y + box.height


def test_a_part_used_sheet_is_begun_at_the_cell_that_is_said_and_nobody_leaves_a_cell_empty() -> None:
    asked = run("90x55", "a4-8-90x55", (NUMBERED[0], None, NUMBERED[1]), start_cell=6)
    content = render_badges(asked, EN)
    where = places(asked.design, asked.stock)
    name = box_of("90x55", Show.NAME)
    assert found_at(content, "Person0")[0] == pytest.approx(where[6].front.x + name.x, abs=0.05)
    assert found_at(content, "Person1", 1)[0] == pytest.approx(where[0].front.x + name.x, abs=0.05)
    assert page_count(content) == 2


def test_the_shift_moves_everything_right_and_down() -> None:
    asked = run("90x55", "a4-8-90x55", NUMBERED[:2])
    straight, moved = (
        positions(render_badges(replace(asked, shift_x=right, shift_y=down), EN))
        for right, down in ((0, 0), (1.5, -0.7))
    )
    assert [text for text, _x, _y in straight] == [text for text, _x, _y in moved]
    for (_text, x, y), (_same, moved_x, moved_y) in zip(straight, moved, strict=True):
        assert (moved_x - x, moved_y - y) == pytest.approx((1.5, -0.7), abs=0.02)


def test_each_page_of_fronts_is_followed_by_that_of_their_backs() -> None:
    content = render_badges(run("a6", "a4-4-a6", NUMBERED[:5], back=BackSide.DUPLEX), EN)
    with_agenda = ["Thursday 5 December" in text for text in pages(content)]
    assert with_agenda == [False, True, False, True]
    assert ["Person4" in text for text in pages(content)] == [False, False, True, True]


def test_a_back_lies_behind_its_front_also_on_a_sheet_that_is_not_symmetric() -> None:
    labels = replace(badge_stocks()["durable-1445"], left=19.0)
    asked = replace(run("cr80", "durable-1445", NUMBERED[:3], back=BackSide.DUPLEX), stock=labels)
    content = render_badges(asked, EN)
    back_name = next(field.box for field in asked.design.back if field.show is Show.NAME)
    for number, place in enumerate(places(asked.design, labels)[:3]):
        behind = labels.page_width - place.front.x - asked.design.width
        assert found_at(content, f"Person{number}", 1)[0] == pytest.approx(behind + back_name.x, abs=0.05)
    # In the row above, the back of the right one stands to the left.
    assert found_at(content, "Person1", 1)[0] < found_at(content, "Person0", 1)[0]


def test_backs_can_be_moved_apart_from_fronts() -> None:
    asked = run("a6", "single-a6", NUMBERED[:1], back=BackSide.DUPLEX, shift_x=1)
    moved = replace(asked, back_shift_x=2, back_shift_y=1)
    assert positions(render_badges(asked, EN), 0) == positions(render_badges(moved, EN), 0)
    before, after = (found_at(render_badges(one, EN), "Contacts", 1) for one in (asked, moved))
    assert (after[0] - before[0], after[1] - before[1]) == pytest.approx((2, 1), abs=0.02)


def test_a_folded_badge_has_its_back_to_the_right_on_the_same_page() -> None:
    content = render_badges(run("a6", "a4-4-a6", NUMBERED[:3], back=BackSide.FOLD), EN)
    assert page_count(content) == 2
    names = sorted((y, x) for text, x, y in positions(content) if text == "Person0")
    assert [x for _y, x in names] == pytest.approx([105 + 9, 9], abs=0.05) or [x for _y, x in names] == pytest.approx(
        [9, 114], abs=0.05
    )
    single = PdfReader(io.BytesIO(render_badges(run("a6", "single-a6", NUMBERED[:1], back=BackSide.FOLD), EN)))
    assert float(single.pages[0].mediabox.width) == pytest.approx(210 * MM, abs=0.1)


def test_crop_marks_lie_outside_of_the_badge() -> None:
    asked = run("90x55", "a4-8-90x55", NUMBERED[:1])
    without, with_marks = (
        picture(render_badges(replace(asked, crop_marks=marks), EN), dots=144) for marks in (False, True)
    )
    front = places(asked.design, asked.stock)[0].front
    x, y = front.x * MM * 2, front.y * MM * 2
    strip = (round(x - 20), round(y - 2), round(x - 8), round(y + 3))
    assert without.crop(strip).getextrema() == ((255, 255),) * 3
    assert with_marks.crop(strip).getextrema() != ((255, 255),) * 3
    inside = tuple(round(2 * MM * side) for side in (front.x + 1, front.y + 1, front.x + 89, front.y + 54))
    assert without.crop(inside).tobytes() == with_marks.crop(inside).tobytes()  # type: ignore[arg-type] # four numbers
