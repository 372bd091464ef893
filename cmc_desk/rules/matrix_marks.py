"""The mark at the end of each row of a workbook that comes back: what stood in it when it was written, in a few letters."""

import hashlib
import re
from collections.abc import Mapping, Sequence

from cmc_desk.rules.document_kinds import PartyRole
from cmc_desk.rules.new_cells import cells_words
from cmc_desk.rules.proposals import Proposal

_LETTERS = 5
_MARK = re.compile(r"(\S+)((?: \S+=[0-9a-f]{5})*)")


def mark_of(number: str, cells: Mapping[str, str]) -> str:
    """Return the mark of a row: its number, and for each cell that may be written anew what stood in it."""
    return " ".join((number, *(f"{mark_name(name)}={said_as(text)}" for name, text in cells.items())))


def read_mark(text: str) -> tuple[str, dict[str, str]] | None:
    """Return the number and the cells of a mark, by `mark_name`; None if it is none."""
    found = _MARK.fullmatch(text.strip())
    if found is None:
        return None
    cells = dict(one.rpartition("=")[::2] for one in found[2].split())
    return found[1], cells


def told_fields(one: Proposal, agencies: Sequence[str]) -> dict[str, str]:
    """Return what may be written anew in a file, by the names of the columns: delegations by their codes, choices by their values."""
    answers = {answer.agency: answer.text for answer in one.responses}
    return {
        "kind": one.kind.value,
        "delegations": " ".join(sorted(one.of(PartyRole.PROPOSER))),
        "proposed": one.new_text,
        "row": cells_words(one.new_cells),
        "rationale": one.rationale,
        "supporters": " ".join(sorted(one.of(PartyRole.SUPPORTER))),
        "opponents": " ".join(sorted(one.of(PartyRole.OPPONENT))),
        "reservations": "\n".join(
            sorted(
                f"{party.delegation}: {party.words}" if party.words else party.delegation
                for party in one.parties
                if party.role is PartyRole.RESERVATION
            )
        ),
        "status": one.decision.value,
        "final": one.final_text,
        **{f"answer {agency}": answers.get(agency, "") for agency in dict.fromkeys((*agencies, *answers))},
    }


def said_as(text: str) -> str:
    """Return a few letters that tell one text from another; white space makes no difference."""
    words = " ".join(text.split())
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:_LETTERS] if words else "0" * _LETTERS


def mark_name(name: str) -> str:
    """Return what a column is called in a mark."""
    return re.sub(r"[\s=]+", "_", name.strip())
