"""Where the seats of the wall stand: in columns about equally high, whatever the delegations are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.travel_states import Headline, Standing
from cmc_desk.ui.travel.tiles import Block, Tile, agency_looks
from cmc_desk.ui.travel.wall_filters import counts, shown
from cmc_desk.ui.travel.wall_layout import HEAD, TILE, lay_out


def blocks(*seats: int) -> list[Block]:
    return [
        Block(
            f"D{place}",
            f"Delegation {place}",
            "",
            tuple(
                Tile(f"D{place}-{number}", f"D{place}", number, Headline.READY, Standing.WAITS)
                for number in range(1, count + 1)
            ),
        )
        for place, count in enumerate(seats)
    ]


def everything(listed: list[Block]) -> dict[str, frozenset[str]]:
    return {block.code: frozenset(tile.key for tile in block.tiles) for block in listed}


@given(st.lists(st.integers(1, 9), min_size=1, max_size=60))
def test_every_seat_has_a_place_of_its_own(seats: list[int]) -> None:
    listed = blocks(*seats)
    laid = lay_out(listed, everything(listed), width=914, height=560)
    boxes = [one.box for one in laid.by_key.values()]
    assert len(boxes) == sum(seats)
    assert len({(box.x, box.y) for box in boxes}) == len(boxes)
    assert all(box.x >= 0 and box.x + box.width <= 914 and box.y + box.height <= laid.height for box in boxes)
    for one in laid.by_key.values():
        found = laid.at(one.box.x + 2, one.box.y + 2)
        assert found is not None
        assert found.tile == one.tile


def test_twenty_four_delegations_fit_the_window_without_scrolling() -> None:
    listed = blocks(*[2] * 24)
    laid = lay_out(listed, everything(listed), width=914, height=560)
    assert laid.height <= 560
    assert [len([one for one in laid.blocks if one.box.x == x]) for x in (0, 304, 608)] == [8, 8, 8]


def test_one_large_delegation_does_not_leave_a_column_empty() -> None:
    listed = blocks(9, 2, 2, 2, 2)
    laid = lay_out(listed, everything(listed), width=914)
    assert {one.box.x for one in laid.blocks} == {0, 304, 608}
    assert laid.blocks[0].box.height > 4 * TILE + HEAD


@pytest.mark.parametrize(("across", "down", "to"), [(1, 0, "D0-2"), (-1, 0, "D0-1"), (0, 1, "D0-3"), (0, -1, "D0-1")])
def test_an_arrow_leads_to_the_nearest_seat(across: int, down: int, to: str) -> None:
    listed = blocks(4, 2, 2)
    laid = lay_out(listed, everything(listed), width=914)
    assert laid.beside("D0-1", across=across, down=down) == to


def test_a_filter_leaves_out_delegations_that_have_no_such_seat_and_the_arrows_pass_over_the_others() -> None:
    listed = blocks(2, 2, 2)
    wanted = {"D0": frozenset({"D0-1"}), "D2": frozenset({"D2-2"})}
    laid = lay_out(listed, wanted, width=914)
    assert [one.block.code for one in laid.blocks] == ["D0", "D2"]
    assert laid.order == ("D0-1", "D2-2")
    assert laid.beside("D0-1", across=1) == "D2-2"
    assert laid.after("D0-1") == ("D2-2", "D0-1")


def test_the_filters_count_what_they_show() -> None:
    listed = blocks(2, 2)
    numbers = counts(listed)
    assert numbers["all"] == numbers["ready"] == 4
    assert numbers["visa"] == 0
    assert shown(listed, state="ready", pressing="", text="delegation 1") == {"D1": frozenset({"D1-1", "D1-2"})}
    assert shown(listed, state="visa", pressing="", text="") == {}


def test_agencies_take_turns_with_solid_and_broken_stripes() -> None:
    looks = agency_looks(("IOM", "UNHCR", "Third"))
    assert [looks[name].broken for name in ("IOM", "UNHCR", "Third")] == [False, True, False]
    assert len({look.tone for look in looks.values()}) == 3
