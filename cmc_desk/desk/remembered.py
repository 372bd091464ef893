"""Facts that every scan asks for and that hardly ever change."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from cmc_desk.db.store import data_version

R = TypeVar("R")
# Where the sessions whose attendance is taken and the facts of the meeting stand.
TABLES = frozenset({"meeting", "day", "item", "item_timing", "item_event", "track"})


@dataclass
class Remembered:
    """Answers about the meeting and its agenda, kept until this window or another writes there."""

    _answers: dict[Callable[[Session], Any], Any] = field(default_factory=dict)
    _version: int | None = None

    def ask(self, session: Session, query: Callable[[Session], R]) -> R:
        """Return what `query` answers; it must read nothing but `TABLES`."""
        version = data_version(session)
        if version != self._version:
            self._answers.clear()
            self._version = version
        if query not in self._answers:
            self._answers[query] = query(session)
        answer: R = self._answers[query]
        return answer

    def forget(self) -> None:
        """Read everything anew from now on."""
        self._answers.clear()
