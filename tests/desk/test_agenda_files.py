"""An agenda goes out and comes back, and what others send is written as one act that can be taken back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from cmc_desk.desk import agenda, agenda_plan
from cmc_desk.desk.agenda_files import import_agenda, plan_agenda_import, write_agenda
from cmc_desk.desk.attendance import check_in
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.published import published_agenda
from cmc_desk.desk.registration import register
from cmc_desk.rules.agenda_dry_run import AgendaDryRun, LineVerdict
from cmc_desk.rules.agenda_import import changes_of, removable
from cmc_desk.rules.agenda_plan import EndKind, Importance, StartKind
from cmc_desk.rules.meeting import ItemKind, ItemPlan, SpeakerPlan
from cmc_desk.rules.people import Person
from cmc_desk.rules.refusal import Refusal, Unavailable
from tests.desk.kingston import open_desk

FORMS = (".xlsx", ".json", ".csv")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(tmp_path)
    yield opened
    opened.close()


def items(desk: Desk) -> dict[str, ItemPlan]:
    return {item.key: item for item in desk.read(published_agenda).items}


def take(desk: Desk, run: AgendaDryRun, *, remove: bool = False) -> None:
    desk.do(import_agenda, lines=changes_of(run), remove=removable(run) if remove else [], source=run.file)


def verdicts(run: AgendaDryRun) -> dict[str, LineVerdict]:
    return {line.title: line.verdict for line in run.lines}


def elaborate(desk: Desk) -> None:
    """Give the agenda everything that a plan can say."""
    room = desk.do(agenda_plan.put_track, id="", name="Room A: drafting", place="Second floor")
    found = items(desk)
    principles = found["principles"]
    put(
        desk,
        replace(
            principles,
            key="",
            title="=Drafting | group; a \\ test",
            track=room,
            end_kind=EndKind.FIXED,
            start_kind=StartKind.FIXED,
            not_after=principles.starts + timedelta(minutes=10),
            importance=Importance.MOST,
            minimum=timedelta(minutes=20),
            remark="Bring “flip charts”; two",
            points=("First; and | more", "Second"),
            speakers=(SpeakerPlan("A. Example", "Director; acting", "IOM", "Second"), SpeakerPlan("B. Sample")),
        ),
    )
    night = found["day1-closing"]
    put(
        desk,
        replace(
            night,
            key="",
            title="Dinner",
            kind=ItemKind.LUNCH,
            starts=night.starts.replace(hour=22, minute=0),
            ends=night.starts.replace(hour=23) + timedelta(hours=2, minutes=15),
        ),
    )


def put(desk: Desk, plan: ItemPlan) -> str:
    return desk.do(
        agenda_plan.put_line,
        id=plan.key,
        day=plan.day,
        starts=plan.starts,
        ends=plan.ends,
        title=plan.title,
        kind=plan.kind,
        attendance=plan.attendance,
        points=plan.points,
        speakers=plan.speakers,
        documents=plan.documents,
        track=plan.track,
        minimum=None if plan.minimum is None else int(plan.minimum.total_seconds()),
        start_kind=plan.start_kind,
        not_after=plan.not_after,
        end_kind=plan.end_kind,
        importance=plan.importance,
        topic=plan.topic,
        remark=plan.remark,
    )


@pytest.mark.parametrize("ending", FORMS)
def test_what_we_write_is_read_back_with_nothing_changed(desk: Desk, tmp_path: Path, ending: str) -> None:
    elaborate(desk)
    run = plan_agenda_import(desk, write_agenda(desk, tmp_path / f"agenda{ending}").path)
    assert [line for line in run.lines if line.verdict is not LineVerdict.UNCHANGED] == []
    assert len(run.lines) == len(items(desk))
    assert run.gone == ()


@pytest.mark.parametrize("ending", FORMS)
def test_an_agenda_that_was_written_founds_the_same_one_in_another_meeting(
    desk: Desk, tmp_path: Path, ending: str
) -> None:
    elaborate(desk)
    written = write_agenda(desk, tmp_path / f"agenda{ending}").path
    (tmp_path / "other").mkdir()
    other = open_desk(tmp_path / "other")
    other.do(agenda_plan.put_track, id="", name="Room A: drafting", place="Second floor")
    kept = {"day1-registration", "day2-registration"}
    for key, item in sorted(items(other).items(), key=lambda pair: pair[1].starts, reverse=True):
        if key not in kept:
            other.do(agenda_plan.remove_line, id=item.key)
    take(other, plan_agenda_import(other, written))
    assert {key: replace(item, continues="", attendance=False) for key, item in items(other).items()} == {
        key: replace(item, continues="", attendance=False) for key, item in items(desk).items()
    }
    other.close()


def test_our_own_file_of_the_meeting_is_unchanged_too(desk: Desk) -> None:
    from cmc_desk.exchange.meeting_file import template_path

    run = plan_agenda_import(desk, template_path("cmc-2019"))
    assert {line.verdict for line in run.lines} == {LineVerdict.UNCHANGED}
    assert run.gone == ()


def test_what_was_changed_in_the_workbook_is_told_with_before_and_after(desk: Desk, tmp_path: Path) -> None:
    path = write_agenda(desk, tmp_path / "agenda.xlsx").path
    book = load_workbook(path)
    sheet = book["event schedule"]
    headings = [cell.value for cell in sheet[1]]
    row = next(number for number in range(2, 20) if sheet.cell(number, 4).value == "Lunch")
    sheet.cell(row, headings.index("Time Start") + 1).value = time(12, 45)
    sheet.cell(row, headings.index("Title") + 1).value = "Lunch at the terrace"
    sheet.append(
        ["", False, "", "Group photograph", "", time(17, 45), time(18, 0), None, False, False, "", "count-down"]
    )
    sheet.delete_rows(3)
    book.save(path)
    before = items(desk)
    run = plan_agenda_import(desk, path)
    changed = next(line for line in run.lines if line.verdict is LineVerdict.CHANGED)
    assert [(one.field, one.ours, one.theirs) for one in changed.differs] == [
        ("title", "Lunch", "Lunch at the terrace"),
        ("starts", before["day1-lunch"].starts, before["day1-lunch"].starts.replace(hour=12, minute=45)),
    ]
    assert run.count(LineVerdict.NEW) == 1
    assert verdicts(run)["Group photograph"] is LineVerdict.NEW
    assert [gone.item.key for gone in run.gone] == ["opening"]
    take(desk, run)
    after = items(desk)
    assert after["day1-lunch"].title == "Lunch at the terrace"
    assert after["opening"] == before["opening"]
    assert len(after) == len(before) + 1
    photo = next(item for item in after.values() if item.title == "Group photograph")
    assert photo.kind is ItemKind.PHOTO
    desk.undo()
    assert items(desk) == before


def test_what_the_file_no_longer_has_goes_only_if_it_is_said(desk: Desk, tmp_path: Path) -> None:
    path = write_agenda(desk, tmp_path / "agenda.csv").path
    lines = path.read_text("utf-8-sig").splitlines()
    path.write_text("\n".join(line for line in lines if not line.startswith(("photo,", "context,"))), "utf-8")
    before = items(desk)
    run = plan_agenda_import(desk, path)
    assert [(gone.item.key, gone.stays) for gone in run.gone] == [("photo", ""), ("context", "")]
    take(desk, run, remove=True)
    assert before.keys() - items(desk).keys() == {"photo", "context"}
    desk.undo()
    assert items(desk) == before


def test_nothing_that_was_recorded_is_lost(desk: Desk, tmp_path: Path) -> None:
    person = desk.do(register, person=Person(given_name="Ana", family_name="Sample-Cox", delegation="JM"))
    desk.do(check_in, participant=person.id, session="day1-registration")
    desk.do(agenda.start_item, item="opening")
    path = write_agenda(desk, tmp_path / "agenda.csv").path
    text = path.read_text("utf-8-sig")
    gone = [line for line in text.splitlines() if not line.startswith(("day1-registration,", "priorities,"))]
    path.write_text(
        "\n".join(gone).replace("opening,2019-12-05,09:00,09:45", "opening,2019-12-05,09:05,09:50"), "utf-8"
    )
    run = plan_agenda_import(desk, path)
    assert {gone.item.key: bool(gone.stays) for gone in run.gone} == {"day1-registration": True, "priorities": True}
    assert removable(run) == []
    opening = next(line for line in run.lines if line.item == "opening")
    assert opening.verdict is LineVerdict.UNCHANGED
    assert [(one.field, one.kept) for one in opening.differs] == [("starts", True), ("ends", True)]
    with pytest.raises(Refusal, match="it stays"):
        desk.do(import_agenda, lines=[], remove=["day1-registration"], source="agenda.csv")


def test_a_line_that_cannot_be_right_is_refused_with_its_place_and_nothing_is_written(
    desk: Desk, tmp_path: Path
) -> None:
    path = write_agenda(desk, tmp_path / "agenda.csv").path
    path.write_text(path.read_text("utf-8-sig").replace("Opening Remarks", "Welcome"), "utf-8")
    before = items(desk)
    lines = changes_of(plan_agenda_import(desk, path))
    assert [line.fields for line in lines] == [("title",)]
    with pytest.raises(Refusal, match=r"^row 3: Type what happens then\."):
        desk.do(
            import_agenda,
            lines=[replace(line, plan=replace(line.plan, title=" ")) for line in lines],
            remove=[],
            source="agenda.csv",
        )
    desk.do(agenda_plan.remove_line, id="opening")
    with pytest.raises(Refusal, match="removed by somebody else"):
        desk.do(import_agenda, lines=lines, remove=[], source="agenda.csv")
    assert before.keys() - items(desk).keys() == {"opening"}


def test_what_somebody_else_changed_meanwhile_stays(desk: Desk, tmp_path: Path) -> None:
    path = write_agenda(desk, tmp_path / "agenda.csv").path
    path.write_text(path.read_text("utf-8-sig").replace("Opening Remarks", "Welcome"), "utf-8")
    run = plan_agenda_import(desk, path)
    put(desk, replace(items(desk)["opening"], remark="Two flags"))
    take(desk, run)
    assert items(desk)["opening"].title == "Welcome"
    assert items(desk)["opening"].remark == "Two flags"


def test_lines_without_day_and_time_go_where_they_are_told(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "agenda.csv"
    path.write_text("Title,Text,Duration\nBudget of the forum,<p>With &amp; without</p>,45\nElections,,90\n", "utf-8")
    run = plan_agenda_import(desk, path, day=date(2019, 12, 6), begins=timedelta(hours=18))
    first, second = (line.plan for line in run.lines)
    assert first is not None
    assert second is not None
    assert (first.day, f"{first.starts:%H:%M}", first.remark) == (date(2019, 12, 6), "18:00", "With & without")
    assert (f"{second.starts:%H:%M}", f"{second.ends:%H:%M}") == ("18:45", "20:15")
    take(desk, run)
    assert {"Budget of the forum", "Elections"} <= {item.title for item in items(desk).values()}
    with pytest.raises(Refusal, match="no day of the meeting"):
        plan_agenda_import(desk, path, day=date(2019, 12, 9))


@pytest.mark.parametrize("name", ["a.csv", "a.json", "a.toml"])
def test_a_file_that_is_not_there_is_refused(desk: Desk, tmp_path: Path, name: str) -> None:
    with pytest.raises(Refusal, match="There is no file"):
        plan_agenda_import(desk, tmp_path / name)
    (tmp_path / "folder.json").mkdir()
    with pytest.raises((Refusal, Unavailable)):
        plan_agenda_import(desk, tmp_path / "folder.json")
