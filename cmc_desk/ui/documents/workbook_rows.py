"""What a workbook that came back would do, a sentence for each row of it: refused, new, changed, to be known, as it was."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext, pgettext
from cmc_desk.rules.document_kinds import ProposalDecision, ProposalType
from cmc_desk.rules.matrix_import import column_words
from cmc_desk.rules.matrix_rows import MatrixNew, MatrixPreview
from cmc_desk.rules.plan_columns import PLAN_HEADINGS
from cmc_desk.rules.plan_rows import PlanPreview
from cmc_desk.ui.context import Facts
from cmc_desk.ui.documents.words import TYPES, decision_chip, names_of
from cmc_desk.ui.parts.chip import ChipLook
from cmc_desk.ui.parts.row_model import Column
from cmc_desk.ui.parts.row_table import DENSE, RowTable

_LISTS = ("delegations", "supporters", "opponents")


@dataclass(frozen=True, slots=True)
class WorkbookRow:
    """A row of the file, or what is to be known of all of it, in one sentence."""

    number: int
    state: ChipLook
    where: str
    sentence: str

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        return " · ".join(part for part in (self.state.text, self.where, self.sentence) if part)


def workbook_rows(facts: Facts, preview: MatrixPreview | PlanPreview) -> tuple[WorkbookRow, ...]:
    """Return what a file would do, row by row: what is refused first, for nothing is taken over before that is mended."""
    told = [
        *_refused(preview),
        *(_of_matrix(facts, preview) if isinstance(preview, MatrixPreview) else _of_plan(preview)),
    ]
    told += [(ChipLook(_("To be known"), "info"), "", sentence) for sentence in preview.told]
    if preview.unchanged:
        words = ngettext("{number} row is as it was.", "{number} rows are as they were.", preview.unchanged)
        told.append((ChipLook(_("Unchanged"), "absent"), "", words.format(number=preview.unchanged)))
    return tuple(WorkbookRow(number, *one) for number, one in enumerate(told, 1))


def counted(preview: MatrixPreview | PlanPreview) -> str:
    """Return how many rows are new, changed, unchanged and refused."""
    new, changed, refused = len(preview.new), len(preview.changes), len(preview.problems)
    return " · ".join(
        (
            ngettext("{number} new", "{number} new", new).format(number=new),
            ngettext("{number} changed", "{number} changed", changed).format(number=changed),
            ngettext("{number} unchanged", "{number} unchanged", preview.unchanged).format(number=preview.unchanged),
            ngettext("{number} refused", "{number} refused", refused).format(number=refused),
        )
    )


def workbook_table(parent: QWidget | None = None) -> RowTable[WorkbookRow]:
    """Return the table, with no rows yet."""
    columns: tuple[Column[WorkbookRow], ...] = (
        Column(_("What it does"), lambda row: row.state, width=128),
        Column(_("Where"), lambda row: row.where, width=150, size=12, tone="slate"),
        Column(
            _("In one sentence"), lambda row: " ".join(row.sentence.split()), tooltip=lambda row: row.sentence, size=13
        ),
    )
    return RowTable(columns, key=lambda row: row.number, name=_("Rows of the workbook"), height=DENSE, parent=parent)


_Told = tuple[ChipLook, str, str]


def _refused(preview: MatrixPreview | PlanPreview) -> Iterator[_Told]:
    yield from ((ChipLook(_("Refused"), "blocks"), "", sentence) for sentence in preview.problems)


def _of_matrix(facts: Facts, preview: MatrixPreview) -> Iterator[_Told]:
    for one in preview.new:
        yield ChipLook(_("New"), "walkin"), one.where, _new_words(facts, one)
    for change in preview.changes:
        cells = "; ".join(
            _("{column}: “{text}”").format(column=column_words(name), text=_said(facts, name, text))
            for name, text in change.cells.items()
        )
        yield ChipLook(pgettext("row", "Changed"), "half"), change.where, f"{change.name} · {cells}"


def _new_words(facts: Facts, one: MatrixNew) -> str:
    wanted = one.proposal
    who = names_of(wanted.delegations, facts.delegation_name)
    return _("{who}: “{text}”").format(who=who, text=wanted.new_text or wanted.rationale)


def _said(facts: Facts, name: str, text: str) -> str:
    """Return what a cell says in words; codes and choices are kept by their own names."""
    if name == "status":
        return decision_chip(ProposalDecision(text)).text
    if name == "kind":
        return _(TYPES[ProposalType(text)])
    if name in _LISTS:
        return ", ".join(map(facts.delegation_name, text.split()))
    return text


def _of_plan(preview: PlanPreview) -> Iterator[_Told]:
    for one in preview.new:
        words = " ".join(part for part in (one.read.label, one.read.text) if part)
        yield ChipLook(_("New"), "walkin"), one.where, words
    for change in preview.changes:
        words = _("{name}, {column}: “{before}” becomes “{after}”").format(
            name=change.name, column=_(PLAN_HEADINGS[change.column]), before=change.before, after=change.after
        )
        yield ChipLook(pgettext("row", "Changed"), "half"), change.where, words
