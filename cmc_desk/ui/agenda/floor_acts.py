"""What the keys of the Run mode do to a list of speakers, and what is said of it."""

from collections.abc import Callable, Sequence
from datetime import timedelta

from PySide6.QtCore import QObject

from cmc_desk.desk import floor as floor_desk
from cmc_desk.desk import floor_list
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.countdown import elapsed_words
from cmc_desk.rules.floor_kinds import HostPlace, Speech, SpeakerState, SpeechKind
from cmc_desk.ui.agenda.doing import done
from cmc_desk.ui.agenda.words import speech_word
from cmc_desk.ui.context import Context
from cmc_desk.ui.live import LiveFloor


class FloorActs(QObject):
    """Acts on the list that is shown, and on the entry that is chosen in it; without one, on whoever is meant most naturally."""

    def __init__(self, context: Context, floor: Callable[[], LiveFloor | None], chosen: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._floor = floor
        self._chosen = chosen

    def next(self) -> None:
        """End whoever speaks and give the floor to the next, at the same instant."""
        floor = self._here()
        if floor is None:
            return
        outcome = done(self._context, floor_desk.next_speaker, topic=floor.key)
        if outcome is None:
            return
        (turn,) = outcome
        started, ended = self._name(turn.started), self._name(turn.ended)
        spoken = elapsed_words(timedelta(seconds=turn.spoken)) if isinstance(turn.spoken, int) else elapsed_words(turn.spoken)
        recorded = _("{name} recorded at {time}").format(name=ended, time=spoken) if ended else ""
        if started:
            self._say(_("Has the floor: "), started, f" · {recorded}" if recorded else "")
        else:
            self._say(_("Nobody else waits: "), recorded)
