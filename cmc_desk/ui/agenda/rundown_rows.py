"""The rundown as rows of words: what was planned, what is expected now, what really happened."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from cmc_desk.desk.rundown import Line
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.agenda import Actual, Expected, ItemState
from cmc_desk.rules.agenda_plan import StartKind
from cmc_desk.rules.floor_kinds import SpeakerState, SpeechKind
from cmc_desk.ui.agenda.words import (
    Drift,
    clock,
    drift_of,
    is_fixed,
    length_words,
    speakers_to_hear,
    state_word,
)
from cmc_desk.ui.live import Live, LiveFloor, Moment

_HEARD = frozenset({SpeakerState.DONE, SpeakerState.WRITTEN})
_TOLD = frozenset({ItemState.RUNNING, ItemState.PAUSED})
_OVER = frozenset({ItemState.DONE, ItemState.SKIPPED})
_MARKS = {
    ItemState.PLANNED: ("circle", "edge"),
    ItemState.RUNNING: ("play", "sea"),
    ItemState.PAUSED: ("pause", "sea"),
    ItemState.DONE: ("check", "ink"),
    ItemState.SKIPPED: ("dash", "slate"),
}


@dataclass(frozen=True, slots=True)
class RundownRow:
    """A line of the rundown as it is shown; two rows that are equal look alike."""

    key: str
    mark: str
    mark_tone: str
    state: ItemState
    title: str
    second: str
    planned: str
    length: str
    expected: str
    actual: str
    drift: Drift
    fixed: bool
    passed: bool = False

    @property
    def running(self) -> bool:
        """Whether it has begun and is not over."""
        return self.state in _TOLD

    @property
    def over(self) -> bool:
        """Whether it is done or was skipped."""
        return self.state in _OVER

    @property
    def spoken(self) -> str:
        """What a screen reader says of its mark."""
        word = _("passed over") if self.passed else state_word(self.state)
        return ", ".join((word, _("fixed"))) if self.fixed else word


def rundown_rows(live: Live, moment: Moment, *, day: date, track: str) -> tuple[RundownRow, ...]:
    """Return the lines of a day in a track, in live order."""
    lines = [line for line in live.rundown.lines if line.item.day == day and line.item.track == track]
    passed = moment.standing(track).passed
    return tuple(_row(live, moment, line, passed=line.item.key in passed) for line in lines)


def _row(live: Live, moment: Moment, line: Line, *, passed: bool) -> RundownRow:
    item = line.item
    actual, expected = live.actual(item.key), moment.expected(item.key)
    fixed = is_fixed(item) and actual.state is ItemState.PLANNED
    over = actual.state in _OVER
    mark, tone = ("triangle", "amber") if passed else ("anchor", "ink") if fixed else _MARKS[actual.state]
    return RundownRow(
        key=item.key,
        mark=mark,
        mark_tone=tone,
        state=actual.state,
        title=item.title,
        second=_second(live, line, actual),
        planned=clock(item.starts),
        # With what was added or taken on the day: that is how long it may be.
        length=length_words(item.length + actual.added),
        expected="" if over or expected is None or not expected.held else clock(expected.starts),
        actual=_actual_words(actual),
        drift=_drift(actual, expected),
        fixed=fixed,
        passed=passed,
    )


def _drift(actual: Actual, expected: Expected | None) -> Drift:
    if actual.state is ItemState.SKIPPED:
        return Drift(_("skipped"))
    if expected is None:
        return Drift()
    if actual.state is ItemState.DONE:
        return drift_of(expected.late, done=True, running=False)
    if not expected.held:
        return Drift(_("not held"))
    if expected.broken:
        return Drift(drift_of(expected.late, done=False, running=True).words, "coral", "octagon", bold=True)
    return drift_of(expected.late, done=False, running=actual.state in _TOLD)


def _actual_words(actual: Actual) -> str:
    if actual.started is None:
        return ""
    if actual.ended is None:
        return f"{clock(actual.started)} –"
    return f"{clock(actual.started)} – {clock(actual.ended)}"


def _second(live: Live, line: Line, actual: Actual) -> str:
    item = line.item
    if is_fixed(item) and actual.state is ItemState.PLANNED:
        return " · ".join(part for part in (_fixed_words(line), item.remark) if part)
    floor = live.floor(item.topic) if item.topic else None
    parts = [*(_floor_words(live, line, floor, actual) if floor is not None else ()), *_plan_words(line)]
    return " · ".join(part for part in (item.remark, *parts) if part)


def _fixed_words(line: Line) -> str:
    item = line.item
    if item.start_kind is not StartKind.FIXED:
        return _("Ends at {time}").format(time=clock(item.ends))
    if item.not_after is not None:
        return _("Not before {first}, not after {last}").format(first=clock(item.starts), last=clock(item.not_after))
    return _("Not before {time}").format(time=clock(item.starts))


def _floor_words(live: Live, line: Line, floor: LiveFloor, actual: Actual) -> Sequence[str]:
    # Points of order and the like are none of those that the list was made for.
    statements = [one for one in floor.speeches if one.entry.kind is SpeechKind.STATEMENT]
    heard = sum(speech.state in _HEARD for speech in statements)
    whole = sum(speech.state is not SpeakerState.WITHDRAWN for speech in statements)
    if actual.state in _OVER:
        return ()
    if actual.state is ItemState.PLANNED:
        waiting = sum(speech.state is not SpeakerState.ABSENT for speech in floor.waiting)
        return (speakers_to_hear(waiting),) if waiting else ()
    words = []
    if floor.current is not None:
        words.append(_("speaker {number} of {whole}").format(number=heard + 1, whole=whole))
    elif whole:
        words.append(_("{number} of {whole} heard").format(number=heard, whole=whole))
    if len(floor.facts.items) > 1 and line.item.key in floor.facts.items:
        number = floor.facts.items.index(line.item.key) + 1
        words.insert(0, _("part {number} of {whole}").format(number=number, whole=len(floor.facts.items)))
    if (later := _continues_at(live, line, floor)) is not None:
        words.append(_("continues {time}").format(time=clock(later)))
    return words


def _continues_at(live: Live, line: Line, floor: LiveFloor) -> datetime | None:
    items = floor.facts.items
    place = items.index(line.item.key) if line.item.key in items else len(items)
    following = live.line(items[place + 1]) if place + 1 < len(items) else None
    return following.item.starts if following is not None else None


def _plan_words(line: Line) -> Sequence[str]:
    words = []
    if line.speakers:
        number = len(line.speakers)
        words.append(ngettext("{number} presenter", "{number} presenters", number).format(number=number))
    words += line.points
    return words
