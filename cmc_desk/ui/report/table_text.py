"""A table of the report as text that wraps in its columns, however much stands in them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTableFormat,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.report_blocks import Side, Table
from cmc_desk.ui.palette import colour
from cmc_desk.ui.theme import font

_SIDES = {
    Side.LEFT: Qt.AlignmentFlag.AlignLeft,
    Side.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Side.RIGHT: Qt.AlignmentFlag.AlignRight,
}
_SIZE = 12


class TableText(QTextEdit):
    """It can be read, walked through and copied, and not changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFont(font(_SIZE))
        # A word of a narrow column is not broken: the table grows wider, and scrolls.
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.setAccessibleName(_("Rows of the table"))
        self._shown: Table | None = None

    def show_table(self, table: Table) -> None:
        """Show a table; the same again costs nothing."""
        if table == self._shown:
            return
        self._shown = table
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        if table.rows:
            cells = cursor.insertTable(len(table.rows) + 1, len(table.columns), _format(table))
            for place, column in enumerate(table.columns):
                _write(cells.cellAt(0, place).firstCursorPosition(), column.title, column.side, bold=True)
            for number, row in enumerate(table.rows, 1):
                last = table.summed and number == len(table.rows)
                band = number - 1 in table.bands
                for place, (words, column) in enumerate(zip(row, table.columns, strict=False)):
                    bold = last or (band and place == 0)
                    _write(cells.cellAt(number, place).firstCursorPosition(), words, column.side, bold=bold)
                if band and len(table.columns) > 1:
                    cells.mergeCells(number, 0, 1, len(table.columns))
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)


def _format(table: Table) -> QTextTableFormat:
    total = sum(column.share for column in table.columns) or 1.0
    found = QTextTableFormat()
    found.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    found.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.PercentageLength, 100 * column.share / total) for column in table.columns]
    )
    found.setHeaderRowCount(1)
    found.setCellSpacing(0)
    found.setCellPadding(4)
    found.setBorder(1)
    found.setBorderCollapse(True)
    found.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    found.setBorderBrush(colour("line"))
    return found


def _write(cursor: QTextCursor, words: str, side: Side, *, bold: bool) -> None:
    line = QTextBlockFormat()
    line.setAlignment(_SIDES[side])
    cursor.setBlockFormat(line)
    look = QTextCharFormat()
    look.setFont(font(_SIZE, bold=bold))
    cursor.insertText(words, look)
