"""Words that the spelling of this meeting knows beside its dictionaries and the names of people and delegations."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QWidget

from cmc_desk.desk.note_terms import LONGEST_TERM, forget_term, learn_term, note_terms
from cmc_desk.i18n import gettext as _
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.row_model import Column
from cmc_desk.ui.parts.row_table import DENSE, RowTable
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.setup.form import Form
from cmc_desk.ui.setup.section import TableSection


@dataclass(frozen=True, slots=True)
class TermRow:
    """A word as it is written."""

    word: str


class TermsSection(TableSection[TermRow]):
    """Words come here from the composer too, by Ctrl+Shift+F7."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        table: RowTable[TermRow] = RowTable(
            (Column(_("Word"), lambda row: row.word),),
            key=lambda row: row.word,
            name=_("Words that the spelling knows"),
            height=DENSE,
        )
        form = Form(_("Word"))
        line = QLineEdit()
        line.setMaxLength(LONGEST_TERM)
        form.add(("word", Field(_("Word"), line, hint=_("as it is written, with its capitals"))))
        head = PaneHead(_("Words that the spelling knows"))
        super().__init__(context, table=table, form=form, head=head, parent=parent)
        form.remove_button.set_text(_("Forget"))
        self.new_button(_("New word"))

    def keys(self) -> Sequence[tuple[str, str]]:
        return (
            ("Alt+N", _("new word")),
            ("Ctrl+S", _("save the new word; Enter too")),
            ("Alt+Delete", _("forget what is chosen")),
        )

    def rows(self) -> Sequence[TermRow]:
        return [TermRow(word) for word in self.context.desk.read(note_terms)]

    def key_of(self, row: TermRow) -> str:
        return row.word

    def show_row(self, row: TermRow | None) -> None:
        self.form.head.say(_("Known") if row else _("New word"))
        self.form.save_button.setVisible(row is None)
        self.form.field("word").editor.setEnabled(row is None)
        self.form.fill({"word": row.word if row else ""})

    def store(self, row: TermRow | None) -> str | None:
        if row is not None:
            return row.word
        word = self.form.values()["word"]
        told = self.act(self.form, lambda: self.context.desk.do(learn_term, word=word))
        if told is None:
            return None
        self.done(_("The spelling knows: "), told[0])
        return told[0]

    def drop(self, row: TermRow) -> bool:
        if self.act(self.form, lambda: self.context.desk.do(forget_term, word=row.word)) is None:
            return False
        self.done(_("Forgotten: "), row.word)
        return True
