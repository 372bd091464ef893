"""A provision as it is written with its changes: woven where they can be, else one after the other in brackets."""

from dataclasses import replace

from cmc_desk.rules.document_kinds import Concern, PlanField, ProposalAction, ProposalDecision, ProvisionKind
from cmc_desk.rules.drafts import Provision
from cmc_desk.rules.redline import Alternative, Rendered, Run
from cmc_desk.rules.tracked_draft import Beside, laid_out, moved
from cmc_desk.rules.tracked_text import Stretch, accepted_text, rejected_text
from cmc_desk.rules.word_difference import Kept, compared

NOW = "States will share data and meet once every year."
PROVISION = Provision("p", ProvisionKind.PARAGRAPH, NOW, "3")


def wish(key: str, text: str, opening: str = "[3.", **changes: object) -> Alternative:
    """Return an alternative to the text."""
    runs = tuple(Run(one.text, one.kept, key) for one in compared(NOW, text))
    one = Alternative(opening, runs, proposals=(key,))
    return replace(one, **changes)  # type: ignore[arg-type] # what a test wants


def shown(*alternatives: Alternative, runs: tuple[Run, ...] = (Run(NOW),)) -> Rendered:
    return Rendered(PROVISION, runs, alternatives=alternatives)


def test_a_text_that_nobody_would_change_is_written_as_it_is() -> None:
    assert laid_out(shown()).stretches == (Stretch(NOW),)
    assert laid_out(shown(), PlanField.LEAD).stretches == ()


def test_one_wish_is_woven_in_without_brackets() -> None:
    laid = laid_out(shown(wish("a", NOW.replace("will", "shall"))))
    assert not laid.bracketed
    assert (accepted_text(laid.stretches), rejected_text(laid.stretches)) == (NOW.replace("will", "shall"), NOW)


def test_wishes_in_conflict_stand_one_after_the_other_in_brackets() -> None:
    first, second = NOW.replace("will", "shall"), NOW.replace("will", "may")
    laid = laid_out(shown(wish("a", first), wish("b", second, "[3 bis.")))
    assert laid.bracketed
    assert accepted_text(laid.stretches) == first
    assert laid.others == (Beside("b", "[3 bis.", second, "]"),)


def test_what_is_said_to_be_in_conflict_or_is_decided_to_stand_in_brackets_does() -> None:
    assert laid_out(shown(wish("a", "Else.", concerns=(Concern.CONFLICT,)))).bracketed
    assert laid_out(shown(wish("a", "Else.", decision=ProposalDecision.BRACKETED))).bracketed


def test_the_text_of_the_draft_stays_in_its_place_where_it_is_an_alternative() -> None:
    of_draft = Alternative("[3.", (Run(NOW),))
    gone = wish("c", "", "[3 bis.", action=ProposalAction.DELETE, decision=ProposalDecision.REFERRED)
    laid = laid_out(shown(of_draft, gone))
    assert laid.stretches == (Stretch(NOW),)
    assert laid.others == (Beside("c", "[3 bis.", "", "]", deletes=True),)


def test_a_wish_for_a_text_that_is_no_more_stands_beside_the_text() -> None:
    stale = replace(wish("a", "Else."), runs=(Run("What was.", Kept.REMOVED, "a"), Run("Else.", Kept.ADDED, "a")))
    laid = laid_out(shown(stale))
    assert laid.stretches == (Stretch(NOW),)
    assert laid.others == (Beside("a", "[3.", "Else.", "]"),)


def test_what_is_new_comes_after_it_with_brackets_only_if_it_was_left_undecided() -> None:
    runs = (Run("New.", Kept.ADDED, "n"),)
    new = Alternative("[3 bis.", runs, proposals=("n",), action=ProposalAction.INSERT_AFTER)
    assert laid_out(shown(new)).insertions == (Beside("n", "3 bis.", "New."),)
    left = replace(new, decision=ProposalDecision.BRACKETED)
    assert laid_out(shown(left, wish("a", "Else."))).insertions == (Beside("n", "[3 bis.", "New.", "]"),)


def test_a_wish_to_move_is_one_only_if_nothing_else_is_wished_and_nobody_decided() -> None:
    elsewhere = replace(wish("m", NOW), action=ProposalAction.MOVE)
    assert moved(shown(elsewhere)) == elsewhere
    assert moved(shown()) is None
    assert moved(shown(elsewhere, wish("a", "Else."))) is None
    assert moved(shown(wish("a", "Else."))) is None
    assert moved(shown(replace(elsewhere, decision=ProposalDecision.REFERRED))) is None
    assert moved(shown(elsewhere, runs=(Run(NOW, Kept.ADDED),))) is None


def test_a_deletion_against_another_text_stands_beside_it_so_that_no_brackets_are_left_empty() -> None:
    away = wish("a", "", action=ProposalAction.DELETE)
    laid = laid_out(shown(away, wish("b", NOW.replace("will", "may"), "[3 bis.")))
    assert (laid.bracketed, laid.opening) == (True, "[3 bis.")
    assert accepted_text(laid.stretches) == NOW.replace("will", "may")
    assert laid.others == (Beside("a", "[3.", "", "]", deletes=True),)
    alone = laid_out(shown(replace(away, decision=ProposalDecision.BRACKETED)))
    assert (accepted_text(alone.stretches), alone.opening) == (NOW, "")
    assert alone.others == (Beside("a", "[3.", "", "]", deletes=True),)
