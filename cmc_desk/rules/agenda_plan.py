"""What a plan says of the clock beyond planned times: fixed points, minimum lengths, rooms, and lists of speakers."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

ZERO = timedelta()
PLENARY = ""


class StartKind(StrEnum):
    """When an item may begin: when the one before it ends, or not before its planned beginning."""

    FLOW = "flows on"
    FIXED = "not before"


class EndKind(StrEnum):
    """When an item ends: after its length, or at its planned end however late it began."""

    LENGTH = "by length"
    FIXED = "at a fixed time"


class Importance(StrEnum):
    """How dear an item is when time is short: what is least important gives its minutes first."""

    LEAST = "least"
    ORDINARY = "ordinary"
    MOST = "most"


class SpeakerCategory(StrEnum):
    """The category of a speaker, in the order in which categories take the floor; limits are set by category."""

    STATE = "State"
    TERRITORY = "constituent part or territory"
    OBSERVER_STATE = "observer State"
    ORGANISATION = "United Nations or intergovernmental organisation"
    OTHER = "other"


class ListOrder(StrEnum):
    """How the entries that wait are ordered."""

    REQUEST = "by request"
    HAND = "by hand"
    ROLL = "roll call"


@dataclass(frozen=True, slots=True)
class Track:
    """A room in which items run beside those of the others; the plenary is the track with the empty key."""

    key: str
    name: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """A list of speakers; several items of the agenda may share it, so that it goes on after lunch.

    `limits` are the lengths of a statement by category, `changeover` is what passes between two speakers, `kept` is the time that is
    kept for an exchange of views and not shared out. `closed` takes no more statements, but points of order and replies.
    """

    key: str
    title: str
    limits: dict[SpeakerCategory, timedelta]
    changeover: timedelta = timedelta(seconds=20)
    kept: timedelta = ZERO
    order: ListOrder = ListOrder.REQUEST
    closed: bool = False
