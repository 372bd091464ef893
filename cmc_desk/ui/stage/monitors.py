"""Which monitor a screen of the room goes to: never the one that the operator works on."""

import json
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass

from PySide6.QtGui import QScreen

from cmc_desk.ui.settings import said, say


@dataclass(frozen=True, slots=True)
class Monitor:
    """A monitor as it is known again: by its name and by where and how large it is."""

    name: str
    x: int
    y: int
    width: int
    height: int


def monitor_of(screen: QScreen) -> Monitor:
    """Return a monitor of this computer as it is remembered."""
    area = screen.geometry()
    return Monitor(screen.name(), area.x(), area.y(), area.width(), area.height())


def chosen(
    monitors: Sequence[Monitor],
    operator: Monitor | None,
    *,
    remembered: Monitor | None = None,
    taken: Collection[Monitor] = (),
) -> Monitor | None:
    """Return the monitor for a screen of the room; None if there is none but the operator's.

    The one that was used before comes first, known by name and place, else by its name alone; then one that nothing else stands on.
    """
    free = [one for one in monitors if one != operator]
    if remembered is not None:
        for same in (remembered.__eq__, lambda one: one.name == remembered.name):
            if found := next((one for one in free if same(one)), None):
                return found
    return next((one for one in free if one not in taken), free[0] if free else None)


def following(monitors: Sequence[Monitor], operator: Monitor | None, present: Monitor | None) -> Monitor | None:
    """Return the monitor after the present one, for whoever wants another; None if there is no other."""
    free = [one for one in monitors if one != operator]
    if present not in free:
        return free[0] if free else None
    other = free[(free.index(present) + 1) % len(free)]
    return other if other != present else None


def remembered(screen: str) -> Monitor | None:
    """Return the monitor that was chosen for a screen of the room on this computer."""
    try:
        found = json.loads(said(f"monitor_{screen}") or "null")
        return Monitor(**found) if isinstance(found, dict) else None
    except (ValueError, TypeError):
        return None


def remember(screen: str, monitor: Monitor) -> None:
    """Use this monitor for a screen of the room next time."""
    say(f"monitor_{screen}", json.dumps(asdict(monitor)))
