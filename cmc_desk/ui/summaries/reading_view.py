"""The reading view: somebody reads a summary aloud from it, page by page, and the room may read with them on the stage."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmc_desk.desk import readouts
from cmc_desk.desk.readouts import Slot
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext, texts
from cmc_desk.rules.reading_time import reading
from cmc_desk.rules.readouts import Readout
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.rules.summary_words import summary_word
from cmc_desk.ui import settings
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.chip import Chip, ChipLook
from cmc_desk.ui.parts.keycap import key_text
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.stage.look import ReadingLook
from cmc_desk.ui.summaries.page_parts import READOUT, PagePart
from cmc_desk.ui.summaries.reading_canvas import ReadingCanvas
from cmc_desk.ui.summaries.reading_pages import read_lines, read_parts, words_from
from cmc_desk.ui.summaries.readout_acts import ReadoutActs
from cmc_desk.ui.summaries.readout_rows import status_chip
from cmc_desk.ui.summaries.readout_side import SPOKEN_KEY
from cmc_desk.ui.summaries.readout_view import TABLES

STAGE_KEY, ALONE_KEY, BUILD_KEY = "Ctrl+F6", "F11", "F8"
SIZES = (22, 26, 30, 34, 40, 48, 58)
_USUAL = 34
_FORTH = (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BACK = (Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Backspace)


class ReadingView(PagePart):
    """What is read is what stands in the builder: nothing can be changed here by a slip of the hand."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.readout: Readout | None = None
        self._slot: Slot | None = None
        self.acts = ReadoutActs(context)
        self._size = _size_of_before()
        self._alone = False
        self.title = Text(size=20, bold=True, parent=self)
        self.chip = Chip(parent=self)
        self.who = Chip(parent=self)
        self.names = Chip(parent=self)
        self.time = Text(size=20, bold=True, parent=self)
        self.canvas = ReadingCanvas(size=self._size)
        self.place = Text(size=14, bold=True, parent=self)
        self.rest = Text(size=13, tone="slate", parent=self)
        self.back_button = DeskButton(key="PgUp", bind=False, size="small")
        self.back_button.setAccessibleName(_("Page before"))
        self.next_button = DeskButton(_("Next page"), key="Space", bind=False, kind="primary", size="small")
        self.smaller = DeskButton("A−", key="Ctrl+-", size="small", show_key=False)
        self.smaller.setAccessibleName(_("Smaller letters"))
        self.larger = DeskButton("A+", key="Ctrl++", size="small", show_key=False)
        self.larger.setAccessibleName(_("Larger letters"))
        self.stage = DeskButton(_("Stage"), key=STAGE_KEY, icon="screen", size="small")
        self.stage.setAccessibleName(_("On the stage"))
        self.stage.setCheckable(True)
        self.alone = DeskButton(_("Full screen"), key=ALONE_KEY, size="small")
        self.alone.setCheckable(True)
        self.spoken = DeskButton(_("It was read out"), key=SPOKEN_KEY, icon="speak", size="small")
        self.build = DeskButton(_("Build"), key=BUILD_KEY, size="small")
        self.build.setAccessibleName(_("Put the read-out together"))
        self.leave = DeskButton(_("Back"), key="Esc", size="small")
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.canvas)

    def open(self, key: str) -> None:
        """Show a read-out from its first page."""
        self.acts.key = key or self.acts.key
        self.read()
        self.canvas.turn(0)

    def reload(self, tables: frozenset[str]) -> None:
        """Read again what has changed; the page stays where it can."""
        if tables & TABLES:
            self.read()

    def read(self) -> None:
        """Show the read-out as it stands now."""
        desk, key = self.context.desk, self.acts.key
        try:
            self.readout = desk.read(readouts.readout, key=key)
            left = sum(len(one.found) for one in desk.read(readouts.names_left, key=key))
            self._slot = next((one for one in desk.read(readouts.readout_slots) if one.key == key), None)
        except (Refusal, Unavailable) as trouble:
            self.context.say("amber", trouble.sentence)
            return
        facts = self.context.facts
        self.title.setText(self.readout.title)
        self.chip.set_look(status_chip(facts, self.readout))
        self.who.set_look(ChipLook(_("With names") if self.readout.attributed else _("Without names"), "outline"))
        self.names.setVisible(bool(left))
        self.names.set_look(ChipLook(ngettext("{n} name left", "{n} names left", left).format(n=left), "blocks"))
        self.canvas.show_lines(read_lines(self.readout))
        self.spoken.allow(why_not="" if self.readout.words else _("Nothing stands in it yet."))
        self._on_turned()

    def changed_unseen(self, tables: frozenset[str]) -> None:
        """Let the room go on reading what is written, while another page stands in the window."""
        if tables & TABLES and isinstance(self.context.on_stage, ReadingLook):
            self.read()

    def ticked(self, now: datetime) -> None:
        """Show the time, and how much of the slot is left."""
        self.time.setText(self.context.facts.clock(now, seconds=True))
        self.stage.setChecked(isinstance(self.context.on_stage, ReadingLook))
        self.rest.setText(" · ".join(part for part in (self._to_read(), self._slot_words(now)) if part))

    def keys(self) -> Sequence[tuple[str, str]]:
        return (
            (f"{key_text('Space')}, {key_text('PgDown')}, →", _("Next page")),
            (f"{key_text('PgUp')}, ←", _("Page before")),
            (key_text("Home"), _("First page")),
            (key_text("End"), _("Last page")),
            (key_text("Ctrl++"), _("Larger letters")),
            (key_text("Ctrl+-"), _("Smaller letters")),
            (key_text(STAGE_KEY), _("Let the room read it on the stage, or not any more")),
            (key_text(ALONE_KEY), _("Full screen")),
            (key_text(BUILD_KEY), _("Put the read-out together")),
            (key_text(SPOKEN_KEY), _("It was read out: keep it word for word")),
        )

    def look(self) -> ReadingLook | None:
        """Return the page as the stage shows it."""
        readout = self.readout
        if readout is None:
            return None
        words = summary_word(readout.status, texts(readout.language))
        if readout.version:
            # All that the room reads is in the language of the read-out, whatever that of the windows is.
            numbered = texts(readout.language).gettext("{status} · version {number}")
            words = numbered.format(status=words, number=readout.version)
        parts = read_parts(self.canvas.column, self.canvas.shown())
        return ReadingLook(readout.title, words, parts, self.canvas.page + 1, self.canvas.pages)

    def _to_read(self) -> str:
        readout = self.readout
        if readout is None:
            return ""
        words = words_from(self.canvas.column, self.canvas.starts[self.canvas.page])
        left = reading(words, words_a_minute=readout.words_a_minute).minutes
        return _("about {minutes} min left").format(minutes=left)

    def _slot_words(self, now: datetime) -> str:
        slot = self._slot
        if slot is None or slot.starts is None or not slot.minutes:
            return ""
        ends = slot.starts + timedelta(minutes=slot.minutes)
        return _("until {time}").format(time=self.context.facts.clock(ends)) if now < ends else _("the slot is over")

    def _on_turned(self) -> None:
        canvas = self.canvas
        self.place.setText(_("Page {page} of {pages}").format(page=canvas.page + 1, pages=canvas.pages))
        self.back_button.allow(why_not="" if canvas.page else _("This is the first page."))
        self.next_button.allow(why_not="" if canvas.page + 1 < canvas.pages else _("This is the last page."))
        self.ticked(self.context.now())
        if isinstance(self.context.on_stage, ReadingLook):
            self.context.put_on_stage(self.look())

    def _on_next(self) -> None:
        self.canvas.turn(self.canvas.page + 1)

    def _on_before(self) -> None:
        self.canvas.turn(self.canvas.page - 1)

    def _resize(self, steps: int) -> None:
        here = SIZES.index(self._size)
        self._size = SIZES[max(0, min(len(SIZES) - 1, here + steps))]
        settings.say("reading_size", str(self._size))
        self.canvas.set_size(self._size)

    def _on_larger(self) -> None:
        self._resize(1)

    def _on_smaller(self) -> None:
        self._resize(-1)

    def _on_stage(self) -> None:
        shown = isinstance(self.context.on_stage, ReadingLook)
        self.context.put_on_stage(None if shown else self.look())
        self.stage.setChecked(not shown)

    def _on_alone(self) -> None:
        self._alone = not self._alone
        self.alone.setChecked(self._alone)
        self.context.alone_asked.emit(self._alone)

    def _on_spoken(self) -> None:
        if self.acts.mark_spoken():
            self.read()

    def _on_build(self) -> None:
        self.part_asked.emit(READOUT, self.acts.key)

    def _on_leave(self) -> None:
        if isinstance(self.context.on_stage, ReadingLook):
            self.context.put_on_stage(None)
        self.left.emit()

    def _connect(self) -> None:
        self.canvas.turned.connect(self._on_turned)
        self.next_button.clicked.connect(self._on_next)
        self.back_button.clicked.connect(self._on_before)
        self.larger.clicked.connect(self._on_larger)
        self.smaller.clicked.connect(self._on_smaller)
        self.stage.clicked.connect(self._on_stage)
        self.alone.clicked.connect(self._on_alone)
        self.spoken.clicked.connect(self._on_spoken)
        self.build.clicked.connect(self._on_build)
        self.leave.clicked.connect(self._on_leave)

    def _lay_out(self) -> None:
        head = Pane("panel", lines="b")
        head.setFixedHeight(52)
        row = QHBoxLayout(head)
        row.setContentsMargins(20, 0, 20, 1)
        row.setSpacing(10)
        row.addWidget(self.title)
        row.addWidget(self.chip)
        row.addWidget(self.who)
        row.addWidget(self.names)
        row.addStretch(1)
        row.addWidget(self.time)
        foot = Pane("sand", lines="t")
        foot.setFixedHeight(48)
        lower = QHBoxLayout(foot)
        lower.setContentsMargins(20, 1, 20, 0)
        lower.setSpacing(8)
        lower.addWidget(self.place)
        lower.addWidget(self.rest, 1)
        for button in (self.smaller, self.larger, self.alone, self.stage, self.spoken, self.build, self.leave):
            lower.addWidget(button)
        lower.addWidget(self.back_button)
        lower.addWidget(self.next_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.canvas, 1)
        column.addWidget(foot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, back = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in _FORTH or (key == Qt.Key.Key_Space and not back):
            self._on_next()
        elif key in _BACK or key == Qt.Key.Key_Space:
            self._on_before()
        elif key == Qt.Key.Key_Home:
            self.canvas.turn(0)
        elif key == Qt.Key.Key_End:
            self.canvas.turn(self.canvas.pages - 1)
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._alone:
            self._on_alone()


def _size_of_before() -> int:
    kept = settings.said("reading_size")
    size = int(kept) if kept.isdecimal() else _USUAL
    return size if size in SIZES else _USUAL
