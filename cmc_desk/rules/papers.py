"""What every paper shares: what was asked for, in which form, and the line that says where it comes from."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Format(StrEnum):
    """The form of a paper; its value is the ending of the file."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"


class PaperGroup(StrEnum):
    """Where a paper stands in the list of papers."""

    DESK = "desk"
    TRAVEL = "travel"
    DOCUMENTS = "documents"


@dataclass(frozen=True, slots=True)
class Ask:
    """What was asked of a paper; what a paper has no use for it passes over.

    `language` and `second` are ISO 639-1 (`second` may be empty); `session` is the key of a session or empty for the day or
    the meeting; `day` is a date as ISO text or empty; `only` the code of one delegation or empty; `final` tells a final list
    from a provisional one; `at` is the instant of a quorum (aware), or None for now; `sessions_needed` and `days_needed` are
    the rule of certificates (0: not asked for); `persons` makes name plates for persons instead of delegations; `flags` puts
    flags on them; `blanks` is the number of blank badges in the fallback pack.
    """

    language: str = "en"
    second: str = ""
    session: str = ""
    day: str = ""
    only: str = ""
    final: bool = False
    at: datetime | None = None
    sessions_needed: int = 0
    days_needed: int = 1
    persons: bool = False
    flags: bool = True
    blanks: int = 8


@dataclass(frozen=True, slots=True)
class Imprint:
    """Where a paper comes from: the meeting, its place and dates in words, when (meeting-local) and by whom it was made."""

    meeting: str
    subtitle: str
    host: str
    place_and_dates: str
    made_at: datetime
    made_by: str
    version: int = 1
