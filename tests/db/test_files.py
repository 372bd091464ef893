"""A file is the old one or the new one, never half of either."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from cmc_desk.db.files import write_atomically, write_beside_if_open
from cmc_desk.rules.refusal import Unavailable

_WRITE = "import sys; from pathlib import Path; from cmc_desk.db.files import write_atomically; write_atomically(Path(sys.argv[1]), b'n' * 300_000)"
_LIMIT = "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000)); "
# Imports first: the interpreter itself may lie where nobody else may read.
_NOBODY = "import os, cmc_desk.db.files; os.setgid(65534); os.setuid(65534); "


def child(code: str, path: Path) -> str:
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=False)
    return done.stderr.strip().splitlines()[-1] if done.returncode else ""


def test_new_content_takes_the_place_of_the_old(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    write_atomically(path, b"old")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="who may read a file is said otherwise there")
@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o007, 0o660)])
def test_a_file_is_no_more_readable_than_the_umask_allows_and_a_private_one_is_for_its_owner(
    tmp_path: Path, umask: int, mode: int
) -> None:
    before = os.umask(umask)
    try:
        write_atomically(tmp_path / "template.xlsx", b"")
        write_atomically(tmp_path / "key", b"secret", private=True)
        write_beside_if_open(tmp_path / "people.xlsx", b"")
    finally:
        os.umask(before)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert modes == {"template.xlsx": mode, "key": 0o600, "people.xlsx": 0o600}


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="paper"):
        write_atomically(tmp_path / "none" / "paper.pdf", b"")


def test_a_name_that_is_a_folder_stays_one(tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").mkdir()
    with pytest.raises(Unavailable):
        write_atomically(tmp_path / "paper.pdf", b"")
    assert [one.name for one in tmp_path.iterdir()] == ["paper.pdf"]


@pytest.mark.fault
@pytest.mark.skipif(sys.platform == "win32", reason="limits of processes are those of Unix")
def test_a_disk_that_fills_up_half_way_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(b"old")
    assert child(_LIMIT + _WRITE, path).startswith("cmc_desk.rules.refusal.Unavailable")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.fault
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become somebody else")
def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(b"old")
    for folder in tmp_path.parents[:2]:
        folder.chmod(0o755)
    tmp_path.chmod(0o755)
    said = child(_NOBODY + _WRITE, path)
    assert said.startswith("cmc_desk.rules.refusal.Unavailable")
    assert path.read_bytes() == b"old"


@pytest.mark.fault
@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of Unix")
def test_a_kill_before_the_last_step_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(b"old")
    kill = "import os, signal, pathlib; pathlib.Path.replace = lambda *_a: os.kill(os.getpid(), signal.SIGKILL); "
    subprocess.run([sys.executable, "-c", kill + _WRITE, str(path)], check=False)
    assert path.read_bytes() == b"old"


def test_a_file_that_another_program_holds_is_written_beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(b"open in a spreadsheet program")
    replace = Path.replace

    def as_windows_does(self: Path, target: Path) -> Path:
        if target == path:
            raise PermissionError(13, "in use")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", as_windows_does)
    assert write_beside_if_open(path, b"new") == tmp_path / "list (2).xlsx"
    assert path.read_bytes() == b"open in a spreadsheet program"
    assert (tmp_path / "list (2).xlsx").read_bytes() == b"new"
    with pytest.raises(Unavailable):
        write_beside_if_open(tmp_path / "none" / "list.xlsx", b"new")
