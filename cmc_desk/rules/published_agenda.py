"""The agenda as it leaves the meeting: for calendars, for the crew of the hall, for spreadsheets."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby

from cmc_desk.rules.agenda_plan import PLENARY, Track
from cmc_desk.rules.meeting import DocumentPlan, ItemPlan


@dataclass(frozen=True, slots=True)
class Publication:
    """How often the plan of an item was changed after it was first known, and when last; calendars ask for both."""

    sequence: int
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """An item that was taken off the agenda, which a calendar that has it must be told."""

    key: str
    day: date
    publication: Publication


@dataclass(frozen=True, slots=True)
class PublishedAgenda:
    """The whole agenda, or that of some days: times are aware and in the zone of the meeting, items in live order.

    `publications` has one for every item.
    """

    meeting: str
    title: str
    subtitle: str
    venue: str
    city: str
    zone: str
    language: str
    days: tuple[date, ...]
    items: tuple[ItemPlan, ...]
    publications: dict[str, Publication]
    tracks: tuple[Track, ...] = ()
    documents: tuple[DocumentPlan, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()

    def track(self, key: str) -> Track | None:
        """Return a room by its key; the plenary is none."""
        return next((track for track in self.tracks if track.key == key), None)

    def room(self, key: str) -> str:
        """Return what a room is called: nothing for the plenary."""
        found = self.track(key)
        return found.name if found else key

    def document(self, key: str) -> str:
        """Return the title of a document."""
        return next((document.title for document in self.documents if document.key == key), key)


@dataclass(frozen=True, slots=True)
class Programme:
    """What follows one upon the other: the items of one room on one day, of which nothing happens at the same time."""

    day: date
    track: str
    items: tuple[ItemPlan, ...]


def programmes(agenda: PublishedAgenda) -> Iterator[Programme]:
    """Yield one programme for each day and room, the plenary of a day first."""
    order = {PLENARY: 0} | {track.key: number for number, track in enumerate(agenda.tracks, 1)}
    items = sorted(agenda.items, key=lambda item: (item.day, order.get(item.track, len(order)), item.track))
    for (day, track), some in groupby(items, key=lambda item: (item.day, item.track)):
        yield Programme(day, track, tuple(some))


def since_midnight(item: ItemPlan, instant: datetime) -> timedelta:
    """Return how long after the midnight at which the day of an item begins the clock on the wall shows `instant`."""
    return instant.replace(tzinfo=None) - datetime.combine(item.day, time())
