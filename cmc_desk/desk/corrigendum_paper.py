"""The corrigenda of the report among the papers: the one that was asked for, else the newest, else what would go out now."""

from collections.abc import Sequence
from dataclasses import replace

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
from cmc_desk.rules.papers import Ask, Format, Naming, PaperGroup
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.report_standing import Corrigendum, Edition, editions, issue_of

KEY = "corrigendum"


def gather_corrigendum(session: Session, ask: Ask) -> OutcomePaper:
    """Return a corrigendum in the language of the paper, of the texts with names or of those without where there are both.

    Raises Refusal if there is none of the number that was asked for, none at all, or nothing in it of those texts.
    """
    facts, words, known = meeting(session), texts(ask.language), issues(session)
    meant = _meant(session, ask)
    found = _of_naming(meant, editions(known, meant.version), ask.naming)
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


def _of_naming(found: Corrigendum, known: Sequence[Edition], naming: Naming) -> Corrigendum:
    """Return what a corrigendum says of the texts with names, or of those without: whoever has one of these is told no names by the other."""
    if len({one.attributed for one in known}) == 1:
        return found
    there = {line.edition.attributed for line in found.lines}
    if naming is Naming.AS_CHOSEN:
        attributed = known[0].attributed if known[0].attributed in there else not known[0].attributed
    else:
        attributed = naming is Naming.ATTRIBUTED
    if attributed not in there:
        raise Refusal(
            _("It corrects nothing in a text with names.")
            if attributed
            else _("It corrects nothing in a text without names."),
            field="naming",
        )
    return replace(found, lines=tuple(line for line in found.lines if line.edition.attributed is attributed))


CORRIGENDUM_PAPER = PaperKind(
    key=KEY,
    title=N_("Corrigendum"),
    group=PaperGroup.DOCUMENTS,
    icon="documents",
    formats=(Format.DOCX, Format.PDF),
    gather=gather_corrigendum,
    render=outcome_paper.render,
    asks=frozenset({"issue", "naming"}),
)
