"""Setup › Import aliases: what lists call delegations and columns, learned or typed, and how to forget it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QWidget

from cmc_desk.desk import meeting as meetings
from cmc_desk.desk import setup, setup_lists
from cmc_desk.i18n import gettext as _
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.cells import Cell, FlagText, IconText
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.row_model import Column
from cmc_desk.ui.parts.row_table import DENSE, RowTable
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.registration.import_words import target_title
from cmc_desk.ui.setup.form import Form
from cmc_desk.ui.setup.section import TableSection


@dataclass(frozen=True, slots=True)
class LearnedRow:
    """A word of lists and what it means: a delegation by its code, or the field of a column."""

    word: str
    means: str
    is_column: bool


class AliasesSection(TableSection[LearnedRow]):
    """Words for delegations first, then headings of columns."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        table: RowTable[LearnedRow] = RowTable(
            (
                Column(_("A list says"), lambda row: row.word, bold=True),
                Column(
                    _("It is"), lambda row: _("a column") if row.is_column else _("a delegation"), 120, tone="slate"
                ),
                Column(_("It means"), self._means, 250),
            ),
            key=lambda row: (row.is_column, row.word, row.means),
            name=_("What lists say"),
            height=DENSE,
        )
        form = _form()
        super().__init__(context, table=table, form=form, head=PaneHead(_("Import aliases")), parent=parent)
        form.remove_button.set_text(_("Forget"))
        self.new_button(_("New word"))

    def keys(self) -> Sequence[tuple[str, str]]:
        return (
            ("Alt+N", _("new word for a delegation")),
            ("Ctrl+S", _("save the new word; Enter too")),
            ("Alt+Delete", _("forget what is chosen")),
        )

    def reload(self) -> None:
        delegations = self.context.desk.read(meetings.delegations)
        combo = self.form.field("delegation").editor
        if isinstance(combo, Combo):
            combo.set_choices([("", _("choose")), *((row.code, row.short_name) for row in delegations)])
        super().reload()

    def rows(self) -> Sequence[LearnedRow]:
        desk = self.context.desk
        words = [LearnedRow(row.alias, row.delegation, is_column=False) for row in desk.read(setup_lists.alias_rows)]
        columns = [LearnedRow(row.heading, row.target, is_column=True) for row in desk.read(setup_lists.column_rows)]
        return words + columns

    def key_of(self, row: LearnedRow) -> tuple[bool, str, str]:
        return row.is_column, row.word, row.means

    def show_row(self, row: LearnedRow | None) -> None:
        self.form.head.say(_("Learned") if row else _("New word"))
        self.form.save_button.setVisible(row is None)
        for name in ("alias", "delegation"):
            self.form.field(name).editor.setEnabled(row is None)
        self.form.field("delegation").setVisible(row is None or not row.is_column)
        self.form.fill({"alias": row.word if row else "", "delegation": row.means if row and not row.is_column else ""})

    def store(self, row: LearnedRow | None) -> tuple[bool, str, str] | None:
        values = self.form.values()
        word, code = values["alias"], values["delegation"]
        if row is not None:
            return self.key_of(row)
        if self.act(self.form, lambda: self.context.desk.do(setup.add_alias, delegation=code, alias=word)) is None:
            return None
        self.done(_("Learned: "), word)
        return False, word, code

    def drop(self, row: LearnedRow) -> bool:
        desk = self.context.desk

        def work() -> None:
            if row.is_column:
                desk.do(setup.forget_column, heading=row.word)
            else:
                desk.do(setup.forget_alias, delegation=row.means, alias=row.word)

        if self.act(self.form, work) is None:
            return False
        self.done(_("Forgotten: "), row.word)
        return True

    def _means(self, row: LearnedRow) -> Cell:
        if row.is_column:
            return IconText("sheet", target_title(row.means))
        return FlagText(self.context.facts.flag(row.means), self.context.facts.delegation_name(row.means))


def _form() -> Form:
    form = Form(_("Learned"))
    form.add(("alias", Field(_("A list says"), QLineEdit(), hint=_("accents and capitals do not count"))))
    form.add(("delegation", Field(_("It means"), Combo())))
    return form
