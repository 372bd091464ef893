"""On PostgreSQL several programs write at the same instant: one waits for the other, and never is there a third official."""

from collections.abc import Callable
from threading import Barrier, Thread

from sqlalchemy import Connection, Engine, func, select, text, update
from sqlalchemy.exc import DBAPIError

from cmc_desk.db import schema
from cmc_desk.rules.travel_states import HOLDING, Nomination
from tests.db.postgres import needs_postgresql
from tests.db.travel_rows import PEOPLE, begin, hold, set_quota

_WAITING = text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")


def in_between(engine: Engine, first: Callable[[Connection], object], second: Callable[[Connection], object]) -> str:
    """Do `second` while `first` is done and not committed yet; return how it was refused once it was, nothing if it was not."""
    told: list[str] = []

    def do_second() -> None:
        try:
            with engine.begin() as connection:
                second(connection)
        except DBAPIError as error:
            told.append(str(error.orig))

    other = Thread(target=do_second)
    with engine.begin() as connection:
        first(connection)
        other.start()
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as looking:
            while other.is_alive() and not looking.execute(_WAITING).scalar_one():
                other.join(timeout=0.05)
    other.join(timeout=60)
    return "".join(told)


@needs_postgresql
def test_a_quota_is_not_lowered_while_somebody_is_put_on_the_seat_that_would_go(empty: Engine) -> None:
    with empty.begin() as connection:
        begin(connection)
    told = in_between(
        empty, lambda connection: hold(connection, "b", "HT-2", "jose"), lambda connection: set_quota(connection, 1)
    )
    assert "a quota below a seat that is held" in told


@needs_postgresql
def test_nobody_is_put_on_a_seat_while_the_quota_is_lowered(empty: Engine) -> None:
    with empty.begin() as connection:
        begin(connection)
    told = in_between(
        empty, lambda connection: set_quota(connection, 1), lambda connection: hold(connection, "b", "HT-2", "jose")
    )
    assert "a holder of a seat above the quota" in told


@needs_postgresql
def test_of_two_who_are_put_on_a_seat_at_once_one_has_it(empty: Engine) -> None:
    with empty.begin() as connection:
        begin(connection)
    told = in_between(
        empty,
        lambda connection: hold(connection, "a", "HT-1", "anais"),
        lambda connection: hold(connection, "b", "HT-1", "jose"),
    )
    assert "uq_sponsorship_seat_held" in told


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
