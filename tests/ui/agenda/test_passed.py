"""What was passed over is said where the meeting is run, and one key says what becomes of it."""

from PySide6.QtCore import Qt

from cmc_desk.desk import agenda
from cmc_desk.rules.agenda import ItemState
from cmc_desk.ui.parts.runs import plain
from tests.ui.agenda.stand import CTRL, SHIFT, Chair


def words(chair: Chair) -> str:
    """Return what the card says of it; nothing while its line is not shown."""
    card = chair.page.run.card
    return plain(card.passed._runs) if card.passed.isVisible() else ""


def marked(chair: Chair) -> dict[str, str]:
    """Return what a screen reader says of the lines that carry the mark."""
    rows = chair.page.run.rundown.table.model_of_rows().rows
    return {row.key: row.spoken for row in rows if row.mark == "triangle"}


def pass_over(chair: Chair) -> None:
    """Let the third item run; the first two were passed over, and the first of them has a fixed beginning."""
    chair.at(9, 40)
    chair.desk.do(agenda.start_item, item="coffee")


def test_what_was_passed_over_is_said_on_the_card_and_in_its_line(chair: Chair) -> None:
    assert words(chair) == ""
    pass_over(chair)
    assert words(chair) == "Passed over: Day1-registration · 1 more"
    assert marked(chair) == {"day1-registration": "passed over, fixed", "opening": "passed over"}
    table = chair.page.run.rundown.table
    shown = table.model_of_rows().index(1, 1).data(Qt.ItemDataRole.DisplayRole)
    assert "Passed over" in str(shown)


def test_one_key_skips_it_and_another_starts_it(chair: Chair) -> None:
    pass_over(chair)
    chair.press(Qt.Key.Key_K, SHIFT)
    assert chair.state("day1-registration") is ItemState.SKIPPED
    assert words(chair) == "Passed over: Opening"
    chair.press(Qt.Key.Key_S, SHIFT)
    assert chair.running() == "coffee"
    chair.press(Qt.Key.Key_S, SHIFT)
    assert chair.running() == "opening"
    assert chair.state("coffee") is ItemState.DONE
    assert words(chair) == ""
    # Space goes on behind it, with what has not begun.
    chair.press(Qt.Key.Key_Space)
    assert chair.running() == "context"
    chair.press(Qt.Key.Key_K, SHIFT)
    assert chair.last() == ("amber", "Nothing changed: No item was passed over.")


def test_the_buttons_do_the_same(chair: Chair) -> None:
    pass_over(chair)
    chair.click(chair.page.run.card.skip_passed)
    chair.click(chair.page.run.card.start_passed)
    chair.click(chair.page.run.card.start_passed)
    assert chair.running() == "opening"


def test_at_the_end_of_the_day_what_was_passed_over_is_what_is_left(chair: Chair) -> None:
    pass_over(chair)
    chair.at(10, 15)
    chair.press(Qt.Key.Key_K, SHIFT)
    chair.press(Qt.Key.Key_Space)
    chair.press(Qt.Key.Key_Space, SHIFT)
    assert chair.running() == ""
    run = chair.page.run
    assert (run.card.title.text(), run.card.next.isEnabled()) == ("Opening", False)
    assert run.rundown.day == chair.window.context.facts.meeting.days[0]
    chair.window.tick()
    assert chair.window.frame.bar._item.text() == "Passed over: Opening"
    chair.press(Qt.Key.Key_Space)
    assert chair.last()[1].endswith("“Opening” was passed over: start it, or skip it.")
    chair.press(Qt.Key.Key_K, SHIFT)
    chair.window.tick()
    assert run.card.title.text().startswith("Next: ")
    assert "Passed over" not in chair.window.frame.bar._item.text()


def test_what_runs_is_not_ended_without_a_question_and_its_end_is_told_with_the_way_back(chair: Chair) -> None:
    pass_over(chair)
    chair.later(seconds=4)
    chair.press(Qt.Key.Key_S, SHIFT)
    kind, said = chair.last()
    assert (kind, chair.running()) == ("amber", "coffee")
    assert said == "Coffee runs and would end: Shift+S once more starts “Day1-registration” in its place."
    # A question that nobody answered is forgotten.
    chair.later(seconds=31)
    chair.press(Qt.Key.Key_S, SHIFT)
    assert chair.running() == "coffee"
    chair.later(seconds=2)
    chair.press(Qt.Key.Key_S, SHIFT)
    assert chair.running() == "day1-registration"
    assert "Started: Day1-registration · “Coffee” ended after 0:37, U on its line reopens it" in chair.last()[1]
    assert chair.said[-1].undo
    chair.press(Qt.Key.Key_Z, CTRL)
    assert (chair.running(), chair.state("day1-registration")) == ("coffee", ItemState.PLANNED)


def test_where_nothing_runs_nothing_is_asked(chair: Chair) -> None:
    pass_over(chair)
    chair.press(Qt.Key.Key_Space, SHIFT)
    chair.press(Qt.Key.Key_S, SHIFT)
    assert chair.running() == "day1-registration"


def test_a_key_that_bounces_does_not_answer_the_question(chair: Chair) -> None:
    pass_over(chair)
    chair.page.run.go_stutter.clock = lambda: 1.0
    for _press in range(3):
        chair.press(Qt.Key.Key_S, SHIFT)
    assert chair.running() == "coffee"
