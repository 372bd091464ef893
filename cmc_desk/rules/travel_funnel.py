"""How far sponsored travel has come, from the seats that are paid for to the allowances that are paid out."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from cmc_desk.rules.stay import arrives
from cmc_desk.rules.travel_facts import Seat, Sponsorship
from cmc_desk.rules.travel_states import PaymentState, Travel


class Stage(StrEnum):
    """A stage of the funnel, in its order."""

    FUNDED = "funded"
    NOMINATED = "nominated"
    TICKETED = "ticketed"
    ARRIVED = "arrived"
    CHECKED_IN = "checked in"
    PAID = "paid"


@dataclass(frozen=True, slots=True)
class Coming:
    """Officials of one delegation who land next today: how many, and when the first of them does."""

    delegation: str
    number: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Funnel:
    """How many of the financed seats have come how far; those of the host do not count.

    `agencies` says how many seats each bears (one that is shared counts with whoever bears most of it). `short` are the delegations that have
    not named everybody, with how many are missing; `coming` is who lands next today, `to_pay` how many have arrived and wait
    for their allowance, `to_settle` how many were paid and whose boarding passes are still to come.
    """

    counts: tuple[tuple[Stage, int], ...] = ()
    agencies: tuple[tuple[str, int], ...] = ()
    short: tuple[tuple[str, int], ...] = ()
    coming: Coming | None = None
    arriving: int = 0
    to_pay: int = 0
    to_settle: int = 0

    def count(self, stage: Stage) -> int:
        """Return how many have come so far."""
        return dict(self.counts).get(stage, 0)


_TICKETED = frozenset({Travel.TICKETED, Travel.TRAVELLED_OUT, Travel.ARRIVED, Travel.TRAVELLED_BACK})
# Whoever needs no ticket of ours waits for none.
_NEEDS_NONE = frozenset({Travel.SELF_ARRANGED, Travel.NOT_REQUIRED})
_PAID = frozenset({PaymentState.PAID, PaymentState.SETTLED, PaymentState.RECOVERY_DUE})


def funnel(
    seats: Sequence[Seat],
    sponsorships: Mapping[str, Sponsorship],
    *,
    seen: Mapping[str, datetime],
    now: datetime,
) -> Funnel:
    """Return how far the holders of the financed `seats` have come at `now`, which is on the clocks of the meeting.

    `seen` is whom the desk has checked in, by participant.
    """
    financed = [seat for seat in seats if not seat.local]
    held = [sponsorships[seat.sponsorship] for seat in financed if seat.sponsorship]
    here = [one for one in held if _is_here(one)]
    agencies = Counter(
        max(seat.shares, key=lambda share: share.basis_points).agency for seat in financed if seat.shares
    )
    short = Counter(seat.delegation for seat in financed if not seat.sponsorship)
    coming = _coming(held, seen, now)
    return Funnel(
        counts=(
            (Stage.FUNDED, len(financed)),
            (Stage.NOMINATED, len(held)),
            (Stage.TICKETED, sum(one.travel in _TICKETED | _NEEDS_NONE for one in held)),
            # The desk has seen them: then they are in the city, whatever Travel knows.
            (Stage.ARRIVED, sum(_is_here(one) or one.participant in seen for one in held)),
            (Stage.CHECKED_IN, sum(one.participant in seen for one in held)),
            (Stage.PAID, sum(one.payment in _PAID for one in held)),
        ),
        agencies=tuple(sorted(agencies.items())),
        short=tuple(sorted(short.items())),
        coming=_next_of(coming),
        arriving=len(coming),
        to_pay=sum(one.payment not in _PAID for one in here),
        to_settle=sum(one.payment is PaymentState.PAID for one in held),
    )


def _is_here(one: Sponsorship) -> bool:
    return one.arrived_at is not None and one.travel is not Travel.NO_SHOW


def _coming(held: Sequence[Sponsorship], seen: Mapping[str, datetime], now: datetime) -> list[tuple[datetime, str]]:
    today: date = now.date()
    found = []
    for one in held:
        lands = arrives(one.itinerary)
        if lands is None or one.arrived_at is not None or one.participant in seen or one.does_not_come:
            continue
        local = lands.astimezone(now.tzinfo)
        if local.date() == today:
            found.append((local, one.delegation))
    return sorted(found)


def _next_of(coming: Sequence[tuple[datetime, str]]) -> Coming | None:
    if not coming:
        return None
    at, delegation = coming[0]
    return Coming(delegation, sum(one == delegation for _at, one in coming), at)
