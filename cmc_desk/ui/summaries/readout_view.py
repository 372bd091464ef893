"""The read-out builder: what the notes give for a summary, put in order and into words that can be read aloud."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cmc_desk.desk import readouts
from cmc_desk.desk.note_list import entry_of
from cmc_desk.desk.readout_keeping import adding, rewriting
from cmc_desk.desk.readouts import NamesLeft
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.note_kinds import Section, SummaryStatus
from cmc_desk.rules.notes import NoteEntry
from cmc_desk.rules.papers import Format
from cmc_desk.rules.readouts import ReadoutLine
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.context import FACT_TABLES, Context
from cmc_desk.ui.summaries.line_keeping import LineKeeping
from cmc_desk.ui.summaries.note_papers import NotePapers
from cmc_desk.ui.summaries.page_parts import APPROVAL, READING, RECOMMENDATIONS
from cmc_desk.ui.summaries.readout_acts import ReadoutActs
from cmc_desk.ui.summaries.readout_panes import ReadoutPanes
from cmc_desk.ui.summaries.readout_rows import NEW, place_of_new
from cmc_desk.ui.summaries.save_state import MakeTimer
from cmc_desk.ui.timers import after_rest

TABLES = FACT_TABLES | {
    *("note_entry", "readout", "readout_line", "readout_issue", "recommendation", "note_settings", "participant"),
}


class ReadoutView(ReadoutPanes):
    """Nothing is written anew by itself: what was rewritten stays, and says so where its sources have changed."""

    def __init__(self, context: Context, *, timer: MakeTimer = after_rest, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.left_names: Sequence[NamesLeft] = ()
        self.acts = ReadoutActs(context)
        self._new = ""
        self._unread = False
        self._papers = NotePapers(context, self)
        self._keeping = LineKeeping(context, self.lines.written_text, timer=timer, parent=self)
        self._connect()

    def open(self, key: str) -> None:
        """Show a read-out by its key, else the one that was open, else the next of the agenda."""
        wanted = key or self.acts.key or self._of_the_hour()
        if wanted and self.may_leave():
            self._open(wanted)

    def reload(self, tables: frozenset[str]) -> None:
        """Read again what has changed; while a line is being rewritten that waits."""
        if not tables & TABLES:
            return
        if self.lines.editing:
            self._unread = True
        else:
            self.read()

    def read(self) -> None:
        """Show the read-out as it stands now."""
        desk, key = self.context.desk, self.acts.key
        self._unread = False
        try:
            self.readout = desk.read(readouts.readout, key=key)
            self.left_names = desk.read(readouts.names_left, key=key)
            slots = desk.read(readouts.readout_slots)
            found = desk.read(readouts.issues, readout=key)
        except (Refusal, Unavailable) as trouble:
            self.context.say("amber", trouble.sentence)
            return
        self.show_readout(self.readout, self.left_names, slots, new=self._new)
        nothing = "" if self.readout.words else _("Nothing stands in it yet.")
        self.side.show_guard(self.left_names, self.numbers(), despite=self.acts.despite is not None)
        self.side.show_versions(self.context.facts, found, self.readout.status, why_not=nothing)
        self._show_line()

    def _show_line(self, *_chosen: object) -> None:
        line = self.line()
        self.show_line(line, self._sources(line))

    def may_leave(self) -> bool:
        """Keep what is being rewritten; say no if it was refused."""
        if self.lines.editing:
            self.lines.commit()
        return not self.lines.editing

    def _of_the_hour(self) -> str:
        try:
            slots = self.context.desk.read(readouts.readout_slots)
        except Unavailable:
            return ""
        now = self.context.now()
        waiting = [one for one in slots if one.spoken_at is None]
        coming = [one for one in waiting if one.starts is not None and one.starts >= now]
        return next((one.key for one in (*coming, *reversed(waiting), *slots)), "")

    def _open(self, key: str) -> None:
        if not self.may_leave():
            self.read()
            return
        self.acts.key, self.acts.despite = key, None
        self.read()
        if self.readout is not None:
            self.slots_pane.suggest(self.readout.item)
            first = next((row.key for row in self.lines.rows() if not row.heading), None)
            self.lines.choose(first or (self.lines.rows()[0].key if self.lines.rows() else ""))

    def _sources(self, line: ReadoutLine | None) -> list[NoteEntry]:
        try:
            found = [self.context.desk.read(entry_of, entry=key) for key in (line.sources if line is not None else ())]
        except Unavailable:
            return []
        return [entry for entry in found if entry is not None]

    def _edit(self) -> None:
        line, row = self.line(), self.lines.current()
        if line is not None and self.rewrite_button.isEnabled():
            try:
                of = self.context.desk.read(rewriting, readout=self.acts.key, line=line.key)
            except (Refusal, Unavailable) as trouble:
                self.context.say("amber", trouble.sentence)
                return
            self._keeping.begin(of, line.text)
            self.lines.rewrite(line.key, line.text)
        elif row is not None and row.heading and self.add_button.isEnabled():
            self._begin_line()

    def _begin_line(self) -> None:
        row = self.lines.current()
        if row is not None and self.may_leave() and row.key != NEW:
            self._new = row.key
            self.read()
            if (place := place_of_new(self.lines.rows())) is not None:
                self._keeping.begin(adding(readout=self.acts.key, section=place[0], before=place[1]), "")
                self.lines.rewrite(NEW, "")

    def _on_written(self, key: str, text: str, before: str) -> None:
        if text == before:
            if self._keeping.take_back():
                self.lines.close_editor()
                self._on_dropped()
        elif key != NEW:
            if self.acts.rewrite(text, before, self._keeping):
                self._handed_over(key)
        elif added := self.acts.add(text, self._keeping):
            self._new = ""
            self._handed_over(added)

    def _handed_over(self, line: str) -> None:
        self._keeping.end()
        self.lines.close_editor()
        self.read()
        self.lines.choose(line)

    def _on_dropped(self) -> None:
        self._keeping.take_back()
        before, self._new = self._new, ""
        if before or self._unread:
            self.read()
            self.lines.choose(before)

    def _act(self, done: bool) -> None:  # noqa: FBT001 - what an act says
        if done:
            self.read()

    def _on_moved(self, line: str, section: str, before: str) -> None:
        if self.may_leave():
            self._act(self.acts.move(line, section, before))
            self.lines.choose(line)

    def _step(self, *, up: bool) -> None:
        line = self.line()
        if line is not None and self.readout is not None and self.may_leave():
            self._act(self.acts.step(self.readout, line.key, up=up))
            self.lines.choose(line.key)

    def _on_up(self) -> None:
        self._step(up=True)

    def _on_down(self) -> None:
        self._step(up=False)

    def _on_merge(self) -> None:
        line = self.line()
        if line is not None and self.may_leave():
            rows = self.lines.rows()
            kept = [row.key for row in rows if not row.heading]
            first = kept[max(0, kept.index(line.key) - 1)] if line.key in kept else ""
            self._act(self.acts.merge(rows, line.key))
            self.lines.choose(first)

    def _on_leave_out(self) -> None:
        line = self.line()
        if line is not None and self.may_leave():
            self._act(self.acts.leave_out(line))

    def _on_accept(self) -> None:
        if (line := self.line()) is not None and self.may_leave():
            self._act(self.acts.accept(line.key))

    def _on_gathered(self) -> None:
        if (line := self.line()) is not None and self.may_leave():
            self._act(self.acts.take_sources(line.key))

    def _on_next_name(self) -> None:
        lines = [one.line for one in self.left_names]
        row = self.lines.current()
        here = lines.index(row.key) if row is not None and row.key in lines else -1
        if lines:
            self.lines.choose(lines[(here + 1) % len(lines)])
            self.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_attribution(self, named: bool) -> None:  # noqa: FBT001 - a slot
        if self.may_leave():
            self.acts.name_speakers(named=named)
        self.read()

    def _on_language(self, language: str) -> None:
        if self.may_leave():
            self.acts.speak(language)
        self.read()

    def _on_spoken(self) -> None:
        if self.may_leave():
            self._act(bool(self.acts.mark_spoken()))

    def _on_issue(self, status: object) -> None:
        if isinstance(status, SummaryStatus) and self.may_leave():
            self.acts.issue(status)
            self.read()

    def _on_despite(self) -> None:
        if self.acts.despite is not None and self.may_leave():
            self._act(self.acts.issue(self.acts.despite, despite_names=True))

    def _on_paper(self, form: object) -> None:
        if isinstance(form, Format) and self.readout is not None and self.may_leave():
            self._papers.make_summary(self.readout, form)

    def _on_reopen(self) -> None:
        self._act(self.acts.reopen())

    def _on_recommendations(self) -> None:
        line = self.line()
        if not self.may_leave():
            return
        # A recommendation that stands in the notes is at once before whoever puts it into words.
        sources = line.sources if line is not None and line.section == Section.RECOMMENDATIONS else ()
        self.part_asked.emit(RECOMMENDATIONS, f"entry:{sources[0]}" if len(sources) == 1 else "")

    def _on_approval(self) -> None:
        if self.may_leave():
            self.part_asked.emit(APPROVAL, "")

    def _on_read(self) -> None:
        if self.may_leave():
            self.part_asked.emit(READING, self.acts.key)

    def _on_back(self) -> None:
        if self.may_leave():
            self.left.emit()

    def _connect(self) -> None:
        self.lines.chosen.connect(self._show_line)
        self.lines.taken.connect(self._edit)
        self.lines.moved.connect(self._on_moved)
        self.lines.written.connect(self._on_written)
        self.lines.dropped.connect(self._on_dropped)
        self.lines.editor.edited.connect(self._keeping.touched)
        # After the list: whoever goes elsewhere in this window has handed it over then.
        self.lines.editor.left.connect(self._keeping.flush)
        self.rewrite_button.clicked.connect(self._edit)
        self.merge_button.clicked.connect(self._on_merge)
        self.leave_button.clicked.connect(self._on_leave_out)
        self.add_button.clicked.connect(self._begin_line)
        self.up_button.clicked.connect(self._on_up)
        self.down_button.clicked.connect(self._on_down)
        self.head.attribution_chosen.connect(self._on_attribution)
        self.head.language_chosen.connect(self._on_language)
        self.head.read.clicked.connect(self._on_read)
        side = self.side
        side.accept.clicked.connect(self._on_accept)
        side.gathered.clicked.connect(self._on_gathered)
        side.next_name.clicked.connect(self._on_next_name)
        side.despite.clicked.connect(self._on_despite)
        side.spoken.clicked.connect(self._on_spoken)
        side.issue_asked.connect(self._on_issue)
        side.reopen.clicked.connect(self._on_reopen)
        side.paper_asked.connect(self._on_paper)
        slots = self.slots_pane
        slots.chosen.connect(self._open)
        slots.recommendations.clicked.connect(self._on_recommendations)
        slots.approval.clicked.connect(self._on_approval)
        slots.back.clicked.connect(self._on_back)
        # Before an export, and whenever somebody is about to read everything.
        self.context.settling.connect(self.may_leave)
