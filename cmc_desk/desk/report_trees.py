"""The report as a tree: built of what the meeting file says, with what was written by hand, or as it was issued."""

from dataclasses import replace
from gettext import NullTranslations

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.report_facts import outcome_facts
from cmc_desk.desk.report_rows import asked_for, hand_written, issues, left_out_of, report_row
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import texts
from cmc_desk.reports.outcome_facts import OutcomeFacts
from cmc_desk.reports.outcome_tree import blocks_of, title
from cmc_desk.reports.outcome_words import draft_words
from cmc_desk.rules.document_kinds import ReportStatus
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.report_blocks import Block, Cover, ReportTree, blocks_kept, kept_blocks
from cmc_desk.rules.report_numbers import arranged
from cmc_desk.rules.report_standing import Edition, digest_of_blocks, issue_of, with_hand_written
from cmc_desk.rules.said_again import said_again


def report_tree(session: Session, *, language: str = "", attributed: bool | None = None, issue: int = 0) -> ReportTree:
    """Return the report as it stands now, or the version `issue` of it word for word.

    Language and naming are as they were chosen for it, unless they are given; a version that was not issued so is as it was signed. Raises
    Refusal if there is no such version.
    """
    if issue:
        return _issued(session, issue, language, attributed=attributed)
    language, attributed = asked_for(session, language=language, attributed=attributed)
    return tree_of(session, outcome_facts(session, language=language, attributed=attributed))


def tree_of(session: Session, facts: OutcomeFacts) -> ReportTree:
    """Return the report of these facts, with what was written by hand and without what is left out."""
    words = texts(facts.language)
    hand = hand_written(session, language=facts.language, attributed=facts.attributed)
    blocks = said_again(with_hand_written(blocks_of(facts, words), hand))
    row = report_row(session)
    found = ReportTree(
        title=title(words),
        language=facts.language,
        attributed=facts.attributed,
        status=row.status if row is not None else ReportStatus.DRAFT,
        blocks=arranged(blocks, left_out_of(session)),
    )
    return _under_its_number(session, found, row.version if row is not None else 0, words)


def _under_its_number(session: Session, tree: ReportTree, version: int, words: NullTranslations) -> ReportTree:
    """Return a text whose cover has the number of the newest version only if it is that, word for word.

    Two papers of one number that say different things would both be corrected by paragraph.
    """
    edition = Edition(tree.language, tree.attributed)
    issued = [one.digest for one in issues(session) if (one.version, one.edition) == (version, edition)]
    if not version or digest_of_blocks(kept_blocks(tree.shown)) in issued:
        return tree
    said = draft_words(version if issued else 0, words)
    blocks = (replace(one, status=said, remark="") if isinstance(one, Cover) else one for one in tree.blocks)
    return replace(tree, blocks=tuple(blocks))


def raw_blocks(session: Session, *, language: str, attributed: bool) -> tuple[Block, ...]:
    """Return the blocks as their sources have them, without numbers."""
    return blocks_of(outcome_facts(session, language=language, attributed=attributed), texts(language))


def issued_blocks(
    session: Session, *, version: int, language: str = "", attributed: bool | None = None
) -> tuple[Block, ...]:
    """Return the blocks of a version that was issued, in a language, with names or without; raises Refusal if there is none."""
    return _issued(session, version, language, attributed=attributed).blocks


def _issued(session: Session, version: int, language: str, *, attributed: bool | None) -> ReportTree:
    found = issues(session)
    first = issue_of(found, version)
    if first is None:
        raise Refusal(_("This version of the report does not exist."), field="version")
    wanted = Edition(language or first.language, first.attributed if attributed is None else attributed)
    one = issue_of(found, version, wanted) or first
    row = schema.ReportIssue
    body = session.scalars(
        select(row.body).where(row.version == version, row.language == one.language, row.attributed == one.attributed)
    ).one()
    return ReportTree(
        title=title(texts(one.language)),
        language=one.language,
        attributed=one.attributed,
        status=one.status,
        blocks=blocks_kept(body),
        version=version,
    )
