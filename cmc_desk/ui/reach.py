"""The half of the main window that leads anywhere: the pages, Ctrl+K and F1."""

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from cmc_desk.clock import RehearsalClock
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.clock_jump import ClockJump
from cmc_desk.ui.context import Context
from cmc_desk.ui.frame import Frame
from cmc_desk.ui.page import Page
from cmc_desk.ui.page_kinds import PageKind
from cmc_desk.ui.parts.keys_overlay import KeysOverlay
from cmc_desk.ui.parts.palette_box import PaletteBox
from cmc_desk.ui.parts.result_list import HitRow
from cmc_desk.ui.rescue_offer import RescueOffer
from cmc_desk.ui.stage.acts import RoomAct, room_acts

if TYPE_CHECKING:
    from cmc_desk.ui.jump_banner import JumpBanner
    from cmc_desk.ui.stage.room import Room

DARK_KEY = "Ctrl+Shift+D"


class ReachingWindow(QWidget):
    """Pages are made when they are first shown, the two panels when they are first asked for: a queue waits for neither.

    It is no QMainWindow, which animates what it holds: that animation is no object of ours, and to show it to the filter that
    looks for scans the binding of Qt would load every class there is, which takes longer than making this window.
    """

    dark_toggled = Signal()

    def __init__(self, context: Context, pages: Sequence[PageKind]) -> None:
        super().__init__()
        self.context = context
        context.setParent(self)
        self._kinds = {kind.key: kind for kind in pages}
        self.pages: dict[str, Page] = {}
        rehearsal = isinstance(context.desk.clock, RehearsalClock)
        self.frame = Frame(pages, training=context.facts.meeting.training, rehearsal=rehearsal, parent=self)
        self.rescue_offer = RescueOffer(context, self.frame)
        self._alone, self._state_before = False, Qt.WindowState.WindowNoState
        context.dark_asked.connect(self.dark_toggled)
        context.staged.connect(self._on_staged)
        context.alone_asked.connect(self._on_alone_asked)

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
        # Asked before it is shown: showing it gives the keyboard to its first button, which Space would then press.
        first = page.focusWidget() is None
        self.frame.pages.setCurrentWidget(page)
        self.frame.choose(key)
        if what is not None:
            page.open_at(what)
        elif first or not page.isAncestorOf(QApplication.focusWidget() or self):
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def lock(self) -> None:
        """Cover the window."""
        raise NotImplementedError

    @cached_property
    def keys_overlay(self) -> KeysOverlay:
        """What F1 shows."""
        return KeysOverlay(self.frame)

    @cached_property
    def palette_box(self) -> PaletteBox:
        """What Ctrl+K shows."""
        box = PaletteBox(self._results, self.frame)
        box.chosen.connect(self._on_target)
        return box

    @cached_property
    def room(self) -> "Room":
        """The screens of the room."""
        from cmc_desk.ui.stage.room import Room

        room = Room(self.context, self, self.frame)
        room.rehearsal_asked.connect(self.rehearse)
        return room

    @cached_property
    def jump_banner(self) -> "JumpBanner":
        """What asks whether a gap of the clock counts."""
        from cmc_desk.ui.jump_banner import JumpBanner

        return JumpBanner(self.context, self.frame)

    def ask_about_jump(self, jump: object) -> None:
        """Ask whether a gap of the clock counts."""
        if isinstance(jump, ClockJump):
            self.jump_banner.ask(jump)

    def show_room_panel(self) -> None:
        """Show what can be done with the screens of the room."""
        self.room.panel.open()

    def tick_page(self, now: datetime) -> None:
        """Let the open page show what the time changes, and the strip what the page has to say beside its messages."""
        page = self.pages.get(self.frame.chosen())
        if page is not None and page.isVisible():
            page.ticked(now)
            self.frame.show_hints(page.hints())

    def tick_room(self, now: datetime) -> None:
        """Let the screens of the room show the same instant as the page."""
        if "room" in self.__dict__:
            self.room.ticked(now)

    def follows_clock(self) -> bool:
        """Say whether somebody looks at a clock that runs, on the Agenda page or on a screen of the room: it is not covered."""
        shown = "room" in self.__dict__ and bool(self.room.windows)
        return (shown or self.frame.chosen() == "agenda") and self.context.live.going(self.context.now())

    def close_room(self) -> None:
        """Close the screens of the room."""
        if "room" in self.__dict__:
            self.room.close_all()

    def _on_alone_asked(self, alone: bool) -> None:  # noqa: FBT001 - a slot
        if alone == self._alone:
            return
        self._alone = alone
        self.frame.set_alone(alone=alone)
        if alone:
            self._state_before = self.windowState()
            self.showFullScreen()
        else:
            self.setWindowState(self._state_before)

    def _on_staged(self, text: object) -> None:
        if text is not None or "room" in self.__dict__:
            self.room.show_text(text)

    def act_in_room(self, act: RoomAct) -> None:
        """Do something with the screens of the room."""
        act.act(self.room)

    def rehearse(self, pace: int, day: object) -> None:
        """Rehearse a day on a copy."""
        raise NotImplementedError

    def show_palette(self) -> None:
        """Ask where to go."""
        self.palette_box.toggle()

    def show_keys(self) -> None:
        """Show the keys of this page, and those that work everywhere."""
        key = self.frame.chosen()
        page = self.pages.get(key)
        own = tuple(page.keys()) if page is not None else ()
        everywhere = self.frame.everywhere((page.dark_key if page is not None else "") or DARK_KEY)
        self.keys_overlay.set_keys(_("Keys: {page}").format(page=_(self._kinds[key].title)), (*own, *everywhere))
        self.keys_overlay.toggle()

    def _results(self, text: str) -> Sequence[HitRow]:
        from cmc_desk.ui.go_anywhere import own_actions, results, room_actions

        pages = {key: (_(kind.title), self.pages.get(key)) for key, kind in self._kinds.items()}
        acts = (self.lock, self.show_keys, self.dark_toggled.emit, self.context.undo)
        last = room_actions(room_acts(), self.act_in_room)
        return results(self.context, text, pages=pages, actions=own_actions(*acts), last=last)

    def _on_target(self, target: object) -> None:
        from cmc_desk.ui.go_anywhere import Target, search_on

        if isinstance(target, Target):
            if target.page:
                self.go(target.page, target.what)
                search_on(self.page(target.page), target.find)
            if target.action is not None:
                target.action()
