"""Two texts of one entry, kept side by side because two people wrote at once: which one stays is a person's to say."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmc_desk.desk.note_list import entry_of
from cmc_desk.desk.notes import settle_conflict
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.notes import NoteEntry
from cmc_desk.rules.refusal import Unavailable
from cmc_desk.rules.word_difference import redlined
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.summaries.redline import RedlineArea
from cmc_desk.ui.summaries.side_panel import SidePanel

KEEP_FIRST, KEEP_SECOND, KEEP_BOTH = "1", "2", "3"


class ComparePanel(SidePanel):
    """What the second text has and the first has not is underlined, the other way round it is struck."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Two texts of one entry"), parent=parent)
        self._pair: tuple[NoteEntry, NoteEntry] | None = None
        self.first, self.second = (Text(size=12, wrap=True, parent=self) for _place in range(2))
        self.difference = RedlineArea(name=_("From the first text to the second"), parent=self)
        self.keep_first = DeskButton(_("Keep the first"), key=KEEP_FIRST, size="small", bind=False, parent=self)
        self.keep_second = DeskButton(_("Keep the second"), key=KEEP_SECOND, size="small", bind=False, parent=self)
        self.keep_both = DeskButton(_("Keep both as entries"), key=KEEP_BOTH, size="small", bind=False, parent=self)
        for key, button, which in (
            (KEEP_FIRST, self.keep_first, 0),
            (KEEP_SECOND, self.keep_second, 1),
            (KEEP_BOTH, self.keep_both, -1),
        ):
            button.clicked.connect(partial(self._settle, which))
            self.bind(key, button.click)
        above = QVBoxLayout()
        above.setContentsMargins(16, 10, 16, 0)
        above.setSpacing(4)
        above.addWidget(self.first)
        above.addWidget(self.second)
        keep = QHBoxLayout()
        keep.setContentsMargins(16, 8, 16, 0)
        keep.setSpacing(8)
        keep.addWidget(self.keep_first)
        keep.addWidget(self.keep_second)
        keep.addStretch(1)
        both = QHBoxLayout()
        both.setContentsMargins(16, 8, 16, 12)
        both.addWidget(self.keep_both)
        both.addStretch(1)
        self.column.addLayout(above)
        self.column.addWidget(self.difference, 1)
        self.column.addLayout(keep)
        self.column.addLayout(both)

    def open(self, item: str, entry: str) -> None:
        """Show the text that was kept beside another, by its entry."""
        del item
        self._read(entry)

    def refresh(self) -> None:
        if self._pair is not None:
            self._read(self._pair[1].key)

    def first_field(self) -> QWidget:
        return self.keep_first

    def _read(self, entry: str) -> None:
        read = self.context.desk.read_promptly
        try:
            second = read(entry_of, entry=entry) if entry else None
            first = read(entry_of, entry=second.conflict_of) if second is not None and second.conflict_of else None
        except Unavailable as trouble:
            self.first.setText(trouble.sentence)
            return
        gone = second is None or first is None or first.deleted_at is not None or second.deleted_at is not None
        self._pair = None if gone or first is None or second is None else (first, second)
        if self._pair is None or first is None or second is None:
            self.first.setText(_("This was settled already."))
            self.second.setText("")
            self.difference.line.show_pieces(())
        else:
            self.first.setText(_("First: {name}").format(name=self._who(first)))
            self.second.setText(_("Second: {name}").format(name=self._who(second)))
            self.difference.line.show_pieces(redlined(first.written.text, second.written.text))
        for button in (self.keep_first, self.keep_second, self.keep_both):
            button.allow(why_not="" if self._pair is not None else _("This was settled already."))

    def _who(self, entry: NoteEntry) -> str:
        return f"{entry.changed_by or entry.author}, {self.context.facts.clock(entry.changed_at, seconds=True)}"

    def _settle(self, which: int) -> None:
        if self._pair is None:
            return
        self.context.settle()
        keep = self._pair[which].key if which >= 0 else ""
        if self.context.attempt(settle_conflict, entry=self._pair[1].key, keep=keep) is not None:
            words = (_("The first text stays."), _("The second text stays."), _("Both stay, as two entries."))
            self.context.say("notice", _("Settled: "), words[which], undo=True)
            self.left.emit()
