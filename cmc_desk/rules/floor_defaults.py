"""What holds for a list of speakers as long as nobody has said otherwise: every length here is a default, not a rule."""

from collections.abc import Mapping
from datetime import timedelta

from cmc_desk.rules.agenda_plan import SpeakerCategory
from cmc_desk.rules.floor_kinds import SpeechKind

# Who was given the floor and does not come is absent; who has spoken longer was there.
JUST_NOW = timedelta(minutes=1)
CHANGEOVER = timedelta(seconds=20)
LIMITS: Mapping[SpeakerCategory, timedelta] = {
    SpeakerCategory.STATE: timedelta(minutes=5),
    SpeakerCategory.TERRITORY: timedelta(minutes=5),
    SpeakerCategory.OBSERVER_STATE: timedelta(minutes=3),
    SpeakerCategory.ORGANISATION: timedelta(minutes=3),
    SpeakerCategory.OTHER: timedelta(minutes=3),
}
# No interruption is longer than the statement that the same delegation could make.
_LONGEST = {
    SpeechKind.POINT_OF_ORDER: timedelta(minutes=3),
    SpeechKind.RIGHT_OF_REPLY: timedelta(minutes=5),
    SpeechKind.QUESTION: timedelta(minutes=2),
    SpeechKind.ANSWER: timedelta(minutes=3),
}


def limit_by(limits: Mapping[SpeakerCategory, timedelta], category: SpeakerCategory, kind: SpeechKind) -> timedelta:
    """Return how long a speech of a kind may be by the limits of a list, where it has none of its own."""
    limit = limits.get(category) or LIMITS[category]
    return min(limit, _LONGEST.get(kind, limit))


def most_of(limits: Mapping[SpeakerCategory, timedelta], category: SpeakerCategory) -> timedelta:
    """Return the longest limit that the planner gives a category by itself: the usual one, or that of the list where it is longer."""
    return max(limits.get(category) or LIMITS[category], LIMITS[category])
