"""Which item of the agenda a line of a file is: by its key, else by its title, else by its place."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any

from cmc_desk.rules.agenda_lines import FileLine
from cmc_desk.rules.agenda_plan import PLENARY
from cmc_desk.rules.folding import fold
from cmc_desk.rules.meeting import ItemPlan

Said = Mapping[str, Any]


def matched(lines: Sequence[tuple[FileLine, Said]], items: Sequence[ItemPlan]) -> dict[int, str]:
    """Return the key of the item that each line is, by the place of the line; a line that is nobody's is new.

    Titles are compared with their day and room first, then alone where they are not ambiguous; what begins at the same time in the
    same room as an item that no line names is that item by another title. The lines of a file with a key are sure of it.
    """
    found: dict[int, str] = {}
    keys = {item.key for item in items}
    for place, (line, _said) in enumerate(lines):
        if line.key in keys and line.key not in found.values():
            found[place] = line.key
    # A second line with the key of another is a problem of its own, and no other item.
    open_lines = [place for place, (line, _said) in enumerate(lines) if place not in found and line.key not in keys]
    for of_line, of_item in _WAYS:
        _match_alike(found, lines, items, open_lines, of_line, of_item)
    return found


def _match_alike(
    found: dict[int, str],
    lines: Sequence[tuple[FileLine, Said]],
    items: Sequence[ItemPlan],
    places: Sequence[int],
    of_line: Callable[[FileLine, Said], Hashable],
    of_item: Callable[[ItemPlan], Hashable],
) -> None:
    """Match what is alike in one way, in order, where it is so for as many lines as items."""
    taken = set(found.values())
    of_items: dict[Hashable, list[str]] = {}
    for item in items:
        if item.key not in taken:
            of_items.setdefault(of_item(item), []).append(item.key)
    of_lines: dict[Hashable, list[int]] = {}
    for place in places:
        if place not in found and (mark := of_line(*lines[place])) is not None:
            of_lines.setdefault(mark, []).append(place)
    for mark, some in of_lines.items():
        alike = of_items.get(mark, [])
        if len(some) == len(alike):
            found |= zip(some, alike, strict=True)


def _titled_there(_line: FileLine, said: Said) -> Hashable:
    if "title" not in said or "day" not in said:
        return None
    return fold(said["title"]), said["day"], said.get("track", PLENARY)


def _titled_then(line: FileLine, said: Said) -> Hashable:
    """Two coffee breaks of a day are told apart by when they begin."""
    titled = _titled_there(line, said)
    return None if titled is None else (titled, said["starts"])


def _titled(_line: FileLine, said: Said) -> Hashable:
    return fold(said["title"]) if "title" in said else None


def _then(line: FileLine, said: Said) -> Hashable:
    # Only where the file itself says when it is.
    return (said["starts"], said.get("track", PLENARY)) if "starts" in said and line.starts is not None else None


_WAYS: tuple[tuple[Callable[[FileLine, Said], Hashable], Callable[[ItemPlan], Hashable]], ...] = (
    (_titled_then, lambda item: ((fold(item.title), item.day, item.track), item.starts)),
    (_titled_there, lambda item: (fold(item.title), item.day, item.track)),
    (_titled, lambda item: fold(item.title)),
    (_then, lambda item: (item.starts, item.track)),
)
