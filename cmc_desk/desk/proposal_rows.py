"""The rows of proposals, read as facts with who stands behind them and what was answered."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.draft_rows import digest_of
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import ProposalAction
from cmc_desk.rules.new_cells import in_order
from cmc_desk.rules.plain import to_json
from cmc_desk.rules.proposals import TAKEN, Party, Proposal, Response
from cmc_desk.rules.refusal import Refusal

_Row = schema.Proposal
_Party = schema.ProposalParty
_Response = schema.ProposalResponse
# So many of the 64 letters of a digest say what an entry said, the rest who said it.
_SAID = 40


def the_proposal(session: Session, key: str) -> schema.Proposal:
    """Return the row of a proposal; raises Refusal if it is not there, or was removed."""
    row = session.get(_Row, key)
    if row is None or row.deleted_at is not None:
        raise Refusal(_("This proposal was removed."), field="proposal")
    return row


def others_in(session: Session, key: str) -> bool:
    """Return whether other proposals were merged into one."""
    query = select(_Row.id).where(_Row.merged_into == key, _Row.deleted_at.is_(None)).limit(1)
    return session.scalar(query) is not None


def digest_of_wish(one: schema.Proposal | Proposal) -> str:
    """Return the SHA-256 of what a proposal would do to the text, by which it is known whether it was written anew since."""
    cells = sorted(dict(one.new_cells).items())
    wish = [one.action, one.provision or "", one.field, one.new_text, one.new_label, cells, one.target or ""]
    return digest_of(to_json(wish))


def refuse_unseen(row: schema.Proposal, seen: str) -> None:
    """Raise Refusal if a proposal does not want any more what whoever acts has seen of it; with an empty `seen` nobody asks."""
    if seen and digest_of_wish(row) != seen:
        words = _("P-{number:03d} was written anew meanwhile: read it once more.")
        raise Refusal(words.format(number=row.number), field="proposal")


def with_speaker(says: str, speaker: str) -> str:
    """Return the digest of what an entry of the notes says, with that of who says it at its end: each is told to have changed by itself."""
    return says[:_SAID] + digest_of(f"said by {speaker}")[:-_SAID]


def says_same(digest: str | None, says: str) -> bool:
    """Tell whether an entry said the same when a digest was made, whoever said it."""
    return (digest or "")[:_SAID] == says[:_SAID]


def same_speaker_as(digest: str, speaker: str) -> bool:
    """Tell whether a digest was made when an entry was of this speaker; one made by an earlier program knows of none."""
    return digest[_SAID:] == digest_of(f"said by {speaker}")[:-_SAID]


def taken_out(says: str) -> str:
    """Return the digest of what an entry of the notes says from whose proposal somebody took out of the list: it does not come back by itself."""
    return digest_of(f"taken out {says[:_SAID]}")


def proposal_facts(session: Session, *, draft: str = "", deleted: bool = False) -> tuple[Proposal, ...]:
    """Return the proposals of a draft, or of all, in the order of their numbers, without what concerns them."""
    query = select(_Row).order_by(_Row.number)
    if draft:
        query = query.where(_Row.draft == draft)
    if not deleted:
        query = query.where(_Row.deleted_at.is_(None))
    return _facts(session, query, select(_Row.id).where(_Row.draft == draft) if draft else select(_Row.id))


def proposal_fact(session: Session, key: str) -> Proposal:
    """Return a proposal that is there, without what concerns it."""
    (one,) = _facts(session, select(_Row).where(_Row.id == key), select(_Row.id).where(_Row.id == key))
    return one


def accepted_beside(session: Session, row: schema.Proposal) -> tuple[Proposal, ...]:
    """Return a proposal, and of what was accepted and stands in no version yet what can have to do with it, in the order of the numbers.

    That is what is for the same provision; a deletion takes along what is below, and so it has to do with everything.
    """
    query = select(_Row).where(_Row.draft == row.draft, _Row.deleted_at.is_(None))
    query = query.where(_Row.decision.in_(TAKEN), _Row.applied_in.is_(None), _Row.id != row.id)
    if row.action is not ProposalAction.DELETE:
        query = query.where(or_(_Row.provision.is_(row.provision), _Row.action == ProposalAction.DELETE))
    others = _facts(session, query, query.with_only_columns(_Row.id))
    return tuple(sorted((proposal_fact(session, row.id), *others), key=lambda one: one.number))


def _facts(session: Session, query: Select[schema.Proposal], some: Select[str]) -> tuple[Proposal, ...]:
    rows = session.scalars(query).all()
    if not rows:
        return ()
    parties: dict[str, list[Party]] = defaultdict(list)
    responses: dict[str, list[Response]] = defaultdict(list)
    for party in session.scalars(select(_Party).where(_Party.proposal.in_(some)).order_by(_Party.place, _Party.id)):
        parties[party.proposal].append(Party(party.delegation, party.role, party.words))
    answers = select(_Response).where(_Response.proposal.in_(some)).order_by(_Response.at, _Response.agency)
    for answer in session.scalars(answers):
        responses[answer.proposal].append(Response(answer.agency, answer.text, answer.by, answer.at))
    numbers = _version_numbers(session, rows)
    return tuple(_fact(row, parties[row.id], responses[row.id], numbers) for row in rows)


def _version_numbers(session: Session, rows: Sequence[schema.Proposal]) -> dict[str | None, int]:
    version = schema.DraftVersion
    query = select(version.id, version.number).where(version.draft.in_({row.draft for row in rows}))
    return {row.id: row.number for row in session.execute(query)}


def _fact(
    row: schema.Proposal, parties: list[Party], responses: list[Response], numbers: dict[str | None, int]
) -> Proposal:
    return Proposal(
        key=row.id,
        number=row.number,
        draft=row.draft,
        action=row.action,
        kind=row.kind,
        channel=row.channel,
        received_at=row.received_at,
        provision=row.provision or "",
        field=row.field,
        base_version=numbers.get(row.base_version, 0),
        base=row.base,
        base_digest=row.base_digest,
        new_text=row.new_text,
        new_label=row.new_label,
        new_cells=in_order(row.new_cells.items()),
        target=row.target or "",
        rationale=row.rationale,
        language=row.language,
        parties=tuple(parties),
        responses=tuple(responses),
        decision=row.decision,
        decided_at=row.decided_at,
        decided_item=row.decided_item or "",
        decision_words=row.decision_words,
        final_text=row.final_text,
        merged_into=row.merged_into or "",
        counter_to=row.counter_to or "",
        entry=row.entry or "",
        item=row.item or "",
        applied_in=numbers.get(row.applied_in, 0),
    )
