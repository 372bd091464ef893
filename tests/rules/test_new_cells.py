"""The cells of a proposed row are lines of a text and cells again, in whichever language they are called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.document_kinds import PlanField
from cmc_desk.rules.new_cells import cells_in, cells_words, in_order, kept_cells, level_of_new, with_cells
from cmc_desk.rules.redline import Run
from cmc_desk.rules.word_difference import Kept

CALLED = {"lead": "Responsable", "target": "Meta"}
FIELDS = {"responsable": PlanField.LEAD, "meta": PlanField.TARGET}
NAMES = st.sampled_from([one.value for one in PlanField])
LINES = st.text("ab .") | st.builds("{}: {}".format, NAMES, st.text("ab")) | st.text("¶: a")
CELLS = st.dictionaries(NAMES, st.lists(LINES).map(lambda lines: "\n".join(lines).strip()))


def test_cells_are_called_as_somebody_calls_them_and_a_line_without_a_name_goes_on() -> None:
    words = cells_words((("target", "9"), ("lead", "OIM\ny ACNUR")), CALLED.__getitem__)
    assert words == "Meta: 9\nResponsable: OIM\ny ACNUR"
    assert cells_in(f"\n{words}\n", FIELDS) == (("target", "9"), ("lead", "OIM\ny ACNUR"))
    assert cells_in("OIM\nMeta: 9", FIELDS) is None
    assert cells_in("", FIELDS) == ()


@given(CELLS)
def test_cells_under_their_own_names_come_back(cells: dict[str, str]) -> None:
    kept = in_order((name, "\n".join(line.strip() for line in said.splitlines())) for name, said in cells.items())
    assert kept_cells(cells_words(kept)) == kept


def test_a_line_of_a_cell_that_begins_as_another_is_called_stays_in_it() -> None:
    words = cells_words((("lead", "To be settled:\nMeta: see the letter"), ("target", "9")), CALLED.__getitem__)
    assert words == "Responsable: To be settled:\n¶ Meta: see the letter\nMeta: 9"
    assert cells_in(words, FIELDS) == (("target", "9"), ("lead", "To be settled:\nMeta: see the letter"))


@pytest.mark.parametrize(
    ("level", "cells", "made"),
    [
        (3, (), 3),
        (4, (("target", ""),), 4),
        (3, (("target", "9"), ("baseline", "1")), 4),
        (4, (("target", "9"), ("lead", "IOM")), 3),
    ],
)
def test_a_row_that_only_says_what_indicators_say_is_one(
    level: int, cells: tuple[tuple[str, str], ...], made: int
) -> None:
    assert level_of_new(level, cells) == made


def test_a_text_has_the_cells_below_it_as_added() -> None:
    assert with_cells((Run("Train."),), (("lead", "IOM"),), str, "p") == (
        Run("Train."),
        Run("\nlead: IOM", Kept.ADDED, "p"),
    )
    assert with_cells((Run("Train."),), (), str) == (Run("Train."),)
