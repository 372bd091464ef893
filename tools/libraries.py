"""The system libraries that the wheels of Qt expect to find on Linux."""

import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence

from tools.console import say, step, stop, succeeds

# Library, Debian package.
ALWAYS = (
    ("libGL.so.1", "libgl1"),
    ("libEGL.so.1", "libegl1"),
    ("libfontconfig.so.1", "libfontconfig1"),
    ("libdbus-1.so.3", "libdbus-1-3"),
    ("libxkbcommon.so.0", "libxkbcommon0"),
    ("libglib-2.0.so.0", "libglib2.0-0"),
)
FOR_A_SCREEN = (
    ("libxcb-cursor.so.0", "libxcb-cursor0"),
    ("libxcb-icccm.so.4", "libxcb-icccm4"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    ("libxcb-shape.so.0", "libxcb-shape0"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
)


def provide(*, screen: bool) -> None:
    """See to it that Qt finds its libraries; `screen` asks for those of real windows too."""
    if sys.platform != "linux":
        return
    packages = missing((*ALWAYS, *FOR_A_SCREEN) if screen else ALWAYS, loads)
    if packages:
        install(packages, "Qt needs libraries that this system does not have.")


def missing(wanted: Iterable[tuple[str, str]], found: Callable[[str], bool]) -> list[str]:
    """Return the Debian packages of the libraries that are not `found`."""
    return [package for library, package in wanted if not found(library)]


def loads(library: str) -> bool:
    """Say whether the system can load a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install(packages: Sequence[str], reason: str) -> None:
    """Install Debian packages where that takes no password; elsewhere stop and say what to type."""
    apt = shutil.which("apt-get")
    prefix = _rights()
    if apt is None or prefix is None:
        stop(f"{reason} {advice(packages, debian=apt is not None)}")
    say(f"{reason} Installing {' '.join(packages)}.")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    step([*prefix, apt, "-qq", "update"], environment)
    step([*prefix, apt, "-qq", "install", "-y", "--no-install-recommends", *packages], environment)


def advice(packages: Sequence[str], *, debian: bool) -> str:
    """Return what a person can do: the exact line to type, or what to look for on another kind of Linux."""
    names = " ".join(packages)
    if debian:
        return f"Type this line, then start again:\n\n    sudo apt-get install -y --no-install-recommends {names}\n"
    return f"Install, with the package manager of this system, what Debian calls: {names}"


def _rights() -> list[str] | None:
    """Return the prefix with which a command runs as root, or None where that takes a password."""
    if sys.platform != "win32" and os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    return [sudo, "-n"] if sudo and succeeds([sudo, "-n", "true"]) else None
