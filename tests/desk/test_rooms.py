"""Rooms follow the journeys, and the hotel is told what has changed since it was told before."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from cmc_desk.db import schema
from cmc_desk.desk import manifest, rooms
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.sent_lists import sent_versions
from cmc_desk.desk.travellers import record_passport, set_travel
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.sent_lists import ListKind, What
from cmc_desk.rules.travel_states import Direction, Travel
from tests.desk.journeyed import HOME, THERE, at, book, both, leg, night, nights, open_travel, put, row_of, seated

LATE = leg("600", "PAP", "KIN", at(4, 23, 20), at(5, 0, 35))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_travel(tmp_path)
    yield opened
    opened.close()


def test_the_nights_follow_from_the_flights(desk: Desk) -> None:
    key = seated(desk)
    with pytest.raises(Refusal, match="flights there and back"):
        book(desk, key)
    put(desk, key, (LATE, HOME))
    assert nights(desk, key) == [4, 5, 6]
    book(desk, key)
    (stay,) = desk.read(rooms.rooming_list).rows
    assert (stay.stay.hotel, stay.stay.check_in, stay.stay.nights, stay.stay.breakfast) == (
        "Example Hotel",
        date(2019, 12, 4),
        3,
        True,
    )
    assert stay.late


def test_a_journey_that_moves_takes_its_nights_along(desk: Desk) -> None:
    key = seated(desk)
    put(desk, key)
    book(desk, key)
    put(desk, key, (THERE, replace(HOME, departs=at(8, 9), arrives=at(8, 10))))
    assert nights(desk, key) == [4, 5, 6, 7]
    desk.undo()
    assert len(desk.read(rooms.rooming_list).rows[0].stay.check_out.isoformat()) == 10
    assert nights(desk, key) == [4, 5, 6]


def test_a_night_of_the_stay_without_a_room_is_refused_by_its_date(desk: Desk) -> None:
    key = seated(desk)
    put(desk, key)
    with pytest.raises(Refusal, match="a room in the night of 2019-12-05 too"):
        desk.do(rooms.put_nights, sponsorship=key, nights=[night(4), night(6)])
    desk.do(rooms.put_nights, sponsorship=key, nights=[night(3), night(4), night(5, room="suite"), night(6)])
    assert [row.stay.room for row in desk.read(rooms.rooming_list).rows] == ["single", "suite", "single"]


def test_whoever_sees_to_the_bed_themselves_may_have_single_nights(desk: Desk) -> None:
    key = seated(desk)
    put(desk, key)
    desk.do(set_travel, sponsorship=key, to=Travel.SELF_ARRANGED)
    desk.do(rooms.put_nights, sponsorship=key, nights=[night(5)])
    assert desk.read(rooms.rooming_list).without_room == ()


def test_a_room_can_be_given_up_and_is_then_missing(desk: Desk) -> None:
    key = seated(desk)
    put(desk, key)
    book(desk, key)
    desk.do(rooms.put_nights, sponsorship=key, nights=[])
    found = desk.read(rooms.rooming_list)
    assert (found.rows, [len(one.nights) for one in found.without_room]) == ((), [3])


def test_nights_that_make_no_sense_are_refused(desk: Desk) -> None:
    key = seated(desk)
    for wrong in (
        [night(4), night(4)],
        [replace(night(4), hotel=" ")],
        [night(1 + number % 28) for number in range(61)],
        [replace(night(4), date=date.fromordinal(737_000 + number)) for number in range(61)],
    ):
        with pytest.raises(Refusal):
            desk.do(rooms.put_nights, sponsorship=key, nights=wrong)
    seen = row_of(desk, key).version
    desk.do(rooms.put_nights, sponsorship=key, nights=[night(4)])
    with pytest.raises(Refusal, match="has changed"):
        desk.do(rooms.put_nights, sponsorship=key, nights=[night(5)], version=seen)


def test_usual_nights_are_only_for_whoever_holds_a_seat(desk: Desk) -> None:
    with pytest.raises(Refusal, match="holds no seat"):
        desk.read(rooms.usual_nights, sponsorship="nobody")


def test_the_next_list_says_what_has_changed_since_the_one_before(desk: Desk) -> None:
    anais, jose = both(desk)
    book(desk, anais)
    assert desk.read(rooms.rooming_list).version == 1
    assert desk.do(manifest.send_list, kind=ListKind.ROOMING, recipient="Example Hotel") == 1
    book(desk, jose)
    put(desk, anais, (LATE, HOME))
    found = desk.read(rooms.rooming_list)
    assert (found.version, found.sent.recipient if found.sent else "") == (2, "Example Hotel")
    changes = {one.name: one for one in found.differences}
    assert changes["José Specimen-Valdés"].what is What.NEW
    assert changes["Anaïs Muster-Żółć"].fields == (
        ("flight", "BW 415", "BW 600"),
        ("arrives", "2019-12-04 15:40", "2019-12-05 00:35"),
        ("late", "no", "yes"),
    )
    assert desk.do(manifest.send_list, kind=ListKind.ROOMING, recipient="Example Hotel") == 2
    assert desk.read(rooms.rooming_list).differences == ()
    assert [sent.version for sent in desk.read(sent_versions, kind=ListKind.ROOMING)] == [2, 1]


def test_manifests_have_versions_of_their_own(desk: Desk) -> None:
    anais, _jose = both(desk)
    arrivals = desk.read(manifest.manifest_list, direction=Direction.OUT)
    assert (arrivals.version, arrivals.manifest.people, arrivals.differences) == (1, 2, ())
    assert desk.do(manifest.send_list, kind=ListKind.ARRIVALS, recipient="Driver") == 1
    put(desk, anais, (LATE, HOME))
    (change,) = desk.read(manifest.manifest_list, direction=Direction.OUT).differences
    assert change.fields[0] == ("flight", "BW 415", "BW 600")
    departures = desk.read(manifest.manifest_list, direction=Direction.BACK)
    assert (departures.version, departures.sent) == (1, None)


def test_what_is_sent_needs_somebody_on_it_and_somebody_who_gets_it(desk: Desk) -> None:
    with pytest.raises(Refusal, match="Nobody is on this list yet"):
        desk.do(manifest.send_list, kind=ListKind.DEPARTURES, recipient="Driver")
    with pytest.raises(Refusal, match="To whom"):
        desk.do(manifest.send_list, kind=ListKind.ROOMING, recipient=" ")


def test_no_list_has_a_passport_number(desk: Desk) -> None:
    anais, jose = both(desk)
    book(desk, anais, jose)
    with desk.store.read() as session:
        participant = session.get_one(schema.Sponsorship, anais).participant
    desk.do(record_passport, participant=participant, issuer="HTI", number="HT1234567", expires=date(2024, 1, 1))
    for kind in ListKind:
        desk.do(manifest.send_list, kind=kind, recipient="Somebody")
    with desk.store.read() as session:
        kept = [json.dumps(rows) for rows in session.scalars(select(schema.SentList.rows))]
    assert len(kept) == 3
    assert [text for text in kept if "1234567" in text or "4567" in text or "HTI" in text] == []
