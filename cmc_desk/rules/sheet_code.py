"""The code on a sheet that comes back filled in: which paper it is a page of, for which session or day.

Capital letters, figures and a few signs only, so that a QR code writes it in its alphanumeric mode.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

PREFIX = "CMC"
_KEY = re.compile(r"[A-Z0-9 $%*+./-]*")
_CODE = re.compile(rf"{PREFIX}:([A-Z]+):({_KEY.pattern}):([1-9][0-9]*)")


class SheetPaper(StrEnum):
    """The papers that are filled in by hand."""

    SIGNATURES = "SIG"
    TICK_LIST = "TICK"
    BLANK_BADGES = "BLANK"


@dataclass(frozen=True, slots=True)
class SheetCode:
    """A page of a paper: `key` is that of a session, a day as ISO text, the letters of a tray, or empty."""

    paper: SheetPaper
    key: str
    page: int

    @property
    def text(self) -> str:
        """What the code says; raises ValueError if the key has letters that it cannot write."""
        key = self.key.upper()
        if not _KEY.fullmatch(key):
            raise ValueError("a sheet code has letters, figures and $ % * + - . / only")
        return f"{PREFIX}:{self.paper}:{key}:{self.page}"


def parse_sheet(text: str) -> SheetCode | None:
    """Return the sheet that a code names, its key in small letters, or None if it names none."""
    found = _CODE.fullmatch(text.strip().upper())
    if found is None or found[1] not in tuple(SheetPaper):
        return None
    return SheetCode(SheetPaper(found[1]), found[2].lower(), int(found[3]))
