"""The tables of the report in Word, written at once: python-docx looks every style up for every cell, and there are thousands."""

import unicodedata
from collections.abc import Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from cmc_desk.reports.workbook import clean
from cmc_desk.rules.report_blocks import Side, Table

_SIDES = {Side.CENTRE: "center", Side.RIGHT: "right"}
_GROUND = "F7F5F0"


class WordTable:
    """Writes one table; `cell` is the identifier of the style of its paragraphs, `strong` that of what is strong in it."""

    def __init__(self, table: Table, widths: Sequence[int], *, cell: str, strong: str, grid: str) -> None:
        self._table, self._widths = table, widths
        self._cell, self._strong, self._grid = cell, strong, grid

    def element(self) -> Any:
        """Return the table as an element of a document."""
        table = self._table
        made = OxmlElement("w:tbl")
        properties = _within(made, "w:tblPr")
        _within(properties, "w:tblStyle", val=self._grid)
        _within(properties, "w:tblW", w=str(sum(self._widths)), type="dxa")
        _within(properties, "w:tblLayout", type="fixed")
        margins = _within(properties, "w:tblCellMar")
        for side, room in (("top", 50), ("left", 70), ("bottom", 30), ("right", 70)):
            _within(margins, f"w:{side}", w=str(room), type="dxa")
        grid = _within(made, "w:tblGrid")
        for width in self._widths:
            _within(grid, "w:gridCol", w=str(width))
        # A head stands on every page, and never alone; neither does a sum, nor a row over the whole width.
        self._row(made, [one.title for one in table.columns], strong=True, keep=True, head=True)
        last = len(table.rows) - 1
        for place, row in enumerate(table.rows):
            if place in table.bands:
                self._band(made, row[0])
            else:
                summed = table.summed and place == last
                self._row(made, row, strong=summed, keep=table.summed and place == last - 1)
        return made

    def _row(self, table: Any, row: Sequence[str], *, strong: bool, keep: bool, head: bool = False) -> None:
        made = _within(table, "w:tr")
        properties = _within(made, "w:trPr")
        _within(properties, "w:cantSplit")
        if head:
            _within(properties, "w:tblHeader")
        for words, column, width in zip(row, self._table.columns, self._widths, strict=True):
            cell = _within(made, "w:tc")
            _within(_within(cell, "w:tcPr"), "w:tcW", w=str(width), type="dxa")
            self._paragraph(cell, words, side=_SIDES.get(column.side, ""), strong=strong, keep=keep)

    def _band(self, table: Any, words: str) -> None:
        made = _within(table, "w:tr")
        _within(_within(made, "w:trPr"), "w:cantSplit")
        cell = _within(made, "w:tc")
        properties = _within(cell, "w:tcPr")
        _within(properties, "w:tcW", w=str(sum(self._widths)), type="dxa")
        _within(properties, "w:gridSpan", val=str(len(self._widths)))
        _within(properties, "w:shd", val="clear", color="auto", fill=_GROUND)
        self._paragraph(cell, words, side="", strong=True, keep=True)

    def _paragraph(self, cell: Any, words: str, *, side: str, strong: bool, keep: bool) -> None:
        paragraph = _within(cell, "w:p")
        properties = _within(paragraph, "w:pPr")
        _within(properties, "w:pStyle", val=self._cell)
        if keep:
            _within(properties, "w:keepNext")
        if side:
            _within(properties, "w:jc", val=side)
        for number, line in enumerate(clean(part) for part in words.split("\n")):
            run = _within(paragraph, "w:r")
            marks = OxmlElement("w:rPr")
            if strong:
                _within(marks, "w:rStyle", val=self._strong)
            if any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in line):
                _within(marks, "w:rtl")
            if len(marks):
                run.append(marks)
            if number:
                _within(run, "w:br")
            if line:
                text = _within(run, "w:t")
                text.text = line
                text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _within(parent: Any, name: str, **values: str) -> Any:
    made = OxmlElement(name)
    for key, value in values.items():
        made.set(qn(f"w:{key}"), value)
    parent.append(made)
    return made
