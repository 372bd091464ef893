"""When a list of speakers will really end: the speeches of today drawn again and again, with a few imagined ones beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import exp, log, sqrt
from random import Random
from statistics import NormalDist

from cmc_desk.rules.agenda_plan import ZERO
from cmc_desk.rules.instants import between, moved

RUNS = 2_000
# Until today has shown its own habits: speakers take about a tenth more than their limit, with this spread; the imagined speeches weigh
# as much as so many real ones.
_PRIOR_MEAN, _PRIOR_SPREAD, _PRIOR_SPEECHES = 1.10, 0.35, 8


@dataclass(frozen=True, slots=True)
class Spoken:
    """How long somebody spoke, or has spoken until now, and the limit that held."""

    spoken: timedelta
    limit: timedelta


@dataclass(frozen=True, slots=True)
class Forecast:
    """When it ends in half of the runs and in four of five, and in what share of them it ends before the fixed point.

    `on_time` is None if there is no fixed point.
    """

    p50: datetime
    p80: datetime
    on_time: float | None


def forecast(
    now: datetime,
    *,
    waiting: Sequence[timedelta],
    changeover: timedelta,
    today: Sequence[Spoken],
    speaking: Spoken | None = None,
    after: timedelta = ZERO,
    until: datetime | None = None,
    earliest: datetime | None = None,
    before: int | None = None,
    rests: Sequence[tuple[datetime, datetime]] = (),
    seed: int,
    runs: int = RUNS,
) -> Forecast:
    """Return when those `waiting`, with these limits, will have spoken.

    Every run draws a day of its own from the speeches of `today` and of the prior, and the speeches from that day: a meeting has
    its habits, and how little is known of them early in the day belongs into the range. `speaking` has the floor now, `after` is the
    work that follows before `until`. A list that goes on after lunch is interrupted by `rests` (from, to), in order, and only the first
    `before` of those who wait are to be through by `until`; without them all are. What they speak in is not over before `earliest`, such as
    when it has had its minimum: no run is on time if that is after `until`. The same seed gives the same answer.
    """
    dice = Random(seed)  # noqa: S311 - a forecast is no secret
    ratios = [each.spoken / each.limit for each in today if each.limit > ZERO] + _PRIOR
    number = len(waiting) if before is None else before
    first, later = _counted(waiting[:number]), _counted(waiting[number:])
    rest = _rest_of(speaking, ratios)
    early, totals = [], []
    for _run in range(runs):
        day = dice.choices(ratios, k=len(ratios))
        spoken = _drawn(dice, day, first) + (dice.choice(rest) if rest else 0.0)
        early.append(spoken)
        totals.append(spoken + _drawn(dice, day, later))
    totals.sort()

    def certain(speakers: int) -> float:
        return max(0, speakers - (speaking is None)) * changeover.total_seconds() + after.total_seconds()

    whole = certain(len(waiting))
    free = None if until is None else between(now, until).total_seconds() - certain(number)
    kept = until is None or earliest is None or between(until, earliest) <= ZERO
    return Forecast(
        p50=_at(now, whole + totals[int(0.5 * (runs - 1))], rests),
        p80=_at(now, whole + totals[int(0.8 * (runs - 1))], rests),
        on_time=None if free is None else sum(total <= free for total in early) / runs if kept else 0.0,
    )


def _drawn(dice: Random, day: Sequence[float], limits: Sequence[tuple[float, int]]) -> float:
    return sum(limit * sum(dice.choices(day, k=count)) for limit, count in limits)


def _counted(waiting: Sequence[timedelta]) -> list[tuple[float, int]]:
    """Return how many have which limit in seconds: speeches with the same limit are drawn together."""
    counts: dict[float, int] = {}
    for limit in waiting:
        counts[limit.total_seconds()] = counts.get(limit.total_seconds(), 0) + 1
    return list(counts.items())


def _rest_of(speaking: Spoken | None, ratios: Sequence[float]) -> list[float]:
    """Return how many seconds whoever speaks may still take: those of the speeches that were longer than this one is already."""
    if speaking is None:
        return []
    limit, spoken = speaking.limit.total_seconds(), speaking.spoken.total_seconds()
    return [ratio * limit - spoken for ratio in ratios if ratio * limit > spoken] or [0.0]


def _at(now: datetime, seconds: float, rests: Sequence[tuple[datetime, datetime]]) -> datetime:
    """Return the instant at which so much has been spoken: nobody speaks in a rest."""
    at = moved(now, timedelta(seconds=round(seconds)))
    for begins, ends in rests:
        if between(begins, at) > ZERO:
            at = moved(at, between(begins, ends))
    return at


def _prior() -> list[float]:
    """Return the imagined speeches: evenly spread through a distribution that is never negative and has a long tail, as speeches do."""
    variance = log(1 + (_PRIOR_SPREAD / _PRIOR_MEAN) ** 2)
    normal = NormalDist(log(_PRIOR_MEAN) - variance / 2, sqrt(variance))
    return [exp(normal.inv_cdf((number + 0.5) / _PRIOR_SPEECHES)) for number in range(_PRIOR_SPEECHES)]


_PRIOR = _prior()
