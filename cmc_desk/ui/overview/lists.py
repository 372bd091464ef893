"""The lists of the overview: the drift of the agenda, sponsored travel with the drafts, and what is to be done."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.ui import icons
from cmc_desk.ui.overview.charts import (
    DRIFT_ROW,
    METER_ROW,
    STAGE_ROW,
    DriftRow,
    MeterRow,
    StageRow,
    paint_drift_row,
    paint_meter_row,
    paint_stage_row,
    spoken_drift,
    spoken_stage,
)
from cmc_desk.ui.overview.delegation_grid import Cell, DelegationGrid
from cmc_desk.ui.overview.state_counts import StateCounts
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.pane import Pane, Rule
from cmc_desk.ui.parts.row_list import RowList
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.text import Text

TODO_ROW = 24
# As many are always seen; where the delegations leave room there are more.
TODO_ROWS = 3
# A day of thirteen lines fits beneath it.
_LOW_HEAD = 40


@dataclass(frozen=True, slots=True)
class TodoRow:
    """Something to do, with its icon, and the page on which it is done, at `place` of it."""

    key: str
    icon: str
    words: str
    page: str
    page_words: str
    place: str = ""
    urgent: bool = False


class DriftPane(Pane):
    """How far each line of today's agenda is from its plan."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", lines="b", parent=parent)
        self.head = PaneHead(
            _("Agenda drift today"), side=True, height=_LOW_HEAD, ground="panel", lines="", parent=self
        )
        self.rows: RowList[DriftRow] = RowList(
            paint_drift_row,
            key=lambda row: row.line.key,
            spoken=spoken_drift,
            name=_("Agenda drift today"),
            height=DRIFT_ROW,
            lines=False,
            choosing=False,
            parent=self,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 1)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.rows, 1)

    def show_drift(self, rows: Sequence[DriftRow], closes: str, *, running: int) -> None:
        """Show these lines, from the one before what runs where there are more than fit."""
        self.head.say(_("Agenda drift today"), right=closes)
        if rows != self.rows.rows():
            self.rows.set_rows(rows)
            if running > 1:
                self.rows.show_from(running - 1)


class TravelPane(Pane):
    """How far sponsored travel has come, and beneath it the drafts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", lines="r", parent=parent)
        self.head = PaneHead(_("Sponsored travel"), side=True, ground="panel", lines="", parent=self)
        self.stages: RowList[StageRow] = RowList(
            paint_stage_row,
            key=lambda row: row.key,
            spoken=spoken_stage,
            name=_("Sponsored travel"),
            height=STAGE_ROW,
            lines=False,
            choosing=False,
            parent=self,
        )
        self.stages.setFixedHeight(6 * STAGE_ROW)
        self.still = Text(size=12, tone="slate", parent=self)
        self.still.setContentsMargins(16, 2, 16, 4)
        self.drafts_head = PaneHead(_("Draft documents"), side=True, height=34, ground="panel", lines="", parent=self)
        self.meters: RowList[MeterRow] = RowList(
            paint_meter_row,
            key=lambda row: row.key,
            spoken=lambda row: row.spoken,
            name=_("Draft documents"),
            height=METER_ROW,
            lines=False,
            choosing=False,
            parent=self,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.stages)
        column.addWidget(self.still)
        column.addWidget(Rule(parent=self))
        column.addWidget(self.drafts_head)
        column.addWidget(self.meters, 1)

    def show_travel(self, rows: Sequence[StageRow], agencies: str, still: str) -> None:
        """Show the stages, how many seats each agency bears, and what is still to come."""
        self.head.say(_("Sponsored travel"), right=agencies)
        self.stages.set_rows(rows)
        self.still.setText(still)
        self.still.setVisible(bool(still))

    def show_drafts(self, rows: Sequence[MeterRow], brackets: int) -> None:
        """Show the drafts, and how many pairs of brackets are left in all of them."""
        words = ngettext("{number} bracket", "{number} brackets", brackets).format(number=brackets)
        self.drafts_head.say(_("Draft documents"), right=words if rows else _("none yet"))
        self.meters.set_rows(rows)


class DelegationsPane(Pane):
    """The delegations, and beneath them what is to be done today; `todo_taken` is a `TodoRow`."""

    todo_taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", lines="r", parent=parent)
        self.counts = StateCounts(self)
        self.grid = DelegationGrid(self)
        self.todo_head = PaneHead(_("To be done today"), side=True, height=34, lines="b", parent=self)
        self.todo: RowList[TodoRow] = RowList(
            paint_todo,
            key=lambda row: row.key,
            spoken=lambda row: row.words,
            name=_("To be done today"),
            height=TODO_ROW,
            parent=self,
        )
        self.todo.taken.connect(self.todo_taken)
        self.todo.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        self.head = PaneHead(_("Delegations"), side=True, ground="panel", right=self.counts, parent=self)
        column.addWidget(self.head)
        column.addWidget(self.grid, 1)
        column.addWidget(self.todo_head)
        column.addWidget(self.todo)
        self._share()

    def show_todo(self, rows: Sequence[TodoRow]) -> None:
        """Show what is to be done."""
        self.todo.set_rows(rows)
        self._share()

    def show_cells(self, cells: Sequence[Cell]) -> None:
        """Show these delegations."""
        self.grid.set_cells(cells)
        self._share()

    def _share(self) -> None:
        """Give what is to be done the height that the delegations do not need, and say how much of it is seen."""
        rows = self.todo.rows()
        spare = self.height() - self.head.height() - self.todo_head.height() - self.grid.least_height()
        seen = max(TODO_ROWS, min(len(rows), spare // TODO_ROW))
        self.todo.setFixedHeight(seen * TODO_ROW)
        if seen < len(rows):
            right = _("{number} of {whole} seen").format(number=seen, whole=len(rows))
        else:
            right = ngettext("{number} line", "{number} lines", len(rows)).format(number=len(rows)) if rows else ""
        self.todo_head.say(_("To be done today"), "" if rows else _("nothing waits"), right)

    def _on_clicked(self, _index: object) -> None:
        row = self.todo.current()
        if row is not None:
            self.todo_taken.emit(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()


def paint_todo(painter: QPainter, area: QRectF, row: TodoRow, selected: bool) -> None:  # noqa: FBT001 - a RowPainter
    """Paint something to do, and where it is done."""
    del selected
    tone = "coral" if row.urgent else "slate"
    icons.paint(painter, QRectF(area.x() + 14, area.center().y() - 7, 14, 14), row.icon, tone)
    page = 96
    words = QRectF(area.x() + 38, area.y(), area.width() - 38 - page - 24, area.height())
    draw.text(painter, words, row.words, size=13, bold=row.urgent)
    right = QRectF(area.right() - page - 14, area.y(), page, area.height())
    draw.text(painter, right, row.page_words, size=12, tone="sea", align=draw.RIGHT)
