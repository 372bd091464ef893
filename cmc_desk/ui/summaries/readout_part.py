"""What will be read out of the notes as they stand: how many entries, how many minutes, and the lines themselves."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cmc_desk.desk.readout_preview import Preview
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.note_kinds import SummaryStatus
from cmc_desk.rules.note_markup import plain
from cmc_desk.rules.reading_time import reading
from cmc_desk.rules.readout_order import read_aloud
from cmc_desk.ui.context import Facts
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.row_list import RowList
from cmc_desk.ui.parts.row_paint import PAD
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.summaries.page_parts import PARTS, READING, READOUT
from cmc_desk.ui.summaries.text_layout import laid

READING_KEY, BUILD_KEY, COPY_KEY = "F6", "F8", "Alt+C"
_NUMBER, _SIZE = 22, 14


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """A line with the number before it."""

    number: int
    text: str


class ReadoutPart(Pane):
    """Its buttons say their keys; the page binds them."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("sand", parent=parent)
        self.text = ""
        self._title = Text(size=14, bold=True, parent=self)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._time = Text(size=12, tone="slate", parent=self)
        self._built = Text(size=12, tone="slate", parent=self)
        self.lines: RowList[PreviewLine] = RowList(
            _paint,
            key=lambda line: line.number,
            spoken=lambda line: f"{line.number}. {line.text}",
            name=_("What will be read out"),
            height=24,
            measure=_height,
            ground=lambda _line: "sand",
            lines=False,
            choosing=False,
        )
        self.lines.setProperty("ground", "sand")
        self.reading = DeskButton(_("Reading view"), key=READING_KEY, bind=False, size="small", parent=self)
        self.build = DeskButton(_("Build"), key=BUILD_KEY, bind=False, size="small", parent=self)
        self.build.setToolTip(_("Put the read-out together: order, merge, rewrite"))
        self.reading.setVisible(READING in PARTS)
        self.build.setVisible(READOUT in PARTS)
        self.copy = DeskButton(
            _("Copy text"), key=COPY_KEY, bind=False, size="small", show_key=READING not in PARTS, parent=self
        )
        self._foot = Pane("sand", lines="t", parent=self)
        self._lay_out()

    def show_preview(self, preview: Preview | None, facts: Facts) -> None:
        """Show what is read out of the open item."""
        lines = read_aloud(preview.readout.lines) if preview is not None else ()
        self._title.setText(
            _("Read-out: {title}").format(title=preview.title) if preview is not None else _("Read-out")
        )
        self._time.setText(facts.clock(preview.starts) if preview is not None and preview.starts is not None else "")
        self._built.setText(_built(preview) if preview is not None else "")
        rows = [PreviewLine(number, line.text) for number, line in enumerate(lines, 1)]
        if tuple(rows) != self.lines.rows():
            self.lines.set_rows(rows)
        self.text = "\n\n".join(f"{row.number}. {plain(row.text)}" for row in rows)
        nothing = "" if rows else _("Mark entries with Ctrl+H, or file decisions: then there is something to read out.")
        self.copy.allow(why_not=nothing)

    def words(self) -> str:
        """Return what stands above the lines."""
        return " · ".join(part for part in (self._title.text(), self._time.text(), self._built.text()) if part)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self._time)
        above = QVBoxLayout()
        above.setContentsMargins(16, 10, 16, 4)
        above.setSpacing(2)
        above.addLayout(head)
        above.addWidget(self._built)
        self._foot.setFixedHeight(46)
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(16, 1, 16, 0)
        row.setSpacing(8)
        row.addWidget(self.build)
        row.addWidget(self.reading)
        row.addWidget(self.copy)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(self.lines, 1)
        column.addWidget(self._foot)

    def sizeHint(self) -> QSize:
        return QSize(320, 240)


def _built(preview: Preview) -> str:
    readout = preview.readout
    if not preview.entries and not readout.words:
        return _("Nothing is marked for it yet.")
    entries = ngettext("Built from {count} entry", "Built from {count} entries", preview.entries)
    read = reading(readout.words, words_a_minute=readout.words_a_minute, slot_minutes=readout.slot_minutes)
    aloud = _("about {minutes} min aloud").format(minutes=read.minutes)
    slot = _(" of {minutes}").format(minutes=readout.slot_minutes) if readout.slot_minutes else ""
    state = "" if readout.status is SummaryStatus.DRAFT else _(" · version {number}").format(number=readout.version)
    return f"{entries.format(count=preview.entries)} · {aloud}{slot}{state}"


def _height(line: PreviewLine, width: int) -> int:
    return round(laid(line.text, width - 2 * PAD - _NUMBER, _SIZE, airy=False).height) + 7


def _paint(painter: QPainter, rect: QRectF, line: PreviewLine, _selected: bool) -> None:  # noqa: FBT001 - a RowPainter
    draw.text(painter, QRectF(rect.x() + PAD, rect.y() + 3, _NUMBER, 19), f"{line.number}.", size=_SIZE)
    text = laid(line.text, int(rect.width()) - 2 * PAD - _NUMBER, _SIZE, airy=False)
    text.paint(painter, QPointF(rect.x() + PAD + _NUMBER, rect.y() + 3), size=_SIZE)
