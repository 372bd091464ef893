"""The checks before the doors open, and the papers that organisers are asked for most."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.door_checks import Check, CheckKind, CheckState
from cmc_desk.rules.overview_words import check_title
from cmc_desk.ui import icons
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.bars import Bar
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.row_list import RowList
from cmc_desk.ui.parts.section_head import PaneHead

CHECK_ROW = 22
_SHAPES = {
    CheckState.GOOD: ("disc-check", "leaf"),
    CheckState.OPEN: ("ring", "slate"),
    CheckState.WARNS: ("triangle", "amber"),
    CheckState.BLOCKS: ("octagon", "coral"),
}
_TONES = {CheckState.WARNS: "amberInk", CheckState.BLOCKS: "coral"}


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A check, and how it stands in words."""

    check: Check
    words: str


@dataclass(frozen=True, slots=True)
class Quick:
    """A button: its key, icon and words."""

    name: str
    key: str
    icon: str
    words: str


def paint_check(painter: QPainter, area: QRectF, row: CheckRow, selected: bool) -> None:  # noqa: FBT001 - a RowPainter
    """Paint a check."""
    shape, tone = _SHAPES[row.check.state]
    loud = row.check.state in _TONES
    icons.paint(painter, QRectF(area.x() + 16, area.center().y() - 7, 14, 14), shape, tone, ground="panel")
    title = check_title(row.check.kind)
    left = area.x() + 39
    middle = left + 158
    draw.text(painter, QRectF(left, area.y(), 156, area.height()), title, size=13, bold=loud)
    right = QRectF(middle, area.y(), area.right() - 16 - middle, area.height())
    tone = "ink" if selected else _TONES.get(row.check.state, "slate")
    draw.text(painter, right, row.words, size=13, tone=tone, align=draw.RIGHT)


def spoken_check(row: CheckRow) -> str:
    """Return what is said of a check: where a copy lies too, and who looked."""
    check = row.check
    more = check.place or (check.looked.operator if check.looked is not None else "")
    return f"{check_title(check.kind)}: {row.words}" + (f" · {more}" if more else "")


class ChecksPane(Pane):
    """`check_taken` is a `CheckKind`, `asked` the name of a quick button."""

    check_taken = Signal(object)
    asked = Signal(str)
    cancelled = Signal()

    def __init__(self, quick: Sequence[Quick], parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self.look = DeskButton(_("Look now"), key="C", size="tight", kind="quiet", parent=self)
        self.head = PaneHead(_("Checks"), side=True, height=38, ground="panel", right=self.look, parent=self)
        self.rows: RowList[CheckRow] = RowList(
            paint_check,
            key=lambda row: row.check.kind,
            spoken=spoken_check,
            name=_("Checks"),
            height=CHECK_ROW,
            parent=self,
        )
        self.rows.setFixedHeight(len(CheckKind) * CHECK_ROW)
        self.rows.taken.connect(self._on_taken)
        self.rows.clicked.connect(self._on_clicked)
        self.quick_head = PaneHead(_("Quick papers"), side=True, height=34, ground="panel", lines="", parent=self)
        self._bar = Bar(name=_("Quick papers"), height=4, parent=self)
        self.buttons: dict[str, DeskButton] = {}
        grid = QGridLayout()
        grid.setContentsMargins(16, 0, 16, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        for place, one in enumerate(quick):
            button = DeskButton(one.words, key=one.key, icon=one.icon, size="small", align=draw.LEFT, parent=self)
            button.clicked.connect(self._on_asked)
            self.buttons[one.name] = button
            grid.addWidget(button, place // 2, place % 2)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.setSpacing(0)
        column_.addWidget(self.head)
        column_.addWidget(self.rows)
        column_.addWidget(self.quick_head)
        column_.addLayout(grid)
        column_.addStretch()
        column_.addWidget(self._bar)
        self.show_rest()

    def show_checks(self, rows: Sequence[CheckRow], good: str) -> None:
        """Show these checks."""
        self.head.say(_("Checks"), good)
        self.rows.set_rows(rows)

    def show_progress(self, words: str, done: int, whole: int) -> None:
        """Show what is being made, and how far it is."""
        self.quick_head.say(_("Quick papers"), right=words)
        self._bar.show()
        self._bar.set_share(done, max(1, whole))

    def show_rest(self) -> None:
        """Show that nothing is being made."""
        self.quick_head.say(_("Quick papers"), right=_("into the folder of the papers"))
        self._bar.hide()

    def _on_asked(self) -> None:
        name = next((name for name, button in self.buttons.items() if button is self.sender()), "")
        self.asked.emit(name)

    def _on_taken(self, row: object) -> None:
        if isinstance(row, CheckRow):
            self.check_taken.emit(row.check.kind)

    def _on_clicked(self, _index: object) -> None:
        self._on_taken(self.rows.current())
