"""What the papers about people cost."""

import io
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from pypdf import PdfReader
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from cmc_desk.desk.desk import Desk
from cmc_desk.desk.people_listed import gather_participants
from cmc_desk.i18n import texts
from cmc_desk.reports.participants import render
from cmc_desk.reports.typesetting import REGULAR
from cmc_desk.rules.papers import Ask, Format, Imprint
from cmc_desk.rules.people import Consent
from tests.bench.crowd import MORNING, open_crowd
from tests.bench.measure import Row, alternately, at_most

_IMPRINT = Imprint("Sample Consultations", "", "Government of Jamaica", "Kingston, 5–6 December 2019", MORNING, "Bench")


def participants() -> Iterator[Row]:
    """The list of 1,000 participants as PDF, read from the store, against a bare canvas that writes the same lines."""
    with tempfile.TemporaryDirectory() as name:
        desk = open_crowd(Path(name), 1_000, consent=Consent.YES)
        pages = [page.extract_text().splitlines() for page in PdfReader(io.BytesIO(_list(desk))).pages]
        times, least = alternately(lambda: _list(desk), lambda: _bare(pages), runs=5)
        desk.close()
    yield at_most("list of participants as PDF, 1,000 people", median(times), 2_000, floor=median(least))


def _list(desk: Desk) -> bytes:
    return render(desk.read(gather_participants, Ask(second="fr")), Format.PDF, texts("en"), _IMPRINT)


def _bare(pages: Sequence[Sequence[str]]) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1, pageCompression=1)
    for page in pages:
        canvas.setFont(REGULAR, 9)
        for number, line in enumerate(page):
            canvas.drawString(50 if number < len(page) / 2 else 310, 760 - number % 70 * 10, line)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()
