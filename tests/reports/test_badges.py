"""Badges on paper: what stands where, what stands behind it, and what does not stand in the file."""

import io
from dataclasses import replace
from unicodedata import normalize

import pytest
from pypdf import PdfReader

from cmc_desk.exchange.badge_files import badge_designs
from cmc_desk.i18n import texts
from cmc_desk.reports.badge_drawing import BANDS
from cmc_desk.reports.badges import field_words, render_badges
from cmc_desk.rules.badge_code import in_groups
from cmc_desk.rules.badge_design import BackSide, BadgeDesign, BadgeFacts, Box, DesignField, Show
from cmc_desk.rules.meeting import COLOURS
from cmc_desk.rules.refusal import Refusal
from tests.reports.badge_case import (
    CJK,
    COMBINING,
    LONG,
    MEETING,
    MM,
    NAMELESS,
    NUMBERED,
    ONE_WORD,
    PARTLY_CJK,
    RIGHT_TO_LEFT,
    SHORT,
    box_of,
    page_count,
    pages,
    people,
    person,
    picture,
    positions,
    run,
)

EN = texts("en")
ANA = person(SHORT)


def test_everything_that_is_known_of_a_person_stands_on_their_badge() -> None:
    (text,) = pages(render_badges(run("a6", "single-a6", (replace(ANA, delegation_second="Jamaïque"),)), EN))
    for word in ("Ana", "Sample", "Legal Adviser", "Ministry of Example Affairs", "Jamaica", "Jamaïque", "DELEGATE"):
        assert word in text
    assert MEETING.short_title in text
    assert MEETING.place_and_dates in text
    assert in_groups(ANA.code) in text
    assert "Replacement" not in text


def test_blank_badges_have_numbers_and_no_code() -> None:
    content = render_badges(run("90x55", "a4-8-90x55", NUMBERED[:1], blank=2), EN)
    (text,) = pages(content)
    assert [word for word in ("No. 1", "No. 2", "No. 3") if word in text] == ["No. 1", "No. 2"]
    assert text.count("CDK") == 1
    assert text.count("Delegation") == 2


def test_blank_badges_alone_are_a_run_too_and_nobody_is_an_empty_page() -> None:
    assert page_count(render_badges(run("90x55", "a4-8-90x55", (), blank=9), EN)) == 2
    assert pages(render_badges(run("90x55", "a4-8-90x55", ()), EN)) == [""]


@pytest.mark.parametrize("said", [CJK, NAMELESS])
def test_who_has_no_name_that_can_be_printed_gets_a_line_to_write_it_on(said: tuple[str, ...]) -> None:
    (text,) = pages(render_badges(run("90x55", "single-90x55", (person(said),)), EN))
    assert "Name" in text
    assert said[4] in text


def test_letters_without_a_font_are_left_out_and_the_others_stay() -> None:
    (text,) = pages(render_badges(run("90x55", "single-90x55", (person(PARTLY_CJK),)), EN))
    assert "Wang" in text
    assert "王" not in text
    fonts = [
        font["/BaseFont"] for font in _fonts(render_badges(run("90x55", "single-90x55", (person(PARTLY_CJK),)), EN))
    ]
    assert all("NotoSans" in name for name in fonts)


def _fonts(content: bytes) -> list[dict[str, str]]:
    page = PdfReader(io.BytesIO(content)).pages[0]
    return [font.get_object() for name, font in page["/Resources"]["/Font"].items() if "+" in name]  # type: ignore[index]


def test_the_kinds_of_names_stand_on_paper_as_they_are_read() -> None:
    for said, seen in ((ONE_WORD, "Ngo"), (COMBINING, "Nguyễn"), (LONG, "Muster-Oliveira")):
        (text,) = pages(render_badges(run("a6", "single-a6", (person(said),)), EN))
        assert seen in text
    arabic = pages(render_badges(run("a6", "single-a6", (person(RIGHT_TO_LEFT),)), EN))[0]
    # On paper the letters are joined and stand from right to left; pypdf turns the line round again, this parts them.
    assert "محمد" in normalize("NFKC", arabic)
    assert "محمد" not in arabic


def test_the_band_has_colour_and_word_and_white_can_be_read_on_it() -> None:
    for colour in COLOURS:
        content = render_badges(run("a6", "single-a6", (replace(ANA, colour=colour),)), EN)
        assert "DELEGATE" in pages(content)[0]
        box = box_of("a6", Show.BAND)
        seen = picture(content, dots=72).getpixel((round((box.x + 3) * MM), round((box.y + 3) * MM)))
        wanted = BANDS[colour]
        assert seen == pytest.approx([round(part * 255) for part in (wanted.red, wanted.green, wanted.blue)], abs=1)
        assert _contrast_with_white(wanted.red, wanted.green, wanted.blue) >= 4.5, colour


def _contrast_with_white(*parts: float) -> float:
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)


def test_a_replacement_badge_says_so_in_the_language_of_the_run() -> None:
    (text,) = pages(render_badges(run("a6", "single-a6", (replace(ANA, replacement=True),)), EN))
    assert "Replacement badge" in text


def test_a_field_is_there_only_for_whom_it_is_meant() -> None:
    floor = DesignField(Show.TEXT, Box(5, 5, 60, 8), text="Floor access", only=("speaker",))
    asked = replace(run("a6", "single-a6", (ANA, replace(ANA, conditions=frozenset({"speaker"})))), design=_with(floor))
    assert ["Floor access" in text for text in pages(render_badges(asked, EN))] == [False, True]


def _with(field: DesignField) -> BadgeDesign:
    design = badge_designs()["a6"]
    return replace(design, front=(*design.front, field))


def test_an_organisation_without_a_flag_on_paper_leaves_no_room_for_one() -> None:
    def left(flag: str) -> float:
        content = render_badges(run("90x55", "single-90x55", (replace(ANA, flag=flag),)), EN)
        return next(x for text, x, _y in positions(content) if text == "Jamaica")

    assert left("caricom") == left("") < left("jm")


def test_what_a_field_says_can_be_asked_of_every_field() -> None:
    said = {
        field.show: field_words(field, replace(ANA, replacement=True, capacity="delegate"), MEETING, EN)
        for field in (DesignField(show, Box(0, 0, 9, 9), text="Text") for show in Show)
    }
    assert said[Show.NAME] == ("Ana", "Sample")
    assert said[Show.NAME_FIRST] == ("Ana",)
    assert said[Show.BAND] == ("DELEGATE",)
    assert said[Show.CAPACITY] == ("delegate",)
    assert said[Show.QR] == (ANA.code,)
    assert said[Show.CODE_LETTERS] == (in_groups(ANA.code),)
    assert said[Show.AGENDA] == said[Show.TEXT] == ("Text",)
    assert said[Show.FLAG] == said[Show.PHOTO] == said[Show.DELEGATION_SECOND] == ()
    only_name = BadgeFacts(participant="p", name="Ana Sample", first="", second="")
    assert field_words(DesignField(Show.NAME, Box(0, 0, 9, 9)), only_name, MEETING, EN) == ("Ana Sample",)
    assert field_words(DesignField(Show.NAME_FIRST, Box(0, 0, 9, 9)), only_name, MEETING, EN) == ("Ana Sample",)


def test_the_file_tells_nobody_of_whom_the_badges_are() -> None:
    content = render_badges(run("a6", "a4-4-a6", people(8)), EN)
    reader = PdfReader(io.BytesIO(content))
    said = " ".join(str(value) for value in (reader.metadata or {}).values())
    assert "Badges" in said
    assert MEETING.short_title in said
    assert not any(part in said for facts in people(8) for part in (facts.first, facts.second, facts.code) if part)
    assert reader.xmp_metadata is None


def test_the_same_run_gives_the_same_bytes() -> None:
    asked = run("a6", "a4-4-a6", people(5), back=BackSide.DUPLEX)
    assert render_badges(asked, EN) == render_badges(asked, EN)


def test_progress_is_told_badge_by_badge_and_may_cancel() -> None:
    told: list[tuple[int, int]] = []
    render_badges(run("90x55", "a4-8-90x55", NUMBERED[:3]), EN, progress=lambda done, whole: told.append((done, whole)))
    assert told == [(1, 3), (2, 3), (3, 3)]

    def cancel(_done: int, _whole: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        render_badges(run("90x55", "a4-8-90x55", NUMBERED[:3]), EN, progress=cancel)


def test_what_cannot_be_printed_is_refused() -> None:
    with pytest.raises(Refusal, match="does not fit"):
        render_badges(run("a6", "avery-l4785", NUMBERED[:1]), EN)
    with pytest.raises(Refusal, match="nothing on its back"):
        render_badges(run("80x50", "avery-l4785", NUMBERED[:1], back=BackSide.DUPLEX), EN)
    with pytest.raises(Refusal, match="places 1 to 10"):
        render_badges(run("80x50", "avery-l4785", NUMBERED[:1], start_cell=10), EN)


def test_a_badge_takes_less_than_two_kilobytes_beyond_fonts_and_pictures() -> None:
    few, many = (len(render_badges(run("a6", "a4-4-a6", people(number)), EN)) for number in (8, 208))
    # The eight kinds of people recur, so that fonts and flags are the same in both.
    assert (many - few) / 200 < 2_000
