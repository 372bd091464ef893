"""What a job of badges is called in the ledger and at the printer: its run, and which sheet of it; never a name of a person."""

import re
from dataclasses import dataclass
from datetime import datetime

_NAME = re.compile(r"(?P<run>.+) · (?P<sheet>\d+)/(?P<sheets>\d+)")


@dataclass(frozen=True, slots=True)
class JobName:
    """The name of a job taken apart; a job of another making has neither sheet nor sheets."""

    run: str
    sheet: int = 0
    sheets: int = 0


def run_name(station: str, at: datetime) -> str:
    """Return what a run is called that begins at `at` (on the clocks of the meeting) at a station."""
    return f"{station} {at:%Y-%m-%d %H:%M:%S}"


def job_name(run: str, sheet: int, sheets: int) -> str:
    """Return what the job of one sheet (from 1) is called."""
    return f"{run} · {sheet}/{sheets}"


def parted(name: str) -> JobName:
    """Return the name of a job taken apart."""
    found = _NAME.fullmatch(name)
    return JobName(found["run"], int(found["sheet"]), int(found["sheets"])) if found else JobName(name)
