"""The fields of the recommendation writer: verb, addressee, deadline, and in each language what is recommended and by when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cmc_desk.i18n import chosen_language
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.readouts import Recommendation
from cmc_desk.rules.recommendation_tables import ADDRESSEES, VERBS
from cmc_desk.rules.recommendation_words import LANGUAGES, addressee_words, first_words, needs_addressee
from cmc_desk.ui.context import Facts
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.parts.tick import Tick
from cmc_desk.ui.summaries.form_editor import LEAST, FormEditor
from cmc_desk.ui.travel.typed_days import day_text

BY_HAND_KEY = "Alt+H"
_WORDS = 170


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the fields; `day` is the deadline as it was typed. With `by_hand` the texts are whole sentences."""

    verb: str = ""
    addressee: str = ""
    day: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    until: Mapping[str, str] = field(default_factory=dict)
    by_hand: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing was written."""
        return not any(text.strip() for text in self.texts.values())


class RecommendationFields(QWidget):
    """`changed` comes with every letter; `entered` with Enter in a field."""

    changed = Signal()
    entered = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.verb = Combo(size=15, height=36)
        self.addressee = Combo(size=15, height=36)
        self.day = QLineEdit()
        self.day.setPlaceholderText(_("6 Dec 2020"))
        self.fields = {
            "verb": Field(_("The meeting …"), self.verb, height=36),
            "addressee": Field(_("whom"), self.addressee, height=36),
            "deadline": Field(_("by (a date)"), self.day, height=36),
        }
        self.by_hand = Tick(_("Whole sentences, worded by hand"))
        self.texts: dict[str, FormEditor] = {}
        self.until: dict[str, QLineEdit] = {}
        self.what = Text(size=12, tone="slate")
        self.when = Text(_("or by when, in words"), size=12, tone="slate")
        self._lay_out()
        self.verb.picked.connect(self._on_changed)
        self.addressee.picked.connect(self._on_changed)
        self.day.textEdited.connect(self._on_changed)
        self.day.returnPressed.connect(self.entered)
        self.by_hand.toggled.connect(self._on_by_hand)
        self._show_mode()
        self.setFocusProxy(self.texts[LANGUAGES[0]])

    def offer(self, facts: Facts) -> None:
        """Offer the verbs, and everybody who can be addressed."""
        language = chosen_language()
        self.verb.set_choices([(key, first_words(key, language)) for key in VERBS])
        known = [(key, addressee_words(key, language)) for key in ADDRESSEES]
        states = sorted((code, facts.delegation_name(code)) for code in facts.delegations if code not in ADDRESSEES)
        nobody = [("", _("nobody in particular"))]
        self.addressee.set_choices([*nobody, *known, *sorted(states, key=lambda one: one[1])])

    def fill(self, one: Recommendation | None, typed: Typed | None = None) -> None:
        """Show a recommendation, or what is to be a new one."""
        wanted = typed if typed is not None else typed_of(one)
        blockers = [QSignalBlocker(widget) for widget in (self.verb, self.addressee, self.day, self.by_hand)]
        self.verb.set_key(wanted.verb)
        self.addressee.set_key(wanted.addressee)
        self.day.setText(wanted.day)
        self.by_hand.setChecked(wanted.by_hand)
        del blockers
        for code in LANGUAGES:
            with QSignalBlocker(self.texts[code]):
                self.texts[code].begin(wanted.texts.get(code, ""))
            self.until[code].setText(wanted.until.get(code, ""))
        self.say_problem("", "")
        self._show_mode()

    def typed(self) -> Typed:
        """Return what stands in the fields."""
        return Typed(
            verb=self.verb.key(),
            addressee=self.addressee.key() if needs_addressee(self.verb.key()) else "",
            day=self.day.text().strip(),
            texts={code: editor.text().strip() for code, editor in self.texts.items()},
            until={code: edit.text().strip() for code, edit in self.until.items()},
            by_hand=self.by_hand.isChecked(),
        )

    def say_problem(self, name: str, sentence: str) -> None:
        """Say beside a field what is wrong with it; without a name nothing is."""
        for key, one in self.fields.items():
            one.set_problem(sentence if key == name else "")

    def become(self, texts: Mapping[str, str]) -> None:
        """Put other words into the texts, each as one step that Ctrl+Z takes back."""
        for code, text in texts.items():
            self.texts[code].become(text)

    def set_enabled(self, *, on: bool) -> None:
        """Let the fields be written in, or only be read."""
        for widget in (self.verb, self.addressee, self.day, self.by_hand, *self.until.values()):
            widget.setEnabled(on)
        for editor in self.texts.values():
            editor.setReadOnly(not on)

    def order(self) -> Sequence[QWidget]:
        """Return the fields as Tab goes through them."""
        lines: list[QWidget] = []
        for code in LANGUAGES:
            lines += (self.texts[code], self.until[code])
        return (self.verb, self.addressee, self.day, *lines, self.by_hand)

    def _on_changed(self, *_what: object) -> None:
        self._show_mode()
        self.changed.emit()

    def _on_by_hand(self, *_on: object) -> None:
        self._show_mode()
        self.changed.emit()

    def _show_mode(self) -> None:
        whole = self.by_hand.isChecked()
        self.what.setText(
            _("the whole sentence, as it is to stand")
            if whole
            else _("what is to be done, as it goes on after the addressee")
        )
        addressed = bool(self.verb.key()) and needs_addressee(self.verb.key())
        self.addressee.setEnabled(addressed and self.verb.isEnabled())
        self.when.setVisible(not whole)
        for edit in self.until.values():
            edit.setVisible(not whole)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(12)
        above.addWidget(self.fields["verb"], 4)
        above.addWidget(self.fields["addressee"], 5)
        above.addWidget(self.fields["deadline"], 2)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.addWidget(self.what, 0, 1)
        grid.addWidget(self.when, 0, 2)
        for place, code in enumerate(LANGUAGES, 1):
            name = Text(code.upper(), size=12, bold=True, tone="slate")
            name.setFixedWidth(24)
            editor = FormEditor(size=15)
            editor.setAccessibleName(_("What is recommended, {language}").format(language=code.upper()))
            editor.edited.connect(self._on_changed)
            editor.entered.connect(self.entered)
            edit = QLineEdit()
            edit.setFixedSize(_WORDS, LEAST)
            edit.setAccessibleName(_("By when in words, {language}").format(language=code.upper()))
            edit.textEdited.connect(self._on_changed)
            edit.returnPressed.connect(self.entered)
            self.texts[code], self.until[code] = editor, edit
            grid.addWidget(name, place, 0)
            grid.addWidget(editor, place, 1)
            grid.addWidget(edit, place, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(above)
        column.addLayout(grid)


def typed_of(one: Recommendation | None) -> Typed:
    """Return a recommendation as it stands in the fields."""
    if one is None:
        return Typed(verb=next(iter(VERBS)))
    by_hand = bool(one.texts)
    return Typed(
        verb=one.verb,
        addressee=one.addressee,
        day=day_text(one.deadline),
        texts=dict(one.texts if by_hand else one.objects),
        until=dict(one.deadline_words),
        by_hand=by_hand,
    )


def fact_of(typed: Typed, deadline: date | None) -> Recommendation:
    """Return what is typed as a recommendation, to be put into a sentence."""
    texts = tuple((code, text) for code, text in typed.texts.items() if text)
    return Recommendation(
        key="",
        number=0,
        verb=typed.verb or next(iter(VERBS)),
        addressee=typed.addressee,
        objects=() if typed.by_hand else texts,
        deadline=deadline,
        deadline_words=() if typed.by_hand else tuple((code, text) for code, text in typed.until.items() if text),
        texts=texts if typed.by_hand else (),
    )
