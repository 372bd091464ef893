"""The list of speakers: who can be put on it and where, sorting, limits, and lists themselves."""

from datetime import timedelta
from pathlib import Path

import pytest

from cmc_desk.desk import floor, floor_list, floor_topics
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.floor_facts import floors
from cmc_desk.desk.meeting import delegations
from cmc_desk.rules import floor as floor_rules
from cmc_desk.rules.agenda_plan import ListOrder, SpeakerCategory
from cmc_desk.rules.floor_kinds import SpeechKind
from cmc_desk.rules.meeting import DelegationKind
from cmc_desk.rules.refusal import Refusal
from tests.desk import kingston
from tests.desk.floor_hands import TOPIC, entry_of, facts, inscribe, open_list, passes, queue, speech, speeches
from tests.meetings import ANDRE, JOSE, enter


def test_delegations_stand_by_category_and_in_order_of_request(desk: Desk) -> None:
    open_list(desk, "UNHCR", "AW", "JM", "HT")
    assert queue(desk) == ["JM", "HT", "AW", "UNHCR"]
    desk.undo()
    assert queue(desk) == ["JM", "AW", "UNHCR"]


def test_a_delegation_waits_once_for_each_kind_and_answers_are_exempt(desk: Desk) -> None:
    open_list(desk, "HT")
    with pytest.raises(Refusal, match="Haiti waits on this list already: Statement") as refused:
        inscribe(desk, "HT")
    assert refused.value.field == "delegation"
    inscribe(desk, "HT", SpeechKind.POINT_OF_ORDER)
    for _time in range(2):
        inscribe(desk, "HT", SpeechKind.ANSWER)
    assert len(queue(desk)) == 4


def test_a_second_statement_must_be_meant(desk: Desk) -> None:
    (haiti,) = open_list(desk, "HT")
    desk.do(floor.start_speech, entry=haiti)
    desk.do(floor.end_speech, entry=haiti)
    with pytest.raises(Refusal, match="Haiti was heard already"):
        inscribe(desk, "HT")
    inscribe(desk, "HT", again=True)
    assert queue(desk) == ["HT"]


def test_a_closed_list_takes_points_of_order_and_replies_only(desk: Desk) -> None:
    open_list(desk, "HT")
    desk.do(floor_topics.close_list, topic=TOPIC)
    with pytest.raises(Refusal, match="The list is closed") as refused:
        inscribe(desk, "JM")
    assert refused.value.field == "topic"
    inscribe(desk, "JM", SpeechKind.RIGHT_OF_REPLY)
    with pytest.raises(Refusal, match="closed already"):
        desk.do(floor_topics.close_list, topic=TOPIC)
    desk.do(floor_topics.close_list, topic=TOPIC, closed=False)
    inscribe(desk, "JM")
    assert queue(desk) == ["HT", "JM", "JM"]
    with pytest.raises(Refusal, match="open already"):
        desk.do(floor_topics.close_list, topic=TOPIC, closed=False)


def test_many_are_put_on_the_list_at_once_and_taken_off_at_once(desk: Desk) -> None:
    open_list(desk, "HT")
    new = desk.do(floor_list.inscribe_many, topic=TOPIC, delegations=["JM", "HT", "AW", "JM"])
    assert [entry_of(desk, one).delegation for one in new] == ["JM", "AW"]
    with pytest.raises(Refusal, match="All of these"):
        desk.do(floor_list.inscribe_many, topic=TOPIC, delegations=["JM", "HT"])
    desk.undo()
    assert queue(desk) == ["HT"]


def test_an_entry_keeps_who_speaks_a_limit_a_length_and_a_note(desk: Desk) -> None:
    andre, jose = enter(desk, ANDRE).id, enter(desk, JOSE).id
    open_list(desk)
    jamaica = inscribe(desk, "JM", participant=andre, limit=600, words=1100, note="Minister")
    found = entry_of(desk, jamaica)
    assert (found.participant, found.limit, found.words, found.note) == (andre, timedelta(minutes=10), 1100, "Minister")
    changes = {"participant": "", "limit": None, "words": None, "note": ""}
    desk.do(floor_list.edit_entry, entry=jamaica, changes=changes)
    assert speech(desk, jamaica).limit == timedelta(minutes=3)
    assert (entry_of(desk, jamaica).participant, entry_of(desk, jamaica).words) == ("", None)
    with pytest.raises(Refusal, match="one of its members"):
        desk.do(floor_list.edit_entry, entry=jamaica, changes={"participant": jose})


@pytest.mark.parametrize(
    ("changes", "field"), [({"limit": 0}, "limit"), ({"words": -3}, "words"), ({"note": "n" * 251}, "note")]
)
def test_what_cannot_be_is_refused_beside_its_field(desk: Desk, changes: dict[str, object], field: str) -> None:
    (haiti,) = open_list(desk, "HT")
    with pytest.raises(Refusal) as refused:
        desk.do(floor_list.edit_entry, entry=haiti, changes=changes)
    assert refused.value.field == field


def test_a_field_that_an_entry_does_not_have_is_a_mistake_of_the_program(desk: Desk) -> None:
    (haiti,) = open_list(desk, "HT")
    with pytest.raises(ValueError, match="no such field"):
        desk.do(floor_list.edit_entry, entry=haiti, changes={"place": 3})


def test_an_entry_goes_to_another_delegation_until_it_has_spoken(desk: Desk) -> None:
    haiti, _jamaica = open_list(desk, "HT", "JM")
    with pytest.raises(Refusal, match="Jamaica waits on this list already"):
        desk.do(floor_list.edit_entry, entry=haiti, changes={"delegation": "JM"})
    desk.do(floor_list.edit_entry, entry=haiti, changes={"delegation": "AW", "note": "For Haiti"})
    assert entry_of(desk, haiti).category is SpeakerCategory.TERRITORY
    desk.do(floor.start_speech, entry=haiti)
    with pytest.raises(Refusal, match="Who spoke, spoke"):
        desk.do(floor_list.edit_entry, entry=haiti, changes={"delegation": "HT"})


def test_unknown_delegations_and_origins_are_refused(desk: Desk) -> None:
    open_list(desk)
    with pytest.raises(Refusal, match="Which delegation"):
        inscribe(desk, "XX")
    with pytest.raises(Refusal, match="What this belongs to"):
        inscribe(desk, "HT", SpeechKind.QUESTION, origin="nothing")


def test_a_sorting_by_hand_names_all_who_wait_and_late_comers_go_to_the_end(desk: Desk) -> None:
    haiti, jamaica, unhcr = open_list(desk, "HT", "JM", "UNHCR")
    with pytest.raises(Refusal, match="must name everybody"):
        desk.do(floor_list.reorder, topic=TOPIC, entries=[unhcr, jamaica])
    desk.do(floor_list.reorder, topic=TOPIC, entries=[unhcr, jamaica, haiti])
    assert facts(desk).topic.order is ListOrder.HAND
    inscribe(desk, "AW")
    assert queue(desk) == ["UNHCR", "JM", "HT", "AW"]
    desk.undo()
    desk.undo()
    assert (queue(desk), facts(desk).topic.order) == (["HT", "JM", "UNHCR"], ListOrder.REQUEST)


def test_one_is_moved_by_hand_and_the_list_goes_back_to_requests(desk: Desk) -> None:
    _haiti, jamaica, unhcr = open_list(desk, "HT", "JM", "UNHCR")
    desk.do(floor_list.move_entry, entry=unhcr, by=-2)
    desk.do(floor.absent, entry=jamaica)
    assert queue(desk) == ["UNHCR", "HT", "JM"]
    with pytest.raises(Refusal, match="is the first already"):
        desk.do(floor_list.move_entry, entry=unhcr, by=-1)
    with pytest.raises(Refusal, match="Jamaica is the last already"):
        desk.do(floor_list.move_entry, entry=jamaica, by=1)
    inscribe(desk, "AW")
    desk.do(floor_list.order_by_request, topic=TOPIC)
    assert (queue(desk), facts(desk).topic.order) == (["HT", "JM", "AW", "UNHCR"], ListOrder.REQUEST)


def test_only_who_waits_can_be_moved_or_sorted(desk: Desk) -> None:
    (haiti,) = open_list(desk, "HT")
    desk.do(floor.start_speech, entry=haiti)
    with pytest.raises(Refusal, match="Only who waits"):
        desk.do(floor_list.move_entry, entry=haiti, by=1)
    with pytest.raises(Refusal, match="Nobody waits"):
        desk.do(floor_list.order_by_request, topic=TOPIC)


def test_a_new_limit_holds_for_those_not_yet_called(desk: Desk) -> None:
    haiti, jamaica, aruba, unhcr = open_list(desk, "HT", "JM", "AW", "UNHCR")
    desk.do(floor_list.edit_entry, entry=unhcr, changes={"limit": 240})
    desk.do(floor.start_speech, entry=haiti)
    passes(desk, minutes=4)
    desk.do(floor.end_speech, entry=haiti)
    desk.do(floor.call_speaker, entry=jamaica)
    assert desk.do(floor_topics.set_limits, topic=TOPIC, seconds=165) == 1
    limits = [speech(desk, one).limit.total_seconds() for one in (haiti, jamaica, aruba, unhcr)]
    assert limits == [180, 180, 165, 240]
    desk.undo()
    assert speech(desk, aruba).limit == timedelta(minutes=3)
    assert entry_of(desk, haiti).limit is None


def test_limits_are_set_by_category(desk: Desk) -> None:
    haiti, unhcr = open_list(desk, "HT", "UNHCR")
    assert desk.do(floor_topics.set_limits, topic=TOPIC, limits={SpeakerCategory.ORGANISATION: 90}) == 1
    assert [speech(desk, one).limit.total_seconds() for one in (haiti, unhcr)] == [180, 90]


def test_who_asked_is_told_afterwards_and_not_before(desk: Desk) -> None:
    haiti, jamaica = open_list(desk, "HT", "JM")
    early = desk.clock.now() - timedelta(minutes=5)
    unhcr, aruba = inscribe(desk, "UNHCR", at=early), inscribe(desk, "AW", at=early)
    asked = [one.entry.asked_at for one in speeches(desk) if one.entry.key in (unhcr, aruba)]
    assert len(set(asked)) == 2
    assert [one.entry.key for one in floor_rules.waiting(speeches(desk))] == [haiti, jamaica, aruba, unhcr]
    with pytest.raises(Refusal, match="not come yet"):
        inscribe(desk, "AW", kind=SpeechKind.ANSWER, at=desk.clock.now() + timedelta(minutes=1))


def test_what_a_planner_offers_is_no_more_than_is_usual_for_a_category(desk: Desk) -> None:
    haiti, unhcr = open_list(desk, "HT", "UNHCR")
    for seconds, limits in ((240, [240, 180]), (165, [165, 165]), (2970, [300, 180])):
        assert desk.do(floor_topics.set_limits, topic=TOPIC, seconds=seconds, usual=True) == 2
        assert [speech(desk, one).limit.total_seconds() for one in (haiti, unhcr)] == limits


@pytest.mark.parametrize(
    ("how", "field"),
    [({}, "limit"), ({"seconds": 0}, "limit"), ({"seconds": 9**6}, "limit"), ({"limits": {"kings": 60}}, "limits")],
)
def test_limits_that_cannot_be_are_refused(desk: Desk, how: dict[str, object], field: str) -> None:
    open_list(desk)
    with pytest.raises(Refusal) as refused:
        desk.do(floor_topics.set_limits, topic=TOPIC, **how)  # type: ignore[arg-type] # as a window would
    assert refused.value.field == field


def test_a_list_belongs_to_the_items_that_it_is_given_and_to_no_others(desk: Desk) -> None:
    open_list(desk, items=("context", "discussion"))
    assert facts(desk).items == ("context", "discussion")
    desk.do(floor_topics.put_topic, id=TOPIC, items=["discussion"])
    assert facts(desk).items == ("discussion",)
    with pytest.raises(Refusal, match="There is no item “dinner”"):
        desk.do(floor_topics.put_topic, id=TOPIC, items=["dinner"])


def test_what_is_not_said_of_a_list_stays(desk: Desk) -> None:
    made = desk.do(floor_topics.put_topic, title="  Guiding   principles ", kept=600)
    desk.do(floor_topics.put_topic, id=made, changeover=30, closed=True, limits={SpeakerCategory.STATE: 120})
    topic = desk.read(floors)[0].topic
    assert (topic.title, topic.kept, topic.changeover, topic.closed) == (
        *("Guiding principles", timedelta(minutes=10), timedelta(seconds=30), True),
    )
    assert topic.limits[SpeakerCategory.STATE] == timedelta(minutes=2)
    assert topic.limits[SpeakerCategory.ORGANISATION] == timedelta(minutes=3)


@pytest.mark.parametrize(
    ("how", "field"), [({}, "title"), ({"title": "T" * 201}, "title"), ({"title": "T", "kept": -1}, "kept")]
)
def test_a_list_that_cannot_be_is_refused(desk: Desk, how: dict[str, object], field: str) -> None:
    with pytest.raises(Refusal) as refused:
        desk.do(floor_topics.put_topic, **how)  # type: ignore[arg-type] # as a window would
    assert refused.value.field == field


def test_a_list_on_which_somebody_stood_stays_on_record(desk: Desk) -> None:
    open_list(desk)
    desk.do(floor_topics.remove_topic, topic=TOPIC)
    assert desk.read(floors) == ()
    desk.undo()
    assert facts(desk).items == ("context",)
    inscribe(desk, "HT")
    with pytest.raises(Refusal, match="stays on record"):
        desk.do(floor_topics.remove_topic, topic=TOPIC)
    with pytest.raises(Refusal, match="not there any more"):
        desk.do(floor_topics.remove_topic, topic="nothing")


def test_where_places_run_out_everybody_gets_a_new_one_and_the_order_stays(tmp_path: Path) -> None:
    desk = kingston.open_desk(tmp_path)
    states = [one.code for one in desk.read(delegations) if one.kind is DelegationKind.STATE]
    assert len(states) > 12
    desk.do(floor_topics.put_topic, id=TOPIC, title="National priorities")
    inscribe(desk, "UNHCR")
    for code in states[:12]:
        inscribe(desk, code)
    desk.do(floor_list.inscribe_many, topic=TOPIC, delegations=states)
    assert queue(desk) == [*states, "UNHCR"]
    assert len({one.entry.position for one in speeches(desk)}) == len(states) + 1
    desk.close()
