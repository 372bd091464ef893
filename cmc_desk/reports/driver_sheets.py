"""A sheet for each driver: when to be where, which flights, and whom to ask for."""

from gettext import NullTranslations

from cmc_desk.reports.form import Box, Form, FormColumn, Line
from cmc_desk.reports.page import INKS, Pages
from cmc_desk.reports.transport import (
    HEADINGS,
    Rider,
    Transport,
    Transports,
    Vehicle,
    day_of,
    flights_of,
    language_words,
    people_words,
    place_words,
)
from cmc_desk.reports.typesetting import draw_text
from cmc_desk.rules.day_words import short_day
from cmc_desk.rules.papers import Format, Imprint
from cmc_desk.rules.travel_states import Direction

_ROW = 30.0


def render(content: Transports, _form: Format, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the sheets as PDF, each from a page of its own, in the order in which vehicles set out."""
    pages = Pages(texts.gettext("Driver sheets"), imprint, texts)
    sheets = sorted(
        ((way, vehicle) for way in content.ways for vehicle in way.vehicles),
        key=lambda pair: (day_of(pair[1]), pair[0].direction, pair[1].number),
    )
    if not sheets:
        pages.text(texts.gettext("No flight is known yet."), tone="slate")
    for number, (way, vehicle) in enumerate(sheets):
        if number:
            pages.new_page()
        _write_sheet(pages, way, vehicle, content.hotel, texts)
    return pages.finish()


def _write_sheet(pages: Pages, way: Transport, vehicle: Vehicle, hotel: str, texts: NullTranslations) -> None:
    _ = texts.gettext
    heading = _("{list}, wave {number}").format(list=_(HEADINGS[way.direction]), number=vehicle.number)
    pages.text(heading, size=11, tone="slate")
    when = f"{short_day(day_of(vehicle).date(), texts)}  {_clock(vehicle, texts)}"
    pages.text(when, size=26, bold=True, tone="sea")
    pages.text(_route(vehicle, way.direction, hotel, texts), size=13, bold=True)
    pages.space(4)
    flights = ", ".join(f"{flight} {at:%H:%M}" for flight, at in flights_of(vehicle.riders))
    words = _("Flights that land: {flights}") if way.direction is Direction.OUT else _("Flights: {flights}")
    pages.text(words.format(flights=flights), size=11)
    pages.text(people_words(len(vehicle.riders), texts), size=11)
    if vehicle.elsewhere:
        pages.text(_("This is not the usual airport of the meeting."), size=11, bold=True, tone="coral")
    pages.space(10)
    _write_riders(pages, vehicle, texts)
    pages.need(90)
    for words in (_("Driver and vehicle"), _("Set out at, arrived at"), _("Remarks")):
        pages.space(20)
        pages.canvas.setFillColor(INKS["slate"])
        width = draw_text(pages.canvas, pages.left, pages.y, words, 9)
        pages.canvas.setStrokeColor(INKS["edge"])
        pages.canvas.line(pages.left + width + 6, pages.y - 1, pages.right, pages.y - 1)
    pages.space(8)
    pages.text(_("Destroy this sheet after the ride: it has telephone numbers."), size=8.5, tone="slate")


def _write_riders(pages: Pages, vehicle: Vehicle, texts: NullTranslations) -> None:
    _ = texts.gettext
    columns = (
        FormColumn("", 10),
        FormColumn(_("Flight"), 26),
        FormColumn(_("Name"), 74),
        FormColumn(_("Phone"), 42),
        FormColumn(_("Bags"), 18),
    )
    form = Form(pages, texts, columns, least=_ROW)
    form.begin()
    for rider in vehicle.riders:
        form.row(_row(rider, texts))


def _row(rider: Rider, texts: NullTranslations) -> tuple[tuple[Line, ...] | Box, ...]:
    said = " · ".join(part for part in (rider.delegation, language_words(rider.language, texts)) if part)
    return (
        Box(),
        (Line(rider.flight, 9.5), Line(f"{rider.at:%H:%M}", 11, bold=True)),
        (Line(rider.name, 12, bold=True), Line(said, 9, tone="slate")),
        (Line(rider.phone, 10.5),),
        (),
    )


def _clock(vehicle: Vehicle, texts: NullTranslations) -> str:
    return f"{vehicle.pick_up:%H:%M}" if vehicle.pick_up else texts.gettext("time to be settled")


def _route(vehicle: Vehicle, direction: Direction, hotel: str, texts: NullTranslations) -> str:
    """Return from where to where the vehicle goes."""
    hotel = hotel or texts.gettext("Hotel")
    stops = (place_words(vehicle), hotel) if direction is Direction.OUT else (hotel, place_words(vehicle))
    return texts.gettext("From {start} to {end}").format(start=stops[0], end=stops[1])
