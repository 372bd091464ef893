"""What no program may do, the database itself refuses: SQLite in every file, PostgreSQL as well where one is installed."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from threading import Barrier, Thread

import pytest
from sqlalchemy import Connection, Engine, delete, func, select, update
from sqlalchemy.exc import DBAPIError

from cmc_desk.db import schema, store
from cmc_desk.db.schema import Base
from cmc_desk.db.travel_triggers import create_triggers
from cmc_desk.rules.travel_states import HOLDING, Nomination, PaymentState
from tests.db import postgres
from tests.db.travel_rows import AT, PEOPLE, add_seat, begin, compute, hold, pay

Begin = Callable[[], AbstractContextManager[Connection]]
WHY_NOT = postgres.why_not()
needs_postgresql = pytest.mark.skipif(bool(WHY_NOT), reason=WHY_NOT)


@pytest.fixture(scope="module")
def server() -> Iterator[Engine]:
    with postgres.running() as engine:
        yield engine


@pytest.fixture
def empty(server: Engine) -> Engine:
    with server.begin() as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")
        Base.metadata.create_all(connection)
        create_triggers(connection)
    return server


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


def set_quota(connection: Connection, quota: int) -> None:
    connection.execute(update(schema.Delegation).values(quota=quota))


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
        pay(connection, "p", "c1", "a")
        table = schema.Payment
        connection.execute(update(table).values(state=PaymentState.PAID, receipt=1, paid_at=AT, paid_by="S. Sample"))
    for change in (
        {"amount": 11},
        {"receipt": 2},
        {"receipt": None},
        {"paid_by": "somebody else"},
        {"paid_at": None},
        {"rate": "2"},
        {"state": PaymentState.APPROVED},
        {"state": PaymentState.VOID},
    ):
        changed = update(schema.Payment).values(**change)
        refused(transaction, lambda connection, it=changed: connection.execute(it), "never changes")  # type: ignore[misc] # bound now
    refused(transaction, lambda connection: connection.execute(delete(schema.Payment)), "never removed")
    with transaction() as connection:
        connection.execute(update(schema.Payment).values(state=PaymentState.SETTLED, reason="claim closed"))
    again = update(schema.Payment).values(state=PaymentState.PAID)
    refused(transaction, lambda connection: connection.execute(again), "never changes")


def test_receipts_are_numbered_without_a_gap(transaction: Begin) -> None:
    with transaction() as connection:
        for number, name in enumerate(PEOPLE[:2], start=1):
            hold(connection, name, f"HT-{number}", name)
            compute(connection, f"c{number}", name)
        pay(connection, "first", "c1", "anais", state=PaymentState.PAID, receipt=1)
        pay(connection, "second", "c2", "jose")
    for receipt, words in ((3, "not the next"), (1, "(?i)not the next|unique")):
        given = update(schema.Payment).where(schema.Payment.id == "second")
        given = given.values(state=PaymentState.PAID, receipt=receipt)
        refused(transaction, lambda connection, it=given: connection.execute(it), words)  # type: ignore[misc] # bound now
    with transaction() as connection:
        given = update(schema.Payment).where(schema.Payment.id == "second")
        connection.execute(given.values(state=PaymentState.PAID, receipt=2))


@needs_postgresql
def test_on_postgresql_nominations_and_quotas_at_the_same_instant_never_make_a_third(empty: Engine) -> None:
    with empty.begin() as connection:
        begin(connection)
    most: list[int] = []
    troubles: list[BaseException] = []
    gate = Barrier(6)

    def clerk(number: int) -> None:
        gate.wait()
        for turn in range(60):
            try:
                with empty.begin() as connection:
                    _one_act(connection, number, turn)
                    held = select(func.count()).where(schema.Sponsorship.nomination.in_(HOLDING))
                    most.append(connection.execute(held).scalar_one())
            except DBAPIError as error:
                told = str(error.orig)
                if not any(words in told for words in ("23505", "23514", "deadlock")):
                    troubles.append(error)

    clerks = [Thread(target=clerk, args=(number,)) for number in range(6)]
    for one in clerks:
        one.start()
    for one in clerks:
        one.join(timeout=120)
    assert troubles == []
    assert max(most) == 2
    with empty.begin() as connection:
        quota = connection.execute(select(schema.Delegation.quota)).scalar_one()
        above = select(func.count()).select_from(schema.Sponsorship)
        above = above.join(schema.Seat, schema.Seat.id == schema.Sponsorship.seat).where(
            schema.Sponsorship.holds_seat == 1, schema.Seat.number > quota
        )
        assert connection.execute(above).scalar_one() == 0


def _one_act(connection: Connection, number: int, turn: int) -> None:
    act = (number * 7 + turn * 3) % 5
    if act == 0:
        set_quota(connection, 1 + turn % 2)
    elif act in (1, 2):
        hold(connection, f"{number}-{turn}", f"HT-{act}", PEOPLE[(number + turn) % 4])
    else:
        table = schema.Sponsorship
        mine = select(table.id).where(table.holds_seat == 1, table.seat == f"HT-{act - 2}").scalar_subquery()
        connection.execute(update(table).where(table.id == mine).values(nomination=Nomination.WITHDRAWN))
