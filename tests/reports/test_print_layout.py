"""How wide sheets go on paper: readable, on few pages, nothing parted that belongs together."""

import io
import shutil
import subprocess
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from cmc_desk.desk.attendance_facts import book_of, read_attendance
from cmc_desk.i18n import texts
from cmc_desk.reports.attendance import render, sheets
from cmc_desk.reports.print_layout import LARGEST, SMALLEST, Printed, printed
from cmc_desk.rules.people import Sensitivity
from tests.desk.kingston import open_desk
from tests.meetings import KEISHA, enter, local
from tests.reports.read_pdf import words_on

EN = texts("en")
# On a landscape A4 page, printed as large as in the sheet.
ROOM = 111.0
_SOFFICE = shutil.which("soffice")
WIDTHS = st.lists(st.integers(5, 40), min_size=1, max_size=60)


def test_what_fits_is_one_page_wide() -> None:
    assert printed([30, 30, 30, 30, 50], frozen=1) == Printed(SMALLEST)


def test_what_is_too_wide_ends_after_the_column_that_still_fits_and_begins_with_the_frozen_ones() -> None:
    assert printed([50, *[40] * 5], frozen=1) == Printed(65, (4,))
    assert printed([50, *[12] * 12], frozen=1) == Printed(73, (9,)), "as large as two pages allow"


def test_a_time_stays_beside_what_it_is_the_time_of() -> None:
    parted = [False, *[False, True] * 10]
    found = printed([20, *[12, 8] * 10], frozen=1, with_before=parted)
    assert found.ends
    assert not any(parted[end] for end in found.ends)


@given(WIDTHS, st.integers(0, 3), st.data())
def test_every_page_has_room_for_its_columns_and_letters_that_are_read(
    widths: list[int], frozen: int, data: st.DataObject
) -> None:
    frozen = min(frozen, len(widths) - 1)
    joined = data.draw(st.lists(st.booleans(), min_size=len(widths), max_size=len(widths)))
    found = printed(widths, frozen=frozen, with_before=joined)
    assert SMALLEST <= found.scale <= LARGEST
    assert list(found.ends) == sorted(set(found.ends))
    room = ROOM * 100 / found.scale - sum(widths[:frozen])
    for start, end in pairwise((frozen, *found.ends, len(widths))):
        assert start < end
        first_part = next((place for place in range(start + 1, end) if not joined[place]), end)
        assert sum(widths[start:end]) <= room + 0.001 or first_part == end or not found.ends


def test_the_people_of_a_meeting_of_two_days_stand_on_a_few_pages_beside_each_other(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    enter(desk, KEISHA)
    book = book_of(
        desk.read(read_attendance), limit=Sensitivity.DESK, now=local(0, 18), made_by="T. Sample-Reid · Desk A"
    )
    desk.close()
    content = render(book, EN)
    page = load_workbook(io.BytesIO(content))["People"]
    columns = next(sheet for sheet in sheets(book, EN) if sheet.name == "people").columns
    ends = [one.id for one in page.col_breaks.brk]
    assert 3 <= len(ends) <= 5
    assert not any(columns[end].with_before for end in ends)
    assert page.print_title_cols == "$A:$C"
    assert page.print_title_rows == "$1:$1"
    assert SMALLEST <= page.page_setup.scale <= LARGEST
    assert page.page_setup.pageOrder == "overThenDown"


@pytest.mark.skipif(_SOFFICE is None, reason="LibreOffice is not installed here")
def test_libreoffice_prints_the_people_in_letters_of_seven_points_or_more_and_breaks_only_where_it_is_told(
    tmp_path: Path,
) -> None:
    desk = open_desk(tmp_path)
    for number in range(40):
        enter(desk, replace(KEISHA, given_name=f"Keisha {number}", email=f"keisha{number}@example.org"))
    book = book_of(
        desk.read(read_attendance), limit=Sensitivity.DESK, now=local(0, 18), made_by="T. Sample-Reid · Desk A"
    )
    desk.close()
    content = render(book, EN)
    (tmp_path / "a.xlsx").write_bytes(content)
    subprocess.run(
        [
            str(_SOFFICE),
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            *("--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "a.xlsx")),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    words = words_on((tmp_path / "a.pdf").read_bytes())
    assert min(word.size for word in words) >= 7
    people = {word.page for word in words if word.text.endswith("· People")}
    across = len(load_workbook(io.BytesIO(content))["People"].col_breaks.brk) + 1
    assert len(people) % across == 0
    first = {page: sum(word.text == "Example-Blake" for word in words if word.page == page) for page in sorted(people)}
    counts = list(first.values())
    assert all(counts), "whose row it is stands on every page"
    assert len(set(counts[:across])) == 1
    assert sum(counts) == 40 * across
