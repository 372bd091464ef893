"""What the read-out builder is made of: the read-outs at the left, the lines in the middle with their acts, at the right their sources."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmc_desk.desk.readouts import NamesLeft, Slot
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.note_kinds import SummaryStatus
from cmc_desk.rules.notes import NoteEntry
from cmc_desk.rules.readouts import Readout, ReadoutLine
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.keycap import key_text, sequences
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.summaries.lines_list import LinesList
from cmc_desk.ui.summaries.page_parts import PagePart
from cmc_desk.ui.summaries.readout_head import LANGUAGE_KEY, NAMES_KEY, READ_KEY, ReadoutHead
from cmc_desk.ui.summaries.readout_rows import line_rows, slot_rows
from cmc_desk.ui.summaries.readout_side import ReadoutSide
from cmc_desk.ui.summaries.slots_pane import SlotsPane


class ReadoutPanes(PagePart):
    """Shows a read-out; what its buttons do is the builder's."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.readout: Readout | None = None
        self.slots_pane = SlotsPane()
        self.head = ReadoutHead()
        self.lines = LinesList()
        self.side = ReadoutSide()
        self.rewrite_button = DeskButton(_("Rewrite"), key="Return", bind=False, size="small")
        self.merge_button = DeskButton(_("Merge"), key="Ctrl+M", size="small")
        self.merge_button.setAccessibleName(_("Merge with the line before"))
        self.leave_button = DeskButton(_("Leave out"), key="Delete", size="small")
        self.add_button = DeskButton(_("Add a line"), key="Ctrl+N", size="small")
        self.up_button = DeskButton(key="Alt+Up", size="small")
        self.up_button.setAccessibleName(_("One place up"))
        self.down_button = DeskButton(key="Alt+Down", size="small")
        self.down_button.setAccessibleName(_("One place down"))
        self._bind("Ctrl+Up", partial(self.slots_pane.step, -1))
        self._bind("Ctrl+Down", partial(self.slots_pane.step, 1))
        self._lay_out()
        self.setFocusProxy(self.lines)

    def line(self, key: str = "") -> ReadoutLine | None:
        """Return a line by its key, else the chosen one."""
        row = self.lines.current()
        wanted = key or (row.key if row is not None else "")
        lines = self.readout.lines if self.readout is not None else ()
        return next((one for one in lines if one.key == wanted), None)

    def keys(self) -> Sequence[tuple[str, str]]:
        return (
            (key_text("Return"), _("Rewrite the line; on a heading, add one beneath it")),
            (key_text("Alt+Up"), _("One place up; the mouse drags as well")),
            (key_text("Alt+Down"), _("One place down")),
            (key_text("Ctrl+M"), _("Into one with the line before")),
            (key_text("Delete"), _("Leave it out, or take it in again")),
            (key_text("Ctrl+N"), _("Add a line")),
            (key_text(NAMES_KEY), _("With names or without")),
            (key_text(LANGUAGE_KEY), _("Language of the read-out")),
            *self.side.keys(),
            (key_text("Ctrl+Up"), _("Read-out above")),
            (key_text("Ctrl+Down"), _("Read-out below")),
            *self.slots_pane.keys(),
            (key_text(READ_KEY), _("Reading view")),
        )

    def show_readout(self, readout: Readout, left: Sequence[NamesLeft], slots: Sequence[Slot], *, new: str) -> None:
        """Show a read-out among the others; `new` is the row beneath which a line is being written."""
        facts = self.context.facts
        if readout.key not in [one.key for one in slots]:
            slots = (*slots, Slot(readout.key, readout.form, readout.title, minutes=readout.slot_minutes))
        self.slots_pane.show_rows(facts, slot_rows(facts, slots), key=readout.key)
        self.head.show_readout(facts, readout)
        rows = line_rows(facts, readout, left, new=new)
        before = self.lines.rows()
        if rows != before:
            here = self.lines.current()
            at = before.index(here) if here is not None else 0
            known = here is not None and here.key in [row.key for row in rows]
            # Where the chosen line is no more, that which stands in its place.
            self.lines.set_rows(rows, key=None if known or not rows else rows[min(at, len(rows) - 1)].key)

    def numbers(self) -> dict[str, int]:
        """Return by key the number with which each line is read."""
        return {row.key: row.number for row in self.lines.rows() if not row.heading}

    def show_line(self, line: ReadoutLine | None, sources: Sequence[NoteEntry]) -> None:
        """Show what the chosen line is made of and what can be done with it."""
        row = self.lines.current()
        self.side.show_line(self.context.facts, line, sources)
        final = self.readout is not None and self.readout.status is SummaryStatus.FINAL
        why = _("It is final: correct it again first.") if final else ""
        nothing = why or ("" if line is not None else _("Choose a line."))
        self.rewrite_button.allow(why_not=nothing)
        for button in (self.merge_button, self.up_button, self.down_button):
            button.allow(why_not=nothing)
        self.leave_button.allow(why_not=nothing)
        self.add_button.allow(why_not=why or ("" if row is not None else _("Choose a section.")))
        taken = line is not None and line.left_out
        remove = line is not None and not line.sources
        self.leave_button.set_text(_("Remove") if remove else _("Take in again") if taken else _("Leave out"))

    def _bind(self, key: str, act: Callable[[], object]) -> None:
        shortcut = QShortcut(self)
        shortcut.setKeys(sequences(key))
        shortcut.activated.connect(act)

    def _lay_out(self) -> None:
        foot = Pane("panel", lines="t")
        foot.setFixedHeight(46)
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 1, 16, 0)
        row.setSpacing(8)
        for button in (self.rewrite_button, self.add_button, self.leave_button, self.merge_button):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.up_button)
        row.addWidget(self.down_button)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.head)
        middle.addWidget(self.lines, 1)
        middle.addWidget(foot)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.slots_pane)
        whole.addLayout(middle, 1)
        whole.addWidget(self.side)
