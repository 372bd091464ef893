"""What a row of the list and the meeting say of one person: ours struck, theirs underlined, or simply what the row says."""

from collections.abc import Hashable
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.dry_run import PlannedRow, as_text
from cmc_desk.ui.context import Facts
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.row_list import RowList, RowPainter
from cmc_desk.ui.parts.runs import Run, paint_runs
from cmc_desk.ui.registration.import_words import difference_words, target_title, value_words

_TALL, _LOW = 62, 26
_LABEL = 112


@dataclass(frozen=True, slots=True)
class SaidRow:
    """A field: its title, what we have (empty if nothing), what the list says; ours is `kept` where the list has lost accents."""

    title: str
    ours: str
    theirs: str
    kept: bool = False


class Differences(QWidget):
    """The fields that differ, or all that the row says if it is compared with nobody."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.differing = _list(_paint_difference, _("What differs"), _TALL, self)
        self._saying = _list(_paint_said, _("What the row says"), _LOW, self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.differing)
        column.addWidget(self._saying)

    def show_row(self, row: PlannedRow, facts: Facts) -> None:
        """Show what differs; if nothing does, what the row says."""
        self.differing.set_rows([SaidRow(*difference_words(one, facts), one.kept) for one in row.differs])
        said = [SaidRow(target_title(name), "", _value(row, name, facts)) for name in row.filled]
        said += [SaidRow(target_title(f"code_alias:{source}"), "", code) for source, code in row.aliases]
        if row.desk_note:
            said.append(SaidRow(target_title("desk_note"), "", row.desk_note))
        self._saying.set_rows([one for one in said if one.theirs])
        self._show(differing=bool(row.differs), saying=not row.differs)

    def show_nothing(self) -> None:
        """Show no row."""
        self._show(differing=False, saying=False)

    def _show(self, *, differing: bool, saying: bool) -> None:
        self.differing.setVisible(differing)
        self._saying.setVisible(saying)


def _value(row: PlannedRow, name: str, facts: Facts) -> str:
    return value_words(name, as_text(getattr(row.person, name)), facts)


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
