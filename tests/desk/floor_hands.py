"""A list of speakers as the tests of the desk use it: few words to put delegations on it, and to read what became of them."""

from datetime import timedelta

from cmc_desk.desk import floor_list, floor_topics
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.floor_facts import FloorFacts, floors
from cmc_desk.rules import floor
from cmc_desk.rules.floor_kinds import Entry, FloorAct, Speech, SpeechKind
from tests.meetings import clock_of

TOPIC = "priorities"


def open_list(desk: Desk, *delegations: str, items: tuple[str, ...] = ("context",)) -> list[str]:
    """Make the list of the sample meeting, three minutes for everybody, and put delegations on it."""
    desk.do(floor_topics.put_topic, id=TOPIC, title="National priorities", items=list(items))
    desk.do(floor_topics.set_limits, topic=TOPIC, seconds=180)
    return [inscribe(desk, code) for code in delegations]


def inscribe(desk: Desk, delegation: str, kind: SpeechKind = SpeechKind.STATEMENT, **how: object) -> str:
    """Put a delegation on the list."""
    return desk.do(floor_list.inscribe, topic=TOPIC, delegation=delegation, kind=kind, **how)  # type: ignore[arg-type] # as it takes them


def facts(desk: Desk) -> FloorFacts:
    """Return the list as the windows read it."""
    return next(one for one in desk.read(floors) if one.topic.key == TOPIC)


def speeches(desk: Desk) -> tuple[Speech, ...]:
    """Return what became of every entry."""
    found = facts(desk)
    return floor.speeches(found.topic, found.entries, found.events)


def speech(desk: Desk, entry: str) -> Speech:
    """Return what became of one entry."""
    return next(one for one in speeches(desk) if one.entry.key == entry)


def entry_of(desk: Desk, entry: str) -> Entry:
    """Return an entry as it stands."""
    return speech(desk, entry).entry


def queue(desk: Desk) -> list[str]:
    """Return the delegations that wait, in order."""
    return [one.entry.delegation for one in floor.waiting(speeches(desk))]


def spoken(desk: Desk, entry: str) -> timedelta:
    """Return how long an entry has spoken by now."""
    return floor.spoken(speech(desk, entry), desk.clock.now())


def on_the_floor(desk: Desk) -> str:
    """Return the delegation that has the floor."""
    now = floor.current(speeches(desk))
    return now.entry.delegation if now else ""


def event(desk: Desk, entry: str, act: FloorAct) -> str:
    """Return the last event of an entry of this kind."""
    return [one.key for one in facts(desk).events if one.entry == entry and one.act is act][-1]


def passes(desk: Desk, *, minutes: float = 0, seconds: float = 0) -> None:
    """Let time pass."""
    clock_of(desk).advance(minutes=minutes, seconds=seconds)
