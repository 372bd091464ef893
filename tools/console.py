"""Speaking to the person at the terminal, and the steps that must succeed."""

import shlex
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

UNAVAILABLE = 3


def say(sentence: str) -> None:
    """Tell the person something; standard output is left to what was asked for."""
    print(sentence, file=sys.stderr, flush=True)


def stop(sentence: str) -> NoReturn:
    """Tell the person why it cannot go on, and end with the exit code for that."""
    say(sentence)
    raise SystemExit(UNAVAILABLE)


def step(command: Sequence[str | Path], environment: Mapping[str, str] | None = None) -> None:
    """Run one step of the set-up, its output on standard error; stop if it fails."""
    code = subprocess.run(command, env=environment, stdout=sys.stderr, check=False).returncode
    if code:
        stop(f"This step of the set-up failed with exit code {code}: {shlex.join(map(str, command))}")


def succeeds(command: Sequence[str | Path]) -> bool:
    """Try a command in silence."""
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
