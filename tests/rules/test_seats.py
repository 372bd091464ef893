"""Seats are as many as the quota says, each wholly borne, and what came before on them stays a chain."""

from dataclasses import replace

import pytest

from cmc_desk.rules import seats
from cmc_desk.rules.meeting import Eligibility
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_facts import Seat, Share
from cmc_desk.rules.travel_states import Nomination, Profile
from tests.rules.travel_case import ONE, SEAT, but

AGENCIES = ("IOM", "UNHCR")


@pytest.mark.parametrize(
    ("eligibility", "number"),
    [
        (Eligibility.SPONSORED, 2),
        (Eligibility.HOST, 2),
        (Eligibility.OPTIONAL, 0),
        (Eligibility.OBSERVER, 0),
        (Eligibility.NONE, 0),
    ],
)
def test_who_is_financed_has_as_many_seats_as_the_quota_says(eligibility: Eligibility, number: int) -> None:
    assert seats.seats_of(eligibility, 2) == number


def test_the_agencies_take_turns_and_so_do_the_offices() -> None:
    assert [seats.usual_profile(number) for number in (1, 2, 3)] == [
        Profile.FOREIGN_AFFAIRS,
        Profile.IMMIGRATION,
        Profile.FOREIGN_AFFAIRS,
    ]
    shares = [seats.usual_shares(number, AGENCIES, local=False) for number in (1, 2, 3)]
    assert [share.agency for (share,) in shares] == ["IOM", "UNHCR", "IOM"]
    assert seats.usual_shares(1, AGENCIES, local=True) == seats.usual_shares(1, (), local=False) == ()
    assert seats.seat_key("HT", 2) == "HT-2"


@pytest.mark.parametrize(
    ("shares", "local", "sentence"),
    [
        ((), False, "do not make 100"),
        ((Share("IOM", 9_999),), False, "do not make 100"),
        ((Share("IOM", 10_000), Share("UNHCR", 0)), False, "do not make 100"),
        ((Share("UNICEF", 10_000),), False, "No agency is called UNICEF"),
        ((Share("IOM", 5_000), Share("IOM", 5_000)), False, "stands there twice"),
        ((Share("IOM", 5_000),), True, "do not make 100"),
    ],
)
def test_parts_that_make_no_whole_are_refused(*, shares: tuple[Share, ...], local: bool, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        seats.check_shares(shares, AGENCIES, local=local)


def test_a_seat_may_be_split_and_a_local_one_borne_by_nobody() -> None:
    seats.check_shares((Share("IOM", 3_333), Share("UNHCR", 6_667)), AGENCIES, local=False)
    seats.check_shares((), AGENCIES, local=True)


def held(number: int, by: str) -> Seat:
    return replace(SEAT, key=f"HT-{number}", number=number, sponsorship=by)


def test_a_quota_is_not_lowered_below_a_seat_that_is_held() -> None:
    both = [held(1, "a"), held(2, "b")]
    names = {"a": "Blaise Sample-Dorval", "b": "Nadège Example-Pierre"}
    with pytest.raises(Refusal, match="Seat 2 is held by Nadège Example-Pierre: there cannot be 1 seat only"):
        seats.check_quota(1, both, names)
    assert seats.check_quota(2, both, names) == 2
    assert seats.check_quota(0, [held(1, "")], {}) == 0


@pytest.mark.parametrize("quota", [-1, 51, "2", True, None])
def test_a_quota_is_a_number_in_reason(quota: object) -> None:
    with pytest.raises(Refusal, match="from 0 to 50"):
        seats.check_quota(quota, [], {})


def test_replacements_are_a_chain_from_whichever_of_them_one_looks() -> None:
    first = but(key="1", nomination=Nomination.REPLACED)
    second = but(key="2", nomination=Nomination.REPLACED, replaces="1")
    third = but(key="3", replaces="2")
    alone = but(key="4", nomination=Nomination.DECLINED)
    everybody = (third, alone, first, second)
    for key in "123":
        assert seats.chain(everybody, key) == (first, second, third)
    assert seats.chain(everybody, "4") == (alone,)
    assert seats.is_whole((first, second, third))
    assert not seats.is_whole((first, third))
    assert not seats.is_whole((first, replace(second, seat="HT-1")))
    assert not seats.is_whole((ONE, replace(second, replaces=ONE.key)))


def test_a_seat_is_known_by_its_delegation_and_its_number() -> None:
    assert (seats.number_of(seats.seat_key("HT", 2)), seats.number_of("A-B-12")) == (2, 12)
