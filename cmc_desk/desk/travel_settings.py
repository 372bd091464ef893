"""What the meeting has settled about sponsored travel, and the agencies that finance it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.founded_policies import usual_policy
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.folding import clean
from cmc_desk.rules.meeting import Eligibility
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_facts import TravelRules
from cmc_desk.rules.travel_plan import KEPT_UNTIL, TravelPlan, agency_keys

_THREE_CAPITALS = re.compile("[A-Z]{3}")
_MINUTE = timedelta(minutes=1)
_LONGEST = {"passport_months": 24, "vehicle_seats": 100, "cash_step": 1_000_000}
_LONGEST_SPAN = timedelta(days=1)
_ANY_HOTEL = ""
_SPANS = ("wave_gap", "check_in_lead", "drive")


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """Who finances seats: `budget` in minor units of `budget_currency`, None where none is known, `policy` the key of how it pays."""

    key: str
    name: str
    budget: int | None
    budget_currency: str
    policy: str


@command("travel.settings")
def change_travel_settings(tx: Tx, *, changes: dict[str, Any]) -> None:
    """Change what is settled: `deadline`, `passport_months`, `arrival_airport`, `hotel`, `vehicle_seats`, `cash_currency`, `cash_step`, and
    as lengths of time `wave_gap`, `check_in_lead`, `drive`, and `drives` by the codes of other airports (None: not known); `kept_until`
    is the time of day until which a hotel keeps a room for somebody late.

    Raises Refusal, with the field, for what makes no sense.
    """
    row = _settings(tx.session)
    for name, value in changes.items():
        if name == "drives":
            for airport, length in value.items():
                _put_drive(tx.session, airport, length)
        elif name == "kept_until":
            _keep_rooms_until(tx.session, value)
        else:
            setattr(row, name, _checked(name, value))


def travel_rules(session: Session) -> TravelRules:
    """Return what is settled, with the beginning and the closing of the meeting on its own clocks."""
    row = _settings(session)
    zone = ZoneInfo(session.scalars(select(schema.Meeting.zone)).one())
    begins, closes = session.execute(select(func.min(schema.Item.starts), func.max(schema.Item.ends))).one()
    first, last = session.execute(select(func.min(schema.Day.id), func.max(schema.Day.id))).one()
    return TravelRules(
        deadline=row.deadline,
        passport_months=row.passport_months,
        arrival_airport=row.arrival_airport,
        hotel=row.hotel,
        wave_gap=row.wave_gap * _MINUTE,
        vehicle_seats=row.vehicle_seats,
        check_in_lead=row.check_in_lead * _MINUTE,
        drive=row.drive * _MINUTE,
        # A meeting whose agenda is still empty lasts from the first of its days to the last.
        begins=begins.astimezone(zone) if begins else datetime.combine(first, time(), tzinfo=zone),
        closes=closes.astimezone(zone) if closes else datetime.combine(last, time(23, 59), tzinfo=zone),
        cash_currency=row.cash_currency,
        cash_step=row.cash_step,
        drives=_drives(session),
        kept_until=_kept_until(session),
    )


def planned_travel(session: Session) -> TravelPlan:
    """Return what is settled as a plan has it: what follows from host and place of the meeting is left open."""
    row = _settings(session)
    venue, host = session.execute(select(schema.Meeting.venue, schema.Meeting.host_delegation)).one()
    airport = session.scalar(select(schema.Delegation.airport).where(schema.Delegation.id == host)) or ""
    return TravelPlan(
        deadline=row.deadline,
        passport_months=row.passport_months,
        arrival_airport="" if row.arrival_airport == airport else row.arrival_airport,
        hotel="" if row.hotel == venue else row.hotel,
        wave_gap=row.wave_gap * _MINUTE,
        vehicle_seats=row.vehicle_seats,
        check_in_lead=row.check_in_lead * _MINUTE,
        drive=row.drive * _MINUTE,
        cash_currency=row.cash_currency,
        cash_step=row.cash_step,
        drives=_drives(session),
        kept_until=_kept_until(session),
    )


def agencies(session: Session) -> tuple[AgencyRow, ...]:
    """Return the agencies that finance seats, in the order of the sponsors."""
    rows = session.scalars(select(schema.Agency).order_by(schema.Agency.position, schema.Agency.id))
    return tuple(AgencyRow(row.id, row.name, row.budget, row.budget_currency, row.policy or "") for row in rows)


def agencies_follow(session: Session, sponsors: Iterable[str]) -> None:
    """Make the agencies those of the sponsors; raises Refusal if one of those that go bears a seat or a cost."""
    wanted = agency_keys(sponsors)
    rows = {row.id: row for row in session.scalars(select(schema.Agency))}
    for key, row in rows.items():
        if key not in wanted:
            for table in (schema.SeatShare, schema.CostLine):
                if session.scalar(select(func.count()).select_from(table).where(table.agency == key)):
                    raise Refusal(
                        _("{name} bears seats of this meeting: give them to others first.").format(name=row.name),
                        field="sponsors",
                    )
            session.delete(row)
    currency = _settings(session).cash_currency
    for position, (key, name) in enumerate(wanted.items()):
        if key not in rows:
            session.add(
                schema.Agency(
                    id=key,
                    name=name,
                    position=position,
                    policy=usual_policy(session, key),
                    budget=None,
                    budget_currency=currency,
                )
            )
        elif rows[key].position != position:
            rows[key].position = position
    session.flush()


def is_local(delegation: str, eligibility: Eligibility, *, host: str) -> bool:
    """Tell whether the seats of a delegation are local: they are of the host."""
    return eligibility is Eligibility.HOST or delegation == host


def _settings(session: Session) -> schema.TravelSettings:
    return session.scalars(select(schema.TravelSettings)).one()


def _drives(session: Session) -> tuple[tuple[str, timedelta], ...]:
    rows = session.execute(select(schema.Drive.airport, schema.Drive.minutes).order_by(schema.Drive.airport))
    return tuple((airport, minutes * _MINUTE) for airport, minutes in rows)


def _kept_until(session: Session) -> time:
    minutes = session.scalar(select(schema.HotelTerms.kept_until).where(schema.HotelTerms.hotel == _ANY_HOTEL))
    return KEPT_UNTIL if minutes is None else time(minutes // 60, minutes % 60)


def _put_drive(session: Session, airport: str, length: timedelta | None) -> None:
    """Write how long the way from another airport takes, or forget it."""
    code = _capitals(airport, "drives", _("Type an airport as three letters, such as KIN."))
    row = session.get(schema.Drive, code)
    if length is None:
        if row is not None:
            session.delete(row)
        return
    minutes = _span("drives", length)
    if row is None:
        session.add(schema.Drive(airport=code, minutes=minutes))
    elif row.minutes != minutes:
        row.minutes = minutes


def _keep_rooms_until(session: Session, value: Any) -> None:
    if not isinstance(value, time):
        raise Refusal(_("Type a time of day, such as 18:00."), field="kept_until")
    minutes = value.hour * 60 + value.minute
    row = session.get(schema.HotelTerms, _ANY_HOTEL)
    if row is None:
        session.add(schema.HotelTerms(hotel=_ANY_HOTEL, kept_until=minutes))
    elif row.kept_until != minutes:
        row.kept_until = minutes


def _span(name: str, value: Any) -> int:
    if not isinstance(value, timedelta) or not timedelta() <= value <= _LONGEST_SPAN:
        raise Refusal(_("Type a length of time of at most a day."), field=name)
    return value // _MINUTE


def _checked(name: str, value: Any) -> Any:
    if name == "deadline":
        if value is not None and not isinstance(value, date):
            raise Refusal(_("Type a day, or leave it empty."), field=name)
        return value
    if name == "hotel":
        return clean(str(value))
    if name == "arrival_airport":
        return _capitals(value, name, _("Type an airport as three letters, such as KIN.")) if value else ""
    if name == "cash_currency":
        return _capitals(value, name, _("Type a currency as three letters, such as USD."))
    if name in _SPANS:
        return _span(name, value)
    return _number(name, value)


def _number(name: str, value: Any) -> int:
    least = 0 if name == "passport_months" else 1
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= _LONGEST[name]:
        raise Refusal(
            _("Type a whole number from {least} to {most}.").format(least=least, most=_LONGEST[name]), field=name
        )
    return value


def _capitals(value: Any, name: str, sentence: str) -> str:
    text = clean(str(value)).upper()
    if not _THREE_CAPITALS.fullmatch(text):
        raise Refusal(sentence, field=name)
    return text
