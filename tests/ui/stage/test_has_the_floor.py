"""Whoever has the floor is seen in the room, whatever item runs; and words on the stage break between names."""

import pytest
from PySide6.QtCore import Qt

from cmc_desk.desk import floor
from cmc_desk.ui.stage.fitting import fitted
from tests.ui.agenda.stand import CTRL, SHIFT, TOPIC, Chair, begin
from tests.ui.stage.seen import figures, lines


def give_the_floor(chair: Chair) -> None:
    chair.desk.do(floor.next_speaker, topic=TOPIC)
    chair.window.tick()


@pytest.mark.parametrize("item", ["", "opening", "coffee"])
def test_whoever_speaks_is_on_both_screens_while_another_item_runs(chair: Chair, item: str) -> None:
    chair.press(Qt.Key.Key_F9)
    chair.press(Qt.Key.Key_F9, CTRL)
    chair.at(9, 5)
    if item:
        begin(chair, item)
    give_the_floor(chair)
    chair.later(seconds=60)
    for kind in ("stage", "confidence"):
        assert "Jamaica" in lines(chair, kind)
        assert figures(chair, kind) == "4:00"
    # What is spoken about stands above, not what runs.
    assert "National priorities" in lines(chair)
    speech = chair.page.context.live.floors[0].current
    assert speech is not None
    chair.desk.do(floor.end_speech, entry=speech.entry.key)
    chair.window.tick()
    assert "Jamaica" not in lines(chair)


def test_a_speech_that_is_paused_stays_on_the_stage_while_its_own_item_runs(hearing: Chair) -> None:
    hearing.press(Qt.Key.Key_F9)
    give_the_floor(hearing)
    hearing.later(seconds=60)
    speech = hearing.page.context.live.floors[0].current
    assert speech is not None
    hearing.desk.do(floor.pause_speech, entry=speech.entry.key)
    assert "Jamaica" in lines(hearing)


def test_the_stage_that_is_made_black_says_a_sentence(hearing: Chair) -> None:
    hearing.press(Qt.Key.Key_F9)
    hearing.press(Qt.Key.Key_F7, SHIFT)
    assert hearing.last() == ("notice", "The stage is black.")


def test_no_line_begins_with_what_stands_between_two_names() -> None:
    names = " · ".join(f"{name} Example-Muster" for name in ("Keisha", "Andre", "Anaïs", "José", "Ilse"))
    for width in range(200, 1600, 35):
        made = fitted(names, width, 900, largest=60, least=12, bold=True, lines=6)
        assert not [line for line in made.lines if line.startswith("·")]
        assert made.cut or " ".join(made.lines) == names
