"""What a command changed, row by row: the general way to take it back, and what the windows must read again."""

import hashlib
import json
from dataclasses import dataclass, field
from functools import cache
from typing import Any, get_args, get_type_hints

from sqlalchemy import event, inspect
from sqlalchemy.orm import Session

from cmc_desk.db.schema import Base, Delegation, Participant
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.plain import from_plain, to_plain
from cmc_desk.rules.refusal import Refusal


@dataclass
class Changes:
    """The rows that a session has written so far, in order."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    tables: set[str] = field(default_factory=set)
    people: dict[str, Participant] = field(default_factory=dict)
    gone: list[int] = field(default_factory=list)
    delegations: set[str] = field(default_factory=set)

    def watch(self, session: Session) -> None:
        """Record what `session` writes from now on."""
        event.listen(session, "after_flush", self._after_flush)

    def _after_flush(self, session: Session, _context: Any) -> None:
        for row in session.new:
            self._note(row, "add", None, _digest(row))
        for row in session.dirty:
            before, after = _difference(row)
            if after:
                self._note(row, "change", before, after)
        for row in session.deleted:
            self._note(row, "drop", _values(row), None)

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


def put_back(session: Session, rows: list[dict[str, Any]]) -> None:
    """Take recorded changes back, newest first.

    Raises Refusal if one of the rows was changed since: undoing would overwrite what somebody else did.
    """
    for change in reversed(rows):
        model = _model(change["table"])
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
        session.flush()


def _changed_since() -> Refusal:
    return Refusal(_("This cannot be undone any more: it was changed again since. Nothing was changed."))


def _difference(row: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    state = inspect(row)
    for attribute in state.mapper.column_attrs:
        history = state.attrs[attribute.key].history
        if history.has_changes():
            before[attribute.key] = to_plain(history.deleted[0]) if history.deleted else None
            after[attribute.key] = to_plain(history.added[0]) if history.added else None
    return before, after


def _values(row: Any) -> dict[str, Any]:
    return {attribute.key: to_plain(getattr(row, attribute.key)) for attribute in inspect(row).mapper.column_attrs}


def _digest(row: Any) -> str:
    return hashlib.blake2b(json.dumps(_values(row), sort_keys=True).encode(), digest_size=8).hexdigest()


def _key(row: Any) -> list[Any]:
    return [to_plain(value) for value in inspect(row).mapper.primary_key_from_instance(row)]


def _primary_key(model: type[Base], key: list[Any]) -> tuple[Any, ...]:
    types = _types(model)
    names = [column.key for column in inspect(model).primary_key]
    return tuple(from_plain(types[str(name)], value) for name, value in zip(names, key, strict=True))


def _typed(model: type[Base], values: dict[str, Any]) -> dict[str, Any]:
    types = _types(model)
    return {name: from_plain(types[name], value) for name, value in values.items()}


@cache
def _types(model: type[Base]) -> dict[str, Any]:
    hints = get_type_hints(model)
    return {attribute.key: get_args(hints[attribute.key])[0] for attribute in inspect(model).column_attrs}


@cache
def _model(name: str) -> type[Base]:
    return next(mapper.class_ for mapper in Base.registry.mappers if mapper.class_.__name__ == name)
