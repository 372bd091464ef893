"""The corrections that delegations ask for: until when, which there are, and what became of each."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.report_standing import Correction, ReportStanding
from cmc_desk.ui.context import Facts
from cmc_desk.ui.days import day_words
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.chip import chip_width, paint_chip
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.row_list import RowList
from cmc_desk.ui.parts.row_paint import PAD
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.report.words import correction_state

_HEIGHT = 54
_FIELD = 32


class CorrectionsPane(QWidget):
    """Every signal is a wish; `gone_to` brings the correction whose paragraph is to be shown."""

    asked = Signal()
    settled = Signal()
    removed = Signal()
    gone_to = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: Facts | None = None
        self.window_said = Text(size=13, wrap=True, parent=self)
        self.list: RowList[Correction] = RowList(
            self._paint,
            key=lambda one: one.key,
            spoken=self._spoken,
            name=_("Corrections"),
            height=_HEIGHT,
            parent=self,
        )
        self.new = DeskButton(_("New"), key="Ctrl+N", icon="plus", size="small", parent=self)
        self.paragraph, self.words, self.answer = (QLineEdit(self) for _place in range(3))
        self.delegation = Combo(size=13, height=_FIELD, parent=self)
        self.version = Combo(size=13, height=_FIELD, parent=self)
        self.fields = {
            "version": Field(_("Version"), self.version, height=0, parent=self),
            "paragraph": Field(_("Paragraph"), self.paragraph, height=_FIELD, parent=self),
            "delegation": Field(_("Asked for by"), self.delegation, height=0, parent=self),
            "words": Field(_("What is to be corrected"), self.words, height=_FIELD, parent=self),
            "answer": Field(_("What became of it"), self.answer, height=_FIELD, parent=self),
        }
        self.ask = DeskButton(_("Record it"), key="Alt+R", kind="primary", parent=self)
        self.settle = DeskButton(_("Settle"), key="Alt+R", icon="check", kind="primary", parent=self)
        self.go = DeskButton(_("Paragraph"), key="Alt+P", icon="next", parent=self)
        self.remove = DeskButton(_("Remove"), key="Alt+X", kind="danger", size="small", parent=self)
        self.full = Text(size=13, wrap=True, parent=self)
        self._form, self._chosen = Pane("sand", lines="t", parent=self), Pane("sand", lines="t", parent=self)
        self._lay_out()
        self.list.chosen.connect(self._on_chosen)
        self.list.taken.connect(self._on_taken)
        self.new.clicked.connect(self.begin)
        self.words.returnPressed.connect(self.ask.click)
        self.answer.returnPressed.connect(self.settle.click)
        self.ask.clicked.connect(self.asked)
        self.settle.clicked.connect(self.settled)
        self.remove.clicked.connect(self.removed)
        self.go.clicked.connect(self._on_go)
        self._chosen.hide()

    def show_standing(self, facts: Facts, standing: ReportStanding) -> None:
        """Show the corrections; what is being typed stays."""
        self._facts = facts
        codes = sorted(facts.delegations.values(), key=lambda one: one.name)
        self.delegation.set_choices([("", _("Nobody in particular")), *((one.code, one.short_name) for one in codes)])
        before = self.version.key()
        issues = [str(one.version) for one in reversed(standing.issues)]
        self.version.set_choices([(key, _("Version {number}").format(number=key)) for key in issues])
        self.version.set_key(before if before in issues else issues[0] if issues else "")
        self.window_said.setText(_window_words(standing))
        self.ask.allow(why_not="" if issues else _("Circulate the report first: it is a version that is corrected."))
        self.list.set_rows(standing.corrections)
        self._on_chosen(self.list.current())

    def current(self) -> Correction | None:
        """Return the correction that is chosen."""
        return self.list.current()

    def begin(self) -> None:
        """Begin a new one."""
        self.list.choose_none()
        self._on_chosen(None)
        self.paragraph.setFocus()

    def clear(self) -> None:
        """Learn that what was typed was taken."""
        for line in (self.paragraph, self.words, self.answer):
            line.clear()
        self.say_problem(None)

    def say_problem(self, refusal: Refusal | None) -> None:
        """Say what is wrong beside its field; None takes it back."""
        for name, field in self.fields.items():
            field.set_problem(refusal.sentence if refusal is not None and refusal.field == name else "")

    def _on_chosen(self, one: object) -> None:
        chosen = one if isinstance(one, Correction) else None
        self._form.setVisible(chosen is None)
        self._chosen.setVisible(chosen is not None)
        if chosen is None:
            return
        self.full.setText(f"{self._head(chosen)}\n{chosen.words}")
        self.go.setVisible(bool(chosen.paragraph))
        if not self.answer.isModified() or not self.answer.text():
            self.answer.setText(chosen.answer)

    def _on_taken(self, _one: object) -> None:
        self.answer.setFocus()

    def _on_go(self) -> None:
        if (one := self.current()) is not None:
            self.gone_to.emit(one)

    def _head(self, one: Correction) -> str:
        facts = self._facts
        who = facts.delegation_name(one.delegation) if facts is not None and one.delegation else ""
        place = _("paragraph {number}").format(number=one.paragraph) if one.paragraph else _("the whole report")
        return " · ".join(part for part in (who, place) if part)

    def _spoken(self, one: Correction) -> str:
        state = correction_state(one).text
        return f"{one.number}, {self._head(one)}, {one.words}, {state}"

    def _paint(self, painter: QPainter, rect: QRectF, one: Correction, selected: bool) -> None:  # noqa: FBT001 - a RowPainter
        look = correction_state(one)
        wide = chip_width(look)
        left, right = rect.x() + PAD, rect.right() - PAD
        upper = QRectF(left, rect.y() + 7, right - left - wide - 8, 20)
        paint_chip(painter, QRectF(right - wide, rect.y() + 7, wide, 20), look, selected=selected)
        draw.text(painter, upper, self._head(one), size=13, bold=True)
        lower = QRectF(left, rect.y() + 28, right - left, 18)
        draw.text(painter, lower, one.answer or one.words, size=12, tone="slate")

    def _lay_out(self) -> None:
        upper = QHBoxLayout()
        upper.setContentsMargins(16, 12, 16, 10)
        upper.setSpacing(8)
        upper.addWidget(self.window_said, 1)
        upper.addWidget(self.new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(upper)
        column.addWidget(self.list, 1)
        two = QHBoxLayout()
        two.setSpacing(8)
        two.addWidget(self.fields["version"], 1)
        two.addWidget(self.fields["paragraph"], 1)
        form = _inside(self._form)
        form.addLayout(two)
        form.addWidget(self.fields["delegation"])
        form.addWidget(self.fields["words"])
        form.addWidget(self.ask)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.go)
        acts.addStretch(1)
        acts.addWidget(self.remove)
        chosen = _inside(self._chosen)
        chosen.addWidget(self.full)
        chosen.addWidget(self.fields["answer"])
        chosen.addWidget(self.settle)
        chosen.addLayout(acts)
        column.addWidget(self._form)
        column.addWidget(self._chosen)


def _inside(pane: Pane) -> QVBoxLayout:
    column = QVBoxLayout(pane)
    column.setContentsMargins(16, 10, 16, 12)
    column.setSpacing(4)
    return column


def _window_words(standing: ReportStanding) -> str:
    """Return until when corrections can be asked for, and how many nobody has settled."""
    number = len(standing.open_corrections)
    left = ngettext("{number} is open.", "{number} are open.", number).format(number=number) if number else ""
    if standing.corrections_until is None:
        return left or _("The report was not circulated yet.")
    until = day_words(standing.corrections_until, "ddd d MMM yyyy")
    return " ".join(part for part in (_("Until {date}.").format(date=until), left) if part)
