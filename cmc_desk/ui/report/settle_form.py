"""What becomes of the correction that is chosen: accepted, not accepted or noted, and what is read in place of what."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import pgettext
from cmc_desk.rules.document_kinds import CorrectionOutcome
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.report_standing import Correction
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.report.words import settled_words

_FIELD = 32


class SettleForm(Pane):
    """Every signal is a wish; one that is settled is opened again before it is settled otherwise."""

    settled = Signal()
    reopened = Signal()
    removed = Signal()
    gone_to = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sand", lines="t", parent=parent)
        self._one: Correction | None = None
        self._typed: dict[str, tuple[CorrectionOutcome, tuple[str, ...]]] = {}
        self.full = Text(size=13, wrap=True, parent=self)
        self.outcome = Segment(
            (
                Option(CorrectionOutcome.ACCEPTED.value, pgettext("correction", "Accepted")),
                Option(CorrectionOutcome.NOT_ACCEPTED.value, _("Not accepted")),
                Option(CorrectionOutcome.NOTED.value, _("Noted")),
            ),
            name=_("What became of it"),
            parent=self,
        )
        self.replaced, self.corrected, self.answer = (QLineEdit(self) for _place in range(3))
        self._edits = (self.replaced, self.corrected, self.answer)
        self.replaced.setPlaceholderText(_("empty: the whole paragraph"))
        self.replaced.textChanged.connect(self._on_replaced)
        self._on_replaced("")
        self.fields = {
            "replaced": Field(pgettext("corrigendum", "For"), self.replaced, height=_FIELD, parent=self),
            "corrected": Field(pgettext("corrigendum", "Read"), self.corrected, height=_FIELD, parent=self),
            "answer": Field(_("What is said of it"), self.answer, height=_FIELD, parent=self),
        }
        self.settle = DeskButton(
            pgettext("correction", "Settle"), key="Alt+R", icon="check", kind="primary", parent=self
        )
        self.said = Text(size=13, wrap=True, parent=self)
        self.reopen = DeskButton(_("Open it again"), key="Alt+O", icon="undo", parent=self)
        self.go = DeskButton(_("Paragraph"), key="Alt+P", icon="next", parent=self)
        self.remove = DeskButton(_("Remove"), key="Alt+X", kind="danger", size="small", parent=self)
        self._lay_out()
        self.outcome.chosen.connect(self._offer)
        for line in self._edits:
            line.returnPressed.connect(self.settle.click)
        self.settle.clicked.connect(self.settled)
        self.reopen.clicked.connect(self.reopened)
        self.remove.clicked.connect(self.removed)
        self.go.clicked.connect(self.gone_to)

    def show_correction(self, one: Correction, head: str) -> None:
        """Show a correction; what is being typed of it stays, and what was typed of another waits until that is shown again."""
        another = self._one is None or self._one.key != one.key
        if another:
            self._put_by()
        self._one = one
        self.full.setText(f"{head}\n{one.words}")
        self.go.setVisible(bool(one.paragraph))
        for line, text in zip(self._edits, (one.replaced, one.corrected, one.answer), strict=True):
            if another or not line.isModified():
                line.setText(text)
        if another:
            self.say_problem(None)
            self._bring_back(one.key)
        gone_out = _("It went out with corrigendum {number}.").format(number=one.issued) if one.issued else ""
        self.said.setText(settled_words(one))
        self.reopen.allow(why_not=gone_out)
        self.remove.allow(why_not=gone_out)
        self._offer()

    def chosen_outcome(self) -> CorrectionOutcome:
        """Return what became of it, as it is chosen."""
        return CorrectionOutcome(self.outcome.key())

    def clear(self) -> None:
        """Learn that what was typed was taken."""
        for line in self._edits:
            line.setModified(False)
        self.say_problem(None)

    def say_problem(self, refusal: Refusal | None) -> None:
        """Say what is wrong beside its field; None takes it back."""
        for name, field in self.fields.items():
            field.set_problem(refusal.sentence if refusal is not None and refusal.field == name else "")

    def begin(self) -> None:
        """Give the keyboard to where it is settled."""
        line = self.replaced if self.replaced.isVisible() else self.answer
        (line if line.isVisible() else self.reopen).setFocus()

    def _put_by(self) -> None:
        if self._one is not None and any(line.isModified() for line in self._edits):
            self._typed[self._one.key] = (self.chosen_outcome(), tuple(line.text() for line in self._edits))

    def _bring_back(self, key: str) -> None:
        outcome, texts = self._typed.pop(key, (CorrectionOutcome.ACCEPTED, ()))
        for line, text in zip(self._edits, texts, strict=False):
            line.setText(text)
            line.setModified(True)
        self.outcome.choose(outcome.value)

    def _on_replaced(self, text: str) -> None:
        # A paragraph as a whole is never deleted: those after it keep their numbers.
        self.corrected.setPlaceholderText(
            _("empty: it is deleted") if text.strip() else _("the paragraph as it should read")
        )

    def _offer(self, _key: str = "") -> None:
        one = self._one
        is_open = one is not None and one.settled_at is None
        accepted = self.chosen_outcome() is CorrectionOutcome.ACCEPTED
        self.outcome.setVisible(is_open)
        for name in ("replaced", "corrected"):
            # Before the report is final it is mended in the report itself.
            self.fields[name].setVisible(is_open and accepted and one is not None and one.corrigendum)
        self.fields["answer"].setVisible(is_open)
        self.settle.setVisible(is_open)
        self.said.setVisible(not is_open)
        self.reopen.setVisible(not is_open)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(4)
        column.addWidget(self.full)
        column.addWidget(self.outcome)
        for field in self.fields.values():
            column.addWidget(field)
        column.addWidget(self.settle)
        column.addWidget(self.said)
        column.addWidget(self.reopen)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.go)
        acts.addStretch(1)
        acts.addWidget(self.remove)
        column.addLayout(acts)
