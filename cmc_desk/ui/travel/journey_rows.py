"""The legs of a journey, one a line: day, from, when, flight, to, when."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.travel_facts import Leg
from cmc_desk.ui import icons
from cmc_desk.ui.days import day_words
from cmc_desk.ui.parts import draw
from cmc_desk.ui.theme import font

ROW, TIGHT = 25, 22
_FEW = 2
_EDGE = 16


class JourneyRows(QWidget):
    """Only shows; a leg that was flown has a tick in the place of the plane."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._legs: tuple[Leg, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_legs(())

    def set_legs(self, legs: Sequence[Leg]) -> None:
        """Show these legs."""
        self._legs = tuple(legs)
        self.setAccessibleName(_("Itinerary"))
        self.setAccessibleDescription("; ".join(_spoken(leg) for leg in self._legs) or _("No flights are known yet."))
        self.setToolTip("\n".join(_spoken(leg) for leg in self._legs))
        self.updateGeometry()
        self.update()

    @property
    def _row(self) -> int:
        return TIGHT if len(self._legs) > _FEW else ROW

    def sizeHint(self) -> QSize:
        return QSize(332, self._row * max(1, len(self._legs)) + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._legs:
            area = QRectF(_EDGE, 5, self.width() - 2 * _EDGE, ROW)
            draw.text(painter, area, _("No flights are known yet."), size=13, tone="slate")
        for place, leg in enumerate(self._legs):
            area = QRectF(_EDGE, 4 + place * self._row, self.width() - 2 * _EDGE, self._row)
            self._paint_leg(painter, area, leg)
        painter.end()

    def _paint_leg(self, painter: QPainter, area: QRectF, leg: Leg) -> None:
        left, right = area.x(), area.right()
        draw.text(
            painter,
            QRectF(left, area.y(), 52, area.height()),
            day_words(leg.departs.date(), "ddd d"),
            size=13,
            tone="slate",
        )
        draw.text(painter, QRectF(left + 54, area.y(), 34, area.height()), leg.origin, size=13, bold=True)
        draw.text(painter, QRectF(left + 93, area.y(), 38, area.height()), f"{leg.departs:%H:%M}", size=13)
        later = (leg.arrives.date() - leg.departs.date()).days
        lands = f"{leg.arrives:%H:%M}" + (f" +{later}" if later > 0 else "")
        wide = draw.text_width(lands, font(13)) + 1
        draw.text(painter, QRectF(right - wide, area.y(), wide, area.height()), lands, size=13)
        # The times stand beneath one another, whether or not a day follows.
        to = right - max(wide, 40) - 40
        draw.text(painter, QRectF(to, area.y(), 36, area.height()), leg.destination, size=13, bold=True)
        self._paint_way(painter, QRectF(left + 136, area.y(), to - 8 - left - 136, area.height()), leg)

    def _paint_way(self, painter: QPainter, area: QRectF, leg: Leg) -> None:
        words = _("by road or sea") if leg.surface and not leg.number else f"{leg.carrier} {leg.number}".strip()
        wide = draw.text_width(words, font(11)) + 18
        left, middle = area.x() + (area.width() - wide) / 2, area.center().y()
        flown = leg.flown_at is not None
        tone = "leaf" if flown else "slate"
        icons.paint(painter, QRectF(left, middle - 6, 12, 12), "check" if flown else "travel", tone)
        draw.text(painter, QRectF(left + 15, area.y(), wide - 14, area.height()), words, size=11, tone=tone)
        if left - 5 > area.x():
            draw.across(painter, area.x(), left - 5, round(middle), "edge")
            draw.across(painter, left + wide + 4, area.right(), round(middle), "edge")


def _spoken(leg: Leg) -> str:
    words = f"{leg.carrier} {leg.number}".strip()
    flown = _(", flown") if leg.flown_at is not None else ""
    return (
        f"{words} {leg.origin} {day_words(leg.departs.date(), 'ddd d MMM')} {leg.departs:%H:%M} – "
        f"{leg.destination} {day_words(leg.arrives.date(), 'ddd d MMM')} {leg.arrives:%H:%M}{flown}"
    ).strip()
