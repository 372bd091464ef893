"""What came of the proposals in figures: by document, delegation, provision and type, how many, and how each was decided."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from gettext import NullTranslations

from cmc_desk.reports.draft_facts import DraftPaper
from cmc_desk.reports.matrix_lines import CommentsMatrix, MatrixLine
from cmc_desk.reports.workbook import WHOLE, Cell, Sheet, SheetColumn
from cmc_desk.rules.document_kinds import PartyRole, ProposalDecision
from cmc_desk.rules.document_words import decision_word


def figures(content: CommentsMatrix, by_draft: Sequence[Sequence[MatrixLine]], texts: NullTranslations) -> Sheet:
    """Return the sheet; a proposal of two delegations counts for each of them, and once for its document."""
    _ = texts.gettext
    columns = (
        SheetColumn(_("Counted by"), "by", 14),
        SheetColumn(_("Document"), "document", 26),
        SheetColumn(_("Entry"), "entry", 30),
        SheetColumn(_("Proposals"), "proposals", 11, WHOLE),
        SheetColumn(_("Pending"), "pending", 11, WHOLE),
        *(SheetColumn(decision_word(decision, texts), decision.value, 11, WHOLE) for decision in ProposalDecision),
    )
    every = [line for lines in by_draft for line in lines]
    named = dict(pair for draft in content.drafts for pair in draft.delegations)
    rows = [_row(_("All"), "", "", every)]
    for draft, lines in zip(content.drafts, by_draft, strict=True):
        rows.append(_row(_("Document"), _of(draft), "", lines))
    totals = len(rows)
    rows += _counted(_("Delegation"), "", every, lambda line: [named.get(code, code) for code in _proposers(line)])
    rows += _counted(_("Type"), "", every, lambda line: [line.kind])
    for draft, lines in zip(content.drafts, by_draft, strict=True):
        rows += _counted(
            _("Provision"), _of(draft), lines, lambda line: [line.provision or _("The whole")], ordered=False
        )
    return Sheet("figures", _("Figures"), columns, tuple(rows), frozen=3, totals=totals)


def _of(draft: DraftPaper) -> str:
    return draft.text.short_title or draft.text.title


def _proposers(line: MatrixLine) -> tuple[str, ...]:
    return line.proposal.of(PartyRole.PROPOSER)


def _counted(
    by: str,
    document: str,
    lines: Sequence[MatrixLine],
    entries: Callable[[MatrixLine], Sequence[str]],
    *,
    ordered: bool = True,
) -> Iterator[tuple[Cell, ...]]:
    found: dict[str, list[MatrixLine]] = {}
    for line in lines:
        for entry in entries(line):
            found.setdefault(entry, []).append(line)
    for entry in sorted(found) if ordered else found:
        yield _row(by, document, entry, found[entry])


def _row(by: str, document: str, entry: str, lines: Sequence[MatrixLine]) -> tuple[Cell, ...]:
    counts = Counter(line.proposal.decision for line in lines)
    pending = sum(line.proposal.live for line in lines)
    return (
        by,
        document or None,
        entry or None,
        len(lines),
        pending,
        *(counts[decision] for decision in ProposalDecision),
    )
