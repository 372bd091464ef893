"""What a read-out is of: its key, the items whose notes it sums up, its title and its slot in the agenda."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import texts
from cmc_desk.rules.note_kinds import ReadoutForm
from cmc_desk.rules.readout_scope import SummedItem, item_of, summary_of, summary_of_day, summed_day, summed_up
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.summary_words import day_title

LONGEST_KEY = 60
_ITEM, _DAY, _GROUP = "item:", "day:", "group:"


@dataclass(frozen=True, slots=True)
class Scope:
    """What a read-out is of; `label` tells the working groups of one item apart, and is empty where there is one."""

    key: str
    form: ReadoutForm
    items: tuple[str, ...]
    item: str = ""
    day: date | None = None
    label: str = ""
    slot_minutes: int = 0


def summed_items(session: Session) -> tuple[SummedItem, ...]:
    """Return the agenda as the rules of summaries need it, in the order of the clock."""
    item, timing = schema.Item, schema.ItemTiming
    rows = session.execute(
        select(item.id, item.day, item.starts, item.ends, item.title, item.kind, item.documents, timing.track)
        .outerjoin(timing, timing.id == item.id)
        .order_by(item.day, item.starts, item.ends, item.id)
    )
    return tuple(SummedItem(*row[:6], documents=tuple(row.documents), track=row.track or "") for row in rows)


def key_of_item(session: Session, *, item: str) -> str:
    """Return the key of the read-out that belongs to an item: that of a day for the summary with which the next day begins."""
    return _key_of_item(summed_items(session), item)


def group_key(item: str, label: str = "") -> str:
    """Return the key of what a working group reports in an item; `label` tells several groups apart."""
    return f"{_GROUP}{item}/{label}" if label else f"{_GROUP}{item}"


def form_of(key: str) -> ReadoutForm:
    """Return which form the read-out of this key has."""
    if key.startswith(_DAY):
        return ReadoutForm.DAY
    return ReadoutForm.GROUP if key.startswith(_GROUP) else ReadoutForm.DISCUSSION


def scope_of(items: Sequence[SummedItem], key: str) -> Scope:
    """Return what the read-out `key` is of; raises Refusal if the agenda has no such item or day."""
    form = form_of(key)
    if form is ReadoutForm.DAY:
        return _of_day(items, key)
    name, _slash, label = key.partition(":")[2].partition("/")
    found = item_of(items, name)
    if found is None or not key.startswith((_ITEM, _GROUP)) or len(key) > LONGEST_KEY:
        raise Refusal(_("This read-out is of no item of the agenda."), field="readout")
    if form is ReadoutForm.GROUP:
        minutes = 0 if label else found.minutes
        return Scope(key, form, (name,), item=name, label=label, slot_minutes=minutes)
    summary = summary_of(items, name)
    minutes = summary.minutes if summary is not None else 0
    return Scope(key, form, summed_up(items, name), item=name, slot_minutes=minutes)


def key_asked_for(items: Sequence[SummedItem], *, key: str, item: str, day: date | None) -> str:
    """Return the key of the read-out that is asked for by its key, by an item, or by a day."""
    if key:
        return key
    if day is not None:
        return f"{_DAY}{day.isoformat()}"
    return _key_of_item(items, item)


def title_of(items: Sequence[SummedItem], scope: Scope, language: str) -> str:
    """Return what a read-out is called in its language."""
    if scope.day is not None:
        days = sorted({item.day for item in items})
        return day_title(days.index(scope.day) + 1, texts(language))
    found = item_of(items, scope.item)
    title = found.title if found is not None else ""
    return f"{title} · {scope.label}" if scope.label else title


def _of_day(items: Sequence[SummedItem], key: str) -> Scope:
    try:
        day = date.fromisoformat(key.removeprefix(_DAY))
    except ValueError:
        day = None
    of_day = tuple(item.key for item in items if item.day == day)
    if day is None or not of_day:
        raise Refusal(_("This read-out is of no day of the meeting."), field="readout")
    summary = summary_of_day(items, day)
    return Scope(key, ReadoutForm.DAY, of_day, day=day, slot_minutes=summary.minutes if summary is not None else 0)


def _key_of_item(items: Sequence[SummedItem], key: str) -> str:
    found = item_of(items, key)
    day = summed_day(items, found) if found is not None else None
    return f"{_ITEM}{key}" if day is None else f"{_DAY}{day.isoformat()}"
