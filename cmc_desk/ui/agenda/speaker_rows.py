"""A list of speakers as rows of words: who was heard, who speaks, who comes next, who waits, who was absent."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext, pgettext
from cmc_desk.rules import floor as floor_rules
from cmc_desk.rules.countdown import countdown_words, elapsed_words
from cmc_desk.rules.floor_kinds import SpeakerState, Speech, SpeechKind
from cmc_desk.rules.floor_turns import next_turn
from cmc_desk.rules.statement_length import Length, length_of, reading_time
from cmc_desk.ui.agenda.words import speaker_word, speech_word
from cmc_desk.ui.context import Facts
from cmc_desk.ui.live import LiveFloor
from cmc_desk.ui.parts.runs import Run

FOLD = "fold"
_HEARD_SHOWN = 3
_LEAST_WAITING = 2
HEARD = frozenset({SpeakerState.DONE, SpeakerState.WRITTEN})
AT_FLOOR = frozenset({SpeakerState.SPEAKING, SpeakerState.PAUSED})
_MARKS = {
    SpeakerState.INSCRIBED: ("circle", "edge"),
    SpeakerState.CALLED: ("chev", "sea"),
    SpeakerState.ABSENT: ("x", "coral"),
    SpeakerState.SPEAKING: ("mic", "sea"),
    SpeakerState.PAUSED: ("pause", "sea"),
    SpeakerState.DONE: ("check", "slate"),
    SpeakerState.WITHDRAWN: ("dash", "slate"),
    SpeakerState.WRITTEN: ("letter", "slate"),
}


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """An entry as it is shown, or the row that folds away what has no room; two rows that are equal look alike."""

    key: str
    mark: str = ""
    mark_tone: str = "slate"
    flag: str = ""
    name: str = ""
    bold: bool = False
    quiet: bool = False
    state: str = ""
    state_tone: str = "slate"
    time: str = ""
    time_tone: str = "slate"
    tip: str = ""
    waiting: bool = False

    @property
    def folds(self) -> bool:
        """Whether this is no entry, but stands for those that are not shown."""
        return self.key == FOLD

    @property
    def speaking(self) -> bool:
        """Whether this one has the floor."""
        return self.bold


def speaker_rows(
    floor: LiveFloor, now: datetime, facts: Facts, *, room: int, unfolded: bool = False
) -> tuple[SpeakerRow, ...]:
    """Return at most `room` rows, or all of them: the last that were heard, who speaks, who waits, who was absent."""
    heard = [speech for speech in floor.speeches if speech.state in HEARD]
    heard.sort(key=lambda speech: speech.ended or speech.entry.asked_at)
    here = [speech for speech in floor.speeches if speech.state in AT_FLOOR]
    gone = [speech for speech in floor.speeches if speech.state is SpeakerState.ABSENT]
    # Those who come back at the end of their category still wait: they stand where they will be called.
    waiting = [speech for speech in floor.waiting if speech.state is not SpeakerState.ABSENT]
    withdrawn = [speech for speech in floor.speeches if speech.state is SpeakerState.WITHDRAWN]
    first = _next_key(floor)

    def rows(speeches: Sequence[Speech]) -> list[SpeakerRow]:
        return [speaker_row(speech, now, facts, next_key=first) for speech in speeches]

    if unfolded or len(heard) + len(here) + len(waiting) + len(gone) + len(withdrawn) <= room:
        last = [SpeakerRow(FOLD, "up", name=_("Show only what is next"), quiet=True)] if unfolded else []
        return (*rows(heard), *rows(here), *rows(waiting), *rows(gone), *rows(withdrawn), *last)
    shown_gone = gone[: max(0, room - 1 - len(here) - _LEAST_WAITING)]
    free = room - 1 - len(here) - len(shown_gone)
    # Where there is little room, whoever comes next matters more than who was heard.
    most = min(_HEARD_SHOWN, max(1, (free - 1) // 2), max(0, free - min(_LEAST_WAITING, len(waiting))))
    shown_heard = heard[-most:] if most > 0 else []
    if free - min(_LEAST_WAITING, len(waiting)) <= 0:
        shown_heard = []
    shown = waiting[: max(0, free - len(shown_heard))]
    hidden = len(waiting) - len(shown)
    words = (
        ngettext("{number} more waiting", "{number} more waiting", hidden).format(number=hidden)
        if hidden
        else _("Show all")
    )
    fold = SpeakerRow(FOLD, "down", name=words, quiet=True)
    return (*rows(shown_heard), *rows(here), *rows(shown), fold, *rows(shown_gone))


def with_clocks(rows: Sequence[SpeakerRow], floor: LiveFloor, now: datetime, facts: Facts) -> tuple[SpeakerRow, ...]:
    """Return the same rows a moment later."""
    # Four times a second: who is next is asked only where somebody was interrupted.
    first = _next_key(floor) if any(one.state is SpeakerState.PAUSED for one in floor.speeches) else ""
    clocks = {
        speech.entry.key: speaker_row(speech, now, facts, next_key=first)
        for speech in floor.speeches
        if speech.state in AT_FLOOR
    }
    return tuple(clocks.get(row.key, row) for row in rows)


def speaker_row(speech: Speech, now: datetime, facts: Facts, *, next_key: str) -> SpeakerRow:
    """Return one entry as it is shown."""
    entry, state = speech.entry, speech.state
    mark, tone = _MARKS[state]
    row = SpeakerRow(
        key=entry.key,
        mark=mark,
        mark_tone=tone,
        flag=facts.flag(entry.delegation),
        name=facts.delegation_name(entry.delegation),
        bold=state is SpeakerState.SPEAKING,
        quiet=state in HEARD or state is SpeakerState.WITHDRAWN,
        state=speaker_word(state) if entry.kind is SpeechKind.STATEMENT else speech_word(entry.kind),
        state_tone="coral" if state is SpeakerState.ABSENT else "sea" if state in AT_FLOOR else "slate",
        waiting=state in floor_rules.WAITING,
    )
    if state in (SpeakerState.INSCRIBED, SpeakerState.CALLED) and entry.key == next_key:
        statement = entry.kind is SpeechKind.STATEMENT and state is SpeakerState.INSCRIBED
        row = replace(row, mark="chev", mark_tone="sea", state=pgettext("speaker", "Next") if statement else row.state)
    elif state is SpeakerState.PAUSED and entry.key == next_key:
        # Whoever was interrupted goes on before anybody else.
        row = replace(row, state=_("{state} · next").format(state=row.state))
    return _with_time(row, speech, now)


def _next_key(floor: LiveFloor) -> str:
    """Return the entry that has the floor next, as one key gives it."""
    following = next_turn(floor.speeches).speech
    return following.entry.key if following is not None else ""


def _with_time(row: SpeakerRow, speech: Speech, now: datetime) -> SpeakerRow:
    if speech.state in AT_FLOOR:
        left = floor_rules.left(speech, now)
        over = left < timedelta()
        words = countdown_words(left) if over else _("{time} left").format(time=countdown_words(left))
        return replace(row, time=words, time_tone="coral" if over else "ink")
    if speech.state is SpeakerState.DONE:
        spoken = floor_rules.spoken(speech, now)
        return replace(
            row, time=elapsed_words(spoken), time_tone="amberInk" if spoken > speech.limit + speech.added else "slate"
        )
    return _with_note(row, speech)


def _with_note(row: SpeakerRow, speech: Speech) -> SpeakerRow:
    """Add what is known of who waits: a note, and whether the text that was handed in keeps to the limit."""
    words, limit = speech.entry.words, speech.limit + speech.added
    if words is None or not row.waiting:
        return replace(row, time=speech.entry.note, tip=speech.entry.note)
    length, reading = length_of(words, limit), reading_time(words)
    told = _("The text of {number} words takes {fast} to {slow}; the limit is {limit}.").format(
        number=words,
        fast=elapsed_words(reading.fast),
        slow=elapsed_words(reading.slow),
        limit=elapsed_words(limit),
    )
    tip = f"{speech.entry.note}\n{told}" if speech.entry.note else told
    if length is Length.FITS:
        return replace(row, time=speech.entry.note or _("text fits"), tip=tip)
    tone = "coral" if length is Length.OVER else "amberInk"
    return replace(row, time=_("text {time}").format(time=elapsed_words(reading.fast)), time_tone=tone, tip=tip)


def count_runs(floor: LiveFloor) -> tuple[Run, ...]:
    """Return how many were heard, speak, wait and were absent, as the head of the list says it."""
    counts = Counter(speech.state for speech in floor.speeches)
    # Who raised a point of order has not been heard yet.
    heard = sum(one.state in HEARD and one.entry.kind is SpeechKind.STATEMENT for one in floor.speeches)
    speaking, paused, absent = (
        counts[state] for state in (SpeakerState.SPEAKING, SpeakerState.PAUSED, SpeakerState.ABSENT)
    )
    waiting = len([one for one in floor.waiting if one.state is not SpeakerState.ABSENT])
    # Most languages say of several what English does not.
    parts = (
        (heard, ngettext("heard", "heard", heard), "ink"),
        (speaking, _("speaking"), "ink"),
        (paused, _("paused"), "coral"),
        (waiting, _("waiting"), "ink"),
        (absent, ngettext("absent", "absent", absent), "coral"),
    )
    runs: list[Run] = []
    for number, word, tone in parts:
        if number or tone != "coral":
            runs += [Run(" · " if runs else "", tone="slate"), Run(f"{number} ", bold=True, tone=tone), Run(word)]
    return tuple(runs)
