"""How wide the columns of a table are that somebody else made: the more the longest text in one says, the wider it is."""

from collections.abc import Sequence

from cmc_desk.rules.table_text import TrackedRow
from cmc_desk.rules.tracked_text import Stretch

# No column is so narrow that only single words stand in it.
_LEAST = 0.12


def column_shares(rows: Sequence[TrackedRow]) -> tuple[float, ...]:
    """Return which share of the width each column has."""
    wide = len(rows[0].cells)
    longest = [max(_letters(row.cells[at]) for row in rows) ** 0.6 + 2 for at in range(wide)]
    shares = [max(one / sum(longest), min(_LEAST, 0.8 / wide)) for one in longest]
    return tuple(one / sum(shares) for one in shares)


def _letters(cell: Sequence[Stretch]) -> int:
    return max(map(len, "".join(one.text for one in cell).split("\n")))
