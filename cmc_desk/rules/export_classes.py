"""What leaves the meeting with a paper of sponsored travel, how sensitive it is, and who may be given which paper."""

from collections.abc import Collection, Mapping
from enum import StrEnum

from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.people import FIELDS, Sensitivity
from cmc_desk.rules.refusal import Refusal


class Recipient(StrEnum):
    """What somebody is who is given a paper."""

    HOTEL = "hotel"
    DRIVER = "driver"
    AGENT = "travel agency"
    FINANCE = "finance"
    SPONSOR = "sponsor"
    DELEGATION = "delegation"
    TRAVEL = "travel desk"


RECIPIENT_WORDS: dict[Recipient, str] = {
    Recipient.HOTEL: N_("Hotel"),
    Recipient.DRIVER: N_("Driver"),
    Recipient.AGENT: N_("Travel agency"),
    Recipient.FINANCE: N_("Finance"),
    Recipient.SPONSOR: N_("Sponsor"),
    Recipient.DELEGATION: N_("Delegation"),
    Recipient.TRAVEL: N_("Travel desk"),
}
# Beside the fields of a participant; a whole passport number leaves the meeting with none of the papers.
CLASSES: Mapping[str, Sensitivity] = {
    **{field.name: field.sensitivity for field in FIELDS},
    "agency": Sensitivity.PUBLIC,
    "nomination": Sensitivity.DESK,
    "seat_state": Sensitivity.DESK,
    "flight": Sensitivity.TRAVEL,
    "ticket": Sensitivity.TRAVEL,
    "passport_name": Sensitivity.TRAVEL,
    "nights": Sensitivity.TRAVEL,
    "missing": Sensitivity.TRAVEL,
    "allowance": Sensitivity.TRAVEL,
    "cost": Sensitivity.TRAVEL,
}
# Which paper is for whom; the travel desk has them all.
FOR_WHOM: Mapping[str, frozenset[Recipient]] = {
    "manifest": frozenset({Recipient.DRIVER}),
    "driver-sheets": frozenset({Recipient.DRIVER}),
    "name-boards": frozenset({Recipient.DRIVER}),
    "rooming": frozenset({Recipient.HOTEL}),
    "agent-list": frozenset({Recipient.AGENT}),
    "payment-sheet": frozenset({Recipient.FINANCE, Recipient.SPONSOR}),
    "receipts": frozenset({Recipient.FINANCE, Recipient.SPONSOR}),
    "bank-notes": frozenset({Recipient.FINANCE}),
    "envelope-slips": frozenset({Recipient.FINANCE}),
    "seat-wall": frozenset({Recipient.SPONSOR}),
    "chase-list": frozenset({Recipient.DELEGATION, Recipient.SPONSOR}),
    "travel-costs": frozenset({Recipient.FINANCE, Recipient.SPONSOR}),
}
_ORDER = tuple(Sensitivity)


def highest(fields: Collection[str]) -> Sensitivity:
    """Return the class of the most sensitive of these fields; public if there are none."""
    return max((CLASSES[field] for field in fields), key=_ORDER.index, default=Sensitivity.PUBLIC)


def recipients_of(paper: str) -> tuple[Recipient, ...]:
    """Return to whom a paper may be given, in the order of `Recipient`; to nobody if it is none of sponsored travel."""
    allowed = FOR_WHOM.get(paper, frozenset())
    return tuple(one for one in Recipient if one in allowed or (allowed and one is Recipient.TRAVEL))


def check_recipient(paper: str, to: Recipient, *, only: str) -> None:
    """Raise Refusal if a paper is not for such a recipient: each gets what it needs and no more."""
    allowed = recipients_of(paper)
    if to not in allowed:
        names = ", ".join(_(RECIPIENT_WORDS[one]) for one in allowed) or _("nobody")
        raise Refusal(
            _("This paper says more than {recipient} needs. It is for: {names}.").format(
                recipient=_(RECIPIENT_WORDS[to]), names=names
            ),
            field="to",
        )
    if to is Recipient.DELEGATION and not only:
        raise Refusal(
            _("A delegation gets its own list, not that of all: make it for this delegation alone first."), field="to"
        )
