"""What a line of the plan says beyond its times: who presents, what is considered, its room, its list of speakers, what its clock may do."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.item_timing import begun_items, live_order, place_by_clock
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda_defaults import minimum_of, start_kind_of
from cmc_desk.rules.agenda_plan import EndKind, Importance, StartKind
from cmc_desk.rules.folding import clean
from cmc_desk.rules.meeting import SpeakerPlan
from cmc_desk.rules.plain import to_plain
from cmc_desk.rules.refusal import Refusal

LONGEST_REMARK = 300


@dataclass(frozen=True, slots=True)
class LineFacts:
    """What is to stand in a line; `minimum` is in seconds, and what is None is left to the defaults of its kind."""

    speakers: tuple[SpeakerPlan, ...]
    documents: tuple[str, ...]
    continues: str
    track: str
    minimum: int | None
    start_kind: StartKind | None
    not_after: datetime | None
    end_kind: EndKind
    importance: Importance
    topic: str
    remark: str


def write_facts(session: Session, item: schema.Item, timing: schema.ItemTiming, facts: LineFacts) -> None:
    """Write the facts of a line in the open transaction; one that comes to another room goes to its place there by the clock.

    Raises Refusal with the field that makes no sense.
    """
    _write_room(session, item, timing, facts.track)
    item.documents = _documents(session, facts.documents)
    item.speakers = _speakers(facts.speakers, item.points)
    item.continues = _continued(session, item, facts.continues)
    _write_clock(session, item, timing, facts)
    _write_topic(session, item, facts.topic)
    timing.remark = _remark(facts.remark)
    session.flush()


def _write_room(session: Session, item: schema.Item, timing: schema.ItemTiming, track: str) -> None:
    if track == timing.track:
        return
    if track and session.get(schema.Track, track) is None:
        raise Refusal(_("This room was removed by somebody else: choose another."), field="track")
    if item.id in begun_items(session, item.day):
        raise Refusal(_("What really happened then was recorded: it stays in its room."), field="track")
    timing.track = track
    session.flush()
    place_by_clock(session, item, timing)


def _documents(session: Session, documents: tuple[str, ...]) -> list[str]:
    known = set(session.scalars(select(schema.Draft.id)))
    for document in documents:
        if document not in known:
            raise Refusal(_("No document has the key “{key}”.").format(key=document), field="documents")
    return list(dict.fromkeys(documents))


def _speakers(speakers: tuple[SpeakerPlan, ...], points: list[str]) -> list[dict[str, str]]:
    found = []
    for speaker in speakers:
        name = clean(speaker.name)
        if not name:
            raise Refusal(_("Type the name of the speaker, or remove the line."), field="speakers")
        # Whoever spoke to a point that is gone still speaks to the item.
        point = speaker.point if speaker.point in points else ""
        words = SpeakerPlan(name, clean(speaker.functional_title), clean(speaker.organisation), point)
        found.append(to_plain(words))
    return found


def _continued(session: Session, item: schema.Item, continues: str) -> str:
    if not continues:
        return ""
    first = session.get(schema.Item, continues)
    before = first
    while before is not None and before.id != item.id and before.continues:
        before = session.get(schema.Item, before.continues)
    if first is None or first.starts >= item.starts or (before is not None and before.id == item.id):
        raise Refusal(_("It can only go on with an item that stands before it."), field="continues")
    return continues


def _write_clock(session: Session, item: schema.Item, timing: schema.ItemTiming, facts: LineFacts) -> None:
    length = int((item.ends - item.starts).total_seconds())
    minimum = facts.minimum
    if minimum is None:
        minimum = int(minimum_of(item.kind, item.ends - item.starts).total_seconds())
    if not 0 <= minimum <= length:
        raise Refusal(_("The least length is longer than the item: shorten it."), field="minimum")
    start_kind = facts.start_kind
    if start_kind is None:
        first = live_order(session, item.day, timing.track)[0][0]
        start_kind = start_kind_of(item.kind, first_of_day=first.id == item.id)
    if facts.not_after is not None:
        if start_kind is not StartKind.FIXED:
            raise Refusal(_("Only an item that waits for its time has a latest beginning."), field="not_after")
        if facts.not_after < item.starts:
            raise Refusal(_("The latest beginning is before the planned one."), field="not_after")
    timing.minimum, timing.start_kind, timing.not_after = minimum, StartKind(start_kind), facts.not_after
    timing.end_kind, timing.importance = EndKind(facts.end_kind), Importance(facts.importance)


def _write_topic(session: Session, item: schema.Item, topic: str) -> None:
    """Write the list of speakers; an item and what goes on with it share one."""
    if topic and session.get(schema.Topic, topic) is None:
        raise Refusal(_("This list of speakers was removed by somebody else: choose another."), field="topic")
    first = session.get(schema.ItemTiming, item.continues) if item.continues else None
    if first is not None and first.topic:
        if topic not in ("", first.topic):
            raise Refusal(
                _("What it goes on with has another list of speakers: both have the same one."), field="topic"
            )
        topic = first.topic
    going_on, places = [item.id], select(schema.Item.id)
    while going_on:
        one = session.get(schema.ItemTiming, going_on[0])
        if one is not None and one.topic != topic:
            one.topic = topic
        going_on = [*going_on[1:], *session.scalars(places.where(schema.Item.continues == going_on[0]))]


def _remark(text: str) -> str:
    words = clean(text)
    if len(words) > LONGEST_REMARK:
        raise Refusal(
            _("The remark is longer than {number} characters: shorten it.").format(number=LONGEST_REMARK),
            field="remark",
        )
    return words
