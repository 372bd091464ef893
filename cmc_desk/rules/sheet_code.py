"""The code on a sheet that comes back filled in: which page of which paper it is, for which session or day, and made when.

Capital letters, figures and a few signs only, so that a QR code writes it in its alphanumeric mode. A scanner presses the keys
of an American keyboard; what a computer with another one makes of them is understood too.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

PREFIX = "CMC"
_KEY = re.compile(r"[A-Z0-9 $%*+./-]*")
_DELEGATION = re.compile(r"[A-Z0-9-]*")
_MADE = "%y%m%d%H%M"
_CODE = re.compile(rf"{PREFIX}:([A-Z]+):({_KEY.pattern}):([1-9][0-9]*)(?::([0-9]{{10}}):({_DELEGATION.pattern})(\.?))?")
# What stands on the keys that differ, as "typed": those of an American keyboard, and what the other one writes.
_LAYOUTS = (
    ("", ""),
    # German, and those of its neighbours
    ("YZyz:-", "ZYzyÖß"),
    ("YZyz:-", "ZYzyöß"),
    # French: figures are written with Shift only, and a scanner does not press it for them
    ("AQWZMaqwzm:-.0123456789", "QAZW?qazw,M):à&é\"'(-è_ç"),
    # Spanish, in Spain and in Latin America
    (":-", "Ñ'"),
    (":-", "ñ'"),
)
_TABLES = tuple(str.maketrans(other, american) for american, other in _LAYOUTS)


class SheetPaper(StrEnum):
    """The papers that are filled in by hand."""

    SIGNATURES = "SIG"
    TICK_LIST = "TICK"
    BLANK_BADGES = "BLANK"


@dataclass(frozen=True, slots=True)
class SheetCode:
    """A page of a paper: `key` is that of a session, a day as ISO text, the letters of a tray, or empty.

    `made` is the minute at which it was made, on the clocks of the meeting; sheets of before do not say it. `delegation` is the
    code of that with which the page begins, `alone` says that the paper has no other.
    """

    paper: SheetPaper
    key: str
    page: int
    made: datetime | None = None
    delegation: str = ""
    alone: bool = False

    @property
    def words(self) -> str:
        """What a person reads below the code; raises ValueError if the key has letters that it cannot write."""
        key = self.key.upper()
        if not _KEY.fullmatch(key):
            raise ValueError("a sheet code has letters, figures and $ % * + - . / only")
        return f"{PREFIX}:{self.paper}:{key}:{self.page}"

    @property
    def text(self) -> str:
        """What the code says; raises ValueError as `words` does. A delegation whose code cannot be written is left out."""
        if self.made is None:
            return self.words
        delegation = self.delegation.upper()
        if not _DELEGATION.fullmatch(delegation):
            delegation = ""
        rest = "" if self.alone or not delegation else "."
        return f"{self.words}:{self.made.strftime(_MADE)}:{delegation}{rest}"


def parse_sheet(text: str) -> SheetCode | None:
    """Return the sheet that a code names, its key in small letters, or None if it names none."""
    for table in _TABLES:
        found = _CODE.fullmatch(text.strip().translate(table).upper())
        if found is not None and found[1] in tuple(SheetPaper):
            try:
                made = datetime.strptime(found[4], _MADE) if found[4] else None  # noqa: DTZ007 - on the clocks of the meeting
            except ValueError:
                return None
            delegation = found[5] or ""
            return SheetCode(
                SheetPaper(found[1]),
                found[2].lower(),
                int(found[3]),
                made,
                delegation,
                alone=bool(delegation) and not found[6],
            )
    return None
