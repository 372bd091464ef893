"""What the first window holds: the meetings of this computer, and the form that opens one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from cmc_desk.clock import Clock, SystemClock
from cmc_desk.i18n import LANGUAGES, chosen_language
from cmc_desk.i18n import gettext as _
from cmc_desk.resource import resource
from cmc_desk.ui.days import day_words, which_day
from cmc_desk.ui.habits import Habits, Remembered
from cmc_desk.ui.parts.empty_state import EmptyState
from cmc_desk.ui.parts.keys_overlay import KeysOverlay
from cmc_desk.ui.parts.message_strip import Hint, MessageStrip
from cmc_desk.ui.parts.pane import Pane, Rule
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.start.meeting_list import MeetingList, days_of, title_of
from cmc_desk.ui.start.sign_in import SignIn
from cmc_desk.ui.task import Pool

_OWN_NAMES = {"en": "English", "es": "Español", "fr": "Français", "nl": "Nederlands"}


class StartWindow(Pane):
    """Emits `asked` when a meeting is to be opened; what opening came to is told by `refuse` or by closing the window."""

    asked = Signal(object)
    dark_toggled = Signal()

    def __init__(
        self,
        habits: Habits,
        *,
        home: Path | None = None,
        clock: Clock | None = None,
        pool: Pool | None = None,
        path: Path | None = None,
    ) -> None:
        super().__init__("panel")
        self.habits = habits
        self.pool = pool
        self.clock: Clock = clock or SystemClock()
        self._home = home
        self._path = path
        self.meetings = MeetingList(self.clock, self)
        self.sign_in = SignIn(languages(), self)
        self.right = QStackedWidget(self)
        self._nothing = EmptyState(
            icon="cal",
            title=_("No meeting is chosen"),
            sentence=_("Choose one at the left, or make a new one."),
            parent=self,
        )
        for pane in (self.sign_in, self._nothing):
            self.right.addWidget(pane)
        self.strip = MessageStrip(parent=self)
        self.strip.set_hints((Hint(_("Keys"), key="F1"),))
        self._time = Text(tone="railInk", parent=self)
        self._compose()
        self.keys_overlay = KeysOverlay(self)
        self.meetings.chosen.connect(self.choose)
        self.meetings.new_asked.connect(self._on_new)
        self.meetings.file_asked.connect(self._on_file)
        self.meetings.copy_asked.connect(self._on_copy)
        self.sign_in.asked.connect(self._on_asked)
        self._key("F1", self.show_keys)
        self._key("Ctrl+Shift+D", self.dark_toggled.emit)
        self._ticker = QTimer(self)
        self._ticker.timeout.connect(self.tick)
        self._ticker.start(1000)
        self.sign_in.set_who(
            names=habits.operators(),
            role=habits.text("role", "desk"),
            station=habits.text("station", "Desk A"),
            language=chosen_language(),
        )
        # From memory alone, so that nothing waits for a disk; `refresh` looks at the files.
        known = list(habits.meetings())
        if path is not None and habits.meeting(path) is None:
            known.insert(0, Remembered(str(path)))
        self.meetings.set_meetings([(one, None) for one in known], path=path)
        self._show(self.meetings.path())
        self.tick()

    def refresh(self, path: Path | None = None) -> None:
        """Look at the files: what lies in the folder, whether each is encrypted, where it lies."""
        from cmc_desk.desk import meeting_files

        home = self._home or meeting_files.home()
        known = {one.path: one for one in self.habits.meetings()}
        wanted = path or self._path or self.meetings.path()
        for found in (*meeting_files.found_in(home), *([wanted] if wanted else [])):
            known.setdefault(str(found), Remembered(str(found)))
        rows = []
        for one in known.values():
            looked = meeting_files.look_at(Path(one.path))
            if looked.exists or Path(one.path) == wanted:
                rows.append((one, looked.encrypted if looked.exists else None))
        self.meetings.set_meetings(rows, path=wanted)
        self.choose(self.meetings.path())

    def choose(self, path: object) -> None:
        """Show the form of a meeting."""
        from cmc_desk.desk import meeting_files
        from cmc_desk.ui.start.places import check_of, place_words

        chosen = path if isinstance(path, Path) else None
        self._path = chosen
        home = self._home or meeting_files.home()
        words, warning = place_words(meeting_files.place_of(chosen.parent if chosen else home))
        self.strip.set_message("amber" if warning else "quiet", words)
        if chosen is None:
            self._show(None)
            return
        known = self.habits.meeting(chosen)
        folder = Path(known.copies) if known and known.copies else None
        found = meeting_files.look_at(chosen, copies_folder=folder)
        self._show(chosen, secret_needed=found.encrypted)
        check = check_of(found, now=self.clock.now())
        self.sign_in.set_check(check.kind, check.title, check.second, why_not=check.why_not)
        self.sign_in.take_keyboard()

    def refuse(self, sentence: str, *, field: str = "passphrase") -> None:
        """Say why the meeting was not opened; nothing that was typed is lost."""
        self.sign_in.set_busy(busy=False)
        beside = field if field in ("passphrase", "name") else ""
        if beside:
            self.sign_in.set_problem(sentence, field=beside)
        else:
            self.sign_in.set_check("coral", _("The meeting was not opened"), sentence)

    def path(self) -> Path | None:
        """Return the file of the meeting that is chosen."""
        return self._path

    def home(self) -> Path:
        """Return the folder in which new meetings are made."""
        from cmc_desk.desk import meeting_files

        return self._home or meeting_files.home()

    def tick(self) -> None:
        """Show the time of the computer."""
        now = self.clock.now().astimezone()
        self._time.setText(_("{time} · time of this computer").format(time=f"{now:%H:%M}"))

    def show_keys(self) -> None:
        """Show the keys of this window."""
        self.keys_overlay.set_keys(
            _("Keys"),
            (
                ("Enter", _("Open the desk")),
                ("Ctrl+N", _("New meeting")),
                ("Ctrl+O", _("Open file")),
                ("Ctrl+R", _("From a copy")),
                ("Ctrl+Shift+D", _("Light or dark")),
                ("F1", _("These keys")),
            ),
        )
        self.keys_overlay.toggle()

    def _show(self, path: Path | None, *, secret_needed: bool = False) -> None:
        self.right.setCurrentWidget(self.sign_in if path else self._nothing)
        if path is not None:
            known = self.habits.meeting(path) or Remembered(str(path))
            self.sign_in.set_meeting(title_of(known), self._line(known), secret_needed=secret_needed)

    def _line(self, known: Remembered) -> str:
        days = days_of(known)
        if not days:
            return _("Title and days are shown once it has been open on this computer.")
        today = self.clock.now().astimezone().date()
        place = ", ".join(part for part in (known.venue, known.city) if part)
        day = day_words(today if today in days else days[0], "dddd d MMMM yyyy")
        return " · ".join(part for part in (f"{day}, {which_day(days, today)}", place) if part)

    def _on_asked(self) -> None:
        who = self.sign_in.who()
        if self._path is None:
            return
        if not who.name:
            self.sign_in.set_problem(
                _("Your name stands in the journal with everything you do: type it."), field="name"
            )
            return
        self.sign_in.set_busy(busy=True)
        self.asked.emit(who)

    def _on_new(self) -> None:
        from cmc_desk.ui.start.making import making_of

        making_of(self).begin_new()

    def _on_copy(self) -> None:
        from cmc_desk.ui.start.making import making_of

        making_of(self).begin_copy()

    def _on_file(self) -> None:
        from cmc_desk.ui.start.new_meeting import ask_file

        chosen = ask_file(self, _("Open a meeting file"), "CMC Desk (*.cmc)", self.home())
        if chosen:
            self.refresh(Path(chosen))

    def _compose(self) -> None:
        band = Pane("rail", parent=self)
        band.setFixedHeight(56)
        line = QHBoxLayout(band)
        line.setContentsMargins(24, 0, 24, 0)
        line.setSpacing(16)
        line.addWidget(Text("CMC Desk", bold=True, tone="railOnInk", parent=band))
        line.addWidget(Text(_("runs a meeting from this laptop, without a network"), tone="railInk", parent=band), 1)
        line.addWidget(self._time)
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(self.meetings)
        both.addWidget(Rule(standing=True, parent=self))
        both.addWidget(self.right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(band)
        whole.addLayout(both, 1)
        whole.addWidget(self.strip)

    def _key(self, key: str, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(act)


def languages() -> list[tuple[str, str]]:
    """Return the languages that a catalogue exists for, by their own names; English always."""
    folder = resource("locale")
    there = [one for one in LANGUAGES if one == "en" or (folder / one / "LC_MESSAGES" / "cmc_desk.mo").is_file()]
    return [(one, _OWN_NAMES[one]) for one in there]
