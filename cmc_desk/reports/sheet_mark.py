"""The mark of a sheet that comes back: heading, and a code that says which page of which sheet it is, on every page."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from cmc_desk.reports.page import INKS, MM, Pages
from cmc_desk.reports.qr import draw_qr
from cmc_desk.reports.typesetting import draw_text
from cmc_desk.rules.sheet_code import SheetCode, SheetPaper

_SIDE = 24 * MM
_GAP = 4 * MM


@contextmanager
def mark_sheets(
    pages: Pages,
    paper: SheetPaper,
    key: str,
    heading: Callable[[float], None],
    *,
    begins_with: Callable[[], tuple[str, bool]] = lambda: ("", False),
) -> Iterator[None]:
    """Put the code of its page on this page and all that are begun inside, and let `heading` write beside it.

    `heading` is given the width that it has. `begins_with` tells the code of the delegation with which the page that is begun
    begins, and whether the paper has no other.
    """
    before = pages.number - 1

    def mark() -> None:
        top = pages.y
        made = pages.imprint.made_at.replace(second=0, microsecond=0, tzinfo=None)
        delegation, alone = begins_with()
        _draw_code(pages, SheetCode(paper, key, pages.number - before, made, delegation, alone), top)
        heading(pages.width - _SIDE - _GAP)
        pages.y = min(pages.y, top - _SIDE - 7) - 5

    pages.mark_pages(mark)
    yield
    pages.mark_pages(None)


def _draw_code(pages: Pages, code: SheetCode, top: float) -> None:
    draw_qr(pages.canvas, code.text, pages.right - _SIDE, top - _SIDE + 4, _SIDE)
    pages.canvas.setFillColor(INKS["slate"])
    draw_text(pages.canvas, pages.right, top - _SIDE - 2, code.words, 6, side="right")
