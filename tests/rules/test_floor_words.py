"""Everything in a list of speakers has a word on the screen, and everything that makes no sense a sentence."""

import pytest

from cmc_desk.rules import floor_words
from cmc_desk.rules.agenda_plan import ListOrder, SpeakerCategory
from cmc_desk.rules.floor import makes_sense
from cmc_desk.rules.floor_kinds import FloorAct, SpeakerState, SpeechKind
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.statement_length import Length
from tests.rules.floored import in_state


def test_every_state_kind_category_and_order_has_a_word() -> None:
    assert set(floor_words.STATE_WORDS) == set(SpeakerState)
    assert set(floor_words.SPEECH_WORDS) == set(SpeechKind)
    assert set(floor_words.CATEGORY_WORDS) == set(SpeakerCategory)
    assert set(floor_words.ORDER_WORDS) == set(ListOrder)
    assert set(floor_words.LENGTH_WORDS) == set(Length)


@pytest.mark.parametrize("act", [act for act in FloorAct if act is not FloorAct.CORRECT])
@pytest.mark.parametrize("state", SpeakerState)
def test_an_act_makes_sense_or_is_refused_with_the_name_of_the_delegation(act: FloorAct, state: SpeakerState) -> None:
    speech = in_state("JM", state)
    if makes_sense(speech, act):
        floor_words.check_act(speech, act, "Jamaica")
    else:
        with pytest.raises(Refusal, match=r"^Jamaica "):
            floor_words.check_act(speech, act, "Jamaica")
