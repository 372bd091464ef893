"""What a list that comes in and a workbook that goes out cost."""

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median

from openpyxl import Workbook, load_workbook
from python_calamine import CalamineWorkbook

from cmc_desk.db.connection import connect
from cmc_desk.db.keys import new_data_key
from cmc_desk.desk import attendance
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.importing import import_people, plan, read_list
from cmc_desk.desk.papers import write_attendance
from cmc_desk.rules.import_decisions import changes
from cmc_desk.rules.people import Sensitivity
from tests.bench.crowd import code_of, open_crowd, person
from tests.bench.measure import Row, against, alternately, at_most

_HEADINGS = ("Given name", "Family name", "Delegation", "Functional title", "Institution", "E-mail", "Phone")
_CODES = ("JM", "TT", "BB", "GY", "SR", "HT", "DO", "CU", "AG", "LC")


def imports() -> Iterator[Row]:
    """Reading, dry run and import of a list, against calamine reading it and a bare insert of its cells."""
    # One second for a meeting of a thousand; ten times the people may take ten times as long.
    for number, limit in ((1_000, 1_000.0), (10_000, 10_000.0)):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            people = list_of(folder, number)
            meetings = [open_crowd(_made(folder / str(turn)), 0) for turn in range(6)]
            waiting = iter(meetings)
            ours = partial(_bring_in_next, waiting, people)
            times, least = alternately(ours, partial(_bare, folder, people), runs=5)
            for desk in meetings:
                desk.close()
        yield at_most(f"dry run + import, {number:,} people", median(times), limit, floor=median(least))


def workbook() -> Iterator[Row]:
    """The attendance workbook of 1,000 people and two days, against openpyxl writing the same cells bare."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        desk = open_crowd(folder, 1_000)
        for number in range(0, 1_000, 2):
            desk.do(attendance.check_in, code=code_of(number))
        out = folder / "attendance.xlsx"
        write_attendance(desk, out, limit=Sensitivity.DESK)
        cells = [[list(row) for row in sheet.iter_rows(values_only=True)] for sheet in load_workbook(out)]
        times, least = alternately(
            lambda: write_attendance(desk, out, limit=Sensitivity.DESK),
            lambda: _write_bare(folder / "bare.xlsx", cells),
            runs=5,
        )
        desk.close()
    yield against("attendance workbook, 1,000 people, two days", times, least, most=1.5)


def _bring_in_next(waiting: Iterator[Desk], path: Path) -> None:
    desk = next(waiting)
    planned = plan(desk, read_list(path))
    wanted = changes(planned, {})
    desk.do(import_people, changes=list(wanted), source=path.name, learned={}, columns={})


def _bare(folder: Path, path: Path) -> None:
    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    file = folder / "floor.db"
    file.unlink(missing_ok=True)
    floor = connect(file, new_data_key(), new=True)
    floor.execute("CREATE TABLE floor (a, b, c, d, e, f, g)")
    floor.execute("BEGIN IMMEDIATE")
    floor.executemany("INSERT INTO floor VALUES (?, ?, ?, ?, ?, ?, ?)", rows[1:])
    floor.execute("COMMIT")
    floor.close()


def _write_bare(path: Path, sheets: list[list[list[object]]]) -> None:
    book = Workbook(write_only=True)
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    book.save(path)


def list_of(folder: Path, number: int, *, first: int = 0) -> Path:
    """Write a list of `number` fictional people, counted from `first`, and return the file."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("People")
    sheet.append(_HEADINGS)
    for index in range(number):
        one = person(first + index, list(_CODES))
        sheet.append(
            (
                one.given_name,
                one.family_name,
                one.delegation,
                one.functional_title,
                one.institution,
                one.email,
                one.phone,
            )
        )
    path = folder / "people.xlsx"
    book.save(path)
    return path


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder
