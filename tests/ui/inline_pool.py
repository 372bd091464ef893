"""A pool that runs what it is given at once, in the thread of the window."""

from PySide6.QtCore import QRunnable


class InlinePool:
    """Stands for a QThreadPool where a test wants the result before the next line."""

    def start(self, runnable: QRunnable, /) -> None:
        """Run it now."""
        runnable.run()
