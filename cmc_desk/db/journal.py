"""The journal: one row a command, each chained to the row before.

`body_digest` covers arguments, outcome and inverse together with a random salt; `digest` covers the row before, who, when, what and
`body_digest`. The body of a purged person can therefore be erased, salt included, and the chain still verifies.
"""

import hashlib
import json
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

_whole = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode
# How many entries of a list, and letters of a text, are turned over in one call.
_ENTRIES, _LETTERS = 200, 1 << 18
_LAST = text("SELECT seq, digest FROM journal ORDER BY seq DESC LIMIT 1")
_LAST_AND_HERE = text(
    "SELECT seq, digest, (SELECT max(station_seq) FROM journal WHERE station = :station) FROM journal ORDER BY seq DESC LIMIT 1"
)
_INSERT = text(
    "INSERT INTO journal (seq, station, station_seq, at, operator, role, kind, nonce, salt, args, outcome, inverse, undoes, body_digest, digest)"
    " VALUES (:seq, :station, :station_seq, :at, :operator, :role, :kind, :nonce, :salt, :args, :outcome, :inverse, :undoes, :body_digest, :digest)"
)
_ROWS = text(
    "SELECT seq, station, station_seq, at, operator, role, kind, nonce, salt, args, outcome, inverse, undoes, body_digest, digest"
    " FROM journal WHERE seq > :after AND seq <= :until ORDER BY seq"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be recorded of a command; `args`, `outcome` and `inverse` are plain data."""

    station: str
    operator: str
    role: str
    at: datetime
    kind: str
    nonce: str
    args: Any
    outcome: Any
    inverse: Any
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Verified:
    """The chain as it was found: how many rows, the digest of the last, and the first row that does not fit, if any."""

    rows: int
    head: str
    broken_at: int | None

    @property
    def whole(self) -> bool:
        """Whether every row fits the one before."""
        return self.broken_at is None


def append(session: Session, entry: Entry) -> int:
    """Record a command in the open transaction and return its number."""
    connection = session.connection()
    last = connection.execute(_LAST_AND_HERE, {"station": entry.station}).first()
    seq, previous, station_seq = (last[0] + 1, last[1], (last[2] or 0) + 1) if last else (1, "", 1)
    row: dict[str, Any] = {
        "seq": seq,
        "station": entry.station,
        "station_seq": station_seq,
        "at": entry.at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f"),
        "operator": entry.operator,
        "role": entry.role,
        "kind": entry.kind,
        "nonce": entry.nonce,
        "salt": secrets.token_hex(8),
        "args": _json(entry.args),
        "outcome": _json(entry.outcome),
        "inverse": None if entry.inverse is None else _json(entry.inverse),
        "undoes": entry.undoes,
    }
    row["body_digest"] = _body_digest(row)
    row["digest"] = _digest(previous, row)
    connection.execute(_INSERT, row)
    return int(seq)


def verify(session: Session, *, last: int | None = None, after: int | None = None, most: int = 10**9) -> Verified:
    """Recompute the chain, the whole of it, its `last` rows or at most `most` rows `after` one, and say where it breaks."""
    connection = session.connection()
    head = connection.execute(_LAST).first()
    if head is None:
        return Verified(0, "", None)
    if after is None:
        after = max(0, head[0] - last) if last is not None else 0
    previous = connection.execute(text("SELECT digest FROM journal WHERE seq = :seq"), {"seq": after}).scalar() or ""
    expected, count = after + 1, 0
    for found in connection.execute(_ROWS, {"after": after, "until": after + most}).mappings():
        row = dict(found)
        erased = all(row[name] is None for name in ("salt", "args", "outcome", "inverse"))
        if (
            row["seq"] != expected
            or row["digest"] != _digest(previous, row)
            or (not erased and row["body_digest"] != _body_digest(row))
        ):
            return Verified(count, previous, expected)
        previous, expected, count = row["digest"], expected + 1, count + 1
    return Verified(count, previous, None)


def _body_digest(row: dict[str, Any]) -> str:
    digest = hashlib.sha256()
    for piece in _pieces([row["salt"], row["args"], row["outcome"], row["inverse"]]):
        digest.update(piece.encode())
    return digest.hexdigest()


def _json(value: Any) -> str:
    return "".join(_pieces(value))


def _pieces(value: Any) -> Iterator[str]:
    """Return the JSON of a value piece by piece: in one call the import of ten thousand people would stop all windows for 150 ms."""
    if _is_long(value):
        yield from _cut(value)
    elif isinstance(value, dict) and any(map(_is_long, value.values())):
        yield "{"
        for place, key in enumerate(sorted(value)):
            yield f"{',' if place else ''}{_whole(key)}:"
            yield from _pieces(value[key])
        yield "}"
    elif isinstance(value, list) and any(map(_is_long, value)):
        yield "["
        for place, entry in enumerate(value):
            yield "," if place else ""
            yield from _pieces(entry)
        yield "]"
    else:
        yield _whole(value)


def _is_long(value: Any) -> bool:
    if isinstance(value, str):
        return len(value) > _LETTERS
    return isinstance(value, list) and len(value) > _ENTRIES


def _cut(value: str | list[Any]) -> Iterator[str]:
    """Return the JSON of a long text or list; each piece comes without the quotes or brackets of its own."""
    first, last, between, most = ('"', '"', "", _LETTERS) if isinstance(value, str) else ("[", "]", ",", _ENTRIES)
    for start in range(0, len(value), most):
        yield between if start else first
        yield _whole(value[start : start + most])[1:-1]
    yield last


def _digest(previous: str, row: dict[str, Any]) -> str:
    signed = [
        row[name]
        for name in (
            "seq",
            "station",
            "station_seq",
            "at",
            "operator",
            "role",
            "kind",
            "nonce",
            "undoes",
            "body_digest",
        )
    ]
    return hashlib.sha256(_json([previous, *signed]).encode()).hexdigest()
