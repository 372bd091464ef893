"""The chain of the journal: whole as written, broken by any change, whole again after a purge."""

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from cmc_desk.db import journal, store
from cmc_desk.db.journal import Entry, append, verify

ROWS = 5
AT = datetime(2019, 12, 5, 13, 40, tzinfo=UTC)
COLUMNS = [
    "seq",
    "station",
    "station_seq",
    "at",
    "operator",
    "role",
    "kind",
    "nonce",
    "salt",
    "args",
    "outcome",
    "inverse",
    "undoes",
    "body_digest",
    "digest",
]


def entry(number: int, **changes: Any) -> Entry:
    values: dict[str, Any] = {
        "station": "Desk A" if number % 2 else "Desk B",
        "operator": "T. Sample-Reid",
        "role": "desk",
        "at": AT,
        "kind": "sample.act",
        "nonce": f"nonce {number}",
        "args": {"name": f"Żółć {number}"},
        "outcome": number,
        "inverse": {"rows": []} if number % 2 else None,
        "undoes": 1 if number == ROWS else None,
    }
    return Entry(**{**values, **changes})


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[store.Store]:
    made = store.create(tmp_path_factory.mktemp("journal") / "m.cmc")
    with made.write() as session:
        for number in range(1, ROWS + 1):
            assert append(session, entry(number)) == number
    yield made
    made.close()


def verified_after(opened: store.Store, statement: str, **values: Any) -> Any:
    with opened.write() as session:
        session.execute(text("PRAGMA defer_foreign_keys = ON"))
        assert session.execute(text(statement), values).rowcount  # type: ignore[attr-defined] # of a statement that writes
        found = verify(session)
        session.rollback()
    return found


def test_a_chain_as_it_was_written_is_whole(opened: store.Store) -> None:
    with opened.read() as session:
        found = verify(session)
        assert found.whole
        assert found.rows == ROWS
        for last in (1, 2, ROWS, 100):
            tail = verify(session, last=last)
            assert (tail.whole, tail.rows, tail.head) == (True, min(last, ROWS), found.head)


def test_an_empty_journal_is_whole(tmp_path: Path) -> None:
    made = store.create(tmp_path / "m.cmc")
    with made.read() as session:
        assert (verify(session).rows, verify(session).whole) == (0, True)
    made.close()


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("seq", [1, 3, ROWS])
def test_a_change_of_any_column_of_any_row_is_found(opened: store.Store, column: str, seq: int) -> None:
    value: Any = {"seq": 77, "station_seq": 77, "undoes": 2, "at": "2019-12-05 13:40:00.000001"}.get(column, "other")
    if (column, seq) == ("seq", 1):
        value = 0
    found = verified_after(opened, f"UPDATE journal SET {column} = :value WHERE seq = :seq", value=value, seq=seq)
    assert not found.whole
    assert found.broken_at is not None
    assert found.broken_at <= seq


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    seq=st.integers(1, ROWS), column=st.sampled_from(["args", "outcome", "station", "kind"]), place=st.integers(0, 60)
)
def test_one_letter_changed_is_found(opened: store.Store, seq: int, column: str, place: int) -> None:
    with opened.read() as session:
        before = session.execute(text(f"SELECT {column} FROM journal WHERE seq = {seq}")).scalar_one()
    at = place % len(before)
    after = before[:at] + ("x" if before[at] != "x" else "y") + before[at + 1 :]
    found = verified_after(opened, f"UPDATE journal SET {column} = :after WHERE seq = {seq}", after=after)
    assert found.broken_at == seq


@pytest.mark.parametrize("seq", [1, 2, ROWS - 1])
def test_a_row_that_was_taken_out_is_missed(opened: store.Store, seq: int) -> None:
    assert verified_after(opened, "DELETE FROM journal WHERE seq = :seq", seq=seq).broken_at == seq


def test_a_tail_that_was_cut_off_shows_in_the_head(opened: store.Store) -> None:
    with opened.read() as session:
        head = verify(session).head
    found = verified_after(opened, "DELETE FROM journal WHERE seq = :seq", seq=ROWS)
    assert found.whole
    assert found.head != head


def test_the_body_of_a_purged_person_can_be_erased(opened: store.Store) -> None:
    erase = "UPDATE journal SET salt = NULL, args = NULL, outcome = NULL, inverse = NULL WHERE seq = 2"
    assert verified_after(opened, erase).whole


def test_a_body_that_was_put_back_without_its_salt_is_found(opened: store.Store) -> None:
    forge = "UPDATE journal SET salt = NULL, args = 'forged' WHERE seq = 2"
    assert verified_after(opened, forge).broken_at == 2


def test_stations_count_their_own_rows(opened: store.Store) -> None:
    with opened.read() as session:
        rows = session.execute(text("SELECT station, station_seq FROM journal ORDER BY seq")).all()
    assert [tuple(row) for row in rows] == [("Desk A", 1), ("Desk B", 1), ("Desk A", 2), ("Desk B", 2), ("Desk A", 3)]


@pytest.mark.parametrize("twice", [{"nonce": "nonce 1"}, {"undoes": 1}, {"undoes": 99}])
def test_no_nonce_stands_twice_and_nothing_is_undone_twice(opened: store.Store, twice: dict[str, Any]) -> None:
    def add(session: Session) -> None:
        append(session, entry(99, **twice))
        session.commit()

    with pytest.raises(IntegrityError), opened.write() as session:
        add(session)
    with opened.read() as session:
        assert verify(session).rows == ROWS


LONG = [
    {"rows": [{"do": "add", "key": [number], "name": f"Żółć {number}"} for number in range(450)], "also": None},
    [["a"] * 201, "b", []],
    [{"place": number} for number in range(200)],
    "\u201cŻółć\u201d \\ 🙂" * 90_000,
    {"2": "x" * 300_000, "1": {"deeper": list(range(1_000))}},
    {},
]


@pytest.mark.parametrize("value", LONG)
def test_what_is_long_is_written_in_pieces_that_make_the_same_text(value: Any) -> None:
    whole = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    assert journal._json(value) == whole
    row = {"salt": "s", "args": whole, "outcome": None, "inverse": "{}"}
    body = json.dumps(list(row.values()), ensure_ascii=False, separators=(",", ":"))
    assert journal._body_digest(row) == hashlib.sha256(body.encode()).hexdigest()
