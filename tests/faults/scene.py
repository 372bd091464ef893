"""What the fault tests share: a meeting to copy for each fault, clerks in processes of their own, and what must hold afterwards.

`CMC_DESK_FAULT_RUNS` multiplies how often every fault is tried (1 as the suite runs it; 100 for a night).
"""

import json
import multiprocessing
import os
import random
import shutil
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from cmc_desk.db.keys import key_file_of
from cmc_desk.desk.opening import open_meeting, verify_journal
from tests.faults import clerk
from tests.meetings import DESK_A, PASSPHRASE

TIMES = int(os.environ.get("CMC_DESK_FAULT_RUNS", "1"))
# A fork of a process that has imported everything costs milliseconds; starting Python anew costs a second.
CONTEXT: Any = multiprocessing.get_context("forkserver" if os.name == "posix" else "spawn")
CONTEXT.set_forkserver_preload(["tests.faults.clerk", "tests.faults.rapporteur"])


@dataclass(frozen=True)
class Scene:
    """A meeting file of its own and the identifiers of the people who are expected in it."""

    path: Path
    people: tuple[str, ...]

    def copied_to(self, folder: Path) -> "Scene":
        """Return the same meeting in another folder, which it may lose there."""
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / self.path.name
        shutil.copyfile(self.path, target)
        shutil.copyfile(key_file_of(self.path), key_file_of(target))
        return Scene(target, self.people)


class Child:
    """A process that runs `work(*args, out=…)`, and the lines it has written."""

    def __init__(self, work: Callable[..., None], *args: Any, **kwargs: Any) -> None:
        reading, writing = CONTEXT.Pipe(duplex=False)
        self._reading = reading
        self.process = CONTEXT.Process(target=_run, args=(work, writing, args, kwargs))
        self.process.start()
        writing.close()
        self.read = b""

    def line(self) -> str:
        """Wait for the next line; empty if the process has ended."""
        while b"\n" not in self.read:
            more = os.read(self._reading.fileno(), 4096)
            if not more:
                return ""
            self.read += more
        line, self.read = self.read.split(b"\n", 1)
        return line.decode()

    def lines(self) -> list[str]:
        """Wait for the end and return the lines that were not read yet."""
        found = list(iter(self.line, ""))
        self.process.join()
        self._reading.close()
        return found


def _run(work: Callable[..., None], writing: Any, args: Sequence[Any], kwargs: dict[str, Any]) -> None:
    work(*args, out=writing.fileno(), **kwargs)


def clerk_at(scene: Scene, people: Sequence[str], station: str = "Desk A") -> Child:
    """Start a clerk who checks `people` in."""
    return Child(clerk.work, scene.path, people, station=station)


def acknowledged(lines: Sequence[str]) -> set[str]:
    """Return the identifiers of the people who were said to be in."""
    return {line.removeprefix("in ") for line in lines if line.startswith("in ")}


def whole(scene: Scene, known: set[str]) -> set[str]:
    """Open the meeting as anybody would; nothing of `known` is missing and nothing is half there. Return who is present."""
    desk = open_meeting(scene.path, author=DESK_A, secret=PASSPHRASE)
    try:
        assert desk.read(verify_journal).whole
        facts = desk.read(_facts)
    finally:
        desk.close()
    assert facts["integrity_check"] == ["ok"]
    assert facts["foreign_key_check"] == []
    assert set(facts["arrivals"].values()) <= {1}
    present = set(facts["arrivals"])
    assert known <= present
    assert present == facts["journalled"]
    assert facts["scans"] == facts["answers"]
    return present


def _facts(session: Session) -> dict[str, Any]:
    outcomes = [
        json.loads(row)
        for row in session.execute(
            text("SELECT outcome FROM journal WHERE kind = 'attendance.check_in' ORDER BY seq")
        ).scalars()
    ]
    return {
        "integrity_check": list(session.execute(text("PRAGMA integrity_check")).scalars()),
        "foreign_key_check": list(session.execute(text("PRAGMA foreign_key_check"))),
        "arrivals": Counter(
            session.execute(
                text("SELECT participant FROM presence_event WHERE kind = 'arrive' AND voided_at IS NULL")
            ).scalars()
        ),
        "journalled": {one["participant"] for one in outcomes if one["verdict"] == "checked in"},
        "scans": sorted(session.execute(text("SELECT participant || answer FROM scan")).scalars()),
        "answers": sorted(one["participant"] + one["verdict"] for one in outcomes),
    }


def dice(seed: int) -> random.Random:
    """Return chance that is the same for the same seed."""
    return random.Random(seed)  # noqa: S311 - which fault comes when is no secret
