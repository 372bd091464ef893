"""The rooms in which items run beside the plenary."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from cmc_desk.desk import agenda_plan
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.agenda_plan import Track
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.cells import IconText
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.row_model import Column
from cmc_desk.ui.parts.row_table import NORMAL, RowTable
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.setup.form import Form
from cmc_desk.ui.setup.section import TableSection


class TrackSection(TableSection[Track]):
    """The plenary is always there; a room is removed when nothing is planned in it any more."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self._live = context.live
        table: RowTable[Track] = RowTable(
            (
                Column(_("Room"), lambda track: IconText("pin", track.name, bold=True)),
                Column(_("Place"), lambda track: track.place, 260, tone="slate"),
                Column(_("Items"), self._items, 120, size=12, tone="slate"),
            ),
            key=lambda track: track.key,
            name=_("Rooms"),
            height=NORMAL,
        )
        form = Form(_("Room"))
        form.add(("name", Field(_("Name"), QLineEdit(), hint=_("such as Working group A"))))
        form.add(("place", Field(_("Where it is"), QLineEdit(), hint=_("for the lobby screen"))))
        super().__init__(context, table=table, form=form, head=PaneHead(_("Rooms beside the plenary")), parent=parent)
        self.new_button(_("New room"))

    def rows(self) -> Sequence[Track]:
        return self._live.rundown.tracks

    def key_of(self, row: Track) -> str:
        return row.key

    def show_row(self, row: Track | None) -> None:
        self.form.head.say(_("Room") if row else _("New room"))
        self.form.fill({"name": row.name if row else "", "place": row.place if row else ""})

    def store(self, row: Track | None) -> str | None:
        values = self.form.values()
        outcome = self.act(
            self.form,
            lambda: self.context.desk.do(
                agenda_plan.put_track, id=row.key if row else "", name=values["name"], place=values["place"]
            ),
        )
        if outcome is None:
            return None
        self.done(_("Saved: "), values["name"])
        return outcome[0]

    def drop(self, row: Track) -> bool:
        if self.act(self.form, lambda: self.context.desk.do(agenda_plan.remove_track, id=row.key)) is None:
            return False
        self.done(_("Removed: "), row.name)
        return True

    def _items(self, track: Track) -> str:
        number = sum(line.item.track == track.key for line in self._live.rundown.lines)
        return ngettext("{number} item", "{number} items", number).format(number=number)
