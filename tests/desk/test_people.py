"""People are found from the first letter, in any order, without accents; the counters equal a naive count."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from cmc_desk.desk import attendance, counters, people, registration
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.people import Filter
from cmc_desk.rules.people import EXPECTED, Person
from tests.meetings import DAYS, PEOPLE, clock_of, enter, local, open_desk

DAY1 = ("day1-registration", "opening", "context")
OTHERS = (
    Person(given_name="Łukasz", family_name="Example-Żółtowski", delegation="AW"),
    Person(given_name="Søren", family_name="Sample-Ørsted", delegation="AW", institution="Weißer Ring"),
    Person(given_name="Thu Hằng", family_name="Specimen Nguyễn", delegation="HT"),
    Person(given_name="", family_name="Muster", delegation="HT", badge_name="Señor Œuvre"),
    Person(given_name="Seán", family_name="Example-O'Brien", delegation="UNHCR", email="sean@example.org"),
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    opened = open_desk(tmp_path_factory.mktemp("people"), people=(*PEOPLE, *OTHERS))
    yield opened
    opened.close()


def names(desk: Desk, text: str, **more: object) -> list[str]:
    found = desk.read(people.find_people, text=text, **more)  # type: ignore[arg-type] # the filters of each test
    assert found.total == len(found.hits)
    return [hit.name for hit in found.hits]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("k", {"Keisha Example-Blake"}),
        ("blake keisha", {"Keisha Example-Blake"}),
        ("KEI BLA", {"Keisha Example-Blake"}),
        ("lukasz", {"Łukasz Example-Żółtowski"}),
        ("zolt", {"Łukasz Example-Żółtowski"}),
        ("żółt", {"Łukasz Example-Żółtowski"}),
        ("orsted", {"Søren Sample-Ørsted"}),
        ("weisser", {"Søren Sample-Ørsted"}),
        ("hang nguyen", {"Thu Hằng Specimen Nguyễn"}),
        ("obrien", {"Seán Example-O'Brien"}),
        ("o'brien", {"Seán Example-O'Brien"}),
        ("oeuvre", {"Muster"}),
        ("valdes", {"José Specimen-Valdés"}),
        ("sean@", {"Seán Example-O'Brien"}),
        ("jamaica", {"Keisha Example-Blake", "Andre Sample-Cox"}),
        ("JM", {"Keisha Example-Blake", "Andre Sample-Cox"}),
        ("jamaïque legal", {"Andre Sample-Cox"}),
        ("refugee", {"Ilse Muster-Croes", "Seán Example-O'Brien"}),
        ("haiti head", {"Anaïs Muster-Żółć"}),
        ("muster haiti", {"Anaïs Muster-Żółć", "Muster"}),
        ("nobody", set()),
        ('" OR 1=1 --', set()),
    ],
)
def test_people_are_found_as_they_are_typed(desk: Desk, text: str, expected: set[str]) -> None:
    assert set(names(desk, text)) == expected


def test_every_person_is_found_by_every_beginning_of_every_part_of_the_name(desk: Desk) -> None:
    for person in (*PEOPLE, *OTHERS):
        for part in (person.given_name, person.family_name):
            for length in range(1, len(part) + 1):
                if part[:length].strip("-' ") == part[:length]:
                    assert person.full_name in names(desk, part[:length]), part[:length]


def test_the_best_hit_stands_first_whoever_was_entered_first(tmp_path: Path) -> None:
    named = (("Zed", "Martin"), ("Carl", "Marston"), ("Jo", "Sample"), ("Adam", "Mar"), ("Mary", "Ann"))
    desk = open_desk(
        tmp_path,
        people=[
            Person(given_name=given, family_name=family, delegation="JM", institution="Mar del Sample")
            for given, family in named
        ],
    )
    expected = ["Adam Mar", "Mary Ann", "Carl Marston", "Zed Martin", "Jo Sample"]
    assert names(desk, "mar") == expected
    assert names(desk, "mar", delegation="JM") == expected
    assert names(desk, "mar", limit=10) == expected
    desk.close()


def test_without_a_word_everybody_stands_in_the_order_of_names(desk: Desk) -> None:
    found = names(desk, "")
    assert len(found) == len(PEOPLE) + len(OTHERS)
    assert found[:2] == ["Keisha Example-Blake", "Seán Example-O'Brien"]
    assert set(names(desk, "", delegation="HT")) == set(names(desk, "haiti"))


def test_a_page_is_a_page_and_the_total_counts_all(desk: Desk) -> None:
    found = desk.read(people.find_people, limit=3)
    assert (len(found.hits), found.total, found.more) == (3, 10, False)


def test_hits_and_codes_come_in_the_order_that_was_asked_for(desk: Desk) -> None:
    ids = [hit.id for hit in desk.read(people.find_people).hits][::-1]
    assert [hit.id for hit in desk.read(people.hits_of, participants=[*ids, "nobody"])] == ids
    assert set(desk.read(people.codes_of, participants=ids)) == set(ids)
    assert len(desk.read(people.names_for_likeness)) == len(ids)


def test_filters_counters_and_lists_agree_with_a_naive_count(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    chance = random.Random(5)  # noqa: S311 - a play, not a secret
    entered = {enter(desk, one).id: one for one in (*PEOPLE, *OTHERS)}
    present: set[str] = set()
    arrived: set[str] = set()
    gone: set[str] = set()
    noted: set[str] = set()
    for one in chance.choices(list(entered), k=60):
        clock_of(desk).advance(seconds=20)
        act = chance.choice(["in", "in", "leave", "withdraw", "note"])
        if act == "in" and one not in gone:
            desk.do(attendance.check_in, participant=one)
            present.add(one)
            arrived.add(one)
        elif act == "leave" and one in present:
            desk.do(attendance.leave, participant=one)
            present.remove(one)
        elif act == "withdraw" and one not in arrived | gone and len(gone) < 3:
            desk.do(registration.withdraw, participant=one)
            gone.add(one)
        elif act == "note":
            desk.do(registration.add_note, participant=one, text="x")
            noted.add(one)
    expected = set(entered) - gone
    lists = {only: {hit.id for hit in desk.read(people.find_people, only=only, day=DAY1).hits} for only in Filter}
    assert lists == {
        Filter.ALL: set(entered),
        Filter.EXPECTED: expected - present,
        Filter.PRESENT: present,
        Filter.NOTES: noted,
    }
    assert present < arrived
    assert desk.read(people.count_people, day=DAY1) == {only: len(found) for only, found in lists.items()}
    for only, found in lists.items():
        narrowed = desk.read(people.find_people, text="muster", only=only, day=DAY1).hits
        assert {hit.id for hit in narrowed} == {one for one in found if "Muster" in entered[one].family_name}
    state = desk.read(counters.desk_state, day=DAYS[0], now=clock_of(desk).now(), scans=1000)
    assert (state.counts.people.present, state.counts.people.expected) == (len(present), len(expected | present))
    for code, tally in state.counts.by_delegation:
        assert tally.present == sum(entered[one].delegation == code for one in present)
        assert tally.expected == sum(entered[one].delegation == code for one in expected | present)
    by_category = dict(state.counts.by_category)
    assert by_category["host"].present == sum(entered[one].delegation == "JM" for one in present)
    assert sum(tally.present for tally in by_category.values()) == len(present)
    assert state.arrivals.curve[-1].count == len(arrived)
    assert sum(slot.count for slot in state.arrivals.slots) == len(arrived)
    assert [scan.at for scan in state.scans] == sorted((scan.at for scan in state.scans), reverse=True)
    assert desk.read(counters.desk_state, day=DAYS[1], now=local(1, 9)).counts.people.present == 0
    desk.close()


def test_the_last_bar_of_the_arrivals_is_the_present_one_however_long_nobody_came(tmp_path: Path) -> None:
    own = open_desk(tmp_path)
    for person in PEOPLE:
        own.do(attendance.check_in, participant=enter(own, person).id, via="name")
    slots = own.read(counters.desk_state, day=DAYS[0], now=local(0, 16, 53)).arrivals.slots
    own.close()
    assert (slots[0].starts, slots[-1].starts) == (local(0, 16), local(0, 16, 50))
    assert [slot.count for slot in slots] == [0] * 11


def test_before_anybody_came_there_are_no_arrivals(desk: Desk) -> None:
    state = desk.read(counters.desk_state, day=DAYS[0], now=clock_of(desk).now())
    assert state.arrivals == counters.Arrivals((), (), 0)
    assert state.scans == ()
    assert state.counts.people.expected == len(PEOPLE) + len(OTHERS)
    assert state.counts.people.present == 0
    assert all(person.status in EXPECTED for person in PEOPLE)


def test_a_card_shows_the_colleagues_with_the_head_first(desk: Desk) -> None:
    (cox,) = desk.read(people.find_people, text="cox").hits
    card = desk.read(people.card, participant=cox.id)
    assert [hit.name for hit in card.members] == ["Keisha Example-Blake"]
    assert card.category == "host"
    (ilse,) = desk.read(people.find_people, text="ilse").hits
    assert desk.read(people.card, participant=ilse.id).category == "observer"
    assert replace(card.person, functional_title="Legal Adviser") == PEOPLE[1]
