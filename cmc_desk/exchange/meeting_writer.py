"""A meeting written as the file that `meeting_file` reads: what was changed in one meeting serves the next."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from cmc_desk.exchange.meeting_travel import seat_table, travel_table
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda_plan import EndKind, Importance, StartKind, Topic, Track
from cmc_desk.rules.meeting import (
    CategoryPlan,
    DelegationPlan,
    DocumentPlan,
    Eligibility,
    ItemKind,
    ItemPlan,
    MeetingPlan,
    SpeakerPlan,
)
from cmc_desk.rules.typed_lengths import length_text, limit_text

Value = str | int | bool | Decimal | Iterable["Value"] | Mapping[str, "Value"]

_LONG = 40
_ESCAPED = {'"': '\\"', "\\": "\\\\"}


def meeting_toml(plan: MeetingPlan) -> str:
    """Return `plan` as the text of a meeting file; what is empty or as usual is left out.

    Times are written in the zone of the meeting, to the minute.
    """
    sections = [
        ["# " + _("A meeting of CMC Desk. The file cmc-2019.toml, which comes with the program, explains every key.")],
        ["[meeting]", *_lines(_meeting(plan))],
        ["[operators]", *_lines({operator.name: operator.role for operator in plan.operators})],
        *([["[contacts]", *_lines(dict(plan.contacts))]] if plan.contacts else []),
        ["[documents]", *_lines({document.key: _document(document) for document in plan.documents})],
        *([["[tracks]", *_lines({track.key: _track(track) for track in plan.tracks})]] if plan.tracks else []),
        *([["[topics]", *_lines({topic.key: _topic(topic) for topic in plan.topics})]] if plan.topics else []),
        *([["[travel]", *_lines(travel)]] if (travel := travel_table(plan.travel)) else []),
        ["[categories]", *_lines({category.key: _category(category) for category in plan.categories})],
        *_days(plan),
        ["[delegations]", *_lines({delegation.code: _delegation(delegation) for delegation in plan.delegations})],
    ]
    return "\n\n".join("\n".join(section) for section in sections) + "\n"


def _meeting(plan: MeetingPlan) -> Mapping[str, Value]:
    return {
        "key": plan.key,
        "title": plan.title,
        "short_title": plan.short_title,
        "subtitle": plan.subtitle,
        "host": plan.host,
        "host_names": dict(plan.host_names),
        "host_delegation": plan.host_delegation,
        "sponsors": plan.sponsors,
        "venue": plan.venue,
        "city": plan.city,
        "zone": plan.zone,
        "language": plan.language,
        "stations": plan.stations,
        "grace_minutes": plan.grace_minutes,
        "objectives": plan.objectives,
    }


def _document(document: DocumentPlan) -> Mapping[str, Value]:
    return {"title": document.title, "short_title": document.short_title}


def _category(category: CategoryPlan) -> Mapping[str, Value]:
    return {
        "name": category.name,
        "colour": category.colour,
        "capacities": category.capacities,
        "kinds": category.kinds,
        "delegations": category.delegations,
    }


def _days(plan: MeetingPlan) -> list[list[str]]:
    zone = ZoneInfo(plan.zone)
    sections = []
    for day in plan.days:
        items = [item for item in plan.items if item.day == day]
        sections.append(["[[days]]", f"date = {day.isoformat()}", *([] if items else ["items = []"])])
        for place, item in enumerate(items):
            after = next((other for other in items[place + 1 :] if other.track == item.track), None)
            # What ends when the next item begins does not say so: then one line is changed to move an item, and not two.
            ends = after is None or item.ends != after.starts
            sections.append(["[[days.items]]", *_lines(_item(item, zone, ends=ends))])
    return sections


def _item(item: ItemPlan, zone: ZoneInfo, *, ends: bool) -> Mapping[str, Value]:
    usual = item.kind is ItemKind.REGISTRATION
    return {
        "key": item.key,
        "starts": _clock(item.starts, item.day, zone),
        "ends": _clock(item.ends, item.day, zone) if ends else "",
        "title": item.title,
        "kind": item.kind,
        "continues": item.continues,
        **({} if item.attendance == usual else {"attendance": item.attendance}),
        "documents": item.documents,
        "speakers": [_speaker(speaker) for speaker in item.speakers if speaker.point not in item.points],
        "points": [_point(point, item.speakers) for point in item.points],
        **_timing(item, zone),
    }


def _timing(item: ItemPlan, zone: ZoneInfo) -> Mapping[str, Value]:
    return {
        "track": item.track,
        **({} if item.minimum is None else {"minimum": _length(item.minimum)}),
        **({} if item.start_kind is None else {"fixed": item.start_kind is StartKind.FIXED}),
        "not_after": _clock(item.not_after, item.day, zone) if item.not_after else "",
        **({"fixed_end": True} if item.end_kind is EndKind.FIXED else {}),
        "importance": "" if item.importance is Importance.ORDINARY else item.importance,
        "topic": item.topic,
        "remark": item.remark,
    }


def _track(track: Track) -> Mapping[str, Value]:
    return {"name": track.name, "place": track.place}


def _topic(topic: Topic) -> Mapping[str, Value]:
    return {
        "title": topic.title,
        "limits": {category.value: _limit(limit) for category, limit in topic.limits.items()},
        "changeover": _limit(topic.changeover),
        **({"kept": _length(topic.kept)} if topic.kept else {}),
        "order": topic.order,
        **({"closed": True} if topic.closed else {}),
    }


def _length(length: timedelta) -> Value:
    minutes, seconds = divmod(int(length.total_seconds()), 60)
    return length_text(length) if seconds else minutes


def _limit(limit: timedelta) -> Value:
    minutes, seconds = divmod(int(limit.total_seconds()), 60)
    return limit_text(limit) if seconds else minutes


def _point(point: str, speakers: Iterable[SpeakerPlan]) -> Value:
    own = [_speaker(speaker) for speaker in speakers if speaker.point == point]
    return {"title": point, "speakers": own} if own else point


def _speaker(speaker: SpeakerPlan) -> Mapping[str, Value]:
    return {
        "name": speaker.name,
        "functional_title": speaker.functional_title,
        "organisation": speaker.organisation,
    }


def _delegation(delegation: DelegationPlan) -> Mapping[str, Value]:
    return {
        "kind": delegation.kind,
        "eligibility": "" if delegation.eligibility is Eligibility.NONE else delegation.eligibility,
        **({"quota": delegation.quota} if delegation.quota else {}),
        "language": delegation.main_language,
        "of_state": delegation.of_state,
        "region": delegation.region,
        "airport": delegation.airport,
        "zone": delegation.zone,
        "names": dict(delegation.names),
        "short_names": dict(delegation.short_names),
        "aliases": delegation.aliases,
        "flag": "" if delegation.flag == delegation.code else delegation.flag,
        "seats": [seat_table(seat) for seat in delegation.seats],
    }


def _clock(instant: datetime, day: date, zone: ZoneInfo) -> str:
    """Return a time of the day of the meeting, on which the hours of the night that follows count on from 24."""
    on_the_wall = instant.astimezone(zone).replace(tzinfo=None)
    minutes = int((on_the_wall - datetime.combine(day, time())).total_seconds()) // 60
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _lines(table: Mapping[str, Value]) -> list[str]:
    return [f"{_key(key)} = {_value(value, broken=True)}" for key, value in _filled(table)]


def _filled(table: Mapping[str, Value]) -> list[tuple[str, Value]]:
    return [(key, value) for key, value in table.items() if value not in ("", (), [], {})]


def _value(value: Value, *, broken: bool = False) -> str:
    """Return a value as TOML has it; `broken` says that a long list may take a line for each of its elements."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | Decimal):
        return str(value)
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{_key(key)} = {_value(inner)}" for key, inner in _filled(value)) + " }"
    parts = [_value(part) for part in value]
    if broken and max(map(len, parts), default=0) >= _LONG:
        return "[\n  " + ",\n  ".join(parts) + ",\n]"
    return f"[{', '.join(parts)}]"


def _key(key: str) -> str:
    return key if key.isascii() and key.replace("-", "").replace("_", "").isalnum() else _text(key)


def _text(text: str) -> str:
    return f'"{"".join(map(_character, text))}"'


def _character(char: str) -> str:
    return _ESCAPED.get(char, char if char.isprintable() else f"\\U{ord(char):08x}")
