"""The history of a person as the list beside their form shows it."""

from collections.abc import Collection
from datetime import datetime

from cmc_desk.desk.history import Act
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.people import FIELDS
from cmc_desk.ui.command_words import words_of
from cmc_desk.ui.context import Facts
from cmc_desk.ui.parts.log_list import LogRow
from cmc_desk.ui.registration.words import time_words, word

_TITLES = {field.name: field.title for field in FIELDS}


def history_row(facts: Facts, act: Act, now: datetime, *, visible: Collection[str]) -> LogRow:
    """Return something that was done about a person; of fields that may not be seen only the name is told."""
    words = words_of(act.kind)
    first = words[:1].upper() + words[1:]
    said = ", ".join(
        f"{_(_TITLES[change.name])}: {_shown(change.before)} → {_shown(change.after)}"
        if change.name in visible
        else _(_TITLES[change.name])
        for change in act.changes
    )
    second = " · ".join(part for part in (said, act.operator) if part)
    if act.undone_at is not None:
        undone = _("undone {time} by {operator}")
        second = f"{undone.format(time=time_words(facts, act.undone_at, now), operator=act.undone_by)} · {second}"
    kind = "absent" if act.undone_at is not None else "neutral"
    if kind == "neutral" and act.kind.startswith("attendance."):
        return LogRow(act.seq, "good", first, second, time_words(facts, act.at, now), act.station)
    return LogRow(
        act.seq, "absent" if kind == "absent" else "info", first, second, time_words(facts, act.at, now), act.station
    )


def _shown(value: str) -> str:
    return f"“{word(value)}”" if value else "–"
