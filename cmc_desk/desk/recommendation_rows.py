"""The row of a recommendation, read as a fact and as a sentence in a language."""

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.readout_called import addressees
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import texts
from cmc_desk.reports.dates import long_date
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.rules.readouts import Recommendation
from cmc_desk.rules.recommendation_tables import Addressee
from cmc_desk.rules.recommendation_words import LANGUAGES, sentence
from cmc_desk.rules.refusal import Refusal

_Row = schema.Recommendation


def recommendations(session: Session) -> tuple[Recommendation, ...]:
    """Return the recommendations of the meeting in the order of their numbers."""
    rows = session.scalars(select(_Row).where(_Row.deleted_at.is_(None)).order_by(_Row.number))
    return tuple(map(as_fact, rows))


def sentences(session: Session, language: str, *, fallback: bool = False) -> dict[str, str]:
    """Return by key what each recommendation says in a language; empty where nothing was written in it.

    With `fallback` it says it in the language of the meeting then, or in whichever it was written.
    """
    found = recommendations(session)
    if not found:
        return {}
    known = addressees(session)
    tried = [language]
    if fallback:
        tried += [session.scalars(select(schema.Meeting.language)).one(), *LANGUAGES]
    return {one.key: next(filter(None, (worded(one, word, known) for word in tried)), "") for one in found}


def proposed_sentences(session: Session, language: str) -> dict[str, str]:
    """Return by key what each recommendation that was amended said before, in a language."""
    known = addressees(session)
    return {
        one.key: worded(replace(one, decided=Decided.PENDING, amended=()), language, known)
        for one in recommendations(session)
        if one.decided is Decided.AMENDED
    }


def worded(recommendation: Recommendation, language: str, known: Mapping[str, Addressee]) -> str:
    """Return what a recommendation says in a language; `known` are the delegations it may go to."""
    deadline = long_date(recommendation.deadline, texts(language)) if recommendation.deadline else ""
    return sentence(recommendation, language, deadline=deadline, delegation=known.get(recommendation.addressee))


def the_row(session: Session, key: str) -> schema.Recommendation:
    """Return the row of a recommendation; raises Refusal if it is not there, or was removed."""
    row = session.get(_Row, key)
    if row is None or row.deleted_at is not None:
        raise Refusal(_("This recommendation was removed."), field="recommendation")
    return row


def as_fact(row: schema.Recommendation) -> Recommendation:
    """Return a recommendation as a fact."""
    return Recommendation(
        key=row.id,
        number=row.number,
        verb=row.verb,
        addressee=row.addressee,
        objects=tuple(row.objects.items()),
        deadline=row.deadline,
        deadline_words=tuple(row.deadline_words.items()),
        texts=tuple(row.texts.items()),
        item=row.item or "",
        entry=row.entry or "",
        decided=row.decided,
        decided_at=row.decided_at,
        decided_item=row.decided_item or "",
        amended=tuple(row.amended.items()),
        reason=row.reason,
    )
