"""The papers of the notes: summaries, correction slips, the register of actions, recommendations and their approval."""

from gettext import NullTranslations

from cmc_desk.desk.approval_papers import gather_approval, gather_register
from cmc_desk.desk.correction_papers import gather_corrections
from cmc_desk.desk.paper_kinds import PaperKind
from cmc_desk.desk.summary_papers import gather_summary
from cmc_desk.i18n import N_
from cmc_desk.reports import action_register, approval_list, correction_slip, summary
from cmc_desk.reports.action_register import ActionRegister
from cmc_desk.reports.summary_facts import warning
from cmc_desk.rules.papers import Format, Imprint, PaperGroup


def render_register(content: ActionRegister, form: Format, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the register as workbook, or as calendar of what has a date; a newer version replaces an older one in calendars."""
    if form is Format.XLSX:
        return action_register.book(content, texts, imprint)
    from cmc_desk.exchange.task_calendar import DatedTask, task_calendar

    dated = [
        DatedTask(
            line.task.key,
            line.task.what,
            line.task.who,
            line.task.due,
            about=line.item,
            done=line.task.closed_at is not None,
        )
        for line in content.lines
        if line.task.due is not None
    ]
    return task_calendar(
        dated,
        texts,
        title=action_register.title(texts),
        meeting=content.meeting,
        meeting_title=imprint.meeting,
        sequence=imprint.version - 1,
        made_at=imprint.made_at,
    )


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
    caution=warning,
    guards_names=True,
)

PAPERS_OF_NOTES: tuple[PaperKind, ...] = (
    SUMMARY_PAPER,
    PaperKind(
        key="correction-slips",
        title=N_("Correction slips"),
        group=PaperGroup.NOTES,
        icon="letter",
        formats=(Format.PDF, Format.DOCX),
        gather=gather_corrections,
        render=correction_slip.render,
        asks=frozenset({"only", "until"}),
        fields=("delegation",),
    ),
    PaperKind(
        key="recommendations",
        title=N_("Recommendations"),
        group=PaperGroup.NOTES,
        icon="gavel",
        formats=(Format.PDF, Format.DOCX),
        gather=gather_approval,
        render=approval_list.render,
        asks=frozenset({"second"}),
    ),
    PaperKind(
        key="action-register",
        title=N_("Register of actions"),
        group=PaperGroup.NOTES,
        icon="action",
        formats=(Format.XLSX, Format.ICS),
        gather=gather_register,
        render=render_register,
    ),
)
