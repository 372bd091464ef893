"""Officials with names of every kind, and what the papers of sponsored travel are asked to print of them; all of it fictional."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from cmc_desk.reports.agent_list import AgentList, Booked
from cmc_desk.reports.cash_pack import CashPack, Envelope
from cmc_desk.reports.chase_list import ChasedDelegation, ChaseList, Missing, Stuck
from cmc_desk.reports.cost_facts import AgencyBudget, Figures, KindCost, OfficialCost, TravelCosts
from cmc_desk.reports.list_version import ListVersion
from cmc_desk.reports.payment_sheet import PaymentSheet
from cmc_desk.reports.payment_words import Payee
from cmc_desk.reports.receipts import Receipts
from cmc_desk.reports.rooming import Guest, HotelRooms, Rooming
from cmc_desk.reports.seat_wall import PlacedSeat, Wall, WallDelegation
from cmc_desk.reports.transport import Rider, Transport, Transports, Vehicle
from cmc_desk.rules.allowance_days import compute
from cmc_desk.rules.allowances import Allowance, AllowancePolicy, Origin, Stop
from cmc_desk.rules.cash import by_currency, in_notes
from cmc_desk.rules.currencies import notes_of
from cmc_desk.rules.sent_lists import Difference, What
from cmc_desk.rules.travel_facts import Share
from cmc_desk.rules.travel_states import CostKind, Direction, Headline, Method, PaymentState, Standing, Step, Travel
from tests.meetings import ZONE
from tests.reports.desk_papers_case import ARABIC, COMBINING, EN, HEBREW, LONG, UNBROKEN
from tests.rules.travel_case import ITINERARY

POLICY = AllowancePolicy(
    name="United Nations split 50/6/12/12/20",
    source="Sample circular of December 2019",
    room=Decimal("0.50"),
    breakfast=Decimal("0.06"),
    lunch=Decimal("0.12"),
    dinner=Decimal("0.12"),
    last_day=Decimal("0.40"),
    same_day=Decimal("0.40"),
    min_hours=10,
    long_after=60,
)
PROVIDED = {date(2019, 12, 4): "R", date(2019, 12, 5): "RBL", date(2019, 12, 6): "RBL", date(2019, 12, 7): "B"}
_LETTERS = {"R": Origin.HOTEL, "B": Origin.HOTEL, "L": Origin.AGENDA}
DIFFERENCES = (
    Difference(What.NEW, "Andre Sample-Cox"),
    Difference(
        What.CHANGED, "Keisha Example-Blake", (("at", "2019-12-04 15:40", "2019-12-04 19:05"), ("late", "no", "yes"))
    ),
    Difference(What.GONE, "José Specimen-Valdés"),
)
FIRST = ListVersion()
THIRD = ListVersion(3, 2, "Example Hotel", datetime(2019, 12, 2, 10, 12, tzinfo=ZONE), DIFFERENCES)
IOM, UNHCR = (Share("IOM", 10_000),), (Share("UNHCR", 10_000),)
SPLIT = (Share("IOM", 6_000), Share("UNHCR", 4_000))
WORDS = tuple(Headline)


def allowance(texts: Any = EN) -> Allowance:
    """Return four days at Kingston with room, breakfasts and both lunches: 355.20."""
    there, home = (datetime.fromisoformat(text) for text in ("2019-12-04 15:40", "2019-12-07 09:15"))
    stay = Stop("KIN", there, home, Decimal(240))
    origins = {day: {letter: _LETTERS[letter] for letter in letters} for day, letters in PROVIDED.items()}
    return compute(POLICY, (stay,), PROVIDED, "USD", origins=origins, words=texts)


def payee(name: str = "Keisha Example-Blake", receipt: int | None = 12, texts: Any = EN, **changes: Any) -> Payee:
    """Return somebody who was paid USD 355.20 in cash, or is to be if there is no receipt."""
    facts: dict[str, Any] = {
        "name": name,
        "delegation": "Trinidad and Tobago",
        "seat": 2,
        "agencies": "UNHCR",
        "allowance": allowance(texts),
        "state": PaymentState.APPROVED if receipt is None else PaymentState.PAID,
        "amount": 355_20,
        "currency": "USD",
        "method": Method.CASH,
        "rate": "1",
        "rate_source": "",
        "paid_amount": 355_20,
        "paid_currency": "USD",
        "rounding": 0,
        "received_before": 0,
        "handed": 355_20,
        "receipt": receipt,
        "approved_by": "S. Example-Grant",
        "paid_by": "" if receipt is None else "T. Sample-Reid",
        "paid_at": None if receipt is None else datetime(2019, 12, 5, 10, 12, tzinfo=ZONE),
    }
    return Payee(**(facts | changes))


def in_jamaican(name: str = "Andre Sample-Cox", receipt: int | None = 13, **changes: Any) -> Payee:
    """Return somebody who was paid in Jamaican dollars, rounded to fifty."""
    converted = {
        "paid_currency": "JMD",
        "rate": "138.50",
        "rate_source": "UN operational rate, December 2019",
        "paid_amount": 49_200_00,
        "rounding": 4_80,
        "handed": 49_200_00,
    }
    return payee(name, receipt, **(converted | changes))


def cash_pack(*names: str) -> CashPack:
    """Return envelopes for these people, in two currencies by turns."""
    envelopes = tuple(
        Envelope(
            number,
            name,
            "Saint Vincent and the Grenadines",
            "USD" if number % 2 else "JMD",
            355_20 if number % 2 else 49_200_00,
            in_notes(*((355_20, notes_of("USD")) if number % 2 else (49_200_00, notes_of("JMD")))),
        )
        for number, name in enumerate(names, start=1)
    )
    notes = {currency: notes_of(currency) for currency in ("USD", "JMD")}
    return CashPack(envelopes, tuple(by_currency(((one.currency, one.amount) for one in envelopes), notes).items()))


def rider(name: str, hour: int = 15, minute: int = 40, **changes: Any) -> Rider:
    """Return somebody who lands on the 4th."""
    facts: dict[str, Any] = {
        "name": name,
        "delegation": "Trinidad and Tobago",
        "flight": "BW 415",
        "at": datetime(2019, 12, 4, hour, minute, tzinfo=ZONE),
        "phone": "+1 868 555 0123",
        "language": "en",
    }
    return Rider(**(facts | changes))


def transports(*names: str, version: ListVersion = FIRST) -> Transports:
    """Return these people in vehicles of three, there and back, and one at another airport."""
    waves = [names[start : start + 3] for start in range(0, len(names), 3)]
    out = tuple(
        Vehicle(
            number,
            "KIN",
            "Kingston",
            datetime(2019, 12, 4, 12 + number, 40, tzinfo=ZONE),
            tuple(rider(name, 12 + number, 40 + place) for place, name in enumerate(wave)),
        )
        for number, wave in enumerate(waves, start=1)
    )
    elsewhere = Vehicle(9, "MBJ", "Montego Bay", None, (rider("Robin Muster", 22, 5, language="fr"),), elsewhere=True)
    home = tuple(
        Vehicle(
            number,
            "KIN",
            "Kingston",
            datetime(2019, 12, 7, 5 + number, 30, tzinfo=ZONE),
            tuple(
                rider(name, 9, 15, at=datetime(2019, 12, 7, 9 + number, 15, tzinfo=ZONE), flight="BW 414")
                for name in wave
            ),
        )
        for number, wave in enumerate(waves, start=1)
    )
    return Transports(
        "Example Hotel",
        Transport(Direction.OUT, version, (*out, elsewhere), (("José Specimen-Valdés", "Cuba"),)),
        Transport(Direction.BACK, FIRST, home),
    )


def guest(name: str, **changes: Any) -> Guest:
    """Return somebody who sleeps three nights in the hotel."""
    facts: dict[str, Any] = {
        "name": name,
        "delegation": "Trinidad and Tobago",
        "hotel": "Example Hotel",
        "room": "single",
        "check_in": date(2019, 12, 4),
        "check_out": date(2019, 12, 7),
        "breakfast": True,
        "paid_by": "UNHCR",
        "arrives": datetime(2019, 12, 4, 15, 40, tzinfo=ZONE),
        "flight": "BW 415",
    }
    return Guest(**(facts | changes))


def rooming(*names: str, version: ListVersion = FIRST) -> Rooming:
    """Return a list for one hotel; the last comes late, without breakfast."""
    guests = [guest(name) for name in names[:-1]]
    late = datetime(2019, 12, 5, 0, 35, tzinfo=ZONE)
    guests += [guest(name, arrives=late, flight="AA 1519", late=True, breakfast=False) for name in names[-1:]]
    return Rooming((HotelRooms("Example Hotel", version, tuple(guests)),))


def wall(delegations: int = 23, name: str = "Saint Vincent and the Grenadines") -> Wall:
    """Return a wall with every state on it."""
    rows = []
    for number in range(delegations):
        seats = tuple(
            PlacedSeat(
                word := WORDS[(2 * number + place) % len(WORDS)],
                (Standing.BLOCKS, Standing.DUE, Standing.WAITS, Standing.DONE)[(number + place) % 4],
                "" if word in (Headline.NO_NOMINEE, Headline.LETTER_AWAITED) else f"Example-{word.value.title()}",
                (IOM, UNHCR)[place] if number % 5 else SPLIT,
                warnings=number % 3,
                local=word is Headline.LOCAL,
            )
            for place in range(2)
        )
        rows.append(
            WallDelegation(name if not number % 7 else f"Delegation {number}", ("jm", "ht", "tt")[number % 3], seats)
        )
    return Wall((("IOM", "IOM"), ("UNHCR", "UNHCR")), tuple(rows))


def chase(*names: str, alone: bool = False) -> ChaseList:
    """Return what is missing of each of these people, and of a seat that nobody holds."""
    items = [
        Missing(
            1,
            name,
            Step.VISA,
            Standing.BLOCKS,
            "US transit visa: the interview was due on Mon 2 Dec.",
            date(2019, 12, 2),
        )
        for name in names
    ]
    items += [
        Missing(2, "", Step.LETTER, Standing.WAITS, "No letter has come yet.", date(2019, 12, 9)),
        Missing(
            2, "Robin Muster", Step.TICKET, Standing.DUE, "On hold, expires today 18:00.", date(2019, 12, 3), ours=True
        ),
        Missing(2, "Robin Muster", Step.ROOM, Standing.WAITS, "No room is booked.", ours=True),
    ]
    one = ChasedDelegation("Haiti", tuple(items))
    if alone:
        return ChaseList(date(2019, 12, 3), (one,), alone=True)
    stuck = (
        Stuck("Haiti", 1, "Nadège Example-Pierre", Headline.VISA, date(2019, 11, 8), 25),
        Stuck("Cuba", 1, "", Headline.LETTER_AWAITED, date(2019, 11, 15), 18),
    )
    return ChaseList(date(2019, 12, 3), (one, ChasedDelegation("Cuba", tuple(items[-2:]))), stuck)


def costs() -> TravelCosts:
    """Return the costs of two agencies, one of which has spent more than it planned."""
    official = OfficialCost("Haiti", 1, "Nadège Example-Pierre", "did not come", "IOM", CostKind.TICKET, Figures("USD", 600_00, 640_00, 640_00, 0, 640_00), sunk=True)  # fmt: skip
    return TravelCosts(
        date(2019, 12, 1),
        (
            AgencyBudget(
                "IOM", 30_000_00, Figures("USD", 28_000_00, 21_500_50, 19_000_00, 12_500_00, 27_250_75), ("HTG",)
            ),
            AgencyBudget("UNHCR", 20_000_00, Figures("USD", 22_000_00, 21_000_00, 9_000_00, 0, 21_340_00)),
            AgencyBudget("Another agency", None, Figures("USD")),
        ),
        (
            KindCost("IOM", CostKind.TICKET, Figures("USD", 20_000_00, 18_000_00, 16_000_00, 0, 19_250_75)),
            KindCost("IOM", CostKind.HOTEL, Figures("JMD", 1_200_000_00, 1_150_000_00, 0, 0, 1_150_000_00)),
        ),
        (official,),
    )


def agent_list() -> AgentList:
    """Return one official who has a ticket and one who needs one."""
    begins, closes = datetime(2019, 12, 5, 8, 30, tzinfo=ZONE), datetime(2019, 12, 6, 17, 30, tzinfo=ZONE)
    booked = Booked("EXAMPLE PIERRE NADEGE", "Haiti", Travel.TICKETED, "PAP", ITINERARY)
    return AgentList("KIN", begins, closes, (booked, Booked("Andre Sample-Cox", "Jamaica", Travel.NONE, "GCM")))


OFFICIALS = ("Keisha Example-Blake", "Andre Sample-Cox", "Anaïs Muster-Żółć", ARABIC)
EVERY_NAME = (*OFFICIALS, HEBREW, COMBINING, LONG, UNBROKEN)
# One of each, small enough that its golden file is read at a glance.
GOLDEN: dict[str, Any] = {
    "manifest": transports(*OFFICIALS, version=THIRD),
    "driver-sheets": transports(*OFFICIALS),
    "name-boards": transports(*OFFICIALS),
    "rooming": rooming(*OFFICIALS, version=THIRD),
    "seat-wall": wall(7),
    "chase-list": chase("Nadège Example-Pierre"),
    "payment-sheet": PaymentSheet(
        (payee(), in_jamaican(receipt=None), payee(ARABIC, None, agencies="IOM 60 %, UNHCR 40 %"))
    ),
    "receipts": Receipts(
        "en",
        "Kingston",
        (payee(), in_jamaican(), payee("José Specimen-Valdés", 14, void="The rate of November was used.")),
    ),
    "bank-notes": cash_pack(*OFFICIALS),
    "envelope-slips": cash_pack(*OFFICIALS),
    "travel-costs": costs(),
}
