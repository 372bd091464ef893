"""The Summaries page: notes are taken here while the meeting speaks, and read out of it a little later."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cmc_desk.desk.readout_preview import readout_preview
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.context import Context
from cmc_desk.ui.page import Page
from cmc_desk.ui.parts.keycap import key_text
from cmc_desk.ui.parts.message_strip import Hint
from cmc_desk.ui.summaries.notes_view import NotesView
from cmc_desk.ui.summaries.page_parts import PARTS, READING, READOUT, PagePart
from cmc_desk.ui.summaries.save_state import MakeTimer
from cmc_desk.ui.timers import after_rest

# As on the picture of the page; what works everywhere is Ctrl+Shift+D, for Ctrl+D means something else on other pages.
DARK_KEY = "Ctrl+D"


class SummariesPage(Page):
    """Opens on the notes, where the cursor was; a part of `PARTS` stands in their place while it is asked for."""

    stays_when_scanned = True
    dark_key = DARK_KEY

    def __init__(self, context: Context, parent: QWidget | None = None, *, timer: MakeTimer = after_rest) -> None:
        super().__init__(context, parent)
        self.notes = NotesView(context, timer=timer)
        self._timer = timer
        self.made: dict[str, PagePart] = {}
        # The parts that Esc leads back to, the nearest last.
        self._before: list[str] = []
        self._stack = QStackedWidget()
        self._stack.addWidget(self.notes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.setFocusProxy(self.notes.composer)
        dark = QShortcut(QKeySequence(DARK_KEY), self)
        dark.setAutoRepeat(False)
        dark.activated.connect(context.dark_asked)
        self.notes.part_asked.connect(self.ask_for)
        for name, button in ((READING, self.notes.side.readout.reading), (READOUT, self.notes.side.readout.build)):
            button.clicked.connect(partial(self.ask_for, name))

    @property
    def part(self) -> PagePart | None:
        """The part that stands in the place of the notes."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, PagePart) else None

    def ask_for(self, name: str) -> bool:
        """Show a part for the open item: of a read-out the one that it goes into; say whether it is shown."""
        if name not in (READOUT, READING):
            return self.open_part(name)
        return self.open_readout(part=name)

    def open_readout(self, key: str = "", *, part: str = READOUT) -> bool:
        """Show a read-out, where it is put together or in another `part`: that in which the open item is summed up, unless `key` says another.

        Say whether it could be.
        """
        try:
            found = key or self.context.desk.read(readout_preview, item=self.notes.item).readout.key
            return self.open_part(part, found)
        except (Refusal, Unavailable) as trouble:
            self.context.say("amber", trouble.sentence)
            return False

    def open_part(self, name: str, key: str = "") -> bool:
        """Show a part in the place of the notes, made when it is first asked for; say whether it is shown."""
        before = self.part
        if name not in PARTS or (before is not None and not before.may_leave()):
            return False
        if name in self._before:
            del self._before[self._before.index(name) :]
        elif before is not None and before is not self.made.get(name):
            self._before.append(next(one for one, part in self.made.items() if part is before))
        # Whatever is read out, edited or approved there is what stands in the meeting file.
        self.context.settle()
        if name not in self.made:
            part = PARTS[name](self.context, self._timer)
            part.left.connect(self.go_back)
            part.part_asked.connect(self.open_part)
            self.made[name] = part
            self._stack.addWidget(part)
        part = self.made[name]
        part.open(key)
        self._show_part(part)
        return True

    def go_back(self) -> None:
        """Show the part that stood here before, as it was; at last the notes."""
        if not self._before:
            self.show_notes()
            return
        part = self.made[self._before.pop()]
        part.reload(frozenset({"*"}))
        self._show_part(part)

    def _show_part(self, part: PagePart) -> None:
        self._stack.setCurrentWidget(part)
        self.setFocusProxy(part)
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_notes(self) -> None:
        """Show the notes again, with the cursor where it was."""
        self._before.clear()
        self._stack.setCurrentWidget(self.notes)
        self.setFocusProxy(self.notes.composer)
        self.notes.read(frozenset({"*"}))
        self.notes.composer.setFocus(Qt.FocusReason.OtherFocusReason)

    def keys(self) -> Sequence[tuple[str, str]]:
        if (part := self.part) is not None:
            return (*part.keys(), (key_text("Esc"), _("Back")))
        notes = self.notes
        if notes.list.list.hasFocus():
            return (*((key_text(act.key), act.words) for act in notes.acts.acts), *notes.keys.listed())
        return (*notes.composer.keys(), *notes.keys.listed())

    def hints(self) -> Sequence[Hint]:
        others = self.notes.places.words()
        return (*((Hint(others),) if others else ()), Hint(_("dark"), key=key_text(DARK_KEY)))

    def open_at(self, what: object) -> None:
        """Show an item by its key, or an entry as (item, entry); a part by its name."""
        if isinstance(what, tuple) and len(what) == 2:
            self.show_notes()
            self.notes.show_entry(*map(str, what))
        elif isinstance(what, str) and what in PARTS:
            self.open_part(what)
        elif isinstance(what, str) and any(one.id == what for one in self.context.facts.agenda):
            self.show_notes()
            self.notes.open_item(what)

    def changed(self, tables: frozenset[str]) -> None:
        super().changed(tables)
        for part in self.made.values():
            if not part.isVisible():
                part.changed_unseen(tables)

    def reload(self, tables: frozenset[str]) -> None:
        notes = self.notes
        if not notes.item:
            notes.begin()
            return
        notes.composer.changed(tables)
        # While the composer keeps what is typed there is nothing to read: what it files it tells.
        if not notes.composer.writing:
            notes.read(tables)
        if (part := self.part) is not None:
            part.reload(tables)

    def ticked(self, now: datetime) -> None:
        if (part := self.part) is not None:
            part.ticked(now)
        else:
            self.notes.ticked(now)
