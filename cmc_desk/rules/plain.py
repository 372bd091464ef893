"""Values as plain JSON data and back: what the journal keeps of arguments and outcomes."""

import base64
import json
import types
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cache, partial
from typing import Any, Union, get_args, get_origin, get_type_hints

_SCALARS = (str, int, float, bool, type(None))
_AS_THEY_ARE = frozenset(_SCALARS)


def to_plain(value: Any) -> Any:
    """Return `value` as JSON knows it; raises TypeError for what is not a fact (a widget, a file, a function)."""
    # Most values are one of these as they are; a workbook has a hundred thousand.
    if value.__class__ in _AS_THEY_ARE:
        return value
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, _SCALARS):
        return value
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, bytes | Decimal):
        return base64.b64encode(value).decode() if isinstance(value, bytes) else str(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {name: to_plain(getattr(value, name)) for name in _names(value.__class__)}
    if isinstance(value, Mapping):
        return {str(key): to_plain(item) for key, item in value.items()}
    if isinstance(value, (Sequence, set, frozenset)):
        return [to_plain(item) for item in value]
    raise TypeError(f"{type(value).__name__} is not plain data")


def to_json(value: Any) -> str:
    """Return `value` as JSON without white space, as `to_plain` has it, for what is only wanted as a text.

    Raises TypeError for what is not a fact.
    """
    try:
        # Most of a workbook is what JSON knows already: it is not built a second time first.
        return _json_of(value, default=_next_level)
    except TypeError:
        # Dates are facts, and keys that JSON does not know.
        return _json_of(to_plain(value))


def from_plain(kind: Any, value: Any) -> Any:
    """Return the value of type `kind` that `to_plain` made `value` from."""
    origin = get_origin(kind)
    if kind is Any or value is None:
        return value
    if origin in (Union, types.UnionType):
        return from_plain(next(part for part in get_args(kind) if part is not type(None)), value)
    if origin in (tuple, list, set, frozenset):
        return _collection(origin, get_args(kind), value)
    if origin is dict:
        outer, inner = get_args(kind)
        return {from_plain(outer, key): from_plain(inner, item) for key, item in value.items()}
    if isinstance(kind, type):
        return _record(kind, value) if is_dataclass(kind) else _scalar(kind, value)
    raise TypeError(f"{kind!r} cannot be read back")


# What is fact holds no circle.
_json_of = partial(json.dumps, ensure_ascii=False, separators=(",", ":"), check_circular=False)


def _next_level(value: Any) -> Any:
    """Return what JSON does not know as what it knows, except for what is in it."""
    if is_dataclass(value) and not isinstance(value, type):
        return {name: getattr(value, name) for name in _names(value.__class__)}
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, (set, frozenset)):
        return list(value)
    return to_plain(value)


def _record(kind: Any, value: dict[str, Any]) -> Any:
    hints = _hints(kind)
    return kind(**{name: from_plain(hints[name], item) for name, item in value.items()})


def _scalar(kind: type, value: Any) -> Any:
    if issubclass(kind, (datetime, date, time)):
        return kind.fromisoformat(value)
    if issubclass(kind, timedelta):
        return timedelta(seconds=value)
    if issubclass(kind, bytes):
        return base64.b64decode(value)
    return kind(value)  # type: ignore[call-arg] # str, int, float, bool, Decimal or a StrEnum


def _collection(origin: Any, parts: tuple[Any, ...], value: Any) -> Any:
    if origin is tuple and (len(parts) != 2 or parts[1] is not Ellipsis):
        return tuple(from_plain(part, item) for part, item in zip(parts, value, strict=True))
    return origin(from_plain(parts[0], item) for item in value)


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)
