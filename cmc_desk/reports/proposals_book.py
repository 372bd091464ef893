"""The proposals as a workbook for the organisers: a line for each with how it went, who stands where, the answers, and figures."""

from collections.abc import Iterator
from dataclasses import dataclass
from gettext import NullTranslations

from cmc_desk.reports.draft_facts import DraftPaper
from cmc_desk.reports.matrix_figures import figures
from cmc_desk.reports.matrix_lines import CommentsMatrix, MatrixLine, matrix_lines
from cmc_desk.reports.travel_book import naive, travel_book
from cmc_desk.reports.workbook import INSTANT, WHOLE, Cell, Redline, Sheet, SheetColumn
from cmc_desk.rules.document_kinds import PartyRole
from cmc_desk.rules.document_words import ROLE_WORDS
from cmc_desk.rules.matrix_columns import HEADINGS
from cmc_desk.rules.papers import Format, Imprint

ItemTitles = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ProposalsBook:
    """Drafts with all that was proposed for them, and the titles of the items of the agenda that proposals name."""

    language: str
    drafts: tuple[DraftPaper, ...]
    items: ItemTitles = ()


def render(content: ProposalsBook, form: Format, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the proposals as .xlsx."""
    del form
    return travel_book(title(texts), proposal_sheets(content, texts), texts, imprint)


def title(texts: NullTranslations) -> str:
    """Return what the paper is called."""
    return texts.gettext("Proposals for the draft documents")


def proposal_sheets(content: ProposalsBook, texts: NullTranslations) -> tuple[Sheet, ...]:
    """Return the sheets, for this workbook or for one with more in it."""
    matrix = CommentsMatrix(content.language, content.drafts)
    by_draft = matrix_lines(matrix, texts)
    pairs = [(draft, line) for draft, lines in zip(content.drafts, by_draft, strict=True) for line in lines]
    pairs.sort(key=lambda pair: pair[1].proposal.number)
    return (
        _proposals(content, pairs, texts),
        _parties(pairs, texts),
        _answers(pairs, texts),
        figures(matrix, by_draft, texts),
    )


def _proposals(content: ProposalsBook, pairs: list[tuple[DraftPaper, MatrixLine]], texts: NullTranslations) -> Sheet:
    _ = texts.gettext
    columns = (
        SheetColumn(_(HEADINGS["number"]), "number", 8),
        SheetColumn(_(HEADINGS["document"]), "document", 22),
        SheetColumn(_(HEADINGS["provision"]), "provision", 12),
        SheetColumn(_(HEADINGS["cell"]), "cell", 14),
        SheetColumn(_(HEADINGS["delegations"]), "delegations", 20),
        SheetColumn(_(HEADINGS["action"]), "action", 11),
        SheetColumn(_(HEADINGS["kind"]), "kind", 13),
        SheetColumn(_(HEADINGS["status"]), "status", 16),
        SheetColumn(_(HEADINGS["redline"]), "redline", 50, lines=True),
        SheetColumn(_(HEADINGS["proposed"]), "proposed", 40, lines=True),
        SheetColumn(_(HEADINGS["row"]), "row", 24, lines=True),
        SheetColumn(_(HEADINGS["final"]), "final", 36, lines=True),
        SheetColumn(_(HEADINGS["channel"]), "channel", 13),
        SheetColumn(_(HEADINGS["received"]), "received", 19, INSTANT),
        SheetColumn(_("In item"), "item", 26),
        SheetColumn(_(HEADINGS["decided"]), "decided", 19, INSTANT),
        SheetColumn(_("Decided in item"), "decided_item", 26),
        SheetColumn(_("What was said of it"), "decision_words", 30),
        SheetColumn(_("Merged into"), "merged_into", 10),
        SheetColumn(_("In draft"), "applied_in", 8, WHOLE),
        SheetColumn(_("Supporters"), "supporters", 11, WHOLE),
        SheetColumn(_("Opponents"), "opponents", 11, WHOLE),
        SheetColumn(_(HEADINGS["reservations"]), "reservations", 12, WHOLE),
        SheetColumn(_("Answers"), "answers", 9, WHOLE),
        SheetColumn(_(HEADINGS["rationale"]), "rationale", 40, lines=True),
        SheetColumn(_(HEADINGS["concerns"]), "concerns", 22, lines=True),
    )
    items = dict(content.items)
    rows = tuple(_proposal(draft, line, items) for draft, line in pairs)
    return Sheet("proposals", _("Proposals"), columns, rows, frozen=3, tall=True)


def _proposal(draft: DraftPaper, line: MatrixLine, items: dict[str, str]) -> tuple[Cell, ...]:
    one = line.proposal
    into = draft.proposal(one.merged_into) if one.merged_into else None
    return (
        *(line.number, line.document, line.provision or None, line.cell or None, line.delegations or None),
        *(line.action, line.kind, line.status, Redline(line.pieces) if line.pieces else None, line.proposed or None),
        *(line.row or None, line.final or None, line.channel, line.received, items.get(one.item), line.decided),
        *(items.get(one.decided_item), one.decision_words or None, into.name if into is not None else None),
        *(one.applied_in or None, *(len(one.of(role)) for role in _COUNTED), len(one.responses)),
        *(line.rationale or None, line.concerns or None),
    )


_COUNTED = (PartyRole.SUPPORTER, PartyRole.OPPONENT, PartyRole.RESERVATION)


def _parties(pairs: list[tuple[DraftPaper, MatrixLine]], texts: NullTranslations) -> Sheet:
    _ = texts.gettext
    columns = (
        SheetColumn(_(HEADINGS["number"]), "number", 8),
        SheetColumn(_(HEADINGS["document"]), "document", 22),
        SheetColumn(_(HEADINGS["provision"]), "provision", 12),
        SheetColumn(_("Delegation"), "delegation", 28),
        SheetColumn(_("Where it stands"), "role", 20),
        SheetColumn(_("Words"), "words", 60, lines=True),
    )

    def rows() -> Iterator[tuple[Cell, ...]]:
        for draft, line in pairs:
            for party in line.proposal.parties:
                role = texts.gettext(ROLE_WORDS[party.role])
                name = draft.name(party.delegation)
                yield (line.number, line.document, line.provision or None, name, role, party.words or None)

    return Sheet("parties", _("Who stands where"), columns, tuple(rows()), frozen=3, tall=True)


def _answers(pairs: list[tuple[DraftPaper, MatrixLine]], texts: NullTranslations) -> Sheet:
    _ = texts.gettext
    columns = (
        SheetColumn(_(HEADINGS["number"]), "number", 8),
        SheetColumn(_(HEADINGS["document"]), "document", 22),
        SheetColumn(_(HEADINGS["provision"]), "provision", 12),
        SheetColumn(_("Who answers"), "agency", 16),
        SheetColumn(_("Answer"), "text", 70, lines=True),
        SheetColumn(_("Written by"), "by", 24),
        SheetColumn(_("Written at"), "at", 19, INSTANT),
    )
    rows = tuple(
        (line.number, line.document, line.provision or None, one.agency, one.text, one.by, naive(draft.local(one.at)))
        for draft, line in pairs
        for one in line.proposal.responses
    )
    return Sheet("answers", _("Answers"), columns, rows, frozen=3, tall=True)
