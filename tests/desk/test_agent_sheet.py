"""The agency's list comes in whole or not at all, and is taken back as one act."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from cmc_desk.desk import agent_sheet
from cmc_desk.desk.costs import cost_rows
from cmc_desk.desk.desk import Desk
from cmc_desk.rules.agent_preview import AgentPreview, BookingVerdict, changes_of
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_states import Travel
from tests.desk.journeyed import both, issue, journey_of, open_travel, put, row_of, seated
from tests.meetings import JOSE, clock_of

HEADINGS = "Passenger\tPNR\tFlight\tFrom\tTo\tDate\tDep\tArr\tTicket\tFare\tCurrency\tHold until"
OUT = "BW 415\tPAP\tKIN\t04DEC\t1435\t1540"
BACK = "BW 414\tKIN\tPAP\t07DEC\t0915\t1020"
ANAIS = f"MUSTERZOLC/ANAIS MS\tEXY12Z\t{OUT}\t106-2400000001\t412.51\tUSD"
HELD = f"SPECIMENVALDES/JOSE\tEXY12Z\t{OUT}\t\t400\tUSD\t28NOV 1800"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_travel(tmp_path)
    yield opened
    opened.close()


def preview(desk: Desk, *rows: str) -> AgentPreview:
    sheet = agent_sheet.read_agent_text("\n".join((HEADINGS, *rows)))
    return agent_sheet.preview_agent_sheet(desk, sheet)


def take(desk: Desk, found: AgentPreview) -> agent_sheet.AgentImported:
    return desk.do(agent_sheet.import_agent_sheet, bookings=changes_of(found), source=found.source)


def test_journeys_tickets_and_holds_come_in_as_one_act(desk: Desk) -> None:
    anais, jose = seated(desk), seated(desk, JOSE, number=2)
    found = preview(desk, ANAIS, f"\t\t{BACK}", HELD, f"\t\t{BACK}")
    assert [one.verdict for one in found.bookings] == [BookingVerdict.NEW] * 2
    done = take(desk, found)
    assert (done.written, done.ticketed) == ((anais, jose), (anais,))
    assert (journey_of(desk, anais).ticket, row_of(desk, anais).travel) == ("106-2400000001", Travel.TICKETED)
    held = journey_of(desk, jose)
    assert held.hold_until is not None
    assert (held.hold_until.isoformat(), row_of(desk, jose).travel) == ("2019-11-28T23:00:00+00:00", Travel.HELD)
    assert [row.amounts.committed for row in desk.read(cost_rows, sponsorship=anais)] == [412_51]
    assert desk.undo().about == "pasted text"
    assert [row_of(desk, key).travel for key in (anais, jose)] == [Travel.NONE, Travel.NONE]
    assert desk.read(cost_rows, sponsorship=anais) == ()


def test_the_same_list_again_changes_nothing_and_an_update_only_what_is_other(desk: Desk) -> None:
    anais = seated(desk)
    take(desk, preview(desk, ANAIS, f"\t\t{BACK}"))
    again = preview(desk, ANAIS, f"\t\t{BACK}")
    assert [one.verdict for one in again.bookings] == [BookingVerdict.SAME]
    assert changes_of(again) == []
    later = preview(desk, ANAIS.replace("1540", "1550"), f"\t\t{BACK}")
    assert [field for field, _ours, _theirs in later.bookings[0].differences] == ["legs"]
    take(desk, later)
    now = journey_of(desk, anais)
    assert (now.version, now.legs[0].arrives.minute, now.ticket) == (2, 50, "106-2400000001")


def test_a_new_number_is_a_ticket_issued_anew_and_another_fare_corrects_what_is_committed(desk: Desk) -> None:
    anais = seated(desk)
    put(desk, anais)
    issue(desk, anais)
    cheaper = preview(desk, ANAIS.replace("412.51", "400"), f"\t\t{BACK}")
    take(desk, cheaper)
    assert sum(row.amounts.committed for row in desk.read(cost_rows, sponsorship=anais)) == 400_00
    take(desk, preview(desk, ANAIS.replace("0001", "0002").replace("412.51", "50"), f"\t\t{BACK}"))
    now = journey_of(desk, anais)
    assert (now.version, now.ticket, now.fare) == (2, "106-2400000002", 50_00)
    assert sum(row.amounts.committed for row in desk.read(cost_rows, sponsorship=anais)) == 450_00


def test_a_list_that_was_compared_before_somebody_changed_a_journey_is_refused_whole(desk: Desk) -> None:
    anais, jose = both(desk)
    found = preview(desk, ANAIS.replace("1540", "1550"), HELD.replace("1540", "1550"))
    put(desk, jose)
    with pytest.raises(Refusal, match=r"row 3: Somebody else has changed this journey"):
        take(desk, found)
    assert journey_of(desk, anais).version == 1


def test_no_ticket_before_the_acceptance_not_even_from_a_list(desk: Desk) -> None:
    seated(desk, accepted=False)
    (one,) = preview(desk, ANAIS).bookings
    assert one.verdict is BookingVerdict.ERROR
    assert "before the funding is confirmed" in one.problems[0].sentence


def test_the_list_of_another_meeting_is_refused_in_one_sentence(desk: Desk) -> None:
    seated(desk)
    with pytest.raises(Refusal, match="it is the list of another one"):
        preview(desk, f"SAMPLE/NOBODY\tOTHER1\t{OUT}")


def test_where_the_meeting_takes_place_tells_which_flights_lead_home(desk: Desk) -> None:
    seated(desk)
    found = preview(desk, ANAIS, f"\t\t{BACK}")
    assert found.bookings[0].change is not None
    assert [leg.direction.value for leg in found.bookings[0].change.legs] == ["out", "back"]


def test_a_workbook_is_read_like_pasted_text(desk: Desk, tmp_path: Path) -> None:
    anais = seated(desk)
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Itineraries of the agency"])
    for row in (HEADINGS, ANAIS, f"\t\t{BACK}"):
        sheet.append(row.split("\t"))
    book.save(tmp_path / "list.xlsx")
    found = agent_sheet.preview_agent_sheet(desk, agent_sheet.read_agent_sheet(tmp_path / "list.xlsx"))
    assert (found.source, found.bookings[0].where) == ("list.xlsx", "row 3")
    take(desk, found)
    assert journey_of(desk, anais).legs[1].number == "414"


def test_a_hold_that_is_over_is_told_with_its_row(desk: Desk) -> None:
    seated(desk, JOSE)
    found = preview(desk, HELD, f"\t\t{BACK}")
    over = preview(desk, HELD.replace("28NOV", "19NOV"), f"\t\t{BACK}")
    (problem,) = over.bookings[0].problems
    assert (problem.cell, "which is over: ask the agency" in problem.sentence) == ("row 2", True)
    assert changes_of(over) == []
    # What was looked at in time and is taken later is refused as a whole, with its row.
    clock_of(desk).move_to(datetime(2019, 11, 30, tzinfo=UTC))
    with pytest.raises(Refusal, match="row 2: This hold would be over already"):
        take(desk, found)


def test_a_locator_alone_is_written_without_a_new_version(desk: Desk) -> None:
    anais = seated(desk)
    put(desk, anais)
    found = preview(desk, "MUSTERZOLC/ANAIS MS\tNEW123")
    take(desk, found)
    now = journey_of(desk, anais)
    assert (now.version, now.locator, now.name_on_ticket) == (1, "NEW123", "MUSTERZOLC/ANAIS MS")
