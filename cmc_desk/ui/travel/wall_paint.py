"""How the seat wall is painted: delegations with their flags, tiles with stripe, icon, word and surname."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from cmc_desk.ui import icons
from cmc_desk.ui.palette import colour
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.flag import paint_flag
from cmc_desk.ui.theme import font
from cmc_desk.ui.travel.tiles import SIGN_TONES, Stripe, Tile, TileLook
from cmc_desk.ui.travel.wall_layout import Box, PlacedBlock, PlacedTile

STRIPE = 5
_DASH, _HOLE = 5, 3
# The room of a sign, or of the dot of a wish, with what parts it from the words.
_MARK = 15
_FACES = ((12, True), (11, True), (11, False), (10, False))


def paint_block(painter: QPainter, placed: PlacedBlock, *, chosen: str, focused: bool, last: bool) -> None:
    """Paint a delegation with its seats; `last` says that it stands in the last column, where no line follows."""
    box, block = placed.box, placed.block
    left, middle = box.x + 12, box.y + 16
    paint_flag(painter, left, middle, block.flag, 18)
    name = QRectF(left + 24, box.y + 4, box.width - 48, 24)
    draw.text(painter, name, block.name, size=13, bold=True)
    draw.across(painter, box.x, box.x + box.width, box.y + box.height - 1)
    if not last:
        draw.down(painter, box.x + box.width - 1, box.y, box.y + box.height)
    for one in placed.tiles:
        paint_tile(painter, one)
        if one.tile.key == chosen:
            _ring(painter, one.box, focused=focused)


def paint_tile(painter: QPainter, placed: PlacedTile) -> None:
    """Paint a seat; one that the filter does not mean keeps its word, in faint letters without a ground."""
    tile, box = placed.tile, placed.box
    look = tile.look if placed.shown else TileLook(tile.look.icon, "faint")
    area = QRectF(box.x, box.y, box.width, box.height)
    painter.fillRect(area, colour(look.ground))
    _edge(painter, area, look)
    paint_stripes(painter, area, tile.stripes if placed.shown else ())
    left = area.x() + STRIPE + 6
    icons.paint(painter, QRectF(left, round(area.center().y() - 8), 16, 16), look.icon, look.tone)
    marks = _MARK * (bool(tile.sign) + bool(tile.warned))
    whole = area.right() - left - 24
    word, second = _lines(tile, whole - marks)
    # A long word has the upper line to itself, and the marks stand beside the surname, which is known from its beginning.
    low = bool(marks) and not second and draw.text_width(word, font(12, bold=True)) > whole - marks
    upper = QRectF(left + 21, area.y() + 1, whole - (0 if low else marks), 18)
    size, bold = word_face(word, upper.width())
    draw.text(painter, upper, word, size=size, bold=bold, tone=look.tone)
    below = QRectF(left + 21, area.y() + 18, whole - (marks if low else 0), 17)
    if second:
        draw.text(painter, below.translated(0, -2), second, size=12, bold=True, tone=look.tone)
    else:
        draw.text(painter, below, tile.surname or "–", size=11, tone="ink" if placed.shown else "faint")
    if placed.shown:
        _signs(painter, area.translated(0, 16) if low else area, tile, look)


def _lines(tile: Tile, room: float) -> tuple[str, str]:
    """Return the word of a seat; where nobody sits there and it is long, its last word goes to the line of the surname."""
    face = font(12, bold=True)
    first, _space, last = tile.word.rpartition(" ")
    if tile.surname or not first or draw.text_width(tile.word, face) <= room + 0.5:
        return tile.word, ""
    return first, last


def word_face(word: str, room: float) -> tuple[int, bool]:
    """Return the size of a word, and whether it is bold: some languages need so many letters that it stands smaller, but whole."""
    for size, bold in _FACES:
        if draw.text_width(word, font(size, bold=bold)) <= room + 0.5:
            return size, bold
    return _FACES[-1]


def paint_stripes(painter: QPainter, area: QRectF, stripes: tuple[Stripe, ...]) -> None:
    """Paint the marks of the agencies down the left edge, each as high as its share; a broken one has holes."""
    top = area.y()
    for stripe in stripes:
        bottom = min(area.bottom(), round(top + area.height() * stripe.share))
        if stripe is stripes[-1]:
            bottom = area.bottom()
        tone = colour(stripe.tone)
        if not stripe.broken:
            painter.fillRect(QRectF(area.x(), top, STRIPE, bottom - top), tone)
        else:
            y = top
            while y < bottom:
                painter.fillRect(QRectF(area.x(), y, STRIPE, min(_DASH, bottom - y)), tone)
                y += _DASH + _HOLE
        top = bottom


def _signs(painter: QPainter, area: QRectF, tile: Tile, look: TileLook) -> None:
    x = area.right() - 15
    if tile.sign:
        icons.paint(painter, QRectF(x, area.y() + 4, 13, 13), tile.sign, SIGN_TONES[tile.sign], ground=look.ground)
        x -= 12
    if tile.warned:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("amber"))
        painter.drawEllipse(QRectF(x + 4, area.y() + 7, 7, 7))
        painter.restore()


def _edge(painter: QPainter, area: QRectF, look: TileLook) -> None:
    if look.edge == look.ground:
        return
    pen = QPen(colour(look.edge), 1)
    if look.dashed:
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))


def _ring(painter: QPainter, box: Box, *, focused: bool) -> None:
    area = QRectF(box.x - 3, box.y - 3, box.width + 6, box.height + 6)
    draw.box(painter, area, edge="sea" if focused else "edge", width=2)
