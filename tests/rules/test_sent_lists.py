"""A list that is sent again says what has changed since it was sent."""

from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.sent_lists import Difference, What, differences, edition_of, packed, unpacked

ANA = {"key": "a", "name": "Ana Example", "room": "single", "late": "no"}
BEN = {"key": "b", "name": "Ben Sample", "room": "double", "late": "no"}


def test_what_is_new_changed_and_gone() -> None:
    now = [{**ANA, "late": "yes"}, {"key": "c", "name": "Cy Muster"}]
    assert differences([ANA, BEN], now) == (
        Difference(What.CHANGED, "Ana Example", (("late", "no", "yes"),)),
        Difference(What.NEW, "Cy Muster"),
        Difference(What.GONE, "Ben Sample"),
    )


def test_a_column_that_came_or_went_is_a_difference_if_it_says_something() -> None:
    assert differences([{**ANA, "floor": ""}], [ANA]) == ()
    assert differences([{**ANA, "floor": "2"}], [ANA])[0].fields == (("floor", "2", ""),)
    assert differences([ANA], [{**ANA, "floor": "2"}])[0].fields == (("floor", "", "2"),)


def test_rows_are_kept_as_they_were() -> None:
    rows = [{**ANA, "name": "Anaïs Żółć"}, BEN]
    assert unpacked(packed(rows)) == tuple(rows)
    assert differences(unpacked(packed(rows)), rows) == ()


def test_what_was_sent_keeps_its_number_and_the_next_takes_the_place_of_what_was_other() -> None:
    late = [{**ANA, "late": "yes"}]
    assert edition_of([], [ANA]) == (1, 0)
    assert edition_of([(1, [ANA])], [ANA]) == (1, 0)
    assert edition_of([(1, [ANA])], late) == (2, 1)
    assert edition_of([(2, late), (1, [ANA])], late) == (2, 1)
    # What is as it once was is new all the same: the newest that was sent says something else.
    assert edition_of([(2, late), (1, [ANA])], [ANA]) == (3, 2)
    # An older program numbered what it sent twice anew.
    assert edition_of([(2, [ANA]), (1, [ANA])], late) == (3, 2)
    assert edition_of([(3, late), (2, late), (1, [ANA])], late) == (3, 1)


@given(st.lists(st.integers(0, 3), max_size=8))
def test_whatever_is_sent_the_numbers_run_and_differences_bridge_to_what_was_sent_last(sent: list[int]) -> None:
    kept: list[tuple[int, list[dict[str, str]]]] = []
    for room in sent:
        rows = [{**ANA, "room": str(room)}]
        number, before = edition_of(kept, rows)
        if not kept or kept[0][0] != number:
            kept.insert(0, (number, rows))
        assert [one for one, _rows in kept] == list(range(len(kept), 0, -1))
        assert before == number - 1
        assert edition_of(kept, rows) == (number, before)
