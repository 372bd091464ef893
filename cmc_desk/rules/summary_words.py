"""What sections, forms and states of a summary are called on screen and paper, in whatever language is asked for."""

from gettext import NullTranslations

from cmc_desk.i18n import N_
from cmc_desk.rules.note_kinds import Decided, GroupSection, ReadoutForm, Section, SummaryStatus

Word = Section | GroupSection | ReadoutForm | SummaryStatus | Decided
_WORDS: dict[Word, str] = {
    Section.DECISIONS: N_("Decisions"),
    Section.RECOMMENDATIONS: N_("Recommendations"),
    Section.MAIN_POINTS: N_("Main points"),
    Section.OPEN_POINTS: N_("Open points"),
    Section.NEXT_STEPS: N_("Next steps"),
    GroupSection.KEY_ISSUES: N_("Key issues"),
    GroupSection.DISCUSSION: N_("Discussion"),
    GroupSection.WAY_FORWARD: N_("Way forward"),
    ReadoutForm.DISCUSSION: N_("Discussion summary"),
    ReadoutForm.DAY: N_("Summary of the day"),
    ReadoutForm.GROUP: N_("Working group"),
    SummaryStatus.DRAFT: N_("Draft"),
    SummaryStatus.CIRCULATED: N_("Circulated"),
    SummaryStatus.CORRECTED: N_("Corrected"),
    SummaryStatus.FINAL: N_("Final"),
    Decided.PENDING: N_("Not yet decided"),
    Decided.APPROVED: N_("Approved"),
    Decided.AMENDED: N_("Approved as amended"),
    Decided.DEFERRED: N_("Deferred"),
}


def summary_word(value: Word, texts: NullTranslations) -> str:
    """Return what a section, a form, a status or a decision is called; what is approved here is a recommendation."""
    if value is Decided.APPROVED:
        return texts.pgettext("recommendation", "Approved")
    return texts.gettext(_WORDS[value])


def day_title(number: int, texts: NullTranslations) -> str:
    """Return what the summary of a day of the meeting is called, counted from 1."""
    return texts.gettext("Summary of Day {number}").format(number=number)
