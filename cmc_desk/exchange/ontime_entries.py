"""A programme as Ontime counts it: times of day that begin anew at midnight, links, cues, and our own facts as custom fields."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from cmc_desk.rules.agenda_cells import joined, presenters_text
from cmc_desk.rules.agenda_plan import EndKind, StartKind
from cmc_desk.rules.meeting import ItemKind, ItemPlan
from cmc_desk.rules.published_agenda import Programme, PublishedAgenda, since_midnight
from cmc_desk.rules.typed_lengths import length_text

_DAY = timedelta(days=1)
# As the windows colour them: pauses grey, what opens and closes green, the rest blue.
_COLOURS = {
    ItemKind.REGISTRATION: "#7c8b92",
    ItemKind.BREAK: "#7c8b92",
    ItemKind.PHOTO: "#7c8b92",
    ItemKind.LUNCH: "#7c8b92",
    ItemKind.OPENING: "#2a7548",
    ItemKind.CLOSING: "#2a7548",
    ItemKind.APPROVAL: "#b7791f",
}
_BLUE = "#0b5a72"


@dataclass(frozen=True, slots=True)
class Entry:
    """An item as an event of Ontime; `starts` and `ends` are less than a day, `gap` is what is free before it.

    `linked` says that it begins when the one before it ends; `custom` holds our own facts by field.
    """

    id: str
    flag: bool
    cue: str
    title: str
    colour: str
    starts: timedelta
    ends: timedelta
    length: timedelta
    linked: bool
    count_to_end: bool
    note: str
    custom: dict[str, str]
    day_offset: int = 0
    gap: timedelta = timedelta()


def entries(agenda: PublishedAgenda, programme: Programme) -> Iterator[Entry]:
    """Yield the items of a programme in order."""
    number = agenda.days.index(programme.day) + 1
    before: datetime | None = None
    for place, item in enumerate(programme.items, 1):
        starts, ends = since_midnight(item, item.starts), since_midnight(item, item.ends)
        yield Entry(
            id=item.key,
            flag=item.start_kind is StartKind.FIXED,
            cue=f"{number}.{place:02}",
            title=item.title,
            colour=_COLOURS.get(item.kind, _BLUE),
            starts=starts % _DAY,
            ends=ends % _DAY,
            length=ends - starts,
            # A link would move what begins after a gap, or before the end of what stands above it.
            linked=item.start_kind is not StartKind.FIXED and before == item.starts,
            count_to_end=item.end_kind is EndKind.FIXED,
            note=item.remark,
            custom=_custom(agenda, item),
            day_offset=starts // _DAY,
            gap=timedelta() if before is None else item.starts - before,
        )
        before = item.ends


def _custom(agenda: PublishedAgenda, item: ItemPlan) -> dict[str, str]:
    facts = {
        "day": item.day.isoformat(),
        "track": agenda.room(item.track),
        "kind": str(item.kind),
        "start_kind": str(item.start_kind or ""),
        "not_after": item.not_after.strftime("%H:%M") if item.not_after else "",
        "minimum": "" if item.minimum is None else length_text(item.minimum),
        "importance": str(item.importance),
        "topic": item.topic,
        "points": joined(item.points),
        "speakers": presenters_text(item.speakers, item.points),
        "documents": joined(item.documents),
    }
    return {field: text for field, text in facts.items() if text}
