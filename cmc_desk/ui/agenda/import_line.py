"""One line of the file: what it says, what the agenda has, what is wrong, and whether it is taken."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda_dry_run import FIELDS, LineVerdict, PlannedLine
from cmc_desk.rules.agenda_plan import EndKind, Importance, StartKind
from cmc_desk.rules.agenda_said import field_title, value_words
from cmc_desk.rules.meeting import ItemPlan
from cmc_desk.ui.agenda.import_rows import ShownLine, chip_of
from cmc_desk.ui.agenda.import_state import OpenAgenda
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.chip import Chip
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.said_rows import SaidRow, SaidRows
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.text import Text

# What an item is unless something else is said of it.
_USUAL = (StartKind.FLOW, EndKind.LENGTH, Importance.ORDINARY, False, "", ())
_DECIDED = (LineVerdict.NEW, LineVerdict.CHANGED)


class LinePane(Pane):
    """A line and its decision; `decided` says whether it is taken."""

    decided = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sand", lines="l", parent=parent)
        self._chip = Chip(parent=self)
        self._head = PaneHead(side=True, right=self._chip, parent=self)
        self._problems = Text(size=13, tone="coral", wrap=True, parent=self)
        self._note = Text(size=13, tone="slate", wrap=True, parent=self)
        self.said = SaidRows(self)
        self.take = DeskButton("", key="Right", parent=self)
        self.leave = DeskButton("", key="Left", parent=self)
        self.take.clicked.connect(self._on_take)
        self.leave.clicked.connect(self._on_leave)
        self._lay_out()

    def _lay_out(self) -> None:
        self._words = QVBoxLayout()
        self._words.setSpacing(8)
        self._words.addWidget(self._problems)
        self._words.addWidget(self._note)
        choices = QHBoxLayout()
        choices.setContentsMargins(16, 12, 16, 12)
        choices.setSpacing(8)
        choices.addWidget(self.take)
        choices.addWidget(self.leave)
        choices.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(self._words)
        column.addWidget(self.said)
        column.addLayout(choices)
        column.addStretch(1)

    def show_line(self, row: ShownLine | None, opened: OpenAgenda) -> None:
        """Show a line or an item that is not in the file, or that none is chosen."""
        line = row.line if row is not None else None
        self._head.setVisible(row is not None)
        problems = (
            [f"{one.cell}: {one.sentence}" if one.cell else one.sentence for one in line.problems] if line else []
        )
        note = line.note if line is not None else row.gone.stays if row is not None and row.gone is not None else ""
        self._say(problems, note)
        if row is None:
            self.said.show_nothing()
        else:
            self._head.say(row.title or (line.where if line is not None else ""))
            self._chip.set_look(chip_of(row))
            self._chip.setMinimumWidth(self._chip.sizeHint().width())
            self.said.show_rows(_differing(line, opened), _saying(row.plan, opened))
        self._show_choices(row)

    def _say(self, problems: list[str], note: str) -> None:
        self._problems.setText("\n".join(problems))
        self._problems.setVisible(bool(problems))
        self._note.setText(note)
        self._note.setVisible(bool(note))
        edge = 10 if problems or note else 0
        self._words.setContentsMargins(16, edge, 16, edge)

    def _show_choices(self, row: ShownLine | None) -> None:
        line = row.line if row is not None else None
        offered = line is not None and line.verdict in _DECIDED
        changed = line is not None and line.verdict is LineVerdict.CHANGED
        self.take.set_text(_("Take the file") if changed else _("Take it in"))
        self.leave.set_text(_("Keep ours") if changed else _("Leave it out"))
        takes = row is not None and row.takes
        for button, chosen in ((self.take, takes), (self.leave, not takes)):
            button.setVisible(offered)
            button.set_kind("soft" if chosen else "plain")

    def _on_take(self) -> None:
        self.decided.emit(True)  # noqa: FBT003 - a Signal

    def _on_leave(self) -> None:
        self.decided.emit(False)  # noqa: FBT003 - a Signal

    def minimumSizeHint(self) -> QSize:
        # Wrapped words ask for their height in the narrowest of columns; the page must fit 768 px all the same.
        return QSize(200, 240)


def _differing(line: PlannedLine | None, opened: OpenAgenda) -> list[SaidRow]:
    if line is None:
        return []
    return [
        SaidRow(
            field_title(one.field),
            value_words(one.ours, opened.names),
            value_words(one.theirs, opened.names) or "–",
            one.kept,
        )
        for one in line.differs
    ]


def _saying(plan: ItemPlan | None, opened: OpenAgenda) -> list[SaidRow]:
    """Return what an item is, field by field; what is as usual is left out."""
    if plan is None:
        return []
    said = ((name, getattr(plan, name)) for name in FIELDS)
    return [
        SaidRow(field_title(name), "", value_words(value, opened.names)) for name, value in said if value not in _USUAL
    ]
