"""A section of Setup whose rows have an order: Up and Down move the chosen one."""

from functools import partial
from typing import Any, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.row_table import RowTable
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.setup.form import Form
from cmc_desk.ui.setup.section import TableSection

Row = TypeVar("Row")


class OrderedSection(TableSection[Row]):
    """A table with a foot that says what its order means, and moves rows."""

    def __init__(
        self,
        context: Context,
        *,
        table: RowTable[Row],
        form: Form,
        head: PaneHead,
        order: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, table=table, form=form, head=head, parent=parent)
        self.up = DeskButton(_("Up"), key="Alt+Up", icon="up")
        self.down = DeskButton(_("Down"), key="Alt+Down", icon="down")
        foot = Pane("panel", lines="t")
        line = QHBoxLayout(foot)
        line.setContentsMargins(16, 12, 16, 12)
        line.setSpacing(12)
        line.addWidget(Text(order, size=13, tone="slate"), 1)
        for button, places in ((self.up, -1), (self.down, 1)):
            button.clicked.connect(partial(self._on_move, places))
            line.addWidget(button)
        self.work.addWidget(foot)

    def move_row(self, row: Row, places: int) -> Any:
        """Move a row down, or up, and say so; return its key then, or None if it stays."""
        raise NotImplementedError

    def shift(self, places: int) -> None:
        """Move the chosen row down, or up."""
        row = self.shown
        if row is None or not self.leave():
            return
        key = self.move_row(row, places)
        if key is not None:
            self._put_rows(self.rows(), key=key)
            self._show(self.table.current())

    def _on_move(self, places: int, _checked: object = None) -> None:
        self.shift(places)

    def _show(self, row: Row | None) -> None:
        super()._show(row)
        keys = [self.key_of(one) for one in self.table.model_of_rows().rows]
        self.up.setEnabled(row is not None and self.key_of(row) != keys[0])
        self.down.setEnabled(row is not None and self.key_of(row) != keys[-1])
