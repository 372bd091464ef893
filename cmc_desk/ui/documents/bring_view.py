"""A text is brought for a document: read from a file or from what was copied, confirmed line by line, written at one press."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from cmc_desk.desk.document_view import document_view
from cmc_desk.desk.draft_acts import bring_text
from cmc_desk.desk.draft_rows import digest_of_text
from cmc_desk.desk.draft_texts import draft_texts
from cmc_desk.desk.proposals import add_proposals
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.drafts import ReadProvision
from cmc_desk.rules.proposals import NewProposal
from cmc_desk.rules.reading_draft import aligned, read_text
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.context import Context
from cmc_desk.ui.documents.about import About
from cmc_desk.ui.documents.bring_pane import NEW_KEY, OUT_KEY, BringPane
from cmc_desk.ui.documents.bring_rows import BringRow, bring_rows, changed_row, counted_lines, wanted
from cmc_desk.ui.documents.bring_table import bring_table
from cmc_desk.ui.documents.doc_form import Said
from cmc_desk.ui.documents.file_pane import WRITE_KEY
from cmc_desk.ui.documents.file_part import OPEN_KEY, FilePart
from cmc_desk.ui.documents.tracked_part import ACCEPTED, AS_PROPOSALS, REJECTED, TrackedPart
from cmc_desk.ui.documents.tracked_table import TrackedRow, tracked_rows, tracked_table
from cmc_desk.ui.documents.tracked_why import why_none
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.file_choice import ask_for_file
from cmc_desk.ui.parts.keycap import key_text
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.theme import font
from cmc_desk.ui.written_text import WrittenText

if TYPE_CHECKING:
    from cmc_desk.desk.draft_files import DraftFile

WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods", ".csv")
EDIT_KEY = "Ctrl+E"
_MOST_WARNINGS = 6


class BringView(FilePart):
    """Nothing is written before the button is pressed. `workbook` has a file that is no text, but came back filled in."""

    workbook = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._about: About | None = None
        self.file: DraftFile | None = None
        self.rows: tuple[BringRow, ...] = ()
        self.would_be: tuple[TrackedRow, ...] = ()
        self._changes = self._made = 0
        self._warnings: tuple[str, ...] = ()
        self.head = PaneHead()
        self.open_button = DeskButton(_("Word file or workbook…"), key=OPEN_KEY, icon="folder", size="small")
        self.open_button.clicked.connect(self.ask)
        self.edit_button = DeskButton(_("Pasted text…"), key=EDIT_KEY, size="small")
        self.edit_button.clicked.connect(self.show_editor)
        self.head.add(self.open_button)
        self.head.add(self.edit_button)
        self.editor = WrittenText()
        self.editor.setFont(font(15))
        self.editor.setTabChangesFocus(True)
        self.editor.setAccessibleName(_("Text to be brought"))
        self.editor.setPlaceholderText(_("Paste the text here: numbers and headings are recognised."))
        self.table = bring_table()
        self.pane = BringPane()
        self.tracked = TrackedPart(context.facts)
        self.tracked.changed.connect(self._on_way)
        self.tracked.assigned.connect(self._show_proposals)
        self.pane.extra.addWidget(self.tracked)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.editor)
        self._stack.addWidget(self.table)
        self.proposed = tracked_table()
        self._stack.addWidget(self.proposed)
        self.table.chosen.connect(self._on_row)
        self.pane.corrected.connect(self._on_corrected)
        self.pane.back.clicked.connect(self.left)
        self.pane.write.clicked.connect(self.write)
        self.dropped.connect(self.open_file)
        self.lay_out(self.head, self._stack, self.pane)

    def keys(self) -> Sequence[tuple[str, str]]:
        return (
            (key_text(OPEN_KEY), _("Choose a Word file or a workbook")),
            (key_text(EDIT_KEY), _("Paste or edit the text")),
            (key_text(WRITE_KEY), _("Read what was pasted; then bring it")),
            ("↑ ↓", _("Line above, line below")),
            (key_text(OUT_KEY), _("The line is not part of the text, or is")),
            (key_text(NEW_KEY), _("The line is a new provision, not one that was there")),
        )

    def open(self, about: About) -> None:
        """Begin with a document, with nothing read."""
        self._about = about
        self.file, self.rows = None, ()
        self.editor.setPlainText("")
        self.pane.head.say(about.text.short_title)
        self.show_editor()

    def ask(self) -> None:
        """Let somebody choose a file."""
        kinds = (".docx", *WORKBOOKS)
        path = ask_for_file(self, _("Choose a text or a workbook"), _("Word files and workbooks ({kinds})"), kinds)
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Read a Word file; what is wrong with it is said in one sentence. A workbook is read by who hears `workbook`."""
        if path.suffix.lower() in WORKBOOKS:
            self.workbook.emit(path)
            return
        # python-docx takes a moment to load: whoever chose a file has that moment.
        from cmc_desk.desk.draft_files import read_draft_file, refuse_of_another

        try:
            read_file, about = read_draft_file(path), self._newest()
            if about is not None:
                refuse_of_another(read_file, about.text, self.context.desk.read(draft_texts))
        except (Refusal, Unavailable) as trouble:
            self.context.say("amber", _("Not read: "), trouble.sentence)
            return
        self.file, self._about = read_file, about
        # What was said of a file before is of this one no more.
        self.context.say("quiet", _("Read: "), path.name)
        read = self.file.read
        known = self._about is not None and self._about.text.version is not None
        changes = [one for one in read.tracked if not one.ours]
        self._changes = len(changes)
        authors = tuple(dict.fromkeys(one.author for one in changes))
        way = AS_PROPOSALS if changes and known else REJECTED
        self.tracked.show_changes(len(changes), authors, self.context.facts, way=way)
        self._show_file()

    def paste(self, text: str) -> None:
        """Read a text that was copied; without one, let it be pasted."""
        self.file = None
        self.editor.setPlainText(text)
        if text.strip():
            self.read_pasted()
        else:
            self.show_editor()

    def read_pasted(self) -> None:
        """Show what the pasted text is, line by line."""
        found = read_text(self.editor.written())
        if not found:
            self.context.say("amber", _("Not read: "), _("there is no text yet."))
            return
        try:
            self._about = self._newest()
        except (Refusal, Unavailable) as trouble:
            self.context.say("amber", _("Not read: "), trouble.sentence)
            return
        self.file = None
        existing = self._about.text.provisions if self._about is not None else ()
        self._show(aligned(found, existing), _("pasted text"))

    def _newest(self) -> About | None:
        """Return the newest version as it stands now, whichever is looked at: with that what is read is compared, and that it follows."""
        about = self._about
        if about is None:
            return None
        shown = self.context.desk.read(
            document_view, draft=about.text.key, now=self.context.now(), present=about.present
        )
        if shown.draft is None or shown.draft.text.key != about.text.key:
            return about
        return About(shown.draft, proposals={one.key: one for one in shown.proposals}, present=about.present)

    def show_editor(self) -> None:
        """Let the text be pasted or corrected."""
        self._stack.setCurrentWidget(self.editor)
        self.head.say(_("Bring a text"), "")
        self.rows = ()
        self._say()
        self.setFocusProxy(self.editor)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def write(self) -> None:
        """Read what was pasted; or bring what was confirmed."""
        about = self._about
        if about is None:
            return
        if not self.rows:
            self.read_pasted()
            return
        if self._as_proposals():
            self._write_proposals(about)
            return
        done = self.context.attempt(
            bring_text,
            draft=about.text.key,
            provisions=wanted(self.rows),
            label=self.pane.version_label(),
            source=self.file.name if self.file is not None else "",
            sha256=self.file.sha256 if self.file is not None else "",
            seen=digest_of_text(about.text),
        )
        if done is not None:
            self.done.emit(Said(_("Brought: "), about.text.short_title, document=about.text.key))

    def _write_proposals(self, about: About) -> None:
        made = self._would_be()
        if self.file is None or self.context.attempt(add_proposals, rows=made) is None:
            return
        words = ngettext("{number} proposal", "{number} proposals", len(made)).format(number=len(made))
        self.done.emit(Said(_("Added: "), words, f" · {self.file.name}", document=about.text.key))

    def _would_be(self) -> tuple[NewProposal, ...]:
        """Return the proposals that the tracked changes become."""
        from cmc_desk.desk.draft_files import proposals_in

        if self.file is None or self._about is None:
            return ()
        zone, known = self.context.facts.meeting.tzinfo, tuple(self._about.proposals.values())
        return proposals_in(self.file, self._about.text, self.tracked.told(), zone=zone, known=known)

    def _show_proposals(self) -> None:
        """Show what would be added, before it is."""
        if self._about is None:
            return
        self.would_be = tracked_rows(self.context.facts, self._about.text, self._would_be())
        self._made = len(self.would_be)
        self.proposed.set_rows(self.would_be, first=True)
        self._stack.setCurrentWidget(self.proposed)
        self.setFocusProxy(self.proposed)
        self._say()

    def _as_proposals(self) -> bool:
        return self.file is not None and self._changes > 0 and self.tracked.way() == AS_PROPOSALS

    def _show_file(self) -> None:
        from cmc_desk.desk.draft_files import provisions_in, warnings_of

        if self.file is None or self._about is None:
            return
        text, way = self._about.text, self.tracked.way()
        self._warnings = warnings_of(self.file, text, as_proposals=way == AS_PROPOSALS and self._changes > 0)
        self._show(provisions_in(self.file, text, changes_taken=way == ACCEPTED), self.file.name)
        if self._as_proposals():
            self._show_proposals()
            self.proposed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, read: Sequence[ReadProvision], name: str) -> None:
        existing = self._about.text.provisions if self._about is not None else ()
        self.rows = bring_rows(read, existing)
        self.head.say(_("Bring a text"), name)
        self._stack.setCurrentWidget(self.table)
        self.table.set_rows(self.rows, first=True)
        self._say()
        self.setFocusProxy(self.table)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self) -> None:
        rows, proposing = self.rows, self._as_proposals()
        existing = self._about.text.provisions if self._about is not None else ()
        counts = ngettext("{number} proposal would be added.", "{number} proposals would be added.", self._made)
        told = counts.format(number=self._made) if proposing else counted_lines(rows, existing)
        self.pane.found.setText(told if rows else _("Nothing is written before you press the button."))
        warnings = self._warnings if rows and self.file is not None else ()
        self.pane.warnings.setText("\n".join(warnings[:_MOST_WARNINGS]))
        self.pane.warnings.setVisible(bool(warnings))
        self.tracked.setVisible(bool(rows) and self.file is not None and self._changes > 0)
        self.pane.show_row(self.table.current() if rows and not proposing else None)
        self.pane.label.setVisible(bool(rows) and not proposing)
        self.pane.line.setVisible(not proposing)
        words = _("Bring this text") if rows else _("Read the text")
        if proposing:
            words = ngettext("Add {number} proposal", "Add {number} proposals", self._made).format(number=self._made)
        self.pane.write.set_text(words)
        self.pane.write.allow(why_not=self._why_not() if proposing else "")

    def _why_not(self) -> str:
        if self._about is not None and self._about.text.version is None:
            return _("Bring the text first, with the changes rejected.")
        if asked := self.tracked.unassigned():
            words = _("Whose are the changes of {author}? Choose a delegation, or “the secretariat”.")
            return words.format(author=asked[0] or _("nobody named"))
        return why_none(self.file, self._about, self._made) if self._about is not None else ""

    def _on_way(self) -> None:
        if self.file is not None and self.rows:
            self._show_file()

    def _on_row(self, row: object) -> None:
        self.pane.show_row(row if isinstance(row, BringRow) else None)

    def _on_corrected(self, row: object) -> None:
        if isinstance(row, BringRow):
            self.rows = changed_row(self.rows, row)
            self.table.set_rows(self.rows, key=row.number)
            self._say()
