"""The panel of the screens of the room: everything by one key, and words of one's own."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from cmc_desk.desk import agenda_plan
from cmc_desk.ui.stage.messages import presets
from tests.ui.agenda.stand import CTRL, SHIFT, Chair
from tests.ui.stage.seen import lines


def test_f10_opens_it_on_every_page_and_closes_it_again(chair: Chair) -> None:
    for page in ("agenda", "papers"):
        chair.window.go(page)
        chair.press(Qt.Key.Key_F10)
        assert chair.window.room.panel.isVisible()
        chair.press(Qt.Key.Key_F10)
        assert not chair.window.room.panel.isVisible()
    chair.window.go("agenda")
    chair.click(chair.page.run.stage_button)
    assert chair.window.room.panel.isVisible()
    chair.press(Qt.Key.Key_Escape)
    assert not chair.window.room.panel.isVisible()


def test_keys_and_figures_act_while_it_is_open_and_nothing_beneath_does(chair: Chair) -> None:
    chair.press(Qt.Key.Key_F10)
    panel = chair.window.room.panel
    chair.press(Qt.Key.Key_F9)
    assert "F9" not in panel.screens["stage"].text()
    assert panel._places["stage"].text().startswith("in a window")
    chair.press(Qt.Key.Key_2)
    assert presets()[1] in lines(chair)
    assert panel.on_stage.text() == f"On the stage now: {presets()[1]}"
    chair.press(Qt.Key.Key_F8, SHIFT)
    assert presets()[1] not in lines(chair)
    chair.press(Qt.Key.Key_Space)
    assert chair.running() == ""


def test_a_message_is_worded_anew_and_shown_with_enter(chair: Chair) -> None:
    chair.press(Qt.Key.Key_F9)
    chair.press(Qt.Key.Key_F10)
    panel = chair.window.room.panel
    panel.edits[2].setFocus()
    panel.edits[2].selectAll()
    chair.type("2 minutes left")
    assert presets()[2] == "Please conclude"
    chair.press(Qt.Key.Key_Return)
    assert presets()[2] == "2 minutes left"
    assert "2 minutes left" in lines(chair)


def test_any_other_message_is_shown_once(chair: Chair) -> None:
    chair.press(Qt.Key.Key_F9)
    chair.press(Qt.Key.Key_F10)
    chair.window.room.panel.free.setFocus()
    chair.type("Buses leave at 18:00")
    assert QApplication.focusWidget() is chair.window.room.panel.free
    chair.press(Qt.Key.Key_Return)
    assert "Buses leave at 18:00" in lines(chair)
    assert "Buses leave at 18:00" not in presets()


def test_another_room_of_the_meeting_is_chosen_for_the_stage(chair: Chair) -> None:
    chair.desk.do(agenda_plan.put_track, id="", name="Working group", place="Blue Suite")
    chair.press(Qt.Key.Key_F9)
    chair.press(Qt.Key.Key_F10)
    panel = chair.window.room.panel
    assert not panel.tracks.isVisible()
    chair.window.room.choose_track("group")
    assert "The meeting is closed" in lines(chair)


def test_dark_or_light(chair: Chair) -> None:
    chair.press(Qt.Key.Key_F9)
    chair.press(Qt.Key.Key_F10)
    grounds = []
    for _turn in range(2):
        grounds.append(chair.window.room.windows["stage"].grab().toImage().pixelColor(5, 5).lightness())
        chair.press(Qt.Key.Key_F7, CTRL)
    assert grounds[0] < 40
    assert grounds[1] > 200
    assert not chair.window.room.light
