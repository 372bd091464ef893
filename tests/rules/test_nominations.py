"""Who can be nominated for a seat, and what it costs to put somebody else there."""

from dataclasses import replace

import pytest

from cmc_desk.rules.nominations import Cost, Nominee, Replacement, check_nominee, profile_of, replacement
from cmc_desk.rules.people import InstitutionKind, Status
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_states import CostKind, Profile, Travel
from tests.rules.travel_case import ITINERARY, ONE, SEAT, but

NADEGE = Nominee("nadege", "Nadège Example-Pierre", "HT", Status.NOMINATED, InstitutionKind.IMMIGRATION)


def test_an_expected_official_of_the_delegation_can_have_a_free_seat() -> None:
    check_nominee(NADEGE, SEAT, holder="")
    assert profile_of(NADEGE) is Profile.IMMIGRATION


@pytest.mark.parametrize(
    ("nominee", "holder", "sentence"),
    [
        (NADEGE, "Blaise Sample-Dorval", "Seat 2 is held by Blaise Sample-Dorval"),
        (replace(NADEGE, delegation="CU"), "", "is of another delegation"),
        (replace(NADEGE, status=Status.WITHDRAWN), "", "is not coming any more"),
    ],
)
def test_nobody_else_can(nominee: Nominee, holder: str, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        check_nominee(nominee, SEAT, holder=holder)


def test_what_a_replacement_loses_is_said_by_currency() -> None:
    costs = (
        Cost(CostKind.TICKET, "USD", 64_000, 65_100),
        Cost(CostKind.HOTEL, "USD", 36_000, 12_000),
        Cost(CostKind.ALLOWANCE, "USD", 35_520, 0),
        Cost(CostKind.OTHER, "JMD", 0, 0),
    )
    assert replacement(ONE, costs) == Replacement(needs_reason=True, sunk=(("USD", 77_100),))


def test_rooms_and_an_allowance_that_are_only_promised_are_not_lost() -> None:
    costs = (Cost(CostKind.HOTEL, "USD", 36_000, 0), Cost(CostKind.TERMINALS, "USD", 5_000, 0))
    assert replacement(but(itinerary=None), costs).sunk == ()


def test_where_no_cost_was_written_down_the_fare_of_an_issued_ticket_is_lost() -> None:
    assert replacement(ONE, ()) == Replacement(needs_reason=True, sunk=(("USD", 64_000),))
    assert replacement(but(itinerary=None), ()) == Replacement(needs_reason=True, sunk=())
    assert replacement(but(itinerary=replace(ITINERARY, fare=None)), ()) == Replacement(needs_reason=True, sunk=())
    waiting = but(travel=Travel.HELD, itinerary=replace(ITINERARY, issued_at=None))
    assert replacement(waiting, ()) == Replacement(needs_reason=False, sunk=())
