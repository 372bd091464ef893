"""What opens beside the rundown and the speakers: adding, drawing, correcting, making up time, and who has had the floor."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from cmc_desk.desk import agenda_plan
from cmc_desk.rules.floor_kinds import SpeakerState
from cmc_desk.rules.meeting import ItemKind
from tests.meetings import local
from tests.ui.agenda.stand import ALT, CTRL, TOPIC, Chair, begin, make_chair


@pytest.fixture
def empty_list(qtbot: QtBot, tmp_path: Path) -> Chair:
    return make_chair(qtbot, tmp_path, listed=())


def test_s_and_some_letters_put_a_delegation_on_the_list_and_the_panel_stays(empty_list: Chair) -> None:
    chair = empty_list
    chair.press(Qt.Key.Key_S)
    rows = chair.page.run.panels.add.list.rows()
    assert [(row.name, row.chip.text if row.chip else "") for row in rows] == [
        ("Haiti", "Present"),
        ("Jamaica", "Present"),
        ("Aruba", "Not here"),
        ("UNHCR", "Not here"),
    ]
    chair.type("aru")
    chair.press(Qt.Key.Key_Return)
    assert chair.last() == ("notice", "On the list: Aruba")
    chair.type("ja")
    chair.press(Qt.Key.Key_Return)
    chair.press(Qt.Key.Key_Escape)
    # States before territories, whoever asked first.
    assert [name for name, _state, _time in chair.speakers()] == ["Jamaica", "Aruba"]
    chair.close()


def test_alt_a_puts_all_who_are_present_on_the_list(empty_list: Chair) -> None:
    chair = empty_list
    chair.press(Qt.Key.Key_S)
    chair.press(Qt.Key.Key_A, ALT)
    assert chair.last() == ("notice", "On the list: 2 delegations")
    assert not chair.page.run.panels.add.all_button.isEnabled()
    chair.close()


def test_a_point_of_order_has_the_floor_at_once_and_costs_the_speaker_nothing(hearing: Chair) -> None:
    hearing.press(Qt.Key.Key_N)
    hearing.later(minutes=2)
    hearing.press(Qt.Key.Key_O)
    hearing.type("haiti")
    hearing.press(Qt.Key.Key_Return)
    assert hearing.last() == ("notice", "Point of order: Haiti · Jamaica is paused")
    hearing.later(minutes=1)
    assert ("Haiti", "Point of order", "2:00 left") in hearing.speakers()
    assert ("Jamaica", "Paused", "3:00 left") in hearing.speakers()
    hearing.press(Qt.Key.Key_N)
    assert ("Jamaica", "Speaking", "3:00 left") in hearing.speakers()


def test_the_roll_is_drawn_and_told(hearing: Chair) -> None:
    hearing.press(Qt.Key.Key_D)
    hearing.type("haiti")
    hearing.press(Qt.Key.Key_Return)
    hearing.press(Qt.Key.Key_Return, CTRL)
    assert hearing.last() == ("notice", "Drawn: Haiti · the roll begins there")
    assert [name for name, _state, _time in hearing.speakers()] == ["Haiti", "Jamaica", "Aruba", "UNHCR"]
    floor = hearing.page.context.live.floor(TOPIC)
    assert floor is not None
    assert [draw.delegation for draw in floor.facts.draws] == ["HT"]


def test_a_name_that_is_no_delegation_is_refused_beside_the_field(hearing: Chair) -> None:
    hearing.press(Qt.Key.Key_D)
    hearing.type("atlantis")
    hearing.press(Qt.Key.Key_Return, CTRL)
    assert "leave this empty" in hearing.page.run.panels.draw.delegation_field.problem()


def test_a_late_start_is_corrected_and_everything_follows(hearing: Chair) -> None:
    hearing.at(10, 30)
    hearing.press(Qt.Key.Key_L)
    hearing.type("10:16")
    hearing.press(Qt.Key.Key_Return)
    assert hearing.last() == ("notice", "Corrected: began at 10:16")
    assert hearing.rundown()[3][2] == "10:16 –"
    assert hearing.rundown()[2][2] == "09:48 – 10:16"
    hearing.press(Qt.Key.Key_Z, CTRL)
    assert hearing.rundown()[3][2] == "10:19 –"


def test_a_late_start_that_cannot_be_is_refused_beside_the_field(hearing: Chair) -> None:
    hearing.press(Qt.Key.Key_L)
    hearing.type("25")
    hearing.press(Qt.Key.Key_Return)
    assert "no time of day" in hearing.page.run.panels.late.time.problem()
    hearing.press(Qt.Key.Key_Escape)
    assert not hearing.page.run.panels.late.isVisible()


def test_the_past_of_a_speech_is_corrected_with_a_reason(hearing: Chair) -> None:
    hearing.press(Qt.Key.Key_N)
    hearing.later(minutes=4)
    hearing.press(Qt.Key.Key_N)
    hearing.press(Qt.Key.Key_H)
    past = hearing.page.run.panels.past
    row = next(one for one in past.table.model_of_rows().rows if (one.of, one.what) == ("Jamaica", "took the floor"))
    past.table.choose(row.key)
    hearing.press(Qt.Key.Key_Return)
    hearing.type("10:20")
    hearing.press(Qt.Key.Key_Return)
    assert "Say why" in past.reason.problem()
    hearing.type("the interpreters were not ready")
    hearing.press(Qt.Key.Key_Return)
    assert hearing.last()[1] == "Corrected: Jamaica took the floor at 10:20:00"
    assert ("Jamaica", "Heard", "3:00") in hearing.speakers()


def test_making_up_time_shows_before_and_after_and_is_one_act(hearing: Chair) -> None:
    hearing.desk.do(
        agenda_plan.put_line,
        id="",
        day=local(0, 12).date(),
        starts=local(0, 12),
        ends=local(0, 13),
        title="Lunch",
        kind=ItemKind.LUNCH,
    )
    hearing.at(10, 30)
    hearing.press(Qt.Key.Key_M)
    pane = hearing.page.run.panels.compress
    plan = pane.chosen()
    assert plan is not None
    assert plan.needed == timedelta(minutes=4)
    (row,) = [one for one in pane.table.model_of_rows().rows if one.changed]
    assert (row.before, row.after) == ("105 min", "101 min")
    hearing.press(Qt.Key.Key_Return)
    assert hearing.last() == ("notice", "Applied: 4 min made up")
    assert hearing.page.run.left_stack.currentWidget() is hearing.page.run.rundown
    hearing.press(Qt.Key.Key_Z, CTRL)
    line = hearing.page.context.live.line("context")
    assert line is not None
    assert line.item.length == timedelta(minutes=105)


def test_a_day_that_fits_says_so(chair: Chair) -> None:
    chair.at(8, 30)
    begin(chair, "day1-registration")
    chair.press(Qt.Key.Key_M)
    pane = chair.page.run.panels.compress
    assert pane.chosen() is None
    assert pane.empty.isVisible()
    chair.press(Qt.Key.Key_Escape)
    assert not pane.isVisible()


def test_the_fair_floor_is_a_view_of_the_page_and_nothing_else(hearing: Chair) -> None:
    hearing.press(Qt.Key.Key_N)
    hearing.later(minutes=2)
    hearing.press(Qt.Key.Key_N)
    hearing.press(Qt.Key.Key_V)
    fair = hearing.page.run.panels.fair
    first = fair.table.model_of_rows().rows[0]
    assert (first.name, first.used) == ("Jamaica", "2:00")
    assert fair.silent.text() == "Aruba, UNHCR"
    regions = fair.regions.model_of_rows().rows
    assert [(row.name, row.note, row.used) for row in regions] == [
        ("CARICOM", "1/1", "–"),
        ("none stated", "1/3", "2:00"),
    ]
    hearing.press(Qt.Key.Key_V)
    assert not fair.isVisible()


def test_what_is_kept_of_an_entry_is_saved_from_its_panel(hearing: Chair) -> None:
    hearing.press(Qt.Key.Key_Down)
    hearing.press(Qt.Key.Key_D, CTRL)
    hearing.type("2:30")
    panel = hearing.page.run.panels.entry
    lines = panel.findChildren(QLineEdit)
    lines[-1].setFocus()
    hearing.type("lands 15:10")
    hearing.press(Qt.Key.Key_Return)
    assert hearing.last() == ("notice", "Saved: Jamaica")
    assert ("Jamaica", "Next", "lands 15:10") in hearing.speakers()
    floor = hearing.page.context.live.floor(TOPIC)
    assert floor is not None
    assert floor.speeches[0].limit == timedelta(minutes=2, seconds=30)
    assert floor.speeches[0].state is SpeakerState.INSCRIBED
