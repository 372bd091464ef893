"""What comes with the program: fonts that have every letter, flags and icons that Qt draws as they are meant."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from reportlab.pdfbase.ttfonts import TTFontFace

from cmc_desk.resource import resource

FONTS = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
LETTERS = {
    "Western and Central European, Turkish, Baltic": (0x00A0, 0x0180),
    "Romanian, Pinyin and others": (0x0218, 0x021C),
    "combining accents": (0x0300, 0x0345),
    "Greek": (0x038E, 0x03A2),
    "Cyrillic": (0x0400, 0x0460),
    "Vietnamese": (0x1EA0, 0x1EFA),
    "dashes and quotation marks": (0x2010, 0x2028),
    "the figures": (0x0030, 0x003A),
}
SIGNS = "\u202f€₡₲№™−…‰"


def drawings(folder: str) -> list[Path]:
    found = sorted(resource(folder).glob("*.svg"))
    assert len(found) > 30
    return found


def painted(svg: str) -> QImage:
    """Return the drawing in the middle of an image of twice its size, which is transparent where nothing was painted."""
    image = QImage(128, 96, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(32, 24, 64, 48))
    painter.end()
    return image


def opaque(image: QImage, *, inside: bool) -> list[bool]:
    """Say of each pixel well inside (or well outside) the place of the drawing whether something was painted there."""
    columns, rows = range(34, 94), range(26, 70)
    near_columns, near_rows = range(31, 97), range(23, 73)
    return [
        image.pixelColor(x, y).alpha() > 8
        for x in range(image.width())
        for y in range(image.height())
        if (x in columns and y in rows if inside else x not in near_columns or y not in near_rows)
    ]


def test_a_flag_fills_its_box_and_stays_within_it() -> None:
    flags = {file.stem: painted(file.read_text(encoding="utf-8")) for file in drawings("flags")}
    assert {"jm", "un"} <= set(flags)
    assert [name for name, image in flags.items() if not all(opaque(image, inside=True))] == []
    assert [name for name, image in flags.items() if any(opaque(image, inside=False))] == []


def test_an_icon_has_no_colour_of_its_own() -> None:
    for file in drawings("icons"):
        text = file.read_text(encoding="utf-8")
        assert "currentColor" in text, file.name
        assert re.findall(r'(?:fill|stroke)="(?!none|currentColor)[^"]*"', text) == [], file.name
        assert any(opaque(painted(text.replace("currentColor", "#13232B")), inside=True)), file.name


@pytest.mark.parametrize("name", FONTS)
def test_the_fonts_have_every_letter_of_the_names_that_come(name: str) -> None:
    glyphs = TTFontFace(str(resource("fonts", name))).charToGlyph
    assert {script for script, (first, end) in LETTERS.items() if not glyphs.keys() >= set(range(first, end))} == set()
    assert [sign for sign in SIGNS if ord(sign) not in glyphs] == []


@pytest.mark.parametrize("name", FONTS)
def test_figures_stand_in_columns(name: str) -> None:
    widths = TTFontFace(str(resource("fonts", name))).charWidths
    assert len({widths[ord(figure)] for figure in "0123456789"}) == 1
