"""How far sponsored travel has come, stage by stage."""

from datetime import UTC, datetime

from cmc_desk.rules.travel_facts import GoneAtDesk, Itinerary, Leg, Seat, Share, Sponsorship
from cmc_desk.rules.travel_funnel import Coming, Stage, funnel
from cmc_desk.rules.travel_states import Direction, Gone, Nomination, PaymentState, Profile, Travel

NOW = datetime(2019, 12, 5, 12, 0, tzinfo=UTC)


def seat(delegation: str, held: str = "", *, local: bool = False, agency: str = "IOM") -> Seat:
    return Seat(f"{delegation}-{held}", delegation, 1, Profile.OTHER, (Share(agency, 10_000),), local, held)


def official(key: str, delegation: str = "HT", **more: object) -> Sponsorship:
    told = {"nomination": Nomination.ACCEPTED} | more
    return Sponsorship(key=key, seat=key, participant=f"p-{key}", delegation=delegation, **told)  # type: ignore[arg-type]


def lands(hour: int, day: int = 5) -> Itinerary:
    at = datetime(2019, 12, day, hour, tzinfo=UTC)
    return Itinerary("i", 1, (Leg("l", 1, Direction.OUT, "BW", "1", "PAP", "KIN", at, at),))


def test_each_stage_counts_who_has_come_so_far_and_the_seats_of_the_host_count_nowhere() -> None:
    held = [
        official("paid", travel=Travel.ARRIVED, arrived_at=NOW, payment=PaymentState.PAID),
        official("arrived", travel=Travel.ARRIVED, arrived_at=NOW),
        official("seen", travel=Travel.TICKETED),
        official("own", travel=Travel.NOT_REQUIRED),
        official("named"),
        official("no-show", travel=Travel.NO_SHOW, arrived_at=NOW),
        official("host"),
    ]
    seats = [seat("HT", one.key, agency="UNHCR" if one.key == "own" else "IOM") for one in held[:-1]]
    seats += [seat("SX"), seat("AW"), seat("AW"), seat("JM", "host", local=True)]
    found = funnel(seats, {one.key: one for one in held}, seen={"p-seen": NOW, "p-paid": NOW}, now=NOW)
    assert [found.count(stage) for stage in Stage] == [9, 6, 4, 3, 2, 1]
    assert found.agencies == (("IOM", 8), ("UNHCR", 1))
    assert found.short == (("AW", 2), ("SX", 1))
    assert (found.to_pay, found.to_settle, found.coming, found.arriving) == (1, 1, None, 0)


def test_who_lands_next_today_is_told_with_the_others_of_the_delegation_and_who_is_here_or_given_up_is_not() -> None:
    gone = GoneAtDesk(next(iter(Gone)))
    held = [
        official("late", itinerary=lands(19)),
        official("first", "CU", itinerary=lands(15)),
        official("second", "CU", itinerary=lands(16)),
        official("here", itinerary=lands(9), arrived_at=NOW),
        official("seen", itinerary=lands(9)),
        official("tomorrow", itinerary=lands(9, day=6)),
        official("given-up", itinerary=lands(13), gone=gone),
        official("unknown"),
    ]
    found = funnel(
        [seat(one.delegation, one.key) for one in held], {one.key: one for one in held}, seen={"p-seen": NOW}, now=NOW
    )
    assert found.coming == Coming("CU", 2, lands(15).legs[0].arrives)
    assert found.arriving == 3


def test_a_seat_that_nobody_bears_has_no_agency() -> None:
    found = funnel([Seat("s", "HT", 1, Profile.OTHER, ())], {}, seen={}, now=NOW)
    assert (found.agencies, found.count(Stage.FUNDED)) == ((), 1)
