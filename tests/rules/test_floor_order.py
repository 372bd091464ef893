"""The order of those who wait: new ones, absent ones, moves by hand, and the places that keep it."""

from itertools import pairwise

import hypothesis.strategies as st
import pytest
from hypothesis import given

from cmc_desk.rules.agenda_plan import ListOrder, SpeakerCategory
from cmc_desk.rules.floor_kinds import Entry
from cmc_desk.rules.floor_kinds import SpeechKind as Kind
from cmc_desk.rules.floor_order import STEP, check_order, moved, places, with_absent, with_new
from cmc_desk.rules.refusal import Refusal
from tests.rules.floored import entry

STATES = [entry("BB"), entry("HT"), entry("JM")]
ARUBA = entry("AW", category=SpeakerCategory.TERRITORY)
IOM = entry("IOM", category=SpeakerCategory.ORGANISATION)
REPLY = entry("HT-reply", kind=Kind.RIGHT_OF_REPLY)
ORDER = entry("AW-order", kind=Kind.POINT_OF_ORDER)
QUESTION = entry("BZ-question", kind=Kind.QUESTION)


def test_a_state_that_asks_comes_behind_the_states_and_before_the_organisations() -> None:
    new = entry("KN")
    assert with_new([*STATES, ARUBA, IOM, REPLY], new, ListOrder.REQUEST) == (
        *("BB", "HT", "JM", "KN", "AW", "IOM", "HT-reply"),
    )


def test_in_a_list_that_was_sorted_by_hand_who_comes_late_is_last_but_before_the_replies() -> None:
    new = entry("KN")
    assert with_new([IOM, *STATES, ARUBA, REPLY], new, ListOrder.HAND)[-2:] == ("KN", "HT-reply")


def test_a_point_of_order_comes_first_and_a_question_behind_it() -> None:
    assert with_new(STATES, ORDER, ListOrder.REQUEST)[0] == "AW-order"
    assert with_new([ORDER, *STATES], QUESTION, ListOrder.HAND)[:2] == ("AW-order", "BZ-question")


def test_an_answer_stands_under_its_question_or_in_front_if_that_was_asked() -> None:
    answer = entry("JM-answer", kind=Kind.ANSWER, origin="BZ-question")
    assert with_new([ORDER, QUESTION, *STATES], answer, ListOrder.REQUEST)[1:3] == ("BZ-question", "JM-answer")
    assert with_new(STATES, answer, ListOrder.REQUEST)[0] == "JM-answer"


def test_the_first_of_a_list_is_alone_in_it() -> None:
    assert with_new([], STATES[0], ListOrder.ROLL) == ("BB",)


def test_the_absent_go_to_the_end_of_their_category() -> None:
    assert with_absent([*STATES, ARUBA, IOM], STATES[0], ()) == ("HT", "JM", "BB", "AW", "IOM")


def test_whoever_is_absent_again_does_not_hold_up_the_other_categories() -> None:
    assert with_absent([*STATES[:2], ARUBA, IOM, REPLY], STATES[0], ("BB", "HT")) == (
        *("HT", "AW", "IOM", "BB", "HT-reply"),
    )


def test_whoever_is_last_and_absent_stays_last() -> None:
    assert with_absent([*STATES, REPLY], STATES[-1], ()) == ("BB", "HT", "JM", "HT-reply")


@pytest.mark.parametrize(
    ("by", "order"),
    [(-1, ("HT", "BB", "JM")), (1, ("BB", "JM", "HT")), (-9, ("HT", "BB", "JM")), (0, ("BB", "HT", "JM"))],
)
def test_one_is_moved_up_or_down_at_most_to_the_end(by: int, order: tuple[str, ...]) -> None:
    assert moved(STATES, "HT", by) == order


@pytest.mark.parametrize("keys", [["BB", "HT"], ["BB", "HT", "JM", "JM"], ["BB", "HT", "XX"]])
def test_a_sorting_by_hand_must_name_everybody_who_waits_exactly(keys: list[str]) -> None:
    with pytest.raises(Refusal, match="must name everybody"):
        check_order(STATES, keys)
    check_order(STATES, ["JM", "BB", "HT"])


def test_one_that_moved_takes_a_place_between_its_neighbours_and_nobody_else_moves() -> None:
    known = {"A": STEP, "B": 2 * STEP, "C": 3 * STEP}
    assert places(["A", "C", "B"], known, only="C") == {"C": STEP * 3 // 2}
    assert places(["C", "A", "B"], known, only="C") == {"C": 0}
    assert places(["A", "B", "C"], known, only="C") == {}
    assert places(["A", "B", "C", "D"], known, only="D") == {"D": 4 * STEP}
    assert places(["A"], {}, only="A") == {"A": STEP}


def test_where_there_is_no_room_left_everybody_gets_a_new_place() -> None:
    known = {"A": 1, "B": 2, "C": 3 * STEP}
    assert places(["A", "C", "B"], known, only="C") == {"A": STEP, "C": 2 * STEP, "B": 3 * STEP}


def test_a_whole_order_changes_only_the_places_that_are_wrong() -> None:
    assert places(["B", "A"], {"A": 2 * STEP, "B": 7}) == {"B": STEP}


entries = st.builds(
    entry,
    st.sampled_from("ABCDEFGHIJ"),
    kind=st.sampled_from(Kind),
    category=st.sampled_from(SpeakerCategory),
)
queues = st.lists(entries, unique_by=lambda one: one.key, max_size=9)


@given(queues, st.sampled_from(Kind), st.sampled_from(SpeakerCategory), st.sampled_from(ListOrder))
def test_nobody_changes_places_because_somebody_came(
    queue: list[Entry], kind: Kind, category: SpeakerCategory, order: ListOrder
) -> None:
    keys = list(with_new(queue, entry("new", kind=kind, category=category), order))
    keys.remove("new")
    assert keys == [one.key for one in queue]


@given(queues, st.data())
def test_nobody_else_changes_places_because_somebody_is_absent(queue: list[Entry], data: st.DataObject) -> None:
    if not queue:
        return
    absent = data.draw(st.sampled_from(queue))
    gone = data.draw(st.sets(st.sampled_from([one.key for one in queue])))
    keys = list(with_absent(queue, absent, gone))
    assert keys.index(absent.key) >= [one.key for one in queue].index(absent.key)
    keys.remove(absent.key)
    assert keys == [one.key for one in queue if one is not absent]


@given(numbers=st.lists(st.integers(-50, 50)), data=st.data(), one_moves=st.booleans())
def test_places_are_always_in_the_order_that_was_asked_for(
    *, numbers: list[int], data: st.DataObject, one_moves: bool
) -> None:
    known = {f"k{number}": place for number, place in enumerate(sorted(numbers))}
    keys = list(known)
    if keys and one_moves:
        only = data.draw(st.sampled_from(keys))
        keys.remove(only)
        keys.insert(data.draw(st.integers(0, len(keys))), only)
        strictly = len(set(numbers)) == len(numbers)
    else:
        only, keys, strictly = "", list(data.draw(st.permutations(keys))), True
    found = {**known, **places(keys, known, only)}
    if strictly:
        assert all(found[one] < found[other] for one, other in pairwise(keys))
