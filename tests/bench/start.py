"""How long the program takes to be there, and how much memory it wants, against a bare window of Qt."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.bench.crowd import open_crowd
from tests.bench.measure import Row, against
from tests.bench.start_child import BEGUN

_RUNS = 7


def start() -> Iterator[Row]:
    """From the start of the process to the first paint, and to the meeting open and usable."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        open_crowd(folder, 1_000, encrypted=False).close()
        file = folder / "crowd-1000.cmc"
        figures: dict[str, list[dict[str, float]]] = {"bare": [], "bare+store": [], "program": []}
        for turn in range(_RUNS + 1):
            for kind, kept in figures.items():
                found = child(kind, file, home=folder / f"home-{kind}")
                if turn:
                    kept.append(found)
    painted = [found["painted"] for found in figures["program"]]
    opened = [found["opened"] for found in figures["program"]]
    yield against("start → first paint", painted, [found["painted"] for found in figures["bare"]], most=1.5)
    yield against(
        "start → meeting open and usable", opened, [found["painted"] for found in figures["bare+store"]], most=1.4
    )


def memory() -> Iterator[Row]:
    """Resident memory with a meeting of 1,000 people open, beyond a bare window."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        open_crowd(folder, 1_000, encrypted=False).close()
        ours = [child("program", folder / "crowd-1000.cmc", home=folder / "home")["memory"] for _turn in range(3)]
        bare = [child("bare", folder, home=folder / "home")["memory"] for _turn in range(3)]
    more = median(ours) - median(bare)
    yield Row(
        "memory with 1,000 people open, beyond a bare window", more, "MB", median(bare), None, "≤ 120 MB", more <= 120
    )


def child(kind: str, file: Path, *, home: Path) -> dict[str, float]:
    """Run one start in a process of its own and return its figures: milliseconds since it began, and megabytes."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(home),
        "XDG_DATA_HOME": str(home),
        # Compiled once, as an installed program is; the first turn, which is not counted, does it.
        "PYTHONPYCACHEPREFIX": str(home.parent / "compiled"),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment[BEGUN] = str(time.monotonic())
    command = [sys.executable, "-m", "tests.bench.start_child", kind, str(file)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60)
    return dict(json.loads(done.stdout.splitlines()[-1]))
