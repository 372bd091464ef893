"""The proposals on a provision as the list shows them: who, what, why, what was answered, and where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import PartyRole, ProposalAction, ProposalDecision
from cmc_desk.rules.proposals import Proposal
from cmc_desk.rules.redline import Rendered, Run
from cmc_desk.ui.context import Facts
from cmc_desk.ui.documents.composed import concern_chips
from cmc_desk.ui.documents.laid_runs import LaidRuns, laid_runs
from cmc_desk.ui.documents.words import FIELDS, action_chip, decision_chip, names_of
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.chip import ChipLook, chip_width, paint_chip
from cmc_desk.ui.parts.flag import paint_flag
from cmc_desk.ui.parts.row_paint import PAD
from cmc_desk.ui.theme import font

ACTS, SECOND_LINE = 42, 34
_ABOVE, _HEAD, _UNDER, _ANSWER, _SIZE = 9, 22, 10, 20, 13


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """A proposal in words; `answers` are (agency, text), `said` is why, or what it wants where nobody said why.

    `set_aside` is what was parked or referred: it is before the meeting still, and can be brought back as it was.
    """

    key: str
    name: str
    who: str
    flag: str
    action: ChipLook
    state: ChipLook
    said: str
    answers: tuple[tuple[str, str], ...] = ()
    notes: tuple[ChipLook, ...] = ()
    live: bool = True
    set_aside: bool = False

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        notes = ", ".join(chip.text for chip in self.notes)
        answers = " · ".join(f"{agency}: {text}" for agency, text in self.answers)
        parts = (self.name, self.who, self.action.text, self.state.text, notes, self.said, answers)
        return " · ".join(part for part in parts if part)


def proposal_rows(facts: Facts, proposals: Sequence[Proposal], shown: Rendered | None) -> tuple[ProposalRow, ...]:
    """Return the proposals on a provision; which of them leads is told by how it is rendered."""
    alternatives = shown.alternatives if shown is not None else ()
    leading = {key for one in alternatives if one.leading for key in one.proposals}
    later = {key for one in alternatives[1:] for key in one.proposals}
    return tuple(_row(facts, one, leading=one.key in leading, alternative=one.key in later) for one in proposals)


def proposal_height(row: ProposalRow, width: int, *, acts: int) -> int:
    """Return how high a row is; the chosen one has room for what can be done with it, `acts` points high."""
    text = _plain(row.said, width - 2 * PAD).height if row.said else 0
    answers = sum(_answer(one, width).height for one in row.answers) + 2 * len(row.answers)
    notes = 24 if row.notes else 0
    return round(_ABOVE + _HEAD + 1 + text + answers + notes + _UNDER + (acts - 4 if acts else 0))


def paint_proposal(painter: QPainter, rect: QRectF, row: ProposalRow, selected: bool) -> None:  # noqa: FBT001 - a RowPainter
    """Draw a row into its place."""
    inner = rect.adjusted(PAD, _ABOVE, -PAD, 0)
    head = QRectF(inner.x(), inner.y(), inner.width(), _HEAD)
    _paint_head(painter, head, row, selected=selected)
    y = head.bottom() + 1
    if row.said:
        text = _plain(row.said, int(inner.width()))
        text.paint(painter, QPointF(inner.x(), y))
        y += text.height
    for one in row.answers:
        y += 2
        answer = _answer(one, int(rect.width()))
        draw.text(painter, QRectF(inner.x(), y, 96, 18), one[0], size=11, bold=True, tone="indigo")
        answer.paint(painter, QPointF(inner.x() + _agency(one[0]), y), tone="slate")
        y += answer.height
    x = inner.x()
    for look in row.notes:
        width = chip_width(look)
        if x + width > inner.right():
            break
        paint_chip(painter, QRectF(x, y + 4, width, 20), look, selected=selected)
        x += width + 6


def _paint_head(painter: QPainter, head: QRectF, row: ProposalRow, *, selected: bool) -> None:
    right = head.right() - chip_width(row.state)
    paint_chip(painter, QRectF(right, head.y(), head.right() - right, _HEAD), row.state, selected=selected)
    number = draw.text_width(row.name, font(_SIZE))
    draw.text(painter, QRectF(head.x(), head.y(), number + 1, _HEAD), row.name, size=_SIZE, tone="slate")
    x = head.x() + number + 8
    if row.flag:
        x += paint_flag(painter, x, head.center().y(), row.flag, 21) + 8
    chip = chip_width(row.action)
    room = right - 8 - x
    who = min(draw.text_width(row.who, font(14, bold=True)) + 1, max(40.0, room - chip - 8))
    draw.text(painter, QRectF(x, head.y(), who, _HEAD), row.who, size=14, bold=True)
    x += who + 8
    if right - 8 - x >= 24:
        paint_chip(painter, QRectF(x, head.y(), min(chip, right - 8 - x), _HEAD), row.action, selected=selected)


def _agency(name: str) -> float:
    return draw.text_width(name, font(11, bold=True)) + 8


def _answer(one: tuple[str, str], width: int) -> LaidRuns:
    agency, text = one
    return _plain(text, round(width - 2 * PAD - _agency(agency)))


def _plain(text: str, width: int) -> LaidRuns:
    return laid_runs((Run(text),), width, _SIZE)


def _row(facts: Facts, one: Proposal, *, leading: bool, alternative: bool) -> ProposalRow:
    proposers = one.of(PartyRole.PROPOSER)
    state = decision_chip(one.decision)
    led = (ChipLook(_("Leading"), "good"),) if leading and one.live else ()
    # Of one that is simply open, leading is the news; of one that was parked or referred, that is.
    if led and one.decision is ProposalDecision.OPEN:
        (state,), led = led, ()
    where = _("{field}: ").format(field=_(FIELDS.get(one.field, one.field))) if one.field else ""
    said = one.rationale or (one.new_text if one.action is not ProposalAction.DELETE else "")
    others = tuple(concern.concern for concern in one.concerns)
    return ProposalRow(
        key=one.key,
        name=one.name,
        who=names_of(proposers, facts.delegation_name),
        flag=facts.flag(proposers[0]) if proposers else "",
        action=action_chip(one.action, alternative=alternative),
        state=state,
        said=f"{where}{said}".strip(),
        answers=tuple((response.agency, response.text) for response in one.responses),
        notes=(*led, *concern_chips(tuple(dict.fromkeys(others)))) if one.live else (),
        live=one.live,
        set_aside=one.decision in (ProposalDecision.BRACKETED, ProposalDecision.REFERRED),
    )
