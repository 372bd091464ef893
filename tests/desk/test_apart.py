"""A long command in a thread of its own: the windows read and look on as if it were another window's."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from sqlalchemy.orm import Session

from cmc_desk.desk import importing, people
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.registration import enter as enter_person
from cmc_desk.rules.refusal import Refusal
from tests.meetings import ANDRE, KEISHA, enter, open_desk

begun, may_end = Event(), Event()


@command("test.take_long")
def take_long(tx: Tx) -> str:
    entered = enter_person(tx, person=ANDRE)
    tx.session.flush()
    begun.set()
    assert may_end.wait(60)
    return entered.id


@command("test.refuse_apart")
def refuse_apart(tx: Tx) -> None:
    raise Refusal(f"No, {tx.author.operator}.")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(tmp_path, people=(KEISHA,))
    yield opened
    opened.close()


@contextmanager
def in_a_thread(work: Callable[[], Any]) -> Iterator[Future[Any]]:
    """Let `work` begin in another thread and come to its end after the block."""
    begun.clear()
    may_end.clear()
    with ThreadPoolExecutor(1) as pool:
        try:
            future = pool.submit(work)
            assert begun.wait(60)
            yield future
        finally:
            may_end.set()


def names(desk: Desk) -> list[str]:
    return [hit.name for hit in desk.read(people.find_people).hits]


def test_the_windows_read_and_look_on_while_a_long_command_is_written(desk: Desk) -> None:
    with in_a_thread(lambda: desk.do_apart(take_long)) as future:
        seen = [desk.at_work, desk.poll()]
        assert names(desk) == ["Keisha Example-Blake"]
    assert [*seen, desk.at_work] == [True, False, False]
    future.result()[1]()
    assert names(desk) == ["Keisha Example-Blake", "Andre Sample-Cox"]


@pytest.mark.parametrize("polled_first", [False, True])
def test_the_listeners_hear_of_a_long_command_once(desk: Desk, polled_first: bool) -> None:  # noqa: FBT001 - both ways
    told: list[frozenset[str]] = []
    desk.subscribe(told.append)
    with in_a_thread(lambda: desk.do_apart(take_long)) as future:
        pass
    if polled_first:
        assert desk.poll()
    before = desk.saved_at
    desk.saved_at = None
    future.result()[1]()
    assert desk.saved_at == before
    assert len(told) == 1
    assert "*" in told[0]
    assert not desk.poll()
    enter(desk, ANDRE)
    assert len(told) == 2


def test_a_long_command_that_is_refused_is_over(desk: Desk) -> None:
    with pytest.raises(Refusal):
        desk.do_apart(refuse_apart)
    assert not desk.at_work


def test_a_list_is_compared_while_the_desk_reads(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Given name,Family name,Delegation\nAndre,Sample-Cox,Jamaica\n", encoding="utf-8")
    real = importing.existing_people

    def slowly(session: Session) -> Any:
        begun.set()
        assert may_end.wait(60)
        return real(session)

    monkeypatch.setattr(importing, "existing_people", slowly)
    with in_a_thread(lambda: importing.plan(desk, importing.read_list(path))) as future:
        assert names(desk) == ["Keisha Example-Blake"]
    assert len(future.result().rows) == 1
