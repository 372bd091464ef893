"""A draft as a Word file: with real tracked changes and comments, as a clean text with numbered lines, or in two columns."""

from gettext import NullTranslations
from typing import Any

from docx.shared import Mm

from cmc_desk.reports.draft_facts import DraftPaper, against_words, meter_words, title, version_words
from cmc_desk.reports.draft_styles import make_wide, number_lines, set_draft_styles, without_lines
from cmc_desk.reports.plain_draft_word import write_clean, write_two_columns
from cmc_desk.reports.tracked_draft_word import write_tracked
from cmc_desk.reports.word import REMARK, add_text, word_bytes, word_paper
from cmc_desk.rules.document_kinds import ProvisionKind
from cmc_desk.rules.papers import Imprint


def redline(content: DraftPaper, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the draft with every change tracked, each under the delegation and the number of the proposal, and with comments.

    Accepting all of them gives the text as proposed, rejecting all of them that of the version before.
    """
    _ = texts.gettext
    document = _paper(content, texts, imprint, _("Tracked changes"))
    _remark(document, meter_words(content.draft.meter, texts))
    _remark(document, against_words(content, texts))
    words = _("Each change stands under the delegation and the number of its proposal; accept or reject it in Word.")
    _remark(document, words)
    write_tracked(document, content, texts, imprint)
    return word_bytes(document)


def clean(content: DraftPaper, texts: NullTranslations, imprint: Imprint, *, undecided: bool = False) -> bytes:
    """Return the text as it stands, its lines numbered, its numbers a list of Word that goes on counting when somebody adds to it.

    What nobody has decided is left out, unless `undecided` asks for it: then all alternatives stand in their brackets.
    """
    document = _paper(content, texts, imprint, texts.gettext("Clean text"))
    for paragraph in document.paragraphs:
        without_lines(paragraph)
    write_clean(document, content, texts, undecided=undecided)
    number_lines(document)
    return word_bytes(document)


def two_columns(content: DraftPaper, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the text on the left and what is proposed for it on the right, with words underlined and struck out."""
    document = _paper(content, texts, imprint, texts.gettext("Text and proposals"), wide=True)
    _remark(document, meter_words(content.draft.meter, texts))
    document.paragraphs[-1].paragraph_format.space_after = Mm(4)
    write_two_columns(document, content, texts)
    return word_bytes(document)


def _paper(content: DraftPaper, texts: NullTranslations, imprint: Imprint, form: str, *, wide: bool = False) -> Any:
    """Return a paper with its head: the meeting, the title of the draft, which version it is and how far it has come."""
    named = content.text.short_title or content.text.title
    document = word_paper(f"{named} · {form}", imprint, texts, language=content.language)
    set_draft_styles(document)
    if wide or content.is_plan:
        make_wide(document)
    add_text(document.add_paragraph(style="Subtitle"), imprint.meeting, style="Strong")
    if imprint.place_and_dates:
        add_text(document.add_paragraph(style="Subtitle"), imprint.place_and_dates)
    if not any(one.provision.kind is ProvisionKind.TITLE for one in content.draft.provisions):
        # A text that has a title of its own begins with it, where it can be changed.
        add_text(document.add_paragraph(style="Title"), title(content))
    _remark(document, f"{form} · {version_words(content, texts)}")
    return document


def _remark(document: Any, words: str) -> None:
    if words:
        add_text(document.add_paragraph(style=REMARK), words)
