"""What every section of Setup does the same way: it acts, it says what happened with Undo, it puts refusals where they belong."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.button import ButtonSize, DeskButton
from cmc_desk.ui.parts.row_table import RowTable
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.setup.form import Form

Row = TypeVar("Row")
R = TypeVar("R")
EDIT_KEYS = (("Ctrl+S", _("save what was typed; Enter too")), ("Esc", _("put back what stood there")))


class Section(QWidget):
    """A part of Setup."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context

    def keys(self) -> Sequence[tuple[str, str]]:
        """Return the keys of this section."""
        return ()

    def reload(self) -> None:
        """Read again what is shown; what is being typed stays."""

    def leave(self) -> bool:
        """Save what was typed; say no if it was refused, and then the section stays."""
        return True

    def scanned(self, text: str) -> bool:
        """Take a scan, if this section has a use for it."""
        del text
        return False

    def act(self, form: Form | None, work: Callable[[], R]) -> tuple[R] | None:
        """Do a piece of work and return its outcome in a tuple; a refusal is shown beside its field, or in the strip."""
        if form is not None:
            form.clear_problems()
        try:
            return (work(),)
        except Refusal as refusal:
            if form is None or not form.blame(refusal):
                self.context.say("amber", _("Nothing changed: "), refusal.sentence)
        except Unavailable as trouble:
            self.context.trouble(trouble)
        return None

    def done(self, before: str, bold: str = "", after: str = "") -> None:
        """Say what was done, with the way back."""
        self.context.say("notice", before, bold, after, undo=True)


class TableSection(Section, Generic[Row]):
    """A table, and a form for the chosen row; choosing another row saves what was typed."""

    def __init__(
        self, context: Context, *, table: RowTable[Row], form: Form, head: PaneHead, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent)
        self.table, self.form, self.head = table, form, head
        self._shown: Row | None = None
        self._new = self._filled = self._choosing = False
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(head)
        left.addWidget(table, 1)
        self.work = left
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(form)
        self.setFocusProxy(table)
        table.chosen.connect(self._on_chosen)
        table.taken.connect(self._on_taken)
        form.saved.connect(self.save)
        form.removed.connect(self.remove)
        form.left.connect(self.put_back)

    def rows(self) -> Sequence[Row]:
        """Return the rows as they stand in the meeting."""
        raise NotImplementedError

    def key_of(self, row: Row) -> Any:
        """Return what tells a row from all others."""
        raise NotImplementedError

    def show_row(self, row: Row | None) -> None:
        """Fill the form with a row, or make it ready for a new one."""
        raise NotImplementedError

    def store(self, row: Row | None) -> Any:
        """Save the form over a row, or as a new one; return the key of what was saved, or None if it was refused."""
        raise NotImplementedError

    def drop(self, row: Row) -> bool:
        """Remove a row; say whether it is gone."""
        raise NotImplementedError

    def new_button(self, words: str, key: str = "Alt+N", *, size: ButtonSize = "normal") -> DeskButton:
        """Return a button for the head that begins a new row."""
        button = DeskButton(words, key=key, icon="plus", size=size)
        button.clicked.connect(self.begin_new)
        self.head.add(button)
        return button

    @property
    def shown(self) -> Row | None:
        """The row that the form shows; None while a new one is typed."""
        return self._shown

    def reload(self) -> None:
        typed = self._filled and self.form.is_changed()
        if self._new and typed:
            self._put_rows(self.rows())
            return
        before = self._shown
        self._put_rows(self.rows(), first=True)
        now = self.table.current()
        if typed and now is not None and before is not None and self.key_of(now) == self.key_of(before):
            # What somebody is typing here is worth more than what somebody else has just saved there.
            self._shown = now
        else:
            self._show(now)

    def begin_new(self) -> None:
        """Make the form ready for a new row, once what was typed is saved."""
        if self.leave():
            self._choose(None)
            self._show(None)
            self._new = True
            self.focus_form()

    def focus_form(self) -> None:
        """Put the cursor into the first field."""
        for widget in self.form.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(self.form) and widget.isEnabled():
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def leave(self) -> bool:
        return not (self._filled and self.form.is_changed()) or self.save()

    def save(self) -> bool:
        """Save the form; say whether that is done."""
        if self._shown is not None and not self.form.is_changed():
            return True
        key = self.store(self._shown)
        if key is None:
            return False
        self._put_rows(self.rows(), key=key)
        self._show(self.table.current())
        return True

    def remove(self) -> None:
        """Remove the chosen row; its place is taken by the next one."""
        row = self._shown
        if row is None:
            return
        keys = [self.key_of(one) for one in self.table.model_of_rows().rows]
        here = keys.index(self.key_of(row)) if self.key_of(row) in keys else 0
        if self.drop(row):
            rows = self.rows()
            self._put_rows(rows, key=self.key_of(rows[min(here, len(rows) - 1)]) if rows else None)
            self._show(self.table.current())

    def put_back(self) -> None:
        """Forget what was typed."""
        if self._shown is None:
            self._put_rows(self.rows(), first=True)
        self._show(self._shown or self.table.current())

    def _show(self, row: Row | None) -> None:
        self._shown, self._new, self._filled = row, False, True
        self.form.remove_button.setVisible(row is not None)
        self.show_row(row)

    def _choose(self, row: Row | None) -> None:
        self._choosing = True
        if row is not None:
            self.table.choose(self.key_of(row))
        else:
            self.table.setCurrentIndex(QModelIndex())
            self.table.clearSelection()
        self._choosing = False

    def _put_rows(self, rows: Sequence[Row], *, key: Any = None, first: bool = False) -> None:
        self._choosing = True
        self.table.set_rows(rows, key=key, first=first)
        self._choosing = False

    def _on_chosen(self, row: Row | None) -> None:
        if self._choosing or row is None:
            return
        if not self.leave():
            self._choose(self._shown)
            return
        # Saving has put the old row under the bar again.
        self._choose(row)
        self._show(self.table.current())

    def _on_taken(self, _row: Row) -> None:
        self.focus_form()
