"""Somebody in a process of their own who would like to write and does not wait."""

import os
from pathlib import Path

from cmc_desk.desk.command import Author
from cmc_desk.desk.opening import open_meeting
from cmc_desk.rules.meeting import Role
from cmc_desk.rules.refusal import Unavailable
from tests.meetings import PASSPHRASE


def come_and_go(path: Path, times: int, *, out: int = 1) -> None:
    """Open the meeting and close it so many times; say on `out` what kept one out, and at last that one has done."""
    author = Author("Visitor Sample", Role.DESK, "Desk B")
    for _turn in range(times):
        try:
            open_meeting(path, author=author, secret=PASSPHRASE).close()
        except Unavailable as error:
            os.write(out, f"no {error}\n".encode())
    os.write(out, b"done\n")


def work(path: Path, *, out: int = 1) -> None:
    """Say on the descriptor `out` whether one could begin to write at once."""
    desk = open_meeting(path, author=Author("Visitor Sample", Role.DESK, "Desk B"), secret=PASSPHRASE)
    try:
        with desk.store.write(patience=0):
            os.write(out, b"let in\n")
    except Unavailable:
        os.write(out, b"kept out\n")
    desk.close()
