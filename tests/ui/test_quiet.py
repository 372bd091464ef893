"""Drawing screens says on the console which pictures there are, and nothing else."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler, qWarning

from cmc_desk.ui.quiet import UNSAID, without_size_hints
from tests.meetings import KEISHA, open_desk


def test_only_the_one_message_is_left_unsaid_and_only_meanwhile() -> None:
    heard: list[str] = []

    def hear(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        heard.append(message)

    before = qInstallMessageHandler(hear)
    try:
        with without_size_hints():
            qWarning(UNSAID)
            qWarning("something else")
        qWarning(UNSAID)
    finally:
        qInstallMessageHandler(before)
    assert heard == ["something else", UNSAID]


def test_the_command_that_draws_screens_has_nothing_to_complain_of(tmp_path: Path) -> None:
    open_desk(tmp_path, people=(KEISHA,)).close()
    done = subprocess.run(
        [sys.executable, "-m", "cmc_desk", "screens", str(tmp_path / "m.cmc"), "--out", str(tmp_path / "out")],
        env={name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == len(list((tmp_path / "out").iterdir())) > 5


def test_without_a_listener_other_messages_still_reach_the_console() -> None:
    code = (
        "from PySide6.QtCore import qWarning\n"
        "from cmc_desk.ui.quiet import UNSAID, without_size_hints\n"
        "with without_size_hints(): qWarning(UNSAID); qWarning('something else')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "something else"
