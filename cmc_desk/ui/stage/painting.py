"""Draws the pieces of a screen of the room."""

from collections.abc import Mapping
from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPixmapCache, QPolygonF
from PySide6.QtSvg import QSvgRenderer

from cmc_desk.resource import resource
from cmc_desk.rules.word_difference import Kept
from cmc_desk.ui.parts.flag import flag_pixmap
from cmc_desk.ui.stage.fitting import first_baseline, width_of
from cmc_desk.ui.stage.marked_lines import MarkedLine
from cmc_desk.ui.stage.pieces import (
    Bar,
    Figures,
    Fill,
    Flag,
    Mark,
    Marked,
    Outline,
    Piece,
    Words,
    baselines,
    figures_start,
    rect,
    sign_boxes,
)
from cmc_desk.ui.stage.tones import tone
from cmc_desk.ui.theme import font

_STRIPE = 1.15
# Where the line of a mark stands from that of the letters, in parts of their size.
_MARKS = {Kept.REMOVED: -0.27, Kept.ADDED: 0.16}
# What came into a recommendation has the tone of its number, what is proposed for a draft one of its own.
_APPROVED = {Kept.REMOVED: "over", Kept.ADDED: "bar"}
_PROPOSED = {Kept.REMOVED: "over", Kept.ADDED: "added"}
_THICK = 0.07
# From the top of a line down past the figures, in parts of their size.
_FIGURE_HEIGHT = 1.05
# A figure may reach out of its place by a hair.
_LEAN = 4


def paint(painter: QPainter, piece: Piece, *, light: bool) -> None:
    """Draw one piece."""
    match piece:
        case Words():
            _paint_words(painter, piece, light=light)
        case Figures():
            _paint_figures(painter, piece, light=light)
        case Flag():
            area = rect(piece.box).toRect()
            scale = painter.device().devicePixelRatio()
            painter.drawPixmap(area, flag_pixmap(piece.code, area.width(), scale))
        case Mark():
            _paint_mark(painter, piece, light=light)
        case Bar():
            _paint_bar(painter, piece, light=light)
        case Fill():
            painter.fillRect(rect(piece.box), tone(piece.tone, light=light))
        case Outline():
            _paint_outline(painter, piece, light=light)
        case Marked():
            _paint_marked(painter, piece, light=light)


def _paint_words(painter: QPainter, piece: Words, *, light: bool) -> None:
    painter.setFont(font(piece.size, bold=piece.bold))
    painter.setPen(tone(piece.tone, light=light))
    for line, start in zip(piece.lines, baselines(piece), strict=True):
        painter.drawText(start, line)
    for look, start in zip(piece.looks, baselines(piece), strict=False):
        # Over what is drawn already: only the colour differs, every letter stands where it stood.
        _mark_changes(painter, look, start, piece.size, _APPROVED, light=light)


def _mark_changes(
    painter: QPainter, line: MarkedLine, start: QPointF, size: int, tones: Mapping[Kept, str], *, light: bool
) -> None:
    """Strike what went and underline what came, in words of a tone of their own."""
    thick = max(2.0, size * _THICK)
    for one in line.pieces:
        if one.kept is Kept.SAME or not one.text.strip():
            continue
        colour = tone(tones[one.kept], light=light)
        painter.setPen(colour)
        painter.drawText(start + QPointF(one.left, 0), one.text)
        # Blanks at either end belong to nobody.
        left = start.x() + one.left + one.lead
        painter.fillRect(
            QRectF(left, start.y() + size * _MARKS[one.kept] - thick / 2, one.width - one.lead, thick), colour
        )


def _paint_figures(painter: QPainter, piece: Figures, *, light: bool) -> None:
    """Draw a time from pictures of its figures: outlines as high as a hand would be filled anew each second."""
    scale = painter.device().devicePixelRatio()
    top = round(figures_start(piece).y() - piece.size)
    asked = painter.clipBoundingRect()
    for sign, box in sign_boxes(piece):
        if rect(box).adjusted(-_LEAN, 0, _LEAN, 0).intersects(asked):
            made = _figure(sign, piece.size, tone(piece.tone, light=light).name(), scale)
            painter.drawPixmap(QPointF(round(box[0]), top), made)


# A few sizes in three colours; at most 30 MB on the largest screens.
@lru_cache(maxsize=24)
def _figure(sign: str, size: int, colour: str, scale: float) -> QPixmap:
    width = width_of(sign, size, bold=True)
    made = QPixmap(QSize(max(1, round((width + 2) * scale)), max(1, round(size * _FIGURE_HEIGHT * scale))))
    made.setDevicePixelRatio(scale)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setFont(font(size, bold=True))
    painter.setPen(QColor(colour))
    painter.drawText(QPointF(0, size), sign)
    painter.end()
    return made


def _paint_mark(painter: QPainter, piece: Mark, *, light: bool) -> None:
    area = rect(piece.box).toRect()
    scale = painter.device().devicePixelRatio()
    colour = tone(piece.tone, light=light).name()
    key = f"cmc-stage:{piece.icon}:{area.width()}:{colour}:{scale}"
    found = QPixmap()
    if not QPixmapCache.find(key, found):
        side = max(1, round(area.width() * scale))
        found = QPixmap(QSize(side, side))
        found.fill(Qt.GlobalColor.transparent)
        inside = QPainter(found)
        drawing = _drawing(piece.icon).replace("currentColor", colour)
        QSvgRenderer(QByteArray(drawing.encode())).render(inside, QRectF(0, 0, side, side))
        inside.end()
        found.setDevicePixelRatio(scale)
        QPixmapCache.insert(key, found)
    painter.drawPixmap(area, found)


def _paint_bar(painter: QPainter, piece: Bar, *, light: bool) -> None:
    area = rect(piece.box)
    if piece.over:
        _paint_hatched(painter, area, light=light)
        return
    painter.fillRect(area, tone("track", light=light))
    painter.fillRect(QRectF(area.x(), area.y(), area.width() * piece.share, area.height()), tone("bar", light=light))
    gap = max(1.0, area.height() / 10)
    for cut in piece.cuts:
        x = area.x() + area.width() * cut
        painter.fillRect(QRectF(round(x - gap / 2), area.y(), gap, area.height()), tone("ground", light=light))


def _paint_hatched(painter: QPainter, area: QRectF, *, light: bool) -> None:
    painter.fillRect(area, tone("overTrack", light=light))
    painter.save()
    painter.setClipRect(area)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tone("over", light=light))
    height = area.height()
    x = area.x() - height
    while x < area.right() + height:
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(x, area.bottom()),
                    QPointF(x + height, area.top()),
                    QPointF(x + height * (1 + _STRIPE / 2), area.top()),
                    QPointF(x + height * _STRIPE / 2, area.bottom()),
                ]
            )
        )
        x += height * _STRIPE
    painter.restore()


def _paint_marked(painter: QPainter, piece: Marked, *, light: bool) -> None:
    start = QPointF(piece.box[0], piece.box[1] + first_baseline(piece.size))
    painter.setFont(font(piece.size))
    painter.setPen(tone("text", light=light))
    for one in piece.line.pieces:
        if one.kept is Kept.SAME:
            painter.drawText(start + QPointF(one.left, 0), one.text)
    _mark_changes(painter, piece.line, start, piece.size, _PROPOSED, light=light)


def _paint_outline(painter: QPainter, piece: Outline, *, light: bool) -> None:
    pen = QPen(tone(piece.tone, light=light), piece.line)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    half = piece.line / 2
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect(piece.box).adjusted(half, half, -half, -half))


@cache
def _drawing(name: str) -> str:
    return resource("icons", name + ".svg").read_text(encoding="utf-8")
