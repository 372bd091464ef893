"""What a thousand badges cost: four to a sheet, with code, flag, coloured band and two fonts."""

import io
import random
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from pypdf import PdfReader
from pypdf.generic import StreamObject
from reportlab.pdfgen.canvas import Canvas

from cmc_desk.exchange.badge_files import badge_designs, badge_stocks
from cmc_desk.i18n import texts
from cmc_desk.reports import qr, typesetting
from cmc_desk.reports.badge_side import Side
from cmc_desk.reports.badge_text import set_text
from cmc_desk.reports.badges import render_badges
from cmc_desk.reports.page import MM
from cmc_desk.reports.qr import qr_runs
from cmc_desk.reports.typesetting import BOLD, REGULAR, register_fonts
from cmc_desk.rules.badge_code import make
from cmc_desk.rules.badge_design import BadgeFacts, BadgeMeeting, BadgeRun, Show
from cmc_desk.rules.badge_sheet import on_sheets, places
from tests.bench.crowd import person
from tests.bench.measure import Row, against, alternately, at_most

_NUMBER = 1_000
_FLAGS = ("jm", "tt", "bb", "gy", "sr", "ht", "do", "cu", "ag", "lc")
_COLOURS = ("sea", "slate", "leaf", "indigo")
_MEETING = BadgeMeeting("Sample Consultations 2019", "Kingston, Jamaica · 5–6 December 2019")


@dataclass(frozen=True, slots=True)
class _Text:
    """A text of the floor: where its baseline begins, its size and its font."""

    x: float
    y: float
    text: str
    size: float
    font: str


def badges() -> Iterator[Row]:
    """A run of 1,000, against one canvas that draws the same texts and as many modules, knowing beforehand where."""
    run = crowd()
    register_fonts()
    pages = _floor_of(run)
    times, floor = alternately(lambda: _afresh(run), lambda: _bare(pages), runs=5)
    content = render_badges(run, texts("en"))
    yield against("1,000 badges, four to a sheet", times, floor, most=1.3)
    yield at_most("one of them", median(times) / _NUMBER, 1.2)
    yield at_most("one of them, beyond fonts and pictures", _size(content) / _NUMBER / 1000, 2.0, unit="kB")


def crowd() -> BadgeRun:
    """Return a run of a thousand fictional people; no two have the same name or code."""
    chance = random.Random(2019)  # noqa: S311 - these codes open nothing
    people = []
    for number in range(_NUMBER):
        one = person(number, list(_FLAGS))
        people.append(
            BadgeFacts(
                participant=f"p{number}",
                name=one.full_name,
                first=one.given_name,
                second=one.family_name,
                functional_title=one.functional_title,
                institution=one.institution,
                delegation=f"Example State of {one.delegation.upper()}",
                flag=one.delegation,
                category="Delegate",
                colour=_COLOURS[number % len(_COLOURS)],
                code=make(chance.getrandbits(64)),
            )
        )
    return BadgeRun(badge_designs()["a6"], badge_stocks()["a4-4-a6"], _MEETING, tuple(people))


def _afresh(run: BadgeRun) -> bytes:
    """Render without what an earlier turn remembers of the same people."""
    for cached in (set_text, qr._path, typesetting._is_plain, typesetting._cut):
        cached.cache_clear()
    return render_badges(run, texts("en"))


def _floor_of(run: BadgeRun) -> list[list[tuple[list[_Text], list[tuple[float, float, float, float]]]]]:
    """Return what stands on the pages, ready to be drawn: texts and black runs of modules."""
    where = places(run.design, run.stock)
    high = run.stock.page_height * MM
    front = Side(run.design.front, run.meeting, texts("en"))
    pages = []
    for sheet in on_sheets(run.people, len(where)):
        page = []
        for place, facts in zip(where, sheet, strict=True):
            if facts is None:
                continue
            x, y = place.front.x * MM, high - place.front.y * MM
            written, modules = [], []
            for laid in front.laid(facts):
                slot = laid.slot
                if laid.text is not None:
                    fitted = laid.text.fitted
                    font = BOLD if slot.field.bold else REGULAR
                    written += [
                        _Text(x + slot.x, y - slot.y - (number + 1) * fitted.size, line, fitted.size, font)
                        for number, line in enumerate(fitted.lines)
                    ]
                elif slot.field.show is Show.QR:
                    count, runs = qr_runs(facts.code)
                    module = slot.width / (count + 8)
                    modules = [
                        (x + slot.x + column * module, y - slot.y - (row + 1) * module, length * module, module)
                        for column, row, length in runs
                    ]
            page.append((written, modules))
        pages.append(page)
    return pages


def _bare(pages: list[list[tuple[list[_Text], list[tuple[float, float, float, float]]]]]) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=1, pageCompression=1)
    for page in pages:
        for written, modules in page:
            for text in written:
                canvas.setFont(text.font, text.size)
                canvas.drawString(text.x, text.y, text.text)
            path = "".join(f"{x:.3f} {y:.3f} {wide:.3f} {high:.3f} re " for x, y, wide, high in modules)
            canvas._code.append(path + "f")
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _size(content: bytes) -> int:
    """Return how much of a PDF is neither font nor picture, in bytes."""
    reader = PdfReader(io.BytesIO(content))
    apart = 0
    for number in range(1, len(reader.xref[0]) + 1):
        found = reader.get_object(number)
        if isinstance(found, StreamObject) and (found.get("/Subtype") == "/Image" or "/Length1" in found):
            apart += len(found._data)
    return len(content) - apart
