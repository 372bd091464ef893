"""What is done with a draft as a whole: founded, brought, circulated, made anew from what was decided, and adopted."""

from collections.abc import Iterable, Sequence
from datetime import date

from cmc_desk.db import schema
from cmc_desk.desk.approval import LONGEST_REASON, item_now
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.draft_bringing import bring_text, found_with_text
from cmc_desk.desk.draft_editing import (
    add_provision,
    edit_provision,
    move_provision,
    remove_provision,
    renumber_provisions,
    set_provision_status,
)
from cmc_desk.desk.draft_founding import found_draft
from cmc_desk.desk.draft_rows import (
    FROZEN,
    add_version,
    changeable,
    digest_of_text,
    editable,
    provision_fact,
    text_rows,
    the_version,
    write_provisions,
)
from cmc_desk.desk.draft_seen import refuse_unread
from cmc_desk.desk.draft_texts import draft_text, left_standing, proposals_for, taken_in
from cmc_desk.desk.item_rows import the_item
from cmc_desk.desk.meeting import meeting
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.alternatives import CHANGING
from cmc_desk.rules.applying import apply_decisions, can_move
from cmc_desk.rules.bracket_pairs import pairs_in
from cmc_desk.rules.brackets import is_agreed_on
from cmc_desk.rules.document_kinds import ProposalAction, ProposalDecision, ProvisionStatus
from cmc_desk.rules.drafts import Provision
from cmc_desk.rules.folding import clean
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.rules.proposals import AMENDING, Proposal
from cmc_desk.rules.refusal import Refusal

__all__ = [
    "add_provision",
    "adopt_draft",
    "bring_text",
    "circulate_version",
    "edit_provision",
    "found_draft",
    "found_with_text",
    "move_provision",
    "next_version",
    "remove_provision",
    "renumber_provisions",
    "reopen_draft",
    "set_provision_status",
]


@command("drafts.circulate")
def circulate_version(tx: Tx, *, draft: str, comments_until: date | None = None) -> str:
    """Record that the newest version went to the delegations, and until when they may comment; from then on it stays as they have it."""
    version = editable(the_version(tx.session, draft))
    if comments_until is not None and comments_until < meeting(tx.session).local(tx.now).date():
        raise Refusal(_("This day is past already."), field="comments_until")
    version.circulated_at, version.comments_until = tx.now, comments_until
    return version.id


@command("drafts.next_version")
def next_version(tx: Tx, *, draft: str, label: str = "") -> str:
    """Make the next version of a draft: what was decided stands in its text, what was not stays before the meeting.

    Raises Refusal if nothing was decided since a version that nobody has seen yet.
    """
    version = changeable(the_version(tx.session, draft))
    if version.circulated_at is None and not taken_in(tx.session, draft):
        raise Refusal(
            _("Nothing was decided that would change {label}: it goes on as it is.").format(label=version.label),
            field="draft",
        )
    return _make_next(tx, draft, label=label).id


@command("drafts.adopt")
def adopt_draft(tx: Tx, *, draft: str, decided: Decided, reason: str = "", item: str = "", seen: str = "") -> str:
    """Record what the meeting did with a draft: approved as it stands, approved as amended, or deferred; return the version.

    As amended, what was accepted since is put into a version of its own first. What is approved is frozen, and what is left open in it
    is agreed ad referendum. `seen` is the digest of the text and of what was proposed for it when it was read, as `digest_of_seen` has it.
    Raises Refusal if it says something else by now, or if something is not decided yet.
    """
    version = changeable(the_version(tx.session, draft))
    if version.decided is not Decided.PENDING:
        raise Refusal(_("The meeting deferred this draft: reopen it first."), field="draft")
    refuse_unread(tx.session, draft, seen)
    words = clean(reason)
    if len(words) > LONGEST_REASON:
        raise Refusal(_("At most {number} letters, please.").format(number=LONGEST_REASON), field="reason")
    if decided is Decided.PENDING:
        raise Refusal(_("Approved, approved as amended, or deferred?"), field="decided")
    if decided in FROZEN:
        version = _made_ready(tx, draft, version, decided)
    under = the_item(tx.session, item).id if item else item_now(tx)
    version.decided, version.decided_at, version.decided_item = decided, tx.now, under
    version.reason = words
    return version.id


@command("drafts.reopen")
def reopen_draft(tx: Tx, *, draft: str) -> str:
    """Take the meeting's decision off a draft: its text is before the meeting again."""
    version = the_version(tx.session, draft)
    if version.decided is Decided.PENDING:
        raise Refusal(_("This draft was not decided yet."), field="draft")
    version.decided, version.decided_at, version.decided_item = Decided.PENDING, None, None
    version.reason, version.digest = "", ""
    return version.id


def _made_ready(tx: Tx, draft: str, version: schema.DraftVersion, decided: Decided) -> schema.DraftVersion:
    """Return the version that is approved, with everything in it that was decided."""
    undecided = [
        one.name
        for one in proposals_for(tx.session, draft_text(tx.session, draft=draft))
        if one.decision is ProposalDecision.OPEN and one.action in AMENDING
    ]
    if undecided:
        raise Refusal(
            ngettext(
                "{names} is not decided yet: decide on it, or refer it to the high level.",
                "{names} are not decided yet: decide on them, or refer them to the high level.",
                len(undecided),
            ).format(names=_some(undecided)),
            field="draft",
        )
    if taken := taken_in(tx.session, draft):
        if decided is Decided.APPROVED:
            names = _some([one.name for one in taken])
            raise Refusal(
                _("{names}: accepted, but not in the text yet. Approve it as amended.").format(names=names),
                field="decided",
            )
        version = _make_next(tx, draft)
    text = draft_text(tx.session, draft=draft)
    live = {one.provision for one in proposals_for(tx.session, text) if one.live and one.action in CHANGING}
    for row in text_rows(tx.session, version.id):
        agreeable = is_agreed_on(provision_fact(row)) and not pairs_in(row.text, *row.cells.values())
        if row.status is ProvisionStatus.OPEN and agreeable and row.provision not in live:
            row.status = ProvisionStatus.AD_REFERENDUM
    # The text first: nothing in it changes any more once the version is adopted.
    tx.session.flush()
    version.digest = digest_of_text(draft_text(tx.session, draft=draft))
    return version


def _make_next(tx: Tx, draft: str, *, label: str = "") -> schema.DraftVersion:
    text, taken = draft_text(tx.session, draft=draft), taken_in(tx.session, draft)
    here = {one.key for one in text.provisions}
    gone = [
        one.name
        for one in taken
        # What was deleted and is not there needs nothing more, unless something is there that was to go with it.
        if (one.provision not in here and _is_left_over(tx, one, text.provisions))
        or (one.action is ProposalAction.MOVE and not can_move(text.provisions, one.provision, one.target))
    ]
    if gone:
        raise Refusal(
            ngettext(
                "{names} was accepted for a provision that is not in the text any more: reopen it, and say what became of it.",
                "{names} were accepted for provisions that are not in the text any more: reopen them, and say what became of each.",
                len(gone),
            ).format(names=_some(gone)),
            field="draft",
        )
    # What a proposal put in is known by the key of that proposal from then on.
    applied = apply_decisions(text, proposals_for(tx.session, text))
    version = add_version(tx, draft, label=label)
    write_provisions(tx, version, applied)
    for one in taken:
        row = tx.session.get_one(schema.Proposal, one.key)
        row.applied_in = version.id
    tx.session.flush()
    return version


def _is_left_over(tx: Tx, one: Proposal, standing: Sequence[Provision]) -> bool:
    if one.action is ProposalAction.DELETE:
        return left_standing(tx.session, one, standing)
    return one.action is ProposalAction.MODIFY


def _some(names: Sequence[str]) -> str:
    """Return a few names, and how many more there are."""
    shown: Iterable[str] = names[:5]
    return ", ".join(shown) + (f" (+{len(names) - 5})" if len(names) > 5 else "")
