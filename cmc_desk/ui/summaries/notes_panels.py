"""The panels beside the notes, one open at a time: each made when it is first asked for, and closed by Esc or by what it does."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from cmc_desk.i18n import N_
from cmc_desk.ui.context import Context
from cmc_desk.ui.summaries.compare_panel import ComparePanel
from cmc_desk.ui.summaries.delegation_panel import DelegationPanel
from cmc_desk.ui.summaries.deleted_panel import DeletedPanel
from cmc_desk.ui.summaries.fixing_panel import FixingPanel
from cmc_desk.ui.summaries.item_panel import ItemPanel
from cmc_desk.ui.summaries.rescue_panel import RescuePanel
from cmc_desk.ui.summaries.revisions_panel import RevisionsPanel
from cmc_desk.ui.summaries.search_panel import SearchPanel
from cmc_desk.ui.summaries.side_panel import SidePanel

if TYPE_CHECKING:
    from cmc_desk.ui.summaries.notes_view import NotesView

SEARCH, SPEAKERS, DELEGATION, ITEM = "search", "speakers", "delegation", "item"
REVISIONS, COMPARE, DELETED, RESCUE = "revisions", "compare", "deleted", "rescue"
# In the order in which F1 lists them.
PANELS: dict[str, tuple[str, str]] = {
    SEARCH: ("F2", N_("Search all entries")),
    SPEAKERS: ("Alt+S", N_("Fix the speakers of this item")),
    DELEGATION: ("Alt+D", N_("Everything that a delegation said")),
    REVISIONS: ("Alt+R", N_("What the chosen or edited entry said before")),
    COMPARE: ("Alt+K", N_("Compare two texts of one entry")),
    DELETED: ("Alt+X", N_("Deleted entries of this item")),
    ITEM: ("Alt+I", N_("How far the notes are, whose they are, hand over")),
    RESCUE: ("Alt+Shift+R", N_("Texts that were kept elsewhere")),
}


class NotesPanels(QObject):
    """Opens and closes them; the key of an open one closes it."""

    def __init__(self, context: Context, view: "NotesView") -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._made: dict[str, SidePanel] = {}
        vocabulary = view.composer.vocabulary
        self._makers: dict[str, Callable[[], SidePanel]] = {
            SEARCH: partial(SearchPanel, context),
            SPEAKERS: partial(FixingPanel, context, lambda: vocabulary.speakers),
            DELEGATION: partial(DelegationPanel, context, lambda: vocabulary.speakers, self._delegation_of),
            REVISIONS: partial(RevisionsPanel, context),
            COMPARE: partial(ComparePanel, context),
            DELETED: partial(DeletedPanel, context),
            ITEM: partial(ItemPanel, context),
            RESCUE: partial(RescuePanel, context, lambda: view.composer.save_state.failing),
        }

    def panel(self, name: str) -> SidePanel:
        """Return a panel, made when it is first asked for."""
        if name not in self._made:
            panel = self._makers[name]()
            panel.left.connect(self.close)
            panel.entry_asked.connect(self._view.show_entry)
            self._made[name] = panel
        return self._made[name]

    @property
    def shown(self) -> str:
        """The name of the panel that is open; empty if none is."""
        found = self._view.side.panel
        return next((name for name, panel in self._made.items() if panel is found), "")

    def toggle(self, name: str) -> None:
        """Open a panel, or close it if the keyboard is in it."""
        panel = self._made.get(name)
        if panel is not None and self.shown == name and panel.isAncestorOf(panel.window().focusWidget() or panel):
            self.close()
        else:
            self.open(name)

    def open(self, name: str, entry: str = "") -> None:
        """Show a panel with what it is about: `entry`, else the one that is chosen or edited."""
        panel = self.panel(name)
        # What the panel shows is what stands in the meeting file.
        self._view.composer.flush()
        self._view.side.show_panel(panel)
        panel.open(self._view.item, entry or (self._conflicted() if name == COMPARE else self._view.entry_in_hand()))
        panel.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def open_again(self) -> None:
        """Show the open panel for another item; the keyboard stays where it is."""
        self._made[self.shown].open(self._view.item, "")

    def look_for_rescued(self) -> str:
        """Return what was kept elsewhere, in words; none if there is nothing."""
        panel = self.panel(RESCUE)
        return panel.look() if isinstance(panel, RescuePanel) else ""

    def close(self) -> None:
        """Give the place and the keyboard back."""
        if self._view.side.panel is not None:
            if self.shown == RESCUE:
                self._view.rescue.say(self.look_for_rescued())
            self._view.side.close_panel()
            self._view.composer.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Let the open panel read again."""
        if self.shown:
            self._made[self.shown].refresh()

    def _delegation_of(self, entry: str) -> str:
        found = self._view.reading.entry(entry) if entry else None
        return found.written.delegation if found is not None else self._view.composer.composing.suggested.delegation

    def _conflicted(self) -> str:
        """Return the chosen entry if it was kept beside another, else the first of the item that was."""
        chosen = self._view.reading.entry(self._view.entry_in_hand())
        if chosen is not None and chosen.conflict_of:
            return chosen.key
        return next((one.key for one in self._view.reading.entries if one.conflict_of), "")
