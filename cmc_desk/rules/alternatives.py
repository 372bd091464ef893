"""The texts that stand beside each other because nobody has decided: which there are, and the number that each has between its brackets."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from cmc_desk.rules.bracket_pairs import pairs_in
from cmc_desk.rules.document_kinds import PartyRole, ProposalAction, ProvisionStatus
from cmc_desk.rules.drafts import Provision
from cmc_desk.rules.number_series import to_letters
from cmc_desk.rules.numbering import next_label
from cmc_desk.rules.proposals import Proposal
from cmc_desk.rules.text_edits import alike

# What stands against the text of a provision, and what changes the text at all; a question and a comment leave it as it is.
CHANGING = frozenset({ProposalAction.MODIFY, ProposalAction.DELETE, ProposalAction.MOVE})
ACTING = CHANGING | {ProposalAction.INSERT_AFTER}


@dataclass(frozen=True, slots=True)
class Undecided:
    """An alternative: the proposals that want the same, and what stands before it; none want the text of the draft as it is.

    `supporters` of that text are the delegations that oppose what is proposed instead.
    """

    opening: str
    proposals: tuple[Proposal, ...] = ()
    action: ProposalAction = ProposalAction.MODIFY
    field: str = ""
    supporters: tuple[str, ...] = ()


def by_provision(proposals: Iterable[Proposal]) -> Mapping[str, Sequence[Proposal]]:
    """Return the proposals on every provision, in the order of their numbers; those on the whole draft are on the empty key."""
    on: defaultdict[str, list[Proposal]] = defaultdict(list)
    for one in sorted(proposals, key=lambda proposal: proposal.number):
        on[one.provision].append(one)
    return on


def same_wish(proposal: Proposal) -> tuple[str, ...]:
    """Return what a proposal for a text wants as it is compared: two that are equal want the same."""
    if proposal.action is ProposalAction.DELETE:
        return proposal.provision, proposal.action, proposal.field
    if proposal.action is ProposalAction.MOVE:
        return proposal.provision, proposal.action, proposal.target
    cells = (part for cell in proposal.new_cells for part in cell)
    return proposal.provision, proposal.action, proposal.field, alike(proposal.text), *cells


def alternatives_of(
    provision: Provision | None, proposals: Sequence[Proposal], taken: Collection[str] = ()
) -> tuple[Undecided, ...]:
    """Return the alternatives on a provision in the order in which they came in; `taken` are the numbers that the draft has already.

    The first has the number of the provision, the others are bis, ter …; what has no number has letters once there are several. What
    is to be put in after the provision comes next in the same row. The text of the draft is one of them where somebody opposes the
    others, or where they would only take it away: first if there is nothing else to put in its place, else last. Without a provision
    they are what is to be put in at the beginning.
    """
    wishes: dict[tuple[str, ...], list[Proposal]] = {}
    for one in proposals:
        if one.live and one.action in ACTING:
            wishes.setdefault(same_wish(one), []).append(one)
    label = provision.label if provision else ""
    held = set(taken)
    numbered: list[tuple[int, Undecided]] = []
    new: list[Undecided] = []
    for field in dict.fromkeys(alike_ones[0].field for alike_ones in wishes.values()):
        row = [ones for ones in wishes.values() if ones[0].action in CHANGING and ones[0].field == field]
        numbered += _beside(row, field, "" if field else label, held)
    for ones in wishes.values():
        if ones[0].action is ProposalAction.INSERT_AFTER:
            given = next((one.new_label for one in ones if one.new_label), "") or next_label(label, held)
            held.add(given)
            new.append(Undecided(_opening(given), tuple(ones), ones[0].action))
    return (*(undecided for _, undecided in sorted(numbered, key=lambda pair: pair[0])), *new)


def standing_of(provision: Provision, proposals: Sequence[Proposal]) -> ProvisionStatus:
    """Return where a provision stands with the proposals on it, which what was written down of it may not know yet.

    An open one is in brackets with brackets in it or with something undecided; one in brackets is open again once everything that
    was proposed is decided and no brackets are left. One that somebody put in brackets without any proposal stays there.
    """
    if provision.status not in (ProvisionStatus.OPEN, ProvisionStatus.BRACKETED):
        return provision.status
    proposed = [one for one in proposals if one.action in CHANGING]
    cells = [text for _, text in provision.cells]
    if any(one.live for one in proposed) or pairs_in(provision.text, *cells):
        return ProvisionStatus.BRACKETED
    return ProvisionStatus.OPEN if proposed else provision.status


def _beside(
    row: Sequence[Sequence[Proposal]], field: str, label: str, held: set[str]
) -> Iterable[tuple[int, Undecided]]:
    """Return the alternatives to one text, each with the number of the proposal by which it is put in order."""
    if not row:
        return
    texts: list[Sequence[Proposal]] = list(row)
    against = tuple(dict.fromkeys(code for ones in row for one in ones for code in one.of(PartyRole.OPPONENT)))
    only_away = all(ones[0].action is ProposalAction.DELETE for ones in row)
    if only_away:
        texts.insert(0, ())
    elif against:
        texts.append(())
    place = row[0][0].number
    name = label
    for count, ones in enumerate(texts, 1):
        if label and count > 1:
            name = next_label(label, held)
            held.add(name)
        elif not label and len(texts) > 1:
            name = to_letters(count).upper()
        place = ones[0].number if ones else place
        yield (
            place,
            Undecided(
                _opening(name),
                tuple(ones),
                ones[0].action if ones else ProposalAction.MODIFY,
                field,
                () if ones else against,
            ),
        )


def _opening(label: str) -> str:
    """Return a bracket with a number behind it, and the point that numbers of paragraphs have."""
    bare = label.rstrip(".")
    return f"[{bare}" if not bare or bare.endswith(")") else f"[{bare}."
