"""The manifest: arrivals and departures in waves, with whoever has no flight yet and what has changed since it was last sent."""

from gettext import NullTranslations

from cmc_desk.reports.form import Form, FormColumn, Line
from cmc_desk.reports.list_version import differences_sheet, version_words, write_version
from cmc_desk.reports.page import Pages
from cmc_desk.reports.transport import (
    HEADINGS,
    Rider,
    Transport,
    Transports,
    language_words,
    people_words,
    place_words,
    wave_words,
)
from cmc_desk.reports.travel_book import naive, travel_book
from cmc_desk.reports.workbook import CLOCK, DAY, WHOLE, Cell, Sheet, SheetColumn
from cmc_desk.rules.day_words import short_when
from cmc_desk.rules.papers import Format, Imprint
from cmc_desk.rules.travel_states import Direction

_ROW = 17.0


def render(content: Transports, form: Format, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the manifest as PDF or as workbook."""
    if form is Format.XLSX:
        return _book(content, texts, imprint)
    pages = Pages(title(texts), imprint, texts, wide=True)
    for place, way in enumerate(content.ways):
        if place:
            pages.new_page()
        _write_way(pages, way, content.hotel, texts)
    return pages.finish()


def title(texts: NullTranslations) -> str:
    """Return what the paper is called."""
    return texts.gettext("Manifest of arrivals and departures")


def _write_way(pages: Pages, way: Transport, hotel: str, texts: NullTranslations) -> None:
    _ = texts.gettext
    pages.text(_(HEADINGS[way.direction]), size=17, bold=True, tone="sea")
    vehicles = texts.ngettext("{number} vehicle", "{number} vehicles", len(way.vehicles)).format(
        number=len(way.vehicles)
    )
    facts = (people_words(way.people, texts), vehicles, _("Hotel: {hotel}").format(hotel=hotel) if hotel else "")
    pages.text(" · ".join(part for part in facts if part), size=10, bold=True)
    pages.text(_("All times are those of the clocks at the airport."), size=8.5, tone="slate")
    pages.space(4)
    write_version(pages, way.version, texts)
    pages.space(8)
    if way.vehicles:
        _write_vehicles(pages, way, texts)
    else:
        pages.text(_("No flight is known yet."), tone="slate")
    if way.waiting:
        pages.heading(_("Expected, without a flight that is known"), size=11.5)
        pages.text("; ".join(f"{name} ({delegation})" for name, delegation in way.waiting), size=9)


def _write_vehicles(pages: Pages, way: Transport, texts: NullTranslations) -> None:
    _ = texts.gettext
    arrival = way.direction is Direction.OUT
    columns = (
        FormColumn(_("Lands") if arrival else _("Departs"), 34),
        FormColumn(_("Flight"), 22),
        FormColumn(_("Name"), 67),
        FormColumn(_("Delegation"), 59),
        FormColumn(_("Phone"), 40),
        FormColumn(_("Language"), 24),
        FormColumn(_("Bags"), 16),
        FormColumn(_("In the vehicle"), 34),
    )
    form = Form(pages, texts, columns, least=_ROW)
    form.begin()
    for vehicle in way.vehicles:
        form.band(wave_words(vehicle, way.direction, texts), rows=[_row(rider, texts) for rider in vehicle.riders])


def _row(rider: Rider, texts: NullTranslations) -> tuple[tuple[Line, ...], ...]:
    return (
        (Line(short_when(rider.at, texts), 9, bold=True),),
        (Line(rider.flight, 9),),
        (Line(rider.name, 9.5, bold=True),),
        (Line(rider.delegation, 9),),
        (Line(rider.phone, 9),),
        (Line(language_words(rider.language, texts), 8.5, tone="slate"),),
        (),
        (),
    )


def _book(content: Transports, texts: NullTranslations, imprint: Imprint) -> bytes:
    _ = texts.gettext
    shown = list(ride_sheets(content, texts))
    for way in content.ways:
        if way.version.differences:
            changes = differences_sheet(way.version, texts)
            words = _("{list}, differences").format(list=_(HEADINGS[way.direction]))
            shown.append(Sheet(f"{changes.name}-{way.direction}", words, changes.columns, changes.rows, frozen=2))
    notes: list[tuple[str, Cell]] = [
        (_(HEADINGS[way.direction]), version_words(way.version, texts)) for way in content.ways
    ]
    notes += [
        (_("Expected, without a flight that is known"), f"{name} ({delegation}): {_(HEADINGS[way.direction])}")
        for way in content.ways
        for name, delegation in way.waiting
    ]
    return travel_book(title(texts), shown, texts, imprint, notes=notes)


def ride_sheets(content: Transports, texts: NullTranslations) -> tuple[Sheet, ...]:
    """Return the sheets of arrivals and departures, for this workbook or for one with more in it."""
    return tuple(_sheet(way, texts) for way in content.ways)


def _sheet(way: Transport, texts: NullTranslations) -> Sheet:
    _ = texts.gettext
    arrival = way.direction is Direction.OUT
    columns = (
        SheetColumn(_("Wave"), "wave", 7, WHOLE),
        SheetColumn(_("Airport"), "airport", 18),
        SheetColumn(_("Vehicle at the airport") if arrival else _("Vehicle leaves"), "pick_up", 12, CLOCK),
        SheetColumn(_("Day"), "day", 17, DAY),
        SheetColumn(_("Lands") if arrival else _("Departs"), "at", 10, CLOCK),
        SheetColumn(_("Flight"), "flight", 10),
        SheetColumn(_("Name"), "name", 30),
        SheetColumn(_("Delegation"), "delegation", 30),
        SheetColumn(_("Phone"), "phone", 18),
        SheetColumn(_("Language"), "language", 12),
    )
    rows = tuple(
        (
            vehicle.number,
            place_words(vehicle),
            naive(vehicle.pick_up),
            rider.at.date(),
            naive(rider.at),
            rider.flight,
            rider.name,
            rider.delegation,
            rider.phone or None,
            language_words(rider.language, texts) or None,
        )
        for vehicle in way.vehicles
        for rider in vehicle.riders
    )
    return Sheet(way.direction.value, _(HEADINGS[way.direction]), columns, rows, frozen=1)
