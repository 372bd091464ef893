"""The floor: delegations are called, begin to speak, are interrupted, go on and end.

Only events are written, and everything that is shown follows from them; Ctrl+Z takes them back, and a speech that was ended by
mistake goes on with its clock. What has an `at` may be told afterwards, when it really was.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.floor_scene import (
    FloorScene,
    put_in_order,
    record,
    record_turn,
    scene_of,
    scene_with,
)
from cmc_desk.desk.item_record import checked_reason
from cmc_desk.desk.meeting_days import refuse_other_day
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.countdown import elapsed_words
from cmc_desk.rules.floor import ON_THE_FLOOR, newest_end, spoken, strength
from cmc_desk.rules.floor_corrections import check_amount, check_correction
from cmc_desk.rules.floor_defaults import JUST_NOW
from cmc_desk.rules.floor_kinds import FloorAct, SpeakerState, Speech
from cmc_desk.rules.floor_order import with_absent, with_new
from cmc_desk.rules.floor_turns import next_turn, on_end, on_resume, on_start, stops_before
from cmc_desk.rules.refusal import Refusal

# Nobody needs to be there for that.
_ON_ANY_DAY = frozenset({FloorAct.WITHDRAW, FloorAct.WRITTEN})


@dataclass(frozen=True, slots=True)
class NextSpeaker:
    """What a change of speakers came to: the entry that ended with its seconds, and the one that has the floor; empty where none."""

    ended: str = ""
    spoken: int = 0
    started: str = ""


@command("floor.next")
def next_speaker(tx: Tx, *, topic: str, at: datetime | None = None) -> NextSpeaker:
    """Give the floor to whoever is next; whoever speaks ends at the same instant.

    A point of order, a question or an answer that waits interrupts instead. While somebody interrupts, next is whoever was
    interrupted: they go on, also once the interruption was ended by itself. Raises Refusal if nobody speaks and nobody waits.
    """
    found = scene_of(tx.session, topic)
    following = next_turn(found.speeches)
    now = found.current
    if following.speech is None and now is None:
        raise Refusal(
            _("Nobody waits for the floor of “{title}”: put a delegation on the list first.").format(
                title=found.facts.topic.title
            ),
            field="topic",
        )
    moment = found.moment(tx, at)
    ended = now if following.ends and now != following.speech else None
    seconds = int(spoken(ended, moment).total_seconds()) if ended is not None else 0
    if following.goes_on and following.speech is not None:
        _go_on(tx, found, following.speech, at=moment)
    elif not following.ends and following.speech is not None:
        _begin(tx, found, following.speech, at=moment)
    else:
        record_turn(tx, stops_before(found.speeches), at=moment)
        if following.speech is not None:
            record(tx, following.speech.entry.key, FloorAct.START, at=moment)
    return NextSpeaker(
        ended=ended.entry.key if ended is not None else "",
        spoken=seconds,
        started=following.speech.entry.key if following.speech is not None else "",
    )


@command("floor.call")
def call_speaker(tx: Tx, *, entry: str, at: datetime | None = None) -> str:
    """Record that a delegation was called to the floor: it is next, and whoever was called before waits again."""
    found = scene_with(tx.session, entry)
    found.check(entry, FloorAct.CALL)
    moment = found.moment(tx, at)
    for other in found.speeches:
        if other.state is SpeakerState.CALLED:
            record(tx, other.entry.key, FloorAct.BACK, at=moment)
    record(tx, entry, FloorAct.CALL, at=moment)
    return entry


@command("floor.start")
def start_speech(tx: Tx, *, entry: str, at: datetime | None = None) -> NextSpeaker:
    """Give the floor to an entry, in whatever place it waits.

    A statement ends what was on the floor at the same instant; an interruption pauses it.
    """
    found = scene_with(tx.session, entry)
    speech = found.check(entry, FloorAct.START)
    moment, now = found.moment(tx, at), found.current
    ends = on_start(found.speeches, speech).ends
    _begin(tx, found, speech, at=moment)
    if now is None or now not in ends:
        return NextSpeaker(started=entry)
    return NextSpeaker(now.entry.key, int(spoken(now, moment).total_seconds()), entry)


@command("floor.pause")
def pause_speech(tx: Tx, *, entry: str, at: datetime | None = None) -> str:
    """Record that the clock of a speech stands; the pause is not charged."""
    return _simple(tx, entry, FloorAct.PAUSE, at=at)


@command("floor.resume")
def resume_speech(tx: Tx, *, entry: str, at: datetime | None = None) -> str:
    """Record that a speech goes on with the time that was left to it; what had interrupted it ends at the same instant.

    The speech that ended last can be reopened so too, if nobody else has the floor. Raises Refusal otherwise.
    """
    found = scene_with(tx.session, entry)
    speech = found.check(entry, FloorAct.RESUME)
    if speech.state is SpeakerState.DONE:
        _check_reopening(found, speech)
    _go_on(tx, found, speech, at=found.moment(tx, at))
    return entry


@command("floor.end")
def end_speech(tx: Tx, *, entry: str, at: datetime | None = None) -> NextSpeaker:
    """Record that a speech is over, with what had interrupted it; questions that wait for it are not asked any more.

    Whoever was interrupted by it stays paused until they go on.
    """
    found = scene_with(tx.session, entry)
    speech = found.check(entry, FloorAct.END)
    moment = found.moment(tx, at)
    record(tx, entry, FloorAct.END, at=moment)
    record_turn(tx, on_end(found.speeches, speech), at=moment)
    return NextSpeaker(entry, int(spoken(speech, moment).total_seconds()))


@command("floor.absent")
def absent(tx: Tx, *, entry: str, at: datetime | None = None) -> str:
    """Record that a delegation is not in the room: it goes to the end of its category and stays on the list.

    Of one that was given the floor just before the clock is taken back: it did not speak. Raises Refusal if it has spoken longer.
    """
    found = scene_with(tx.session, entry)
    speech = found.check(entry, FloorAct.ABSENT)
    gone = [one.entry.key for one in found.speeches if one.state is SpeakerState.ABSENT]
    moment = found.moment(tx, at)
    if (lasted := spoken(speech, moment)) >= JUST_NOW:
        raise Refusal(
            _("{name} has spoken for {time} and was there: end the speech instead.").format(
                name=found.name(speech), time=elapsed_words(lasted)
            ),
            field="entry",
        )
    queue = found.queue
    if speech.state in ON_THE_FLOOR:
        record_turn(tx, on_end(found.speeches, speech), at=moment)
        queue = [speech.entry, *queue]
    record(tx, entry, FloorAct.ABSENT, at=moment)
    put_in_order(tx.session, queue, with_absent(queue, speech.entry, gone), only=entry)
    return entry


@command("floor.back")
def back(tx: Tx, *, entry: str, at: datetime | None = None) -> str:
    """Record that a delegation that was absent is in the room again, or that one that was called waits as before."""
    return _simple(tx, entry, FloorAct.BACK, at=at)


@command("floor.withdraw")
def withdraw(tx: Tx, *, entry: str, at: datetime | None = None, reason: str = "") -> str:
    """Record that a delegation does not wish to speak any more; the entry is kept, with the reason."""
    return _simple(tx, entry, FloorAct.WITHDRAW, at=at, reason=reason)


@command("floor.in_writing")
def in_writing(tx: Tx, *, entry: str, at: datetime | None = None) -> str:
    """Record that a delegation submits its statement in writing: it counts as heard and takes no time."""
    return _simple(tx, entry, FloorAct.WRITTEN, at=at)


@command("floor.restore")
def restore(tx: Tx, *, entry: str, at: datetime | None = None) -> str:
    """Put an entry that was withdrawn or submitted in writing back among those who wait, at the end of its category."""
    found = scene_with(tx.session, entry)
    speech = found.check(entry, FloorAct.RESTORE)
    found.refuse_waiting_twice(speech.entry.delegation, speech.entry.kind)
    record(tx, entry, FloorAct.RESTORE, at=found.moment(tx, at, any_day=True))
    order = with_new(found.queue, speech.entry, found.facts.topic.order)
    put_in_order(tx.session, found.queue, order, only=entry)
    return entry


@command("floor.add_time")
def add_speech_time(tx: Tx, *, entry: str, seconds: int, reason: str = "") -> str:
    """Give a speech more time, or less if `seconds` is negative."""
    return _amount(tx, entry, FloorAct.ADD, seconds, reason)


@command("floor.leave_out")
def leave_out_of_speech(tx: Tx, *, entry: str, seconds: int, reason: str = "") -> str:
    """Do not charge so much of the time that has passed, such as that in which the computer slept or the interpretation failed."""
    return _amount(tx, entry, FloorAct.LEAVE_OUT, seconds, reason)


@command("floor.correct")
def correct_speech(tx: Tx, *, event: str, at: datetime, reason: str) -> list[str]:
    """Record that something really was at `at`, with what the same key recorded of other speeches; return what was written.

    Raises Refusal without a reason, and if it cannot have been then.
    """
    why = checked_reason(reason, needed=True)
    row = tx.session.get(schema.FloorEvent, event)
    if row is None:
        raise Refusal(_("Nothing of the kind was recorded, or it was undone."), field="event")
    facts = scene_with(tx.session, row.entry).facts
    refuse_other_day(tx, at)
    together = check_correction(facts.topic, facts.entries, facts.events, of=event, at=at, now=tx.now)
    entries = {one.key: one.entry for one in facts.events}
    return [record(tx, entries[one], FloorAct.CORRECT, at=at, of=one, reason=why) for one in together]


def _begin(tx: Tx, found: FloorScene, speech: Speech, *, at: datetime) -> None:
    record_turn(tx, on_start(found.speeches, speech), at=at)
    record(tx, speech.entry.key, FloorAct.START, at=at)


def _go_on(tx: Tx, found: FloorScene, speech: Speech, *, at: datetime) -> None:
    record_turn(tx, on_resume(found.speeches, speech), at=at)
    record(tx, speech.entry.key, FloorAct.RESUME, at=at)


def _check_reopening(found: FloorScene, speech: Speech) -> None:
    if newest_end(found.speeches) != speech:
        raise Refusal(
            _(
                "Only the speech that ended last can be reopened: put {name} on the list again if it speaks a second time."
            ).format(name=found.name(speech)),
            field="entry",
        )
    rank = strength(speech.entry.kind)
    for other in found.speeches:
        if other.state in ON_THE_FLOOR and strength(other.entry.kind) >= rank:
            raise Refusal(
                _("{name} has the floor: end that speech first, or undo the change of speakers.").format(
                    name=found.name(other)
                ),
                field="entry",
            )


def _simple(tx: Tx, entry: str, act: FloorAct, *, at: datetime | None, reason: str = "") -> str:
    found = scene_with(tx.session, entry)
    found.check(entry, act)
    record(tx, entry, act, at=found.moment(tx, at, any_day=act in _ON_ANY_DAY), reason=checked_reason(reason))
    return entry


def _amount(tx: Tx, entry: str, act: FloorAct, seconds: int, reason: str) -> str:
    found = scene_with(tx.session, entry)
    speech = found.check(entry, act)
    amount = timedelta(seconds=seconds)
    check_amount(speech, act, amount, tx.now)
    record(tx, entry, act, at=tx.now, amount=amount, reason=checked_reason(reason))
    return entry
