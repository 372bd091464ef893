"""The recommendation writer: the fields, and beneath them what the sentence says in each language while it is being written."""

from datetime import date
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmc_desk.desk.readout_called import addressees
from cmc_desk.desk.recommendations import worded
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agent_values import read_day
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.rules.readouts import Recommendation
from cmc_desk.rules.recommendation_tables import Addressee
from cmc_desk.rules.recommendation_words import LANGUAGES
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.callout import Callout
from cmc_desk.ui.parts.keycap import KeyCap, key_text, sequences
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.summaries.recommendation_fields import BY_HAND_KEY, RecommendationFields, Typed, fact_of, typed_of

SAVE_KEY = "Ctrl+Return"


class RecommendationForm(Pane):
    """`saved` asks for what is typed to be kept; `dirty` says whether anything is typed that is not."""

    saved = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self.context = context
        self._before = Typed()
        # What was made of the fields, and what stood in them, before a sentence was worded by hand.
        self._made: dict[str, str] = {}
        self._objects: dict[str, str] = {}
        self._known: dict[str, Addressee] = {}
        self.head = PaneHead(_("Write a recommendation"))
        self.save = DeskButton(_("Save"), key=SAVE_KEY, kind="primary", size="small")
        self.head.add(self.save)
        self.decided = Callout("lagoon")
        self.fields = RecommendationFields()
        self.preview: dict[str, Text] = {}
        by_hand = QShortcut(self)
        by_hand.setKeys(sequences(BY_HAND_KEY))
        by_hand.activated.connect(self._turn_by_hand)
        self._lay_out()
        self.fields.changed.connect(self.show_preview)
        self.fields.by_hand.toggled.connect(self._on_by_hand)
        self.fields.entered.connect(self.saved)
        self.save.clicked.connect(self.saved)
        self.setFocusProxy(self.fields)

    @property
    def dirty(self) -> bool:
        """Whether anything is typed that was not kept."""
        return self.fields.typed() != self._before

    def offer(self) -> None:
        """Offer who can be addressed as the meeting knows them now."""
        self.fields.offer(self.context.facts)
        try:
            self._known = self.context.desk.read(addressees)
        except Unavailable:
            self._known = {}

    def show_recommendation(self, one: Recommendation | None, typed: Typed | None = None) -> None:
        """Show a recommendation, or an empty form; with `typed` it begins with these words, which are not kept yet."""
        self._objects = dict(one.objects) if one is not None else {}
        self.fields.fill(one, typed)
        self._before = typed_of(one)
        if typed is None:
            # As the fields give it back, blanks and all: else it would seem to have been changed.
            self._before = self.fields.typed()
        title = _("Recommendation {number}").format(number=one.number) if one else _("A new recommendation")
        self.head.say(title)
        open_still = one is None or one.decided is Decided.PENDING
        self.decided.setVisible(not open_still)
        if not open_still:
            self.decided.say(_("This recommendation is decided"), _("Reopen it in the approval before you change it."))
        self.fields.set_enabled(on=open_still)
        self.save.allow(why_not="" if open_still else _("It is decided: reopen it first."))
        self.show_preview()

    def deadline_of(self, typed: Typed) -> date | None:
        """Return the date that was typed, or None; raises Refusal with the field if it is no date."""
        if not typed.day:
            return None
        try:
            return read_day(typed.day, self.context.facts.meeting.days[-1])
        except Refusal as refusal:
            raise Refusal(refusal.sentence, field="deadline") from None

    def refuse(self, refusal: Refusal) -> None:
        """Say what is wrong, beside its field where it has one."""
        self.fields.say_problem(refusal.field, refusal.sentence)
        if refusal.field not in self.fields.fields:
            self.context.say("amber", _("Not saved: "), refusal.sentence)

    def show_preview(self) -> None:
        """Show what the sentence says in each language."""
        typed = self.fields.typed()
        self.fields.say_problem("", "")
        try:
            deadline = self.deadline_of(typed)
        except Refusal as refusal:
            self.fields.say_problem("deadline", refusal.sentence)
            deadline = None
        for code, line in self.preview.items():
            said = worded(fact_of(typed, deadline), code, self._known)
            line.setText(said or _("nothing in this language yet"))
            line.set_tone("ink" if said else "slate")
            if not typed.by_hand:
                self._made[code] = said

    def _turn_by_hand(self) -> None:
        if self.fields.by_hand.isEnabled():
            self.fields.by_hand.toggle()

    def _on_by_hand(self, by_hand: bool) -> None:  # noqa: FBT001 - a slot
        """Begin to word a sentence by hand with the one that was made; and go back to what it was made of."""
        texts = self.fields.typed().texts
        if by_hand:
            self._objects = dict(texts)
            self.fields.become({code: self._made[code] for code, text in texts.items() if text})
        elif self._objects:
            self.fields.become(self._objects)

    def _lay_out(self) -> None:
        box = QVBoxLayout()
        box.setContentsMargins(20, 12, 20, 12)
        box.setSpacing(6)
        box.addWidget(self.fields)
        tick = QHBoxLayout()
        tick.setContentsMargins(34, 2, 0, 6)
        tick.addWidget(self.fields.by_hand)
        tick.addWidget(KeyCap(key_text(BY_HAND_KEY)))
        tick.addStretch(1)
        box.addLayout(tick)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.decided)
        column.addLayout(box)
        shown = Pane("sand", lines="t")
        lines = QVBoxLayout(shown)
        lines.setContentsMargins(20, 10, 20, 12)
        lines.setSpacing(8)
        lines.addWidget(Text(_("As it will stand"), size=12, tone="slate"))
        for code in LANGUAGES:
            row = QHBoxLayout()
            row.setSpacing(10)
            name = Text(code.upper(), size=12, bold=True, tone="slate")
            name.setFixedWidth(24)
            said = Text(size=15, wrap=True)
            said.setAccessibleName(_("The sentence, {language}").format(language=code.upper()))
            self.preview[code] = said
            row.addWidget(name)
            row.addWidget(said, 1)
            lines.addLayout(row)
        lines.addStretch(1)
        column.addWidget(shown, 1)

    def set_tab_order(self) -> None:
        """Let Tab go through the fields as they are read, and on to saving; whoever adds to the form calls it afterwards."""
        for first, second in pairwise((*self.fields.order(), self.save)):
            QWidget.setTabOrder(first, second)
