"""The order in which badges come out of the printer."""

from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.badge_order import TRAYS, BadgeKey, BadgeOrder, Tray, ordered, tray_of

KEYS = [
    BadgeKey("zoe", (0, "aruba"), head=False, name="zimmer zoe"),
    BadgeKey("ana", (0, "aruba"), head=False, name="alvarez ana"),
    BadgeKey("lou", (0, "aruba"), head=True, name="lopez lou"),
    BadgeKey("kim", (0, "anguilla"), head=False, name="kim ji"),
    BadgeKey("ida", (3, "iom"), head=False, name="ba ida"),
]


def test_a_delegation_comes_together_with_its_head_first() -> None:
    assert ordered(KEYS) == ("kim", "lou", "ana", "zoe", "ida")


def test_by_name_the_delegation_does_not_count() -> None:
    assert ordered(KEYS, BadgeOrder.NAME) == ("ana", "ida", "kim", "lou", "zoe")


def test_by_tray_every_tray_is_in_order_of_names() -> None:
    assert ordered(KEYS, BadgeOrder.TRAY) == ("ana", "ida", "kim", "lou", "zoe")
    trays = (Tray("l", "z"), Tray("a", "k"))
    assert ordered(KEYS, BadgeOrder.TRAY, trays) == ("lou", "zoe", "ana", "ida", "kim")


def test_a_tray_is_titled_by_its_letters() -> None:
    assert [tray.title for tray in TRAYS] == ["A–K", "L–Z"]


def test_the_trays_meet_at_k_and_l() -> None:
    assert [tray_of(name) for name in ("abe", "kim", "lopez", "zoe")] == [0, 0, 1, 1]


def test_what_begins_with_no_letter_of_a_tray_lies_in_the_last_one() -> None:
    assert [tray_of(name) for name in ("", "3com", "小明")] == [1, 1, 1]


@given(
    st.lists(
        st.builds(BadgeKey, st.uuids().map(str), st.tuples(st.integers(0, 3), st.text()), st.booleans(), st.text())
    )
)
def test_every_order_keeps_everybody_once(keys: list[BadgeKey]) -> None:
    for order in BadgeOrder:
        assert sorted(ordered(keys, order)) == sorted(key.participant for key in keys)
