"""A scan on this page: a badge finds the traveller, a boarding pass marks its leg, the lines of a passport fill the form."""

from datetime import UTC, datetime

from sqlalchemy import select

from cmc_desk.db import schema
from cmc_desk.desk.people import card
from cmc_desk.desk.travel_facts import travel_facts
from cmc_desk.ui.travel.papers_forms import PassportForm
from tests.ui.travel.stand import Officer, ready
from tests.ui.travel.test_journey_by_keys import passport_lines

PASS = "M1MUSTERZOLC/ANAISMS  EEXY12Z PAPKINBW 0415 338Y012C0042 100"


def code_of(officer: Officer, name: str) -> str:
    return officer.desk.read(card, participant=officer.meeting.people[name]).badge.code


def test_a_badge_finds_the_traveller(officer: Officer) -> None:
    officer.meeting.accepted("HT-2", "jose")
    assert officer.tile() == "HT-1"
    officer.window.take_scan(code_of(officer, "jose"))
    assert officer.tile() == "HT-2"
    assert officer.window.frame.chosen() == "travel"


def test_a_badge_of_somebody_without_a_seat_says_so_and_stays(officer: Officer) -> None:
    officer.window.take_scan(code_of(officer, "guerda"))
    assert officer.last() == ("amber", "This person holds no financed seat.")
    assert officer.window.frame.chosen() == "travel"


def test_a_boarding_pass_marks_the_leg_flown_and_twice_changes_nothing(officer: Officer) -> None:
    key = ready(officer)
    officer.at(datetime(2019, 12, 4, 22, tzinfo=UTC))
    officer.window.take_scan(PASS)
    assert officer.last() == ("notice", "Flown: BW 415 · Anaïs Muster-Żółć")
    itinerary = officer.desk.read(travel_facts).sponsorships[key].itinerary
    assert itinerary is not None
    assert itinerary.legs[0].flown_at is not None
    officer.window.take_scan(PASS)
    assert officer.last()[0] == "quiet"
    assert "read before" in officer.last()[1]


def test_a_boarding_pass_of_nobody_is_refused_in_one_sentence(officer: Officer) -> None:
    officer.window.take_scan(PASS)
    assert officer.last()[0] == "amber"


def test_the_lines_of_a_passport_open_its_form_and_fill_it(officer: Officer) -> None:
    officer.meeting.accepted("HT-1", "anais")
    officer.window.take_scan(passport_lines().replace("\n", ""))
    form = officer.form
    assert isinstance(form, PassportForm)
    assert form.values()["number"] == "X1234567"
    assert form.values()["expires"] == "14 Jul 2021"
    assert "compare it with the page" in form.check.text()


def test_lines_whose_digits_do_not_agree_are_refused_beside_the_field(officer: Officer) -> None:
    officer.meeting.accepted("HT-1", "anais")
    officer.window.take_scan(passport_lines().replace("X1234567", "X1234568").replace("\n", ""))
    assert "do not agree" in officer.form.field("lines").problem()
    assert officer.form.values()["number"] == ""


def test_whose_passport_it_is_must_be_said_first(officer: Officer) -> None:
    officer.window.take_scan(passport_lines().replace("\n", ""))
    assert officer.last()[1].startswith("Whose passport is it?")


def test_a_reader_that_ends_each_line_with_enter_fills_the_form_too(officer: Officer) -> None:
    officer.meeting.accepted("HT-1", "anais")
    first, second = passport_lines().split("\n")
    officer.window.take_scan(first)
    assert officer.page.side.form is None
    officer.window.take_scan(second)
    form = officer.form
    assert isinstance(form, PassportForm)
    assert form.values()["number"] == "X1234567"
    assert officer.window.frame.chosen() == "travel"


def test_no_line_of_a_passport_is_ever_taken_for_a_code_of_the_desk(officer: Officer) -> None:
    officer.meeting.accepted("HT-1", "anais")
    second = passport_lines().split("\n")[1]
    officer.window.take_scan(second)
    assert officer.last() == ("amber", "This is the second line of a passport alone: scan both lines.")
    officer.window.go("registration")
    officer.window.take_scan(second)
    assert officer.last()[0] != "notice"
    with officer.desk.store.read() as session:
        args = session.scalars(select(schema.JournalRow.args)).all()
    assert not [one for one in args if "X1234567" in str(one)]


def test_lines_that_do_not_agree_are_said_again_when_the_form_is_saved(officer: Officer) -> None:
    officer.meeting.accepted("HT-1", "anais")
    officer.window.take_scan(passport_lines().replace("X1234567", "X1234568").replace("\n", ""))
    officer.save()
    assert "do not agree" in officer.form.field("lines").problem()
    assert officer.form.field("expires").problem() == ""
