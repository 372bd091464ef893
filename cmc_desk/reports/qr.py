"""QR codes on paper: black modules as horizontal runs in one path, without colours of their own."""

from functools import lru_cache
from typing import Any

# Every mask can be read; the search for the best takes ten times as long as the code itself.
_MASK = 2
QUIET_MODULES = 4


@lru_cache(maxsize=2048)
def qr_runs(text: str) -> tuple[int, tuple[tuple[int, int, int], ...]]:
    """Return how many modules a side has, and its black runs as (column, row from the top, length).

    Upper case letters, digits and a few signs are written in the alphanumeric mode; level M, so that 20 characters fit 21 × 21.
    """
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.main import QRCode

    code = QRCode(error_correction=ERROR_CORRECT_M, border=0, mask_pattern=_MASK)
    code.add_data(text, optimize=0)
    code.make(fit=True)
    runs: list[tuple[int, int, int]] = []
    for row, modules in enumerate(code.modules):
        start = -1
        for column, black in enumerate((*modules, False)):
            if black and start < 0:
                start = column
            elif not black and start >= 0:
                runs.append((start, row, column - start))
                start = -1
    return code.modules_count, tuple(runs)


def draw_qr(canvas: Any, text: str, x: float, y: float, side: float) -> None:
    """Draw a code with its quiet zone inside the square of `side` points whose lower left corner is at `x`, `y`."""
    count, runs = qr_runs(text)
    module = side / (count + 2 * QUIET_MODULES)
    left, top = x + QUIET_MODULES * module, y + side - QUIET_MODULES * module
    # One raw path: an object for each run takes three times as long.
    path = "".join(
        f"{left + column * module:.3f} {top - (row + 1) * module:.3f} {length * module:.3f} {module:.3f} re "
        for column, row, length in runs
    )
    canvas.saveState()
    canvas.setFillGray(0)
    canvas._code.append(path + "f")  # noqa: SLF001 - reportlab has no public way to write a raw path
    canvas.restoreState()
