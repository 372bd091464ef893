"""Bars that were drawn anew become words; where both were changed the words hold."""

from dataclasses import replace

from cmc_desk.i18n import texts
from cmc_desk.rules.matrix_marks import said_as
from cmc_desk.rules.plan_calendar import as_drawn, bars, drawn_and_typed, is_bar, timeframe_of
from cmc_desk.rules.plan_rows import PlanRow
from cmc_desk.rules.timeframes import calendar_columns, months_in
from tests.rules.drafted import paragraph

EN = texts("en")
QUARTERS = calendar_columns(months_in("2020 to 2021"))


def row(words: str, marked: str, was: str | None = None, mark: str = "-.-.k.-", **more: str) -> PlanRow:
    """Return a row of our calendar with these words, a bar of x and points, and the mark of what stood there: the same, if not told."""
    calendar = tuple((*column, sign == "x") for column, sign in zip(QUARTERS, marked, strict=True))
    marks = {"mark": f"{mark} timeframe={said_as(words if was is None else was)}" if mark else ""}
    return PlanRow("row 2", {"activity": "Meet.", "timeframe": words} | marks | more, calendar=calendar)


def foreign(words: str, marked: str) -> PlanRow:
    """Return a row of a table that is none of ours."""
    ours = row(words, marked)
    return replace(ours, cells={name: said for name, said in ours.cells.items() if name != "mark"})


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
    both = row("2021", ".xx.....", "")
    assert drawn(both) == "2021"
    assert list(drawn_and_typed([both, row("2020", ".xx.....")])) == [
        "row 2: bars and words of the timeframe are no longer the same: the words hold."
    ]


def test_in_a_table_of_somebody_else_words_hold_whatever_its_columns_of_years_say() -> None:
    assert drawn(foreign("Q2 2020 to Q4 2020", "xxxx....")) == "Q2 2020 to Q4 2020"
    assert drawn(foreign("by March 2021", "........")) == "by March 2021"
    assert drawn(foreign("every year", "xxxx....")) == "every year"
    assert drawn(foreign("", "xxxx....")) == "2020"
    assert list(drawn_and_typed([foreign("2021", "xxxx....")])) == []


def test_columns_of_years_that_somebody_put_beside_the_plan_itself_are_no_calendar_of_ours() -> None:
    beside = row("2020", "........", indicator="Meetings")
    assert drawn(beside) == "2020"
    assert drawn(row("", ".x......", "2020", indicator="Meetings")) == ""
    assert list(drawn_and_typed([replace(beside, cells={**beside.cells, "timeframe": "2021"})])) == []


def test_a_new_row_in_our_calendar_says_its_words_and_what_is_drawn_where_it_has_none() -> None:
    both = row("by March 2021", ".xx.....", mark="")
    assert drawn(both) == "by March 2021"
    assert drawn(row("by March 2021", "........", mark="")) == "by March 2021"
    assert drawn(row("", ".xx.....", mark="")) == "Q2 2020 – Q3 2020"
    assert list(drawn_and_typed([both, row("by March 2021", "........", mark=""), row("", ".x......", mark="")])) == [
        "row 2: bars and words of the timeframe are no longer the same: the words hold."
    ]


def test_figures_are_no_bars_but_in_our_own_calendar() -> None:
    assert [is_bar(sign, ours=False) for sign in ("x", "■", "1,000", "USD 5", "")] == [True, True, False, False, False]
    assert [is_bar(sign, ours=True) for sign in ("x", "1", "")] == [True, True, False]
