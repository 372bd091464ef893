"""The small meeting with seats: two of Haiti for four officials, two of the host, and hands that nominate."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from cmc_desk.desk import nomination_letters, seats, setup_people
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.travel_facts import travel_facts
from cmc_desk.rules.people import InstitutionKind, Person
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_facts import Seat, Sponsorship
from cmc_desk.rules.travel_states import LetterKind
from tests.meetings import ANAIS, ANDRE, JOSE, KEISHA, MORNING, enter, open_desk

ANAIS_FA = replace(ANAIS, institution_kind=InstitutionKind.FOREIGN_AFFAIRS)
JOSE_IMM = replace(JOSE, institution_kind=InstitutionKind.IMMIGRATION, focal_point=True)
GUERDA = Person(
    given_name="Guerda",
    family_name="Sample-Dorval",
    delegation="HT",
    institution_kind=InstitutionKind.IMMIGRATION,
)
BLAISE = Person(given_name="Blaise", family_name="Example-Pierre", delegation="HT")
# Four weeks before the meeting.
BEFORE = MORNING - timedelta(days=28)


class Seated:
    """A meeting with officials of Haiti and Jamaica in it, and what a travel officer does there, in short words."""

    def __init__(self, folder: Path) -> None:
        self.desk: Desk = open_desk(folder, now=BEFORE)
        people = {"anais": ANAIS_FA, "jose": JOSE_IMM, "guerda": GUERDA, "blaise": BLAISE}
        people |= {"keisha": KEISHA, "andre": ANDRE}
        self.people = {name: enter(self.desk, person).id for name, person in people.items()}
        self.desk.do(setup_people.put_delegation, code="JM", changes={"quota": 2})

    def do(self, function: Any, **how: Any) -> Any:
        return self.desk.do(function, **how)

    def refused(self, function: Any, **how: Any) -> str:
        """Return the sentence with which a command is refused; nothing may have changed."""
        before = self.desk.read(travel_facts)
        try:
            self.desk.do(function, **how)
        except Refusal as refusal:
            assert self.desk.read(travel_facts) == before
            return refusal.sentence
        raise AssertionError("it was not refused")

    def letter(self, *names: str, delegation: str = "HT", **how: Any) -> str:
        """Record a note verbale that names these."""
        given: dict[str, Any] = {
            "kind": LetterKind.NOTE_VERBALE,
            "reference": "NV 12/2019",
            "dated": date(2019, 11, 5),
            "received": date(2019, 11, 6),
        }
        found: str = self.desk.do(
            nomination_letters.record_letter,
            delegation=delegation,
            names=[self.people[name] for name in names],
            **given | how,
        )
        return found

    def nominate(self, seat: str, name: str, **how: Any) -> str:
        found: str = self.desk.do(seats.nominate, seat=seat, participant=self.people[name], **how)
        return found

    def accepted(self, seat: str, name: str) -> str:
        """Nominate somebody whom a letter names, and confirm the funding."""
        key = self.nominate(seat, name, letter=self.letter(name, delegation=seat.partition("-")[0]))
        self.desk.do(seats.accept, sponsorship=key)
        return key

    def one(self, key: str) -> Sponsorship:
        return self.desk.read(travel_facts).sponsorships[key]

    def seat(self, key: str) -> Seat:
        return next(seat for seat in self.desk.read(travel_facts).seats if seat.key == key)
