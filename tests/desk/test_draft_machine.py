"""Whatever is done to a draft and its proposals: versions stay, what was adopted is frozen, every act is taken back whole."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from cmc_desk.desk import draft_acts, proposals
from cmc_desk.desk.draft_texts import draft_text, draft_versions, meters, rendered_draft
from cmc_desk.desk.opening import verify_journal
from cmc_desk.desk.undoing import last_row
from cmc_desk.rules.document_kinds import Concern, PartyRole, ProposalAction, ProposalDecision, ProvisionStatus
from cmc_desk.rules.drafts import DraftText
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.rules.proposals import TAKEN, Proposal
from cmc_desk.rules.refusal import Refusal
from tests.desk.drafted import KEY, bring
from tests.meetings import clock_of, open_desk

WORDS = st.lists(
    st.sampled_from(("States", "shall", "should", "[may]", "share", "données", "ñ", ".")), min_size=1, max_size=7
)
TEXTS = WORDS.map(" ".join)
PLACES = st.integers(0, 9)
State = tuple[Any, ...]


class Negotiating(RuleBasedStateMachine):
    """One desk with one draft; `seen` is every version as it was when the next one was made or the meeting adopted it."""

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.desk = open_desk(Path(self.folder.name))
        bring(self.desk)
        self.seen: dict[int, DraftText] = {}

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            assert self.desk.read(verify_journal).whole
            self.desk.close()
            self.folder.cleanup()

    @rule(
        one=PLACES,
        words=TEXTS,
        action=st.sampled_from((ProposalAction.MODIFY, *ProposalAction)),
        after=PLACES,
        by=st.sampled_from(("JM", "HT")),
    )
    def propose(self, *, one: int, words: str, action: ProposalAction, after: int, by: str) -> None:
        self.do(
            proposals.add_proposal,
            draft=KEY,
            action=action,
            provision=self.provision(one),
            new_text=words,
            target=self.provision(after) if action is ProposalAction.MOVE else "",
            delegations=(by,),
        )

    @rule(one=PLACES, decision=st.sampled_from((*TAKEN, *ProposalDecision)), words=TEXTS, other=PLACES)
    def decide(self, *, one: int, decision: ProposalDecision, words: str, other: int) -> None:
        key, into = self.proposal(one), self.proposal(other)
        final = words if decision is ProposalDecision.MODIFIED else ""
        merged = into if decision is ProposalDecision.MERGED else ""
        self.do(proposals.decide, proposal=key, decision=decision, final_text=final, merged_into=merged)

    @rule(one=PLACES, words=TEXTS)
    def edit(self, *, one: int, words: str) -> None:
        self.do(draft_acts.edit_provision, provision=self.provision(one), text=words)

    @rule(one=PLACES, words=TEXTS, what=st.sampled_from(("edit", "reopen", "remove", "support")))
    def change(self, *, one: int, words: str, what: str) -> None:
        key = self.proposal(one)
        if what == "edit":
            self.do(proposals.edit_proposal, proposal=key, new_text=words)
        elif what == "support":
            self.do(proposals.add_party, proposal=key, delegation="AW", role=PartyRole.SUPPORTER)
        else:
            self.do(proposals.reopen_proposal if what == "reopen" else proposals.remove_proposal, proposal=key)

    @rule(one=PLACES, other=PLACES, words=TEXTS)
    def merge(self, *, one: int, other: int, words: str) -> None:
        self.do(proposals.merge_proposals, proposals=(self.proposal(one), self.proposal(other)), text=words)

    @rule(one=PLACES, status=st.sampled_from(ProvisionStatus))
    def stand(self, *, one: int, status: ProvisionStatus) -> None:
        self.do(draft_acts.set_provision_status, provision=self.provision(one), status=status)

    @rule(what=st.sampled_from(("next", "next", "circulate", "reopen")))
    def move_on(self, *, what: str) -> None:
        acts: dict[str, Callable[..., Any]] = {
            "next": draft_acts.next_version,
            "circulate": draft_acts.circulate_version,
            "reopen": draft_acts.reopen_draft,
        }
        self.do(acts[what], draft=KEY)

    @rule(decided=st.sampled_from((Decided.APPROVED, Decided.AMENDED, Decided.DEFERRED)))
    def adopt(self, *, decided: Decided) -> None:
        self.do(draft_acts.adopt_draft, draft=KEY, decided=decided)

    @invariant()
    def older_versions_stay(self) -> None:
        if hasattr(self, "seen"):
            versions = self.desk.read(draft_versions, draft=KEY)
            for version in versions[:-1]:
                found = self.desk.read(draft_text, draft=KEY, version=version.number)
                assert self.seen.setdefault(version.number, found) == found
            assert [one.number for one in versions] == list(range(1, len(versions) + 1))
            assert not any(one.frozen for one in versions[:-1])

    @invariant()
    def what_is_shown_is_counted(self) -> None:
        if hasattr(self, "desk"):
            shown = self.desk.read(rendered_draft, draft=KEY)
            assert self.desk.read(meters) == ((KEY, shown.meter),)
            known = {one.key for one in shown.text.provisions}
            for one in self.proposals():
                stale = {each.concern for each in one.concerns} >= {Concern.STALE}
                now = shown.text.provision(one.provision)
                if one.live and one.action is ProposalAction.MODIFY and one.provision in known and now is not None:
                    assert stale == (one.base != now.text or now.status is ProvisionStatus.DELETED)

    def do(self, act: Callable[..., Any], **told: Any) -> None:
        """Do something unless it is refused, then take it back and do it again: nothing else may be left of it."""
        clock_of(self.desk).advance(minutes=1)
        if not all(told.get(name, "x") for name in ("proposal", "provision")):
            return
        before, frozen = self.state(), self.frozen()
        try:
            self.desk.do(act, **told)
        except Refusal:
            assert self.state() == before
            return
        after, rows = self.state(), self.desk.read(last_row)
        if frozen and act is not draft_acts.reopen_draft:
            assert before[1] == after[1]
        self.desk.undo(since=rows - 1)
        assert self.state() == before
        self.desk.do(act, **told)

    def state(self) -> State:
        texts = [
            self.desk.read(draft_text, draft=KEY, version=one.number)
            for one in self.desk.read(draft_versions, draft=KEY)
        ]
        return self.proposals(), texts

    def frozen(self) -> bool:
        return self.desk.read(draft_versions, draft=KEY)[-1].frozen

    def proposals(self) -> tuple[Proposal, ...]:
        return self.desk.read(proposals.proposals, draft=KEY)

    def proposal(self, one: int) -> str:
        found = self.proposals()
        return found[one % len(found)].key if found else ""

    def provision(self, one: int) -> str:
        found = self.desk.read(draft_text, draft=KEY).provisions
        return found[one % len(found)].key


TestNegotiating = Negotiating.TestCase
TestNegotiating.settings = settings(max_examples=3, stateful_step_count=10, deadline=None)
