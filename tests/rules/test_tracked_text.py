"""A text with the changes of several hands: each can be taken or left, and what cannot stand in one text does not."""

from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.redline import Run
from cmc_desk.rules.tracked_text import Stretch, accepted_text, of_runs, rejected_text, woven
from cmc_desk.rules.word_difference import Kept, compared

WORDS = st.lists(st.sampled_from(["States", "will", "[not]", "share,", "déjà", "\n"]), max_size=8).map(" ".join)


def wish(before: str, after: str, key: str) -> tuple[Run, ...]:
    """Return a text against another, its changes under a key."""
    return tuple(Run(one.text, one.kept, key) for one in compared(before, after))


@given(WORDS, WORDS, WORDS)
def test_one_wish_can_be_woven_into_what_changed_already_and_everything_rejected_is_the_first_text(
    first: str, now: str, wanted: str
) -> None:
    base = of_runs(wish(first, now, ""))
    found = woven(base, [wish(now, wanted, "a")])
    assert found is not None
    assert (rejected_text(found), accepted_text(found)) == (first, wanted)
    # Leaving only the wish gives the text as it is now.
    assert "".join(one.text for one in found if one.inserted != "a" and one.removed in (None, "a")) == now
    assert all(one.text for one in found)


def test_what_one_put_in_and_another_takes_out_is_a_change_of_both() -> None:
    base = of_runs(wish("States share", "States will share", "a"))
    found = woven(base, [wish("States will share", "States share", "b")])
    assert found == (Stretch("States "), Stretch("will ", "a", "b"), Stretch("share"))


def test_wishes_apart_are_woven_together_and_those_that_meet_or_touch_are_not() -> None:
    text = "States will share data and meet once every year"
    base = (Stretch(text),)
    first = wish(text, text.replace("will", "shall"), "a")
    second = wish(text, text.replace("once", "twice"), "b")
    found = woven(base, [second, first])
    assert found is not None
    assert accepted_text(found) == "States shall share data and meet twice every year"
    assert woven(base, [first, wish(text, text.replace("will", "may"), "b")]) is None
    assert woven(base, [first, wish(text, text.replace("will ", "will never "), "b")]) is None


def test_neighbours_of_the_same_hands_are_one_stretch() -> None:
    assert woven((Stretch("a"), Stretch(""), Stretch("b")), ()) == (Stretch("ab"),)


def test_a_wish_for_another_text_cannot_be_woven() -> None:
    assert woven((Stretch("States share"),), [wish("States meet", "States report", "a")]) is None


def test_what_is_put_in_at_the_end_stands_at_the_end() -> None:
    found = woven((Stretch("States"),), [wish("States", "States share", "a")])
    assert found == (Stretch("States"), Stretch(" share", "a"))
    assert of_runs((Run(""), Run("x", Kept.REMOVED, "k"))) == (Stretch("x", None, "k"),)
