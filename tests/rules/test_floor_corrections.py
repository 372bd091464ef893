"""The past of the floor can be corrected where it can have been so, and the instant of a change of speakers moves as one."""

import pytest

from cmc_desk.rules.floor import speeches, spoken
from cmc_desk.rules.floor_corrections import check_amount, check_correction, events_until, last_instant, recorded_with
from cmc_desk.rules.floor_kinds import FloorAct as Act
from cmc_desk.rules.floor_kinds import FloorEvent
from cmc_desk.rules.refusal import Refusal
from tests.rules.floored import TOPIC, at, entry, event, events, minutes, speech

ENTRIES = (entry("JM"), entry("HT"), entry("BB"))
# Jamaica from 0 to 4, Haiti from 4 to 7, Barbados from 8.
EVENTS = events(
    ("JM", Act.START, 0), ("JM", Act.END, 4), ("HT", Act.START, 4), ("HT", Act.END, 7), ("BB", Act.START, 8)
)


def moved(of: str, minute: float, happened: tuple[FloorEvent, ...] = EVENTS) -> tuple[str, ...]:
    return check_correction(TOPIC, ENTRIES, happened, of=of, at=at(minute), now=at(10))


def test_the_end_of_one_speech_and_the_beginning_of_the_next_move_together() -> None:
    assert recorded_with(EVENTS, "e2") == ("e2", "e1")
    assert moved("e2", 3) == ("e2", "e1")
    assert moved("e4", 7.5) == ("e4",)


def test_a_corrected_instant_is_where_it_was_corrected_to() -> None:
    corrected = (*EVENTS, event(5, "HT", Act.CORRECT, 3, of="e2"), event(6, "JM", Act.CORRECT, 3, of="e1"))
    jamaica, haiti, _barbados = speeches(TOPIC, ENTRIES, corrected)
    assert (spoken(jamaica, at(10)), spoken(haiti, at(10))) == (minutes(3), minutes(4))
    assert recorded_with(corrected, "e1") == ("e1", "e2")


def test_the_last_instant_is_as_corrected_and_amounts_have_none() -> None:
    assert last_instant(()) is None
    assert last_instant((*EVENTS, event(5, "BB", Act.ADD, 9, amount=1))) == at(8)
    assert last_instant((*EVENTS, event(5, "BB", Act.CORRECT, 7.5, of="e4"))) == at(7.5)


def test_looking_back_nothing_is_known_of_what_came_later_but_what_really_was() -> None:
    corrected = (*EVENTS, event(5, "BB", Act.CORRECT, 7.5, of="e4"))
    assert events_until(corrected, at(4)) == EVENTS[:3]
    assert events_until(corrected, at(7.5)) == corrected


@pytest.mark.parametrize(
    ("of", "minute", "sentence"),
    [
        ("nothing", 3, "Nothing of the kind"),
        ("e4", 11, "not come yet"),
        ("e2", 7.5, "after it was at 17:07:00: it cannot be later"),
        ("e1", -1, "before it was at 17:00:00: it cannot be earlier"),
        ("e4", 6, "Somebody else spoke then"),
        ("e3", 9, "Somebody else spoke then"),
    ],
)
def test_what_cannot_have_been_is_refused(of: str, minute: float, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        moved(of, minute)


def test_amounts_and_corrections_have_no_instant_to_correct() -> None:
    with pytest.raises(Refusal, match="Only beginnings"):
        moved("e5", 3, (*EVENTS, event(5, "BB", Act.ADD, 9, amount=1)))


def test_time_is_added_and_taken_and_left_out_within_what_there_is() -> None:
    one = speech("JM", (Act.START, 0))
    check_amount(one, Act.ADD, minutes(1), at(5))
    check_amount(one, Act.ADD, -minutes(1), at(2))
    check_amount(one, Act.LEAVE_OUT, minutes(2), at(2))
    check_amount(one, Act.LEAVE_OUT, -minutes(60), at(2))


@pytest.mark.parametrize(
    ("act", "minute", "sentence"),
    [(Act.ADD, 0, "no time at all"), (Act.ADD, -2, "not left of this speech"), (Act.LEAVE_OUT, 3, "leave out less")],
)
def test_more_than_there_is_cannot_be_taken(act: Act, minute: float, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        check_amount(speech("JM", (Act.START, 0)), act, minutes(minute), at(2))
