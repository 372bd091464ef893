"""The screens of the room brought from state to state for pictures of them, on a copy of the meeting in the middle of a speech."""

from collections.abc import Callable, Iterator
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from cmc_desk.clock import ManualClock
from cmc_desk.desk import agenda
from cmc_desk.rules import floor as floor_rules
from cmc_desk.rules.clock_jump import ClockJump
from cmc_desk.rules.meeting import ItemKind
from cmc_desk.ui.shell import MainWindow
from cmc_desk.ui.stage.acts import CONFIDENCE, LOBBY, STAGE

_LYING, _STANDING = (1920, 1080), (1080, 1920)
_OVER = timedelta(seconds=24)
_RESTS = (ItemKind.LUNCH, ItemKind.BREAK)


def room_states(window: MainWindow, settle: Callable[[], None]) -> Iterator[tuple[str, QWidget]]:
    """Bring the screens from one main state to the next; what is drawn is the screen itself, of the size of a projector."""
    if window.scanner is not None:
        window.scanner.stop()
    window.go("agenda")
    room = window.room
    for kind in (STAGE, CONFIDENCE, LOBBY):
        room.toggle(kind)
        room.windows[kind].resize(*_LYING)
    stage, confidence, lobby = (room.windows[kind] for kind in (STAGE, CONFIDENCE, LOBBY))
    window.tick()
    yield "stage", stage
    yield "stage-confidence", confidence
    yield "stage-lobby", lobby
    # Set on the screens alone: what this computer remembers of them is nothing for a picture.
    for screen in (stage, confidence, lobby):
        screen.set_light(light=True)
    settle()
    yield "stage-light", stage
    yield "stage-confidence-light", confidence
    yield "stage-lobby-light", lobby
    for screen in (stage, confidence, lobby):
        screen.set_light(light=room.light)
    stage.resize(*_STANDING)
    settle()
    yield "stage-standing", stage
    stage.resize(*_LYING)
    settle()
    _go_over(window)
    yield "stage-over", stage
    room.show_preset(0)
    yield "stage-message", stage
    yield "stage-confidence-message", confidence
    room.panel.open()
    settle()
    yield "stage-panel", window
    room.panel.close_again()
    room.take_off()
    room.toggle_black()
    yield "stage-black", stage
    room.toggle_black()
    now = window.context.now()
    window.jump_banner.ask(ClockJump(now, timedelta(minutes=3)))
    settle()
    yield "stage-clock-jumped", window
    window.jump_banner.count.click()
    if _rest(window):
        yield "stage-break", stage
        yield "stage-lobby-break", lobby
    room.close_all()


def _go_over(window: MainWindow) -> None:
    """Let whoever speaks, or what runs, be a little over time."""
    live, now, clock = window.context.live, window.context.now(), window.context.desk.clock
    standing = live.at(now).standing()
    floor = live.floor_of(standing.running)
    left = standing.left
    if floor is not None and floor.current is not None:
        left = floor_rules.left(floor.current, now)
    if isinstance(clock, ManualClock) and standing.running:
        clock.move_to(now + max(left, timedelta()) + _OVER)
    window.tick()


def _rest(window: MainWindow) -> bool:
    """Let the next break begin, and some of it be over; say whether there is one."""
    live, clock = window.context.live, window.context.desk.clock
    moment = live.at(window.context.now())
    coming = [line.item for line in live.rundown.lines if line.item.kind in _RESTS]
    item = next((one for one in coming if one.starts > moment.now), None)
    if item is None or not isinstance(clock, ManualClock):
        return False
    clock.move_to(item.starts)
    window.context.desk.do(agenda.start_item, item=item.key)
    clock.advance(minutes=12, seconds=10)
    window.tick()
    return True
