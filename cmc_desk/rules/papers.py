"""What every paper shares: what was asked for, in which form, and the line that says where it comes from."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from enum import StrEnum

# More blank badges than a desk can hand out are a slip of the finger.
MOST_BLANKS = 200


class Format(StrEnum):
    """The form of a paper; its value is the ending of the file."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    TXT = "txt"
    ICS = "ics"


class PaperGroup(StrEnum):
    """Where a paper stands in the list of papers."""

    DESK = "desk"
    TRAVEL = "travel"
    NOTES = "notes"
    DOCUMENTS = "documents"


class Naming(StrEnum):
    """Whether a summary says who spoke: as was chosen for it, or as is asked now."""

    AS_CHOSEN = ""
    ATTRIBUTED = "attributed"
    NOT_ATTRIBUTED = "not attributed"


# What stands before the key of a session where what a working group of it reports is meant.
GROUP = "group:"


@dataclass(frozen=True, slots=True)
class Ask:
    """What was asked of a paper; what a paper has no use for it passes over.

    `language` and `second` are ISO 639-1 (`second` may be empty); `session` is the key of a session, `group:KEY/LABEL` for
    what a working group of it reports, or empty for the day or the meeting; `day` is a date as ISO text or empty; `only` the code of one delegation or empty; `final` tells a final list
    from a provisional one; `at` is the instant of a quorum (aware), or None for now; `sessions_needed` and `days_needed` are
    the rule of certificates (0: not asked for); `persons` makes name plates for persons instead of delegations; `flags` puts
    flags on them; `blanks` is the number of blank badges in the fallback pack. `naming` says whether a summary names who spoke,
    `issue` is the version of it, or of a draft, that is wanted (0: as it stands now), and `until` the date, as ISO text, by which
    corrections are asked for (empty: a week after the meeting). `draft` is the key of a draft document (empty: the one that is
    meant without saying so, or all of them).
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
    naming: Naming = Naming.AS_CHOSEN
    issue: int = 0
    until: str = ""
    draft: str = ""


def item_asked(ask: Ask) -> str:
    """Return the session that was asked for, also where it was what one of its working groups reports."""
    return ask.session.removeprefix(GROUP).partition("/")[0] if ask.session.startswith(GROUP) else ask.session


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


class PaperState(StrEnum):
    """Whether a paper says what would be said now."""

    NOT_MADE = "not made"
    CURRENT = "current"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Making:
    """A version of a paper that was made: its number, its form, and the digest of what it was made from."""

    version: int
    form: Format
    source: str


def heeded(ask: Ask, asks: Collection[str]) -> Ask:
    """Return `ask` with what a paper has no use for as if it had not been asked, so that equal papers have equal asks."""
    if ask.second == ask.language:
        ask = replace(ask, second="")
    usual = Ask()
    others = {
        field.name: getattr(usual, field.name)
        for field in fields(Ask)
        if field.name != "language" and field.name not in asks
    }
    return replace(ask, **others)


def next_version(makings: Sequence[Making], form: Format, source: str) -> int:
    """Return the number of the version that is made now, after those that were made of the same ask.

    The same content in another form is the same version; everything else is a new one.
    """
    if not makings:
        return 1
    last = max(makings, key=lambda one: one.version)
    same = [one for one in makings if one.version == last.version]
    if all(one.source == source and one.form is not form for one in same):
        return last.version
    return last.version + 1


def paper_state(made_from: str, now: str) -> PaperState:
    """Return the state of a paper that was made: the digest of what it was made from, and of what it would be made from now."""
    return PaperState.CURRENT if made_from == now else PaperState.CHANGED


def file_name(key: str, ask: Ask, version: int, form: Format) -> str:
    """Return what the file of a paper is called: what it is, what was asked of it, its version; safe on every system."""
    rule = f"{ask.sessions_needed}s" if ask.sessions_needed else f"{ask.days_needed}d" if ask.days_needed != 1 else ""
    # A text that names nobody has a name that names nobody.
    of_whom = "" if ask.naming is Naming.NOT_ATTRIBUTED else ask.only
    parts = (
        key,
        ask.draft,
        ask.session or ask.day,
        of_whom,
        ask.at.strftime("%Y-%m-%d %H%M") if ask.at else "",
        "persons" if ask.persons else "",
        "" if ask.flags else "no-flags",
        rule,
        "final" if ask.final else "",
        ask.naming.value.replace(" ", "-"),
        f"issue-{ask.issue}" if ask.issue else "",
        f"until-{ask.until}" if ask.until else "",
        ask.language + (f"-{ask.second}" if ask.second else ""),
        f"v{version}",
    )
    words = " ".join(part for part in parts if part)
    return "".join(letter if letter.isalnum() or letter in " -_" else "_" for letter in words) + f".{form.value}"
