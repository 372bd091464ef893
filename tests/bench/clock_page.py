"""What one tick costs: the Agenda page with a running item, somebody who speaks, and everything that changes painted anew."""

import gc
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication

from cmc_desk.clock import ManualClock
from cmc_desk.desk import agenda, floor, floor_list
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.floor_facts import floors
from cmc_desk.desk.meeting import delegations
from cmc_desk.ui.bar_words import item_words
from cmc_desk.ui.context import Context
from cmc_desk.ui.live import Live
from cmc_desk.ui.shell import MainWindow
from cmc_desk.ui.stage.acts import CONFIDENCE, LOBBY, STAGE
from tests.bench.crowd import open_crowd
from tests.bench.measure import Row, at_most, milliseconds, percentile
from tests.bench.windows import application, until_idle

_SPEAKERS = 60
_TICKS = 240
_READINGS = 20


def ticks() -> Iterator[Row]:
    """The median and the slow twentieth of a tick, a quarter of a second apart, with the painting of what it changes."""
    app = application()
    with tempfile.TemporaryDirectory() as name:
        desk = open_crowd(Path(name), 200)
        clock = _running(desk)
        window = MainWindow(Context(desk))
        window._ticker.stop()
        window._poller.stop()
        window.resize(1366, 768)
        window.show()
        window.go("agenda")
        until_idle(app)
        gc.collect()
        gc.disable()
        times = [_tick(app, window, clock) for _number in range(_TICKS)]
        gc.enable()
        yield at_most("one tick of the bar and the Agenda page, median", statistics.median(times), 4)
        yield at_most("one tick, slow twentieth", percentile(times, 0.95), 4)
        for kind in (STAGE, CONFIDENCE, LOBBY):
            window.room.toggle(kind)
        window.room.windows[STAGE].resize(1920, 1080)
        until_idle(app)
        gc.collect()
        gc.disable()
        times = [_tick(app, window, clock) for _number in range(_TICKS)]
        gc.enable()
        yield at_most("one tick with stage, confidence and lobby, median", statistics.median(times), 4)
        yield at_most("one tick with them, slow twentieth", percentile(times, 0.95), 4)
        window.close()
        window.close()
        window.deleteLater()
        app.processEvents()


def bar() -> Iterator[Row]:
    """What the top bar reads once when the window is there: the agenda and every list of speakers, as after a morning of them."""
    application()
    with tempfile.TemporaryDirectory() as name:
        desk = open_crowd(Path(name), 200)
        clock = _running(desk)
        context = Context(desk)
        times = [
            milliseconds(lambda: item_words(context.facts, clock.now(), Live(desk))) for _number in range(_READINGS)
        ]
        desk.close()
    yield at_most("top bar: the agenda read, after the first paint", statistics.median(times), 50)


def _tick(app: QApplication, window: MainWindow, clock: ManualClock) -> float:
    # Not `milliseconds`: it collects garbage before each, after which nothing is where a tick would find it. And the time of the
    # processor, not of the wall: what else runs on the machine is not the cost of a tick.
    clock.advance(milliseconds=250)
    begun = time.thread_time()
    window.tick()
    app.processEvents()
    return (time.thread_time() - begun) * 1000


def _running(desk: Desk) -> ManualClock:
    """Let the item with a list of speakers run, with as many on it as there are delegations, and somebody speak."""
    clock = desk.clock
    assert isinstance(clock, ManualClock)
    (facts, *_others) = desk.read(floors)
    desk.do(agenda.start_item, item=facts.items[0])
    codes = [row.code for row in desk.read(delegations)][:_SPEAKERS]
    desk.do(floor_list.inscribe_many, topic=facts.topic.key, delegations=codes)
    for _number in range(4):
        desk.do(floor.next_speaker, topic=facts.topic.key)
        clock.advance(minutes=3)
    clock.move_to(clock.now() + timedelta(seconds=1))
    return clock
