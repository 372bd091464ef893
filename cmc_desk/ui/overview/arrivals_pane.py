"""The curve of a day's arrivals."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.arrivals import ArrivalsCurve
from cmc_desk.rules.figures import Curve, arrivals_as_curve
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.step_chart import StepChart


class ArrivalsPane(Pane):
    """Shows when half the room was there, and how it filled; S saves all charts of the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", lines="rb", parent=parent)
        self.save = DeskButton(_("Save charts"), key="S", size="tight", kind="quiet", parent=self)
        self.head = PaneHead(_("Arrivals"), side=True, ground="panel", lines="", right=self.save, parent=self)
        self.chart = StepChart(name=_("Arrivals"), parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.chart, 1)

    def show_curve(self, found: ArrivalsCurve, left: int) -> None:
        """Show these arrivals; so many of those who came have `left` again."""
        self.head.say(_("Arrivals"), arrivals_words(found, left))
        self.chart.set_curve(curve_of(found))


def arrivals_words(found: ArrivalsCurve, left: int) -> str:
    """Return when half the room was there, and how many have left again."""
    words = []
    if found.half_at is not None:
        words.append(_("half the room by {time}").format(time=f"{found.half_at:%H:%M}"))
    elif not found.steps:
        words.append(_("nobody yet"))
    if left:
        words.append(ngettext("{number} has left", "{number} have left", left).format(number=left))
    return ", ".join(words)


def curve_of(found: ArrivalsCurve) -> Curve:
    """Return the curve as a chart has it, with the words of the windows."""
    return arrivals_as_curve(
        found,
        expected=_("{number} expected").format(number=found.expected),
        opened=_("Opened {time}").format(time=f"{found.opened:%H:%M}") if found.opened is not None else "",
    )
