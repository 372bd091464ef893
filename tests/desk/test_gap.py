"""What a jump of the clock took is left out of an item and of a speech at once."""

from pathlib import Path

import pytest

from cmc_desk.desk import agenda, floor, floor_list, floor_topics
from cmc_desk.desk.floor_facts import floors
from cmc_desk.desk.gap import leave_gap
from cmc_desk.desk.rundown import rundown
from cmc_desk.rules.agenda import Act
from cmc_desk.rules.floor_kinds import FloorAct
from cmc_desk.rules.refusal import Refusal
from tests.desk.running import move_to
from tests.meetings import open_desk


def test_it_is_one_act_that_undo_takes_back_and_all_or_nothing(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    move_to(desk, 9)
    desk.do(floor_topics.put_topic, id="remarks", title="Remarks", items=["opening"])
    entry = desk.do(floor_list.inscribe, topic="remarks", delegation="JM")
    desk.do(agenda.start_item, item="opening")
    desk.do(floor.start_speech, entry=entry)
    move_to(desk, 9, 5)

    def left_out() -> list[object]:
        (facts, *_others) = desk.read(floors)
        items = [event.amount for event in desk.read(rundown).events if event.act is Act.LEAVE_OUT]
        return [*items, *(event.amount for event in facts.events if event.act is FloorAct.LEAVE_OUT)]

    with pytest.raises(Refusal):
        desk.do(leave_gap, items={"opening": 60}, speeches={entry: 600})
    assert left_out() == []
    desk.do(leave_gap, items={"opening": 60}, speeches={entry: 60}, reason="the clock jumped")
    assert [str(amount) for amount in left_out()] == ["0:01:00", "0:01:00"]
    desk.undo()
    assert left_out() == []
    desk.close()
