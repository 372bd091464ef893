"""The official and the everyday name of a delegation, one language at a time."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from cmc_desk.desk.setup import LANGUAGES
from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.registration.words import language_word

Names = tuple[tuple[str, str], ...]


class NamesEditor(QWidget):
    """Two fields beneath the languages; what is typed in one language stays while another is looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.languages = Segment(
            [Option(code, language_word(code)) for code in LANGUAGES], name=_("Language of the names"), even=True
        )
        self.official = Field(_("Official name"), QLineEdit())
        self.everyday = Field(_("Everyday name"), QLineEdit(), hint=_("empty: the official one"))
        self._held: dict[str, dict[str, str]] = {"names": {}, "short_names": {}}
        self._language = LANGUAGES[0]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.languages)
        column.addSpacing(8)
        column.addWidget(self.official)
        column.addWidget(self.everyday)
        self.languages.chosen.connect(self._on_language)

    def names(self) -> Names:
        """Return the official names by language, as they were given, then as they were typed."""
        return self._all("names")

    def short_names(self) -> Names:
        """Return the everyday names by language."""
        return self._all("short_names")

    def set_names(self, names: Names) -> None:
        """Show these official names."""
        self._held["names"] = dict(names)
        self._line(self.official).setText(self._held["names"].get(self._language, ""))

    def set_short_names(self, names: Names) -> None:
        """Show these everyday names."""
        self._held["short_names"] = dict(names)
        self._line(self.everyday).setText(self._held["short_names"].get(self._language, ""))

    def _all(self, which: str) -> Names:
        self._keep()
        return tuple((language, name) for language, name in self._held[which].items() if name)

    def _keep(self) -> None:
        for which, field in (("names", self.official), ("short_names", self.everyday)):
            text = self._line(field).text().strip()
            if text or self._language in self._held[which]:
                self._held[which][self._language] = text

    def _on_language(self, language: str) -> None:
        self._keep()
        self._language = language
        self.set_names(tuple(self._held["names"].items()))
        self.set_short_names(tuple(self._held["short_names"].items()))

    @staticmethod
    def _line(field: Field) -> QLineEdit:
        editor = field.editor
        assert isinstance(editor, QLineEdit)  # noqa: S101 - made so above
        return editor
