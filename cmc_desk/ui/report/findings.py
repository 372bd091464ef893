"""What is to be seen to before the report goes out, line by line, each with the act that goes where it is mended."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext, pgettext
from cmc_desk.rules.preflight import Finding, Severity
from cmc_desk.ui import icons
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.chip import ChipKind, state_shape
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.text import Text

_KINDS: dict[Severity, tuple[ChipKind, str]] = {
    Severity.BLOCKS: ("blocks", "coral"),
    Severity.WARNS: ("warning", "amberInk"),
    Severity.GOOD: ("good", "slate"),
}
_ORDER = (Severity.BLOCKS, Severity.WARNS, Severity.GOOD)
_SIGN = 16
_LEAST, _IN_ORDER = 44, 28
# As many lines have a key of their own: there are nine digits.
_KEYS = 9


class Findings(QScrollArea):
    """What blocks comes first, then what is to be known, then what is in order; `asked` brings the `Finding` to go to."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Finding, ...] = ()
        self.lines: list[FindingLine] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setAccessibleName(_("Before it goes out"))
        self._body = Pane("panel")
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.setWidget(self._body)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these; what says the same stays as it is."""
        ordered = tuple(sorted(findings, key=lambda one: _ORDER.index(one.severity)))
        if ordered == self._shown:
            return
        self._shown = ordered
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = []
        number = 0
        for place, finding in enumerate(ordered):
            goes = finding.severity is not Severity.GOOD and bool(finding.where)
            number += goes
            key = f"Alt+{number}" if goes and number <= _KEYS else ""
            line = FindingLine(finding, key=key, goes=goes, parent=self._body)
            line.go.clicked.connect(partial(self.asked.emit, finding))
            self._column.insertWidget(place, line)
            self.lines.append(line)


class FindingLine(Pane):
    """Its shape, what it is about, what was found, and the button that goes there."""

    def __init__(self, finding: Finding, *, key: str, goes: bool, parent: QWidget | None = None) -> None:
        super().__init__("panel", lines="b", parent=parent)
        kind, tone = _KINDS[finding.severity]
        self._shape = state_shape(kind)
        loud = finding.severity is not Severity.GOOD
        self.finding = finding
        # What wants to be seen to has the room that its words need; what is in order is one line.
        self.what = Text(finding.what, size=13 if loud else 12, bold=loud, wrap=loud, parent=self)
        self.said = Text(finding.said, size=12, tone=tone, wrap=loud, parent=self)
        words = pgettext("button", "Open") if finding.severity is Severity.BLOCKS else _("Show")
        self.go = DeskButton(words, key=key, size="small", parent=self)
        self.go.setAccessibleName(f"{words}: {finding.what}")
        self.go.setVisible(goes)
        self.setAccessibleName(f"{finding.what}: {finding.said}")
        row = QHBoxLayout(self)
        row.setContentsMargins(40, 5 if loud else 0, 16, 6 if loud else 1)
        row.setSpacing(8)
        if loud:
            column = QVBoxLayout()
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            # What was found is a sentence, and has the width of the pane; beside the button it would be a column of single words.
            upper = QHBoxLayout()
            upper.setSpacing(8)
            upper.addWidget(self.what, 1)
            upper.addWidget(self.go, 0, Qt.AlignmentFlag.AlignTop)
            column.addStretch(1)
            column.addLayout(upper)
            column.addWidget(self.said)
            column.addStretch(1)
            row.addLayout(column, 1)
            self.setMinimumHeight(_LEAST)
        else:
            row.addWidget(self.what, 1)
            row.addWidget(self.said)
            self.setFixedHeight(_IN_ORDER)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        shape, tone = self._shape
        icons.paint(painter, QRectF(16, round((self.height() - _SIGN) / 2), _SIGN, _SIGN), shape, tone)
        painter.end()


def summed(findings: Sequence[Finding]) -> tuple[str, str]:
    """Return how many block it, or what else is to be said at once, and the colour of that."""
    blocking = sum(one.severity is Severity.BLOCKS for one in findings)
    warning = sum(one.severity is Severity.WARNS for one in findings)
    if blocking:
        return ngettext("{number} blocks it", "{number} block it", blocking).format(number=blocking), "coral"
    if warning:
        return _("{number} to look at").format(number=warning), "amberInk"
    return (_("All in order"), "leaf") if findings else ("", "slate")
