"""The rundown as a table: the running line is lit and carries the bar of the time."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui import icons
from cmc_desk.ui.agenda.rundown_rows import RundownRow
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.cells import Cell, CellPainter, CellStyle, IconText, TwoLines, paint_cell
from cmc_desk.ui.parts.fitted import paint_title, room_for
from cmc_desk.ui.parts.row_model import Column
from cmc_desk.ui.parts.row_paint import BAR, PAD
from cmc_desk.ui.parts.row_table import NORMAL, RowTable
from cmc_desk.ui.parts.runs import Run
from cmc_desk.ui.theme import font

_RUNNING = 60
_LINE = 8
_TAG = 19


class RundownTable(RowTable[RundownRow]):
    """The lines of one day in one track; `set_now` moves the bar of the time, and nothing else is painted anew for it."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(
            _columns(), key=lambda row: row.key, name=_("Rundown"), height=NORMAL, ground=_ground, parent=parent
        )
        self._running = -1
        self.now_line = NowLine(self.viewport())
        self.verticalScrollBar().valueChanged.connect(self._place_line)

    def show_rows(self, rows: Sequence[RundownRow]) -> None:
        """Show these lines; where only some have changed, only those are painted anew."""
        model = self.model_of_rows()
        if [row.key for row in rows] == [row.key for row in model.rows]:
            for before, row in zip(model.rows, rows, strict=True):
                if before != row:
                    model.replace_row(row)
        else:
            self.set_rows(rows)
        running = next((place for place, row in enumerate(rows) if row.running), -1)
        heads = self.verticalHeader()
        for place in range(len(rows)):
            high = _RUNNING if place == running else heads.defaultSectionSize()
            if heads.sectionSize(place) != high:
                heads.resizeSection(place, high)
        self._running = running
        self._place_line()

    def set_now(self, words: str, share: float, *, over: bool) -> None:
        """Show how much of the running line has passed, and the time."""
        self.now_line.set_now(words, share, over=over)

    def choose_none(self) -> None:
        """Choose no line."""
        self.setCurrentIndex(QModelIndex())
        self.clearSelection()

    def _place_line(self) -> None:
        if self._running < 0:
            self.now_line.hide()
            return
        bottom = self.rowViewportPosition(self._running) + self.rowHeight(self._running)
        self.now_line.setGeometry(0, bottom - _LINE - (_TAG - _LINE) // 2 - 2, self.viewport().width(), _TAG)
        self.now_line.setVisible(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_line()


class NowLine(QWidget):
    """A bar along the foot of the running line, with the time where it stands."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._share, self._over = "", 0.0, False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def set_now(self, words: str, share: float, *, over: bool) -> None:
        """Show a share of the bar, and the words at its end."""
        same = (words, over) == (self._words, self._over)
        # What moves less than a pixel cannot be seen.
        if not same or round(share * self.width()) != round(self._share * self.width()):
            self._words, self._share, self._over = words, share, over
            self.setAccessibleName(words)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tone = "coral" if self._over else "sea"
        top = (self.height() - _LINE) / 2 + 1
        done = self.width() * max(0.0, min(1.0, self._share))
        draw.fill(painter, QRectF(0, top, self.width(), _LINE), "seaSoft")
        draw.fill(painter, QRectF(0, top, done, _LINE), tone)
        wide = draw.text_width(self._words, font(12, bold=True)) + 16
        left = max(0.0, min(self.width() - wide, done - wide / 2))
        tag = QRectF(round(left), 0, round(wide), self.height())
        draw.box(painter, tag, fill=tone, radius=3)
        draw.text(painter, tag, self._words, size=12, bold=True, tone="onPrimary", align=draw.MIDDLE)
        painter.end()


def _columns() -> tuple[Column[RundownRow], ...]:
    drifts = (_("on plan"), _("skipped"), _("not held"))
    return (
        Column("", _mark, 44, tooltip=lambda row: row.spoken, paint=_upper(_paint_mark)),
        Column(_("Item"), _title, tooltip=_whole, paint=_upper(paint_title)),
        Column(_("Planned"), lambda row: row.planned, 70, draw.RIGHT, tone="slate", paint=_upper(paint_cell)),
        Column(_("Length"), lambda row: row.length, 68, draw.RIGHT, size=12, tone="slate", paint=_upper(paint_cell)),
        Column(_("Expected"), _expected, 86, draw.RIGHT, paint=_upper(paint_cell)),
        Column(_("Actual"), lambda row: row.actual, 116, draw.RIGHT, tone="slate", paint=_upper(paint_cell)),
        Column(
            _("Drift"),
            _drift,
            room_for(*drifts, size=13, least=84),
            draw.RIGHT,
            size=13,
            tone="slate",
            tooltip=_of_what,
            paint=_upper(_paint_drift),
        ),
    )


def _ground(row: RundownRow) -> str:
    return "lagoon" if row.running else "sand" if row.fixed else "panel"


def _mark(row: RundownRow) -> Cell:
    return IconText(row.mark, icon_tone=row.mark_tone, name=row.spoken, bold=row.running)


def _title(row: RundownRow) -> Cell:
    bold = row.running or row.fixed
    first = Run(row.title, bold=bold, tone="slate" if row.over else "ink")
    passed = (Run(_("Passed over"), bold=True, tone="amberInk"),) if row.passed else ()
    rest = (Run(f" · {row.second}" if passed else row.second, tone="slate"),) if row.second else ()
    return TwoLines((first,), (*passed, *rest))


def _whole(row: RundownRow) -> str:
    parts = (row.title, _("Passed over") if row.passed else "", row.second)
    return "\n".join(part for part in parts if part)


def _expected(row: RundownRow) -> Cell:
    return (Run(row.expected, bold=row.running or row.fixed),) if row.expected else ""


def _drift(row: RundownRow) -> Cell:
    drift = row.drift
    return IconText(drift.icon, drift.words, drift.tone, drift.tone, bold=drift.bold, name=drift.words)


def _of_what(row: RundownRow) -> str:
    return _("Its beginning against the plan") if row.drift.words else ""


def _upper(paint: CellPainter) -> CellPainter:
    """Paint above the bar of the time where a row has room for it."""

    def painted(painter: QPainter, rect: QRectF, cell: Cell, style: CellStyle) -> None:
        paint(painter, rect.adjusted(0, 0, 0, -_LINE) if rect.height() > NORMAL + _LINE else rect, cell, style)

    return painted


def _paint_mark(painter: QPainter, rect: QRectF, cell: Cell, style: CellStyle) -> None:
    if isinstance(cell, IconText) and cell.bold:
        draw.fill(painter, QRectF(rect.x() - PAD, rect.y(), BAR, rect.height()), "sea")
    paint_cell(painter, rect, cell, style)


def _paint_drift(painter: QPainter, rect: QRectF, cell: Cell, style: CellStyle) -> None:
    if not isinstance(cell, IconText):
        return
    draw.text(painter, rect, cell.text, size=style.size, bold=cell.bold, tone=cell.tone, align=draw.RIGHT)
    if cell.icon:
        wide = draw.text_width(cell.text, font(style.size, bold=cell.bold))
        box = QRectF(round(rect.right() - wide - 18), round(rect.center().y() - 6), 12, 12)
        icons.paint(painter, box, cell.icon, cell.icon_tone)
