"""Worked cases of allowances as a file (JSON): read with decimals, and answered in the same form."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.allowances import Allowance, AllowancePolicy, Stop
from cmc_desk.rules.currencies import checked_currency
from cmc_desk.rules.refusal import Refusal, Unavailable

_MAX_FILE = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Case:
    """A worked case: what is computed from, and what the file says should come out, if it does."""

    key: str
    note: str
    policy: AllowancePolicy
    stops: tuple[Stop, ...]
    provided: dict[date, str]
    currency: str
    expected: Mapping[str, Any]


def read_cases(path: Path) -> tuple[Case, ...]:
    """Return the worked cases of the file at `path`.

    Raises Refusal, with the place in the file as field, if there is no such file or anything in it cannot be understood; Unavailable
    if it cannot be read now.
    """
    found = _content(path)
    if not isinstance(found, list):
        raise Refusal(_("“{file}” is no list of worked cases: it begins with a square bracket.").format(file=path.name))
    return tuple(_case(one, f"[{number}]") for number, one in enumerate(found, 1))


def answer(case: Case, found: Allowance) -> dict[str, Any]:
    """Return what comes out of a case in the form of the file, with the strip in words, and whether it is as expected (None: not said)."""
    days = [
        {
            "date": day.date.isoformat(),
            "place": day.place or None,
            "gross": str(day.gross),
            "deduction": str(day.deduction),
            "net": str(day.net),
            "why": list(day.why),
        }
        for day in found.days
    ]
    totals = {"gross": str(found.gross), "deduction": str(found.deduction), "net": str(found.net)}
    return {"id": case.key, "note": case.note, "days": days, **totals, "as_expected": _as_expected(case, days, totals)}


def _as_expected(case: Case, days: list[dict[str, Any]], totals: dict[str, str]) -> bool | None:
    said = case.expected
    if not said:
        return None
    if any(name in said and _plain(said[name]) != Decimal(totals[name]) for name in totals):
        return False
    expected = said.get("days")
    if expected is None:
        return True
    return len(expected) == len(days) and all(map(_same_day, expected, days))


def _same_day(expected: Any, found: dict[str, Any]) -> bool:
    if not isinstance(expected, dict) or expected.get("date") != found["date"]:
        return False
    if "place" in expected and (expected["place"] or None) != found["place"]:
        return False
    return all(
        _plain(expected[name]) == Decimal(found[name]) for name in ("gross", "deduction", "net") if name in expected
    )


def _plain(value: Any) -> Decimal | None:
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None


def _content(path: Path) -> Any:
    try:
        with path.open("rb") as file:
            data = file.read(_MAX_FILE)
    except FileNotFoundError:
        raise Refusal(_("There is no file “{file}”.").format(file=path.name), field="path") from None
    except IsADirectoryError:
        raise Refusal(
            _("“{file}” is a folder. Choose a file of worked cases.").format(file=path.name), field="path"
        ) from None
    except OSError as error:
        raise Unavailable(
            _("“{file}” cannot be read: {reason}.").format(file=path.name, reason=error.strerror)
        ) from error
    try:
        # Amounts may stand without quotation marks: they are decimals all the same, never binary fractions.
        # Of a file that is too large the end is missing, so that it is no JSON any more.
        return json.loads(data.decode("utf-8-sig"), parse_float=Decimal)
    except (ValueError, RecursionError):
        raise Refusal(
            _("“{file}” is no list of worked cases, which is a text in JSON.").format(file=path.name), field="path"
        ) from None


def _case(data: Any, where: str) -> Case:
    _table(data, where)
    policy = data.get("policy")
    return Case(
        key=str(data.get("id", where)),
        note=str(data.get("note") or ""),
        policy=_policy(_table(policy, f"{where}.policy"), f"{where}.policy"),
        stops=tuple(
            _stop(_table(one, place), place)
            for number, one in enumerate(_list(data.get("stops"), f"{where}.stops"), 1)
            for place in (f"{where}.stops[{number}]",)
        ),
        provided={
            _day(day, f"{where}.provided"): str(letters)
            for day, letters in _table(data.get("provided", {}), f"{where}.provided").items()
        },
        currency=checked_currency(str(data.get("currency", "USD")), field=f"{where}.currency"),
        expected={name: data[name] for name in ("days", "gross", "deduction", "net") if name in data},
    )


def _policy(data: dict[str, Any], where: str) -> AllowancePolicy:
    def share(name: str, otherwise: str | None = None) -> Decimal:
        return _decimal(data.get(name, otherwise), f"{where}.{name}")

    return AllowancePolicy(
        name=str(data.get("name") or "?"),
        source=str(data.get("source") or "?"),
        room=share("room"),
        breakfast=share("breakfast"),
        lunch=share("lunch"),
        dinner=share("dinner"),
        last_day=share("last_day"),
        same_day=share("same_day"),
        min_hours=_whole(data.get("min_hours"), f"{where}.min_hours"),
        long_after=_whole(data.get("long_after"), f"{where}.long_after"),
        terminals=share("terminals", "0"),
    )


def _stop(data: dict[str, Any], where: str) -> Stop:
    long_rate = data.get("rate60")
    return Stop(
        place=str(data.get("place") or ""),
        arrive=_instant(data.get("arrive"), f"{where}.arrive"),
        depart=_instant(data.get("depart"), f"{where}.depart"),
        rate=_decimal(data.get("rate"), f"{where}.rate"),
        long_rate=None if long_rate is None else _decimal(long_rate, f"{where}.rate60"),
    )


def _table(value: Any, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Refusal(_("{place} is missing, or no table in braces.").format(place=where), field=where)
    return value


def _list(value: Any, where: str) -> list[Any]:
    if not isinstance(value, list):
        raise Refusal(_("{place} is missing, or no list in square brackets.").format(place=where), field=where)
    return value


def _decimal(value: Any, where: str) -> Decimal:
    if isinstance(value, str | int | Decimal) and not isinstance(value, bool):
        found = _plain(value)
        if found is not None and found.is_finite():
            return found
    raise Refusal(_("{place} is missing, or no decimal number.").format(place=where), field=where)


def _whole(value: Any, where: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise Refusal(_("{place} is missing, or no whole number.").format(place=where), field=where)
    return value


def _instant(value: Any, where: str) -> datetime:
    try:
        found = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        found = None
    if found is None or found.tzinfo is not None:
        raise Refusal(
            _("{place} is missing, or no local time such as 2019-12-04T15:40, without a zone.").format(place=where),
            field=where,
        )
    return found


def _day(value: str, where: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise Refusal(
            _("{place}: “{day}” is no day such as 2019-12-05.").format(place=where, day=value), field=where
        ) from None
