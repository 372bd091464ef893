"""Names of sheets that a spreadsheet program takes: short, without certain signs, no two alike."""

import re
from collections.abc import Iterable, Sequence

from cmc_desk.reports.workbook import clean

_LONGEST = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]+")


def sheet_names(wanted: Sequence[str], taken: Iterable[str] = ()) -> tuple[str, ...]:
    """Return for each wanted name one that can be given; `taken` are those of other sheets of the book."""
    used = {name.casefold() for name in taken}
    found = []
    for words in wanted:
        name = " ".join(_NOT_IN_NAMES.sub(" ", clean(words)).split()).strip("'")[:_LONGEST].strip() or "1"
        number = 2
        other = name
        while other.casefold() in used:
            end = f" {number}"
            other, number = name[: _LONGEST - len(end)].rstrip() + end, number + 1
        used.add(other.casefold())
        found.append(other)
    return tuple(found)
