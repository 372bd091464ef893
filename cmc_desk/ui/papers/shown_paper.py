"""What stands in the middle of the page: the file of a version, its next version, or what a paper without pages is."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from cmc_desk.desk.paper_preview import Preview
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.papers import PaperState
from cmc_desk.ui.context import Context
from cmc_desk.ui.papers.looking import Look, PageReader
from cmc_desk.ui.papers.preview_pane import PreviewPane
from cmc_desk.ui.papers.words import file_sentence, form_words, full_title, shown_words


class ShownPaper(QObject):
    """`missing` brings the texts with letters that no font has, `cautioned` what must be known before the paper is handed out.

    `troubled` tells why there are no pages, and the field to blame.
    """

    missing = Signal(object)
    cautioned = Signal(str)
    troubled = Signal(str, str)

    def __init__(self, context: Context, pane: PreviewPane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._pane = pane
        self._wanted: Look | None = None
        self._look: Look | None = None
        self._source = ""
        self._is_file = False
        self.reader = PageReader(context.desk, pool=context.pool, parent=self)
        self.reader.came.connect(self._on_came)
        self.reader.troubled.connect(self._on_troubled)

    def show(self, look: Look) -> None:
        """Have the pages of a paper made, and show them when they come; until then those of the same paper stay."""
        if self._wanted is None or self._wanted.kind is not look.kind:
            self._forget()
            self._pane.show_title(full_title(self._context.facts, look.kind, look.ask))
            self._pane.show_pages(b"", keep_page=False)
        self._wanted = look
        if look.paper is not None and look.paper.state is PaperState.UNJUDGED:
            # Whether its file still says what is true comes in a moment: of what is looked at, first.
            return
        self.reader.look_at(look, seen=self._source if self._look is not None and self._look.same_pages(look) else "")

    def show_file(self, look: Look, path: Path | None) -> None:
        """Say what a paper is that has no pages to show; `path` is the file of its last version, if it is there."""
        self._forget()
        facts, form = self._context.facts, look.kind.formats[0]
        self._pane.show_title(full_title(facts, look.kind, look.ask))
        why_not = "" if path is not None else _("There is no file of it in the folder.")
        self._pane.show_other(form_words(form), file_sentence(facts, look.kind, look.paper), why_not=why_not)

    def show_badges(self, title: str) -> None:
        """Say where the badges are."""
        self._forget()
        self._pane.show_title(title)
        self._pane.show_badges()

    def file_of(self, look: Look) -> bytes:
        """Return the file of this paper if it is what is shown, else nothing."""
        same = self._look is not None and self._look.same_pages(look)
        return self._pane.view.content() if same and self._is_file else b""

    def _forget(self) -> None:
        self._wanted = self._look = None
        self._source, self._is_file = "", False
        self.reader.look_at_nothing()
        self.missing.emit(())
        self.cautioned.emit("")

    def _on_came(self, look: object, preview: object) -> None:
        if not isinstance(look, Look) or not isinstance(preview, Preview):
            return
        if preview.pages is not None:
            self._pane.show_pages(preview.pages, keep_page=self._look is not None)
            self._source, self._is_file = preview.source, preview.file is not None
            self.missing.emit(preview.unprintable)
            self.cautioned.emit(preview.caution)
        self._look = look
        title = full_title(self._context.facts, look.kind, look.ask)
        self._pane.show_title(title, shown_words(look.paper, file=self._is_file))

    def _on_troubled(self, sentence: str, field: str) -> None:
        self._look, self._source = None, ""
        self._pane.show_trouble(sentence)
        self.troubled.emit(sentence, field)
