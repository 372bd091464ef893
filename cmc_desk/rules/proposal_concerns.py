"""What whoever decides must know of a proposal beside others: that its text has changed, that others want the same, or cannot have both."""

from collections.abc import Iterable, Mapping, Sequence

from cmc_desk.rules.alternatives import ACTING, by_provision, same_wish
from cmc_desk.rules.applying import below_deleted, waiting
from cmc_desk.rules.document_kinds import Concern, ProposalAction, ProvisionStatus
from cmc_desk.rules.drafts import DraftText, Provision
from cmc_desk.rules.numbering import depth
from cmc_desk.rules.proposals import Concerned, Proposal
from cmc_desk.rules.text_edits import edits, meet

_CHANGES_TEXT = frozenset({ProposalAction.MODIFY, ProposalAction.DELETE})


def concerns(text: DraftText, proposals: Sequence[Proposal]) -> Mapping[str, tuple[Concerned, ...]]:
    """Return what there is to know of every undecided proposal that would change a draft, by its key; nothing of the others.

    It is stale where the text to which it was made is not that of the draft any more. Others are those that are undecided too, and
    those that were accepted but stand in no version yet. Whatever is proposed for what stands below a provision conflicts with the
    deletion of that provision, which takes it along.
    """
    provisions = {one.key: one for one in text.provisions}
    acting = [one for one in proposals if one.action in ACTING and (one.live or waiting(one))]
    along = _taken_along(text.provisions, acting)
    told: dict[str, tuple[Concerned, ...]] = {}
    for key, beside in by_provision(acting).items():
        for one in beside:
            if one.live:
                found = tuple(_of(one, beside, provisions.get(key), along.get(one.key, ())))
                if found:
                    told[one.key] = found
    return told


def is_stale(proposal: Proposal, provision: Provision | None) -> bool:
    """Tell whether a proposal was made to what is not there any more: its provision is gone, or says something else than then."""
    if proposal.action not in ACTING or not proposal.provision:
        return False
    if provision is None or provision.status is ProvisionStatus.DELETED:
        return True
    return proposal.action in _CHANGES_TEXT and proposal.base != provision.said(proposal.field)


def _taken_along(provisions: Sequence[Provision], acting: Sequence[Proposal]) -> Mapping[str, Sequence[str]]:
    """Return for deletions, and for what they would take along, the keys of the others, in the order of the proposals."""
    depths = {one.key: depth(one) for one in provisions}
    met: dict[str, list[str]] = {}
    for one in acting:
        below = below_deleted(provisions, one.provision, one.action, one.field)
        for other in acting if below else ():
            deep = depths.get(other.provision, 0)
            comes = other.action is ProposalAction.MOVE and (
                other.target in below or (other.target == one.provision and deep > depths[one.provision])
            )
            goes = other.provision in below and (other.action is not ProposalAction.DELETE or bool(other.field))
            if other.key != one.key and (comes or goes):
                met.setdefault(one.key, []).append(other.key)
                met.setdefault(other.key, []).append(one.key)
    return met


def _of(
    one: Proposal, beside: Sequence[Proposal], provision: Provision | None, along: Sequence[str]
) -> Iterable[Concerned]:
    if is_stale(one, provision):
        yield Concerned(Concern.STALE)
    others: dict[Concern, list[str]] = {Concern.CONFLICT: list(along)} if along else {}
    for other in beside:
        concern = None if other is one else between(one, other, provision)
        if concern and other.key not in along:
            others.setdefault(concern, []).append(other.key)
    for concern in (Concern.CONFLICT, Concern.IDENTICAL, Concern.COMBINABLE):
        if concern in others:
            yield Concerned(concern, tuple(others[concern]))


def between(one: Proposal, other: Proposal, provision: Provision | None) -> Concern | None:
    """Return how two proposals on one provision stand to each other, None if they have nothing to do with each other.

    Two that change the same words of a field conflict; so do a deletion and everything else, and two moves to different places.
    """
    if same_wish(one) == same_wish(other):
        return Concern.IDENTICAL
    actions = {one.action, other.action}
    if ProposalAction.INSERT_AFTER in actions:
        return Concern.COMBINABLE if len(actions) == 1 else None
    if any(each.action is ProposalAction.DELETE and not each.field for each in (one, other)):
        return Concern.CONFLICT
    if actions == {ProposalAction.MOVE}:
        return Concern.CONFLICT
    if ProposalAction.MOVE in actions or one.field != other.field:
        return Concern.COMBINABLE
    if ProposalAction.DELETE in actions:
        return Concern.CONFLICT
    base = one.base if one.base == other.base or provision is None else provision.said(one.field)
    return Concern.CONFLICT if meet(edits(base, one.text), edits(base, other.text)) else Concern.COMBINABLE
