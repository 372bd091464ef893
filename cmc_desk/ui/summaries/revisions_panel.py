"""What an entry said before: every text that was kept of it, compared with the one that stands, and Enter brings one back."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmc_desk.desk.note_list import entry_of, revisions_of
from cmc_desk.desk.notes import restore_revision
from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.note_kinds import RevisionReason
from cmc_desk.rules.notes import NoteEntry, NoteRevision
from cmc_desk.rules.refusal import Unavailable
from cmc_desk.rules.word_difference import redlined
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.empty_state import EmptyState
from cmc_desk.ui.parts.log_list import LogList, LogRow
from cmc_desk.ui.parts.pane import Rule
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.summaries.redline import RedlineArea
from cmc_desk.ui.summaries.side_panel import SidePanel

_CHOOSE = N_("Choose one in the list (F3, then Up) and press Ctrl+R: every text that was kept of it stands here.")
_REASONS = {
    RevisionReason.TYPED: N_("while typing"),
    RevisionReason.FILED: N_("filed"),
    RevisionReason.LEFT: N_("edited"),
    RevisionReason.CHANGED: N_("changed"),
    RevisionReason.MERGED: N_("merged"),
    RevisionReason.RESTORED: N_("restored"),
    RevisionReason.BESIDE: N_("kept beside another"),
    RevisionReason.RESCUED: N_("rescued"),
}


class RevisionsPanel(SidePanel):
    """The newest first; what is added since is underlined, what is gone is struck."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Earlier texts"), parent=parent)
        self._entry: NoteEntry | None = None
        self._kept: dict[int, NoteRevision] = {}
        self.revisions = LogList(name=_("Texts that were kept"), choosing=True, parent=self)
        self.revisions.chosen.connect(self._on_chosen)
        self.revisions.taken.connect(self._on_restore)
        self.about = Text(size=12, tone="slate", parent=self)
        self.difference = RedlineArea(name=_("From the chosen text to the one that stands"), parent=self)
        self.restore = DeskButton(_("Bring this text back"), key="Return", icon="undo", size="small", bind=False)
        self.restore.clicked.connect(self._on_restore)
        self.empty = EmptyState(
            icon="undo",
            title=_("No entry is chosen"),
            sentence=_(_CHOOSE),
            parent=self,
        )
        self._filled = QWidget(self)
        line = QHBoxLayout()
        line.setContentsMargins(16, 8, 16, 0)
        line.addWidget(self.about)
        below = QHBoxLayout()
        below.setContentsMargins(16, 8, 16, 10)
        below.addWidget(self.restore)
        below.addStretch(1)
        column = QVBoxLayout(self._filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.revisions, 2)
        column.addWidget(Rule(parent=self))
        column.addLayout(line)
        column.addWidget(self.difference, 3)
        column.addLayout(below)
        self.column.addWidget(self._filled, 1)
        self.column.addWidget(self.empty, 1)

    def open(self, item: str, entry: str) -> None:
        del item
        self._read(entry)

    def refresh(self) -> None:
        if self._entry is not None:
            self._read(self._entry.key)

    def first_field(self) -> QWidget:
        return self.revisions

    def _read(self, key: str) -> None:
        context = self.context
        try:
            self._entry = context.desk.read_promptly(entry_of, entry=key) if key else None
            kept = context.desk.read_promptly(revisions_of, entry=key) if self._entry is not None else ()
        except Unavailable as trouble:
            self.about.setText(trouble.sentence)
            return
        self._kept = {one.number: one for one in kept}
        clock = context.facts.clock
        rows = [
            LogRow(
                key=one.number,
                kind="neutral",
                name=_(_REASONS[one.reason]),
                second=one.author,
                time=clock(one.at, seconds=True),
            )
            for one in reversed(kept)
        ]
        self._filled.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        if self._entry is None:
            self.empty.say(_("No entry is chosen"), _(_CHOOSE))
        else:
            self.empty.say(
                _("Nothing was kept yet"),
                _("A text is kept when its entry is filed, and while it is typed once a minute."),
            )
        self.revisions.set_rows(rows, first=True)
        self._on_chosen(self.revisions.current())

    def _on_chosen(self, row: object) -> None:
        found = self._kept.get(int(row.key)) if isinstance(row, LogRow) and isinstance(row.key, int) else None
        if found is None or self._entry is None:
            self.difference.line.show_pieces(())
            self.about.setText("")
            self.restore.allow(why_not=_("No earlier text is chosen."))
            return
        now = self._entry.written
        self.difference.line.show_pieces(redlined(found.written.text, now.text))
        same = found.written == now
        self.about.setText(_("It says this now.") if same else _("What has changed since then:"))
        self.restore.allow(why_not=_("It says this now.") if same else "")

    def _on_restore(self, *_told: object) -> None:
        row = self.revisions.current()
        if self._entry is None or row is None or not self.restore.isEnabled():
            return
        # What is being typed in it is a revision of its own before it is replaced.
        self.context.settle()
        number = row.key
        if isinstance(number, int) and self._restored(number):
            self.context.say("notice", _("Restored as it was at "), row.time, undo=True)
            self.refresh()

    def _restored(self, number: int) -> bool:
        entry = self._entry
        return entry is not None and self.context.attempt(restore_revision, entry=entry.key, number=number) is not None
