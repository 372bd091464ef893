"""What happens on the floor because something happens to an item of the agenda that a list of speakers belongs to."""

from datetime import datetime

from sqlalchemy import select

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx
from cmc_desk.desk.floor_scene import FloorScene, record, record_turn, scene_of
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda import Act
from cmc_desk.rules.agenda_plan import ZERO
from cmc_desk.rules.floor import times_of
from cmc_desk.rules.floor_corrections import check_correction, last_instant
from cmc_desk.rules.floor_kinds import FloorAct, SpeakerState
from cmc_desk.rules.floor_turns import stops_before
from cmc_desk.rules.instants import between
from cmc_desk.rules.refusal import Refusal


def item_ended(tx: Tx, item: str, at: datetime, *, goes_on_in: str = "") -> None:
    """End the speeches on the floor of an item's list in the open transaction; those who wait go on waiting, over lunch or over night.

    Nothing ends if the item that begins at the same instant, `goes_on_in`, has the same list.
    """
    topic = _topic_of(tx, item)
    if not topic or topic == _topic_of(tx, goes_on_in):
        return
    found = scene_of(tx.session, topic)
    record_turn(tx, stops_before(found.speeches), at=_not_before_the_last(tx, found, at))


def item_paused(tx: Tx, item: str, at: datetime) -> None:
    """Pause whoever speaks in the open transaction, since the item that they speak in is paused."""
    topic = _topic_of(tx, item)
    if not topic:
        return
    found = scene_of(tx.session, topic)
    for one in found.speeches:
        if one.state is SpeakerState.SPEAKING:
            record(tx, one.entry.key, FloorAct.PAUSE, at=_not_before_the_last(tx, found, at))


def item_resumed(tx: Tx, item: str, at: datetime) -> None:
    """Let whoever was paused with an item go on with it in the open transaction; who was interrupted before that stays so."""
    topic = _topic_of(tx, item)
    row = schema.ItemEvent
    paused = tx.session.scalars(
        select(row).where(row.item == item, row.act == Act.PAUSE).order_by(row.number.desc()).limit(1)
    ).first()
    if not topic or paused is None:
        return
    found = scene_of(tx.session, topic)
    for event in found.facts.events:
        speech = found.speech(event.entry)
        if event.act is FloorAct.PAUSE and event.at == paused.at and speech.state is SpeakerState.PAUSED:
            record(tx, event.entry, FloorAct.RESUME, at=_not_before_the_last(tx, found, at))


def item_corrected(tx: Tx, item: str, act: Act, *, was: datetime, at: datetime, reason: str) -> list[str]:
    """Move what happened on the floor because of an act of an item to when that really was, in the open transaction; return what was written.

    Raises Refusal if somebody spoke otherwise then.
    """
    topic, theirs = _topic_of(tx, item), _FOLLOWS.get(act)
    if not topic or theirs is None:
        return []
    found = scene_of(tx.session, topic)
    times, facts = times_of(found.facts.events), found.facts
    first = next((one for one in facts.events if one.act is theirs and times[one.key] == was), None)
    if first is None:
        return []
    try:
        together = check_correction(facts.topic, facts.entries, facts.events, of=first.key, at=at, now=tx.now)
    except Refusal as refusal:
        name = found.name(found.speech(first.entry))
        sentence = _("{name} had the floor otherwise: {sentence}").format(name=name, sentence=refusal.sentence)
        raise Refusal(sentence, field="at") from None
    entries = {one.key: one.entry for one in facts.events}
    return [record(tx, entries[one], FloorAct.CORRECT, at=at, of=one, reason=reason) for one in together]


_FOLLOWS = {Act.PAUSE: FloorAct.PAUSE, Act.RESUME: FloorAct.RESUME, Act.END: FloorAct.END}


def _topic_of(tx: Tx, item: str) -> str:
    row = tx.session.get(schema.ItemTiming, item) if item else None
    return row.topic if row is not None else ""


def _not_before_the_last(tx: Tx, found: FloorScene, at: datetime) -> datetime:
    # The end of an item may be told for a time at which somebody had not begun yet: nobody speaks less than nothing.
    # Where the clock of the computer was set back, what it shows now is right.
    last = last_instant(found.facts.events)
    return at if last is None or between(last, at) > ZERO or between(last, tx.now) < ZERO else last
