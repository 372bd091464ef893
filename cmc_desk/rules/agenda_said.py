"""What the fields of an item and their values are called where an import tells of them."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda_cells import joined
from cmc_desk.rules.agenda_plan import EndKind, Importance, StartKind
from cmc_desk.rules.kind_words import WORDS
from cmc_desk.rules.meeting import ItemKind, SpeakerPlan
from cmc_desk.rules.typed_lengths import length_text

_TITLES = {
    "title": N_("Title"),
    "day": N_("Day"),
    "starts": N_("Begins"),
    "ends": N_("Ends"),
    "track": N_("Room"),
    "kind": N_("Kind"),
    "points": N_("Points"),
    "speakers": N_("Presenters"),
    "documents": N_("Documents"),
    "start_kind": N_("Waits for its time"),
    "not_after": N_("Not after"),
    "end_kind": N_("Ends at a fixed time"),
    "minimum": N_("Least length"),
    "importance": N_("Importance"),
    "topic": N_("List of speakers"),
    "continues": N_("Goes on with"),
    "attendance": N_("Attendance"),
    "remark": N_("Remark"),
}
_IMPORTANCE = {
    Importance.LEAST: N_("least important"),
    Importance.ORDINARY: N_("as others"),
    Importance.MOST: N_("most important"),
}


def field_title(name: str) -> str:
    """Return what a field is called."""
    return _(_TITLES[name])


def value_words(value: Any, names: Mapping[str, str]) -> str:
    """Return a value as people read it; `names` are those of rooms, lists of speakers and drafts by their keys. Nothing is empty."""
    if isinstance(value, bool | StartKind | EndKind):
        return _("yes") if value in (True, StartKind.FIXED, EndKind.FIXED) else _("no")
    if isinstance(value, ItemKind):
        return _(WORDS[value])
    if isinstance(value, Importance):
        return _(_IMPORTANCE[value])
    if isinstance(value, datetime):
        return value.strftime("%H:%M:%S" if value.second else "%H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, timedelta):
        return length_text(value)
    if isinstance(value, tuple):
        return joined(_one(part, names) for part in value)
    return names.get(value, value) if isinstance(value, str) else ""


def _one(part: Any, names: Mapping[str, str]) -> str:
    if isinstance(part, SpeakerPlan):
        return ", ".join(fact for fact in (part.name, part.functional_title, part.organisation) if fact)
    return names.get(str(part), str(part))
