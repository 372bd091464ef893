"""Agreement on a provision in one act: one text is taken, those that stood against it are not, and the provision is agreed."""

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.draft_acts import set_provision_status
from cmc_desk.desk.draft_rows import placed
from cmc_desk.desk.draft_seen import refuse_unread
from cmc_desk.desk.proposal_decisions import decide
from cmc_desk.desk.proposal_rows import the_proposal
from cmc_desk.desk.proposals import proposals as proposals_on
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.alternatives import CHANGING
from cmc_desk.rules.document_kinds import ProposalDecision, ProvisionStatus
from cmc_desk.rules.proposals import Proposal
from cmc_desk.rules.refusal import Refusal

# So many letters of a provision tell which one is meant.
_NAMED = 24
_AGREED = (ProvisionStatus.AGREED, ProvisionStatus.AD_REFERENDUM)


@command("drafts.agree")
def agree_on(
    tx: Tx,
    *,
    provision: str,
    proposals: tuple[str, ...] = (),
    status: ProvisionStatus = ProvisionStatus.AGREED,
    seen: str = "",
) -> str:
    """Agree on a provision as `proposals` want it, which are alike, or on its text as it stands; return the provision.

    The other alternatives to the same words are not accepted. `seen` is the digest of the provision and of what was proposed for it when
    it was read, as `digest_of_seen` has it. Raises Refusal if it says something else by now, or if something else is left to be decided
    there, such as a proposal for another cell of the row.
    """
    wanted = ProvisionStatus(status)
    if wanted not in _AGREED:
        raise Refusal(_("Agreed, or agreed ad referendum?"), field="status")
    row = tx.session.get(schema.Provision, provision)
    if row is None:
        raise Refusal(_("This provision is not in the text any more."), field="provision")
    here = {one.key: one for one in proposals_on(tx.session, provision=provision, live=True)} if proposals else {}
    taken = [here[the_proposal(tx.session, key).id] for key in proposals if key in here]
    if proposals and not taken:
        raise Refusal(_("This proposal was decided already: reopen it first."), field="proposals")
    refuse_unread(tx.session, row.draft, seen, provision=provision)
    if taken:
        first, *alike = taken
        against = [other for other in here.values() if other.key not in proposals and _rivals(first, other)]
        decide(tx, proposal=first.key, decision=ProposalDecision.ACCEPTED)
        for other in alike:
            decide(tx, proposal=other.key, decision=ProposalDecision.MERGED, merged_into=first.key)
        words = _("The meeting agreed on {name}.").format(name=first.name)
        for other in against:
            decide(tx, proposal=other.key, decision=ProposalDecision.NOT_ACCEPTED, words=words)
        tx.session.flush()
    return set_provision_status(tx, provision=provision, status=wanted)


@command("drafts.agree_on_several")
def agree_on_several(
    tx: Tx, *, provisions: tuple[str, ...], status: ProvisionStatus = ProvisionStatus.AGREED, seen: str = ""
) -> int:
    """Agree on the texts of several provisions as they stand, on all of them or on none; return how many they are.

    `seen` is the digest of the whole draft when it was read, as `digest_of_seen` has it. Raises Refusal if it says something else by
    now, or, with the number of the provision, if something is left to be decided in one of them.
    """
    for draft in {placed(tx.session, key).version.draft for key in provisions if seen}:
        refuse_unread(tx.session, draft, seen)
    for key in provisions:
        try:
            set_provision_status(tx, provision=key, status=status)
        except Refusal as refusal:
            text = placed(tx.session, key).text
            name = text.label or " ".join(text.text.split())[:_NAMED]
            words = _("{name}: {sentence}").format(name=name, sentence=refusal.sentence)
            raise Refusal(words, field=refusal.field) from refusal
        tx.session.flush()
    return len(provisions)


def _rivals(one: Proposal, other: Proposal) -> bool:
    """Say whether two proposals stand in the text as alternatives to each other."""
    return one.field == other.field and other.action in CHANGING and one.action in CHANGING
