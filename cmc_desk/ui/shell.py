"""The main window: rail, bar, pages, message strip, and everything that works on every page."""

import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property, partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from cmc_desk.clock import Clock
from cmc_desk.desk.opening import proves_secret
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Unavailable
from cmc_desk.ui.context import Context, Message
from cmc_desk.ui.field_keys import FieldKeys
from cmc_desk.ui.habits import Habits
from cmc_desk.ui.keeping import Keeper
from cmc_desk.ui.lock import IdleWatch, LockPanel
from cmc_desk.ui.page_kinds import PAGES, PageKind
from cmc_desk.ui.parts.overlay import Overlay
from cmc_desk.ui.reach import DARK_KEY, ReachingWindow
from cmc_desk.ui.scanner import Scanner
from cmc_desk.ui.settings import scan_settings
from cmc_desk.ui.sound import play
from cmc_desk.ui.stage.acts import room_acts
from cmc_desk.ui.task import end_all

TICK_MS, POLL_MS = 250, 400


class MainWindow(ReachingWindow):
    """The desk of one open meeting; closing it makes a last copy and closes the meeting file."""

    closed = Signal()

    def __init__(
        self,
        context: Context,
        *,
        habits: Habits | None = None,
        machine: Clock | None = None,
        monotonic: Callable[[], float] = time.monotonic,
        pages: Sequence[PageKind] = PAGES,
    ) -> None:
        super().__init__(context, pages)
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 - there is no window without one
        self._app = app
        self.scanner: Scanner | None = None
        self._habits = habits or Habits()
        self.keeper = Keeper(context, machine=machine, monotonic=monotonic, parent=self)
        self._leaving = self._unread = False
        self.rehearsal: MainWindow | None = None
        self._before: QWidget | None = None
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.frame)
        self.setWindowTitle(f"CMC Desk – {context.facts.meeting.short_title}")
        self.setMinimumSize(1200, 680)
        self.resize(1366, 768)
        self._connect()
        self.tick()

    def _connect(self) -> None:
        context = self.context
        context.said.connect(self._on_said)
        context.room_asked.connect(self.show_room_panel)
        self.keeper.jumped.connect(self.ask_about_jump)
        context.went.connect(self.go)
        self.frame.rail.chosen.connect(self.go)
        self.frame.bar.lock_asked.connect(self.lock)
        self.frame.strip.undo_asked.connect(context.undo)
        self.idle = IdleWatch(minutes=self._habits.idle_minutes(), unless=self.follows_clock, parent=self)
        self.idle.idle.connect(self.lock)
        self._unsubscribe = context.desk.subscribe(self._on_changed)
        self._ticker = self._timer(TICK_MS, self.tick)
        self._poller = self._timer(POLL_MS, self.poll)
        self._undo_key = self._key("Ctrl+Z", context.undo)
        self._key("Ctrl+K", self.show_palette)
        self._key("F1", self.show_keys).setKeys([QKeySequence("F1"), QKeySequence("Ctrl+/")])
        for act in room_acts():
            self._key(act.key, partial(self.act_in_room, act))
        self._key(DARK_KEY, self.dark_toggled.emit)
        self._field_keys = FieldKeys(self._app, parent=self)

    def _timer(self, milliseconds: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.timeout.connect(act)
        timer.start(milliseconds)
        return timer

    def _key(self, key: str, act: Callable[[], object]) -> QShortcut:
        # On the frame: what is covered by the lock hears no key.
        shortcut = QShortcut(QKeySequence(key), self.frame)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)
        return shortcut

    def go(self, key: str, what: object = None) -> None:
        """Show a page, at `what` of it."""
        super().go(key, what)
        # Setup may have changed it.
        self.idle.set_minutes(self._habits.idle_minutes())

    def tick(self) -> None:
        """Show the time and what follows from it; begin a copy if one is due."""
        self.keeper.tick()
        now, page = self.context.now(), self.pages.get(self.frame.chosen())
        self.frame.show_facts(self.context, self.keeper, now=now, agenda=self.isVisible(), page=page)
        self.tick_page(now)
        self.tick_room(now)

    def poll(self) -> None:
        """Look whether another window has written; a file that does not answer is looked at again, and said once."""
        try:
            self.context.desk.poll()
        except Unavailable as trouble:
            if not self._unread:
                self.context.say(
                    "amber",
                    _("The meeting file could not be read. "),
                    trouble.sentence,
                    _(" What is on the screen may be old; it is looked at again."),
                )
            self._unread = True
        else:
            if self._unread:
                self.context.say("notice", _("The meeting file is read again."))
            self._unread = False

    def lock(self) -> None:
        """Cover the window; nobody sees or does anything until it is unlocked."""
        if self.locked:
            return
        meeting, desk = self.context.facts.meeting, self.context.desk
        self._before = QApplication.focusWidget()
        for overlay in self.frame.findChildren(Overlay):
            overlay.hide()
        self._stack.setCurrentWidget(self.lock_panel)
        encrypted = desk.store.encrypted
        why = (
            _("Locked. Scans are not taken.") if encrypted else _("Locked. A training meeting asks for no passphrase.")
        )
        self.lock_panel.cover(
            operator=desk.author.operator, meeting=meeting.short_title, why=why, pool=self.context.pool
        )

    @property
    def locked(self) -> bool:
        """Whether the window is covered."""
        return self._stack.currentWidget() is not self.frame

    def _on_unlocked(self) -> None:
        self._stack.setCurrentWidget(self.frame)
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    # Made when it is first asked for: the queue need not wait for it at the start.
    @cached_property
    def lock_panel(self) -> LockPanel:
        """What covers the window while it is locked."""
        desk = self.context.desk
        panel = LockPanel(lambda secret: proves_secret(desk, secret), secret_needed=desk.store.encrypted, parent=self)
        panel.unlocked.connect(self._on_unlocked)
        self._stack.addWidget(panel)
        return panel

    def _on_said(self, message: object) -> None:
        if isinstance(message, Message):
            self.frame.strip.show_message(message)
            # Two owners of one key would answer by turns: while the strip offers Undo, the key is its own.
            self._undo_key.setEnabled(not message.undo)

    def be_still(self) -> None:
        """Hear no scan and close the screens of the room, until this window is shown again."""
        self.close_room()
        if self.scanner is not None:
            self.scanner.stop()
            self.scanner = None

    def rehearse(self, pace: int, day: object) -> None:
        """Rehearse a day on a copy; this window is away until that of the rehearsal is closed."""
        from cmc_desk.ui.rehearsing import rehearse

        rehearse(self, pace=pace, day=day if isinstance(day, date) else None, habits=self._habits)

    def show_defect(self, details: str) -> None:
        """Say that something in the program went wrong, where it is seen: in a rehearsal, in its window."""
        if (window := self.rehearsal) is not None:
            window.show_defect(details)
            return
        self.frame.strip.show_defect(details)
        self._undo_key.setEnabled(True)

    def take_scan(self, text: str) -> None:
        """Give a scan to the page that wants it, else to the desk; a locked window takes none."""
        if self.locked:
            play("refused")
            return
        page = self.pages.get(self.frame.chosen())
        if (page is not None and page.scanned(text)) or "registration" not in self._kinds:
            return
        if self.page("registration").scanned_elsewhere(text, stays=page is not None and page.stays_when_scanned):
            return
        self.go("registration")
        self.page("registration").scanned(text)

    def refuse_scan(self) -> None:
        """Say that a scan was no code."""
        play("refused")
        if not self.locked:
            self.context.say("amber", _("That was no code: it was too long."))

    def _on_changed(self, tables: frozenset[str]) -> None:
        self.context.changed(tables)
        for page in self.pages.values():
            page.changed(tables)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.scanner is None:
            # Only now: it looks at every event of the program, and building the pages makes thousands.
            self.scanner = Scanner(
                self._app, settings=scan_settings(), typed=self.context.is_typed, text=self.context.is_typed_text
            )
            self.scanner.scanned.connect(self.take_scan)
            self.scanner.rejected.connect(self.refuse_scan)
            self.idle.watch(self.windowHandle())
            self.rescue_offer.look()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.context.settle()
        if not self._leaving and not self.keeper.may_close():
            self._leaving = True
            event.ignore()
            return
        # Those of the pages too: what they would read is closed in a moment.
        for timer in self.findChildren(QTimer):
            timer.stop()
        self.be_still()
        end_all()
        self._unsubscribe()
        self.keeper.stop()
        self._habits.remember_geometry(self.saveGeometry())
        self.context.desk.close()
        event.accept()
        self.closed.emit()
