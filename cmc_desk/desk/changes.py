"""What a command changed, row by row: the general way to take it back, and what the windows must read again."""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from itertools import groupby
from typing import Any, get_args, get_type_hints

from sqlalchemy import Insert, event, insert, inspect, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from cmc_desk.db.schema import Base, Delegation, Item, ItemTiming, Meeting, NoteEntry, Participant, Track
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.letting_go import let_go
from cmc_desk.rules.plain import from_plain, to_plain
from cmc_desk.rules.refusal import Refusal

_AT_ONCE = 500
_WATCHED_BY = "changes"
# What a calendar never shows of an item: its place among the others, and what its clock may do with it.
_UNSEEN = frozenset({"position", "minimum", "importance", "start_kind", "not_after", "end_kind"})


@dataclass(frozen=True, slots=True)
class _Added:
    """A row as it was written past the session; what the journal would keep of it is worked out only if it is asked for."""

    model: type[Base]
    values: dict[str, Any]

    def recorded(self) -> dict[str, Any]:
        key = [to_plain(self.values[str(column.key)]) for column in _primary_columns(self.model)]
        after = _digest_of(self.model, self.values)
        return {"do": "add", "table": self.model.__name__, "key": key, "before": None, "after": after}


@dataclass
class Changes:
    """The rows that a session has written so far, in order.

    `plans` are the items whose plan was written, with what was done last; `every_plan` says that something of all of them was, such as a place.
    """

    rows: list["dict[str, Any] | _Added"] = field(default_factory=list)
    tables: set[str] = field(default_factory=set)
    people: dict[str, Participant] = field(default_factory=dict)
    gone: list[int] = field(default_factory=list)
    delegations: set[str] = field(default_factory=set)
    notes: dict[str, NoteEntry] = field(default_factory=dict)
    plans: dict[str, tuple[str, date | None]] = field(default_factory=dict)
    every_plan: bool = False

    def watch(self, session: Session) -> None:
        """Record what `session` writes from now on."""
        session.info[_WATCHED_BY] = self

    def note_flushed(self, session: Session) -> None:
        """Note the rows that a flush has just written."""
        for row in session.new:
            self._note(row, "add", None, _digest(row))
        for row in session.dirty:
            before, after = _difference(row)
            if after:
                self._note(row, "change", before, after)
        for row in session.deleted:
            self._note(row, "drop", _values(row), None)

    def note_added(self, model: type[Base], values: dict[str, Any]) -> None:
        """Note a row that was written past the session."""
        self.tables.add(model.__tablename__)
        self.rows.append(_Added(model, values))

    def recorded(self) -> list[dict[str, Any]]:
        """Return the changes as the journal keeps them and `put_back` takes them."""
        return [row.recorded() if isinstance(row, _Added) else row for row in self.rows]

    def ended(self) -> frozenset[str]:
        """Return which tables were written, and forget the rows: they are on record."""
        let_go(self.rows)
        let_go(self.people)
        let_go(self.notes)
        return frozenset(self.tables)

    def _note(self, row: Any, what: str, before: Any, after: Any) -> None:
        table = type(row).__name__
        self.tables.add(row.__tablename__)
        self.rows.append({"do": what, "table": table, "key": _key(row), "before": before, "after": after})
        if isinstance(row, Participant):
            if what == "drop":
                self.people.pop(row.id, None)
                self.gone.append(row.serial)
            else:
                self.people[row.id] = row
        elif isinstance(row, Delegation):
            self.delegations.add(row.id)
        elif isinstance(row, NoteEntry):
            self.notes[row.id] = row
        else:
            self._note_plan(row, what, after)

    def _note_plan(self, row: Any, what: str, after: Any) -> None:
        if isinstance(row, Item):
            new = row.id in self.plans and self.plans[row.id][0] == "add"
            self.plans[row.id] = "add" if new else what, row.day
        elif isinstance(row, ItemTiming) and what == "change" and after.keys() - _UNSEEN:
            self.plans.setdefault(row.id, (what, None))
        elif isinstance(row, Track | Meeting) and what == "change":
            self.every_plan = True


@event.listens_for(Session, "after_flush")
def _after_flush(session: Session, _context: Any) -> None:
    # One listener for all sessions: registering one with each costs as much as a statement.
    if (changes := session.info.get(_WATCHED_BY)) is not None:
        changes.note_flushed(session)


def add_row(session: Session, model: type[Base], values: dict[str, Any]) -> None:
    """Write one row with every column given, and note it; what a scan writes must cost little more than its commit."""
    session.flush()
    session.connection().execute(_insert(model), values)
    if (changes := session.info.get(_WATCHED_BY)) is not None:
        changes.note_added(model, values)


def put_back(session: Session, rows: list[dict[str, Any]]) -> None:
    """Take recorded changes back, newest first; what was done to one table in a row is taken back in one flush.

    Raises Refusal if one of the rows was changed since: undoing would overwrite what somebody else did.
    """
    for (_what, table), some in groupby(reversed(rows), key=lambda change: (change["do"], change["table"])):
        model, run = _model(table), list(some)
        # The identity map is weak: the rows are held until their run is over.
        held = _load(session, model, [change["key"] for change in run])
        for change in run:
            _put_back_one(session, model, change)
        try:
            session.flush()
        except IntegrityError as error:
            raise Refusal(
                _(
                    "This cannot be undone any more: somebody was checked in since, or something else was built on it. Nothing was changed."
                )
            ) from error
        del held


def _put_back_one(session: Session, model: type[Base], change: dict[str, Any]) -> None:
    row = session.get(model, _primary_key(model, change["key"]))
    if change["do"] == "drop":
        if row is not None:
            raise _changed_since()
        session.add(model(**_typed(model, change["before"])))
    elif row is None:
        raise _changed_since()
    elif change["do"] == "add":
        if _digest(row) != change["after"]:
            raise _changed_since()
        session.delete(row)
    else:
        for name, value in _typed(model, change["after"]).items():
            if getattr(row, name) != value:
                raise _changed_since()
        for name, value in _typed(model, change["before"]).items():
            setattr(row, name, value)


def _load(session: Session, model: type[Base], keys: list[list[Any]]) -> list[Base]:
    """Bring the rows with these keys into the session with few questions; none for one row or a key of several columns."""
    columns = inspect(model).primary_key
    if len(keys) < 2 or len(columns) != 1:
        return []
    wanted = [_primary_key(model, key)[0] for key in keys]
    found: list[Base] = []
    for start in range(0, len(wanted), _AT_ONCE):
        found.extend(session.scalars(select(model).where(columns[0].in_(wanted[start : start + _AT_ONCE]))))
    return found


def _changed_since() -> Refusal:
    return Refusal(_("This cannot be undone any more: it was changed again since. Nothing was changed."))


def _difference(row: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    state = inspect(row)
    model: type[Base] = type(row)
    for attribute in _kept(model):
        history = state.attrs[attribute.key].history
        if history.has_changes():
            before[attribute.key] = to_plain(history.deleted[0]) if history.deleted else None
            after[attribute.key] = to_plain(history.added[0]) if history.added else None
    return before, after


def _values(row: Any) -> dict[str, Any]:
    model: type[Base] = type(row)
    return {name: to_plain(getattr(row, name)) for name in _names(model)}


def _digest(row: Any) -> str:
    """Return a short digest of a row, the same for a row that was just made and for one that was read."""
    model: type[Base] = type(row)
    return _digest_of(model, {name: getattr(row, name) for name in _names(model)})


def _digest_of(model: type[Base], values: dict[str, Any]) -> str:
    words = "\x1f".join([_word(values[name]) for name in _names(model)])
    return hashlib.blake2b(words.encode(), digest_size=8).hexdigest()


def _word(value: Any) -> str:
    # Most values are text, and a list of ten thousand people has half a million of them.
    if type(value) is str:
        return value
    if value is None:
        return "\0"
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return json.dumps(to_plain(value), sort_keys=True).strip('"')


def _key(row: Any) -> list[Any]:
    return [to_plain(value) for value in inspect(row).mapper.primary_key_from_instance(row)]


def _primary_key(model: type[Base], key: list[Any]) -> tuple[Any, ...]:
    types = _types(model)
    names = [str(column.key) for column in _primary_columns(model)]
    return tuple(from_plain(types[name], value) for name, value in zip(names, key, strict=True))


def _typed(model: type[Base], values: dict[str, Any]) -> dict[str, Any]:
    types = _types(model)
    return {name: from_plain(types[name], value) for name, value in values.items()}


@cache
def _insert(model: type[Base]) -> Insert:
    return insert(model.__table__)  # type: ignore[arg-type] # always a Table here


@cache
def _primary_columns(model: type[Base]) -> tuple[Any, ...]:
    return tuple(inspect(model).primary_key)


@cache
def _names(model: type[Base]) -> tuple[str, ...]:
    return tuple(attribute.key for attribute in _kept(model))


@cache
def _kept(model: type[Base]) -> tuple[Any, ...]:
    """Return the columns that a command writes; what the database works out by itself is not among them."""
    return tuple(one for one in inspect(model).column_attrs if one.columns[0].computed is None)


@cache
def _types(model: type[Base]) -> dict[str, Any]:
    hints = get_type_hints(model)
    return {name: get_args(hints[name])[0] for name in _names(model)}


@cache
def _model(name: str) -> type[Base]:
    return next(mapper.class_ for mapper in Base.registry.mappers if mapper.class_.__name__ == name)
