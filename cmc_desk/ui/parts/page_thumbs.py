"""Small pictures of all pages beneath one another; the chosen one has a frame and a bold number."""

from collections.abc import Collection

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui import icons
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.page_images import PageImages
from cmc_desk.ui.parts.row_model import Column, Index, RowTableModel
from cmc_desk.ui.parts.row_view import Choice

_WIDTH = 64
_STRIP = 88
_NUMBER = 22
_ABOVE = 8
_FRAME = 3


class PageThumbs(QListView):
    """`chosen` says which page (from 0) somebody wants; a paper of one page has no strip."""

    chosen = Signal(int)

    def __init__(self, images: PageImages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.images = images
        self.marked: frozenset[int] = frozenset()
        self._marking = False
        self._model: RowTableModel[int] = RowTableModel((Column("", self._spoken),), key=int, parent=self)
        self.setModel(self._model)
        self.setItemDelegate(_ThumbDelegate(self))
        self.setAccessibleName(_("Pages"))
        self.setFixedWidth(_STRIP)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._choice = Choice(self, self._model)
        self._choice.changed.connect(self._on_changed)

    def show_pages(self) -> None:
        """Show the pages of another PDF."""
        pages = len(self.images.sizes)
        self._choice.set_rows(range(pages))
        self.setVisible(pages > 1)

    def mark(self, page: int) -> None:
        """Show that this page is the one beside."""
        self._marking = True
        self._choice.choose(page)
        self._marking = False

    def set_marked(self, pages: Collection[int]) -> None:
        """Show that there is something to look at on these pages."""
        self.marked = frozenset(pages)
        self.viewport().update()

    def height_of(self, page: int) -> int:
        """Return how high a small picture is."""
        size = self.images.sizes[page]
        return round(min(_WIDTH * size.height / size.width, 2 * _WIDTH))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        draw.fill(painter, self.viewport().rect(), "sand2")
        painter.end()
        super().paintEvent(event)

    def _spoken(self, page: int) -> str:
        return _("page {page} of {pages}").format(page=page + 1, pages=len(self.images.sizes))

    def _on_changed(self, page: object) -> None:
        if isinstance(page, int) and not self._marking:
            self.chosen.emit(page)


class _ThumbDelegate(QStyledItemDelegate):
    """Paints one small page and its number."""

    def __init__(self, view: PageThumbs) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        page = index.row()
        there = page < len(self._view.images.sizes)
        return QSize(_STRIP, _ABOVE + _NUMBER + (self._view.height_of(page) if there else _WIDTH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        page, view = index.row(), self._view
        area = QRectF(option.rect)
        draw.fill(painter, area, "sand2")
        if page >= len(view.images.sizes):
            return
        chosen = view.currentIndex().row() == page
        sheet = QRectF(area.x() + (_STRIP - _WIDTH) / 2, area.y() + _ABOVE, _WIDTH, view.height_of(page))
        draw.fill(painter, sheet, "white")
        image = view.images.image(page, round(_WIDTH * view.devicePixelRatioF()))
        if image is not None:
            painter.drawImage(sheet, image)
        if chosen:
            draw.box(painter, sheet.adjusted(-_FRAME, -_FRAME, _FRAME, _FRAME), edge="sea", radius=0, width=_FRAME)
        else:
            draw.box(painter, sheet.adjusted(-1, -1, 1, 1), edge="edge", radius=0)
        number = QRectF(area.x(), sheet.bottom(), _STRIP, _NUMBER)
        tone = "ink" if chosen else "slate"
        draw.text(painter, number, str(page + 1), size=12, bold=chosen, tone=tone, align=draw.MIDDLE)
        if page in view.marked:
            icons.paint(
                painter, QRectF(sheet.right() - 8, sheet.top() - 6, 14, 14), "triangle", "amber", ground="white"
            )
