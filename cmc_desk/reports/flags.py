"""Flags on paper: pictures of the drawings that the windows show, each put into a document once."""

from functools import cache, lru_cache
from typing import Any

from cmc_desk.reports.palette_picture import add_picture
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
    picture = f"flag-{code}"
    if not canvas.hasForm(picture):
        add_picture(canvas, picture, _png(code))
    scale = min(width / _WIDTH, height / _HEIGHT)
    wide, high = scale * _WIDTH, scale * _HEIGHT
    left, low = x + (width - wide) / 2, y + (height - high) / 2
    canvas.saveState()
    canvas.transform(wide, 0, 0, high, left, low)
    canvas.doForm(picture)
    canvas.restoreState()
    # Raw, because a badge has it a thousand times.
    canvas._code.append(  # noqa: SLF001 - reportlab has no public way to write a raw path
        f"q {_EDGE_GRAY} G {_EDGE} w {left:.2f} {low:.2f} {wide:.2f} {high:.2f} re S Q"
    )
    return True


@lru_cache(maxsize=64)
def _png(code: str) -> bytes:
    return resource(FOLDER, f"{code}.png").read_bytes()


@cache
def _codes() -> frozenset[str]:
    return frozenset(path.stem for path in resource(FOLDER).glob("*.png"))
