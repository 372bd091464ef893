"""What the host is called in papers of one language or another, in one line."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from cmc_desk.desk.setup import LANGUAGES
from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.registration.words import language_word
from cmc_desk.ui.theme import font

Names = dict[str, str]


class HostNames(QWidget):
    """A language and a line; what is typed for one language stays while another is looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held: Names = {}
        self.language = Combo([(code, language_word(code)) for code in LANGUAGES], size=13, height=40, parent=self)
        self.language.setAccessibleName(_("Language of this name of the host"))
        self.line = QLineEdit(self)
        self.line.setAccessibleName(_("Host in papers of this language"))
        self.line.setFont(font(16))
        self.line.setFixedHeight(40)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.language)
        row.addWidget(self.line, 1)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._on_edited)
        self.language.picked.connect(self._show)

    def names(self) -> Names:
        """Return the names by language; a language without one has an empty text."""
        return {code: self._held.get(code, "") for code in LANGUAGES}

    def set_names(self, names: Names) -> None:
        """Show these names, that of the first language at first."""
        if names and not self._held:
            self.language.set_key(next(iter(names)))
        self._held = dict(names)
        self._show()

    def _on_edited(self, text: str) -> None:
        self._held[self.language.key()] = text.strip()

    def _show(self, _key: str = "") -> None:
        self.line.setText(self._held.get(self.language.key(), ""))
        self.line.setCursorPosition(0)
