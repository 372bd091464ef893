"""Recommendations as lists show them: the number, the sentence in a language, and what became of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.rules.readouts import Recommendation
from cmc_desk.ui.context import Facts
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.chip import ChipKind, ChipLook, chip_width, paint_chip
from cmc_desk.ui.parts.row_list import RowList
from cmc_desk.ui.parts.row_paint import PAD
from cmc_desk.ui.summaries.readout_rows import word
from cmc_desk.ui.summaries.text_layout import laid

_ABOVE, _UNDER, _LOWER = 10, 9, 24
_CHIPS: Mapping[Decided, ChipKind] = {
    Decided.PENDING: "notyet",
    Decided.APPROVED: "good",
    Decided.AMENDED: "half",
    Decided.DEFERRED: "warning",
}


@dataclass(frozen=True, slots=True)
class RecommendationRow:
    """A recommendation, or a document without a number; `aside` says why it was deferred, or in which item it was decided."""

    key: str
    number: int
    sentence: str
    decided: Decided
    chip: ChipLook
    aside: str = ""

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        said = f"{self.number}. {self.sentence}" if self.number else self.sentence
        return " · ".join(part for part in (said, self.chip.text, self.aside) if part)


class RecommendationList(RowList[RecommendationRow]):
    """The sentences of a list in letters of `size` px."""

    def __init__(self, *, name: str, size: int, parent: QWidget | None = None) -> None:
        self._letters = size
        super().__init__(
            self._paint_row,
            key=lambda row: row.key,
            spoken=lambda row: row.spoken,
            name=name,
            height=60,
            measure=self._measure_row,
            parent=parent,
        )

    def set_letters(self, size: int) -> None:
        """Show the sentences larger or smaller."""
        if size != self._letters:
            self._letters = size
            self.scheduleDelayedItemsLayout()
            self.viewport().update()

    def _measure_row(self, row: RecommendationRow, width: int) -> int:
        text = laid(row.sentence, width - 2 * PAD - _number_width(self._letters), self._letters)
        return round(_ABOVE + text.height + _LOWER + _UNDER)

    def _paint_row(self, painter: QPainter, rect: QRectF, row: RecommendationRow, selected: bool) -> None:  # noqa: FBT001
        size, number = self._letters, _number_width(self._letters)
        inner = rect.adjusted(PAD, 0, -PAD, 0)
        head = QRectF(inner.x(), rect.y() + _ABOVE, number, size * 1.36)
        draw.text(painter, head, f"{row.number}." if row.number else "–", size=size, bold=True, tone="sea")
        text = laid(row.sentence, round(rect.width()) - 2 * PAD - number, size)
        settled = row.decided is not Decided.PENDING
        text.paint(painter, QPointF(inner.x() + number, head.y()), tone="slate" if settled else "ink", size=size)
        lower = QRectF(inner.x() + number, head.y() + text.height + 2, inner.width() - number, _LOWER)
        paint_chip(painter, lower, row.chip, selected=selected)
        left = lower.x() + chip_width(row.chip) + 10
        if row.aside and lower.right() - left > 40:
            place = QRectF(left, lower.y(), lower.right() - left, lower.height())
            draw.text(painter, place, row.aside, size=12, tone="slate")


def recommendation_rows(
    facts: Facts, found: Sequence[Recommendation], said: Mapping[str, str]
) -> tuple[RecommendationRow, ...]:
    """Return recommendations as a list shows them; `said` is what each says in the language that is shown."""
    return tuple(map(partial(_row, facts, said), found))


def decided_words(facts: Facts, one: Recommendation) -> str:
    """Return what became of a recommendation, and at which time."""
    words = word(one.decided)
    return f"{words} {facts.clock(one.decided_at)}" if one.decided_at is not None else words


def _row(facts: Facts, said: Mapping[str, str], one: Recommendation) -> RecommendationRow:
    titles = {item.id: item.title for item in facts.agenda}
    reason = _("because: {reason}").format(reason=one.reason) if one.reason else ""
    aside = " · ".join(part for part in (reason, titles.get(one.decided_item, "")) if part)
    sentence = said.get(one.key, "") or _("Nothing was written in this language yet.")
    chip = ChipLook(decided_words(facts, one), _CHIPS[one.decided])
    return RecommendationRow(one.key, one.number, sentence, one.decided, chip, aside)


def _number_width(size: int) -> int:
    return round(size * 2.1)
