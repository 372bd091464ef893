"""What comes for many officials at once is recorded as one act: all of it, or nothing and a sentence that says of whom."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from cmc_desk.desk import travel_at_once, travellers
from cmc_desk.desk.travel_at_once import PassportOf, SeatFor
from cmc_desk.rules.travel_states import Nomination, Travel, VisaState
from tests.desk.seated import Seated
from tests.meetings import clock_of, local


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Seated]:
    seated = Seated(tmp_path)
    yield seated
    seated.desk.close()


def both(at: Seated) -> list[str]:
    letter = at.letter("anais", "jose")
    found: list[str] = at.do(
        travel_at_once.nominate_all,
        nominations=[SeatFor("HT-1", at.people["anais"], letter), SeatFor("HT-2", at.people["jose"], letter)],
    )
    return found


def test_a_letter_that_names_two_puts_two_on_their_seats(at: Seated) -> None:
    keys = both(at)
    at.do(travel_at_once.accept_all, sponsorships=keys)
    at.do(travel_at_once.no_visa_needed, sponsorships=keys)
    assert [(at.one(key).nomination, at.one(key).visa) for key in keys] == 2 * [
        (Nomination.ACCEPTED, VisaState.NOT_REQUIRED)
    ]


def test_if_one_cannot_be_nominated_nobody_is_and_it_is_said_who(at: Seated) -> None:
    wanted = [SeatFor("HT-1", at.people["anais"]), SeatFor("HT-2", at.people["keisha"])]
    assert at.refused(travel_at_once.nominate_all, nominations=wanted).startswith(
        "Keisha Example-Blake is of another delegation"
    )
    assert at.seat("HT-1").sponsorship == ""


def test_if_one_cannot_be_accepted_nobody_is(at: Seated) -> None:
    first, second = both(at)
    at.do(travel_at_once.accept_all, sponsorships=[second])
    said = at.refused(travel_at_once.accept_all, sponsorships=[first, second])
    assert said == "José Specimen-Valdés: This is so already: accepted."


def test_passports_come_as_a_list(at: Seated) -> None:
    keys = both(at)
    good = PassportOf(at.people["anais"], "HTI", "X123456", expires=date(2024, 1, 31))
    at.do(travel_at_once.record_passports, passports=[good])
    passport = at.one(keys[0]).passport
    assert passport is not None
    assert (passport.last_four, passport.expires) == ("3456", date(2024, 1, 31))
    wrong = PassportOf(at.people["jose"], "HTI", "no. 7")
    said = at.refused(travel_at_once.record_passports, passports=[good, wrong])
    assert said.startswith("José Specimen-Valdés: Type the number of the passport")


def test_a_van_arrives_with_all_of_them(at: Seated) -> None:
    keys = both(at)
    at.do(travel_at_once.accept_all, sponsorships=keys)
    clock_of(at.desk).move_to(local(0, 9))
    at.do(travel_at_once.arrive_all, sponsorships=keys, at=local(0, 8, 40))
    assert [(at.one(key).travel, at.one(key).arrived_at) for key in keys] == 2 * [(Travel.ARRIVED, local(0, 8, 40))]


def test_nobody_arrives_who_was_there_already(at: Seated) -> None:
    first, second = both(at)
    at.do(travel_at_once.accept_all, sponsorships=[first, second])
    at.do(travellers.set_travel, sponsorship=second, to=Travel.ARRIVED)
    said = at.refused(travel_at_once.arrive_all, sponsorships=[first, second])
    assert said == "José Specimen-Valdés: This is so already: arrived."
    assert at.refused(travel_at_once.arrive_all, sponsorships=["nobody"]) == (
        "This nomination is not in the meeting file any more."
    )


def test_one_undo_takes_all_of_it_back_and_says_how_many(at: Seated) -> None:
    keys = both(at)
    at.do(travel_at_once.accept_all, sponsorships=keys)
    assert at.desk.undo().about == "2 people"
    assert {at.one(key).nomination for key in keys} == {Nomination.NOMINATED}
    at.do(travel_at_once.accept_all, sponsorships=keys[:1])
    assert at.desk.undo().about == "Anaïs Muster-Żółć"
    assert at.desk.undo().about == "2 people"
    assert at.seat("HT-1").sponsorship == ""
    at.do(travel_at_once.nominate_all, nominations=[SeatFor("HT-1", at.people["anais"])])
    clock_of(at.desk).move_to(at.desk.clock.now() + timedelta(hours=1))
    assert at.desk.undo().about == "Anaïs Muster-Żółć"
