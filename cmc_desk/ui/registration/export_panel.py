"""Where the attendance workbook is asked for: how far its columns may go, whether as CSV too, and how far it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.people import FIELDS, Sensitivity, visible_fields
from cmc_desk.ui.parts.bars import Bar
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.parts.tick import Tick

_NAMES = {
    Sensitivity.PUBLIC: N_("Public list"),
    Sensitivity.DESK: N_("Desk"),
    Sensitivity.TRAVEL: N_("Travel"),
    Sensitivity.SPECIAL: N_("Special"),
}


class ExportPanel(Pane):
    """Shows what would be written; `asked` and `cancelled` are wishes of the user."""

    asked = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sand", lines="t", parent=parent)
        offered = offered_levels()
        self.columns = Combo([(level.value, _(_NAMES[level])) for level in offered], size=13, height=30, parent=self)
        self.columns.setAccessibleName(_("Columns"))
        self.columns.set_key(Sensitivity.DESK.value)
        self.columns.picked.connect(self._on_picked)
        self.csv = Tick(_("each sheet as CSV too"), parent=self)
        self.save = DeskButton(_("Attendance workbook…"), key="Ctrl+E", icon="sheet", kind="outline", parent=self)
        self.save.clicked.connect(self.asked)
        self.cancel = DeskButton(_("Cancel"), key="Alt+C", size="small", parent=self)
        self.cancel.clicked.connect(self.cancelled)
        self._adds = Text(size=12, tone="slate", wrap=True, parent=self)
        self._bar = Bar(name=_("Attendance workbook"), track="sandTrack", parent=self)
        self._lay_out()
        self._on_picked(self.columns.key())
        self.show_rest()

    def limit(self) -> Sensitivity:
        """Return how sensitive the columns may be."""
        return Sensitivity(self.columns.key())

    def show_progress(self, done: object, whole: object) -> None:
        """Show how far the work is."""
        self.save.hide()
        self._bar.show()
        self.cancel.show()
        if isinstance(done, int) and isinstance(whole, int):
            self._bar.set_share(done, max(whole, 1))

    def show_rest(self) -> None:
        """Show that nothing is being written."""
        self.save.show()
        self._bar.hide()
        self.cancel.hide()

    def _on_picked(self, key: str) -> None:
        level = Sensitivity(key)
        self._adds.setText(added_words(level))
        self._adds.set_tone("amberInk" if level is Sensitivity.SPECIAL else "slate")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Text(_("Columns"), size=12, tone="slate", parent=self))
        head.addWidget(self.columns, 1)
        running = QHBoxLayout()
        running.setSpacing(8)
        running.addWidget(self._bar, 1)
        running.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._adds)
        column.addWidget(self.csv)
        column.addWidget(self.save)
        column.addLayout(running)


def offered_levels() -> tuple[Sensitivity, ...]:
    """Return the classes of columns that differ from the one before; what adds nothing is no choice."""
    levels = tuple(Sensitivity)
    return tuple(
        level
        for place, level in enumerate(levels)
        if not place or len(visible_fields(level)) > len(visible_fields(levels[place - 1]))
    )


def added_words(level: Sensitivity) -> str:
    """Return what a class of columns adds to the one before it, in words."""
    titles = [_(field.title) for field in FIELDS if field.sensitivity is level]
    if level is Sensitivity.PUBLIC:
        return _("{columns}. Who does not wish to be listed is left out.").format(columns=", ".join(titles))
    sentence = _("Besides: {columns}.").format(columns=", ".join(titles))
    return sentence + " " + _("Confidential.") if level is Sensitivity.SPECIAL else sentence
