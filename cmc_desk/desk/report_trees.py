"""The report as a tree: built of what the meeting file says, with what was written by hand, or as it was issued."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.report_facts import outcome_facts
from cmc_desk.desk.report_rows import asked_for, hand_written, left_out_of, report_row
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import texts
from cmc_desk.reports.outcome_facts import OutcomeFacts
from cmc_desk.reports.outcome_tree import blocks_of, title
from cmc_desk.rules.document_kinds import ReportStatus
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.report_blocks import Block, ReportTree, blocks_kept
from cmc_desk.rules.report_numbers import arranged
from cmc_desk.rules.report_standing import with_hand_written


def report_tree(session: Session, *, language: str = "", attributed: bool | None = None, issue: int = 0) -> ReportTree:
    """Return the report as it stands now, or the version `issue` of it word for word.

    Language and naming are as they were chosen for it, unless they are given. Raises Refusal if there is no such version.
    """
    if issue:
        return _issued(session, issue)
    language, attributed = asked_for(session, language=language, attributed=attributed)
    return tree_of(session, outcome_facts(session, language=language, attributed=attributed))


def tree_of(session: Session, facts: OutcomeFacts) -> ReportTree:
    """Return the report of these facts, with what was written by hand and without what is left out."""
    words = texts(facts.language)
    blocks = with_hand_written(
        blocks_of(facts, words), hand_written(session, language=facts.language, attributed=facts.attributed)
    )
    row = report_row(session)
    return ReportTree(
        title=title(words),
        language=facts.language,
        attributed=facts.attributed,
        status=row.status if row is not None else ReportStatus.DRAFT,
        blocks=arranged(blocks, left_out_of(session)),
    )


def raw_blocks(session: Session, *, language: str, attributed: bool) -> tuple[Block, ...]:
    """Return the blocks as their sources have them, without numbers."""
    return blocks_of(outcome_facts(session, language=language, attributed=attributed), texts(language))


def issued_blocks(session: Session, *, version: int) -> tuple[Block, ...]:
    """Return the blocks of a version that was issued; raises Refusal if there is none of this number."""
    return _issued(session, version).blocks


def _issued(session: Session, version: int) -> ReportTree:
    row = session.scalars(select(schema.ReportIssue).where(schema.ReportIssue.version == version)).first()
    if row is None:
        raise Refusal(_("This version of the report does not exist."), field="version")
    return ReportTree(
        title=title(texts(row.language)),
        language=row.language,
        attributed=row.attributed,
        status=row.status,
        blocks=blocks_kept(row.body),
        version=row.version,
    )
