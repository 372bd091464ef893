"""New meetings and meetings from a copy: what the first window loads only when it is asked for."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal
from cmc_desk.ui.one_task import OneTask, Trouble
from cmc_desk.ui.start.from_copy import CopyRow, FromCopy, Restoring
from cmc_desk.ui.start.new_meeting import NewMeeting, Wanted, ask_file
from cmc_desk.ui.start.recovery import RecoveryKey
from cmc_desk.ui.task import Progress

if TYPE_CHECKING:
    from cmc_desk.ui.start.window import StartWindow


def making_of(window: "StartWindow") -> "Making":
    """Return the one object that makes meetings for this window."""
    found: Making | None = window.findChild(Making)
    return found if found is not None else Making(window)


class Making(QObject):
    """Leads through the forms at the right of the first window and does the work beside it."""

    def __init__(self, window: "StartWindow") -> None:
        super().__init__(window)
        self._window = window
        self._wanted: Wanted | None = None
        self._recovery = ""
        self._task = OneTask(self, pool=window.pool)
        self.form = NewMeeting(window)
        self.key = RecoveryKey(window)
        self.copy = FromCopy(window)
        for pane in (self.form, self.key, self.copy):
            window.right.addWidget(pane)
        self.form.wanted.connect(self._on_wanted)
        self.form.left.connect(self._on_left)
        self.key.confirmed.connect(self._make)
        self.key.left.connect(self.begin_again)
        self.copy.asked.connect(self._on_restore)
        self.copy.left.connect(self._on_left)
        self.copy.elsewhere_asked.connect(self._on_elsewhere)

    def begin_new(self) -> None:
        """Show the form of a new meeting."""
        self._window.right.setCurrentWidget(self.form)
        self.form.begin(self._window.home())

    def begin_again(self) -> None:
        """Go back from the recovery key to the form; the key is forgotten, since nothing was made with it."""
        self.key.forget()
        self._window.right.setCurrentWidget(self.form)

    def begin_copy(self) -> None:
        """Show the copies of the meeting that is chosen."""
        from cmc_desk.desk.backups import copies

        path = self._window.path()
        if path is None:
            self._on_elsewhere()
            return
        known = self._window.habits.meeting(path)
        folder = Path(known.copies) if known and known.copies else None
        self._offer(path, [CopyRow(one.path, one.taken_at, one.size) for one in copies(path, folder)])

    def _offer(self, target: Path, rows: list[CopyRow]) -> None:
        from cmc_desk.desk.meeting_files import look_at

        encrypted = any(look_at(row.path).encrypted for row in rows[:1])
        self._window.right.setCurrentWidget(self.copy)
        self.copy.begin(_("From a copy"), target, rows, secret_needed=encrypted)

    def _on_elsewhere(self) -> None:
        chosen = ask_file(self._window, _("Copy of a meeting"), "CMC Desk (*.cmc)")
        if not chosen:
            return
        from datetime import UTC, datetime

        from cmc_desk.desk.backups import place_for

        copy = Path(chosen)
        status = copy.stat()
        target = place_for(copy, self._window.home(), chosen=self._window.path())
        self._offer(target, [CopyRow(copy, datetime.fromtimestamp(status.st_mtime, UTC), status.st_size)])

    def _on_left(self) -> None:
        self._window.choose(self._window.path())

    def _on_wanted(self, wanted: object) -> None:
        if not isinstance(wanted, Wanted):
            return
        self._wanted = wanted
        if wanted.training:
            self._make()
            return
        from cmc_desk.desk.opening import new_recovery_key

        self._recovery = new_recovery_key()
        self._window.right.setCurrentWidget(self.key)
        self.key.begin(self._recovery, wanted.file.stem)

    def _make(self) -> None:
        wanted, recovery, clock = self._wanted, self._recovery, self._window.clock
        if wanted is None or self._task.is_running():
            return
        name = self._window.sign_in.who().name or _("Organiser")

        def work(_progress: Progress) -> Path:
            from cmc_desk.desk.command import Author
            from cmc_desk.desk.meeting_files import make_folder
            from cmc_desk.desk.opening import create_meeting
            from cmc_desk.exchange.meeting_file import read_meeting
            from cmc_desk.rules.meeting import Role

            plan = read_meeting(wanted.template)
            make_folder(wanted.file.parent)
            author = Author(name, Role.ORGANISER, _("Office"))
            create_meeting(
                wanted.file,
                plan,
                clock=clock,
                author=author,
                passphrase=wanted.passphrase,
                recovery="" if wanted.training else recovery,
                training=wanted.training,
            ).close()
            return wanted.file

        self._task.start(work, finished=self._on_made, refused=self._on_not_made)

    def _on_made(self, file: Path) -> None:
        wanted = self._wanted
        if wanted is not None:
            self.key.forget()
            self._recovery, self._wanted = "", None
            self._window.refresh(file)
            self._window.sign_in.secret.setText(wanted.passphrase)
            self._window.strip.set_message("notice", _("Made: "), file.name, _(" · open it with your name."))

    def _on_not_made(self, trouble: Trouble) -> None:
        self._window.right.setCurrentWidget(self.form)
        field = trouble.field if isinstance(trouble, Refusal) else "path"
        self.form.set_problem(trouble.sentence, field=field if field == "passphrase" else "path")

    def _on_restore(self, restoring: object) -> None:
        if not isinstance(restoring, Restoring) or self._task.is_running():
            return

        def work(_progress: Progress) -> tuple[Path, Path | None]:
            from cmc_desk.desk.backups import restore_copy

            return restoring.target, restore_copy(restoring.copy, restoring.target, secret=restoring.secret)

        self._task.start(work, finished=self._on_restored, refused=self._on_not_restored)

    def _on_restored(self, outcome: tuple[Path, Path | None]) -> None:
        target, aside = outcome
        self.copy.secret.clear()
        self._window.refresh(target)
        where = _(" The file that stood there is now {name}.").format(name=aside.name) if aside else ""
        self._window.strip.set_message("notice", _("Brought back: "), target.name, "." + where)

    def _on_not_restored(self, trouble: Trouble) -> None:
        field = trouble.field if isinstance(trouble, Refusal) else ""
        self.copy.set_problem(trouble.sentence, field=field)
