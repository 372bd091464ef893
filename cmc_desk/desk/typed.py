"""Whether a burst of keys is a name that somebody types quickly, and no scan."""

from sqlalchemy.orm import Session

from cmc_desk.desk import presence
from cmc_desk.desk.people import find_people
from cmc_desk.rules.badge_code import CodeKind, parse
from cmc_desk.rules.scans import reads_as_words


def is_typed_name(session: Session, *, text: str) -> bool:
    """Tell whether `text` is words that find somebody, and neither a code of a known shape nor of anybody's badge or ticket."""
    if not reads_as_words(text):
        return False
    scanned = parse(text)
    if scanned.kind is not CodeKind.UNKNOWN or presence.badge_with(session, scanned.code) is not None:
        return False
    if presence.holder_of_alias(session, (scanned.code, *scanned.also)) is not None:
        return False
    return find_people(session, text=text, limit=1).total > 0
