"""A loss shared out among several who can bear only so much: in proportion, in whole units, and exactly."""

from collections.abc import Sequence
from datetime import timedelta

from cmc_desk.rules.agenda_plan import ZERO

# Lengths of an agenda are minutes; seconds are taken only where whole minutes do not reach.
_UNITS = (timedelta(minutes=1), timedelta(seconds=1))


def shared_out(need: timedelta, weights: Sequence[timedelta], rooms: Sequence[timedelta]) -> tuple[timedelta, ...]:
    """Return what each gives so that together they give `need`: in proportion to the weights, and nobody more than its room.

    It is given in whole minutes where they reach, else in seconds, so that up to one of them more may be given than is needed. If all rooms
    together are less than the need, everybody gives the whole of it.
    """
    if need <= ZERO:
        return (ZERO,) * len(rooms)
    for unit in _UNITS:
        spare = [room // unit for room in rooms]
        wanted = -(-need // unit)
        if sum(spare) >= wanted:
            shares = _filled(wanted, [weight / unit for weight in weights], spare)
            return tuple(unit * share for share in shares)
    return tuple(rooms)


def _filled(wanted: int, weights: Sequence[float], spare: Sequence[int]) -> list[int]:
    """Fill like water: in proportion, who is full drops out, and what it could not take goes to the others; then round to the total."""
    exact = [0.0] * len(spare)
    open_ones = {number for number, room in enumerate(spare) if room}
    rest = float(wanted)
    while open_ones:
        whole = sum(weights[number] for number in open_ones)
        full = {number for number in open_ones if rest * weights[number] >= spare[number] * whole}
        if not full:
            for number in open_ones:
                exact[number] = rest * weights[number] / whole
            break
        for number in full:
            exact[number] = float(spare[number])
        rest = max(0.0, rest - sum(spare[number] for number in full))
        open_ones -= full
    shares = [min(room, int(amount)) for amount, room in zip(exact, spare, strict=True)]
    by_fraction = sorted(range(len(spare)), key=lambda number: (shares[number] - exact[number], number))
    while missing := wanted - sum(shares):
        for number in [each for each in by_fraction if shares[each] < spare[each]][:missing]:
            shares[number] += 1
    return shares
