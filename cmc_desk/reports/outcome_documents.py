"""Chapter IV of the report: how far each draft came, what was proposed for it and what became of that, and who has reservations."""

from collections.abc import Iterator, Sequence
from gettext import NullTranslations

from cmc_desk.reports.outcome_facts import OutcomeFacts, ReportedDocument, ReportedProposal, decided_so
from cmc_desk.reports.outcome_proposals import (
    ACCEPTED,
    NOT_ACCEPTED,
    NOTED,
    PENDING,
    action_words,
    channel_words,
    decision_words,
    proposed_words,
)
from cmc_desk.reports.outcome_words import enumerated
from cmc_desk.rules.document_words import DECISION_WORDS
from cmc_desk.rules.quantified import capitalised
from cmc_desk.rules.report_blocks import Block, Column, Heading, Para, Table

REDLINE, CLEAN, MATRIX = "annex-redline", "annex-clean", "annex-matrix"
# What is longer stands in the annex with all proposals, whole.
_LONGEST = 320


def documents(facts: OutcomeFacts, texts: NullTranslations) -> Iterator[Block]:
    """Yield the chapter with a part for each draft that has a text."""
    _ = texts.gettext
    yield Heading("documents", _("Draft documents"))
    for document in facts.documents:
        if document.version or document.proposals:
            yield Heading(f"documents/{document.key}", document.title, level=2)
            yield from _document(facts, document, texts)
    if any(one.rendered is not None for one in facts.documents):
        yield Heading("documents/annexes", _("Full texts"), level=2)
        yield Para(
            "documents/annexes/redline",
            _("The texts with all that was changed and proposed are in annex {place}."),
            refers=REDLINE,
        )
        yield Para("documents/annexes/clean", _("The texts as they emerged are in annex {place}."), refers=CLEAN)
        yield Para("documents/annexes/matrix", _("All proposals, word for word, are in annex {place}."), refers=MATRIX)


def meter_words(document: ReportedDocument, texts: NullTranslations) -> str:
    """Return how many provisions there are and how far they came; the parts add up to the whole."""
    found = document.meter
    parts = [
        words.format(number=number)
        for number, words in (
            (found.agreed, texts.ngettext("{number} is agreed", "{number} are agreed", found.agreed)),
            (
                found.ad_referendum,
                texts.ngettext(
                    "{number} is agreed ad referendum", "{number} are agreed ad referendum", found.ad_referendum
                ),
            ),
            (found.bracketed, texts.ngettext("{number} is in brackets", "{number} are in brackets", found.bracketed)),
            (found.open, texts.ngettext("{number} is open", "{number} are open", found.open)),
        )
        if number
    ]
    whole = texts.ngettext("Of its {number} provision", "Of its {number} provisions", found.whole).format(
        number=found.whole
    )
    said = texts.gettext("{whole}, {parts}.").format(whole=whole, parts=enumerated(parts, texts))
    if not found.brackets:
        return texts.gettext("{sentence} No brackets are left.").format(sentence=said)
    left = texts.ngettext(
        "{number} pair of brackets is left.", "{number} pairs of brackets are left.", found.brackets
    ).format(number=found.brackets)
    return f"{said} {left}"


def _document(facts: OutcomeFacts, document: ReportedDocument, texts: NullTranslations) -> Iterator[Block]:
    _, at = texts.gettext, f"documents/{document.key}"
    if document.version:
        label = document.label or _("Version {number}").format(number=document.version)
        yield Para(f"{at}/version", _("The newest text of this document is “{label}”.").format(label=label))
    if document.meter.whole:
        yield Para(f"{at}/meter", meter_words(document, texts))
    if document.proposals:
        said = f"{channel_words(document.proposals, texts)} {decision_words(document.proposals, texts)}"
        yield Para(f"{at}/proposals", said)
    for key, heading, group in (
        ("accepted", _("Proposals that were accepted or merged"), ACCEPTED),
        ("pending", _("Proposals that were left open or referred"), PENDING),
        ("not-accepted", _("Proposals that were not accepted or were withdrawn"), NOT_ACCEPTED),
        ("noted", _("Questions and comments that were noted"), NOTED),
    ):
        some = decided_so(document.proposals, *group)
        yield Heading(f"{at}/{key}", heading, level=3)
        if some:
            yield _table(facts, f"{at}/{key}/table", some, texts)
    yield Heading(f"{at}/reservations", _("Reservations"), level=3)
    for one in document.proposals:
        for reserved in one.reservations:
            yield Para(
                f"{at}/reservations/{one.key}/{reserved.code}", _reservation(one, reserved.name, reserved.words, texts)
            )


def _table(facts: OutcomeFacts, key: str, proposals: Sequence[ReportedProposal], texts: NullTranslations) -> Table:
    _ = texts.gettext
    columns = [Column(_("No"), 1.0), Column(_("Place"), 0.9)]
    if facts.attributed:
        columns.append(Column(_("Proposed by"), 1.8))
    columns += [Column(_("Support"), 1.2), Column(_("Text"), 4.6), Column(_("Decision"), 1.7)]
    return Table(key, tuple(columns), tuple(_row(facts, one, texts) for one in proposals))


def _row(facts: OutcomeFacts, one: ReportedProposal, texts: NullTranslations) -> tuple[str, ...]:
    _ = texts.gettext
    decision = _(DECISION_WORDS[one.decision])
    if one.merged_into:
        decision = _("Merged into {number}").format(number=one.merged_into)
    text = one.final or proposed_words(one, texts)
    action = action_words(one, texts)
    said = ": ".join(part for part in (action, _cut(text)) if part)
    by = (capitalised(enumerated(one.proposers, texts)),) if facts.attributed else ()
    return (one.number, one.place or "–", *by, str(len(one.supporters)), said, decision)


def _reservation(one: ReportedProposal, name: str, words: str, texts: NullTranslations) -> str:
    _ = texts.gettext
    if one.place:
        said = _("{delegation} reserved its position on provision {place} ({number}).")
    else:
        said = _("{delegation} reserved its position ({number}).")
    said = said.format(delegation=capitalised(name), place=one.place, number=one.number)
    return _("{sentence} It said: “{words}”").format(sentence=said, words=words) if words else said


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
