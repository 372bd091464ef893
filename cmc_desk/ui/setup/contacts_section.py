"""Setup › Contacts: the numbers to call, in the order in which they stand on the back of badges."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QWidget

from cmc_desk.desk.contacts import change_contacts, contacts_of
from cmc_desk.i18n import gettext as _
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.row_model import Column
from cmc_desk.ui.parts.row_table import RowTable
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.setup.form import Form
from cmc_desk.ui.setup.ordered_section import OrderedSection
from cmc_desk.ui.setup.section import EDIT_KEYS


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A number to call, at its place in the list."""

    place: int
    label: str
    number: str


class ContactsSection(OrderedSection[ContactRow]):
    """Whom one calls, and the number; every change writes the list as a whole, and is one step back."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        table: RowTable[ContactRow] = RowTable(
            (
                Column(_("Whom one calls"), lambda row: row.label, bold=True),
                Column(_("Number"), lambda row: row.number, 220),
            ),
            key=lambda row: row.place,
            name=_("Contacts"),
        )
        head = PaneHead(_("Contacts"), subtitle=_("On the back of badges and in the paper fallback"))
        order = _("They are printed in this order.")
        super().__init__(context, table=table, form=_form(), head=head, order=order, parent=parent)
        self.new_button(_("New contact"))

    def keys(self) -> Sequence[tuple[str, str]]:
        return (
            ("Alt+Up", _("print the contact earlier")),
            ("Alt+Down", _("print the contact later")),
            ("Alt+N", _("new contact")),
            *EDIT_KEYS,
            ("Alt+Delete", _("remove the contact")),
        )

    def rows(self) -> Sequence[ContactRow]:
        found = self.context.desk.read(contacts_of)
        return [ContactRow(place, label, number) for place, (label, number) in enumerate(found)]

    def key_of(self, row: ContactRow) -> int:
        return row.place

    def show_row(self, row: ContactRow | None) -> None:
        self.form.head.say(_("Contact") if row else _("New contact"))
        self.form.fill({"contacts": row.label if row else "", "number": row.number if row else ""})

    def store(self, row: ContactRow | None) -> int | None:
        values, rows = self.form.values(), [(one.label, one.number) for one in self.rows()]
        place = row.place if row is not None and row.place < len(rows) else len(rows)
        rows[place : place + 1] = [(values["contacts"], values["number"])]
        if not self._write(rows, self.form):
            return None
        self.done(_("Saved: "), values["contacts"])
        return place

    def drop(self, row: ContactRow) -> bool:
        if not self._write([(one.label, one.number) for one in self.rows() if one.place != row.place]):
            return False
        self.done(_("Removed: "), row.label)
        return True

    def move_row(self, row: ContactRow, places: int) -> int | None:
        rows = [(one.label, one.number) for one in self.rows()]
        there = row.place + places
        if not 0 <= there < len(rows):
            return None
        rows.insert(there, rows.pop(row.place))
        if not self._write(rows):
            return None
        self.done(_("Moved: "), row.label)
        return there

    def _write(self, contacts: list[tuple[str, str]], form: Form | None = None) -> bool:
        return self.act(form, lambda: self.context.desk.do(change_contacts, contacts=contacts)) is not None


def _form() -> Form:
    form = Form(_("Contact"))
    # What is wrong with a contact is said beside its first field, whichever half it is.
    form.add(("contacts", Field(_("Whom one calls"), QLineEdit(), hint=_("such as Police, or Desk A"))))
    form.add(("number", Field(_("Number"), QLineEdit(), hint=_("as it is dialled from the venue"))))
    return form
