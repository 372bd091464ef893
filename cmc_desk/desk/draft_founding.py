"""A draft document is founded, or what is known of one is said anew."""

import re

from sqlalchemy import func, select

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.draft_rows import refuse_adopted
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import DocumentKind
from cmc_desk.rules.folding import clean
from cmc_desk.rules.recommendation_words import LANGUAGES
from cmc_desk.rules.refusal import Refusal

_KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_LONGEST_SYMBOL = 60


@command("drafts.found")
def found_draft(
    tx: Tx,
    *,
    key: str = "",
    title: str,
    short_title: str = "",
    kind: DocumentKind = DocumentKind.OTHER,
    symbol: str = "",
    language: str = "",
) -> str:
    """Add a draft document, or say anew what is known of the one that `key` names; return its key.

    Raises Refusal, with the field, if it has no title, its language is none of the meeting's, or it was adopted by another title.
    """
    words, short, mark = clean(title), clean(short_title), clean(symbol)
    if not words:
        raise Refusal(_("What is the title of the draft?"), field="title")
    if language not in ("", *LANGUAGES):
        raise Refusal(_("The languages are English, Spanish, French and Dutch."), field="language")
    if len(mark) > _LONGEST_SYMBOL:
        raise Refusal(_("At most {number} letters, please.").format(number=_LONGEST_SYMBOL), field="symbol")
    if key and not _KEY.fullmatch(key):
        raise Refusal(_("A key is small letters, digits and hyphens, such as “plan-of-action”."), field="key")
    row = tx.session.get(schema.Draft, key) if key else None
    own = language or tx.session.scalars(select(schema.Meeting.language)).one()
    if row is None:
        last = tx.session.scalar(select(func.max(schema.Draft.position)))
        position = 0 if last is None else last + 1
        row = schema.Draft(id=key or _free_key(tx, short or words), position=position, title=words, short_title=short)
        tx.session.add(row)
        tx.session.flush()
    facts = tx.session.get(schema.DraftFacts, row.id)
    told = (words, short, DocumentKind(kind), mark, own)
    if facts is not None and told != (row.title, row.short_title, facts.kind, facts.symbol, facts.language):
        refuse_adopted(tx.session, row.id)
    row.title, row.short_title = words, short
    if facts is None:
        tx.session.add(schema.DraftFacts(id=row.id, kind=DocumentKind(kind), symbol=mark, language=own))
    else:
        facts.kind, facts.symbol, facts.language = DocumentKind(kind), mark, own
    return row.id


def _free_key(tx: Tx, title: str) -> str:
    """Return a key for a draft that reads like its title, and that no other has."""
    words = "-".join(re.findall("[a-z0-9]+", title.lower()))[:36].strip("-") or "draft"
    taken = set(tx.session.scalars(select(schema.Draft.id)))
    return next(key for key in (words, *(f"{words}-{number}" for number in range(2, 999))) if key not in taken)
