"""The list of speakers as a table: flag, name, state, time."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.agenda.speaker_rows import SpeakerRow
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.cells import Cell, CellStyle, FlagText, IconText, paint_cell
from cmc_desk.ui.parts.fitted import paint_fitted, room_for
from cmc_desk.ui.parts.row_model import Column
from cmc_desk.ui.parts.row_paint import BAR, PAD
from cmc_desk.ui.parts.row_table import RowTable
from cmc_desk.ui.parts.runs import Run

ROW, SPEAKING = 29, 40
_STEPS = (Qt.Key.Key_Up, Qt.Key.Key_Down)


class SpeakerTable(RowTable[SpeakerRow]):
    """Who has the floor is lit and higher; arrows begin at whoever comes next."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(
            _columns(),
            key=lambda row: row.key,
            name=_("Speakers"),
            height=ROW,
            heads=False,
            ground=lambda row: "lagoon" if row.speaking else "panel",
            parent=parent,
        )
        self._cover: QWidget | None = None

    def show_rows(self, rows: Sequence[SpeakerRow]) -> None:
        """Show these entries; where only some have changed, only those are painted anew."""
        model = self.model_of_rows()
        if [row.key for row in rows] == [row.key for row in model.rows]:
            for before, row in zip(model.rows, rows, strict=True):
                if before != row:
                    model.replace_row(row)
        else:
            self.set_rows(rows)
        heads = self.verticalHeader()
        for place, row in enumerate(rows):
            high = SPEAKING if row.speaking else ROW
            if heads.sectionSize(place) != high:
                heads.resizeSection(place, high)

    def room(self) -> int:
        """Return how many rows there is room for, one of them being that of whoever speaks."""
        return max(4, (self.viewport().height() - (SPEAKING - ROW)) // ROW)

    def cover(self, widget: QWidget) -> None:
        """Show something in the place of the rows whenever it is made visible; the keyboard stays with the table."""
        self._cover = widget
        widget.setParent(self)
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        widget.hide()

    def choose_none(self) -> None:
        """Choose no entry: keys mean whoever comes next."""
        self.setCurrentIndex(QModelIndex())
        self.clearSelection()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._cover is not None:
            self._cover.setGeometry(self.rect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS and self.current() is None:
            waiting = next((row for row in self.model_of_rows().rows if row.waiting), None)
            if waiting is not None:
                self.choose(waiting.key)
                return
        super().keyPressEvent(event)


def _columns() -> tuple[Column[SpeakerRow], ...]:
    left = _("{time} left").format(time="10:00")
    return (
        Column("", _mark, 40, paint=_paint_mark),
        Column(_("Speaker"), _name, tooltip=lambda row: row.tip or row.name, paint=paint_fitted),
        Column(_("State"), _state, 92, draw.RIGHT, size=12, paint=paint_fitted),
        # What is left is the figure that everybody looks for: it is never cut.
        Column(_("Time"), _time, room_for(left, bold=True, least=96), draw.RIGHT, paint=paint_fitted),
    )


def _mark(row: SpeakerRow) -> Cell:
    return IconText(row.mark, icon_tone=row.mark_tone, name=row.state, bold=row.speaking)


def _name(row: SpeakerRow) -> Cell:
    if row.folds:
        return (Run(row.name, tone="slate"),)
    return FlagText(row.flag, row.name, bold=row.bold, tone="slate" if row.quiet else "")


def _state(row: SpeakerRow) -> Cell:
    return (Run(row.state, tone=row.state_tone),) if row.state else ""


def _time(row: SpeakerRow) -> Cell:
    return (Run(row.time, bold=row.bold, tone=row.time_tone),) if row.time else ""


def _paint_mark(painter: QPainter, rect: QRectF, cell: Cell, style: CellStyle) -> None:
    if isinstance(cell, IconText) and cell.bold:
        draw.fill(painter, QRectF(rect.x() - PAD, rect.y(), BAR, rect.height()), "sea")
    paint_cell(painter, rect, cell, style)
