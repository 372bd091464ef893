"""An official on a seat at an instant: from which of it each of the eleven steps is judged."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from gettext import NullTranslations

from cmc_desk.rules.day_words import day_and_month
from cmc_desk.rules.travel_facts import Seat, Sponsorship, StepState, TravelRules
from cmc_desk.rules.travel_machine import HERE
from cmc_desk.rules.travel_states import Nomination, PaymentState, Profile, Standing, Step, Travel

# How long before its day a step is due.
SOON = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Case:
    """An official on a seat at an instant of the clocks of the meeting, and the language in which it is told."""

    one: Sponsorship
    seat: Seat
    rules: TravelRules
    now: datetime
    texts: NullTranslations

    @classmethod
    def of_nobody(cls, rules: TravelRules, now: datetime, texts: NullTranslations) -> "Case":
        """Return the case of a seat that nobody holds."""
        nobody = Sponsorship("", "", "", "", Nomination.NOMINATED)
        return cls(nobody, Seat("", "", 1, Profile.OTHER, ()), rules, now, texts)

    @property
    def flies(self) -> bool:
        """Whether there is a journey to care for: those of the host and those who see to it themselves have none, unless one is known."""
        if self.one.itinerary is not None and self.one.itinerary.legs:
            return True
        return not (self.seat.local or self.one.travel in (Travel.SELF_ARRANGED, Travel.NOT_REQUIRED))

    @property
    def unpaid(self) -> bool:
        """Whether no allowance is due: nobody pays those who live here, unless one was computed."""
        local = self.seat.local or self.one.travel is Travel.NOT_REQUIRED
        return local and self.one.payment is PaymentState.NOT_DUE

    def done(self, step: Step, why: str = "") -> StepState:
        """Return a step that is met."""
        return StepState(step, Standing.DONE, why)

    def not_needed(self, step: Step, why: str = "") -> StepState:
        """Return a step that this official need not take."""
        return StepState(step, Standing.NOT_NEEDED, why)

    def blocks(self, step: Step, why: str, due: date | None = None) -> StepState:
        """Return a step that cannot be met as things are."""
        return StepState(step, Standing.BLOCKS, why, due)

    def open(self, step: Step, why: str, due: date | None) -> StepState:
        """Return a step that is not met yet: how it stands follows from the day until which it is asked for."""
        today = self.now.date()
        if due is None:
            return StepState(step, Standing.WAITS, why)
        if due < today:
            return StepState(step, Standing.BLOCKS, why, due)
        return StepState(step, Standing.DUE if due - today <= SOON else Standing.WAITS, why, due)

    def asked(self, step: Step, why: str, due: date) -> StepState:
        """Return a proof that is not handed in yet: it is due once the flight has landed, and blocks nothing but the settlement.

        As long as somebody is here they can still be asked for it; who is home and was paid cannot be settled without it. Of somebody who
        has not come nobody asks.
        """
        if due > self.now.date() or (self.one.arrived_at is None and self.one.travel not in HERE):
            return StepState(step, Standing.WAITS, why, due)
        home = self.one.travel is Travel.TRAVELLED_BACK and self.one.payment is PaymentState.PAID
        return StepState(step, Standing.BLOCKS if home and due < self.now.date() else Standing.DUE, why, due)

    def day(self, day: date) -> str:
        """Return a day as 8 Nov, or with its year if it is of another one."""
        return day_and_month(day, self.texts, beside=self.rules.begins.date())
