"""A paper that somebody is given: which one, to whom, in which version, and what has changed since the last; then it is made and put on record."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cmc_desk.desk.paper_kinds import PaperKind, paper_kinds
from cmc_desk.desk.travel_exports import hand_over, handed_over, last_made
from cmc_desk.desk.travel_settings import travel_rules
from cmc_desk.i18n import LANGUAGES
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.export_classes import RECIPIENT_WORDS, Recipient, recipients_of
from cmc_desk.rules.papers import Ask, Format
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui import settings
from cmc_desk.ui.context import Context
from cmc_desk.ui.papers.making import Making, Order, Outcome
from cmc_desk.ui.papers.words import form_words
from cmc_desk.ui.papers.work import say_outcome
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.registration.words import language_word
from cmc_desk.ui.setup.form import Form
from cmc_desk.ui.travel.hand_over_rows import change_rows, changes_table, register_table
from cmc_desk.ui.travel.list_states import ListState, all_words, list_states

# Which paper is asked for where, at first.
FIRST = {"arrivals": "manifest", "rooms": "rooming", "payments": "payment-sheet", "budget": "travel-costs"}
_USUAL = "seat-wall"


class HandOverView(QWidget):
    """Nothing leaves the meeting unrecorded: what is shown is made anew, and whoever gets it stands in the register with the version."""

    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._kinds = {kind.key: kind for kind in paper_kinds() if recipients_of(kind.key)}
        self._states: tuple[ListState, ...] = ()
        self._to: tuple[Recipient, str] | None = None
        self.head = PaneHead(_("Hand over"))
        self.back = DeskButton(_("Back"), key="Esc", size="small")
        self.back.clicked.connect(self.left)
        self.head.add(self.back)
        self.words = Text(size=13, wrap=True)
        self.changes = changes_table()
        self.before = PaneHead(_("Handed over before"), side=True, height=30)
        self.register = register_table(context.facts)
        self.paper = Combo([(key, _(kind.title)) for key, kind in self._kinds.items()])
        self.paper.picked.connect(self.show_paper)
        self.form = self._make_form()
        self.making = Making(context.desk, pool=context.pool, parent=self)
        self.making.ended.connect(self._on_made)
        self._lay_out()
        self.setFocusProxy(self.paper)

    def keys(self) -> Sequence[tuple[str, str]]:
        """Return the keys of this view."""
        return (("Ctrl+S", _("Make and hand over")), ("Esc", _("Back")))

    def open(self, tab: str) -> None:
        """Begin with the paper that is asked for most where somebody comes from."""
        self.show_paper(FIRST.get(tab, _USUAL))

    def reload(self) -> None:
        """Read again what would go out now; what is typed stays."""
        kind = self._kind
        try:
            self._states = list_states(self.context.desk, kind.key)
            self.words.setText(all_words(self.context.facts, self._states) or _("This paper is given whole each time."))
        except Refusal as refusal:
            self._states = ()
            self.words.setText(refusal.sentence)
        rows = change_rows(self._states)
        self.changes.set_rows(rows)
        self.changes.setVisible(bool(rows))
        register = self.context.desk.read(handed_over, kind=kind.key)
        self.register.set_rows(register)
        self.register.setVisible(bool(register))
        self.before.say(_("Handed over before"), right="" if register else _("to nobody yet"))

    def show_paper(self, key: str) -> None:
        """Ask about a paper."""
        self.paper.set_key(key)
        kind, facts = self._kind, self.context.facts
        allowed = recipients_of(kind.key)
        self._recipients.set_choices([(one.value, _(RECIPIENT_WORDS[one])) for one in allowed])
        self._forms.set_choices([(form.value, form_words(form)) for form in kind.formats])
        codes = sorted(facts.delegations.values(), key=lambda one: one.name)
        self._only.set_choices([("", _("All")), *((one.code, one.short_name) for one in codes)])
        self.form.field("only").setVisible("only" in kind.asks)
        self.form.field("form").setVisible(len(kind.formats) > 1)
        self.reload()
        self.form.fill(
            {
                "paper": kind.key,
                "to": allowed[0].value,
                "recipient": self._usual_recipient(),
                "only": "",
                "form": kind.formats[0].value,
                "language": facts.meeting.language,
            }
        )

    def save(self) -> None:
        """Make the paper as it is now; once it lies in the folder it is handed over."""
        values = self.form.values()
        self.form.clear_problems()
        if not values["recipient"]:
            # Asked before it is made: a paper that nobody gets is not made here.
            problem = _("To whom is it handed? Type a name, of the firm or of the person.")
            self.form.blame(Refusal(problem, field="recipient"))
            return
        if not self.making.is_running():
            kind = self._kind
            ask = Ask(language=values["language"], only=values["only"] if "only" in kind.asks else "")
            self._to = (Recipient(values["to"]), values["recipient"])
            order = Order(kind, ask, Format(values["form"]), _(kind.title))
            self.making.start([order], settings.papers_folder(self.context.desk.store.path))

    @property
    def _kind(self) -> PaperKind:
        return self._kinds.get(self.paper.key(), self._kinds[_USUAL])

    def _usual_recipient(self) -> str:
        """Return whoever got this paper last; of the hotel the name is known from the settings."""
        rows = self.register.model_of_rows().rows
        sent = next((state.sent for state in self._states if state.sent is not None), None)
        if rows:
            return rows[0].handed.recipient
        if sent is not None:
            return sent.recipient
        return self.context.desk.read(travel_rules).hotel if self._kind.key == "rooming" else ""

    def _on_made(self, outcome: object) -> None:
        if not isinstance(outcome, Outcome) or self._to is None:
            return
        (to, recipient), self._to = self._to, None
        if outcome.trouble or outcome.cancelled or not outcome.made:
            say_outcome(self.context, outcome)
            return
        made = outcome.made[-1]
        paper = self.context.desk.read(last_made, made.kind) or ""
        try:
            handed = self.context.desk.do(hand_over, paper=paper, to=to, recipient=recipient)
        except Refusal as refusal:
            if not self.form.blame(refusal):
                self.context.say("amber", _("Not handed over: "), refusal.sentence)
        except Unavailable as trouble:
            self.context.trouble(trouble)
        else:
            title = _("{title}, version {number}").format(
                title=outcome.orders[-1].title, number=max((handed.version, *handed.lists))
            )
            self.context.say("notice", _("Handed over: "), title, f" · {handed.recipient} · {handed.file}")
            self.reload()

    def _make_form(self) -> Form:
        form = Form(_("To whom"), removes=False)
        form.save_button.set_text(_("Make and hand over"))
        self._recipients, self._forms, self._only = Combo(), Combo(), Combo()
        languages = Combo([(code, language_word(code)) for code in LANGUAGES])
        fields: tuple[tuple[tuple[str, Field], ...], ...] = (
            (("paper", Field(_("Paper"), self.paper)),),
            (("to", Field(_("For"), self._recipients)),),
            (("recipient", Field(_("Whom"), QLineEdit(), hint=_("the firm or the person"))),),
            (("only", Field(_("Delegation"), self._only)),),
            (("language", Field(_("Language"), languages)), ("form", Field(_("Format"), self._forms))),
        )
        for row in fields:
            form.add(*row)
        form.saved.connect(self.save)
        form.left.connect(self.left)
        return form

    def _lay_out(self) -> None:
        self.words.setContentsMargins(16, 10, 16, 10)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget, stretch in (
            (self.head, 0),
            (self.words, 0),
            (self.changes, 2),
            (self.before, 0),
            (self.register, 1),
        ):
            column.addWidget(widget, stretch)
        column.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(column, 1)
        row.addWidget(self.form)

    def focus_first(self) -> None:
        """Put the cursor where most has to be typed."""
        editor: Any = self.form.field("recipient").editor
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        # Whoever got it last is offered, and gone with the first letter of somebody else.
        editor.selectAll()
