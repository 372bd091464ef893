"""Every call to the disk fails or kills in its turn, injected by strace: what was acknowledged is there, nothing is half done.

As the suite runs it, a few turns of each call are tried; `CMC_DESK_FAULT_RUNS=100` tries every turn.
"""

import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.faults.scene import TIMES, Scene, acknowledged, dice, whole

CALLS = ("pwrite64", "fsync", "fdatasync", "ftruncate", "unlink")
FAULTS = {
    "error=EIO": CALLS,
    "error=ENOSPC": ("pwrite64",),
    "signal=KILL": CALLS,
}
PEOPLE = 3
pytestmark = pytest.mark.fault


def traced(scene: Scene, log: Path, *extra: str) -> subprocess.CompletedProcess[str]:
    """Run a clerk under strace, which looks at the calls on the meeting file and its journal only."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not installed: faults of single calls are not tried")
    watched = [scene.path, scene.path.with_name(scene.path.name + "-journal")]
    paths = [part for path in watched for part in ("-P", str(path))]
    command = [strace, "-f", "-qq", "-o", str(log), *paths, "-e", f"trace={','.join(CALLS)}", *extra]
    clerk = [sys.executable, "-m", "tests.faults.clerk", str(scene.path), *scene.people[:PEOPLE]]
    return subprocess.run([*command, *clerk], capture_output=True, text=True, check=False, timeout=120)


@pytest.fixture(scope="module")
def calls(founded: Scene, tmp_path_factory: pytest.TempPathFactory) -> Counter[str]:
    """How often a clerk makes each call."""
    scene = founded.copied_to(tmp_path_factory.mktemp("counted"))
    log = scene.path.with_name("calls")
    done = traced(scene, log)
    if "ptrace" in done.stderr.lower():
        pytest.skip("processes may not be traced here: faults of single calls are not tried")
    assert acknowledged(done.stdout.splitlines()) == set(scene.people[:PEOPLE]), done.stderr
    return Counter(re.findall(r"^\d+\s+(\w+)\(", log.read_text(), re.MULTILINE))


def turns(number: int, *, seed: str) -> Sequence[int]:
    """Return which of `number` turns to try: a few at random, or all of them."""
    tried = min(number, TIMES)
    return sorted(dice(sum(seed.encode())).sample(range(1, number + 1), k=tried))


@pytest.mark.parametrize(
    ("fault", "call"), [(fault, call) for fault, concerned in FAULTS.items() for call in concerned]
)
def test_a_fault_at_any_call_loses_nothing_that_was_acknowledged(
    founded: Scene, calls: Counter[str], tmp_path: Path, fault: str, call: str
) -> None:
    # A call that this library never makes cannot fail.
    for turn in turns(calls[call], seed=fault + call):
        scene = founded.copied_to(tmp_path / str(turn))
        done = traced(scene, tmp_path / "calls", "-e", f"inject={call}:{fault}:when={turn}")
        said = done.stdout.splitlines()
        assert "INJECTED" in (log := (tmp_path / "calls").read_text()) or "killed by SIGKILL" in log
        # Whatever goes wrong with the disk is said in a sentence; nothing comes out as a defect of the program.
        assert "Traceback" not in done.stderr
        assert all(line.startswith(("in ", "no Unavailable: ")) for line in said), said
        present = whole(scene, acknowledged(said))
        assert present <= set(scene.people[:PEOPLE])
        if fault != "signal=KILL":
            # One fault passes, and trying again helps.
            assert acknowledged(said) == set(scene.people[:PEOPLE]) or not acknowledged(said)
