"""The forms of the money: what is provided on a day, how it is paid, what is void and why, and other costs."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from cmc_desk.desk.costs import set_cost
from cmc_desk.desk.payments import approve, void
from cmc_desk.desk.travel_forms import provide
from cmc_desk.desk.travel_settings import travel_rules
from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.allowance_words import PROVIDED_WORDS
from cmc_desk.rules.money import money
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_states import CostKind, Method
from cmc_desk.ui.context import Context
from cmc_desk.ui.days import day_words
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.tick import Tick
from cmc_desk.ui.setup.tick_group import TickGroup
from cmc_desk.ui.travel.travel_form import Said, TravelForm

METHOD_WORDS = {
    Method.CASH: N_("Cash"),
    Method.CARD: N_("Card"),
    Method.BANK: N_("Bank transfer"),
    Method.CHEQUE: N_("Cheque"),
}
COST_WORDS = {
    CostKind.TICKET: N_("Ticket"),
    CostKind.HOTEL: N_("Hotel"),
    CostKind.ALLOWANCE: N_("Allowance"),
    CostKind.TERMINALS: N_("Terminals"),
    CostKind.OTHER: N_("Other"),
}
_AMOUNTS = ("estimated", "committed", "actual", "paid")


class ProvidedForm(TravelForm):
    """What one official gets on a day otherwise than agenda and hotel say; the allowance is computed anew with it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, _("What is provided"), does=_("Compute anew"), parent=parent)
        self.day = Combo()
        self.day.picked.connect(self._on_day)
        self.add(("day", Field(_("Day"), self.day)))
        self.letters = TickGroup([(letter, _(words)) for letter, words in PROVIDED_WORDS.items()])
        self.add(("letters", Field(_("Provided on that day"), self.letters, height=0)))
        self.usual = Tick(_("As agenda and hotel say"))
        self.usual.toggled.connect(self._on_usual)
        self.add(("usual", Field(_("Or"), self.usual, height=24)))

    def choose_day(self, day: date) -> None:
        """Ask about this day."""
        self.day.set_key(day.isoformat())
        self._on_day(self.day.key())

    def prepare(self) -> None:
        days = self.who.allowance.allowance.days if self.who.allowance is not None else ()
        self.day.set_choices([(day.date.isoformat(), day_words(day.date, "ddd d MMM")) for day in days])

    def first_values(self) -> dict[str, Any]:
        key = self.day.key()
        return {"day": key, "letters": tuple(self._provided(key)), "usual": False}

    def store(self, values: dict[str, Any]) -> Said | None:
        if not values["day"]:
            raise Refusal(_("Compute the allowance first."), field="day")
        letters = None if values["usual"] else "".join(values["letters"])
        day = date.fromisoformat(values["day"])
        computed = self.context.desk.do(provide, sponsorship=self.who.key, day=day, letters=letters)
        if computed is None:
            return Said(_("Settled for "), self.name_words(), _(" · what was paid stays as it is"))
        return Said(_("Computed anew: "), self.name_words(), f" · {money(computed.net, computed.currency)}")

    def _provided(self, key: str) -> str:
        days = self.who.allowance.allowance.days if self.who.allowance is not None else ()
        return next((day.provided for day in days if day.date.isoformat() == key), "")

    def _on_day(self, key: str) -> None:
        self.letters.set_keys(tuple(self._provided(key)))

    def _on_usual(self, on: bool) -> None:  # noqa: FBT001 - a slot of Qt
        self.letters.setEnabled(not on)


class ApproveForm(TravelForm):
    """How an allowance is paid, and in which currency."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Approve the allowance"), does=_("Approve"), parent=parent)
        self.add(("method", Field(_("Paid"), Combo([(one.value, _(METHOD_WORDS[one])) for one in Method]))))
        self.add(("currency", Field(_("In which currency"), QLineEdit(), hint=_("empty: that of the meeting's cash"))))

    def intro_words(self) -> str:
        line = self.who.line
        amount = money(line.amount, line.currency) if line is not None else ""
        return f"{self.name_words()} · {amount}"

    def first_values(self) -> dict[str, Any]:
        return {"method": Method.CASH.value, "currency": ""}

    def store(self, values: dict[str, Any]) -> Said | None:
        if self.who.line is None:
            raise Refusal(_("Nothing is computed that could be approved."))
        done = self.context.desk.do(
            approve, payment=self.who.line.key, method=Method(values["method"]), currency=values["currency"]
        )
        return Said(_("Approved: "), self.name_words(), f" · {money(done.handed, done.currency)}")


class VoidForm(TravelForm):
    """A paid line is never changed: a line against it is written, and the allowance can be computed anew."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Make the payment void"), does=_("Make void"), parent=parent)
        self.add(("reason", Field(_("Why"), QLineEdit(), hint=_("stands in the list of payments"))))
        self._returned = Field(_("The money"), Tick(_("Came back")), height=24)
        self.add(("returned", self._returned))

    def intro_words(self) -> str:
        line = self.who.line
        if line is None or line.receipt is None:
            return self.name_words()
        return _("{name} · receipt {number}, {amount}. This cannot be undone.").format(
            name=self.name_words(), number=line.receipt, amount=money(line.handed, line.paid_currency)
        )

    def first_values(self) -> dict[str, Any]:
        self._returned.setVisible(self.who.line is not None and self.who.line.receipt is not None)
        return {"reason": "", "returned": False}

    def store(self, values: dict[str, Any]) -> Said | None:
        line = self.who.line
        if line is None:
            raise Refusal(_("There is no payment."))
        self.context.desk.do(void, payment=line.key, reason=values["reason"], returned=values["returned"])
        return Said(_("Void: "), self.name_words(), undo=line.receipt is None)


class CostForm(TravelForm):
    """What a hotel or something else costs: amounts that are left empty stay as they are."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Other costs"), does=_("Save"), parent=parent)
        kinds = (CostKind.HOTEL, CostKind.TICKET, CostKind.OTHER)
        self.add(
            ("kind", Field(_("What for"), Combo([(one.value, _(COST_WORDS[one])) for one in kinds]))),
            ("currency", Field(_("Currency"), QLineEdit())),
            shares=(3, 2),
        )
        self.add(("estimated", Field(_("Estimated"), QLineEdit())), ("committed", Field(_("Committed"), QLineEdit())))
        self.add(("actual", Field(_("Actual"), QLineEdit())), ("paid", Field(_("Paid"), QLineEdit())))
        self.add(("note", Field(_("Note"), QLineEdit())))

    def first_values(self) -> dict[str, Any]:
        currency = self.context.desk.read(travel_rules).cash_currency
        return {"kind": CostKind.HOTEL.value, "currency": currency, **dict.fromkeys(_AMOUNTS, ""), "note": ""}

    def store(self, values: dict[str, Any]) -> Said | None:
        amounts = {name: values[name] for name in _AMOUNTS if values[name]}
        if not amounts:
            raise Refusal(_("Type at least one amount."), field="estimated")
        kind = CostKind(values["kind"])
        self.context.desk.do(
            set_cost,
            sponsorship=self.who.key,
            kind=kind,
            currency=values["currency"],
            note=values["note"],
            **amounts,
        )
        return Said(_("Cost recorded: "), self.name_words(), f" · {_(COST_WORDS[kind])}")
