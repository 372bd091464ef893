"""The agenda as a calendar (RFC 5545): an event for each item, in UTC, that an older copy of it gives way to."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from gettext import NullTranslations

from cmc_desk.rules.kind_words import WORDS
from cmc_desk.rules.meeting import ItemPlan, SpeakerPlan
from cmc_desk.rules.published_agenda import Publication, PublishedAgenda, Withdrawn

_LONGEST = 75  # octets of a line, its break not counted
_NOT_WRITTEN = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def calendar_file(agenda: PublishedAgenda, texts: NullTranslations, *, made_at: datetime) -> bytes:
    """Return the agenda as the content of an .ics file, its fixed words in the language of `texts`."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//CMC Desk//Agenda//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{escaped(agenda.title)}",
        f"X-WR-CALNAME:{escaped(agenda.title)}",
        # Only a hint: the times are in UTC, because calendars trust a zone of our own making less than none.
        f"X-WR-TIMEZONE:{escaped(agenda.zone)}",
    ]
    for item in agenda.items:
        lines += _event(agenda, item, texts, made_at)
    for gone in agenda.withdrawn:
        lines += _cancelled(agenda, gone, texts, made_at)
    lines.append("END:VCALENDAR")
    return b"".join(folded(line) for line in lines)


def folded(line: str) -> bytes:
    """Return a line with its break; what is longer than 75 octets goes on after a space, and no letter is cut."""
    pieces, piece, room = [], b"", _LONGEST
    for letter in line:
        octets = letter.encode()
        if len(piece) + len(octets) > room:
            pieces.append(piece)
            piece, room = b"", _LONGEST - 1
        piece += octets
    return b"\r\n ".join([*pieces, piece]) + b"\r\n"


def _event(agenda: PublishedAgenda, item: ItemPlan, texts: NullTranslations, made_at: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield from _known_by(agenda, item.key, agenda.publications[item.key], made_at)
    yield f"DTSTART:{instant_of(item.starts)}"
    yield f"DTEND:{instant_of(item.ends)}"
    yield f"SUMMARY:{escaped(item.title)}"
    if described := "\n".join(_described(agenda, item, texts)):
        yield f"DESCRIPTION:{escaped(described)}"
    if place := _place(agenda, item):
        yield f"LOCATION:{escaped(place)}"
    yield f"CATEGORIES:{escaped(texts.gettext(WORDS[item.kind]))}"
    yield "STATUS:CONFIRMED"
    yield "END:VEVENT"


def _cancelled(agenda: PublishedAgenda, gone: Withdrawn, texts: NullTranslations, made_at: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield from _known_by(agenda, gone.key, gone.publication, made_at)
    yield f"DTSTART;VALUE=DATE:{day_of(gone.day)}"
    yield "SUMMARY:" + escaped(texts.gettext("Taken off the agenda"))
    yield "STATUS:CANCELLED"
    yield "END:VEVENT"


def _known_by(agenda: PublishedAgenda, key: str, publication: Publication, made_at: datetime) -> Iterator[str]:
    yield f"UID:{escaped(f'{key}.{agenda.meeting}@cmc-desk')}"
    yield f"DTSTAMP:{instant_of(made_at)}"
    yield f"SEQUENCE:{publication.sequence}"
    yield f"LAST-MODIFIED:{instant_of(publication.changed_at)}"


def _described(agenda: PublishedAgenda, item: ItemPlan, texts: NullTranslations) -> Iterator[str]:
    """Yield the lines of a description: who speaks, the points with theirs, the documents."""
    yield from (_speaker(one) for one in item.speakers if one.point not in item.points)
    for point in item.points:
        own = "; ".join(_speaker(one) for one in item.speakers if one.point == point)
        yield f"– {point} ({own})" if own else f"– {point}"
    if item.documents:
        titles = "; ".join(agenda.document(key) for key in item.documents)
        yield texts.gettext("Documents: {titles}").format(titles=titles)


def _speaker(speaker: SpeakerPlan) -> str:
    return ", ".join(part for part in (speaker.name, speaker.functional_title, speaker.organisation) if part)


def _place(agenda: PublishedAgenda, item: ItemPlan) -> str:
    room = agenda.track(item.track)
    of_room = (room.name, room.place) if room else ()
    return ", ".join(part for part in (*of_room, agenda.venue, agenda.city) if part)


def escaped(words: str) -> str:
    lines = words.replace("\r\n", "\n").replace("\r", "\n")
    return _NOT_WRITTEN.sub("", lines).translate(_ESCAPES)


def instant_of(instant: datetime) -> str:
    return instant.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def day_of(day: date) -> str:
    return day.strftime("%Y%m%d")
