"""What the papers of sponsored travel cost."""

import io
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from statistics import median

from pypdf import PdfReader
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from cmc_desk.i18n import texts
from cmc_desk.reports import receipts, seat_wall
from cmc_desk.reports.receipts import Receipts
from cmc_desk.reports.typesetting import REGULAR
from cmc_desk.rules.papers import Format, Imprint
from tests.bench.crowd import MORNING
from tests.bench.measure import Row, alternately, at_most
from tests.reports.travel_case import in_jamaican, payee, wall

_IMPRINT = Imprint("Sample Consultations", "", "Government of Jamaica", "Kingston, 5–6 December 2019", MORNING, "Bench")


def papers() -> Iterator[Row]:
    """400 receipts of four days and the wall of 400 seats as PDF, against a bare canvas that writes the same lines."""
    made = [
        (payee if number % 2 else in_jamaican)(f"Robin Example-{number}", number, texts=texts("en"))
        for number in range(1, 401)
    ]
    content = Receipts("en", "Kingston", tuple(made))
    works: tuple[tuple[str, Callable[[], bytes], float], ...] = (
        ("400 receipts as PDF", partial(receipts.render, content, Format.PDF, texts("en"), _IMPRINT), 3_000),
        ("seat wall as PDF, 200 delegations, 400 seats", _wall, 1_000),
    )
    for name, render, limit in works:
        pages = [page.extract_text().splitlines() for page in PdfReader(io.BytesIO(render())).pages]
        times, least = alternately(render, partial(_bare, pages), runs=5)
        yield at_most(name, median(times), limit, floor=median(least))


def _wall() -> bytes:
    return seat_wall.render(wall(200), Format.PDF, texts("en"), _IMPRINT)


def _bare(pages: Sequence[Sequence[str]]) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1, pageCompression=1)
    for page in pages:
        canvas.setFont(REGULAR, 9)
        for number, line in enumerate(page):
            canvas.drawString(50, 790 - number % 70 * 11, line)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()
