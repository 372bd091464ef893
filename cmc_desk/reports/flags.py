"""Flags on paper: pictures of the drawings that the windows show, each put into a document once."""

from functools import cache
from typing import Any

from cmc_desk.resource import resource

FOLDER = "flags-paper"
_WIDTH, _HEIGHT = 4, 3
_EDGE_GRAY = 0.62
_EDGE = 0.35


def has_flag(code: str) -> bool:
    """Say whether there is a flag for this code (ISO 3166-1 alpha-2 or `un`), in capitals or not."""
    return code.lower() in _codes()


def draw_flag(canvas: Any, code: str, x: float, y: float, width: float, height: float) -> bool:
    """Draw a flag as large as possible in the middle of a box (points, from its lower left corner); False if there is none.

    Flags are 4:3 and are never stretched; a fine edge parts a white field from white paper.
    """
    code = code.lower()
    if code not in _codes():
        return False
    form = f"flag-{code}"
    if not canvas.hasForm(form):
        # A form of the size of one unit, so that a document holds the picture once and a badge only points to it.
        canvas.beginForm(form, 0, 0, _WIDTH, _HEIGHT)
        canvas.drawImage(str(resource(FOLDER, f"{code}.png")), 0, 0, _WIDTH, _HEIGHT)
        canvas.endForm()
    scale = min(width / _WIDTH, height / _HEIGHT)
    wide, high = scale * _WIDTH, scale * _HEIGHT
    left, low = x + (width - wide) / 2, y + (height - high) / 2
    canvas.saveState()
    canvas.transform(scale, 0, 0, scale, left, low)
    canvas.doForm(form)
    canvas.restoreState()
    canvas.saveState()
    canvas.setStrokeGray(_EDGE_GRAY)
    canvas.setLineWidth(_EDGE)
    canvas.rect(left, low, wide, high)
    canvas.restoreState()
    return True


@cache
def _codes() -> frozenset[str]:
    return frozenset(path.stem for path in resource(FOLDER).glob("*.png"))
