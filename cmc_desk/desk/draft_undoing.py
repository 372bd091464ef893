"""What cannot be taken back of a draft any more, because delegations have it in their hands, or a version or the meeting went beyond it."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.agreed_provisions import AGREED, agreed_texts
from cmc_desk.desk.draft_rows import FROZEN, digest_of_text, newest
from cmc_desk.desk.draft_texts import draft_text, proposals_for
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.applying import waiting
from cmc_desk.rules.document_kinds import ProposalDecision, ProvisionStatus
from cmc_desk.rules.proposals import AMENDING, TAKEN
from cmc_desk.rules.refusal import Refusal

Change = Mapping[str, Any]
_BESIDE: Mapping[str, type[schema.ProposalParty] | type[schema.ProposalResponse]] = {
    one.__name__: one for one in (schema.ProposalParty, schema.ProposalResponse)
}


def refuse_overtaken(session: Session, rows: Sequence[Change]) -> None:
    """Raise Refusal if putting rows back would change a text that was circulated or adopted since, or of which a version was made."""
    texts = [one for one in rows if one["table"] == schema.ProvisionText.__name__]
    versions = [one for one in rows if one["table"] == schema.DraftVersion.__name__]
    made = {one["key"][0] for one in versions if one["do"] == "add"}
    decided = made | {one["key"][0] for one in versions if "decided" in (one["before"] or {})}
    overtaken = (
        any(_is_old(session, one["key"][0]) for one in versions)
        or any(_is_frozen(session, key) for key in {one["key"][0] for one in versions} - decided)
        or any(_is_otherwise(session, one) for one in versions)
        or any(_is_out(session, one) for one in texts if _version_of(session, one) not in made)
    )
    # A decision of the meeting on the whole text goes first.
    settled = not versions and any(_is_settled(session, key) for key in _proposals_of(session, rows))
    # Agreement on a provision and what was accepted with it are one act, and go together.
    opened = {one["key"][0] for one in texts if (one["before"] or {}).get("status", AGREED[0]) not in AGREED}
    if overtaken or settled or any(_is_agreed_since(session, one, opened) for one in rows):
        raise Refusal(
            _(
                "This cannot be undone any more: the draft was circulated, adopted or made into a version since. Nothing was changed."
            )
        )


def _is_old(session: Session, key: str) -> bool:
    """Tell whether a version is there and is not the newest of its draft."""
    version = session.get(schema.DraftVersion, key)
    last = newest(session, version.draft) if version is not None else None
    return version is not None and last is not None and last.id != version.id


def _is_frozen(session: Session, key: str) -> bool:
    version = session.get(schema.DraftVersion, key)
    return version is not None and version.decided in FROZEN


def _is_otherwise(session: Session, change: Change) -> bool:
    """Tell whether a version would be adopted again with another text than it was adopted with, or with something undecided."""
    digest = (change["before"] or {}).get("digest", "")
    version = session.get(schema.DraftVersion, change["key"][0])
    if change["do"] != "change" or not digest or version is None:
        return False
    text = draft_text(session, draft=version.draft)
    acting = [one for one in proposals_for(session, text) if one.action in AMENDING]
    unsettled = any(one.decision is ProposalDecision.OPEN or waiting(one) for one in acting)
    return bool(unsettled or digest != digest_of_text(text))


def _is_out(session: Session, change: Change) -> bool:
    """Tell whether the text of a provision stays as it is; how far the meeting has come with it is told of what was circulated too."""
    key = _version_of(session, change)
    version = session.get(schema.DraftVersion, key)
    # How far the meeting has come with a text is not the text, but whether it is there at all is.
    words = change["do"] != "change" or set(change["after"]) != {"status"}
    words = words or ProvisionStatus.DELETED in (change["before"]["status"], change["after"]["status"])
    return _is_old(session, key) or (words and version is not None and version.circulated_at is not None)


def _version_of(session: Session, change: Change) -> str:
    row = session.get(schema.ProvisionText, change["key"][0])
    if row is not None:
        return row.version
    return str((change["before"] or {}).get("version", ""))


def _proposals_of(session: Session, rows: Sequence[Change]) -> set[str]:
    """Return the proposals that would be otherwise, gone or there again, by what is changed of them or of who stands behind them."""
    own = {one["key"][0]: one for one in rows if one["table"] == schema.Proposal.__name__}
    # Which version a text came into is told with the versions, and a question or comment may be taken out as it was put in.
    found = {key for key, one in own.items() if one["do"] != "add" or _is_amending(session, key)}
    for one in rows:
        model = _BESIDE.get(one["table"])
        if model is not None:
            key = session.scalar(select(model.proposal).where(model.id == one["key"][0]))
            key = key or str((one["before"] or {}).get("proposal", ""))
            found |= {key} - {key for key, change in own.items() if change["do"] == "add"}
    return found


def _is_amending(session: Session, key: str) -> bool:
    row = session.get(schema.Proposal, key)
    return row is not None and row.action in AMENDING


def _is_settled(session: Session, key: str) -> bool:
    """Tell whether a proposal is for a text that was adopted; what became of a comment since then is no part of that."""
    row = session.get(schema.Proposal, key)
    version = newest(session, row.draft) if row is not None else None
    if row is None or version is None or version.decided not in FROZEN:
        return False
    since = row.decided_at is not None and version.decided_at is not None and row.decided_at > version.decided_at
    return row.action in AMENDING or not since


def _is_agreed_since(session: Session, change: Change, opened: Collection[str]) -> bool:
    """Tell whether what was accepted would be taken out of a text that the meeting agreed on with it, and that is not `opened` again."""
    if change["table"] != schema.Proposal.__name__ or "decision" not in (change["before"] or {}):
        return False
    row = session.get(schema.Proposal, change["key"][0])
    accepted = row is not None and row.decision in TAKEN and row.applied_in is None
    agreed = agreed_texts(session, row) if row is not None and accepted else ()
    return any(one.id not in opened for one in agreed)
