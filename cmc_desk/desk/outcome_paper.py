"""The report of the final outcomes among the papers: as it stands now, or the version that was asked for."""

from sqlalchemy.orm import Session

from cmc_desk.desk.paper_kinds import PaperKind
from cmc_desk.desk.people_listed import gather_participants
from cmc_desk.desk.preflight import preflight
from cmc_desk.desk.report_facts import outcome_facts
from cmc_desk.desk.report_rows import SIGNED, asked_for, report_row, standing_issue
from cmc_desk.desk.report_trees import report_tree, tree_of
from cmc_desk.i18n import N_
from cmc_desk.reports import outcome_paper
from cmc_desk.reports.outcome_paper import OutcomePaper
from cmc_desk.rules.papers import Ask, Format, Naming, PaperGroup
from cmc_desk.rules.preflight import blocked

KEY = "outcome-report"
_NAMING = {Naming.AS_CHOSEN: None, Naming.ATTRIBUTED: True, Naming.NOT_ATTRIBUTED: False}


def gather_report(session: Session, ask: Ask) -> OutcomePaper:
    """Return the report in the language of the paper; a version that was not issued in it is as it was signed.

    What the host has signed, and what is final, is printed as it was issued, whatever was changed in the meeting since.
    """
    language, attributed = asked_for(session, language=ask.language, attributed=_NAMING[ask.naming])
    issue = ask.issue or standing_issue(session, language=language, attributed=attributed)
    if issue:
        listed = gather_participants(session, Ask(language=ask.language, final=True)).listed
        return OutcomePaper(report_tree(session, language=language, attributed=attributed, issue=issue), listed)
    facts = outcome_facts(session, language=language, attributed=attributed)
    blocking = len(blocked(preflight(session, facts=facts, language=language, attributed=attributed, beside=False)))
    row = report_row(session)
    signed = row.version if row is not None and row.status in SIGNED else 0
    return OutcomePaper(tree_of(session, facts), facts.participants.listed, blocking, signed)


OUTCOME_PAPER = PaperKind(
    key=KEY,
    title=N_("Outcome report"),
    group=PaperGroup.DOCUMENTS,
    icon="documents",
    formats=(Format.DOCX, Format.PDF),
    gather=gather_report,
    render=outcome_paper.render,
    asks=frozenset({"naming", "issue"}),
    fields=("salutation", "given_name", "family_name", "functional_title", "institution", "delegation"),
    people=lambda content: content.people,
    caution=outcome_paper.caution,
)
