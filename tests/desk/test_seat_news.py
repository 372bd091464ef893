"""What happens to people at the registration reaches the seats that they hold."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from cmc_desk.db import schema
from cmc_desk.desk import attendance, people, registration, seats, travellers
from cmc_desk.desk.import_writing import update
from cmc_desk.desk.seat_wall import seat_wall
from cmc_desk.desk.travel_facts import travel_facts
from cmc_desk.desk.traveller import Traveller, traveller, traveller_from
from cmc_desk.rules.people import Status
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_states import Headline, Nomination, Standing, Step, Travel, Warned
from tests.desk.seated import BLAISE, Seated
from tests.meetings import MORNING, clock_of


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Seated]:
    seated = Seated(tmp_path)
    yield seated
    seated.desk.close()


def shown(at: Seated, key: str) -> Traveller:
    return at.desk.read(traveller, sponsorship=key, now=at.desk.clock.now())


def blocked(at: Seated, key: str) -> str:
    """Return with which words the acceptance of an official blocks."""
    (found,) = (state for state in shown(at, key).steps if state.step is Step.ACCEPTANCE)
    assert found.standing is Standing.BLOCKS
    return found.why


def move(at: Seated, name: str, delegation: str) -> str:
    return at.refused(registration.edit_person, participant=at.people[name], changes={"delegation": delegation})


def test_who_is_withdrawn_at_the_desk_blocks_the_seat_until_somebody_decides(at: Seated) -> None:
    key = at.accepted("HT-1", "anais")
    at.do(registration.withdraw, participant=at.people["anais"], reason="Ill")
    assert blocked(at, key) == "Withdrawn at the desk on 7 Nov: give the seat up, or replace the official."
    one = shown(at, key)
    assert (one.headline, Warned.GONE_AT_THE_DESK in [concern.warned for concern in one.warnings]) == (
        Headline.ACCEPTANCE,
        True,
    )
    assert "cannot be waived" in at.refused(
        travellers.waive, sponsorship=key, warned=Warned.GONE_AT_THE_DESK, reason="Never mind"
    )
    # Nothing else is asked for of somebody who does not come.
    open_ = [state.step for state in one.steps if state.standing not in (Standing.DONE, Standing.NOT_NEEDED)]
    assert open_ == [Step.ACCEPTANCE]
    assert "does not expect this official any more" in at.refused(
        travellers.set_travel, sponsorship=key, to=Travel.REQUESTED
    )
    wall = at.desk.read(seat_wall, now=at.desk.clock.now())
    assert [one.seat.key for row in wall.rows for one in row.seats if one.sponsorship and one.blocked] == ["HT-1"]
    follows = at.do(seats.replace, sponsorship=key, participant=at.people["blaise"])
    assert shown(at, follows).one.gone is None
    assert shown(at, key).one.gone is None, "the seat is not theirs any more"


def test_who_is_reinstated_is_expected_again(at: Seated) -> None:
    key = at.accepted("HT-1", "anais")
    at.do(registration.edit_person, participant=at.people["anais"], changes={"functional_title": "Director"})
    at.do(registration.edit_person, participant=at.people["anais"], changes={"status": Status.WITHDRAWN})
    assert "on 7 Nov" in blocked(at, key)
    at.do(registration.reinstate, participant=at.people["anais"])
    assert shown(at, key).one.gone is None
    at.do(registration.withdraw, participant=at.people["anais"])
    at.desk.undo()
    assert shown(at, key).one.gone is None


def test_who_was_replaced_as_a_delegate_names_whoever_came_instead(at: Seated) -> None:
    key = at.nominate("HT-1", "blaise")
    other = replace(BLAISE, given_name="Robin", family_name="Example-Other")
    at.do(registration.replace_person, participant=at.people["blaise"], person=other)
    assert blocked(at, key) == (
        "Replaced at the desk by Robin Example-Other on 7 Nov: replace the official on the seat too, or give it up."
    )
    assert "does not expect" in at.refused(seats.accept, sponsorship=key, letter=at.letter("blaise"))


def test_a_list_that_withdraws_somebody_says_no_day(at: Seated) -> None:
    key = at.accepted("HT-1", "anais")
    with at.desk.store.write() as session:
        session.get_one(schema.Participant, at.people["anais"]).status = Status.WITHDRAWN
    assert blocked(at, key).startswith("Withdrawn in the registration: ")


def test_nobody_takes_a_seat_along_to_another_delegation(at: Seated) -> None:
    key = at.nominate("HT-1", "anais")
    sentence = "holds the financed seat HT-1: withdraw or replace that nomination before the move."
    assert sentence in move(at, "anais", "JM")
    changes = [{"row": 3, "id": at.people["anais"], "person": {"delegation": "JM"}}]
    with pytest.raises(Refusal, match=r"Row 3: .* holds the financed seat HT-1"), at.desk.store.write() as session:
        update(TxOf(session), changes)  # type: ignore[arg-type] # all that is asked of it
    at.do(seats.withdraw, sponsorship=key)
    at.do(registration.edit_person, participant=at.people["anais"], changes={"delegation": "JM"})
    at.nominate("JM-1", "anais")
    # Nor by taking the move back once there is a seat in the new delegation.
    with pytest.raises(Refusal, match="holds the financed seat JM-1"):
        undo_the_move(at)
    assert [seat.sponsorship != "" for seat in at.desk.read(travel_facts).seats if seat.delegation == "HT"] == [
        False
    ] * 2


class TxOf:
    """A transaction of which only the session is asked for."""

    def __init__(self, session: object) -> None:
        self.session = session


def undo_the_move(at: Seated) -> None:
    from cmc_desk.desk.undoing import undo

    with at.desk.store.read() as session:
        (seq,) = (row.seq for row in session.query(schema.JournalRow).filter_by(kind="registration.edit"))
    at.desk.do(undo, seq=seq)


def test_who_is_of_another_delegation_by_an_older_file_blocks_the_seat(at: Seated) -> None:
    key = at.accepted("HT-1", "anais")
    with at.desk.store.write() as session:
        # As it could be before the file itself refused it.
        session.execute(text("DROP TRIGGER participant_moves_without_a_seat"))
        session.get_one(schema.Participant, at.people["anais"]).delegation = "JM"
    assert blocked(at, key).startswith("Moved to JM: the seat is for an official of its own delegation")
    at.do(registration.edit_person, participant=at.people["anais"], changes={"functional_title": "Director"})
    assert blocked(at, key).startswith("Moved to JM: ")


def test_who_has_arrived_keeps_what_is_due_to_them(at: Seated) -> None:
    key = at.accepted("HT-1", "anais")
    at.do(travellers.set_travel, sponsorship=key, to=Travel.ARRIVED)
    at.do(registration.withdraw, participant=at.people["anais"])
    one = shown(at, key)
    assert one.one.gone is not None
    assert not one.one.does_not_come
    assert {state.step: state.standing for state in one.steps}[Step.ACCEPTANCE] is Standing.DONE


def test_a_check_in_at_the_desk_offers_the_arrival_of_that_time(at: Seated) -> None:
    key = at.accepted("HT-1", "anais")
    assert shown(at, key).seen_at is None
    clock_of(at.desk).move_to(MORNING)
    code = at.desk.read(people.codes_of, participants=[at.people["anais"]])[at.people["anais"]]
    at.do(attendance.check_in, code=code)
    assert shown(at, key).seen_at == MORNING
    (seat,) = (one for row in at.desk.read(seat_wall, now=MORNING).rows for one in row.seats if one.sponsorship)
    assert seat.seen
    at.do(travellers.set_travel, sponsorship=key, to=Travel.ARRIVED, at=MORNING)
    assert shown(at, key).seen_at is None


def test_a_search_says_who_holds_a_seat_already(at: Seated) -> None:
    at.nominate("HT-2", "jose")
    hits = {hit.name: hit.seat for hit in at.desk.read(people.find_people, delegation="HT").hits}
    assert hits["José Specimen-Valdés"] == "HT-2"
    assert set(hits.values()) == {"", "HT-2"}


def test_one_traveller_is_read_out_of_facts_that_were_read_before(at: Seated) -> None:
    key = at.accepted("HT-1", "anais")
    facts, now = at.desk.read(travel_facts), at.desk.clock.now()
    assert traveller_from(facts, key, now) == shown(at, key)
    with pytest.raises(Refusal, match="not in the meeting file any more"):
        traveller_from(facts, "nobody", now)


def test_a_seat_of_whoever_has_withdrawn_is_not_ready(at: Seated) -> None:
    def not_ready() -> int:
        return at.desk.read(seat_wall, now=at.desk.clock.now()).not_ready

    empty = not_ready()
    key = at.accepted("HT-1", "anais")
    at.do(travellers.set_travel, sponsorship=key, to=Travel.SELF_ARRANGED)
    assert not_ready() == empty - 1
    at.do(registration.withdraw, participant=at.people["anais"])
    assert not_ready() == empty
    assert shown(at, key).one.nomination is Nomination.ACCEPTED
    clock_of(at.desk).move_to(MORNING + timedelta(days=1))
    assert not_ready() == empty
