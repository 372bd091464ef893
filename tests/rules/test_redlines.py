"""A draft is shown with what was proposed: what was accepted is in it, what is undecided stands beside it in brackets."""

from cmc_desk.rules.document_kinds import Concern, PartyRole, ProposalAction, ProvisionStatus
from cmc_desk.rules.redline import RenderedDraft, Run
from cmc_desk.rules.redlines import (
    Change,
    accepted,
    changes,
    clean,
    rejected,
    render_draft,
    render_provision,
    render_text,
)
from cmc_desk.rules.word_difference import Kept
from tests.rules.drafted import backed, draft, paragraph, proposal, taken

SAME, REMOVED, ADDED = Kept.SAME, Kept.REMOVED, Kept.ADDED
THREE = paragraph("c", "States will consider common procedures.", "3")


def openings(rendered: RenderedDraft) -> list[list[str]]:
    return [[one.opening for one in provision.alternatives] for provision in rendered.provisions]


def test_alternatives_stand_in_brackets_with_the_number_of_the_paragraph_and_then_bis() -> None:
    saint_lucia = backed(proposal(14, THREE, "States will develop common procedures."), PartyRole.PROPOSER, ["LCA"])
    saint_lucia = backed(saint_lucia, PartyRole.SUPPORTER, ["HTI", "JAM"])
    trinidad = backed(proposal(17, THREE, "States will exchange good practices."), PartyRole.PROPOSER, ["TTO"])
    shown = render_draft(draft(THREE), [trinidad, saint_lucia])
    assert openings(shown) == [["[3.", "[3 bis."]]
    first, second = shown.provisions[0].alternatives
    assert first.runs == (
        Run("States will "),
        Run("consider", REMOVED, "p14"),
        Run("develop", ADDED, "p14"),
        Run(" common procedures."),
    )
    assert (first.leading, second.leading) == (True, False)
    assert (first.proposers, first.supporters, first.closing) == (("LCA",), ("HTI", "JAM"), "]")
    assert Concern.CONFLICT in first.concerns
    assert shown.provisions[0].runs == (Run(THREE.text),)
    assert shown.provisions[0].brackets == shown.meter.brackets == 2
    assert shown.meter.bracketed == shown.meter.whole == 1


def test_a_deletion_is_an_alternative_to_the_text_of_the_draft() -> None:
    away = proposal(1, THREE, action=ProposalAction.DELETE)
    shown = render_provision(THREE, [away])
    assert [(one.opening, one.action, one.proposals) for one in shown.alternatives] == [
        ("[3.", ProposalAction.MODIFY, ()),
        ("[3 bis.", ProposalAction.DELETE, ("p1",)),
    ]
    assert shown.alternatives[0].runs == (Run(THREE.text),)
    assert shown.alternatives[1].runs == (Run(THREE.text, REMOVED, "p1"),)


def test_a_new_paragraph_stands_after_the_alternatives_of_the_one_it_follows() -> None:
    new = proposal(1, THREE, "States will report.", action=ProposalAction.INSERT_AFTER)
    other = proposal(2, THREE, "States shall consider common procedures.")
    shown = render_provision(THREE, [new, other])
    assert [(one.opening, one.action) for one in shown.alternatives] == [
        ("[3.", ProposalAction.MODIFY),
        ("[3 bis.", ProposalAction.INSERT_AFTER),
    ]


def test_what_was_accepted_is_shown_against_the_version_before_with_who_wanted_it() -> None:
    before = draft(paragraph("c", "States may consider procedures.", "3"))
    now = paragraph("c", "States will consider procedures.", "3")
    old = taken(proposal(1, before.provisions[0], "States will consider procedures."), applied_in=2)
    new = taken(proposal(2, now, "States will develop procedures."))
    shown = render_draft(draft(now, number=2), [old, new], before=before)
    runs = shown.provisions[0].runs
    assert [run for run in runs if run.kept is not SAME] == [
        Run("may", REMOVED, "p1"),
        Run("will", ADDED, "p1"),
        Run("consider", REMOVED, "p2"),
        Run("develop", ADDED, "p2"),
    ]
    assert rejected(runs) == "States may consider procedures."
    assert accepted(runs) == "States will develop procedures." == clean(shown)[0].text
    assert shown.base == 1
    assert changes(shown) == (Change("c", 1), Change("c", 4))


def test_what_was_deleted_is_struck_and_is_not_in_the_clean_text() -> None:
    other = paragraph("d", "States will report.", "4")
    shown = render_draft(draft(THREE, other), [taken(proposal(1, THREE, action=ProposalAction.DELETE))])
    assert shown.provisions[0].runs == (Run(THREE.text, REMOVED, "p1"),)
    assert [one.key for one in clean(shown)] == ["d"]
    assert shown.meter.whole == 1


def test_what_only_the_version_before_has_is_struck_where_it_stood() -> None:
    gone = paragraph("d", "States will report.", "4")
    last = paragraph("e", "States will meet.", "5")
    shown = render_draft(draft(THREE, last, number=2), [], before=draft(THREE, gone, last))
    assert [one.provision.key for one in shown.provisions] == ["c", "d", "e"]
    assert shown.provisions[1].runs == render_text(gone.text, "")
    assert shown.provisions[1].provision.status is ProvisionStatus.DELETED
