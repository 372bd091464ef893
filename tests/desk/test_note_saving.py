"""A save while somebody types costs next to nothing, however many entries the file has."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, event, text

from cmc_desk.desk import notes
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.note_items import item_notes
from tests.desk.note_hands import file, keep, said
from tests.meetings import clock_of


@contextmanager
def statements() -> Iterator[list[str]]:
    """Collect what is asked of the database."""
    found: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_others: object) -> None:
        found.append(" ".join(statement.split()))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def test_a_save_reads_one_row_and_writes_one(desk: Desk) -> None:
    key = notes.new_entry_id()
    keep(desk, key, said("T", "JM"), 0)
    with statements() as asked:
        keep(desk, key, said("Two", "JM"), 1)
    assert [words.split()[0] for words in asked] == ["SELECT", "UPDATE"]


def test_the_first_key_of_an_entry_looks_at_no_more_than_what_stands_in_an_index(desk: Desk) -> None:
    for number in range(3):
        file(desk, said(f"Entry {number}."))
        clock_of(desk).advance(seconds=1)
    with statements() as asked:
        keep(desk, notes.new_entry_id(), said("T"), 0)
    reads = [words for words in asked if words.startswith("SELECT") and "note_entry" in words]
    with desk.store.read() as session:
        for words in reads:
            query = words.replace("?", "''")
            plan = " ".join(row[3] for row in session.execute(text(f"EXPLAIN QUERY PLAN {query}")))
            assert "SCAN note_entry" not in plan or "COVERING INDEX" in plan


def test_how_many_entries_the_items_have_is_read_from_an_index(desk: Desk) -> None:
    file(desk, said("One."))
    with statements() as asked:
        desk.read(item_notes)
    (counting,) = [words for words in asked if "count(" in words]
    with desk.store.read() as session:
        query = counting.replace("?", "1")
        plan = " ".join(row[3] for row in session.execute(text(f"EXPLAIN QUERY PLAN {query}")))
    assert "COVERING INDEX ix_note_entry_item_deleted_at_filed_at_unknown" in plan
