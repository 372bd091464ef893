"""The virtual environment `.venv`: made once, and again when the locked packages change."""

import hashlib
import os
import shlex
import shutil
import sys
import sysconfig
from pathlib import Path

from tools import packages
from tools.console import say


def make_ready(root: Path, lock: str) -> Path:
    """Make `.venv` what `lock` says, unless it is so already; return its python.

    What was asked for once stays: the camera and development each contain the main lock, and neither takes the other away.
    """
    venv = root / ".venv"
    python = venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = venv / "made-from"
    made_from = stamp.read_text(encoding="utf-8") if stamp.is_file() and python.exists() else ""
    there = _locks_in(made_from)
    locks = sorted({lock, *there} - {packages.MAIN_LOCK}) or [packages.MAIN_LOCK]
    if set(locks) == set(there) and made_from == stamp_of(root, *locks):
        return python
    say("Setting CMC Desk up in .venv; the next start will not need this.")
    if packages.CAMERA_LOCK not in locks:
        say("To take photographs with a webcam at the desk, type once: python3 run.py camera")
    stamp.unlink(missing_ok=True)
    if not made_from.startswith(_base(root)):
        shutil.rmtree(venv, ignore_errors=True)
        packages.uv(root, "venv", "-q", "--python", sys.executable, venv)
    packages.uv(root, "pip", "sync", "--python", python, "--require-hashes", *(root / name for name in locks))
    _add_project(root, python)
    # Last, so that a set-up that was interrupted is done again.
    stamp.write_text(stamp_of(root, *locks), encoding="utf-8")
    return python


def stamp_of(root: Path, *locks: str) -> str:
    """Say what an environment made now would be made from: this Python, this folder, the content of the locks."""
    return _base(root) + "".join(f"{name} {hashlib.sha256((root / name).read_bytes()).hexdigest()}\n" for name in locks)


def _locks_in(stamp: str) -> list[str]:
    """Return the names of the locks that an environment was made from."""
    lines = [line.split(" ") for line in stamp.splitlines()[2:]]
    return [
        line[0] for line in lines if line[0] in {packages.MAIN_LOCK, packages.CAMERA_LOCK, packages.DEVELOPMENT_LOCK}
    ]


def _base(root: Path) -> str:
    return f"Python {sys.version_info[0]}.{sys.version_info[1]}\n{root}\n"


def _add_project(root: Path, python: Path) -> None:
    """Let the environment import the checkout, and put `cmc-desk` beside its python.

    This is all of an editable installation that is needed, without a build.
    """
    venv = python.parent.parent
    site = Path(sysconfig.get_path("purelib", "venv", {"base": str(venv), "platbase": str(venv)}))
    # A relative path, because before Python 3.13 a .pth file is read in the encoding of the machine.
    (site / "cmc-desk.pth").write_text(os.path.relpath(root, site) + "\n", encoding="utf-8")
    if os.name == "nt":
        (python.parent / "cmc-desk.cmd").write_text('@"%~dp0python.exe" -m cmc_desk %*\n', encoding="utf-8")
    else:
        launcher = python.parent / "cmc-desk"
        launcher.write_text(f'#!/bin/sh\nexec {shlex.quote(str(python))} -m cmc_desk "$@"\n', encoding="utf-8")
        launcher.chmod(0o755)
