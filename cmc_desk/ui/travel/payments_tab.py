"""The payments: computed, approved, paid against receipts, settled; and the notes that the bank is asked for."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmc_desk.desk.allowances import compute_allowances
from cmc_desk.desk.payment_list import PaymentLine, notes_for_the_bank, payment_lines
from cmc_desk.desk.payments import approve_payments
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.cash import Notes
from cmc_desk.rules.money import figure, money
from cmc_desk.rules.payments import STATE_WORDS
from cmc_desk.rules.travel_states import PaymentState
from cmc_desk.ui.agenda.doing import done
from cmc_desk.ui.context import Context, Facts
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.cells import FlagText
from cmc_desk.ui.parts.chip import ChipKind, ChipLook
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.row_model import Column
from cmc_desk.ui.parts.row_table import DENSE, RowTable
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.travel.money_forms import METHOD_WORDS
from cmc_desk.ui.travel.tab import Tab
from cmc_desk.ui.travel.tab_bar import TabBar

_ALL = "all"
_CHIPS: dict[PaymentState, ChipKind] = {
    PaymentState.COMPUTED: "half",
    PaymentState.APPROVED: "info",
    PaymentState.PAID: "good",
    PaymentState.SETTLED: "good",
    PaymentState.VOID: "absent",
    PaymentState.RECOVERY_DUE: "blocks",
}
_SHOWN = (PaymentState.COMPUTED, PaymentState.APPROVED, PaymentState.PAID, PaymentState.SETTLED)
_ODD = "odd"


class PaymentsTab(Tab):
    """C, O, Y and S act on whoever is chosen; Alt+C and Alt+A on all at once."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._lines: tuple[PaymentLine, ...] = ()
        self._state = _ALL
        self.states = Segment(self._options(), name=_("State of the payments"))
        self.states.chosen.connect(self._on_state)
        self.compute_button = DeskButton(_("Compute all"), key="Alt+C", size="small")
        self.compute_button.clicked.connect(self.compute_all)
        self.approve_button = DeskButton(_("Approve all"), key="Alt+A", size="small")
        self.approve_button.clicked.connect(self.approve_all)
        self.sheet_button = DeskButton(_("Sheet"), key="Ctrl+P", icon="print", size="small")
        self.sheet_button.clicked.connect(self._on_sheet)
        self.bar = TabBar(left=self.states)
        self.table = payments_table(context.facts)
        self.table.chosen.connect(self._on_line)
        self.totals = Text(size=13, bold=True)
        self.notes = Text(size=13, tone="slate", wrap=True)
        foot = Pane("sand", lines="t")
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self.totals)
        said.addWidget(self.notes)
        whole = QHBoxLayout(foot)
        whole.setContentsMargins(16, 8, 16, 8)
        whole.setSpacing(8)
        whole.addLayout(said, 1)
        for button in (self.compute_button, self.approve_button, self.sheet_button):
            whole.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.table, 1)
        column.addWidget(foot)
        self.setFocusProxy(self.table)

    def keys(self) -> Sequence[tuple[str, str]]:
        return (("Alt+C", _("Compute all")), ("Alt+A", _("Approve all that are computed")))

    def reload(self) -> None:
        self._lines = self.context.desk.read(payment_lines)
        self.states.set_options(self._options())
        self._show()
        notes = self.context.desk.read(notes_for_the_bank)
        self.notes.setText("; ".join(notes_words(currency, one) for currency, one in notes.items()))
        self.notes.setVisible(bool(notes))

    def whose(self) -> str:
        line = self.table.current()
        return line.sponsorship if line is not None else ""

    def compute_all(self) -> None:
        """Compute the allowance of everybody who is accepted and not paid; who is left out is told."""
        made = done(self.context, compute_allowances)
        if made is None:
            return
        number, left = len(made[0].done), made[0].left
        words = ngettext("{number} allowance", "{number} allowances", number).format(number=number)
        after = f" · {len(left)}: {left[0].sentence}" if left else ""
        self.context.say("notice" if number else "amber", _("Computed: "), words, after, undo=bool(number))

    def approve_all(self) -> None:
        """Approve everything that is computed, in cash of the meeting; if one cannot be, none is."""
        wanted = tuple(line.key for line in self._lines if line.state is PaymentState.COMPUTED and not line.corrected)
        if not wanted:
            self.context.say("amber", _("Nothing changed: "), _("Nothing is computed that could be approved."))
            return
        made = done(self.context, approve_payments, payments=wanted)
        if made is not None:
            words = ngettext("{number} allowance", "{number} allowances", len(made[0])).format(number=len(made[0]))
            self.context.say("notice", _("Approved: "), words, undo=True)

    def _show(self) -> None:
        shown = [line for line in self._lines if _fits(line, self._state)]
        here = self.table.current()
        mine = [line for line in shown if line.sponsorship == self._wanted]
        # The line that counts is the last; of several of one person the chosen one stays chosen.
        stays = here is not None and here.sponsorship == self._wanted
        key = None if stays or not self._wanted else mine[-1].key if mine else ""
        self.table.set_rows(shown, key=key, first=not self._wanted)
        totals: dict[str, int] = {}
        for line in shown:
            if line.state is not PaymentState.VOID and not line.corrects:
                totals[line.paid_currency] = totals.get(line.paid_currency, 0) + line.handed
        amounts = ", ".join(money(amount, currency) for currency, amount in sorted(totals.items()))
        lines = ngettext("{number} line", "{number} lines", len(shown)).format(number=len(shown))
        self.totals.setText(f"{lines}: {amounts}" if amounts else lines)

    def _options(self) -> list[Option]:
        def count(key: str) -> int:
            return sum(_fits(line, key) for line in self._lines)

        return [
            Option(_ALL, _("All"), count(_ALL)),
            *(Option(state.value, _(STATE_WORDS[state]), count(state.value)) for state in _SHOWN),
            Option(_ODD, _("Void, due"), count(_ODD)),
        ]

    def _on_state(self, key: str) -> None:
        self._state = key
        self._show()

    def _on_line(self, line: object) -> None:
        if isinstance(line, PaymentLine):
            self._wanted = line.sponsorship
            self.chosen.emit(line.sponsorship)

    def _on_sheet(self) -> None:
        self.context.go("papers", "payment-sheet")


def payments_table(facts: Facts, parent: QWidget | None = None) -> RowTable[PaymentLine]:
    """Return the table of the lines."""
    return RowTable(
        (
            Column(_("No."), lambda line: str(line.number), 56, size=13, tone="slate"),
            Column(_("Who"), lambda line: FlagText(facts.flag(line.delegation), line.name), size=13, bold=True),
            Column(_("Agency"), lambda line: ", ".join(share.agency for share in line.shares), 100, size=13),
            Column(_("Allowance"), lambda line: money(line.amount, line.currency), 116, align=draw.RIGHT, size=13),
            Column(
                _("To hand out"), lambda line: money(line.handed, line.paid_currency), 128, align=draw.RIGHT, size=13
            ),
            Column(_("How"), lambda line: _(METHOD_WORDS[line.method]), 92, size=13, tone="slate"),
            Column(_("Receipt"), _receipt, 70, size=13),
            Column(_("State"), _chip, 128),
        ),
        key=lambda line: line.key,
        name=_("Payments"),
        height=DENSE,
        parent=parent,
    )


def notes_words(currency: str, notes: Notes) -> str:
    """Return what the bank is asked for: USD 3 200.00: 30 × 100, 10 × 20."""
    # Notes are in minor units, and their face has no decimals.
    counted = ", ".join(f"{count} × {figure(note, currency).split('.')[0]}" for note, count in notes.counts)
    coins = _(", coins {amount}").format(amount=figure(notes.coins, currency)) if notes.coins else ""
    return _("From the bank {amount}: {notes}").format(amount=money(notes.amount, currency), notes=counted + coins)


def _fits(line: PaymentLine, key: str) -> bool:
    odd = line.state in (PaymentState.VOID, PaymentState.RECOVERY_DUE) or line.corrected
    if key == _ALL:
        return True
    return odd if key == _ODD else line.state.value == key and not line.corrected


def _receipt(line: PaymentLine) -> str:
    if line.receipt is not None:
        return str(line.receipt)
    return _("for {number}").format(number=line.corrects) if line.corrects else ""


def _chip(line: PaymentLine) -> ChipLook:
    if line.corrected:
        return ChipLook(_("Corrected"), "absent")
    return ChipLook(_(STATE_WORDS[line.state]), _CHIPS.get(line.state, "neutral"))
