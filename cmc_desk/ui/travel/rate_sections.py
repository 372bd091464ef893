"""What a day at a place is worth, and what a currency is worth in another: tables, each row with its source."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from cmc_desk.desk.daily_rates import (
    ExchangeRate,
    daily_rates,
    exchange_rates,
    remove_exchange_rate,
    remove_rate,
    set_exchange_rate,
    set_rate,
)
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.allowance_stays import DailyRate
from cmc_desk.rules.money import money
from cmc_desk.ui.context import Context
from cmc_desk.ui.days import day_words
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.row_model import Column
from cmc_desk.ui.parts.row_table import DENSE, RowTable
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.setup.form import Form
from cmc_desk.ui.setup.section import EDIT_KEYS, TableSection
from cmc_desk.ui.travel.typed_days import day_text, typed_day, typed_day_or_none


class DailyRatesSection(TableSection[DailyRate]):
    """Daily rates by place."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        table: RowTable[DailyRate] = RowTable(
            (
                Column(_("Place"), lambda row: row.place, 140, bold=True),
                Column(_("From"), lambda row: day_text(row.since), 120, size=13),
                Column(_("Until"), lambda row: day_text(row.until), 120, size=13),
                Column(_("A day"), lambda row: money(row.amount, row.currency), 130, align=draw.RIGHT),
                Column(_("Long stays"), _long, 120, align=draw.RIGHT, size=13),
                Column(_("Source"), lambda row: row.source, size=13, tone="slate"),
            ),
            key=lambda row: row.key,
            name=_("Daily rates"),
            height=DENSE,
        )
        form = Form(_("Daily rate"))
        form.add(
            ("place", Field(_("Place"), QLineEdit(), hint=_("KIN, or a name"))),
            ("currency", Field(_("Currency"), QLineEdit())),
            shares=(3, 2),
        )
        form.add(
            ("since", Field(_("From"), QLineEdit(), hint=_("1 Dec"))),
            ("until", Field(_("Until"), QLineEdit(), hint=_("empty: open"))),
        )
        form.add(
            ("amount", Field(_("A day"), QLineEdit())),
            ("long_amount", Field(_("Long stays"), QLineEdit(), hint=_("empty: the same"))),
        )
        form.add(("source", Field(_("Source"), QLineEdit(), hint=_("stands on every sheet"))))
        super().__init__(context, table=table, form=form, head=PaneHead(_("Daily rates")), parent=parent)
        self.new_button(_("New rate"))

    def keys(self) -> Sequence[tuple[str, str]]:
        return (("Alt+N", _("new rate")), *EDIT_KEYS, ("Alt+Delete", _("remove what is chosen")))

    def rows(self) -> Sequence[DailyRate]:
        return self.context.desk.read(daily_rates)

    def key_of(self, row: DailyRate) -> str:
        return row.key

    def show_row(self, row: DailyRate | None) -> None:
        self.form.head.say(_("Daily rate") if row is not None else _("New rate"))
        self.form.fill(
            {
                "place": row.place if row else "",
                "currency": row.currency if row else "USD",
                "since": day_text(row.since) if row else "",
                "until": day_text(row.until) if row else "",
                "amount": f"{row.amount}" if row else "",
                "long_amount": f"{row.long_amount}" if row and row.long_amount is not None else "",
                "source": row.source if row else "",
            }
        )

    def store(self, row: DailyRate | None) -> str | None:
        values, near, desk = self.form.values(), self.context.facts.meeting.days[0], self.context.desk

        def work() -> str:
            key = desk.do(
                set_rate,
                place=values["place"],
                since=typed_day(values["since"], near=near, field="since"),
                amount=values["amount"],
                currency=values["currency"],
                source=values["source"],
                until=typed_day_or_none(values["until"], near=near, field="until"),
                long_amount=values["long_amount"],
            )
            if row is not None and key != row.key:
                # Another place or day: the rate was corrected, and is not there twice.
                desk.do(remove_rate, rate=row.key)
            return key

        done = self.act(self.form, work)
        if done is None:
            return None
        self.done(_("Rate saved: "), values["place"], f" · {values['currency']} {values['amount']}")
        return done[0]

    def drop(self, row: DailyRate) -> bool:
        if self.act(self.form, lambda: self.context.desk.do(remove_rate, rate=row.key)) is None:
            return False
        self.done(_("Rate removed: "), row.place)
        return True


class ExchangeRatesSection(TableSection[ExchangeRate]):
    """Rates of exchange by month."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        table: RowTable[ExchangeRate] = RowTable(
            (
                Column(_("Month"), lambda row: day_words(row.month, "MMMM yyyy"), 160, bold=True),
                Column(_("One"), lambda row: row.base, 80),
                Column(_("is worth"), lambda row: f"{row.rate:f} {row.quoted}", 200),
                Column(_("Source"), lambda row: row.source, size=13, tone="slate"),
            ),
            key=lambda row: row.key,
            name=_("Rates of exchange"),
            height=DENSE,
        )
        form = Form(_("Rate of exchange"))
        form.add(("month", Field(_("Any day of the month"), QLineEdit(), hint=_("1 Dec"))))
        form.add(
            ("base", Field(_("One"), QLineEdit(), hint="USD")), ("quoted", Field(_("in"), QLineEdit(), hint="JMD"))
        )
        form.add(("rate", Field(_("is worth"), QLineEdit(), hint="138.50")))
        form.add(("source", Field(_("Source"), QLineEdit(), hint=_("stands on every sheet"))))
        super().__init__(context, table=table, form=form, head=PaneHead(_("Rates of exchange")), parent=parent)
        self.new_button(_("New rate"))

    def keys(self) -> Sequence[tuple[str, str]]:
        return (("Alt+N", _("new rate")), *EDIT_KEYS, ("Alt+Delete", _("remove what is chosen")))

    def rows(self) -> Sequence[ExchangeRate]:
        return self.context.desk.read(exchange_rates)

    def key_of(self, row: ExchangeRate) -> str:
        return row.key

    def show_row(self, row: ExchangeRate | None) -> None:
        self.form.head.say(_("Rate of exchange") if row is not None else _("New rate"))
        self.form.fill(
            {
                "month": day_text(row.month) if row else "",
                "base": row.base if row else "USD",
                "quoted": row.quoted if row else "",
                "rate": f"{row.rate:f}" if row else "",
                "source": row.source if row else "",
            }
        )

    def store(self, row: ExchangeRate | None) -> str | None:
        values, near, desk = self.form.values(), self.context.facts.meeting.days[0], self.context.desk

        def work() -> str:
            key = desk.do(
                set_exchange_rate,
                month=typed_day(values["month"], near=near, field="month"),
                base=values["base"],
                quoted=values["quoted"],
                rate=values["rate"],
                source=values["source"],
            )
            if row is not None and key != row.key:
                desk.do(remove_exchange_rate, rate=row.key)
            return key

        done = self.act(self.form, work)
        if done is None:
            return None
        self.done(_("Rate saved: "), f"{values['base']} → {values['quoted']}", f" · {values['rate']}")
        return done[0]

    def drop(self, row: ExchangeRate) -> bool:
        if self.act(self.form, lambda: self.context.desk.do(remove_exchange_rate, rate=row.key)) is None:
            return False
        self.done(_("Rate removed: "), f"{row.base} → {row.quoted}")
        return True


def _long(row: DailyRate) -> str:
    return money(row.long_amount, row.currency) if row.long_amount is not None else ""
