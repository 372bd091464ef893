"""What every page is given: the open desk, the facts of the meeting, and the ways to speak and to move."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from cmc_desk.desk import meeting as meetings
from cmc_desk.desk.command import Tx
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.drafts import DraftTitle, draft_titles
from cmc_desk.desk.undoing import Undone, last_row, undo
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.meeting import CategoryPlan
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.rules.sessions import Session, sessions_for_scan
from cmc_desk.ui.command_words import words_of
from cmc_desk.ui.one_task import OneTask, Trouble
from cmc_desk.ui.parts.message_strip import MessageKind
from cmc_desk.ui.task import Pool

if TYPE_CHECKING:
    from cmc_desk.ui.live import Live
    from cmc_desk.ui.registration.late_scans import LateScans

P = ParamSpec("P")
R = TypeVar("R")
# What the clock of the agenda writes: which session runs is a fact too, though nothing else of them.
CLOCK_TABLES = frozenset({"item_timing", "item_event"})
FACT_TABLES = CLOCK_TABLES | {"meeting", "day", "item", "category", "delegation", "operator", "station", "draft", "*"}


@dataclass(frozen=True, slots=True)
class Message:
    """A line for the message strip; `undo` offers Ctrl+Z with it, `act` what else can be done about it by its key."""

    kind: MessageKind
    before: str
    bold: str = ""
    after: str = ""
    undo: bool = False
    act: str = ""
    act_key: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of the meeting that every page shows; read again when they change."""

    meeting: meetings.Meeting
    agenda: tuple[meetings.AgendaItem, ...]
    sessions: tuple[Session, ...]
    delegations: dict[str, meetings.Delegation]
    categories: tuple[CategoryPlan, ...]
    drafts: tuple[DraftTitle, ...] = ()

    def delegation_name(self, code: str) -> str:
        """Return the everyday name of a delegation."""
        found = self.delegations.get(code)
        return found.short_name if found else code

    def draft_title(self, key: str) -> str:
        """Return the short title of a draft document."""
        return next((one.title for one in self.drafts if one.key == key), key)

    def flag(self, code: str) -> str:
        """Return the flag of a delegation, or its code where it has none."""
        found = self.delegations.get(code)
        return (found.flag if found else "") or code

    def category(self, key: str) -> CategoryPlan | None:
        """Return a participant category by its key."""
        return next((plan for plan in self.categories if plan.key == key), None)

    def clock(self, instant: datetime, *, seconds: bool = False) -> str:
        """Return the time of day of `instant` on the clocks of the meeting, as 08:52."""
        local = self.meeting.local(instant)
        # Lists say it two thousand times at once; strftime takes four times as long.
        words = f"{local.hour:02}:{local.minute:02}"
        return f"{words}:{local.second:02}" if seconds else words

    def registration_now(self, now: datetime) -> Session | None:
        """Return the registration slot that a check-in at `now` counts for."""
        found = sessions_for_scan(
            self.sessions, now=now, grace_minutes=self.meeting.grace_minutes, zone=self.meeting.tzinfo
        )
        return found[0] if found else None

    def day_now(self, now: datetime) -> date:
        """Return the day of the meeting that the desk works on at `now`."""
        slot = self.registration_now(now)
        return slot.day if slot else self.meeting.days[0]

    def sessions_of(self, day: date) -> tuple[str, ...]:
        """Return the keys of the sessions of a day whose attendance is taken."""
        return tuple(session.key for session in self.sessions if session.day == day)


class Context(QObject):
    """The one object that the pages share; the shell listens to its signals."""

    said = Signal(object)
    went = Signal(str, object)
    troubled = Signal(object)
    # What a copy that was asked for by hand came to: the copy, or why there is none.
    copied = Signal(object)
    # Somebody is about to read everything: whoever has what is not written yet writes it now.
    settling = Signal()
    # The panel of the screens of the room is wanted.
    room_asked = Signal()
    # What the room is to read on the stage, or None: nothing of it any more.
    staged = Signal(object)
    # Whether the page is to stand alone in the window, for somebody who reads from it at a distance.
    alone_asked = Signal(bool)
    # What was kept elsewhere was taken into the notes, or set aside.
    rescued_settled = Signal()
    # The other scheme is wanted: light for dark, dark for light.
    dark_asked = Signal()

    def __init__(self, desk: Desk, *, pool: Pool | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        desk.store.hasten()
        self.pool = pool
        # What was done before the window was opened is nobody's slip of the hand any more.
        self._opened_after = desk.read(last_row)
        self._undoing = OneTask(self, pool=pool)
        self.on_stage: object = None
        self.facts = self.read_facts()

    @cached_property
    def live(self) -> "Live":
        """Where the agenda and the lists of speakers stand; made when somebody first asks."""
        from cmc_desk.ui.live import Live

        return Live(self.desk, self)

    @cached_property
    def late_scans(self) -> "LateScans":
        """Who takes the scans of badges, and keeps those that the file does not take at once."""
        from cmc_desk.ui.registration.late_scans import LateScans

        return LateScans(self)

    def unrecorded(self) -> str:
        """Return whose scans could not be recorded, now that the window is about to be closed."""
        return self.late_scans.last_try() if "late_scans" in self.__dict__ else ""

    def settle(self) -> None:
        """Let everything that is typed be written, before an export, a copy, or whatever else reads it all."""
        self.settling.emit()

    def changed(self, tables: frozenset[str]) -> None:
        """Learn that tables have changed, before the pages do."""
        if tables & FACT_TABLES:
            self.read_facts()
        if "live" in self.__dict__:
            self.live.stale(tables)

    def read_facts(self) -> Facts:
        """Read the facts of the meeting again."""
        desk = self.desk
        self.facts = Facts(
            meeting=desk.read(meetings.meeting),
            agenda=desk.read(meetings.agenda),
            sessions=desk.read(meetings.attendance_sessions),
            delegations={row.code: row for row in desk.read(meetings.delegations)},
            categories=desk.read(meetings.categories),
            drafts=desk.read(draft_titles),
        )
        return self.facts

    def now(self) -> datetime:
        """Return the time; only the windows, the command line and the application ask the clock."""
        return self.desk.clock.now()

    def today(self) -> tuple[str, ...]:
        """Return the keys of the sessions of the day that the desk works on."""
        return self.facts.sessions_of(self.facts.day_now(self.now()))

    def is_typed(self, text: str) -> bool:
        """Tell whether a burst of keys is a name that somebody types quickly rather than a scan."""
        from cmc_desk.desk.typed import is_typed_name

        try:
            return self.desk.read(is_typed_name, text=text)
        except Unavailable:
            return False

    def is_typed_text(self, text: str, *, dictated: bool = False) -> bool:
        """Tell whether a burst of keys into a field of text, or one that is dictated to, is text rather than a scan."""
        from cmc_desk.ui.typed_text import is_typed_text

        return is_typed_text(self.desk, text, dictated=dictated)

    def say(self, kind: MessageKind, before: str, bold: str = "", after: str = "", *, undo: bool = False) -> None:
        """Show one line in the message strip."""
        self.said.emit(Message(kind, before, bold, after, undo))

    def put_on_stage(self, text: object) -> None:
        """Let the room read a text on the stage, until it is None or the stage is closed."""
        self.on_stage = text
        self.staged.emit(text)

    def go(self, page: str, what: object = None) -> None:
        """Show a page, at something of it if `what` says so (the id of a person, a file …)."""
        self.went.emit(page, what)

    def attempt(
        self,
        command: Callable[Concatenate[Tx, P], R],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R | None:
        """Run a command; a Refusal is said in amber, trouble in coral, and None comes back.

        A page that shows a refusal beside its field calls `desk.do` itself and catches Refusal.
        """
        try:
            return self.desk.do(command, *args, **kwargs)
        except Refusal as refusal:
            self.say("amber", refusal.sentence)
        except Unavailable as trouble:
            self.trouble(trouble)
        return None

    def trouble(self, trouble: Unavailable) -> None:
        """Say that something was NOT saved, and why; what was typed stays where it is."""
        self.say("coral", _("NOT SAVED. "), trouble.sentence)
        self.troubled.emit(trouble)

    def missed(self, sentence: str) -> None:
        """Say that what was asked for was not done, because the file or the disk did not answer."""
        self.say("coral", _("NOT DONE. "), sentence)

    def undo(self) -> Undone | None:
        """Take back the last command of this station since the window was opened, and say so.

        What changed much, such as an import, is taken back beside the window; then it is said when that is done.
        """
        if self._undoing.is_running():
            self.say("quiet", _("The last act is still being taken back."))
            return None
        try:
            last = self.desk.to_undo(since=self._opened_after)
            if last.for_good:
                self.say("amber", _("This cannot be undone: "), words_of(last.kind))
                return None
            if last.large:
                self._undo_beside(last.seq)
                return None
            undone = self.desk.do(undo, seq=last.seq)
        except Refusal as refusal:
            self.say("amber", refusal.sentence)
            return None
        except Unavailable as trouble:
            self.trouble(trouble)
            return None
        self._say_undone(undone)
        return undone

    def _undo_beside(self, seq: int) -> None:
        self.say("quiet", _("Taking back what was done last …"))
        desk = self.desk
        self._undoing.start(
            lambda _progress: desk.do_apart(undo, seq=seq), finished=self._on_undone, refused=self._on_not_undone
        )

    def _on_undone(self, told: tuple[Undone, Callable[[], None]]) -> None:
        undone, tell = told
        tell()
        self._say_undone(undone)

    def _on_not_undone(self, error: Trouble) -> None:
        if isinstance(error, Refusal):
            self.say("amber", error.sentence)
        else:
            self.trouble(error)

    def _say_undone(self, undone: Undone) -> None:
        self.say("notice", _("Undone: "), words_of(undone.kind), f" · {undone.about}" if undone.about else "")
