"""The warnings before printing are what is drawn: the same sizes, the same cuts, the same letters left out."""

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from cmc_desk.exchange.badge_files import badge_designs
from cmc_desk.i18n import texts
from cmc_desk.reports.badges import badge_warnings, render_badges
from cmc_desk.rules.badge_design import Align, BackSide, BadgeRun, BadgeWarning, Box, Concern, DesignField, Show
from tests.reports.badge_case import (
    CJK,
    COMBINING,
    LONG,
    MEETING,
    NAMELESS,
    ONE_WORD,
    PARTLY_CJK,
    RIGHT_TO_LEFT,
    SHORT,
    jpeg,
    pages,
    people,
    person,
    run,
)

EN = texts("en")
# Nobody's title has room on a badge if it is said three times.
WORDY = (*LONG[:2], " y ".join([LONG[2]] * 3), *LONG[3:])
SINGLE = {
    "a6": "single-a6",
    "90x55": "single-90x55",
    "cr80": "single-cr80",
    "80x50": "single-80x50",
    "62x100": "single-62x100",
}


def drawn_sizes(content: bytes) -> list[tuple[str, float]]:
    """Return every text of a PDF with its size."""
    found: list[tuple[str, float]] = []
    for page in PdfReader(io.BytesIO(content)).pages:
        page.extract_text(
            visitor_text=lambda text, _cm, _tm, _font, size: (
                found.append((text.strip(), size)) if text.strip() else None
            )
        )
    return found


@pytest.mark.parametrize("design", sorted(badge_designs()))
@pytest.mark.parametrize("said", [SHORT, ONE_WORD, RIGHT_TO_LEFT, COMBINING, NAMELESS])
def test_ordinary_names_are_set_in_comfort(design: str, said: tuple[str, ...]) -> None:
    warnings = badge_warnings(run(design, SINGLE[design], (person(said),)), EN)
    # The long name of an organisation may be small; nothing about the person is.
    assert [one for one in warnings if one.show is not Show.DELEGATION] == []
    assert not any(one.concern is Concern.CUT for one in warnings)


@pytest.mark.parametrize("design", sorted(badge_designs()))
@pytest.mark.parametrize("photo", [None, jpeg()])
def test_a_name_of_seventy_letters_stands_whole_on_every_design(design: str, photo: bytes | None) -> None:
    seventy = "Specimen-Rodríguez y Fernández de Muster-Oliveira Example-Villanueva de la"
    half = "Maximiliane-Theodora Wilhelmina Sample"
    names = ((seventy, "Muster"), ("Ana", seventy), (half, seventy), (seventy, ""), ("Example" * 10, ""))
    who = tuple(replace(person((*name, *SHORT[2:]), f"p{place}"), photo=photo) for place, name in enumerate(names))
    back = BackSide.DUPLEX if badge_designs()[design].back else BackSide.NONE
    asked = run(design, SINGLE[design], who, back=back)
    assert not any(one.concern is Concern.CUT for one in badge_warnings(asked, EN))
    for facts, text in zip(who, pages(render_badges(asked, EN))[:: 2 if back is BackSide.DUPLEX else 1], strict=True):
        assert "".join(facts.name.split()) in "".join(text.split())


def test_what_cannot_be_read_at_all_comes_before_what_is_only_small() -> None:
    small = person(WORDY, "p1")
    asked = run("62x100", "single-62x100", (small, person(PARTLY_CJK, "p2")))
    assert [one.concern for one in badge_warnings(asked, EN)] == [Concern.NO_GLYPH, Concern.CUT]


@pytest.mark.parametrize(
    ("design", "back"),
    [
        (design.key, back)
        for design in badge_designs().values()
        for back in (BackSide.NONE, BackSide.DUPLEX)
        if back is BackSide.NONE or design.back
    ],
)
def test_the_size_that_a_warning_names_is_the_size_on_paper(design: str, back: BackSide) -> None:
    asked = run(design, SINGLE[design], (person(WORDY),), back=back)
    drawn = drawn_sizes(render_badges(asked, EN))
    warnings = badge_warnings(asked, EN)
    assert warnings
    for one in warnings:
        assert one.participant == "p"
        assert one.concern in {Concern.SMALL, Concern.CUT}
        assert any(size == pytest.approx(float(one.detail), abs=0.01) for _text, size in drawn)
    assert any(text.endswith("…") for text, _size in drawn) == any(one.concern is Concern.CUT for one in warnings)


@pytest.mark.parametrize("design", sorted(badge_designs()))
def test_what_is_below_comfort_on_paper_is_warned_of(design: str) -> None:
    asked = run(design, SINGLE[design], people(16))
    warned = {
        (one.participant, float(one.detail)) for one in badge_warnings(asked, EN) if one.concern is not Concern.NO_GLYPH
    }
    for facts in asked.people:
        assert facts is not None
        drawn = drawn_sizes(render_badges(replace(asked, people=(facts,)), EN))
        for text, size in drawn:
            fields = [
                field
                for field in asked.design.front
                if size < field.comfortable - 0.01 and _says(field.show, facts.name, text)
            ]
            assert not fields or (facts.participant, size) in warned


def _says(show: Show, name: str, text: str) -> bool:
    return show in {Show.NAME, Show.NAME_FIRST, Show.NAME_SECOND} and text in name


def test_letters_that_no_font_has_are_named_with_the_person() -> None:
    asked = run("90x55", "single-90x55", (person(CJK, "p1"), person(PARTLY_CJK, "p2"), person(SHORT, "p3")))
    assert badge_warnings(asked, EN) == (
        BadgeWarning("p1", "王 小明", Show.NAME, Concern.NO_GLYPH, "王小明"),
        BadgeWarning("p2", "王 Wang Muster", Show.NAME, Concern.NO_GLYPH, "王"),
    )


def test_what_is_the_same_on_all_badges_is_told_once_and_of_nobody() -> None:
    long = replace(
        MEETING, short_title="Sample Consultations on the Protection of Persons Moving through the Caribbean 王"
    )
    asked = replace(run("90x55", "a4-8-90x55", people(8)), meeting=long)
    told = [one for one in badge_warnings(asked, EN) if one.show is Show.MEETING]
    assert [(one.participant, one.name, one.concern) for one in told] == [
        ("", "", Concern.NO_GLYPH),
        ("", "", Concern.CUT),
    ]


def test_an_agenda_that_is_too_long_for_the_back_is_told_only_if_backs_are_printed() -> None:
    agenda = (
        ("Thursday 5 December", ""),
        *((f"{number:02}:00", "Discussion of the draft documents and of the proposals") for number in range(60)),
    )
    asked = replace(run("90x55", "single-90x55", (person(SHORT),)), meeting=replace(MEETING, agenda=agenda))
    assert badge_warnings(asked, EN) == ()
    (told,) = badge_warnings(replace(asked, back=BackSide.DUPLEX), EN)
    assert (told.show, told.concern, told.participant) == (Show.AGENDA, Concern.CUT, "")
    backs = drawn_sizes(render_badges(replace(asked, back=BackSide.DUPLEX), EN))
    assert "…" in [text for text, _size in backs]


def test_letters_without_a_font_in_a_list_are_told_and_left_out() -> None:
    meeting = replace(MEETING, contacts=(("Embassy 大使館", "110"),))
    asked = replace(run("cr80", "card-cr80", (person(SHORT),), back=BackSide.DUPLEX), meeting=meeting)
    assert badge_warnings(asked, EN) == (BadgeWarning("", "", Show.CONTACTS, Concern.NO_GLYPH, "大使館"),)
    assert "Embassy" in [text for text, _size in drawn_sizes(render_badges(asked, EN))]


@pytest.mark.parametrize("align", [Align.LEFT, Align.RIGHT])
def test_the_word_of_the_band_keeps_clear_of_what_else_stands_in_the_band(align: Align) -> None:
    design = badge_designs()["90x55"]
    band = replace(next(field for field in design.front if field.show is Show.BAND), align=align, comfortable=10)
    beside = {Align.LEFT: Box(45, 0, 40, 9), Align.RIGHT: Box(5, 0, 40, 9)}[align]
    other = DesignField(Show.MEETING, beside, size=8, tone="white")
    long = replace(person(SHORT), category="Representative of the host")
    asked = replace(run("90x55", "single-90x55", (long,)), design=replace(design, front=(band, other)))
    (warning,) = badge_warnings(asked, EN)
    assert (warning.show, warning.concern) == (Show.BAND, Concern.SMALL)
    alone = replace(asked, design=replace(design, front=(band,)))
    assert badge_warnings(alone, EN) == ()


def test_blank_badges_and_empty_cells_warn_of_nothing() -> None:
    asked: BadgeRun = run("90x55", "a4-8-90x55", (None,), blank=5)
    assert badge_warnings(asked, EN) == ()
