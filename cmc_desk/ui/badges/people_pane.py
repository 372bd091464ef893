"""The left of the Badges view: whose badges, ticked or not, the filters above, and beneath what that comes to."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from cmc_desk.desk.badge_list import BadgeFilter
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.badge_order import BadgeOrder
from cmc_desk.rules.badge_sheet import SheetCount
from cmc_desk.rules.badge_state import is_to_print
from cmc_desk.ui.badges.people_rows import ROW, PersonLine, columns
from cmc_desk.ui.badges.reprint_panel import ReprintPanel
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.empty_state import EmptyState
from cmc_desk.ui.parts.keycap import KeyCap, key_text
from cmc_desk.ui.parts.pane import Pane, Rule
from cmc_desk.ui.parts.row_table import RowTable
from cmc_desk.ui.parts.runs import Run, RunLine
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.registration.commands_first import CommandsFirst
from cmc_desk.ui.theme import font

WIDTH = 469


class PeoplePane(Pane):
    """Shows what it is given; `toggled` (whose tick), `all_toggled`, `filtered`, `ordered` and `again_asked` are wishes."""

    toggled = Signal(str)
    all_toggled = Signal()
    filtered = Signal()
    ordered = Signal()
    again_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", lines="r", parent=parent)
        self.setFixedWidth(WIDTH)
        self.all = DeskButton(_("Select all"), key="Ctrl+A", parent=self)
        self.only = Segment(
            (
                Option(BadgeFilter.TO_PRINT.value, _("To print"), 0),
                Option(BadgeFilter.CHANGED.value, _("Changed"), 0),
                Option(BadgeFilter.PRINTED.value, _("Printed"), 0),
                Option(BadgeFilter.ALL.value, _("All"), 0),
            ),
            name=_("Which badges"),
            even=True,
            parent=self,
        )
        self.search = QLineEdit(self)
        self.search.setFont(font(13))
        self.search.setFixedHeight(30)
        self.search.setAccessibleName(_("Name, delegation, band"))
        self.search.setPlaceholderText(_("Name, delegation, band"))
        self.delegation = Combo(size=13, height=30, parent=self)
        self.delegation.setAccessibleName(_("Delegation"))
        self.table = PeopleTable(self)
        self._nobody = EmptyState(icon="print", title="", parent=self)
        self._words = RunLine(size=13, parent=self)
        self.again = DeskButton(_("Print again…"), key="R", parent=self)
        self.order = Combo(
            [
                (BadgeOrder.DELEGATION.value, _("By delegation")),
                (BadgeOrder.NAME.value, _("By name")),
                (BadgeOrder.TRAY.value, _("By desk tray")),
            ],
            size=13,
            height=26,
            parent=self,
        )
        self.order.setAccessibleName(_("Order of the badges"))
        self.reprint = ReprintPanel(self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)

    def show_lines(self, lines: Sequence[PersonLine], counts: Mapping[str, int]) -> None:
        """Show these badges; who was chosen stays so."""
        self.table.set_rows(lines, first=True)
        self.only.set_counts(dict(counts))
        self._say_nobody()
        self._stack.setCurrentWidget(self.table if lines else self._nobody)
        every = bool(lines) and all(line.ticked for line in lines)
        self.all.set_text(_("Select none") if every else _("Select all"))
        self.all.allow(why_not="" if lines else _("There is nobody in this list."))
        self.allow()

    def show_sum(self, selected: int, blank: int, count: SheetCount, *, sheets: bool) -> None:
        """Say what the ticked badges come to: sheets and places left over, or single pieces where there are no sheets."""
        parts: list[str] = []
        if blank:
            parts.append(ngettext("{number} blank", "{number} blank", blank).format(number=blank))
        if sheets and count.sheets:
            parts.append(ngettext("{number} sheet", "{number} sheets", count.sheets).format(number=count.sheets))
            # The line has room for either word.
            spare = (
                _("{number} spare")
                if blank
                else ngettext("{number} spare position", "{number} spare positions", count.spare)
            )
            parts.append(spare.format(number=count.spare))
        elif count.sheets:
            parts.append(ngettext("{number} piece", "{number} pieces", count.sheets).format(number=count.sheets))
        chosen = ngettext("{number} selected", "{number} selected", selected).format(number=selected)
        self._words.set_runs((Run(chosen, bold=True), Run("".join(" · " + part for part in parts), tone="slate")))

    def clear_filters(self) -> bool:
        """Take search and delegation away; say whether there was one."""
        filtered = bool(self.search.text() or self.delegation.key())
        for widget in (self.search, self.delegation):
            widget.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.search.clear()
        self.delegation.set_key("")
        for widget in (self.search, self.delegation):
            widget.blockSignals(False)  # noqa: FBT003 - Qt's own
        return filtered

    def allow(self) -> None:
        """Let a badge that was printed be printed again; the button says why another cannot."""
        line = self.table.current()
        if line is None:
            self.again.allow(why_not=_("Choose a person first."))
        else:
            self.again.allow(why_not=_("This badge is to be printed anyway.") if is_to_print(line.row.why) else "")

    def _say_nobody(self) -> None:
        if self.search.text() or self.delegation.key():
            self._nobody.say(_("Nobody matches"), _("Esc takes the filters away."))
        elif self.only.key() == BadgeFilter.TO_PRINT.value:
            self._nobody.say(_("All badges are printed"), _("Whoever is registered or corrected appears here."))
        elif self.only.key() == BadgeFilter.CHANGED.value:
            self._nobody.say(_("No badge is wrong"), _("Nothing on a printed badge was corrected since."))
        else:
            self._nobody.say(_("Nothing is printed yet"), "")

    def _on_space(self) -> None:
        line = self.table.current()
        if line is not None:
            self.toggled.emit(line.key)

    def _on_clicked(self, index: QModelIndex) -> None:
        line = self.table.model_of_rows().row_at(index.row())
        if line is not None and index.column() == 0:
            self.toggled.emit(line.key)

    def _on_escape(self) -> None:
        self.table.setFocus()
        if self.clear_filters():
            self.filtered.emit()

    def _on_reprint(self, opened: bool) -> None:  # noqa: FBT001 - a slot
        self._foot.setVisible(not opened)
        # While a reason is asked for, Esc leaves that.
        self._escape.setEnabled(not opened)
        if not opened:
            self.table.setFocus()

    def _connect(self) -> None:
        self.all.clicked.connect(self.all_toggled)
        self.again.clicked.connect(self.again_asked)
        self.only.chosen.connect(self.filtered)
        self.delegation.picked.connect(self.filtered)
        self.search.textChanged.connect(self.filtered)
        self.search.returnPressed.connect(self.table.setFocus)
        self.order.picked.connect(self.ordered)
        self.table.clicked.connect(self._on_clicked)
        self.table.spaced.connect(self._on_space)
        self.table.taken.connect(self._on_space)
        self.table.chosen.connect(self.allow)
        self.reprint.opened.connect(self._on_reprint)
        CommandsFirst(self.search)
        self._escape = QShortcut(QKeySequence("Esc"), self)
        self._escape.setContext(Qt.ShortcutContext.WindowShortcut)
        self._escape.activated.connect(self._on_escape)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.activated.connect(self.search.setFocus)
        for place, option in enumerate(self.only.options(), start=1):
            key = QShortcut(QKeySequence(f"Alt+{place}"), self)
            key.activated.connect(lambda key=option.key: self.only.choose(key))

    def _lay_out(self) -> None:
        head = PaneHead(_("Badges"), right=self.again, parent=self)
        head.add(self.all)
        narrower = QHBoxLayout()
        narrower.setSpacing(8)
        narrower.addWidget(self.search, 1)
        narrower.addWidget(KeyCap(key_text("Ctrl+F"), parent=self))
        narrower.addWidget(self.delegation)
        self.delegation.setFixedWidth(168)
        filters = QVBoxLayout()
        filters.setContentsMargins(16, 10, 17, 8)
        filters.setSpacing(8)
        filters.addWidget(self.only)
        filters.addLayout(narrower)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nobody)
        self._foot = QWidget(self)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(16, 8, 17, 8)
        foot.setSpacing(8)
        foot.addWidget(self._words, 1)
        foot.addWidget(self.order)
        self.order.setFixedWidth(142)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 1, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addLayout(filters)
        whole.addLayout(self._stack, 1)
        whole.addWidget(Rule(parent=self))
        whole.addWidget(self.reprint)
        whole.addWidget(self._foot)


class PeopleTable(RowTable[PersonLine]):
    """Space ticks the chosen badge; `spaced` says so."""

    spaced = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(columns(), key=lambda line: line.key, name=_("Badges"), height=ROW, parent=parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            if not event.isAutoRepeat():
                self.spaced.emit()
        else:
            super().keyPressEvent(event)
