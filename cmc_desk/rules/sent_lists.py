"""Lists that are sent to hotels and drivers: numbered by version, each with what has changed since the one before."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

Row = Mapping[str, str]
# What a row is known by, and what a person is called in it.
KEY, NAME = "key", "name"


class ListKind(StrEnum):
    """Which list it is."""

    ROOMING = "rooming"
    ARRIVALS = "arrivals"
    DEPARTURES = "departures"


class What(StrEnum):
    """What has become of a row since the list was sent."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that is not as it was sent: `fields` are those that differ, each with what was sent and what is so now."""

    what: What
    name: str
    fields: tuple[tuple[str, str, str], ...] = ()


def differences(sent: Iterable[Row], now: Iterable[Row]) -> tuple[Difference, ...]:
    """Return what a recipient has to change in the list that was sent: what is new and changed in the order of now, then what is gone."""
    before = {row[KEY]: row for row in sent}
    found: list[Difference] = []
    for row in now:
        known = before.pop(row[KEY], None)
        if known is None:
            found.append(Difference(What.NEW, row[NAME]))
        elif fields := _fields(known, row):
            found.append(Difference(What.CHANGED, row[NAME], fields))
    found.extend(Difference(What.GONE, row[NAME]) for row in before.values())
    return tuple(found)


def edition_of(sent: Sequence[tuple[int, Sequence[Row]]], now: Sequence[Row]) -> tuple[int, int]:
    """Return the number of a list as it is now, and that of the version whose place it takes, 0 if there is none.

    `sent` are the versions that were sent with their numbers, the newest first. What was sent and is still so keeps its number, to
    whomever it goes next; what it says of changes is measured against the newest version that says something else.
    """
    newest = sent[0][0] if sent else 0
    number = newest if sent and not differences(sent[0][1], now) else newest + 1
    return number, next((one for one, rows in sent if one < number and differences(rows, now)), 0)


def packed(rows: Iterable[Row]) -> list[str]:
    """Return rows as they are kept with the version that was sent."""
    return [json.dumps(dict(row), ensure_ascii=False, sort_keys=True) for row in rows]


def unpacked(rows: Sequence[str]) -> tuple[dict[str, str], ...]:
    """Return rows that were kept."""
    return tuple(json.loads(row) for row in rows)


def _fields(before: Row, now: Row) -> tuple[tuple[str, str, str], ...]:
    names = [name for name in dict.fromkeys((*now, *before)) if name != KEY]
    return tuple(
        (name, before.get(name, ""), now.get(name, "")) for name in names if before.get(name, "") != now.get(name, "")
    )
