"""The code on a sheet that comes back filled in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.sheet_code import SheetCode, SheetPaper, parse_sheet

ALPHANUMERIC = set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
KEYS = st.text("abcdefghijklmnopqrstuvwxyz0123456789-", max_size=40)


@given(st.sampled_from(SheetPaper), KEYS, st.integers(1, 9999))
def test_every_sheet_is_found_again_by_its_code(paper: SheetPaper, key: str, page: int) -> None:
    sheet = SheetCode(paper, key, page)
    assert set(sheet.text) <= ALPHANUMERIC
    assert parse_sheet(sheet.text) == sheet


def test_a_code_says_paper_session_and_page() -> None:
    assert SheetCode(SheetPaper.SIGNATURES, "day1-registration", 3).text == "CMC:SIG:DAY1-REGISTRATION:3"


def test_case_and_stray_spaces_do_not_matter() -> None:
    assert parse_sheet(" cmc:sig:opening:2\n") == SheetCode(SheetPaper.SIGNATURES, "opening", 2)


@pytest.mark.parametrize(
    "text", ["", "CMC:SIG:opening", "CMC:SIG:OPENING:0", "CMC:OTHER:OPENING:1", "CDKB CDFG", "XCMC:SIG::1"]
)
def test_anything_else_names_no_sheet(text: str) -> None:
    assert parse_sheet(text) is None


def test_a_key_that_the_code_cannot_write_is_an_error() -> None:
    with pytest.raises(ValueError, match="letters, figures"):
        _ = SheetCode(SheetPaper.SIGNATURES, "séance", 1).text
