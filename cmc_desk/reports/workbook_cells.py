"""The cells of a sheet as openpyxl writes them, with their styles known beforehand.

It is loaded when a workbook is made: openpyxl takes its time.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from cmc_desk.reports.workbook import FIGURES, INSTANT, Cell, Redline, Sheet, clean, clean_lines
from cmc_desk.rules.word_difference import Kept

_LOOKS_LIKE_MORE = ("=", "+", "-", "@", "#", "'")
_INK, _SAND, _LINE = "FF13232B", "FFEEEBE3", "FF7C8B92"
_LEAF, _CORAL = "FF2A7548", "FFB93A22"
# Longer texts are not taken by spreadsheet programs.
_MOST_LETTERS = 32_767
_LETTER_BY_NUMBER = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
# What openpyxl calls the kinds of values; everything else is a number.
_KINDS: dict[type, str] = {bool: "b", date: "d", datetime: "d"}


class _Ready:
    """All that openpyxl asks of a cell when it writes it, without working out the style anew at every question."""

    __slots__ = ("_comment", "_value", "coordinate", "data_type", "has_style", "hyperlink", "parent", "style_id")

    def __init__(self, like: Any) -> None:
        self.parent, self.has_style = like.parent, like.has_style
        self.style_id = like.style_id if like.has_style else 0
        self.hyperlink = self._comment = None
        self.fill(None, "n", "A1")

    def fill(self, value: Cell | CellRichText, kind: str, coordinate: str) -> None:
        """Put the next value in."""
        self._value, self.data_type, self.coordinate = value, kind, coordinate


class Cells:
    """The rows of one sheet as cells: each kind of cell is made once and filled again and again."""

    def __init__(self, page: Any, sheet: Sheet) -> None:
        self._page = page
        self._columns = sheet.columns
        self._last_bold = 1 + sheet.totals
        self._letters = [get_column_letter(place) for place in range(1, len(sheet.columns) + 1)]
        # What is longer stands on several lines.
        self._room = [column.width for column in sheet.columns]
        self._texts = [
            (place, column.width)
            for place, column in enumerate(sheet.columns)
            if not column.format and not column.hidden
        ]
        self._several = [column.lines for column in sheet.columns]
        self._bold = Font(name="Calibri", size=11, bold=True, color=_INK)
        self._top = {"vertical": "top"} if sheet.tall else {}
        self._wrapping = Alignment(wrap_text=True, **self._top)
        self._plain = self._ready(alignment=Alignment(**self._top)) if sheet.tall else self._ready()
        self._long = self._ready(alignment=self._wrapping)
        self._marked = self._ready(alignment=self._wrapping, quotePrefix=True)
        self._instant = self._formatted(INSTANT)
        self._formats = [self._formatted(column.format) if column.format else None for column in sheet.columns]

    def of_row(self, values: Sequence[Cell], number: int) -> Iterator[Any]:
        """Return the cells of the row with this number, the heading being row 1; each is written before the next is asked for."""
        if number == 1:
            return _placed(self._heading(), number)
        return self._row(values, number) if number > self._last_bold else _placed(self._bold_row(values), number)

    def lines(self, values: Sequence[Cell]) -> int:
        """Return on how many lines the longest text of a row stands."""
        most = 1
        for place, room in self._texts:
            value = values[place]
            if value.__class__ is Redline:
                most = max(most, _lines("".join(piece.text for piece in value.pieces), room))
            elif value.__class__ is str and (len(value) > room or self._several[place]):
                most = max(most, _lines(value, room))
        return most

    def _row(self, values: Sequence[Cell], number: int) -> Iterator[_Ready]:
        for place, value in enumerate(values):
            if value is None:
                continue
            where = f"{self._letters[place]}{number}"
            if isinstance(value, Redline):
                cell = self._long
                cell.fill(_rich(value), "s", where)
            elif isinstance(value, str):
                words = value
                if not value.isprintable():
                    words = clean_lines(value) if self._several[place] else clean(value)
                if words.startswith(_LOOKS_LIKE_MORE):
                    cell = self._marked
                else:
                    cell = self._long if len(words) > self._room[place] or "\n" in words else self._plain
                cell.fill(escaped(words[:_MOST_LETTERS]), "s", where)
            else:
                kind = _KINDS.get(value.__class__, "n")
                cell = self._formats[place] or (self._instant if kind == "d" else self._plain)
                cell.fill(value, kind, where)
            yield cell

    def _heading(self) -> Iterator[Any]:
        ground = PatternFill("solid", fgColor=_SAND)
        edge = Border(bottom=Side(style="thin", color=_LINE))
        for column in self._columns:
            side = "right" if column.format in FIGURES else "left"
            align = Alignment(horizontal=side, vertical="center", wrap_text=True)
            yield self._styled(clean(column.title), font=self._bold, fill=ground, border=edge, alignment=align)

    def _bold_row(self, values: Sequence[Cell]) -> Iterator[Any]:
        for value, column in zip(values, self._columns, strict=True):
            if isinstance(value, str):
                cell = self._styled(clean(value), font=self._bold, alignment=self._wrapping)
            else:
                cell = self._styled(value, font=self._bold)
            if column.format and value is not None:
                cell.number_format = column.format
            yield cell

    def _formatted(self, pattern: str) -> _Ready:
        if pattern in FIGURES and not self._top:
            return self._ready(number_format=pattern)
        side = "right" if pattern in FIGURES else "left"
        return self._ready(number_format=pattern, alignment=Alignment(horizontal=side, **self._top))

    def _ready(self, **styles: Any) -> _Ready:
        return _Ready(self._styled(None, **styles))

    def _styled(self, value: Cell, **styles: Any) -> Any:
        cell = WriteOnlyCell(self._page, value)
        if isinstance(value, str):
            # Also what begins with =.
            cell.data_type = "s"
        for name, style in styles.items():
            setattr(cell, name, style)
        return cell


def escaped(text: str) -> str:
    """Return a text in which what looks like the number of a letter (“_x0041_”) is read as it stands, and not as that letter."""
    return _LETTER_BY_NUMBER.sub(r"_x005F\g<0>", text) if "_x" in text else text


def _lines(text: str, room: int) -> int:
    """Return on how many lines a text stands; words are not cut where a line is full."""
    return sum(max(1, -(-len(line) * 11 // (room * 10))) for line in text.split("\n"))


def _rich(redline: Redline) -> CellRichText:
    """Return a text with changes as a spreadsheet program shows it."""
    added, removed = (
        InlineFont(rFont="Calibri", sz=11, u="single", color=_LEAF),
        InlineFont(rFont="Calibri", sz=11, strike=True, color=_CORAL),
    )
    rich = CellRichText()
    left = _MOST_LETTERS
    struck = ""
    for piece in redline.pieces:
        if struck and piece.kept is Kept.ADDED and not (struck[-1:].isspace() or piece.text[:1].isspace()):
            # What was removed stands a little off what came in its place.
            rich.append(" ")
        struck = piece.text if piece.kept is Kept.REMOVED else ""
        words = clean_lines(piece.text)[:left]
        left -= len(words)
        words = escaped(words)
        if words:
            rich.append(
                words if piece.kept is Kept.SAME else TextBlock(added if piece.kept is Kept.ADDED else removed, words)
            )
    return rich


def _placed(cells: Iterable[Any], number: int) -> Iterator[Any]:
    for place, cell in enumerate(cells, start=1):
        cell.column, cell.row = place, number
        yield cell
