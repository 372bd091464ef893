"""Which column of the list goes where; each can be given another target."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.columns import TARGETS
from cmc_desk.ui import icons
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.pane import Pane, Rule
from cmc_desk.ui.parts.row_list import RowList
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.registration.import_words import target_title

_ROW = 32
_MOST_ROWS = 8
_TARGET = 166


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """A column of the list and the target it has."""

    place: int
    heading: str
    target: str


class ColumnsPane(Pane):
    """The columns of the list; `picked` carries the place of a column and its new target."""

    picked = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self._head = PaneHead(_("Columns"), side=True, parent=self)
        self.list: RowList[ColumnRow] = RowList(
            _paint, key=_key, spoken=_spoken, name=_("Columns of the list"), height=_ROW, parent=self
        )
        self.combo = _TargetCombo(self.list.viewport())
        self.combo.picked.connect(self._on_picked)
        self.list.clicked.connect(self._on_clicked)
        self.list.taken.connect(self.open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.list)
        column.addWidget(Rule(parent=self))

    def set_columns(self, headings: Sequence[str], targets: Sequence[str]) -> None:
        """Show these columns."""
        rows = [ColumnRow(place, *pair) for place, pair in enumerate(zip(headings, targets, strict=True))]
        self.list.set_rows(rows)
        self.list.setFixedHeight(_ROW * max(1, min(len(rows), _MOST_ROWS)))
        known = sum(1 for row in rows if row.target)
        self._head.say(_("Columns"), right=_("{number} of {whole} recognised").format(number=known, whole=len(rows)))

    def open(self, row: ColumnRow) -> None:
        """Offer the targets for a column."""
        self.list.choose(row.place)
        area = self.list.visualRect(self.list.currentIndex())
        right = min(area.right(), self.list.viewport().width()) - 2
        self.combo.setGeometry(right - _TARGET, area.top(), _TARGET, area.height() - 1)
        self.combo.set_key(row.target)
        self.combo.show()
        self.combo.setFocus()
        self.combo.showPopup()

    def _on_clicked(self, _index: QModelIndex) -> None:
        row = self.list.current()
        if row is not None:
            self.open(row)

    def _on_picked(self, target: str) -> None:
        row = self.list.current()
        self.list.setFocus()
        if row is not None and row.target != target:
            self.picked.emit(row.place, target)


class _TargetCombo(Combo):
    """Stands over a row while its target is being chosen."""

    def __init__(self, viewport: QWidget) -> None:
        choices = [("", target_title(""))]
        choices += sorted(((target, target_title(target)) for target in TARGETS), key=lambda choice: choice[1])
        super().__init__(choices, size=13, height=_ROW - 1, parent=viewport)
        self._viewport = viewport
        self.setAccessibleName(_("Goes to"))
        self.hide()

    def hidePopup(self) -> None:  # noqa: N802 - Qt's name
        super().hidePopup()
        self.hide()
        self._viewport.setFocus()


def _key(row: ColumnRow) -> Hashable:
    return row.place


def _spoken(row: ColumnRow) -> str:
    return f"{row.heading} → {target_title(row.target)}"


def _paint(painter: QPainter, rect: QRectF, row: ColumnRow, _selected: bool) -> None:  # noqa: FBT001 - a RowPainter
    middle = rect.center().y()
    left, right = rect.x() + 16, rect.right() - 16
    target_left = right - _TARGET + 26
    draw.text(painter, QRectF(left, rect.y(), target_left - 26 - left, rect.height()), row.heading, size=13)
    icons.paint(painter, QRectF(target_left - 22, round(middle - 6), 12, 12), "next", "slate")
    words = QRectF(target_left, rect.y(), right - 40 - target_left, rect.height())
    draw.text(
        painter,
        words,
        target_title(row.target),
        size=13,
        bold=bool(row.target),
        tone="ink" if row.target else "slate",
    )
    icons.paint(painter, QRectF(right - 34, round(middle - 6), 12, 12), "down", "slate")
    shape, tone = ("disc-check", "leaf") if row.target else ("disc-minus", "slate")
    icons.paint(painter, QRectF(right - 14, round(middle - 7), 14, 14), shape, tone)
