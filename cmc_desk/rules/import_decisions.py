"""What is decided about the rows of a dry run, and the plain changes that come out of it."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any, TypedDict

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.dry_run import ImportPlan, PlannedRow
from cmc_desk.rules.importing import RowVerdict
from cmc_desk.rules.plain import to_plain
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.spelling import NAMES, loses


class Action(StrEnum):
    """What to do with a row: what its verdict says, nothing, add it all the same, or write it over whom it is like."""

    TAKE = "take"
    SKIP = "skip"
    NEW = "new"
    MERGE = "merge"


class Change(TypedDict):
    """One thing that the import writes, as plain data.

    `do` is `add`, then `person` holds every field, or `update`, then it holds the new values of the fields that change
    in the participant `id`. `aliases` are [source, code] pairs to add, `desk_note` is a note to add or empty; `row` is
    the row of the sheet.
    """

    do: str
    id: str
    row: int
    person: dict[str, Any]
    aliases: list[list[str]]
    desk_note: str


Decisions = Mapping[int, Action]

_DEFAULTS: dict[RowVerdict, Action | None] = {
    RowVerdict.NEW: Action.TAKE,
    RowVerdict.UPDATE: Action.TAKE,
    RowVerdict.SAME: Action.SKIP,
    RowVerdict.DUPLICATE: None,
    RowVerdict.ERROR: Action.SKIP,
}
_ALLOWED: dict[RowVerdict, tuple[Action, ...]] = {
    RowVerdict.NEW: (Action.TAKE, Action.SKIP),
    RowVerdict.UPDATE: (Action.TAKE, Action.SKIP, Action.NEW),
    RowVerdict.SAME: (Action.SKIP, Action.NEW),
    RowVerdict.DUPLICATE: (Action.MERGE, Action.NEW, Action.SKIP),
    RowVerdict.ERROR: (Action.SKIP,),
}


def action(row: PlannedRow, decisions: Decisions) -> Action | None:
    """Return what will be done with a row; nothing if that is still to be decided, and then it is left out."""
    chosen = decisions.get(row.row)
    return chosen if chosen in _ALLOWED[row.verdict] else _DEFAULTS[row.verdict]


def decide(plan: ImportPlan, decisions: Decisions, *, row: int, action: Action) -> Decisions:
    """Return the decisions with the one about the sheet's row `row`; raises Refusal if it makes no sense for that row."""
    planned = next((planned for planned in plan.rows if planned.row == row), None)
    if planned is None or action not in _ALLOWED[planned.verdict]:
        raise Refusal(_("This cannot be done with row {row}.").format(row=row), field=str(row))
    return {**decisions, row: action}


def decide_all(plan: ImportPlan, decisions: Decisions, *, like: int, action: Action) -> Decisions:
    """Return the decisions with the same one about all rows that have the verdict of the row `like`."""
    decided = decide(plan, decisions, row=like, action=action)
    verdict = next(planned.verdict for planned in plan.rows if planned.row == like)
    return {**decided, **{planned.row: action for planned in plan.rows if planned.verdict is verdict}}


def undecided(plan: ImportPlan, decisions: Decisions) -> tuple[PlannedRow, ...]:
    """Return the rows about which somebody has to decide."""
    return tuple(row for row in plan.rows if action(row, decisions) is None)


def left_out(plan: ImportPlan, decisions: Decisions) -> tuple[PlannedRow, ...]:
    """Return the rows that are wrong or undecided: those to send back to whoever made the list."""
    return tuple(row for row in plan.rows if row.verdict is RowVerdict.ERROR or action(row, decisions) is None)


def changes(plan: ImportPlan, decisions: Decisions) -> tuple[Change, ...]:
    """Return what the import writes, one change for each participant that is added or changed, in the order of the list.

    A row that is merged with an earlier one of the same list becomes part of that row's change.
    """
    made: dict[int, Change] = {}
    for row in plan.rows:
        chosen = action(row, decisions)
        if chosen is Action.NEW or (chosen is Action.TAKE and row.verdict is RowVerdict.NEW):
            made[row.row] = _added(row)
        elif chosen is Action.TAKE:
            made[row.row] = _updated(row)
        elif chosen is Action.MERGE:
            made[row.row] = _merged(made.get(row.of_row or 0), row)
    # A row that was merged stands for the change of another: each change once.
    unique = {change["row"]: change for change in made.values()}
    return tuple(change for change in _each_code_once(unique.values()) if change["do"] == "add" or _writes(change))


def _merged(earlier: Change | None, row: PlannedRow) -> Change:
    """Return the change that a merged row becomes part of; its own if the earlier row is left out."""
    if earlier is None:
        return _updated(row) if row.match is not None else _added(row)
    person = to_plain(row.person)
    fields = row.changing if row.match is not None else frozenset(row.filled)
    so_far = earlier["person"]
    poorer = {name for name in NAMES if loses(str(so_far.get(name, "")), str(person[name]))}
    so_far.update({name: person[name] for name in row.filled if name in fields - poorer})
    earlier["aliases"].extend([list(alias) for alias in row.aliases])
    earlier["desk_note"] = " ".join(dict.fromkeys(note for note in (earlier["desk_note"], row.desk_note) if note))
    return earlier


def _added(row: PlannedRow) -> Change:
    # What the participant that this row is like has already cannot be given to a second one.
    aliases = _new_aliases(row) if row.match is not None else row.aliases
    return Change(
        do="add",
        id="",
        row=row.row,
        person=to_plain(row.person),
        aliases=[list(alias) for alias in aliases],
        desk_note=row.desk_note,
    )


def _updated(row: PlannedRow) -> Change:
    person, fields = to_plain(row.person), row.changing
    return Change(
        do="update",
        id=row.match or "",
        row=row.row,
        person={name: person[name] for name in row.filled if name in fields},
        aliases=[list(alias) for alias in _new_aliases(row)],
        desk_note=row.desk_note if "desk_note" in fields else "",
    )


def _new_aliases(row: PlannedRow) -> list[tuple[str, str]]:
    return [alias for alias in row.aliases if f"code_alias:{alias[0]}" in row.changing]


def _each_code_once(made: Iterable[Change]) -> Iterator[Change]:
    """Yield the changes with every code in the first of them only: a ticket lets in one person."""
    given: set[str] = set()
    for change in made:
        change["aliases"] = [alias for alias in change["aliases"] if alias[1] not in given]
        given.update(alias[1] for alias in change["aliases"])
        yield change


def _writes(change: Change) -> bool:
    return bool(change["person"] or change["aliases"] or change["desk_note"])
