"""The corrigenda of the report among the papers: the one that was asked for, else the newest, else what would go out now."""

from sqlalchemy.orm import Session

from cmc_desk.desk.corrigenda import corrigenda, next_corrigendum
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.paper_kinds import PaperKind
from cmc_desk.desk.report_rows import issues
from cmc_desk.i18n import N_, texts
from cmc_desk.i18n import gettext as _
from cmc_desk.reports import outcome_paper
from cmc_desk.reports.corrigendum import CorrigendumFacts, corrigendum_tree
from cmc_desk.reports.dates import date_range
from cmc_desk.reports.outcome_paper import OutcomePaper
from cmc_desk.rules.papers import Ask, Format, PaperGroup
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.report_standing import Corrigendum, editions, issue_of

KEY = "corrigendum"


def gather_corrigendum(session: Session, ask: Ask) -> OutcomePaper:
    """Return a corrigendum in the language of the paper; raises Refusal if there is none of the number that was asked for, or none at all."""
    facts, found, words = meeting(session), _meant(session, ask), texts(ask.language)
    known = issues(session)
    final = issue_of(known, found.version)
    span = date_range(facts.days[0], facts.days[-1], words) if facts.days else ""
    told = CorrigendumFacts(
        language=ask.language,
        meeting=facts.title,
        place_and_dates=", ".join(part for part in (facts.city, span) if part),
        corrigendum=found,
        on=found.at.date() if found.at is not None else None,
        final_on=final.at.date() if final is not None else None,
        editions=editions(known, found.version),
    )
    return OutcomePaper(corrigendum_tree(told, words))


def _meant(session: Session, ask: Ask) -> Corrigendum:
    gone_out = corrigenda(session)
    if ask.issue:
        found = next((one for one in gone_out if one.number == ask.issue), None)
        if found is None:
            raise Refusal(_("There is no corrigendum {number}.").format(number=ask.issue), field="version")
        return found
    return gone_out[-1] if gone_out else next_corrigendum(session)


CORRIGENDUM_PAPER = PaperKind(
    key=KEY,
    title=N_("Corrigendum"),
    group=PaperGroup.DOCUMENTS,
    icon="documents",
    formats=(Format.DOCX, Format.PDF),
    gather=gather_corrigendum,
    render=outcome_paper.render,
    asks=frozenset({"issue"}),
)
