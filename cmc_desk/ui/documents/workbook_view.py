"""A workbook came back, the matrix of comments or a plan of action: what it would do is read row by row, and taken over whole or not."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.matrix_rows import MatrixFile, MatrixPreview
from cmc_desk.rules.plan_rows import PlanFile, PlanPreview
from cmc_desk.ui.context import Context
from cmc_desk.ui.documents.about import About
from cmc_desk.ui.documents.doc_form import Said
from cmc_desk.ui.documents.file_pane import WRITE_KEY
from cmc_desk.ui.documents.file_part import OPEN_KEY, FilePart
from cmc_desk.ui.documents.workbook_pane import (
    AS_PROPOSALS,
    AS_VERSION,
    PROPOSALS_KEY,
    VERSION_KEY,
    WorkbookPane,
)
from cmc_desk.ui.documents.workbook_rows import WorkbookRow, counted, workbook_rows, workbook_table
from cmc_desk.ui.one_task import OneTask, Trouble
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.keycap import key_text
from cmc_desk.ui.parts.section_head import PaneHead

if TYPE_CHECKING:
    from cmc_desk.desk.workbooks_back import LookedAt


class WorkbookView(FilePart):
    """Nothing is written before the button is pressed. `ready` says that a file was read, `another` asks for another."""

    ready = Signal()
    another = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._file: MatrixFile | PlanFile | None = None
        self._plan, self._way, self._near = "", AS_VERSION, ""
        # What becomes of the plan in what is shown.
        self._shown_way = AS_VERSION
        self._task = OneTask(self, pool=context.pool)
        self.rows: tuple[WorkbookRow, ...] = ()
        self.preview: MatrixPreview | PlanPreview | None = None
        self.head = PaneHead(_("A workbook came back"))
        self.open_button = DeskButton(_("Another file…"), key=OPEN_KEY, icon="folder", size="small")
        self.open_button.clicked.connect(self.another)
        self.head.add(self.open_button)
        self.table = workbook_table()
        self.pane = WorkbookPane(context.facts)
        self.pane.back.clicked.connect(self.left)
        self.pane.write.clicked.connect(self.write)
        self.pane.changed.connect(self._on_changed)
        for key, way in ((VERSION_KEY, AS_VERSION), (PROPOSALS_KEY, AS_PROPOSALS)):
            shortcut = QShortcut(key, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda chosen=way: self.choose_way(chosen))
        self.setFocusProxy(self.table)
        self.lay_out(self.head, self.table, self.pane)

    def keys(self) -> Sequence[tuple[str, str]]:
        return (
            (key_text(OPEN_KEY), _("Choose another file")),
            (key_text(VERSION_KEY), _("The plan becomes the next version")),
            (key_text(PROPOSALS_KEY), _("What it says otherwise becomes proposals")),
            (key_text(WRITE_KEY), _("Take it over")),
            ("↑ ↓", _("Row above, row below")),
        )

    def read(self, path: Path, about: About) -> None:
        """Read a workbook beside the window and show what it would do; what cannot be read is said, and changes nothing."""
        self.context.say("quiet", _("Being read: "), path.name)
        self._near = about.text.key
        self._look(path, None)

    def _look(self, file: Path | MatrixFile | PlanFile, as_proposals: bool | None) -> None:  # noqa: FBT001 - None is a third way
        # What reads workbooks takes a moment to load, and what they would do is found by doing it.
        from cmc_desk.desk.workbooks_back import look_at

        desk, near = self.context.desk, self._near
        self._task.leave()
        self._task.start(
            lambda _progress: look_at(desk, file, near=near, as_proposals=as_proposals),
            finished=self._on_looked_at,
            refused=self._on_refused,
            ended=self._on_ended,
        )

    def _on_looked_at(self, found: "LookedAt") -> None:
        anew = found.file is not self._file
        self._file, self._plan, self.preview = found.file, found.plan, found.preview
        self._way = self._shown_way = AS_PROPOSALS if found.as_proposals else AS_VERSION
        if anew:
            self.pane.clear(self.context.facts)
            self.pane.choose_way(self._way)
            self.pane.head.say(_("Before it is taken over"))
            self.head.say(_("A workbook came back"), found.file.source)
            self.context.say("quiet", _("Read: "), found.file.source)
        self.rows = workbook_rows(self.context.facts, found.preview)
        self.table.set_rows(self.rows, first=True)
        if anew:
            self.ready.emit()

    def _on_refused(self, trouble: Trouble) -> None:
        self.context.say("amber", _("Not read: "), trouble.sentence)

    def _on_ended(self) -> None:
        if self._way != self._shown_way:
            # It could not be found what would be refused otherwise: what is shown stands, and only that is taken over.
            self._way = self._shown_way
            self.pane.choose_way(self._way)
        self._say()

    def choose_way(self, way: str) -> None:
        """Say what becomes of a plan; a matrix is always taken over as what it is."""
        if isinstance(self.preview, PlanPreview):
            self.pane.choose_way(way)
            self._on_changed()
            (self.pane.author if way == AS_PROPOSALS else self.table).setFocus(Qt.FocusReason.OtherFocusReason)

    def write(self) -> None:
        """Take the file over, all of it or nothing."""
        if self.preview is None or self._why_not():
            return
        done = self._take_matrix() if isinstance(self.preview, MatrixPreview) else self._take_plan()
        if done is not None:
            self.done.emit(done)

    def _on_changed(self) -> None:
        """Find what would be refused now that a plan becomes something else."""
        way = self.pane.ways.key()
        if isinstance(self._file, PlanFile) and way != self._way:
            self._way = way
            self._look(self._file, way == AS_PROPOSALS)
        self._say()

    def _take_matrix(self) -> Said | None:
        from cmc_desk.desk.matrix_import import import_matrix

        made = self.preview
        if not isinstance(made, MatrixPreview):
            return None
        done = self.context.attempt(import_matrix, new=made.new, changes=made.changes, source=made.source)
        if done is None:
            return None
        return Said(_("Taken over: "), counted(made), f" · {made.source}")

    def _take_plan(self) -> Said | None:
        from cmc_desk.desk.plan_import import import_plan, import_plan_proposals

        if not isinstance(self._file, PlanFile):
            return None
        name = f" · {self._file.source}"
        if self.pane.ways.key() == AS_VERSION:
            label = self.pane.version_label()
            if self.context.attempt(import_plan, draft=self._plan, file=self._file, label=label) is None:
                return None
            return Said(_("The next version came from a workbook"), "", name, document=self._plan)
        made = self.context.attempt(
            import_plan_proposals, draft=self._plan, file=self._file, delegations=self.pane.author.codes()
        )
        if made is None:
            return None
        words = ngettext("{number} proposal", "{number} proposals", len(made)).format(number=len(made))
        return Said(_("Added: "), words, name, document=self._plan)

    def _say(self) -> None:
        made = self.preview
        if made is None:
            return
        plan = isinstance(made, PlanPreview)
        self.pane.kind.setText(_("It is a plan of action.") if plan else _("It is a matrix of comments."))
        self.pane.counts.setText(counted(made))
        self.pane.plan.setVisible(plan)
        why = self._why_not()
        self.pane.why.setText(why)
        self.pane.why.setVisible(bool(why))
        self.pane.write.set_text(_("Add as proposals") if self._as_proposals() else _("Take over"))
        self.pane.write.allow(why_not=why)

    def _as_proposals(self) -> bool:
        return isinstance(self.preview, PlanPreview) and self.pane.ways.key() == AS_PROPOSALS

    def _why_not(self) -> str:
        made = self.preview
        if made is None:
            return ""
        if self._task.is_running():
            return _("What it would do is being found.")
        if made.problems:
            return _("Nothing is taken over while a row is refused: mend it in the file, and choose the file again.")
        if not made.new and not made.changes:
            return _("Nothing in the file differs from what stands here.")
        if self._as_proposals() and not self.pane.author.key():
            return _("Whose proposals are they? Choose a delegation, or “the secretariat”.")
        return ""
