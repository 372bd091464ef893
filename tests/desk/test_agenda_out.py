"""The agenda is written for others: calendars, the crew of the hall, spreadsheets."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from cmc_desk.db import schema
from cmc_desk.desk.agenda_out import ENDINGS, write_agenda
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.published import published_agenda
from cmc_desk.rules.refusal import Refusal, Unavailable
from tests.desk.kingston import open_desk
from tests.meetings import MORNING


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(tmp_path)
    yield opened
    opened.close()


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_agenda_of_both_days_is_written_in_every_form(desk: Desk, tmp_path: Path, ending: str) -> None:
    written = write_agenda(desk, tmp_path / f"agenda{ending}")
    assert written.path == tmp_path / f"agenda{ending}"
    assert not written.beside
    assert written.items == len(desk.read(published_agenda).items)
    assert written.path.stat().st_size > 1000


def test_the_calendar_has_the_times_of_the_concept_note(desk: Desk, tmp_path: Path) -> None:
    calendar = Calendar.from_ical(write_agenda(desk, tmp_path / "a.ics").path.read_bytes())
    times = {str(event["SUMMARY"]): event["DTSTART"].to_ical() for event in calendar.walk("VEVENT")}
    assert times["Opening Remarks"] == b"20191205T140000Z"
    assert len(calendar.walk("VEVENT")) == len(desk.read(published_agenda).items)


def test_one_day_alone_is_written(desk: Desk, tmp_path: Path) -> None:
    written = write_agenda(desk, tmp_path / "a.json", day="2019-12-06")
    assert list(json.loads(written.path.read_text("utf-8"))["rundowns"]) == ["2019-12-06"]
    assert load_workbook(
        io.BytesIO(write_agenda(desk, tmp_path / "a.xlsx", day="2019-12-06").path.read_bytes())
    ).sheetnames == ["event schedule"]
    with pytest.raises(Refusal, match="no day of the meeting"):
        write_agenda(desk, tmp_path / "a.ics", day="2019-12-09")


def test_what_cannot_be_written_is_refused_with_what_can(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"not written as “.doc”: end the name in .ics, .xlsx"):
        write_agenda(desk, tmp_path / "a.doc")
    with pytest.raises(Refusal, match="not written as “agenda”"):
        write_agenda(desk, tmp_path / "agenda")
    with pytest.raises(Unavailable):
        write_agenda(desk, tmp_path / "nowhere" / "a.ics")


def test_changes_are_counted_and_what_was_removed_is_told(desk: Desk, tmp_path: Path) -> None:
    day = desk.read(published_agenda).days[1]
    with desk.store.write() as session:
        for key, sequence in (("opening", 4), ("gone", 2)):
            session.add(schema.PlanChange(id=key, day=day, sequence=sequence, changed_at=MORNING))
    calendar = Calendar.from_ical(write_agenda(desk, tmp_path / "a.ics").path.read_bytes())
    found = {str(event["UID"]).partition(".")[0]: event for event in calendar.walk("VEVENT")}
    assert found["opening"]["SEQUENCE"] == 4
    assert found["opening"].decoded("LAST-MODIFIED") == MORNING
    assert str(found["gone"]["STATUS"]) == "CANCELLED"
    first_day = Calendar.from_ical(write_agenda(desk, tmp_path / "b.ics", day="2019-12-05").path.read_bytes())
    assert not any(str(event["UID"]).startswith("gone.") for event in first_day.walk("VEVENT"))
