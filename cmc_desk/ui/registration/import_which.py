"""Which delegation does a word of the list mean? The likely ones first."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.context import Facts
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.text import Text


class WhichDelegation(QWidget):
    """Asks for the delegation that a word means; `chosen` carries the word and the code."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.combo = Combo(size=14, height=32, parent=self)
        self.combo.setAccessibleName(_("Delegation"))
        self.combo.picked.connect(self._on_picked)
        self.button = DeskButton("", key="Right", kind="soft", parent=self)
        self.button.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.combo)
        column.addWidget(self.button)
        column.addWidget(Text(_("Remembered once this list is imported."), size=12, tone="slate", parent=self))

    def ask(self, text: str, suggestions: Sequence[str], facts: Facts) -> None:
        """Ask what `text` means; what was chosen for the same text stays chosen."""
        likely = [code for code in suggestions if code in facts.delegations]
        others = [code for code in facts.delegations if code not in likely]
        before = self.combo.key() if text == self._text else (likely[0] if likely else "")
        choices = [("", _("Choose the delegation"))]
        choices += [(code, facts.delegation_name(code)) for code in (*likely, *others)]
        self.combo.set_choices(choices)
        self.combo.set_key(before)
        self._text = text
        self.button.set_text(_("Use for every “{text}”").format(text=text))
        self._allow()

    def _allow(self) -> None:
        self.button.allow(why_not="" if self.combo.key() else _("Choose the delegation first."))

    def _on_picked(self, _code: str) -> None:
        self._allow()

    def _on_clicked(self) -> None:
        if self.combo.key():
            self.chosen.emit(self._text, self.combo.key())
