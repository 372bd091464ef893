"""A table of a Word file that is no plan: one entry, whose text says its rows and cells with the numbers that Word counts in them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from cmc_desk.exchange.word_ends import with_words
from cmc_desk.exchange.word_entries import Entry, Stretches, as_one, marks_of, noted, says_anything, with_row
from cmc_desk.exchange.word_numbers import WordNumbers
from cmc_desk.exchange.word_text import WordParagraph, WordRow, WordTable
from cmc_desk.rules.provision_marks import PREFIX
from cmc_desk.rules.table_text import CELL, PARAGRAPH
from cmc_desk.rules.tracked_text import Stretch, rejected_text

Counted = Callable[[WordParagraph], str]


def with_numbers(entries: Sequence[Entry], numbers: WordNumbers) -> list[Entry]:
    """Return entries with the words of their tables, and the numbers in them as they were before anybody changed anything."""
    found: list[Entry] = []
    ours = any(mark.startswith(PREFIX) for entry in entries for mark in _all_marks(entry))
    for entry in entries:
        if entry.table is not None:
            said = noted(table_entry(entry.table, _counting(numbers), ours=ours))
            found += [said] if says_anything(said) else []
            continue
        if not entry.is_row and rejected_text(entry.stretches).strip():
            numbers.label(entry.paragraph)
        found.append(entry)
    return found


def count_table(table: WordTable, numbers: WordNumbers, shown: Callable[[Stretch], str]) -> None:
    """Count what is numbered in a table, so that what comes after it has its number."""
    for paragraph in _paragraphs(table):
        if "".join(map(shown, paragraph.stretches)).strip():
            numbers.label(paragraph)


def table_entry(table: WordTable, counted: Counted, *, ours: bool) -> Entry:
    """Return a table as an entry; in a file of ours a number may stand before a tab in its first cell."""
    rows = [_row(row, counted) for row in table.rows]
    number, rows = _own_number(rows) if ours else ((), rows)
    paragraphs = list(_paragraphs(table))
    said = [any(one.text.strip() for cell in row for one in cell) for row in rows]
    stretches = tuple(_in_lines([(row, kept) for row, kept, says in zip(rows, table.rows, said, strict=True) if says]))
    words = [one for row in rows for cell in row for one in cell if one.text.strip()]
    return Entry(
        paragraphs[0] if paragraphs else WordParagraph(),
        stretches if words else (),
        is_new=bool(words) and all(one.inserted is not None for one in words),
        label=number,
        comments=tuple(key for one in paragraphs for key in one.comments),
        marks=marks_of(paragraphs),
        table=table,
    )


def _paragraphs(table: WordTable) -> Iterator[WordParagraph]:
    return (one for row in table.rows for cell in row.cells for one in cell.paragraphs)


def _counting(numbers: WordNumbers) -> Counted:
    def counted(paragraph: WordParagraph) -> str:
        return numbers.label(paragraph) if rejected_text(paragraph.stretches).strip() else ""

    return counted


def _row(row: WordRow, counted: Counted) -> list[Stretches]:
    """Return the cells of a row; one that takes several columns has empty ones after it."""
    cells: list[Stretches] = [() for _place in range(row.before)]
    for cell in row.cells:
        paragraphs = []
        for one in cell.paragraphs:
            number = counted(one)
            before = [Stretch(f"{number} ")] if number else []
            paragraphs.append(replace(one, stretches=[*before, *one.stretches]) if one.stretches else one)
        cells.append(tuple(with_row(tuple(as_one(with_words(paragraphs))), row)))
        cells += [() for _place in range(cell.span - 1)]
    return cells


def _all_marks(entry: Entry) -> tuple[str, ...]:
    return entry.marks if entry.table is None else marks_of(list(_paragraphs(entry.table)))


def _own_number(rows: list[list[Stretches]]) -> tuple[Stretches, list[list[Stretches]]]:
    """Return the number that the table itself has before a tab in its first cell, and the rows without it."""
    first = rows[0][0] if rows and rows[0] else ()
    place = next((place for place, one in enumerate(first) if "\t" in one.text), -1)
    if place < 0:
        return (), rows
    number, _tab, rest = first[place].text.partition("\t")
    # A bracket before the number belongs to the text.
    opening = tuple(one for one in first[:place] if one.text.strip() == "[")
    label = (*(one for one in first[:place] if one not in opening), replace(first[place], text=number))
    left = (*opening, replace(first[place], text=rest), *first[place + 1 :])
    return label, [[left, *rows[0][1:]], *rows[1:]]


def _in_lines(rows: Sequence[tuple[list[Stretches], WordRow]]) -> Iterator[Stretch]:
    """Yield the rows as lines; what parts two of them is there where both are."""
    wide = max((len(cells) for cells, _row in rows), default=0)
    last: WordRow | None = None
    before = after = False
    for cells, row in rows:
        if last is not None:
            came = None if before and row.inserted is None else row.inserted or last.inserted
            gone = None if after and row.removed is None else row.removed or last.removed
            yield Stretch("\n", came, gone)
        before, after, last = before or row.inserted is None, after or row.removed is None, row
        for place in range(wide):
            if place:
                yield Stretch(f" {CELL} ", row.inserted, row.removed)
            yield from map(_plain, cells[place] if place < len(cells) else ())


def _plain(one: Stretch) -> Stretch:
    """Return a stretch as it stands in a cell: its lines are paragraphs, and it has no sign that parts cells."""
    return replace(one, text=one.text.replace("\n", f" {PARAGRAPH} ").replace("\t", " ").replace(CELL, "|"))
