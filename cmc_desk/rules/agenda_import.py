"""What an import of an agenda writes: the lines of a dry run that are taken, each with the fields that it changes."""

from collections.abc import Collection
from dataclasses import dataclass

from cmc_desk.rules.agenda_dry_run import AgendaDryRun, LineVerdict
from cmc_desk.rules.meeting import ItemPlan

_TAKEN = (LineVerdict.NEW, LineVerdict.CHANGED)


@dataclass(frozen=True, slots=True)
class AgendaChange:
    """A line that is written: of the item `item` only its `fields` change, as `plan` has them; without an item it is a new one."""

    where: str
    item: str
    plan: ItemPlan
    fields: tuple[str, ...] = ()


def changes_of(run: AgendaDryRun, *, left_out: Collection[int] = ()) -> list[AgendaChange]:
    """Return what is written of a dry run; `left_out` are the places of lines that are not taken."""
    return [
        AgendaChange(line.where, line.item, line.plan, line.changing if line.item else ())
        for place, line in enumerate(run.lines)
        if line.verdict in _TAKEN and line.plan is not None and place not in left_out
    ]


def removable(run: AgendaDryRun) -> list[str]:
    """Return the items that the file no longer has and that can be removed, the last of a day first."""
    gone = sorted((gone.item for gone in run.gone if not gone.stays), key=lambda item: item.starts, reverse=True)
    return [item.key for item in gone]
