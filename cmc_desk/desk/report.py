"""The report of the final outcomes: as it stands now or as it was issued, with what was written by hand and what is left out."""

from sqlalchemy.orm import Session

from cmc_desk.desk.corrigenda import corrigenda, issue_corrigendum
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.report_acts import (
    circulate_report,
    finish_report,
    issue_also,
    reopen_report,
    set_report,
    sign_off_report,
)
from cmc_desk.desk.report_corrections import (
    ask_correction,
    corrections,
    remove_correction,
    reopen_correction,
    settle_correction,
)
from cmc_desk.desk.report_rows import asked_for, issues, left_out_of, report_row
from cmc_desk.desk.report_trees import issued_blocks, raw_blocks, report_tree
from cmc_desk.desk.report_writing import accept_block, follow_sources, write_block
from cmc_desk.rules.document_kinds import ReportStatus
from cmc_desk.rules.report_blocks import ReportTree, kept_blocks
from cmc_desk.rules.report_standing import ReportStanding, digest_of_blocks, issue_of

__all__ = [
    "accept_block",
    "ask_correction",
    "circulate_report",
    "corrections",
    "corrigenda",
    "finish_report",
    "follow_sources",
    "issue_also",
    "issue_corrigendum",
    "issued_blocks",
    "raw_blocks",
    "remove_correction",
    "reopen_correction",
    "reopen_report",
    "report_standing",
    "report_tree",
    "set_report",
    "settle_correction",
    "sign_off_report",
    "write_block",
]


def report_standing(session: Session, *, tree: ReportTree | None = None) -> ReportStanding:
    """Return how the report is made and where it stands; nobody need have begun it.

    Whether it has changed since it was issued last is told from `tree`, the report as it stands now in the language and naming of
    that issue, which is built unless it is given.
    """
    row = report_row(session)
    found = issues(session)
    language, attributed = asked_for(session, language="", attributed=None)
    changed = False
    last = issue_of(found, found[-1].version) if found else None
    if last is not None:
        now = tree or report_tree(session, language=last.language, attributed=last.attributed)
        changed = digest_of_blocks(kept_blocks(now.shown)) != last.digest
    return ReportStanding(
        status=row.status if row is not None else ReportStatus.DRAFT,
        version=row.version if row is not None else 0,
        attributed=attributed,
        language=language,
        left_out=left_out_of(session),
        corrections_until=row.corrections_until if row is not None else None,
        signed_by=row.signed_by if row is not None else "",
        changed_at=meeting(session).local(row.changed_at) if row is not None else None,
        issues=found,
        corrections=corrections(session),
        corrigenda=corrigenda(session),
        changed=changed,
    )
