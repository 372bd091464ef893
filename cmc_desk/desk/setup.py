"""Set the meeting up: its own data, its categories, and what was learned from the lists that were imported."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.db.journal_tables import ColumnMemory
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.host import write_host_names
from cmc_desk.desk.travel_settings import agencies_follow
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.delegations import DelegationIndex
from cmc_desk.rules.folding import clean, fold
from cmc_desk.rules.meeting import COLOURS, CategoryPlan, DelegationKind
from cmc_desk.rules.people import Capacity
from cmc_desk.rules.refusal import Refusal

LANGUAGES = ("en", "es", "fr", "nl")
LONGEST_GRACE = 240
_TEXTS = ("title", "short_title", "subtitle", "host", "venue", "city")
_NEEDED = ("title", "short_title")


@command("setup.meeting")
def change_meeting(tx: Tx, *, changes: dict[str, Any]) -> None:
    """Change facts of the meeting: its texts, `zone`, `language`, `grace_minutes`, `sponsors`, `host_names`, `backup_folder`.

    In another zone the agenda keeps its clock times: 08:30 stays 08:30. Raises Refusal, with the field, for what makes no sense.
    """
    row = tx.session.scalars(select(schema.Meeting)).one()
    for name, value in changes.items():
        if name in _TEXTS:
            setattr(row, name, _needed(value, name) if name in _NEEDED else clean(value))
        elif name == "zone":
            _move_to_zone(tx.session, row, clean(value))
        elif name == "language":
            row.language = _language(value, "language")
        elif name == "grace_minutes":
            row.grace_minutes = _grace(value)
        elif name == "sponsors":
            row.sponsors = _texts(value)
            agencies_follow(tx.session, row.sponsors)
        elif name == "host_names":
            write_host_names(tx.session, {_language(code, "host_names"): str(text) for code, text in value.items()})
        elif name == "backup_folder":
            row.backup_folder = str(value)
        else:
            raise KeyError(name)


@command("setup.put_category")
def put_category(tx: Tx, *, category: CategoryPlan, new: bool = False) -> str:
    """Write a category and return its key; a new one stands first, because the last one often takes everybody."""
    name = _needed(category.name, "name")
    if category.colour not in COLOURS:
        raise Refusal(_("Choose one of the colours."), field="colour")
    known = {row.id for row in tx.session.scalars(select(schema.Delegation))}
    if strangers := [code for code in category.delegations if code not in known]:
        raise Refusal(_("No delegation has the code {code}.").format(code=strangers[0]), field="delegations")
    rows = list(tx.session.scalars(select(schema.Category).order_by(schema.Category.position)))
    if any(fold(row.name) == fold(name) and (new or row.id != category.key) for row in rows):
        raise Refusal(_("Another category is called {name} already.").format(name=name), field="name")
    row = None if new else tx.session.get(schema.Category, category.key)
    if row is None:
        key = free_key(name, {row.id for row in rows}, otherwise="category")
        row = schema.Category(id=key, position=rows[0].position - 1 if rows else 0)
        tx.session.add(row)
    row.name, row.colour = name, category.colour
    row.capacities = [Capacity(word).value for word in category.capacities]
    row.kinds = [DelegationKind(word).value for word in category.kinds]
    row.delegations = list(category.delegations)
    return row.id


@command("setup.remove_category")
def remove_category(tx: Tx, *, key: str) -> None:
    """Remove a category; whoever was of it is of the next one whose conditions they meet.

    Raises Refusal if it is the last.
    """
    row = _category(tx.session, key)
    if tx.session.scalar(select(func.count()).select_from(schema.Category)) == 1:
        raise Refusal(_("The last category stays: every badge needs one."))
    tx.session.delete(row)


@command("setup.move_category")
def move_category(tx: Tx, *, key: str, places: int) -> None:
    """Move a category down, or up, by so many places; the ends hold."""
    rows = list(tx.session.scalars(select(schema.Category).order_by(schema.Category.position)))
    row = _category(tx.session, key)
    here = rows.index(row)
    there = max(0, min(len(rows) - 1, here + places))
    positions = [one.position for one in rows]
    rows.insert(there, rows.pop(here))
    for one, position in zip(rows, positions, strict=True):
        if one.position != position:
            one.position = position


@command("setup.add_alias")
def add_alias(tx: Tx, *, delegation: str, alias: str) -> None:
    """Write down that lists mean `delegation` when they say `alias`.

    Raises Refusal if that is how another delegation is understood already.
    """
    text = _needed(alias, "alias")
    row = tx.session.get(schema.Delegation, delegation)
    if row is None:
        raise Refusal(_("Which delegation? Choose one of the list."), field="delegation")
    index, names = delegation_index(tx.session)
    owner = index.match(text)
    if owner == delegation:
        raise Refusal(_("{name} is understood by this already.").format(name=names[owner]), field="alias")
    if owner is not None:
        raise Refusal(_("This means {name} already.").format(name=names[owner]), field="alias")
    row.aliases = [*row.aliases, text]


@command("setup.forget_alias")
def forget_alias(tx: Tx, *, delegation: str, alias: str) -> None:
    """Forget that lists mean `delegation` when they say `alias`."""
    row = tx.session.get(schema.Delegation, delegation)
    if row is None or alias not in row.aliases:
        raise Refusal(_("This was forgotten already."))
    row.aliases = [one for one in row.aliases if one != alias]


@command("setup.forget_column")
def forget_column(tx: Tx, *, heading: str) -> None:
    """Forget where a column of lists belongs; the next list is understood by its heading alone."""
    row = tx.session.get(ColumnMemory, heading)
    if row is None:
        raise Refusal(_("This was forgotten already."))
    tx.session.delete(row)


def delegation_index(session: Session, *, without: str = "") -> tuple[DelegationIndex, Mapping[str, str]]:
    """Return how delegations are found by what lists call them, and their English names; one may be left out."""
    rows = [row for row in session.scalars(select(schema.Delegation)) if row.id != without]
    index = DelegationIndex((row.id, (*row.names.values(), *row.short_names.values(), *row.aliases)) for row in rows)
    return index, {row.id: row.short_names.get("en") or row.names.get("en") or row.id for row in rows}


def free_key(name: str, taken: Collection[str], *, otherwise: str) -> str:
    """Return a key as templates have them that is made from a name, or from `otherwise`, and is not taken."""
    wanted = "-".join(word for word in fold(name).split() if word.isascii())[:32] or otherwise
    return next(
        key
        for number in range(1, len(taken) + 2)
        if (key := wanted if number == 1 else f"{wanted}-{number}") not in taken
    )


def zone_named(name: str) -> ZoneInfo:
    """Return the time zone of this IANA name; raises Refusal if there is none."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # OSError: "America" alone is a folder
        raise Refusal(_("There is no such time zone: type it as America/Jamaica."), field="zone") from None


def _move_to_zone(session: Session, row: schema.Meeting, name: str) -> None:
    before, after = ZoneInfo(row.zone), zone_named(name)
    if name == row.zone:
        return

    def moved(instant: datetime) -> datetime:
        return instant.astimezone(before).replace(tzinfo=after)

    for item in session.scalars(select(schema.Item)):
        item.starts, item.ends = moved(item.starts), moved(item.ends)
    for timing in session.scalars(select(schema.ItemTiming).where(schema.ItemTiming.not_after.is_not(None))):
        timing.not_after = moved(timing.not_after) if timing.not_after else None
    row.zone = name


def _category(session: Session, key: str) -> schema.Category:
    row = session.get(schema.Category, key)
    if row is None:
        raise Refusal(_("This category was removed by somebody else."))
    return row


def _needed(value: Any, name: str) -> str:
    text = clean(str(value))
    if not text:
        raise Refusal(_("This cannot be left empty."), field=name)
    return text


def _language(value: Any, name: str) -> str:
    if value not in LANGUAGES:
        raise Refusal(_("Choose one of the languages."), field=name)
    return str(value)


def _grace(value: Any) -> int:
    if not isinstance(value, int) or not 0 <= value <= LONGEST_GRACE:
        raise Refusal(
            _("Type a whole number of minutes from 0 to {longest}.").format(longest=LONGEST_GRACE),
            field="grace_minutes",
        )
    return value


def _texts(values: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(text for value in values if (text := clean(value))))
