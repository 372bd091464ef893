"""Boards with which people are met at the airport: the names of a wave, as large as the paper allows."""

from collections.abc import Sequence
from gettext import NullTranslations

from cmc_desk.reports.large_words import draw_large, largest
from cmc_desk.reports.page import INKS, MM, Pages
from cmc_desk.reports.transport import Rider, Transports, Vehicle, day_of, flights_of
from cmc_desk.reports.typesetting import draw_text, elided
from cmc_desk.rules.day_words import short_day
from cmc_desk.rules.papers import Format, Imprint

# More names are not read from across a hall.
MOST_NAMES = 5
_MARGIN = 14 * MM
_HEAD, _FOOT = 26 * MM, 10 * MM
_LARGEST, _SMALLEST = 92.0, 16.0
_BESIDE = 0.42


def render(content: Transports, _form: Format, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the boards of arrivals as PDF, one on a page: A4 on its side."""
    _ = texts.gettext
    if not content.arrivals.vehicles:
        pages = Pages(_("Name boards"), imprint, texts, wide=True)
        pages.text(_("No flight is known yet."), tone="slate")
        return pages.finish()
    pages = Pages(_("Name boards"), imprint, texts, wide=True, head=False)
    boards = [(vehicle, riders) for vehicle in content.arrivals.vehicles for riders in boards_of(vehicle.riders)]
    for number, (vehicle, riders) in enumerate(boards):
        if number:
            pages.new_page()
        _draw_board(pages, vehicle, riders, texts)
    return pages.finish()


def boards_of(riders: Sequence[Rider]) -> list[Sequence[Rider]]:
    """Return the riders of a vehicle board by board, about as many on each."""
    boards = -(-len(riders) // MOST_NAMES)
    least, more = divmod(len(riders), boards or 1)
    found, start = [], 0
    for number in range(boards):
        end = start + least + (number < more)
        found.append(riders[start:end])
        start = end
    return found


def _draw_board(pages: Pages, vehicle: Vehicle, riders: Sequence[Rider], texts: NullTranslations) -> None:
    canvas = pages.canvas
    width, height = pages.page_size
    room = width - 2 * _MARGIN
    canvas.setFillColor(INKS["sea"])
    canvas.rect(0, height - _HEAD, width, _HEAD, stroke=0, fill=1)
    canvas.setFillColor(INKS["white"])
    head = largest(pages.imprint.meeting, room, _HEAD - 6 * MM, most=30, least=9, lines=2, bold=True)
    draw_large(canvas, width / 2, height - (_HEAD - head.height) / 2, head, bold=True)
    top = height - _HEAD - 4 * MM
    each = (top - _FOOT - 6 * MM) / len(riders)
    for place, rider in enumerate(riders):
        _draw_name(pages, rider, top - place * each, each, room)
        if place:
            canvas.setStrokeColor(INKS["line"])
            canvas.line(_MARGIN, top - place * each, width - _MARGIN, top - place * each)
    canvas.setFillColor(INKS["slate"])
    flights = ", ".join(f"{flight} {at:%H:%M}" for flight, at in flights_of(riders))
    wave = texts.gettext("Wave {number}").format(number=vehicle.number)
    words = f"{wave} · {short_day(day_of(vehicle).date(), texts)} · {flights}"
    draw_text(canvas, width / 2, _FOOT, elided(words, 10, room), 10, side="centre")


def _draw_name(pages: Pages, rider: Rider, top: float, height: float, room: float) -> None:
    canvas, middle = pages.canvas, pages.page_size[0] / 2
    below = largest(rider.delegation, room, height * 0.24, most=_LARGEST * _BESIDE, least=9, lines=1)
    name = largest(rider.name, room, (height - below.height) * 0.92, most=_LARGEST, least=_SMALLEST, lines=2, bold=True)
    below = largest(rider.delegation, room, height * 0.24, most=name.size * _BESIDE, least=9, lines=1)
    y = top - (height - name.height - below.height) / 2
    canvas.setFillColor(INKS["ink"])
    y = draw_large(canvas, middle, y, name, bold=True)
    canvas.setFillColor(INKS["slate"])
    draw_large(canvas, middle, y, below)
