"""The lines of a file and what will become of each, with the items that the file no longer has."""

from collections.abc import Hashable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import pgettext
from cmc_desk.rules.agenda_dry_run import GoneItem, LineVerdict, PlannedLine
from cmc_desk.rules.agenda_said import field_title
from cmc_desk.rules.meeting import ItemPlan
from cmc_desk.ui.agenda.import_state import OpenAgenda
from cmc_desk.ui.days import day_words
from cmc_desk.ui.parts.chip import ChipLook
from cmc_desk.ui.parts.row_model import Column
from cmc_desk.ui.parts.row_table import RowTable
from cmc_desk.ui.parts.runs import Run

_HEIGHT = 38
GONE = "gone"


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line of the file at its `place`, or an item that is not in the file; `takes` says whether it is written or removed."""

    place: int
    line: PlannedLine | None
    gone: GoneItem | None
    takes: bool

    @property
    def key(self) -> Hashable:
        """What tells it from the others."""
        return self.place if self.gone is None else self.gone.item.key

    @property
    def plan(self) -> ItemPlan | None:
        """The item that it is or will be."""
        return self.gone.item if self.gone is not None else self.line.plan if self.line is not None else None

    @property
    def title(self) -> str:
        """What happens then."""
        return self.gone.item.title if self.gone is not None else self.line.title if self.line is not None else ""

    @property
    def verdict(self) -> str:
        """What it is filtered by."""
        return self.line.verdict.name.lower() if self.line is not None else GONE


def shown_lines(opened: OpenAgenda) -> list[ShownLine]:
    """Return the lines in the order of the file, then what is not in it."""
    lines = [ShownLine(place, line, None, place not in opened.left_out) for place, line in enumerate(opened.run.lines)]
    return lines + [ShownLine(-1, None, gone, opened.removes and not gone.stays) for gone in opened.run.gone]


def lines_table(parent: QWidget) -> RowTable[ShownLine]:
    """Return the table of the lines."""
    return RowTable(
        (
            Column(_("Row"), lambda row: row.line.where if row.line else "–", 118, size=13, tone="slate"),
            Column(_("Will be"), chip_of, 140),
            Column(_("When"), when_words, 158, size=13),
            Column(_("Item"), lambda row: row.title or "—", 272, bold=True),
            Column(_("What differs"), _differs, size=13),
        ),
        key=lambda row: row.key,
        name=_("Lines of the agenda"),
        height=_HEIGHT,
        parent=parent,
    )


def chip_of(row: ShownLine) -> ChipLook:
    """Return what will become of a line, with what was decided about it."""
    if row.line is None:
        return ChipLook(_("Removed"), "warning") if row.takes else ChipLook(_("Not in the file"), "neutral")
    verdict = row.line.verdict
    if verdict is LineVerdict.PROBLEM:
        return ChipLook(_("Problem"), "blocks")
    if verdict is LineVerdict.UNCHANGED:
        return ChipLook(_("Unchanged"), "outline", "minus")
    if verdict is LineVerdict.LEFT_OUT or not row.takes:
        return ChipLook(_("Keep ours") if verdict is LineVerdict.CHANGED else _("Left out"), "absent")
    return (
        ChipLook(_("New"), "info", "plus")
        if verdict is LineVerdict.NEW
        else ChipLook(pgettext("row", "Changed"), "iom", "copy")
    )


def when_words(row: ShownLine) -> str:
    """Return the day and the time of a line, or nothing where it has none."""
    plan = row.plan
    if plan is None:
        return ""
    return f"{day_words(plan.day, 'ddd d')} {plan.starts:%H:%M}–{plan.ends:%H:%M}"


def _differs(row: ShownLine) -> tuple[Run, ...]:
    """Return why a line is what it is, in a few words."""
    if row.line is None:
        return (Run(row.gone.stays if row.gone is not None else "", tone="slate"),)
    if row.line.problems:
        first = row.line.problems[0]
        return (Run(f"{first.cell}: {first.sentence}" if first.cell else first.sentence, tone="coral"),)
    changed = [one for one in row.line.differs if not one.kept]
    kept = [one for one in row.line.differs if one.kept]
    fields = [field_title(one.field) for one in changed]
    fields += [_("{field} kept").format(field=field_title(one.field)) for one in kept]
    return (Run(" · ".join(part for part in (", ".join(fields), row.line.note) if part), tone="slate"),)
