"""What was deleted from an item, also long ago: Enter brings an entry back to where it stood."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from cmc_desk.desk.note_list import notes_of
from cmc_desk.desk.notes import bring_back
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.refusal import Unavailable
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.summaries.said_list import SaidList, SaidRow, said_row
from cmc_desk.ui.summaries.side_panel import SidePanel


class DeletedPanel(SidePanel):
    """The deleted entries of the open item."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Deleted entries"), parent=parent)
        self._item = ""
        self.deleted = SaidList(name=_("Deleted entries"), parent=self)
        self.deleted.taken.connect(self._on_back)
        self.count = Text(size=12, tone="slate", parent=self)
        self.back = DeskButton(_("Bring it back"), key="Return", icon="undo", size="small", bind=False, parent=self)
        self.back.clicked.connect(self._on_back)
        line = QHBoxLayout()
        line.setContentsMargins(16, 10, 16, 8)
        line.addWidget(self.count)
        below = QHBoxLayout()
        below.setContentsMargins(16, 8, 16, 10)
        below.addWidget(self.back)
        below.addStretch(1)
        self.column.addLayout(line)
        self.column.addWidget(self.deleted, 1)
        self.column.addLayout(below)

    def open(self, item: str, entry: str) -> None:
        del entry
        self._item = item
        self.refresh()

    def first_field(self) -> QWidget:
        return self.deleted

    def refresh(self) -> None:
        try:
            found = self.context.desk.read_promptly(notes_of, item=self._item, deleted=True)
        except Unavailable as trouble:
            self.count.setText(trouble.sentence)
            return
        self.deleted.set_rows([said_row(self.context.facts, one) for one in found], first=True)
        words = ngettext("{count} entry was deleted here", "{count} entries were deleted here", len(found))
        self.count.setText(words.format(count=len(found)) if found else _("Nothing was deleted from this item."))
        self.back.allow(why_not="" if found else _("Nothing was deleted from this item."))

    def _on_back(self, *_told: object) -> None:
        row = self.deleted.current()
        if isinstance(row, SaidRow) and self.context.attempt(bring_back, entry=row.key) is not None:
            self.context.say("notice", _("Brought back: "), row.head, undo=True)
            self.refresh()
