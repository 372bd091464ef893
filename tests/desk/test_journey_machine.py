"""Whatever is done to journeys and rooms, in any order: every leg goes on from the last, and every night of a stay has a bed."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from cmc_desk.desk import journeys, manifest, rooms
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.passengers import passengers
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.rooms import missing
from cmc_desk.rules.stay import stay_nights
from cmc_desk.rules.travel_states import Direction
from tests.desk.journeyed import at, book, issue, leg, night, open_travel, seated
from tests.meetings import ANAIS, JOSE

WHO = st.sampled_from([0, 1])
DAY, HOUR = st.integers(2, 9), st.integers(0, 22)


class Journeys(RuleBasedStateMachine):
    @initialize()
    def open(self) -> None:
        self.folder = TemporaryDirectory()
        self.desk: Desk = open_travel(Path(self.folder.name))
        self.keys = seated(self.desk, ANAIS), seated(self.desk, JOSE, number=2)

    @rule(who=WHO, out=DAY, lands=HOUR, back=DAY, leaves=HOUR, one_way=st.booleans())
    def plan(self, who: int, out: int, lands: int, back: int, leaves: int, *, one_way: bool) -> None:
        landed, left = at(out, lands, 35), at(back, leaves, 15)
        legs = [leg("415", "PAP", "KIN", landed - timedelta(hours=1), landed)]
        if not one_way:
            legs.append(leg("414", "KIN", "PAP", left, left + timedelta(hours=1), back=True))
        self._try(lambda: self.desk.do(journeys.put_itinerary, sponsorship=self.keys[who], legs=legs))

    @rule(who=WHO)
    def book(self, who: int) -> None:
        self._try(lambda: book(self.desk, self.keys[who]))

    @rule(who=WHO, days=st.sets(st.integers(1, 12), max_size=5))
    def choose_nights(self, who: int, days: set[int]) -> None:
        chosen = [night(day) for day in sorted(days)]
        self._try(lambda: self.desk.do(rooms.put_nights, sponsorship=self.keys[who], nights=chosen))

    @rule(hours=st.integers(-40, 40), which=st.integers(0, 3))
    def move_a_flight(self, hours: int, which: int) -> None:
        found = self.desk.read(journeys.flights)
        if not found:
            return
        flight = found[which % len(found)]
        departs, arrives = (
            when.replace(tzinfo=None) + timedelta(hours=hours) for when in (flight.departs, flight.arrives)
        )

        def change() -> None:
            shown = self.desk.read(journeys.plan_flight_change, flight=flight.key, departs=departs, arrives=arrives)
            self.desk.do(
                journeys.change_flight, flight=flight.key, departs=departs, arrives=arrives, legs=list(shown.legs)
            )

        self._try(change)

    @rule(who=WHO)
    def ticket(self, who: int) -> None:
        self._try(lambda: issue(self.desk, self.keys[who], fare=""))

    @rule(who=WHO)
    def cancel(self, who: int) -> None:
        self._try(lambda: self.desk.do(journeys.cancel_ticket, sponsorship=self.keys[who], reason="Other plans"))

    @rule()
    def take_back(self) -> None:
        self._try(self.desk.undo)

    @invariant()
    def every_night_of_a_stay_has_a_bed(self) -> None:
        for one in self.desk.read(passengers):
            if one.nights:
                assert missing(one.nights, stay_nights(one.itinerary)) == ()

    @invariant()
    def every_leg_goes_on_from_the_last_and_arrives_after_it_leaves(self) -> None:
        for one in self.desk.read(passengers):
            legs = one.itinerary.legs if one.itinerary is not None else ()
            assert all(leg.arrives > leg.departs for leg in legs)
            assert all(before.destination == after.origin for before, after in pairwise(legs))

    @invariant()
    def everybody_with_a_flight_rides_once(self) -> None:
        people = {one.key for one in self.desk.read(passengers) if one.comes and one.itinerary is not None}
        found = self.desk.read(manifest.manifest, direction=Direction.OUT)
        riding = [row.traveller for wave in found.waves for row in wave.rows]
        assert sorted(riding) == sorted(people)

    def teardown(self) -> None:
        self.desk.close()
        self.folder.cleanup()

    def _try(self, act: Callable[[], object]) -> None:
        with suppress(Refusal):
            act()


TestJourneys = Journeys.TestCase
TestJourneys.settings = settings(max_examples=8, stateful_step_count=15, deadline=None)
