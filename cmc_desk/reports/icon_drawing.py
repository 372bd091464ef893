"""The icons of the windows on paper: their few lines, rectangles and circles as one raw path each."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree

from cmc_desk.resource import resource

_SIDE = 24.0
_WIDTH = 1.75
# A quarter of a circle as a curve of Bézier.
_KAPPA = 0.5523
_TOKEN = re.compile(r"[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "A": 7, "C": 6, "Z": 0}


def draw_icon(canvas: Any, name: str, x: float, y: float, side: float) -> None:
    """Draw an icon in the stroke colour of `canvas` into the square of `side` points whose lower left corner is at `x`, `y`."""
    scale = side / _SIDE
    # Raw, because a wall has four hundred of them; the drawing has its beginning above.
    canvas._code.append(  # noqa: SLF001 - reportlab has no public way to write a raw path
        f"q {scale:.4f} 0 0 {-scale:.4f} {x:.2f} {y + side:.2f} cm {_WIDTH} w 1 j 1 J {_path(name)} S Q"
    )


@lru_cache(maxsize=64)
def _path(name: str) -> str:
    root = ElementTree.fromstring(resource("icons", f"{name}.svg").read_bytes())  # noqa: S314 - our own file
    parts: list[str] = []
    for element in root.iter():
        kind, known = element.tag.rpartition("}")[2], element.attrib
        if kind == "rect":
            parts.append(" ".join((known["x"], known["y"], known["width"], known["height"], "re")))
        elif kind == "circle":
            parts += _circle(float(known["cx"]), float(known["cy"]), float(known["r"]))
        elif kind == "path":
            parts += _lines(known["d"])
    return " ".join(parts)


def _circle(x: float, y: float, r: float) -> Iterator[str]:
    k = r * _KAPPA
    yield f"{x + r:g} {y:g} m"
    yield f"{x + r:g} {y + k:g} {x + k:g} {y + r:g} {x:g} {y + r:g} c"
    yield f"{x - k:g} {y + r:g} {x - r:g} {y + k:g} {x - r:g} {y:g} c"
    yield f"{x - r:g} {y - k:g} {x - k:g} {y - r:g} {x:g} {y - r:g} c"
    yield f"{x + k:g} {y - r:g} {x + r:g} {y - k:g} {x + r:g} {y:g} c"


def _lines(drawing: str) -> Iterator[str]:
    """Return the lines of a path; its small arcs are drawn as the chord, which nobody sees at the size of a letter."""
    x = y = 0.0
    for command, numbers in _commands(drawing):
        kind, offset = command.upper(), (x, y) if command.islower() else (0.0, 0.0)
        if kind == "Z":
            yield "h"
            continue
        if kind == "C":
            points = [value + offset[place % 2] for place, value in enumerate(numbers)]
            x, y = points[4:]
            yield " ".join(f"{value:g}" for value in points) + " c"
            continue
        if kind == "H":
            x = numbers[0] + offset[0]
        elif kind == "V":
            y = numbers[0] + offset[1]
        else:
            x, y = numbers[-2] + offset[0], numbers[-1] + offset[1]
        yield f"{x:g} {y:g} {'m' if kind == 'M' else 'l'}"


def _commands(drawing: str) -> Iterator[tuple[str, list[float]]]:
    tokens = _TOKEN.findall(drawing)
    command, place = "", 0
    while place < len(tokens):
        if tokens[place].isalpha():
            command = tokens[place]
            place += 1
        takes = _TAKES[command.upper()]
        yield command, [float(token) for token in tokens[place : place + takes]]
        place += takes
        # What follows the first pair of a beginning is a line.
        command = {"M": "L", "m": "l"}.get(command, command)
