"""The import of an agenda before a file was chosen."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.empty_state import EmptyState
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.section_head import PaneHead


class EmptyAgendaImport(Pane):
    """Offers to open an agenda, before one was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self.open = DeskButton(
            _("Open an agenda"), key="Ctrl+O", icon="folder", kind="primary", size="medium", parent=self
        )
        self.close_button = DeskButton(_("Close"), key="Esc", size="small", parent=self)
        sentence = _(
            "Drop a workbook, a CSV file, a project of Ontime or the file of a meeting here, or open it. You see what would change before anything is written."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(PaneHead(_("Import an agenda"), right=self.close_button, parent=self))
        column.addWidget(
            EmptyState(icon="agenda", title=_("Bring in an agenda"), sentence=sentence, button=self.open, parent=self),
            1,
        )
