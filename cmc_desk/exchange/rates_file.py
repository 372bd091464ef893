"""Rates that somebody keeps in a file: a table (workbook or text) of daily rates or rates of exchange, or both in TOML."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from cmc_desk.exchange.tables import read_sheets
from cmc_desk.exchange.toml_file import Kind, read_toml
from cmc_desk.exchange.toml_table import Table
from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.folding import fold
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.table_layout import Sheet
from cmc_desk.rules.typed_rates import TypedExchange, TypedRate, TypedRates

_KIND = Kind(
    folder=N_("“{file}” is a folder. Choose the file of rates."),
    no_text=N_("“{file}” is no file of rates: it is a table, or a text that ends in .toml."),
    too_deep=N_("“{file}” is no list of rates: its brackets are nested too deep."),
)
_TOML = ".toml"
# By field, as headings are compared.
_HEADINGS = {
    "place": ("place", "airport", "station", "lugar", "lieu", "plaats"),
    "since": ("since", "from", "valid from", "effective", "desde", "depuis", "vanaf"),
    "until": ("until", "to", "valid to", "hasta", "jusqu a", "tot"),
    "amount": ("amount", "daily rate", "dsa", "rate", "monto", "montant", "bedrag"),
    "long_amount": ("long", "long rate", "after 60 days", "long amount"),
    "currency": ("currency", "moneda", "devise", "valuta"),
    "source": ("source", "fuente", "bron"),
    "month": ("month", "mes", "mois", "maand"),
    "base": ("base", "one", "from currency"),
    "quoted": ("quoted", "in", "to currency"),
}
_FIELDS = {heading: field for field, headings in _HEADINGS.items() for heading in headings}
_DAILY = ("place", "since", "amount", "currency", "source")
_EXCHANGE = ("month", "base", "quoted", "amount", "source")


def read_rates(path: Path) -> TypedRates:
    """Return the rates of a file. Raises Refusal, with the row or line, if there are none or a day is none; Unavailable if it cannot be read."""
    if path.suffix.lower() == _TOML:
        return read_toml(path, _KIND, _of_toml)
    daily: list[TypedRate] = []
    exchange: list[TypedExchange] = []
    for sheet in read_sheets(path):
        for number, cells in _rows(sheet):
            where = _("row {row}").format(row=number)
            if "base" in cells:
                exchange.append(
                    TypedExchange(
                        where,
                        _day(cells["month"], where, "month"),
                        cells["base"],
                        cells["quoted"],
                        cells["amount"],
                        cells["source"],
                    )
                )
            else:
                daily.append(
                    TypedRate(
                        where=where,
                        place=cells["place"],
                        since=_day(cells["since"], where, "since"),
                        amount=cells["amount"],
                        currency=cells["currency"],
                        source=cells["source"],
                        until=_day(cells["until"], where, "until") if cells.get("until") else None,
                        long_amount=cells.get("long_amount", ""),
                    )
                )
    if not daily and not exchange:
        raise Refusal(
            _(
                "“{file}” has no rates: a table of daily rates has the headings Place, Since, Amount, Currency and Source, one of exchange Month, Base, Quoted, Rate and Source."
            ).format(file=path.name),
            field="path",
        )
    return TypedRates(tuple(daily), tuple(exchange))


def _rows(sheet: Sheet) -> list[tuple[int, Mapping[str, str]]]:
    """Return the rows below the headings of a sheet; none if it has no such headings."""
    for place, (_number, cells) in enumerate(sheet.rows):
        columns = _columns(cells)
        if any(set(needed) <= columns.keys() for needed in (_DAILY, _EXCHANGE)):
            found = [
                (number, {field: row[column].strip() if column < len(row) else "" for field, column in columns.items()})
                for number, row in sheet.rows[place + 1 :]
            ]
            return [(number, row) for number, row in found if any(row.values())]
    return []


def _columns(cells: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, heading in enumerate(cells):
        field = _FIELDS.get(fold(heading))
        if field is not None:
            found.setdefault(field, place)
    return found


def _day(text: str, where: str, field: str) -> date:
    """Return a day, or the first of a month as 2019-12."""
    try:
        return date.fromisoformat(f"{text}-01" if len(text) == len("2019-12") else text[: len("2019-12-01")])
    except ValueError:
        raise Refusal(
            _("{where}: “{text}” is no day: write it as 2019-12-01.").format(where=where, text=text), field=field
        ) from None


def _of_toml(root: Table) -> TypedRates:
    daily = tuple(_daily(number, table) for number, table in enumerate(root.tables("rates"), 1))
    exchange = tuple(_exchange(number, table) for number, table in enumerate(root.tables("exchange"), 1))
    if not daily and not exchange:
        root.problem("", _("there are no rates; a rate stands in a section such as [[rates]] or [[exchange]]"))
    root.finish()
    return TypedRates(daily, exchange)


def _daily(number: int, table: Table) -> TypedRate:
    rate = TypedRate(
        where=f"rates {number}",
        place=table.text("place", needed=True),
        since=table.day("since") or date.min,
        amount=table.text("amount", needed=True),
        currency=table.text("currency", needed=True),
        source=table.text("source", needed=True),
        until=table.day("until") if "until" in table.names() else None,
        long_amount=table.text("long_amount"),
    )
    table.finish()
    return rate


def _exchange(number: int, table: Table) -> TypedExchange:
    rate = TypedExchange(
        where=f"exchange {number}",
        month=table.day("month") or date.min,
        base=table.text("base", needed=True),
        quoted=table.text("quoted", needed=True),
        rate=table.text("rate", needed=True),
        source=table.text("source", needed=True),
    )
    table.finish()
    return rate
