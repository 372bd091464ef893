"""Who rides in which vehicle, as manifest, driver sheets and name boards say it; nothing of a passport is here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from gettext import NullTranslations

from cmc_desk.i18n import N_
from cmc_desk.reports.list_version import ListVersion
from cmc_desk.rules.day_words import short_day
from cmc_desk.rules.travel_states import Direction

# What the lists of drivers call the languages that people asked for.
LANGUAGE_WORDS = {"en": N_("English"), "es": N_("Spanish"), "fr": N_("French"), "nl": N_("Dutch")}
HEADINGS = {Direction.OUT: N_("Arrivals"), Direction.BACK: N_("Departures")}


@dataclass(frozen=True, slots=True)
class Rider:
    """Somebody in a vehicle: `at` is when the flight arrives or leaves, on the clocks of the airport."""

    name: str
    delegation: str
    flight: str
    at: datetime
    phone: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Vehicle:
    """A wave: `pick_up` is when its vehicle waits at the airport or leaves the hotel, None where the drive to that airport is not known.

    `elsewhere` says that the airport is not the one that the vehicles of the meeting go to.
    """

    number: int
    airport: str
    city: str
    pick_up: datetime | None
    riders: tuple[Rider, ...]
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Transport:
    """The vehicles of one direction; `waiting` are the names, with delegation, of those who are expected and have no flight yet."""

    direction: Direction
    version: ListVersion
    vehicles: tuple[Vehicle, ...]
    waiting: tuple[tuple[str, str], ...] = ()

    @property
    def people(self) -> int:
        """How many ride."""
        return sum(len(vehicle.riders) for vehicle in self.vehicles)


@dataclass(frozen=True, slots=True)
class Transports:
    """Arrivals and departures, and the hotel between them."""

    hotel: str
    arrivals: Transport
    departures: Transport

    @property
    def people(self) -> int:
        """How many people's names stand on it."""
        names = {rider.name for way in self.ways for vehicle in way.vehicles for rider in vehicle.riders}
        return len(names | {name for way in self.ways for name, _delegation in way.waiting})

    @property
    def ways(self) -> tuple[Transport, Transport]:
        """Both directions."""
        return self.arrivals, self.departures


def place_words(vehicle: Vehicle) -> str:
    """Return the airport of a vehicle: KIN Kingston."""
    return " ".join(part for part in (vehicle.airport, vehicle.city) if part)


def vehicle_words(vehicle: Vehicle, direction: Direction, texts: NullTranslations) -> str:
    """Return when a vehicle has to be where, in one line."""
    _ = texts.gettext
    if vehicle.pick_up is None:
        # The way to another airport is nobody's to guess.
        return _("{airport}: when the vehicle leaves has to be settled").format(airport=place_words(vehicle))
    words = _("vehicle at {airport} {time}") if direction is Direction.OUT else _("vehicle leaves for {airport} {time}")
    return words.format(airport=place_words(vehicle), time=f"{vehicle.pick_up:%H:%M}")


def wave_words(vehicle: Vehicle, direction: Direction, texts: NullTranslations) -> str:
    """Return the heading of a wave: which, when and where, and how many ride."""
    _ = texts.gettext
    number = len(vehicle.riders)
    parts = (
        _("Wave {number}").format(number=vehicle.number),
        short_day(day_of(vehicle).date(), texts),
        vehicle_words(vehicle, direction, texts),
        people_words(number, texts),
    )
    return " · ".join(parts)


def people_words(number: int, texts: NullTranslations) -> str:
    """Return how many people there are."""
    return texts.ngettext("{number} person", "{number} people", number).format(number=number)


def day_of(vehicle: Vehicle) -> datetime:
    """Return when a vehicle sets out, or where that is not known the first flight of its riders."""
    return vehicle.pick_up or vehicle.riders[0].at


def language_words(code: str, texts: NullTranslations) -> str:
    """Return the name of a language held by its code, or the text itself."""
    return texts.gettext(LANGUAGE_WORDS[code]) if code in LANGUAGE_WORDS else code


def flights_of(riders: Sequence[Rider]) -> tuple[tuple[str, datetime], ...]:
    """Return the flights of a vehicle with their times, each once, in order."""
    return tuple(dict.fromkeys((rider.flight, rider.at) for rider in riders))
