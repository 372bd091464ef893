"""Which monitor a screen of the room goes to."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cmc_desk.ui.stage.monitors import Monitor, chosen, following, remember, remembered

LAPTOP = Monitor("Laptop", 0, 0, 1366, 768)
PROJECTOR = Monitor("Projector", 1366, 0, 1920, 1080)
LOBBY = Monitor("Lobby", 3286, 0, 1080, 1920)
ROOT = Path(__file__).resolve().parents[3]


def test_the_monitor_of_the_operator_is_never_chosen() -> None:
    assert chosen([LAPTOP], LAPTOP) is None
    assert chosen([LAPTOP], LAPTOP, remembered=LAPTOP) is None
    assert chosen([LAPTOP, PROJECTOR], LAPTOP) == PROJECTOR
    assert chosen([LAPTOP, PROJECTOR], PROJECTOR) == LAPTOP


def test_the_monitor_of_before_is_known_by_name_and_place_or_by_its_name() -> None:
    both = [LAPTOP, PROJECTOR, LOBBY]
    assert chosen(both, LAPTOP, remembered=LOBBY) == LOBBY
    moved = Monitor("Lobby", 0, 768, 1080, 1920)
    assert chosen([LAPTOP, PROJECTOR, moved], LAPTOP, remembered=LOBBY) == moved
    twins = [LAPTOP, PROJECTOR, Monitor("Projector", 3286, 0, 1920, 1080)]
    assert chosen(twins, LAPTOP, remembered=twins[2]) == twins[2]
    assert chosen([LAPTOP, PROJECTOR], LAPTOP, remembered=LOBBY) == PROJECTOR


def test_what_another_screen_stands_on_comes_last() -> None:
    assert chosen([LAPTOP, PROJECTOR, LOBBY], LAPTOP, taken=[PROJECTOR]) == LOBBY
    assert chosen([LAPTOP, PROJECTOR], LAPTOP, taken=[PROJECTOR]) == PROJECTOR


def test_another_monitor_is_the_next_one() -> None:
    both = [LAPTOP, PROJECTOR, LOBBY]
    assert following(both, LAPTOP, PROJECTOR) == LOBBY
    assert following(both, LAPTOP, LOBBY) == PROJECTOR
    assert following([LAPTOP, PROJECTOR], LAPTOP, PROJECTOR) is None
    assert following([LAPTOP, PROJECTOR], LAPTOP, None) == PROJECTOR
    assert following([LAPTOP], LAPTOP, None) is None


def test_a_monitor_is_remembered_for_each_screen() -> None:
    assert remembered("stage") is None
    remember("stage", PROJECTOR)
    remember("lobby", LOBBY)
    assert (remembered("stage"), remembered("lobby")) == (PROJECTOR, LOBBY)


@pytest.mark.parametrize("story", ["fills", "removed", "operator", "other"])
def test_on_a_computer_with_three_monitors(tmp_path: Path, story: str) -> None:
    screens = [
        {
            "name": one.name,
            "x": one.x,
            "y": one.y,
            "width": one.width,
            "height": one.height,
            "logicalDpi": 96,
            "logicalBaseDpi": 96,
            "dpr": 1,
        }
        for one in (LAPTOP, PROJECTOR, LOBBY)
    ]
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": screens}))
    environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}", "HOME": str(tmp_path)}
    command = [sys.executable, "-m", "tests.ui.stage.three_monitors", story, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "as it should be"), done.stderr
