"""The monitors stay on by the means of the system, and where there are none that is said."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cmc_desk.ui.stage import awake

ROOT = Path(__file__).resolve().parents[3]


def test_without_a_desktop_nobody_can_be_asked(tmp_path: Path) -> None:
    script = "from cmc_desk.ui.stage.awake import _Desktop\none = _Desktop()\nprint(one.keep())\none.release()"
    environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": f"unix:path={tmp_path}/nobody"}
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.strip() == "False"


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="there is no D-Bus on this machine")
def test_a_desktop_is_asked_and_knows_when_it_is_over() -> None:
    command = ["dbus-run-session", "--", sys.executable, "-m", "tests.ui.stage.a_desktop"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.split() == ["kept", "again", "asked-once-by", "CMC", "Desk", "over", "not-kept"]


def test_every_system_has_its_own_means(monkeypatch: pytest.MonkeyPatch) -> None:
    for system, name in (("win32", "_Windows"), ("darwin", "_Mac"), ("linux", "_Desktop")):
        monkeypatch.setattr(sys, "platform", system)
        assert type(awake.awake_here()).__name__ == name


@pytest.mark.skipif(sys.platform == "win32", reason="there the means exist")
def test_what_a_system_does_not_have_keeps_nothing() -> None:
    windows, mac = awake._Windows(), awake._Mac()
    assert not windows.keep()
    windows.release()
    if sys.platform != "darwin":
        assert not mac.keep()
        mac.release()
