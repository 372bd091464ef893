"""A journey to Kingston and two policies, for every test of allowances."""

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from cmc_desk.rules.allowance_policies import SHARES
from cmc_desk.rules.allowances import Allowance, AllowancePolicy, Stop

SPLIT = {
    "name": "un-harmonised-ph",
    "room": "0.50",
    "breakfast": "0.06",
    "lunch": "0.12",
    "dinner": "0.12",
    "last_day": "0.40",
    "same_day": "0.40",
    "min_hours": 10,
    "long_after": 60,
}
NIGHTS = {**SPLIT, "name": "nights-only", "last_day": "0"}


def policy_of(data: dict[str, Any]) -> AllowancePolicy:
    """Return a policy as the file of worked cases has it."""
    room, breakfast, lunch, dinner, last_day, same_day = (Decimal(data[name]) for name in SHARES)
    return AllowancePolicy(
        data["name"],
        "worked cases",
        room,
        breakfast,
        lunch,
        dinner,
        last_day,
        same_day,
        data["min_hours"],
        data["long_after"],
        Decimal(data.get("terminals", "0")),
    )


def stops_of(data: Sequence[dict[str, Any]]) -> list[Stop]:
    """Return stops as the file of worked cases has them."""
    return [
        Stop(
            one["place"],
            datetime.fromisoformat(one["arrive"]),
            datetime.fromisoformat(one["depart"]),
            Decimal(one["rate"]),
            None if one["rate60"] is None else Decimal(one["rate60"]),
        )
        for one in data
    ]


def day(number: int) -> date:
    return date(2019, 12, number)


def at(number: int, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day(number), time(hour, minute))


def stop(
    place: str, arrive: tuple[int, int], depart: tuple[int, int], *, rate: str = "240", long_rate: str = ""
) -> Stop:
    """Return a stop in December 2019; times are (day, hour)."""
    return Stop(place, at(*arrive), at(*depart), Decimal(rate), Decimal(long_rate) if long_rate else None)


def net(allowance: Allowance, number: int) -> Decimal:
    """Return what is paid for a day of December."""
    return next(one.net for one in allowance.days if one.date == day(number))


POLICY = policy_of(SPLIT)
STAY = Stop("KIN", at(4, 15, 40), at(7, 9, 15), Decimal(240))
