"""The left of the page: all papers with when they were made and whether they are current, and where their files go."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.papers.kit_line import KitLine
from cmc_desk.ui.papers.rows import BADGES, Key, PaperRow, columns
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.row_table import RowTable
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.report.before_pane import KIT_KEY
from cmc_desk.ui.short_path import short_path

WIDTH = 592


class ListPane(Pane):
    """`chosen` says which row is wanted (None: none), `taken` that Enter was pressed on it; the others are wishes."""

    chosen = Signal(object)
    taken = Signal(object)
    remake_asked = Signal()
    folder_asked = Signal()
    other_folder_asked = Signal()
    kit_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", lines="r", parent=parent)
        self.setFixedWidth(WIDTH)
        self.remake = DeskButton(_("Remake changed"), key="Ctrl+R", parent=self)
        self.folder = DeskButton(_("Folder"), key="Alt+F", icon="folder", parent=self)
        self.other = DeskButton(_("Change…"), key="Alt+G", kind="quiet", size="tight", parent=self)
        self.other.setAccessibleName(_("Let papers go to another folder"))
        self.table: RowTable[PaperRow] = RowTable(
            columns(),
            key=lambda row: row.key,
            name=_("Papers"),
            ground=lambda row: "sand" if row.heads else "panel",
            heading=lambda row: row.heads,
            parent=self,
        )
        self.kit = KitLine(key=KIT_KEY, parent=self)
        self.kit.shown_asked.connect(self.kit_asked)
        self._where = Text(size=12, tone="slate", parent=self)
        self.remake.clicked.connect(self.remake_asked)
        self.folder.clicked.connect(self.folder_asked)
        self.other.clicked.connect(self.other_folder_asked)
        self.table.chosen.connect(self.chosen)
        self.table.taken.connect(self.taken)
        self._lay_out()
        self.setFocusProxy(self.table)
        self.show_rows(())

    def show_rows(self, rows: Sequence[PaperRow], *, key: Key | None = None) -> None:
        """Show these rows; `key` or what was chosen stays chosen, else the first paper is."""
        keys = [row.key for row in rows if not row.heads]
        before = self.table.current()
        wanted = key if key in keys else before.key if before is not None and before.key in keys else None
        first = next((one for one in keys if one[0] != BADGES), keys[0] if keys else None)
        self.table.set_rows(rows, key=wanted or first)

    def seen(self) -> tuple[Key, ...]:
        """Return the keys of the papers that are looked at: the chosen one, then those in sight from the top."""
        table = self.table
        rows, chosen = table.model_of_rows().rows, table.current()
        top, bottom = table.rowAt(0), table.rowAt(table.viewport().height() - 1)
        in_sight = rows[max(top, 0) : bottom + 1 if bottom >= 0 else None]
        return tuple(row.key for row in ((chosen,) if chosen is not None else ()) + tuple(in_sight))

    def show_changed(self, number: int, *, looking: bool = False) -> None:
        """Say how many papers have changed since they were made; `looking` says that this is being looked at still."""
        self.remake.set_text(_("Remake changed {number}").format(number=number) if number else _("Remake changed"))
        none = _("No paper that was made has changed since.")
        why = _("It is being looked at which papers have changed.") if looking else none
        self.remake.allow(why_not="" if number else why)

    def show_folder(self, folder: Path) -> None:
        """Say where files go."""
        self._where.setText(_("Each version is kept. Files go to {folder}.").format(folder=short_path(folder)))
        self._where.setToolTip(str(folder))

    def _lay_out(self) -> None:
        head = PaneHead(_("Papers"), parent=self)
        head.add(self.remake)
        head.add(self.folder)
        foot = Pane("panel", lines="t", parent=self)
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(12)
        row.addWidget(self._where, 1)
        row.addWidget(self.other)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.table, 1)
        column.addWidget(self.kit)
        column.addWidget(foot)
