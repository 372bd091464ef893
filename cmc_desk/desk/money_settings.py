"""What the meeting has settled about cash, and where its vehicles fetch people."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.rules.currencies import usual_cash_step

_USUAL_CURRENCY = "USD"


@dataclass(frozen=True, slots=True)
class MoneySettings:
    """In which currency cash is kept and to how many minor units it is rounded; `fetched` is where the meeting's vehicles go."""

    zone: ZoneInfo
    cash_currency: str = _USUAL_CURRENCY
    cash_step: int = 1
    arrival_airport: str = ""
    fetched: str = ""

    def step(self, currency: str) -> int:
        """Return the minor units to which cash of a currency is rounded."""
        return self.cash_step if currency == self.cash_currency else usual_cash_step(currency)


def money_settings(session: Session) -> MoneySettings:
    """Return what was settled; defaults while nothing was."""
    zone = ZoneInfo(session.scalars(select(schema.Meeting.zone)).one())
    row = session.scalars(select(schema.TravelSettings)).first()
    if row is None:
        return MoneySettings(zone)
    return MoneySettings(
        zone=zone,
        cash_currency=row.cash_currency,
        cash_step=row.cash_step,
        arrival_airport=row.arrival_airport,
        fetched=row.arrival_airport if row.vehicle_seats else "",
    )
