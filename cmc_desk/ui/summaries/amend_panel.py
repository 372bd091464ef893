"""A recommendation in the words in which it is approved, in every language in which it stands; or why it is deferred."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.recommendation_words import LANGUAGES
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.summaries.form_editor import FormEditor
from cmc_desk.ui.typed_text import DECIDES, ENTER

SAVE_KEY = "Ctrl+Return"


class AmendPanel(Pane):
    """`amended` hands over the sentences by language, `left` says that nothing was decided."""

    amended = Signal(object)
    left = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("sand", lines="t", parent=parent)
        self.head = PaneHead(_("As amended"), side=True, height=40, lines="")
        self.head.add(DeskButton(_("Approve as amended"), key=SAVE_KEY, kind="primary", size="small"))
        self.head.add(DeskButton(_("Back"), key="Esc", size="small"))
        self.save, self.back = self.head.findChildren(DeskButton)
        self.save.clicked.connect(self._on_save)
        self.back.clicked.connect(self.left)
        self.editors: dict[str, FormEditor] = {}
        self._rows: dict[str, QWidget] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 10)
        column.setSpacing(6)
        column.addWidget(self.head)
        for language in LANGUAGES:
            column.addWidget(self._row(language))

    def open(self, number: int, sentences: Mapping[str, str], language: str) -> None:
        """Ask for the words in which a recommendation is approved; the language that is shown comes first."""
        self.head.say(_("Recommendation {number} as amended").format(number=number))
        for code, editor in self.editors.items():
            editor.begin(sentences.get(code, ""))
            self._rows[code].setVisible(bool(sentences.get(code)) or code == language)
        first = self.editors[language if language in self.editors else LANGUAGES[0]]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_save(self) -> None:
        self.amended.emit({code: editor.text().strip() for code, editor in self.editors.items()})

    def _row(self, language: str) -> QWidget:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        code = Text(language.upper(), size=12, bold=True, tone="slate")
        code.setFixedWidth(26)
        editor = FormEditor(size=15, parent=holder)
        editor.setAccessibleName(_("As approved, {language}").format(language=language.upper()))
        editor.setProperty(ENTER, DECIDES)
        editor.entered.connect(self._on_save)
        row.addWidget(code)
        row.addWidget(editor, 1)
        self.editors[language] = editor
        self._rows[language] = holder
        return holder


class DeferPanel(Pane):
    """`deferred` says why, if anything was said; `left` that nothing was decided."""

    deferred = Signal(str)
    left = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("sand", lines="t", parent=parent)
        self.words = Text(size=14, bold=True)
        self.reason = QLineEdit()
        self.reason.setFixedHeight(34)
        self.reason.setAccessibleName(_("Why it is deferred"))
        self.reason.setPlaceholderText(_("why, if it was said; Enter defers"))
        self.reason.returnPressed.connect(self._on_save)
        self.save = DeskButton(_("Defer"), key=SAVE_KEY, size="small")
        self.save.clicked.connect(self._on_save)
        self.back = DeskButton(_("Back"), key="Esc", size="small")
        self.back.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 11, 16, 10)
        row.setSpacing(10)
        row.addWidget(self.words)
        row.addWidget(self.reason, 1)
        row.addWidget(self.save)
        row.addWidget(self.back)

    def open(self, number: int) -> None:
        """Ask why a recommendation is deferred."""
        self.open_for(_("Recommendation {number} is deferred").format(number=number))

    def open_for(self, words: str) -> None:
        """Ask why something is deferred, in these words."""
        self.words.setText(words)
        self.reason.clear()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_save(self) -> None:
        self.deferred.emit(self.reason.text().strip())
