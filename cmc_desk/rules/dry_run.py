"""What an import would do, row by row: new, an update, the same, perhaps a duplicate, or wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from cmc_desk.i18n import gettext as _
from cmc_desk.rules import importing
from cmc_desk.rules.folding import fold
from cmc_desk.rules.import_matching import Existing, KnownPeople
from cmc_desk.rules.import_rows import Delegations, RowContent, RowReader
from cmc_desk.rules.importing import CellProblem, RawTable, RowVerdict
from cmc_desk.rules.letting_go import let_go
from cmc_desk.rules.people import EXPECTED, FIELD_NAMES, Person, Status
from cmc_desk.rules.spelling import NAMES, loses

_ROW = "row:"
_NAMES = ("given_name", "family_name")


@dataclass(frozen=True, slots=True)
class Difference:
    """A field of which the list says something else than the meeting; `code_alias:…` and `desk_note` may be among them.

    What is `kept` stays as the meeting has it: the list has the same name with accents or capitals lost.
    """

    field: str
    ours: str
    theirs: str
    kept: bool = False


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """What will become of one row.

    `person` is what the row says, `filled` the fields that it says something about. `match` is the participant it is or
    may be, `of_row` the earlier row of the same list. `note` is for people, or empty. `delegation_text` is what the row calls its
    delegation; if that is not known, `suggestions` are the codes it may mean.
    """

    row: int
    verdict: RowVerdict
    person: Person
    filled: tuple[str, ...] = ()
    match: str | None = None
    of_row: int | None = None
    differs: tuple[Difference, ...] = ()
    problems: tuple[CellProblem, ...] = ()
    note: str = ""
    delegation_text: str = ""
    suggestions: tuple[str, ...] = ()
    aliases: tuple[tuple[str, str], ...] = ()
    desk_note: str = ""

    @property
    def changing(self) -> frozenset[str]:
        """The fields that change if the row is taken."""
        return frozenset(difference.field for difference in self.differs if not difference.kept)


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """The whole dry run: every row of the table once, in its order."""

    table: RawTable
    mapping: importing.Mapping
    rows: tuple[PlannedRow, ...]

    def count(self, verdict: RowVerdict) -> int:
        """Return how many rows have this verdict."""
        return sum(1 for row in self.rows if row.verdict is verdict)


def plan_import(
    table: RawTable,
    mapping: importing.Mapping,
    *,
    existing: Sequence[Existing],
    delegations: Delegations,
) -> ImportPlan:
    """Compare a list with the participants of the meeting; nothing is written.

    The same person is the same folded name in the same delegation, else the same e-mail and family name, else the same
    code of a ticket; never an e-mail alone. Only what a row says can differ: an empty cell never erases what we have.
    """
    reader = RowReader(table, mapping, delegations)
    known = KnownPeople(existing)
    contents = [reader.read(number, cells) for number, cells in table.rows]
    taken = _named(contents, known)
    plan = ImportPlan(table, mapping, tuple(_planned(content, reader, known, taken) for content in contents))
    known.let_go()
    let_go(contents)
    return plan


def _named(contents: Sequence[RowContent], known: KnownPeople) -> dict[str, int]:
    """Return the participants whom rows name, with the first such row: another row with the same e-mail is not they."""
    taken: dict[str, int] = {}
    for content in contents:
        found = None if content.problems else known.named(Person(**content.values))
        if found is not None and not any(known.owner(alias) not in {None, found} for alias in content.aliases):
            taken.setdefault(found, content.row)
    return taken


def _planned(content: RowContent, reader: RowReader, known: KnownPeople, taken: dict[str, int]) -> PlannedRow:
    """Plan one row; `taken` holds the participants that earlier rows are, and grows."""
    person = Person(**content.values)
    planned = PlannedRow(
        row=content.row,
        verdict=RowVerdict.NEW,
        person=person,
        filled=tuple(name for name in FIELD_NAMES if name in content.values and name not in content.guessed),
        problems=tuple(content.problems),
        note=" ".join(content.notes),
        delegation_text=content.delegation_text,
        suggestions=content.suggestions,
        aliases=content.aliases,
        desk_note=content.desk_note,
    )
    found = known.same(person, content.aliases)
    problems = (*planned.problems, *_codes_of_others(planned, found, reader, known))
    if problems:
        return replace(planned, verdict=RowVerdict.ERROR, problems=problems)
    if found is not None and (found.startswith(_ROW) or taken.get(found, content.row) != content.row):
        return _repeated(planned, found, taken, known)
    if found is not None:
        taken[found] = content.row
        known.remember(found, person, content.aliases)
        compared = _compared(planned, known.by_id[found], order_is_open=bool(content.full_name))
        return _with_seat(compared, known.by_id[found], reader)
    planned = _like_somebody(planned, known)
    known.remember(f"{_ROW}{content.row}", person, content.aliases)
    return planned


def _codes_of_others(
    planned: PlannedRow, found: str | None, reader: RowReader, known: KnownPeople
) -> tuple[CellProblem, ...]:
    """Return a problem for each code that belongs to another participant: one ticket cannot let in two."""
    return tuple(
        CellProblem(reader.cell(planned.row, f"code_alias:{source}"), _("This code belongs to another participant."))
        for source, code in planned.aliases
        if known.owner((source, code)) not in {None, found}
    )


def _with_seat(planned: PlannedRow, ours: Existing, reader: RowReader) -> PlannedRow:
    """Return a row as wrong that would move somebody who holds a financed seat: seats do not travel with people."""
    if not ours.seat or "delegation" not in planned.changing:
        return planned
    sentence = _("Holds the financed seat {seat}: withdraw or replace that nomination before the move.")
    problem = CellProblem(reader.cell(planned.row, "delegation"), sentence.format(seat=ours.seat))
    return replace(planned, verdict=RowVerdict.ERROR, problems=(problem,))


def _repeated(planned: PlannedRow, found: str, taken: Mapping[str, int], known: KnownPeople) -> PlannedRow:
    """Return a row for somebody whom an earlier row names already, as a duplicate of that row."""
    if found.startswith(_ROW):
        of_row = int(found.removeprefix(_ROW))
    else:
        of_row = taken[found]
        planned = replace(planned, match=found, differs=_differences(planned, known.by_id[found], order_is_open=False))
    note = _("The same person stands in row {row}.").format(row=of_row)
    return replace(planned, verdict=RowVerdict.DUPLICATE, of_row=of_row, note=_joined(planned.note, note))


def _like_somebody(planned: PlannedRow, known: KnownPeople) -> PlannedRow:
    """Return the row as a possible duplicate if somebody is like it, and otherwise as new."""
    found = known.like(planned.person)
    if found is None:
        if known.shares_email(planned.person):
            return replace(planned, note=_joined(planned.note, _("Shares an e-mail: kept.")))
        return planned
    if found.startswith(_ROW):
        of_row = int(found.removeprefix(_ROW))
        note = _("Like row {row}.").format(row=of_row)
        return replace(planned, verdict=RowVerdict.DUPLICATE, of_row=of_row, note=_joined(planned.note, note))
    theirs = known.by_id[found].person
    note = _("Like {name}.").format(name=theirs.full_name)
    if theirs.delegation != planned.person.delegation:
        note = _("{name} is in another delegation.").format(name=theirs.full_name)
    differs = _differences(planned, known.by_id[found], order_is_open=True)
    return replace(
        planned, verdict=RowVerdict.DUPLICATE, match=found, differs=differs, note=_joined(planned.note, note)
    )


def _compared(planned: PlannedRow, ours: Existing, *, order_is_open: bool) -> PlannedRow:
    differs = _differences(planned, ours, order_is_open=order_is_open)
    note = planned.note
    if ours.person.status not in EXPECTED and not any(difference.field == "status" for difference in differs):
        gone = (
            _("Withdrawn here, and stays so.")
            if ours.person.status is Status.WITHDRAWN
            else _("Replaced here, and stays so.")
        )
        note = _joined(note, gone)
    compared = replace(planned, match=ours.id, differs=differs, note=note)
    return replace(compared, verdict=RowVerdict.UPDATE if compared.changing else RowVerdict.SAME)


def _differences(planned: PlannedRow, ours: Existing, *, order_is_open: bool) -> tuple[Difference, ...]:
    """Return what the row says and the meeting does not; `order_is_open` says that the same words of a
    name in another order are no news: they stood in one cell, or were taken for each other."""
    found = [
        Difference(name, as_text(our_value), as_text(their_value), _is_poorer(name, ours.person, planned.person))
        for name in planned.filled
        if not _alike(name, our_value := getattr(ours.person, name), their_value := getattr(planned.person, name))
    ]
    if order_is_open and _words(ours.person) == _words(planned.person):
        found = [difference for difference in found if difference.field not in _NAMES]
    for source, code in planned.aliases:
        if (source, code) not in ours.aliases:
            found.append(Difference(f"code_alias:{source}", "", code))
    if planned.desk_note and planned.desk_note not in ours.desk_notes:
        found.append(Difference("desk_note", "", planned.desk_note))
    return tuple(found)


def _alike(name: str, ours: Any, theirs: Any) -> bool:
    if ours == theirs:
        return True
    if not isinstance(ours, str) or isinstance(ours, StrEnum):
        return False
    ours, theirs = " ".join(ours.split()), " ".join(theirs.split())
    if ours == theirs:
        return True
    # Ministries write names in capitals; ours, once written properly, is not to be undone by every new list.
    return name in _NAMES and theirs.isupper() and ours.upper() == theirs


def _is_poorer(name: str, ours: Person, theirs: Person) -> bool:
    """Return whether a name of the list is ours with something lost, be it divided or put in order otherwise."""
    if name not in NAMES:
        return False
    our_name, their_name = getattr(ours, name), getattr(theirs, name)
    if name not in _NAMES or fold(our_name) == fold(their_name):
        return loses(our_name, their_name)
    return loses(_in_one_order(ours), _in_one_order(theirs))


def as_text(value: Any) -> str:
    """Return a value of a field as the table of differences shows it: its own words, yes or no for a tick."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return str(value)


def _words(person: Person) -> list[str]:
    return sorted(person.full_name.casefold().split())


def _in_one_order(person: Person) -> str:
    return " ".join(sorted(person.full_name.split(), key=fold))


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)
