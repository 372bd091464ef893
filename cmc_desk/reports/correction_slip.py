"""Correction slips: what was noted of each delegation, to be sent back with what was said otherwise; as PDF and as Word."""

from dataclasses import dataclass
from datetime import date, datetime
from gettext import NullTranslations

from cmc_desk.reports.dates import weekday_date
from cmc_desk.rules.note_kind_words import ATTRIBUTION_WORDS, KIND_WORDS
from cmc_desk.rules.note_kinds import Attribution, EntryKind
from cmc_desk.rules.papers import Format, Imprint


@dataclass(frozen=True, slots=True)
class Noted:
    """What was noted of an intervention, in the small markup of the notes; `at` is on the clocks of the meeting."""

    number: int
    at: datetime
    kind: EntryKind
    text: str
    provision: str = ""
    not_attributed: bool = False


@dataclass(frozen=True, slots=True)
class NotedItem:
    """What a delegation said in one item of the agenda."""

    title: str
    day: date
    noted: tuple[Noted, ...]


@dataclass(frozen=True, slots=True)
class Slip:
    """Everything that is on record of one delegation; its interventions are numbered through."""

    delegation: str
    items: tuple[NotedItem, ...]


@dataclass(frozen=True, slots=True)
class CorrectionSlips:
    """A slip for each delegation that said something, in official order; corrections are asked for by `until`."""

    language: str
    until: date
    slips: tuple[Slip, ...]


def render(content: CorrectionSlips, form: Format, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the slips as PDF or as Word file, each delegation on pages of its own."""
    if form is Format.DOCX:
        from cmc_desk.reports.correction_word import word

        return word(content, texts, imprint)
    from cmc_desk.reports.correction_pdf import pdf

    return pdf(content, texts, imprint)


def title(texts: NullTranslations) -> str:
    """Return what the paper is called."""
    return texts.gettext("Your interventions")


def request(content: CorrectionSlips, texts: NullTranslations) -> str:
    """Return what is asked of the delegation."""
    return texts.gettext(
        "This is what was noted of the interventions of your delegation. Corrections of substance reach the secretariat by {date}; what is not corrected stands."
    ).format(date=weekday_date(content.until, texts))


def by_words(content: CorrectionSlips, texts: NullTranslations) -> str:
    """Return by when corrections are asked for."""
    return texts.gettext("Corrections by {date}").format(date=weekday_date(content.until, texts))


def head_words(noted: Noted, texts: NullTranslations) -> str:
    """Return when and as what something was said."""
    words = [f"{noted.at:%H:%M}", texts.gettext(KIND_WORDS[noted.kind])]
    if noted.provision:
        words.append(texts.gettext("on provision {number}").format(number=noted.provision))
    if noted.not_attributed:
        words.append(texts.gettext(ATTRIBUTION_WORDS[Attribution.NOT_FOR_ATTRIBUTION]))
    return " · ".join(words)


def nobody_words(texts: NullTranslations) -> str:
    """Return what stands where nothing was noted."""
    return texts.gettext("Nothing was noted of this delegation.")


def signature_words(texts: NullTranslations) -> tuple[str, ...]:
    """Return what is filled in at the end."""
    _ = texts.gettext
    return (_("Name"), _("Date"), _("Signature"))
