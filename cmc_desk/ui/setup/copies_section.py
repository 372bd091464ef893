"""Setup › Copies and safety: where copies lie, whether the journal is whole, the passphrase, the clock of a training meeting."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from cmc_desk.desk import backups, setup
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.context import Context
from cmc_desk.ui.days import day_words
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.callout import Callout
from cmc_desk.ui.parts.chip import ChipLook
from cmc_desk.ui.parts.fact_rows import Fact, FactRows
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.row_model import Column
from cmc_desk.ui.parts.row_table import DENSE, RowTable
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.setup.panes import column_of
from cmc_desk.ui.setup.safety_side import SafetySide
from cmc_desk.ui.setup.section import Section
from cmc_desk.ui.task import Task

_MEGA = 1_000_000


class CopiesSection(Section):
    """The file and its copies in the middle; the passphrase or the training clock at the right."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._tasks: dict[str, Task[object]] = {}
        self._facts = FactRows(label_width=124)
        self.verdict = Callout("lagoon")
        self.verdict.hide()
        self.table: RowTable[backups.CopyFile] = RowTable(
            (
                Column(_("Taken"), self._taken, 190, bold=True),
                Column(_("File"), lambda row: row.path.name, tone="slate", size=13),
                Column(_("Size"), lambda row: _size(row.size), 90, align=draw.RIGHT),
            ),
            key=lambda row: row.path,
            name=_("Copies"),
            height=DENSE,
        )
        self.copy_button = DeskButton(_("Copy now"), key="Alt+C", icon="copy", kind="primary")
        self.folder_button = DeskButton(_("Backup folder…"), key="Alt+F", icon="folder")
        self.verify_button = DeskButton(_("Verify the journal"), key="Alt+V", icon="check")
        self.copy_button.clicked.connect(self.copy)
        self.folder_button.clicked.connect(self.ask_folder)
        self.verify_button.clicked.connect(self.verify)
        self.side = SafetySide(context)
        self.side.acted.connect(self.reload)
        foot = Pane("panel", lines="t")
        buttons = QHBoxLayout(foot)
        buttons.setContentsMargins(16, 12, 16, 12)
        buttons.setSpacing(12)
        buttons.addWidget(self.folder_button)
        buttons.addWidget(self.verify_button)
        buttons.addStretch()
        buttons.addWidget(self.copy_button)
        upper = Pane("panel")
        upper.setLayout(column_of(self._facts, self.verdict, margins=(16, 6, 16, 10), spacing=8))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._copies_head = PaneHead(_("Copies found"), side=True, height=40, lines="tb")
        row.addLayout(
            column_of(PaneHead(_("Copies and safety")), upper, self._copies_head, self.table, foot, stretch=3), 1
        )
        row.addWidget(self.side)
        self.setFocusProxy(self.table)

    def keys(self) -> Sequence[tuple[str, str]]:
        return (
            ("Alt+C", _("copy now")),
            ("Alt+F", _("choose the backup folder")),
            ("Alt+V", _("verify the journal")),
            *self.side.keys(),
        )

    def reload(self) -> None:
        desk = self.context.desk
        folder = backups.folder_of(desk)
        safe = (
            ChipLook(_("Encrypted"), "good", "lock")
            if desk.store.encrypted
            else ChipLook(_("Training: not encrypted"), "warning")
        )
        self._facts.set_facts(
            (
                Fact(_("Meeting file"), (safe, desk.store.path.name)),
                Fact(_("In"), (str(desk.store.path.parent),)),
                Fact(_("Copies go to"), (str(folder),)),
            )
        )
        try:
            found = backups.copies(desk.store.path, folder)
        except OSError as error:
            found = ()
            self.context.say("amber", _("The backup folder cannot be read: "), str(error.strerror))
        self.table.set_rows(found)
        count = ngettext("{number} copy", "{number} copies", len(found)).format(number=len(found))
        self._copies_head.say(_("Copies found"), right=count if found else _("none yet"))
        self.side.reload()

    def leave(self) -> bool:
        self.side.forget_secrets()
        return True

    def copy(self) -> None:
        """Make a copy now, beside the window."""
        job = backups.copy_job(self.context.desk)
        task: Task[object] = Task(lambda _progress: job(), pool=self.context.pool)
        task.finished.connect(self._on_copied)
        for outcome in (task.finished, task.refused):
            outcome.connect(self.context.copied)
        self._begin("copy", task, self.copy_button, _("A copy is being made."))

    def verify(self) -> None:
        """Recompute the chain of the journal, beside the window."""
        from cmc_desk.desk.verifying import verifying_job

        job = verifying_job(self.context.desk)
        task: Task[object] = Task(job, pool=self.context.pool)
        task.finished.connect(self._on_verified)
        self._begin("verify", task, self.verify_button, _("The journal is being verified."))

    def ask_folder(self) -> None:
        """Ask where copies go."""
        start = str(backups.folder_of(self.context.desk))
        name = QFileDialog.getExistingDirectory(self, _("Backup folder"), start)
        if name:
            self.set_folder(Path(name))

    def set_folder(self, folder: Path) -> None:
        """Let copies go to `folder` from now on."""
        changes = {"backup_folder": str(folder)}
        if self.act(None, lambda: self.context.desk.do(setup.change_meeting, changes=changes)) is not None:
            self.done(_("Copies go to "), str(folder))
            self.reload()

    def _begin(self, name: str, task: Task[object], button: DeskButton, busy: str) -> None:
        button.allow(why_not=busy)
        self._tasks[name] = task
        task.refused.connect(self._on_refused)
        task.failed.connect(self._on_failed)
        task.ended.connect(self._on_ended)
        task.start()

    def _on_copied(self, made: object) -> None:
        if isinstance(made, backups.Copy):
            rows = ngettext("{number} act in its journal", "{number} acts in its journal", made.journal_seq)
            self.verdict.say(
                _("Copied and checked"), f"{made.path.name} · {rows.format(number=made.journal_seq)}", kind="leaf"
            )
            self.verdict.show()

    def _on_verified(self, found: object) -> None:
        rows, broken = getattr(found, "rows", 0), getattr(found, "broken_at", None)
        if broken is None:
            words = ngettext(
                "{number} act, each fits the one before.", "{number} acts, each fits the one before.", rows
            )
            self.verdict.say(_("The journal is whole"), words.format(number=rows), kind="leaf")
        else:
            self.verdict.say(
                _("The journal was changed at row {row}").format(row=broken),
                _("Keep this file aside and tell the organiser; the copies before that are whole."),
                kind="coral",
            )
        self.verdict.show()

    def _on_refused(self, trouble: object) -> None:
        if isinstance(trouble, Refusal | Unavailable):
            self.verdict.say(_("It could not be done"), trouble.sentence, kind="coral")
            self.verdict.show()

    def _on_failed(self, error: object) -> None:
        if isinstance(error, Exception):
            raise error

    def _on_ended(self) -> None:
        for name, button in (("copy", self.copy_button), ("verify", self.verify_button)):
            task = self._tasks.get(name)
            if task is not None and not task.is_running():
                del self._tasks[name]
                button.allow()
        self.reload()

    def _taken(self, row: backups.CopyFile) -> str:
        local = self.context.facts.meeting.local(row.taken_at)
        return f"{day_words(local.date(), 'ddd d MMM')} {local:%H:%M:%S}"


def _size(number: int) -> str:
    if number < _MEGA:
        return _("{number} kB").format(number=max(1, round(number / 1000)))
    return _("{number} MB").format(number=f"{number / _MEGA:.1f}")
