"""The pages of a PDF as they will be printed: small ones at the left, the chosen one beside them on a mat.

Shared by the papers and the badges. Give it bytes with `show_pdf`; it draws beside the window, and keeps what it has drawn.
While it has the keyboard PgUp and PgDn turn, Home and End go to the ends, + and - change the size, 0 fits the width again; a
page of the program that wants PgUp and PgDn everywhere puts a `PageTurner` into its head.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QHBoxLayout, QStackedLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.empty_state import EmptyState
from cmc_desk.ui.parts.page_images import PageImages
from cmc_desk.ui.parts.page_marks import Mark, mark_at, paint_marks
from cmc_desk.ui.parts.page_thumbs import PageThumbs
from cmc_desk.ui.task import Pool

_AROUND = 14
_ZOOMS = (0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0)
_STEP = 48


class PdfView(QWidget):
    """`turned` says which page is shown (from 1) of how many; `pressed` where on a page somebody clicked (from 0, in points)."""

    turned = Signal(int, int)
    pressed = Signal(int, QPointF)

    def __init__(
        self, *, name: str, whole: bool = False, pool: Pool | None = None, parent: QWidget | None = None
    ) -> None:
        """`whole` fits a page to the height too, so that all of it is seen; else it fits the width."""
        super().__init__(parent)
        self.images = PageImages(pool=pool, parent=self)
        self.thumbs = PageThumbs(self.images, parent=self)
        self.mat = _Mat(self.images, name, self, whole=whole)
        self._trouble = EmptyState(icon="alert", title=_("These pages cannot be shown"), parent=self)
        self._page = 0
        pages = QWidget(self)
        row = QHBoxLayout(pages)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.thumbs)
        row.addWidget(self.mat, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(pages)
        self._stack.addWidget(self._trouble)
        self.setFocusProxy(self.mat)
        self.images.opened.connect(self._on_opened)
        self.images.ready.connect(self._on_ready)
        self.images.troubled.connect(self._on_troubled)
        self.thumbs.chosen.connect(self.go_to)
        self.mat.stepped.connect(self.step)
        self.mat.ended.connect(self.go_to)
        self.mat.pressed.connect(self.pressed)

    def show_pdf(self, content: bytes, *, page: int = 0) -> None:
        """Show a PDF at one of its pages (from 0); no bytes show an empty mat."""
        if content == self.images.content and self.images.sizes:
            self.go_to(page)
            return
        self._page = page
        self._stack.setCurrentIndex(0)
        self.images.open(content)

    def content(self) -> bytes:
        """Return what is shown."""
        return self.images.content

    def page(self) -> int:
        """Return the page that is shown, from 0."""
        return self._page

    def pages(self) -> int:
        """Return how many pages there are; 0 until they are known."""
        return len(self.images.sizes)

    def go_to(self, page: int) -> None:
        """Show a page, from 0; the ends hold."""
        self._page = max(0, min(self.pages() - 1, page))
        self.images.forget_wishes()
        self.thumbs.mark(self._page)
        self.mat.show_page(self._page)
        self.turned.emit(self._page + 1 if self.pages() else 0, self.pages())

    def step(self, pages: int) -> None:
        """Go so many pages further, or back."""
        self.go_to(self._page + pages)

    def zoom(self, steps: int) -> None:
        """Show the page larger or smaller; 0 fits it to the width again."""
        self.mat.zoom(steps)

    def set_marks(self, marks: Mapping[int, Sequence[Mark]]) -> None:
        """Frame these places of the pages (from 0), such as a text that had to shrink."""
        self.mat.set_marks(marks)
        # A frame without a shape says where somebody is, not that anything is to be looked at.
        self.thumbs.set_marked({page for page, some in marks.items() if any(mark.shape for mark in some)})

    def _on_opened(self) -> None:
        self.thumbs.show_pages()
        self.go_to(self._page)

    def _on_ready(self, page: int) -> None:
        self.thumbs.viewport().update()
        if page == self._page:
            self.mat.viewport().update()
            for beside in (page - 1, page + 1):
                self.images.look_ahead(beside, self.mat.pixels_wide(beside))

    def _on_troubled(self, sentence: str) -> None:
        self._trouble.say(_("These pages cannot be shown"), sentence)
        self._stack.setCurrentIndex(1)
        self.turned.emit(0, 0)


class _Mat(QAbstractScrollArea):
    """One page, as wide as there is room or larger."""

    stepped = Signal(int)
    ended = Signal(int)
    pressed = Signal(int, QPointF)

    def __init__(self, images: PageImages, name: str, parent: QWidget, *, whole: bool = False) -> None:
        super().__init__(parent)
        self._images = images
        self._name = name
        self._whole = whole
        self._page = 0
        self._zoom = 1.0
        self._marks: dict[int, tuple[Mark, ...]] = {}
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(name)

    def show_page(self, page: int) -> None:
        """Show a page from its top."""
        self._page = page
        self.setAccessibleName(
            f"{self._name}: " + _("page {page} of {pages}").format(page=page + 1, pages=max(1, len(self._images.sizes)))
        )
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def zoom(self, steps: int) -> None:
        place = _ZOOMS.index(self._zoom)
        self._zoom = _ZOOMS[max(0, min(len(_ZOOMS) - 1, place + steps))] if steps else 1.0
        self._lay_out()
        self.viewport().update()

    def set_marks(self, marks: Mapping[int, Sequence[Mark]]) -> None:
        self._marks = {page: tuple(some) for page, some in marks.items()}
        self.viewport().update()

    def pixels_wide(self, page: int) -> int:
        """Return how many pixels of the screen a page is wide."""
        return round(self._size(page).width() * self.devicePixelRatioF())

    def _size(self, page: int) -> QRectF:
        if not 0 <= page < len(self._images.sizes):
            return QRectF()
        size = self._images.sizes[page]
        room = max(40, self.width() - 2 * _AROUND)
        if room * self._zoom * size.height / size.width + 2 * _AROUND > self.height():
            room -= self.verticalScrollBar().sizeHint().width()
        if self._whole:
            room = max(40, min(room, int((self.height() - 2 * _AROUND) * size.width / size.height)))
        width = round(room * self._zoom)
        return QRectF(0, 0, width, round(width * size.height / size.width))

    def _place(self) -> QRectF:
        """Return where the page lies on the viewport: in the middle, or as far as it was scrolled."""
        sheet, view = self._size(self._page), self.viewport()
        x = max(_AROUND, (view.width() - sheet.width()) / 2) - self.horizontalScrollBar().value()
        return sheet.translated(round(x), _AROUND - self.verticalScrollBar().value())

    def _lay_out(self) -> None:
        sheet, view = self._size(self._page), self.viewport()
        for bar, length, room in (
            (self.horizontalScrollBar(), sheet.width(), view.width()),
            (self.verticalScrollBar(), sheet.height(), view.height()),
        ):
            bar.setRange(0, max(0, int(length) + 2 * _AROUND - room))
            bar.setPageStep(room)
            bar.setSingleStep(_STEP)

    def resizeEvent(self, _event: object) -> None:
        self._lay_out()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:  # noqa: N802 - Qt's name
        self.viewport().update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        draw.fill(painter, self.viewport().rect(), "sand2")
        sheet = self._place()
        if not sheet.isEmpty():
            draw.fill(painter, sheet, "white")
            width = self.pixels_wide(self._page)
            image = self._images.image(self._page, width) or self._images.nearest(self._page, width)
            if image is not None:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(sheet, image)
            draw.box(painter, sheet.adjusted(-1, -1, 1, 1), edge="edge", radius=0)
            paint_marks(painter, sheet, self._images.sizes[self._page], self._marks.get(self._page, ()))
        if self.hasFocus():
            draw.box(painter, self.viewport().rect(), edge="sea", radius=0, width=2)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_PageUp:
                self.stepped.emit(-1)
            case Qt.Key.Key_PageDown:
                self.stepped.emit(1)
            case Qt.Key.Key_Home:
                self.ended.emit(0)
            case Qt.Key.Key_End:
                self.ended.emit(len(self._images.sizes) - 1)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom(1)
            case Qt.Key.Key_Minus:
                self.zoom(-1)
            case Qt.Key.Key_0:
                self.zoom(0)
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turns = event.angleDelta().y()
        bar = self.verticalScrollBar()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if turns > 0 else -1)
        elif turns < 0 and bar.value() == bar.maximum():
            self.stepped.emit(1)
        elif turns > 0 and bar.value() == bar.minimum():
            self.stepped.emit(-1)
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if (point := self._on_page(event.position())) is not None:
            self.pressed.emit(self._page, point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = self._on_page(event.position())
        mark = mark_at(self._marks.get(self._page, ()), point) if point is not None else None
        self.viewport().setToolTip(mark.words if mark else "")

    def _on_page(self, position: QPointF) -> QPointF | None:
        """Return a place of the viewport in points from the upper left corner of the page; None beside it."""
        sheet = self._place()
        if not sheet.contains(position):
            return None
        scale = self._images.sizes[self._page].width / sheet.width()
        return QPointF((position.x() - sheet.x()) * scale, (position.y() - sheet.y()) * scale)
