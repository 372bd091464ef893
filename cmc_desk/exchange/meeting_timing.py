"""What an item of a meeting file says of its clock and of its list of speakers."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, time, timedelta, tzinfo

from cmc_desk.exchange.toml_table import Table
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda_defaults import start_kind_of
from cmc_desk.rules.agenda_plan import EndKind, Importance, StartKind
from cmc_desk.rules.meeting import ItemPlan


def read_timing(table: Table, item: ItemPlan, *, zone: tzinfo, first_of_day: bool) -> ItemPlan:
    """Return an item with what its table says of its clock; what is wrong is noted, and what is not said is left to the defaults.

    A latest beginning makes an item one that waits for its time.
    """
    minimum = table.length("minimum")
    if minimum is not None and minimum > item.ends - item.starts:
        table.problem("minimum", _("is longer than the item itself"))
    start_kind = None
    if "fixed" in table.names():
        start_kind = StartKind.FIXED if table.flag("fixed") else StartKind.FLOW
    not_after = _not_after(table, item, zone)
    if not_after is not None and start_kind is StartKind.FLOW:
        table.problem("not_after", _("only an item that is fixed has a latest beginning"))
        not_after = None
    if not_after is not None and start_kind_of(item.kind, first_of_day=first_of_day) is StartKind.FLOW:
        start_kind = StartKind.FIXED
    return replace(
        item,
        minimum=minimum,
        start_kind=start_kind,
        not_after=not_after,
        end_kind=EndKind.FIXED if table.flag("fixed_end") else EndKind.LENGTH,
        importance=table.choice("importance", Importance, default=Importance.ORDINARY),
    )


def read_topic(table: Table, first: ItemPlan | None, topics: Collection[str]) -> str:
    """Return the list of speakers of an item: what goes on with `first` has the same one."""
    topic = table.text("topic")
    if topic:
        table.check_known("topic", topic, topics, _("no list of speakers has the key “{value}”"))
    if first is None or not first.topic:
        return topic
    if topic and topic != first.topic:
        table.problem("topic", _("the item that it continues has the list “{topic}”").format(topic=first.topic))
    return first.topic


def _not_after(table: Table, item: ItemPlan, zone: tzinfo) -> datetime | None:
    minutes = table.clock("not_after")
    if minutes is None:
        return None
    # Aware plus timedelta is the time on the wall, which is what an agenda says.
    latest = datetime.combine(item.day, time(), zone) + timedelta(minutes=minutes)
    if latest < item.starts:
        table.problem("not_after", _("is before the beginning, {time}").format(time=f"{item.starts:%H:%M}"))
    return latest
