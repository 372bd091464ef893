"""The texts of the drafts in the annexes of the report: with everything that was changed and proposed, and as they emerged."""

from collections.abc import Iterator, Sequence
from gettext import NullTranslations

from cmc_desk.reports.outcome_documents import CLEAN, REDLINE
from cmc_desk.reports.outcome_facts import OutcomeFacts, ReportedDocument
from cmc_desk.reports.outcome_words import enumerated
from cmc_desk.rules.document_kinds import DocumentKind, PlanField, ProvisionKind
from cmc_desk.rules.document_words import FIELD_WORDS
from cmc_desk.rules.drafts import ACTIVITY
from cmc_desk.rules.new_cells import with_cells
from cmc_desk.rules.redline import Alternative, Rendered, Run
from cmc_desk.rules.redlines import accepted, taken_away
from cmc_desk.rules.report_blocks import Block, Column, Heading, PageBreak, Redlined, Table
from cmc_desk.rules.word_difference import Kept

# Their heads are longer than a word of other columns.
_LONG_HEADS = frozenset(
    {PlanField.MEANS, PlanField.SCOPE, PlanField.LEAD, PlanField.TIMEFRAME, PlanField.AVAILABLE, PlanField.NEEDED}
)
_WIDEST_HEAD = 3.0
_OF_A_PLAN = frozenset({ProvisionKind.HEADING, ProvisionKind.PLAN_ROW})


def texts_of_drafts(facts: OutcomeFacts, texts: NullTranslations) -> Iterator[Block]:
    """Yield the annex with the texts as they were changed, and that with the texts as they emerged."""
    _ = texts.gettext
    written = [one for one in facts.documents if one.rendered is not None]
    yield Heading(REDLINE, _("Draft texts with what was changed and proposed"), annex=True)
    for document in written:
        yield Heading(f"{REDLINE}/{document.key}", _title(document), level=2, counted=False)
        for rendered in _provisions(document):
            yield from _redlined(facts, document, rendered, texts)
    yield Heading(CLEAN, _("Draft texts as they emerged"), annex=True)
    for document in written:
        if document.kind is DocumentKind.PLAN:
            yield PageBreak(f"{CLEAN}/{document.key}/wide", wide=True)
        yield Heading(f"{CLEAN}/{document.key}", _title(document), level=2, counted=False)
        yield from _clean(document, texts)
        if document.kind is DocumentKind.PLAN:
            yield PageBreak(f"{CLEAN}/{document.key}/upright")


def _provisions(document: ReportedDocument) -> Sequence[Rendered]:
    return document.rendered.provisions if document.rendered is not None else ()


def _redlined(
    facts: OutcomeFacts, document: ReportedDocument, rendered: Rendered, texts: NullTranslations
) -> Iterator[Redlined]:
    provision = rendered.provision
    at = f"{REDLINE}/{document.key}/{provision.key}"
    changed = any(run.kept is not Kept.SAME for run in rendered.runs)
    if provision.kind is ProvisionKind.TITLE and not rendered.alternatives and not changed:
        # It stands in the heading.
        return
    yield Redlined(at, apart(rendered.runs), provision.kind, provision.level, number=_number(provision.label))
    for field, runs in rendered.cells:
        if any(run.kept is not Kept.SAME for run in runs):
            yield Redlined(
                f"{at}/{field}",
                runs,
                ProvisionKind.SUBPARAGRAPH,
                provision.level,
                number=f"{field_words(field, texts)}:",
            )
    for number, one in enumerate(rendered.alternatives, 1):
        if one.proposals:
            yield Redlined(
                f"{at}/{number}",
                apart(with_cells(one.runs, one.cells, lambda name: field_words(name, texts))),
                provision.kind,
                provision.level,
                number=one.opening,
                closing=one.closing,
                note=_who(facts, document, one, texts),
            )


def apart(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return runs with a space between what was removed and what stands in its place, as they are read on paper."""
    found: list[Run] = []
    for run in runs:
        last = found[-1] if found else None
        touches = last is not None and last.kept is Kept.REMOVED and run.kept is Kept.ADDED
        if last is not None and touches and not (last.text[-1:] + run.text[:1]).isspace():
            found.append(Run(" "))
        found.append(run)
    return tuple(found)


def _clean(document: ReportedDocument, texts: NullTranslations) -> Iterator[Block]:
    """Yield a text without marks of change, what nobody has decided in its brackets; the rows of a plan stand in tables."""
    at = f"{CLEAN}/{document.key}"
    shown = [one for one in _provisions(document) if not taken_away(one)]
    if document.kind is DocumentKind.PLAN:
        yield from _plan(at, [one for one in shown if one.provision.kind in _OF_A_PLAN], _fields(document), texts)
        shown = [one for one in shown if one.provision.kind not in _OF_A_PLAN]
    for one in shown:
        provision = one.provision
        if provision.key and provision.kind is not ProvisionKind.TITLE:
            words = (Run(accepted(one.runs)),)
            yield Redlined(
                f"{at}/{provision.key}", words, provision.kind, provision.level, number=_number(provision.label)
            )
        for number, beside in enumerate(_undecided(one, ""), 1):
            yield Redlined(
                f"{at}/{provision.key}/{number}",
                (Run(accepted(beside.runs)),),
                provision.kind,
                provision.level,
                number=beside.opening,
                closing=beside.closing,
            )


def _undecided(rendered: Rendered, field: str) -> Iterator[Alternative]:
    """Yield what is proposed for a field beside its text and was not decided."""
    return (one for one in rendered.alternatives if one.field == field and one.proposals and accepted(one.runs))


def _plan(at: str, provisions: Sequence[Rendered], fields: Sequence[str], texts: NullTranslations) -> Iterator[Table]:
    """Yield a plan as one table: areas and objectives stand over the whole width, indicators under their activity."""
    rows: list[tuple[str, ...]] = []
    bands = []
    for one in provisions:
        provision = one.provision
        if provision.kind is ProvisionKind.HEADING:
            bands.append(len(rows))
            words = " ".join(filter(None, (_number(provision.label), _cell(one, "", texts))))
            rows.append((words, *("" for _place in range(len(fields) + 1))))
        else:
            words = _cell(one, "", texts)
            said = words if provision.level <= ACTIVITY else f"– {words}"
            rows.append((provision.label, said, *(_cell(one, field, texts) for field in fields)))
    if rows:
        yield Table(f"{at}/table", _plan_columns(fields, texts), tuple(rows), bands=tuple(bands))


def _cell(rendered: Rendered, field: str, texts: NullTranslations) -> str:
    """Return what a cell says, and under it what was not decided, a new row with its cells."""

    def called(name: str) -> str:
        return field_words(name, texts)

    said = accepted(dict(rendered.cells).get(field, ()) if field else rendered.runs)
    beside = (
        f"{_before(one.opening)}{accepted(with_cells(one.runs, one.cells, called))}{one.closing}"
        for one in _undecided(rendered, field)
    )
    return "\n".join(filter(None, (said, *beside)))


def _before(opening: str) -> str:
    return opening if opening in ("", "[") else f"{opening} "


def _fields(document: ReportedDocument) -> tuple[str, ...]:
    """Return the cells that any row of a plan says anything in, in the order of plans; what stays in the house is not printed."""
    told = {field for one in _provisions(document) for field, runs in one.cells if accepted(runs)}
    told |= {one.field for rendered in _provisions(document) for one in rendered.alternatives}
    kept_back = {PlanField.NOTES}
    return tuple(field.value for field in PlanField if field.value in told and field not in kept_back)


def _plan_columns(fields: Sequence[str], texts: NullTranslations) -> tuple[Column, ...]:
    _ = texts.gettext
    return (
        _column(_("Code"), 1.0),
        Column(_("Activity and indicators"), 3.6),
        *(_column(field_words(field, texts), 1.9 if field in _LONG_HEADS else 1.5) for field in fields),
    )


def _column(head: str, usual: float) -> Column:
    """Return a column as wide as its cells want it, and so wide that no word of its head is broken."""
    return Column(head, max(usual, min(_WIDEST_HEAD, 0.45 + 0.145 * max(map(len, head.split())))))


def field_words(field: str, texts: NullTranslations) -> str:
    """Return what a column of a plan is called."""
    return texts.gettext(FIELD_WORDS[field])


def _number(label: str) -> str:
    """Return a number as it stands before its text."""
    return label if not label or label.endswith((".", ")")) else f"{label}."


def _title(document: ReportedDocument) -> str:
    """Return the title of a draft as its text has it, else as the meeting calls it."""
    found = (one.provision for one in _provisions(document) if one.provision.kind is ProvisionKind.TITLE)
    return next((one.text for one in found if one.text), document.title)


def _who(facts: OutcomeFacts, document: ReportedDocument, one: Alternative, texts: NullTranslations) -> str:
    """Return the numbers of the proposals for an alternative and, where names stand, who proposed and supports it."""
    _ = texts.gettext
    names, numbers = dict(facts.names), dict(document.numbers)
    said = [enumerated([numbers.get(key, key) for key in one.proposals], texts)]
    if facts.attributed:
        said.append(enumerated([names.get(code, code) for code in one.proposers], texts))
    if one.supporters:
        number = len(one.supporters)
        said.append(texts.ngettext("{number} supports it", "{number} support it", number).format(number=number))
    return f"({'; '.join(filter(None, said))})"
