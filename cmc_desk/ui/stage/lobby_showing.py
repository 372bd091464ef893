"""Works out what the lobby says at an instant: in every room what is on, and what comes next at which time."""

from datetime import datetime

from cmc_desk.desk.rundown import Line
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda import ItemState
from cmc_desk.rules.agenda_plan import PLENARY
from cmc_desk.ui.agenda.words import clock
from cmc_desk.ui.context import Facts
from cmc_desk.ui.days import day_words
from cmc_desk.ui.live import Live, Moment
from cmc_desk.ui.stage.look import LobbyLook, LobbyRoom, LobbyRow
from cmc_desk.ui.stage.showing import heading

_ONE_ROOM, _MANY_ROOMS = 6, 2
_OVER = frozenset({ItemState.DONE, ItemState.SKIPPED})
_ON = frozenset({ItemState.RUNNING, ItemState.PAUSED})


def lobby_look(live: Live, facts: Facts, moment: Moment, *, mark: str = "") -> LobbyLook:
    """Return what the lobby says; times are those that are expected now, and of a meeting without a clock those of the plan."""
    now = moment.asked.astimezone(live.rundown.zone)
    rooms = {track.key: track for track in live.rundown.tracks}
    tracks = live.tracks or (PLENARY,)
    most = _ONE_ROOM if len(tracks) == 1 else _MANY_ROOMS
    shown = []
    for track in tracks:
        room = rooms.get(track)
        name = room.name if room is not None else _("Plenary")
        place = room.place if room is not None else ""
        full = " · ".join(part for part in (name, place) if part)
        shown.append(LobbyRoom(full if len(tracks) > 1 else "", _rows(live, moment, track, now, most)))
    return LobbyLook(heading(facts), clock(now), day_words(now.date(), "dddd d MMMM"), tuple(shown), mark)


def _rows(live: Live, moment: Moment, track: str, now: datetime, most: int) -> tuple[LobbyRow, ...]:
    coming = [line for line in live.rundown.lines if line.item.track == track and _comes(live, moment, line, now)]
    day = min((line.item.day for line in coming), default=None)
    return tuple(_row(live, moment, line, now) for line in coming if line.item.day == day)[:most]


def _comes(live: Live, moment: Moment, line: Line, now: datetime) -> bool:
    if not live.rundown.events:
        return line.item.ends > now
    expected = moment.expected(line.item.key)
    return live.actual(line.item.key).state not in _OVER and expected is not None and expected.held


def _row(live: Live, moment: Moment, line: Line, now: datetime) -> LobbyRow:
    item = line.item
    expected = moment.expected(item.key)
    if not live.rundown.events or expected is None:
        return LobbyRow(clock(item.starts), item.title, clock(item.ends), item.starts <= now < item.ends)
    zone = live.rundown.zone
    on = live.actual(item.key).state in _ON
    until = clock(expected.ends.astimezone(zone))
    return LobbyRow(clock(expected.starts.astimezone(zone)), item.title, until, on)
