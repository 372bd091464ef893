"""Sponsored travel in a meeting file: the settings below `[travel]`, and seats that are planned otherwise than usual."""

import re
from collections.abc import Collection, Mapping
from datetime import time, timedelta
from decimal import Decimal

from cmc_desk.exchange.toml_table import Table
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.travel_plan import USUAL, SeatPlan, TravelPlan
from cmc_desk.rules.travel_states import WHOLE, Profile

_AIRPORT, _CURRENCY = re.compile("[A-Z]{3}"), re.compile("[A-Z]{3}")
_PERCENT = WHOLE // 100


def read_travel(root: Table) -> TravelPlan:
    """Return the settings below `[travel]`; what is not said has its default."""
    table, usual = root.table("travel"), USUAL
    plan = TravelPlan(
        deadline=table.day("deadline") if "deadline" in table.names() else None,
        passport_months=table.number("passport_months", default=usual.passport_months),
        arrival_airport=table.text("arrival_airport"),
        hotel=table.text("hotel"),
        wave_gap=_or(table.length("wave_gap"), usual.wave_gap),
        vehicle_seats=table.number("vehicle_seats", default=usual.vehicle_seats, least=1),
        check_in_lead=_or(table.length("check_in_lead"), usual.check_in_lead),
        drive=_or(table.length("drive"), usual.drive),
        cash_currency=table.text("cash_currency") or usual.cash_currency,
        cash_step=table.number("cash_step", default=usual.cash_step, least=1),
        drives=_drives(table.table("drives")),
        kept_until=_time(table.clock("kept_until"), usual.kept_until),
    )
    if plan.arrival_airport and not _AIRPORT.fullmatch(plan.arrival_airport):
        table.problem("arrival_airport", _("an airport is three capital letters, such as KIN"))
    if not _CURRENCY.fullmatch(plan.cash_currency):
        table.problem("cash_currency", _("a currency is three capital letters, such as USD"))
    table.finish()
    return plan


def _drives(table: Table) -> tuple[tuple[str, timedelta], ...]:
    """Return how long the ways from other airports take."""
    found = [(airport, table.length(airport)) for airport in table.names()]
    for airport, _length in found:
        if not _AIRPORT.fullmatch(airport):
            table.problem(airport, _("an airport is three capital letters, such as KIN"))
    table.finish()
    return tuple(sorted((airport, length) for airport, length in found if length is not None))


def _time(minutes: int | None, usual: time) -> time:
    return usual if minutes is None else time(minutes // 60 % 24, minutes % 60)


def read_seats(delegation: Table, agencies: Collection[str]) -> tuple[SeatPlan, ...]:
    """Return the seats of a delegation that are planned otherwise than usual, the first one first."""
    seats = []
    for table in delegation.tables("seats"):
        profile = table.choice("profile", Profile)
        borne = table.table("agencies")
        shares = tuple((name, round(borne.decimal(name, most=100) * _PERCENT)) for name in borne.names())
        for name in borne.names():
            borne.check_known(name, name, agencies, _("“{value}” is none of the sponsors"))
        if shares and sum(share for _name, share in shares) != WHOLE:
            table.problem("agencies", _("the parts of the agencies do not make 100"))
        table.finish()
        seats.append(SeatPlan(profile, shares))
    return tuple(seats)


def travel_table(plan: TravelPlan) -> Mapping[str, str | int | Decimal | Mapping[str, int]]:
    """Return what `[travel]` says of a plan: nothing of what is as usual."""
    usual, minute = USUAL, 60
    lengths = {
        name: int(getattr(plan, name).total_seconds()) // minute
        for name in ("wave_gap", "check_in_lead", "drive")
        if getattr(plan, name) != getattr(usual, name)
    }
    others = {
        name: getattr(plan, name)
        for name in ("passport_months", "arrival_airport", "hotel", "vehicle_seats", "cash_currency", "cash_step")
        if getattr(plan, name) != getattr(usual, name)
    }
    deadline = {"deadline": plan.deadline.isoformat()} if plan.deadline else {}
    kept = {"kept_until": f"{plan.kept_until:%H:%M}"} if plan.kept_until != usual.kept_until else {}
    drives = {"drives": {airport: int(length.total_seconds()) // minute for airport, length in plan.drives}}
    return {**deadline, **others, **lengths, **kept, **(drives if plan.drives else {})}


def seat_table(seat: SeatPlan) -> Mapping[str, str | Mapping[str, Decimal]]:
    """Return a seat as it stands in a meeting file; what agencies bear is in percent."""
    return {
        "profile": seat.profile,
        "agencies": {name: Decimal(share) / _PERCENT for name, share in seat.shares},
    }


def _or(value: timedelta | None, usual: timedelta) -> timedelta:
    return usual if value is None else value
