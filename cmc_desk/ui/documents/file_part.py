"""What a file is let fall on: its lines, and beside them what was found and the act that writes it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmc_desk.ui.context import Context
from cmc_desk.ui.documents.document_part import DocumentPart
from cmc_desk.ui.parts.file_choice import dropped_file

OPEN_KEY = "Ctrl+O"


class FilePart(DocumentPart):
    """`dropped` has the file."""

    dropped = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setAcceptDrops(True)

    def lay_out(self, head: QWidget, lines: QWidget, pane: QWidget) -> None:
        """Put the lines beneath their head, and the pane at the right of both."""
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(lines, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(column, 1)
        row.addWidget(pane)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event.mimeData())
        if path is not None:
            self.dropped.emit(path)
