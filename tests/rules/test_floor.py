"""A list of speakers at an instant: clocks belong to speeches, and everything follows from what was recorded."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from cmc_desk.rules import floor
from cmc_desk.rules.agenda_plan import ZERO, SpeakerCategory, Topic
from cmc_desk.rules.floor_kinds import FloorAct as Act
from cmc_desk.rules.floor_kinds import FloorEvent
from cmc_desk.rules.floor_kinds import SpeakerState as State
from cmc_desk.rules.floor_kinds import SpeechKind as Kind
from cmc_desk.rules.floor_record import floor_records
from cmc_desk.rules.floor_words import check_act
from cmc_desk.rules.refusal import Refusal
from tests.rules.floored import LIMITS, TOPIC, at, entry, event, events, in_state, keys, minutes, speech


def test_whoever_was_put_on_the_list_waits_and_has_used_nothing() -> None:
    one = speech("JM")
    assert one.state is State.INSCRIBED
    assert floor.spoken(one, at(9)) == ZERO
    assert floor.left(one, at(9)) == minutes(3)


def test_a_running_speech_counts_from_the_instant_it_began() -> None:
    one = speech("JM", (Act.CALL, 0), (Act.START, 1))
    assert one.state is State.SPEAKING
    assert (floor.spoken(one, at(3)), floor.left(one, at(3))) == (minutes(2), minutes(1))


def test_overtime_is_counted_and_charged() -> None:
    one = speech("JM", (Act.START, 0), (Act.END, 4.5))
    assert floor.spoken(one, at(99)) == minutes(4.5)
    assert floor.left(one, at(99)) == -minutes(1.5)
    assert floor.overtime(one, at(99)) == minutes(1.5)
    assert floor.overtime(speech("JM", (Act.START, 0)), at(1)) == ZERO


def test_a_pause_is_not_charged() -> None:
    paused = speech("JM", (Act.START, 0), (Act.PAUSE, 1))
    assert floor.spoken(paused, at(1)) == floor.spoken(paused, at(50)) == minutes(1)
    resumed = speech("JM", (Act.START, 0), (Act.PAUSE, 1), (Act.RESUME, 11))
    assert floor.left(resumed, at(12)) == minutes(1)


def test_ending_a_paused_speech_charges_nothing_more() -> None:
    one = speech("JM", (Act.START, 0), (Act.PAUSE, 1), (Act.END, 20))
    assert one.state is State.DONE
    assert floor.spoken(one, at(30)) == minutes(1)
    assert one.paused == minutes(19)


def test_a_speech_that_is_reopened_goes_on_where_it_ended() -> None:
    one = speech("JM", (Act.START, 0), (Act.END, 2), (Act.RESUME, 60))
    assert one.state is State.SPEAKING
    assert floor.spoken(one, at(61)) == minutes(3)


def test_the_stop_of_a_stopped_clock_changes_nothing() -> None:
    ended = speech("JM", (Act.START, 0), (Act.END, 2))
    for act in (Act.END, Act.PAUSE, Act.START, Act.ADD, Act.CALL):
        assert floor.after(ended, act, at(5), minutes(1)) == ended


def test_a_clock_that_was_set_back_during_a_pause_gives_no_time_away() -> None:
    assert floor.spoken(speech("JM", (Act.START, 5)), at(2)) == ZERO
    one = speech("JM", (Act.START, 58), (Act.PAUSE, 60), (Act.RESUME, 5))
    assert floor.spoken(one, at(6)) == minutes(3)


def test_time_can_be_added_and_left_out() -> None:
    happened = (
        event(0, "JM", Act.START, 0),
        event(1, "JM", Act.ADD, 1, amount=2),
        event(2, "JM", Act.ADD, 1, amount=-0.5),
        event(3, "JM", Act.LEAVE_OUT, 4, amount=3),
    )
    one = floor.speeches(TOPIC, [entry("JM")], happened)[0]
    assert floor.left(one, at(5)) == minutes(3 + 1.5 - 2)


def test_who_was_not_in_the_room_did_not_speak() -> None:
    one = speech("JM", (Act.START, 0), (Act.PAUSE, 1), (Act.ABSENT, 2))
    assert (one.state, floor.spoken(one, at(9)), one.started) == (State.ABSENT, ZERO, None)
    assert speech("JM", (Act.ABSENT, 0), (Act.BACK, 5)).state is State.INSCRIBED
    assert speech("JM", (Act.ABSENT, 0), (Act.START, 5)).state is State.SPEAKING


def test_what_was_withdrawn_or_submitted_in_writing_is_kept_and_can_be_put_back() -> None:
    assert speech("JM", (Act.WITHDRAW, 0)).state is State.WITHDRAWN
    assert speech("JM", (Act.WRITTEN, 0)).state is State.WRITTEN
    assert speech("JM", (Act.WITHDRAW, 0), (Act.RESTORE, 1)).state is State.INSCRIBED


def test_the_past_can_be_corrected_and_the_last_correction_holds() -> None:
    happened = (
        *events(("JM", Act.START, 4), ("JM", Act.END, 6)),
        event(2, "JM", Act.CORRECT, 3, of="e0"),
        event(3, "JM", Act.CORRECT, 2, of="e0"),
    )
    one = floor.speeches(TOPIC, [entry("JM")], happened)[0]
    assert one.started == at(2)
    assert floor.spoken(one, at(9)) == minutes(4)


def test_limits_are_by_category_unless_an_entry_has_its_own() -> None:
    topic = Topic("t", "T", {**LIMITS, SpeakerCategory.ORGANISATION: minutes(2)})
    of_state, of_organisation = entry("JM"), entry("IOM", category=SpeakerCategory.ORGANISATION)
    minister = entry("HT", limit=minutes(10))
    limits = [one.limit for one in floor.speeches(topic, [of_state, of_organisation, minister], ())]
    assert limits == [minutes(3), minutes(2), minutes(10)]


def test_a_list_without_limits_has_the_usual_ones_and_no_interruption_is_longer_than_a_statement() -> None:
    bare = Topic("t", "T", {})
    kinds = (Kind.STATEMENT, Kind.QUESTION, Kind.RIGHT_OF_REPLY)
    entries = [entry("JM", kind=kind) for kind in kinds]
    assert [one.limit for one in floor.speeches(bare, entries, ())] == [minutes(5), minutes(2), minutes(5)]
    assert [one.limit for one in floor.speeches(TOPIC, entries, ())] == [minutes(3), minutes(2), minutes(3)]


def test_those_who_wait_stand_by_their_places_and_who_was_called_is_first() -> None:
    entries = [entry("C", 3), entry("A", 1), entry("B", 2), entry("D", 4), entry("E", 5)]
    happened = events(("D", Act.CALL, 0), ("B", Act.ABSENT, 0), ("E", Act.WITHDRAW, 0))
    assert keys(floor.waiting(floor.speeches(TOPIC, entries, happened))) == ["D", "A", "B", "C"]


def test_an_interruption_has_its_own_clock_and_leaves_that_of_the_interrupted_speaker_as_it_was() -> None:
    entries = [entry("JM"), entry("HT", kind=Kind.POINT_OF_ORDER)]
    happened = events(("JM", Act.START, 0), ("JM", Act.PAUSE, 1), ("HT", Act.START, 1))
    during = floor.speeches(TOPIC, entries, happened)
    assert keys(filter(None, (floor.current(during), floor.interrupted(during)))) == ["HT", "JM"]
    assert floor.left(during[0], at(5)) == minutes(2)
    over = floor.speeches(TOPIC, entries, (*happened, event(3, "HT", Act.END, 5)))
    # It goes on once the interruption is over.
    assert floor.interrupted(over) == floor.current(over) == during[0]


def test_who_was_paused_after_an_interruption_or_without_one_was_not_interrupted() -> None:
    entries = [entry("JM"), entry("HT", kind=Kind.POINT_OF_ORDER)]
    before = events(("HT", Act.START, 0), ("HT", Act.END, 1), ("JM", Act.START, 1), ("JM", Act.PAUSE, 2))
    assert floor.interrupted(floor.speeches(TOPIC, entries, before)) is None
    assert floor.interrupted(floor.speeches(TOPIC, entries[:1], before[2:])) is None


def test_nobody_has_the_floor_of_a_list_that_was_not_begun() -> None:
    assert floor.current([speech("JM")]) is None
    assert floor.newest_end([speech("JM")]) is None


def test_the_newest_end_is_the_one_that_can_be_reopened() -> None:
    happened = events(("JM", Act.START, 0), ("JM", Act.END, 2), ("HT", Act.START, 2), ("HT", Act.END, 4))
    found = floor.speeches(TOPIC, [entry("JM"), entry("HT"), entry("AW")], happened)
    assert floor.newest_end(found) == found[1]


def test_after_a_clock_that_was_set_back_the_newest_end_is_the_one_that_was_recorded_last() -> None:
    happened = events(("JM", Act.START, 60), ("JM", Act.END, 62), ("HT", Act.START, 3), ("HT", Act.END, 5))
    found = floor.speeches(TOPIC, [entry("JM"), entry("HT")], happened)
    assert floor.newest_end(found) == found[1]
    assert [(one.entry, one.order) for one in floor_records(found, at(6))] == [("JM", 1), ("HT", 2)]


def test_heard_is_who_made_a_statement_or_submitted_one() -> None:
    found = [
        in_state("JM", State.DONE),
        in_state("HT", State.WRITTEN),
        in_state("AW", State.SPEAKING),
        in_state("BB", State.WITHDRAWN),
        in_state("BZ", State.DONE, kind=Kind.POINT_OF_ORDER),
    ]
    assert floor.heard(found) == {"JM", "HT", "AW"}


@pytest.mark.parametrize(
    ("state", "act", "sentence"),
    [
        (State.SPEAKING, Act.START, "Jamaica cannot begin to speak: the list says “Speaking”."),
        (State.PAUSED, Act.PAUSE, "Jamaica does not speak now: there is no clock to pause."),
        (State.INSCRIBED, Act.END, "Jamaica does not have the floor: there is no speech to end."),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence(state: State, act: Act, sentence: str) -> None:
    with pytest.raises(Refusal) as refused:
        check_act(in_state("JM", state), act, "Jamaica")
    assert (str(refused.value), refused.value.field) == (sentence, "entry")


def test_what_makes_sense_is_not_refused() -> None:
    check_act(in_state("JM", State.SPEAKING), Act.PAUSE, "Jamaica")


def test_a_speech_over_the_change_of_the_clocks_is_as_long_as_it_really_was() -> None:
    zone = ZoneInfo("America/New_York")
    began = datetime(2019, 11, 3, 1, 59, tzinfo=zone)
    happened = (FloorEvent("e0", "JM", Act.START, began), FloorEvent("e1", "HT", Act.START, began.replace(fold=1)))
    jamaica, haiti = floor.speeches(TOPIC, [entry("JM"), entry("HT")], happened)
    assert floor.spoken(jamaica, datetime(2019, 11, 3, 1, 1, tzinfo=zone, fold=1)) == minutes(2)
    assert floor.current([haiti, jamaica]) == haiti
