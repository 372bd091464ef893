"""The pages of one PDF as pictures for the window: asked for while painting, made beside it, kept for the next painting."""

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.parts.pdf_pages import PageSize, page_image, page_sizes
from cmc_desk.ui.task import Pool, Task

# A page of A4 that fills a large screen takes about 8 MB.
_MOST_BYTES = 64_000_000


@dataclass(frozen=True, slots=True)
class _Wish:
    """A page (from 0) and how many pixels wide it is wanted; `turn` counts the documents that were shown."""

    turn: int
    page: int
    width: int


class PageImages(QObject):
    """`opened` says that the sizes are known, `ready` that a picture of a page has come, `troubled` (a sentence) that none can."""

    opened = Signal()
    ready = Signal(int)
    troubled = Signal(str)

    def __init__(self, *, pool: Pool | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = pool
        self._turn = 0
        self.content = b""
        self.sizes: tuple[PageSize, ...] = ()
        self._kept: OrderedDict[_Wish, QImage] = OrderedDict()
        self._bytes = 0
        self._wanted: list[_Wish] = []
        self._running: _Wish | None = None
        self._drawing: Task[QImage] | None = None
        self._opening: Task[tuple[int, tuple[PageSize, ...]]] | None = None

    def open(self, content: bytes) -> None:
        """Take another PDF; nothing at all shows nothing."""
        self._turn += 1
        self.content, self.sizes = content, ()
        self._kept.clear()
        self._bytes = 0
        self._wanted.clear()
        if not content:
            self.opened.emit()
            return
        turn = self._turn
        task = Task(lambda _progress: (turn, page_sizes(content)), pool=self._pool)
        task.finished.connect(self._on_opened)
        task.refused.connect(self._on_not_opened)
        task.failed.connect(self._on_failed)
        self._opening = task
        task.start()

    def image(self, page: int, width: int) -> QImage | None:
        """Return a page (from 0) `width` pixels wide; if it is not there yet it is made next, and `ready` says so."""
        wish = _Wish(self._turn, page, width)
        if not 0 <= page < len(self.sizes) or width < 1:
            return None
        if wish not in self._kept:
            if wish in self._wanted:
                self._wanted.remove(wish)
            if wish != self._running:
                # What was asked for last is what is looked at.
                self._wanted.append(wish)
            self._next()
        found = self._kept.get(wish)
        if found is not None:
            self._kept.move_to_end(wish)
        return found

    def nearest(self, page: int, width: int) -> QImage | None:
        """Return the picture of a page that comes nearest to `width`, to stand there until the right one is made."""
        found = [wish for wish in self._kept if wish.page == page]
        best = min(found, key=lambda wish: abs(wish.width - width), default=None)
        return self._kept[best] if best is not None else None

    def look_ahead(self, page: int, width: int) -> None:
        """Make this picture too, when nothing else is wanted: it will be looked at next."""
        wish = _Wish(self._turn, page, width)
        if (
            0 <= page < len(self.sizes)
            and wish not in self._kept
            and wish not in self._wanted
            and wish != self._running
        ):
            self._wanted.insert(0, wish)
            self._next()

    def forget_wishes(self) -> None:
        """Make nothing that was asked for before: what is looked at has changed."""
        self._wanted.clear()

    def _next(self) -> None:
        if self._running is not None or not self._wanted:
            return
        wish, content = self._wanted.pop(), self.content
        self._running = wish
        task = Task(lambda _progress: page_image(content, wish.page, width=wish.width), pool=self._pool)
        task.finished.connect(self._on_drawn)
        task.refused.connect(self._on_not_drawn)
        task.failed.connect(self._on_failed)
        task.ended.connect(self._on_ended)
        self._drawing = task
        task.start()

    def _keep(self, wish: _Wish, image: QImage) -> None:
        self._kept[wish] = image
        self._bytes += image.sizeInBytes()
        while self._bytes > _MOST_BYTES and len(self._kept) > 1:
            _oldest, gone = self._kept.popitem(last=False)
            self._bytes -= gone.sizeInBytes()

    def _on_opened(self, found: object) -> None:
        if isinstance(found, tuple) and found[0] == self._turn:
            self.sizes = found[1]
            self.opened.emit()

    def _on_drawn(self, image: object) -> None:
        wish = self._running
        if wish is not None and wish.turn == self._turn and isinstance(image, QImage):
            self._keep(wish, image)

    def _on_not_opened(self, trouble: object) -> None:
        if self.sender() is self._opening:
            self._give_up(trouble)

    def _on_not_drawn(self, trouble: object) -> None:
        if self._running is not None and self._running.turn == self._turn:
            self._give_up(trouble)

    def _give_up(self, trouble: object) -> None:
        # Without sizes nothing is asked for again at the next painting.
        self.sizes = ()
        self._wanted.clear()
        if isinstance(trouble, Refusal | Unavailable):
            self.troubled.emit(trouble.sentence)

    def _on_failed(self, error: object) -> None:
        if isinstance(error, Exception):
            raise error

    def _on_ended(self) -> None:
        wish, self._running = self._running, None
        if wish is not None and wish.turn == self._turn:
            self.ready.emit(wish.page)
        self._next()
