"""The row of the report while a command changes it, and its versions as facts."""

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx
from cmc_desk.desk.meeting import meeting
from cmc_desk.i18n import LANGUAGES
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import ReportStatus
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.report_standing import Edition, HandWritten, ReportIssue, editions

_ONLY = 1
SIGNED = (ReportStatus.SIGNED_OFF, ReportStatus.FINAL)


def report_row(session: Session) -> schema.Report | None:
    """Return the row of the report; None if nobody has begun it."""
    return session.get(schema.Report, _ONLY)


def the_report(tx: Tx) -> schema.Report:
    """Return the row of the report, begun if it was not, as changed now."""
    row = report_row(tx.session)
    if row is None:
        row = schema.Report(
            id=_ONLY,
            status=ReportStatus.DRAFT,
            version=0,
            attributed=True,
            language=tx.session.scalars(select(schema.Meeting.language)).one(),
            left_out=[],
            corrections_until=None,
            signed_by="",
            changed_at=tx.now,
        )
        tx.session.add(row)
        tx.session.flush()
    row.changed_at = tx.now
    return row


def changeable(tx: Tx) -> schema.Report:
    """Return the row of the report for a change of what it says.

    Raises Refusal if it is final or signed: then it is reopened first.
    """
    row = the_report(tx)
    if row.status is ReportStatus.FINAL:
        raise Refusal(_("The report is final: reopen it before you change it, or enter a corrigendum."))
    if row.status is ReportStatus.SIGNED_OFF:
        raise Refusal(_("The report was signed off: reopen it before you change it."))
    return row


def asked_for(session: Session, *, language: str, attributed: bool | None) -> tuple[str, bool]:
    """Return in which language the report is and whether it names who spoke: as is asked, else as was chosen for it."""
    row = report_row(session)
    chosen = row.language if row is not None else session.scalars(select(schema.Meeting.language)).one()
    if attributed is None:
        attributed = row is None or row.attributed
    return known_language(language) if language else chosen, attributed


def known_language(language: str) -> str:
    """Return a language that the report can be in; raises Refusal if it is another one."""
    if language not in LANGUAGES:
        raise Refusal(_("The languages are English, Spanish, French and Dutch."), field="language")
    return language


def left_out_of(session: Session) -> tuple[str, ...]:
    """Return the keys of the blocks that are left out."""
    row = report_row(session)
    return tuple(row.left_out) if row is not None else ()


def standing_issue(session: Session, *, language: str, attributed: bool) -> int:
    """Return which version the host has signed of the report in this language and naming; 0 if it is open, or none of these."""
    row, found = report_row(session), issues(session)
    if row is None or row.status not in SIGNED or not found:
        return 0
    version = found[-1].version
    return version if Edition(language, attributed) in editions(found, version) else 0


def hand_written(session: Session, *, language: str, attributed: bool) -> dict[str, HandWritten]:
    """Return what was written by hand for this text, by the key of the block."""
    row = schema.ReportText
    found = session.scalars(select(row).where(row.language == language, row.attributed == attributed))
    return {one.block: HandWritten(one.text, one.digest) for one in found}


def written_editions(session: Session) -> tuple[Edition, ...]:
    """Return in which languages something was written by hand, in the text that names who spoke or in that which does not."""
    row = schema.ReportText
    query = select(row.language, row.attributed).distinct().order_by(row.language, row.attributed.desc())
    return tuple(Edition(language, attributed) for language, attributed in session.execute(query))


def written_by_hand(session: Session) -> dict[Edition, frozenset[str]]:
    """Return which blocks were written by hand in each text of the report in which any was."""
    row = schema.ReportText
    found: dict[Edition, set[str]] = {}
    for block, language, attributed in session.execute(select(row.block, row.language, row.attributed)):
        found.setdefault(Edition(language, attributed), set()).add(block)
    return {edition: frozenset(blocks) for edition, blocks in found.items()}


def status_in(session: Session, *, language: str, attributed: bool) -> ReportStatus:
    """Return where the report stands in a language and naming: what was signed in others is a draft in these."""
    row = report_row(session)
    status = row.status if row is not None else ReportStatus.DRAFT
    signed = status not in SIGNED or standing_issue(session, language=language, attributed=attributed)
    return status if signed else ReportStatus.DRAFT


def issues(session: Session) -> tuple[ReportIssue, ...]:
    """Return the versions of the report in every edition, the first one first; their times are on the clocks of the meeting."""
    row = schema.ReportIssue
    found = session.execute(
        select(
            row.version, row.status, row.language, row.attributed, row.digest, row.at, row.operator, row.station
        ).order_by(row.version, row.language, row.attributed)
    )
    facts = meeting(session)
    return tuple(replace(fact, at=facts.local(fact.at)) for fact in (ReportIssue(*one) for one in found))
