"""What the clock and the lists of speakers begin with when a meeting is founded from its plan."""

from collections.abc import Iterator

from cmc_desk.db import schema
from cmc_desk.db.base import Base
from cmc_desk.rules.agenda_defaults import minimum_of, start_kind_of
from cmc_desk.rules.meeting import ItemPlan, MeetingPlan


def founded_clock(plan: MeetingPlan) -> Iterator[Base]:
    """Return the rows of the tracks, the lists of speakers, and the timing of every item; what the plan leaves open has its default."""
    for position, track in enumerate(plan.tracks):
        yield schema.Track(id=track.key, name=track.name, place=track.place, position=position)
    for topic in plan.topics:
        yield schema.Topic(
            id=topic.key,
            title=topic.title,
            limits={category.value: int(limit.total_seconds()) for category, limit in topic.limits.items()},
            changeover=int(topic.changeover.total_seconds()),
            kept=int(topic.kept.total_seconds()),
            ordered=topic.order,
            closed=topic.closed,
        )
    places: dict[tuple[object, str], int] = {}
    for item in plan.items:
        place = places[item.day, item.track] = places.get((item.day, item.track), -1) + 1
        yield _timing(item, place)


def _timing(item: ItemPlan, place: int) -> schema.ItemTiming:
    minimum = minimum_of(item.kind, item.ends - item.starts) if item.minimum is None else item.minimum
    return schema.ItemTiming(
        id=item.key,
        track=item.track,
        position=place,
        minimum=int(minimum.total_seconds()),
        start_kind=item.start_kind or start_kind_of(item.kind, first_of_day=place == 0),
        not_after=item.not_after,
        end_kind=item.end_kind,
        importance=item.importance,
        topic=item.topic,
        remark=item.remark,
    )
