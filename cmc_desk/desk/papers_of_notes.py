"""The papers of the notes: summaries, correction slips, the register of actions, recommendations and their approval."""

from cmc_desk.desk.paper_kinds import PaperKind
from cmc_desk.desk.summary_papers import gather_summary
from cmc_desk.i18n import N_
from cmc_desk.reports import summary
from cmc_desk.rules.papers import Format, PaperGroup

SUMMARY_PAPER = PaperKind(
    key="summary",
    title=N_("Discussion summaries"),
    group=PaperGroup.NOTES,
    icon="summaries",
    formats=(Format.PDF, Format.DOCX, Format.TXT),
    gather=gather_summary,
    render=summary.render,
    asks=frozenset({"session", "day", "only", "naming", "issue"}),
    fields=("delegation",),
)

PAPERS_OF_NOTES: tuple[PaperKind, ...] = (SUMMARY_PAPER,)
