"""Flags on paper: the pictures are what the drawings give, and a document holds each once."""

import io
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from pypdf import PdfReader
from PySide6.QtGui import QGuiApplication
from reportlab.pdfgen.canvas import Canvas

from cmc_desk.i18n import texts
from cmc_desk.reports.badges import render_badges
from cmc_desk.reports.flags import FOLDER, draw_flag, has_flag
from cmc_desk.reports.palette_picture import add_picture
from cmc_desk.resource import resource
from tests.reports.badge_case import SHORT, encoded, person, picture, run
from tools import flags

CODES = sorted(path.stem for path in resource("flags").glob("*.svg"))


def drawn(*codes: str, box: tuple[float, float, float, float] = (0, 0, 80, 60)) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(80, 60), invariant=1)
    for code in codes:
        assert draw_flag(canvas, code, *box)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def unlike(one: Image.Image, other: Image.Image) -> float:
    """Return by how much the dots of two pictures differ on the average, of 255."""
    return max(ImageStat.Stat(ImageChops.difference(one.convert("RGB"), other.convert("RGB"))).mean)


def test_there_is_a_picture_for_every_drawing() -> None:
    assert sorted(path.stem for path in resource(FOLDER).glob("*.png")) == CODES
    assert len(CODES) > 30


@pytest.mark.parametrize("code", CODES)
def test_a_picture_is_what_its_drawing_gives(code: str, qapp: QGuiApplication) -> None:
    with Image.open(resource(FOLDER, f"{code}.png")) as kept:
        assert kept.mode == "P"
        assert kept.size == flags.SIZE
        assert unlike(kept, flags.painted(resource("flags", f"{code}.svg"))) < 2


def test_a_renewal_makes_the_same_files_and_takes_away_what_has_no_drawing(
    tmp_path: Path, qapp: QGuiApplication
) -> None:
    drawings, pictures = tmp_path / "drawings", tmp_path / "pictures"
    drawings.mkdir()
    for code in ("jm", "tt"):
        (drawings / f"{code}.svg").write_bytes(resource("flags", f"{code}.svg").read_bytes())
    flags.renew(drawings, pictures)
    (drawings / "tt.svg").unlink()
    first = (pictures / "jm.png").read_bytes()
    said = flags.renew(drawings, pictures)
    assert (pictures / "jm.png").read_bytes() == first
    assert [path.name for path in pictures.iterdir()] == ["jm.png"]
    assert said[1:] == ["tt.png is gone"]


@pytest.mark.parametrize("code", ["jm", "bz", "un", "nl", "cw"])
def test_a_flag_on_paper_looks_like_its_drawing(code: str) -> None:
    with Image.open(resource(FOLDER, f"{code}.png")) as kept:
        page = picture(drawn(code), dots=288)
        inner = page.crop((8, 8, page.width - 8, page.height - 8))
        wanted = kept.convert("RGB").resize(page.size).crop((8, 8, page.width - 8, page.height - 8))
        assert unlike(inner, wanted) < 6


def test_the_code_of_a_flag_may_be_in_capitals() -> None:
    assert has_flag("JM")
    assert drawn("JM") == drawn("jm")


@pytest.mark.parametrize("code", ["", "iom", "../flags/jm", "xx"])
def test_where_there_is_no_flag_nothing_is_drawn(code: str) -> None:
    stream = io.BytesIO()
    canvas = Canvas(stream)
    assert not draw_flag(canvas, code, 0, 0, 40, 30)
    assert not has_flag(code)
    assert canvas._code == []


def test_a_flag_is_not_stretched_in_a_box_of_another_shape() -> None:
    page = picture(drawn("jm", box=(0, 0, 80, 30)), dots=72)
    assert page.getpixel((5, 45)) == page.getpixel((75, 45)) == (255, 255, 255)
    assert page.getpixel((40, 45)) != (255, 255, 255)


def test_a_document_holds_a_flag_once_and_small() -> None:
    once, often = len(drawn("jm")), len(drawn(*["jm"] * 200))
    assert often - once < 6_000
    who = tuple(person(SHORT, f"p{number}") for number in range(40))
    content = render_badges(run("a6", "a4-4-a6", who), texts("en"))
    reader = PdfReader(io.BytesIO(content))
    pictures = {
        reference.idnum
        for page in reader.pages
        for reference in page["/Resources"]["/XObject"].values()  # type: ignore[index]
    }
    assert len(pictures) == 1


@pytest.mark.parametrize(
    "content",
    [
        b"GIF89a",
        encoded(Image.new("RGB", (4, 4)), "PNG"),
        encoded(Image.new("P", (4, 4)), "PNG", transparency=0),
    ],
)
def test_only_a_png_with_a_palette_is_put_in_as_it_is(content: bytes) -> None:
    with pytest.raises(ValueError, match="PNG"):
        add_picture(Canvas(io.BytesIO()), "x", content)
