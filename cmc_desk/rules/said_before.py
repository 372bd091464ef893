"""Proposals that came already: who sends the same file twice proposes nothing twice."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from cmc_desk.rules.document_kinds import PartyRole
from cmc_desk.rules.kept_proposals import as_kept
from cmc_desk.rules.proposals import NewProposal, Proposal


def said_in(known: Iterable[Proposal]) -> Callable[[NewProposal], bool]:
    """Return what tells whether a proposal is among the `known` ones already.

    It is if the same delegations would have the same provision say the same, for the same reason. A number that was typed with the words
    makes no difference if it was not taken then, because another provision had it.
    """
    labels_of: dict[object, set[str]] = defaultdict(set)
    for one in known:
        came = _as_it_came(one)
        labels_of[_says(came)].add(came.new_label)

    def said_before(row: NewProposal) -> bool:
        kept = as_kept(row)
        labels = labels_of.get(_says(kept), set())
        return kept.new_label in labels or (not row.new_label.strip() and "" in labels)

    return said_before


def not_said_before(rows: Iterable[NewProposal], known: Iterable[Proposal]) -> tuple[NewProposal, ...]:
    """Return those of several proposals that are not on record."""
    said_before = said_in(known)
    return tuple(row for row in rows if not said_before(row))


def _as_it_came(one: Proposal) -> NewProposal:
    """Return a proposal on record as it would come in a file, in the form in which such are kept now."""
    return as_kept(
        NewProposal(
            draft=one.draft,
            action=one.action,
            provision=one.provision,
            field=one.field,
            new_text=one.new_text,
            new_label=one.new_label,
            new_cells=one.new_cells,
            target=one.target,
            rationale=one.rationale,
            delegations=one.of(PartyRole.PROPOSER),
        )
    )


def _says(one: NewProposal) -> object:
    """Return what a proposal would have and whose it is, without its number."""
    return (
        one.draft,
        one.action,
        one.provision,
        one.field,
        one.target,
        one.new_text,
        one.new_cells,
        one.rationale,
        frozenset(one.delegations),
    )
