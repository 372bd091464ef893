"""The changes that were tracked in a file as the proposals that they would become, to be read before they are added."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import ProposalAction
from cmc_desk.rules.drafts import DraftText
from cmc_desk.rules.new_cells import cells_words
from cmc_desk.rules.proposals import NewProposal
from cmc_desk.rules.redlines import render_text
from cmc_desk.ui.context import Facts
from cmc_desk.ui.documents.laid_runs import spoken_runs
from cmc_desk.ui.documents.words import FIELDS, action_chip, named, names_of
from cmc_desk.ui.parts.cells import Cell
from cmc_desk.ui.parts.chip import ChipLook
from cmc_desk.ui.parts.row_model import Column
from cmc_desk.ui.parts.row_table import DENSE, RowTable

NOBODY = "?"
# So many letters of the text stand before its first change.
_BEFORE = 40


@dataclass(frozen=True, slots=True)
class TrackedRow:
    """A proposal that would be added: on which provision, whose, what it does, and the text with what is taken out and put in."""

    number: int
    provision: str
    who: str
    action: ChipLook
    text: str

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        return " · ".join(part for part in (self.provision, self.who, self.action.text, self.text) if part)


def tracked_rows(facts: Facts, text: DraftText, made: Sequence[NewProposal]) -> tuple[TrackedRow, ...]:
    """Return the rows; a proposer that begins with `NOBODY` is an author for whom nobody was chosen yet."""
    return tuple(_row(facts, text, number, one) for number, one in enumerate(made, 1))


def tracked_table(parent: QWidget | None = None) -> RowTable[TrackedRow]:
    """Return the table, with no rows yet."""
    columns: tuple[Column[TrackedRow], ...] = (
        Column(_("Provision"), lambda row: row.provision, width=84, tone="slate"),
        Column(_("Proposed by"), lambda row: row.who, width=190, size=13),
        Column(_("What"), lambda row: row.action, width=112),
        Column(_("Text with its changes"), _shown, tooltip=lambda row: row.text, size=13),
    )
    return RowTable(columns, key=lambda row: row.number, name=_("Proposals in the file"), height=DENSE, parent=parent)


def _row(facts: Facts, text: DraftText, number: int, one: NewProposal) -> TrackedRow:
    provision = text.provision(one.provision) if one.provision else None
    before = provision.said(one.field) if provision is not None else ""
    wanted = "" if one.action is ProposalAction.DELETE else one.new_text
    if one.action in (ProposalAction.MODIFY, ProposalAction.DELETE) and provision is not None:
        words = spoken_runs(render_text(before, wanted))
    else:
        cells = cells_words(one.new_cells, lambda name: _(FIELDS.get(name, name)))
        words = "; ".join((one.new_text or one.rationale, *cells.splitlines()))
    unknown = [code.removeprefix(NOBODY) for code in one.delegations if code.startswith(NOBODY)]
    who = _("{author}: whose?").format(author=unknown[0] or _("nobody named")) if unknown else ""
    return TrackedRow(
        number,
        named(provision) if provision is not None else _("document"),
        who or names_of(one.delegations, facts.delegation_name),
        action_chip(one.action),
        " ".join(words.split()),
    )


def _shown(row: TrackedRow) -> Cell:
    """Return the text from a little before its first change on, so that the change is seen in one line."""
    place = row.text.find("[")
    return f"… {row.text[place - _BEFORE :].partition(' ')[2]}" if place > _BEFORE else row.text
