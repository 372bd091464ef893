"""Who could have the floor at this meeting, and who has had how much of it, over all lists."""

from datetime import datetime

from cmc_desk.rules.fair_floor import FairFloor, FloorMember, fair_floor
from cmc_desk.rules.floor_kinds import category_of
from cmc_desk.rules.meeting import DelegationKind
from cmc_desk.ui.context import Facts
from cmc_desk.ui.live import Live

# The secretariat serves the meeting, and others speak on invitation: neither is waited for.
_SPEAK = frozenset({DelegationKind.STATE, DelegationKind.TERRITORY, DelegationKind.OBSERVER_STATE, DelegationKind.UN})


def fair_of(live: Live, facts: Facts, now: datetime) -> FairFloor:
    """Return who has had how much of the floor until now."""
    members = [
        FloorMember(row.code, category_of(row.kind), row.main_language, row.region)
        for row in facts.delegations.values()
        if row.kind in _SPEAK
    ]
    speeches = [speech for floor in live.floors for speech in floor.speeches]
    return fair_floor(speeches, members, now)
