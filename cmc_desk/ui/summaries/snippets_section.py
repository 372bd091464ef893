"""The text modules of the meeting: a table with its triggers, a form to change one, and the way out of and into a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from cmc_desk.desk.snippet_files import export_snippets, import_snippets_from
from cmc_desk.desk.snippets import own_snippets, put_snippet, remove_snippet, reset_snippet, snippets
from cmc_desk.i18n import LANGUAGES, ngettext
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.snippets import LONGEST_TRIGGER, PLACES
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.file_choice import ask_for_file, ask_where
from cmc_desk.ui.parts.row_model import Column
from cmc_desk.ui.parts.row_table import DENSE, RowTable
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.setup.form import Form
from cmc_desk.ui.setup.section import TableSection
from cmc_desk.ui.short_path import short_path

NEW_KEY, RESET_KEY, IMPORT_KEY, EXPORT_KEY, LANGUAGE_KEY = "Alt+N", "Alt+B", "Ctrl+O", "Ctrl+E", "Alt+L"
_ENDING = ".csv"


@dataclass(frozen=True, slots=True)
class SnippetRow:
    """A text module of the language that is shown; `own` is what the meeting has changed or added."""

    trigger: str
    text: str
    own: bool


class SnippetsSection(TableSection[SnippetRow]):
    """Typing a trigger and Tab in the composer gives the text, with its places filled."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        table: RowTable[SnippetRow] = RowTable(
            (
                Column(_("Trigger"), lambda row: row.trigger, 110, bold=True),
                Column(_("Text"), lambda row: row.text.replace("\n", " ↵ "), tooltip=lambda row: row.text),
                Column("", lambda row: _("of this meeting") if row.own else "", 120, tone="slate", size=12),
            ),
            key=lambda row: row.trigger,
            name=_("Text modules"),
            height=DENSE,
        )
        self.languages = Segment([Option(code, code.upper()) for code in LANGUAGES], name=_("Language"))
        self.languages.choose(context.facts.meeting.language)
        form = _form()
        super().__init__(context, table=table, form=form, head=PaneHead(_("Text modules")), parent=parent)
        self.reset = DeskButton(_("As the program brings it"), key=RESET_KEY, icon="undo", size="small")
        self.reset.clicked.connect(self._on_reset)
        form.add_widget(self.reset)
        form.add_widget(
            Text(
                _("Places that are filled: {places}").format(places=" ".join(f"{{{place}}}" for place in PLACES)),
                size=12,
                tone="slate",
                wrap=True,
            )
        )
        self.head.add(self.languages)
        self.new_button(_("New"), NEW_KEY)
        self.import_button = DeskButton(_("Read a table…"), key=IMPORT_KEY, icon="folder", size="small")
        self.import_button.clicked.connect(self._on_read)
        self.export_button = DeskButton(_("Save as table…"), key=EXPORT_KEY, icon="sheet", size="small")
        self.export_button.clicked.connect(self._on_write)
        self.head.add(self.import_button)
        self.head.add(self.export_button)
        self.languages.chosen.connect(self._on_language)
        self._language = self.languages.key()

    def keys(self) -> Sequence[tuple[str, str]]:
        return (
            (NEW_KEY, _("new text module")),
            (LANGUAGE_KEY, _("next language")),
            ("Ctrl+S", _("save what was typed")),
            ("Alt+Delete", _("remove what is chosen")),
            (RESET_KEY, _("as the program brings it")),
            (IMPORT_KEY, _("read a table")),
            (EXPORT_KEY, _("save as table")),
        )

    def turn_language(self) -> None:
        """Show the next language."""
        here = LANGUAGES.index(self.languages.key())
        self.languages.choose(LANGUAGES[(here + 1) % len(LANGUAGES)])

    def rows(self) -> Sequence[SnippetRow]:
        read = self.context.desk.read
        own = {one.trigger.casefold() for one in read(own_snippets, language=self._language)}
        found = read(snippets, language=self._language)
        return [SnippetRow(one.trigger, one.text, one.trigger.casefold() in own) for one in found]

    def key_of(self, row: SnippetRow) -> str:
        return row.trigger

    def show_row(self, row: SnippetRow | None) -> None:
        self.form.head.say(row.trigger if row is not None else _("New text module"))
        self.form.field("trigger").editor.setEnabled(row is None)
        self.reset.allow(why_not="" if row is not None and row.own else _("Nothing of it was changed here."))
        self.form.fill({"trigger": row.trigger if row else "", "text": row.text if row else ""})

    def store(self, row: SnippetRow | None) -> str | None:
        values = self.form.values()
        trigger = row.trigger if row is not None else values["trigger"]
        put = self.act(
            self.form,
            lambda: self.context.desk.do(put_snippet, language=self._language, trigger=trigger, text=values["text"]),
        )
        if put is None:
            return None
        self.done(_("Text module: "), put[0].trigger)
        return put[0].trigger

    def drop(self, row: SnippetRow) -> bool:
        desk = self.context.desk
        gone = self.act(self.form, lambda: desk.do(remove_snippet, language=self._language, trigger=row.trigger))
        if gone is None:
            return False
        self.done(_("Text module removed: "), row.trigger)
        return True

    def read_table(self, path: Path | None = None) -> None:
        """Take over a table, at `path` or from where somebody says."""
        found = path or ask_for_file(self, _("Read a table of text modules"), _("Tables ({kinds})"), (_ENDING,))
        if found is None:
            return
        told = self.act(None, lambda: import_snippets_from(self.context.desk, found))
        if told is not None:
            words = ngettext(
                "{count} text module is new or changed", "{count} text modules are new or changed", told[0]
            )
            self.done(words.format(count=told[0]))
            self.reload()

    def write_table(self, path: Path | None = None) -> None:
        """Write all languages as a table, to `path` or where somebody says."""
        target = path or ask_where(self, _("Text modules"), f"text-modules{_ENDING}", _ENDING)
        if target is None:
            return
        told = self.act(None, lambda: export_snippets(self.context.desk, target))
        if told is not None:
            self.context.say(
                "notice", _("Saved: "), told[0].name, _(" in {folder}").format(folder=short_path(told[0].parent))
            )

    def _on_read(self) -> None:
        self.read_table()

    def _on_write(self) -> None:
        self.write_table()

    def _on_language(self, language: str) -> None:
        if not self.leave():
            self.languages.choose(self._language)
            return
        self._language = language
        self._filled = False
        self.reload()

    def _on_reset(self) -> None:
        row = self.shown
        if row is None:
            return
        desk = self.context.desk
        told = self.act(None, lambda: desk.do(reset_snippet, language=self._language, trigger=row.trigger))
        if told is not None:
            self.done(_("As the program brings it: "), row.trigger)
            self._filled = False
            self.reload()


def _form() -> Form:
    form = Form(_("Text module"))
    trigger, text = QLineEdit(), QPlainTextEdit()
    trigger.setMaxLength(LONGEST_TRIGGER)
    text.setTabChangesFocus(True)
    text.setFixedHeight(150)
    field = Field(_("Text"), text, height=0)
    form.add(("trigger", Field(_("Trigger"), trigger, hint=_("one word; then Tab"))))
    form.add(("text", field))
    # Line by line as it is typed: a text module may have paragraphs.
    form.know("text", field, text.toPlainText, text.setPlainText)
    return form
