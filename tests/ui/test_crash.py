"""A defect is written down and said, and names nobody."""

import subprocess
import sys
from pathlib import Path

from cmc_desk.clock import ManualClock
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.crash import CrashLog, details_of
from tests.meetings import MORNING

CHILD = """
import sys, threading
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer, qWarning
from cmc_desk.ui.crash import CrashLog
app = QCoreApplication([])
log = CrashLog(Path(sys.argv[1]) / "logs" / "desk.log")
log.install()
seen = []
log.happened.connect(seen.append)
def fails(): raise ValueError("Keisha Example-Blake")
def fails_beside():
    worker = threading.Thread(target=fails)
    worker.start()
    worker.join()
    qWarning("a warning of Qt")
QTimer.singleShot(0, fails)
QTimer.singleShot(0, fails_beside)
QTimer.singleShot(0, lambda: QTimer.singleShot(0, app.quit))
app.exec()
print(len(seen))
"""


def look_for(name: str) -> int:
    try:
        return {"a": 1}[name]
    except KeyError as error:
        raise Refusal(f"{name} is not here") from error


def failing(name: str) -> BaseException:
    try:
        look_for(name)
    except Refusal as refusal:
        return refusal
    raise AssertionError


def test_the_details_say_where_and_never_who() -> None:
    details = details_of(failing("Keisha Example-Blake"))
    assert "Keisha" not in details
    assert "cmc_desk.rules.refusal.Refusal" in details
    assert "after builtins.KeyError" in details
    assert "ui/test_crash.py" in details
    assert "failing" in details


def test_a_defect_is_logged_with_its_time_and_told(tmp_path: Path) -> None:
    log = CrashLog(tmp_path / "desk.log", clock=ManualClock(MORNING))
    told: list[str] = []
    log.happened.connect(told.append)
    details = log.report(failing("somebody"))
    assert told == [details]
    assert (tmp_path / "desk.log").read_text(encoding="utf-8").startswith("2019-12-05 13:40:00 UTC CMC Desk")


def test_a_log_that_cannot_be_written_is_no_second_defect(tmp_path: Path) -> None:
    log = CrashLog(tmp_path / "nowhere" / "desk.log", clock=ManualClock(MORNING))
    assert "Refusal" in log.report(failing("somebody"))


def test_a_failing_listener_does_not_go_round_in_circles(tmp_path: Path) -> None:
    log = CrashLog(tmp_path / "desk.log", clock=ManualClock(MORNING))
    calls: list[str] = []

    def again(details: str) -> None:
        calls.append(details)
        log.report(failing("somebody"))

    log.happened.connect(again)
    log.report(failing("somebody"))
    assert len(calls) == 1


def test_a_file_that_does_not_answer_is_said_as_it_is_and_is_no_defect(tmp_path: Path) -> None:
    log = CrashLog(tmp_path / "desk.log", clock=ManualClock(MORNING))
    defects: list[str] = []
    told: list[str] = []
    log.happened.connect(defects.append)
    log.troubled.connect(told.append)
    error = Unavailable("Another window is writing to m.cmc: try again.")
    log._on_exception(Unavailable, error, None)
    assert (defects, told) == ([], [error.sentence])
    assert "Unavailable" in (tmp_path / "desk.log").read_text(encoding="utf-8")


def test_the_program_goes_on_after_an_exception_in_a_slot_or_a_thread(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(tmp_path)], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "2"
    written = (tmp_path / "logs" / "desk.log").read_text(encoding="utf-8")
    assert written.count("builtins.ValueError") == 2
    assert "Qt: a warning of Qt" in written
    assert "Keisha" not in written + done.stderr
