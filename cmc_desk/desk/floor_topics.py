"""Lists of speakers themselves: made, closed and removed, and how long everybody may speak."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.floor_scene import scene_of
from cmc_desk.desk.setup import free_key
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda_plan import ListOrder, SpeakerCategory
from cmc_desk.rules.floor import WAITING
from cmc_desk.rules.floor_defaults import CHANGEOVER, LIMITS, most_of
from cmc_desk.rules.floor_kinds import SpeakerState
from cmc_desk.rules.folding import clean
from cmc_desk.rules.refusal import Refusal

LONGEST_TITLE = 200
# A limit that is longer is a slip of the finger.
LONGEST_LIMIT = 4 * 3600


@command("floor.put_topic")
def put_topic(
    tx: Tx,
    *,
    id: str = "",  # noqa: A002 - as every command that makes or changes a thing calls its key
    title: str = "",
    limits: dict[str, int] | None = None,
    changeover: int | None = None,
    kept: int | None = None,
    closed: bool | None = None,
    items: list[str] | None = None,
) -> str:
    """Make a list of speakers, or change one; return its key. What is not given stays, or has its usual value.

    `limits` are seconds by the word of a category, `changeover` and `kept` (for an exchange of views) are seconds; `items` are all
    the lines of the agenda that it belongs to. New limits hold for those not yet called.
    """
    row = tx.session.get(schema.Topic, id) if id else None
    words = clean(title) or (row.title if row is not None else "")
    if not words:
        raise Refusal(_("What is the list of speakers about? Give it a title."), field="title")
    if len(words) > LONGEST_TITLE:
        raise Refusal(
            _("The title is longer than {number} characters: shorten it.").format(number=LONGEST_TITLE), field="title"
        )
    _check_lengths(changeover=changeover, kept=kept)
    if row is None:
        row = schema.Topic(
            id=id or free_key(words, set(tx.session.scalars(select(schema.Topic.id))), otherwise="list"),
            title=words,
            limits={category.value: _seconds(limit) for category, limit in LIMITS.items()},
            changeover=_seconds(CHANGEOVER),
            kept=0,
            ordered=ListOrder.REQUEST,
            closed=False,
        )
        tx.session.add(row)
        tx.session.flush()
    row.title = words
    row.changeover = row.changeover if changeover is None else changeover
    row.kept = row.kept if kept is None else kept
    row.closed = row.closed if closed is None else closed
    if limits is not None:
        _set_limits(tx.session, row, limits)
    if items is not None:
        _belong(tx.session, row.id, items)
    return row.id


@command("floor.close")
def close_list(tx: Tx, *, topic: str, closed: bool = True) -> str:
    """Close a list, so that it takes no more statements but points of order and replies, or open it again."""
    row = _the_topic(tx.session, topic)
    if row.closed is closed:
        raise Refusal(_("The list is closed already.") if closed else _("The list is open already."), field="topic")
    row.closed = closed
    return topic


@command("floor.remove_topic")
def remove_topic(tx: Tx, *, topic: str) -> str:
    """Remove a list on which nobody ever stood; raises Refusal otherwise: who asked for the floor is on record."""
    row = _the_topic(tx.session, topic)
    for model in (schema.FloorEntry, schema.Draw):
        if tx.session.scalars(select(model.id).where(model.topic == topic).limit(1)).first() is not None:
            raise Refusal(_("Delegations stood on this list, or a lot was drawn: it stays on record."), field="topic")
    _belong(tx.session, topic, [])
    tx.session.delete(row)
    return topic


@command("floor.set_limits")
def set_limits(
    tx: Tx, *, topic: str, limits: dict[str, int] | None = None, seconds: int | None = None, usual: bool = False
) -> int:
    """Set how long statements may be: by category, or `seconds` for all; it holds for those not yet called.

    Of `seconds` no category gets more than is `usual` for it, if so asked: that is for what a planner offers. Who has a limit of their own keeps
    it. Return for how many of those who wait it holds.
    """
    row = _the_topic(tx.session, topic)
    wanted = dict(limits or {})
    if seconds is not None:
        there = {category: timedelta(seconds=row.limits.get(category.value, 0)) for category in SpeakerCategory}
        most = {category.value: _seconds(most_of(there, category)) for category in SpeakerCategory}
        wanted |= {word: min(seconds, most[word]) if usual else seconds for word in most}
    if not wanted:
        raise Refusal(_("How long may a statement be? Give a limit."), field="limit")
    _set_limits(tx.session, row, wanted)
    found = scene_of(tx.session, topic)
    return sum(
        one.state in WAITING and one.entry.limit is None and one.entry.category.value in wanted
        for one in found.speeches
    )


def _set_limits(session: Session, row: schema.Topic, limits: dict[str, int]) -> None:
    for word, limit in limits.items():
        if word not in tuple(SpeakerCategory):
            raise Refusal(_("There is no category of speakers called “{name}”.").format(name=word), field="limits")
        if not 0 < limit <= LONGEST_LIMIT:
            raise Refusal(_("A limit is at least a second and at most four hours."), field="limit")
    # Whoever was called was told their limit: it stays theirs, and so does what was overtime by it.
    for one in scene_of(session, row.id).speeches:
        if one.entry.limit is None and one.state not in _NOT_YET_CALLED:
            session.get_one(schema.FloorEntry, one.entry.key).own_limit = _seconds(one.limit)
    row.limits = {**row.limits, **limits}
    session.flush()


_NOT_YET_CALLED = WAITING - {SpeakerState.CALLED} | {SpeakerState.WITHDRAWN, SpeakerState.WRITTEN}


def _belong(session: Session, topic: str, items: list[str]) -> None:
    """Let exactly these lines of the agenda have the list."""
    for item in items:
        if session.get(schema.ItemTiming, item) is None:
            raise Refusal(_("There is no item “{key}” in the agenda.").format(key=item), field="items")
    timing = schema.ItemTiming
    for row in session.scalars(select(timing).where((timing.topic == topic) | timing.id.in_(items))):
        row.topic = topic if row.id in items else ""
    session.flush()


def _check_lengths(**lengths: int | None) -> None:
    for name, seconds in lengths.items():
        if seconds is not None and not 0 <= seconds <= LONGEST_LIMIT:
            raise Refusal(_("This length of time is at most four hours and not less than nothing."), field=name)


def _the_topic(session: Session, topic: str) -> schema.Topic:
    row = session.get(schema.Topic, topic)
    if row is None:
        raise Refusal(_("This list of speakers is not there any more."), field="topic")
    return row


def _seconds(length: timedelta) -> int:
    return int(length.total_seconds())
