"""How far a piece of work is, told step by step."""

from collections.abc import Callable

Progress = Callable[[int, int], None]


class Steps:
    """Says how far the work is; being asked is also where it is cancelled."""

    def __init__(self, progress: Progress | None, whole: int) -> None:
        self._progress = progress
        self._whole = whole
        self._done = 0

    def __call__(self) -> None:
        """Say that a step is done."""
        self.on(1)

    def on(self, steps: int) -> None:
        """Say that so many steps are done."""
        self._done += steps
        self.nothing_new()

    def nothing_new(self, *_rows: int) -> None:
        """Say that the work goes on; a part of it may count in its own way."""
        if self._progress is not None:
            self._progress(self._done, self._whole)
