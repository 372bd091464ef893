"""Who sleeps where: the list for the hotel with its versions, those without a room first."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmc_desk.desk.rooms import book_stays, rooming_list
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.sent_lists import ListKind
from cmc_desk.rules.travel_lists import RoomingRow, WithoutRoom
from cmc_desk.ui.agenda.doing import done
from cmc_desk.ui.context import Context, Facts
from cmc_desk.ui.days import day_words
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.cells import Cell, FlagText, TwoLines
from cmc_desk.ui.parts.chip import ChipLook
from cmc_desk.ui.parts.row_model import Column
from cmc_desk.ui.parts.row_table import NORMAL, RowTable
from cmc_desk.ui.parts.runs import Run
from cmc_desk.ui.travel.list_states import ListState
from cmc_desk.ui.travel.price_row import PriceRow
from cmc_desk.ui.travel.sent_row import SentRow
from cmc_desk.ui.travel.tab import Tab
from cmc_desk.ui.travel.tab_bar import TabBar


@dataclass(frozen=True, slots=True)
class ShownRoom:
    """A stay, or somebody who has no room for nights that the journey needs."""

    key: str
    traveller: str
    name: str
    delegation: str
    stay: RoomingRow | None = None
    missing: WithoutRoom | None = None


class RoomsTab(Tab):
    """B books the room of whoever is chosen; Alt+B books what is missing of everybody, on the terms of the meeting."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._without: tuple[WithoutRoom, ...] = ()
        self.book_button = DeskButton(_("Book what is missing"), key="Alt+B", icon="bed", size="small")
        self.book_button.clicked.connect(self.book_missing)
        self.paper_button = DeskButton(_("Rooming list"), key="Ctrl+P", icon="print", size="small")
        self.paper_button.clicked.connect(self._on_paper)
        self.price = PriceRow(context)
        self.price.committed.connect(self._on_committed)
        self.price.left.connect(self._on_committed)
        self.bar = TabBar(left=self.price, right=(self.book_button, self.paper_button))
        self.table = rooms_table(context.facts)
        self.table.chosen.connect(self._on_row)
        self.sent = SentRow()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.table, 1)
        column.addWidget(self.sent)
        self.setFocusProxy(self.table)

    def keys(self) -> Sequence[tuple[str, str]]:
        return (("Alt+B", _("Book what is missing")), ("Alt+K", _("Type what a night costs")))

    def reload(self) -> None:
        try:
            found = self.context.desk.read(rooming_list)
        except Refusal as refusal:
            self.sent.totals.setText(refusal.sentence)
            return
        self._without = found.without_room
        rows = [
            ShownRoom(f"- {one.traveller}", one.traveller, one.name, one.delegation, None, one)
            for one in found.without_room
        ]
        rows += [
            ShownRoom(f"{row.traveller} {row.number}", row.traveller, row.name, row.delegation, row)
            for row in found.rows
        ]
        here = self.table.current()
        mine = next((row.key for row in rows if row.traveller == self._wanted), "")
        # Of two stays of one person the chosen one stays chosen.
        same = here is not None and here.traveller == self._wanted
        self.table.set_rows(rows, key=None if same or not self._wanted else mine, first=not self._wanted)
        nights = sum(row.stay.nights for row in found.rows)
        stays = ngettext("{number} stay", "{number} stays", len(found.rows)).format(number=len(found.rows))
        words = ngettext("{number} night", "{number} nights", nights).format(number=nights)
        missing = len(found.without_room)
        without = ngettext("{number} without a room", "{number} without a room", missing).format(number=missing)
        totals = f"{stays}, {words}" + (f", {without}" if missing else "")
        self.book_button.allow(why_not="" if missing else _("Everybody who needs a room has one."))
        state = ListState(ListKind.ROOMING, found.version, found.sent, found.differences)
        self.sent.show_list(self.context.facts, totals, state)
        self.price.reload(nights)

    def whose(self) -> str:
        row = self.table.current()
        return row.traveller if row is not None else ""

    def book_missing(self) -> None:
        """Book the nights that journeys need and nobody has booked."""
        booked = done(self.context, book_stays, sponsorships=[one.traveller for one in self._without])
        if booked is not None:
            number = len(booked[0])
            words = ngettext("{number} room", "{number} rooms", number).format(number=number)
            self.context.say("notice", _("Booked: "), words, undo=True)

    def _on_committed(self) -> None:
        # In the field Ctrl+Z would mean what was typed.
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_row(self, row: object) -> None:
        if isinstance(row, ShownRoom):
            self._wanted = row.traveller
            self.chosen.emit(row.traveller)

    def _on_paper(self) -> None:
        self.context.go("papers", "rooming")


def rooms_table(facts: Facts, parent: QWidget | None = None) -> RowTable[ShownRoom]:
    """Return the table of the stays."""
    return RowTable(
        (
            Column(_("Who"), lambda row: FlagText(facts.flag(row.delegation), row.name), size=13, bold=True),
            Column(_("Hotel"), _where, 188, size=13),
            Column(_("Nights"), _nights, 132, size=13),
            Column(_("Breakfast"), _breakfast, 92, size=13, tone="slate"),
            Column(_("Comes"), _comes, 148, size=13),
            Column(
                _("Paid by"),
                lambda row: row.stay.stay.paid_by if row.stay is not None else "",
                92,
                size=13,
                tone="slate",
            ),
        ),
        key=lambda row: row.key,
        name=_("Rooming list"),
        height=NORMAL,
        parent=parent,
    )


def _where(row: ShownRoom) -> Cell:
    if row.stay is None:
        return ""
    room = row.stay.stay.room
    return TwoLines((Run(row.stay.stay.hotel),), (Run(room, tone="slate"),) if room else ())


def _nights(row: ShownRoom) -> Cell:
    if row.missing is not None:
        days = ", ".join(day_words(day, "d MMM") for day in row.missing.nights)
        return ChipLook(days, "blocks")
    if row.stay is None:
        return ""
    stay = row.stay.stay
    return f"{day_words(stay.check_in, 'd MMM')} – {day_words(stay.check_out, 'd MMM')} ({stay.nights})"


def _breakfast(row: ShownRoom) -> Cell:
    if row.stay is None:
        return ""
    return _("yes") if row.stay.stay.breakfast else _("no")


def _comes(row: ShownRoom) -> Cell:
    if row.missing is not None:
        return _("no room yet")
    if row.stay is None or row.stay.arrives is None:
        return "–"
    when = f"{day_words(row.stay.arrives.date(), 'd MMM')} {row.stay.arrives:%H:%M}"
    return ChipLook(_("{when}, late").format(when=when), "warning") if row.stay.late else when
