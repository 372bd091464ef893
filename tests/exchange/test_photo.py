"""A photograph from anywhere is upright, cropped, small and bare; what is none is told in one sentence."""

import random
import subprocess
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings
from PIL import Image, ImageCms, PngImagePlugin

from cmc_desk.exchange.photo import HEIGHT, MOST_STORED, WIDTH, badge_photo, small_picture
from cmc_desk.rules.refusal import Refusal
from tests.exchange.pictures import BLUE, GREEN, RED, WHITE, grey_jpeg, png_that_says, quarters, saved

Colour = tuple[int, int, int]
# What each EXIF orientation asks for, undone: how a camera that was held otherwise stored the picture.
TURNED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


def corners(data: bytes) -> list[Colour]:
    """Return what is in the four quarters: the colour of the palette that is nearest."""
    image = opened(data)
    places = [(75, 100), (225, 100), (75, 300), (225, 300)]
    return [nearest(image.getpixel(place)) for place in places]


def nearest(found: object) -> Colour:
    assert isinstance(found, tuple)
    return min((RED, GREEN, BLUE, WHITE), key=lambda one: sum((a - b) ** 2 for a, b in zip(one, found, strict=True)))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF"])
def test_a_picture_of_any_usual_form_becomes_a_small_jpeg(form: str) -> None:
    found = badge_photo(saved(quarters(), form))
    image = opened(found)
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (WIDTH, HEIGHT))
    assert len(found) <= MOST_STORED
    assert corners(found) == [RED, GREEN, BLUE, WHITE]


@pytest.mark.parametrize("orientation", TURNED)
def test_a_picture_that_lies_on_its_side_is_set_upright(orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    lying = quarters().transpose(TURNED[orientation])
    assert corners(badge_photo(saved(lying, exif=exif))) == [RED, GREEN, BLUE, WHITE]


def test_nothing_of_the_camera_is_kept() -> None:
    exif = Image.Exif()
    exif[0x010F] = "Example Cameras"
    exif[0x9003] = "2019:12:05 08:40:00"
    found = badge_photo(saved(quarters(), exif=exif, comment=b"taken at home", dpi=(300, 300)))
    image = opened(found)
    assert dict(image.getexif()) == {}
    assert not {"exif", "icc_profile", "comment", "xmp"} & set(image.info)
    assert b"Example" not in found
    assert b"taken" not in found


def test_damaged_notes_of_a_camera_do_not_lose_the_picture() -> None:
    exif = b"Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\xff\xff" + b"\x01" * 40
    assert corners(badge_photo(saved(quarters(), exif=exif))) == [RED, GREEN, BLUE, WHITE]


def test_of_a_wide_picture_the_middle_is_taken() -> None:
    wide = Image.new("RGB", (1200, 400), WHITE)
    wide.paste(quarters(300, 400), (450, 0))
    assert corners(badge_photo(saved(wide, "PNG"))) == [RED, GREEN, BLUE, WHITE]


def test_of_a_high_picture_what_is_nearer_to_its_top_is_taken() -> None:
    high = Image.new("RGB", (300, 1000), WHITE)
    high.paste(quarters(300, 400), (0, 200))
    assert corners(badge_photo(saved(high, "PNG"))) == [RED, GREEN, BLUE, WHITE]


def test_what_was_chosen_is_taken_as_it_is_seen_and_another_shape_by_its_middle() -> None:
    large = Image.new("RGB", (1000, 1000), WHITE)
    large.paste(quarters(300, 400), (100, 500))
    assert corners(badge_photo(saved(large, "PNG"), crop=(0.1, 0.5, 0.4, 0.9))) == [RED, GREEN, BLUE, WHITE]
    assert corners(badge_photo(saved(large, "PNG"), crop=(0.0, 0.5, 0.5, 0.9))) == [RED, GREEN, BLUE, WHITE]
    exif = Image.Exif()
    exif[0x0112] = 6
    lying = saved(large.transpose(TURNED[6]), exif=exif)
    assert corners(badge_photo(lying, crop=(0.1, 0.5, 0.4, 0.9))) == [RED, GREEN, BLUE, WHITE]


def test_what_can_be_seen_through_is_white_behind() -> None:
    clear = Image.new("RGBA", (300, 400), (0, 0, 0, 0))
    assert corners(badge_photo(saved(clear, "PNG"))) == [WHITE] * 4
    palette = Image.new("P", (300, 400), 0)
    assert corners(badge_photo(saved(palette, "GIF", transparency=0))) == [WHITE] * 4


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "CMYK", "I;16", "YCbCr"])
def test_pictures_with_other_colours_are_read(mode: str) -> None:
    white: Any = {"I;16": 0xFFFF, "CMYK": (0, 0, 0, 0), "YCbCr": (255, 128, 128)}.get(mode, "white")
    image = Image.new(mode, (300, 400), white)
    found = badge_photo(saved(image, "JPEG" if mode in ("CMYK", "YCbCr") else "PNG"))
    assert nearest(opened(found).getpixel((150, 200))) == WHITE


def test_the_colours_of_a_camera_become_those_of_a_screen() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert corners(badge_photo(saved(quarters(), icc_profile=profile))) == [RED, GREEN, BLUE, WHITE]
    assert corners(badge_photo(saved(quarters(), icc_profile=b"no profile"))) == [RED, GREEN, BLUE, WHITE]


def test_even_noise_is_kept_small() -> None:
    noise = Image.frombytes("RGB", (WIDTH, HEIGHT), random.Random(7).randbytes(WIDTH * HEIGHT * 3))  # noqa: S311 - no secret
    assert len(badge_photo(saved(noise, "PNG"))) <= MOST_STORED


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Keisha Example-Blake",
        b"%PDF-1.7\n%\xe2\xe3",
        b"%!PS-Adobe-3.0 EPSF-3.0\n",
        b"\xff\xd8\xff",
        b"\x89PNG\r\n\x1a\n",
        saved(quarters())[:2000],
        saved(quarters(), "PNG")[:300],
        png_that_says(300, 400),
    ],
    ids=["nothing", "text", "pdf", "postscript", "only a mark", "only another", "half a jpeg", "half a png", "empty"],
)
def test_what_is_no_picture_is_told_in_one_sentence(data: bytes) -> None:
    with pytest.raises(Refusal, match="no picture that can be read") as refused:
        badge_photo(data)
    assert refused.value.field == "photo"


@pytest.mark.parametrize(
    "made",
    [
        lambda: png_that_says(8001, 8001),
        lambda: png_that_says(60000, 60000),
        lambda: grey_jpeg(16384, 16384),
        lambda: saved(Image.new("L", (6000, 6000)), progressive=True),
        lambda: b"\xff\xd8\xff" + b"\0" * 128 * 1024 * 1024,
    ],
    ids=["points", "bomb", "jpeg", "progressive", "bytes"],
)
def test_what_would_fill_the_memory_is_told_before_it_does(made: Callable[[], bytes]) -> None:
    with pytest.raises(Refusal, match="too large"):
        badge_photo(made())


@pytest.mark.parametrize(
    ("data", "crop"),
    [
        (saved(Image.new("RGB", (74, 100))), None),
        (saved(Image.new("RGB", (600, 800))), (0.5, 0.5, 0.6, 0.6)),
        (saved(Image.new("RGB", (600, 800))), (0.9, 0.9, 0.1, 0.1)),
    ],
    ids=["small", "a small part", "nothing of it"],
)
def test_what_is_too_small_says_how_small(data: bytes, crop: tuple[float, float, float, float] | None) -> None:
    with pytest.raises(Refusal, match=r"too small for a badge: \d+ × \d+ points where 75 × 100 are needed"):
        badge_photo(data, crop=crop)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a process does not know its own peak")
@pytest.mark.parametrize("crop", [None, (0.4, 0.4, 0.43, 0.44)])
def test_a_hundred_megapixels_cost_little_time_and_memory(
    tmp_path: Path, crop: tuple[float, float, float, float] | None
) -> None:
    picture = tmp_path / "large.jpg"
    picture.write_bytes(grey_jpeg(10_000, 10_000))
    script = (
        "import sys; from pathlib import Path; from cmc_desk.exchange.photo import badge_photo;"
        f"print(len(badge_photo(Path(sys.argv[1]).read_bytes(), crop={crop})));"
        "print(*[line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')])"
    )
    begin = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", script, str(picture)], capture_output=True, text=True, check=True, timeout=60
    )
    size, kibibytes = map(int, done.stdout.split())
    assert 0 < size <= MOST_STORED
    assert kibibytes < 300 * 1024
    # A whole decoding takes several times as long; the bound is for a machine that is busy with other things.
    assert time.monotonic() - begin < 30


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(("JPEG", "PNG", "WEBP", "TIFF", "GIF")),
    st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=4)), max_size=6),
)
def test_whatever_is_damaged_gives_a_photo_or_a_sentence(form: str, damage: list[tuple[float, bytes]]) -> None:
    data = bytearray(saved(quarters(150, 200), form))
    for place, bytes_ in damage:
        start = int(place * len(data))
        data[start : start + len(bytes_)] = bytes_
    try:
        found = badge_photo(bytes(data))
    except Refusal as refusal:
        sentence = refusal.sentence
    else:
        sentence = "."
        assert opened(found).size == (WIDTH, HEIGHT)
    assert sentence.endswith(".")


def test_the_text_of_a_png_is_not_kept() -> None:
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", "Keisha Example-Blake")
    assert b"Keisha" not in badge_photo(saved(quarters(), "PNG", pnginfo=text))


def test_a_picture_to_look_at_is_whole_upright_and_small() -> None:
    for mode in ("RGB", "L", "P", "RGBA", "I;16"):
        wide = Image.new(mode, (3000, 1000))
        seen = opened(small_picture(saved(wide, "PNG")))
        assert seen.format == "JPEG"
        assert seen.size == (900, 300)
    turned = Image.new("RGB", (1200, 600), RED)
    exif = Image.Exif()
    exif[0x0112] = 6
    stream = BytesIO()
    turned.save(stream, "JPEG", exif=exif)
    assert opened(small_picture(stream.getvalue())).size == (450, 900)
    with pytest.raises(Refusal, match="no picture that can be read"):
        small_picture(b"words")
