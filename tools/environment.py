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

    The development lock contains the main one, so an environment for development serves for everything.
    """
    venv = root / ".venv"
    python = venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = venv / "made-from"
    made_from = stamp.read_text(encoding="utf-8") if stamp.is_file() and python.exists() else ""
    if made_from in {stamp_of(root, lock), stamp_of(root, packages.DEVELOPMENT_LOCK)}:
        return python
    say("Setting CMC Desk up in .venv; the next start will not need this.")
    stamp.unlink(missing_ok=True)
    if not made_from.startswith(_base(root)):
        shutil.rmtree(venv, ignore_errors=True)
        packages.uv(root, "venv", "-q", "--python", sys.executable, venv)
    packages.uv(root, "pip", "sync", "--python", python, "--require-hashes", root / lock)
    _add_project(root, python)
    # Last, so that a set-up that was interrupted is done again.
    stamp.write_text(stamp_of(root, lock), encoding="utf-8")
    return python


def stamp_of(root: Path, lock: str) -> str:
    """Say what an environment made now would be made from: this Python, this folder, the content of the lock."""
    return _base(root) + hashlib.sha256((root / lock).read_bytes()).hexdigest()


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
