"""The store itself refuses to change what is paid, to leave a gap between receipts, and to pay somebody twice."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from cmc_desk.db import money_triggers, schema
from cmc_desk.desk import payments
from cmc_desk.desk.desk import Desk
from tests.desk.sponsored import approved, financed, official, paid
from tests.meetings import open_desk

COLUMNS = {
    "payment": [column.name for column in schema.Payment.__table__.columns],
    "computation": [column.name for column in schema.Computation.__table__.columns],
}


def copied(table: str, where: str, **values: str) -> str:
    """Return a statement that writes a row once more, with other values in some columns."""
    chosen = ", ".join(values.get(name, f'"{name}"') for name in COLUMNS[table])
    return f"INSERT INTO {table} SELECT {chosen} FROM {table} WHERE {where}"


SOMEBODY = (
    "INSERT INTO payee SELECT payment.id, 'Somebody', 'HT', '{}' FROM payment "
    "WHERE receipt IS NULL AND id NOT IN (SELECT payment FROM payee)"
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Return a meeting with a receipt, a line against it, and an approved line."""
    opened = open_desk(tmp_path)
    financed(opened)
    for who in ("anais", "jose"):
        official(opened, who)
    first = paid(opened)
    opened.do(payments.void, payment=first.payment, reason="Wrong")
    approved(opened)
    yield opened
    opened.close()


def write(desk: Desk, *statements: str) -> None:
    with desk.store.write() as session:
        for statement in statements:
            session.execute(text(statement))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE payment SET amount = 1 WHERE receipt = 1",
        "UPDATE payment SET state = 'void', receipt = NULL, reason = 'x' WHERE receipt = 1",
        "UPDATE payment SET receipt = 7 WHERE receipt = 1",
        "UPDATE payment SET state = 'settled', paid_by = 'somebody else' WHERE receipt = 1",
        "UPDATE payment SET reason = 'x' WHERE voids IS NOT NULL",
        "UPDATE payment SET voids = NULL, state = 'computed' WHERE voids IS NOT NULL",
        "DELETE FROM payment WHERE receipt = 1",
        "DELETE FROM payment WHERE voids IS NOT NULL",
        "UPDATE payment SET voids = (SELECT min(id) FROM payment), state = 'void', reason = 'x' WHERE state = 'approved'",
        "UPDATE payment SET state = 'paid', receipt = 9, paid_by = 'x', paid_at = '2019-12-05' WHERE state = 'approved'",
        "UPDATE payment SET state = 'paid', paid_by = 'x', paid_at = '2019-12-05' WHERE state = 'approved'",
        "UPDATE computation SET net = net",
        "UPDATE payment SET state = 'paid', receipt = 2, paid_by = 'x', paid_at = '2019-12-05' WHERE state = 'approved'",
        "UPDATE payee SET name = 'Somebody else'",
        "UPDATE payee SET delegation = 'JM'",
        """UPDATE payee SET shares = '{"UNHCR": 10000}'""",
        "DELETE FROM payee",
        copied("payment", "receipt = 1", id="'x'", receipt="5", number="99"),
        copied("payment", "state = 'approved'", id="'x'", state="'void'", voids="id", reason="'x'", number="99"),
        copied("payment", "state = 'approved'", id="'x'", number="99"),
    ],
)
def test_what_is_no_payment_is_refused(desk: Desk, statement: str) -> None:
    with pytest.raises(IntegrityError):
        write(desk, statement)


def test_a_second_payment_while_the_first_counts_is_refused(desk: Desk) -> None:
    done = paid(desk, "jose")
    assert done.receipt == 2
    again = copied("computation", "sponsorship = 'jose'", id="'y'", version="2")
    line = copied(
        "payment", "receipt = 2", id="'x'", computation="'y'", receipt="NULL", state="'approved'", number="99"
    )
    twice = "UPDATE payment SET state = 'paid', receipt = 3 WHERE id = 'x'"
    with pytest.raises(IntegrityError, match="somebody is paid once"):
        write(desk, again, line, SOMEBODY, twice)


def test_what_is_allowed_is_allowed(desk: Desk) -> None:
    write(
        desk,
        "UPDATE payment SET state = 'settled', settled_by = 'x', settled_at = '2019-12-05' WHERE receipt = 1",
        "UPDATE payment SET state = 'settled', settled_by = 'x', settled_at = '2019-12-05' WHERE voids IS NOT NULL",
        SOMEBODY,
        "UPDATE payment SET state = 'paid', receipt = 2, paid_by = 'x', paid_at = '2019-12-05' WHERE state = 'approved'",
    )


def test_the_triggers_know_every_column_of_a_payment() -> None:
    said = " ".join(money_triggers.SQLITE[0].split())
    named = {name for name in COLUMNS["payment"] if f"NEW.{name} IS OLD.{name}" in said}
    assert set(COLUMNS["payment"]) - named == {"state", "settled_by", "settled_at"}


def test_postgresql_is_told_the_same_rules() -> None:
    said = " ".join(money_triggers.POSTGRESQL[0].split())
    assert all(f"NEW.{name} IS NOT DISTINCT FROM OLD.{name}" in said for name in ("amount", "receipt", "voids"))
    for sentence in (
        "what is paid never changes",
        "what is paid is kept",
        "a receipt says who was paid",
        "receipts have no gaps",
        "somebody is paid once",
    ):
        assert sentence in said
    assert "BEFORE UPDATE OR DELETE ON payee" in " ".join(" ".join(money_triggers.POSTGRESQL).split())
