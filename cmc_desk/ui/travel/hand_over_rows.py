"""What a recipient has to change, and who got a paper before: the two tables beside the form that hands one over."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from cmc_desk.desk.travel_exports import Export
from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.export_classes import RECIPIENT_WORDS
from cmc_desk.rules.sent_lists import Difference, What
from cmc_desk.ui.context import Facts
from cmc_desk.ui.days import day_words
from cmc_desk.ui.parts.cells import paint_wrapped
from cmc_desk.ui.parts.chip import ChipKind, ChipLook
from cmc_desk.ui.parts.row_model import Column
from cmc_desk.ui.parts.row_table import NORMAL, RowTable
from cmc_desk.ui.travel.list_states import ListState, name_of
from cmc_desk.ui.travel.manifest_rows import field_words

_CHIPS: dict[What, tuple[str, ChipKind]] = {
    What.NEW: (N_("New"), "info"),
    What.CHANGED: (N_("Changed"), "warning"),
    What.GONE: (N_("Gone"), "absent"),
}


@dataclass(frozen=True, slots=True)
class ShownChange:
    """A row of a list that is not as it was sent."""

    key: str
    listed: str
    one: Difference


def change_rows(states: tuple[ListState, ...]) -> list[ShownChange]:
    """Return what has changed in each list since it was sent."""
    return [
        ShownChange(f"{state.kind} {place}", name_of(state.kind), one)
        for state in states
        for place, one in enumerate(state.differences)
    ]


def changes_table(parent: QWidget | None = None) -> RowTable[ShownChange]:
    """Return the table of what has changed."""
    return RowTable(
        (
            Column(_("List"), lambda row: row.listed, 112, size=13, tone="slate"),
            Column(_("Will be"), _chip, 110),
            Column(_("Who"), lambda row: row.one.name, 180, size=13, bold=True, paint=paint_wrapped),
            Column(_("What differs"), _fields, size=13, tone="slate", paint=paint_wrapped, tooltip=_fields),
        ),
        key=lambda row: row.key,
        name=_("What has changed since it was sent"),
        height=NORMAL,
        parent=parent,
    )


def register_table(facts: Facts, parent: QWidget | None = None) -> RowTable[Export]:
    """Return the table of those who got a paper."""

    def when(row: Export) -> str:
        local = facts.meeting.local(row.at)
        return f"{day_words(local.date(), 'd MMM')} {local:%H:%M}"

    return RowTable(
        (
            Column(_("When"), when, 104, size=13, bold=True),
            Column(_("Ver."), lambda row: str(row.handed.version), 48, size=13),
            Column(_("Whom"), lambda row: row.handed.recipient, size=13, paint=paint_wrapped),
            Column(_("As"), lambda row: _(RECIPIENT_WORDS[row.handed.to]), 104, size=13, tone="slate"),
            Column(_("By"), lambda row: row.operator, 120, size=12, tone="slate", paint=paint_wrapped),
        ),
        key=lambda row: row.seq,
        name=_("Handed over before"),
        height=NORMAL,
        parent=parent,
    )


def _chip(row: ShownChange) -> ChipLook:
    words, kind = _CHIPS[row.one.what]
    return ChipLook(_(words), kind)


def _fields(row: ShownChange) -> str:
    return field_words(row.one)
