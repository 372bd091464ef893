"""Lists for drivers, hotels, agencies and delegations: what each of them has to know, and nothing else."""

import io
from dataclasses import replace
from datetime import date

import pytest
from openpyxl import load_workbook

from cmc_desk.exchange.agent_sheet import read_agent_sheet
from cmc_desk.reports.agent_list import AgentList
from cmc_desk.reports.chase_list import ChaseList
from cmc_desk.reports.cost_facts import TravelCosts
from cmc_desk.reports.icon_drawing import draw_icon
from cmc_desk.reports.name_boards import boards_of
from cmc_desk.reports.rooming import HotelRooms, Rooming
from cmc_desk.reports.seat_drawing import LOOKS
from cmc_desk.reports.transport import Transport, Transports
from cmc_desk.rules.papers import Format
from cmc_desk.rules.travel_states import Direction, Headline
from tests.reports.golden_travel import paper
from tests.reports.read_pdf import page_count, page_sizes, words_on
from tests.reports.travel_case import (
    FIRST,
    OFFICIALS,
    THIRD,
    agent_list,
    chase,
    costs,
    guest,
    rider,
    rooming,
    transports,
    wall,
)

NOBODY = Transports("", Transport(Direction.OUT, FIRST, ()), Transport(Direction.BACK, FIRST, ()))


def said(name: str, content: object = None) -> str:
    return " ".join(word.text for word in words_on(paper(name, content=content)))


def cells(name: str, content: object, sheet: str) -> list[tuple[object, ...]]:
    book = load_workbook(io.BytesIO(paper(name, Format.XLSX, content)))
    return list(book[sheet].iter_rows(values_only=True))


def test_the_manifest_says_since_which_version_what_has_changed() -> None:
    words = said("manifest")
    assert "Version 3. It takes the place of version 2, which went to Example Hotel on 2019-12-02 10:12." in words
    assert "Time of the flight: 2019-12-04 19:05 instead of 2019-12-04 15:40; Late arrival: yes instead of no" in words
    unchanged = said("manifest", transports(*OFFICIALS, version=replace(THIRD, differences=())))
    assert "Nothing has changed since." in unchanged
    rows = cells("manifest", transports(*OFFICIALS, version=THIRD), "Arrivals, differences")
    assert [row[:3] for row in rows[1:]] == [
        ("new", "Andre Sample-Cox", None),
        ("changed", "Keisha Example-Blake", "Time of the flight"),
        ("changed", "Keisha Example-Blake", "Late arrival"),
        ("taken off", "José Specimen-Valdés", None),
    ]


@pytest.mark.parametrize("name", ["manifest", "driver-sheets", "name-boards"])
def test_a_meeting_without_flights_says_so(name: str) -> None:
    assert "No flight is known yet." in said(name, NOBODY)


def test_each_vehicle_has_a_driver_sheet_in_the_order_in_which_they_set_out() -> None:
    content = transports(*OFFICIALS)
    assert page_count(paper("driver-sheets", content=content)) == 5
    words = said("driver-sheets", content)
    assert words.index("Arrivals, wave 2") < words.index("Arrivals, wave 9") < words.index("Departures, wave 1")
    assert "From KIN Kingston to Example Hotel" in words
    assert "From Hotel to KIN Kingston" in said("driver-sheets", replace(content, hotel=""))
    assert "This is not the usual airport of the meeting." in words


def test_a_board_has_at_most_five_names_and_a_vehicle_as_few_boards_as_that_takes() -> None:
    assert [len(board) for board in boards_of([rider(f"Robin {n}") for n in range(12)])] == [4, 4, 4]
    assert [len(board) for board in boards_of([rider("Robin")] * 6)] == [3, 3]
    assert boards_of([]) == []


def test_a_hotel_is_told_no_phones_and_only_of_its_own_guests() -> None:
    content = Rooming(
        (
            HotelRooms("Example Hotel", THIRD, (guest("Keisha Example-Blake"),)),
            HotelRooms("Sample Inn", FIRST, (guest("Andre Sample-Cox", hotel="Sample Inn"),)),
        )
    )
    data = paper("rooming", content=content)
    assert page_count(data) == 2
    second = " ".join(word.text for word in words_on(data) if word.page == 2)
    assert "Andre Sample-Cox" in second
    assert "Keisha" not in second
    assert "555" not in said("rooming")


def test_a_hotel_reads_how_many_rooms_and_breakfasts_it_has_to_have() -> None:
    rows = cells("rooming", rooming(*OFFICIALS), "Rooms by night")
    assert next((row[1].date(), *row[2:]) for row in rows[1:]) == (date(2019, 12, 4), 4, 3)  # type: ignore[attr-defined]
    assert "1 late arrival: please keep the room" in said("rooming")


def test_a_hotel_that_was_given_up_is_told_what_was_taken_off() -> None:
    words = said("rooming", Rooming((HotelRooms("Sample Inn", THIRD, ()),)))
    assert "taken off" in words
    assert "Rooms by night" not in words
    assert "No room is booked yet." in said("rooming", Rooming(()))


@pytest.mark.parametrize(
    ("delegations", "size"), [(1, (297, 210)), (23, (297, 210)), (60, (297, 210)), (200, (420, 297))]
)
def test_the_wall_is_one_page_however_many_seats_there_are(delegations: int, size: tuple[int, int]) -> None:
    data = paper("seat-wall", content=wall(delegations))
    assert page_count(data) == 1
    assert page_sizes(data) == {size}
    names = [word.text for word in words_on(data)]
    assert len([name for name in names if name.startswith(("Delegation ", "Saint"))]) == delegations


def test_the_wall_of_a_meeting_without_seats_says_so_and_every_state_has_a_look() -> None:
    assert "No seat is financed yet." in said("seat-wall", wall(0))
    assert set(LOOKS) == set(Headline)


class Sheet:
    """As much of a canvas as an icon needs."""

    def __init__(self) -> None:
        self._code: list[str] = []


@pytest.mark.parametrize("name", sorted({look.icon for look in LOOKS.values()} | {"plane"}))
def test_every_icon_of_the_wall_is_drawn_within_its_square(name: str) -> None:
    sheet = Sheet()
    draw_icon(sheet, name, 0, 0, 24)
    (path,) = sheet._code
    assert path.endswith("S Q")
    numbers = [
        float(part) for part in path.partition("cm")[2].split() if part.replace(".", "").replace("-", "").isdigit()
    ]
    assert all(-1 <= number <= 25 for number in numbers)


def test_the_chase_list_says_how_long_it_has_been_who_sees_to_it_and_what_has_not_moved() -> None:
    words = said("chase-list")
    assert "blocks travel: 1 · due now: 2 · open: 3" in words
    assert "1 day late" in words
    assert "in 6 days" in words
    assert "due now; the travel desk sees to it" in words
    rows = cells("chase-list", chase("Nadège Example-Pierre"), "What is missing")
    assert [(row[5], row[8]) for row in rows[1:4]] == [("Delegation", -1), ("Delegation", 6), ("Travel desk", 0)]
    stuck = cells("chase-list", chase("Nadège Example-Pierre"), "Nothing has moved")
    assert [(row[2], row[5]) for row in stuck[1:]] == [("Nadège Example-Pierre", 25), ("nobody named yet", 18)]


def test_the_list_of_one_delegation_has_nothing_of_others_and_an_empty_one_says_so() -> None:
    words = said("chase-list", chase("Nadège Example-Pierre", alone=True))
    assert "Cuba" not in words
    assert "Nothing has moved for longest" not in words
    assert "Nothing is missing." in said("chase-list", ChaseList(date(2019, 12, 3), ()))


def test_the_costs_say_what_is_left_what_is_exceeded_and_what_is_in_no_sum() -> None:
    words = said("travel-costs").replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")
    assert "Left: USD 2 749.25" in words
    assert "Exceeded by USD 1 340.00" in words
    assert "In no sum, because no rate of exchange is entered: HTG." in words
    assert "Spent on officials who did not come or were replaced" in words
    assert cells("travel-costs", costs(), "Budget")[2][7:9] == (20_000, -1_340)
    empty = TravelCosts(date(2019, 12, 1), (), (), ())
    assert "No agency finances seats of this meeting." in said("travel-costs", empty)


def test_the_agencys_list_can_be_read_as_it_is_when_it_comes_back(tmp_path: object) -> None:
    file = tmp_path / "agency.xlsx"  # type: ignore[operator]
    file.write_bytes(paper("agent-list", Format.XLSX, agent_list()))
    rows = read_agent_sheet(file).rows
    assert [(row.text("name"), row.text("flight"), row.text("direction")) for row in rows] == [
        ("EXAMPLE PIERRE NADEGE", "AA 2380", "Outbound"),
        ("EXAMPLE PIERRE NADEGE", "AA 1519", "Outbound"),
        ("EXAMPLE PIERRE NADEGE", "BW 33", "Return"),
        ("Andre Sample-Cox", "", "Outbound"),
        ("Andre Sample-Cox", "", "Return"),
    ]
    assert "4321" not in str(rows)


def test_an_agency_is_told_of_a_delegation_whose_airport_nobody_knows() -> None:
    content = agent_list()
    unknown = replace(content.bookings[1], origin="")
    rows = cells("agent-list", AgentList("KIN", content.begins, content.closes, (unknown,)), "Flights")
    assert [(row[6], row[7]) for row in rows[1:]] == [(None, "KIN"), ("KIN", None)]
