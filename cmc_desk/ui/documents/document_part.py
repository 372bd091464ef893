"""What stands in the place of the text and the proposals while it is asked for; Esc leads back."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cmc_desk.ui.context import Context


class DocumentPart(QWidget):
    """`left` asks to be put away, `done` has what was done."""

    left = Signal()
    done = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context

    def keys(self) -> Sequence[tuple[str, str]]:
        """Return the keys of this part with what they do, for F1."""
        return ()
