"""What is provided on each date: meals by the agenda, room and breakfast by the hotel, and what was settled otherwise."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from cmc_desk.rules.allowance_days import LETTERS, checked_letters
from cmc_desk.rules.allowances import Origin, Stop
from cmc_desk.rules.folding import fold
from cmc_desk.rules.travel_facts import Night

# A meal of the agenda that begins from here on is the dinner.
_EVENING = time(17)
# What stands where a traveller pays the hotel: then nothing is provided.
OWN_EXPENSE = frozenset({"traveller", "self", "own", "own expense"})


@dataclass(frozen=True, slots=True)
class Meal:
    """A meal that the agenda serves to everybody, on the clocks of the meeting (naive); coffee breaks are none."""

    starts: datetime
    ends: datetime

    @property
    def letter(self) -> str:
        """Which meal it is."""
        return "D" if self.starts.time() >= _EVENING else "L"


@dataclass(frozen=True, slots=True)
class Provided:
    """What is provided on each date, and why each of it counts."""

    letters: Mapping[date, str] = field(default_factory=dict)
    origins: Mapping[date, Mapping[str, Origin]] = field(default_factory=dict)


def own_expense(paid_by: str) -> bool:
    """Tell whether a traveller pays the hotel, by what stands there of who does."""
    return fold(paid_by) in OWN_EXPENSE


def provided(
    *,
    meals: Iterable[Meal],
    nights: Iterable[Night],
    stops: Sequence[Stop],
    everybody: Mapping[date, str],
    own: Mapping[date, str],
    elsewhere: Collection[str] = (),
) -> Provided:
    """Return what is provided to a traveller, date by date.

    A meal of the agenda counts for whoever is at a stop when it is served, unless its place is `elsewhere`, which is not where the meeting
    is. Breakfast belongs to the morning after the night. What is settled for `everybody` on a date stands in the place of the agenda, what
    is settled for the person (`own`) in the place of everything.
    """
    found: dict[date, dict[str, Origin]] = {}
    there = [stop for stop in stops if stop.place not in elsewhere]
    for day, letter in _from_agenda(meals, there, without=everybody):
        found.setdefault(day, {})[letter] = Origin.AGENDA
    for day, letter in _from_hotel(nights):
        found.setdefault(day, {})[letter] = Origin.HOTEL
    for day, letters in everybody.items():
        found.setdefault(day, {}).update(dict.fromkeys(checked_letters(letters), Origin.MEETING))
    for day, letters in own.items():
        found[day] = dict.fromkeys(checked_letters(letters), Origin.PERSON)
    ordered = {day: {letter: found[day][letter] for letter in LETTERS if letter in found[day]} for day in sorted(found)}
    return Provided({day: "".join(letters) for day, letters in ordered.items()}, ordered)


def _from_agenda(
    meals: Iterable[Meal], stops: Sequence[Stop], *, without: Collection[date]
) -> Iterable[tuple[date, str]]:
    for meal in meals:
        day = meal.starts.date()
        if day not in without and any(stop.arrive <= meal.starts and meal.ends <= stop.depart for stop in stops):
            yield day, meal.letter


def _from_hotel(nights: Iterable[Night]) -> Iterable[tuple[date, str]]:
    for night in nights:
        if own_expense(night.paid_by):
            continue
        yield night.date, "R"
        if night.breakfast:
            yield night.date + timedelta(days=1), "B"
