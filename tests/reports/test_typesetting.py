"""Text on paper: letters of every script in the order in which they are seen, widths that hold, no empty boxes."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from cmc_desk.reports import typesetting
from cmc_desk.reports.typesetting import (
    BOLD,
    REGULAR,
    Side,
    draw_text,
    elided,
    missing_glyphs,
    pieces,
    register_fonts,
    text_width,
    wrapped,
)
from cmc_desk.rules.refusal import Unavailable
from tests.reports.badge_case import MM, picture, positions

LATIN = st.text(alphabet="abcdefgh ABC-éñłżß", max_size=40)


def drawn(
    text: str, *, size: float = 20, bold: bool = False, side: Side = "left", at: float = 100
) -> tuple[bytes, float]:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(400, 60), invariant=1)
    width = draw_text(canvas, at, 20, text, size, bold=bold, side=side)
    canvas.showPage()
    canvas.save()
    return stream.getvalue(), width


def inked(content: bytes) -> tuple[float, float]:
    """Return from where to where there is ink on a page, in points."""
    box = picture(content, dots=288).convert("L").point(lambda value: 255 if value < 200 else 0).getbbox()
    assert box is not None
    return box[0] / 4, box[2] / 4


def seen(text: str) -> list[tuple[str, str]]:
    return [(piece.text, piece.font) for piece in pieces(text)]


def test_a_plain_text_is_one_piece_of_the_main_font() -> None:
    assert seen("Łukasz Żółć — 5 €") == [("Łukasz Żółć — 5 €", REGULAR)]
    assert [piece.font for piece in pieces("Ana", bold=True)] == [BOLD]


def test_arabic_letters_are_joined_and_turned_round() -> None:
    ((text, font),) = seen("محمد")
    assert font == "NotoSansArabic-Regular"
    assert text == "ﺪﻤﺤﻣ"


def test_hebrew_letters_are_turned_round() -> None:
    assert seen("דוד") == [("דוד"[::-1], "NotoSansHebrew-Regular")]


def test_a_latin_name_within_an_arabic_line_keeps_its_own_direction() -> None:
    assert "".join(text for text, _font in seen("محمد Ana")) == "Ana ﺪﻤﺤﻣ"


def test_figures_within_an_arabic_line_are_not_turned_round() -> None:
    assert "123" in "".join(text for text, _font in seen("محمد 123"))


def test_brackets_in_a_line_from_the_right_open_the_right_way() -> None:
    whole = "".join(text for text, _font in seen("(محمد)"))
    assert whole.startswith("(")
    assert whole.endswith(")")


def test_marks_are_composed_where_a_letter_exists_and_shaped_where_none_does() -> None:
    assert seen("Nguye\u0302\u0303n") == [("Nguyễn", REGULAR)]
    (piece,) = pieces("m\u0303")
    assert piece.shaped
    assert piece.text == "m\u0303"


def test_what_cannot_be_seen_is_left_out() -> None:
    assert seen("A\u200bn\u00ada") == [("Ana", REGULAR)]


def test_the_width_is_that_which_reportlab_knows() -> None:
    register_fonts()
    for text in ("Ana Sample", "Łukasz Żółć", "5 %"):
        for bold, font in ((False, REGULAR), (True, BOLD)):
            assert text_width(text, 12, bold=bold) == pytest.approx(pdfmetrics.stringWidth(text, font, 12))


@given(LATIN, st.floats(1, 100))
def test_the_width_grows_with_the_size(text: str, size: float) -> None:
    assert text_width(text, size) == pytest.approx(text_width(text, 1) * size)


@pytest.mark.parametrize("text", ["Ana Muster", "H\u0303m\u0303H", "محمد", "דוד"])
@pytest.mark.parametrize(("side", "share"), [("left", 0.0), ("centre", 0.5), ("right", 1.0)])
def test_a_text_stands_on_its_side_of_the_place(text: str, side: Side, share: float) -> None:
    content, width = drawn(text, side=side, at=200)
    left, right = inked(content)
    assert width == pytest.approx(text_width(text, 20))
    assert left == pytest.approx(200 - share * width, abs=3)
    assert right == pytest.approx(200 - share * width + width, abs=3)


def test_a_text_can_be_read_out_of_the_file_where_it_stands() -> None:
    content, _width = drawn("Ana Muster (5 €) \\ Żółć")
    ((text, x, y),) = positions(content)
    assert text == "Ana Muster (5 €) \\ Żółć"
    assert (x, y) == pytest.approx((100 / MM, 40 / MM), abs=0.01)


def test_more_letters_than_one_subset_of_a_font_holds_are_all_there() -> None:
    text = "".join(map(chr, [*range(0xC0, 0x180), *range(0x391, 0x3A2), *range(0x410, 0x450)]))
    content, _width = drawn(text, size=2, at=0)
    assert PdfReader(io.BytesIO(content)).pages[0].extract_text() == text


def test_only_letters_without_a_font_are_missing_each_once() -> None:
    assert missing_glyphs("Ana محمد דוד Żółć") == ""
    assert missing_glyphs("王小明王 Wang") == "王小明"
    assert missing_glyphs("A\u200bna") == ""


def test_a_text_that_fits_is_not_elided_and_one_that_does_not_ends_with_an_ellipsis() -> None:
    assert elided("Ana", 10, 100) == "Ana"
    short = elided("Ministry of Example Affairs", 10, 80)
    assert short.endswith("…")
    assert text_width(short, 10) <= 80
    assert "Ministry of Example Affairs".startswith(short[:-1])


@given(LATIN, st.floats(20, 300))
def test_wrapped_lines_fit_and_lose_nothing(text: str, width: float) -> None:
    lines = wrapped(text, 10, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(text_width(line, 10) <= width + 1e-6 or len(line) == 1 for line in lines)


def test_words_part_lines_before_letters_do() -> None:
    assert wrapped("Ministry of Example Affairs", 10, 85) == ["Ministry of", "Example Affairs"]


@pytest.mark.parametrize("damage", ["gone", "cut"])
def test_a_font_that_is_missing_or_damaged_is_named(
    damage: str, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("fonts")
    if damage == "cut":
        (folder / f"{REGULAR}.ttf").write_bytes(b"\0\1\0\0 cut")
    monkeypatch.setattr(typesetting, "resource", lambda *_parts: folder / _parts[-1])
    register_fonts.cache_clear()
    try:
        with pytest.raises(Unavailable, match=r"The font “NotoSans-Regular” of the program is missing or damaged."):
            register_fonts()
    finally:
        monkeypatch.undo()
        register_fonts()
