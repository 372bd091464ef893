"""The Agenda page brought from state to state for pictures of it, by the keys that a person would press, on a copy of the meeting."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count, cycle
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from cmc_desk.clock import ManualClock
from cmc_desk.desk import floor_list
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.meeting_plan import plan_of
from cmc_desk.desk.opening import create_meeting
from cmc_desk.rules.floor import ON_THE_FLOOR
from cmc_desk.ui.agenda.page import AgendaPage
from cmc_desk.ui.agenda.plan_view import TOPICS, TRACKS

_LATE = timedelta(minutes=4)
_SPEECHES = (290, 271, 238, 318, 262, 245)
_WHOLE_LIST = 27
_LAST_SPEECH = timedelta(minutes=3)
_NONE = Qt.KeyboardModifier.NoModifier


@contextmanager
def without_agenda(desk: Desk) -> Iterator[Desk]:
    """Open a meeting like this one, for which nothing has been planned yet."""
    plan = replace(desk.read(plan_of), items=(), topics=(), tracks=())
    with tempfile.TemporaryDirectory() as place:
        bare = create_meeting(
            Path(place) / desk.store.path.name,
            plan,
            clock=ManualClock(desk.clock.now()),
            author=desk.author,
            training=True,
        )
        try:
            yield bare
        finally:
            bare.close()


class Rehearsal:
    """Presses keys on a page whose clock it moves."""

    def __init__(self, page: AgendaPage, settle: Callable[[], None]) -> None:
        self.page = page
        self._settle = settle
        # No hand is as quick as this one: its keys are none that stutter.
        presses = count()
        page.run.go_stutter.clock = page.run.next_stutter.clock = lambda: float(next(presses))

    @property
    def now(self) -> datetime:
        """The time of the copy."""
        return self.page.context.now()

    def later(self, span: timedelta) -> None:
        """Let time pass."""
        self.at(self.now + span)

    def at(self, instant: datetime) -> None:
        """Let it be a time that has not come yet; what is over stays over."""
        clock = self.page.context.desk.clock
        if isinstance(clock, ManualClock) and instant > clock.now():
            clock.move_to(instant)
        self.page.ticked(self.now)
        self._settle()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        """Press a key where the keyboard is."""
        focused = QApplication.focusWidget()
        target: QWidget = focused if focused is not None and self.page.isAncestorOf(focused) else self.page
        QTest.keyClick(target, key, modifiers)
        self._settle()


def agenda_states(page: AgendaPage, settle: Callable[[], None]) -> Iterator[str]:
    """Bring the page from one main state to the next, and say what each picture is called; the first is the page as it opens."""
    yield "agenda"
    one = Rehearsal(page, settle)
    if not _begin_list(one):
        return
    yield from _panels(one)
    yield from _late(one)
    yield from _plan(one)


def _begin_list(one: Rehearsal) -> bool:
    """Go on with the day until an item with a list of speakers runs and some have spoken; say whether there is such an item."""
    run, live = one.page.run, one.page.context.live
    if not any(line.item.topic for line in live.rundown.lines):
        return False
    for _line in live.rundown.lines:
        standing = run.moment().standing()
        if live.floor_of(standing.running) is not None:
            break
        coming = live.line(standing.next)
        if coming is None:
            return False
        one.at(coming.item.starts + _LATE)
        one.press(Qt.Key.Key_Space)
    _hear_some(one)
    return True


def _hear_some(one: Rehearsal) -> None:
    run, context = one.page.run, one.page.context
    floor = run.floor()
    if floor is not None and not floor.facts.entries:
        delegations = [code for code in context.facts.delegations if code in run.panels.present()]
        wanted = (delegations or list(context.facts.delegations))[:_WHOLE_LIST]
        context.desk.do(floor_list.inscribe_many, topic=floor.key, delegations=wanted)
        for seconds in _SPEECHES:
            one.press(Qt.Key.Key_N)
            one.later(timedelta(seconds=seconds))
        one.press(Qt.Key.Key_N)
        one.press(Qt.Key.Key_A)
        one.press(Qt.Key.Key_N)
        one.later(timedelta(seconds=228))


def _hear_until(one: Rehearsal, instant: datetime) -> None:
    """Let one after the other speak until an instant, each about as long as is usual, as long as somebody waits."""
    run, lengths = one.page.run, cycle(_SPEECHES)
    while one.now < instant and (floor := run.floor()) is not None and floor.waiting:
        one.press(Qt.Key.Key_N)
        one.at(min(instant, one.now + timedelta(seconds=next(lengths))))
    one.at(instant)


def _panels(one: Rehearsal) -> Iterator[str]:
    run = one.page.run
    one.page.ticked(one.now)
    yield "agenda-running"
    one.press(Qt.Key.Key_S)
    run.panels.add.field.set_text("s")
    yield "agenda-add-speaker"
    run.panels.add.field.set_text("")
    one.press(Qt.Key.Key_Escape)
    one.press(Qt.Key.Key_O)
    one.press(Qt.Key.Key_Return)
    one.later(timedelta(seconds=20))
    yield "agenda-point-of-order"
    while (floor := run.floor()) is not None and sum(one_.state in ON_THE_FLOOR for one_ in floor.speeches) > 1:
        one.press(Qt.Key.Key_N)
    for key, name in (
        (Qt.Key.Key_T, "more"),
        (Qt.Key.Key_D, "draw"),
        (Qt.Key.Key_H, "past"),
        (Qt.Key.Key_L, "late-start"),
    ):
        one.press(key)
        yield f"agenda-{name}"
        one.press(Qt.Key.Key_Escape)
    one.press(Qt.Key.Key_X, Qt.KeyboardModifier.AltModifier)
    yield "agenda-export"
    one.press(Qt.Key.Key_Escape)
    one.press(Qt.Key.Key_V)
    yield "agenda-fair-floor"
    one.press(Qt.Key.Key_V)


def _late(one: Rehearsal) -> Iterator[str]:
    run = one.page.run
    one.press(Qt.Key.Key_P)
    yield "agenda-paused"
    one.press(Qt.Key.Key_P)
    expected = run.moment().expected(run.moment().standing().running)
    if expected is not None:
        # The last before lunch has begun when it should, and is a little over as well.
        _hear_until(one, expected.ends - _LAST_SPEECH)
        one.press(Qt.Key.Key_N)
        one.at(expected.ends + timedelta(minutes=2, seconds=24))
    yield "agenda-over-time"
    one.press(Qt.Key.Key_Space)
    one.later(timedelta(minutes=12))
    yield "agenda-break"
    # The meeting goes on after lunch, and with what follows it ends eighteen minutes late.
    for late in (timedelta(minutes=2), timedelta(minutes=18)):
        following = one.page.context.live.line(run.moment().standing().next)
        if following is None:
            break
        _hear_until(one, following.item.starts + late)
        one.press(Qt.Key.Key_Space)
    one.press(Qt.Key.Key_M)
    yield "agenda-make-up-time"
    one.press(Qt.Key.Key_Escape)
    if _pass_one_over(one):
        yield "agenda-passed-over"
        one.page.context.undo()


def _pass_one_over(one: Rehearsal) -> bool:
    """Begin what stands behind the next item; say whether there is one."""
    run, live = one.page.run, one.page.context.live
    coming = live.line(run.moment().standing().next)
    of_day = [line.item.key for line in live.rundown.lines if coming and line.item.day == coming.item.day]
    place = of_day.index(coming.item.key) + 1 if coming else len(of_day)
    if place >= len(of_day):
        return False
    run.items.start(of_day[place])
    one.page.ticked(one.now)
    return True


def _plan(one: Rehearsal) -> Iterator[str]:
    one.press(Qt.Key.Key_E)
    yield "agenda-plan"
    plan = one.page.plan
    for kind, name in ((TOPICS, "lists"), (TRACKS, "rooms")):
        plan.kinds.choose(kind)
        yield f"agenda-plan-{name}"
    plan.show_import()
    yield "agenda-plan-import"
    plan.ask_run()
