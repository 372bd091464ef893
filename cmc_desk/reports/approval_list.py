"""The recommendations of the meeting as a paper to approve them by, or to say what became of each; as PDF and as Word."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from gettext import NullTranslations

from cmc_desk.reports.dates import long_date
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.rules.papers import Format, Imprint
from cmc_desk.rules.summary_words import summary_word
from cmc_desk.rules.word_difference import Piece, redlined


@dataclass(frozen=True, slots=True)
class ApprovalLine:
    """A recommendation as it stands now; `proposed` is what it said before it was amended, `at` when it was decided (meeting-local).

    `second` is its text in a second language, and empty where none was written.
    """

    number: int
    text: str
    second: str = ""
    decided: Decided = Decided.PENDING
    at: datetime | None = None
    item: str = ""
    proposed: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ApprovalList:
    """The recommendations in the order of their numbers."""

    language: str
    lines: tuple[ApprovalLine, ...]


def render(content: ApprovalList, form: Format, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the list as PDF or as Word file."""
    if form is Format.DOCX:
        from cmc_desk.reports.approval_word import word

        return word(content, texts, imprint)
    from cmc_desk.reports.approval_pdf import pdf

    return pdf(content, texts, imprint)


def title(content: ApprovalList, texts: NullTranslations) -> str:
    """Return what the paper is called: it is to approve by until nothing waits for a decision any more."""
    if any(line.decided is Decided.PENDING for line in content.lines):
        return texts.gettext("Recommendations for approval")
    return texts.gettext("Recommendations")


def count_words(content: ApprovalList, texts: NullTranslations) -> str:
    """Return how many were decided, and how."""
    if not content.lines:
        return texts.gettext("No recommendation was written yet.")
    counts = Counter(line.decided for line in content.lines)
    return " · ".join(f"{summary_word(decided, texts)}: {counts[decided]}" for decided in Decided if counts[decided])


def decision_words(line: ApprovalLine, texts: NullTranslations) -> str:
    """Return what was decided, and when; nothing while it waits."""
    if line.decided is Decided.PENDING:
        return ""
    words = summary_word(line.decided, texts)
    if line.at is not None:
        words = f"{words}, {long_date(line.at.date(), texts)} {line.at:%H:%M}"
    return words


def changes(line: ApprovalLine) -> tuple[Piece, ...]:
    """Return how what was proposed became what was approved; nothing where it was approved as it stood."""
    return redlined(line.proposed, line.text) if line.proposed and line.proposed != line.text else ()


def changes_label(texts: NullTranslations) -> str:
    """Return what stands before the changes: nobody need guess what a line through a word means."""
    return texts.gettext("Changes (struck: taken out; underlined: added):")


def choices(texts: NullTranslations) -> tuple[str, ...]:
    """Return what can be ticked of a line that waits."""
    return tuple(summary_word(decided, texts) for decided in (Decided.APPROVED, Decided.AMENDED, Decided.DEFERRED))


def remarks(line: ApprovalLine, texts: NullTranslations) -> tuple[str, ...]:
    """Return what else there is to say of a line: why it was deferred, in which item it was decided."""
    _ = texts.gettext
    told = (
        _("Reason: {reason}").format(reason=line.reason) if line.reason else "",
        line.item if line.decided is not Decided.PENDING else "",
    )
    return tuple(words for words in told if words)
