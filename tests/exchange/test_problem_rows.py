"""The rows that are left out go back as a list that can be corrected and imported."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from openpyxl import load_workbook

from cmc_desk.exchange.problem_rows import problem_rows
from cmc_desk.exchange.tables import read_tables
from cmc_desk.rules.import_decisions import left_out
from tests.rules.imported import planned, table

MADE = datetime(2019, 12, 2, 10, 14, tzinfo=ZoneInfo("America/Jamaica"))
PLAN = planned(
    table(
        "Name | Country | E-mail | Tel.",
        "Ana Sample | Cuba | ana@example.org | +53 1",
        "Perry Sample | Grenadines | perry.example.org | =1+1",
        "Anna Sample | Cuba | | 007",
        first_column=3,
    )
)


def saved(path: Path) -> Path:
    content = problem_rows(PLAN, left_out(PLAN, {}), meeting="CMC Preparatory Meeting", made=MADE, language="en")
    path.write_bytes(content)
    return path


def test_every_row_stands_there_as_it_came_with_what_to_correct(tmp_path: Path) -> None:
    sheet = load_workbook(saved(tmp_path / "left out.xlsx")).worksheets[0]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["Row in the list", "Where", "What to correct", "Name", "Country", "E-mail", "Tel."],
        [
            "3",
            "D3, E3",
            "Which delegation is “Grenadines”? Perhaps Saint Vincent and the Grenadines. The e-mail address has no @.",
            *("Perry Sample", "Grenadines", "perry.example.org", "=1+1"),
        ],
        ["4", None, "Like row 2.", "Anna Sample", "Cuba", None, "007"],
    ]
    assert sheet["G2"].data_type == "s"
    assert (sheet.freeze_panes, sheet.print_title_rows, sheet.auto_filter.ref) == ("A2", "$1:$1", "A1:G3")


def test_the_corrected_list_can_be_imported_as_it_is(tmp_path: Path) -> None:
    found = read_tables(saved(tmp_path / "left out.xlsx"))[0]
    again = planned(found)
    assert again.mapping.targets == ("", "", "", "full_name", "delegation", "email", "phone")
    assert [row.person.full_name for row in again.rows] == ["Perry Sample", "Anna Sample"]
    assert again.rows[1].person.phone == "007"


def test_the_workbook_says_what_it_is_and_when_it_was_made(tmp_path: Path) -> None:
    workbook = load_workbook(saved(tmp_path / "left out.xlsx"))
    about = {row[0].value: row[1].value for row in workbook["About"].iter_rows(min_row=2)}
    assert about == {
        "What it is": "Rows of a list of participants that were not imported",
        "List": "list.xlsx · List",
        "Meeting": "CMC Preparatory Meeting",
        "Made": "2019-12-02 10:14 EST",
    }
    assert workbook.properties.created == MADE.replace(tzinfo=None)
