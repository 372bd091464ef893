"""Runs keep both texts through every change that is put over them."""

from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.redline import Run
from cmc_desk.rules.runs import accepted, changed_runs, rejected, render_text, said_over
from cmc_desk.rules.word_difference import Kept

TEXTS = st.lists(st.sampled_from(["a", "b", "c", "[", "]", "é", "\n", "\t", "l’île"]), max_size=8).map(" ".join)


def test_what_was_added_and_taken_away_again_was_never_said() -> None:
    runs = said_over(render_text("States agree.", "States shall agree.", "p1"), "States agree.", "p2")
    assert runs == (Run("States agree."),)


def test_what_was_removed_stays_removed_by_whoever_did_it_first() -> None:
    runs = said_over(render_text("one two three", "one three", "p1"), "one four", "p2")
    assert runs == (
        Run("one "),
        Run("two ", Kept.REMOVED, "p1"),
        Run("three", Kept.REMOVED, "p2"),
        Run("four", Kept.ADDED, "p2"),
    )
    assert changed_runs(runs) == (1,)
    assert changed_runs((Run("a", Kept.ADDED), Run("b"), Run("c", Kept.REMOVED))) == (0, 2)


def test_nothing_over_nothing_is_nothing() -> None:
    assert said_over((), "") == render_text("", "") == ()
    assert said_over((Run("a", Kept.ADDED),), "") == ()


@given(TEXTS, st.lists(TEXTS, max_size=4))
def test_rejecting_all_gives_the_first_text_and_accepting_all_the_last(base: str, after: list[str]) -> None:
    first: tuple[Run, ...] = (Run(base),) if base else ()
    runs = reduce(lambda runs, step: said_over(runs, step[1], f"p{step[0]}"), enumerate(after), first)
    assert rejected(runs) == base
    assert accepted(runs) == [base, *after][-1]
    assert all(run.text for run in runs)
    assert all(not run.proposal for run in runs if run.kept is Kept.SAME)
