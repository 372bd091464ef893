"""The strip of an allowance: a column for each day with gross, what is taken off, net, and why; a chosen day explains itself."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmc_desk.i18n import chosen_language, texts
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.allowance_words import provided_words
from cmc_desk.rules.allowances import Allowance, AllowanceDay
from cmc_desk.rules.money import figure
from cmc_desk.ui.days import day_words
from cmc_desk.ui.parts import draw
from cmc_desk.ui.theme import font

_COLUMNS, _LINE, _HIGH, _ROW = 4, 16, 98, 22
_SMALL = 11
# Of what is provided, a line more.
_MORE = 14
# The room at the edges of the strip, and beside the lines between its columns.
_FIRST, _SIDE, _LAST = 16, 9, 14
# Where the figures of a row end, and what is provided begins.
_FIGURES = 246


class AllowanceStrip(QWidget):
    """Arrows choose a day, Enter settles what is provided on it; more than four days stand beneath one another."""

    chosen = Signal(object)
    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[AllowanceDay, ...] = ()
        self._currency = ""
        self._place = -1
        self.setAccessibleName(_("Allowance by day"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_allowance(self, allowance: Allowance | None) -> None:
        """Show an allowance, or nothing."""
        days = allowance.days if allowance is not None else ()
        if tuple(day.date for day in days) != tuple(day.date for day in self._days):
            self._place = -1
        self._days = days
        self._currency = allowance.currency if allowance is not None else ""
        self.setVisible(bool(days))
        self._say()
        self.updateGeometry()
        self.update()

    def day(self) -> AllowanceDay | None:
        """Return the chosen day."""
        return self._days[self._place] if 0 <= self._place < len(self._days) else None

    def choose(self, place: int) -> None:
        """Choose a day by its number from 0."""
        self._place = max(-1, min(len(self._days) - 1, place))
        self._say()
        self.chosen.emit(self.day())
        self.update()

    def _say(self) -> None:
        day = self.day()
        words = (
            [_spoken(day, self._currency), *day.why] if day else [_spoken(one, self._currency) for one in self._days]
        )
        self.setAccessibleDescription(". ".join(words))

    @property
    def _in_rows(self) -> bool:
        return len(self._days) > _COLUMNS

    def sizeHint(self) -> QSize:
        return QSize(332, self._high)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def _area(self, place: int) -> QRectF:
        if self._in_rows:
            top = 4 + sum(self._row_high(number) for number in range(place))
            return QRectF(0, top, self.width(), self._row_high(place))
        left, right = self._edges(place)
        return QRectF(left, 0, right - left, self._high)

    def _edges(self, place: int) -> tuple[int, int]:
        """Return where a column begins and ends: each has as much room beside its edges as the others."""
        count = max(len(self._days), 1)
        wide = (self.width() - _FIRST + _SIDE - _LAST + _SIDE) / count
        ends = [0, *(round(_FIRST - _SIDE + wide * number) for number in range(1, count)), self.width()]
        return ends[place], ends[place + 1]

    @property
    def _high(self) -> int:
        places = range(len(self._days))
        if self._in_rows:
            return 8 + sum(self._row_high(place) for place in places)
        return _HIGH + _MORE * (max((len(self._said(place)) for place in places), default=1) - 1)

    def _row_high(self, place: int) -> int:
        return _ROW + (_MORE - 4) * (len(self._said(place)) - 1)

    def _said(self, place: int) -> list[str]:
        """Return what is provided on a day, on as many lines as its column needs."""
        words = _provided(self._days[place])
        if self._in_rows:
            return _wrapped(words, self.width() - _FIGURES - _LAST)
        left, right = self._edges(place)
        return _wrapped(words, self._inner(QRectF(left, 0, right - left, 1)).width())

    def _inner(self, area: QRectF) -> QRectF:
        last = area.right() >= self.width()
        return area.adjusted(_FIRST if area.x() == 0 else _SIDE, 0, -(_LAST if last else _SIDE), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place in range(len(self._days)):
            area = self._area(place)
            if place == self._place:
                draw.fill(painter, area, "lagoon")
            if self._in_rows:
                self._paint_row(painter, area, place)
            else:
                self._paint_column(painter, area, place)
                if place:
                    draw.down(painter, area.x(), 0, self._high)
            if place == self._place and self.hasFocus():
                draw.box(painter, area.adjusted(1, 1, -1, -1), edge="sea", width=2, radius=0)
        painter.end()

    def _paint_column(self, painter: QPainter, area: QRectF, place: int) -> None:
        inner, day = self._inner(area), self._days[place]
        lines = self._figures(day)
        draw.text(painter, _line(inner, 6), day_words(day.date, "ddd d"), size=13, bold=True)
        draw.text(painter, _line(inner, 23), lines[0], size=13, tone="slate", align=draw.RIGHT)
        draw.text(
            painter, _line(inner, 39), lines[1], size=13, tone="coral" if day.deduction else "slate", align=draw.RIGHT
        )
        draw.across(painter, inner.x() + 8, inner.right(), 57, "edge")
        draw.text(painter, _line(inner, 60), lines[2], bold=True, align=draw.RIGHT)
        for number, words in enumerate(self._said(place)):
            draw.text(painter, _line(inner, 78 + _MORE * number), words, size=_SMALL, tone="slate")

    def _paint_row(self, painter: QPainter, area: QRectF, place: int) -> None:
        day, left, said = self._days[place], area.x() + _FIRST, self._said(place)
        lines = self._figures(day)
        high = area.height()
        draw.text(painter, QRectF(left, area.y(), 50, high), day_words(day.date, "ddd d"), size=13, bold=True)
        for right, words, tone, bold in (
            (104, lines[0], "slate", False),
            (162, lines[1], "coral" if day.deduction else "slate", False),
            (218, lines[2], "ink", True),
        ):
            where = QRectF(left + right - 58, area.y(), 58, high)
            draw.text(painter, where, words, size=13, bold=bold, tone=tone, align=draw.RIGHT)
        top = area.y() + (high - _MORE * len(said)) / 2
        for number, words in enumerate(said):
            rest = QRectF(_FIGURES, top + _MORE * number, area.right() - _LAST - _FIGURES, _MORE)
            draw.text(painter, rest, words, size=_SMALL, tone="slate")

    def _figures(self, day: AllowanceDay) -> Sequence[str]:
        taken = figure(-day.deduction, self._currency) if day.deduction else "–"
        return figure(day.gross, self._currency), taken, figure(day.net, self._currency)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in steps and self._days:
            self.choose(max(0, self._place + steps[key]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.day() is not None:
            self.taken.emit(self.day())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # How high it is depends on how wide it is.
        self.updateGeometry()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        places = [place for place in range(len(self._days)) if self._area(place).contains(point)]
        if places:
            self.choose(places[0] if places[0] != self._place else -1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._place < 0 and self._days:
            self.choose(0)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


def _line(area: QRectF, top: float) -> QRectF:
    return QRectF(area.x(), top, area.width(), _LINE)


def _wrapped(words: str, room: float) -> list[str]:
    """Return words on lines that are no wider than `room`, unless one alone is."""
    face = font(_SMALL)
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and draw.text_width(longer, face) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _provided(day: AllowanceDay) -> str:
    words = provided_words(day.provided, texts(chosen_language()))
    return words[:1].upper() + words[1:]


def _spoken(day: AllowanceDay, currency: str) -> str:
    return _("{day}: {gross}, less {deduction}, makes {net}; {provided}").format(
        day=day_words(day.date, "ddd d MMM"),
        gross=figure(day.gross, currency),
        deduction=figure(day.deduction, currency),
        net=figure(day.net, currency),
        provided=_provided(day),
    )
