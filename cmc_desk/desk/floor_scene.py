"""A list of speakers as a command finds it, and what commands write down of it: one row for each act, in the order of recording."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cached_property

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx
from cmc_desk.desk.event_rows import event_columns
from cmc_desk.desk.floor_facts import FloorFacts, floors
from cmc_desk.desk.meeting import as_delegation
from cmc_desk.desk.meeting_days import refuse_other_day
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda_plan import ZERO
from cmc_desk.rules.floor import current, speeches, waiting
from cmc_desk.rules.floor_corrections import events_until, last_instant
from cmc_desk.rules.floor_kinds import Entry, FloorAct, Speech, SpeechKind
from cmc_desk.rules.floor_order import places
from cmc_desk.rules.floor_turns import Turn
from cmc_desk.rules.floor_words import SPEECH_WORDS, check_act
from cmc_desk.rules.instants import between, clock_words
from cmc_desk.rules.refusal import Refusal


@dataclass(frozen=True)
class FloorScene:
    """A list with all that was recorded of it; `names` are the everyday names of the delegations, by code."""

    facts: FloorFacts
    names: dict[str, str]

    @cached_property
    def speeches(self) -> tuple[Speech, ...]:
        """What became of every entry."""
        return speeches(self.facts.topic, self.facts.entries, self.facts.events)

    @property
    def queue(self) -> list[Entry]:
        """Those who wait, in order."""
        return [one.entry for one in waiting(self.speeches)]

    @property
    def current(self) -> Speech | None:
        """Who has the floor."""
        return current(self.speeches)

    def speech(self, entry: str) -> Speech:
        """Return an entry of this list with what became of it."""
        return next(one for one in self.speeches if one.entry.key == entry)

    def name(self, speech: Speech | Entry) -> str:
        """Return what the delegation of an entry is called."""
        entry = speech.entry if isinstance(speech, Speech) else speech
        return self.names[entry.delegation]

    def check(self, entry: str, act: FloorAct) -> Speech:
        """Return an entry; raises Refusal if an act makes no sense where it stands."""
        speech = self.speech(entry)
        check_act(speech, act, self.name(speech))
        return speech

    def refuse_waiting_twice(self, delegation: str, kind: SpeechKind) -> None:
        """Raise Refusal if a delegation waits for the same already; several answers may."""
        if kind is SpeechKind.ANSWER:
            return
        if any(one.delegation == delegation and one.kind is kind for one in self.queue):
            raise Refusal(
                _("{name} waits on this list already: {kind}.").format(
                    name=self.names[delegation], kind=_(SPEECH_WORDS[kind])
                ),
                field="delegation",
            )

    def with_entry(self, new: Entry, places: Mapping[str, int]) -> "FloorScene":
        """Return the list as it is once somebody was put on it, and everybody has the place that they are given."""
        entries = (*self.facts.entries, new)
        placed = tuple(replace(one, position=places.get(one.key, one.position)) for one in entries)
        return FloorScene(replace(self.facts, entries=placed), self.names)

    def as_of(self, instant: datetime) -> "FloorScene":
        """Return the list as it stood at an instant: who asked later is not on it, and what happened later has not yet."""
        # Of several who asked in the same second, all did; their times differ by less, to keep their order.
        entries = tuple(
            one for one in self.facts.entries if between(one.asked_at.replace(microsecond=0), instant) >= ZERO
        )
        return FloorScene(
            replace(self.facts, entries=entries, events=events_until(self.facts.events, instant)), self.names
        )

    def moment(self, tx: Tx, at: datetime | None = None, *, any_day: bool = False) -> datetime:
        """Return when what is recorded now happens: now, or when it is told that it did.

        What is told does not come before what was recorded last; where the clock of the computer was set back it is what the clock shows
        all the same. Raises Refusal otherwise, or if it is told for later than now, or, unless it may be on `any_day`, on none of the
        meeting: who speaks does so there, but a delegation may withdraw a week before.
        """
        last = last_instant(self.facts.events)
        if not any_day:
            refuse_other_day(tx, at or tx.now)
        if at is None:
            return tx.now
        if between(tx.now, at) > ZERO:
            raise Refusal(_("That time has not come yet."), field="at")
        if last is not None and between(last, at) < ZERO <= between(last, tx.now):
            raise Refusal(
                _("The last thing here was recorded at {time}: give a later time, or correct that first.").format(
                    time=clock_words(last, tx.now, last.tzinfo or UTC)
                ),
                field="at",
            )
        return at


def scene_of(session: Session, topic: str) -> FloorScene:
    """Read a list of speakers; raises Refusal if it is not there (any more)."""
    found = next((facts for facts in floors(session) if facts.topic.key == topic), None)
    if found is None:
        raise Refusal(_("This list of speakers is not there any more."), field="topic")
    return FloorScene(found, names_of(session))


def scene_with(session: Session, entry: str) -> FloorScene:
    """Read the list that an entry stands in; raises Refusal if it is not there (any more)."""
    row = session.get(schema.FloorEntry, entry)
    if row is None:
        raise Refusal(_("This delegation is not on the list any more."), field="entry")
    return scene_of(session, row.topic)


def names_of(session: Session) -> dict[str, str]:
    """Return the everyday name of every delegation in the language of the meeting, by code."""
    language = session.scalars(select(schema.Meeting.language)).one()
    return {row.id: as_delegation(row, language).short_name for row in session.scalars(select(schema.Delegation))}


def record(
    tx: Tx, entry: str, act: FloorAct, *, at: datetime, amount: timedelta = ZERO, of: str = "", reason: str = ""
) -> str:
    """Write down in the open transaction what happened to an entry, and return its identifier."""
    columns = event_columns(tx, schema.FloorEvent, at=at, amount=amount, of=of, reason=reason)
    row = schema.FloorEvent(entry=entry, act=act, **columns)
    tx.session.add(row)
    tx.session.flush()
    return row.id


def record_turn(tx: Tx, turn: Turn, *, at: datetime, reason: str = "") -> None:
    """Write down what happens to others when the floor passes on."""
    for act, some in ((FloorAct.END, turn.ends), (FloorAct.PAUSE, turn.pauses), (FloorAct.WITHDRAW, turn.drops)):
        for one in some:
            record(tx, one.entry.key, act, at=at, reason=reason)


def put_in_order(session: Session, entries: Iterable[Entry], keys: Sequence[str], *, only: str = "") -> None:
    """Give those who wait the places that keep them in the order of `keys`; `only` is the one that has come or moved, if it is one."""
    known = {entry.key: entry.position for entry in entries if entry.key != only}
    move(session, places(keys, known, only))


def move(session: Session, places: Mapping[str, int]) -> None:
    """Write down the places that change, in one reading and one writing of the list however many they are."""
    row = schema.FloorEntry
    for one in session.scalars(select(row).where(row.id.in_(places))):
        one.place = places[one.id]
    session.flush()
