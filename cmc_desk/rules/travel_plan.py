"""What a meeting plan says of sponsored travel: what is left open has its default, which is editable and no fact."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta

from cmc_desk.rules.travel_states import Profile

PASSPORT_MONTHS = 6
WAVE_GAP = timedelta(minutes=45)
VEHICLE_SEATS = 12
CHECK_IN_LEAD = timedelta(hours=3)
DRIVE = timedelta(minutes=45)
# Until then a hotel keeps a room by custom; who comes later has to be announced.
KEPT_UNTIL = time(18)
CASH_CURRENCY = "USD"
# In minor units: paid to the cent.
CASH_STEP = 1
_LONGEST_KEY = 16


@dataclass(frozen=True, slots=True)
class SeatPlan:
    """A seat that is planned otherwise than usual: its office, and what each agency bears of it in basis points."""

    profile: Profile
    shares: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class TravelPlan:
    """The settings of sponsored travel; without an airport it is that of the host, without a hotel the place of the meeting.

    `drives` are the ways between other airports and the hotel, `kept_until` is when a hotel gives away a room that was not announced late.
    """

    deadline: date | None = None
    passport_months: int = PASSPORT_MONTHS
    arrival_airport: str = ""
    hotel: str = ""
    wave_gap: timedelta = WAVE_GAP
    vehicle_seats: int = VEHICLE_SEATS
    check_in_lead: timedelta = CHECK_IN_LEAD
    drive: timedelta = DRIVE
    cash_currency: str = CASH_CURRENCY
    cash_step: int = CASH_STEP
    drives: tuple[tuple[str, timedelta], ...] = ()
    kept_until: time = KEPT_UNTIL


USUAL = TravelPlan()


def agency_keys(sponsors: Iterable[str]) -> dict[str, str]:
    """Return what each sponsor is known by as an agency, and its name: the name itself, shortened where it is long."""
    found: dict[str, str] = {}
    for name in sponsors:
        key = name[:_LONGEST_KEY].strip()
        if key:
            found.setdefault(key, name)
    return found
