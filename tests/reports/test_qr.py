"""QR codes on paper: ours by tables, others by the library, both read back."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas
from zxingcpp import BarcodeFormat, read_barcodes

from cmc_desk.reports import qr_badge
from cmc_desk.reports.qr import QUIET_MODULES, draw_qr, qr_runs
from cmc_desk.rules.badge_code import LENGTH, make
from tests.reports.badge_case import picture

ALPHANUMERIC = st.text(alphabet="0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:", min_size=LENGTH, max_size=LENGTH)


def drawn(text: str, side: float = 60) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(side, side), invariant=1)
    canvas.setFillColorRGB(1, 0, 0)
    draw_qr(canvas, text, 0, 0, side)
    canvas.rect(0, 0, 1, 1, stroke=0, fill=1)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def of_the_library(text: str) -> int:
    count, runs = qr_runs(text)
    assert count == qr_badge.SIDE
    last = count * count - 1
    return sum(1 << last - row * count - column - step for column, row, length in runs for step in range(length))


@given(st.integers(0, 2**64 - 1))
def test_our_codes_are_module_for_module_those_of_the_library(bits: int) -> None:
    code = make(bits)
    assert qr_badge.fits(code)
    assert qr_badge.modules(code, 2) == of_the_library(code)


@given(ALPHANUMERIC)
def test_so_is_every_text_of_twenty_such_letters(text: str) -> None:
    if not text.isdigit():
        assert qr_badge.modules(text, 2) == of_the_library(text)


@pytest.mark.parametrize("text", ["", "CDK", "cdkb" * 5, "CDKB" * 6])
def test_other_texts_are_left_to_the_library(text: str) -> None:
    assert not qr_badge.fits(text)


@pytest.mark.parametrize(
    "text",
    [
        make(0),
        make(2**64 - 1),
        make(0x5EED_C0DE_2019_1205),
        "CMC-SHEET:DAY1:JM",
        '{"i":[2,"indico.example.org","mMBuCiIYQkyCthTsYJ+AcQ=="]}',
        "Kingston, 5–6 décembre",
        "01234567890123456789",
    ],
)
def test_what_is_drawn_is_read(text: str) -> None:
    (found,) = read_barcodes(picture(drawn(text), dots=300))
    assert found.text == text
    assert found.format == BarcodeFormat.QRCode


def test_our_codes_are_21_modules_wide_and_the_paths_say_the_same_as_the_runs() -> None:
    code = make(12345)
    count, runs = qr_runs(code)
    assert count == qr_badge.SIDE == 21
    numbers = qr_badge.path(code, 2).split()
    rectangles = [tuple(map(int, numbers[start : start + 4])) for start in range(0, len(numbers), 5)]
    assert all(height == 1 for _column, _row, _length, height in rectangles)
    black = {(row, column + step) for column, row, length, _height in rectangles for step in range(length)}
    assert black == {(row, column + step) for column, row, length in runs for step in range(length)}


def test_the_quiet_zone_is_white_and_the_modules_are_black_whatever_the_colour_before() -> None:
    image = picture(drawn(make(9), side=29 * 4), dots=72)
    quiet = QUIET_MODULES * 4
    assert image.crop((2, 0, image.width, quiet - 1)).getextrema() == ((255, 255),) * 3
    assert image.getpixel((quiet + 2, quiet + 2)) == (0, 0, 0)


def test_the_colour_after_a_code_is_the_one_before_it() -> None:
    image = picture(drawn(make(9), side=29 * 4), dots=72)
    assert image.getpixel((0, image.height - 1)) == (255, 0, 0)
