"""Bars that were drawn anew become words; where both were changed the words hold."""

from cmc_desk.i18n import texts
from cmc_desk.rules.plan_calendar import as_drawn, bars, drawn_and_typed, timeframe_of
from cmc_desk.rules.plan_rows import PlanRow
from cmc_desk.rules.timeframes import calendar_columns, months_in
from tests.rules.drafted import paragraph

EN = texts("en")
QUARTERS = calendar_columns(months_in("2020 to 2021"))


def row(words: str, marked: str, was: str = "") -> PlanRow:
    """Return a row with these words, a bar of x and points, and the mark of other words that stood there."""
    calendar = tuple((*column, sign == "x") for column, sign in zip(QUARTERS, marked, strict=True))
    cells = {"activity": "Meet.", "timeframe": words}
    return PlanRow("row 2", cells | ({"mark": f"-.-.k.- timeframe={was}"} if was else {}), calendar=calendar)


def drawn(one: PlanRow) -> str:
    return as_drawn([one], EN)[0].cells["timeframe"]


def test_words_stay_where_the_bar_says_the_same() -> None:
    assert drawn(row("2020", "xxxx....")) == "2020"
    assert drawn(row("every year", "........")) == "every year"
    assert drawn(PlanRow("row 3", {"timeframe": "2020"})) == "2020"
    assert bars(months_in("by March 2020"), QUARTERS[:2]) == (True, False)
    assert timeframe_of(None) == ()
    assert timeframe_of(paragraph("k", "Meet.", cells=(("timeframe", "2020"),))) == months_in("2020")


def test_a_bar_that_was_drawn_anew_is_words() -> None:
    assert drawn(row("2020", ".xx.....")) == "Q2 2020 – Q3 2020"
    assert drawn(row("every year", "x...x...")) == "Q1 2020, Q1 2021"
    assert drawn(row("2020", "........")) == ""


def test_words_that_were_written_anew_hold_and_that_is_said() -> None:
    both = row("2021", ".xx.....", "00000")
    assert drawn(both) == "2021"
    assert list(drawn_and_typed([both, row("2020", ".xx.....")])) == [
        "row 2: bars and words of the timeframe are no longer the same: the words hold."
    ]
