"""The frame around a face: 3:4 whatever is done with it, and always inside the picture."""

from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.cropping import ASPECT, Frame, Size, first_frame, moved, pulled, resized, shares

NEARLY = 1e-6
sides = st.floats(80, 20_000)
sizes = st.builds(Size, sides, sides)
steps = st.floats(-30_000, 30_000)


def is_inside(frame: Frame, size: Size) -> bool:
    slack = NEARLY * max(size.width, size.height)
    return (
        frame.x >= -slack
        and frame.y >= -slack
        and frame.width > 0
        and frame.x + frame.width <= size.width + slack
        and frame.y + frame.height <= size.height + slack
    )


def test_the_first_frame_is_as_large_as_it_can_be_and_nearer_to_the_top() -> None:
    assert first_frame(Size(400, 300)) == Frame(87.5, 0, 225)
    upright = first_frame(Size(300, 700))
    assert (upright.x, upright.width, upright.height) == (0, 300, 400)
    assert upright.y == 100


def test_a_corner_is_pulled_and_the_opposite_one_stays() -> None:
    size = Size(600, 800)
    frame = Frame(100, 100, 300)
    larger = pulled(frame, 490, 620, size, left=False, upper=False)
    assert (larger.x, larger.y, larger.width) == (100, 100, 390)
    smaller = pulled(frame, 250, 300, size, left=True, upper=True)
    assert (smaller.x + smaller.width, smaller.y + smaller.height) == (400, 500)
    assert smaller.width == 150
    assert pulled(frame, 250, 900, size, left=True, upper=False).width == 400, "as far as the picture goes"


def test_shares_tell_where_the_frame_is_in_a_picture_of_any_size() -> None:
    assert shares(Frame(100, 200, 150), Size(400, 400)) == (0.25, 0.5, 0.625, 1.0)


@given(sizes, st.lists(st.tuples(st.sampled_from(["move", "resize", "pull"]), steps, steps), max_size=8))
def test_whatever_is_done_the_frame_stays_inside(size: Size, acts: list[tuple[str, float, float]]) -> None:
    frame = first_frame(size)
    assert is_inside(frame, size)
    for act, one, other in acts:
        if act == "move":
            frame = moved(frame, one, other, size)
        elif act == "resize":
            frame = resized(frame, abs(one) / 10_000, size)
        else:
            frame = pulled(frame, one, other, size, left=one > other, upper=one > 0)
        assert is_inside(frame, size)
        left, top, right, bottom = shares(frame, size)
        assert -NEARLY <= left < right <= 1
        assert -NEARLY <= top < bottom <= 1


@given(sizes, st.floats(0.5, 2))
def test_larger_and_smaller_again_is_where_it_was_if_there_was_room(size: Size, factor: float) -> None:
    frame = resized(first_frame(size), 0.4, size)
    there = resized(frame, factor, size)
    back = resized(there, frame.width / there.width, size)
    assert abs(back.width - frame.width) < NEARLY * size.width
    assert abs(frame.height * ASPECT - frame.width) < NEARLY * size.width
