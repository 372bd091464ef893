"""One line from the floor is a proposal at once: read from its entry, following it, and taken back with it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import update

from cmc_desk.db import schema
from cmc_desk.desk import draft_acts, notes, proposals
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.draft_rows import digest_of
from cmc_desk.desk.note_changes import fix_speakers
from cmc_desk.desk.note_order import bring_back
from cmc_desk.desk.notes import Kept
from cmc_desk.rules.document_kinds import Channel, PartyRole, ProposalAction, ProposalDecision, ProvisionKind
from cmc_desk.rules.drafts import ReadProvision
from cmc_desk.rules.note_kinds import Decided, EntryKind
from cmc_desk.rules.notes import Written
from cmc_desk.rules.plain import to_json
from tests.desk.drafted import KEY, bring, proposal, propose, provision
from tests.desk.note_hands import ITEM, entry
from tests.meetings import clock_of

LINE = "1: “shall” → “should”"
SHOULD = "States should exchange information every year."


def amendment(text: str = LINE, delegation: str = "JM", language: str = "en") -> Written:
    """Return what a rapporteur filed of an amendment."""
    return Written(
        text=text, kind=EntryKind.PROPOSAL, delegation=delegation, document=KEY, provision="1", language=language
    )


def file(desk: Desk, written: Written) -> tuple[str, Kept]:
    """File an entry of the item that is discussed; return its key and where it stands."""
    key = notes.new_entry_id()
    clock_of(desk).advance(minutes=1)
    kept = desk.do(notes.file_entry, entry=key, item=ITEM, started_at=desk.clock.now(), written=written, base=0)
    return key, kept


def leave(desk: Desk, key: str, change: Callable[[Written], Written]) -> Kept:
    """Edit an entry and leave it."""
    found = entry(desk, key)
    return desk.do(notes.leave_entry, entry=key, written=change(found.written), base=found.revision)


def test_an_amendment_is_a_proposal_in_the_same_act_and_is_taken_back_with_it(desk: Desk) -> None:
    bring(desk)
    key, kept = file(desk, amendment())
    (found,) = desk.read(proposals.proposals)
    assert (kept.proposal, kept.trouble) == (found.key, "")
    assert (found.action, found.new_text, found.channel, found.entry, found.item) == (
        ProposalAction.MODIFY,
        SHOULD,
        Channel.FLOOR,
        key,
        ITEM,
    )
    assert found.of(PartyRole.PROPOSER) == ("JM",)
    desk.undo()
    assert desk.read(proposals.proposals) == ()
    assert entry(desk, key).filed_at is None
    again = desk.do(
        notes.file_entry,
        entry=key,
        item=ITEM,
        started_at=desk.clock.now(),
        written=amendment(),
        base=entry(desk, key).revision,
    )
    assert (again.proposal, proposal(desk, again.proposal).name) == (found.key, "P-001")


def test_the_proposal_follows_its_entry_until_it_is_decided(desk: Desk) -> None:
    bring(desk)
    key, kept = file(desk, amendment())
    leave(desk, key, lambda written: replace(written, text="1: “every year” → “every month”"))
    assert proposal(desk, kept.proposal).new_text == "States shall exchange information every month."
    desk.undo()
    assert proposal(desk, kept.proposal).new_text == SHOULD
    desk.do(fix_speakers, entries=(key,), delegation="HT")
    assert proposal(desk, kept.proposal).of(PartyRole.PROPOSER) == ("HT",)
    desk.do(proposals.edit_proposal, proposal=kept.proposal, new_text="By hand.")
    leave(desk, key, lambda written: replace(written, highlighted=True))
    assert proposal(desk, kept.proposal).new_text == "By hand."
    desk.do(proposals.decide, proposal=kept.proposal, decision=ProposalDecision.NOT_ACCEPTED)
    leave(desk, key, lambda written: replace(written, text="1: “every year” → “”"))
    assert proposal(desk, kept.proposal).new_text == "By hand."
    desk.do(notes.delete_entry, entry=key)
    assert proposal(desk, kept.proposal).decision is ProposalDecision.NOT_ACCEPTED


def test_an_entry_that_is_none_any_more_takes_its_proposal_along(desk: Desk) -> None:
    bring(desk)
    key, _kept = file(desk, amendment())
    for gone, back in (
        (lambda: leave(desk, key, lambda written: replace(written, kind=EntryKind.QUESTION)), desk.undo),
        (lambda: desk.do(notes.delete_entry, entry=key), lambda: desk.do(notes.bring_back, entry=key)),
        (lambda: desk.do(notes.delete_entry, entry=key), desk.undo),
    ):
        gone()
        assert desk.read(proposals.proposals) == ()
        back()
        assert [one.name for one in desk.read(proposals.proposals)] == ["P-001"]


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("1: “must” → “should”", "does not stand in 1"),
        ("9: “shall” → “should”", "no provision 9"),
        ("1: “e” → “i”", "does not stand in 1"),
        ("4: “a” → “b”", "stands more than once in 4"),
        ("5: “a” → “b”", "More than one provision of the draft is called 5"),
    ],
)
def test_what_cannot_be_put_into_the_text_is_kept_as_a_comment_and_says_so(desk: Desk, text: str, trouble: str) -> None:
    twice = [
        ReadProvision(ProvisionKind.PARAGRAPH, words, label)
        for words, label in (("A a a", "4"), ("X", "5"), ("Y", "5"))
    ]
    bring(desk, (ReadProvision(ProvisionKind.PARAGRAPH, "States shall agree.", "1"), *twice))
    _key, kept = file(desk, replace(amendment(text), provision=""))
    found = proposal(desk, kept.proposal)
    assert (found.action, found.rationale) == (ProposalAction.COMMENT, text)
    assert trouble in kept.trouble
    assert kept.trouble.endswith("the proposal was kept as a comment.")


def test_every_word_struck_is_a_deletion_and_no_word_an_addition(desk: Desk) -> None:
    bring(desk)
    whole, words = provision(desk, "1").text, "and every month"
    for text, action, new in (
        (f"1: “{whole}” → ∅", ProposalAction.DELETE, ""),
        (f"1: + → “{words}”", ProposalAction.MODIFY, f"{whole.removesuffix('.')} {words}."),
    ):
        _key, kept = file(desk, amendment(text))
        found = proposal(desk, kept.proposal)
        assert (found.action, found.new_text) == (action, new)


def test_nothing_keeps_a_rapporteur_from_filing(desk: Desk) -> None:
    desk.do(draft_acts.found_draft, key=KEY, title="T")
    _key, kept = file(desk, amendment())
    assert "no text yet" in kept.trouble
    bring(desk)
    desk.do(draft_acts.adopt_draft, draft=KEY, decided=Decided.APPROVED)
    _key, kept = file(desk, amendment(delegation="", language="de"))
    assert "adopted already" in kept.trouble
    assert proposal(desk, kept.proposal).parties == ()
    _key, kept = file(desk, Written(text="An ordinary proposal.", kind=EntryKind.PROPOSAL, document=KEY))
    assert kept.proposal == ""
    assert "It stays a note: a proposal for the text is written as" in kept.trouble
    _key, kept = file(desk, Written(text="An ordinary proposal.", kind=EntryKind.PROPOSAL))
    assert (kept.proposal, kept.trouble) == ("", "")
    _key, kept = file(desk, Written(text=LINE, kind=EntryKind.PROPOSAL))
    assert kept.proposal == ""
    assert "No draft is considered under this item" in kept.trouble
    _key, kept = file(desk, Written(text="An ordinary statement.", kind=EntryKind.RECOMMENDATION, document=KEY))
    assert kept.trouble == ""


def test_a_delegation_that_nobody_is_called_is_said_to_be_none(desk: Desk) -> None:
    bring(desk)
    _key, kept = file(desk, amendment("1: zz shall → should", delegation=""))
    assert "No delegation is called “zz”" in kept.trouble


@pytest.mark.parametrize("line", ["1: “shall” → “shall ”", "1: “States  shall” → “States shall”"])
def test_an_amendment_that_changes_nothing_is_kept_as_a_comment(desk: Desk, line: str) -> None:
    bring(desk)
    key, kept = file(desk, amendment(line))
    assert kept.trouble == "1 says this already: the proposal was kept as a comment."
    assert proposal(desk, kept.proposal).action is ProposalAction.COMMENT
    assert entry(desk, key).written.text == line


def test_nothing_is_amended_that_was_deleted(desk: Desk) -> None:
    bring(desk)
    gone = propose(desk, "1", action=ProposalAction.DELETE)
    desk.do(proposals.decide, proposal=gone, decision=ProposalDecision.ACCEPTED)
    desk.do(draft_acts.next_version, draft=KEY)
    _, kept = file(desk, amendment())
    assert kept.trouble == "The draft has no provision 1: the proposal was kept as a comment."


def test_what_was_merged_into_the_proposal_of_an_entry_does_not_go_with_the_entry(desk: Desk) -> None:
    bring(desk)
    key, kept = file(desk, amendment())
    other = propose(desk, "1", "States may exchange information every year.")
    desk.do(proposals.decide, proposal=other, decision=ProposalDecision.MERGED, merged_into=kept.proposal)
    desk.do(notes.delete_entry, entry=key)
    assert [one.key for one in desk.read(proposals.proposals)] == [kept.proposal, other]


def test_a_proposal_that_was_taken_out_by_hand_comes_back_only_when_its_entry_says_something_else(desk: Desk) -> None:
    bring(desk)
    key, kept = file(desk, amendment())
    desk.do(proposals.remove_proposal, proposal=kept.proposal)
    leave(desk, key, lambda written: replace(written, delegation="BS"))
    assert desk.read(proposals.proposals) == ()
    leave(desk, key, lambda written: replace(written, text="1: “shall” → “must”"))
    (found,) = desk.read(proposals.proposals)
    assert (found.key, found.new_text) == (kept.proposal, "States must exchange information every year.")


def test_the_speaker_is_mended_in_proposals_of_the_program_before_which_kept_none(desk: Desk) -> None:
    bring(desk)
    key, kept = file(desk, amendment())
    other, kept_other = file(desk, amendment())
    third, kept_third = file(desk, amendment())
    digest = digest_of(to_json([KEY, "1", LINE]))
    with desk.store.write() as session:
        session.execute(update(schema.Proposal).values(entry_digest=digest))
    desk.do(proposals.add_party, proposal=kept.proposal, delegation="AW", role=PartyRole.PROPOSER)
    leave(desk, key, lambda written: replace(written, delegation="HT"))
    assert proposal(desk, kept.proposal).of(PartyRole.PROPOSER) == ("AW", "HT")
    desk.undo()
    assert proposal(desk, kept.proposal).of(PartyRole.PROPOSER) == ("AW", "JM")
    leave(desk, other, lambda written: replace(written, delegation="HT", text="1: “shall” → “must”"))
    assert proposal(desk, kept_other.proposal).of(PartyRole.PROPOSER) == ("HT",)
    # Whom somebody took out by hand does not come back because something else of the entry changes.
    desk.do(proposals.remove_party, proposal=kept_third.proposal, delegation="JM")
    leave(desk, third, lambda written: replace(written, highlighted=True))
    assert proposal(desk, kept_third.proposal).of(PartyRole.PROPOSER) == ()


def test_an_entry_written_anew_says_that_its_proposal_was_decided(desk: Desk) -> None:
    bring(desk)
    key, kept = file(desk, amendment())
    desk.do(proposals.decide, proposal=kept.proposal, decision=ProposalDecision.ACCEPTED)
    assert leave(desk, key, lambda written: replace(written, delegation="BS")).trouble == ""
    told = leave(desk, key, lambda written: replace(written, text="1: “shall” → “must”"))
    assert told.trouble == "P-001 was decided already: it stays as it was decided."
    assert proposal(desk, kept.proposal).new_text == SHOULD


def test_an_entry_that_comes_back_is_a_comment_once_the_draft_is_adopted(desk: Desk) -> None:
    bring(desk)
    key, kept = file(desk, amendment())
    desk.do(notes.delete_entry, entry=key)
    desk.do(draft_acts.adopt_draft, draft=KEY, decided=Decided.APPROVED)
    desk.do(bring_back, entry=key)
    assert proposal(desk, kept.proposal).action is ProposalAction.COMMENT
