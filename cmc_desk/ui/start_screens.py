"""The first window in its main states, for pictures of it: a meeting to be opened, a new one with its key, one from a copy."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QSize, QTimer

from cmc_desk.clock import Clock
from cmc_desk.desk.backups import copy_now
from cmc_desk.desk.meeting_files import home
from cmc_desk.ui.context import Context
from cmc_desk.ui.habits import Habits
from cmc_desk.ui.opened import memory_of
from cmc_desk.ui.start.making import making_of
from cmc_desk.ui.start.window import StartWindow

# No meeting has this key: whoever sees the picture can open nothing with it.
_KEY = "ABCD-EFGH-JKLM-NPQR-STUV-WXYZ-2345-6789"
# How many minutes ago the copies in the picture were made.
_COPIED = (95, 31, 1)


@contextmanager
def start_window(
    context: Context, habits: Habits, *, folder: Path, machine: Clock, size: QSize
) -> Iterator[StartWindow]:
    """Show the first window of a computer that knows the meeting of `context` and no other."""
    path = context.desk.store.path
    copies = folder / "Copies" / path.stem
    for minutes in _COPIED:
        copy_now(context.desk, folder=copies, now=context.now() - timedelta(minutes=minutes))
    habits.remember(memory_of(context.facts, path, copies=copies, at=machine.now()))
    habits.remember_operator(context.desk.author.operator)
    window = StartWindow(habits, home=folder / "meetings", clock=machine, path=path)
    window.resize(size)
    window.show()
    try:
        yield window
    finally:
        for timer in window.findChildren(QTimer):
            timer.stop()
        window.close()
        window.deleteLater()


def start_states(window: StartWindow) -> Iterator[str]:
    """Bring the window from one state to the next."""
    window.refresh(window.path())
    yield "start"
    making = making_of(window)
    making.begin_new()
    # Where a person would find the file, and not where this picture is drawn.
    making.form.begin(home())
    yield "new-meeting"
    window.right.setCurrentWidget(making.key)
    making.key.begin(_KEY, "kingston-2020")
    yield "recovery-key"
    making.begin_again()
    making.begin_copy()
    yield "from-copy"
