"""A proposal written in the open transaction: what it is made to, and whether it makes sense there."""

from datetime import datetime

from sqlalchemy import func, select

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx
from cmc_desk.desk.draft_rows import (
    FROZEN,
    LONGEST_LABEL,
    checked_cells,
    digest_of,
    newest,
    placed,
    provisions_of,
    the_draft,
)
from cmc_desk.desk.item_rows import the_item
from cmc_desk.desk.note_rows import the_entry
from cmc_desk.desk.proposal_parties import write_party
from cmc_desk.desk.proposal_rows import the_proposal
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.applying import family, is_new_row
from cmc_desk.rules.document_kinds import PartyRole, PlanField, ProposalAction, ProposalDecision, ProvisionKind
from cmc_desk.rules.kept_proposals import as_kept
from cmc_desk.rules.numbering import normal
from cmc_desk.rules.proposals import AMENDING, NewProposal
from cmc_desk.rules.recommendation_words import LANGUAGES
from cmc_desk.rules.refusal import Refusal

_Row = schema.Proposal


def write_new(tx: Tx, wanted: NewProposal) -> schema.Proposal:
    """Add a proposal with the next number and its proposers; raises Refusal, with the field, if it makes no sense."""
    the_draft(tx.session, wanted.draft)
    checked_cells(ProvisionKind.PLAN_ROW, wanted.new_cells)
    kept = as_kept(wanted)
    facts = tx.session.get(schema.DraftFacts, wanted.draft)
    language = wanted.language or (facts.language if facts is not None else _language(tx))
    counter = the_proposal(tx.session, wanted.counter_to) if wanted.counter_to else None
    item = wanted.item or (the_entry(tx.session, wanted.entry).item if wanted.entry else "")
    row = _Row(
        id=tx.new_id(),
        number=(tx.session.scalar(select(func.max(_Row.number))) or 0) + 1,
        draft=wanted.draft,
        provision=wanted.provision or None,
        field=wanted.field,
        base="",
        base_digest="",
        action=wanted.action,
        kind=wanted.kind,
        channel=wanted.channel,
        new_text=kept.new_text,
        new_label=kept.new_label if wanted.new_label.strip() else _free(tx, wanted.draft, kept.new_label),
        new_cells=dict(kept.new_cells),
        target=wanted.target or None,
        rationale=kept.rationale,
        language=language,
        received_at=_received(tx, wanted.received_at),
        item=the_item(tx.session, item).id if item else None,
        entry=wanted.entry or None,
        counter_to=counter.id if counter is not None else None,
        decision=ProposalDecision.OPEN,
        decision_words="",
        final_text="",
    )
    rebase(tx, row)
    check(tx, row)
    tx.session.add(row)
    tx.session.flush()
    for delegation in dict.fromkeys(wanted.delegations):
        write_party(tx, row, delegation, PartyRole.PROPOSER)
    return row


def _free(tx: Tx, draft: str, label: str) -> str:
    """Return a number that was typed with the words of a new provision if none has it: else the draft counts for itself what comes in."""
    if not label:
        return ""
    version = newest(tx.session, draft)
    taken = {normal(one.label) for one in provisions_of(tx.session, version.id)} if version is not None else set()
    return "" if normal(label) in taken else label


def rebase(tx: Tx, row: schema.Proposal) -> None:
    """Make a proposal one to the text as it stands now; raises Refusal if its provision is not in it."""
    version = newest(tx.session, row.draft)
    row.base_version = version.id if version is not None else None
    row.base = ""
    if row.provision:
        text = placed(tx.session, row.provision, draft=row.draft).text
        if row.action is not ProposalAction.INSERT_AFTER:
            row.base = text.cells.get(row.field, "") if row.field else text.text
    row.base_digest = digest_of(row.base)


def check(tx: Tx, row: schema.Proposal) -> None:
    """Raise Refusal, with the field, if a proposal makes no sense as it is written."""
    with tx.session.no_autoflush:
        if row.language not in LANGUAGES:
            raise Refusal(_("The languages are English, Spanish, French and Dutch."), field="language")
        if len(row.new_label) > LONGEST_LABEL:
            raise Refusal(_("At most {number} letters, please.").format(number=LONGEST_LABEL), field="new_label")
        _check_place(tx, row)
        _check_words(row)
        if row.counter_to == row.id:
            raise Refusal(_("A proposal cannot counter itself."), field="counter_to")


def _check_place(tx: Tx, row: schema.Proposal) -> None:
    version = newest(tx.session, row.draft)
    if row.action in AMENDING:
        if version is None:
            raise Refusal(_("This draft has no text yet: bring one first."), field="draft")
        if version.decided in FROZEN:
            raise Refusal(_("The meeting adopted this text: it stays as it is. Reopen it first."), field="draft")
        if not row.provision and row.action is not ProposalAction.INSERT_AFTER:
            raise Refusal(_("For which provision is it?"), field="provision")
    _check_cells(tx, row, version)
    if row.target:
        placed(tx.session, row.target, draft=row.draft)
        if row.target == row.provision:
            raise Refusal(_("A provision cannot stand after itself."), field="target")
        below = family(provisions_of(tx.session, version.id), row.provision or "") if version is not None else []
        if row.action is ProposalAction.MOVE and any(one.key == row.target for one in below):
            raise Refusal(_("A provision cannot stand after what belongs to it."), field="target")


def _check_cells(tx: Tx, row: schema.Proposal, version: schema.DraftVersion | None) -> None:
    if row.field:
        _check_cell(tx, row)
    if not row.new_cells:
        return
    known = provisions_of(tx.session, version.id) if version is not None else ()
    if not (row.action is ProposalAction.INSERT_AFTER and is_new_row(known, row.provision or "")):
        raise Refusal(_("Only a new row of a plan has cells of its own."), field="new_cells")


def _check_cell(tx: Tx, row: schema.Proposal) -> None:
    if row.field not in frozenset(PlanField):
        raise Refusal(_("A plan has no column “{name}”.").format(name=row.field), field="field")
    if row.action in AMENDING and row.action is not ProposalAction.MODIFY:
        raise Refusal(_("A cell of a plan is changed; it is the row that is added, deleted or moved."), field="field")
    if not row.provision or placed(tx.session, row.provision).text.kind is not ProvisionKind.PLAN_ROW:
        raise Refusal(_("Only a row of a plan has cells."), field="field")


def _check_words(row: schema.Proposal) -> None:
    if row.action is ProposalAction.INSERT_AFTER and not row.new_text:
        raise Refusal(_("Type the text that is proposed."), field="new_text")
    if row.action is ProposalAction.MODIFY:
        # A cell may be emptied; a provision without a text is none.
        if not row.new_text and not row.field:
            raise Refusal(_("Without a text it is a proposal to delete the provision: choose that."), field="new_text")
        if row.new_text == row.base:
            raise Refusal(_("This is what the text says already."), field="new_text")
    if row.action not in AMENDING and not (row.new_text or row.rationale):
        raise Refusal(_("Type the question or the comment."), field="rationale")


def _received(tx: Tx, at: datetime | None) -> datetime:
    if at is not None and at > tx.now:
        raise Refusal(_("It cannot have come in later than now."), field="received_at")
    return at if at is not None else tx.now


def _language(tx: Tx) -> str:
    return tx.session.scalars(select(schema.Meeting.language)).one()
