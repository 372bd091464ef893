"""The register of actions as a calendar (RFC 5545): an event of the whole day for whatever has a date."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from gettext import NullTranslations

from cmc_desk.exchange.icalendar_file import day_of, escaped, folded, instant_of

_A_DAY = timedelta(days=1)
_LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class DatedTask:
    """A task with its date; `about` is the item that it comes from. `done` stays in calendars, and says so."""

    key: str
    what: str
    who: str
    due: date
    about: str = ""
    done: bool = False


def task_calendar(
    tasks: Sequence[DatedTask],
    texts: NullTranslations,
    *,
    title: str,
    meeting: str,
    meeting_title: str,
    sequence: int,
    made_at: datetime,
) -> bytes:
    """Return the tasks as the content of an .ics file; a higher `sequence` replaces what a calendar has of the same `meeting`."""
    name = escaped(f"{title} · {meeting_title}")
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//CMC Desk//Register//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{name}",
        f"X-WR-CALNAME:{name}",
    ]
    for task in tasks:
        lines += _event(task, texts, meeting=meeting, meeting_title=meeting_title, sequence=sequence, made_at=made_at)
    lines.append("END:VCALENDAR")
    return b"".join(folded(line) for line in lines)


def _event(
    task: DatedTask, texts: NullTranslations, *, meeting: str, meeting_title: str, sequence: int, made_at: datetime
) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(f'task-{task.key}.{meeting}@cmc-desk')}"
    yield f"DTSTAMP:{instant_of(made_at)}"
    yield f"SEQUENCE:{sequence}"
    yield f"DTSTART;VALUE=DATE:{day_of(task.due)}"
    yield f"DTEND;VALUE=DATE:{day_of(task.due + _A_DAY)}"
    yield f"SUMMARY:{escaped(_title(task, texts))}"
    told = "\n".join(part for part in (task.what, task.who, task.about, meeting_title) if part)
    yield f"DESCRIPTION:{escaped(told)}"
    # Whoever has to do it is not busy all day.
    yield "TRANSP:TRANSPARENT"
    yield "STATUS:CONFIRMED"
    yield "END:VEVENT"


def _title(task: DatedTask, texts: NullTranslations) -> str:
    words = task.what.split("\n", 1)[0]
    if len(words) > _LONGEST_TITLE:
        words = words[: _LONGEST_TITLE - 1].rstrip() + "…"
    words = f"{task.who}: {words}" if task.who else words
    return texts.gettext("Done: {what}").format(what=words) if task.done else words
