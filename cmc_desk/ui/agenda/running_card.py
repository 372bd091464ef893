"""The card of the running item: how long it has left, what was used, what comes next, and what the next fixed point means."""

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui import icons
from cmc_desk.ui.agenda.card_look import CardLook
from cmc_desk.ui.agenda.countdown import Countdown
from cmc_desk.ui.agenda.run_keys import SKIP_PASSED, START_PASSED
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.bars import Bar, BarPiece
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.runs import Run, RunLine, runs_width
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.theme import font

_STEPS = 400
_TITLE, _SPACE, _EDGE = 12, 12, 20
# The fixed point has two lines, the slack one or two.
_ANCHORED, _SLACK = 38, 22


class RunningCard(Pane):
    """Its buttons say their keys; the keys themselves are those of the page, which knows when they must not act."""

    next_asked = Signal()
    pause_asked = Signal()
    more_asked = Signal()
    less_asked = Signal()
    passed_asked = Signal()
    skip_asked = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("panel", lines="b", parent=parent)
        self._look: CardLook | None = None
        self.title = Text(size=14, bold=True, least=_TITLE)
        self.part = Text(size=12, tone="slate", align=draw.RIGHT)
        self.part.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.countdown = Countdown(name=_("Time left"))
        self.fixed = _IconLine()
        self.started = Text(size=12, tone="slate", align=draw.RIGHT, least=11)
        self.bar = Bar(name=_("Time used"), height=12)
        self.next = DeskButton(_("Start"), key="Space", icon="next", kind="primary", size="medium", bind=False)
        self.next.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.pause = DeskButton(_("Pause"), key="P", icon="pause", size="tight", bind=False)
        self.more = DeskButton(_("+1 min"), key="+", size="tight", bind=False)
        self.less = DeskButton(_("−1 min"), key="-", size="tight", bind=False)
        self.slack = _SlackLine()
        self.passed = _SlackLine()
        self.start_passed = DeskButton(_("Start it"), key=START_PASSED, size="tight", bind=False)
        self.skip_passed = DeskButton(_("Skip it"), key=SKIP_PASSED, size="tight", bind=False)
        self._passed_row = QWidget()
        for button, signal in (
            (self.next, self.next_asked),
            (self.pause, self.pause_asked),
            (self.more, self.more_asked),
            (self.less, self.less_asked),
            (self.start_passed, self.passed_asked),
            (self.skip_passed, self.skip_asked),
        ):
            button.clicked.connect(signal)
        self._lay_out()

    def show_look(self, look: CardLook) -> None:
        """Show this; what is the same as before is not painted anew."""
        before, self._look = self._look, look
        self.countdown.set_words(look.figures, tone=look.tone)
        if before is None or before.started != look.started:
            self.started.setText(look.started)
        if before is None or _bar(before) != _bar(look):
            self._show_bar(look)
        if before is not None and _still(before) == _still(look):
            return
        self.title.setText(look.title)
        self.part.setText(look.part)
        self._make_room(look)
        self.fixed.set_words(look.fixed)
        self.next.set_text(look.next_words)
        self.next.allow(why_not=look.next_why_not)
        self.next.setToolTip(look.next_why_not or look.next_words)
        self.pause.set_text(_("Resume") if look.paused else _("Pause"))
        self.pause.set_icon("play" if look.paused else "pause")
        for button in (self.pause, self.more, self.less):
            button.allow(why_not=look.why_not)
        self.slack.set_words(look.slack_icon, look.slack_tone, look.slack)
        self.passed.set_words("triangle", "amber", look.passed)
        self._passed_row.setVisible(bool(look.passed))

    def _make_room(self, look: CardLook) -> None:
        """Leave the whole line to a long title: which part of it this is stands in the rundown as well."""
        words = draw.text_width(look.title, font(_TITLE, bold=True)) + draw.text_width(look.part, font(12))
        self.part.setVisible(bool(look.part) and words + _SPACE <= self.width() - 2 * _EDGE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._look is not None:
            self._make_room(self._look)

    def _show_bar(self, look: CardLook) -> None:
        if look.over:
            pieces = (BarPiece(look.used - look.over, "sea"), BarPiece(look.over, "coral", "hatched"))
            self.bar.set_pieces(pieces, look.used)
        else:
            self.bar.set_pieces((BarPiece(look.used, "sea"),), look.whole)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(_SPACE)
        head.addWidget(self.title, 1)
        head.addWidget(self.part)
        beside = QVBoxLayout()
        beside.setSpacing(2)
        beside.addStretch()
        beside.addWidget(self.fixed)
        beside.addWidget(self.started)
        beside.addSpacing(6)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.countdown, 0, Qt.AlignmentFlag.AlignLeft)
        middle.addLayout(beside, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        # The whole width: what Space starts is read before it is pressed.
        buttons.addWidget(self.next, 1)
        used = QHBoxLayout()
        used.setSpacing(8)
        used.addWidget(self.bar, 1)
        used.addWidget(self.pause)
        used.addWidget(self.less)
        used.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 14, _EDGE, 8)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(middle)
        column.addLayout(used)
        column.addSpacing(6)
        column.addLayout(buttons)
        column.addSpacing(8)
        column.addWidget(self.slack)
        column.addWidget(self._passed_row)
        both = QHBoxLayout()
        both.setSpacing(8)
        both.addStretch()
        both.addWidget(self.start_passed)
        both.addWidget(self.skip_passed)
        passed = QVBoxLayout(self._passed_row)
        passed.setContentsMargins(0, 2, 0, 2)
        passed.setSpacing(2)
        passed.addWidget(self.passed)
        passed.addLayout(both)
        self._passed_row.hide()


def _bar(look: CardLook) -> tuple[int, int, bool]:
    """Return what of the bar can be seen: a second of an hour moves nothing."""
    whole = look.used if look.over else look.whole
    used, over = (round(part * _STEPS / whole) if whole else 0 for part in (look.used, look.over))
    return used, over, look.over > 0


def _still(look: CardLook) -> tuple[object, ...]:
    """Return what does not change with every second."""
    return (
        look.title,
        look.part,
        look.fixed,
        look.next_words,
        look.next_why_not,
        look.paused,
        look.why_not,
        look.slack_icon,
        look.slack,
        look.passed,
    )


class _IconLine(QWidget):
    """An anchor and the next fixed point, at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.setFixedHeight(_ANCHORED)

    def set_words(self, words: str) -> None:
        self._words = words
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._words:
            return
        painter = QPainter(self)
        size, bold = 14, True
        face, line = font(size, bold=bold), self.height() / 2
        lines = _two_lines(self._words, face, self.width() - 20)
        wide = max(draw.text_width(words, face) for words in lines)
        top = self.height() - line * len(lines)
        icons.paint(painter, QRectF(round(self.width() - wide - 20), round(top + 3), 14, 14), "anchor", "ink")
        for place, words in enumerate(lines):
            area = QRectF(self.width() - wide - 1, top + place * line, wide + 1, line)
            draw.text(painter, area, words, size=size, bold=bold, align=draw.RIGHT)
        painter.end()


def _two_lines(words: str, face: QFont, room: float) -> tuple[str, ...]:
    """Return a title and its time in one line, or in two; what is left away is of the title, never the time."""
    if draw.text_width(words, face) <= room:
        return (words,)
    *rest, time = words.split(" ")
    first = ""
    while rest and draw.text_width(longer := f"{first} {rest[0]}".strip(), face) <= room:
        first, rest = longer, rest[1:]
    if not first:
        return (draw.elided(" ".join(rest), face, room), time)
    tail = " ".join(rest)
    short = draw.elided(tail, face, room - draw.text_width(f" {time}", face)) if tail else ""
    return (first, f"{short} {time}".strip())


class _SlackLine(QWidget):
    """An icon, and what the next fixed point means."""

    def __init__(self) -> None:
        super().__init__()
        self._icon, self._tone = "", "slate"
        self._runs: tuple[Run, ...] = ()
        self._line, self._more = RunLine(size=13, least=11, parent=self), RunLine(size=12, least=11, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(23, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._line)
        column.addWidget(self._more)
        self._part()

    def set_words(self, icon: str, tone: str, runs: tuple[Run, ...]) -> None:
        self._icon, self._tone, self._runs = icon, tone, runs
        self._part()
        self.update()

    def _part(self) -> None:
        """Part the words where one line has no room for them."""
        runs = self._runs
        parted = len(runs) > 1 and runs_width(runs, 13) > self.width() - 23
        first = runs[:1] if parted else runs
        more = tuple(replace(run, text=run.text.removeprefix(" · ")) for run in runs[1:]) if parted else ()
        self._line.set_runs(first)
        self._more.set_runs(more)
        self._more.setVisible(parted)
        self.setFixedHeight(_SLACK * 2 - 2 if parted else _SLACK)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._part()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._icon:
            painter = QPainter(self)
            icons.paint(painter, QRectF(0, 3, 15, 15), self._icon, self._tone)
            painter.end()
