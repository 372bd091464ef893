"""The bar above every page says what runs, how late it is and what the next fixed point is, as it is recorded and expected."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from cmc_desk.desk import agenda
from cmc_desk.ui.bar_words import ItemWords, behind_chip, item_words
from cmc_desk.ui.context import Context
from cmc_desk.ui.shell import MainWindow
from tests.meetings import clock_of, local
from tests.ui.inline_pool import InlinePool
from tests.ui.shell.stand import KINDS, Stand


def words(one: Stand, hour: int, minute: int, *, day: int = 0) -> ItemWords:
    clock_of(one.desk).move_to(local(day, hour, minute))
    context = one.window.context
    return item_words(context.facts, context.now(), context.live)


def test_a_meeting_whose_clock_nobody_started_goes_by_its_plan(stand: Callable[..., Stand]) -> None:
    one = stand()
    found = words(one, 9, 10)
    assert (found.title, found.next_text, found.icon) == ("Opening", "Coffee in 35 min", "clock")
    # Nobody has started it: by the plan it is on, but it does not run.
    assert not found.running
    assert found.chip is not None
    assert found.chip.text == "By plan"
    assert words(one, 7, 0).title == "Next: Day1-registration"
    assert words(one, 13, 0).next_text == "Fri 6 Dec 08:30"
    assert words(one, 13, 0, day=1).title == "The meeting is over by the plan"


def test_the_window_is_there_before_the_agenda_is_read_for_its_bar(stand: Callable[..., Stand]) -> None:
    one = stand()
    window = MainWindow(Context(one.desk, pool=InlinePool()), pages=KINDS)
    assert "live" not in window.context.__dict__
    assert window.frame.bar._item.text() == ""
    window.deleteLater()
    one.window.tick()
    assert one.window.frame.bar._item.text() == "Day1-registration"


def test_what_runs_how_late_it_is_and_the_next_fixed_point(stand: Callable[..., Stand]) -> None:
    one = stand()
    for item, hour, minute in (("day1-registration", 8, 30), ("opening", 9, 4)):
        words(one, hour, minute)
        one.desk.do(agenda.start_item, item=item)
    found = words(one, 9, 23)
    assert (found.title, found.icon, found.running) == ("Opening", "play", True)
    assert found.next_text == "Coffee in 26 min"
    assert found.chip is not None
    assert (found.chip.text, found.chip.kind) == ("4 min behind", "warning")
    one.desk.do(agenda.add_time, item="opening", seconds=600)
    found = words(one, 9, 23)
    assert found.next_text == "Coffee in 36 min"
    assert found.chip is not None
    assert found.chip.text == "14 min behind"
    one.desk.do(agenda.pause_item, item="opening")
    found = words(one, 9, 23)
    assert (found.icon, found.chip and found.chip.text) == ("pause", "Paused")


def test_between_two_items_and_when_all_is_over(stand: Callable[..., Stand]) -> None:
    one = stand()
    words(one, 8, 30)
    one.desk.do(agenda.start_item, item="day1-registration")
    one.desk.do(agenda.end_item, item="day1-registration")
    found = words(one, 8, 50)
    assert (found.title, found.running) == ("Next: Opening", False)
    for item in ("opening", "coffee", "context", "day2-registration"):
        one.desk.do(agenda.skip_item, item=item)
    words(one, 9, 0, day=1)
    one.desk.do(agenda.start_item, item="discussion")
    words(one, 11, 0, day=1)
    one.desk.do(agenda.end_item, item="discussion")
    assert words(one, 11, 0, day=1).title == "The meeting is over"


@pytest.mark.parametrize(
    ("minutes", "words_", "kind"),
    [
        (4.9, "4 min behind", "warning"),
        (0.9, "on time", "good"),
        (-0.9, "on time", "good"),
        (-3, "3 min ahead", "info"),
    ],
)
def test_how_late_is_a_shape_and_words(minutes: float, words_: str, kind: str) -> None:
    look = behind_chip(timedelta(minutes=minutes))
    assert (look.text, look.kind) == (words_, kind)


def test_the_bar_is_laid_out_anew_only_when_it_says_something_else(stand: Callable[..., Stand]) -> None:
    one = stand()
    one.later(0.25)
    bar = one.window.frame.bar
    before = bar._said
    one.later(0.25)
    assert bar._said is before
