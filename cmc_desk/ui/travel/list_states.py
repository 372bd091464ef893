"""Which version of a list would go out now, and what its recipient has to change since the one before. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

from cmc_desk.desk.desk import Desk
from cmc_desk.desk.manifest import manifest_list
from cmc_desk.desk.rooms import rooming_list
from cmc_desk.desk.sent_lists import Sent
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.sent_lists import Difference, ListKind
from cmc_desk.rules.travel_states import Direction
from cmc_desk.ui.context import Facts
from cmc_desk.ui.days import day_words

# The lists of a paper; every other paper is whole each time.
LISTS: dict[str, tuple[ListKind, ...]] = {
    "manifest": (ListKind.ARRIVALS, ListKind.DEPARTURES),
    "rooming": (ListKind.ROOMING,),
}
_WAYS = {ListKind.ARRIVALS: Direction.OUT, ListKind.DEPARTURES: Direction.BACK}


@dataclass(frozen=True, slots=True)
class ListState:
    """A list as it stands: `version` is the number it would go out under, `sent` the version before it."""

    kind: ListKind
    version: int
    sent: Sent | None
    differences: tuple[Difference, ...]


def list_states(desk: Desk, paper: str) -> tuple[ListState, ...]:
    """Return the lists of a paper; nothing for a paper that is none. Raises Refusal where a journey cannot be listed."""
    return tuple(_state(desk, kind) for kind in LISTS.get(paper, ()))


def state_words(facts: Facts, state: ListState) -> str:
    """Return which version it is, and since which it says what has changed."""
    if state.sent is None:
        return _("Version {number}; none was sent yet.").format(number=state.version)
    local = facts.meeting.local(state.sent.at)
    when = f"{day_words(local.date(), 'd MMM')} {local:%H:%M}"
    if not state.differences:
        # What is sent again as it was keeps its number.
        return _("Version {number} ({recipient}, {when}): nothing has changed since.").format(
            number=state.sent.version, recipient=state.sent.recipient, when=when
        )
    return _("Version {number}, with what has changed since version {before} ({recipient}, {when}).").format(
        number=state.version, before=state.sent.version, recipient=state.sent.recipient, when=when
    )


def name_of(kind: ListKind) -> str:
    """Return what a list is called."""
    names = {
        ListKind.ARRIVALS: _("Arrivals"),
        ListKind.DEPARTURES: _("Departures"),
        ListKind.ROOMING: _("Rooming list"),
    }
    return names[kind]


def all_words(facts: Facts, states: Sequence[ListState]) -> str:
    """Return how the lists of a paper stand, one a line."""
    return "\n".join(
        f"{name_of(state.kind)}: {state_words(facts, state)}" if len(states) > 1 else state_words(facts, state)
        for state in states
    )


def _state(desk: Desk, kind: ListKind) -> ListState:
    if kind is ListKind.ROOMING:
        rooms = desk.read(rooming_list)
        return ListState(kind, rooms.version, rooms.sent, rooms.differences)
    rides = desk.read(manifest_list, direction=_WAYS[kind])
    return ListState(kind, rides.version, rides.sent, rides.differences)
