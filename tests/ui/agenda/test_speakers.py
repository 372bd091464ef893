"""The list of speakers by its keys: who speaks, who waits, who was absent, and what each can still have."""

from PySide6.QtCore import Qt

from cmc_desk.desk import floor_list
from tests.ui.agenda.stand import CTRL, TOPIC, Chair


def test_n_gives_the_floor_and_records_who_spoke(hearing: Chair) -> None:
    hearing.press(Qt.Key.Key_N)
    assert hearing.last() == ("notice", "Has the floor: Jamaica")
    hearing.later(minutes=4, seconds=31)
    assert ("Jamaica", "Speaking", "0:29 left") in hearing.speakers()
    hearing.press(Qt.Key.Key_N)
    assert hearing.last() == ("notice", "Has the floor: Haiti · Jamaica recorded at 4:31")
    assert hearing.speakers()[:3] == [
        ("Jamaica", "Heard", "4:31"),
        ("Haiti", "Speaking", "5:00 left"),
        ("Aruba", "Next", ""),
    ]


def test_the_first_second_over_time_is_plus_one(hearing: Chair) -> None:
    hearing.press(Qt.Key.Key_N)
    hearing.later(minutes=5, seconds=1)
    assert ("Jamaica", "Speaking", "+0:01") in hearing.speakers()


def test_a_marks_the_one_who_does_not_come_as_absent_and_the_list_goes_on(hearing: Chair) -> None:
    hearing.press(Qt.Key.Key_N)
    hearing.later(seconds=10)
    hearing.press(Qt.Key.Key_A)
    assert hearing.last()[1].startswith("Absent: Jamaica")
    assert ("Jamaica", "Absent", "") in hearing.speakers()
    hearing.press(Qt.Key.Key_N)
    assert hearing.last()[1] == "Has the floor: Haiti"


def test_a_never_takes_the_floor_from_who_has_been_speaking(hearing: Chair) -> None:
    hearing.press(Qt.Key.Key_N)
    hearing.later(minutes=2)
    hearing.press(Qt.Key.Key_A)
    assert hearing.last()[1].startswith("Absent: Haiti")
    assert ("Jamaica", "Speaking", "3:00 left") in hearing.speakers()


def test_c_calls_the_next(hearing: Chair) -> None:
    hearing.press(Qt.Key.Key_C)
    assert hearing.speakers()[0] == ("Jamaica", "Called", "")


def test_arrows_begin_at_the_next_and_ctrl_arrows_move_it(hearing: Chair) -> None:
    hearing.press(Qt.Key.Key_N)
    hearing.press(Qt.Key.Key_Down)
    hearing.press(Qt.Key.Key_Down)
    hearing.press(Qt.Key.Key_Up, CTRL)
    assert [name for name, state, _time in hearing.speakers() if state in ("Next", "Waiting")] == [
        "Aruba",
        "Haiti",
        "UNHCR",
    ]
    hearing.press(Qt.Key.Key_Up, CTRL)
    assert hearing.last() == ("amber", "Nothing changed: Aruba is the first already.")


def test_withdrawn_and_in_writing_need_somebody_chosen(hearing: Chair) -> None:
    for key in (Qt.Key.Key_W, Qt.Key.Key_I, Qt.Key.Key_B, Qt.Key.Key_Z):
        hearing.press(key)
        assert hearing.last() == ("amber", "Nothing changed: Choose a delegation with the arrows first.")
    hearing.press(Qt.Key.Key_Down)
    hearing.press(Qt.Key.Key_W)
    assert ("Jamaica", "Withdrawn", "") in hearing.speakers()
    hearing.press(Qt.Key.Key_B)
    assert hearing.last() == ("notice", "Waits again: Jamaica")
    hearing.page.run.speakers.choose(_entry(hearing, "HT"))
    hearing.press(Qt.Key.Key_I)
    assert ("Haiti", "In writing", "") in hearing.speakers()


def test_enter_gives_the_chosen_delegation_the_floor(hearing: Chair) -> None:
    hearing.page.run.speakers.choose(_entry(hearing, "AW"))
    hearing.press(Qt.Key.Key_Return)
    assert hearing.last() == ("notice", "Has the floor: Aruba")


def test_y_pauses_a_speech_and_reopens_the_one_that_was_ended_by_mistake(hearing: Chair) -> None:
    hearing.press(Qt.Key.Key_Y)
    assert hearing.last() == ("amber", "Nothing changed: Nobody has the floor.")
    hearing.press(Qt.Key.Key_N)
    hearing.later(minutes=1)
    hearing.press(Qt.Key.Key_Y)
    hearing.later(minutes=3)
    assert ("Jamaica", "Paused", "4:00 left") in hearing.speakers()
    hearing.press(Qt.Key.Key_Y)
    hearing.press(Qt.Key.Key_X)
    assert hearing.last() == ("notice", "Ended: Jamaica")
    hearing.press(Qt.Key.Key_Y)
    assert ("Jamaica", "Speaking", "4:00 left") in hearing.speakers()


def test_g_gives_thirty_seconds_more(hearing: Chair) -> None:
    hearing.press(Qt.Key.Key_N)
    hearing.press(Qt.Key.Key_G)
    hearing.window.tick()
    assert ("Jamaica", "Speaking", "5:30 left") in hearing.speakers()


def test_f_gives_those_not_yet_called_the_limit_that_fits(hearing: Chair) -> None:
    hearing.at(11, 50)
    foot = hearing.page.run.speakers.foot
    assert foot.second.text() == "4 left · 14 min · 3:10 each"
    assert foot.button.accessibleName() == "Set limit 3:00"
    hearing.press(Qt.Key.Key_F)
    assert hearing.last() == ("notice", "Limit: 3:00 for those not yet called")
    hearing.press(Qt.Key.Key_N)
    assert ("Jamaica", "Speaking", "3:00 left") in hearing.speakers()


def test_a_text_that_is_too_long_is_flagged_before_its_turn(hearing: Chair) -> None:
    hearing.desk.do(floor_list.edit_entry, entry=_entry(hearing, "HT"), changes={"words": 900})
    assert ("Haiti", "Waiting", "text 7:30") in hearing.speakers()


def test_only_the_row_of_who_speaks_is_painted_anew_at_a_tick(hearing: Chair) -> None:
    hearing.press(Qt.Key.Key_N)
    model = hearing.page.run.speakers.table.model_of_rows()
    changed: list[int] = []
    model.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    hearing.later(seconds=1)
    hearing.later(milliseconds=1)
    assert changed == [0]


def test_the_item_that_pauses_pauses_whoever_speaks(hearing: Chair) -> None:
    hearing.press(Qt.Key.Key_N)
    hearing.later(minutes=1)
    hearing.press(Qt.Key.Key_P)
    hearing.later(minutes=5)
    assert ("Jamaica", "Paused", "4:00 left") in hearing.speakers()


def test_without_a_list_the_keys_say_where_to_make_one(hearing: Chair) -> None:
    hearing.press(Qt.Key.Key_Space)
    for key in (Qt.Key.Key_N, Qt.Key.Key_A, Qt.Key.Key_S, Qt.Key.Key_D):
        hearing.press(key)
        assert hearing.last()[0] == "amber"
        assert "make one in the plan" in hearing.last()[1]


def _entry(chair: Chair, delegation: str) -> str:
    floor = chair.page.context.live.floor(TOPIC)
    assert floor is not None
    return next(entry.key for entry in floor.facts.entries if entry.delegation == delegation)
