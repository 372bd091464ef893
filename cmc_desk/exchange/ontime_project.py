"""The agenda as a project of Ontime: one rundown for each day, and one more for each further room of a day."""

import json
from datetime import timedelta
from typing import Any

from cmc_desk.exchange.ontime_entries import Entry, entries
from cmc_desk.rules.ontime import CUSTOM, VERSION, custom_key
from cmc_desk.rules.published_agenda import Programme, PublishedAgenda, programmes

# As Ontime sets a new project up; without them it does not open one.
_LOOK = {"overrideStyles": False, "normalColor": "#ffffffcc", "warningColor": "#FFAB33", "dangerColor": "#ED3333"}
_AUTOMATION = {"enabledAutomations": False, "enabledOscIn": False, "oscPortIn": 8888, "triggers": [], "automations": {}}
_LANGUAGES = ("en", "es", "fr")
_WARNING, _DANGER = timedelta(minutes=2), timedelta(minutes=1)


def ontime_project(agenda: PublishedAgenda) -> bytes:
    """Return the project as JSON; what we know and Ontime does not is in its custom fields."""
    rundowns = {one["id"]: one for one in (_rundown(agenda, programme) for programme in programmes(agenda))}
    project = {
        "rundowns": rundowns or {"default": _empty(agenda.title)},
        "project": {
            "title": agenda.title,
            "description": agenda.subtitle,
            "url": "",
            "info": ", ".join(part for part in (agenda.venue, agenda.city) if part),
            "logo": None,
            "custom": [],
        },
        "settings": {
            "version": VERSION,
            "editorKey": None,
            "operatorKey": None,
            "timeFormat": "24",
            "language": agenda.language if agenda.language in _LANGUAGES else "en",
        },
        "viewSettings": _LOOK,
        "urlPresets": [],
        "customFields": {
            custom_key(label): {"type": "text", "colour": "#0b5a72", "label": label} for _field, label in CUSTOM
        },
        "automation": _AUTOMATION,
    }
    return (json.dumps(project, ensure_ascii=False, indent=2) + "\n").encode()


def _rundown(agenda: PublishedAgenda, programme: Programme) -> dict[str, Any]:
    events = [_event(entry) for entry in entries(agenda, programme)]
    order = [event["id"] for event in events]
    day, room = programme.day.isoformat(), agenda.room(programme.track)
    return {
        "id": f"{day}-{programme.track}" if programme.track else day,
        "title": f"{day} {room}" if room else day,
        "order": order,
        "flatOrder": order,
        "entries": {event["id"]: event for event in events},
        "revision": 0,
    }


def _empty(title: str) -> dict[str, Any]:
    return {"id": "default", "title": title, "order": [], "flatOrder": [], "entries": {}, "revision": 0}


def _event(entry: Entry) -> dict[str, Any]:
    labels = dict(CUSTOM)
    return {
        "type": "event",
        "id": entry.id,
        "flag": entry.flag,
        "cue": entry.cue,
        "title": entry.title,
        "note": entry.note,
        "endAction": "none",
        "timerType": "count-down",
        "countToEnd": entry.count_to_end,
        "linkStart": entry.linked,
        "timeStrategy": "lock-end" if entry.count_to_end else "lock-duration",
        "timeStart": _thousandths(entry.starts),
        "timeEnd": _thousandths(entry.ends),
        "duration": _thousandths(entry.length),
        "skip": False,
        "colour": entry.colour,
        "timeWarning": _thousandths(_WARNING),
        "timeDanger": _thousandths(_DANGER),
        "custom": {custom_key(labels[field]): text for field, text in entry.custom.items()},
        "triggers": [],
        "parent": None,
        "revision": 0,
        "delay": 0,
        "dayOffset": entry.day_offset,
        "gap": _thousandths(entry.gap),
    }


def _thousandths(length: timedelta) -> int:
    return int(length.total_seconds()) * 1000
