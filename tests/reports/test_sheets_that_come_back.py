"""Signature sheets, tick lists and the register: what stands on them, and the code on every page."""

from dataclasses import replace
from itertools import pairwise

import pytest

from cmc_desk.reports import signature_sheet, tick_list
from cmc_desk.reports.signature_sheet import EMPTY_LINES, SignatureSheets
from cmc_desk.reports.tick_list import TickList, TickPart
from cmc_desk.rules.papers import Format
from cmc_desk.rules.sheet_code import SheetCode, SheetPaper, parse_sheet
from tests.reports.desk_papers_case import DAY, EN, IMPRINT, NAMES, sheets, ticks
from tests.reports.read_pdf import codes_on, page_count, texts_on, words_on

MM = 72 / 25.4
MADE = IMPRINT.made_at.replace(second=0, microsecond=0, tzinfo=None)
STAMP = f"{MADE:%y%m%d%H%M}"


def signatures(content: SignatureSheets) -> bytes:
    return signature_sheet.render(content, Format.PDF, EN, IMPRINT)


def list_of(content: TickList) -> bytes:
    return tick_list.render(content, Format.PDF, EN, IMPRINT)


def test_every_page_of_a_signature_sheet_is_known_by_its_code() -> None:
    data = signatures(sheets(*(f"Person {number} Example" for number in range(20)), groups=15))
    pages = page_count(data)
    assert pages > 15
    read = codes_on(data)
    found = [parse_sheet(code) for codes in read for code in codes]
    assert [sheet.words for sheet in found if sheet] == [
        f"CMC:SIG:DAY1-REGISTRATION:{page}" for page in range(1, pages + 1)
    ]
    assert found[4] == SheetCode(SheetPaper.SIGNATURES, "day1-registration", 5, MADE, "D4")


def test_a_page_says_with_which_delegation_it_begins_and_whether_there_are_others() -> None:
    alone = codes_on(signatures(sheets(*(f"Person {number} Example" for number in range(40)))))
    assert [parse_sheet(code).delegation for page in alone for code in page] == ["D1"] * len(alone)  # type: ignore[union-attr] # it is one
    assert all(parse_sheet(code).alone for page in alone for code in page)  # type: ignore[union-attr] # it is one
    many = [parse_sheet(code) for page in codes_on(signatures(sheets("Ann Example", groups=40))) for code in page]
    starts = [sheet.delegation for sheet in many if sheet]
    assert starts[0] == "D1"
    assert starts == sorted(set(starts), key=lambda code: int(code[1:])), "each page begins further on"
    assert not any(sheet.alone for sheet in many if sheet)


def test_the_longest_key_of_a_session_is_still_read() -> None:
    content = sheets("Keisha Example-Blake")
    long_key = SignatureSheets((replace(content.sheets[0], key="a" * 40),))
    assert codes_on(signatures(long_key)) == [[f"CMC:SIG:{'A' * 40}:1:{STAMP}:D1"]]


def test_each_sheet_counts_its_own_pages() -> None:
    one = sheets(*(f"Person {number} Example" for number in range(20))).sheets[0]
    data = signatures(SignatureSheets((one, replace(one, key="opening", title="Opening"))))
    assert [code for page in codes_on(data) for code in page] == [
        f"CMC:SIG:DAY1-REGISTRATION:1:{STAMP}:D1",
        f"CMC:SIG:DAY1-REGISTRATION:2:{STAMP}:D1",
        f"CMC:SIG:OPENING:1:{STAMP}:D1",
        f"CMC:SIG:OPENING:2:{STAMP}:D1",
    ]
    assert "Opening" in texts_on(data, 3)


def test_people_stand_by_delegation_with_its_head_first_and_are_numbered() -> None:
    texts = texts_on(signatures(sheets("Keisha Example-Blake", "Andre Sample-Cox", groups=2)), 1)
    order = ["Delegation 1", "1", "Keisha Example-Blake", "2", "Andre Sample-Cox", "Delegation 2", "3"]
    places = [texts.index(words) for words in order]
    assert places == sorted(places)
    assert texts[texts.index("Keisha Example-Blake") + 1] == "head of delegation"


def test_a_row_is_high_enough_to_sign_in() -> None:
    data = signatures(sheets(*(f"Person {number}" for number in range(9))))
    baselines = [word.y for word in words_on(data) if word.text.startswith("Person ")]
    assert min(one - two for one, two in pairwise(baselines[1:])) >= 11 * MM


def test_whoever_is_not_on_the_list_finds_empty_lines_also_where_nobody_is() -> None:
    texts = texts_on(signatures(sheets(groups=0)), 1)
    assert any(words.startswith("Not on the list") for words in texts)
    assert EMPTY_LINES >= 6


def test_a_sheet_says_session_day_and_time_and_a_day_only_its_date() -> None:
    session = sheets("Keisha Example-Blake")
    assert "Thursday, 5 December 2019, 08:30–09:00" in texts_on(signatures(session), 1)
    of_day = replace(session.sheets[0], title="", starts=None, ends=None)
    assert "Thursday, 5 December 2019" in texts_on(signatures(SignatureSheets((of_day,))), 1)
    assert "Whole meeting" in texts_on(signatures(SignatureSheets((replace(of_day, day=None),))), 1)


def test_a_tick_list_is_one_part_a_tray_each_from_a_page_of_its_own() -> None:
    data = list_of(ticks("Keisha Example-Blake"))
    assert codes_on(data) == [
        [f"CMC:TICK:2019-12-05-A-K:1:{STAMP}:"],
        [f"CMC:TICK:2019-12-05-L-Z:1:{STAMP}:"],
    ]
    assert "A–K" in texts_on(data, 1)
    assert "L–Z" in texts_on(data, 2)


def test_a_tick_list_shows_family_name_first_code_in_groups_and_what_to_look_at() -> None:
    texts = texts_on(list_of(ticks("Keisha Example-Blake", "Andre Sample-Cox", "Madonna")), 1)
    assert "Example-Blake, Keisha" in texts
    assert "Madonna" in texts
    assert texts.count("CDKP DVVR RFHG DJKD HJGF") == 3
    assert texts.count("verify credentials") == texts.count("note at the desk") == 1
    # Only who came is there with a time.
    assert texts.count("08:44") == 1


def test_a_new_letter_is_marked_once() -> None:
    people = ticks("Ann Eames", "Bo Ellis", "Cy Foster").parts[0].rows
    texts = texts_on(list_of(TickList(None, (TickPart("A–K", people),))), 1)
    assert texts.count("E") == texts.count("F") == 1


def test_a_list_without_a_day_says_nothing_of_printed_ticks() -> None:
    content = TickList(None, ticks("Keisha Example-Blake").parts)
    assert not any("printed" in words for words in texts_on(list_of(content), 1))
    assert codes_on(list_of(content))[0] == [f"CMC:TICK:A-K:1:{STAMP}:"]


@pytest.mark.parametrize("number", [300])
def test_a_list_of_three_hundred_people_is_whole(number: int) -> None:
    data = list_of(ticks(*(f"Person Example-{one:03d}" for one in range(number))))
    printed = [word.text for word in words_on(data) if word.text.startswith("Example-")]
    assert printed == [f"Example-{one:03d}, Person" for one in range(number)]
    assert [code for page in codes_on(data) for code in page][:3] == [
        f"CMC:TICK:{DAY.isoformat()}-A-K:{page}:{STAMP}:" for page in (1, 2, 3)
    ]


def test_signers_of_every_kind_of_name_are_on_one_sheet() -> None:
    data = signatures(sheets(*NAMES))
    numbers = [word.text for word in words_on(data) if word.text.isdigit()]
    assert numbers == [str(number) for number in range(1, len(NAMES) + 1)]
