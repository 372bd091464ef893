"""Proposals that came already: who sends the same file twice proposes nothing twice."""

from collections.abc import Iterable, Sequence

from cmc_desk.rules.document_kinds import PartyRole
from cmc_desk.rules.note_text import composed
from cmc_desk.rules.proposals import NewProposal, Proposal


def said_before(row: NewProposal, known: Iterable[Proposal]) -> bool:
    """Tell whether a proposal is on record already: the same delegations would have the same provision say the same, for the same reason."""
    says = _says(row)
    return any(
        _says(one) == says and frozenset(one.of(PartyRole.PROPOSER)) == frozenset(row.delegations) for one in known
    )


def not_said_before(rows: Iterable[NewProposal], known: Sequence[Proposal]) -> tuple[NewProposal, ...]:
    """Return those of several proposals that are not on record."""
    return tuple(row for row in rows if not said_before(row, known))


def _says(one: NewProposal | Proposal) -> tuple[object, ...]:
    words = (one.new_text, one.new_label, one.rationale)
    cells = dict(one.new_cells)
    return (
        one.draft,
        one.action,
        one.provision,
        one.field,
        one.target,
        cells,
        *(composed(said).strip() for said in words),
    )
