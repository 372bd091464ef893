"""A matrix of comments that comes back filled in: read, compared with what stands here, and written as one command or not at all."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.draft_texts import draft_texts
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.proposal_decisions import decide, reopen_proposal, write_final
from cmc_desk.desk.proposal_parties import add_party, remove_party, respond
from cmc_desk.desk.proposal_rows import proposal_fact, proposal_facts, the_proposal
from cmc_desk.desk.proposal_writing import write_new
from cmc_desk.desk.proposals import edit_proposal
from cmc_desk.desk.setup import delegation_index
from cmc_desk.desk.trying import Trial, refusal_of, tried
from cmc_desk.i18n import LANGUAGES, texts
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import PartyRole, ProposalDecision, ProposalType
from cmc_desk.rules.matrix_checks import parties_in, row_digests
from cmc_desk.rules.matrix_import import plan_matrix, value_of
from cmc_desk.rules.matrix_marks import told_fields
from cmc_desk.rules.matrix_rows import KnownMatrix, MatrixChange, MatrixFile, MatrixNew, MatrixPreview
from cmc_desk.rules.matrix_values import Choices, choices
from cmc_desk.rules.new_cells import kept_cells
from cmc_desk.rules.plain import to_plain
from cmc_desk.rules.proposals import Proposal
from cmc_desk.rules.refusal import Refusal

_KIND = "proposals.import_matrix"
_ROLES = {
    "delegations": PartyRole.PROPOSER,
    "supporters": PartyRole.SUPPORTER,
    "opponents": PartyRole.OPPONENT,
    "reservations": PartyRole.RESERVATION,
}


@dataclass(frozen=True, slots=True)
class MatrixTaken:
    """What was taken over from a file: the keys of the proposals that are new, and of those that were changed."""

    new: tuple[str, ...]
    changed: tuple[str, ...]


def read_matrix_file(path: Path) -> MatrixFile:
    """Return a matrix as it was sent; raises Refusal or Unavailable."""
    from cmc_desk.exchange.matrix_file import read_matrix

    return read_matrix(path)


def matrix_preview(session: Session, file: MatrixFile, now: datetime | None = None) -> MatrixPreview:
    """Return what a file would do: the dry run, which writes nothing. With `now`, what is said to come later is a problem."""
    drafts = draft_texts(session)
    found = {one.number: one for draft in drafts for one in proposal_facts(session, draft=draft.key)}
    return plan_matrix(
        file, KnownMatrix(drafts, found, _taken_in(session), now), _named(session), zone=meeting(session).tzinfo
    )


@command(_KIND)
def import_matrix(tx: Tx, *, new: tuple[MatrixNew, ...], changes: tuple[MatrixChange, ...], source: str) -> MatrixTaken:
    """Take over what a matrix adds and changes, all of it or nothing; `source` names the file in the journal.

    Raises Refusal, with the row, if one of them cannot be, or if something else stands here than when the file was looked at.
    """
    del source  # it stands in the journal
    if not new and not changes:
        raise Refusal(_("Nothing in the file differs from what stands here."))
    named = _named(tx.session)
    taken = _taken_in(tx.session)
    for one in new:
        if taken.intersection(row_digests(to_plain(one.proposal), one.cells)):
            words = _("{where}: this comment was taken in meanwhile. Choose the file once more.")
            raise Refusal(words.format(where=one.where))
    for change in changes:
        _refuse_unseen(tx, change)
    added = [_add(tx, one, named) for one in new]
    for change in changes:
        _apply(tx, change.proposal, change.cells, change.where)
    return MatrixTaken(tuple(added), tuple(change.proposal for change in changes))


def matrix_dry_run(trial: Trial, file: MatrixFile) -> MatrixPreview:
    """Return what a file would do, with everything that taking it over would refuse: it is taken over, and taken back at once."""
    preview = trial.read(matrix_preview, file=file, now=trial.desk.clock.now())
    refused = tried(trial, _refused, new=preview.new, changes=preview.changes)
    return replace(
        preview,
        new=tuple(one for one in preview.new if one.where not in refused),
        changes=tuple(one for one in preview.changes if one.where not in refused),
        problems=(*preview.problems, *refused.values()),
    )


def refuse_problems(preview: MatrixPreview) -> None:
    """Raise Refusal with what stands against taking a file over, if anything does."""
    if preview.problems:
        raise Refusal("\n".join(preview.problems), field="path")


def _refused(tx: Tx, *, new: tuple[MatrixNew, ...], changes: tuple[MatrixChange, ...]) -> dict[str, str]:
    """Return the sentences with which rows are refused, by where they stand; each row is written beside those that are not."""
    named = _named(tx.session)
    acts: list[tuple[str, Callable[[], object]]] = [(one.where, partial(_add, tx, one, named)) for one in new]
    acts += [(one.where, partial(_apply, tx, one.proposal, one.cells, one.where)) for one in changes]
    refusals = ((where, refusal_of(tx, act)) for where, act in acts)
    return {where: refusal.sentence for where, refusal in refusals if refusal is not None}


def _taken_in(session: Session) -> frozenset[str]:
    """Return the digests of the new comments of every matrix that was taken in; what was taken back may come again."""
    row, undoing = schema.JournalRow, aliased(schema.JournalRow)
    query = (
        select(row.args)
        .outerjoin(undoing, undoing.undoes == row.seq)
        .where(row.kind == _KIND, row.args.is_not(None), undoing.seq.is_(None))
    )
    rows = (one for args in session.scalars(query) for one in json.loads(args or "{}")["new"])
    return frozenset(digest for one in rows for digest in row_digests(one["proposal"], one["cells"]))


def _named(session: Session) -> Choices:
    index, _names = delegation_index(session)
    return choices([texts(language) for language in LANGUAGES], index.match)


def _add(tx: Tx, one: MatrixNew, named: Choices) -> str:
    with _in_row(one.where):
        key = write_new(tx, one.proposal).id
    cells = {name: value for name, text in one.cells.items() if (value := value_of(name, text, named)) is not None}
    _apply(tx, key, cells, one.where)
    return key


def _apply(tx: Tx, key: str, cells: Mapping[str, str], where: str) -> None:
    if not cells:
        return
    with _in_row(where):
        the_proposal(tx.session, key)
        standing = proposal_fact(tx.session, key)
        if any(name in cells for name in ("proposed", "row", "rationale", "kind")):
            edit_proposal(
                tx,
                proposal=key,
                new_text=cells.get("proposed"),
                new_cells=kept_cells(cells["row"]) if "row" in cells else None,
                rationale=cells.get("rationale"),
                kind=ProposalType(cells["kind"]) if "kind" in cells else None,
            )
        _stand(tx, standing, cells)
        for name, text in cells.items():
            if name.startswith("answer "):
                respond(tx, proposal=key, agency=name.removeprefix("answer "), text=text)
        _decide(tx, standing, cells)


def _refuse_unseen(tx: Tx, change: MatrixChange) -> None:
    """Raise Refusal if a proposal says something else than when the file was looked at, in one of the columns that are written."""
    with _in_row(change.where):
        the_proposal(tx.session, change.proposal)
    one = proposal_fact(tx.session, change.proposal)
    agencies = [name.removeprefix("answer ") for name in change.was if name.startswith("answer ")]
    standing = told_fields(one, agencies)
    if any(standing[name] != was for name, was in change.was.items()):
        words = _("{where}: {name} was written anew here meanwhile. Choose the file once more.")
        raise Refusal(words.format(where=change.where, name=change.name))


@contextmanager
def _in_row(where: str) -> Iterator[None]:
    """Let what is refused say in which row of the file it is."""
    try:
        yield
    except Refusal as refusal:
        words = _("{where}: {sentence}").format(where=where, sentence=refusal.sentence)
        raise Refusal(words, field=refusal.field) from refusal


def _stand(tx: Tx, standing: Proposal, cells: Mapping[str, str]) -> None:
    """Write who stands where: whoever is in a list now, and no more whoever was and is in none."""
    anew = {role: dict(parties_in(cells[name])) for name, role in _ROLES.items() if name in cells}
    named = {code for parties in anew.values() for code in parties}
    for party in standing.parties:
        if party.role in anew and party.delegation not in named:
            remove_party(tx, proposal=standing.key, delegation=party.delegation)
    was = {party.delegation: (party.role, party.words) for party in standing.parties}
    for role, parties in anew.items():
        for code, words in parties.items():
            if was.get(code) != (role, words):
                add_party(tx, proposal=standing.key, delegation=code, role=role, words=words)


def _decide(tx: Tx, standing: Proposal, cells: Mapping[str, str]) -> None:
    if "status" not in cells and "final" not in cells:
        return
    decision = ProposalDecision(cells.get("status", standing.decision))
    final = cells.get("final", standing.final_text)
    # One that stood there already goes with the decision that it was of; one that somebody wrote is not lost.
    if decision is not ProposalDecision.MODIFIED and (
        cells.get("final") or (decision is ProposalDecision.OPEN and final)
    ):
        raise Refusal(_("A final text belongs to a decision: choose “Accepted as modified”."), field="final")
    if standing.decision is decision is ProposalDecision.MODIFIED:
        write_final(tx, the_proposal(tx.session, standing.key), final)
        return
    if standing.decision is not ProposalDecision.OPEN:
        reopen_proposal(tx, proposal=standing.key)
    if decision is not ProposalDecision.OPEN:
        final = final if decision is ProposalDecision.MODIFIED else ""
        decide(tx, proposal=standing.key, decision=decision, final_text=final)
