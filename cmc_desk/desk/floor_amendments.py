"""One line from the floor, such as `p: 4 jm shall->should`, is a proposal for the text at once, and follows its entry in the notes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx
from cmc_desk.desk.draft_rows import FROZEN, digest_of, newest
from cmc_desk.desk.draft_texts import draft_text
from cmc_desk.desk.note_rows import revision_before, revision_of
from cmc_desk.desk.proposal_parties import write_party
from cmc_desk.desk.proposal_rows import others_in, same_speaker_as, says_same, taken_out, with_speaker
from cmc_desk.desk.proposal_writing import check, rebase, write_new
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.amendments import Amendment, read_amendment
from cmc_desk.rules.applying import Substituted, substituted
from cmc_desk.rules.document_kinds import (
    Channel,
    PartyRole,
    ProposalAction,
    ProposalDecision,
    ProposalType,
    ProvisionStatus,
)
from cmc_desk.rules.drafts import DraftText
from cmc_desk.rules.note_kinds import EntryKind
from cmc_desk.rules.note_text import composed
from cmc_desk.rules.numbering import found as found_by
from cmc_desk.rules.plain import to_json
from cmc_desk.rules.proposals import NewProposal
from cmc_desk.rules.recommendation_words import LANGUAGES

_Row = schema.Proposal


@dataclass(frozen=True, slots=True)
class Followed:
    """What an entry of the notes is in the drafts: its proposal by key and number, empty if it is none, and why it is a comment only."""

    proposal: str = ""
    number: str = ""
    trouble: str = ""


def follow_entry(tx: Tx, entry: schema.NoteEntry) -> Followed:
    """Let the proposal of an entry be as the entry says, in the open transaction: made, read anew, removed or brought back.

    A proposal that was decided stays as it is, and so does one that was edited by hand, until its entry says something else.
    """
    row = _proposal_of(tx.session, entry.id)
    amendment = _amendment_of(entry)
    draft = _draft_of(tx.session, entry) if amendment is not None else ""
    standing = entry.filed_at is not None and entry.deleted_at is None
    if amendment is None or not draft or not standing:
        if row is not None and row.decision is ProposalDecision.OPEN and row.deleted_at is None:
            if others_in(tx.session, row.id):
                # What was merged into it would go with it.
                return _followed(row)
            row.deleted_at = tx.now
        return Followed(trouble=_no_proposal(tx.session, entry, amendment) if standing else "")
    says = digest_of(to_json([draft, entry.provision, entry.text]))
    speaker = entry.delegation or ""
    if row is not None and row.decision is not ProposalDecision.OPEN:
        stays = _("{name} was decided already: it stays as it was decided.").format(name=f"P-{row.number:03d}")
        return _followed(row, "" if says_same(row.entry_digest, says) else stays)
    again = row is not None and row.deleted_at is not None
    if row is not None and again:
        # A program before this one put the whole digest into it.
        if row.entry_digest in (taken_out(says), digest_of(f"taken out {says}")):
            return Followed()
        row.deleted_at = None
    same = row is not None and says_same(row.entry_digest, says)
    if row is not None and same and not (again and _is_adopted(tx.session, draft)):
        _stand_behind(tx, row, entry, says)
        return _followed(row)
    wanted, trouble = _read(tx, entry, draft, amendment)
    if row is None:
        row = write_new(tx, wanted)
    else:
        _write_over(tx, row, wanted)
        _stand_behind(tx, row, entry, says)
    row.entry_digest = with_speaker(says, speaker)
    tx.session.flush()
    return _followed(row, trouble)


def _no_proposal(session: Session, entry: schema.NoteEntry, amendment: Amendment | None) -> str:
    """Return why an entry that proposes something is no proposal for a draft, where the meeting has drafts and it could be meant as one."""
    if entry.kind is not EntryKind.PROPOSAL:
        return ""
    if amendment is not None:
        return _("No draft is considered under this item, or more than one: it stays a note until it names one.")
    if entry.document or _is_near(entry.text) or _draft_of(session, entry):
        return _("It stays a note: a proposal for the text is written as “4 jm shall->should”.")
    return ""


def _is_near(text: str) -> bool:
    return any(arrow in text for arrow in ("->", "→", "=>"))


def _followed(row: schema.Proposal, trouble: str = "") -> Followed:
    return Followed(row.id, f"P-{row.number:03d}", trouble)


def _amendment_of(entry: schema.NoteEntry) -> Amendment | None:
    """Return the amendment that an entry is by its own words: whom it names was taken as its speaker when it was filed."""
    if entry.kind is not EntryKind.PROPOSAL:
        return None
    read = read_amendment(entry.text, delegation_of=lambda _word: None)
    if read is None and entry.provision:
        read = read_amendment(f"{entry.provision}: {entry.text}", delegation_of=lambda _word: None)
    return read


def _draft_of(session: Session, entry: schema.NoteEntry) -> str:
    """Return for which draft an entry is: that which it names, or the only one that is considered under its item."""
    if entry.document:
        return entry.document
    item = session.get(schema.Item, entry.item)
    documents: Sequence[str] = item.documents if item is not None else ()
    known = [key for key in documents if session.get(schema.Draft, key) is not None]
    return known[0] if len(known) == 1 else ""


def _read(tx: Tx, entry: schema.NoteEntry, draft: str, amendment: Amendment) -> tuple[NewProposal, str]:
    """Return an entry as a proposal, and why it is only a comment where its words cannot be put into the text."""
    text = draft_text(tx.session, draft=draft)
    found = found_by(text.provisions, amendment.provision)
    meant = [one for one in found if one.status is not ProvisionStatus.DELETED]
    made = substituted(meant[0].text, amendment.old, amendment.new) if len(meant) == 1 else None
    trouble = _trouble(text, len(meant), made, amendment, meant[0].text if len(meant) == 1 else "")
    if made is not None and not trouble and composed(made.text).strip() == meant[0].text:
        trouble = _("{name} says this already: the proposal was kept as a comment.").format(name=amendment.provision)
    said = NewProposal(
        draft=draft,
        action=ProposalAction.COMMENT,
        channel=_channel(tx.session, entry),
        provision=meant[0].key if len(meant) == 1 else "",
        rationale=entry.text,
        delegations=(entry.delegation,) if entry.delegation else (),
        language=entry.language if entry.language in LANGUAGES else "",
        received_at=min(entry.started_at, tx.now),
        entry=entry.id,
        item=entry.item,
    )
    if made is None or trouble:
        return replace(said, kind=ProposalType.GENERAL), trouble
    # Whoever strikes every word of a provision has it deleted.
    action = ProposalAction.MODIFY if made.text else ProposalAction.DELETE
    return replace(said, action=action, new_text=made.text, rationale=""), ""


def _trouble(text: DraftText, meant: int, made: Substituted | None, amendment: Amendment, said: str = "") -> str:
    name, words = amendment.provision, amendment.old
    if text.version is None:
        return _("The draft has no text yet: the proposal was kept as a comment.")
    if text.version.frozen:
        return _("The draft was adopted already: the proposal was kept as a comment.")
    if made is None:
        told = (
            _("More than one provision of the draft is called {name}: the proposal was kept as a comment.")
            if meant
            else _("The draft has no provision {name}: the proposal was kept as a comment.")
        )
        return told.format(name=name)
    first, _blank, rest = words.partition(" ")
    if not made.found and rest and substituted(said, rest, amendment.new).found:
        return _("No delegation is called “{word}”: the proposal was kept as a comment.").format(word=first)
    if not made.found:
        return _("“{words}” does not stand in {name}: the proposal was kept as a comment.").format(
            words=words, name=name
        )
    if not made.clear:
        return _("“{words}” stands more than once in {name}: the proposal was kept as a comment.").format(
            words=words, name=name
        )
    return ""


def _write_over(tx: Tx, row: schema.Proposal, wanted: NewProposal) -> None:
    """Read a proposal anew that was made of an entry."""
    row.draft, row.provision = wanted.draft, wanted.provision or None
    row.action, row.field, row.target, row.new_cells = wanted.action, "", None, {}
    row.new_text, row.rationale, row.language = wanted.new_text, wanted.rationale, wanted.language or row.language
    row.item = wanted.item or None
    rebase(tx, row)
    check(tx, row)


def _is_adopted(session: Session, draft: str) -> bool:
    version = newest(session, draft)
    return version is not None and version.decided in FROZEN


def _stand_behind(tx: Tx, row: schema.Proposal, entry: schema.NoteEntry, says: str) -> None:
    """Let the speaker of an entry be the proposer in place of whom it named before, if it names somebody else now.

    Whoever was put there by hand stays, and so does what was said of anybody in words.
    """
    digest, speaker = row.entry_digest or "", entry.delegation or ""
    row.entry_digest = with_speaker(says, speaker)
    if same_speaker_as(digest, speaker):
        return
    party = schema.ProposalParty
    parties = tx.session.scalars(select(party).where(party.proposal == row.id).order_by(party.place)).all()
    was = next((one.delegation for one in parties if same_speaker_as(digest, one.delegation)), None)
    if was is None:
        was = _speaker_before(tx.session, entry)
    if was == speaker or (was is None and digest == says):
        return
    for one in parties:
        if one.role is PartyRole.PROPOSER and not one.words and one.delegation == was:
            tx.session.delete(one)
            tx.session.flush()
    mine = next((one for one in parties if one.delegation == speaker), None)
    if speaker and (mine is None or (mine.role is PartyRole.SUPPORTER and not mine.words)):
        write_party(tx, row, speaker, PartyRole.PROPOSER)


def _speaker_before(session: Session, entry: schema.NoteEntry) -> str | None:
    """Return whom an entry named before its last edit, for digests of earlier programs, which know of no speaker; None before any edit."""
    number = revision_before(session, entry)
    return revision_of(session, entry.id, number).delegation if number is not None else None


def _channel(session: Session, entry: schema.NoteEntry) -> Channel:
    """Return how it came in: what is said in a room beside the plenary is of a working group."""
    timing = session.get(schema.ItemTiming, entry.item)
    return Channel.GROUP if timing is not None and timing.track else Channel.FLOOR


def _proposal_of(session: Session, entry: str) -> schema.Proposal | None:
    """Return the proposal that an entry became, removed or not."""
    query = select(_Row).where(_Row.entry == entry, _Row.entry_digest.is_not(None)).order_by(_Row.number).limit(1)
    return session.scalars(query).first()
