"""What can be done with the screens of the room, with the keys that do it on every page; this is read before any of them is made."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.ui.stage.messages import COUNT, presets

if TYPE_CHECKING:
    from cmc_desk.ui.stage.room import Room

STAGE, CONFIDENCE, LOBBY = "stage", "confidence", "lobby"
STAGE_KEY, PANEL_KEY = "F9", "F10"
CONFIDENCE_KEY, LOBBY_KEY = "Ctrl+F9", "Ctrl+F10"
PACE_KEYS = {1: "Ctrl+Shift+F9", 10: "Ctrl+Shift+F10", 60: "Ctrl+Shift+F11"}
OFF_KEY, BLACK_KEY, MONITOR_KEY, LIGHT_KEY = "Shift+F8", "Shift+F7", "Ctrl+F11", "Ctrl+F7"
COUNT_KEY, LEAVE_KEY = "Ctrl+Shift+G", "Ctrl+Shift+U"
# As F1 lists them: those of the messages and of the paces stand together.
ROOM_KEYS = (
    (CONFIDENCE_KEY, N_("Confidence monitor for the speaker")),
    (LOBBY_KEY, N_("Lobby screen")),
    (MONITOR_KEY, N_("Stage on another monitor")),
    (LIGHT_KEY, N_("Stage dark or light")),
    ("Shift+F1", N_("to Shift+F6: messages on the stage")),
    (BLACK_KEY, N_("Stage black")),
    (OFF_KEY, N_("Take the message off")),
    (PACE_KEYS[10], N_("Rehearse ×10")),
    (PACE_KEYS[60], N_("Rehearse ×60")),
    (PACE_KEYS[1], N_("Rehearse at the usual pace")),
)
GAP_KEYS = (
    (LEAVE_KEY, N_("A gap of the clock does not count")),
    (COUNT_KEY, N_("A gap of the clock counts")),
)
NAMES = {STAGE: N_("Stage"), CONFIDENCE: N_("Confidence monitor"), LOBBY: N_("Lobby")}
KEYS = {STAGE: STAGE_KEY, CONFIDENCE: CONFIDENCE_KEY, LOBBY: LOBBY_KEY}


@dataclass(frozen=True, slots=True)
class RoomAct:
    """Something that can be done; `act` is given the screens, which are made by then."""

    words: str
    key: str
    icon: str
    act: Callable[["Room"], object]


def message_key(number: int) -> str:
    """Return the key of a message, counted from nought."""
    return f"Shift+F{number + 1}"


def room_acts() -> tuple[RoomAct, ...]:
    """Return everything that can be done, in the order in which it is offered."""
    shown = presets()
    return (
        RoomAct(_("Stage for the projector"), STAGE_KEY, "screen", lambda room: room.toggle(STAGE)),
        RoomAct(_("Stage: messages, monitors, rehearsal …"), PANEL_KEY, "screen", lambda room: room.panel.toggle()),
        RoomAct(_("Confidence monitor for the speaker"), CONFIDENCE_KEY, "mic", lambda room: room.toggle(CONFIDENCE)),
        RoomAct(_("Lobby screen: now and next"), LOBBY_KEY, "cal", lambda room: room.toggle(LOBBY)),
        *(
            RoomAct(_("Message: {words}").format(words=words), message_key(number), "speak", partial(_show, number))
            for number, words in enumerate(shown[:COUNT])
        ),
        RoomAct(_("Take the message off"), OFF_KEY, "x", lambda room: room.take_off()),
        RoomAct(_("Stage black, or not any more"), BLACK_KEY, "square", lambda room: room.toggle_black()),
        RoomAct(_("Stage on another monitor"), MONITOR_KEY, "next", lambda room: room.other_monitor()),
        *(
            RoomAct(_("Rehearse at {pace} times the pace").format(pace=pace), key, "play", partial(_rehearse, pace))
            for pace, key in PACE_KEYS.items()
        ),
        RoomAct(_("Stage dark or light"), LIGHT_KEY, "sun", lambda room: room.toggle_light()),
    )


def _show(number: int, room: "Room") -> None:
    room.show_preset(number)


def _rehearse(pace: int, room: "Room") -> None:
    room.rehearse(pace, "")
