"""The middle of the attendance view: the people of one session, the filters above, what can be done beneath."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.attendance import Presence
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.empty_state import EmptyState
from cmc_desk.ui.parts.keycap import KeyCap, key_text
from cmc_desk.ui.parts.pane import Pane, Rule
from cmc_desk.ui.parts.row_table import RowTable
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.registration.attendance_rows import ALL, CAME, EXCUSED, NOT_THERE, PersonLine, columns
from cmc_desk.ui.registration.commands_first import CommandsFirst
from cmc_desk.ui.theme import font

_ROW = 46


class PeopleTable(Pane):
    """Shows what it is given; `filtered` says that another part is wanted, the others are wishes about the chosen person."""

    filtered = Signal()
    present_asked = Signal()
    left_asked = Signal()
    excused_asked = Signal(str)
    no_longer_asked = Signal()
    delegation_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        # With whom something was just done: they may leave the list by it, and the next one moves up.
        self._gone = ""
        self.head = PaneHead(parent=self)
        self.states = Segment(
            (
                Option(ALL, _("All"), 0),
                Option(CAME, _("Attended"), 0),
                Option(NOT_THERE, _("Not there"), 0),
                Option(EXCUSED, _("Excused"), 0),
            ),
            name=_("Which people"),
            even=True,
            parent=self,
        )
        self.delegation = Combo(size=13, height=30, parent=self)
        self.delegation.setAccessibleName(_("Delegation"))
        self.search = _line_edit(_("Name, delegation, function"), self)
        self.table: RowTable[PersonLine] = RowTable(
            columns(), key=lambda line: line.row.id, name=_("People of the session"), height=_ROW, parent=self
        )
        self._nobody = EmptyState(
            icon="user", title=_("Nobody matches"), sentence=_("Take a filter away: Esc clears them all."), parent=self
        )
        self.present = DeskButton(_("Attended"), key="P", icon="check", kind="primary", parent=self)
        self.left = DeskButton(_("Left"), key="L", icon="next", parent=self)
        self.excuse = DeskButton(_("Excused…"), key="X", icon="letter", parent=self)
        self.whole = DeskButton(_("Whole delegation"), key="D", icon="flagi", parent=self)
        self.reason = _line_edit(_("Reason, if one was given"), self)
        self._excuse_now = DeskButton(_("Excuse"), key="", icon="letter", kind="primary", parent=self)
        self._who = Text(size=13, bold=True, parent=self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)

    def show_people(self, lines: Sequence[PersonLine], counts: Mapping[str, int]) -> None:
        """Show these people; whoever was chosen stays so, or whoever comes to stand in their place."""
        place = self.table.currentIndex().row()
        self.table.set_rows(lines, first=True)
        if self.table.currentIndex().row() <= 0 < place and lines and self._gone:
            self.table.choose(lines[min(place, len(lines) - 1)].row.id)
        self._gone = ""
        self._stack.setCurrentWidget(self.table if lines else self._nobody)
        self.states.set_counts(dict(counts))
        self.allow()

    def acted_on(self, person: str) -> None:
        """Remember that something was done with somebody, who may leave the list by it."""
        self._gone = person

    def clear_filters(self) -> bool:
        """Take all filters away; say whether there was one."""
        filtered = bool(self.search.text() or self.delegation.key() or self.states.key() != ALL)
        for widget in (self.search, self.delegation, self.states):
            widget.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.search.clear()
        self.delegation.set_key("")
        self.states.choose(ALL)
        for widget in (self.search, self.delegation, self.states):
            widget.blockSignals(False)  # noqa: FBT003 - Qt's own
        return filtered

    def allow(self) -> None:
        """Let those buttons be pressed that make sense for the chosen person; the others say why not."""
        line = self.table.current()
        presence = line.row.mark.presence if line else None
        nobody = "" if line else _("Choose a person first.")
        self.present.allow(why_not=nobody or (_("Attended already.") if presence is Presence.PRESENT else ""))
        self.left.allow(why_not=nobody or ("" if presence is Presence.PRESENT else _("Only who is there can leave.")))
        came = presence in (Presence.PRESENT, Presence.LEFT)
        self.excuse.allow(why_not=nobody or (_("Who attended needs no excuse.") if came else ""))
        excused = presence is Presence.EXCUSED
        self.excuse.set_text(_("No longer excused") if excused else _("Excused…"))
        self.whole.allow(why_not=nobody)
        self.whole.setToolTip(line.delegation if line else nobody)

    def close_reason(self) -> None:
        """Go back from the reason to the list."""
        self._actions.setCurrentIndex(0)
        self.reason.clear()
        self.table.setFocus()

    def _on_excuse(self) -> None:
        line = self.table.current()
        if line is None:
            return
        if line.row.mark.presence is Presence.EXCUSED:
            self.no_longer_asked.emit()
            return
        self._who.setText(line.row.name)
        self._actions.setCurrentIndex(1)
        self.reason.setFocus()

    def _on_reason(self) -> None:
        reason = self.reason.text().strip()
        self.close_reason()
        self.excused_asked.emit(reason)

    def _on_escape(self) -> None:
        if self._actions.currentIndex():
            self.close_reason()
        else:
            self.table.setFocus()
            if self.clear_filters():
                self.filtered.emit()

    def _on_entered(self) -> None:
        if self.present.isEnabled():
            self.present_asked.emit()
        self.search.selectAll()

    def _connect(self) -> None:
        self.states.chosen.connect(self.filtered)
        self.delegation.picked.connect(self.filtered)
        self.search.textChanged.connect(self.filtered)
        self.search.returnPressed.connect(self._on_entered)
        self.table.chosen.connect(self.allow)
        self.table.taken.connect(self._on_entered)
        self.present.clicked.connect(self.present_asked)
        self.left.clicked.connect(self.left_asked)
        self.excuse.clicked.connect(self._on_excuse)
        self.whole.clicked.connect(self.delegation_asked)
        self.reason.returnPressed.connect(self._on_reason)
        self._excuse_now.clicked.connect(self._on_reason)
        for edit in (self.search, self.reason):
            CommandsFirst(edit)
        for key, slot in (("Esc", self._on_escape), ("Ctrl+F", self.search.setFocus)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(slot)

    def _lay_out(self) -> None:
        # The time is never the part that is cut short; a long title says the rest in its tooltip.
        self.head.right.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        narrower = QHBoxLayout()
        narrower.setSpacing(8)
        narrower.addWidget(self.search, 1)
        narrower.addWidget(KeyCap(key_text("Ctrl+F"), parent=self))
        narrower.addWidget(self.delegation)
        self.delegation.setFixedWidth(240)
        filters = QVBoxLayout()
        filters.setContentsMargins(16, 8, 16, 8)
        filters.setSpacing(8)
        filters.addLayout(narrower)
        filters.addWidget(self.states)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nobody)
        self._actions = QStackedLayout()
        self._actions.addWidget(_bar(self.present, self.left, self.excuse, self.whole, 1))
        excused = Text(_("Excused:"), size=13, tone="slate", parent=self)
        self._actions.addWidget(_bar(excused, self._who, self.reason, self._excuse_now, KeyCap("Esc", parent=self)))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addLayout(filters)
        whole.addWidget(Rule(parent=self))
        whole.addLayout(self._stack, 1)
        whole.addWidget(Rule(parent=self))
        whole.addLayout(self._actions)


def _line_edit(name: str, parent: QWidget) -> QLineEdit:
    edit = QLineEdit(parent)
    edit.setFont(font(13))
    edit.setFixedHeight(30)
    edit.setAccessibleName(name)
    edit.setPlaceholderText(name)
    return edit


def _bar(*widgets: QWidget | int) -> QWidget:
    bar = QWidget()
    row = QHBoxLayout(bar)
    row.setContentsMargins(16, 12, 16, 12)
    row.setSpacing(8)
    for widget in widgets:
        if isinstance(widget, int):
            row.addStretch(widget)
        else:
            row.addWidget(widget, 1 if isinstance(widget, QLineEdit) else 0)
    return bar
