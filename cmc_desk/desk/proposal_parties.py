"""Who stands behind a proposal, against it or beside it with a reservation, and what the agencies and the host answer."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.draft_rows import refuse_adopted, written_anew
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.proposal_rows import the_proposal
from cmc_desk.desk.setup import delegation_index
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import PartyRole
from cmc_desk.rules.folding import clean
from cmc_desk.rules.note_text import storable
from cmc_desk.rules.refusal import Refusal

_Party = schema.ProposalParty
LONGEST_AGENCY = 60


@command("proposals.party")
def add_party(tx: Tx, *, proposal: str, delegation: str, role: PartyRole, words: str = "") -> str:
    """Record where a delegation stands towards a proposal; it stands in one place, and may change it. Return the proposal.

    Raises Refusal if the delegation is not of the meeting.
    """
    row = _open_one(tx, proposal)
    write_party(tx, row, delegation, PartyRole(role), words)
    return row.id


@command("proposals.no_party")
def remove_party(tx: Tx, *, proposal: str, delegation: str) -> str:
    """Take a delegation off a proposal: it has said nothing of it."""
    row = _open_one(tx, proposal)
    found = _party(tx, row.id, delegation)
    if found is None:
        raise Refusal(_("This delegation has said nothing of the proposal."), field="delegation")
    tx.session.delete(found)
    return row.id


@command("proposals.respond")
def respond(tx: Tx, *, proposal: str, agency: str, text: str, seen: str | None = None) -> str:
    """Record what an agency or the host answers to a proposal, in place of what it answered before; nothing takes the answer away.

    `seen` is that answer as it was read, empty if there was none. Raises Refusal if it is another by now, or if it is neither a sponsor
    nor the host, and has answered nothing before.
    """
    row = _open_one(tx, proposal)
    who, words = _answering(tx.session, clean(agency)), storable(text).strip()
    answer = schema.ProposalResponse
    found = tx.session.scalars(select(answer).where(answer.proposal == row.id, answer.agency == who)).first()
    if seen is not None and seen != (found.text if found is not None else ""):
        raise written_anew()
    if not words:
        if found is None:
            raise Refusal(_("Type the answer."), field="text")
        tx.session.delete(found)
    elif found is None:
        tx.session.add(
            answer(id=tx.new_id(), proposal=row.id, agency=who, text=words, by=tx.author.operator, at=tx.now)
        )
    else:
        found.text, found.by, found.at = words, tx.author.operator, tx.now
    return row.id


def _answering(session: Session, name: str) -> str:
    """Return who is meant by a name, as it is written; each has a column in every matrix. Raises Refusal if it is nobody who answers.

    These are the sponsors, the sponsors together, the host by each of its names, and whoever did before.
    """
    if not name or len(name) > LONGEST_AGENCY:
        raise Refusal(_("Who answers? Type a short name, such as IOM."), field="agency")
    facts = meeting(session)
    sponsors = [*facts.sponsors, *(["/".join(facts.sponsors)] if len(facts.sponsors) > 1 else [])]
    answer = schema.ProposalResponse.agency
    before = session.scalars(select(answer).distinct().order_by(answer)).all()
    if name in before:
        return name
    known = {one.casefold(): one for one in (*before, *sponsors)}
    if name.casefold() in known:
        return known[name.casefold()]
    index, names = delegation_index(session)
    host = facts.host_delegation
    if host and host in (name.upper(), index.match(name)):
        # It has one answer, whatever the language is of the window or the matrix from which it comes.
        same = next((one for one in before if index.match(one) == host), name)
        return names.get(host, host) if same.upper() == host else same
    if not host and not sponsors:
        # Nobody has told who answers here.
        return name
    told = dict.fromkeys((*sponsors, *([names.get(host, host)] if host else []), *before))
    raise Refusal(
        _("“{name}” answers no proposals; there is: {names}.").format(name=name, names=", ".join(told)), field="agency"
    )


def _open_one(tx: Tx, key: str) -> schema.Proposal:
    """Return the row of a proposal; raises Refusal if the meeting adopted the text for which it is."""
    row = the_proposal(tx.session, key)
    refuse_adopted(tx.session, row.draft)
    return row


def write_party(
    tx: Tx, row: schema.Proposal, delegation: str, role: PartyRole, words: str = ""
) -> schema.ProposalParty:
    """Write where a delegation stands, in the open transaction; it keeps the place in which it spoke up."""
    if tx.session.get(schema.Delegation, delegation) is None:
        raise Refusal(_("Which delegation? Choose one of the list."), field="delegation")
    said = storable(words).strip()
    found = _party(tx, row.id, delegation)
    if found is None:
        last = tx.session.scalar(select(func.max(_Party.place)).where(_Party.proposal == row.id)) or 0
        found = _Party(id=tx.new_id(), proposal=row.id, delegation=delegation, role=role, words=said, place=last + 1)
        tx.session.add(found)
        tx.session.flush()
    else:
        found.role, found.words = role, said
    return found


def _party(tx: Tx, proposal: str, delegation: str) -> schema.ProposalParty | None:
    query = select(_Party).where(_Party.proposal == proposal, _Party.delegation == delegation)
    return tx.session.scalars(query).first()
