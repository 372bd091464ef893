"""All that the windows show of the report of the final outcomes: where it stands, what is to be seen to, its blocks."""

from collections.abc import Callable
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from cmc_desk.desk.beside import reading_beside
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.preflight import preflight
from cmc_desk.desk.report import report_standing
from cmc_desk.desk.report_facts import outcome_facts
from cmc_desk.desk.report_rows import asked_for, issues, report_row, written_by_hand
from cmc_desk.desk.report_trees import tree_of
from cmc_desk.desk.steps import Progress
from cmc_desk.rules.document_kinds import ReportStatus
from cmc_desk.rules.preflight import Finding
from cmc_desk.rules.report_blocks import ReportTree, kept_blocks
from cmc_desk.rules.report_hand import ByHand
from cmc_desk.rules.report_standing import Edition, ReportStanding, digest_of_blocks, issue_of


@dataclass(frozen=True, slots=True)
class ReportSight:
    """The report as it stands now, in its own language and naming; `by_hand` is what was written in which of its texts.

    `digest` is that of what it says, for whoever sends out what they have before them.
    """

    standing: ReportStanding
    findings: tuple[Finding, ...]
    tree: ReportTree
    by_hand: ByHand = field(default_factory=dict)
    digest: str = ""


def report_sight(session: Session) -> ReportSight:
    """Return what there is to see of the report; it is gathered once for all that is told of it."""
    language, attributed = asked_for(session, language="", attributed=None)
    facts = outcome_facts(session, language=language, attributed=attributed)
    tree = tree_of(session, facts)
    found = issues(session)
    # A version of another language is compared with the report in that one, which is built for it.
    last = issue_of(found, found[-1].version) if found else None
    same = last is not None and last.edition == Edition(tree.language, tree.attributed)
    return ReportSight(
        report_standing(session, tree=tree if same else None),
        preflight(session, facts=facts),
        tree,
        written_by_hand(session),
        digest_of_blocks(kept_blocks(tree.shown)),
    )


def report_sight_job(desk: Desk) -> Callable[[Progress], ReportSight]:
    """Return the work of reading it, to be done in any thread."""

    def work(_progress: Progress) -> ReportSight:
        with reading_beside(desk) as session:
            return report_sight(session)

    return work


def report_status(session: Session) -> ReportStatus:
    """Return where the report stands, without building it."""
    row = report_row(session)
    return row.status if row is not None else ReportStatus.DRAFT
