"""The corrections that delegations ask for: until when, which there are, and what became of each."""

from collections.abc import Collection

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext, pgettext
from cmc_desk.rules.document_kinds import ReportStatus
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.report_standing import Correction, ReportIssue, ReportStanding, editions, issue_of, newest_first
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
from cmc_desk.ui.registration.words import language_word
from cmc_desk.ui.report.settle_form import SettleForm
from cmc_desk.ui.report.words import correction_state

_HEIGHT = 54
_FIELD = 32


class CorrectionsPane(QWidget):
    """Every signal is a wish; those of `chosen` are about the correction that is chosen in the list."""

    asked = Signal()
    issue_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: Facts | None = None
        self._issues: dict[str, ReportIssue] = {}
        self.window_said = Text(size=13, wrap=True, parent=self)
        self.list: RowList[Correction] = RowList(
            self._paint,
            key=lambda one: one.key,
            spoken=self._spoken,
            name=_("Corrections"),
            height=_HEIGHT,
            parent=self,
        )
        self.new = DeskButton(pgettext("correction", "New"), key="Ctrl+N", icon="plus", size="small", parent=self)
        self.paragraph, self.words = QLineEdit(self), QLineEdit(self)
        self.delegation = Combo(size=13, height=_FIELD, parent=self)
        self.version = Combo(size=13, height=_FIELD, parent=self)
        self.fields = {
            "version": Field(_("Version"), self.version, height=0, parent=self),
            "paragraph": Field(_("Paragraph"), self.paragraph, height=_FIELD, parent=self),
            "delegation": Field(_("Asked for by"), self.delegation, height=0, parent=self),
            "words": Field(_("What is to be corrected"), self.words, height=_FIELD, parent=self),
        }
        self.ask = DeskButton(_("Record it"), key="Alt+R", kind="primary", parent=self)
        self._out = QWidget(self)
        self.issue = DeskButton(_("Issue a corrigendum"), key="Alt+I", icon="letter", parent=self._out)
        self.going_out = Text(size=12, tone="slate", wrap=True, parent=self._out)
        self._form = Pane("sand", lines="t", parent=self)
        self.chosen = SettleForm(self)
        self._lay_out()
        self.list.chosen.connect(self._on_chosen)
        self.list.taken.connect(self._on_taken)
        self.new.clicked.connect(self.begin)
        self.words.returnPressed.connect(self.ask.click)
        self.ask.clicked.connect(self.asked)
        self.issue.clicked.connect(self.issue_asked)
        self.chosen.hide()

    def show_standing(self, facts: Facts, standing: ReportStanding) -> None:
        """Show the corrections; what is being typed stays."""
        self._facts = facts
        codes = sorted(facts.delegations.values(), key=lambda one: one.name)
        self.delegation.set_choices([("", _("Nobody in particular")), *((one.code, one.short_name) for one in codes)])
        known, before = self._issues, self.version.key()
        self._issues = {_key(one): one for one in newest_first(standing.issues)}
        several = {one.version for one in standing.issues if len(editions(standing.issues, one.version)) > 1}
        self.version.set_choices([(key, _version(one, several)) for key, one in self._issues.items()])
        newest = issue_of(standing.issues, standing.version)
        if newest is not None:
            # What was chosen stays; what has just been issued is what is corrected next.
            self.version.set_key(before if before in self._issues and _key(newest) in known else _key(newest))
        self.window_said.setText(_window_words(standing))
        self.ask.allow(
            why_not="" if self._issues else _("Circulate the report first: it is a version that is corrected.")
        )
        final, number = standing.status is ReportStatus.FINAL, len(standing.going_out)
        waiting = ngettext("{number} goes out with the next one.", "{number} go out with the next one.", number)
        self.going_out.setText(waiting.format(number=number) if number else "")
        self.going_out.setVisible(bool(number))
        self._out.setVisible(final)
        self.issue.allow(why_not="" if number else _("Accept a correction of the final report before it goes out."))
        self.list.set_rows(standing.corrections)
        self._on_chosen(self.list.current())

    def current(self) -> Correction | None:
        """Return the correction that is chosen."""
        return self.list.current()

    def version_asked(self) -> ReportIssue | None:
        """Return the text of which a correction is asked for, None if none was issued."""
        return self._issues.get(self.version.key())

    def begin(self) -> None:
        """Begin a new one."""
        self.list.choose_none()
        self._on_chosen(None)
        self.paragraph.setFocus()

    def clear(self) -> None:
        """Learn that what was typed was taken."""
        for line in (self.paragraph, self.words):
            line.clear()
        self.say_problem(None)

    def say_problem(self, refusal: Refusal | None) -> None:
        """Say what is wrong beside its field; None takes it back."""
        for name, field in self.fields.items():
            field.set_problem(refusal.sentence if refusal is not None and refusal.field == name else "")
        self.chosen.say_problem(refusal)

    def _on_chosen(self, one: object) -> None:
        chosen = one if isinstance(one, Correction) else None
        self._form.setVisible(chosen is None)
        self.chosen.setVisible(chosen is not None)
        if chosen is not None:
            self.chosen.show_correction(chosen, self._head(chosen))

    def _on_taken(self, _one: object) -> None:
        self.chosen.begin()

    def _head(self, one: Correction) -> str:
        facts = self._facts
        who = facts.delegation_name(one.delegation) if facts is not None and one.delegation else ""
        place = _("paragraph {number}").format(number=one.paragraph) if one.paragraph else _("the whole report")
        issued = issue_of(tuple(self._issues.values()), one.version)
        text = "" if issued is None or issued.edition == one.edition else language_word(one.edition.language)
        words = " · ".join(part for part in (place, who, text) if part)
        return words[:1].upper() + words[1:]

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
        draw.text(painter, lower, _lower_words(one), size=12, tone="slate")

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
        out = QVBoxLayout(self._out)
        out.setContentsMargins(16, 0, 16, 10)
        out.setSpacing(6)
        out.addWidget(self.going_out)
        out.addWidget(self.issue)
        column.addWidget(self._out)
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
        column.addWidget(self._form)
        column.addWidget(self.chosen)


def _inside(pane: Pane) -> QVBoxLayout:
    column = QVBoxLayout(pane)
    column.setContentsMargins(16, 10, 16, 12)
    column.setSpacing(4)
    return column


def _key(one: ReportIssue) -> str:
    return f"{one.version} {one.language} {one.attributed:d}"


def _version(one: ReportIssue, several: Collection[int]) -> str:
    """Return how a version is called, with its language where it was issued in several."""
    words = _("Version {number}").format(number=one.version)
    if one.version not in several:
        return words
    unnamed = "" if one.attributed else _("without names")
    return " · ".join(part for part in (words, language_word(one.language), unnamed) if part)


def _lower_words(one: Correction) -> str:
    """Return what the list says of a correction below its head: what it is, or what became of it."""
    instead = " → ".join((one.replaced, one.corrected or "–")) if one.replaced else one.corrected
    return one.words if one.settled_at is None else instead or one.answer or one.words


def _window_words(standing: ReportStanding) -> str:
    """Return until when corrections can be asked for, and how many nobody has settled."""
    number = len(standing.open_corrections)
    left = ngettext("{number} is open.", "{number} are open.", number).format(number=number) if number else ""
    if standing.corrections_until is None:
        return left or _("The report was not circulated yet.")
    until = day_words(standing.corrections_until, "ddd d MMM yyyy")
    return " ".join(part for part in (_("Until {date}.").format(date=until), left) if part)
