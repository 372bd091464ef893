"""The summary and chapter I of the report: what came of the meeting, first of all and in figures that the chapters have too."""

from collections.abc import Iterator, Sequence
from gettext import NullTranslations

from cmc_desk.reports.outcome_attendance import attendance_sentence
from cmc_desk.reports.outcome_facts import OutcomeFacts, Recommended, ReportedDocument
from cmc_desk.reports.outcome_proceedings import AGREED, chapters, key_of
from cmc_desk.reports.outcome_proposals import channel_words, decision_words
from cmc_desk.reports.outcome_words import enumerated
from cmc_desk.rules.meeting import ItemKind
from cmc_desk.rules.note_kinds import Decided, Section
from cmc_desk.rules.note_markup import plain
from cmc_desk.rules.report_blocks import Block, Bullets, Column, Heading, Look, Para, Table

# So many outcomes at most stand in a summary that is to be one page.
MOST_OUTCOMES = 8
_ENOUGH = 5
_APPROVED = (Decided.APPROVED, Decided.AMENDED)


def summary(facts: OutcomeFacts, texts: NullTranslations) -> Iterator[Block]:
    """Yield the summary: who met, what was before the meeting, and five to eight things that came of it."""
    _ = texts.gettext
    yield Heading("summary", _("Summary"), counted=False)
    if facts.people:
        yield Para("summary/attendance", attendance_sentence(facts, texts))
    if facts.documents:
        yield Para("summary/documents", _documents(facts.documents, texts))
    if facts.proposals:
        said = f"{channel_words(facts.proposals, texts)} {decision_words(facts.proposals, texts)}"
        yield Para("summary/proposals", said)
    if facts.recommendations:
        yield Para("summary/recommendations", recommendation_counts(facts, texts))
    outcomes = _outcomes(facts)
    if outcomes:
        yield Para("summary/outcomes", _("The main outcomes of the meeting were these:"))
        yield Bullets("summary/outcomes/list", tuple(outcomes), tuple(map(tuple, outcomes.values())))


def results(facts: OutcomeFacts, texts: NullTranslations) -> Iterator[Block]:
    """Yield chapter I: what became of the documents, and every recommendation with what was decided of it."""
    _ = texts.gettext
    yield Heading("outcomes", _("Recommendations and agreed outcomes"))
    yield Heading("outcomes/documents", _("Draft documents"), level=2)
    for document in facts.documents:
        if document.version or document.decided is not Decided.PENDING:
            yield Para(f"outcomes/documents/{document.key}", document_words(document, texts))
    yield Heading("outcomes/recommendations", _("Recommendations"), level=2)
    if facts.recommendations:
        yield Para("outcomes/recommendations/counts", recommendation_counts(facts, texts))
    for one in facts.decided(*_APPROVED):
        yield Para(f"outcomes/recommendations/{one.key}", _recommended(one, texts), look=Look.CONCLUSION, open=False)
    for key, heading, decided in (
        ("deferred", _("Recommendations that were deferred"), Decided.DEFERRED),
        ("pending", _("Recommendations that were not decided"), Decided.PENDING),
    ):
        yield Heading(f"outcomes/{key}", heading, level=2)
        for one in facts.decided(decided):
            yield Para(f"outcomes/{key}/{one.key}", _recommended(one, texts), open=False)
    yield Heading("outcomes/agreed", _("Agreed under the items of the agenda"), level=2)
    yield from _agreed(facts, texts)


def _agreed(facts: OutcomeFacts, texts: NullTranslations) -> Iterator[Table]:
    """Yield a table of what was decided and recommended in the discussions, item by item under their titles, if anything was."""
    formal = {one.text for one in facts.recommendations}
    rows: list[tuple[str, ...]] = []
    sources: list[tuple[str, ...]] = []
    bands = []
    for item, parts in chapters(facts):
        lines = [line for part in parts for line in part.lines if line.section in AGREED and line.text not in formal]
        if lines:
            bands.append(len(rows))
            rows += [(item.title,), *((plain(line.text),) for line in lines)]
            sources += [(), *((key_of(item, line),) for line in lines)]
    if rows:
        columns = (Column(texts.gettext("What was agreed or recommended"), 1.0),)
        yield Table("outcomes/agreed/table", columns, tuple(rows), bands=tuple(bands), sources=tuple(sources))


def recommendation_counts(facts: OutcomeFacts, texts: NullTranslations) -> str:
    """Return how many recommendations were before the meeting, and what it did with them."""
    number = len(facts.recommendations)
    whole = texts.ngettext(
        "{number} recommendation was before the meeting", "{number} recommendations were before the meeting", number
    ).format(number=number)
    approved, amended = (len(facts.decided(one)) for one in _APPROVED)
    deferred, pending = len(facts.decided(Decided.DEFERRED)), len(facts.decided(Decided.PENDING))
    parts = [
        words.format(number=count)
        for count, words in (
            (
                approved,
                texts.ngettext("{number} was approved as it stood", "{number} were approved as they stood", approved),
            ),
            (amended, texts.ngettext("{number} was approved as amended", "{number} were approved as amended", amended)),
            (deferred, texts.ngettext("{number} was deferred", "{number} were deferred", deferred)),
            (pending, texts.ngettext("{number} was not decided", "{number} were not decided", pending)),
        )
        if count
    ]
    return texts.gettext("{whole}: {parts}.").format(whole=whole, parts=enumerated(parts, texts))


def document_words(document: ReportedDocument, texts: NullTranslations) -> str:
    """Return in a sentence what the meeting did with a draft."""
    _ = texts.gettext
    said = {
        Decided.APPROVED: _("The meeting approved the draft “{title}” as it stood."),
        Decided.AMENDED: _("The meeting approved the draft “{title}” as amended."),
        Decided.DEFERRED: _("The meeting deferred its decision on the draft “{title}”."),
        Decided.PENDING: _("The meeting considered the draft “{title}”; nothing was decided on it as a whole."),
    }[document.decided].format(title=document.title)
    return f"{said} {_ended(document.reason)}" if document.reason else said


def _documents(documents: Sequence[ReportedDocument], texts: NullTranslations) -> str:
    _ = texts.gettext
    number = len(documents)
    before = texts.ngettext(
        "The meeting had {number} draft document before it: {titles}.",
        "The meeting had {number} draft documents before it: {titles}.",
        number,
    ).format(number=number, titles=enumerated([one.title for one in documents], texts, comma=";"))
    agreed = sum(one.agreed for one in documents)
    deferred = sum(one.decided is Decided.DEFERRED for one in documents)
    parts = [
        words.format(number=count)
        for count, words in (
            (
                agreed,
                texts.ngettext("It approved it.", "It approved all of them.", number)
                if agreed == number
                else texts.ngettext("It approved {number} of them.", "It approved {number} of them.", agreed),
            ),
            (
                deferred,
                texts.ngettext(
                    "It deferred its decision on {number}.", "It deferred its decision on {number}.", deferred
                ),
            ),
        )
        if count
    ]
    return " ".join((before, *parts))


def _outcomes(facts: OutcomeFacts) -> dict[str, list[str]]:
    """Return the recommendations that were approved; where there are few, what was decided under the items after them.

    What was decided has the keys of the paragraphs that say so, each of which may be written by hand.
    """
    said: dict[str, list[str]] = {f"R{one.number}. {plain(one.text)}": [] for one in facts.decided(*_APPROVED)}
    if len(said) < _ENOUGH:
        chapter = {part.key: item for item, parts in chapters(facts) for part in parts}
        for item in facts.items:
            for line in item.lines if item.kind is not ItemKind.OPENING else ():
                if line.section is Section.DECISIONS:
                    keys = said.setdefault(plain(line.text), [])
                    keys += [key_of(chapter[item.key], line)] if item.key in chapter else []
    return dict(list(said.items())[:MOST_OUTCOMES])


def _recommended(one: Recommended, texts: NullTranslations) -> str:
    _ = texts.gettext
    words = f"*R{one.number}.* {one.text}"
    remarks = []
    if one.decided is Decided.AMENDED:
        remarks.append(_("Approved as amended."))
    if one.reason:
        remarks.append(_ended(one.reason))
    return f"{words} ({' '.join(remarks)})" if remarks else words


def _ended(text: str) -> str:
    said = text.strip()
    return said if said.endswith((".", "!", "?", "…")) else f"{said}."
