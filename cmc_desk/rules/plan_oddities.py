"""What looks like a slip in a plan of action that comes back: it is taken over as it is written, and said in a sentence each."""

from collections.abc import Iterator, Sequence

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import PlanField
from cmc_desk.rules.folding import fold
from cmc_desk.rules.plan_columns import CODE_COLUMN, MARK_COLUMN
from cmc_desk.rules.plan_rows import PlanChange, PlanFile, PlanNew


def told_of_rows(file: PlanFile, changes: Sequence[PlanChange], new: Sequence[PlanNew]) -> Iterator[str]:
    """Yield what to know of single rows: codes that were typed over, statuses that no list has, and rows that stand there twice."""
    for change in changes:
        if change.column == CODE_COLUMN and change.before:
            yield _("{where}: the code {before} was typed over with {after}: that becomes its number.").format(
                where=change.where, before=change.before, after=change.after or "–"
            )
    written = [(one.where, one.after) for one in changes if one.column == PlanField.STATUS]
    written += [(one.where, dict(one.read.cells).get(PlanField.STATUS, "")) for one in new]
    for where, said in written:
        if said and file.states and fold(said) not in file.states:
            yield _("{where}: the status “{word}” is none of the list, and is taken as it is written.").format(
                where=where, word=said
            )
    yield from _twice(file)


def _twice(file: PlanFile) -> Iterator[str]:
    """Yield the rows that say the same as one before them on their sheet; what a copy of a row says is taken once."""
    first: dict[object, str] = {}
    for row in file.rows:
        said = tuple((name, words) for name, words in row.cells.items() if words and name != MARK_COLUMN)
        before = first.setdefault((row.sheet, said), row.where)
        if before != row.where:
            yield _("{where}: says the same as {other}, and is taken once.").format(where=row.where, other=before)
