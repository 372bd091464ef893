"""The closing kit made beside the window, and one that was made verified; what became of it is said in the message strip."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from cmc_desk.desk.closing import ClosingKit, make_closing, record_kit, verify_closing
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.closing_manifest import Verdict
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.context import Context
from cmc_desk.ui.one_task import OneTask, Trouble
from cmc_desk.ui.short_path import short_path
from cmc_desk.ui.task import Progress

Result = TypeVar("Result")


class ClosingWork(QObject):
    """`progressed` tells what is being done and how far it is, `made` brings the `ClosingKit`, `verified` the folder and its `Verdict`.

    `refused` brings a sentence and the field to blame, `stopping` says that somebody cancelled, `rested` comes when nothing is going on any more.
    """

    progressed = Signal(str, int, int)
    made = Signal(object)
    verified = Signal(object, object)
    refused = Signal(str, str)
    stopping = Signal()
    rested = Signal()
    # The worker emits it; it is received in the thread of the window.
    _named = Signal(str)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._task = OneTask(self, pool=context.pool)
        self._folder = Path()
        self._words = ""
        self._far = (0, 1)
        self._named.connect(self._on_named)

    def is_running(self) -> bool:
        """Say whether a kit is being made or verified."""
        return self._task.is_running()

    def make(self, folder: Path, *, language: str, notes: bool) -> None:
        """Make the kit as a new folder."""
        if self._task.is_running():
            return
        self._context.settle()
        desk, tell = self._context.desk, self._named.emit

        def work(progress: Progress) -> ClosingKit:
            return make_closing(desk, folder, language=language, notes=notes, progress=progress, tell=tell)

        self._start(folder, _("Making the closing kit …"), work, self._on_made)

    def verify(self, folder: Path) -> None:
        """Look whether a kit is as it was made."""
        if self._task.is_running():
            return
        desk = self._context.desk
        self._start(folder, _("Verifying the kit …"), lambda _progress: verify_closing(desk, folder), self._on_verified)

    def cancel(self) -> None:
        """Stop as soon as that can be done; then nothing was written."""
        if self._task.is_running():
            self._task.cancel()
            self.stopping.emit()

    def _start(
        self, folder: Path, words: str, work: Callable[[Progress], Result], finished: Callable[[Result], None]
    ) -> None:
        self._folder, self._words, self._far = folder, words, (0, 1)
        self._task.start(
            work,
            progressed=self._on_progressed,
            finished=finished,
            refused=self._on_refused,
            cancelled=self._on_cancelled,
            ended=self.rested,
            begun=self._say_progress,
        )

    def _on_progressed(self, done: int, whole: int) -> None:
        if whole:
            self._far = (done, whole)
            self._say_progress()

    def _on_named(self, name: str) -> None:
        self._words = _("Making {file} …").format(file=name)
        self._say_progress()

    def _say_progress(self) -> None:
        if self._task.is_running():
            self.progressed.emit(self._words, *self._far)

    def _on_made(self, kit: ClosingKit) -> None:
        try:
            record_kit(self._context.desk, kit)
        except (Refusal, Unavailable) as trouble:
            words = f". {trouble.sentence}"
            self._context.say("coral", _("Saved, but NOT RECORDED in the journal: "), kit.folder.name, words)
        else:
            number = len(kit.files)
            words = ngettext(", {number} file in {folder}", ", {number} files in {folder}", number)
            words = words.format(number=number, folder=short_path(kit.folder.parent))
            self._context.say("notice", _("Closing kit made: "), kit.folder.name, words)
        self.made.emit(kit)

    def _on_verified(self, verdict: Verdict) -> None:
        if verdict.whole:
            words = ngettext("{number} file, as it was made.", "{number} files, all as they were made.", verdict.files)
            self._context.say("notice", _("Verified: "), self._folder.name, f" · {words.format(number=verdict.files)}")
        else:
            self._context.say("amber", _("NOT as it was made: "), self._folder.name)
        self.verified.emit(self._folder, verdict)

    def _on_refused(self, trouble: Trouble) -> None:
        self.refused.emit(trouble.sentence, trouble.field if isinstance(trouble, Refusal) else "")

    def _on_cancelled(self) -> None:
        self._context.say("quiet", _("No closing kit was made: it was cancelled, and nothing was written."))
