"""A list of speakers in the making: entries and events with few words."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from cmc_desk.rules import floor
from cmc_desk.rules.agenda_plan import SpeakerCategory, Topic
from cmc_desk.rules.floor_kinds import Entry, FloorAct, FloorEvent, SpeakerState, Speech, SpeechKind

NOON = datetime(2019, 12, 5, 17, tzinfo=UTC)
LIMITS = {category: timedelta(minutes=3) for category in SpeakerCategory}
TOPIC = Topic("priorities", "National priorities", LIMITS)


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


def at(number: float) -> datetime:
    """Return so many minutes after noon."""
    return NOON + minutes(number)


def entry(
    key: str,
    position: int = 1,
    *,
    kind: SpeechKind = SpeechKind.STATEMENT,
    category: SpeakerCategory = SpeakerCategory.STATE,
    limit: timedelta | None = None,
    words: int | None = None,
    origin: str = "",
    delegation: str = "",
) -> Entry:
    return Entry(
        key=key,
        topic=TOPIC.key,
        delegation=delegation or key.split("-", maxsplit=1)[0],
        category=category,
        kind=kind,
        position=position,
        asked_at=NOON,
        limit=limit,
        words=words,
        origin=origin,
    )


def event(number: int, key: str, act: FloorAct, minute: float, *, amount: float = 0, of: str = "") -> FloorEvent:
    return FloorEvent(f"e{number}", key, act, at(minute), minutes(amount), of)


def events(*acts: tuple[str, FloorAct, float]) -> tuple[FloorEvent, ...]:
    """Return events e0, e1 … of (entry, act, minute)."""
    return tuple(event(number, *act) for number, act in enumerate(acts))


def speech(key: str, *acts: tuple[FloorAct, float], **how: object) -> Speech:
    """Return what became of one entry."""
    one = entry(key, **how)  # type: ignore[arg-type] # as `entry` takes them
    return floor.speeches(TOPIC, [one], events(*((key, *act) for act in acts)))[0]


def in_state(key: str, state: SpeakerState, **how: object) -> Speech:
    """Return an entry that stands somewhere, without a history."""
    started = at(0) if state in floor.ON_THE_FLOOR | {SpeakerState.DONE} else None
    ended = at(1) if state is SpeakerState.DONE else None
    paused_since = at(0.5) if state is SpeakerState.PAUSED else None
    return replace(speech(key, **how), state=state, started=started, ended=ended, paused_since=paused_since)


def keys(speeches: Iterable[Speech]) -> list[str]:
    return [one.entry.key for one in speeches]
