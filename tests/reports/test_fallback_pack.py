"""The pack for a power cut: its contents are right, its sheets are known by their codes, its badges are numbered."""

from dataclasses import replace

import pytest

from cmc_desk.reports import fallback_pack
from cmc_desk.reports.fallback_pack import FallbackPack
from cmc_desk.reports.pack_words import after, before, during
from cmc_desk.rules.papers import Format
from cmc_desk.rules.sheet_code import parse_sheet
from tests.reports.desk_papers_case import EN, IMPRINT, NAMES, InSpanish, pack, sheets
from tests.reports.read_pdf import codes_on, page_count, texts_on, words_on

PEOPLE = tuple(f"Person Example-{number:02d}" for number in range(40))


def made(content: FallbackPack) -> bytes:
    return fallback_pack.render(content, Format.PDF, EN, IMPRINT)


def contents(data: bytes) -> dict[str, int]:
    """Return the parts and pages that the cover names."""
    texts = texts_on(data, 1)
    listed = texts[texts.index("Page") + 1 : texts.index("Before")]
    pages = [place for place, words in enumerate(listed) if words.isdigit()]
    starts = [0, *(place + 1 for place in pages)]
    return {listed[start]: int(listed[page]) for start, page in zip(starts, pages, strict=False)}


def test_the_contents_name_the_page_on_which_each_part_begins() -> None:
    data = made(pack(*PEOPLE))
    listed = contents(data)
    assert list(listed) == [
        "Contacts",
        "Agenda",
        "Tick list",
        "Signature sheets",
        "Register of blank badges",
        "Blank badges",
    ]
    beginnings = {"Contacts": "Contacts", "Agenda": "Agenda", "Tick list": "A–K", "Blank badges": "01"}
    for part, words in beginnings.items():
        assert words in texts_on(data, listed[part])
    assert "Arrival and registration" in texts_on(data, listed["Signature sheets"])
    assert "Who was given which" in texts_on(data, listed["Register of blank badges"])


def test_every_sheet_that_comes_back_is_known_by_its_code() -> None:
    data = made(pack(*PEOPLE))
    found = [parse_sheet(code) for page in codes_on(data) for code in page]
    assert [sheet.words for sheet in found if sheet] == [
        "CMC:TICK:2019-12-05-A-K:1",
        "CMC:TICK:2019-12-05-A-K:2",
        "CMC:TICK:2019-12-05-L-Z:1",
        "CMC:SIG:DAY1-REGISTRATION:1",
        "CMC:SIG:DAY1-REGISTRATION:2",
        "CMC:SIG:DAY1-REGISTRATION:3",
        "CMC:BLANK:2019-12-05:1",
    ]


@pytest.mark.parametrize(("blanks", "pages"), [(1, 1), (4, 1), (5, 2), (8, 2)])
def test_blank_badges_are_numbered_four_on_a_page(blanks: int, pages: int) -> None:
    data = made(pack("Keisha Example-Blake", blanks=blanks))
    first = contents(data)["Blank badges"]
    assert page_count(data) - first + 1 == pages
    numbers = [word.text for word in words_on(data) if word.page >= first and word.text.isdigit()]
    assert numbers == [f"{number:02d}" for number in range(1, blanks + 1)]


def test_the_register_has_a_line_for_every_blank_badge() -> None:
    data = made(pack("Keisha Example-Blake", blanks=6))
    register = texts_on(data, contents(data)["Register of blank badges"])
    assert [words for words in register if words.isdigit()] == ["01", "02", "03", "04", "05", "06"]


def test_the_cover_says_how_to_work_and_how_to_bring_the_sheets_back() -> None:
    data = made(pack("Keisha Example-Blake"))
    printed = " ".join(texts_on(data, 1))
    for step in (*before(EN), *during(EN), *after(EN)):
        assert step in printed
    assert contents(data)["Contacts"] == 2


def test_contacts_are_listed_and_where_there_are_none_there_are_lines() -> None:
    texts = texts_on(made(pack(contacts=(("Police", "119"), ("Hotel", "+1 876 555 0100")))), 2)
    assert {"Police", "119", "Hotel", "+1 876 555 0100", "T. Sample-Reid", "Desks: Desk A"} <= set(texts)
    assert any(words.startswith("No numbers are entered") for words in texts_on(made(pack()), 2))


def test_a_part_without_content_is_not_in_the_pack() -> None:
    content = replace(pack("Keisha Example-Blake", blanks=0), signatures=replace(sheets(), sheets=()))
    assert list(contents(made(content))) == ["Contacts", "Agenda", "Tick list"]


def test_a_pack_of_nobody_can_be_made() -> None:
    content = replace(pack(), day=None, operators=(), stations=())
    assert page_count(made(content)) > 4


def test_fixed_words_are_in_the_language_of_the_paper() -> None:
    texts = texts_on(fallback_pack.render(pack(*NAMES), Format.PDF, InSpanish(), IMPRINT), 1)
    assert {"Carpeta de emergencia", "Jueves, 5 de diciembre de 2019", "Lista de control"} <= set(texts)
