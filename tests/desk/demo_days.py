"""The demo at its moments, for whoever asks: one walk in each process comes by all of them, and a copy is opened of each."""

import atexit
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from cmc_desk.desk import demo_meeting
from cmc_desk.desk.demo_moments import Moment
from cmc_desk.desk.desk import Desk
from tests.founded import Founded, founded

_LEFT: dict[Moment, Founded] = {}
_WALKS: list[Iterator[tuple[Moment, Desk]]] = []


def left_at(moment: Moment, path: Path) -> Desk:
    """Open a copy of the demo at `path`, at a moment of it; the walk goes on only as far as somebody asks."""
    if moment is Moment.PRINCIPLES:
        return founded(moment, path, lambda file: demo_meeting.on_to_the_principles(left_at(Moment.EVE, file)))
    if moment is Moment.LIST:
        return founded(moment, path, lambda file: demo_meeting.left_at(file, moment))
    while moment not in _LEFT:
        here, desk = next(_walk())
        _LEFT[here] = Founded(desk.store.path.read_bytes(), None, b"", desk.clock.now(), desk.saved_at, desk.author)
    return _LEFT[moment].opened_at(path)


def _walk() -> Iterator[tuple[Moment, Desk]]:
    if not _WALKS:
        end = ExitStack()
        atexit.register(end.close)
        place = end.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True))
        _WALKS.append(_closing(Path(place), end))
    return _WALKS[0]


def _closing(place: Path, end: ExitStack) -> Iterator[tuple[Moment, Desk]]:
    for moment, desk in demo_meeting.walk(place / "demo.cmc"):
        if moment is Moment.SEATS:
            end.callback(desk.close)
        yield moment, desk
