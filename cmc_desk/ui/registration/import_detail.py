"""One row of the list: what it says, what we have, what is wrong, and what can be decided."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget

from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.dry_run import PlannedRow
from cmc_desk.rules.import_decisions import Action, Decisions, action
from cmc_desk.rules.importing import RowVerdict
from cmc_desk.ui.context import Facts
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.chip import Chip
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.registration.import_differences import Differences
from cmc_desk.ui.registration.import_state import lacks_delegation
from cmc_desk.ui.registration.import_which import WhichDelegation
from cmc_desk.ui.registration.import_words import verdict_chip

# The keys of the decisions, in the order of the buttons: take what the list says, keep what we have, a person more.
KEYS = ("Right", "Left", "Ins")
_TAKE, _KEEP, _MORE = range(3)
# What can be decided about a row of each kind, with the words for it, by the place of the button.
_OFFERED: dict[RowVerdict, dict[int, tuple[Action, str]]] = {
    RowVerdict.NEW: {_TAKE: (Action.TAKE, N_("Take it in")), _KEEP: (Action.SKIP, N_("Leave it out"))},
    RowVerdict.UPDATE: {
        _TAKE: (Action.TAKE, N_("Take the file")),
        _KEEP: (Action.SKIP, N_("Keep ours")),
        _MORE: (Action.NEW, N_("It is somebody else")),
    },
    RowVerdict.SAME: {
        _KEEP: (Action.SKIP, N_("It is the same person")),
        _MORE: (Action.NEW, N_("It is somebody else")),
    },
    RowVerdict.DUPLICATE: {
        _TAKE: (Action.MERGE, N_("It is the same person")),
        _KEEP: (Action.SKIP, N_("Leave it out")),
        _MORE: (Action.NEW, N_("It is somebody else")),
    },
    RowVerdict.ERROR: {},
}


class DetailPane(Pane):
    """A row and its decisions; `decided` says the action and whether it is for all rows like it."""

    decided = Signal(object, object)
    delegation_chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sand", parent=parent)
        self._chip = Chip(parent=self)
        self._head = PaneHead(side=True, right=self._chip, lines="tb", parent=self)
        self._problems = Text(size=13, tone="coral", wrap=True, parent=self)
        self._note = Text(size=13, tone="slate", wrap=True, parent=self)
        self.which = WhichDelegation(self)
        self.which.chosen.connect(self.delegation_chosen)
        self._differences = Differences(self)
        self._actions: dict[int, Action] = {}
        self.buttons = tuple(DeskButton("", key=key, parent=self) for key in KEYS)
        self._hint = Text(_("Applies to this row. Shift for all rows like it."), size=12, tone="slate", parent=self)
        for button, key in zip(self.buttons, KEYS, strict=True):
            button.clicked.connect(self._on_clicked)
            shortcut = QShortcut(QKeySequence(f"Shift+{key}"), button)
            shortcut.activated.connect(self._on_for_all)
        self._lay_out()

    def _lay_out(self) -> None:
        self._choices = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._choices.setSpacing(8)
        for button in self.buttons[:_MORE]:
            self._choices.addWidget(button)
        words = QVBoxLayout()
        words.setContentsMargins(16, 10, 16, 10)
        words.setSpacing(8)
        for part in (self._problems, self._note, self.which):
            words.addWidget(part)
        self._words = words
        lower = QVBoxLayout()
        lower.setContentsMargins(16, 12, 16, 12)
        lower.setSpacing(8)
        lower.addLayout(self._choices)
        lower.addWidget(self.buttons[_MORE])
        lower.addWidget(self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(words)
        column.addWidget(self._differences)
        column.addLayout(lower)
        column.addStretch(1)

    def show_row(self, row: PlannedRow | None, decisions: Decisions, facts: Facts) -> None:
        """Show a row, or that none is chosen."""
        self._head.setVisible(row is not None)
        self._problems.setVisible(row is not None and bool(row.problems))
        self._note.setVisible(row is not None and bool(row.note))
        self.which.setVisible(row is not None and lacks_delegation(row))
        any_words = row is not None and bool(row.problems or row.note)
        self._words.setContentsMargins(16, 10 if any_words else 0, 16, 10 if any_words else 0)
        if row is None:
            self._differences.show_nothing()
        else:
            self._show(row, decisions, facts)
        self._show_choices(row, decisions)

    def _show(self, row: PlannedRow, decisions: Decisions, facts: Facts) -> None:
        name = row.person.full_name
        number = _("Row {number}").format(number=row.row)
        self._head.say(f"{number}, {name}" if name else number)
        self._chip.set_look(verdict_chip(row, action(row, decisions)))
        self._chip.setMinimumWidth(self._chip.sizeHint().width())
        self._problems.setText("\n".join(f"{problem.cell}: {problem.sentence}" for problem in row.problems))
        self._note.setText(row.note)
        self._note.set_tone("amberInk" if row.verdict is RowVerdict.DUPLICATE else "slate")
        if lacks_delegation(row):
            self.which.ask(row.delegation_text, row.suggestions, facts)
        self._differences.show_row(row, facts)

    def _show_choices(self, row: PlannedRow | None, decisions: Decisions) -> None:
        chosen = None if row is None else action(row, decisions)
        offered = {} if row is None else _OFFERED[row.verdict]
        self._actions = {place: one for place, (one, _words) in offered.items()}
        long = row is not None and row.verdict is RowVerdict.DUPLICATE
        self._choices.setDirection(QBoxLayout.Direction.TopToBottom if long else QBoxLayout.Direction.LeftToRight)
        for place, button in enumerate(self.buttons):
            button.setVisible(place in offered)
            if place in offered:
                one, words = offered[place]
                button.set_text(_(words))
                button.set_kind("soft" if one is chosen else "plain")
        self._hint.setVisible(bool(offered))

    def _on_clicked(self) -> None:
        shift = bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._decide(self.sender(), for_all=shift)

    def _on_for_all(self) -> None:
        self._decide(self.sender().parent(), for_all=True)

    def _decide(self, button: object, *, for_all: bool) -> None:
        place = next((place for place, one in enumerate(self.buttons) if one is button), -1)
        if place in self._actions:
            self.decided.emit(self._actions[place], for_all)

    def minimumSizeHint(self) -> QSize:
        # Wrapped words ask for their height in the narrowest of columns; the page must fit 768 px all the same.
        return QSize(200, 240)
