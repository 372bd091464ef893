"""What each screen of the room says at the instant of the operator's page, worked out only as often as it can differ."""

from datetime import datetime

from cmc_desk.clock import RehearsalClock
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda_plan import PLENARY
from cmc_desk.ui.context import Context
from cmc_desk.ui.live import Moment
from cmc_desk.ui.stage.acts import CONFIDENCE, LOBBY
from cmc_desk.ui.stage.lobby_showing import lobby_look
from cmc_desk.ui.stage.look import LobbyLook, Shown, StageLook
from cmc_desk.ui.stage.other_layouts import black_pieces, confidence_pieces, lobby_pieces, message_pieces
from cmc_desk.ui.stage.pieces import Piece
from cmc_desk.ui.stage.showing import stage_look
from cmc_desk.ui.stage.stage_layout import stage_pieces
from cmc_desk.ui.stage.text_layouts import text_pieces
from cmc_desk.ui.stage.window import RoomWindow


class Saying:
    """Holds the instant, the room of the meeting that is shown, and what stands over everything."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._now: datetime | None = None
        self.track = PLENARY
        self.shown = Shown()
        # What each screen was asked to say last, and the looks with what they were worked out for.
        self._said: dict[str, object] = {}
        self._look: tuple[tuple[Moment, str, str], StageLook] | None = None
        self._lobby: tuple[tuple[datetime, str], LobbyLook] | None = None

    @property
    def mark(self) -> str:
        """What the screens say in a rehearsal, so that nobody takes it for the meeting."""
        clock = self._context.desk.clock
        return _("REHEARSAL ×{pace}").format(pace=f"{clock.pace:g}") if isinstance(clock, RehearsalClock) else ""

    def at(self, now: datetime) -> None:
        """Say what holds at this instant from now on."""
        self._now = now

    def read_again(self) -> None:
        """Learn that what is planned or recorded has changed."""
        self._lobby = None

    def put_on(self, kind: str, window: RoomWindow) -> None:
        """Let a screen say it."""
        look = self.lobby() if kind == LOBBY else self.look()
        said = (look, self.shown, window.width(), window.height())
        if said != self._said.get(kind):
            self._said[kind] = said
            window.show_pieces(self._pieces(kind, window.width(), window.height()))

    def forget(self, kind: str) -> None:
        """Learn that a screen is closed."""
        self._said.pop(kind, None)

    def look(self) -> StageLook:
        """Return what the stage and the confidence monitor say."""
        context = self._context
        moment = self._moment()
        asked = (moment, self.track, self.mark)
        # Two screens say the same at the same instant.
        if self._look is None or self._look[0][0] is not moment or self._look[0][1:] != asked[1:]:
            look = stage_look(context.live, context.facts, moment, track=self.track, mark=self.mark)
            self._look = (asked, look)
        return self._look[1]

    def lobby(self) -> LobbyLook:
        """Return what the lobby says: it knows no seconds, so that it is looked at once in one."""
        context = self._context
        moment = self._moment()
        asked = (moment.now.replace(microsecond=0), self.mark)
        if self._lobby is None or self._lobby[0] != asked:
            self._lobby = (asked, lobby_look(context.live, context.facts, moment, mark=self.mark))
        return self._lobby[1]

    def _moment(self) -> Moment:
        return self._context.live.at(self._now or self._context.now())

    def _pieces(self, kind: str, width: int, height: int) -> tuple[Piece, ...]:
        if kind == LOBBY:
            return lobby_pieces(self.lobby(), width, height)
        if self.shown.black:
            return black_pieces(width, height)
        if kind == CONFIDENCE:
            return confidence_pieces(self.look(), self.shown.message, width, height)
        if self.shown.message:
            return message_pieces(self.look(), self.shown.message, width, height)
        if self.shown.text is not None:
            return text_pieces(self.shown.text, self.look(), width, height)
        return stage_pieces(self.look(), width, height)
