"""A project of Ontime as somebody saved it: its rundowns, whichever version wrote them."""

import json
from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from cmc_desk.exchange.agenda_table_file import day_in
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda_lines import FileAgenda, FileLine, FilePart
from cmc_desk.rules.agenda_values import Cell, line_of
from cmc_desk.rules.ontime import CUSTOM, custom_key
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.rules.typed_lengths import length_text

MAX_FILE = 20 * 1024 * 1024
_MOST_ENTRIES = 5_000
_DAY = timedelta(days=1)
_TEXTS = {"key": "id", "title": "title", "remark": "note", "timer": "timerType"}
_TIMES = {"starts": "timeStart", "ends": "timeEnd", "length": "duration"}
_FLAGS = {"linked": "linkStart", "count_to_end": "countToEnd", "skip": "skip"}


def read_ontime_project(path: Path) -> FileAgenda:
    """Return the agenda in a project of Ontime: a part for each rundown.

    Raises Refusal if the file is no such project, Unavailable if it cannot be read now.
    """
    project = _project(path)
    labels = _labels(project)
    parts: list[FilePart] = []
    for name, entries in _rundowns(project):
        if len(entries) > _MOST_ENTRIES:
            raise Refusal(_("“{file}” has more than {number} entries.").format(file=path.name, number=_MOST_ENTRIES))
        where = _("{rundown}, entry {number}") if parts or _has_several(project) else _("entry {number}")
        lines = [
            _line(entry, labels, where.format(rundown=name, number=number)) for number, entry in enumerate(entries, 1)
        ]
        parts.append(FilePart(name, tuple(line for line in lines if line is not None), day_in(name)))
    if not any(part.lines for part in parts):
        raise Refusal(_("“{file}” is no project of Ontime, or no event is in it.").format(file=path.name))
    return FileAgenda(path.name, _("project of Ontime"), tuple(part for part in parts if part.lines))


def _project(path: Path) -> Mapping[str, Any]:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE + 1)
    except FileNotFoundError:
        raise Refusal(_("There is no file “{file}”.").format(file=path.name)) from None
    except IsADirectoryError:
        raise Refusal(_("“{file}” is a folder. Choose a file.").format(file=path.name)) from None
    except OSError as error:
        raise Unavailable(
            _("“{file}” cannot be read: {reason}.").format(file=path.name, reason=error.strerror)
        ) from error
    no_project = Refusal(_("“{file}” is no project of Ontime.").format(file=path.name))
    if len(data) > MAX_FILE:
        raise no_project
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise no_project from None
    if not isinstance(found, dict):
        raise no_project
    return found


def _has_several(project: Mapping[str, Any]) -> bool:
    return len(_table(project, "rundowns")) > 1


def _rundowns(project: Mapping[str, Any]) -> Iterator[tuple[str, list[Mapping[str, Any]]]]:
    """Yield name and entries of each rundown in its order; before version 4 there was one, which was a list."""
    older = project.get("rundown")
    if isinstance(older, list):
        yield "", [entry for entry in older if isinstance(entry, dict)]
    for key, rundown in _table(project, "rundowns").items():
        if not isinstance(rundown, dict):
            continue
        entries = _table(rundown, "entries")
        order = rundown.get("flatOrder") or rundown.get("order") or list(entries)
        named = [entries.get(str(place)) for place in order] if isinstance(order, list) else []
        title = str(rundown.get("title") or "")
        yield title if day_in(title) or not day_in(key) else key, [entry for entry in named if isinstance(entry, dict)]


def _labels(project: Mapping[str, Any]) -> dict[str, str]:
    """Return which of our fields each custom field is, by the name under which Ontime keeps it."""
    ours = {label.casefold(): field for field, label in CUSTOM}
    found = {custom_key(label): field for field, label in CUSTOM}
    for key, about in _table(project, "customFields").items():
        label = about.get("label") if isinstance(about, dict) else None
        if isinstance(label, str) and label.casefold() in ours:
            found[key] = ours[label.casefold()]
    return found


def _line(entry: Mapping[str, Any], labels: Mapping[str, str], where: str) -> FileLine | None:
    kind = entry.get("type", "event")
    if kind not in ("event", "milestone"):
        return None  # a group or a delay holds events together and apart, and is none
    texts = {field: _text(entry.get(name)) for field, name in _TEXTS.items()}
    if kind == "milestone":
        texts["timer"] = "milestone"
    texts |= {field: "true" if entry.get(name) is True else "" for field, name in _FLAGS.items()}
    # False says something too: the item ends by its length.
    texts["count_to_end"] = texts["count_to_end"] or ("false" if entry.get("countToEnd") is False else "")
    texts["speakers"] = _text(entry.get("presenter"))
    texts["points"] = _text(entry.get("subtitle"))
    texts |= {
        labels[key]: text for key, value in _table(entry, "custom").items() if key in labels and (text := _text(value))
    }
    cells = {field: Cell(text, field) for field, text in texts.items()}
    cells |= {field: Cell(_clock(entry.get(name)), name) for field, name in _TIMES.items()}
    return line_of(cells, where)


def _clock(value: Any) -> str:
    """Return thousandths of a second since midnight as a time is written; as they are if they are none, to be told."""
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= _DAY.total_seconds() * 1000:
        return str(value) or "?"
    return length_text(timedelta(seconds=round(value / 1000)))


def _table(found: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = found.get(key)
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str:
    """Return a text in one line; a cue or a title may be a number."""
    return " ".join(str(value).split()) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
