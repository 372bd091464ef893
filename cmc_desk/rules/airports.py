"""Airports: which city and zone a code stands for, and the instant that a time on the clocks there means."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal

# What lies outside was mistyped, and at the end of all dates no clock can be read.
_YEARS = range(1900, 2200)


@dataclass(frozen=True, slots=True)
class Airport:
    """An airport by its code of IATA; `country` is ISO 3166-1 alpha-2, `zone` an IANA name."""

    code: str
    city: str
    country: str
    zone: str

    @property
    def tzinfo(self) -> ZoneInfo:
        """The zone of every time at this airport."""
        return ZoneInfo(self.zone)

    @property
    def words(self) -> str:
        """What people call it: code and city, because the free names of airports are dated."""
        return f"{self.code} {self.city}"


Airports = Mapping[str, Airport]


def the_airport(airports: Airports, code: str, *, field: str = "") -> Airport:
    """Return the airport that `code` stands for, however it was typed; raises Refusal if there is none."""
    found = airports.get(code.strip().upper())
    if found is None:
        raise Refusal(
            _("There is no airport “{code}”: type the three letters that stand on the ticket.").format(
                code=code.strip().upper()
            ),
            field=field,
        )
    return found


def instant_at(airport: Airport, local: datetime, *, after: datetime | None = None, field: str = "") -> datetime:
    """Return when it is `local` (a naive time) on the clocks of `airport`.

    Of an hour that comes twice the first is meant, unless it has to lie `after` an instant and only the second does. Raises Refusal
    if the clocks pass over that time, or if nobody flies in that year.
    """
    if local.year not in _YEARS:
        raise Refusal(_("Nobody flies in the year {year}: correct the date.").format(year=local.year), field=field)
    readings = _readings(airport.tzinfo, local.replace(tzinfo=None))
    if not readings:
        raise Refusal(
            _("There is no {time} in {city} on {day}: the clocks are put forward then.").format(
                time=f"{local:%H:%M}", city=airport.city, day=f"{local:%Y-%m-%d}"
            ),
            field=field,
        )
    later = [reading for reading in readings if after is None or reading.astimezone(UTC) > after.astimezone(UTC)]
    return (later or readings)[0]


def _readings(zone: tzinfo, local: datetime) -> list[datetime]:
    """Return what a time on the wall can mean: nothing in the gap of spring, two instants in the hour that comes twice."""
    found: list[datetime] = []
    for fold in (0, 1):
        reading = local.replace(tzinfo=zone, fold=fold)
        if reading.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == local and not (
            found and reading.utcoffset() == found[0].utcoffset()
        ):
            found.append(reading)
    return found


def airports_of(listed: str) -> Airports:
    """Return the airports of a list with one line for each: code, city, country and zone, parted by tabs."""
    found = {}
    for line in listed.splitlines():
        code, city, country, zone = line.split("\t")
        found[code] = Airport(code, city, country, zone)
    return found
