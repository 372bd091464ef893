"""The read-outs at the left of the builder: those of the agenda, what working groups report, and the way to what comes of them."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from cmc_desk.desk.readouts import group_key
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.meeting import ItemKind
from cmc_desk.ui.context import Facts
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.keycap import KeyCap, key_text
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.row_list import RowList
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.summaries.readout_paint import paint_slot, slot_height
from cmc_desk.ui.summaries.readout_rows import SlotRow

WIDTH = 236
GROUP_KEY, RECOMMENDATIONS_KEY, APPROVAL_KEY = "Alt+N", "Alt+W", "Alt+V"
_LONGEST_LABEL = 24
_NOTHING_SAID = frozenset({ItemKind.REGISTRATION, ItemKind.BREAK, ItemKind.LUNCH, ItemKind.PHOTO})


class SlotsPane(Pane):
    """`chosen` says the key of the read-out that is wanted, also of one that nobody has begun yet."""

    chosen = Signal(str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("sand", lines="r", parent=parent)
        self.setFixedWidth(WIDTH)
        self.head = PaneHead(_("Read-outs"), right=KeyCap(_("Ctrl+↑↓")), side=True)
        self.list: RowList[SlotRow] = RowList(
            paint_slot,
            key=lambda row: row.key,
            spoken=lambda row: row.spoken,
            name=_("Read-outs"),
            height=64,
            measure=slot_height,
            ground=lambda _row: "sand",
        )
        self.list.chosen.connect(self._on_chosen)
        self.items = Combo(size=13, height=30)
        self.items.setAccessibleName(_("In which item the working group reports"))
        self.label = QLineEdit()
        self.label.setFixedHeight(30)
        self.label.setMaxLength(_LONGEST_LABEL)
        self.label.setAccessibleName(_("Which working group"))
        self.label.setPlaceholderText(_("which group, such as A"))
        self.group = DeskButton(_("Working group"), key=GROUP_KEY, icon="plus", size="small")
        self.group.clicked.connect(self._on_group)
        self.label.returnPressed.connect(self._on_group)
        self.recommendations = DeskButton(_("Recommendations"), key=RECOMMENDATIONS_KEY, icon="bulb", size="small")
        self.approval = DeskButton(_("Approval"), key=APPROVAL_KEY, icon="gavel", size="small")
        self.back = DeskButton(_("Notes"), key="Esc", icon="summaries", size="small")
        self._lay_out()

    def show_rows(self, facts: Facts, rows: Sequence[SlotRow], *, key: str) -> None:
        """Show the read-outs, with the open one chosen."""
        with QSignalBlocker(self.list):
            if tuple(rows) != self.list.rows():
                self.list.set_rows(rows, key=key)
            else:
                self.list.choose(key)
        items = [
            (one.id, f"{facts.clock(one.starts)} {one.title}") for one in facts.agenda if one.kind not in _NOTHING_SAID
        ]
        self.items.set_choices(items)

    def suggest(self, item: str) -> None:
        """Offer an item for the next working group."""
        if self.items.findData(item) >= 0:
            self.items.set_key(item)

    def step(self, rows: int) -> None:
        """Go to the next read-out, or to the one before."""
        self.list.step(rows)

    def keys(self) -> Sequence[tuple[str, str]]:
        """Return the keys with what they do, for F1."""
        return (
            (key_text(GROUP_KEY), _("What a working group reports")),
            (key_text(RECOMMENDATIONS_KEY), _("Recommendations")),
            (key_text(APPROVAL_KEY), _("Approval of recommendations")),
        )

    def _on_chosen(self, row: object) -> None:
        if isinstance(row, SlotRow):
            self.chosen.emit(row.key)

    def _on_group(self) -> None:
        if not self.label.hasFocus():
            # The key leads to the field; Enter in it begins the form.
            self.label.setFocus()
            self.label.selectAll()
            return
        if self.items.key():
            key = group_key(self.items.key(), self.label.text().strip())
            self.label.clear()
            self.chosen.emit(key)

    def _lay_out(self) -> None:
        group = Pane("sand", lines="t")
        column = QVBoxLayout(group)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(6)
        column.addWidget(Text(_("What a working group reports"), size=12, tone="slate"))
        column.addWidget(self.items)
        column.addWidget(self.label)
        column.addWidget(self.group)
        ways = Pane("sand", lines="t")
        lower = QVBoxLayout(ways)
        lower.setContentsMargins(16, 10, 16, 10)
        lower.setSpacing(6)
        for button in (self.recommendations, self.approval, self.back):
            lower.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 1, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(self.list, 1)
        whole.addWidget(group)
        whole.addWidget(ways)
