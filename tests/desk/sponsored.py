"""A sponsored official with a seat, a journey to Kingston and a room, written straight into the store."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import delete

from cmc_desk.db import schema
from cmc_desk.desk import allowances, daily_rates, payments
from cmc_desk.desk.allowances import Computed
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.payments import Paid
from cmc_desk.rules.meeting import ItemKind
from cmc_desk.rules.travel_states import Direction, Nomination, Profile, Travel, VisaState
from tests.meetings import ANAIS, JOSE, MORNING, enter, local

OFFICIALS = ("anais", "jose")
_PEOPLE = {"anais": ANAIS, "jose": JOSE}


def night(day: int) -> date:
    return date(2019, 12, day)


def financed(desk: Desk) -> None:
    """Give the meeting two agencies with policies and budgets, settings, a daily rate and the lunches of both days."""
    with desk.store.write() as session:
        for position, agency in enumerate(("IOM", "UNHCR")):
            session.merge(
                schema.Agency(
                    id=agency,
                    name=agency,
                    position=position,
                    policy="united-nations",
                    budget=100_000_00,
                    budget_currency="USD",
                )
            )
        session.merge(
            schema.TravelSettings(
                id=1,
                deadline=None,
                passport_months=6,
                arrival_airport="KIN",
                hotel="Example Hotel",
                wave_gap=45,
                vehicle_seats=8,
                check_in_lead=120,
                drive=45,
                cash_currency="USD",
                cash_step=1,
            )
        )
        for number in (0, 1):
            session.add(
                schema.Item(
                    id=f"lunch-{number}",
                    day=local(number, 12).date(),
                    starts=local(number, 12, 30),
                    ends=local(number, 14),
                    title="Lunch",
                    kind=ItemKind.LUNCH,
                    points=[],
                    speakers=[],
                    documents=[],
                    attendance=False,
                )
            )
    desk.do(
        daily_rates.set_rate,
        place="kin",
        since=date(2019, 12, 1),
        amount="240",
        currency="usd",
        source="Sample circular",
    )


def official(
    desk: Desk,
    who: str = "anais",
    *,
    shares: tuple[tuple[str, int], ...] = (("IOM", 10_000),),
    travel: Travel = Travel.ARRIVED,
    nomination: Nomination = Nomination.ACCEPTED,
    rooms: bool = True,
) -> str:
    """Put somebody on a seat of Haiti, with a journey from the 4th to the 7th and a room with breakfast; return the sponsorship."""
    participant = enter(desk, _PEOPLE[who]).id
    with desk.store.write() as session:
        number = OFFICIALS.index(who) + 1
        seat = f"HT-{number}"
        session.merge(
            schema.Seat(id=seat, delegation="HT", number=number, profile=Profile.IMMIGRATION, planned=dict(shares))
        )
        session.flush()
        session.execute(delete(schema.SeatShare).where(schema.SeatShare.seat == seat))
        session.add_all(schema.SeatShare(seat=seat, agency=agency, basis_points=points) for agency, points in shares)
        session.add(
            schema.Sponsorship(
                id=who,
                seat=seat,
                participant=participant,
                nomination=nomination,
                travel=travel,
                visa=VisaState.NOT_REQUIRED,
                visa_note="",
                profile=Profile.IMMIGRATION,
                focal_point=False,
                released_by="",
                reason="",
                version=1,
                created_at=MORNING,
                changed_by="",
                changed_at=MORNING,
            )
        )
        session.flush()
        if rooms:
            session.add_all(
                schema.RoomNight(
                    sponsorship=who,
                    night=night(day),
                    hotel="Example Hotel",
                    room="single",
                    breakfast=True,
                    paid_by="IOM",
                )
                for day in (4, 5, 6)
            )
    journey(desk, who)
    return who


def journey(
    desk: Desk, who: str, *, version: int = 1, home: datetime = datetime(2019, 12, 7, 14, 15, tzinfo=UTC)
) -> None:
    """Write an itinerary there and back; Kingston is five hours behind, so that it leaves at 09:15."""
    flights = (
        (Direction.OUT, "PAP", "KIN", datetime(2019, 12, 4, 19, 0, tzinfo=UTC)),
        (Direction.BACK, "KIN", "PAP", home),
    )
    with desk.store.write() as session:
        session.add(
            schema.Itinerary(
                id=f"{who}-{version}",
                sponsorship=who,
                version=version,
                locator="",
                ticket="",
                name_on_ticket="",
                currency="USD",
                at=MORNING,
            )
        )
        session.flush()
        for number, (direction, origin, destination, departs) in enumerate(flights, 1):
            session.add(
                schema.Leg(
                    id=f"{who}-{version}-{number}",
                    itinerary=f"{who}-{version}",
                    sequence=number,
                    direction=direction,
                    carrier="XX",
                    number=str(100 + number),
                    origin=origin,
                    destination=destination,
                    departs=departs,
                    arrives=departs + timedelta(minutes=100),
                    surface=False,
                    evidence="",
                    evidence_digest="",
                )
            )


def computed(desk: Desk, who: str = "anais") -> Computed:
    """Compute somebody's allowance."""
    return desk.do(allowances.compute_allowance, sponsorship=who)


def approved(desk: Desk, who: str = "anais") -> str:
    """Compute and approve somebody's allowance; return the line of payment."""
    line = computed(desk, who).payment
    desk.do(payments.approve, payment=line)
    return line


def paid(desk: Desk, who: str = "anais") -> Paid:
    """Compute, approve and pay somebody's allowance."""
    return desk.do(payments.pay, payment=approved(desk, who))
