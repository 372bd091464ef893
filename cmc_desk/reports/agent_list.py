"""The list for the travel agency: who needs which flights, and what is booked; it comes back filled in and is read as it is.

It says what an agency needs to book and no more: no phones, and of a passport only the name that stands in it.
"""

from dataclasses import dataclass
from datetime import datetime
from gettext import NullTranslations

from cmc_desk.reports.travel_book import naive, travel_book
from cmc_desk.reports.workbook import CLOCK, DAY, INSTANT, MONEY, Cell, Sheet, SheetColumn
from cmc_desk.rules.money import from_minor
from cmc_desk.rules.papers import Format, Imprint
from cmc_desk.rules.travel_facts import Itinerary, Leg
from cmc_desk.rules.travel_states import Direction, Travel
from cmc_desk.rules.travel_words import TRAVEL_WORDS

# These words are those that the list is read by when it comes back, so they are not translated.
_WAY = {Direction.OUT: "Outbound", Direction.BACK: "Return"}


@dataclass(frozen=True, slots=True)
class Booked:
    """Somebody who flies: `name` is that of the passport where it is known, `origin` the airport of the delegation."""

    name: str
    delegation: str
    travel: Travel
    origin: str
    itinerary: Itinerary | None = None


@dataclass(frozen=True, slots=True)
class AgentList:
    """Who flies to the meeting at `airport`: everybody should land before `begins` and leave after `closes`."""

    airport: str
    begins: datetime
    closes: datetime
    bookings: tuple[Booked, ...]

    @property
    def people(self) -> int:
        """How many people's names stand on it."""
        return len(self.bookings)


def render(content: AgentList, _form: Format, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the list as workbook."""
    _ = texts.gettext
    notes: list[tuple[str, Cell]] = [
        (_("Airport of the meeting"), content.airport),
        (_("To land before"), naive(content.begins)),
        (_("Not to leave before"), naive(content.closes)),
        (_("Times of flights"), _("On the clocks of each airport")),
    ]
    return travel_book(title(texts), (_sheet(content, texts),), texts, imprint, notes=notes)


def title(texts: NullTranslations) -> str:
    """Return what the paper is called."""
    return texts.gettext("List for the travel agency")


def _sheet(content: AgentList, texts: NullTranslations) -> Sheet:
    # Headings in English: the agency's own lists have them, and the list is read by them when it comes back.
    columns = (
        SheetColumn("Name", "name", 32),
        SheetColumn("Delegation", "delegation", 24),
        SheetColumn("State", "state", 18),
        SheetColumn("Direction", "direction", 11),
        SheetColumn("Flight", "flight", 10),
        SheetColumn("Date", "day", 17, DAY),
        SheetColumn("From", "origin", 8),
        SheetColumn("To", "destination", 8),
        SheetColumn("Departure", "departs", 10, CLOCK),
        SheetColumn("Arrival", "arrives", 10, CLOCK),
        SheetColumn("Arrival date", "arrival_day", 17, DAY),
        SheetColumn("PNR", "locator", 10),
        SheetColumn("Ticket number", "ticket", 18),
        SheetColumn("Fare", "fare", 11, MONEY),
        SheetColumn("Currency", "currency", 9),
        SheetColumn("Hold until", "hold_until", 20, INSTANT),
    )
    rows = tuple(row for one in content.bookings for row in _rows(one, content, texts))
    return Sheet("flights", texts.gettext("Flights"), columns, rows, frozen=1)


def _rows(one: Booked, content: AgentList, texts: NullTranslations) -> list[tuple[Cell, ...]]:
    who = (one.name, one.delegation, texts.gettext(TRAVEL_WORDS[one.travel]))
    known = one.itinerary
    legs = [leg for leg in known.legs if not leg.surface] if known else []
    if known is None or not legs:
        wanted = ((Direction.OUT, one.origin, content.airport), (Direction.BACK, content.airport, one.origin))
        return [(*who, _WAY[way], None, None, origin or None, to or None, *(None,) * 8) for way, origin, to in wanted]
    return [(*who, *_leg(leg), *_ticket(known, content)) for leg in legs]


def _leg(leg: Leg) -> tuple[Cell, ...]:
    return (
        *(_WAY[leg.direction], f"{leg.carrier} {leg.number}", leg.departs.date(), leg.origin, leg.destination),
        *(naive(leg.departs), naive(leg.arrives), leg.arrives.date()),
    )


def _ticket(known: Itinerary, content: AgentList) -> tuple[Cell, ...]:
    fare = from_minor(known.fare, known.currency) if known.fare is not None else None
    until = known.hold_until.astimezone(content.begins.tzinfo) if known.hold_until else None
    return (
        *(known.locator or None, known.ticket or None, fare),
        *(known.currency if fare is not None else None, naive(until)),
    )
