"""The roll call: alphabetical from a drawn delegation, in three languages, and a lot that can be shown to be fair."""

from dataclasses import replace

import hypothesis.strategies as st
import pytest
from hypothesis import given

from cmc_desk.rules.floor_kinds import Draw, HostPlace
from cmc_desk.rules.meeting import DelegationKind as Kind
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.roll_call import RollMember, by_hand, draw_among, drawn, place_in_roll, roll_order
from tests.rules.floored import NOON

ENGLISH = (
    RollMember("BS", Kind.STATE, "Bahamas (the)"),
    RollMember("DM", Kind.STATE, "Dominica"),
    RollMember("GM", Kind.STATE, "The Gambia"),
    RollMember("JM", Kind.STATE, "Jamaica"),
    RollMember("CW", Kind.TERRITORY, "Curaçao"),
    RollMember("AW", Kind.TERRITORY, "Aruba"),
    RollMember("IT", Kind.OBSERVER_STATE, "Italy"),
    RollMember("IOM", Kind.UN, "International Organization for Migration"),
    RollMember("SEC", Kind.SECRETARIAT, "Secretariat"),
    RollMember("NGO", Kind.OTHER, "Zeal"),
)
FRENCH = (
    RollMember("US", Kind.STATE, "États-Unis d’Amérique (les)"),
    RollMember("ES", Kind.STATE, "Espagne"),
    RollMember("EE", Kind.STATE, "Estonie"),
    RollMember("FJ", Kind.STATE, "Fidji"),
)


def test_states_come_before_territories_observers_and_organisations_each_by_name() -> None:
    assert roll_order(ENGLISH) == ("BS", "DM", "GM", "JM", "AW", "CW", "IT", "IOM", "NGO", "SEC")


def test_the_roll_begins_with_the_drawn_state_and_goes_round_the_states_only() -> None:
    assert roll_order(ENGLISH, first="GM")[:6] == ("GM", "JM", "BS", "DM", "AW", "CW")


def test_a_territory_that_was_drawn_begins_the_territories() -> None:
    assert roll_order(ENGLISH, first="CW")[:6] == ("BS", "DM", "GM", "JM", "CW", "AW")


def test_accents_do_not_count_in_any_language() -> None:
    assert roll_order(FRENCH) == ("ES", "EE", "US", "FJ")


def test_the_host_speaks_in_its_place_first_or_last() -> None:
    assert roll_order(ENGLISH, first="GM", host="JM")[1] == "JM"
    assert roll_order(ENGLISH, first="GM", host="JM", host_place=HostPlace.FIRST)[:2] == ("JM", "GM")
    assert roll_order(ENGLISH, first="GM", host="JM", host_place=HostPlace.LAST)[-1] == "JM"
    assert roll_order(FRENCH, host="JM", host_place=HostPlace.LAST) == roll_order(FRENCH)


def test_the_lot_is_drawn_among_the_states_without_a_host_who_has_a_place_of_its_own() -> None:
    assert draw_among(ENGLISH, host="JM") == ("BS", "DM", "GM", "JM")
    assert draw_among(ENGLISH, host="JM", host_place=HostPlace.LAST) == ("BS", "DM", "GM")
    assert draw_among(ENGLISH[3:4], host="JM", host_place=HostPlace.LAST) == ("JM",)
    assert draw_among(ENGLISH[4:6]) == ("AW", "CW")
    assert draw_among(()) == ()


def test_the_lot_counts_round_the_list() -> None:
    assert drawn(6, ("BS", "DM", "GM", "JM")) == "GM"
    with pytest.raises(Refusal, match="nobody to draw among"):
        drawn(6, ())


def test_a_draw_shows_that_it_is_fair() -> None:
    draw = Draw("d", "t", "GM", "en", 6, ("BS", "DM", "GM", "JM"), NOON, "P. Specimen-Lowe")
    assert drawn(draw.number, draw.among) == draw.delegation
    assert not by_hand(draw)
    in_the_room = replace(draw, among=(), number=0)
    assert by_hand(in_the_room)


def test_whoever_comes_late_goes_to_their_place_in_the_roll_unless_it_has_passed() -> None:
    roll = ("GM", "JM", "BS", "DM", "AW")
    assert place_in_roll("BS", roll, ["JM", "DM", "AW"], {"GM"}) == 1
    assert place_in_roll("AW", roll, ["JM"], ()) == 1
    assert place_in_roll("JM", roll, ["DM"], {"GM", "BS"}) is None
    assert place_in_roll("XX", roll, ["DM"], ()) is None


members = st.lists(
    st.builds(
        RollMember, st.text("ABCDE", min_size=2, max_size=3), st.sampled_from(Kind), st.text("abéÉ the", max_size=6)
    ),
    unique_by=lambda one: one.delegation,
    max_size=9,
)


@given(members, st.data())
def test_a_roll_names_everybody_once_and_a_drawn_delegation_only_turns_its_category(
    found: list[RollMember], data: st.DataObject
) -> None:
    plain = roll_order(found)
    assert sorted(plain) == sorted(one.delegation for one in found)
    if not found:
        return
    among = draw_among(found)
    first = drawn(data.draw(st.integers(0, 2**64 - 1)), among)
    turned = roll_order(found, first=first)
    at = among.index(first)
    assert turned == (*among[at:], *among[:at], *plain[len(among) :])
