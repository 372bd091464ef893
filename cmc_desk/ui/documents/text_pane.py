"""The middle of the page: the provision that is open with its alternatives, how it is looked at, and what is done with it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext, pgettext
from cmc_desk.rules.redline import View
from cmc_desk.ui.documents.text_canvas import TextCanvas
from cmc_desk.ui.palette import colour
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.chip import Chip, ChipLook
from cmc_desk.ui.parts.empty_state import EmptyState
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.theme import font

AGREE_KEY, MERGE_KEY, STAGE_KEY, WHOLE_KEY = "Ctrl+Return", "M", "F6", "D"
VIEW_KEYS = {View.REDLINE: "Alt+1", View.CLEAN: "Alt+2", View.SIDE_BY_SIDE: "Alt+3"}
_LEAST = 120


class TextPane(Pane):
    """Holds the text; what its buttons do is the page's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self.head = PaneHead()
        self.chip = Chip()
        self.chip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.head.add(self.chip)
        self.views = Segment(
            [
                Option(View.REDLINE.value, _("Redline")),
                Option(View.CLEAN.value, _("Clean")),
                Option(View.SIDE_BY_SIDE.value, _("Side by side")),
            ],
            name=_("How the text is looked at"),
        )
        self.whole = DeskButton(_("Whole draft"), key=WHOLE_KEY, size="small", bind=False)
        self.whole.setCheckable(True)
        self.canvas = TextCanvas()
        self.empty_import = DeskButton(_("Bring a text…"), icon="folder")
        self.empty = EmptyState(
            icon="documents",
            title=_("This document has no text yet"),
            sentence=_(
                "Bring it as a Word file, or paste it: every paragraph keeps its place from version to version."
            ),
            button=self.empty_import,
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.canvas)
        self._stack.addWidget(self.empty)
        self.agree = DeskButton(_("Agree"), key=AGREE_KEY, icon="check", kind="primary", bind=False)
        # It names what it agrees on and what falls: too long for the foot, it lets go of its icon and its key before its words.
        self.agree.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.agree.setMinimumWidth(_LEAST)
        self.falling = Text(size=12, tone="amberInk", wrap=True)
        self.merge = DeskButton(_("Merge…"), key=MERGE_KEY, bind=False)
        self.stage = DeskButton(_("Show on stage"), key=STAGE_KEY, bind=False)
        self.stage.setCheckable(True)
        self._lay_out()

    def say(self, title: str, chip: ChipLook | None) -> None:
        """Show what is open, and where it stands."""
        self.head.say(title)
        self.chip.setVisible(chip is not None)
        if chip is not None:
            self.chip.set_look(chip)

    def say_falling(self, names: Sequence[str]) -> None:
        """Say, above the button that agrees, which proposals are not accepted by it."""
        words = ngettext(
            "Agreeing here does not accept {number} other: {names}",
            "Agreeing here does not accept {number} others: {names}",
            len(names),
        )
        self.falling.setText(words.format(number=len(names), names=", ".join(names)))
        self._falling.setVisible(bool(names))

    def show_empty(self, *, empty: bool) -> None:
        """Show that there is no text, or the text."""
        self._stack.setCurrentWidget(self.empty if empty else self.canvas)
        self._bar.setVisible(not empty)
        self._foot.setVisible(not empty)

    def _lay_out(self) -> None:
        self._bar = QWidget()
        self._bar.setFixedHeight(52)
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(20, 7, 20, 0)
        row.setSpacing(8)
        row.addWidget(self.views)
        row.addWidget(self.whole)
        row.addStretch(1)
        row.addWidget(_Legend())
        self._foot = Pane("panel", lines="t")
        self._foot.setFixedHeight(53)
        lower = QHBoxLayout(self._foot)
        lower.setContentsMargins(16, 1, 16, 0)
        lower.setSpacing(8)
        lower.addWidget(self.agree)
        lower.addWidget(self.merge)
        lower.addStretch(1)
        lower.addWidget(self.stage)
        self._falling = Pane("panel", lines="t")
        told = QHBoxLayout(self._falling)
        told.setContentsMargins(20, 8, 20, 8)
        told.addWidget(self.falling)
        self._falling.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._bar)
        column.addWidget(self._stack, 1)
        column.addWidget(self._falling)
        column.addWidget(self._foot)


class _Legend(QWidget):
    """What the marks mean: added, removed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = (pgettext("redline", "added"), pgettext("redline", "removed"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Underlined is added, struck is removed"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return QSize(int(sum(draw.text_width(word, font(12)) for word in self._words)) + 8, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        x = 0.0
        for word, tone in zip(self._words, ("leaf", "coral"), strict=True):
            wide = draw.text_width(word, font(12))
            draw.text(painter, QRectF(x, 0, wide + 1, 20), word, size=12, tone=tone)
            line = QRectF(x, 17, wide, 2) if tone == "leaf" else QRectF(x, 10, wide, 1)
            painter.fillRect(line, colour(tone))
            x += wide + 6
        painter.end()
