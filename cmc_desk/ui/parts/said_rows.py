"""What a file and the meeting say of one thing: ours struck, theirs underlined, or simply what the file says."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.row_list import RowList, RowPainter
from cmc_desk.ui.parts.runs import Run, paint_runs

_TALL, _LOW = 62, 26
_LABEL = 112


@dataclass(frozen=True, slots=True)
class SaidRow:
    """A field: its title, what we have (empty if nothing), what the file says; ours is `kept` where it stays all the same."""

    title: str
    ours: str
    theirs: str
    kept: bool = False


class SaidRows(QWidget):
    """The fields that differ, or all that the file says if it is compared with nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.differing = _list(_paint_difference, _("What differs"), _TALL, self)
        self._saying = _list(_paint_said, _("What the row says"), _LOW, self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.differing)
        column.addWidget(self._saying)

    def show_rows(self, differing: Sequence[SaidRow], saying: Sequence[SaidRow]) -> None:
        """Show what differs; if nothing does, what the file says."""
        self.differing.set_rows(differing)
        self._saying.set_rows([one for one in saying if one.theirs])
        self._show(differing=bool(differing), saying=not differing)

    def show_nothing(self) -> None:
        """Show no row."""
        self._show(differing=False, saying=False)

    def _show(self, *, differing: bool, saying: bool) -> None:
        self.differing.setVisible(differing)
        self._saying.setVisible(saying)


def _list(paint: RowPainter[SaidRow], name: str, height: int, parent: QWidget) -> RowList[SaidRow]:
    made: RowList[SaidRow] = RowList(
        paint, key=_key, spoken=_spoken, name=name, height=height, choosing=False, ground=_ground, parent=parent
    )
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    return made


def _ground(_row: SaidRow) -> str:
    return "panel"


def _key(row: SaidRow) -> Hashable:
    return row.title


def _spoken(row: SaidRow) -> str:
    if row.kept:
        return _("{field}: ours {ours} is kept, theirs {theirs}").format(
            field=row.title, ours=row.ours, theirs=row.theirs
        )
    if row.ours:
        return _("{field}: ours {ours}, theirs {theirs}").format(field=row.title, ours=row.ours, theirs=row.theirs)
    return f"{row.title}: {row.theirs}"


def _paint_difference(painter: QPainter, rect: QRectF, row: SaidRow, _selected: bool) -> None:  # noqa: FBT001 - a RowPainter
    left, width = rect.x() + 16, rect.width() - 32
    title = _("{field} kept").format(field=row.title) if row.kept else row.title
    draw.text(painter, QRectF(left, rect.y() + 4, width, 18), title, size=12, tone="slate")
    ours = Run(row.ours, mark="" if row.kept else "removed") if row.ours else Run(_("nothing so far"), tone="faint")
    paint_runs(painter, QRectF(left, rect.y() + 21, width, 18), (ours,), size=13)
    theirs = (
        Run(_("The list: {text}").format(text=row.theirs), tone="slate") if row.kept else Run(row.theirs, mark="added")
    )
    paint_runs(painter, QRectF(left, rect.y() + 39, width, 18), (theirs,), size=13)


def _paint_said(painter: QPainter, rect: QRectF, row: SaidRow, _selected: bool) -> None:  # noqa: FBT001 - a RowPainter
    left = rect.x() + 16
    draw.text(painter, QRectF(left, rect.y(), _LABEL - 8, rect.height()), row.title, size=12, tone="slate")
    words = QRectF(left + _LABEL, rect.y(), rect.right() - 16 - left - _LABEL, rect.height())
    draw.text(painter, words, row.theirs, size=13)
