"""The arithmetic of daily subsistence allowances: every date from the first arrival to the last departure, in local dates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from gettext import NullTranslations

from cmc_desk.i18n import chosen_language, texts
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.allowance_policies import checked_policy
from cmc_desk.rules.allowance_words import explained
from cmc_desk.rules.allowances import (
    ONE,
    ZERO,
    Allowance,
    AllowanceDay,
    AllowancePolicy,
    DayKind,
    Origin,
    RatePart,
    Stop,
)
from cmc_desk.rules.money import rounded
from cmc_desk.rules.refusal import Refusal

Origins = Mapping[date, Mapping[str, Origin]]
LETTERS = "RBLDX"
NO_ALLOWANCE = "X"
_LONGEST = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class _Day:
    """What a date is worth before anything is rounded or deducted."""

    kind: DayKind
    parts: tuple[RatePart, ...]
    base: Decimal
    cap: Decimal

    @property
    def gross(self) -> Decimal:
        return sum((part.rate * part.share for part in self.parts), ZERO)


def compute(
    policy: AllowancePolicy,
    stops: Sequence[Stop],
    provided: Mapping[date, str],
    currency: str,
    *,
    origins: Origins | None = None,
    trips: int = 0,
    words: NullTranslations | None = None,
) -> Allowance:
    """Return the allowance of a journey, each day explained in the language of the windows unless `words` are of another.

    What was provided on other dates than those of the journey is ignored. `trips` are those to and from terminals.
    Raises Refusal, with the field, for a policy over 100 %, a negative rate, or stops that are not in order.
    """
    checked_policy(policy)
    _check_stops(stops)
    first, last = stops[0].arrive.date(), stops[-1].depart.date()
    days = [
        _rounded(_day(policy, stops, day, first=first, last=last), day, policy, provided, currency, origins or {})
        for day in (first + timedelta(days=number) for number in range((last - first).days + 1))
    ]
    allowance = Allowance(policy, currency, tuple(days), rounded(policy.terminals * trips, currency), trips)
    return explained(allowance, words or texts(chosen_language()))


def checked_letters(letters: str, *, field: str = "provided") -> str:
    """Return what is provided in the order of the letters, each once; raises Refusal for another letter."""
    found = letters.strip().upper()
    if strange := sorted(set(found) - set(LETTERS)):
        raise Refusal(
            _(
                "“{letter}” stands for nothing that can be provided: R room, B breakfast, L lunch, D dinner, X no allowance."
            ).format(letter=strange[0]),
            field=field,
        )
    return "".join(letter for letter in LETTERS if letter in found)


def _check_stops(stops: Sequence[Stop]) -> None:
    if not stops:
        raise Refusal(_("The journey has no stop: an allowance needs an arrival and a departure."), field="stops")
    for number, stop in enumerate(stops):
        where = f"stops[{number + 1}]"
        if stop.depart <= stop.arrive:
            raise Refusal(
                _("The stay at {place} ends before it begins: correct arrival and departure.").format(place=stop.place),
                field=f"{where}.depart",
            )
        if number and stop.arrive < stops[number - 1].arrive:
            raise Refusal(
                _("The stay at {place} stands after a later one: put the stops in order.").format(place=stop.place),
                field=f"{where}.arrive",
            )
        for field, rate in (("rate", stop.rate), ("long_rate", stop.long_rate)):
            if rate is not None and not (rate.is_finite() and rate >= ZERO):
                raise Refusal(
                    _("The daily rate of {place} is {rate}: a rate cannot be negative.").format(
                        place=stop.place, rate=rate
                    ),
                    field=f"{where}.{field}",
                )
    if stops[-1].depart <= stops[0].arrive or stops[-1].depart - stops[0].arrive > _LONGEST:
        raise Refusal(
            _("The journey ends before it begins, or lasts more than a year: correct the dates."), field="stops"
        )


def _day(policy: AllowancePolicy, stops: Sequence[Stop], day: date, *, first: date, last: date) -> _Day:
    lower = (day - first).days + 1 > policy.long_after
    if first == last:
        return _single(policy, stops, lower=lower)
    if day == last:
        part = _part(_night_of(stops, day - timedelta(days=1)), policy.last_day, lower=lower)
        return _Day(DayKind.LAST, (part,), part.rate, policy.last_day)
    night = _night_of(stops, day)
    others = [stop for stop in stops if stop is not night and _passed(stop, day, policy)]
    parts = (_part(night, ONE, lower=lower), *(_part(stop, policy.same_day, lower=lower) for stop in others))
    return _Day(DayKind.ORDINARY, parts, sum((part.rate * part.share for part in parts), ZERO), ONE)


def _single(policy: AllowancePolicy, stops: Sequence[Stop], *, lower: bool) -> _Day:
    """Return a journey of one date; hours are counted for each place, never summed."""
    stop = next((one for one in stops if _long_enough(one, policy)), None)
    if stop is None:
        return _Day(DayKind.NOTHING, (), ZERO, ZERO)
    part = _part(stop, policy.same_day, lower=lower)
    return _Day(DayKind.SINGLE, (part,), part.rate, policy.same_day)


def _night_of(stops: Sequence[Stop], day: date) -> Stop:
    """Return the stop at 23:59: the one that was arrived at last, so that a night in the air counts at the place just left."""
    midnight = datetime.combine(day, time.max)
    return max((stop for stop in stops if stop.arrive <= midnight), key=lambda stop: stop.arrive)


def _passed(stop: Stop, day: date, policy: AllowancePolicy) -> bool:
    return stop.arrive.date() == stop.depart.date() == day and _long_enough(stop, policy)


def _long_enough(stop: Stop, policy: AllowancePolicy) -> bool:
    return stop.depart - stop.arrive >= timedelta(hours=policy.min_hours)


def _part(stop: Stop, share: Decimal, *, lower: bool) -> RatePart:
    if lower and stop.long_rate is not None:
        return RatePart(stop.place, stop.long_rate, share, lower=True)
    return RatePart(stop.place, stop.rate, share)


def _rounded(
    found: _Day, day: date, policy: AllowancePolicy, provided: Mapping[date, str], currency: str, origins: Origins
) -> AllowanceDay:
    letters = checked_letters(provided.get(day, ""))
    asked = _asked(letters, policy)
    deduction = min(found.base * min(asked, found.cap), found.gross)
    return AllowanceDay(
        date=day,
        place=found.parts[0].place if found.parts else "",
        rate=found.parts[0].rate if found.parts else ZERO,
        provided=letters,
        gross=rounded(found.gross, currency),
        # Net is gross less deduction: rounded by itself it would break the columns.
        deduction=rounded(deduction, currency),
        kind=found.kind,
        parts=found.parts,
        base=found.base,
        asked=asked,
        cap=found.cap,
        origins=tuple((letter, origins.get(day, {})[letter]) for letter in letters if letter in origins.get(day, {})),
    )


def _asked(letters: str, policy: AllowancePolicy) -> Decimal:
    if NO_ALLOWANCE in letters:
        return ONE
    shares = {"R": policy.room, "B": policy.breakfast, "L": policy.lunch, "D": policy.dinner}
    return sum((shares[letter] for letter in letters), ZERO)
