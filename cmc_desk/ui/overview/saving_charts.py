"""The charts of the overview as files for a report: PNG, SVG or PDF, on white, in the style of the program."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QObject, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QImageWriter, QPageLayout, QPageSize, QPaintDevice, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from cmc_desk.desk.chart_files import write_charts
from cmc_desk.ui import palette
from cmc_desk.ui.one_task import OneTask, Trouble
from cmc_desk.ui.parts import draw
from cmc_desk.ui.task import Pool
from cmc_desk.ui.timers import every

_TITLE, _DPI, _SCALE = 44, 96, 3
FORMATS = ("png", "svg", "pdf")


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: what its file is called, its title, what stands beside the title, its size without them, and what paints it."""

    key: str
    title: str
    beside: str
    size: QSize
    paint: Callable[[QPainter, QSize], None]


class ChartSaving(QObject):
    """Paints a chart at each turn of the window and writes all of them beside it; `saved` brings their files.

    `progressed` tells how far it is, `troubled` that they could not be written, `ended` that nothing is going on any more.
    """

    progressed = Signal(int, int)
    saved = Signal(object)
    troubled = Signal(str)
    ended = Signal()

    def __init__(self, *, pool: Pool | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = Path()
        self._orders: list[tuple[Chart, str]] = []
        self._painted: list[tuple[str, bytes]] = []
        self._task = OneTask(self, pool=pool)
        # Painting is for the thread of the window: eighteen charts at once would stop it for a third of a second.
        self._turn = every(0, self._on_turn, self)

    def is_saving(self) -> bool:
        """Say whether charts are being saved."""
        return self._turn.isActive() or self._task.is_running()

    def start(self, charts: Sequence[Chart], folder: Path) -> None:
        """Save charts in all forms, unless some are being saved already."""
        if charts and not self.is_saving():
            self._folder, self._painted = folder, []
            self._orders = [(chart, form) for form in FORMATS for chart in charts]
            self._turn.start()

    def _on_turn(self) -> None:
        chart, form = self._orders[len(self._painted)]
        # One that cannot be painted is a fault, told once; the next turn would only come to it again.
        self._turn.stop()
        try:
            self._painted.append((f"{chart.key}.{form}", chart_file(chart, form)))
        except Exception:
            self.ended.emit()
            raise
        self.progressed.emit(len(self._painted), len(self._orders))
        if len(self._painted) < len(self._orders):
            self._turn.start()
        else:
            self._write()

    def _write(self) -> None:
        painted, folder = tuple(self._painted), self._folder
        self._task.start(
            lambda _progress: write_charts(painted, folder),
            finished=self.saved,
            refused=self._on_refused,
            ended=self.ended,
        )

    def _on_refused(self, trouble: Trouble) -> None:
        self.troubled.emit(trouble.sentence)


def chart_file(chart: Chart, form: str) -> bytes:
    """Return a chart as a file of one of the `FORMATS`."""
    size = QSize(chart.size.width(), chart.size.height() + _TITLE)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if form == "png":
        QImageWriter(buffer, b"png").write(_as_image(chart, size))
    elif form == "svg":
        drawing = QSvgGenerator()
        drawing.setOutputDevice(buffer)
        drawing.setSize(size)
        drawing.setViewBox(QRectF(0, 0, size.width(), size.height()))
        drawing.setResolution(_DPI)
        drawing.setTitle(chart.title)
        _paint_on(drawing, chart, size)
    else:
        writer = QPdfWriter(buffer)
        writer.setResolution(_DPI)
        writer.setTitle(chart.title)
        page = QPageSize(QSizeF(size) / _DPI, QPageSize.Unit.Inch)
        writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
        _paint_on(writer, chart, size)
        del writer
    return bytes(buffer.data().data())


def _as_image(chart: Chart, size: QSize) -> QImage:
    # Three dots for each of the screen: on paper a chart is small.
    image = QImage(size * _SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SCALE)
    image.fill(Qt.GlobalColor.white)
    _paint_on(image, chart, size)
    return image


def _paint_on(device: QPaintDevice, chart: Chart, size: QSize) -> None:
    dark = palette.is_dark()
    # Paper is white in both schemes.
    palette.choose(dark=False)
    painter = QPainter(device)
    try:
        draw.fill(painter, QRectF(0, 0, size.width(), size.height()), "panel")
        head = QRectF(16, 8, size.width() - 32, _TITLE - 12)
        draw.text(painter, head, chart.title, size=15, bold=True)
        draw.text(painter, head, chart.beside, size=12, tone="slate", align=draw.RIGHT)
        painter.translate(0, _TITLE)
        chart.paint(painter, chart.size)
    finally:
        painter.end()
        palette.choose(dark=dark)
