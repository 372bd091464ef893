"""The rooming list: who sleeps where from when to when, for the hotel, with what has changed since it was last sent.

It says what a hotel needs and no more: no phones, nothing of a passport.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from gettext import NullTranslations

from cmc_desk.reports.form import Form, FormColumn, Line
from cmc_desk.reports.list_version import ListVersion, differences_sheet, version_words, write_version
from cmc_desk.reports.page import Pages, TableColumn
from cmc_desk.reports.transport import people_words
from cmc_desk.reports.travel_book import naive, travel_book
from cmc_desk.reports.workbook import DAY, INSTANT, WHOLE, Cell, Sheet, SheetColumn
from cmc_desk.rules.day_words import short_day, short_when
from cmc_desk.rules.papers import Format, Imprint

_DAY = timedelta(days=1)
_ROW = 18.0


@dataclass(frozen=True, slots=True)
class Guest:
    """A stay of somebody; `arrives` is when the flight lands, None while that is not known; `late` asks the hotel to keep the room."""

    name: str
    delegation: str
    hotel: str
    room: str
    check_in: date
    check_out: date
    breakfast: bool
    paid_by: str
    arrives: datetime | None = None
    flight: str = ""
    late: bool = False

    @property
    def nights(self) -> tuple[date, ...]:
        """The nights by the dates of their evenings."""
        return tuple(self.check_in + number * _DAY for number in range((self.check_out - self.check_in).days))


@dataclass(frozen=True, slots=True)
class HotelRooms:
    """The stays in one hotel in the order of arrival, with what has changed for this hotel; one that was given up has none."""

    hotel: str
    version: ListVersion
    guests: tuple[Guest, ...]


@dataclass(frozen=True, slots=True)
class Rooming:
    """The stays hotel by hotel, by name."""

    hotels: tuple[HotelRooms, ...]

    @property
    def guests(self) -> tuple[Guest, ...]:
        """Every stay."""
        return tuple(guest for one in self.hotels for guest in one.guests)

    @property
    def people(self) -> int:
        """How many people's names stand on it."""
        return len({(guest.name, guest.delegation) for guest in self.guests})


def render(content: Rooming, form: Format, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the list as PDF, each hotel from a page of its own, or as workbook."""
    if form is Format.XLSX:
        return _book(content, texts, imprint)
    _ = texts.gettext
    pages = Pages(title(texts), imprint, texts, wide=True)
    if not content.hotels:
        pages.text(title(texts), size=17, bold=True, tone="sea")
        pages.text(_("No room is booked yet."), tone="slate")
    for number, one in enumerate(content.hotels):
        if number:
            pages.new_page()
        pages.text(title(texts), size=17, bold=True, tone="sea")
        pages.text(one.hotel, size=12, bold=True)
        pages.text(_summary(one.guests, texts), size=9.5)
        pages.space(4)
        write_version(pages, one.version, texts)
        pages.space(8)
        if one.guests:
            _write_guests(pages, one.guests, texts)
            _write_nights(pages, one.guests, texts)
    return pages.finish()


def title(texts: NullTranslations) -> str:
    """Return what the paper is called."""
    return texts.gettext("Rooming list")


def _summary(guests: Sequence[Guest], texts: NullTranslations) -> str:
    nights, late = sum(len(guest.nights) for guest in guests), sum(guest.late for guest in guests)
    parts = [
        people_words(len({(guest.name, guest.delegation) for guest in guests}), texts),
        texts.ngettext("{number} night", "{number} nights", nights).format(number=nights),
    ]
    if late:
        words = texts.ngettext(
            "{number} late arrival: please keep the room", "{number} late arrivals: please keep the rooms", late
        )
        parts.append(words.format(number=late))
    return " · ".join(parts)


def _write_guests(pages: Pages, guests: Sequence[Guest], texts: NullTranslations) -> None:
    _ = texts.gettext
    columns = (
        FormColumn(_("No."), 9, "right"),
        FormColumn(_("Name"), 56),
        FormColumn(_("Delegation"), 47),
        FormColumn(texts.pgettext("hotel", "Room"), 26),
        FormColumn(_("Check-in"), 27),
        FormColumn(_("Check-out"), 27),
        FormColumn(_("Nights"), 19, "right"),
        FormColumn(_("Breakfast"), 27),
        FormColumn(_("Paid by"), 26),
        FormColumn(_("Lands"), 50),
    )
    form = Form(pages, texts, columns, least=_ROW)
    form.begin()
    for number, guest in enumerate(guests, start=1):
        form.row(_row(number, guest, texts))


def _row(number: int, guest: Guest, texts: NullTranslations) -> tuple[tuple[Line, ...], ...]:
    _ = texts.gettext
    lands = [Line(" · ".join(filter(None, (guest.flight, _clock(guest, texts)))), 8.5)]
    if guest.late:
        lands.append(Line(_("late arrival: keep the room"), 8, bold=True, tone="coral"))
    return (
        (Line(str(number), 8, tone="slate"),),
        (Line(guest.name, 9.5, bold=True),),
        (Line(guest.delegation, 8.5),),
        (Line(guest.room, 8.5),),
        (Line(short_day(guest.check_in, texts), 9, bold=True),),
        (Line(short_day(guest.check_out, texts), 9, bold=True),),
        (Line(str(len(guest.nights)), 9),),
        (Line(_("yes") if guest.breakfast else _("no"), 8.5),),
        (Line(guest.paid_by, 8.5),),
        tuple(line for line in lands if line.words),
    )


def _clock(guest: Guest, texts: NullTranslations) -> str:
    return short_when(guest.arrives, texts) if guest.arrives else ""


def _write_nights(pages: Pages, guests: Sequence[Guest], texts: NullTranslations) -> None:
    _ = texts.gettext
    pages.heading(_("Rooms by night"), size=11, keep=60)
    columns = (
        TableColumn(_("Night of"), 30, bold=True),
        TableColumn(texts.pgettext("hotel", "Rooms"), 16, "right"),
        TableColumn(_("Breakfasts next morning"), 66, "right"),
        TableColumn("", 128),
    )
    rows = [(short_day(day, texts), str(rooms), str(breakfasts), "") for day, rooms, breakfasts in by_night(guests)]
    pages.table(columns, rows, size=9)


def by_night(guests: Sequence[Guest]) -> Iterator[tuple[date, int, int]]:
    """Return how many rooms each night needs, and how many breakfasts the morning after."""
    rooms = Counter(day for guest in guests for day in guest.nights)
    breakfasts = Counter(day for guest in guests if guest.breakfast for day in guest.nights)
    for day in sorted(rooms):
        yield day, rooms[day], breakfasts[day]


def _book(content: Rooming, texts: NullTranslations, imprint: Imprint) -> bytes:
    _ = texts.gettext
    columns = (
        SheetColumn(_("No."), "number", 6, WHOLE),
        SheetColumn(_("Hotel"), "hotel", 24),
        SheetColumn(_("Name"), "name", 30),
        SheetColumn(_("Delegation"), "delegation", 28),
        SheetColumn(texts.pgettext("hotel", "Room"), "room", 14),
        SheetColumn(_("Check-in"), "check_in", 17, DAY),
        SheetColumn(_("Check-out"), "check_out", 17, DAY),
        SheetColumn(_("Nights"), "nights", 8, WHOLE),
        SheetColumn(_("Breakfast"), "breakfast", 10),
        SheetColumn(_("Paid by"), "paid_by", 16),
        SheetColumn(_("Flight"), "flight", 10),
        SheetColumn(_("Lands"), "arrives", 20, INSTANT),
        SheetColumn(_("Late arrival"), "late", 10),
    )
    rows = tuple(
        (
            number,
            guest.hotel,
            guest.name,
            guest.delegation,
            guest.room or None,
            guest.check_in,
            guest.check_out,
            len(guest.nights),
            _("yes") if guest.breakfast else _("no"),
            guest.paid_by or None,
            guest.flight or None,
            naive(guest.arrives),
            _("yes") if guest.late else None,
        )
        for number, guest in enumerate(content.guests, start=1)
    )
    shown = [Sheet("rooms", _("Rooms"), columns, rows, frozen=3), _nights_sheet(content, texts)]
    for place, one in enumerate((one for one in content.hotels if one.version.differences), start=1):
        changes = differences_sheet(one.version, texts)
        # Two hotels may begin with the same thirty letters.
        words = _("Differences {number}").format(number=place)
        shown.append(Sheet(f"{changes.name}-{place}", words, changes.columns, changes.rows, frozen=2))
    notes: list[tuple[str, Cell]] = [(one.hotel, version_words(one.version, texts)) for one in content.hotels]
    return travel_book(title(texts), shown, texts, imprint, notes=notes)


def _nights_sheet(content: Rooming, texts: NullTranslations) -> Sheet:
    _ = texts.gettext
    columns = (
        SheetColumn(_("Hotel"), "hotel", 24),
        SheetColumn(_("Night of"), "night", 17, DAY),
        SheetColumn(_("Rooms"), "rooms", 10, WHOLE),
        SheetColumn(_("Breakfasts next morning"), "breakfasts", 14, WHOLE),
    )
    rows = tuple((one.hotel, *night) for one in content.hotels for night in by_night(one.guests))
    return Sheet("nights", _("Rooms by night"), columns, rows, frozen=1)
