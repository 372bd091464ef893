"""What a line of somebody's agenda says in the terms of the meeting: its rooms, lists of speakers, drafts and kinds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda_lines import FileLine
from cmc_desk.rules.agenda_places import PlacedLine
from cmc_desk.rules.agenda_plan import EndKind, Importance, StartKind, Topic, Track
from cmc_desk.rules.agenda_words import choice_of, documents_of, kind_of, topic_of, track_of
from cmc_desk.rules.importing import CellProblem
from cmc_desk.rules.meeting import DocumentPlan, ItemPlan
from cmc_desk.rules.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Ours:
    """The agenda of the meeting as an import compares it.

    `stays` says of an item why it cannot be removed: something of it was recorded, or something depends on it. `begun` are the items
    of which the clock has recorded something, `attended` those of whose presence something is, `skipped` those that will not be held.
    """

    zone: tzinfo
    days: tuple[date, ...]
    items: tuple[ItemPlan, ...]
    tracks: tuple[Track, ...] = ()
    topics: tuple[Topic, ...] = ()
    documents: tuple[DocumentPlan, ...] = ()
    stays: Mapping[str, str] = field(default_factory=dict)
    begun: frozenset[str] = frozenset()
    attended: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()


def said_of(placed: PlacedLine, ours: Ours) -> tuple[dict[str, Any], list[CellProblem]]:
    """Return what a line says, by the fields of `ItemPlan`, and what is wrong with it; what it does not say is not among them."""
    line = placed.line
    said: dict[str, Any] = {
        "day": placed.day,
        "starts": placed.starts,
        "ends": placed.ends,
        "title": line.title or None,
    }
    problems = list(line.problems)
    if placed.problem:
        problems.append(CellProblem("", placed.problem))
    if not line.title:
        problems.append(CellProblem("", _("What happens then is not said.")))
    for name, understand in _UNDERSTOOD.items():
        if (value := getattr(line, name)) is not None:
            try:
                said[name] = understand(value, ours)
            except Refusal as refusal:
                problems.append(CellProblem("", refusal.sentence))
    said |= {
        name: getattr(line, name) for name in ("points", "speakers", "remark", "minimum", "continues", "attendance")
    }
    if placed.day is not None and line.not_after is not None:
        said["not_after"] = _instant(placed.day, line, ours.zone)
    return {name: value for name, value in said.items() if value is not None}, problems


def _instant(day: date, line: FileLine, zone: tzinfo) -> datetime:
    """Return until when a line may begin, on the wall; a time before its beginning is of the night that follows."""
    offset = line.not_after or timedelta()
    if line.starts is not None and offset < line.starts - timedelta(hours=12):
        offset += timedelta(days=1)
    return datetime.combine(day, time(), zone) + offset


_UNDERSTOOD: dict[str, Callable[[Any, Ours], Any]] = {
    "kind": lambda text, _ours: kind_of(text),
    "track": lambda text, ours: track_of(text, ours.tracks),
    "start_kind": lambda text, _ours: choice_of(StartKind, text),
    "end_kind": lambda text, _ours: choice_of(EndKind, text),
    "importance": lambda text, _ours: choice_of(Importance, text),
    "topic": lambda text, ours: topic_of(text, [(topic.key, topic.title) for topic in ours.topics]),
    "documents": lambda texts, ours: documents_of(texts, ours.documents),
}
