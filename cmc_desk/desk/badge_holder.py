"""Whose badge is meant: by any code that they have or had, or by words of their name."""

from sqlalchemy.orm import Session

from cmc_desk.desk import presence
from cmc_desk.desk.people import Filter, Hit, find_people
from cmc_desk.i18n import gettext as _
from cmc_desk.rules import badge_code
from cmc_desk.rules.folding import fold
from cmc_desk.rules.refusal import Refusal

_NAMED = 5


def holder_of(session: Session, *, text: str) -> str:
    """Return the participant who has or had a badge or a ticket with this code, or whose name has these words.

    Raises Refusal if nobody is meant, or several people are, of whom none has exactly this name.
    """
    scanned = badge_code.parse(text)
    if not scanned.problem:
        badge = presence.badge_with(session, scanned.code)
        who = badge.holder if badge is not None else presence.holder_of_alias(session, (scanned.code, *scanned.also))
        if who is not None:
            return who.id
    hits = find_people(session, text=text, only=Filter.EXPECTED).hits
    if len(hits) > 1:
        hits = tuple(hit for hit in hits if fold(hit.name) == fold(text)) or hits
    if not hits:
        raise Refusal(
            _("Nobody who is expected has the code or the name “{text}”: look them up with find.").format(text=text),
            field="person",
        )
    if len(hits) > 1:
        raise Refusal(
            _("“{text}” is not one person: {people}. Write more of the name, or the code of the badge.").format(
                text=text, people="; ".join(map(_said, hits[:_NAMED])) + (" …" if len(hits) > _NAMED else "")
            ),
            field="person",
        )
    return hits[0].id


def _said(hit: Hit) -> str:
    return f"{hit.name} ({hit.delegation})"
