"""What of a draft somebody has read before they act on it: by a digest it is known whether it says the same still."""

from collections.abc import Collection, Iterable

from sqlalchemy.orm import Session

from cmc_desk.desk.draft_rows import digest_of, digest_of_provision
from cmc_desk.desk.draft_texts import draft_text, proposals_for
from cmc_desk.desk.proposal_rows import digest_of_wish
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.applying import waiting
from cmc_desk.rules.drafts import Provision
from cmc_desk.rules.plain import to_json
from cmc_desk.rules.proposals import Proposal
from cmc_desk.rules.refusal import Refusal


def digest_of_seen(provisions: Iterable[Provision], proposals: Iterable[Proposal]) -> str:
    """Return the SHA-256 of texts with what was proposed for them, as far as it is before the meeting or waits for the next version.

    Who stands behind a proposal, and how far the meeting has come with a provision, is not in it.
    """
    texts = [(one.key, digest_of_provision(one)) for one in provisions]
    wanted = [
        (one.key, digest_of_wish(one), one.decision, one.final_text) for one in proposals if one.live or waiting(one)
    ]
    return digest_of(to_json([texts, sorted(wanted)]))


def refuse_unread(
    session: Session, draft: str, seen: str, *, provision: str = "", only: Collection[str] | None = None
) -> None:
    """Raise Refusal if a draft does not say any more what whoever acts has read of it; with an empty `seen` nobody asks.

    It is the whole draft with all proposals, or one `provision` with those on it, or with `only` some of them.
    """
    if not seen:
        return
    text = draft_text(session, draft=draft)
    provisions = [one for one in text.provisions if provision in ("", one.key)]
    found = [
        one
        for one in proposals_for(session, text)
        if provision in ("", one.provision) and (only is None or one.key in only)
    ]
    if digest_of_seen(provisions, found) != seen:
        raise Refusal(_("This text, or what was proposed for it, was changed meanwhile: read it once more."))
