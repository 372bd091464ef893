"""A cell of a matrix that is full was cut, and a delegation stands in one of its columns."""

import pytest

from cmc_desk.rules.matrix_checks import MOST_LETTERS, check_length, check_sides, is_cut, parties_in
from cmc_desk.rules.refusal import Refusal


def test_a_full_cell_says_what_stands_here_or_is_refused() -> None:
    long = "x" * (MOST_LETTERS + 10)
    assert is_cut(long[:MOST_LETTERS], long)
    assert not is_cut("x", long)
    check_length("row 2", "short")
    with pytest.raises(Refusal, match="row 2: this text is too long for a cell"):
        check_length("row 2", "y" * MOST_LETTERS)


def test_a_delegation_stands_in_one_column() -> None:
    check_sides("row 2", {"supporters": "HT JM", "reservations": "AW: asks its capital\nBS"})
    with pytest.raises(Refusal, match="row 2: HT cannot stand in two places"):
        check_sides("row 2", {"supporters": "HT JM", "reservations": "HT: asks its capital"})
    assert dict(parties_in("AW: asks\nBS")) == {"AW": "asks", "BS": ""}
