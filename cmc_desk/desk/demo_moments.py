"""The moments at which the demo meeting can be looked at, by the names that the command line takes."""

from enum import StrEnum


class Moment(StrEnum):
    """Where the demo is left, in the order of the clock."""

    # Three days before the meeting: its first list of participants is in, the second is still to come.
    LIST = "list"
    # Two days before it at 14:32: the wall of the financed seats, with what is still missing.
    SEATS = "seats"
    # The night before it: whoever comes by air has arrived, or has not.
    EVE = "eve"
    # The first morning at 8:52, in the middle of the queue.
    QUEUE = "queue"
    # 12:38: Barbados speaks, and lunch is near.
    PRIORITIES = "priorities"
    # 16:42: a proposal of Barbados is being typed.
    PRINCIPLES = "principles"
    # The second day at 11:24: Haiti has just supported Saint Lucia.
    PLAN = "plan"
    # 16:45: before the drafts are adopted.
    APPROVAL = "approval"
    # Both days are over.
    END = "end"
