"""Who sits where in the demo: the officials on the financed seats, their passports, and what is found of them at the desk."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.travel_at_once import PassportOf
from cmc_desk.rules.travel_facts import Itinerary, Leg
from cmc_desk.rules.travel_states import HOLDING, Direction, Travel

# Of each delegation the official of foreign affairs, then that of immigration; nobody of these names exists.
OFFICIALS: dict[str, tuple[str, ...]] = {
    "AG": ("Example-Roach", "Sample-Cox"),
    "AI": ("Specimen-Lake", "Example-Hodge"),
    "AW": ("Sample-Geerman", "Muster-Croes"),
    "BB": ("Example-Alleyne", "Sample-Bladwin"),
    "BS": ("Sample-Rolle", "Specimen-Moxey"),
    "BZ": ("Example-Coye", "Sample-Pech"),
    "CU": ("Specimen-Valdés", "Example-Prieto"),
    "CW": ("Muster-Martina", "Example-Winklaar"),
    "DM": ("Sample-Royer", "Example-Toulon"),
    "DO": ("Sample-Peña", "Example-Matos de la Concepción y Sample-Rodríguez"),
    "GD": ("Example-Phillip", "Sample-Noel"),
    "GY": ("Example-Singh", "Specimen-Blackman"),
    "HT": ("Sample-Dorval", "Example-Pierre"),
    "JM": ("Example-Blagg", "Sample-Hyde"),
    "KN": ("Sample-Liburd", "Example-Browne"),
    "KY": ("Sample-Ebanks", "Example-Pond"),
    "LC": ("Example-Jn Baptiste", "Specimen-Henry"),
    "SR": ("Sample-Sno", "Muster-Pinas"),
    "SX": ("Muster-Gumbs",),
    "TC": ("Sample-Rigby", "Example-Forbes"),
    "TT": ("Example-Blake", "Sample-Ramlal"),
    "VC": ("Sample-John", "Example-Browne"),
    "VG": ("Example-Penn", "Sample-Frett"),
    "MS": ("Specimen-Ryan",),
}
# Nobody asks those of the host for a passport.
_WITHOUT_PASSPORT = ("JM",)
# Who issues the passports of a delegation, where it is not the State itself.
_ISSUERS = dict.fromkeys(("AI", "KY", "MS", "TC", "VG"), "GBD") | dict.fromkeys(("AW", "CW", "SX"), "NLD")
_ISSUERS |= {"AG": "ATG", "BB": "BRB", "BS": "BHS", "BZ": "BLZ", "CU": "CUB", "DM": "DMA", "DO": "DOM", "GD": "GRD"}
_ISSUERS |= {"GY": "GUY", "HT": "HTI", "KN": "KNA", "LC": "LCA", "SR": "SUR", "TT": "TTO", "VC": "VCT"}
_EXPIRIES: dict[tuple[str, str], date | None] = {
    ("HT", "Example-Pierre"): date(2021, 7, 14),
    ("GY", "Specimen-Blackman"): date(2020, 3, 14),
    ("KY", "Example-Pond"): date(2020, 4, 30),
    ("VG", "Sample-Frett"): None,
}


@dataclass(frozen=True, slots=True)
class Seated:
    """An official of the demo on a seat: the journey that stands and whether somebody has seen them arrive."""

    key: str
    participant: str
    delegation: str
    family_name: str
    travel: Travel


def people(desk: Desk) -> dict[tuple[str, str], str]:
    """Return the participants of the demo by delegation and family name; of two of one name the first by given name."""
    return desk.read(_people)


def seated(desk: Desk) -> dict[tuple[str, str], Seated]:
    """Return whoever holds a seat now, by delegation and family name."""
    return desk.read(_seated)


def passport(participant: str, delegation: str, family_name: str, number: int) -> PassportOf:
    """Return a passport that nobody has, which is valid for some years unless the demo wants it otherwise."""
    usual = date(2021 + number % 7, 1 + number % 12, 1 + number % 28)
    return PassportOf(
        participant=participant,
        issuer=_ISSUERS[delegation],
        number=f"X{9_000_000 + number * 137}",
        expires=_EXPIRIES.get((delegation, family_name), usual),
    )


def need_passports() -> list[tuple[str, str]]:
    """Return who is asked for a passport."""
    return [
        (delegation, name)
        for delegation, names in OFFICIALS.items()
        if delegation not in _WITHOUT_PASSPORT
        for name in names
    ]


def boarding_pass(itinerary: Itinerary, leg: Leg) -> str:
    """Return the text in the bar code of the boarding pass of one leg, as an airline prints it (IATA resolution 792)."""
    name = itinerary.name_on_ticket[:20]
    flight = f"{leg.carrier:<3}{int(leg.number):04} {leg.departs.timetuple().tm_yday:03}"
    return f"M1{name:<20}E{itinerary.locator:<7}{leg.origin}{leg.destination}{flight}Y{leg.sequence + 11:03}C{leg.sequence + 40:04} 100"


def legs_out(itinerary: Itinerary | None) -> tuple[Leg, ...]:
    """Return the legs to the meeting."""
    return tuple(leg for leg in itinerary.legs if leg.direction is Direction.OUT) if itinerary else ()


def _people(session: Session) -> dict[tuple[str, str], str]:
    table = schema.Participant
    found: dict[tuple[str, str], str] = {}
    query = select(table.delegation, table.family_name, table.id).order_by(table.given_name, table.id)
    for delegation, name, key in session.execute(query):
        found.setdefault((delegation, name), key)
    return found


def _seated(session: Session) -> dict[tuple[str, str], Seated]:
    table, person = schema.Sponsorship, schema.Participant
    query = (
        select(table.id, table.participant, person.delegation, person.family_name, table.travel)
        .join(person, person.id == table.participant)
        .where(table.nomination.in_(HOLDING))
        .order_by(table.seat)
    )
    return {(row.delegation, row.family_name): Seated(*row) for row in session.execute(query)}
