"""What it costs to bring a long draft with all that was proposed for it to the screen, from the facts to the painted page."""

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPainter

from cmc_desk.rules.drafts import DraftText
from cmc_desk.rules.proposals import Proposal
from cmc_desk.rules.redline import View
from cmc_desk.rules.redlines import render_draft
from cmc_desk.rules.text_edits import edits
from cmc_desk.rules.word_difference import compared
from cmc_desk.ui.context import Context, Facts
from cmc_desk.ui.documents.composed import Composer, parts_of_all
from cmc_desk.ui.documents.laid_runs import laid_runs
from cmc_desk.ui.documents.text_canvas import TextCanvas
from tests.bench.drafts import long_draft
from tests.bench.measure import Row, at_most, milliseconds
from tests.bench.windows import application
from tests.meetings import open_desk

_WIDTH, _HEIGHT, _TURNS = 583, 528, 9


def to_screen() -> Iterator[Row]:
    """A whole draft of 12,000 words with 200 proposals, until what is seen of it is painted; and a page further down."""
    application()
    before, text, proposals = long_draft()
    with tempfile.TemporaryDirectory() as folder:
        desk = open_desk(Path(folder))
        facts = Context(desk).facts
        canvas = TextCanvas()
        canvas.resize(_WIDTH, _HEIGHT)
        picture = QImage(_WIDTH, _HEIGHT, QImage.Format.Format_RGB32)
        work = partial(_shown, canvas, picture, facts, before, text, proposals)
        work()
        times = [milliseconds(work) for _turn in range(_TURNS)]
        floor = median(milliseconds(partial(picture.fill, 0)) for _turn in range(_TURNS))
        yield at_most("12,000 words, 200 proposals to the screen", median(times), 150, floor=floor)
        bar = canvas.verticalScrollBar()
        turned = []
        for _turn in range(_TURNS):
            bar.setValue(bar.value() + bar.pageStep())
            turned.append(milliseconds(partial(_paint, canvas, picture)))
        yield at_most("a page further down in it", median(turned), 16, floor=floor)
        canvas.deleteLater()
        desk.close()


def _shown(
    canvas: TextCanvas, picture: QImage, facts: Facts, before: DraftText, text: DraftText, proposals: list[Proposal]
) -> None:
    for known in (compared, edits, laid_runs):
        known.cache_clear()
    composer = Composer(facts, View.REDLINE, {one.key: one for one in proposals}, whole=True)
    canvas.set_parts(())
    canvas.set_parts(parts_of_all(composer, render_draft(text, proposals, before=before)))
    _paint(canvas, picture)


def _paint(canvas: TextCanvas, picture: QImage) -> None:
    top = canvas.verticalScrollBar().value()
    painter = QPainter(picture)
    painter.translate(QPoint(0, -top))
    canvas.paint_on(painter, QRect(0, top, _WIDTH, _HEIGHT))
    painter.end()
