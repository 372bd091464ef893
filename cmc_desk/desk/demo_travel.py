"""The sponsored travel of the demo until two days before the meeting: nominations, flights, rooms and money, and what is still missing.

Rates, fares and prices are invented, and say so in their source.
"""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from cmc_desk.desk import (
    allowances,
    daily_rates,
    journeys,
    manifest,
    nomination_letters,
    registration,
    room_costs,
    rooms,
    seats,
    travel_at_once,
    travel_budget,
    travel_settings,
    travellers,
)
from cmc_desk.desk.agent_sheet import import_agent_sheet, preview_agent_sheet, read_agent_sheet
from cmc_desk.desk.command import Author
from cmc_desk.desk.demo_officials import OFFICIALS, need_passports, passport, people, seated
from cmc_desk.desk.demo_play import move
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.meeting import meeting
from cmc_desk.resource import resource
from cmc_desk.rules.agent_preview import changes_of
from cmc_desk.rules.meeting import Role
from cmc_desk.rules.people import InstitutionKind, Person
from cmc_desk.rules.sent_lists import ListKind
from cmc_desk.rules.travel_facts import Night
from cmc_desk.rules.travel_states import LetterKind, Travel, VisaState, Warned

TRAVEL_DESK = Author("S. Example-Grant", Role.TRAVEL, "Travel desk")
FLIGHTS = "cmc-2019-flights.csv"
DEADLINE = date(2019, 11, 15)
HOTEL = "Spanish Court Hotel"
SOURCE = "Example, not a published rate"
# Two days before, in the early afternoon, as the wall is drawn.
_AT_THE_WALL = time(14, 32, 7)
_LATE = "TC"
# Named for the second seat at first; nobody followed there.
_MOVED = ("SX", "Muster-Gumbs")
_KINDS = (LetterKind.NOTE_VERBALE, LetterKind.NOTE_VERBALE, LetterKind.LETTER, LetterKind.EMAIL)
_LEFT, _FOLLOWS = ("BS", "Specimen-Moxey"), ("BS", "Example-Knowles")
# Whose visa is still awaited: which one, how far it has come, and the day that is waited for.
_VISAS = {
    ("CU", "Specimen-Valdés"): ("US transit: passport at the consulate.", VisaState.LETTER_SENT, date(2019, 12, 4)),
    ("HT", "Example-Pierre"): ("US transit: interview.", VisaState.REQUIRED, date(2019, 12, 2)),
}
# On no list of the ministry yet: only their letters name them.
_FROM_LETTERS = (
    Person("Odalys", "Example-Prieto", "CU", institution_kind=InstitutionKind.IMMIGRATION),
    Person("Perpetua", "Example-Jn Baptiste", "LC", institution_kind=InstitutionKind.FOREIGN_AFFAIRS),
    Person("Olivier", "Muster-Gumbs", "SX", institution_kind=InstitutionKind.IMMIGRATION),
)
_WITHOUT_BREAKFAST = ("HT", "Example-Pierre")
_EARLY, _LAST_TICKET = ("LC", "Specimen-Henry"), ("TT", "Example-Blake")


def nominations_and_flights(desk: Desk) -> None:
    """Live through November at the travel desk: letters, acceptances, passports, the agency's list, one who is replaced with a ticket."""
    for day, clock, act in (
        (date(2019, 11, 8), "10:00", _settle),
        (DEADLINE, "16:00", _letters_in_time),
        (date(2019, 11, 18), "11:00", _papers),
        (date(2019, 11, 20), "15:30", _a_late_letter),
        (date(2019, 11, 22), "09:15", _flights_of_the_agency),
        (date(2019, 11, 25), "14:00", _rooms_and_money),
        (date(2019, 11, 28), "10:40", _one_is_replaced),
        (date(2019, 11, 29), "17:05", _flights_again),
    ):
        _at(desk, day, time.fromisoformat(clock), act)


def until_two_days_before(desk: Desk) -> None:
    """Live through the days before: one arrives early, lists are sent, allowances computed, and the last ticket comes in."""
    days = desk.read(meeting).days
    _at(desk, days[0] - timedelta(days=3), time(17, 5), _one_arrives)
    _at(desk, days[0] - timedelta(days=2), time(13, 50), _lists_are_sent)
    _at(desk, days[0] - timedelta(days=2), _AT_THE_WALL, _last_ticket)


def local(desk: Desk, day: date, clock: time) -> datetime:
    """Return a time on the clocks of the meeting."""
    return datetime.combine(day, clock, desk.read(meeting).tzinfo)


def _at(desk: Desk, day: date, clock: time, act: Callable[[Desk], None]) -> None:
    move(desk, local(desk, day, clock))
    desk.author = TRAVEL_DESK
    act(desk)


def _settle(desk: Desk) -> None:
    desk.do(travel_settings.change_travel_settings, changes={"deadline": DEADLINE, "hotel": HOTEL})
    for agency in ("IOM", "UNHCR"):
        desk.do(travel_budget.set_budget, agency=agency, amount="32000", currency="USD")


def _letters_in_time(desk: Desk) -> None:
    for person in _FROM_LETTERS:
        desk.do(registration.register, person=person)
    named = [code for code in OFFICIALS if code != _LATE]
    found = people(desk)
    letters = {
        code: _letter(desk, code, number, [found[code, name] for name in OFFICIALS[code]])
        for number, code in enumerate(named)
    }
    code, _name = _MOVED
    first = desk.do(seats.nominate, seat=f"{code}-2", participant=found[_MOVED], letter=letters[code])
    desk.do(seats.withdraw, sponsorship=first, reason="The ministry asks for the first seat")
    nominated = [
        travel_at_once.SeatFor(f"{code}-{seat}", found[code, name], letters[code])
        for code in named
        for seat, name in enumerate(OFFICIALS[code], start=1)
    ]
    accepted = desk.do(travel_at_once.nominate_all, nominations=nominated)
    desk.do(travel_at_once.accept_all, sponsorships=accepted)


def _letter(desk: Desk, code: str, number: int, names: list[str]) -> str:
    received = date(2019, 11, 6) + timedelta(days=2 if code == "HT" else number % 9)
    return desk.do(
        nomination_letters.record_letter,
        delegation=code,
        kind=_KINDS[number % len(_KINDS)],
        reference=f"NV {code}/{110 + number}/2019 (example)",
        dated=received - timedelta(days=1 + number % 3),
        received=received,
        names=names,
    )


def _a_late_letter(desk: Desk) -> None:
    found = people(desk)
    letter = desk.do(
        nomination_letters.record_letter,
        delegation=_LATE,
        kind=LetterKind.EMAIL,
        reference="E-mail of the Permanent Secretary (example)",
        dated=date(2019, 11, 19),
        received=date(2019, 11, 20),
        names=[found[_LATE, name] for name in OFFICIALS[_LATE]],
    )
    accepted = desk.do(
        travel_at_once.nominate_all,
        nominations=[
            travel_at_once.SeatFor(f"{_LATE}-{seat}", found[_LATE, name], letter)
            for seat, name in enumerate(OFFICIALS[_LATE], start=1)
        ],
    )
    desk.do(travel_at_once.accept_all, sponsorships=accepted)
    desk.do(travel_at_once.no_visa_needed, sponsorships=accepted)
    first, _second = accepted
    desk.do(travellers.waive, sponsorship=first, warned=Warned.LETTER_LATE, reason="Announced by telephone in time")


def _papers(desk: Desk) -> None:
    found = people(desk)
    desk.do(
        travel_at_once.record_passports,
        passports=[passport(found[who], *who, number) for number, who in enumerate(need_passports())],
    )
    here = seated(desk)
    without = [one.key for who, one in here.items() if who not in _VISAS and who[0] != "JM"]
    desk.do(travel_at_once.no_visa_needed, sponsorships=without)
    for who, (note, state, due) in _VISAS.items():
        desk.do(travellers.record_visa, sponsorship=here[who].key, state=VisaState.REQUIRED, note=note, due=due)
        if state is not VisaState.REQUIRED:
            desk.do(travellers.record_visa, sponsorship=here[who].key, state=state, note=note, due=due)
    desk.do(
        travellers.waive,
        sponsorship=here["GY", "Specimen-Blackman"].key,
        warned=Warned.PASSPORT_EXPIRES,
        reason="A new passport was applied for",
    )


def _flights_of_the_agency(desk: Desk) -> None:
    sheet = read_agent_sheet(resource("meetings", FLIGHTS))
    taken = changes_of(preview_agent_sheet(desk, sheet))
    desk.do(import_agent_sheet, bookings=taken, source=sheet.source)


def _flights_again(desk: Desk) -> None:
    """Take in the list again, on which somebody is new by now, and book what is missing."""
    _flights_of_the_agency(desk)
    desk.do(rooms.book_stays, sponsorships=[seated(desk)[_FOLLOWS].key])


def _rooms_and_money(desk: Desk) -> None:
    here = seated(desk)
    fly = [one.key for one in here.values() if one.travel in (Travel.TICKETED, Travel.HELD)]
    for place, amount in (("KIN", "240"), ("PTY", "212"), ("MIA", "268")):
        desk.do(
            daily_rates.set_rate, place=place, since=date(2019, 12, 1), amount=amount, currency="USD", source=SOURCE
        )
    desk.do(
        daily_rates.set_exchange_rate, month=date(2019, 12, 1), base="USD", quoted="JMD", rate="138.50", source=SOURCE
    )
    without = here[_WITHOUT_BREAKFAST].key
    desk.do(
        rooms.put_nights,
        sponsorship=without,
        nights=[Night(date(2019, 12, day), HOTEL, "single", breakfast=False, paid_by="") for day in (4, 5, 6)],
    )
    desk.do(rooms.book_stays, sponsorships=[key for key in fly if key != without])
    desk.do(room_costs.price_rooms, price="118.00", currency="USD")


def _one_is_replaced(desk: Desk) -> None:
    """Let somebody follow on a seat whose ticket was issued: what the airline does not give back is lost and stays in the cost."""
    found, left = people(desk), seated(desk)[_LEFT].key
    letter = desk.do(
        nomination_letters.record_letter,
        delegation="BS",
        kind=LetterKind.NOTE_VERBALE,
        reference="NV BS/139/2019 (example)",
        dated=date(2019, 11, 26),
        received=date(2019, 11, 27),
        names=[found[_FOLLOWS]],
    )
    follows = desk.do(
        seats.replace,
        sponsorship=left,
        participant=found[_FOLLOWS],
        reason="Moved to another department",
        letter=letter,
    )
    desk.do(journeys.cancel_ticket, sponsorship=left, reason="Somebody else comes instead", refund="95.00")
    desk.do(seats.accept, sponsorship=follows)
    desk.do(travel_at_once.record_passports, passports=[passport(found[_FOLLOWS], *_FOLLOWS, 45)])
    desk.do(travel_at_once.no_visa_needed, sponsorships=[follows])
    desk.do(
        travellers.waive,
        sponsorship=follows,
        warned=Warned.LETTER_LATE,
        reason="The first letter came in time; this one replaces a name",
    )


def _one_arrives(desk: Desk) -> None:
    desk.do(
        travellers.set_travel,
        sponsorship=seated(desk)[_EARLY].key,
        to=Travel.ARRIVED,
        at=local(desk, date(2019, 12, 2), time(16, 55)),
    )


def _lists_are_sent(desk: Desk) -> None:
    desk.do(allowances.compute_allowances)
    desk.do(manifest.send_list, kind=ListKind.ROOMING, recipient=HOTEL)
    desk.do(manifest.send_list, kind=ListKind.ARRIVALS, recipient="Drivers (example)")


def _last_ticket(desk: Desk) -> None:
    desk.do(journeys.issue_ticket, sponsorship=seated(desk)[_LAST_TICKET].key, ticket="106-2400009001")
