"""Photographs on badges: whatever comes in, a small JPEG of the right shape goes on paper, or an empty frame."""

import io
import warnings
from dataclasses import replace

import pytest
from PIL import Image
from pypdf import PdfReader

from cmc_desk.i18n import texts
from cmc_desk.reports.badge_photos import prepared
from cmc_desk.reports.badges import badge_warnings, render_badges
from cmc_desk.rules.badge_design import BadgeWarning, Concern, Show
from tests.reports.badge_case import MM, RED, SHORT, encoded, jpeg, person, picture, run

EN = texts("en")
BLUE = (30, 30, 200)


def opened(content: bytes | None) -> Image.Image:
    assert content is not None
    return Image.open(io.BytesIO(content))


def test_a_photograph_becomes_a_jpeg_of_300_dots_an_inch() -> None:
    image = opened(prepared(jpeg(), 72, 96))
    assert (image.format, image.size) == ("JPEG", (300, 400))


def test_what_is_too_wide_or_too_high_is_cut_not_squeezed() -> None:
    wide = Image.new("RGB", (1200, 400), RED)
    wide.paste(BLUE, (400, 0, 800, 400))
    image = opened(prepared(encoded(wide, "PNG"), 72, 72))
    assert image.size == (300, 300)
    red, _green, blue = image.getpixel((2, 150))  # type: ignore[misc] # an RGB picture has three values
    assert blue > red


def test_a_picture_with_transparency_stands_on_white() -> None:
    image = opened(prepared(encoded(Image.new("RGBA", (50, 50), (0, 0, 0, 0)), "PNG"), 20, 20))
    assert image.getpixel((10, 10)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["L", "1", "P", "CMYK", "I;16"])
def test_pictures_without_the_usual_colours_are_read(mode: str) -> None:
    form = "JPEG" if mode == "CMYK" else "PNG"
    assert opened(prepared(encoded(Image.new(mode, (50, 50)), form), 20, 20)).mode == "RGB"


def test_a_picture_that_was_taken_sideways_stands_upright() -> None:
    sideways = Image.new("RGB", (80, 40), RED)
    sideways.paste(BLUE, (40, 0, 80, 40))
    exif = Image.Exif()
    exif[0x0112] = 6
    image = opened(prepared(encoded(sideways, "JPEG", exif=exif, quality=95), 24, 48))
    top, bottom = image.getpixel((50, 5)), image.getpixel((50, 190))
    assert top[0] > top[2]  # type: ignore[index] # an RGB picture has three values
    assert bottom[2] > bottom[0]  # type: ignore[index]


def test_nothing_that_the_camera_noted_goes_on_paper() -> None:
    exif = Image.Exif()
    exif[0x013B] = "Ana Sample"
    content = prepared(jpeg(exif=exif), 72, 96)
    assert content is not None
    assert b"Ana Sample" not in content
    assert b"Exif" not in content


def test_a_picture_of_a_hundred_million_dots_is_read_without_a_warning() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert opened(prepared(jpeg((10_000, 10_000)), 72, 96)).size == (300, 400)


def _bomb() -> bytes:
    """Return a PNG that says it is 40,000 dots wide and high."""
    content = bytearray(encoded(Image.new("1", (8, 8)), "PNG"))
    content[16:24] = (40_000).to_bytes(4, "big") * 2
    return bytes(content)


@pytest.mark.parametrize(
    "broken", [b"", b"not a picture", jpeg()[:400], encoded(Image.new("RGB", (9, 9)), "GIF"), _bomb()]
)
def test_what_is_no_picture_is_an_empty_frame_and_a_warning(broken: bytes) -> None:
    asked = run("a6", "single-a6", (replace(person(SHORT), photo=broken),))
    assert prepared(broken, 50, 60) is None
    assert badge_warnings(asked, EN) == (BadgeWarning("p", "Ana Sample", Show.PHOTO, Concern.NO_PHOTO),)
    box = next(field.box for field in asked.design.front if field.show is Show.PHOTO)
    image = picture(render_badges(asked, EN), dots=144)
    assert image.getpixel((round((box.x + box.width / 2) * MM * 2), round((box.y + 5) * MM * 2))) == (255, 255, 255)
    assert (
        len(
            {
                image.getpixel((round(box.x * MM * 2) + offset, round((box.y + 5) * MM * 2)))
                for offset in (-2, -1, 0, 1, 2)
            }
        )
        > 1
    )


def test_a_photograph_stands_in_its_frame() -> None:
    asked = run("cr80", "card-cr80", (replace(person(SHORT), photo=jpeg()),))
    content = render_badges(asked, EN)
    box = next(field.box for field in asked.design.front if field.show is Show.PHOTO)
    image = picture(content, dots=144)
    for x, y in ((0.5, 0.5), (0.1, 0.1), (0.9, 0.9)):
        at = round((box.x + x * box.width) * MM * 2), round((box.y + y * box.height) * MM * 2)
        red, green, _blue = image.getpixel(at)  # type: ignore[misc] # an RGB picture has three values
        assert red > 150 > green
    assert len(PdfReader(io.BytesIO(content)).pages[0].images) == 2, "the photograph and the flag"
    assert badge_warnings(asked, EN) == ()
