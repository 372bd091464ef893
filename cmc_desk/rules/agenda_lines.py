"""An agenda as somebody's file has it: lines of which much may be unsaid, before they are compared with the meeting."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from cmc_desk.rules.importing import CellProblem
from cmc_desk.rules.meeting import SpeakerPlan

# The endings of the files that are read.
READABLE_AGENDAS = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt", ".json", ".toml")


class Why(StrEnum):
    """Why a line of a file is no item of the agenda."""

    SKIPPED = "skipped"
    MILESTONE = "milestone"
    UNKNOWN = "unknown type"


@dataclass(frozen=True, slots=True)
class FileLine:
    """A line of somebody's agenda; None is what the file does not say.

    `where` is its place as people find it (`row 7`), with the sheet where there are several. `starts`, `ends` and `not_after` are
    counted from the midnight at which its day begins. What is `linked` begins when the line above it ends. `kind`, `track`, `topic`
    and `documents` are words as the file has them. `no_item` says why the line is none.
    """

    where: str
    key: str = ""
    title: str = ""
    day: date | None = None
    starts: timedelta | None = None
    ends: timedelta | None = None
    length: timedelta | None = None
    linked: bool = False
    kind: str | None = None
    track: str | None = None
    start_kind: str | None = None
    not_after: timedelta | None = None
    end_kind: str | None = None
    minimum: timedelta | None = None
    importance: str | None = None
    topic: str | None = None
    points: tuple[str, ...] | None = None
    speakers: tuple[SpeakerPlan, ...] | None = None
    documents: tuple[str, ...] | None = None
    remark: str | None = None
    continues: str | None = None
    attendance: bool | None = None
    problems: tuple[CellProblem, ...] = ()
    no_item: Why | None = None


@dataclass(frozen=True, slots=True)
class FilePart:
    """Lines that follow one upon the other: a sheet, a rundown, a file; `day` is the one that its name tells."""

    name: str
    lines: tuple[FileLine, ...]
    day: date | None = None


@dataclass(frozen=True, slots=True)
class FileAgenda:
    """A whole file: its name, what it was read as, and its parts."""

    file: str
    form: str
    parts: tuple[FilePart, ...]
