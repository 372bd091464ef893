"""The annexes of the report: the agenda, who took part, the proposals, the texts, the documents and the speakers."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from gettext import NullTranslations

from cmc_desk.reports.dates import day_heading, long_date
from cmc_desk.reports.outcome_attendance import PARTICIPANTS
from cmc_desk.reports.outcome_documents import MATRIX
from cmc_desk.reports.outcome_facts import OutcomeFacts, ReportedItem, ReportedProposal
from cmc_desk.reports.outcome_organisation import AGENDA, DOCUMENTS
from cmc_desk.reports.outcome_proceedings import chapters, span_words
from cmc_desk.reports.outcome_proposals import action_words, became, proposed_words, told
from cmc_desk.reports.outcome_texts import texts_of_drafts
from cmc_desk.reports.outcome_words import enumerated
from cmc_desk.reports.participants import (
    ListedDelegation,
    function_words,
    head_words,
    name_words,
    nobody_words,
    sections,
)
from cmc_desk.reports.participants import notes as notes_of_list
from cmc_desk.rules.agenda import ItemState
from cmc_desk.rules.document_words import CHANNEL_WORDS, DOCUMENT_WORDS, TYPE_WORDS
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.rules.quantified import capitalised
from cmc_desk.rules.report_blocks import Block, Column, Heading, Look, PageBreak, Para, Side, Table

SPEAKERS = "annex-speakers"


def annexes(facts: OutcomeFacts, texts: NullTranslations) -> Iterator[Block]:
    """Yield the annexes in their order."""
    yield from _agenda(facts, texts)
    yield from _participants(facts, texts)
    yield from _matrix(facts, texts)
    yield from texts_of_drafts(facts, texts)
    yield from _documents(facts, texts)
    yield from _speakers(facts, texts)


def _agenda(facts: OutcomeFacts, texts: NullTranslations) -> Iterator[Block]:
    _ = texts.gettext
    yield Heading(AGENDA, _("Agenda, planned and actual"), annex=True)
    ran = any(item.started is not None for item in facts.items)
    columns = [Column(_("Planned"), 1.5)]
    if ran:
        columns.append(Column(_("Actual"), 1.5))
    columns.append(Column(_("Item"), 6.0))
    for number, day in enumerate(facts.days, 1):
        items = [item for item in facts.items if item.day == day]
        if items:
            yield Heading(f"{AGENDA}/{number}", day_heading(day, texts), level=2, counted=False)
            rows = tuple(_agenda_row(item, texts, ran=ran) for item in items)
            yield Table(f"{AGENDA}/{number}/table", tuple(columns), rows)


def _agenda_row(item: ReportedItem, texts: NullTranslations, *, ran: bool) -> tuple[str, ...]:
    title = f"{item.title} ({item.room})" if item.room else item.title
    planned = span_words(item.starts, item.ends)
    if not ran:
        return planned, title
    if item.state is ItemState.SKIPPED:
        return planned, texts.gettext("not taken up"), title
    return planned, span_words(item.started, item.ended), title


def _participants(facts: OutcomeFacts, texts: NullTranslations) -> Iterator[Block]:
    _ = texts.gettext
    found = facts.participants
    yield Heading(PARTICIPANTS, _("List of participants"), annex=True)
    if found.delegations:
        said = " ".join(notes_of_list(found, texts))
        yield Para(f"{PARTICIPANTS}/notes", said, look=Look.REMARK, open=False)
    columns = (Column(_("Name"), 3.0), Column(_("Function and institution"), 6.0))
    for number, (heading, delegations) in enumerate(sections(found, texts), 1):
        yield Heading(f"{PARTICIPANTS}/{number}", heading, level=2, counted=False)
        rows: list[tuple[str, ...]] = []
        bands = []
        for delegation in delegations:
            bands.append(len(rows))
            rows.append((delegation.name, ""))
            rows += _listed(delegation, texts)
        yield Table(f"{PARTICIPANTS}/{number}/table", columns, tuple(rows), bands=tuple(bands))


def _listed(delegation: ListedDelegation, texts: NullTranslations) -> Iterator[tuple[str, ...]]:
    """Yield a row for everybody of a delegation who agreed to be listed."""
    if not delegation.people:
        yield nobody_words(texts), "–"
    for one in delegation.people:
        words = (head_words(texts) if one.head else "", function_words(one))
        yield name_words(one, texts), ". ".join(filter(None, words)) or "–"


def _matrix(facts: OutcomeFacts, texts: NullTranslations) -> Iterator[Block]:
    _ = texts.gettext
    if not facts.proposals:
        return
    yield PageBreak(f"{MATRIX}-wide", wide=True)
    yield Heading(MATRIX, _("Comments and proposals"), annex=True)
    columns = [Column(_("No"), 0.9), Column(_("Place"), 0.9)]
    if facts.attributed:
        columns.append(Column(_("Delegations"), 1.9))
    columns += [
        Column(_("Type and way"), 1.3),
        Column(_("Proposed text"), 3.9),
        Column(_("Rationale"), 2.4),
        Column(_("Answer"), 2.4),
        Column(_("Decision"), 1.7),
    ]
    for document in facts.documents:
        if document.proposals:
            yield Heading(f"{MATRIX}/{document.key}", document.title, level=2, counted=False)
            rows = tuple(_matrix_row(facts, one, texts) for one in document.proposals)
            yield Table(f"{MATRIX}/{document.key}/table", tuple(columns), rows)
    yield PageBreak(f"{MATRIX}-upright")


def _matrix_row(facts: OutcomeFacts, one: ReportedProposal, texts: NullTranslations) -> tuple[str, ...]:
    _ = texts.gettext
    by = []
    if facts.attributed:
        said = [capitalised(enumerated(one.proposers, texts))]
        if one.supporters:
            said.append(_("supported by {names}").format(names=enumerated(one.supporters, texts)))
        by.append("; ".join(filter(None, said)))
    proposed = told(action_words(one, texts), proposed_words(one, texts), texts)
    if one.final and one.final != one.text:
        proposed = _("{proposed}\nFinal text: {final}").format(proposed=proposed, final=one.final)
    return (
        one.number,
        one.place or "–",
        *by,
        f"{_(TYPE_WORDS[one.kind])}, {_(CHANNEL_WORDS[one.channel]).lower()}",
        proposed,
        one.rationale or "–",
        " ".join(told(agency, answer, texts) for agency, answer in one.responses) or "–",
        ". ".join(filter(None, (became(one, texts), one.words))),
    )


def _documents(facts: OutcomeFacts, texts: NullTranslations) -> Iterator[Block]:
    _ = texts.gettext
    if not facts.documents:
        return
    yield Heading(DOCUMENTS, _("List of documents"), annex=True)
    symbols = any(one.symbol for one in facts.documents)
    columns = [
        Column(_("Document"), 4.0),
        Column(_("Kind"), 1.8),
        Column(_("Newest text"), 1.7),
        Column(_("Status"), 2.6),
    ]
    if symbols:
        columns.insert(0, Column(_("Symbol"), 2.3))
    rows = []
    for one in facts.documents:
        standing = _standing(one.decided, texts)
        if one.at is not None:
            standing = f"{standing}, {long_date(one.at.date(), texts)}"
        label = one.label or (_("Version {number}").format(number=one.version) if one.version else "–")
        row = (one.title, _(DOCUMENT_WORDS[one.kind]), label, standing)
        rows.append((one.symbol or "–", *row) if symbols else row)
    yield Table(f"{DOCUMENTS}/table", tuple(columns), tuple(rows))


def _standing(decided: Decided, texts: NullTranslations) -> str:
    return {
        Decided.PENDING: texts.pgettext("document", "Not decided"),
        Decided.APPROVED: texts.pgettext("document", "Approved"),
        Decided.AMENDED: texts.pgettext("document", "Approved as amended"),
        Decided.DEFERRED: texts.pgettext("document", "Deferred"),
    }[decided]


def _speakers(facts: OutcomeFacts, texts: NullTranslations) -> Iterator[Block]:
    """Yield who spoke under each item, in the order of the first time; nothing where nobody is named."""
    _ = texts.gettext
    if not facts.attributed:
        return
    yield Heading(SPEAKERS, _("Speakers by item"), annex=True)
    for item, parts in chapters(facts):
        spoke: dict[str, list[tuple[int, timedelta | None]]] = {}
        for part in parts:
            for one in part.speakers:
                spoke.setdefault(one.name, []).append((one.times, one.spoken))
        if not spoke:
            continue
        timed = any(spent is not None for some in spoke.values() for _times, spent in some)
        columns = [Column(_("Delegation"), 5.0), Column(texts.pgettext("speeches", "Times"), 1.4, Side.RIGHT)]
        if timed:
            columns.append(Column(_("Minutes"), 1.2, Side.RIGHT))
        yield Heading(f"{SPEAKERS}/{item.key}", item.title, level=2, counted=False)
        rows = tuple(_speaker_row(name, some, timed=timed) for name, some in spoke.items())
        yield Table(f"{SPEAKERS}/{item.key}/table", tuple(columns), rows)


def _speaker_row(name: str, some: Sequence[tuple[int, timedelta | None]], *, timed: bool) -> tuple[str, ...]:
    spent = [one for _number, one in some if one is not None]
    # Where a clock ran it knows how often somebody spoke better than the notes do.
    times = str(sum(number for number, one in some if one is not None or not spent))
    if not timed:
        return capitalised(name), times
    seconds = round(sum(spent, timedelta()).total_seconds())
    return capitalised(name), times, f"{seconds // 60}:{seconds % 60:02}" if spent else "–"
