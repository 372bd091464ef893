"""The people of the desk that the tests look at: fictional, with what real lists have."""

from dataclasses import replace
from pathlib import Path

from cmc_desk.clock import ManualClock
from cmc_desk.desk.command import Author
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.opening import create_meeting
from cmc_desk.desk.registration import add_note, register, withdraw
from cmc_desk.rules.meeting import Role
from cmc_desk.rules.people import Capacity, Consent, InstitutionKind, Person, Status
from tests.desk.kingston import plan
from tests.founded import founded
from tests.meetings import clock_of
from tests.ui.registration.hands import MORNING

KEISHA = Person(
    "Keisha",
    "Example-Blake",
    "TT",
    salutation="Ms",
    functional_title="Technical Officer, International Relations",
    institution="Ministry of Foreign and CARICOM Affairs",
    institution_kind=InstitutionKind.FOREIGN_AFFAIRS,
    language="en",
    status=Status.CONFIRMED,
    consent=Consent.YES,
)
DEVON = replace(KEISHA, given_name="Devon", family_name="Sample-Ramlal", salutation="Mr", functional_title="Director")
ARUN = replace(DEVON, given_name="Arun", family_name="Muster-Singh", capacity=Capacity.HEAD)
BLAISE = Person("Blaise", "Sample-Dorval", "HT", institution="Direction de l’immigration", language="fr")
ROHAN = Person("Rohan", "Specimen-Blackman", "GY", institution_kind=InstitutionKind.IMMIGRATION)
JOSE = Person("José", "Specimen-Núñez", "DO", institution_kind=InstitutionKind.FOREIGN_AFFAIRS, language="es")
WINSOME = Person("Winsome", "Example-Blagg", "JM", institution="Ministry of National Security")
OPAL = Person("Opal", "Muster-Hyde", "JM", capacity=Capacity.HEAD, email="opal@example.org")
EVERYBODY = (KEISHA, DEVON, ARUN, BLAISE, ROHAN, JOSE, WINSOME, OPAL)


def fill(desk: Desk) -> dict[str, str]:
    """Register everybody; return the identifier of each by given name. Winsome is withdrawn, Blaise has a note."""
    ids = {person.given_name: desk.do(register, person=person).id for person in EVERYBODY}
    desk.do(withdraw, participant=ids["Winsome"])
    desk.do(add_note, participant=ids["Blaise"], text="DSA envelope ready — send to Travel")
    return ids


_IDS: dict[str, str] = {}


def open_filled(path: Path, author: Author) -> tuple[Desk, dict[str, str]]:
    """Open the meeting with everybody in it at `path`, a second after they were entered; return the identifier of each by given name."""
    desk = founded("everybody at the desk", path, _made)
    desk.author = author
    return desk, dict(_IDS)


def _made(path: Path) -> Desk:
    author = Author("T. Sample-Reid", Role.DESK, "Desk B")
    desk = create_meeting(path, plan(), clock=ManualClock(MORNING), author=author, training=True)
    _IDS.update(fill(desk))
    clock_of(desk).advance(seconds=1)
    return desk
