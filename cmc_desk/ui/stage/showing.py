"""Works out what the stage says at an instant: who speaks and how long they have left, else what runs, else what comes next."""

from datetime import datetime, timedelta

from cmc_desk.desk.rundown import Line
from cmc_desk.i18n import gettext as _
from cmc_desk.rules import floor as floor_rules
from cmc_desk.rules import timing
from cmc_desk.rules.agenda import ItemState, Standing
from cmc_desk.rules.agenda_plan import PLENARY
from cmc_desk.rules.countdown import countdown_words, elapsed_words
from cmc_desk.rules.floor_kinds import SpeakerState, Speech, SpeechKind
from cmc_desk.rules.meeting import ItemKind
from cmc_desk.rules.sessions import next_item, running_item
from cmc_desk.ui.agenda.words import clock, speech_word
from cmc_desk.ui.context import Facts
from cmc_desk.ui.days import day_words
from cmc_desk.ui.live import Live, LiveFloor, Moment
from cmc_desk.ui.stage.look import Clock, Named, Run, Scene, StageLook

_ZERO = timedelta()
_FAR = timedelta(hours=10)
_MINUTE = timedelta(minutes=1)
_HOUR = timedelta(hours=1)
_SECOND = timedelta(seconds=1)
_RESTS = frozenset({ItemKind.BREAK, ItemKind.LUNCH})
# So long is a piece of the bar, in minutes: the smallest of which there are not too many.
_PIECES = (1, 2, 5, 10, 15, 30, 60)
_MOST_PIECES = 12
_NEXT = 2


def stage_look(live: Live, facts: Facts, moment: Moment, *, track: str = PLENARY, mark: str = "") -> StageLook:
    """Return what the stage of a room says."""
    standing = moment.standing(track)
    line = live.line(standing.running)
    now = moment.asked.astimezone(live.rundown.zone)
    blank = StageLook(Scene.CLOSED, heading(facts), clock(now), mark=mark)
    speaking = speaking_besides(live, track, line)
    if speaking is not None and speaking.current is not None:
        fixed, fixed_at = _fixed(live, moment, standing)
        known = {"title": speaking.facts.topic.title, "fixed": fixed, "fixed_at": fixed_at}
        return _speech(facts, speaking, speaking.current, moment.now, blank, known)
    if line is not None:
        return _running(live, facts, moment, line, blank)
    if not live.rundown.events:
        return _by_plan(live, moment, track, now, blank)
    coming = live.line(standing.next)
    if coming is None:
        return _closed(blank)
    return _waiting(live, moment, standing, coming, blank)


def speaking_besides(live: Live, track: str, line: Line | None) -> LiveFloor | None:
    """Return the list of which somebody speaks in this room, where it is not that of what runs: the room sees who has the floor.

    A speech that is paused waits for its own item: meanwhile the room sees what runs.
    """
    for floor in live.floors:
        if floor.current is None or floor.current.state is not SpeakerState.SPEAKING:
            continue
        if line is not None and line.item.topic == floor.key:
            return None
        tracks = {found.item.track for item in floor.facts.items if (found := live.line(item)) is not None}
        if track in (tracks or {PLENARY}):
            return floor
    return None


def heading(facts: Facts) -> str:
    """Return the line above everything: which meeting, and where."""
    meeting = facts.meeting
    return " · ".join(part for part in (meeting.title, meeting.city) if part)


def clock_of(left: timedelta, whole: timedelta, label: str, *, paused: bool) -> Clock:
    """Return a time that runs down; over time it says so, whether it stands or not."""
    run = Run.OVER if left < _ZERO else Run.PAUSED if paused else Run.RUNNING
    words = {Run.OVER: _("OVER TIME"), Run.PAUSED: _("PAUSED"), Run.RUNNING: label}[run]
    # In the seconds that are shown: the bar moves with the figures, and between two of them nothing is painted.
    share = min(1.0, max(0.0, -(-left // _SECOND) * _SECOND / whole)) if whole > _ZERO else 0.0
    # What was given less than an hour stays in minutes however long it takes: nothing on the screen moves at the hour.
    figures = countdown_words(left, hours=whole >= _HOUR)
    return Clock(figures, words, run, share, cuts_of(whole), max(1, round(whole.total_seconds())))


def cuts_of(whole: timedelta) -> tuple[float, ...]:
    """Return where the bar of a length is parted: at every minute, or at every few if that were too many."""
    if whole <= _ZERO:
        return ()
    piece = next((n for n in _PIECES if whole <= n * _MOST_PIECES * _MINUTE), _PIECES[-1]) * _MINUTE
    count = -(-whole // piece)
    return tuple(number * piece / whole for number in range(1, count))


def _running(live: Live, facts: Facts, moment: Moment, line: Line, blank: StageLook) -> StageLook:
    standing = moment.standing(line.item.track)
    floor = live.floor(line.item.topic) if line.item.topic else None
    fixed, fixed_at = _fixed(live, moment, standing)
    paused = live.actual(line.item.key).state is ItemState.PAUSED
    whole = timing.elapsed(live.actual(line.item.key), moment.now) + standing.left
    if line.item.kind in _RESTS:
        return _rest(live, moment, line, blank, paused=paused, whole=whole)
    known = {"title": line.item.title, "fixed": fixed, "fixed_at": fixed_at}
    if floor is not None and floor.current is not None:
        return _speech(facts, floor, floor.current, moment.now, blank, known)
    following = _speakers(facts, floor) or _item_next(live, standing)
    same = bool(following) and following[0].name == fixed
    return StageLook(
        Scene.ITEM,
        blank.heading,
        blank.time,
        title=line.item.title,
        name=" · ".join(speaker.name for speaker in line.speakers),
        clock=clock_of(standing.left, whole, _("Time left"), paused=paused),
        limit=_("{time} altogether").format(time=elapsed_words(whole)),
        next=() if same else following[:_NEXT],
        more=max(0, len(following) - _NEXT) if floor is not None else 0,
        fixed=fixed,
        fixed_at=fixed_at,
        mark=blank.mark,
    )


def _speech(
    facts: Facts, floor: LiveFloor, speech: Speech, now: datetime, blank: StageLook, known: dict[str, str]
) -> StageLook:
    left = floor_rules.left(speech, now)
    whole = speech.limit + speech.added
    following = _speakers(facts, floor)
    kind = speech.entry.kind
    return StageLook(
        Scene.SPEECH,
        blank.heading,
        blank.time,
        title=known["title"],
        name=facts.delegation_name(speech.entry.delegation),
        flag=facts.flag(speech.entry.delegation),
        kind="" if kind is SpeechKind.STATEMENT else speech_word(kind),
        clock=clock_of(left, whole, _("Time left to speak"), paused=speech.state is SpeakerState.PAUSED),
        limit=_("Limit {time}").format(time=elapsed_words(whole)),
        next=following[:_NEXT],
        more=max(0, len(following) - _NEXT),
        fixed=known["fixed"],
        fixed_at=known["fixed_at"],
        mark=blank.mark,
    )


def _rest(live: Live, moment: Moment, line: Line, blank: StageLook, *, paused: bool, whole: timedelta) -> StageLook:
    """Return a break: when everybody is to be back."""
    standing = moment.standing(line.item.track)
    back = (moment.now + standing.left).astimezone(live.rundown.zone)
    following = _item_next(live, standing)
    return StageLook(
        Scene.BREAK,
        blank.heading,
        blank.time,
        title=line.item.title,
        name=_("We resume at {time}").format(time=clock(back)),
        clock=clock_of(standing.left, whole, _("until we resume"), paused=paused),
        limit=_("{time} altogether").format(time=elapsed_words(whole)),
        next=following,
        mark=blank.mark,
    )


def _waiting(live: Live, moment: Moment, standing: Standing, coming: Line, blank: StageLook) -> StageLook:
    item = coming.item
    left = item.starts - moment.now
    today = moment.now.astimezone(live.rundown.zone).date()
    when = clock(item.starts) if item.day == today else f"{day_words(item.day, 'dddd d MMMM')}, {clock(item.starts)}"
    shown = Clock(label=_("begins shortly"))
    if left > _ZERO:
        label = _("until it begins") if left <= _FAR else ""
        shown = Clock(countdown_words(left) if left <= _FAR else "", label, whole=0)
    fixed, fixed_at = _fixed(live, moment, standing)
    return StageLook(
        Scene.WAITING,
        blank.heading,
        blank.time,
        title=_("Next, {when}").format(when=when),
        name=item.title,
        clock=shown,
        fixed="" if fixed == item.title else fixed,
        fixed_at="" if fixed == item.title else fixed_at,
        mark=blank.mark,
    )


def _by_plan(live: Live, moment: Moment, track: str, now: datetime, blank: StageLook) -> StageLook:
    """Return what is on by the plan, for a meeting whose clock nobody has started."""
    items = [item for item in live.rundown.items if item.track == track]
    running, coming = running_item(items, now), next_item(items, now)
    if running is None:
        line = live.line(coming.key) if coming is not None else None
        return _closed(blank) if line is None else _waiting(live, moment, Standing(track), line, blank)
    return StageLook(
        Scene.PLAN,
        blank.heading,
        blank.time,
        title=_("By the plan until {time}").format(time=clock(running.ends)),
        name=running.title,
        next=() if coming is None else (Named(f"{coming.title} {clock(coming.starts)}"),),
        mark=blank.mark,
    )


def _closed(blank: StageLook) -> StageLook:
    return StageLook(
        Scene.CLOSED, blank.heading, blank.time, name=_("The meeting is closed"), title="", mark=blank.mark
    )


def _fixed(live: Live, moment: Moment, standing: Standing) -> tuple[str, str]:
    """Return the next fixed point and when it will be: as planned, or later if it cannot be kept."""
    line, expected = live.line(standing.fixed), moment.expected(standing.fixed)
    if line is None or standing.fixed_at is None:
        return "", ""
    at = expected.starts if expected is not None and expected.starts > standing.fixed_at else standing.fixed_at
    return line.item.title, clock(at.astimezone(live.rundown.zone))


def _speakers(facts: Facts, floor: LiveFloor | None) -> tuple[Named, ...]:
    if floor is None:
        return ()
    # Whoever is not in the room is not announced to it.
    present = [speech for speech in floor.waiting if speech.state is not SpeakerState.ABSENT]
    codes = [speech.entry.delegation for speech in present]
    return tuple(Named(facts.delegation_name(code), facts.flag(code)) for code in codes)


def _item_next(live: Live, standing: Standing) -> tuple[Named, ...]:
    line = live.line(standing.next)
    return () if line is None else (Named(line.item.title),)
