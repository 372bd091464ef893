"""A summary in whichever form it is wanted: PDF, Word or plain text."""

from gettext import NullTranslations

from cmc_desk.reports.summary_facts import SummaryPaper
from cmc_desk.rules.papers import Format, Imprint


def render(content: SummaryPaper, form: Format, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the summary in one of its forms, its fixed words in the language of `texts`."""
    if form is Format.DOCX:
        from cmc_desk.reports.summary_word import word

        return word(content, texts, imprint)
    if form is Format.TXT:
        from cmc_desk.reports.summary_text import text

        return text(content, texts, imprint)
    from cmc_desk.reports.summary_pdf import pdf

    return pdf(content, texts, imprint)
