"""The report of the final outcomes as a paper: one tree, made as a Word file and as PDF."""

from dataclasses import dataclass
from gettext import NullTranslations

from cmc_desk.i18n import texts as texts_of
from cmc_desk.rules.papers import Format, Imprint
from cmc_desk.rules.report_blocks import Block, ReportTree


@dataclass(frozen=True, slots=True)
class OutcomePaper:
    """The report as it is printed; `blocking` is how many things keep it from being final.

    `signed` is the version that the host has signed, or that is final, in other languages only, 0 if there is none.
    """

    tree: ReportTree
    people: int = 0
    blocking: int = 0
    signed: int = 0

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks that are printed."""
        return self.tree.shown


def render(content: OutcomePaper, form: Format, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the report in one of its forms; a version that was issued is in its own language."""
    if content.tree.version:
        texts = texts_of(content.tree.language)
    if form is Format.DOCX:
        from cmc_desk.reports.outcome_word import word

        return word(content, texts, imprint)
    from cmc_desk.reports.outcome_pdf import pdf

    return pdf(content, texts, imprint)


def foot_title(content: OutcomePaper, status: str) -> str:
    """Return what stands in the foot of every page: what it is, and where it stands."""
    return f"{content.tree.title} · {status}" if status else content.tree.title


def caution(content: OutcomePaper, texts: NullTranslations) -> str:
    """Return what whoever hands it out must know: that something in it is not in order yet."""
    if content.signed:
        return texts.gettext(
            "Version {number} was not issued in this language and naming: this is a draft of what it would say now."
        ).format(number=content.signed)
    if not content.blocking:
        return ""
    return texts.ngettext(
        "{number} thing keeps this report from being final: see what is to be done before it goes out.",
        "{number} things keep this report from being final: see what is to be done before it goes out.",
        content.blocking,
    ).format(number=content.blocking)
