"""Setup › Operators and stations: who works with the program, and where it stands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QWidget

from cmc_desk.desk import meeting as meetings
from cmc_desk.desk import setup_lists, setup_people
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.meeting import Role
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.cells import IconText
from cmc_desk.ui.parts.chip import ChipLook
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.row_model import Column
from cmc_desk.ui.parts.row_table import RowTable
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.setup.form import Form
from cmc_desk.ui.setup.section import EDIT_KEYS, TableSection
from cmc_desk.ui.setup.words import choices, kind_word


@dataclass(frozen=True, slots=True)
class OwnRow:
    """Somebody who works here, or a station, which has no role."""

    id: str
    name: str
    role: Role | None


class OperatorsSection(TableSection[OwnRow]):
    """Operators first, then stations; one form for both."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        table: RowTable[OwnRow] = RowTable(
            (
                Column(_("Name"), lambda row: IconText("user" if row.role else "pin", row.name, bold=True)),
                Column(_("What"), lambda row: _("Operator") if row.role else _("Station"), 110, size=13, tone="slate"),
                Column(_("Role"), lambda row: kind_word(row.role) if row.role else "", 150, size=13, tone="slate"),
                Column("", self._here, 118),
            ),
            key=lambda row: row.id,
            name=_("Operators and stations"),
        )
        super().__init__(context, table=table, form=_form(), head=PaneHead(_("Operators and stations")), parent=parent)
        self._new_station = False
        self.new_button(_("New operator"))
        self.station_button = DeskButton(_("New station"), key="Alt+T", icon="plus")
        self.station_button.clicked.connect(self.begin_station)
        self.head.add(self.station_button)

    def keys(self) -> Sequence[tuple[str, str]]:
        return (
            ("Alt+N", _("new operator")),
            ("Alt+T", _("new station")),
            *EDIT_KEYS,
            ("Alt+Delete", _("remove what is chosen")),
        )

    def begin_new(self) -> None:
        self._new_station = False
        super().begin_new()

    def begin_station(self) -> None:
        """Make the form ready for a new station."""
        if self.leave():
            self._new_station = True
            super().begin_new()

    def rows(self) -> Sequence[OwnRow]:
        desk = self.context.desk
        people = [OwnRow(row.id, row.name, row.role) for row in desk.read(meetings.operators)]
        return people + [OwnRow(row.id, row.name, None) for row in desk.read(setup_lists.station_rows)]

    def key_of(self, row: OwnRow) -> str:
        return row.id

    def show_row(self, row: OwnRow | None) -> None:
        station = row.role is None if row else self._new_station
        if row:
            title = _("Station") if station else _("Operator")
        else:
            title = _("New station") if station else _("New operator")
        self.form.head.say(title)
        self.form.field("role").setVisible(not station)
        role = row.role if row and row.role else Role.DESK
        self.form.fill({"name": row.name if row else "", "role": role.value})

    def store(self, row: OwnRow | None) -> str | None:
        values, desk = self.form.values(), self.context.desk
        identifier = row.id if row else ""
        work: Callable[[], str]
        if row.role is None if row else self._new_station:

            def work() -> str:
                return desk.do(setup_people.put_station, id=identifier, name=values["name"])
        else:

            def work() -> str:
                return desk.do(setup_people.put_operator, id=identifier, name=values["name"], role=Role(values["role"]))

        outcome = self.act(self.form, work)
        if outcome is None:
            return None
        self.done(_("Saved: "), values["name"])
        return outcome[0]

    def drop(self, row: OwnRow) -> bool:
        function = setup_people.remove_station if row.role is None else setup_people.remove_operator
        if self.act(self.form, lambda: self.context.desk.do(function, id=row.id)) is None:
            return False
        self.done(_("Removed: "), row.name)
        return True

    def _here(self, row: OwnRow) -> str | ChipLook:
        author = self.context.desk.author
        if row.role is None:
            return ChipLook(_("This one"), "info") if row.name == author.station else ""
        return ChipLook(_("You"), "info") if row.name == author.operator else ""


def _form() -> Form:
    form = Form(_("Operator"))
    form.add(("name", Field(_("Name"), QLineEdit(), hint=_("what was done before keeps the old name"))))
    form.add(("role", Field(_("Role"), Combo(choices(Role)))))
    return form
