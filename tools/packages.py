"""Python packages: uv, which installs and locks them, told of the indexes that pip is configured with."""

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

from tools import libraries
from tools.console import say, step, stop, succeeds

MAIN_LOCK, CAMERA_LOCK = "requirements.lock", "requirements-camera.lock"
DEVELOPMENT_LOCK, UV_LOCK = "requirements-dev.lock", "requirements-uv.lock"

# pip's option, the variable in which uv takes it, and what stands there between several values.
_PIP_TO_UV = (
    ("index-url", "UV_DEFAULT_INDEX", " "),
    ("extra-index-url", "UV_INDEX", " "),
    ("find-links", "UV_FIND_LINKS", ","),
    ("trusted-host", "UV_INSECURE_HOST", " "),
    ("cert", "SSL_CERT_FILE", " "),
    ("client-cert", "SSL_CLIENT_CERT", " "),
    ("proxy", "ALL_PROXY", " "),
    ("timeout", "UV_HTTP_TIMEOUT", " "),
)


def uv(root: Path, *arguments: str | Path) -> None:
    """Run uv, installing it into `.tools` if this machine has none."""
    step([_find_uv(root), *arguments], uv_environment(pip_settings(), os.environ))


def lock(root: Path, options: Sequence[str]) -> int:
    """Write the lists of locked packages anew: versions and hashes, and no address of an index."""
    os.chdir(root)
    common = [
        "--universal",
        "--python-version",
        "3.11",
        "--generate-hashes",
        "--no-emit-index-url",
        "--no-header",
        "-q",
    ]
    for arguments in (
        ["pyproject.toml", "-o", MAIN_LOCK],
        ["pyproject.toml", "--extra", "camera", "-c", MAIN_LOCK, "-o", CAMERA_LOCK],
        ["pyproject.toml", "--group", "dev", "-c", MAIN_LOCK, "-o", DEVELOPMENT_LOCK],
        ["tools/uv.in", "-o", UV_LOCK],
    ):
        uv(root, "pip", "compile", *common, *options, *arguments)
    return 0


def pip_settings() -> dict[str, str]:
    """Return what pip is configured with on this machine, by the long name of the option."""
    listed = ""
    if find_spec("pip"):
        command = [sys.executable, "-m", "pip", "config", "list"]
        listed = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False).stdout
    return read_pip_settings(listed, os.environ)


def read_pip_settings(listed: str, environment: Mapping[str, str]) -> dict[str, str]:
    """Read the lines of `pip config list` and the variables PIP_*; as in pip, the narrower setting wins."""
    settings: dict[str, str] = {}
    lines = [line.partition("=") for line in listed.splitlines()]
    for section in ("global.", "install."):
        for name, _, value in lines:
            if name.startswith(section):
                settings[name.removeprefix(section)] = str(ast.literal_eval(value))
    for name, value in environment.items():
        if name.startswith("PIP_"):
            settings[name.removeprefix("PIP_").lower().replace("_", "-")] = value
    return settings


def uv_environment(settings: Mapping[str, str], environment: Mapping[str, str]) -> dict[str, str]:
    """Return `environment` with the settings of pip as uv takes them; what is set there for uv itself stands."""
    passed_on = {}
    for option, variable, separator in _PIP_TO_UV:
        values = settings.get(option, "").split()
        if option == "find-links":
            # pip passes over a folder that is not there; uv gives up.
            values = [value for value in values if "://" in value or Path(value).exists()]
        if values:
            passed_on[variable] = separator.join(values)
    if "UV_INDEX" in passed_on:
        # As pip does: look for the locked version in every index. What is found must still have the locked hash.
        passed_on["UV_INDEX_STRATEGY"] = "unsafe-best-match"
    return passed_on | dict(environment)


def _find_uv(root: Path) -> str:
    ours = root / ".tools"
    folders = os.pathsep.join([str(ours / "bin"), str(ours / "Scripts")])
    for path in (None, folders):
        found = shutil.which("uv", path=path)
        # A shim of a version manager can be on PATH without a uv behind it.
        if found and succeeds([found, "--version"]):
            return found
    say("Installing uv into .tools, because this machine has none.")
    shutil.rmtree(ours, ignore_errors=True)
    options: list[str | Path] = ["-q", "--require-hashes", "-r", root / UV_LOCK]
    if find_spec("pip"):
        step([sys.executable, "-m", "pip", "install", *options, "--target", ours])
    else:
        if not find_spec("ensurepip"):
            libraries.install([f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"], "This Python has no pip.")
        step([sys.executable, "-m", "venv", ours])
        step([ours / ("Scripts/python" if os.name == "nt" else "bin/python"), "-m", "pip", "install", *options])
    return shutil.which("uv", path=folders) or stop("uv was installed into .tools, but it is not there.")
