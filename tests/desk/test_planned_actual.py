"""The record says of every item and of every delegation what was planned and what was, and what the delay came from."""

import io
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from cmc_desk.desk import agenda, agenda_plan, floor
from cmc_desk.desk.agenda_out import write_record
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.made_papers import paper_states
from cmc_desk.desk.paper_kinds import paper_kinds
from cmc_desk.desk.planned_actual import PLANNED_ACTUAL_PAPER, gather_planned_actual, planned_record
from cmc_desk.desk.rundown import rundown
from cmc_desk.reports.planned_record import ItemLine, PlannedActual
from cmc_desk.rules.agenda import Act, ItemState
from cmc_desk.rules.agenda_plan import SpeakerCategory
from cmc_desk.rules.papers import Ask, Format, PaperState
from cmc_desk.rules.planned_actual import Cause
from cmc_desk.rules.refusal import Refusal
from tests.desk.first_day import live
from tests.desk.kingston import open_desk
from tests.meetings import DAYS, clock_of, local
from tests.reports.reading import pdf_lines


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(tmp_path)
    live(opened)
    yield opened
    opened.close()


def record(desk: Desk, **asked: object) -> PlannedActual:
    return desk.read(planned_record, **{"now": desk.clock.now(), **asked})  # type: ignore[arg-type] # now or day


def item(found: PlannedActual, key: str) -> ItemLine:
    return next(line for line in found.items if line.key == key)


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


def test_every_item_has_its_planned_and_actual_times_what_it_cost_and_why(desk: Desk) -> None:
    opening = item(record(desk), "opening")
    assert (opening.started, opening.ended, opening.state) == (local(0, 9, 12), local(0, 10, 4), ItemState.DONE)
    assert (opening.length, opening.spent, opening.order) == (minutes(45), minutes(52), 2)
    assert (opening.produced, opening.cumulative, opening.cause) == (minutes(7), minutes(19), Cause.ADDED)
    assert opening.reasons == ("The minister was awaited", "Second address")
    context = item(record(desk), "context")
    assert (context.paused, context.spent) == (minutes(9), minutes(83))
    closing = item(record(desk), "day1-closing")
    assert (closing.started, closing.produced, closing.cause) == (None, None, None)


def test_a_day_says_what_its_delay_was_made_of(desk: Desk) -> None:
    first, second = record(desk).days
    assert (first.started, first.ended) == (local(0, 8, 31), None)
    assert first.delay == item(record(desk), "day1-coffee").cumulative
    causes = dict(first.causes)
    assert causes[Cause.ADDED] == minutes(5)
    assert causes[Cause.PAUSED] == minutes(9)
    assert [abs(amount) for _cause, amount in first.causes] == sorted(map(abs, causes.values()), reverse=True)
    assert (second.started, second.ended, second.delay) == (None, None, None)
    clock_of(desk).move_to(local(0, 15, 50))
    desk.do(agenda.end_item, item="day1-coffee")
    assert record(desk).days[0].ended == local(0, 15, 50)


def test_every_delegation_has_its_minutes_its_order_and_its_overtime(desk: Desk) -> None:
    found = record(desk).delegations
    assert [(one.code, one.order, one.spoken, one.overtime) for one in found[:4]] == [
        ("JM", 1, timedelta(minutes=5, seconds=10), timedelta(seconds=10)),
        ("HT", 2, timedelta(minutes=5, seconds=30), timedelta(seconds=30)),
        ("CU", 3, timedelta(minutes=5, seconds=20), timedelta(seconds=20)),
        ("BB", 4, minutes(5), timedelta()),
    ]
    unhcr = next(one for one in found if one.code == "UNHCR")
    assert (unhcr.written, unhcr.order, unhcr.speeches) == (True, 0, 0)
    assert unhcr.category is SpeakerCategory.ORGANISATION
    assert record(desk).spoken == minutes(21)


def test_of_one_day_only_what_was_said_and_done_that_day(desk: Desk) -> None:
    second = record(desk, day=DAYS[1])
    assert (second.day, second.acts, second.speeches, second.delegations) == (DAYS[1], (), (), ())
    assert {line.day for line in second.items} == {DAYS[1]}
    first = record(desk, day=DAYS[0])
    assert {line.day for line in first.items} == {DAYS[0]}
    assert len(first.speeches) == 4


def test_the_record_of_an_earlier_instant_knows_nothing_of_what_came_later(desk: Desk) -> None:
    early = record(desk, now=local(0, 12, 6))
    assert early.until == local(0, 12, 6)
    assert item(early, "day1-lunch").started is None
    assert item(early, "priorities").state is ItemState.RUNNING
    assert [one.spoken for one in early.speeches if one.started] == [minutes(3)]


def test_while_nothing_runs_the_record_stays_the_same(desk: Desk) -> None:
    desk.do(agenda.end_item, item="day1-coffee")
    before = record(desk)
    assert before.until is None
    clock_of(desk).move_to(local(0, 16, 10))
    assert record(desk) == before


def test_order_is_that_of_all_lists(desk: Desk) -> None:
    from cmc_desk.desk import floor_list, floor_topics

    topic = desk.do(floor_topics.put_topic, title="Other matters")
    clock_of(desk).move_to(local(0, 16, 0))
    entry = desk.do(floor_list.inscribe, topic=topic, delegation="TT")
    desk.do(floor.start_speech, entry=entry)
    found = {one.code: one.order for one in record(desk).delegations}
    assert found["TT"] == 5
    assert record(desk).until is not None


def test_rooms_are_days_of_their_own(desk: Desk) -> None:
    room = desk.do(agenda_plan.put_track, id="", name="Room A")
    desk.do(
        agenda_plan.put_line,
        id="",
        day=DAYS[0],
        starts=local(0, 16, 20),
        ends=local(0, 17, 0),
        title="Drafting",
        kind="discussion",  # type: ignore[arg-type] # as the command line says it
        track=room,
    )
    assert [(one.day, one.room) for one in record(desk).days] == [(DAYS[0], ""), (DAYS[0], "Room A"), (DAYS[1], "")]


def test_it_is_one_of_the_papers_and_out_of_date_when_something_happens(desk: Desk, tmp_path: Path) -> None:
    assert PLANNED_ACTUAL_PAPER in paper_kinds()
    desk.do(agenda.end_item, item="day1-coffee")
    path = write_record(desk, tmp_path / "record.pdf", language="en")
    assert path == tmp_path / "record.pdf"

    def state() -> PaperState:
        states = desk.read(paper_states, now=desk.clock.now(), kinds=[PLANNED_ACTUAL_PAPER])
        return states[0].state

    assert state() is PaperState.CURRENT
    clock_of(desk).move_to(local(0, 16, 15))
    assert state() is PaperState.CURRENT
    desk.do(agenda.next_item)
    assert state() is PaperState.CHANGED
    with pytest.raises(Refusal, match="none of the endings"):
        write_record(desk, tmp_path / "record.csv")
    with pytest.raises(ValueError, match="of an instant"):
        desk.read(gather_planned_actual, ask=Ask())


def test_the_page_says_it_in_words_and_the_workbook_in_figures(desk: Desk, tmp_path: Path) -> None:
    words = pdf_lines(write_record(desk, tmp_path / "record.pdf").read_bytes())
    assert "Planned and actual" in words
    assert "09:12–10:04" in words
    assert "+19" in words
    book = load_workbook(io.BytesIO(write_record(desk, tmp_path / "record.xlsx").read_bytes()))
    assert book.sheetnames == ["Items", "Days", "Delegations", "Speeches", "Record", "About"]
    rows = list(book["Items"].iter_rows(values_only=True))
    headings = [str(cell).replace("\n", " ") for cell in rows[0]]
    opening = next(row for row in rows if row[2] == "Opening Remarks")
    assert opening[headings.index("Took (min)")] == 52
    assert opening[headings.index("Behind (min)")] == 19
    assert opening[headings.index("Of it time added (min)")] == 5
    assert opening[0] is not None
    assert next(book["Record"].iter_rows(min_row=2, values_only=True))[2:] == ("began", None, None, "T. Sample-Reid")


def test_no_two_columns_of_a_sheet_are_called_the_same(desk: Desk, tmp_path: Path) -> None:
    book = load_workbook(io.BytesIO(write_record(desk, tmp_path / "record.xlsx").read_bytes()))
    for name in ("Items", "Days", "Delegations", "Speeches", "Record"):
        heads = [cell.value for cell in book[name][1]]
        assert len(set(heads)) == len(heads), name


def test_why_the_record_was_corrected_is_no_cause_of_a_delay(desk: Desk) -> None:
    began = next(one for one in desk.read(rundown).events if one.item == "opening" and one.act is Act.START)
    desk.do(agenda.correct_event, event=began.key, at=local(0, 9, 11), reason="Pressed late")
    assert item(record(desk), "opening").reasons == ("The minister was awaited", "Second address")


def test_a_day_is_asked_for_as_a_date(desk: Desk) -> None:
    asked = desk.read(gather_planned_actual, ask=Ask(day="2019-12-06", at=desk.clock.now()))
    assert asked.day == date(2019, 12, 6)
    assert set(PLANNED_ACTUAL_PAPER.formats) == {Format.PDF, Format.XLSX}


def test_what_was_cut_on_the_day_is_the_cause_and_the_plan_is_that_of_the_morning(desk: Desk) -> None:
    clock_of(desk).move_to(local(1, 8, 0))
    desk.do(agenda.start_item, item="day1-summary")
    desk.do(agenda_plan.set_lengths, lengths={"plan": 95 * 60}, reason="To make up time")
    clock_of(desk).move_to(local(1, 8, 10))
    desk.do(agenda.start_item, item="plan")
    clock_of(desk).move_to(local(1, 9, 45))
    desk.do(agenda.end_item, item="plan")
    plan = item(record(desk), "plan")
    assert (plan.starts, plan.ends, plan.length) == (local(1, 10, 30), local(1, 12, 15), minutes(105))
    assert (Cause.ADDED, minutes(-10)) in plan.parts
    assert plan.reasons == ("To make up time",)
