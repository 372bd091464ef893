"""What no program may do, the database itself refuses: SQLite in every file, PostgreSQL as well where one is installed."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, delete, insert, select, update
from sqlalchemy.exc import DBAPIError

from cmc_desk.db import schema, store
from cmc_desk.rules.travel_states import Nomination, PaymentState
from tests.db.postgres import needs_postgresql
from tests.db.travel_rows import (
    PEOPLE,
    add_delegation,
    add_seat,
    begin,
    compute,
    hold,
    move,
    paid,
    pay,
    set_quota,
)

Begin = Callable[[], AbstractContextManager[Connection]]


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=needs_postgresql)])
def transaction(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Begin]:
    """Return how a transaction begins on a database with Haiti, its two seats and four people."""
    if request.param == "postgresql":
        engine: Engine = request.getfixturevalue("empty")
        with engine.begin() as connection:
            begin(connection)
        yield engine.begin
        return
    made = store.create(tmp_path / "m.cmc")

    @contextmanager
    def written() -> Iterator[Connection]:
        with made.write() as session:
            yield session.connection()

    with written() as connection:
        begin(connection)
    yield written
    made.close()


def refused(transaction: Begin, work: Callable[[Connection], object], words: str) -> None:
    with pytest.raises(DBAPIError, match=words), transaction() as connection:
        work(connection)


def becomes(connection: Connection, key: str, nomination: Nomination) -> None:
    connection.execute(update(schema.Sponsorship).where(schema.Sponsorship.id == key).values(nomination=nomination))


def test_a_seat_above_the_quota_is_refused(transaction: Begin) -> None:
    refused(transaction, lambda connection: add_seat(connection, 3), "a seat above the quota")
    third = update(schema.Seat).where(schema.Seat.id == "HT-2").values(number=3)
    refused(transaction, lambda connection: connection.execute(third), "a seat above the quota")
    with transaction() as connection:
        set_quota(connection, 3)
        add_seat(connection, 3)


def test_a_second_holder_of_a_seat_is_refused_until_the_first_is_gone(transaction: Begin) -> None:
    with transaction() as connection:
        hold(connection, "a", "HT-1", "anais")
    refused(transaction, lambda connection: hold(connection, "b", "HT-1", "jose"), "(?i)unique")
    for over in (Nomination.DECLINED, Nomination.WITHDRAWN, Nomination.REPLACED, Nomination.RELEASED):
        with transaction() as connection:
            becomes(connection, "a", over)
            hold(connection, "b", "HT-1", "jose")
        refused(transaction, lambda connection: becomes(connection, "a", Nomination.ACCEPTED), "(?i)unique")
        with transaction() as connection:
            connection.execute(delete(schema.Sponsorship).where(schema.Sponsorship.id == "b"))
            becomes(connection, "a", Nomination.NOMINATED)


def test_a_quota_below_a_seat_that_is_held_is_refused(transaction: Begin) -> None:
    with transaction() as connection:
        hold(connection, "b", "HT-2", "jose")
    refused(transaction, lambda connection: set_quota(connection, 1), "a quota below a seat that is held")
    with transaction() as connection:
        becomes(connection, "b", Nomination.WITHDRAWN)
        set_quota(connection, 1)


def test_nobody_is_put_on_a_seat_that_the_quota_left_behind(transaction: Begin) -> None:
    with transaction() as connection:
        hold(connection, "b", "HT-2", "jose", Nomination.DECLINED)
        set_quota(connection, 1)
    refused(transaction, lambda connection: hold(connection, "c", "HT-2", "guerda"), "above the quota")
    refused(transaction, lambda connection: becomes(connection, "b", Nomination.ACCEPTED), "above the quota")


def test_what_was_paid_never_changes_and_is_settled_at_most(transaction: Begin) -> None:
    with transaction() as connection:
        hold(connection, "a", "HT-1", "anais")
        compute(connection, "c1", "a")
        pay(connection, "p1", "c1", "a")
        connection.execute(update(schema.Payment).values(**paid(1)))
    for change in (
        {"amount": 11},
        {"receipt": 2},
        {"paid_by": "somebody else"},
        {"rate": "2"},
        {"reason": "because"},
        {"state": PaymentState.SETTLED, "paid_amount": 11},
    ):
        changed = update(schema.Payment).values(**change)
        refused(transaction, lambda connection, it=changed: connection.execute(it), "never changes")  # type: ignore[misc] # bound now
    for change in ({"name": "Somebody Else"}, {"delegation": "JM"}, {"shares": {"UNHCR": 10_000}}):
        changed = update(schema.Payee).values(**change)
        refused(transaction, lambda connection, it=changed: connection.execute(it), "who was paid")  # type: ignore[misc] # bound now
    refused(transaction, lambda connection: connection.execute(delete(schema.Payee)), "who was paid")
    refused(transaction, lambda connection: connection.execute(delete(schema.Payment)), "is kept")
    with transaction() as connection:
        connection.execute(update(schema.Payment).values(state=PaymentState.SETTLED, settled_by="S. Example-Grant"))
    again = update(schema.Payment).values(state=PaymentState.PAID)
    refused(transaction, lambda connection: connection.execute(again), "never changes")
    anew = update(schema.Computation).values(net=11, gross=11)
    refused(transaction, lambda connection: connection.execute(anew), "a computation never changes")


def test_a_receipt_says_who_was_paid(transaction: Begin) -> None:
    with transaction() as connection:
        hold(connection, "a", "HT-1", "anais")
        compute(connection, "c1", "a")
        pay(connection, "p1", "c1", "a", named=False)
    drawn = update(schema.Payment).values(**paid(1))
    refused(transaction, lambda connection: connection.execute(drawn), "a receipt says who was paid")


def test_receipts_are_numbered_without_a_gap_and_nobody_is_paid_twice(transaction: Begin) -> None:
    with transaction() as connection:
        for number, name in enumerate(PEOPLE[:2], start=1):
            hold(connection, name, f"HT-{number}", name)
            compute(connection, f"c{number}", name)
        compute(connection, "c3", "anais")
        pay(connection, "p1", "c1", "anais", **paid(1))
        pay(connection, "p2", "c2", "jose")
    second = update(schema.Payment).where(schema.Payment.id == "p2")
    gap = second.values(**paid(3))
    refused(transaction, lambda connection: connection.execute(gap), "no gaps")
    refused(transaction, lambda connection: connection.execute(second.values(**paid(1))), "(?i)no gaps|unique")
    refused(transaction, lambda connection: pay(connection, "p3", "c3", "anais", **paid(2)), "is paid once")
    with transaction() as connection:
        connection.execute(second.values(**paid(2)))


def test_a_correction_is_a_new_line_of_what_was_paid(transaction: Begin) -> None:
    void = {"state": PaymentState.VOID, "reason": "wrong rate"}
    with transaction() as connection:
        hold(connection, "a", "HT-1", "anais")
        compute(connection, "c1", "a")
        compute(connection, "c2", "a")
        pay(connection, "p1", "c1", "a", **paid(1))
        pay(connection, "p2", "c2", "a")
    refused(transaction, lambda connection: pay(connection, "p3", "c2", "a", voids="p2", **void), "is corrected")
    turned = update(schema.Payment).where(schema.Payment.id == "p2").values(voids="p1", **void)
    refused(transaction, lambda connection: connection.execute(turned), "a new line")
    with transaction() as connection:
        pay(connection, "p3", "c1", "a", voids="p1", **void)
    gone = delete(schema.Payment).where(schema.Payment.id == "p3")
    refused(transaction, lambda connection: connection.execute(gone), "is kept")
    # What was paid wrongly came back: the right amount can be paid.
    with transaction() as connection:
        connection.execute(update(schema.Payment).where(schema.Payment.id == "p2").values(**paid(2)))


def test_who_holds_a_seat_is_of_its_delegation_whatever_is_written(transaction: Begin) -> None:
    with transaction() as connection:
        add_delegation(connection, "JM")
        hold(connection, "a", "HT-1", "anais")
        move(connection, "blaise", "JM")
    strangers = "a holder of another delegation"
    refused(transaction, lambda connection: move(connection, "anais", "JM"), strangers)
    refused(transaction, lambda connection: hold(connection, "b", "HT-2", "blaise"), strangers)
    taken = update(schema.Sponsorship).where(schema.Sponsorship.id == "a").values(participant="blaise")
    refused(transaction, lambda connection: connection.execute(taken), strangers)
    elsewhere = update(schema.Seat).where(schema.Seat.id == "HT-1").values(delegation="JM")
    refused(transaction, lambda connection: connection.execute(elsewhere), "a seat stays with its delegation")
    with transaction() as connection:
        becomes(connection, "a", Nomination.WITHDRAWN)
        move(connection, "anais", "JM")
    refused(transaction, lambda connection: becomes(connection, "a", Nomination.ACCEPTED), strangers)


@pytest.mark.parametrize(
    ("table", "changes", "words"),
    [
        (schema.Delegation, {"quota": 1}, "a quota below a seat that is held"),
        (schema.Participant, {"delegation": "JM"}, "a holder of another delegation"),
        (schema.Seat, {"delegation": "JM"}, "a seat stays with its delegation"),
        (schema.Payment, {"state": PaymentState.COMPUTED, "receipt": None}, "what is paid is kept"),
    ],
)
def test_what_is_put_in_the_place_of_a_row_keeps_to_the_rules_of_a_change(
    tmp_path: Path, table: type[Any], changes: dict[str, Any], words: str
) -> None:
    made = store.create(tmp_path / "m.cmc")
    with made.write() as session:
        connection = session.connection()
        begin(connection)
        add_delegation(connection, "JM")
        hold(connection, "b", "HT-2", "jose")
        compute(connection, "c1", "b")
        pay(connection, "p1", "c1", "b", **paid(1))
    key = {schema.Delegation: "HT", schema.Participant: "jose", schema.Seat: "HT-2", schema.Payment: "p1"}[table]
    with made.read() as session:
        row = dict(session.execute(select(table.__table__).where(table.id == key)).mappings().one())
    put = insert(table).prefix_with("OR REPLACE").values(**row | changes)
    with pytest.raises(DBAPIError, match=words), made.write() as session:
        session.connection().execute(put)
    made.close()
