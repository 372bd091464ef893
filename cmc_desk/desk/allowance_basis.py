"""What allowances rest on, read once for as many officials as are asked for: policies, journeys, nights, meals and rates."""

import hashlib
import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from sqlalchemy import select, true
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.airports import airports
from cmc_desk.desk.allowance_policies import policy_of
from cmc_desk.desk.daily_rates import daily_rates
from cmc_desk.desk.itinerary_facts import itineraries_of, nights_of
from cmc_desk.desk.money_settings import MoneySettings, money_settings
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.allowance_days import compute
from cmc_desk.rules.allowance_stays import DailyRate, Stay, priced, stays, terminal_trips
from cmc_desk.rules.allowances import Allowance, AllowancePolicy, Stop
from cmc_desk.rules.cost_shares import leading
from cmc_desk.rules.folding import fold
from cmc_desk.rules.meeting import ItemKind
from cmc_desk.rules.plain import from_plain, to_plain
from cmc_desk.rules.provided import Meal, provided
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_facts import Leg, Night, Share


@dataclass(frozen=True, slots=True)
class Ground:
    """What all allowances of the meeting rest on."""

    settings: MoneySettings
    rates: tuple[DailyRate, ...]
    meals: tuple[Meal, ...]
    everybody: dict[date, str]

    def place_of(self, airport: str) -> str:
        """Return where the rates of an airport are found: at its code, else at its city, so that two airports of a city are one place."""
        if airport in airports() and all(rate.place != airport for rate in self.rates):
            city = airports()[airport].city
            return next((rate.place for rate in self.rates if fold(rate.place) == fold(city)), airport)
        return airport

    def elsewhere(self, stops: Sequence[Stop]) -> frozenset[str]:
        """Return the places of stops, by code or by city, that are in another country than the airport of the meeting."""
        home = airports().get(self.settings.arrival_airport)
        if home is None:
            return frozenset()
        found = {stop.place: _countries_of(stop.place) for stop in stops}
        return frozenset(place for place, countries in found.items() if countries and home.country not in countries)


@dataclass(frozen=True, slots=True)
class Basis:
    """What the allowance of one official rests on; `entered` are the stays of the last computation if they were entered by hand."""

    sponsorship: str
    shares: tuple[Share, ...] = ()
    policy: AllowancePolicy | None = None
    currency: str = ""
    legs: tuple[Leg, ...] = ()
    nights: tuple[Night, ...] = ()
    own: dict[date, str] = field(default_factory=dict)
    entered: tuple[Stay, ...] = ()


@dataclass(frozen=True, slots=True)
class Worked:
    """An allowance with what it was computed from, and a digest of policy and days: the same digest is the same allowance."""

    allowance: Allowance
    stops: tuple[Stop, ...]
    by_hand: bool
    digest: str


def ground(session: Session) -> Ground:
    """Return what all allowances rest on."""
    settings = money_settings(session)
    meals = session.execute(
        select(schema.Item.starts, schema.Item.ends)
        .where(schema.Item.kind == ItemKind.LUNCH)
        .order_by(schema.Item.starts)
    )
    everybody = select(schema.ProvidedDay).where(schema.ProvidedDay.sponsorship.is_(None))
    return Ground(
        settings=settings,
        rates=daily_rates(session),
        meals=tuple(
            Meal(
                starts.astimezone(settings.zone).replace(tzinfo=None),
                ends.astimezone(settings.zone).replace(tzinfo=None),
            )
            for starts, ends in meals
        ),
        everybody={row.day: row.letters for row in session.scalars(everybody)},
    )


def bases(session: Session, sponsorships: Collection[str] | None = None) -> dict[str, Basis]:
    """Return what the allowance of each of these officials rests on, or of all; a few statements, however many they are."""
    seats = session.execute(select(schema.Sponsorship.id, schema.Sponsorship.seat)).all()
    wanted = {key: seat for key, seat in seats if sponsorships is None or key in sponsorships}
    shares = shares_of_seats(session)
    agencies = {row.id: row for row in session.scalars(select(schema.Agency))}
    policies = {row.id: policy_of(row) for row in session.scalars(select(schema.AllowancePolicy))}
    asked = true() if sponsorships is None else schema.Sponsorship.id.in_(sponsorships)
    journeys, nights = itineraries_of(session, asked), nights_of(session, asked)
    own, entered = _own(session), _entered(session, sponsorships)
    found = {}
    for key, seat in wanted.items():
        agency = agencies.get(leading(shares.get(seat, ())))
        found[key] = Basis(
            sponsorship=key,
            shares=shares.get(seat, ()),
            policy=policies.get(agency.policy or "") if agency else None,
            currency=agency.budget_currency if agency else "",
            legs=journeys[key].legs if key in journeys else (),
            nights=tuple(nights[key]),
            own=own.get(key, {}),
            entered=entered.get(key, ()),
        )
    return found


def worked(basis: Basis, on: Ground, *, by_hand: Sequence[Stay] = (), by_journey: bool = False) -> Worked:
    """Return the allowance of one official by stays entered by hand, now or the last time, else by the journey.

    With `by_journey` what was entered the last time is forgotten.

    Raises Refusal if no agency bears the seat, it has no policy, the journey is not known there and back, or a rate is missing.
    """
    if basis.policy is None:
        raise Refusal(
            _("No allowance is paid on this seat: no agency with a policy bears it. Settle both at Rates."),
            field="policy",
        )
    entered = tuple(by_hand) or (() if by_journey else basis.entered)
    found = entered or stays(basis.legs, min_hours=basis.policy.min_hours, place_of=on.place_of)
    currency, stops = priced(found, on.rates, currencies=_currencies(basis, on))
    given = provided(
        meals=on.meals,
        nights=basis.nights,
        stops=stops,
        everybody=on.everybody,
        own=basis.own,
        elsewhere=on.elsewhere(stops),
    )
    trips = terminal_trips(found, fetched=on.place_of(on.settings.fetched))
    allowance = compute(basis.policy, stops, given.letters, currency, origins=given.origins, trips=trips)
    return Worked(allowance, stops, bool(entered), _digest(allowance, by_hand=bool(entered)))


def shares_of_seats(session: Session, seat: str = "") -> dict[str, tuple[Share, ...]]:
    """Return what each agency bears of each seat (or of one), in the order of the agencies."""
    query = (
        select(schema.SeatShare.seat, schema.SeatShare.agency, schema.SeatShare.basis_points)
        .join(schema.Agency, schema.Agency.id == schema.SeatShare.agency)
        .order_by(schema.Agency.position, schema.Agency.id)
    )
    found: dict[str, list[Share]] = {}
    for one, agency, basis_points in session.execute(query.where(schema.SeatShare.seat == seat) if seat else query):
        found.setdefault(one, []).append(Share(agency, basis_points))
    return {seat: tuple(some) for seat, some in found.items()}


def _currencies(basis: Basis, on: Ground) -> tuple[str, ...]:
    """Return in which currency rates are looked for: that of the agency first, then that of the cash, then any."""
    known = sorted({rate.currency for rate in on.rates})
    return tuple(dict.fromkeys(code for code in (basis.currency, on.settings.cash_currency, *known) if code))


def _digest(allowance: Allowance, *, by_hand: bool) -> str:
    # By the days, not by the minutes: a flight that is ten minutes later asks for no new approval.
    facts: dict[str, object] = {
        "policy": to_plain(allowance.policy),
        "days": [
            [day.date.isoformat(), day.kind, day.provided, to_plain(day.parts), str(day.gross), str(day.deduction)]
            for day in allowance.days
        ],
        "currency": allowance.currency,
        "trips": allowance.trips,
    }
    if by_hand:
        # What was entered holds whatever becomes of the journey: it is another allowance, though today it comes to the same.
        facts["by hand"] = True
    return hashlib.sha256(json.dumps(facts, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _countries_of(place: str) -> frozenset[str]:
    """Return in which countries a place is, an airport or a city that has one; none where it is not known."""
    known = airports()
    return frozenset({known[place].country}) if place in known else _countries().get(fold(place), frozenset())


@cache
def _countries() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for airport in airports().values():
        found.setdefault(fold(airport.city), set()).add(airport.country)
    return {city: frozenset(countries) for city, countries in found.items()}


def _own(session: Session) -> dict[str, dict[date, str]]:
    found: dict[str, dict[date, str]] = {}
    for row in session.scalars(select(schema.ProvidedDay).where(schema.ProvidedDay.sponsorship.is_not(None))):
        found.setdefault(row.sponsorship or "", {})[row.day] = row.letters
    return found


def _entered(session: Session, sponsorships: Collection[str] | None) -> dict[str, tuple[Stay, ...]]:
    """Return the stays of each official whose newest computation has stays that were entered by hand."""
    table = schema.Computation
    asked = true() if sponsorships is None else table.sponsorship.in_(sponsorships)
    rows = session.execute(select(table.sponsorship, table.by_hand, table.stops).where(asked).order_by(table.version))
    newest = {sponsorship: stops if by_hand else [] for sponsorship, by_hand, stops in rows}
    return {
        sponsorship: _stays([from_plain(Stop, one) for one in stops]) for sponsorship, stops in newest.items() if stops
    }


def _stays(stops: Sequence[Stop]) -> tuple[Stay, ...]:
    """Return the stays that were entered: a new rate at midnight had parted some of them."""
    found: list[Stay] = []
    for stop in stops:
        if found and found[-1].place == stop.place and found[-1].depart == stop.arrive:
            found[-1] = replace(found[-1], depart=stop.depart)
        else:
            found.append(Stay(stop.place, stop.arrive, stop.depart))
    return tuple(found)
