"""The main window: rail, bar, pages, message strip, and everything that works on every page."""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from cmc_desk.clock import Clock, JumpWatch
from cmc_desk.desk.opening import proves_secret
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Unavailable
from cmc_desk.ui.context import FACT_TABLES, Context, Message
from cmc_desk.ui.frame import Frame
from cmc_desk.ui.go_anywhere import Target, own_actions, results, search_on
from cmc_desk.ui.habits import Habits
from cmc_desk.ui.keeping import Keeper
from cmc_desk.ui.lock import IdleWatch, LockPanel
from cmc_desk.ui.page import Page
from cmc_desk.ui.page_kinds import PAGES, PageKind
from cmc_desk.ui.parts.keys_overlay import KeysOverlay
from cmc_desk.ui.parts.palette_box import PaletteBox
from cmc_desk.ui.parts.result_list import HitRow
from cmc_desk.ui.scanner import Scanner
from cmc_desk.ui.settings import scan_settings
from cmc_desk.ui.sound import play
from cmc_desk.ui.task import end_all
from cmc_desk.ui.undo_key import EmptyLines

TICK_MS, POLL_MS = 250, 400
DARK_KEY = "Ctrl+Shift+D"


class MainWindow(QMainWindow):
    """The desk of one open meeting; closing it makes a last copy and closes the meeting file."""

    closed = Signal()
    dark_toggled = Signal()

    def __init__(
        self,
        context: Context,
        *,
        habits: Habits | None = None,
        machine: Clock | None = None,
        monotonic: Callable[[], float] = time.monotonic,
        pages: Sequence[PageKind] = PAGES,
    ) -> None:
        super().__init__()
        self.context = context
        context.setParent(self)
        self._habits = habits or Habits()
        self.keeper = Keeper(context, machine=machine, monotonic=monotonic, parent=self)
        self._monotonic = monotonic
        self._jumps = JumpWatch()
        self._leaving = False
        self._before: QWidget | None = None
        self._kinds = {kind.key: kind for kind in pages}
        self.pages: dict[str, Page] = {}
        self.frame = Frame(pages, training=context.facts.meeting.training, parent=self)
        self.lock_panel = LockPanel(
            lambda secret: proves_secret(context.desk, secret), secret_needed=context.desk.store.encrypted, parent=self
        )
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.frame)
        self._stack.addWidget(self.lock_panel)
        self.setCentralWidget(self._stack)
        self.keys_overlay = KeysOverlay(self.frame)
        self.palette_box = PaletteBox(self._results, self.frame)
        self.setWindowTitle(f"CMC Desk – {context.facts.meeting.short_title}")
        self.setMinimumSize(1200, 680)
        self.resize(1366, 768)
        self._connect()
        self.tick()

    def _connect(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 - there is no window without one
        context = self.context
        context.said.connect(self._on_said)
        context.went.connect(self.go)
        self.frame.rail.chosen.connect(self.go)
        self.frame.bar.lock_asked.connect(self.lock)
        self.frame.strip.undo_asked.connect(context.undo)
        self.palette_box.chosen.connect(self._on_target)
        self.lock_panel.unlocked.connect(self._on_unlocked)
        self.scanner = Scanner(app, settings=scan_settings())
        self.scanner.scanned.connect(self._on_scanned)
        self.scanner.rejected.connect(self._on_rejected)
        self.idle = IdleWatch(app, minutes=self._habits.idle_minutes(), parent=self)
        self.idle.idle.connect(self.lock)
        self._unsubscribe = context.desk.subscribe(self._on_changed)
        self._ticker = self._timer(TICK_MS, self.tick)
        self._poller = self._timer(POLL_MS, self.poll)
        self._undo_key = self._key("Ctrl+Z", context.undo)
        self._key("Ctrl+K", self.palette_box.toggle)
        self._key("F1", self.show_keys)
        self._key(DARK_KEY, self.dark_toggled.emit)
        self._empty_lines = EmptyLines(app, parent=self)

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

    def page(self, key: str) -> Page:
        """Return a page, made when it is first asked for."""
        if key not in self.pages:
            self.pages[key] = self._kinds[key].make(self.context, self.frame.pages)
            self.frame.pages.addWidget(self.pages[key])
        return self.pages[key]

    def go(self, key: str, what: object = None) -> None:
        """Show a page, at `what` of it."""
        if key not in self._kinds:
            return
        page = self.page(key)
        self.frame.pages.setCurrentWidget(page)
        self.frame.choose(key)
        # Setup may have changed it.
        self.idle.set_minutes(self._habits.idle_minutes())
        if what is not None:
            page.open_at(what)
        elif not page.isAncestorOf(QApplication.focusWidget() or self):
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def tick(self) -> None:
        """Show the time and what follows from it, begin a copy if one is due, and notice a clock that jumps."""
        self.keeper.tick()
        self.frame.show_facts(self.context, self.keeper.state(), machine_now=self.keeper.machine_now())
        jump = self._jumps.jumped(wall=self.context.now(), monotonic=self._monotonic())
        if jump:
            words = _("The clock of this computer jumped by {seconds} s: ").format(seconds=f"{jump:+.0f}")
            self.context.say("amber", words, _("check it against a watch."))

    def poll(self) -> None:
        """Look whether another window has written."""
        try:
            self.context.desk.poll()
        except Unavailable as trouble:
            self._poller.stop()
            self.context.trouble(trouble)

    def lock(self) -> None:
        """Cover the window; nobody sees or does anything until it is unlocked."""
        if self.locked:
            return
        self.palette_box.hide()
        self.keys_overlay.hide()
        meeting, desk = self.context.facts.meeting, self.context.desk
        self._before = QApplication.focusWidget()
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
        return self._stack.currentWidget() is self.lock_panel

    def _on_unlocked(self) -> None:
        self._stack.setCurrentWidget(self.frame)
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_keys(self) -> None:
        """Show the keys of this page, and those that work everywhere."""
        key = self.frame.chosen()
        everywhere = self.frame.everywhere(DARK_KEY)
        own = tuple(self.pages[key].keys()) if key in self.pages else ()
        self.keys_overlay.set_keys(_("Keys: {page}").format(page=_(self._kinds[key].title)), (*own, *everywhere))
        self.keys_overlay.toggle()

    def _results(self, text: str) -> Sequence[HitRow]:
        pages = {key: (_(kind.title), self.pages.get(key)) for key, kind in self._kinds.items()}
        acts = (self.lock, self.show_keys, self.dark_toggled.emit, self.context.undo)
        return results(self.context, text, pages=pages, actions=own_actions(*acts))

    def _on_target(self, target: object) -> None:
        if isinstance(target, Target):
            if target.page:
                self.go(target.page, target.what)
                search_on(self.page(target.page), target.find)
            if target.action is not None:
                target.action()

    def _on_said(self, message: object) -> None:
        if isinstance(message, Message):
            self.frame.strip.show_message(message)
            # Two owners of one key would answer by turns: while the strip offers Undo, the key is its own.
            self._undo_key.setEnabled(not message.undo)

    def show_defect(self, details: str) -> None:
        """Say that something in the program went wrong."""
        self.frame.strip.show_defect(details)
        self._undo_key.setEnabled(True)

    def _on_scanned(self, text: str) -> None:
        if self.locked:
            play("refused")
            return
        page = self.pages.get(self.frame.chosen())
        if (page is None or not page.scanned(text)) and "registration" in self._kinds:
            self.go("registration")
            self.page("registration").scanned(text)

    def _on_rejected(self) -> None:
        play("refused")
        if not self.locked:
            self.context.say("amber", _("That was no code: it was too long."))

    def _on_changed(self, tables: frozenset[str]) -> None:
        if tables & FACT_TABLES:
            self.context.read_facts()
        for page in self.pages.values():
            page.changed(tables)

    def closeEvent(self, event: QCloseEvent) -> None:
        trouble = "" if self._leaving else self.keeper.last_copy()
        if trouble:
            self._leaving = True
            self.context.say("coral", _("No last copy was made. "), trouble, _(" Close again to leave without it."))
            event.ignore()
            return
        for timer in (self._ticker, self._poller, self.idle.timer):
            timer.stop()
        self.scanner.stop()
        end_all()
        self._unsubscribe()
        self.keeper.stop()
        self._habits.remember_geometry(self.saveGeometry())
        self.context.desk.close()
        event.accept()
        self.closed.emit()
