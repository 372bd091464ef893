"""Who must stop when somebody begins, goes on or ends, and who comes next."""

import pytest

from cmc_desk.rules.floor import STRENGTH
from cmc_desk.rules.floor_kinds import SpeakerState as State
from cmc_desk.rules.floor_kinds import Speech
from cmc_desk.rules.floor_kinds import SpeechKind as Kind
from cmc_desk.rules.floor_turns import Next, Turn, next_turn, on_end, on_resume, on_start, origin_of, stops_before
from tests.rules.floored import in_state, keys

MAIN = in_state("JM", State.SPEAKING)
PAUSED = in_state("JM", State.PAUSED)
NEXT = in_state("HT", State.INSCRIBED)
ORDER = in_state("AW-order", State.INSCRIBED, kind=Kind.POINT_OF_ORDER)
QUESTION = in_state("AW-question", State.INSCRIBED, kind=Kind.QUESTION, origin="JM")


def what(turn: Turn) -> tuple[list[str], list[str], list[str]]:
    return keys(turn.ends), keys(turn.pauses), keys(turn.drops)


def test_a_statement_ends_whatever_was_on_the_floor() -> None:
    assert what(on_start([MAIN, NEXT], NEXT)) == (["JM"], [], [])
    asking = in_state("AW", State.SPEAKING, kind=Kind.QUESTION, origin="JM")
    assert what(on_start([PAUSED, asking, NEXT], NEXT)) == (["JM", "AW"], [], [])


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.STATEMENT])
def test_an_interruption_pauses_the_statement_and_ends_nothing(kind: Kind) -> None:
    one = in_state("AW", State.INSCRIBED, kind=kind)
    assert what(on_start([MAIN, one, NEXT], one)) == ([], ["JM"], [])


def test_a_statement_that_is_paused_already_stays_so() -> None:
    assert what(on_start([PAUSED, ORDER], ORDER)) == ([], [], [])


def test_the_answer_ends_the_question_and_a_point_of_order_pauses_both() -> None:
    asking = in_state("AW", State.SPEAKING, kind=Kind.QUESTION, origin="JM")
    answer = in_state("JM-answer", State.INSCRIBED, kind=Kind.ANSWER, origin="AW")
    assert what(on_start([PAUSED, asking, answer], answer)) == (["AW"], [], [])
    assert what(on_start([PAUSED, asking, ORDER], ORDER)) == ([], ["AW"], [])


def test_resuming_the_main_speech_ends_what_had_interrupted_it_at_once() -> None:
    ordering = in_state("AW", State.SPEAKING, kind=Kind.POINT_OF_ORDER)
    asking = in_state("HT", State.PAUSED, kind=Kind.QUESTION, origin="JM")
    assert what(on_resume([PAUSED, asking, ordering], PAUSED)) == (["HT", "AW"], [], [])
    assert what(on_resume([PAUSED, asking, ordering], asking)) == (["AW"], [], [])


def test_reopening_an_interruption_pauses_the_main_speech_again() -> None:
    asked = in_state("AW", State.DONE, kind=Kind.QUESTION, origin="JM")
    assert what(on_resume([MAIN, asked], asked)) == ([], ["JM"], [])


def test_the_end_of_a_statement_ends_its_interruptions_and_drops_its_questions() -> None:
    asking = in_state("BB", State.SPEAKING, kind=Kind.QUESTION, origin="JM")
    answer = in_state("JM-answer", State.INSCRIBED, kind=Kind.ANSWER, origin="BB")
    other = in_state("HT-question", State.INSCRIBED, kind=Kind.QUESTION, origin="HT")
    found: list[Speech] = [PAUSED, asking, QUESTION, answer, other, ORDER]
    assert what(on_end(found, PAUSED)) == (["BB"], [], ["AW-question", "JM-answer"])


def test_the_end_of_a_question_leaves_its_answer_waiting() -> None:
    asking = in_state("BB", State.SPEAKING, kind=Kind.QUESTION, origin="JM")
    answer = in_state("JM-answer", State.INSCRIBED, kind=Kind.ANSWER, origin="BB")
    assert what(on_end([PAUSED, asking, answer], asking)) == ([], [], [])


def test_questions_that_point_at_each_other_are_no_endless_loop() -> None:
    one = in_state("A", State.INSCRIBED, kind=Kind.QUESTION, origin="B")
    other = in_state("B", State.INSCRIBED, kind=Kind.ANSWER, origin="A")
    assert on_end([MAIN, one, other], MAIN).drops == ()


def test_next_is_whoever_waits_first() -> None:
    assert next_turn([MAIN, NEXT]) == Next(NEXT)
    assert next_turn([MAIN]) == Next(None)


def test_next_is_whoever_interrupts_at_once_and_then_whoever_was_interrupted() -> None:
    first = in_state("AW-order", State.INSCRIBED, kind=Kind.POINT_OF_ORDER)
    assert next_turn([MAIN, first]) == Next(first, ends=False)
    ordering = in_state("AW-order", State.SPEAKING, kind=Kind.POINT_OF_ORDER)
    assert next_turn([PAUSED, ordering, NEXT]) == Next(PAUSED, goes_on=True)


def test_after_an_interruption_next_does_not_bring_back_who_was_paused() -> None:
    assert next_turn([PAUSED, NEXT]) == Next(NEXT)


def test_when_the_floor_passes_on_everything_on_it_ends() -> None:
    assert stops_before([NEXT]) == Turn()
    assert what(stops_before([NEXT, MAIN, QUESTION])) == (["JM"], [], ["AW-question"])


def test_every_kind_of_speech_has_a_strength() -> None:
    assert sorted(kind for kinds in STRENGTH for kind in kinds) == sorted(Kind)


def test_a_question_is_of_the_statement_on_the_floor_or_the_last_one_and_not_of_a_point_of_order() -> None:
    ordering = in_state("AW-order", State.SPEAKING, kind=Kind.POINT_OF_ORDER)
    assert origin_of([PAUSED, ordering], Kind.QUESTION) == "JM"
    assert origin_of([in_state("BB", State.DONE), NEXT], Kind.RIGHT_OF_REPLY) == "BB"
    assert origin_of([NEXT], Kind.QUESTION) == ""
    assert origin_of([MAIN], Kind.POINT_OF_ORDER) == origin_of([MAIN], Kind.STATEMENT) == ""


def test_an_answer_is_to_the_question_that_is_asked_was_asked_or_waits() -> None:
    withdrawn = in_state("BZ-question", State.WITHDRAWN, kind=Kind.QUESTION)
    asked = in_state("BB-question", State.DONE, kind=Kind.QUESTION)
    asking = in_state("HT-question", State.SPEAKING, kind=Kind.QUESTION)
    assert origin_of([MAIN, withdrawn, QUESTION, asked, asking], Kind.ANSWER) == "HT-question"
    assert origin_of([MAIN, withdrawn, QUESTION, asked], Kind.ANSWER) == "BB-question"
    assert origin_of([MAIN, withdrawn, QUESTION], Kind.ANSWER) == "AW-question"
    assert origin_of([MAIN, withdrawn], Kind.ANSWER) == "JM"
