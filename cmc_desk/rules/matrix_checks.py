"""What stands against a row of a matrix when it would be written, said when the file is looked at, and what was taken in before."""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.drafts import DraftText
from cmc_desk.rules.matrix_marks import mark_name, read_mark, said_as
from cmc_desk.rules.matrix_rows import KnownMatrix, MatrixFile, MatrixNew
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.rules.plain import to_json, to_plain
from cmc_desk.rules.proposals import LIVE, Proposal
from cmc_desk.rules.refusal import Refusal

_WRITTEN = ("proposed", "row", "rationale", "kind")
_DECIDED = ("status", "final")
SIDES = ("delegations", "supporters", "opponents", "reservations")
# A cell of a spreadsheet has no more.
MOST_LETTERS = 32_767
# So many of them can be blanks at its ends, which are not read.
_BLANKS = 64
_ADOPTED = (Decided.APPROVED, Decided.AMENDED)


def check_change(where: str, proposal: Proposal, cells: Mapping[str, str], known: KnownMatrix) -> None:
    """Raise Refusal if a proposal is not what may be written anew any more."""
    draft = next((one for one in known.drafts if one.key == proposal.draft), None)
    if draft is not None and is_adopted(draft):
        raise Refusal(adopted_words(where, draft))
    if any(name in cells for name in _WRITTEN) and proposal.decision not in LIVE:
        words = _("{where}: {name} was decided already. Reopen it before you change it.")
        raise Refusal(words.format(where=where, name=proposal.name))
    if any(name in cells for name in _DECIDED) and proposal.applied_in:
        words = _("{where}: {name} is in the text already. Propose another change instead.")
        raise Refusal(words.format(where=where, name=proposal.name))


def check_sides(where: str, cells: Mapping[str, str]) -> None:
    """Raise Refusal if a delegation stands in two of the columns that say who stands where: it has one place."""
    seen: set[str] = set()
    for name in (name for name in SIDES if name in cells):
        codes = {code for code, _words in parties_in(cells[name])}
        if twice := sorted(codes & seen):
            words = _("{where}: {delegations} cannot stand in two places. Leave it in one of them.")
            raise Refusal(words.format(where=where, delegations=", ".join(twice)))
        seen |= codes


def parties_in(said: str) -> Iterator[tuple[str, str]]:
    """Yield the delegations that a column names as it is kept, each with its words."""
    if "\n" in said or ":" in said:
        for line in said.splitlines():
            code, _colon, words = line.partition(": ")
            yield code, words
    else:
        yield from ((code, "") for code in said.split())


def is_cut(said: str, standing: str) -> bool:
    """Tell whether a cell says what stands here as far as it has room for it."""
    return len(said) >= MOST_LETTERS - _BLANKS and standing.startswith(said.strip())


def check_length(where: str, said: str) -> None:
    """Raise Refusal if a cell has all the letters that it can have: what stood behind them was cut away."""
    if len(said) >= MOST_LETTERS:
        words = _(
            "{where}: this text is too long for a cell, and its end was cut away. Write it on the page of the documents."
        )
        raise Refusal(words.format(where=where))


def is_adopted(draft: DraftText) -> bool:
    """Tell whether the meeting adopted a draft."""
    return draft.version is not None and draft.version.decided in _ADOPTED


def adopted_words(where: str, draft: DraftText) -> str:
    """Return the sentence that says that nothing is written about a draft any more."""
    words = _("{where}: the meeting adopted the {document}, and it stays as it is. Take the row out of the file.")
    return words.format(where=where, document=draft.short_title or draft.title)


def row_digests(proposal: Mapping[str, Any], cells: Mapping[str, str]) -> tuple[str, str]:
    """Return the digests by which a new comment is known again: of all that its row says, and of the proposal alone, as the journal has it."""
    # The day on which it is said to have come makes it no other comment.
    # Nor do the cells that what was taken in before there were any does not name.
    said = sorted(
        (name, value) for name, value in proposal.items() if name != "received_at" and (value or name != "new_cells")
    )
    return _digest([said, sorted(cells.items())]), _digest([said])


def is_taken_in(one: MatrixNew, known: KnownMatrix) -> bool:
    """Tell whether a new comment was taken in before; raises Refusal if its row says more of it now."""
    whole, proposal = row_digests(to_plain(one.proposal), one.cells)
    if whole not in known.taken and proposal in known.taken:
        words = _(
            "{where}: this comment was taken in already, without what else the row says now. Write that in the row with its number."
        )
        raise Refusal(words.format(where=one.where))
    return whole in known.taken


def typed_over(file: MatrixFile) -> Iterator[str]:
    """Yield the rows in which somebody wrote over the text that stands: a text is changed by what is proposed."""
    for row in file.rows:
        mark = read_mark(row.cells.get("mark", "")) if row.cells.get("number", "").strip() else None
        was = mark[1].get(mark_name("current")) if mark is not None else None
        if was is not None and said_as(row.cells.get("current", "")) != was and "current" in row.cells:
            yield _(
                "{where}: “Current text” was typed over, which changes nothing. Write it as the proposed text."
            ).format(where=row.where)


def _digest(said: object) -> str:
    return hashlib.sha256(to_json(said).encode()).hexdigest()
