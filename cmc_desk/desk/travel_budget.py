"""Budget against actual, by agency: what the chart of the Budget tab and the agencies' page show."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.costs import Amounts, CostRow, cost_rows
from cmc_desk.desk.daily_rates import ExchangeRate, exchange_rates, quote
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.currencies import checked_currency
from cmc_desk.rules.money import converted, from_minor, read_amount, to_minor
from cmc_desk.rules.refusal import Refusal


@dataclass(frozen=True, slots=True)
class BudgetRow:
    """What an agency planned and what it comes to, in minor units of `currency`.

    `expected` is actual where it is known, else committed, else estimated; `rows` are the costs in their own currencies, and
    `unconverted` those for whose currency nobody entered a rate: they are in no sum.
    """

    agency: str
    name: str
    currency: str
    budget: int | None
    amounts: Amounts
    expected: int
    rows: tuple[CostRow, ...]
    unconverted: tuple[CostRow, ...]

    @property
    def left(self) -> int | None:
        """What the budget has left; below nothing if it is exceeded, None without a budget."""
        return None if self.budget is None else self.budget - self.expected


@command("travel.set_budget")
def set_budget(tx: Tx, *, agency: str, amount: str, currency: str) -> None:
    """Write what an agency has planned, as it is typed; an empty amount is no budget."""
    row = tx.session.get(schema.Agency, agency)
    if row is None:
        raise Refusal(_("There is no agency “{agency}”.").format(agency=agency), field="agency")
    code = checked_currency(currency)
    row.budget = to_minor(read_amount(amount), code) if amount.strip() else None
    row.budget_currency = code


def budget(session: Session, *, day: date) -> tuple[BudgetRow, ...]:
    """Return budget and costs of each agency, converted with the rates of the month of `day`, in the order of the agencies."""
    rates, costs = exchange_rates(session), cost_rows(session)
    agencies = session.scalars(select(schema.Agency).order_by(schema.Agency.position, schema.Agency.id))
    return tuple(
        _row(agency, tuple(row for row in costs if row.agency == agency.id), rates, day) for agency in agencies
    )


def _row(agency: schema.Agency, costs: tuple[CostRow, ...], rates: tuple[ExchangeRate, ...], day: date) -> BudgetRow:
    amounts, expected, unconverted = Amounts(), 0, []
    for cost in costs:
        same = _converted(cost, agency.budget_currency, rates, day)
        if same is None:
            unconverted.append(cost)
        else:
            amounts += same.amounts
            expected += same.expected
    return BudgetRow(
        agency=agency.id,
        name=agency.name,
        currency=agency.budget_currency,
        budget=agency.budget,
        amounts=amounts,
        expected=expected,
        rows=costs,
        unconverted=tuple(unconverted),
    )


def _converted(cost: CostRow, currency: str, rates: tuple[ExchangeRate, ...], day: date) -> CostRow | None:
    """Return a cost in another currency, or None if nobody entered a rate."""
    found = quote(rates, base=cost.currency, quoted=currency, day=day)
    if found is None:
        return None

    def turned(minor: int) -> int:
        amount = from_minor(minor, cost.currency)
        return to_minor(converted(amount, rate=found.rate, currency=currency, inverse=found.inverse), currency)

    one = cost.amounts
    amounts = Amounts(turned(one.estimated), turned(one.committed), turned(one.actual), turned(one.paid))
    return replace(cost, currency=currency, amounts=amounts, expected=turned(cost.expected))
