"""The Summaries page: notes are taken here while the meeting speaks, and read out of it a little later."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cmc_desk.desk.readouts import key_of_item
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.context import Context
from cmc_desk.ui.page import Page
from cmc_desk.ui.parts.keycap import key_text
from cmc_desk.ui.summaries.notes_view import NotesView
from cmc_desk.ui.summaries.page_parts import PARTS, READOUT, PagePart


class SummariesPage(Page):
    """Opens on the notes, where the cursor was; a part of `PARTS` stands in their place while it is asked for."""

    stays_when_scanned = True

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.notes = NotesView(context)
        self.made: dict[str, PagePart] = {}
        self._stack = QStackedWidget()
        self._stack.addWidget(self.notes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.setFocusProxy(self.notes.composer)

    @property
    def part(self) -> PagePart | None:
        """The part that stands in the place of the notes."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, PagePart) else None

    def open_readout(self, key: str = "") -> bool:
        """Show a read-out where it is put together: that of the open item, unless `key` says another; say whether it could be."""
        try:
            return self.open_part(READOUT, key or self.context.desk.read(key_of_item, item=self.notes.item))
        except (Refusal, Unavailable) as trouble:
            self.context.say("amber", trouble.sentence)
            return False

    def open_part(self, name: str, key: str = "") -> bool:
        """Show a part in the place of the notes, made when it is first asked for; say whether it is shown."""
        before = self.part
        if name not in PARTS or (before is not None and not before.may_leave()):
            return False
        # Whatever is read out, edited or approved there is what stands in the meeting file.
        self.context.settle()
        if name not in self.made:
            part = PARTS[name](self.context)
            part.left.connect(self.show_notes)
            part.part_asked.connect(self.open_part)
            self.made[name] = part
            self._stack.addWidget(part)
        part = self.made[name]
        part.open(key)
        self._stack.setCurrentWidget(part)
        self.setFocusProxy(part)
        part.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def show_notes(self) -> None:
        """Show the notes again, with the cursor where it was."""
        self._stack.setCurrentWidget(self.notes)
        self.setFocusProxy(self.notes.composer)
        self.notes.read(frozenset({"*"}))
        self.notes.composer.setFocus(Qt.FocusReason.OtherFocusReason)

    def keys(self) -> Sequence[tuple[str, str]]:
        if (part := self.part) is not None:
            return (*part.keys(), (key_text("Esc"), _("Back to the notes")))
        return self.notes.composer.keys()

    def reload(self, tables: frozenset[str]) -> None:
        composer = self.notes.composer
        if not self.notes.item:
            self.notes.open_item(self.notes.item_now(self.context.now()))
            return
        composer.changed(tables)
        if not composer.writing:
            self.notes.read(tables)
        if (part := self.part) is not None:
            part.reload(tables)

    def ticked(self, now: datetime) -> None:
        if (part := self.part) is not None:
            part.ticked(now)
