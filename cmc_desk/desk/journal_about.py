"""For whom or what a row of the journal was, as far as the journal still has it: a name, a delegation, a list, a paper."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext

# Arguments that say by themselves what a command was about; what was written down (notes, reasons) is not among them.
_TELLING = (
    "delegation",
    "code",
    "key",
    "name",
    "title",
    "day",
    "alias",
    "heading",
    "source",
    "paper",
    "seat",
    "agency",
)

# Arguments that are the key of something with a name, the more telling first.
_KEYS = ("proposal", "provision", "draft", "item", "event", "entry", "topic")


def about_of(args: str | None, outcome: str | None, names: Mapping[str, str]) -> str:
    """Return whom or what a command was about; `args` and `outcome` are those of the journal.

    `names` are those of participants, by their identifiers and by those of notes about them, the titles of items and of lists of
    speakers, and the delegations on these, by their keys and by what was recorded of them. Nothing is said of arguments that were erased.
    """
    if args is None:
        return ""
    return ", ".join(dict.fromkeys(part for part in _parts(json.loads(args), _read(outcome), names) if part))


def verdict_of(outcome: str | None) -> str:
    """Return what the desk answered, such as "already in"; nothing if the command gives no such answer."""
    found = _read(outcome)
    return str(found.get("verdict", "")) if isinstance(found, dict) else ""


def _read(outcome: str | None) -> Any:
    return None if outcome is None else json.loads(outcome)


def _parts(args: dict[str, Any], outcome: Any, names: Mapping[str, str]) -> Iterator[str]:
    told = outcome if isinstance(outcome, dict) else {}
    yield told.get("name") or names.get(
        args.get("participant") or args.get("note") or args.get("sponsorship") or args.get("payment") or "", ""
    )
    recorded = told.get("started") or told.get("ended")
    yield names.get(recorded or next((args[name] for name in _KEYS if args.get(name)), ""), "")
    if "draft" in args and isinstance(outcome, str):
        yield names.get(outcome, "")
    person = args.get("person")
    if isinstance(person, dict):
        yield f"{person['given_name']} {person['family_name']}".strip()
        yield person["delegation"]
    yield told.get("delegation") or ""
    if "verdict" not in told:
        yield from (str(args[name]) for name in _TELLING if args.get(name))
    category = args.get("category")
    if isinstance(category, dict):
        yield category["name"]
    yield " ".join(told.get("sessions") or ()) or args.get("session") or ""
    yield _how_many(args, outcome, told)


def _how_many(args: dict[str, Any], outcome: Any, told: dict[str, Any]) -> str:
    if "added" in told:
        added, updated = len(told["added"]), len(told["updated"])
        return _("{added} new, {updated} updated").format(added=added, updated=updated)
    people = args.get("rows") if "paper" in args else outcome
    if isinstance(people, int) and ("paper" in args or "delegation" in args):
        return ngettext("{number} person", "{number} people", people).format(number=people)
    return ""
