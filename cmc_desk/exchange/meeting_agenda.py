"""The days and the agenda of a meeting file."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo

from cmc_desk.exchange.meeting_timing import read_timing, read_topic
from cmc_desk.exchange.toml_table import Table
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.meeting import ItemKind, ItemPlan, SpeakerPlan

_DAY = 24 * 60


@dataclass(slots=True)
class _Slot:
    """An item and when it is, in minutes after the midnight at which its day begins; None is what could not be read."""

    table: Table
    day: date
    track: str
    starts: int | None
    ends: int | None


@dataclass(frozen=True, slots=True)
class Known:
    """What the items of a meeting file may name: the keys of documents, of rooms beside the plenary, and of lists of speakers."""

    documents: Collection[str] = ()
    tracks: Collection[str] = ()
    topics: Collection[str] = ()


def read_agenda(root: Table, *, zone: tzinfo, known: Known) -> tuple[tuple[date, ...], tuple[ItemPlan, ...]]:
    """Return the days and the items below `[[days]]`; what is wrong is noted.

    An item without `ends` ends when the next one of its day and room begins; items of different rooms may overlap.
    """
    days: list[date] = []
    items: list[ItemPlan] = []
    before: dict[str, int | None] = {}
    for number, table in enumerate(root.tables("days", needed=True), 1):
        day = _next_day(table, days)
        slots = [
            _Slot(item, day, item.text("track"), item.clock("starts", needed=True), item.clock("ends"))
            for item in table.tables("items", needed=True)
        ]
        table.finish()
        for track in dict.fromkeys(slot.track for slot in slots):
            of_track = [slot for slot in slots if slot.track == track]
            _fill_ends(of_track)
            before[track] = _check_order(of_track, before.get(track))
        for slot in slots:
            items.append(_item(slot, zone=zone, day_number=number, before=items, known=known))
    if days and not any(item.kind is ItemKind.REGISTRATION and item.attendance for item in items):
        root.problem("days", _("no item is of the kind “registration”, and without one nobody can be checked in"))
    return tuple(days), tuple(items)


def _next_day(table: Table, days: list[date]) -> date:
    day = table.day("date")
    if day is not None and days and day <= days[-1]:
        table.problem("date", _("is not after {day}, the day above it").format(day=days[-1]))
    days.append(day or (days[-1] if days else date.min))
    return days[-1]


def _fill_ends(slots: Sequence[_Slot]) -> None:
    for place, slot in enumerate(slots):
        if slot.ends is None and "ends" not in slot.table.names():
            slot.ends = next((later.starts for later in slots[place + 1 : place + 2]), None)
            if place == len(slots) - 1:
                slot.table.problem("ends", _("is missing; the last item of a day needs it"))
        elif slot.ends is not None and slot.starts is not None and slot.ends <= slot.starts:
            slot.table.problem("ends", _("is not after the beginning, {time}").format(time=_clock(slot.starts)))


def _check_order(slots: Iterable[_Slot], before: int | None) -> int | None:
    """Note the items that begin before the one above has begun or ended; times are counted from the first day of all."""
    last_start = None
    for slot in slots:
        midnight = slot.day.toordinal() * _DAY
        if slot.starts is None:
            last_start = before = None
            continue
        if last_start is not None and slot.starts <= last_start:
            slot.table.problem(
                "starts",
                _("{time} is not after {before}, when the item above it begins; put the items in order").format(
                    time=_clock(slot.starts), before=_clock(last_start)
                ),
            )
        elif before is not None and midnight + slot.starts < before:
            slot.table.problem(
                "starts",
                _("{time} is too early: the item above it ends at {before}").format(
                    time=_clock(slot.starts), before=_clock(before % _DAY)
                ),
            )
        last_start = slot.starts
        before = midnight + slot.ends if slot.ends is not None else None
    return before


def _item(slot: _Slot, *, zone: tzinfo, day_number: int, before: Sequence[ItemPlan], known: Known) -> ItemPlan:
    table, starts = slot.table, slot.starts or 0
    kind = table.choice("kind", ItemKind)
    points, speakers = _points(table)
    item = ItemPlan(
        key=table.key("key", default=f"day{day_number}-{_clock(starts).replace(':', '')}"),
        day=slot.day,
        starts=_instant(slot.day, starts, zone),
        ends=_instant(slot.day, slot.ends or starts, zone),
        title=table.text("title", needed=True),
        kind=kind,
        points=points,
        speakers=_speakers(table, "") + speakers,
        continues=table.text("continues"),
        documents=table.texts("documents"),
        attendance=table.flag("attendance", default=kind is ItemKind.REGISTRATION),
        track=slot.track,
        remark=table.text("remark"),
    )
    earlier = {other.key: other for other in before}
    if item.key in earlier:
        table.problem("key", _("“{key}” is the key of another item already").format(key=item.key))
    if item.continues:
        table.check_known("continues", item.continues, earlier, _("no item above has the key “{value}”"))
    for document in item.documents:
        table.check_known("documents", document, known.documents, _("no document has the key “{value}”"))
    if item.track:
        table.check_known("track", item.track, known.tracks, _("no room has the key “{value}”"))
    first = all((other.day, other.track) != (item.day, item.track) for other in before)
    timed = read_timing(table, item, zone=zone, first_of_day=first)
    timed = replace(timed, topic=read_topic(table, earlier.get(item.continues), known.topics))
    table.finish()
    return timed


def _points(table: Table) -> tuple[tuple[str, ...], tuple[SpeakerPlan, ...]]:
    """Return the points of an item and the speakers that are named within them."""
    titles: list[str] = []
    speakers: tuple[SpeakerPlan, ...] = ()
    for point in table.texts_or_tables("points"):
        if isinstance(point, Table):
            titles.append(point.text("title", needed=True))
            speakers += _speakers(point, titles[-1])
            point.finish()
        else:
            titles.append(point)
    return tuple(titles), speakers


def _speakers(table: Table, point: str) -> tuple[SpeakerPlan, ...]:
    speakers = []
    for speaker in table.tables("speakers"):
        name = speaker.text("name", needed=True)
        title, organisation = speaker.text("functional_title"), speaker.text("organisation")
        speakers.append(SpeakerPlan(name, title, organisation, point))
        speaker.finish()
    return tuple(speakers)


def _instant(day: date, minutes: int, zone: tzinfo) -> datetime:
    # Aware plus timedelta is the time on the wall, which is what an agenda says.
    return datetime.combine(day, time(), zone) + timedelta(minutes=minutes)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
