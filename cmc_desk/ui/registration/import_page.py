"""Import people: a list is read and compared, somebody decides, and one press writes all of it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmc_desk.desk import importing
from cmc_desk.desk.desk import new_nonce
from cmc_desk.i18n import chosen_language
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.import_decisions import Action, decide, decide_all, left_out
from cmc_desk.rules.refusal import Unavailable
from cmc_desk.ui.context import Context
from cmc_desk.ui.file_import import FileImport
from cmc_desk.ui.page import Page
from cmc_desk.ui.parts.file_choice import dropped_file
from cmc_desk.ui.registration import import_state
from cmc_desk.ui.registration.import_empty import EmptyImport
from cmc_desk.ui.registration.import_files import ask_for_list, ask_where
from cmc_desk.ui.registration.import_state import OpenList
from cmc_desk.ui.registration.import_words import after_words, read_message, written_words
from cmc_desk.ui.registration.import_work import WorkPane
from cmc_desk.ui.said_saved import say_saved

R = TypeVar("R")
_TABLES = frozenset({"participant", "delegation", "desk_note", "code_alias", "*"})


class ImportPage(Page):
    """The page of a list that is being brought in; nothing is written before Import is pressed."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.opened: OpenList | None = None
        self._nonce = ""
        self.empty = EmptyImport(language=chosen_language(), parent=self)
        self.work = WorkPane(self)
        self.file = FileImport(
            self.empty, self.work, not_taken=_("This list was not taken."), pool=context.pool, parent=self
        )
        self.callout, self.busy = self.file.callout, self.file.busy
        self.list, self.columns, self.detail = self.work.list, self.work.columns, self.work.detail
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.setFocusProxy(self.empty.open)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.file)

    def _connect(self) -> None:
        self.empty.open_asked.connect(self._on_open)
        self.empty.template_asked.connect(self._on_template)
        self.file.planned.connect(self._on_planned)
        self.file.written.connect(self._on_written)
        self.file.over.connect(self._on_over)
        self.list.another.clicked.connect(self._on_open)
        self.list.sheet_chosen.connect(self._on_sheet)
        self.list.save.clicked.connect(self._on_save)
        self.list.write.clicked.connect(self.write)
        self.list.table.chosen.connect(self._on_row)
        self.columns.picked.connect(self._on_column)
        self.detail.decided.connect(self._on_decided)
        self.detail.delegation_chosen.connect(self._on_delegation)

    def keys(self) -> Sequence[tuple[str, str]]:
        return (
            ("Ctrl+O", _("Open a list")),
            ("Ctrl+T", _("Save an empty template")),
            ("Up", _("Row before")),
            ("Down", _("Next row")),
            ("Right", _("Take what the list says")),
            ("Left", _("Keep what we have")),
            ("Ins", _("It is somebody else")),
            ("Shift+Right", _("The same for all rows like it")),
            ("F8", _("Next row to decide")),
            ("Ctrl+S", _("Save the rows to correct")),
            ("Ctrl+Return", _("Import")),
            ("Esc", _("Cancel reading")),
        )

    def open_at(self, what: object) -> None:
        """Read the list at the path `what` and compare it with the meeting."""
        if not isinstance(what, str | Path) or self.file.writing:
            return
        desk, path = self.context.desk, Path(what)
        self.file.read(path.name, lambda progress: import_state.read(desk, path, progress))

    def reload(self, tables: frozenset[str]) -> None:
        """Compare the list again after somebody has changed people or delegations."""
        if self.opened is not None and tables & _TABLES:
            if not self.file.writing:
                self.callout.hide()
            self._compare(self.opened)

    def write(self) -> None:
        """Write what the list brings, all of it or nothing."""
        opened = self.opened
        if opened is None or not self.file.is_free() or not import_state.counted(opened).writes:
            return
        desk, nonce = self.context.desk, self._nonce
        self.list.set_busy(busy=True)
        self.file.write(lambda _progress: import_state.write(desk, opened, nonce))

    def save_template(self, path: Path, *, language: str) -> None:
        """Write an empty list for the delegations of this meeting to `path`."""
        self._saved(lambda: importing.save_template(self.context.desk, path, language=language))

    def save_left_out(self, path: Path) -> None:
        """Write the rows that are wrong or not decided to `path`, to be corrected by whoever made the list."""
        opened = self.opened
        if opened is not None:
            rows, language = left_out(opened.plan, opened.decisions), chosen_language()
            self._saved(lambda: importing.save_left_out(self.context.desk, opened.plan, rows, path, language=language))

    def _saved(self, save: Callable[[], Path]) -> None:
        try:
            path = save()
        except Unavailable as trouble:
            self.context.say("coral", trouble.sentence)
        else:
            say_saved(self.context, path, path, folder=path.parent.name)

    def _compare(self, opened: OpenList) -> None:
        desk = self.context.desk
        self.file.plan(lambda _progress: import_state.planned_again(desk, opened))

    def _on_planned(self, opened: OpenList) -> None:
        first = self.opened is None or self.opened.tables is not opened.tables
        self.opened, self._nonce = opened, new_nonce()
        self.columns.set_columns(opened.table.headings, opened.plan.mapping.targets)
        self.list.show_list(opened, self.context.facts)
        self.file.show_work()
        self.setFocusProxy(self.work)
        self._on_row()
        if first:
            self.list.filter.choose("all")
            self.work.setFocus()
            self.context.say(*read_message(opened))

    def _on_written(self, imported: importing.Imported) -> None:
        opened = self.opened
        if opened is None:
            return
        words = written_words(len(imported.added), len(imported.updated))
        self.context.say("notice", _("Imported: "), words, f" · {opened.table.file_name}", undo=True)
        rest = len(left_out(opened.plan, opened.decisions))
        self.callout.say(
            _("Imported: {words}.").format(words=words),
            after_words(rest, len(imported.skipped_codes)),
            kind="leaf",
        )
        self.callout.show()
        self._compare(replace(opened, decisions={}))

    def _on_over(self) -> None:
        self.list.set_busy(busy=False)

    def _on_open(self) -> None:
        path = ask_for_list(self)
        if path is not None:
            self.open_at(path)

    def _on_template(self, language: str) -> None:
        path = ask_where(self, _("Participants") + ".xlsx")
        if path is not None:
            self.save_template(path, language=language)

    def _on_save(self) -> None:
        if self.opened is not None:
            name = Path(self.opened.table.file_name).stem
            path = ask_where(self, _("{list}, to correct").format(list=name) + ".xlsx")
            if path is not None:
                self.save_left_out(path)

    def _on_sheet(self, place: int) -> None:
        opened, desk = self.opened, self.context.desk
        if opened is not None:
            self.file.plan(lambda _progress: import_state.at_sheet(desk, opened, place))

    def _on_column(self, column: int, target: str) -> None:
        if self.opened is not None:
            self._compare(import_state.with_target(self.opened, column, target))

    def _on_delegation(self, text: str, code: str) -> None:
        if self.opened is not None:
            self._compare(import_state.with_learned(self.opened, text, code))

    def _on_row(self, _row: object = None) -> None:
        shown = self.list.table.current()
        if self.opened is not None:
            row = shown.planned if shown is not None else None
            self.detail.show_row(row, self.opened.decisions, self.context.facts)

    def _on_decided(self, action: Action, for_all: object) -> None:
        shown = self.list.table.current()
        if self.opened is None or shown is None:
            return
        plan, decisions, number = self.opened.plan, self.opened.decisions, shown.planned.row
        if for_all:
            decisions = decide_all(plan, decisions, like=number, action=action)
        else:
            decisions = decide(plan, decisions, row=number, action=action)
        self.opened = replace(self.opened, decisions=decisions)
        self.list.show_decisions(self.opened)
        self._on_row()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.open_at(path)
