"""Officials of Haiti at every step of their journeys, so that each command of travel that the README shows has somebody to be about."""

from datetime import date, datetime

from cmc_desk.desk import (
    allowances,
    daily_rates,
    journeys,
    nomination_letters,
    payments,
    people,
    room_costs,
    rooms,
    seats,
    travellers,
)
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.payment_list import payment_lines
from cmc_desk.rules.journeys import TypedLeg
from cmc_desk.rules.passport_lines import check_digit
from cmc_desk.rules.people import Person
from cmc_desk.rules.travel_states import Direction, LetterKind, Travel
from tests.meetings import enter

_NUMBER, _BIRTH, _EXPIRES = "X12345678", "800101", "290101"
_CHECKED = "".join(f"{field}{check_digit(field)}" for field in (_NUMBER, _BIRTH, _EXPIRES))
_EMPTY = "<" * 14
_SECOND = f"{_CHECKED[:10]}HTI{_CHECKED[10:17]}F{_CHECKED[17:]}{_EMPTY}0"
PLACES = {
    "SEAT": "JM-1",
    "WHO": "HT-1",
    "OTHER": "guerda",
    "BOOKED": "HT-2",
    "ABSENT": "HT-3",
    "TICKETED": "HT-4",
    "WARNING": "other-profile",
    "LINES": f"{'P<HTIMUSTER<ZOLC<<ANAIS'.ljust(44, '<')} {_SECOND}{check_digit(_CHECKED + _EMPTY + '0')}",
    "BOARDING-PASS": "M1SAMPLE-FOURTH/MARIE EEXABC2 PAPKINBW 0415 338Y012C0042 100",
    "NUMBER": "106-2400000001",
    "CODE": "EXABC2",
    "AMOUNT": "12.50",
    "LATER": "2040-01-01 18:00",
    "COMPUTED": "HT-4",
    "APPROVED": "HT-5",
    "PAID": "HT-6",
    "RATES": "rates.csv",
    "POLICIES": "policies.toml",
}
RATES = "Place,Since,Until,Amount,Long,Currency,Source\nKIN,2019-12-01,,240.00,180.00,USD,Example circular\nMBJ,2019-12,,230.00,,USD,Example circular\n"
FLIGHTS = (
    "Passenger,PNR,Flight,From,To,Date,Dep,Arr\n"
    "SPECIMEN-VALDES/JOSE,EXABC3,BW 415,PAP,KIN,4 Dec 2019,15:05,16:10\n"
    "SPECIMEN-VALDES/JOSE,EXABC3,BW 414,KIN,PAP,7 Dec 2019,09:15,10:20\n"
)
_FURTHER = (
    ("Jean", "Sample-Third"),
    ("Marie", "Sample-Fourth"),
    ("Rose", "Specimen-Fifth"),
    ("Yves", "Specimen-Sixth"),
    ("Guerda", "Example-Other"),
)
_LEGS = (
    TypedLeg(Direction.OUT, "BW", "415", "PAP", "KIN", datetime(2019, 12, 4, 14, 35), datetime(2019, 12, 4, 15, 40)),  # noqa: DTZ001 - on the clocks of airports
    TypedLeg(Direction.BACK, "BW", "414", "KIN", "PAP", datetime(2019, 12, 7, 9, 15), datetime(2019, 12, 7, 10, 20)),  # noqa: DTZ001 - on the clocks of airports
)
# Of somebody who is home again: the claim can be closed.
_HOME_AGAIN = (
    TypedLeg(Direction.OUT, "BW", "415", "PAP", "KIN", datetime(2019, 12, 2, 14, 35), datetime(2019, 12, 2, 15, 40)),  # noqa: DTZ001 - on the clocks of airports
    TypedLeg(Direction.BACK, "BW", "414", "KIN", "PAP", datetime(2019, 12, 4, 9, 15), datetime(2019, 12, 4, 10, 20)),  # noqa: DTZ001 - on the clocks of airports
)


def travel(desk: Desk) -> None:
    """Give Haiti six seats: one nominated, one accepted with a journey, one who did not come, one with a ticket, a room and an allowance, two who came.

    Of those who came one is to be paid, and one was.
    """
    for given_name, family_name in _FURTHER:
        enter(desk, Person(given_name=given_name, family_name=family_name, delegation="HT"))
    desk.do(seats.set_quota, delegation="JM", quota=2)
    desk.do(seats.set_quota, delegation="HT", quota=6)
    named = [
        desk.read(people.find_people, text=name, delegation="HT").hits[0].id
        for name in ("anais", "jose", "jean third", "marie", "rose", "yves")
    ]
    letter = desk.do(
        nomination_letters.record_letter,
        delegation="HT",
        kind=LetterKind.NOTE_VERBALE,
        reference="NV 7",
        dated=date(2019, 11, 7),
        received=date(2019, 11, 8),
        names=named,
    )
    _first, booked, absent, ticketed, approved, paid = (
        desk.do(seats.nominate, seat=f"HT-{number}", participant=one, letter=letter)
        for number, one in enumerate(named, start=1)
    )
    desk.do(travellers.set_travel, sponsorship=absent, to=Travel.NO_SHOW, reason="Taken ill")
    for key in (booked, ticketed):
        desk.do(seats.accept, sponsorship=key)
        desk.do(journeys.put_itinerary, sponsorship=key, legs=list(_LEGS))
    desk.do(
        journeys.issue_ticket,
        sponsorship=ticketed,
        ticket="106-2400000000",
        locator="EXABC2",
        fare="412.50",
        currency="USD",
    )
    desk.do(rooms.book_stays, sponsorships=[ticketed])
    desk.do(room_costs.price_rooms, price="118", currency="USD")
    desk.do(
        daily_rates.set_rate,
        place="KIN",
        since=date(2019, 12, 1),
        amount="240",
        currency="USD",
        source="Example circular",
    )
    for key, legs in ((approved, _LEGS), (paid, _HOME_AGAIN)):
        desk.do(seats.accept, sponsorship=key)
        desk.do(journeys.put_itinerary, sponsorship=key, legs=list(legs))
        desk.do(travellers.set_travel, sponsorship=key, to=Travel.ARRIVED)
    desk.do(allowances.compute_allowances, sponsorships=(ticketed, approved, paid))
    lines = {line.sponsorship: line.key for line in desk.read(payment_lines)}
    desk.do(payments.approve_payments, payments=(lines[approved], lines[paid]))
    desk.do(payments.pay, payment=lines[paid])
