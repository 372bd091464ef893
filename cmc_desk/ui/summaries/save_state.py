"""What there is to say about saving: why it is done, how it stands, what was written; and what timers it runs on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject

from cmc_desk.desk.notes import Kept
from cmc_desk.rules.notes import Written
from cmc_desk.ui.summaries.writing import Job


class Why(Enum):
    """Why what was typed is written now."""

    REST = auto()
    CEILING = auto()
    FILED = auto()
    FOCUS = auto()
    ITEM = auto()
    WINDOW = auto()
    CLOSING = auto()
    SESSION = auto()
    EXPORT = auto()
    AGAIN = auto()


# For these the store is asked even if it has just failed: there may be no later.
URGENT = frozenset({Why.WINDOW, Why.CLOSING, Why.SESSION, Why.EXPORT, Why.AGAIN})


class Timer(Protocol):
    """What a timer of `ui.timers` is to us."""

    def start(self, milliseconds: int, /) -> None:
        """Begin, or begin again."""

    def stop(self) -> None:
        """Do not call any more."""

    def isActive(self) -> bool:  # noqa: N802 - Qt's name
        """Say whether it runs."""


MakeTimer = Callable[[int, Callable[[], None], QObject], Timer]
Read = Callable[[], tuple[object, Written]]


@dataclass(frozen=True, slots=True)
class SaveState:
    """What the light shows: everything written since `saved_at`, something waiting for its rest, or NOT SAVED `since` then.

    `copy` is the rescue file that holds it meanwhile, None if there is none either.
    """

    saved_at: datetime | None = None
    waiting: bool = False
    since: datetime | None = None
    copy: Path | None = None
    trouble: str = ""

    @property
    def failing(self) -> bool:
        """Whether the store does not take what is typed."""
        return self.since is not None


@dataclass(frozen=True, slots=True)
class Wrote:
    """What the store has taken: the job, where its text stands now, and by which key its entry was known before."""

    job: Job
    kept: Kept
    known_as: str
