"""What Tab would take at a place of the text, as a rule without a window."""

import pytest

from cmc_desk.rules.note_kinds import EntryKind
from cmc_desk.rules.snippets import Snippet
from cmc_desk.rules.speaker_completion import Speaker
from cmc_desk.ui.summaries.offers import Offer, Spot, more_words, offer_at

JAMAICA = Speaker("JM", "Jamaica", ("Jamaïque",))
BARBADOS = Speaker("BB", "Barbados")
DR = Snippet("en", "dr", "The delegation of {speaker} recalled that")
DRAFT = "3. Migration governance shall be guided by national legislation, and by shared responsibility."


def offer(
    before: str, *, first: bool = True, alone: bool = True, kind: EntryKind = EntryKind.INTERVENTION
) -> Offer | None:
    return offer_at(
        Spot(before, first, alone, at_end=True),
        kind=kind,
        snippets=(DR,),
        speakers=(JAMAICA, BARBADOS),
        recent=("BB",),
        phrases=(DRAFT,),
    )


def test_a_trigger_goes_before_the_letters_of_a_speaker_and_an_at_sign_before_both() -> None:
    assert offer("dr") == Offer(2, snippet=DR)
    assert offer("jm") == Offer(2, speakers=(JAMAICA,))
    assert offer("@ja") == Offer(3, speakers=(JAMAICA,))


def test_an_at_sign_alone_offers_who_spoke_of_late() -> None:
    assert offer("@") == Offer(1, speakers=(BARBADOS,))
    assert offer("@zz") is None


def test_letters_name_a_speaker_only_where_nothing_else_is_typed() -> None:
    assert offer("and jm", alone=True) is None
    assert offer("jm", alone=False) is None


def test_of_an_action_an_at_sign_names_who_is_to_act() -> None:
    assert offer("@jm", kind=EntryKind.ACTION) == Offer(3, speakers=(JAMAICA,), acts=True)
    assert offer("send it to @jam", kind=EntryKind.NEXT_STEP) == Offer(4, speakers=(JAMAICA,), acts=True)


def test_two_question_marks_are_somebody_to_be_fixed_later() -> None:
    assert offer("??") == Offer(2, unknown=True)
    assert offer("what ??") is None


@pytest.mark.parametrize(
    ("before", "rest"),
    [
        ("keep “na", "tional legislation"),
        ("to keep na", "tional legislation"),
        ("Nat", "ional legislation"),
        ("n", ""),
        ("national", " legislation"),
        ("responsibility", ""),
        ("xyz", ""),
        ("", ""),
    ],
)
def test_the_words_of_the_draft_go_on_to_the_next_sign_and_no_further_than_three(before: str, rest: str) -> None:
    assert more_words(before, (DRAFT,)) == rest


def test_an_address_names_nobody() -> None:
    assert offer("ask keisha@ja", alone=False) is None
