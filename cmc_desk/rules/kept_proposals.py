"""A proposal in the form in which it is kept, however it was typed or came out of a file."""

from collections.abc import Iterable
from dataclasses import replace

from cmc_desk.rules.document_kinds import ProposalAction
from cmc_desk.rules.new_cells import in_order
from cmc_desk.rules.note_text import composed
from cmc_desk.rules.numbering import number_apart
from cmc_desk.rules.proposals import NewProposal


def as_kept(one: NewProposal) -> NewProposal:
    """Return a proposal as it is kept; a number that was typed with the words of a new provision is its number.

    "4 bis. Visas" is Visas as 4 bis. Cells that no plan has are left out: whoever writes a proposal refuses them.
    """
    text, label = _trimmed(one.new_text), kept_label(one.new_label)
    cells = kept_cells(one.new_cells)
    if one.action is ProposalAction.INSERT_AFTER and not label and not cells:
        label, text = number_apart(text)
    return replace(one, new_text=text, new_label=label, new_cells=cells, rationale=_trimmed(one.rationale))


def kept_label(label: str) -> str:
    """Return a number as it is kept."""
    return " ".join(composed(label).split())


def kept_cells(cells: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return the cells of a row that say anything as they are kept, in the order of a plan."""
    return in_order((name, _trimmed(said)) for name, said in cells)


def _trimmed(text: str) -> str:
    return composed(text).strip()
