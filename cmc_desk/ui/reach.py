"""The half of the main window that leads anywhere: the pages, Ctrl+K and F1."""

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.context import Context
from cmc_desk.ui.frame import Frame
from cmc_desk.ui.page import Page
from cmc_desk.ui.page_kinds import PageKind
from cmc_desk.ui.parts.keys_overlay import KeysOverlay
from cmc_desk.ui.parts.palette_box import PaletteBox
from cmc_desk.ui.parts.result_list import HitRow

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
        self.frame = Frame(pages, training=context.facts.meeting.training, parent=self)

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
        if what is not None:
            page.open_at(what)
        elif not page.isAncestorOf(QApplication.focusWidget() or self):
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

    def show_palette(self) -> None:
        """Ask where to go."""
        self.palette_box.toggle()

    def show_keys(self) -> None:
        """Show the keys of this page, and those that work everywhere."""
        key = self.frame.chosen()
        everywhere = self.frame.everywhere(DARK_KEY)
        own = tuple(self.pages[key].keys()) if key in self.pages else ()
        self.keys_overlay.set_keys(_("Keys: {page}").format(page=_(self._kinds[key].title)), (*own, *everywhere))
        self.keys_overlay.toggle()

    def _results(self, text: str) -> Sequence[HitRow]:
        from cmc_desk.ui.go_anywhere import own_actions, results

        pages = {key: (_(kind.title), self.pages.get(key)) for key, kind in self._kinds.items()}
        acts = (self.lock, self.show_keys, self.dark_toggled.emit, self.context.undo)
        return results(self.context, text, pages=pages, actions=own_actions(*acts))

    def _on_target(self, target: object) -> None:
        from cmc_desk.ui.go_anywhere import Target, search_on

        if isinstance(target, Target):
            if target.page:
                self.go(target.page, target.what)
                search_on(self.page(target.page), target.find)
            if target.action is not None:
                target.action()
