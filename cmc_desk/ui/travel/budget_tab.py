"""What the agencies planned, what it comes to, and what is paid."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cmc_desk.desk.costs import CostRow
from cmc_desk.desk.travel_budget import BudgetRow, budget, set_budget
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.money import figure, from_minor
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.row_model import Column
from cmc_desk.ui.parts.row_table import DENSE, RowTable
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.setup.form import Form
from cmc_desk.ui.travel.budget_bars import BarLook, BudgetBars
from cmc_desk.ui.travel.money_forms import COST_WORDS
from cmc_desk.ui.travel.tab import Tab
from cmc_desk.ui.travel.tiles import agency_looks


class BudgetTab(Tab):
    """The chart of the agencies, every cost in its own currency beneath, and at the right what an agency has planned."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._rows: tuple[BudgetRow, ...] = ()
        self._filled = False
        self.bars = BudgetBars()
        self.words = Text(size=12, tone="slate", wrap=True)
        self.table: RowTable[CostRow] = RowTable(
            (
                Column(_("Agency"), lambda row: row.agency, 100, size=13, bold=True),
                Column(_("What for"), lambda row: _(COST_WORDS[row.kind]), size=13),
                Column(_("Currency"), lambda row: row.currency, 84, size=13, tone="slate"),
                *(
                    Column(title, _amount(name), 116, align=draw.RIGHT, size=13)
                    for title, name in (
                        (_("Estimated"), "estimated"),
                        (_("Committed"), "committed"),
                        (_("Actual"), "actual"),
                        (_("Paid"), "paid"),
                    )
                ),
            ),
            key=lambda row: (row.agency, row.kind, row.currency),
            name=_("Costs"),
            height=DENSE,
        )
        self.form = Form(_("Budget of an agency"), removes=False)
        self.agency = Combo()
        self.agency.picked.connect(self._on_agency)
        self.form.add(("agency", Field(_("Agency"), self.agency)))
        self.form.add(
            ("amount", Field(_("Planned"), QLineEdit(), hint=_("empty: no budget"))),
            ("currency", Field(_("Currency"), QLineEdit())),
            shares=(3, 2),
        )
        self.form.saved.connect(self.save)
        self.form.left.connect(self._put_back)
        self._lay_out()
        self.setFocusProxy(self.table)

    def keys(self) -> Sequence[tuple[str, str]]:
        return (("Ctrl+S", _("Save the budget")),)

    def reload(self) -> None:
        day = self.context.facts.meeting.local(self.context.now()).date()
        self._rows = self.context.desk.read(budget, day=day)
        looks = agency_looks([row.agency for row in self._rows])
        self.bars.set_bars([BarLook(row, looks[row.agency].tone) for row in self._rows])
        self.table.set_rows([cost for row in self._rows for cost in row.rows], first=True)
        left_out = sorted({cost.currency for row in self._rows for cost in row.unconverted})
        self.words.setText(
            _("Not in the sums, because nobody entered a rate of exchange for this month: {currencies}").format(
                currencies=", ".join(left_out)
            )
            if left_out
            else _(
                "Dark what is committed, light what is expected, the line through it what is paid, the mark the budget."
            )
        )
        if not self._filled or not self.form.is_changed():
            self._filled = True
            self.agency.set_choices([(row.agency, row.name) for row in self._rows])
            self._put_back()

    def leave(self) -> bool:
        return not self._filled or not self.form.is_changed() or self.save()

    def save(self) -> bool:
        """Save what an agency has planned; say whether that is done."""
        values = self.form.values()
        self.form.clear_problems()
        try:
            self.context.desk.do(
                set_budget, agency=values["agency"], amount=values["amount"], currency=values["currency"]
            )
        except Refusal as refusal:
            if not self.form.blame(refusal):
                self.context.say("amber", _("Nothing changed: "), refusal.sentence)
            return False
        except Unavailable as trouble:
            self.context.trouble(trouble)
            return False
        self.context.say("notice", _("Budget saved: "), values["agency"], undo=True)
        self.form.fill(values)
        self.reload()
        return True

    def _put_back(self) -> None:
        self.form.fill(self._values(self.agency.key()))

    def _on_agency(self, key: str) -> None:
        self.form.fill(self._values(key))

    def _values(self, key: str) -> dict[str, Any]:
        row = next((one for one in self._rows if one.agency == key), None)
        amount = f"{from_minor(row.budget, row.currency)}" if row is not None and row.budget is not None else ""
        return {"agency": key, "amount": amount, "currency": row.currency if row is not None else ""}

    def _lay_out(self) -> None:
        chart = Pane("panel", lines="b")
        inside = QVBoxLayout(chart)
        inside.setContentsMargins(0, 8, 0, 8)
        inside.addWidget(self.bars)
        said = QHBoxLayout()
        said.setContentsMargins(16, 0, 16, 0)
        said.addWidget(self.words)
        inside.addLayout(said)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(chart)
        left.addWidget(self.table, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.form)


def _amount(name: str) -> Any:
    return lambda row: figure(getattr(row.amounts, name), row.currency)
