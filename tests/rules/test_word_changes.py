"""Changes that were tracked are told apart: what belongs together, and whose it is."""

from cmc_desk.rules.document_kinds import ProposalAction
from cmc_desk.rules.tracked_text import Stretch
from cmc_desk.rules.word_changes import TrackedChange, clusters, with_only

AUTHORS = {"0": "Haiti", "1": "Haiti", "2": "Cuba"}


def test_changes_of_one_hand_in_one_sentence_are_one_change() -> None:
    text = (
        Stretch("will", removed="0"),
        Stretch("shall", inserted="1"),
        Stretch(" share "),
        Stretch("all ", inserted="1"),
    )
    assert clusters(text, AUTHORS) == (frozenset({0, 1, 3}),)


def test_changes_of_two_hands_of_two_sentences_or_far_apart_are_two() -> None:
    two_hands = (Stretch("a", inserted="0"), Stretch("b", inserted="2"))
    assert clusters(two_hands, AUTHORS) == (frozenset({0}), frozenset({1}))
    two_sentences = (Stretch("a", inserted="0"), Stretch(" data. They "), Stretch("b", inserted="0"))
    assert len(clusters(two_sentences, AUTHORS)) == 2
    apart = (Stretch("a", inserted="0"), Stretch(" word" * 20), Stretch("b", inserted="0"))
    assert len(clusters(apart, AUTHORS)) == 2
    assert clusters((Stretch("x"),), AUTHORS) == ()


def test_a_text_with_one_change_only_has_that_change_and_no_other() -> None:
    text = (
        Stretch("States "),
        Stretch("will ", removed="0"),
        Stretch("shall ", inserted="0"),
        Stretch("all ", inserted="2", removed="0"),
        Stretch("meet", removed="2"),
    )
    assert with_only(text, frozenset({1, 2})) == "States shall meet"
    assert with_only(text, frozenset({3})) == "States will all meet"
    assert with_only(text, frozenset({4})) == "States will "


def test_our_own_proposals_and_brackets_are_known_by_their_authors() -> None:
    def by(author: str) -> bool:
        return TrackedChange(author, None, ProposalAction.MODIFY, 0).ours

    assert by("Barbados (P-014)")
    assert by("Secretariat [ ]")
    assert not by("Barbados")
