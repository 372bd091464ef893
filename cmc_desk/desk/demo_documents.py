"""What becomes of the drafts of the demo: written comments, proposals from the floor, answers, decisions, and what was adopted."""

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache, partial
from itertools import groupby
from typing import Any

from cmc_desk.desk import draft_acts, proposals
from cmc_desk.desk.command import Author
from cmc_desk.desk.demo_play import Play, move
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.draft_texts import draft_text, draft_texts
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.note_list import notes_of
from cmc_desk.exchange.draft_toml import SHIPPED, shipped_draft
from cmc_desk.resource import resource
from cmc_desk.rules.applying import substituted
from cmc_desk.rules.document_kinds import (
    Channel,
    PartyRole,
    ProposalAction,
    ProposalDecision,
    ProposalType,
    ProvisionStatus,
)
from cmc_desk.rules.drafts import Provision
from cmc_desk.rules.meeting import Role
from cmc_desk.rules.note_kinds import Decided, EntryKind
from cmc_desk.rules.numbering import found
from cmc_desk.rules.proposals import NewProposal

# In the discussion of the plan: nine delegations stand behind Saint Lucia, four behind Trinidad and Tobago.
IN_THE_PLAN = time(11, 24, 33)
BEFORE_THE_APPROVAL = time(16, 45)
DRAFTING = Author("R. Example-Boyce", Role.RAPPORTEUR, "Drafting")
_SHEET = "cmc-2019-proposals.toml"
Facts = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Act:
    """Something that is done with the drafts; `at` is on the clocks of the meeting."""

    at: datetime
    do: Callable[[Desk], object]


def until_the_meeting(desk: Desk) -> None:
    """Bring the three drafts, circulate them, and let delegations comment in writing until the second drafts go out."""
    first = _first_day(desk)
    desk.author = DRAFTING
    for act in _acts():
        if act.at.date() < first:
            move(desk, act.at.replace(tzinfo=desk.read(meeting).tzinfo))
            act.do(desk)


def plan_documents(play: Play, number: int) -> None:
    """Let be done what is done with the drafts on a day of the meeting."""
    facts = play.desk.read(meeting)
    for act in _acts():
        if act.at.date() == facts.days[number]:
            play.at(act.at.replace(tzinfo=facts.tzinfo), DRAFTING, partial(act.do, play.desk))


def _first_day(desk: Desk) -> date:
    return desk.read(meeting).days[0]


@cache
def _acts() -> tuple[_Act, ...]:
    told = tomllib.loads(resource("documents", _SHEET).read_text(encoding="utf-8"))
    acts = [_Act(one["at"], partial(_WITH_A_DRAFT[one["do"]], facts=one)) for one in told["acts"]]
    # The numbers are given in the order in which they came in.
    for at, some in groupby(enumerate(told["proposals"], 1), key=lambda pair: pair[1]["at"]):
        rows = list(some)
        acts.append(_Act(at, partial(_propose, rows=[facts for _number, facts in rows])))
        acts += [act for number, facts in rows for act in _about(number, facts)]
    return tuple(sorted(acts, key=lambda act: act.at))


def _about(number: int, facts: Facts) -> Iterator[_Act]:
    """Return what is done with a proposal after it came in."""
    answer = facts.get("answer")
    if answer:
        yield _Act(answer["at"], partial(_answer, number=number, facts=answer))
    for one in facts.get("supported", ()):
        yield _Act(one["at"], partial(_stand, number=number, delegation=one["by"], role=PartyRole.SUPPORTER))
    for one in facts.get("decided", ()):
        yield _Act(one["at"], partial(_decide, number=number, facts=one))


def _bring(desk: Desk, *, facts: Facts) -> None:
    del facts
    for key in SHIPPED:
        told = shipped_draft(key)
        desk.do(
            draft_acts.found_draft,
            key=key,
            title=told.title,
            short_title=told.short_title,
            kind=told.kind,
            symbol=told.symbol,
            language=told.language,
        )
        desk.do(draft_acts.bring_text, draft=key, provisions=told.provisions, label=told.label, source=f"{key}.toml")


def _circulate(desk: Desk, *, facts: Facts) -> None:
    for key in _drafts(desk, facts):
        desk.do(draft_acts.circulate_version, draft=key, comments_until=facts["until"])


def _next(desk: Desk, *, facts: Facts) -> None:
    for key in _drafts(desk, facts):
        desk.do(draft_acts.next_version, draft=key)


def _status(desk: Desk, *, facts: Facts) -> None:
    for label in facts["on"]:
        desk.do(
            draft_acts.set_provision_status,
            provision=_provision(desk, facts["draft"], label).key,
            status=ProvisionStatus(facts["status"]),
        )


def _adopt(desk: Desk, *, facts: Facts) -> None:
    desk.do(
        draft_acts.adopt_draft,
        draft=facts["draft"],
        decided=Decided(facts["decided"]),
        reason=facts.get("reason", ""),
        item="approval",
    )


_WITH_A_DRAFT: dict[str, Callable[..., None]] = {
    "bring": _bring,
    "circulate": _circulate,
    "next": _next,
    "status": _status,
    "adopt": _adopt,
}


def _propose(desk: Desk, *, rows: list[Facts]) -> None:
    keys = desk.do(proposals.add_proposals, rows=tuple(_new(desk, facts) for facts in rows))
    for key, facts in zip(keys, rows, strict=True):
        for role, codes in ((PartyRole.SUPPORTER, "behind"), (PartyRole.OPPONENT, "against")):
            for code in facts.get(codes, ()):
                desk.do(proposals.add_party, proposal=key, delegation=code, role=role)
        for one in facts.get("reserve", ()):
            desk.do(
                proposals.add_party,
                proposal=key,
                delegation=one["by"],
                role=PartyRole.RESERVATION,
                words=one["words"],
            )


def _new(desk: Desk, facts: Facts) -> NewProposal:
    provision = _provision(desk, facts["draft"], facts["on"])
    item = facts.get("item", "")
    return NewProposal(
        draft=facts["draft"],
        action=ProposalAction(facts.get("action", ProposalAction.MODIFY)),
        kind=ProposalType(facts.get("type", ProposalType.SUBSTANTIVE)),
        channel=Channel(facts.get("channel", Channel.WRITTEN)),
        provision=provision.key,
        field=facts.get("field", ""),
        new_text=_wanted(provision, facts),
        rationale=facts.get("rationale", ""),
        delegations=tuple(facts["by"]),
        language=facts.get("language", ""),
        entry=_entry(desk, item, facts["by"][0]) if item else "",
        item=item,
    )


def _wanted(provision: Provision, facts: Facts) -> str:
    if "old" not in facts:
        return str(facts.get("text", ""))
    made = substituted(provision.text, facts["old"], facts["new"])
    if not made.clear:
        raise ValueError(f"“{facts['old']}” does not stand once in {provision.path}")
    return made.text


def _entry(desk: Desk, item: str, delegation: str) -> str:
    """Return the note in which a rapporteur has just written down what a delegation proposed, if one has."""
    asked = (EntryKind.PROPOSAL, EntryKind.QUESTION)
    written = [one for one in desk.read(notes_of, item=item) if one.filed_at is not None]
    mine = [one.key for one in written if one.written.delegation == delegation and one.written.kind in asked]
    return mine[-1] if mine else ""


def _answer(desk: Desk, *, number: int, facts: Facts) -> None:
    desk.do(proposals.respond, proposal=_key(desk, number), agency=facts["by"], text=facts["text"])


def _stand(desk: Desk, *, number: int, delegation: str, role: PartyRole) -> None:
    desk.do(proposals.add_party, proposal=_key(desk, number), delegation=delegation, role=role)


def _decide(desk: Desk, *, number: int, facts: Facts) -> None:
    desk.do(
        proposals.decide,
        proposal=_key(desk, number),
        decision=ProposalDecision(facts["decision"]),
        final_text=facts.get("final", ""),
        merged_into=_key(desk, facts["into"]) if "into" in facts else "",
        words=facts.get("words", ""),
    )


def _key(desk: Desk, number: int) -> str:
    return desk.read(proposals.key_of_proposal, name=str(number))


def _provision(desk: Desk, draft: str, label: str) -> Provision:
    (one,) = found(desk.read(draft_text, draft=draft).provisions, label)
    return one


def _drafts(desk: Desk, facts: Facts) -> tuple[str, ...]:
    return (facts["draft"],) if "draft" in facts else tuple(one.key for one in desk.read(draft_texts))
