"""A PostgreSQL of its own for a test, where one is installed: in a folder of its own, heard on a socket only, gone afterwards."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine

_PLACES = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/usr/local/pgsql/bin")
_USERS = ("postgres", "nobody")


def why_not() -> str:
    """Return why there is no PostgreSQL to ask, or nothing if there is one."""
    if os.name != "posix":
        return "the test starts a PostgreSQL of its own on Unix only"
    if _binaries() is None:
        return "no PostgreSQL is installed on this machine (initdb and pg_ctl are not found)"
    if os.geteuid() == 0 and _other_user() is None:
        return "PostgreSQL does not run as root, and there is nobody else here to run it"
    return ""


@contextmanager
def running() -> Iterator[Engine]:
    """Start a server, give an engine to its empty database, and stop it."""
    bin_folder = _binaries()
    assert bin_folder is not None
    # Not in the folder of the test: whoever runs the server must be able to reach it, and a socket's path is short.
    folder = Path(tempfile.mkdtemp(prefix="cmc-pg-"))
    user = _other_user() if os.geteuid() == 0 else None
    try:
        if user:
            shutil.chown(folder, user)
        folder.chmod(0o700)
        data, log = folder / "data", folder / "log"
        _run(user, bin_folder / "initdb", "-D", data, "-U", "cmc", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
        options = f"-k {folder} -c listen_addresses='' -c fsync=off -c max_connections=40"
        _run(user, bin_folder / "pg_ctl", "-D", data, "-l", log, "-w", "-t", "60", "-o", options, "start")
        try:
            socket = folder / ".s.PGSQL.5432"
            engine = create_engine(f"postgresql+pg8000://cmc@/postgres?unix_sock={socket}", pool_size=20)
            try:
                yield engine
            finally:
                engine.dispose()
        finally:
            _run(user, bin_folder / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _binaries() -> Path | None:
    found = shutil.which("initdb")
    if (
        found
        and (Path(found).resolve().parent / "pg_ctl").exists()
        and (Path(found).resolve().parent / "postgres").exists()
    ):
        return Path(found).resolve().parent
    folders = [folder for place in _PLACES for folder in Path("/").glob(place.removeprefix("/"))]
    whole = [folder for folder in folders if (folder / "initdb").exists() and (folder / "pg_ctl").exists()]
    return max(whole, key=lambda folder: folder.as_posix(), default=None)


def _other_user() -> str | None:
    import pwd

    names = {entry.pw_name for entry in pwd.getpwall()}
    return next((name for name in _USERS if name in names and shutil.which("runuser")), None)


def _run(user: str | None, *command: object) -> None:
    words = [str(word) for word in command]
    prefix = ["runuser", "-u", user, "--"] if user else []
    environment = {**os.environ, "LC_ALL": "C"}
    done = subprocess.run(
        [*prefix, *words],
        cwd="/",
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, f"{words[0]} failed: {done.stderr}"


WHY_NOT = why_not()
needs_postgresql = pytest.mark.skipif(bool(WHY_NOT), reason=WHY_NOT)
