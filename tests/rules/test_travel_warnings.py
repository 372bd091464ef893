"""What the sponsors would rather have otherwise is said, and can be waived."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.travel_facts import GoneAtDesk, Itinerary, Passport, Seat, Share, Sponsorship, TravelRules
from cmc_desk.rules.travel_states import Gone, Profile, Travel, Warned
from cmc_desk.rules.travel_warnings import Beside, later_by_months, unwaived, warnings
from cmc_desk.rules.travel_words import WARNED_WORDS
from tests.rules.travel_case import BACK, ITINERARY, KINGSTON, LETTER, ONE, OUT, PAP, RULES, SEAT, but

BLAISE = but(key="b", seat="HT-1", participant="blaise", profile=Profile.FOREIGN_AFFAIRS)
FIRST = replace(SEAT, key="HT-1", number=1, profile=Profile.FOREIGN_AFFAIRS)


def found(
    one: Sponsorship = ONE,
    *,
    seat: Seat = SEAT,
    beside: Beside = Beside(others=(BLAISE,), letters=(LETTER,)),  # noqa: B008 - it is frozen
    rules: TravelRules = RULES,
) -> tuple[Warned, ...]:
    return warnings(one, seat=seat, beside=beside, rules=rules)


def without(*legs: object) -> Itinerary:
    return replace(ITINERARY, legs=tuple(leg for leg in ITINERARY.legs if leg not in legs))


def passport(expires: date | None, name: str = "") -> Passport:
    return Passport("HTI", "4321", expires, name)


def test_of_an_official_as_the_sponsors_would_like_nothing_is_said() -> None:
    assert found() == ()
    assert found(but(letter=None, passport=None, itinerary=None), beside=Beside()) == ()


def test_two_of_the_same_office_are_said_of_both_and_the_missing_one_of_its_seat() -> None:
    both = replace(BLAISE, profile=Profile.IMMIGRATION)
    assert found(beside=Beside(others=(both,))) == (Warned.SAME_PROFILE,)
    assert found(both, seat=FIRST, beside=Beside(others=(ONE,))) == (
        Warned.SAME_PROFILE,
        Warned.NO_FOREIGN_AFFAIRS,
        Warned.NOT_IN_THE_LETTER,
    )
    other = but(profile=Profile.OTHER)
    assert found(other) == (Warned.NO_IMMIGRATION, Warned.OTHER_PROFILE)
    assert found(other, beside=Beside(others=(replace(BLAISE, profile=Profile.OTHER),))) == (
        Warned.NO_IMMIGRATION,
        Warned.OTHER_PROFILE,
    )


def test_offices_that_changed_seats_are_no_matter() -> None:
    assert found(replace(BLAISE, participant="nadege"), beside=Beside(others=(ONE,))) == ()


def test_a_known_focal_point_that_nobody_nominated_is_said() -> None:
    known = Beside(others=(BLAISE,), letters=(LETTER,), focal_points=("guerda",))
    assert found(beside=known) == (Warned.FOCAL_POINT_PASSED_OVER,)
    assert found(but(focal_point=True), beside=known) == ()
    assert found(beside=replace(known, focal_points=("blaise", "nadege"))) == ()


def test_who_is_in_no_letter_of_the_delegation_is_said() -> None:
    others = replace(LETTER, key="m", names=("blaise",))
    assert found(but(letter=others), beside=Beside(letters=(others,))) == (Warned.NOT_IN_THE_LETTER,)
    assert found(but(letter=None), beside=Beside(letters=(others,))) == (Warned.NOT_IN_THE_LETTER,)
    assert found(but(letter=others), beside=Beside(letters=(others, LETTER))) == ()


def test_a_letter_after_the_deadline_is_late_where_there_is_one() -> None:
    late = replace(LETTER, received=date(2019, 11, 16))
    assert found(but(letter=late)) == (Warned.LETTER_LATE,)
    assert found(but(letter=replace(LETTER, received=date(2019, 11, 15)))) == ()
    assert found(but(letter=late), rules=replace(RULES, deadline=None)) == ()


def test_who_holds_another_seat_is_said() -> None:
    assert found(beside=Beside(letters=(LETTER,), elsewhere=True)) == (Warned.SAME_PERSON_TWICE,)


def test_a_passport_is_valid_for_six_months_after_the_return() -> None:
    # The journey back ends on 7 December.
    assert found(but(passport=passport(date(2020, 6, 6)))) == (Warned.PASSPORT_EXPIRES,)
    assert found(but(passport=passport(date(2020, 6, 7)))) == ()
    assert found(but(passport=passport(date(2020, 6, 5)), itinerary=None)) == (Warned.PASSPORT_EXPIRES,)
    assert found(but(passport=passport(None))) == ()


@given(st.dates(date(1999, 1, 1), date(2050, 1, 1)), st.integers(0, 40))
def test_months_later_is_the_same_day_or_the_last_of_the_month(day: date, months: int) -> None:
    later = later_by_months(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)


def test_the_name_on_the_ticket_is_that_of_the_passport_or_else_of_the_registration() -> None:
    misspelt = replace(ITINERARY, name_on_ticket="EXAMPLEPIER/NADEGEMRS")
    assert found(but(itinerary=misspelt)) == (Warned.NAME_DIFFERS,)
    nameless = but(itinerary=misspelt, passport=passport(date(2021, 7, 14)))
    assert found(nameless, beside=Beside(letters=(LETTER,))) == ()
    known = Beside(letters=(LETTER,), name="Nadège Example-Pierre")
    assert found(nameless, beside=known) == (Warned.NAME_DIFFERS,)
    assert found(replace(nameless, passport=None), beside=known) == (Warned.NAME_DIFFERS,)
    assert found(but(itinerary=replace(misspelt, name_on_ticket=""))) == ()


def test_agencies_other_than_planned_are_said_whatever_their_order() -> None:
    half = (Share("IOM", 5_000), Share("UNHCR", 5_000))
    assert found(seat=replace(SEAT, shares=half)) == (Warned.AGENCIES_DIFFER,)
    assert found(seat=replace(SEAT, shares=half, planned=half[::-1])) == ()


def test_who_leaves_before_the_closing_is_said() -> None:
    early = replace(
        BACK[0],
        departs=datetime(2019, 12, 6, 17, 15, tzinfo=KINGSTON),
        arrives=datetime(2019, 12, 6, 18, 40, tzinfo=PAP),
    )
    assert found(but(itinerary=replace(ITINERARY, legs=(*OUT, early)))) == (Warned.LEAVES_BEFORE_CLOSING,)
    assert found(but(itinerary=without(*BACK))) == ()


def test_an_official_of_the_host_who_flies_is_said() -> None:
    host = replace(SEAT, local=True)
    assert found(seat=host) == (Warned.HOST_FLIES,)
    by_road = replace(ITINERARY, legs=tuple(replace(leg, surface=True) for leg in ITINERARY.legs))
    assert found(but(itinerary=by_road), seat=host) == ()


def test_an_arrival_at_another_airport_is_said_but_a_road_may_lead_anywhere() -> None:
    montego = replace(OUT[1], destination="MBJ")
    assert found(but(itinerary=replace(ITINERARY, legs=(OUT[0], montego, *BACK)))) == (Warned.OTHER_AIRPORT,)
    road = replace(
        OUT[1], sequence=4, origin="KIN", destination="XXX", surface=True, arrives=OUT[1].arrives + timedelta(hours=1)
    )
    assert found(but(itinerary=replace(ITINERARY, legs=(*ITINERARY.legs, road)))) == ()
    assert found(but(itinerary=without(*OUT))) == ()
    assert found(but(itinerary=replace(ITINERARY, legs=(montego,))), rules=replace(RULES, arrival_airport="")) == ()


def test_what_was_waived_is_not_said_again() -> None:
    assert unwaived(but(waived=(Warned.LETTER_LATE,)), (Warned.LETTER_LATE, Warned.HOST_FLIES)) == (Warned.HOST_FLIES,)


@pytest.mark.parametrize("warned", list(Warned))
def test_every_warning_has_a_sentence(warned: Warned) -> None:
    assert WARNED_WORDS[warned].endswith(".")


def test_somebody_whom_the_registration_does_not_expect_is_a_warning() -> None:
    assert Warned.GONE_AT_THE_DESK in found(but(gone=GoneAtDesk(Gone.WITHDRAWN)))
    assert Warned.GONE_AT_THE_DESK not in found(but(gone=GoneAtDesk(Gone.WITHDRAWN), travel=Travel.NO_SHOW))
