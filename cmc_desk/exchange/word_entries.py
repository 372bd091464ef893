"""The paragraphs and rows of a Word file as entries of a draft, with their changes: what was there, and what is put in."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from cmc_desk.exchange.word_ends import in_frame, with_true_ends, with_words
from cmc_desk.exchange.word_text import WordCell, WordParagraph, WordRow, WordTable, WordText
from cmc_desk.i18n import LANGUAGES, texts
from cmc_desk.rules.drafts import AREA, OBJECTIVE
from cmc_desk.rules.folding import fold
from cmc_desk.rules.plan_columns import (
    ACTIVITY_COLUMN,
    AREA_COLUMN,
    CODE_COLUMN,
    INDICATOR_COLUMN,
    OBJECTIVE_COLUMN,
    plan_heading_names,
)
from cmc_desk.rules.plan_lines import OF_INDICATORS
from cmc_desk.rules.tracked_text import Stretch, accepted_text, rejected_text

Stretches = tuple[Stretch, ...]
# A table needs so many headings that we know to be a plan.
_LEAST_HEADINGS = 2
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)\s*|[*:]+\s*$")
_HEAD_ROWS = 3
# What has fewer in every row is only a frame around its paragraphs.
_LEAST_CELLS = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """A paragraph, or a row of a plan if `is_row`, or a whole `table` that is none; `is_new` tells what somebody put in as a whole.

    `label` is of a row or a table, `level` of a row or of a heading that a table has, 0 for a paragraph; `cells` are by the values of
    `PlanField`.
    """

    paragraph: WordParagraph
    stretches: Stretches
    is_new: bool = False
    is_row: bool = False
    label: Stretches = ()
    level: int = 0
    cells: tuple[tuple[str, Stretches], ...] = ()
    comments: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    table: WordTable | None = None


@dataclass(slots=True)
class Found:
    """The entries of a file in order, and how many of its tables are no plan."""

    entries: list[Entry] = field(default_factory=list)
    other_tables: int = 0
    joined: int = 0


def entries_of(text: WordText) -> Found:
    """Return what a file says as entries.

    A table that is no plan is one, whose text is read with its numbers later; a frame around paragraphs is these paragraphs.
    """
    found = Found()
    waiting: list[WordParagraph] = []
    for block in with_true_ends(text.blocks):
        if isinstance(block, WordParagraph):
            waiting.append(block)
            if block.end_inserted is None:
                found.entries += _group(waiting, found)
                waiting = []
            continue
        found.entries += _group(waiting, found)
        waiting = []
        heads = _heads(block)
        if heads is not None:
            found.entries += _rows(block, *heads)
        elif all(len(row.cells) < _LEAST_CELLS for row in block.rows):
            framed = (one for row in block.rows for cell in row.cells for one in in_frame(cell.paragraphs))
            found.entries += (Entry(one, tuple(one.stretches), _all_new(one)) for one in framed)
        else:
            found.other_tables += 1
            found.entries.append(Entry(WordParagraph(), (), table=block))
    found.entries += _group(waiting, found)
    found.entries = [noted(one) for one in found.entries if one.table is not None or says_anything(one)]
    return found


def _group(paragraphs: Sequence[WordParagraph], found: Found) -> Iterator[Entry]:
    """Yield the entries of paragraphs that were one before somebody parted it: what is new is an entry of its own."""
    for one in paragraphs:
        if one.end_removed is not None and accepted_text(one.stretches).strip():
            found.joined += 1
    old = [one for one in paragraphs if not _all_new(one) and rejected_text(one.stretches).strip()]
    if len(old) > 1:
        yield Entry(old[0], tuple(as_one(paragraphs)), marks=marks_of(paragraphs), comments=_comments(paragraphs))
        return
    for one in paragraphs:
        yield Entry(one, tuple(one.stretches), is_new=_all_new(one), marks=one.marks)


def as_one(paragraphs: Sequence[WordParagraph]) -> Iterator[Stretch]:
    """Yield paragraphs as one text with line breaks between them, each of which is a change where the paragraph is one."""
    for place, one in enumerate(paragraphs):
        if place:
            last = paragraphs[place - 1]
            inserted, removed = last.end_inserted, last.end_removed
            if inserted is None and _all_new(one):
                inserted = one.stretches[0].inserted
            yield Stretch("\n", inserted, removed)
        yield from one.stretches


def _all_new(paragraph: WordParagraph) -> bool:
    return bool(paragraph.stretches) and all(one.inserted is not None for one in paragraph.stretches)


def marks_of(paragraphs: Sequence[WordParagraph]) -> tuple[str, ...]:
    """Return the bookmarks in paragraphs."""
    return tuple(mark for one in paragraphs for mark in one.marks)


def _comments(paragraphs: Sequence[WordParagraph]) -> tuple[str, ...]:
    return tuple(key for one in paragraphs for key in one.comments)


def _heads(table: WordTable) -> tuple[int, dict[int, str]] | None:
    """Return in which row the headings of a plan stand and what each column means, or None if the table is none."""
    for place, row in enumerate(table.rows[:_HEAD_ROWS]):
        columns: dict[int, str] = {}
        for at, cell in _placed(row):
            meaning = _column(accepted_text(_said(cell)))
            if meaning and meaning not in columns.values():
                columns[at] = meaning
        if len(columns) >= _LEAST_HEADINGS and {ACTIVITY_COLUMN, INDICATOR_COLUMN} & set(columns.values()):
            return place, columns
    return None


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return plan_heading_names([texts(language) for language in LANGUAGES])


def _column(heading: str) -> str:
    """Return which column of a plan a heading is, whatever stands in brackets behind it; nothing if it is none."""
    bare = _IN_BRACKETS.sub("", heading)
    return next((name for words in (heading, bare) if (name := _names().get(fold(words)))), "")


def _rows(table: WordTable, head: int, columns: dict[int, str]) -> Iterator[Entry]:
    """Yield the rows below the headings; a cell that goes on with the one above says what that says."""
    above = {AREA_COLUMN: "", OBJECTIVE_COLUMN: ""}
    last: dict[str, WordCell] = {}
    for row in table.rows[head + 1 :]:
        placed = list(_placed(row))
        if len(placed) == 1 and len(columns) > 1:
            yield from _heading_row(row, placed[0][1])
            continue
        here = {columns[at]: cell for at, cell in placed if at in columns}
        said = {name: cell for name, cell in here.items() if not cell.goes_on}
        if _column(_plain(said.get(ACTIVITY_COLUMN))) == ACTIVITY_COLUMN:
            continue  # the headings again, on a new page
        for name, level in ((AREA_COLUMN, AREA), (OBJECTIVE_COLUMN, OBJECTIVE)):
            words = _plain(said.get(name))
            if words and words != above[name]:
                above[name] = words
                yield Entry(said[name].paragraphs[0], _said(said[name]), level=level)
        goes_on = {name for name, cell in here.items() if cell.goes_on and name not in _COLUMNS and name in last}
        if ACTIVITY_COLUMN in here and here[ACTIVITY_COLUMN].goes_on:
            # The activity goes on: what is said of it is said already, what is said of indicators is of each.
            goes_on &= set(OF_INDICATORS)
        filled = {name: (Stretch(rejected_text(_said(last[name]))),) for name in goes_on}
        last |= said
        yield from _row_entries(row, said, filled)


def _row_entries(row: WordRow, said: dict[str, WordCell], filled: Mapping[str, Stretches]) -> Iterator[Entry]:
    marks = tuple(mark for cell in row.cells for mark in marks_of(cell.paragraphs))
    comments = tuple(key for cell in row.cells for key in _comments(cell.paragraphs))
    words_of: dict[str, Stretches] = dict(filled) | {name: with_row(_said(cell), row) for name, cell in said.items()}
    fields = {
        name: words
        for name, words in words_of.items()
        if name not in _COLUMNS and any(one.text.strip() for one in words)
    }
    activity, indicator = (
        words_of.get(name, ()) if _plain(said.get(name)) or _was(said.get(name)) else ()
        for name in (ACTIVITY_COLUMN, INDICATOR_COLUMN)
    )
    number = words_of.get(CODE_COLUMN, ())
    of_indicator = {
        name: words for name, words in fields.items() if indicator and (name in OF_INDICATORS or not activity)
    }
    of_activity = {name: words for name, words in fields.items() if name not in of_indicator}
    for words, cells, level in ((activity, of_activity, 3), (indicator, of_indicator, 4)):
        if not words:
            continue
        yield Entry(
            said[ACTIVITY_COLUMN if level == 3 else INDICATOR_COLUMN].paragraphs[0],
            words,
            is_new=row.inserted is not None or all(one.inserted is not None for one in words),
            is_row=True,
            label=number if level == 3 or not activity else (),
            level=level,
            cells=tuple(cells.items()),
            marks=marks if level == 3 or not activity else (),
            comments=comments if level == 3 or not activity else (),
        )


def _heading_row(row: WordRow, cell: WordCell) -> Iterator[Entry]:
    """Yield what stands over the whole width of a plan: a thematic area, or an objective if its number has a point in it.

    Where the paragraph is a heading by its style, that tells which.
    """
    words = with_row(_said(cell), row)
    label = re.match(r"\s*\d+(\.\d+)*", rejected_text(words) or accepted_text(words))
    level = OBJECTIVE if label and "." in label[0].strip() else AREA
    paragraphs = [one for one in cell.paragraphs if one.stretches]
    if paragraphs:
        new = all(one.inserted is not None for one in words)
        marks, comments = marks_of(paragraphs), _comments(paragraphs)
        yield Entry(paragraphs[0], words, is_new=new, level=level, marks=marks, comments=comments)


def _said(cell: WordCell) -> Stretches:
    return tuple(as_one(with_words(cell.paragraphs)))


def _plain(cell: WordCell | None) -> str:
    return " ".join(accepted_text(_said(cell)).split()) if cell is not None else ""


def _was(cell: WordCell | None) -> str:
    return rejected_text(_said(cell)).strip() if cell is not None else ""


def with_row(stretches: Stretches, row: WordRow) -> Stretches:
    """Return a text that comes or goes with its row."""
    return tuple(
        replace(
            one,
            inserted=row.inserted if one.inserted is None else one.inserted,
            removed=row.removed if one.removed is None else one.removed,
        )
        for one in stretches
    )


def _placed(row: WordRow) -> Iterator[tuple[int, WordCell]]:
    """Yield the cells of a row with the column in which each begins."""
    at = row.before
    for cell in row.cells:
        yield at, cell
        at += cell.span


def noted(entry: Entry) -> Entry:
    """Return an entry with the comments of its paragraph, if it has none of its own."""
    return entry if entry.comments else replace(entry, comments=entry.paragraph.comments)


def says_anything(entry: Entry) -> bool:
    """Tell whether an entry has words."""
    return any(one.text.strip() for one in entry.stretches)


_COLUMNS = frozenset({CODE_COLUMN, AREA_COLUMN, OBJECTIVE_COLUMN, ACTIVITY_COLUMN, INDICATOR_COLUMN})
