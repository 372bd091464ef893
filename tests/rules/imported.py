"""What the tests of the import share: a few delegations, tables written by hand, and a meeting that takes changes in."""

from collections.abc import Iterable, Sequence

from cmc_desk.rules.columns import guess
from cmc_desk.rules.delegations import DelegationIndex
from cmc_desk.rules.dry_run import ImportPlan, PlannedRow, plan_import
from cmc_desk.rules.import_decisions import Change
from cmc_desk.rules.import_matching import Existing
from cmc_desk.rules.import_rows import Delegations
from cmc_desk.rules.importing import RawTable
from cmc_desk.rules.people import Person
from cmc_desk.rules.plain import from_plain, to_plain

NAMES = {
    "CU": "Cuba",
    "AW": "Aruba",
    "TT": "Trinidad and Tobago",
    "VC": "Saint Vincent and the Grenadines",
    "IOM": "IOM",
}
INDEX = DelegationIndex((code, (name,)) for code, name in NAMES.items())
DELEGATIONS = Delegations(INDEX, names=NAMES)


def table(headings: str, *rows: str, first_column: int = 1) -> RawTable:
    """Return a table whose cells are written with bars between them: `Given name | Family name`."""
    cells = [tuple(cell.strip() for cell in row.split("|")) for row in (headings, *rows)]
    columns = tuple(range(first_column, first_column + len(cells[0])))
    return RawTable("list.xlsx", "List", 1, cells[0], tuple(enumerate(cells[1:], 2)), columns)


def planned(found: RawTable, existing: Sequence[Existing] = (), delegations: Delegations = DELEGATIONS) -> ImportPlan:
    """Return the dry run of a table, its columns mapped by themselves."""
    mapping = guess(found.headings, [cells for _number, cells in found.rows])
    return plan_import(found, mapping, existing=existing, delegations=delegations)


def row(headings: str, cells: str, *known: Existing, delegations: Delegations = DELEGATIONS) -> PlannedRow:
    """Return what will become of the only row of a table."""
    (only,) = planned(table(headings, cells), known, delegations).rows
    return only


def sentences(found: PlannedRow) -> list[tuple[str, str]]:
    """Return the problems of a row: cell and sentence."""
    return [(problem.cell, problem.sentence) for problem in found.problems]


def imported(changes: Iterable[Change], existing: Sequence[Existing] = ()) -> list[Existing]:
    """Return the participants after the changes were written."""
    people = {known.id: known for known in existing}
    for change in changes:
        key = change["id"] or f"p{len(people)}"
        before = people.get(key, Existing(key, Person()))
        person = from_plain(Person, {**to_plain(before.person), **change["person"]})
        aliases = (*before.aliases, *((source, code) for source, code in change["aliases"]))
        notes = (*before.desk_notes, *([change["desk_note"]] if change["desk_note"] else []))
        people[key] = Existing(key, person, aliases, notes)
    return list(people.values())
