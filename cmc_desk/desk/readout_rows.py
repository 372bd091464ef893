"""The rows of a read-out while a command changes them: begun if need be, and taken back line by line."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.readout_lines import Standing, rows_of, source_keys, standing_lines, wording_of
from cmc_desk.desk.readout_scope import scope_of, summed_items
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.note_kinds import SummaryStatus
from cmc_desk.rules.refusal import Refusal

# Between two lines there is room for others, so that one that is moved moves alone.
STEP = 1024


@dataclass(frozen=True, slots=True)
class LineState:
    """What of a line a rapporteur may change."""

    place: int
    section: str
    sources: tuple[str, ...]
    rewritten: str
    digest: str
    unnamed: str
    unnamed_digest: str
    left_out: bool


@dataclass(frozen=True, slots=True)
class LineChange:
    """What a command changed of a line: None where it was not there before, or is not any more."""

    key: str
    before: LineState | None
    after: LineState | None


@dataclass
class Editing:
    """A read-out whose lines may be changed; `lines` are as they are read."""

    row: schema.Readout
    lines: tuple[Standing, ...]
    rows: dict[str, schema.ReadoutLine] = field(default_factory=dict)

    def line(self, key: str) -> tuple[Standing, schema.ReadoutLine]:
        """Return a line with its row; raises Refusal if it is not there any more."""
        found = next((one for one in self.lines if one.line.key == key), None)
        if found is None or key not in self.rows:
            raise Refusal(_("This line is not in the read-out any more: somebody merged or removed it."), field="line")
        return found, self.rows[key]


@contextmanager
def editing(tx: Tx, readout: str) -> Iterator[Editing]:
    """Open the lines of a read-out in a command, and say at the end how it is taken back.

    Raises Refusal if the summary is final, or if there is no such read-out.
    """
    row, lines = begun(tx, readout)
    refuse_final(row)
    rows = {one.id: one for one in rows_of(tx.session, readout)}
    before = {key: _state(one) for key, one in rows.items()}
    yield Editing(row, lines, rows)
    tx.session.flush()
    after = {one.id: _state(one) for one in rows_of(tx.session, readout)}
    changes = tuple(
        LineChange(key, before.get(key), after.get(key))
        for key in dict.fromkeys((*before, *after))
        if before.get(key) != after.get(key)
    )
    if changes:
        row.revision += 1
        row.changed_at = tx.now
        tx.undo_with(set_back_lines, readout=readout, changes=changes)
    else:
        tx.cannot_be_undone()


def begun(
    tx: Tx, readout: str, *, language: str = "", attributed: bool | None = None
) -> tuple[schema.Readout, tuple[Standing, ...]]:
    """Begin a read-out unless it is begun, with a row for each line that it has now; return it with its lines.

    To be begun changes nothing of what it says, so that nothing of it need ever be taken back.
    """
    session = tx.session
    items = summed_items(session)
    scope = scope_of(items, readout)
    row = session.get(schema.Readout, readout)
    if row is None:
        row = schema.Readout(
            id=readout,
            form=scope.form,
            item=scope.item or None,
            day=scope.day,
            language=language or session.scalars(select(schema.Meeting.language)).one(),
            attributed=True if attributed is None else attributed,
            status=SummaryStatus.DRAFT,
            version=0,
            revision=1,
            changed_at=tx.now,
        )
        session.add(row)
        session.flush()
    wording = wording_of(session, row.language, attributed=row.attributed)
    lines = standing_lines(session, items, scope, wording)
    known = {one.id: one.place for one in rows_of(session, readout)}
    last = max(known.values(), default=0)
    for one in lines:
        if one.line.key not in known:
            last += STEP
            session.add(new_line(readout, one.line.key, last, source_keys(one.sources)))
    session.flush()
    return row, lines


def refuse_final(row: schema.Readout) -> None:
    """Raise Refusal if a summary is final."""
    if row.status is SummaryStatus.FINAL:
        raise Refusal(_("This summary is final: reopen it before you change anything."), field="status")


def new_line(readout: str, key: str, place: int, sources: list[str]) -> schema.ReadoutLine:
    """Return the row of a line that says what its sources say."""
    return schema.ReadoutLine(
        id=key,
        readout=readout,
        place=place,
        section="",
        sources=sources,
        rewritten="",
        digest="",
        unnamed="",
        unnamed_digest="",
        left_out=False,
    )


@command("readouts.set_back")
def set_back_lines(tx: Tx, *, readout: str, changes: tuple[LineChange, ...]) -> str:
    """Take back what a command changed of the lines of a read-out; what another act changed since stays.

    Raises Refusal if it is the same line and the same fact, or if the summary became final since.
    """
    row, _lines = begun(tx, readout)
    refuse_final(row)
    for change in changes:
        _set_back_one(tx.session, readout, change)
    row.revision += 1
    row.changed_at = tx.now
    tx.cannot_be_undone()
    return readout


def _set_back_one(session: Session, readout: str, change: LineChange) -> None:
    row, before, after = session.get(schema.ReadoutLine, change.key), change.before, change.after
    if row is not None and before is not None and after is not None:
        _change_back(row, before, after)
    elif (row and _state(row)) != after:
        raise _changed_since()
    elif row is not None:
        session.delete(row)
    elif before is not None:
        row = new_line(readout, change.key, 0, [])
        _write(row, before, _names())
        session.add(row)
    session.flush()


def _change_back(row: schema.ReadoutLine, before: LineState, after: LineState) -> None:
    differing = [name for name in _names() if getattr(before, name) != getattr(after, name)]
    if any(_plain(getattr(row, name)) != getattr(after, name) for name in differing):
        raise _changed_since()
    _write(row, before, differing)


def _write(row: schema.ReadoutLine, state: LineState, names: list[str]) -> None:
    for name in names:
        value: Any = getattr(state, name)
        setattr(row, name, list(value) if isinstance(value, tuple) else value)


def _state(row: schema.ReadoutLine) -> LineState:
    return LineState(**{name: _plain(getattr(row, name)) for name in _names()})


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _names() -> list[str]:
    return [one.name for one in fields(LineState)]


def _changed_since() -> Refusal:
    return Refusal(_("This cannot be undone any more: it was changed again since. Nothing was changed."))
