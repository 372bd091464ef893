"""The code on a sheet that comes back filled in."""

from datetime import datetime

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


MADE = datetime(2019, 12, 6, 8, 12)  # noqa: DTZ001 - on the clocks of the meeting
WHOLE = SheetCode(SheetPaper.SIGNATURES, "day1-registration", 3, MADE, "UNHCR", alone=False)


@given(
    st.sampled_from(SheetPaper),
    KEYS,
    st.integers(1, 9999),
    st.datetimes(datetime(2000, 1, 1), datetime(2068, 12, 31)),  # noqa: DTZ001 - as above
    st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-", max_size=16),
    st.booleans(),
)
def test_a_sheet_says_when_it_was_made_and_with_which_delegation_it_begins(
    paper: SheetPaper,
    key: str,
    page: int,
    made: datetime,
    delegation: str,
    alone: bool,  # noqa: FBT001 - drawn by hypothesis
) -> None:
    minute = made.replace(second=0, microsecond=0)
    sheet = SheetCode(paper, key, page, minute, delegation, alone and bool(delegation))
    assert set(sheet.text) <= ALPHANUMERIC
    assert parse_sheet(sheet.text) == sheet
    assert sheet.text.startswith(sheet.words + ":")


def test_a_page_with_others_after_the_first_delegation_says_so() -> None:
    assert WHOLE.text == "CMC:SIG:DAY1-REGISTRATION:3:1912060812:UNHCR."
    assert WHOLE.words == "CMC:SIG:DAY1-REGISTRATION:3"
    assert parse_sheet("CMC:SIG:OPENING:1:1912060812:JM") == SheetCode(
        SheetPaper.SIGNATURES, "opening", 1, MADE, "JM", alone=True
    )


def test_a_delegation_whose_code_cannot_be_written_is_left_out() -> None:
    assert SheetCode(SheetPaper.SIGNATURES, "opening", 1, MADE, "É").text == "CMC:SIG:OPENING:1:1912060812:"


@pytest.mark.parametrize(
    "typed",
    [
        "CMCÖSIGÖDAZ1ßREGISTRATIONÖ3Ö1912060812ÖUNHCR.",
        "cmcösigödaz1ßregistrationö3ö1912060812öunhcr.",
        'C?CMSIGMDQY&)REGISTRQTIONM"M&ç&éà-à_&éMUNHCR:',
        "CMCÑSIGÑDAY1'REGISTRATIONÑ3Ñ1912060812ÑUNHCR.",
        "cmcñsigñday1'registrationñ3ñ1912060812ñunhcr.",
    ],
    ids=["German", "German, Caps Lock", "French", "Spanish", "Spanish, Caps Lock"],
)
def test_what_another_keyboard_makes_of_a_scan_is_the_same_sheet(typed: str) -> None:
    assert parse_sheet(typed) == WHOLE


def test_a_day_that_there_is_not_names_no_sheet() -> None:
    assert parse_sheet("CMC:SIG:OPENING:1:1913990812:JM") is None
