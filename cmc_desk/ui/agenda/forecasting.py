"""What chance has in store for the list of speakers, worked out beside the window whenever something was recorded."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from PySide6.QtCore import QObject, Signal

from cmc_desk.i18n import gettext as _
from cmc_desk.rules import floor as floor_rules
from cmc_desk.rules.agenda import ItemState
from cmc_desk.rules.agenda_plan import ZERO
from cmc_desk.rules.floor_kinds import SpeakerState
from cmc_desk.rules.floor_planner import who_fits
from cmc_desk.rules.floor_window import floor_slots
from cmc_desk.rules.forecast import Forecast, Spoken, forecast
from cmc_desk.ui.agenda.words import clock
from cmc_desk.ui.live import Live, LiveFloor, Moment
from cmc_desk.ui.parts.runs import Run
from cmc_desk.ui.task import Pool, Progress, Task

_WAITS = frozenset({SpeakerState.INSCRIBED, SpeakerState.CALLED})
_CALM, _LIKELY = 0.8, 0.5


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of chance: plain values, so that another thread may have them."""

    now: datetime
    waiting: tuple[timedelta, ...]
    changeover: timedelta
    today: tuple[Spoken, ...]
    speaking: Spoken | None
    after: timedelta
    until: datetime | None
    until_title: str
    seed: int
    before: int | None = None
    rests: tuple[tuple[datetime, datetime], ...] = ()
    earliest: datetime | None = None
    zone: tzinfo = UTC


@dataclass(frozen=True, slots=True)
class Answer:
    """A question with its forecast."""

    question: Question
    forecast: Forecast


class Forecasting(QObject):
    """One forecast at a time; what is asked meanwhile is worked out next, and only the newest."""

    came = Signal(object)

    def __init__(self, *, pool: Pool | None, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = pool
        self._task: Task[Answer] | None = None
        self._next: Question | None = None

    def ask(self, question: Question | None) -> None:
        """Ask anew; None says that there is nothing to be asked."""
        self._next = question
        if question is None:
            self.came.emit(None)
        elif self._task is None:
            self._start()

    def _start(self) -> None:
        question, self._next = self._next, None
        if question is None:
            return
        task = Task(lambda progress: _work(question, progress), pool=self._pool)
        self._task = task
        task.finished.connect(self._on_finished)
        task.ended.connect(self._on_ended)
        task.start()

    def _on_finished(self, answer: object) -> None:
        if self._next is None:
            self.came.emit(answer)

    def _on_ended(self) -> None:
        self._task = None
        self._start()


def question_of(live: Live, moment: Moment, floor: LiveFloor | None, track: str) -> Question | None:
    """Return what to ask of the list of the running item; nothing where no list is being heard."""
    standing = moment.standing(track)
    line = live.line(standing.running)
    if floor is None or line is None or line.item.topic != floor.key:
        return None
    now = moment.now
    waiting = [speech for speech in floor.waiting if speech.state in _WAITS]
    if not waiting and floor.current is None:
        return None
    fixed, until = live.line(standing.fixed), standing.fixed_at
    expected = moment.expected(line.item.key)
    # Where its minimum does not fit before its fixed end they speak until it has had that, and what follows is late.
    earliest = expected.ends if expected is not None and expected.broken else None
    breaks = until if until is None or earliest is None else max(until, earliest)
    before: int | None = None
    if until is not None and breaks is not None and _goes_on_after(live, floor, until):
        # Whoever does not fit before it is heard after it: it is on time if those who fit are through by then.
        before = min(len(waiting), who_fits(floor.facts.topic, floor.speeches, now, breaks).count)
    current = floor.current
    return Question(
        now=now,
        waiting=tuple(speech.limit + speech.added for speech in waiting),
        changeover=floor.facts.topic.changeover,
        today=tuple(
            Spoken(floor_rules.spoken(speech, now), speech.limit)
            for speech in floor.speeches
            if speech.state is SpeakerState.DONE
        ),
        speaking=Spoken(floor_rules.spoken(current, now), current.limit) if current is not None else None,
        after=_work_between(live, line.item.key, standing.fixed),
        until=until,
        until_title=fixed.item.title if fixed is not None else "",
        seed=len(floor.facts.events),
        before=before,
        rests=_rests(live, moment, floor, breaks) if before is not None else (),
        earliest=earliest,
        zone=live.rundown.zone,
    )


def forecast_runs(answer: Answer | None) -> tuple[Run, ...]:
    """Return the forecast in words: when those who wait are through, and how likely the next fixed point is kept."""
    if answer is None:
        return ()
    found, question = answer.forecast, answer.question
    zone = question.zone
    runs = [
        Run(
            _("Forecast: all speakers through by {p50} (even odds), {p80} (four in five)").format(
                p50=clock(found.p50.astimezone(zone)), p80=clock(found.p80.astimezone(zone))
            ),
            tone="slate",
        )
    ]
    if found.on_time is not None:
        words = _("{title} on time: {share} %, overruns reckoned").format(
            title=question.until_title, share=round(found.on_time * 100)
        )
        tone = "leaf" if found.on_time >= _CALM else "amberInk" if found.on_time >= _LIKELY else "coral"
        runs += [Run("  ·  ", tone="slate"), Run(words, bold=True, tone=tone)]
    return tuple(runs)


def _work(question: Question, progress: Progress) -> Answer:
    progress(0, 1)
    return Answer(
        question,
        forecast(
            question.now,
            waiting=question.waiting,
            changeover=question.changeover,
            today=question.today,
            speaking=question.speaking,
            after=question.after,
            until=question.until,
            before=question.before,
            rests=question.rests,
            earliest=question.earliest,
            seed=question.seed,
        ),
    )


def _goes_on_after(live: Live, floor: LiveFloor, until: datetime) -> bool:
    lines = (live.line(item) for item in floor.facts.items)
    return any(
        line is not None and line.item.starts >= until and live.actual(line.item.key).state is ItemState.PLANNED
        for line in lines
    )


def _rests(
    live: Live, moment: Moment, floor: LiveFloor, until: datetime | None
) -> tuple[tuple[datetime, datetime], ...]:
    """Return when nobody speaks: from now, the end of a slot or the fixed point in it, to the next slot."""
    slots = floor_slots(live.rundown.items, floor.key, live.actuals, moment.projection)
    rests, ends = [], moment.now
    for slot in slots:
        if ends < slot.starts:
            rests.append((ends, slot.starts))
        ends = slot.ends if until is None or until <= slot.starts else min(slot.ends, until)
    return tuple(rests)


def _work_between(live: Live, running: str, fixed: str) -> timedelta:
    """Return the planned work after the running item and before the fixed point."""
    keys = [line.item.key for line in live.rundown.lines]
    if fixed not in keys or running not in keys:
        return ZERO
    between = live.rundown.lines[keys.index(running) + 1 : keys.index(fixed)]
    return sum((line.item.length for line in between if live.actual(line.item.key).state is ItemState.PLANNED), ZERO)
