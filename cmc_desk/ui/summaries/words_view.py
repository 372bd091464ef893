"""Text modules and known words, in the place of the notes: what rapporteurs agree on before they type."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.keycap import key_text
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.setup.section import Section
from cmc_desk.ui.summaries.page_parts import PagePart
from cmc_desk.ui.summaries.reading_section import ReadingSection
from cmc_desk.ui.summaries.snippets_section import LANGUAGE_KEY, SnippetsSection
from cmc_desk.ui.summaries.terms_section import TermsSection

MODULES, TERMS, READING = "modules", "terms", "reading"
_TABLES = frozenset({"snippet", "note_term", "note_settings", "*"})


class WordsView(PagePart):
    """Alt and a figure choose; Esc in a table leads back to the notes, in a form it puts back what stood there."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.snippets = SnippetsSection(context)
        self.terms = TermsSection(context)
        self.reading = ReadingSection(context)
        self._sections: dict[str, Section] = {MODULES: self.snippets, TERMS: self.terms, READING: self.reading}
        titles = {MODULES: _("Text modules"), TERMS: _("Known words"), READING: _("Reading and counting")}
        self.tabs = Segment([Option(key, title) for key, title in titles.items()], name=_("Lists"))
        self.tabs.choose(MODULES)
        self.back = DeskButton(_("Back to the notes"), key="Alt+T", icon="summaries", size="small")
        self.back.clicked.connect(self._on_back)
        self._stack = QStackedWidget()
        for section in self._sections.values():
            self._stack.addWidget(section)
        bar = Pane("panel", lines="b")
        bar.setFixedHeight(44)
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 0, 16, 1)
        row.addWidget(self.tabs)
        row.addStretch(1)
        row.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._stack, 1)
        self.tabs.chosen.connect(self.show_list)
        for key, act in (
            ("Alt+1", lambda: self.show_list(MODULES)),
            ("Alt+2", lambda: self.show_list(TERMS)),
            ("Alt+3", lambda: self.show_list(READING)),
            (LANGUAGE_KEY, self._on_language),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(act)

    @property
    def section(self) -> Section:
        """What is shown."""
        return self._sections[self._shown]

    @property
    def _shown(self) -> str:
        shown = self._stack.currentWidget()
        return next(key for key, section in self._sections.items() if section is shown)

    def open(self, key: str) -> None:
        """Show a list by its name, the text modules if none is said."""
        for section in self._sections.values():
            section.reload()
        self.show_list(key or MODULES)

    def show_list(self, key: str) -> None:
        """Show one of the lists, once what was typed in the other is saved."""
        if not self.section.leave():
            self.tabs.choose(self._shown)
            return
        self.tabs.choose(key)
        self._stack.setCurrentWidget(self._sections[key])
        self.setFocusProxy(self._sections[key])
        self._sections[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.section.reload()

    def keys(self) -> Sequence[tuple[str, str]]:
        own = self.section.keys()
        return (
            (_("Alt+1 to 3"), _("text modules, known words, reading and counting")),
            *((key_text(key), words) for key, words in own),
        )

    def may_leave(self) -> bool:
        return self.section.leave()

    def _on_back(self) -> None:
        if self.may_leave():
            self.left.emit()

    def _on_language(self) -> None:
        if self.section is self.snippets:
            self.snippets.turn_language()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_back()
        else:
            super().keyPressEvent(event)
