"""What was asked of sponsored travel on the command line: which seat, which official, which participant, and when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from cmc_desk.cli.times import moment_of, told_time
from cmc_desk.desk import people
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.seat_wall import SeatWall, WallSeat, seat_wall
from cmc_desk.desk.setup import delegation_index
from cmc_desk.desk.travel_facts import TravelFacts, travel_facts
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.folding import fold
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_states import HOLDING, Nomination
from cmc_desk.rules.travel_words import NOMINATION_WORDS

_SEAT = re.compile(r"([A-Za-z]+)-([0-9]+)")


@dataclass(frozen=True, slots=True)
class Someone:
    """An official who holds a seat, or held it."""

    key: str
    participant: str
    name: str
    seat: str
    nomination: Nomination

    @property
    def holds(self) -> bool:
        """Whether the seat is still theirs."""
        return self.nomination in HOLDING


@dataclass(frozen=True)
class TravelAsked:
    """The words and options of the verb; what is not given is None or empty."""

    desk: Desk
    what: tuple[str, ...]
    at: str | None
    reason: str
    kind: str
    reference: str
    dated: date | None
    received: date | None
    file: Path | None
    note: str
    due: date | None
    pnr: str
    fare: str
    refund: str
    currency: str
    until: str
    method: str
    returned: bool
    hotel: str
    room: str
    paid_by: str
    breakfast: bool
    out: Path | None
    paper: str
    lang: str | None
    source: str
    since: date | None
    long: str
    by_journey: bool
    dry_run: bool

    @cached_property
    def told(self) -> datetime | None:
        """When it really was, if that was said."""
        return None if self.at is None else told_time(self.desk, self.at)

    @cached_property
    def now(self) -> datetime:
        """The instant at which the wall is looked at."""
        return self.desk.clock.now() if self.at is None else moment_of(self.desk, self.at)

    @property
    def without_words(self) -> "TravelAsked":
        """The same without words, for whoever lists what stands there now."""
        return replace(self, what=())

    @property
    def first_day(self) -> date:
        """The first day of the meeting."""
        return self.desk.read(meeting).days[0]

    @cached_property
    def wall(self) -> SeatWall:
        """The wall as it stood before anything was done."""
        return self.desk.read(seat_wall, now=self.now)

    @cached_property
    def facts(self) -> TravelFacts:
        """Everything of sponsored travel as it stood before anything was done."""
        return self.desk.read(travel_facts)

    @property
    def seats(self) -> tuple[WallSeat, ...]:
        """All seats in the order of the wall."""
        return tuple(seat for row in self.wall.rows for seat in row.seats)

    @cached_property
    def seat(self) -> WallSeat:
        """The seat that was named first; raises Refusal if there is none of this key."""
        text = self._first(_("Which seat? Name it as HT-2, the second of Haiti."))
        return self._seat_called(text)

    @cached_property
    def official(self) -> WallSeat:
        """The seat of the official who was named first, by the seat or by words of the name; raises Refusal unless it is one."""
        text = self._first(_("Who? Name the seat, such as HT-2, or the official."))
        if _SEAT.fullmatch(text):
            seat = self._seat_called(text)
            if not seat.sponsorship:
                raise Refusal(_("Nobody is on seat {seat}.").format(seat=seat.seat.key), field="what")
            return seat
        wanted = fold(text).split()
        found = [seat for seat in self.seats if seat.sponsorship and _is_called(seat.name, wanted)]
        if len(found) == 1:
            return found[0]
        if not found:
            raise Refusal(_("Nobody on a seat is called “{text}”.").format(text=text), field="what")
        keys = ", ".join(f"{seat.seat.key} {seat.name}" for seat in found)
        raise Refusal(_("“{text}” may be any of {keys}: name the seat.").format(text=text, keys=keys), field="what")

    @cached_property
    def anybody(self) -> Someone:
        """Whoever was named first, also if they have given the seat up since; raises Refusal unless it is one."""
        text = self._first(_("Who? Name the seat, such as HT-2, or the official."))
        if _SEAT.fullmatch(text):
            return self._someone(self.official.sponsorship)
        wanted = fold(text).split()
        everybody = sorted(map(self._someone, self.facts.sponsorships), key=lambda one: one.seat)
        found = [one for one in everybody if _is_called(one.name, wanted)]
        if len(found) == 1:
            return found[0]
        if not found:
            raise Refusal(_("Nobody is or was on a seat who is called “{text}”.").format(text=text), field="what")
        keys = ", ".join(f"{one.seat} {one.name} ({_(NOMINATION_WORDS[one.nomination])})" for one in found)
        raise Refusal(
            _("“{text}” may be any of {keys}: type more of the name.").format(text=text, keys=keys), field="what"
        )

    def _someone(self, key: str) -> Someone:
        one = self.facts.sponsorships[key]
        return Someone(key, one.participant, self.facts.people[one.participant].name, one.seat, one.nomination)

    @property
    def rest(self) -> str:
        """The words after the first."""
        return " ".join(self.what[1:])

    @cached_property
    def delegation(self) -> str:
        """The code of the delegation that was named first; raises Refusal if it is not known."""
        return self.of_delegation(self._first(_("Which delegation? Name it by its code or its name.")))

    def participant(self, text: str, delegation: str) -> str:
        """Return the participant of a delegation whose name has these words; raises Refusal unless it is one."""
        if not text.strip():
            raise Refusal(_("Who is it? Type words of the name of a participant."), field="what")
        hits = self.desk.read(people.find_people, text=text, delegation=delegation, limit=5).hits
        if len(hits) == 1:
            return hits[0].id
        if hits:
            names = ", ".join(hit.name for hit in hits)
            raise Refusal(
                _("“{text}” may be any of {names}: type more of the name.").format(text=text, names=names), field="what"
            )
        raise Refusal(
            _("No participant of {delegation} is called “{text}”: enter them in the registration first.").format(
                delegation=delegation, text=text
            ),
            field="what",
        )

    def letter_of(self, participant: str, delegation: str) -> str:
        """Return the newest letter of a delegation that names a participant; empty if none does."""
        letters = [one for one in self.facts.letters.get(delegation, ()) if participant in one.names]
        return max(letters, key=lambda one: one.received).key if letters else ""

    def _first(self, otherwise: str) -> str:
        if not self.what:
            raise Refusal(otherwise, field="what")
        return self.what[0]

    def _seat_called(self, text: str) -> WallSeat:
        found = next((seat for seat in self.seats if seat.seat.key.lower() == text.lower()), None)
        if found is None:
            raise Refusal(
                _("There is no financed seat {seat}: a seat is called as HT-2 is, the second of Haiti.").format(
                    seat=text
                ),
                field="what",
            )
        return found

    def of_delegation(self, text: str) -> str:
        """Return the code of the delegation that somebody wrote; raises Refusal if it is not known."""
        index, _names = self.desk.read(delegation_index)
        code = index.match(text)
        if code is None:
            raise Refusal(
                _("No delegation, or more than one, is called “{text}”: give its code, such as JM.").format(text=text),
                field="what",
            )
        return code


def _is_called(name: str, wanted: Sequence[str]) -> bool:
    """Tell whether each of these words begins a word of a name."""
    return all(any(word.startswith(one) for word in fold(name).split()) for one in wanted)
