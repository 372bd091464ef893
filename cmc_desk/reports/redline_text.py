"""What was amended of a text, on the pages of a PDF: what went is struck, what came is underlined, so that a grey copy says it too."""

from collections.abc import Sequence
from typing import Any

from cmc_desk.reports.marked_text import lines_of, width_of
from cmc_desk.reports.page import INKS, LEADING, Pages
from cmc_desk.reports.typesetting import draw_text, text_width
from cmc_desk.rules.note_markup import Run
from cmc_desk.rules.word_difference import Kept, Piece

TONES = {Kept.SAME: "ink", Kept.ADDED: "leaf", Kept.REMOVED: "coral"}
# Above the line that the letters stand on, in parts of their size; what came is bold as well.
_STRUCK, _UNDER, _THICK = 0.28, -0.14, 0.055


def write_redline(pages: Pages, pieces: Sequence[Piece], *, size: float, indent: float = 0, label: str = "") -> None:
    """Write pieces at `indent` points, after a `label` that says what they are."""
    # What came and what went have looks of their own; runs carry them by the two that they know.
    runs = [Run(f"{label} ")] if label else []
    runs += [Run(one.text, strong=one.kept is Kept.ADDED, emphasis=one.kept is Kept.REMOVED) for one in pieces]
    for line in lines_of(runs, size, pages.right - pages.left - indent):
        pages.need(size * LEADING)
        pages.y -= size * LEADING
        _draw(pages.canvas, line, size, pages.left + indent, pages.y + size * 0.3)


def kept_of(run: Run) -> Kept:
    """Return what a run of a redline says of its words."""
    return Kept.ADDED if run.strong else Kept.REMOVED if run.emphasis else Kept.SAME


def _draw(canvas: Any, line: Sequence[Run], size: float, x: float, base: float) -> None:
    for run in line:
        kept = kept_of(run)
        canvas.setFillColor(INKS[TONES[kept]])
        draw_text(canvas, x, base, run.text, size, bold=run.strong)
        wide = width_of((run,), size)
        if kept is not Kept.SAME:
            # A blank at either end belongs to nobody.
            lead = text_width(" ", size, bold=run.strong) * (len(run.text) - len(run.text.lstrip(" ")))
            bare = text_width(run.text.strip(" "), size, bold=run.strong)
            height = base + size * (_STRUCK if kept is Kept.REMOVED else _UNDER)
            canvas.setStrokeColor(INKS[TONES[kept]])
            canvas.setLineWidth(size * _THICK)
            canvas.line(x + lead, height, x + lead + bare, height)
        x += wide
