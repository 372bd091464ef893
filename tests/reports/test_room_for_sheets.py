"""Where there is no room for the sheets of a workbook that is one sentence, and nothing of them is left."""

import tempfile
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from cmc_desk.exchange.own_sheet import finished
from cmc_desk.reports.workbook import Imprint, Sheet, SheetColumn, workbook
from cmc_desk.rules.refusal import Unavailable
from tests.full_disk import no_room

IMPRINT = Imprint("List", "Meeting", datetime(2019, 12, 5), "Example", "Page {page} of {pages}")  # noqa: DTZ001 - a workbook knows no zones


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder for temporary files."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("rows", [3, 3000])
def test_a_list_for_which_there_is_no_room_is_said_in_a_sentence_and_nobody_stands_in_a_file_that_is_left(
    place: Path, rows: int
) -> None:
    sheets = [
        Sheet(name, name, (SheetColumn("Name", "name"),), tuple((f"Muster {one}",) for one in range(rows)))
        for name in "AB"
    ]
    assert workbook(sheets, IMPRINT)
    with pytest.raises(Unavailable) as trouble, no_room():
        workbook(sheets, IMPRINT)
    # Of what is written at the end only, nobody tells how it ended.
    reason = "File too large" if rows == 3000 else "No space left on device"
    assert trouble.value.sentence == (
        f"{place} cannot be written ({reason}): choose another folder or free some space."
    )
    assert not list(place.iterdir())


def test_neither_is_a_sheet_that_is_given_away(place: Path) -> None:
    book = Workbook()
    with pytest.raises(Unavailable, match="No space left"), no_room():
        finished(book, title="Template")


def test_where_there_is_no_folder_for_them_that_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(Unavailable, match=r"gone.*cannot be written"):
        workbook([Sheet("A", "A", (SheetColumn("Name", "name"),), (("Muster",),))], IMPRINT)


def test_a_list_that_is_not_made_for_another_reason_leaves_nothing_either(place: Path) -> None:
    sheet = Sheet("A", "A", (SheetColumn("Name", "name"),), (("Muster",), ("Specimen", "too many")))
    with pytest.raises(IndexError):
        workbook([sheet], IMPRINT)
    assert not list(place.iterdir())
