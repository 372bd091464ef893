"""The rows of a list and what will become of each."""

from collections.abc import Hashable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.dry_run import PlannedRow
from cmc_desk.rules.import_decisions import Action, Decisions, action
from cmc_desk.ui.context import Facts
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.cells import Cell, FlagText, IconText
from cmc_desk.ui.parts.row_model import Column
from cmc_desk.ui.parts.row_table import RowTable
from cmc_desk.ui.registration.import_words import differs_words, verdict_chip

_HEIGHT = 38


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row with what was decided about it, told when it is painted: of ten thousand rows twenty are."""

    planned: PlannedRow
    decisions: Decisions
    facts: Facts

    @property
    def chosen(self) -> Action | None:
        """What becomes of it; None if somebody has to decide."""
        return action(self.planned, self.decisions)

    @property
    def delegation(self) -> Cell:
        """Its delegation as it is shown."""
        return _delegation(self.planned, self.facts)


def rows_table(parent: QWidget) -> RowTable[ShownRow]:
    """Return the table of the rows."""
    return RowTable(
        (
            Column(_("Row"), lambda row: str(row.planned.row), 48, draw.RIGHT, tone="slate"),
            Column(_("Will be"), lambda row: verdict_chip(row.planned, row.chosen), 158),
            Column(_("Name"), lambda row: row.planned.person.full_name or "—", 196, bold=True),
            Column(_("Delegation"), lambda row: row.delegation, 172),
            Column(_("Function"), lambda row: row.planned.person.functional_title, 180),
            Column(_("What differs"), lambda row: differs_words(row.planned), size=13),
        ),
        key=_key,
        name=_("Rows of the list"),
        height=_HEIGHT,
        parent=parent,
    )


def _key(row: ShownRow) -> Hashable:
    return row.planned.row


def _delegation(planned: PlannedRow, facts: Facts) -> Cell:
    """Return flag and name; where the list calls it otherwise, its word with an arrow."""
    code, text = planned.person.delegation, planned.delegation_text
    found = facts.delegations.get(code)
    if found is None:
        return IconText("octagon", text or "—", icon_tone="coral", name=_("Delegation not known"))
    names = {name.casefold() for name in (found.code, *found.names)}
    words = found.short_name if not text or text.casefold() in names else f"{text} → {found.short_name}"
    return FlagText(facts.flag(code), words)
