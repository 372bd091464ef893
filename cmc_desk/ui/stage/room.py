"""The screens of the room and what the operator does with them; everything they show comes with the instant of the operator's page."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from cmc_desk.clock import RehearsalClock
from cmc_desk.i18n import gettext as _
from cmc_desk.ui.context import Context
from cmc_desk.ui.settings import said, say
from cmc_desk.ui.stage import monitors
from cmc_desk.ui.stage.acts import CONFIDENCE, KEYS, LOBBY, NAMES, STAGE, STAGE_KEY
from cmc_desk.ui.stage.awake import Awake, awake_here, trouble_words
from cmc_desk.ui.stage.look import ApprovalLook, DraftLook, ReadingLook, Shown
from cmc_desk.ui.stage.messages import presets
from cmc_desk.ui.stage.panel import RoomPanel
from cmc_desk.ui.stage.saying import Saying
from cmc_desk.ui.stage.window import RoomWindow

ScreensHere = Callable[[], list[QScreen]]


class Room(QObject):
    """Opens the screens, keeps each on its monitor, and puts messages on them; `changed` tells the panel."""

    changed = Signal()
    rehearsal_asked = Signal(int, object)

    def __init__(
        self,
        context: Context,
        operator: QWidget,
        over: QWidget,
        *,
        awake: Awake | None = None,
        screens: ScreensHere = QGuiApplication.screens,
    ) -> None:
        super().__init__(operator)
        self.context = context
        self._operator = operator
        self._over = over
        self._awake = awake or awake_here()
        self._screens = screens
        self.windows: dict[str, RoomWindow] = {}
        self.saying = Saying(context)
        context.live.changed.connect(self._on_read_again)
        # A window has a handle once it has a number.
        operator.winId()
        operator.windowHandle().screenChanged.connect(self.place_all)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self.place_all)
            app.screenRemoved.connect(self._on_removed)

    @cached_property
    def panel(self) -> RoomPanel:
        """Where everything stands that can be done with the screens."""
        return RoomPanel(self, self._over)

    def toggle(self, kind: str) -> None:
        """Open a screen, or close it."""
        window = self.windows.get(kind)
        if window is not None:
            window.close()
            return
        window = RoomWindow(_(NAMES[kind]), toggled_by=KEYS[kind], light=self.light)
        window.setObjectName(kind)
        window.closed.connect(self._on_closed)
        window.resized.connect(self._on_resized)
        self.windows[kind] = window
        self._place(kind)
        kept = self._awake.keep()
        # Where it is can be seen; that it may go dark cannot, and both together are longer than the strip.
        self.context.say(
            "notice" if kept else "amber",
            _("{field}: ").format(field=_(NAMES[kind])),
            self.where(kind) if kept else trouble_words(),
        )
        self._paint(kind)
        self.changed.emit()

    def is_open(self, kind: str) -> bool:
        """Say whether a screen is shown."""
        return kind in self.windows

    def where(self, kind: str) -> str:
        """Return where a screen is, in words."""
        window = self.windows.get(kind)
        if window is None:
            return _("closed")
        if window.monitor is None:
            return _("in a window, because this computer has no monitor beside yours")
        size = window.monitor.size()
        return _("on {monitor}, {width} × {height}").format(
            monitor=window.monitor.name() or _("the other monitor"), width=size.width(), height=size.height()
        )

    def show_preset(self, number: int) -> None:
        """Put the message of a key on the screens."""
        self.show_message(presets()[number])

    def show_message(self, words: str) -> None:
        """Put words on the stage and the confidence monitor, over everything else."""
        if not self._can_be_seen() or not words.strip():
            return
        self.saying.shown = replace(self.saying.shown, message=words.strip(), black=False)
        self._told(_("On the stage: "), words.strip())

    def take_off(self) -> None:
        """Take the message off, or the blackness; where there is neither, the text that the room reads."""
        shown = self.saying.shown
        if shown.text is not None and shown == Shown(text=shown.text):
            self.context.put_on_stage(None)
            self.context.say("notice", _("The stage shows the meeting again."))
            return
        if shown == Shown():
            self.context.say("amber", _("Nothing changed: "), _("no message is on the stage."))
            return
        self.saying.shown = Shown(text=shown.text)
        self._told(
            _("The stage shows the meeting again.") if shown.text is None else _("The stage shows the text again.")
        )

    def show_text(self, text: object) -> None:
        """Let the room read a text on the stage, which is opened for it; None takes it off."""
        if text is not None and STAGE not in self.windows:
            self.toggle(STAGE)
        self.saying.shown = replace(
            self.saying.shown, text=text if isinstance(text, ReadingLook | ApprovalLook | DraftLook) else None
        )
        self._paint_all()
        self.changed.emit()

    def toggle_black(self) -> None:
        """Make the stage black, or let it show the meeting again; a message is there again afterwards."""
        if not self._can_be_seen():
            return
        self.saying.shown = replace(self.saying.shown, black=not self.saying.shown.black)
        self._told(_("The stage is black.") if self.saying.shown.black else _("The stage is not black any more."))

    def other_monitor(self) -> None:
        """Move the stage to the next monitor that is not the operator's, and remember that one."""
        kind = next((kind for kind in (STAGE, CONFIDENCE, LOBBY) if kind in self.windows), "")
        if not kind:
            self._can_be_seen()
            return
        self.move_on(kind)

    def move_on(self, kind: str) -> None:
        """Move a screen to the next monitor that is not the operator's, and remember that one."""
        window = self.windows[kind]
        known = {monitors.monitor_of(screen): screen for screen in self._screens()}
        present = monitors.monitor_of(window.monitor) if window.monitor is not None else None
        other = monitors.following(list(known), self._operator_monitor(), present)
        if other is None:
            self.context.say("amber", _("Nothing changed: "), _("there is no other monitor than yours."))
            return
        monitors.remember(kind, other)
        window.fill(known[other])
        self.context.say("notice", _("{field}: ").format(field=_(NAMES[kind])), self.where(kind))
        self.changed.emit()

    @property
    def light(self) -> bool:
        """Whether the screens are light, for a room that cannot be darkened."""
        return said("stage_light") == "light"

    def toggle_light(self) -> None:
        """Make the screens light, or dark as they usually are."""
        say("stage_light", "" if self.light else "light")
        for window in self.windows.values():
            window.set_light(light=self.light)
        self.changed.emit()

    def rehearse(self, pace: int, day: str) -> None:
        """Rehearse a day of the meeting; in a rehearsal, go on at this pace."""
        clock = self.context.desk.clock
        if isinstance(clock, RehearsalClock):
            clock.set_pace(pace)
            self.context.say("notice", _("The rehearsal runs at {pace} times the pace.").format(pace=pace))
            return
        self.rehearsal_asked.emit(pace, date.fromisoformat(day) if day else None)

    def choose_track(self, track: str) -> None:
        """Show another room of the meeting on the stage and the confidence monitor."""
        self.saying.track = track
        self._paint_all()

    def ticked(self, now: datetime) -> None:
        """Show the same instant as the page of the operator."""
        self.saying.at(now)
        self._paint_all()

    def place_all(self, *_changed: object) -> None:
        """Put every screen where it belongs now: monitors came or went, or the operator moved to another."""
        for kind in self.windows:
            self._place(kind)
        self.changed.emit()

    def close_all(self) -> None:
        """Close every screen."""
        for window in list(self.windows.values()):
            window.close()

    def _paint_all(self) -> None:
        for kind in self.windows:
            self._paint(kind)

    def _paint(self, kind: str) -> None:
        self.saying.put_on(kind, self.windows[kind])

    def _place(self, kind: str, *, without: QScreen | None = None) -> None:
        window = self.windows[kind]
        known = {monitors.monitor_of(screen): screen for screen in self._screens() if screen is not without}
        others = [other.monitor for name, other in self.windows.items() if name != kind]
        taken = [monitors.monitor_of(screen) for screen in others if screen is not None and screen is not without]
        wish = monitors.remembered(kind)
        here = window.monitor
        if here is not None and here is not without and wish not in known:
            # Where it is it stays, however many others come.
            wish = monitors.monitor_of(here)
        monitor = monitors.chosen(list(known), self._operator_monitor(), remembered=wish, taken=taken)
        if monitor is None:
            window.stand_beside(self._operator.screen())
        else:
            window.fill(known[monitor])

    def _operator_monitor(self) -> monitors.Monitor:
        return monitors.monitor_of(self._operator.screen())

    def _can_be_seen(self) -> bool:
        if STAGE in self.windows or CONFIDENCE in self.windows:
            return True
        words = _("the stage is not open: {key} opens it.").format(key=STAGE_KEY)
        self.context.say("amber", _("Nothing changed: "), words)
        return False

    def _on_read_again(self) -> None:
        self.saying.read_again()
        self.ticked(self.context.now())

    def _told(self, before: str, words: str = "") -> None:
        self._paint_all()
        self.context.say("notice", before, words)
        self.changed.emit()

    def _on_closed(self) -> None:
        window = self.sender()
        if isinstance(window, RoomWindow) and self.windows.pop(window.objectName(), None) is not None:
            self.saying.forget(window.objectName())
            if window.objectName() == STAGE:
                # What is read there next is put there again by whoever reads it.
                self.context.on_stage = None
                self.saying.shown = replace(self.saying.shown, text=None)
            window.deleteLater()
        if not self.windows:
            self.saying.shown = Shown()
            self._awake.release()
        self.changed.emit()

    def _on_resized(self) -> None:
        window = self.sender()
        if isinstance(window, RoomWindow) and window.objectName() in self.windows:
            self._paint(window.objectName())

    def _on_removed(self, screen: QScreen) -> None:
        for kind in self.windows:
            self._place(kind, without=screen)
        self.changed.emit()
