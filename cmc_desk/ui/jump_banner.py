"""A question that stays until it is answered: the clock has jumped while something ran, does the gap count?"""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QEvent, QObject, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmc_desk.desk.gap import leave_gap
from cmc_desk.i18n import gettext as _
from cmc_desk.rules import floor as floor_rules
from cmc_desk.rules import timing
from cmc_desk.rules.clock_jump import ClockJump, jump_words, not_counted, touched
from cmc_desk.rules.countdown import countdown_words
from cmc_desk.rules.floor_kinds import SpeakerState, Speech
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui import icons
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.stage.acts import COUNT_KEY, LEAVE_KEY

_HEIGHT, _STRIP = 56, 36
_ICON = 20


class JumpBanner(Pane):
    """Lies over the foot of the page, above the message strip, so that nothing moves; `over` is the frame of the window."""

    def __init__(self, context: Context, over: QWidget) -> None:
        super().__init__("amberT", lines="t", line_tone="amber", parent=over)
        self._context = context
        self._over = over
        self._jump: ClockJump | None = None
        # What ran when the clock jumped: what began after it is not asked about.
        self._items: dict[str, int] = {}
        self._speeches: dict[str, int] = {}
        self.words = Text(size=14, bold=True, parent=self)
        self.second = Text(size=12, tone="slate", parent=self)
        self.leave = DeskButton(_("Do not count the gap"), key=LEAVE_KEY, kind="primary", parent=self)
        self.count = DeskButton(_("Count it"), key=COUNT_KEY, parent=self)
        self.leave.clicked.connect(self._on_leave)
        self.count.clicked.connect(self._on_count)
        both = QVBoxLayout()
        both.setSpacing(0)
        both.addStretch()
        both.addWidget(self.words)
        both.addWidget(self.second)
        both.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(48, 1, 16, 0)
        row.setSpacing(10)
        row.addLayout(both, 1)
        row.addWidget(self.leave)
        row.addWidget(self.count)
        over.installEventFilter(self)
        self.hide()

    def ask(self, jump: ClockJump) -> None:
        """Ask about a jump; one on top of another is one question. Where nothing ran, it is only said."""
        if self._jump is not None:
            jump = ClockJump(jump.at, self._jump.by + jump.by)
        items, speeches = self._running(jump)
        if not items and not speeches:
            seconds = f"{jump.by.total_seconds():+.0f}"
            words = _("The clock of this computer jumped by {seconds} s: ").format(seconds=seconds)
            self._context.say("amber", words, _("check it against a watch."))
            return
        self._jump, self._items, self._speeches = jump, items, speeches
        self.words.setText(jump_words(jump))
        self.second.setText(self._what_it_means(jump, items, speeches))
        self.setAccessibleName(f"{self.words.text()} {self.second.text()}")
        self._place()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _running(self, jump: ClockJump) -> tuple[dict[str, int], dict[str, int]]:
        """Return how many seconds of what runs are not to be counted: items, and speeches."""
        live, now = self._context.live, self._context.now()
        left_out = not_counted(touched(live.rundown.items, live.actuals, jump), jump)
        items = {
            one.item: _at_most(one.amount, timing.elapsed(live.actual(one.item), now)) for one in left_out if one.amount
        }
        by = timedelta(seconds=round(jump.by.total_seconds()))
        speeches = {speech.entry.key: _at_most(by, floor_rules.spoken(speech, now)) for speech in self._speaking()}
        return {key: one for key, one in items.items() if one}, {key: one for key, one in speeches.items() if one}

    def _speaking(self) -> list[Speech]:
        current = [floor.current for floor in self._context.live.floors]
        return [one for one in current if one is not None and one.state is SpeakerState.SPEAKING]

    def _what_it_means(self, jump: ClockJump, items: dict[str, int], speeches: dict[str, int]) -> str:
        live, now = self._context.live, self._context.now()
        words = _("{name}: {counted} if it counts, {other} if it does not")
        parts = []
        for speech in self._speaking():
            if speech.entry.key in speeches:
                left = floor_rules.left(speech, now)
                name = self._context.facts.delegation_name(speech.entry.delegation)
                parts.append((name, left, left + timedelta(seconds=speeches[speech.entry.key])))
        for one in touched(live.rundown.items, live.actuals, replace(jump, at=now)):
            line = live.line(one.item)
            # What ends at a fixed time has the same left either way.
            if line is not None and one.item in items and one.counted != one.not_counted:
                parts.append((line.item.title, one.counted, one.not_counted))
        return " · ".join(
            words.format(name=name, counted=countdown_words(counted), other=countdown_words(other))
            for name, counted, other in parts
        )

    def _on_leave(self) -> None:
        reason = _("the clock jumped")
        try:
            self._context.desk.do(leave_gap, items=self._items, speeches=self._speeches, reason=reason)
        except Refusal as refusal:
            self._context.say("amber", _("Nothing changed: "), refusal.sentence)
        except Unavailable as trouble:
            self._context.trouble(trouble)
            return
        else:
            self._context.say("notice", _("The gap is not counted."), undo=True)
        self._close()

    def _on_count(self) -> None:
        self._close()
        self._context.say("notice", _("The gap counts."))

    def _close(self) -> None:
        self._jump = None
        self.hide()

    def _place(self) -> None:
        self.setGeometry(0, self._over.height() - _STRIP - _HEIGHT, self._over.width(), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        draw.fill(painter, QRectF(0, 0, 4, self.height()), "amber")
        icons.paint(
            painter, QRectF(16, (self.height() - _ICON) / 2, _ICON, _ICON), "triangle", "amber", ground="amberT"
        )
        painter.end()


def _at_most(amount: timedelta, passed: timedelta) -> int:
    """Return seconds to leave out: what has not passed cannot be left out."""
    return min(int(amount.total_seconds()), int(passed.total_seconds()))
