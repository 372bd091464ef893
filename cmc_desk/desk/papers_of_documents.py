"""The papers of the draft documents: with changes, clean, text and proposals side by side; the matrix, the plan and the proposals."""

from functools import partial
from gettext import NullTranslations

from cmc_desk.desk.draft_papers import gather_draft, gather_matrix, gather_plan, gather_proposals
from cmc_desk.desk.paper_kinds import PaperKind
from cmc_desk.i18n import N_
from cmc_desk.reports import comments_matrix, plan_book, proposals_book
from cmc_desk.reports.draft_facts import DraftPaper
from cmc_desk.rules.papers import Format, Imprint, PaperGroup
from cmc_desk.rules.redline import View


def render_draft_paper(
    content: DraftPaper, form: Format, texts: NullTranslations, imprint: Imprint, *, view: View
) -> bytes:
    """Return a draft as PDF or as Word file; in Word its changes are tracked ones."""
    if form is Format.DOCX:
        from cmc_desk.reports import draft_word

        make = {
            View.REDLINE: draft_word.redline,
            View.CLEAN: draft_word.clean,
            View.SIDE_BY_SIDE: draft_word.two_columns,
        }
        return make[view](content, texts, imprint)
    from cmc_desk.reports.draft_pdf import pdf

    return pdf(content, view, texts, imprint)


def _draft_kind(key: str, title: str, icon: str, view: View) -> PaperKind:
    return PaperKind(
        key=key,
        title=title,
        group=PaperGroup.DOCUMENTS,
        icon=icon,
        formats=(Format.DOCX, Format.PDF) if view is View.REDLINE else (Format.PDF, Format.DOCX),
        gather=gather_draft,
        render=partial(render_draft_paper, view=view),
        asks=frozenset({"draft", "issue"}),
        fields=() if view is View.CLEAN else ("delegation",),
    )


PAPERS_OF_DOCUMENTS: tuple[PaperKind, ...] = (
    _draft_kind("draft-redline", N_("Draft with changes"), "documents", View.REDLINE),
    _draft_kind("draft-clean", N_("Clean draft"), "note", View.CLEAN),
    _draft_kind("draft-two-columns", N_("Draft and proposals side by side"), "copy", View.SIDE_BY_SIDE),
    PaperKind(
        key="comments-matrix",
        title=N_("Matrix of comments"),
        group=PaperGroup.DOCUMENTS,
        icon="grid",
        formats=(Format.XLSX, Format.DOCX),
        gather=gather_matrix,
        render=comments_matrix.render,
        asks=frozenset({"draft"}),
        fields=("delegation",),
        of_all_drafts=True,
    ),
    PaperKind(
        key="plan-of-action",
        title=N_("Plan of action"),
        group=PaperGroup.DOCUMENTS,
        icon="sheet",
        formats=(Format.XLSX,),
        gather=gather_plan,
        render=plan_book.render,
        asks=frozenset({"draft", "issue"}),
    ),
    PaperKind(
        key="proposals",
        title=N_("Proposals"),
        group=PaperGroup.DOCUMENTS,
        icon="proposal",
        formats=(Format.XLSX,),
        gather=gather_proposals,
        render=proposals_book.render,
        asks=frozenset({"draft"}),
        fields=("delegation",),
        of_all_drafts=True,
    ),
)
