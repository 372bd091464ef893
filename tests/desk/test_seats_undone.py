"""Nothing is lost: two windows notice each other, everything is undone to what it was, and what the desk forgot the file refuses."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import update

from cmc_desk.db import schema
from cmc_desk.desk import seats, travellers
from cmc_desk.desk.travel_facts import travel_facts
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_states import Nomination, Travel, VisaState
from tests.desk.seated import Seated
from tests.meetings import DESK_B, clock_of, reopened


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Seated]:
    seated = Seated(tmp_path)
    yield seated
    seated.desk.close()


def test_who_changed_a_traveller_in_another_window_is_told_and_nothing_is_lost(at: Seated) -> None:
    key = at.accepted("HT-1", "anais")
    seen = at.one(key).version
    other = reopened(at.desk, author=DESK_B)
    other.do(travellers.record_visa, sponsorship=key, state=VisaState.REQUIRED, note="US transit", version=seen)
    told = at.refused(seats.withdraw, sponsorship=key, version=seen)
    assert told.startswith("M. Sample-Ford has changed Anaïs Muster-Żółć in the meantime")
    other.undo()
    # Undone is as it was; changed anew is not, although it is the second change again.
    other.do(travellers.record_visa, sponsorship=key, state=VisaState.NOT_REQUIRED, version=seen)
    assert "in the meantime" in at.refused(seats.withdraw, sponsorship=key, version=seen)
    other.close()
    at.do(seats.withdraw, sponsorship=key, version=at.one(key).version)


def test_everything_is_undone_step_by_step_to_what_it_was(at: Seated) -> None:
    shown = [at.desk.read(travel_facts)]
    key = at.nominate("HT-1", "anais", letter="")
    for function, how in (
        (seats.accept, {"sponsorship": key, "letter": at.letter()}),
        (travellers.set_travel, {"sponsorship": key, "to": Travel.HELD}),
        (seats.replace, {"sponsorship": key, "participant": at.people["guerda"]}),
    ):
        at.do(function, **how)
    for _command in range(5):
        at.desk.undo()
    assert at.desk.read(travel_facts) == shown[0]


def test_undoing_a_withdrawal_whose_seat_was_taken_since_is_refused(at: Seated) -> None:
    key = at.nominate("HT-1", "anais")
    at.do(seats.withdraw, sponsorship=key)
    other = reopened(at.desk, author=DESK_B)
    other.do(seats.nominate, seat="HT-1", participant=at.people["guerda"])
    other.close()
    with pytest.raises(Refusal, match="cannot be undone any more"):
        at.desk.undo()


def test_the_words_of_undo_name_the_official(at: Seated) -> None:
    key = at.nominate("HT-1", "anais")
    at.do(seats.withdraw, sponsorship=key)
    assert at.desk.undo().about == "Anaïs Muster-Żółć"
    assert at.desk.undo().about == "Anaïs Muster-Żółć"


def test_the_same_click_twice_nominates_once(at: Seated) -> None:
    nonce = "n" * 32
    anais = at.people["anais"]
    first = at.desk.do_once(nonce, seats.nominate, seat="HT-1", participant=anais)
    clock_of(at.desk).advance(seconds=1)
    assert at.desk.do_once(nonce, seats.nominate, seat="HT-1", participant=anais) == first


def test_what_the_desk_forgot_to_check_the_file_refuses(at: Seated) -> None:
    key = at.nominate("HT-1", "anais")
    at.do(seats.withdraw, sponsorship=key)
    at.nominate("HT-1", "guerda")
    with (
        pytest.raises(Exception, match=r"UNIQUE constraint failed: sponsorship\.seat"),
        at.desk.store.write() as session,
    ):
        session.execute(
            update(schema.Sponsorship).where(schema.Sponsorship.id == key).values(nomination=Nomination.ACCEPTED)
        )
