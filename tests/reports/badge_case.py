"""Fictional people with the names that badges stumble over, and eyes for the PDF that is made of them."""

import io
import random
from dataclasses import replace
from typing import Any

import pypdfium2
from PIL import Image
from pypdf import PdfReader
from zxingcpp import read_barcodes

from cmc_desk.exchange.badge_files import badge_designs, badge_stocks
from cmc_desk.rules.badge_code import make
from cmc_desk.rules.badge_design import BadgeFacts, BadgeMeeting, BadgeRun, Box, Show

MM = 72 / 25.4
RED = (200, 30, 30)
MEETING = BadgeMeeting(
    "Migration Consultations 2019",
    "Kingston, Jamaica · 5–6 December 2019",
    contacts=(("Registration desk", "+1 876 555 0100"), ("Medical emergency", "110")),
    agenda=(
        ("Thursday 5 December", ""),
        ("08:30", "Registration"),
        ("09:00", "Opening and statements of the delegations"),
    ),
)
SHORT = ("Ana", "Sample", "Legal Adviser", "Ministry of Example Affairs", "Jamaica", "jm", "Delegate", "sea")
LONG = (
    "María de los Ángeles",
    "Specimen-Rodríguez y Fernández de Muster-Oliveira",
    "Directora General de Asuntos Consulares y de Política Migratoria",
    "Ministerio de Relaciones Exteriores, Comercio Internacional y Culto",
    "Saint Vincent and the Grenadines",
    "vc",
    "Head of delegation",
    "amber",
)
ONE_WORD = ("Ngo", "", "Interpreter", "", "Haiti", "ht", "Interpreter", "leaf")
RIGHT_TO_LEFT = (
    "محمد",
    "الحداد المثالي",
    "Adviser",
    "League of Example States",
    "Observer State",
    "",
    "Observer",
    "coral",
)
CJK = ("王", "小明", "Consul", "Embassy of Example", "Aruba", "aw", "Observer", "azure")
PARTLY_CJK = ("王 Wang", "Muster", "Consul", "", "Aruba", "aw", "Observer", "azure")
COMBINING = ("Nguye\u0302\u0303n", "Z\u0307o\u0301\u0142c\u0301-Muster", "", "", "Suriname", "sr", "Delegate", "indigo")
NAMELESS = ("", "", "Driver", "", "International Organization for Migration", "", "Host", "slate")
NAMES = (SHORT, LONG, ONE_WORD, RIGHT_TO_LEFT, CJK, PARTLY_CJK, COMBINING, NAMELESS)


def people(number: int) -> tuple[BadgeFacts, ...]:
    """Return so many people, who have all the kinds of names in turn and codes of their own."""
    chance = random.Random(7)  # noqa: S311 - these codes open nothing
    return tuple(
        person(NAMES[index % len(NAMES)], f"p{index}", make(chance.getrandbits(64))) for index in range(number)
    )


def person(said: tuple[str, ...], key: str = "p", code: str = "") -> BadgeFacts:
    """Return somebody of whom all this is said."""
    first, second, title, institution, delegation, flag, category, colour = said
    return BadgeFacts(
        participant=key,
        name=" ".join(part for part in (first, second) if part),
        first=first,
        second=second,
        functional_title=title,
        institution=institution,
        delegation=delegation,
        flag=flag,
        category=category,
        colour=colour,
        code=code or make(0x1234_5678_9ABC_DEF0),
    )


def run(design: str, stock: str, who: tuple[BadgeFacts | None, ...], **more: Any) -> BadgeRun:
    """Return a run of the designs and stocks of the program."""
    return replace(BadgeRun(badge_designs()[design], badge_stocks()[stock], MEETING, who), **more)


def pages(content: bytes) -> list[str]:
    """Return the text of every page."""
    return [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]


def positions(content: bytes, page: int = 0) -> list[tuple[str, float, float]]:
    """Return the texts of a page with where each begins, in millimetres from the top left corner."""
    read = PdfReader(io.BytesIO(content)).pages[page]
    high = float(read.mediabox.height)
    found: list[tuple[str, float, float]] = []

    def visit(text: str, _cm: object, tm: list[float], _font: object, _size: object) -> None:
        if text.strip():
            found.append((text.strip(), tm[4] / MM, (high - tm[5]) / MM))

    read.extract_text(visitor_text=visit)
    return found


def picture(content: bytes, page: int = 0, *, dots: int = 300) -> Image.Image:
    """Return a page as the printer paints it."""
    document = pypdfium2.PdfDocument(content)
    try:
        image: Image.Image = document[page].render(scale=dots / 72).to_pil()
        return image.convert("RGB")
    finally:
        document.close()


def page_count(content: bytes) -> int:
    """Return how many pages there are."""
    return len(PdfReader(io.BytesIO(content)).pages)


def codes(image: Image.Image) -> list[str]:
    """Return the codes that a reader finds in a picture."""
    return sorted(code.text for code in read_barcodes(image))


def jpeg(size: tuple[int, int] = (600, 800), colour: tuple[int, int, int] = RED, **options: Any) -> bytes:
    """Return a picture of one colour as a camera would save it."""
    return encoded(Image.new("RGB", size, colour), "JPEG", **options)


def encoded(image: Image.Image, form: str, **options: Any) -> bytes:
    """Return a picture as a file."""
    stream = io.BytesIO()
    image.save(stream, form, **options)
    return stream.getvalue()


def box_of(design: str, show: Show) -> Box:
    """Return the box of the first field of a front that shows this."""
    return next(field.box for field in badge_designs()[design].front if field.show is show)


NUMBERED = tuple(
    replace(person(SHORT, f"p{number}"), first=f"Person{number}", second="", name=f"Person{number}")
    for number in range(9)
)
