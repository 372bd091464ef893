"""The roll call: the lot is drawn by the program or in the room, is kept, and is drawn the same when it is replayed."""

from pathlib import Path

import pytest

from cmc_desk.desk import floor, floor_list, floor_roll, floor_topics
from cmc_desk.desk.desk import Desk
from cmc_desk.rules.agenda_plan import ListOrder
from cmc_desk.rules.floor_kinds import HostPlace, SpeechKind
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.roll_call import drawn as counted
from cmc_desk.rules.roll_call import roll_order
from tests.desk import kingston
from tests.desk.floor_hands import TOPIC, facts, inscribe, open_list, passes, queue

STATES = ("TT", "BS", "JM", "HT", "BB", "GY", "AW", "CW", "UNHCR")


@pytest.fixture
def kingstons(tmp_path: Path) -> Desk:
    return kingston.open_desk(tmp_path)


def test_a_lot_is_drawn_kept_and_can_be_counted_after(desk: Desk) -> None:
    open_list(desk, "JM", "HT", "AW", "UNHCR")
    passes(desk, minutes=1)
    drawn = desk.do(floor_roll.draw_roll, topic=TOPIC, language="en", witnesses="Haiti and Aruba")
    (draw,) = facts(desk).draws
    assert counted(draw.number, draw.among) == draw.delegation
    assert (draw.key, draw.delegation, str(draw.number)) == (drawn.draw, drawn.delegation, drawn.number)
    assert draw.among == ("HT", "JM")
    assert (draw.witnesses, draw.by, draw.at) == ("Haiti and Aruba", desk.author.operator, desk.clock.now())
    assert queue(desk)[0] == draw.delegation
    assert queue(desk)[2:] == ["AW", "UNHCR"]
    assert facts(desk).topic.order is ListOrder.ROLL


def test_the_same_command_draws_the_same_elsewhere(tmp_path: Path) -> None:
    drawn = []
    for place in ("one", "other"):
        (tmp_path / place).mkdir()
        desk = kingston.open_desk(tmp_path / place)
        desk.do(floor_topics.put_topic, id="t", title="T")
        desk.do(floor_list.inscribe_many, topic="t", delegations=list(STATES))
        drawn.append(desk.do_once("0" * 31 + "7", floor_roll.draw_roll, topic="t", language="fr"))
        desk.close()
    assert drawn[0] == drawn[1]


def test_undoing_a_draw_puts_the_list_back_as_it_was(desk: Desk) -> None:
    open_list(desk, "JM", "HT")
    desk.do(floor_roll.draw_roll, topic=TOPIC, language="en", delegation="HT")
    assert queue(desk) == ["HT", "JM"]
    assert desk.undo().about == "Haiti"
    assert (queue(desk), facts(desk).draws, facts(desk).topic.order) == (["JM", "HT"], (), ListOrder.REQUEST)


def test_a_lot_that_was_drawn_in_the_room_is_only_told(kingstons: Desk) -> None:
    kingstons.do(floor_topics.put_topic, id=TOPIC, title="T")
    kingstons.do(floor_list.inscribe_many, topic=TOPIC, delegations=list(STATES))
    drawn = kingstons.do(floor_roll.draw_roll, topic=TOPIC, language="en", delegation="HT", host=HostPlace.LAST)
    assert (drawn.number, drawn.among) == ("", ())
    assert queue(kingstons) == ["HT", "TT", "BS", "BB", "GY", "AW", "CW", "UNHCR", "JM"]
    kingstons.close()


def test_points_of_order_stay_in_front_and_replies_at_the_end(desk: Desk) -> None:
    open_list(desk, "JM", "HT")
    inscribe(desk, "AW", SpeechKind.RIGHT_OF_REPLY)
    inscribe(desk, "UNHCR", SpeechKind.POINT_OF_ORDER)
    desk.do(floor_roll.draw_roll, topic=TOPIC, language="en", delegation="HT")
    assert queue(desk) == ["UNHCR", "HT", "JM", "AW"]


def test_who_comes_late_is_called_in_place_unless_the_roll_has_passed(kingstons: Desk) -> None:
    kingstons.do(floor_topics.put_topic, id=TOPIC, title="T")
    kingstons.do(floor_list.inscribe_many, topic=TOPIC, delegations=["HT", "TT", "BB", "AW"])
    kingstons.do(floor_roll.draw_roll, topic=TOPIC, language="en", delegation="HT")
    assert queue(kingstons) == ["HT", "TT", "BB", "AW"]
    inscribe(kingstons, "JM")
    assert queue(kingstons) == ["HT", "JM", "TT", "BB", "AW"]
    for _time in range(3):
        kingstons.do(floor.next_speaker, topic=TOPIC)
    inscribe(kingstons, "KN")
    assert queue(kingstons) == ["BB", "KN", "AW"]
    kingstons.close()


def test_a_host_who_comes_late_is_called_where_the_host_speaks(kingstons: Desk) -> None:
    kingstons.do(floor_topics.put_topic, id=TOPIC, title="T")
    kingstons.do(floor_list.inscribe_many, topic=TOPIC, delegations=["HT", "TT", "BB", "AW"])
    for host, order in (
        (HostPlace.LAST, ["HT", "TT", "BB", "AW", "JM"]),
        (HostPlace.FIRST, ["JM", "HT", "TT", "BB", "AW"]),
        (HostPlace.IN_ORDER, ["HT", "JM", "TT", "BB", "AW"]),
    ):
        kingstons.do(floor_roll.draw_roll, topic=TOPIC, language="en", delegation="HT", host=host)
        assert facts(kingstons).draws[-1].host is host
        inscribe(kingstons, "JM")
        assert queue(kingstons) == order
        kingstons.undo()
        kingstons.undo()
    kingstons.close()


def test_the_order_is_that_of_the_language(kingstons: Desk) -> None:
    kingstons.do(floor_topics.put_topic, id=TOPIC, title="T")
    kingstons.do(floor_list.inscribe_many, topic=TOPIC, delegations=["HT", "DO", "DM", "GD"])
    for language, order in (("en", ["DM", "DO", "GD", "HT"]), ("fr", ["DM", "GD", "HT", "DO"])):
        kingstons.do(floor_roll.draw_roll, topic=TOPIC, language=language, delegation="DM")
        assert queue(kingstons) == order
    kingstons.close()


@pytest.mark.parametrize(
    ("how", "field"),
    [
        ({"language": "nl"}, "language"),
        ({"language": "en", "delegation": "HT"}, "delegation"),
        ({"language": "en", "witnesses": "w" * 251}, "witnesses"),
    ],
)
def test_a_draw_that_cannot_be_is_refused(desk: Desk, how: dict[str, str], field: str) -> None:
    open_list(desk, "JM")
    with pytest.raises(Refusal) as refused:
        desk.do(floor_roll.draw_roll, topic=TOPIC, **how)  # type: ignore[arg-type] # as a window would
    assert refused.value.field == field


def test_nobody_can_be_drawn_of_an_empty_list(desk: Desk) -> None:
    open_list(desk)
    with pytest.raises(Refusal, match="nobody to draw among"):
        desk.do(floor_roll.draw_roll, topic=TOPIC, language="en")
    assert roll_order(()) == ()
