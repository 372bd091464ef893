#!/usr/bin/env python3
"""Make CMC Desk ready on this machine, then start it, its checks or its benchmark.

    python3 run.py                     the program on the demo meeting (without a screen: `demo --out out`)
    python3 run.py VERB ...            what `cmc-desk VERB ...` does
    python3 run.py camera              install what takes photographs with a webcam, once
    python3 run.py test [pytest's]     every check, the quick ones first
    python3 run.py bench [...]         the measurements
    python3 run.py texts               renew the catalogues of translations
    python3 run.py flags               paint the pictures of the flags for paper
    python3 run.py airports            renew the list of airports
    python3 run.py lock [--upgrade]    renew the lists of locked packages

Needs Python 3.11 or newer and nothing else. All it makes lies in `.venv` and, where uv is missing, in `.tools`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).resolve().parent
MODULES = {"bench": "tests.bench", "texts": "tools.texts", "flags": "tools.flags", "airports": "tools.airports"}
CHECKS = (("ruff", "format", "--check", "."), ("ruff", "check", "."), ("mypy",), ("lint-imports",))


def main(arguments: Sequence[str]) -> int:
    """Do what the first word asks for; return the exit code."""
    # An older Python reads this file, so that it can be told; the files that are imported below it could not.
    if sys.version_info < (3, 11):  # noqa: UP036 - see above
        print("CMC Desk needs Python 3.11 or newer, and this is {}.{}.".format(*sys.version_info), file=sys.stderr)
        return 3
    from tools import environment, libraries, packages

    verb, *rest = arguments or [""]
    if verb == "lock":
        return packages.lock(ROOT, rest)
    if verb == "camera":
        return add_camera()
    working_on_it = verb in {"test", *MODULES}
    python = environment.make_ready(ROOT, packages.DEVELOPMENT_LOCK if working_on_it else packages.MAIN_LOCK)
    screen = has_screen(sys.platform, os.environ)
    libraries.provide(screen=screen and not working_on_it)
    if working_on_it:
        os.chdir(ROOT)
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        if verb == "test":
            return test(python, rest)
        return hand_over([python, "-m", MODULES[verb], *rest])
    if not arguments and not screen:
        print("This machine has no screen: the demo meeting is made in the folder 'out' instead.", file=sys.stderr)
        arguments = ["demo", "--out", "out"]
    return hand_over([python, "-m", "cmc_desk", *(arguments or ["--demo"])])


def add_camera() -> int:
    """Install the optional extra that talks to cameras, and say where it is found; return the exit code."""
    from tools import console, environment, packages

    environment.make_ready(ROOT, packages.CAMERA_LOCK)
    console.say("A webcam takes photographs now: press Ctrl+T where the photograph of a person is chosen.")
    return 0


def has_screen(platform: str, environment: Mapping[str, str]) -> bool:
    """Say whether a window can be shown: on Linux only where a display is announced."""
    return platform != "linux" or bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def test(python: Path, pytest_arguments: Sequence[str]) -> int:
    """Run the checks until one fails, and pytest last; return the exit code."""
    # The suite starts some hundred processes; each would compile all that it imports.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    # Who has nothing left to do takes from whoever has: the long ones would otherwise end alone.
    for name, *options in (*CHECKS, ("pytest", "-n", "auto", "--dist", "worksteal", *pytest_arguments)):
        print("$", name, *options, flush=True)
        code = subprocess.run([python.parent / name, *options], check=False).returncode
        if code:
            return code
    return 0


def hand_over(command: Sequence[str | Path]) -> int:
    """Become `command`; on Windows, which cannot, wait for it and return its exit code."""
    if os.name == "posix":
        os.execv(command[0], [str(word) for word in command])
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
