"""A part of the page beside the wall."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.context import Context


def not_saved() -> str:
    """Return why a part is not left in which something was typed."""
    return _("what was typed here cannot be saved. Correct it, or let Esc put back what stood there.")


class Tab(QWidget):
    """`chosen` has the sponsorship of whoever is to stand at the right."""

    chosen = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        # Whoever stands at the right: their row is the chosen one here too.
        self._wanted = ""

    def keys(self) -> Sequence[tuple[str, str]]:
        """Return the keys of this part."""
        return ()

    def show_for(self, sponsorship: str) -> None:
        """Show this part with the row of an official chosen; of whoever has none here, no other row is."""
        self._wanted = sponsorship
        self.reload()

    def reload(self) -> None:
        """Read again what is shown; what is being typed stays."""

    def whose(self) -> str:
        """Return the sponsorship of whoever has the chosen row; empty without one."""
        return ""

    def leave(self) -> bool:
        """Save what was typed; say no if it was refused, and then this part stays."""
        return True
