"""The charts of the overview as files for a report: PNG, SVG or PDF, on white, in the style of the program."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QImageWriter, QPageLayout, QPageSize, QPaintDevice, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from cmc_desk.desk.chart_files import write_charts
from cmc_desk.ui import palette
from cmc_desk.ui.parts import draw

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


def save_charts(charts: Sequence[Chart], folder: Path, *, form: str) -> tuple[Path, ...]:
    """Write charts into a folder and return the files; raises Unavailable if it cannot be written."""
    return write_charts(((f"{chart.key}.{form}", chart_file(chart, form)) for chart in charts), folder)


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
