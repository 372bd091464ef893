"""Puts a delegation on the list of speakers: some letters of its name, Enter; those who are present are offered first."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.delegations import DelegationIndex, sort_key
from cmc_desk.rules.floor_kinds import SpeechKind
from cmc_desk.rules.folding import matched_spans
from cmc_desk.ui.agenda.words import speech_word
from cmc_desk.ui.context import Facts
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.chip import ChipLook
from cmc_desk.ui.parts.empty_state import EmptyState
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.result_list import HitRow, ResultList
from cmc_desk.ui.parts.search_field import SearchField
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.text import Text

_ROW = 40


class AddPanel(Pane):
    """Stays open until it is left, so that five name plates are five times letters and Enter."""

    added = Signal(str, object)
    all_asked = Signal()
    left = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self._kind = SpeechKind.STATEMENT
        self._facts: Facts | None = None
        self._present: Collection[str] = frozenset()
        self._waiting: Collection[str] = frozenset()
        self._heard: Collection[str] = frozenset()
        self._index = DelegationIndex(())
        self.head = PaneHead(side=True)
        self.close_button = DeskButton(_("Back"), key="Esc", size="small")
        self.close_button.clicked.connect(self.left)
        self.head.add(self.close_button)
        self.field = SearchField(name=_("Delegation"), placeholder=_("letters of its name"), icon="search")
        self.field.text_changed.connect(self._on_typed)
        self.field.entered.connect(self._on_entered)
        self.list = ResultList(name=_("Delegations"), height=_ROW)
        self.field.stepped.connect(self.list.step)
        self.list.taken.connect(self._on_taken)
        self.list.clicked.connect(self._on_entered)
        # Above the list, which stays: the keyboard is in the field.
        self.nobody = EmptyState(icon="search", title=_("No delegation is called so"), parent=self.list)
        self.nobody.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.nobody.hide()
        self.words = Text(size=12, tone="slate", wrap=True)
        self.all_button = DeskButton(_("Add all present"), key="Alt+A", size="small")
        self.all_button.clicked.connect(self.all_asked)
        foot = Pane("sand", lines="t")
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 10, 20, 10)
        row.setSpacing(12)
        row.addWidget(self.words, 1)
        row.addWidget(self.all_button)
        body = QVBoxLayout()
        body.setContentsMargins(20, 12, 20, 12)
        body.addWidget(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(body)
        column.addWidget(self.list, 1)
        column.addWidget(foot)

    def open(
        self,
        kind: SpeechKind,
        facts: Facts,
        *,
        present: Collection[str],
        waiting: Collection[str],
        heard: Collection[str],
    ) -> None:
        """Ask for a delegation that wants to speak; `waiting` are those who are on the list already, `heard` those who spoke."""
        self._kind, self._facts = kind, facts
        self._index = DelegationIndex((row.code, (*row.names, *row.aliases)) for row in facts.delegations.values())
        statement = kind is SpeechKind.STATEMENT
        self.head.say(_("Add a speaker") if statement else speech_word(kind))
        self.words.setText(_words(kind))
        self.all_button.setVisible(statement)
        self.field.set_text("")
        self.refresh(present, waiting, heard)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, present: Collection[str], waiting: Collection[str], heard: Collection[str]) -> None:
        """Show who is present, who is on the list, and who was heard."""
        self._present, self._waiting, self._heard = present, waiting, heard
        self.all_button.allow(why_not="" if self.free() else _("All who are present are on the list or were heard."))
        self._on_typed(self.field.text())

    def free(self) -> list[str]:
        """Return those who are present, not on the list and not heard yet, by name."""
        there = {*self._waiting, *self._heard}
        return [code for code in self._by_name() if code in self._present and code not in there]

    def _by_name(self) -> list[str]:
        facts = self._facts
        if facts is None:
            return []
        return sorted(facts.delegations, key=lambda code: sort_key(facts.delegation_name(code)))

    def _on_typed(self, text: str) -> None:
        facts = self._facts
        if facts is None:
            return
        codes: Sequence[str] = self._index.suggest(text, 12) if text.strip() else self._by_name()
        # Present ones first, those on the list already last; otherwise as they were found.
        codes = sorted(codes, key=lambda code: (self._taken(code), self._spoke(code), code not in self._present))
        self.list.set_rows(
            [self._row(facts, code, text) for code in codes], key=codes[0] if codes else None, first=True
        )
        self.nobody.say(
            _("No delegation is called so"),
            _("Try the first letters of another of its names; Setup (Ctrl+8) adds a delegation that is missing."),
        )
        self.nobody.setGeometry(self.list.viewport().geometry())
        self.nobody.setVisible(not codes)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.nobody.setGeometry(self.list.viewport().geometry())

    def _taken(self, code: str) -> bool:
        return self._kind is SpeechKind.STATEMENT and code in self._waiting

    def _spoke(self, code: str) -> bool:
        return self._kind is SpeechKind.STATEMENT and code in self._heard

    def _row(self, facts: Facts, code: str, text: str) -> HitRow:
        name = facts.delegation_name(code)
        if self._taken(code):
            chip = ChipLook(_("On the list"), "neutral")
        elif self._spoke(code):
            chip = ChipLook(_("Heard · once more"), "half")
        elif code in self._present:
            chip = ChipLook(_("Present"), "good")
        else:
            chip = ChipLook(_("Not here"), "notyet")
        return HitRow(code, name, flag=facts.flag(code), hits=matched_spans(name, text), chip=chip)

    def _on_entered(self) -> None:
        self._on_taken(self.list.current())

    def _on_taken(self, row: object) -> None:
        if isinstance(row, HitRow):
            self.field.set_text("")
            self.added.emit(str(row.key), self._kind)


def _words(kind: SpeechKind) -> str:
    match kind:
        case SpeechKind.POINT_OF_ORDER:
            return _("Has the floor at once; whoever speaks is paused and keeps the time that is left.")
        case SpeechKind.QUESTION:
            return _("Interrupts whoever speaks, who keeps the time that is left.")
        case SpeechKind.RIGHT_OF_REPLY:
            return _("Speaks after the statements, or when you give the floor.")
        case _:
            return _("Enter adds, Esc goes back.")
