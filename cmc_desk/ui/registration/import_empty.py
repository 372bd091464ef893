"""The import page before a list was chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmc_desk.i18n import LANGUAGES
from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.empty_state import EmptyState
from cmc_desk.ui.parts.pane import Pane, Rule
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.text import Text

_OWN_NAMES = {"en": "English", "es": "Español", "fr": "Français", "nl": "Nederlands"}


class EmptyImport(Pane):
    """Offers to open a list, and to save an empty template in one of the languages."""

    open_asked = Signal()
    template_asked = Signal(str)

    def __init__(self, *, language: str, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self.open = DeskButton(
            _("Open a list"), key="Ctrl+O", icon="folder", kind="primary", size="medium", parent=self
        )
        self.open.clicked.connect(self.open_asked)
        self.template = DeskButton(_("Save an empty template"), key="Ctrl+T", icon="sheet", parent=self)
        self.template.clicked.connect(self._on_template)
        self.language = Combo(
            [(code, _OWN_NAMES.get(code, code)) for code in LANGUAGES], size=14, height=32, parent=self
        )
        self.language.setAccessibleName(_("Language of the template"))
        self.language.setFixedWidth(150)
        self.language.set_key(language)
        lower = QHBoxLayout()
        lower.setContentsMargins(16, 20, 16, 24)
        lower.setSpacing(12)
        lower.addStretch(1)
        lower.addWidget(Text(_("For delegations that have no list yet:"), size=13, tone="slate", parent=self))
        lower.addWidget(self.template)
        lower.addWidget(self.language)
        lower.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(PaneHead(_("Import people"), parent=self))
        column.addWidget(
            EmptyState(
                icon="sheet",
                title=_("Bring in a list of people"),
                sentence=_(
                    "Drop an Excel, OpenDocument or CSV file here, or open it. You see what would change before anything is written."
                ),
                button=self.open,
                parent=self,
            ),
            1,
        )
        column.addWidget(Rule(parent=self))
        column.addLayout(lower)

    def _on_template(self) -> None:
        self.template_asked.emit(self.language.key())
