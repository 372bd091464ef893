"""An alternative in brackets as it is painted: whose it is, what it says, and who stands behind it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.redline import Run
from cmc_desk.ui.documents.laid_runs import LaidRuns, laid_runs, spoken_runs
from cmc_desk.ui.documents.parts import READ, Part, lines_of
from cmc_desk.ui.palette import colour
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.chip import ChipLook, chip_width, paint_chip
from cmc_desk.ui.parts.flag import paint_flag
from cmc_desk.ui.theme import font

_RULE, _LEFT, _RIGHT = 4, 18, 12
_HEAD, _FOOT, _BETWEEN, _TOP = 25, 32, 10, 9
_FLAG, _FLAG_STEP = 18, 21
_LATIN = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies")


@dataclass(frozen=True, slots=True)
class Stand(Part):
    """`backers` are the flags of those behind it, in words and flags; `notes` what else is to be known of it."""

    opening: str = ""
    closing: str = "]"
    runs: tuple[Run, ...] = ()
    proposer: str = ""
    flag: str = ""
    chips: tuple[ChipLook, ...] = ()
    backers: tuple[tuple[str, tuple[str, ...]], ...] = ()
    notes: tuple[ChipLook, ...] = ()
    leading: bool = False
    depth: int = 0

    @property
    def spoken(self) -> str:
        chips = ", ".join(chip.text for chip in (*self.chips, *self.notes))
        behind = ", ".join(words for words, _flags in self.backers)
        said = f"{self.opening} {spoken_runs(self.runs)}{self.closing}"
        return " · ".join(part for part in (self.proposer, chips, said, behind) if part)

    def _laid(self, width: int) -> LaidRuns:
        return laid_runs(self.runs, width - self._indent() - _LEFT - _RIGHT, READ, "", self.closing)

    def _indent(self) -> int:
        return self.depth * 24

    def _feet(self) -> int:
        return max(len(self.backers), 1 if self.notes else 0)

    def guess(self, width: int) -> int:
        lines = lines_of(self.runs, width - self._indent() - _LEFT - _RIGHT)
        return _TOP + _HEAD + lines * 25 + self._tail() + _BETWEEN

    def height(self, width: int) -> int:
        return _TOP + _HEAD + round(self._laid(width).height) + self._tail() + _BETWEEN

    def _tail(self) -> int:
        return 8 + _FOOT + 24 * (self._feet() - 1) if self._feet() else 10

    def changes(self, width: int) -> tuple[float, ...]:
        return tuple(_TOP + _HEAD + y for y in self._laid(width).changes)

    def paint(self, painter: QPainter, area: QRectF, *, chosen: bool = False) -> None:
        box = area.adjusted(self._indent(), 0, 0, -_BETWEEN)
        if self.leading:
            draw.fill(painter, box, "lagoon2")
        draw.across(painter, box.x(), box.right(), box.y())
        draw.fill(painter, QRectF(box.x(), box.y(), _RULE, box.height()), "sea" if self.leading else "indigo")
        if chosen and not self.leading:
            draw.box(painter, box, edge="sea", radius=0)
        self._paint_head(painter, QRectF(box.x() + _LEFT, box.y() + _TOP, box.width() - _LEFT - _RIGHT, _HEAD))
        text = self._laid(int(area.width()))
        at = QPointF(box.x() + _LEFT, box.y() + _TOP + _HEAD)
        text.paint(painter, at)
        foot = QRectF(at.x(), at.y() + text.height + 8, box.width() - _LEFT - _RIGHT, 24)
        self._paint_feet(painter, foot)

    def _paint_head(self, painter: QPainter, area: QRectF) -> None:
        line = area.adjusted(0, 0, 0, -2)
        right = area.right()
        for look in reversed(self.chips):
            width = min(chip_width(look), area.width() / 2)
            paint_chip(painter, QRectF(right - width, line.y(), width, line.height()), look, selected=self.leading)
            right -= width + 6
        x = _paint_opening(painter, line, self.opening)
        if not self.proposer:
            return
        by = _("proposed by")
        wide = draw.text_width(by, font(13))
        if x + wide + 60 < right:
            draw.text(painter, QRectF(x, line.y(), wide + 1, line.height()), by, size=13, tone="slate")
            x += wide + 10
        if self.flag:
            x += paint_flag(painter, x, line.center().y(), self.flag, 21) + 10
        draw.text(painter, QRectF(x, line.y(), max(0.0, right - x), line.height()), self.proposer, size=14, bold=True)

    def _paint_feet(self, painter: QPainter, area: QRectF) -> None:
        right = area.right()
        for look in reversed(self.notes):
            width = chip_width(look)
            paint_chip(painter, QRectF(right - width, area.y(), width, area.height()), look, selected=self.leading)
            right -= width + 6
        for place, (words, flags) in enumerate(self.backers):
            line = area.translated(0, 24 * place)
            end = right if place == 0 else area.right()
            wide = draw.text_width(words, font(12, bold=True))
            draw.text(painter, QRectF(line.x(), line.y(), wide + 1, line.height()), words, size=12, bold=True)
            x = line.x() + wide + 9
            for number, flag in enumerate(flags):
                rest = len(flags) - number
                if x + _FLAG_STEP * (2 if rest > 1 else 1) > end:
                    draw.text(painter, QRectF(x, line.y(), 40, line.height()), f"+{rest}", size=12, tone="slate")
                    break
                paint_flag(painter, x, line.center().y(), flag, _FLAG)
                x += _FLAG_STEP


def backers_of(
    supporters: tuple[str, ...], opponents: tuple[str, ...], reservations: tuple[str, ...]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return in words how many stand where, with their flags; who is nowhere is not said."""
    said = (
        (ngettext("{number} supporter", "{number} supporters", len(supporters)), supporters),
        (ngettext("{number} opposes", "{number} oppose", len(opponents)), opponents),
        (ngettext("{number} reserves", "{number} reserve", len(reservations)), reservations),
    )
    return tuple((words.format(number=len(flags)), flags) for words, flags in said if flags)


def _paint_opening(painter: QPainter, area: QRectF, opening: str) -> float:
    """Draw "[3 bis." in bold, its Latin number in italics; return where it ends."""
    x = area.x()
    painter.setPen(colour("ink"))
    for number, word in enumerate(opening.split(" ")):
        face = font(15, bold=True)
        blank = " " if number else ""
        wide = draw.text_width(blank + word, face)
        slanted = font(15, bold=True)
        if word.rstrip(".") in _LATIN:
            slanted.setItalic(True)
        painter.setFont(slanted)
        painter.drawText(QPointF(x, draw.baseline(area, face)), blank + word)
        x += wide
    return x + 10
