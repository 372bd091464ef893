"""The wall of seats, the chase list and what has been open for how long."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from gettext import NullTranslations
from pathlib import Path

import pytest

from cmc_desk.db import schema
from cmc_desk.desk import seats, travel_settings, travellers
from cmc_desk.desk.chase import ageing, chase_list
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.seat_wall import SeatWall, seat_wall
from cmc_desk.desk.travel_facts import travel_facts
from cmc_desk.desk.travel_settings import travel_rules
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_states import Direction, Headline, Standing, Step, Travel, VisaState, Warned
from tests.desk import kingston
from tests.desk.seated import BEFORE, Seated
from tests.meetings import clock_of, local


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Seated]:
    seated = Seated(tmp_path)
    yield seated
    seated.desk.close()


def wall(desk: Desk) -> SeatWall:
    return desk.read(seat_wall, now=desk.clock.now(), texts=NullTranslations())


def test_the_meeting_of_the_template_has_46_financed_seats_and_two_local_ones(tmp_path: Path) -> None:
    desk = kingston.open_desk(tmp_path, now=BEFORE)
    shown = wall(desk)
    desk.close()
    assert (shown.financed, shown.local, len(shown.rows)) == (46, 2, 24)
    assert shown.counts == {Headline.LETTER_AWAITED: 48}
    assert [row.name for row in shown.rows[:3]] == ["Anguilla", "Antigua and Barbuda", "Aruba"]
    assert {row.delegation for row in shown.rows if row.local} == {"JM"}


def test_every_seat_says_in_a_word_where_its_official_stands(at: Seated) -> None:
    at.accepted("HT-1", "anais")
    key = at.nominate("HT-2", "guerda")
    at.do(seats.withdraw, sponsorship=key)
    at.nominate("JM-1", "keisha")
    shown = wall(at.desk)
    assert [row.name for row in shown.rows] == ["Haiti", "Jamaica"]
    found = {seat.seat.key: seat for row in shown.rows for seat in row.seats}
    assert {key: seat.headline for key, seat in found.items()} == {
        "HT-1": Headline.PASSPORT,
        "HT-2": Headline.NO_NOMINEE,
        "JM-1": Headline.LETTER,
        "JM-2": Headline.LETTER_AWAITED,
    }
    assert (found["HT-1"].family_name, found["HT-2"].name) == ("Muster-Żółć", "")
    assert found["HT-1"].step is not None
    assert found["HT-1"].step.why == "No passport is known yet."
    assert found["HT-1"].warnings == (Warned.FOCAL_POINT_PASSED_OVER,)
    assert (shown.blocked, shown.unpaid) == (0, 0)


def test_who_arrives_today_and_who_waits_for_money_is_counted(at: Seated) -> None:
    key = at.accepted("HT-1", "anais")
    with at.desk.store.write() as session:
        session.add(_itinerary(key))
        session.flush()
        session.add(_leg())
    clock_of(at.desk).move_to(local(0, 7))
    shown = wall(at.desk)
    assert shown.unpaid == 0
    (seat,) = (seat for row in shown.rows for seat in row.seats if seat.arrives_today)
    assert (seat.arrives, seat.standing, seat.blocked) == (local(0, 11, 40), Standing.DUE, False)
    at.do(travellers.set_travel, sponsorship=key, to=Travel.ARRIVED)
    shown = wall(at.desk)
    assert shown.unpaid == 1


def _itinerary(sponsorship: str) -> schema.Itinerary:
    return schema.Itinerary(
        id="i",
        sponsorship=sponsorship,
        version=1,
        locator="EXY12Z",
        ticket="",
        name_on_ticket="",
        fare=None,
        currency="",
        hold_until=None,
        issued_at=None,
        at=BEFORE,
    )


def _leg() -> schema.Leg:
    return schema.Leg(
        id="l",
        itinerary="i",
        sequence=1,
        direction=Direction.OUT,
        carrier="AA",
        number="1",
        origin="MIA",
        destination="KIN",
        departs=local(0, 10),
        arrives=local(0, 11, 40),
        surface=False,
        flown_at=None,
        evidence="",
        evidence_digest="",
    )


def test_the_newest_itinerary_is_the_one_that_holds(at: Seated) -> None:
    key = at.accepted("HT-1", "anais")
    with at.desk.store.write() as session:
        for number in (1, 2):
            row = _itinerary(key)
            row.id, row.version, row.locator = f"i{number}", number, f"LOC{number}"
            session.add(row)
            session.flush()
            leg = _leg()
            leg.id, leg.itinerary = f"l{number}", row.id
            session.add(leg)
    found = at.one(key).itinerary
    assert found is not None
    assert (found.version, found.locator, [leg.key for leg in found.legs]) == (2, "LOC2", ["l2"])


def test_the_chase_list_asks_each_delegation_in_its_language_for_what_only_it_can_give(at: Seated) -> None:
    key = at.accepted("HT-1", "anais")
    at.do(travellers.record_visa, sponsorship=key, state=VisaState.REQUIRED)
    found = at.desk.read(chase_list, now=at.desk.clock.now())
    assert [(one.delegation, one.name, one.language) for one in found] == [
        ("HT", "Haïti", "fr"),
        ("JM", "Jamaica", "en"),
    ]
    first, second = found[0].lines
    assert [state.step for state in first.asked] == [Step.PASSPORT, Step.VISA]
    assert [state.step for state in first.ours] == [Step.TICKET, Step.ROOM]
    assert (second.name, [state.step for state in second.asked]) == ("", [Step.LETTER])
    alone = at.desk.read(chase_list, now=at.desk.clock.now(), delegation="JM", language="en")
    assert [one.delegation for one in alone] == ["JM"]
    assert alone[0].lines[0].asked[0].why == "No letter has come yet."


def test_whoever_needs_nothing_is_not_chased(at: Seated) -> None:
    for seat, name in (("JM-1", "keisha"), ("JM-2", "andre")):
        at.accepted(seat, name)
    found = at.desk.read(chase_list, now=at.desk.clock.now())
    assert [one.delegation for one in found] == ["HT"]


def test_a_boarding_pass_is_asked_for_once_its_day_has_come(at: Seated) -> None:
    key = at.accepted("HT-1", "anais")
    at.do(travellers.set_travel, sponsorship=key, to=Travel.ARRIVED)
    asked = [state.step for state in at.desk.read(chase_list, now=at.desk.clock.now())[0].lines[0].asked]
    assert Step.BOARDING_OUT not in asked
    asked = [state.step for state in at.desk.read(chase_list, now=local(1, 18))[0].lines[0].asked]
    assert Step.BOARDING_OUT in asked


def test_what_has_stood_still_for_longest_comes_first(at: Seated) -> None:
    at.do(travel_settings.change_travel_settings, changes={"deadline": date(2019, 11, 20)})
    at.accepted("HT-1", "anais")
    clock_of(at.desk).advance(days=7)
    at.nominate("HT-2", "jose")
    found = at.desk.read(ageing, now=at.desk.clock.now() + timedelta(days=10))
    # Who has come no further than yesterday stands behind who has stood still for weeks.
    assert [(one.shown.seat.key, one.days) for one in found] == [("HT-1", 17), ("HT-2", 10), ("JM-1", 4), ("JM-2", 4)]
    assert [one.shown.seat.key for one in at.desk.read(ageing, now=at.desk.clock.now())] == ["HT-1", "HT-2"]


def test_after_the_deadline_an_empty_seat_blocks(at: Seated) -> None:
    at.do(travel_settings.change_travel_settings, changes={"deadline": date(2019, 11, 15)})
    clock_of(at.desk).advance(days=20)
    assert {seat.standing for row in wall(at.desk).rows for seat in row.seats} == {Standing.BLOCKS}
    assert wall(at.desk).blocked == 4


def test_what_is_settled_is_changed_and_put_back(at: Seated) -> None:
    before = at.desk.read(travel_rules)
    assert (before.arrival_airport, before.hotel, before.passport_months) == ("", "Example Hotel", 6)
    assert (before.begins, before.closes) == (local(0, 8, 30), local(1, 12))
    changes: dict[str, object] = {
        "deadline": date(2019, 11, 15),
        "passport_months": 3,
        "arrival_airport": "kin",
        "hotel": " Sample Inn ",
        "wave_gap": timedelta(minutes=30),
        "vehicle_seats": 20,
        "check_in_lead": timedelta(hours=2),
        "drive": timedelta(minutes=50),
        "cash_currency": "jmd",
        "cash_step": 5_000,
    }
    at.do(travel_settings.change_travel_settings, changes=changes)
    cleaned = changes | {"arrival_airport": "KIN", "hotel": "Sample Inn", "cash_currency": "JMD"}
    assert at.desk.read(travel_rules) == replace(before, **cleaned)  # type: ignore[arg-type] # the fields as they are
    at.desk.undo()
    assert at.desk.read(travel_rules) == before
    at.do(travel_settings.change_travel_settings, changes={"arrival_airport": "", "deadline": None})


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("deadline", "soon"),
        ("passport_months", -1),
        ("passport_months", 25),
        ("arrival_airport", "Kingston"),
        ("wave_gap", 45),
        ("drive", timedelta(days=2)),
        ("vehicle_seats", 0),
        ("vehicle_seats", True),
        ("cash_currency", "dollars"),
        ("cash_step", 0),
    ],
)
def test_what_cannot_be_settled_is_refused_with_its_field(at: Seated, field: str, value: object) -> None:
    with pytest.raises(Refusal) as caught:
        at.do(travel_settings.change_travel_settings, changes={field: value})
    assert caught.value.field == field


def test_a_meeting_without_an_agenda_lasts_for_its_days(at: Seated) -> None:
    with at.desk.store.write() as session:
        for table in (schema.ItemTiming, schema.Item):
            session.query(table).delete()
    rules = at.desk.read(travel_rules)
    assert (rules.begins, rules.closes) == (local(0, 0), local(1, 23, 59))
    assert at.desk.read(travel_facts).seats
