"""The desk itself: one transaction a command, exactly once by nonce, undo, and everybody told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.db.connection import connect
from cmc_desk.desk import attendance, people, registration
from cmc_desk.desk.command import Tx, command, command_named, kind_of
from cmc_desk.desk.desk import EVERYTHING, Desk
from cmc_desk.desk.journal_list import journal_lines
from cmc_desk.desk.opening import verify_journal
from cmc_desk.rules.refusal import Busy, Refusal, Unavailable
from tests.meetings import ANDRE, DESK_A, DESK_B, KEISHA, MORNING, PEOPLE, clock_of, enter, open_desk, reopened


@command("test.break_after_writing")
def break_after_writing(tx: Tx, *, name: str) -> None:
    tx.session.add(schema.Station(id=name, name=name))
    tx.session.flush()
    raise ZeroDivisionError


@command("test.break_a_rule")
def break_a_rule(tx: Tx) -> None:
    tx.session.add(schema.Excuse(participant="nobody", session="opening", reason=""))


@command("test.draw")
def draw(tx: Tx, *, seed: int = 0) -> list[str]:
    del seed
    return [tx.new_id(), tx.new_id(), f"{tx.secret_bits(64):x}"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(tmp_path)
    yield opened
    assert opened.read(verify_journal).whole
    opened.close()


def count(session: Session, *, table: str) -> int:
    return int(session.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())


def test_a_nonce_that_was_seen_returns_what_was_recorded_and_does_nothing(desk: Desk) -> None:
    first = desk.do_once("nonce", registration.register, person=KEISHA)
    told: list[object] = []
    desk.subscribe(told.append)
    assert desk.do_once("nonce", registration.register, person=KEISHA) == first
    assert desk.do_once("nonce", registration.register, person=ANDRE) == first
    assert desk.read(count, table="participant") == 1
    assert told == []


def test_a_nonce_is_remembered_by_the_file(desk: Desk) -> None:
    entered = enter(desk, KEISHA)
    first = desk.do_once("nonce", attendance.check_in, code=entered.code)
    other = reopened(desk, author=DESK_B)
    again = other.do_once("nonce", attendance.check_in, code=entered.code)
    assert again == first
    assert type(again.verdict) is type(first.verdict)
    assert again.first_at == MORNING
    other.close()
    assert desk.read(count, table="scan") == 1


def test_a_command_that_was_refused_may_be_tried_with_the_same_nonce(desk: Desk) -> None:
    entered = enter(desk, KEISHA)
    with pytest.raises(Refusal):
        desk.do_once("nonce", attendance.leave, participant=entered.id)
    desk.do(attendance.check_in, participant=entered.id)
    assert desk.do_once("nonce", attendance.leave, participant=entered.id) > MORNING


def test_the_same_nonce_draws_the_same_identifiers_and_another_draws_others(tmp_path: Path) -> None:
    drawn: list[list[str]] = []
    for folder, nonce in (("a", "one"), ("b", "one"), ("c", "two")):
        (tmp_path / folder).mkdir()
        desk = open_desk(tmp_path / folder)
        drawn.append(desk.do_once(nonce, draw, seed=len(drawn)))
        desk.close()
    assert drawn[0] == drawn[1]
    assert not set(drawn[0]) & set(drawn[2])
    assert all(len(set(one)) == 3 for one in drawn)


def test_a_command_that_breaks_leaves_neither_rows_nor_journal(desk: Desk) -> None:
    before = desk.read(verify_journal)
    told: list[object] = []
    desk.subscribe(told.append)
    with pytest.raises(ZeroDivisionError):
        desk.do(break_after_writing, name="half")
    with pytest.raises(Refusal, match="rule of the meeting file"):
        desk.do(break_a_rule)
    assert desk.read(verify_journal) == before
    assert desk.read(count, table="station") == 2
    assert told == []
    assert enter(desk, KEISHA).id


def test_two_commands_never_share_a_name() -> None:
    with pytest.raises(ValueError, match=r"test\.draw"):
        command("test.draw")(lambda _tx: None)
    assert command_named(kind_of(draw)) is draw


def test_the_journal_says_who_did_what_when_and_where(desk: Desk) -> None:
    entered = enter(desk, KEISHA)
    clock_of(desk).advance(minutes=2)
    desk.author = DESK_B
    desk.do(attendance.check_in, participant=entered.id)
    desk.undo()
    lines = desk.read(journal_lines)
    assert [(line.seq, line.kind, line.station, line.undone) for line in lines] == [
        (1, "meeting.found", "Desk A", False),
        (2, "registration.register", "Desk A", False),
        (3, "attendance.check_in", "Desk B", True),
        (4, "undo", "Desk B", False),
    ]
    assert [(line.at, line.operator, line.role) for line in lines[1:3]] == [
        (MORNING, DESK_A.operator, DESK_A.role),
        (clock_of(desk).now(), DESK_B.operator, DESK_B.role),
    ]


def test_undo_walks_back_through_the_acts_of_this_station_only(desk: Desk) -> None:
    first, second = enter(desk, KEISHA), enter(desk, ANDRE)
    desk.do(attendance.check_in, participant=first.id)
    desk.author = DESK_B
    desk.do(attendance.check_in, participant=second.id)
    desk.author = DESK_A
    undone = desk.undo()
    assert undone.kind == "attendance.check_in"
    with pytest.raises(Refusal):
        # The second person was checked in at Desk B since, so the registration cannot go.
        desk.undo()
    desk.author = DESK_B
    desk.undo()
    with pytest.raises(Refusal, match="nothing to undo at this station"):
        desk.undo()
    with desk.store.read() as session:
        assert (
            len(session.scalars(select(schema.PresenceEvent).where(schema.PresenceEvent.voided_at.is_(None))).all())
            == 0
        )


def test_nothing_is_undone_twice_and_what_cannot_be_undone_says_so(desk: Desk) -> None:
    from cmc_desk.desk.undoing import undo

    enter(desk, KEISHA)
    desk.undo()
    for seq, sentence in ((2, "undone already"), (1, "cannot be undone"), (99, "cannot be undone"), (3, None)):
        if sentence:
            with pytest.raises(Refusal, match=sentence):
                desk.do(undo, seq=seq)
    with pytest.raises(Refusal, match="nothing to undo"):
        desk.undo()


def test_listeners_are_told_which_tables_changed_until_they_stop(desk: Desk) -> None:
    told: list[frozenset[str]] = []
    stop = desk.subscribe(told.append)
    entered = enter(desk, KEISHA)
    desk.do(attendance.check_in, participant=entered.id)
    assert told == [{"participant", "badge"}, {"presence_event", "scan"}]
    stop()
    stop()
    enter(desk, ANDRE)
    assert len(told) == 2


def test_a_window_hears_of_what_another_wrote_and_not_of_itself(desk: Desk) -> None:
    told: list[frozenset[str]] = []
    desk.subscribe(told.append)
    enter(desk, KEISHA)
    assert not desk.poll()
    other = reopened(desk, author=DESK_B)
    enter(other, ANDRE)
    assert desk.poll()
    assert told[-1] == EVERYTHING
    assert not desk.poll()
    assert other.poll() is False
    other.close()


def test_a_look_while_somebody_saves_is_no_trouble_unless_it_lasts(desk: Desk) -> None:
    other = connect(desk.store.path, desk.store.key)
    for _turn in range(2):
        other.execute("BEGIN EXCLUSIVE")
        assert [desk.poll() for _look in range(5)] == [False] * 5
        with pytest.raises(Busy, match="Another window is writing"):
            desk.poll()
        other.execute("UPDATE meeting SET id = id")
        other.execute("COMMIT")
        assert desk.poll()
    other.close()


def test_what_is_saved_is_not_called_unsaved_because_a_page_could_not_read_it(desk: Desk) -> None:
    told: list[object] = []

    def cannot_read(tables: frozenset[str]) -> None:
        told.append(tables)
        if len(told) == 1:
            raise Unavailable("Another window is writing to it: try again.")

    desk.subscribe(cannot_read)
    assert enter(desk, KEISHA).id
    assert desk.poll(), "whoever could not read it is told again"
    assert told[-1] == EVERYTHING
    assert not desk.poll()


def test_a_file_that_is_gone_answers_no_command(desk: Desk) -> None:
    path = desk.store.path
    path.rename(path.with_name("elsewhere.cmc"))
    with pytest.raises(Unavailable):
        enter(desk, KEISHA)
    path.with_name("elsewhere.cmc").rename(path)
    enter(desk, KEISHA)


def test_taking_everything_back_leaves_every_table_as_it_was(desk: Desk) -> None:
    tables = ("participant", "badge", "desk_note", "excuse", "code_alias", "person_search")
    before = [desk.read(count, table=table) for table in tables]
    entered = [enter(desk, one) for one in PEOPLE]
    desk.do(registration.add_note, participant=entered[0].id, text="a")
    desk.do(attendance.excuse, participant=entered[1].id, session="opening")
    desk.do(registration.replace_person, participant=entered[1].id, person=ANDRE)
    desk.do(registration.edit_person, participant=entered[2].id, changes={"given_name": "Ana"})
    for _turn in range(len(PEOPLE) + 4):
        desk.undo()
    assert [desk.read(count, table=table) for table in tables] == before
    assert desk.read(people.find_people).total == 0
