"""The work pane of the import of an agenda: head, filters, lines, counts, and the button that writes."""

from collections import Counter
from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cmc_desk.desk.agenda_files import AgendaImported
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.agenda_dry_run import LineVerdict
from cmc_desk.rules.agenda_values import since_midnight
from cmc_desk.rules.clock_times import parse_time
from cmc_desk.rules.refusal import Refusal
from cmc_desk.ui.agenda.import_rows import GONE, lines_table, shown_lines
from cmc_desk.ui.agenda.import_state import OpenAgenda
from cmc_desk.ui.context import Facts
from cmc_desk.ui.days import day_words
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.field import PROBLEM
from cmc_desk.ui.parts.pane import Pane, Rule
from cmc_desk.ui.parts.runs import Run, RunLine
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.parts.tick import Tick
from cmc_desk.ui.theme import font

ALL = "all"
_KEYS = (*(verdict.name.lower() for verdict in LineVerdict), GONE)


class AgendaListPane(Pane):
    """Shows an open file; what is pressed is told by the buttons, `day_chosen`, `begins_typed` and `removes_ticked`."""

    day_chosen = Signal(str)
    begins_typed = Signal(object)
    removes_ticked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self._opened: OpenAgenda | None = None
        self._head = PaneHead(_("Import an agenda"), parent=self)
        self.days = Combo(size=13, height=28, parent=self)
        self.days.setAccessibleName(_("Day of the lines that tell none"))
        self.days.setFixedWidth(150)
        self.days.picked.connect(self.day_chosen)
        self.begins = QLineEdit(self)
        self.begins.setAccessibleName(_("Beginning of the first line"))
        self.begins.setFont(font(13))
        self.begins.setFixedSize(70, 28)
        self.begins.editingFinished.connect(self._on_begins)
        self.another = DeskButton(_("Another file"), key="Ctrl+O", size="small", parent=self)
        self.close_button = DeskButton(_("Close"), key="Esc", size="small", parent=self)
        for widget in (self.days, self.begins, self.another, self.close_button):
            self._head.add(widget)
        self.filter = Segment(_options(), name=_("Which lines"), parent=self)
        self.filter.chosen.connect(self._fill)
        self.table = lines_table(self)
        self._totals = RunLine((), size=13, parent=self)
        self.removes = Tick("", size=13, parent=self)
        self.removes.toggled.connect(self.removes_ticked)
        self.write = DeskButton("", key="Ctrl+Return", icon="check", kind="primary", size="medium", parent=self)
        self._lay_out()

    def _lay_out(self) -> None:
        upper = QHBoxLayout()
        upper.setContentsMargins(16, 10, 16, 10)
        upper.setSpacing(12)
        upper.addWidget(self.filter)
        upper.addStretch(1)
        upper.addWidget(Text(_("Nothing is written until you press Import"), size=12, tone="slate", parent=self))
        lower = QHBoxLayout()
        lower.setContentsMargins(16, 8, 16, 8)
        lower.setSpacing(16)
        lower.addWidget(self._totals)
        lower.addStretch(1)
        lower.addWidget(self.removes)
        lower.addWidget(self.write)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(upper)
        column.addWidget(Rule(parent=self))
        column.addWidget(self.table, 1)
        column.addWidget(Rule(parent=self))
        column.addLayout(lower)

    def show_agenda(self, opened: OpenAgenda, facts: Facts) -> None:
        """Show a file as it is decided now; the chosen line stays."""
        self._opened = opened
        self._head.say(_("Import an agenda"), " · ".join((opened.run.file, opened.run.form)))
        self.days.setVisible(opened.asks_day)
        self.days.set_choices(
            [("", _("Day as told")), *((day.isoformat(), day_words(day)) for day in facts.meeting.days)]
        )
        self.days.set_key(opened.day.isoformat() if opened.day else "")
        self.begins.setVisible(opened.asks_time)
        self._show_begins(opened.begins)
        counts = Counter(row.verdict for row in shown_lines(opened))
        self.filter.set_counts({ALL: sum(counts.values()), **{key: counts[key] for key in _KEYS}})
        self._fill()
        self._show_counts(opened)

    def set_busy(self, *, busy: bool) -> None:
        """Say that the file is being written, and let nobody write it twice."""
        if busy:
            self.write.allow(why_not=_("The agenda is being written."))
        elif self._opened is not None:
            self._show_counts(self._opened)

    def _fill(self, _key: str = "") -> None:
        if self._opened is not None:
            wanted = self.filter.key()
            rows = [row for row in shown_lines(self._opened) if wanted in (ALL, row.verdict)]
            self.table.set_rows(rows, first=True)

    def _show_counts(self, opened: OpenAgenda) -> None:
        self._totals.set_runs(tally_runs(opened))
        can_go = sum(1 for gone in opened.run.gone if not gone.stays)
        words = ngettext(
            "Remove {number} item that the file no longer has",
            "Remove {number} items that the file no longer has",
            can_go,
        )
        self.removes.set_words(words.format(number=can_go))
        self.removes.setVisible(can_go > 0)
        self.removes.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.removes.setChecked(opened.removes)
        self.removes.blockSignals(False)  # noqa: FBT003 - Qt's own
        self.write.set_text(_("Import {number}").format(number=opened.writes))
        self.write.allow(why_not="" if opened.writes else _("The agenda of the meeting is as the file says."))

    def _show_begins(self, begins: timedelta) -> None:
        minutes = int(begins.total_seconds()) // 60
        self.begins.setText(f"{minutes // 60:02}:{minutes % 60:02}")
        self._say_problem("")

    def _say_problem(self, sentence: str) -> None:
        self.begins.setProperty(PROBLEM, "true" if sentence else "")
        self.begins.setToolTip(sentence)
        self.begins.setAccessibleDescription(sentence)
        self.begins.style().unpolish(self.begins)
        self.begins.style().polish(self.begins)

    def _on_begins(self) -> None:
        try:
            begins = since_midnight(parse_time(self.begins.text()))
        except Refusal as refusal:
            self._say_problem(refusal.sentence)
            return
        self._say_problem("")
        if self._opened is not None and begins != self._opened.begins:
            self.begins_typed.emit(begins)


def tally_runs(opened: OpenAgenda) -> tuple[Run, ...]:
    """Return the counts as one sentence: 2 new · 5 changed · 1 problem."""
    counts = Counter(line.verdict for line in opened.run.lines)
    taken = Counter(line.verdict for place, line in enumerate(opened.run.lines) if place not in opened.left_out)
    new, changed = taken[LineVerdict.NEW], taken[LineVerdict.CHANGED]
    left_out = counts[LineVerdict.LEFT_OUT] + sum(
        counts[one] - taken[one] for one in (LineVerdict.NEW, LineVerdict.CHANGED)
    )
    problems, unchanged = counts[LineVerdict.PROBLEM], counts[LineVerdict.UNCHANGED]
    pieces = (
        (new, ngettext("{number} new", "{number} new", new)),
        (changed, ngettext("{number} changed", "{number} changed", changed)),
        (unchanged, ngettext("{number} unchanged", "{number} unchanged", unchanged)),
        (problems, ngettext("{number} problem", "{number} problems", problems)),
        (left_out, ngettext("{number} left out", "{number} left out", left_out)),
    )
    runs: list[Run] = []
    for number, sentence in pieces:
        if number or not runs:
            before, _mark, after = sentence.partition("{number}")
            runs += [Run((" · " if runs else "") + before), Run(str(number), bold=True), Run(after)]
    return tuple(runs)


def written_words(imported: AgendaImported) -> str:
    """Return what was written: 2 new, 5 changed, 1 removed."""
    added, updated, removed = len(imported.added), len(imported.updated), len(imported.removed)
    return ", ".join(
        sentence.format(number=number)
        for number, sentence in (
            (added, ngettext("{number} new", "{number} new", added)),
            (updated, ngettext("{number} changed", "{number} changed", updated)),
            (removed, ngettext("{number} removed", "{number} removed", removed)),
        )
        if number
    )


def _options() -> tuple[Option, ...]:
    return (
        Option(ALL, _("All"), 0),
        Option("new", _("New"), 0),
        Option("changed", _("Changed"), 0),
        Option("unchanged", _("Unchanged"), 0),
        Option("left_out", _("Left out"), 0),
        Option("problem", _("Problem"), 0),
        Option(GONE, _("Not in the file"), 0),
    )
