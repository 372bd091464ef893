"""The floor: speakers change at one instant, an interruption damages nobody, and everything can be taken back or corrected."""

from datetime import timedelta

import pytest

from cmc_desk.desk import floor
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.floor import NextSpeaker
from cmc_desk.desk.floor_facts import floors
from cmc_desk.rules.agenda_plan import ZERO
from cmc_desk.rules.floor import left
from cmc_desk.rules.floor_kinds import FloorAct, SpeakerState, SpeechKind
from cmc_desk.rules.refusal import Refusal
from tests.desk.floor_hands import (
    TOPIC,
    event,
    facts,
    inscribe,
    on_the_floor,
    open_list,
    passes,
    queue,
    speech,
    speeches,
    spoken,
)
from tests.meetings import clock_of, reopened


def test_the_next_speaker_begins_at_the_instant_at_which_the_last_one_ends(desk: Desk) -> None:
    haiti, jamaica = open_list(desk, "HT", "JM")
    assert desk.do(floor.next_speaker, topic=TOPIC) == NextSpeaker(started=haiti)
    passes(desk, minutes=3, seconds=24)
    assert desk.do(floor.next_speaker, topic=TOPIC) == NextSpeaker(haiti, 204, jamaica)
    assert speech(desk, haiti).ended == speech(desk, jamaica).started
    assert spoken(desk, haiti) == timedelta(seconds=204)


def test_a_statement_out_of_turn_ends_whoever_speaks(desk: Desk) -> None:
    haiti, _jamaica, aruba = open_list(desk, "HT", "JM", "AW")
    desk.do(floor.next_speaker, topic=TOPIC)
    passes(desk, minutes=2)
    assert desk.do(floor.start_speech, entry=aruba) == NextSpeaker(haiti, 120, aruba)
    assert queue(desk) == ["JM"]


def test_after_the_last_speaker_nobody_begins(desk: Desk) -> None:
    (haiti,) = open_list(desk, "HT")
    desk.do(floor.next_speaker, topic=TOPIC)
    passes(desk, minutes=2)
    assert desk.do(floor.next_speaker, topic=TOPIC) == NextSpeaker(haiti, 120)
    with pytest.raises(Refusal, match="Nobody waits for the floor of “National priorities”"):
        desk.do(floor.next_speaker, topic=TOPIC)


def test_undoing_the_change_of_speakers_gives_the_floor_back_with_its_clock(desk: Desk) -> None:
    haiti, _jamaica = open_list(desk, "HT", "JM")
    desk.do(floor.next_speaker, topic=TOPIC)
    passes(desk, minutes=1)
    before = speeches(desk)
    desk.do(floor.next_speaker, topic=TOPIC)
    passes(desk, minutes=1)
    assert desk.undo().about == "Jamaica"
    assert speeches(desk) == before
    assert (on_the_floor(desk), spoken(desk, haiti)) == ("HT", timedelta(minutes=2))


def test_after_a_restart_the_same_second_is_shown(desk: Desk) -> None:
    haiti, _jamaica = open_list(desk, "HT", "JM")
    desk.do(floor.next_speaker, topic=TOPIC)
    passes(desk, minutes=1, seconds=7)
    again = reopened(desk)
    assert spoken(again, haiti) == spoken(desk, haiti) == timedelta(seconds=67)
    again.close()


def test_an_interruption_pauses_the_main_speech_which_is_resumed_with_the_time_that_was_left(desk: Desk) -> None:
    haiti, jamaica = open_list(desk, "HT", "JM")
    desk.do(floor.start_speech, entry=haiti)
    passes(desk, minutes=1)
    order = inscribe(desk, "AW", SpeechKind.POINT_OF_ORDER)
    assert desk.do(floor.start_speech, entry=order) == NextSpeaker(started=order)
    passes(desk, minutes=5)
    assert desk.do(floor.end_speech, entry=order) == NextSpeaker(order, 300)
    assert speech(desk, haiti).state is SpeakerState.PAUSED
    passes(desk, minutes=1)
    desk.do(floor.resume_speech, entry=haiti)
    assert left(speech(desk, haiti), desk.clock.now()) == timedelta(minutes=2)
    assert queue(desk) == ["JM"]
    assert speech(desk, jamaica).state is SpeakerState.INSCRIBED


def test_resuming_the_main_speech_ends_the_interruption_at_once(desk: Desk) -> None:
    (haiti,) = open_list(desk, "HT")
    desk.do(floor.start_speech, entry=haiti)
    reply = inscribe(desk, "JM", SpeechKind.RIGHT_OF_REPLY)
    desk.do(floor.start_speech, entry=reply)
    passes(desk, minutes=1)
    desk.do(floor.resume_speech, entry=haiti)
    assert speech(desk, reply).ended == clock_of(desk).now()
    assert (spoken(desk, reply), spoken(desk, haiti)) == (timedelta(minutes=1), ZERO)


def test_the_key_for_the_next_speaker_interrupts_for_a_point_of_order_and_then_goes_on(desk: Desk) -> None:
    haiti, jamaica = open_list(desk, "HT", "JM")
    desk.do(floor.next_speaker, topic=TOPIC)
    passes(desk, minutes=1)
    order = inscribe(desk, "AW", SpeechKind.POINT_OF_ORDER)
    assert desk.do(floor.next_speaker, topic=TOPIC) == NextSpeaker(started=order)
    passes(desk, minutes=2)
    assert desk.do(floor.next_speaker, topic=TOPIC) == NextSpeaker(order, 120, haiti)
    passes(desk, minutes=1)
    assert desk.do(floor.next_speaker, topic=TOPIC) == NextSpeaker(haiti, 120, jamaica)


def test_the_end_of_a_statement_drops_the_questions_that_wait_for_it(desk: Desk) -> None:
    haiti, _jamaica = open_list(desk, "HT", "JM")
    desk.do(floor.next_speaker, topic=TOPIC)
    question = inscribe(desk, "AW", SpeechKind.QUESTION)
    answer = inscribe(desk, "HT", SpeechKind.ANSWER)
    assert [one.origin for one in facts(desk).entries if one.key in (question, answer)] == [haiti, question]
    desk.do(floor.end_speech, entry=haiti)
    assert {speech(desk, one).state for one in (question, answer)} == {SpeakerState.WITHDRAWN}


def test_a_pause_is_not_charged_and_a_second_stop_is_refused(desk: Desk) -> None:
    (haiti,) = open_list(desk, "HT")
    desk.do(floor.start_speech, entry=haiti)
    passes(desk, minutes=1)
    desk.do(floor.pause_speech, entry=haiti)
    passes(desk, minutes=9)
    with pytest.raises(Refusal, match="Haiti does not speak now"):
        desk.do(floor.pause_speech, entry=haiti)
    desk.do(floor.end_speech, entry=haiti)
    assert spoken(desk, haiti) == timedelta(minutes=1)
    with pytest.raises(Refusal, match="Haiti does not have the floor"):
        desk.do(floor.end_speech, entry=haiti)


def test_who_is_called_is_next_and_who_was_called_before_waits_again(desk: Desk) -> None:
    haiti, jamaica = open_list(desk, "HT", "JM")
    desk.do(floor.call_speaker, entry=haiti)
    desk.do(floor.call_speaker, entry=jamaica)
    assert [one.state for one in speeches(desk)] == [SpeakerState.INSCRIBED, SpeakerState.CALLED]
    assert queue(desk) == ["JM", "HT"]
    desk.do(floor.back, entry=jamaica)
    assert queue(desk) == ["HT", "JM"]


def test_who_is_absent_goes_to_the_end_of_its_category_and_can_be_back(desk: Desk) -> None:
    haiti, _jamaica, _aruba = open_list(desk, "HT", "JM", "AW")
    desk.do(floor.absent, entry=haiti)
    assert queue(desk) == ["JM", "HT", "AW"]
    desk.undo()
    assert queue(desk) == ["HT", "JM", "AW"]
    desk.do(floor.absent, entry=haiti)
    desk.do(floor.back, entry=haiti)
    assert speech(desk, haiti).state is SpeakerState.INSCRIBED


def test_who_was_given_the_floor_and_is_not_there_has_not_spoken(desk: Desk) -> None:
    haiti, _jamaica = open_list(desk, "HT", "JM")
    desk.do(floor.next_speaker, topic=TOPIC)
    passes(desk, seconds=20)
    desk.do(floor.absent, entry=haiti)
    assert (spoken(desk, haiti), queue(desk), on_the_floor(desk)) == (ZERO, ["JM", "HT"], "")


def test_who_has_spoken_for_a_while_was_there(desk: Desk) -> None:
    haiti, _jamaica = open_list(desk, "HT", "JM")
    desk.do(floor.next_speaker, topic=TOPIC)
    passes(desk, minutes=4)
    with pytest.raises(Refusal, match="Haiti has spoken for 4:00 and was there"):
        desk.do(floor.absent, entry=haiti)
    assert spoken(desk, haiti) == timedelta(minutes=4)


def test_next_after_an_interruption_that_was_ended_by_itself_is_who_was_interrupted(desk: Desk) -> None:
    haiti, jamaica = open_list(desk, "HT", "JM")
    desk.do(floor.next_speaker, topic=TOPIC)
    passes(desk, minutes=1)
    order = inscribe(desk, "AW", SpeechKind.POINT_OF_ORDER)
    desk.do(floor.start_speech, entry=order)
    passes(desk, minutes=1)
    desk.do(floor.end_speech, entry=order)
    assert desk.do(floor.next_speaker, topic=TOPIC) == floor.NextSpeaker(started=haiti)
    assert on_the_floor(desk) == "HT"
    # Whom the chair pauses without an interruption is done when the floor passes on.
    desk.do(floor.pause_speech, entry=haiti)
    passes(desk, seconds=1)
    assert desk.do(floor.next_speaker, topic=TOPIC).started == jamaica


def test_who_withdraws_or_submits_in_writing_is_kept_and_can_be_put_back_at_the_end(desk: Desk) -> None:
    haiti, jamaica, _aruba = open_list(desk, "HT", "JM", "AW")
    desk.do(floor.withdraw, entry=haiti, reason="Agrees with Jamaica")
    desk.do(floor.in_writing, entry=jamaica)
    assert queue(desk) == ["AW"]
    assert [one.state for one in speeches(desk)][:2] == [SpeakerState.WITHDRAWN, SpeakerState.WRITTEN]
    assert facts(desk).events[0].reason == "Agrees with Jamaica"
    desk.do(floor.restore, entry=jamaica)
    desk.do(floor.restore, entry=haiti)
    assert queue(desk) == ["JM", "HT", "AW"]


def test_what_was_withdrawn_is_not_put_back_beside_a_new_entry(desk: Desk) -> None:
    (haiti,) = open_list(desk, "HT")
    desk.do(floor.withdraw, entry=haiti)
    inscribe(desk, "HT")
    with pytest.raises(Refusal, match="Haiti waits on this list already"):
        desk.do(floor.restore, entry=haiti)


def test_the_speech_that_ended_last_can_be_reopened_while_nobody_else_speaks(desk: Desk) -> None:
    haiti, jamaica = open_list(desk, "HT", "JM")
    desk.do(floor.next_speaker, topic=TOPIC)
    passes(desk, minutes=1)
    desk.do(floor.next_speaker, topic=TOPIC)
    with pytest.raises(Refusal, match="Jamaica has the floor"):
        desk.do(floor.resume_speech, entry=haiti)
    passes(desk, minutes=1)
    desk.do(floor.end_speech, entry=jamaica)
    with pytest.raises(Refusal, match="Only the speech that ended last"):
        desk.do(floor.resume_speech, entry=haiti)
    passes(desk, minutes=1)
    desk.do(floor.resume_speech, entry=jamaica)
    passes(desk, minutes=1)
    assert spoken(desk, jamaica) == timedelta(minutes=2)


def test_an_interruption_is_reopened_over_the_speech_that_it_had_paused(desk: Desk) -> None:
    (haiti,) = open_list(desk, "HT")
    desk.do(floor.start_speech, entry=haiti)
    order = inscribe(desk, "AW", SpeechKind.POINT_OF_ORDER)
    desk.do(floor.start_speech, entry=order)
    desk.do(floor.end_speech, entry=order)
    desk.do(floor.resume_speech, entry=haiti)
    desk.do(floor.resume_speech, entry=order)
    assert (on_the_floor(desk), speech(desk, haiti).state) == ("AW", SpeakerState.PAUSED)


def test_time_can_be_added_taken_and_left_out(desk: Desk) -> None:
    (haiti,) = open_list(desk, "HT")
    desk.do(floor.start_speech, entry=haiti)
    passes(desk, minutes=2)
    desk.do(floor.add_speech_time, entry=haiti, seconds=60)
    desk.do(floor.leave_out_of_speech, entry=haiti, seconds=30, reason="No interpretation")
    assert left(speech(desk, haiti), desk.clock.now()) == timedelta(minutes=2, seconds=30)
    with pytest.raises(Refusal, match="leave out less"):
        desk.do(floor.leave_out_of_speech, entry=haiti, seconds=300)
    with pytest.raises(Refusal, match="not left of this speech"):
        desk.do(floor.add_speech_time, entry=haiti, seconds=-300)


def test_the_past_is_corrected_for_both_speeches_of_a_change_of_speakers(desk: Desk) -> None:
    haiti, jamaica = open_list(desk, "HT", "JM")
    began = clock_of(desk).now()
    desk.do(floor.next_speaker, topic=TOPIC)
    passes(desk, minutes=4)
    desk.do(floor.next_speaker, topic=TOPIC)
    passes(desk, minutes=2)
    before = speeches(desk)
    start = event(desk, jamaica, FloorAct.START)
    with pytest.raises(Refusal, match="Say why"):
        desk.do(floor.correct_speech, event=start, at=began + timedelta(minutes=3), reason=" ")
    desk.do(floor.correct_speech, event=start, at=began + timedelta(minutes=3), reason="Pressed late")
    assert (spoken(desk, haiti), spoken(desk, jamaica)) == (timedelta(minutes=3), timedelta(minutes=3))
    assert desk.undo().about == "Jamaica"
    assert speeches(desk) == before
    with pytest.raises(Refusal, match="Nothing of the kind"):
        desk.do(floor.correct_speech, event="nothing", at=began, reason="Pressed late")


def test_what_is_told_afterwards_lies_between_the_last_record_and_now(desk: Desk) -> None:
    haiti, jamaica = open_list(desk, "HT", "JM")
    began = clock_of(desk).now()
    passes(desk, minutes=10)
    desk.do(floor.start_speech, entry=haiti, at=began + timedelta(minutes=2))
    assert spoken(desk, haiti) == timedelta(minutes=8)
    with pytest.raises(Refusal, match="The last thing here was recorded at 08:42:00"):
        desk.do(floor.start_speech, entry=jamaica, at=began)
    with pytest.raises(Refusal, match="not come yet"):
        desk.do(floor.end_speech, entry=haiti, at=began + timedelta(minutes=11))


def test_what_is_not_there_any_more_is_refused(desk: Desk) -> None:
    with pytest.raises(Refusal, match="This list of speakers is not there"):
        desk.do(floor.next_speaker, topic="nothing")
    with pytest.raises(Refusal, match="not on the list any more"):
        desk.do(floor.end_speech, entry="nothing")
    assert desk.read(floors) == ()
