"""A list that is sent again says what has changed since it was sent."""

from cmc_desk.rules.sent_lists import Difference, What, differences, packed, unpacked

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
