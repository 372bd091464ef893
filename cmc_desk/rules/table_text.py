"""A table that is no plan of action, kept as the text of one provision: a line for each row, its cells parted by a sign.

So it is read, compared, proposed for and typed anew as any other text is; who writes papers draws it as a table again.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from cmc_desk.rules.redline import Run
from cmc_desk.rules.tracked_text import Stretch, accepted_text, of_runs, rejected_text
from cmc_desk.rules.word_difference import Kept, compared

# Signs that every font has and nobody types: between the cells of a row, and between the paragraphs of a cell.
CELL, PARAGRAPH = "¦", "¶"
_BETWEEN = f" {CELL} "


@dataclass(frozen=True, slots=True)
class TrackedRow:
    """A row of a table with its changes: `inserted` and `removed` name who puts it in or takes it out as a whole."""

    cells: tuple[tuple[Stretch, ...], ...]
    inserted: str | None = None
    removed: str | None = None


def is_table(text: str) -> bool:
    """Tell whether a text is a table: each of its lines has cells."""
    return bool(text) and all(CELL in line for line in text.split("\n"))


def table_text(rows: Iterable[Sequence[str]]) -> str:
    """Return rows of cells as a text; lines of a cell are paragraphs in it."""
    return "\n".join(_BETWEEN.join(map(cell_text, row)) for row in rows)


def cell_text(words: str) -> str:
    """Return what stands in a cell as it is kept; the sign between cells is none of it."""
    return f" {PARAGRAPH} ".join(
        " ".join(line.replace(CELL, "|").split()) for line in words.split("\n") if line.strip()
    )


def table_rows(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the cells of a table by its rows, which are all as long as the longest; paragraphs in a cell are lines of it."""
    rows = [[_cell(cell) for cell in line.split(CELL)] for line in text.split("\n")]
    width = max(map(len, rows))
    return tuple((*row, *[""] * (width - len(row))) for row in rows)


def tracked_rows(stretches: Sequence[Stretch]) -> tuple[TrackedRow, ...]:
    """Return a text with changes as the rows of a table, so that accepting and rejecting its rows and cells gives the right tables.

    It is none, and there are no rows, where it is no table before or after the changes. Where the changes part or join rows or cells,
    rows are put beside each other as they are alike.
    """
    before, after = rejected_text(stretches), accepted_text(stretches)
    if not all(is_table(one) for one in (before, after) if one.strip()) or not (before.strip() or after.strip()):
        return ()
    wide = max(len(table_rows(one)[0]) for one in (before, after) if one.strip())
    found = tuple(_padded(row, wide) for line in _lines(stretches) for row in _rows(line))
    was = _says((row for row in found if row.inserted is None), rejected_text) == _padded_rows(before, wide)
    if was and _says((row for row in found if row.removed is None), accepted_text) == _padded_rows(after, wide):
        return found
    return tuple(_padded(row, wide) for row in _anew(stretches, before, after))


def _cell(words: str) -> str:
    return "\n".join(line.strip() for line in words.split(PARAGRAPH)).strip()


def _lines(stretches: Sequence[Stretch]) -> Iterator[list[Stretch]]:
    line: list[Stretch] = []
    for one in stretches:
        for place, words in enumerate(one.text.split("\n")):
            if place:
                yield line
                line = []
            if words:
                line.append(replace(one, text=words))
    yield line


def _rows(line: Sequence[Stretch]) -> Iterator[TrackedRow]:
    """Yield a line as a row; as two, one that goes and one that comes, where somebody changed how many cells it has."""
    said = [one for one in line if one.text.strip()]
    if not said:
        return
    inserted, removed = _whole(said)
    signs = [one for one in said if CELL in one.text]
    kept = all(one.inserted is None and one.removed is None for one in signs)
    if kept or inserted is not None or removed is not None:
        yield TrackedRow(tuple(map(tuple, _cells(line))), inserted, removed)
        return
    hand = next(hand for one in reversed(signs) for hand in (one.inserted, one.removed) if hand is not None)
    for text, came, gone in ((rejected_text(line), None, hand), (accepted_text(line), hand, None)):
        yield TrackedRow(tuple(_said(one, came, gone) for one in table_rows(text)[0]), came, gone)


def _whole(said: Sequence[Stretch]) -> tuple[str | None, str | None]:
    """Return who put in and who took out a line as a whole; the last of them where several did."""
    return (
        None if any(one.inserted is None for one in said) else said[-1].inserted,
        None if any(one.removed is None for one in said) else said[-1].removed,
    )


def _cells(line: Iterable[Stretch]) -> Iterator[list[Stretch]]:
    cell: list[Stretch] = []
    for one in line:
        for place, words in enumerate(one.text.split(CELL)):
            if place:
                yield _trimmed(cell)
                cell = []
            if words:
                cell.append(replace(one, text=words))
    yield _trimmed(cell)


def _trimmed(cell: Sequence[Stretch]) -> list[Stretch]:
    """Return what stands in a cell without the room around it, and with its paragraphs as lines."""
    found = [replace(one, text=re.sub(rf"\s*{PARAGRAPH}\s*", "\n", one.text)) for one in cell]
    if found:
        found[0] = replace(found[0], text=found[0].text.lstrip(" "))
        found[-1] = replace(found[-1], text=found[-1].text.rstrip(" "))
    return [one for one in found if one.text]


def _padded(row: TrackedRow, wide: int) -> TrackedRow:
    return replace(row, cells=(*row.cells, *[()] * (wide - len(row.cells))))


def _padded_rows(text: str, wide: int) -> list[tuple[str, ...]]:
    rows = table_rows(text) if text.strip() else ()
    return [tuple(map(_even, (*row, *[""] * (wide - len(row))))) for row in rows]


def _says(rows: Iterable[TrackedRow], said: Callable[[Iterable[Stretch]], str]) -> list[tuple[str, ...]]:
    """Return what rows say with all changes in their cells accepted or rejected."""
    return [tuple(_even(said(cell)) for cell in row.cells) for row in rows]


def _even(words: str) -> str:
    return "\n".join(" ".join(line.split()) for line in words.split("\n")).strip()


def _anew(stretches: Sequence[Stretch], before: str, after: str) -> Iterator[TrackedRow]:
    """Yield the rows of two tables beside each other, every change under the last hand that made any."""
    hand = [hand for one in stretches for hand in (one.removed, one.inserted) if hand is not None][-1]
    old, new = (table_rows(text) if text.strip() else () for text in (before, after))
    at = 0
    for row in new:
        like = next((place for place in range(at, len(old)) if set(old[place]) & set(row) - {""}), None)
        if like is None:
            yield TrackedRow(tuple(_said(one, hand, None) for one in row), hand)
            continue
        yield from (TrackedRow(tuple(_said(one, None, hand) for one in gone), None, hand) for gone in old[at:like])
        cells = (_beside(was, now, hand) for was, now in zip_longest(old[like], row, fillvalue=""))
        yield TrackedRow(tuple(cells))
        at = like + 1
    yield from (TrackedRow(tuple(_said(one, None, hand) for one in gone), None, hand) for gone in old[at:])


def _said(words: str, inserted: str | None, removed: str | None) -> tuple[Stretch, ...]:
    return (Stretch(words, inserted, removed),) if words else ()


def _beside(was: str, now: str, hand: str) -> tuple[Stretch, ...]:
    return of_runs(
        Run(one.text, one.kept, "" if one.kept is Kept.SAME else hand)
        for one in (compared(was, now) if was or now else ())
    )
