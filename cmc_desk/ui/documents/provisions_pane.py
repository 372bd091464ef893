"""The left of the page: which document, how much of it is agreed, and its provisions."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.redline import Meter
from cmc_desk.ui import icons
from cmc_desk.ui.documents.provision_rows import HEIGHT, ProvisionRow, is_bracketed, paint_provision
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.bars import Bar, BarPiece
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.keycap import KeyCap, key_text
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.row_list import RowList
from cmc_desk.ui.parts.runs import Run, RunLine
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.theme import font

WIDTH = 277
OPEN_KEY, ACTS_KEY = "Ctrl+O", "Alt+D"


class ProvisionsPane(Pane):
    """`picked` has the key of a document, `chosen` the row of a provision, `acts_asked` wants what can be done with the document."""

    picked = Signal(str)
    chosen = Signal(object)
    acts_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", lines="r", parent=parent)
        self.setFixedWidth(WIDTH)
        self.documents = _Chooser()
        self.documents.picked.connect(self.picked)
        self.version = Text(size=12, tone="slate")
        self.bar = Bar(name=_("Agreed"), height=12, track="panel")
        self.agreed, self.bracketed = RunLine(size=12, least=10), RunLine(size=12, least=10)
        self.open = RunLine(size=12, least=10, align=draw.RIGHT)
        self._counts = QHBoxLayout()
        self.list: RowList[ProvisionRow] = RowList(
            paint_provision, key=_key, spoken=_spoken, name=_("Provisions"), height=HEIGHT
        )
        self.list.chosen.connect(self.chosen)
        self.acts = DeskButton(_("This document…"), key=ACTS_KEY, icon="folder", size="small", bind=False)
        self.acts.clicked.connect(self.acts_asked)
        self._lay_out()
        self.setFocusProxy(self.list)

    def show_documents(self, documents: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer these documents, by key and title."""
        self.documents.set_choices(documents)
        self.documents.set_key(chosen)

    def show_meter(self, version: str, meter: Meter) -> None:
        """Show which version it is, and how much of it is agreed."""
        self.version.setText(version)
        agreed = meter.agreed + meter.ad_referendum
        pieces = (
            BarPiece(agreed, "leaf"),
            BarPiece(meter.bracketed, "amber", "hatched"),
            BarPiece(meter.open, "edge", "outlined"),
        )
        self.bar.set_pieces(pieces, max(1, meter.whole))
        counted = (
            (self.agreed, agreed, _(" agreed"), "ink"),
            (self.bracketed, meter.bracketed, _(" in brackets"), "amberInk"),
            (self.open, meter.open, _(" open"), "slate"),
        )
        for place, (line, number, words, tone) in enumerate(counted):
            line.set_runs((Run(str(number), bold=True, tone=tone), Run(words, tone=tone)))
            # Each has the room that its words take in this language.
            wide = draw.text_width(str(number), font(12, bold=True)) + draw.text_width(words, font(12))
            self._counts.setStretch(place, round(wide) + 4)
        words = meter_words(meter)
        self.bar.setAccessibleDescription(words)
        for one in (self.bar, self.agreed, self.bracketed, self.open):
            one.setToolTip(words)

    def show_rows(self, rows: Sequence[ProvisionRow], key: str) -> None:
        """Show the provisions with one chosen; what is the same already stays as it is."""
        current = self.list.current()
        if tuple(rows) != self.list.rows() or (current.key if current is not None else "") != key:
            self.list.set_rows(rows, key=key, first=True)

    def next_bracket(self, step: int = 1) -> bool:
        """Choose the next provision that is not agreed, or the one before, round the end; say whether there is one."""
        rows, current = self.list.rows(), self.list.current()
        if not rows:
            return False
        here = rows.index(current) if current is not None else -1
        for away in range(1, len(rows) + 1):
            row = rows[(here + step * away) % len(rows)]
            if is_bracketed(row) and row != current:
                return self.list.choose(row.key)
        return False

    def _lay_out(self) -> None:
        head = Pane("panel", lines="b")
        head.setFixedHeight(121)
        second = QHBoxLayout()
        second.addWidget(self.version, 1)
        second.addWidget(KeyCap(key_text(OPEN_KEY)))
        self._counts.setSpacing(4)
        for one in (self.agreed, self.bracketed, self.open):
            self._counts.addWidget(one, 1)
        inside = QVBoxLayout(head)
        inside.setContentsMargins(16, 10, 17, 8)
        inside.setSpacing(0)
        inside.addWidget(self.documents)
        inside.addSpacing(6)
        inside.addLayout(second)
        inside.addSpacing(7)
        inside.addWidget(self.bar)
        inside.addSpacing(3)
        inside.addLayout(self._counts)
        inside.addStretch(1)
        foot = Pane("panel", lines="t")
        foot.setFixedHeight(42)
        lower = QHBoxLayout(foot)
        lower.setContentsMargins(16, 1, 16, 0)
        lower.addWidget(self.acts)
        lower.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.list, 1)
        column.addWidget(foot)


def meter_words(meter: Meter) -> str:
    """Return the whole meter in words, for the tooltip and whoever hears it."""
    whole = meter.whole
    share = 100 * (meter.agreed + meter.ad_referendum) // whole if whole else 0
    brackets = ngettext("{number} pair of brackets", "{number} pairs of brackets", meter.brackets)
    parts = [
        _("{share} % of {whole} agreed").format(share=share, whole=whole),
        _("{number} of them ad referendum").format(number=meter.ad_referendum) if meter.ad_referendum else "",
        brackets.format(number=meter.brackets),
        _("{number} deferred").format(number=meter.deferred) if meter.deferred else "",
    ]
    return " · ".join(part for part in parts if part)


class _Chooser(Combo):
    """The document that is open, in bold, with the sign of the page before it."""

    def __init__(self) -> None:
        super().__init__(size=14, height=36)
        self.setAccessibleName(_("Document"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        on = self.hasFocus()
        draw.box(painter, self.rect(), fill="panel", edge="sea" if on else "edge", width=2 if on else 1)
        icons.paint(painter, QRectF(11, self.height() / 2 - 8, 16, 16), "documents", "ink")
        room = QRectF(35, 0, self.width() - 68, self.height())
        painter.setFont(font(14, bold=True))
        draw.text(painter, room, self.currentText(), size=14, bold=True)
        icons.paint(painter, QRectF(self.width() - 28, self.height() / 2 - 8, 16, 16), "down", "slate")
        painter.end()


def _key(row: ProvisionRow) -> str:
    return row.key


def _spoken(row: ProvisionRow) -> str:
    return row.spoken
