"""The bookings of an agency's list, and what will become of each."""

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agent_preview import AgentPreview, BookingVerdict, PlannedBooking
from cmc_desk.ui.context import Facts
from cmc_desk.ui.parts.cells import FlagText
from cmc_desk.ui.parts.chip import ChipKind, ChipLook
from cmc_desk.ui.parts.row_model import Column
from cmc_desk.ui.parts.row_table import NORMAL, RowTable
from cmc_desk.ui.parts.runs import Run

_CHIPS: dict[BookingVerdict, tuple[str, ChipKind]] = {
    BookingVerdict.NEW: (N_("New"), "info"),
    BookingVerdict.CHANGED: (N_("Changed"), "iom"),
    BookingVerdict.SAME: (N_("Unchanged"), "outline"),
    BookingVerdict.NOBODY: (N_("Nobody of ours"), "neutral"),
    BookingVerdict.SEVERAL: (N_("Several possible"), "warning"),
    BookingVerdict.ERROR: (N_("Problem"), "blocks"),
}
_FIELDS = {
    "legs": N_("flights"),
    "locator": N_("booking"),
    "ticket": N_("ticket"),
    "name_on_ticket": N_("name"),
    "fare": N_("fare"),
    "hold_until": N_("kept until"),
}


@dataclass(frozen=True, slots=True)
class ShownBooking:
    """A booking at its `place` in the list; `takes` says whether it is written."""

    place: int
    booking: PlannedBooking
    takes: bool


class BookingsTable(RowTable[ShownBooking]):
    """The arrows to the sides decide, and are left to the view."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)


def shown_bookings(preview: AgentPreview, out: Collection[int]) -> list[ShownBooking]:
    """Return the bookings in the order of the list."""
    return [
        ShownBooking(place, booking, booking.change is not None and place not in out)
        for place, booking in enumerate(preview.bookings)
    ]


def bookings_table(facts: Facts, parent: QWidget | None = None) -> BookingsTable:
    """Return the table of the bookings."""
    return BookingsTable(
        (
            Column(_("In the list"), lambda row: row.booking.where, 96, size=13, tone="slate"),
            Column(_("Will be"), _chip, 150),
            Column(_("Name there"), lambda row: row.booking.name, 172, size=13),
            Column(_("Ours"), lambda row: _ours(facts, row), 200, size=13),
            Column(_("What differs"), _differs, size=13, tooltip=_whole),
        ),
        key=lambda row: row.place,
        name=_("Bookings"),
        height=NORMAL,
        parent=parent,
    )


def _chip(row: ShownBooking) -> ChipLook:
    words, kind = _CHIPS[row.booking.verdict]
    if row.booking.change is not None and not row.takes:
        return ChipLook(_("Left out"), "absent")
    return ChipLook(_(words), kind)


def _ours(facts: Facts, row: ShownBooking) -> FlagText | str:
    booking = row.booking
    return FlagText(facts.flag(booking.delegation), booking.passenger) if booking.delegation else booking.passenger


def _differs(row: ShownBooking) -> tuple[Run, ...]:
    if row.booking.problems:
        return (Run(_problems(row.booking), tone="coral"),)
    fields = (f"{_(_FIELDS.get(name, name))}: {theirs}" for name, _ours_, theirs in row.booking.differences)
    return (Run(" · ".join(fields), tone="slate"),)


def _problems(booking: PlannedBooking) -> str:
    return "; ".join(f"{one.cell}: {one.sentence}" if one.cell else one.sentence for one in booking.problems)


def _whole(row: ShownBooking) -> str:
    if row.booking.problems:
        return _problems(row.booking)
    return "\n".join(
        f"{_(_FIELDS.get(name, name))}: {ours or '–'} → {theirs}" for name, ours, theirs in row.booking.differences
    )
