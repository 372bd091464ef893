"""QR codes on paper: black modules as horizontal runs in one path, without colours of their own."""

from functools import lru_cache
from typing import Any

from cmc_desk.reports import qr_badge

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
    count, path = _path(text)
    module = side / (count + 2 * QUIET_MODULES)
    left, top = x + QUIET_MODULES * module, y + side - QUIET_MODULES * module
    # One raw path in units of a module, downwards: an object for each run takes ten times as long.
    canvas._code.append(  # noqa: SLF001 - reportlab has no public way to write a raw path
        f"q 0 g {module:.4f} 0 0 {-module:.4f} {left:.3f} {top:.3f} cm {path}f Q"
    )


@lru_cache(maxsize=2048)
def _path(text: str) -> tuple[int, str]:
    if qr_badge.fits(text):
        return qr_badge.SIDE, qr_badge.path(text, _MASK)
    count, runs = qr_runs(text)
    return count, "".join(f"{column} {row} {length} 1 re " for column, row, length in runs)
