"""A rapporteur in a process of its own, who types into the notes and says of every key what is safe; it may die at any moment."""

import json
import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings

from cmc_desk.clock import ManualClock, SystemClock
from cmc_desk.desk.command import Author
from cmc_desk.desk.opening import open_meeting
from cmc_desk.rules.key_script import strokes
from cmc_desk.rules.meeting import Role
from cmc_desk.ui import drawing, settings
from cmc_desk.ui.summaries.replaying import PACE, replay
from tests.meetings import MORNING, PASSPHRASE

ANA = Author("Ana Sample", Role.RAPPORTEUR, "Rapporteur 1")
ITEM = "discussion"


def type_script(path: Path, lines: Sequence[str], elsewhere: Path, *, at_once: bool, out: int) -> None:
    """Type a script at eleven keys a second, or as fast as it goes in the time of the keys; one JSON object a line goes to `out`."""
    # What is remembered and what is rescued belongs to this run.
    os.environ["XDG_DATA_HOME"] = os.environ["TMPDIR"] = str(elsewhere)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(elsewhere / "habits"))
    settings.say("note_spelling", "off")
    settings.wear(drawing.application())
    clock = ManualClock(MORNING) if at_once else SystemClock()
    desk = open_meeting(path, author=ANA, secret=PASSPHRASE, clock=clock)

    def tell(fact: dict[str, object]) -> None:
        # One write a line: whoever kills this process has it whole or not at all.
        os.write(out, (json.dumps(fact) + "\n").encode())

    replay(desk, strokes(lines), tell, item=ITEM, pace=PACE, at_once=at_once)
