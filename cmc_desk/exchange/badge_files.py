"""Badge designs and stocks as files that a person can write; those that come with the program are read once."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar

from cmc_desk.exchange.toml_file import Kind, read_toml
from cmc_desk.exchange.toml_table import Table, suggestion
from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.resource import resource
from cmc_desk.rules.badge_conditions import CONDITIONS, is_condition
from cmc_desk.rules.badge_design import TONES, Align, BadgeDesign, Box, DesignField, Show, Stock, StockKind
from cmc_desk.rules.badge_sheet import TOLERANCE, overlap
from cmc_desk.rules.fitting import LEADING
from cmc_desk.rules.refusal import Refusal

T = TypeVar("T")
_POINT = 25.4 / 72
# Below this side a code of 21 modules and its quiet zone have modules of less than 0.4 mm, which office scanners miss.
LEAST_CODE = 12.0
_SMALLEST_BADGE, _LARGEST_BADGE, _LARGEST_PAGE = 20.0, 420.0, 1200.0
_SMALLEST_LETTER, _LARGEST_LETTER = 4.0, 200.0
_USUAL_SIZE, _USUAL_COMFORTABLE, _USUAL_SMALLEST = 10.0, 8.0, 6.0
_NOWHERE = Box(0, 0, 0, 0)
_WITHOUT_LETTERS = frozenset({Show.FLAG, Show.QR, Show.PHOTO})
_LISTS = frozenset({Show.CONTACTS, Show.AGENDA})
_WITH_TEXT = frozenset({Show.TEXT, *_LISTS})
_DESIGN = Kind(
    folder=N_("“{file}” is a folder. Choose the file of a badge design."),
    no_text=N_("“{file}” is not the file of a badge design, which is a text that ends in .toml."),
    too_deep=N_("“{file}” is no badge design: its brackets are nested too deep."),
)
_STOCKS = Kind(
    folder=N_("“{file}” is a folder. Choose the file of a stock."),
    no_text=N_("“{file}” is not the file of a stock, which is a text that ends in .toml."),
    too_deep=N_("“{file}” is no list of stocks: its brackets are nested too deep."),
)


@cache
def badge_designs() -> dict[str, BadgeDesign]:
    """Return the designs that come with the program by their keys, the largest first."""
    found = [read_design(path) for path in sorted(resource("badges", "designs").glob("*.toml"))]
    return {design.key: design for design in sorted(found, key=lambda one: -one.width * one.height)}


@cache
def badge_stocks() -> dict[str, Stock]:
    """Return the stocks that come with the program by their keys, in the order of their file."""
    return {stock.key: stock for stock in read_stocks(resource("badges", "stocks.toml"))}


def design_named(key: str) -> BadgeDesign:
    """Return the design of the program with this key; raises Refusal if there is none."""
    return _named(key, badge_designs(), _("There is no badge design “{key}”. There is: {keys}."), "design")


def stock_named(key: str) -> Stock:
    """Return the stock of the program with this key; raises Refusal if there is none."""
    return _named(key, badge_stocks(), _("There is no stock “{key}”. There is: {keys}."), "stock")


def read_design(path: Path) -> BadgeDesign:
    """Return the design that the file at `path` describes.

    Raises Refusal if there is no such file, or if anything in it is wrong, which is told with line and key; Unavailable if
    it cannot be read now.
    """
    return read_toml(path, _DESIGN, _design)


def read_stocks(path: Path) -> tuple[Stock, ...]:
    """Return the stocks that the file at `path` describes; raises as `read_design` does."""
    return read_toml(path, _STOCKS, _stocks)


def _named(key: str, known: Mapping[str, T], sentence: str, field: str) -> T:
    if key not in known:
        hint = suggestion(key, known)
        said = sentence.format(key=key, keys=", ".join(known))
        raise Refusal(f"{said} {hint[0].upper()}{hint[1:]}" if hint else said, field=field)
    return known[key]


def _design(root: Table) -> BadgeDesign:
    key, title = root.key("key"), root.text("title", needed=True)
    size = root.decimals("size", 2, least=_SMALLEST_BADGE, most=_LARGEST_BADGE)
    width, height = size or (_LARGEST_BADGE, _LARGEST_BADGE)
    front, back = (
        _side(root.tables(name, needed=name == "front"), Box(0, 0, width, height)) for name in ("front", "back")
    )
    root.finish()
    return BadgeDesign(key, title, width, height, front, back)


def _side(tables: list[Table], badge: Box) -> tuple[DesignField, ...]:
    fields = [_field(table, badge) for table in tables]
    for code in (field.box for field in fields if field.show is Show.QR):
        for table, field in zip(tables, fields, strict=True):
            if field.show is not Show.QR and overlap(field.box, code):
                table.problem("box", _("stands in the box of the code, whose white edge scanners need"))
    return tuple(fields)


def _field(table: Table, badge: Box) -> DesignField:
    show = table.choice("show", Show)
    size, comfortable, smallest = _sizes(table)
    box = _box(table, badge, 0 if show in _WITHOUT_LETTERS else smallest)
    lines = table.number("lines", default=1, least=1)
    if show is Show.QR and 0 < min(box.width, box.height) < LEAST_CODE:
        table.problem("box", _("is too small for a code, which needs {least:g} mm").format(least=LEAST_CODE))
    tone = table.text("tone") or TONES[0]
    table.check_known("tone", tone, TONES, _("“{value}” is none of: {tones}").replace("{tones}", ", ".join(TONES)))
    text = table.text("text", needed=show is Show.TEXT)
    if text and show not in _WITH_TEXT:
        table.problem("text", _("“{show}” has no text of its own").format(show=show))
    for key in ("columns", "heading"):
        if key in table.names() and show not in _LISTS:
            table.problem(key, _("“{show}” is no list").format(show=show))
    field = DesignField(
        show=show,
        box=box,
        size=size,
        comfortable=comfortable,
        smallest=smallest,
        bold=table.flag("bold"),
        align=table.choice("align", Align, default=Align.LEFT),
        lines=lines,
        columns=table.number("columns", default=1, least=1),
        heading=table.flag("heading", default=True),
        tone=tone,
        text=text,
        only=_conditions(table, "only"),
        unless=_conditions(table, "unless"),
    )
    table.finish()
    return field


def _box(table: Table, badge: Box, smallest: float) -> Box:
    """Return the box of a field; one without any size if it is wrong, so that nothing else is found wrong with it."""
    found = table.decimals("box", 4, most=_LARGEST_BADGE)
    if found is None:
        return _NOWHERE
    box = Box(*found)
    if not box.width or not box.height:
        table.problem("box", _("has no width or no height; it is left, top, width, height in millimetres"))
    elif box.x + box.width > badge.width + TOLERANCE or box.y + box.height > badge.height + TOLERANCE:
        table.problem(
            "box",
            _("reaches beyond the badge, which is {width:g} mm wide and {height:g} mm high").format(
                width=badge.width, height=badge.height
            ),
        )
    elif box.height + TOLERANCE < smallest * LEADING * _POINT:
        table.problem("box", _("is too low for letters of {size:g} points").format(size=smallest))
    else:
        return box
    return _NOWHERE


def _sizes(table: Table) -> tuple[float, float, float]:
    """Return the letter size, the comfortable and the smallest one; what is not said follows from the others."""
    size = table.decimal("size", default=_USUAL_SIZE, least=_SMALLEST_LETTER, most=_LARGEST_LETTER)
    comfortable = table.decimal(
        "comfortable", default=min(_USUAL_COMFORTABLE, size), least=_SMALLEST_LETTER, most=_LARGEST_LETTER
    )
    smallest = table.decimal(
        "smallest", default=min(_USUAL_SMALLEST, comfortable), least=_SMALLEST_LETTER, most=_LARGEST_LETTER
    )
    if comfortable > size:
        table.problem(
            "comfortable",
            _("{comfortable:g} points is above the size, {size:g}").format(comfortable=comfortable, size=size),
        )
    if smallest > comfortable:
        table.problem(
            "smallest",
            _("{smallest:g} points is above the comfortable size, {comfortable:g}").format(
                smallest=smallest, comfortable=comfortable
            ),
        )
    return size, comfortable, smallest


def _conditions(table: Table, key: str) -> tuple[str, ...]:
    words = table.texts(key)
    for word in words:
        if not is_condition(word):
            hint = suggestion(word, CONDITIONS)
            sentence = _("“{word}” is none of: {conditions}").format(word=word, conditions=", ".join(CONDITIONS))
            table.problem(key, sentence + (f" ({hint})" if hint else ""))
    return words


def _stocks(root: Table) -> tuple[Stock, ...]:
    found = []
    for key, table in root.named_tables("stocks"):
        table.check_own_key()
        found.append(_stock(key, table))
    if not found:
        root.problem("stocks", _("is missing; a stock stands in a section such as [stocks.own-labels]"))
    root.finish()
    return tuple(found)


def _stock(key: str, table: Table) -> Stock:
    title, kind = table.text("title", needed=True), table.choice("kind", StockKind)
    page = table.decimals("page", 2, least=_SMALLEST_BADGE, most=_LARGEST_PAGE) or (_LARGEST_PAGE, _LARGEST_PAGE)
    whole = kind is not StockKind.SHEET
    columns = rows = 1
    cell, first, step = page, (0.0, 0.0), (0.0, 0.0)
    if not whole:
        columns = table.number("columns", default=1, least=1)
        rows = table.number("rows", default=1, least=1)
        cell = _pair(table, "cell", least=_SMALLEST_BADGE) or (_SMALLEST_BADGE, _SMALLEST_BADGE)
        first = _pair(table, "first") or first
        step = (_pair(table, "step") if columns * rows > 1 or "step" in table.names() else None) or step
        if cell[0] <= page[0] and cell[1] <= page[1]:
            _check_cells(table, (columns, rows), page, cell, first, step)
        else:
            table.problem("cell", _("is larger than the page"))
    stock = Stock(
        key=key,
        title=title,
        kind=kind,
        page_width=page[0],
        page_height=page[1],
        cell_width=cell[0],
        cell_height=cell[1],
        columns=columns,
        rows=rows,
        left=first[0],
        top=first[1],
        step_x=step[0],
        step_y=step[1],
        crop_marks=table.flag("crop_marks"),
    )
    table.finish()
    return stock


def _pair(table: Table, key: str, *, least: float = 0.0) -> tuple[float, float] | None:
    found = table.decimals(key, 2, least=least)
    return None if found is None else (found[0], found[1])


def _check_cells(
    table: Table,
    counts: tuple[int, int],
    page: tuple[float, ...],
    cell: tuple[float, ...],
    first: tuple[float, ...],
    step: tuple[float, ...],
) -> None:
    across = (
        (_("the cells of a row overlap"), _("the last cell of a row reaches beyond the page")),
        (_("the cells of a column overlap"), _("the last cell of a column reaches beyond the page")),
    )
    for number, (overlapping, beyond) in enumerate(across):
        if counts[number] > 1 and step[number] + TOLERANCE < cell[number]:
            table.problem("step", overlapping)
        elif first[number] + (counts[number] - 1) * step[number] + cell[number] > page[number] + TOLERANCE:
            table.problem("first", beyond)
