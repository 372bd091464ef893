"""The list of a travel agency as it was read: rows of cells by what they are, whatever the agency calls its columns."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cmc_desk.rules.agenda_values import Cell
from cmc_desk.rules.folding import fold

# By field, as headings are compared: without capitals, accents and signs.
_HEADINGS: dict[str, str] = {
    "name": "name | passenger | passenger name | traveller | traveler | pax | pax name | full name | nombre | pasajero | nom | passager | naam | passagier | name on ticket",
    "family_name": "surname | last name | family name | apellido | apellidos | nom de famille | achternaam",
    "given_name": "first name | given name | given names | nombres | prenom | prenoms | voornaam",
    "locator": "pnr | locator | record locator | booking reference | booking ref | reference | reservation | localizador | reserva | dossier | boekingscode | airline reference | booking",
    "ticket": "ticket | ticket no | ticket number | e ticket | eticket | e ticket number | boleto | billete | billet | numero de billet | ticketnummer | numero de boleto",
    "carrier": "carrier | airline | aerolinea | compagnie | compania | maatschappij | airline code",
    "flight": "flight | flight no | flight number | flt | vuelo | vol | vlucht | vluchtnummer | no de vol",
    "origin": "from | origin | departure airport | dep airport | desde | origen | de | depart de | van | board | departure city",
    "destination": "to | destination | arrival airport | arr airport | hasta | destino | a | arrivee a | naar | off | arrival city",
    "route": "route | routing | sector | segment | ruta | itineraire | itinerary | trajet | traject",
    "day": "date | departure date | dep date | flight date | travel date | fecha | fecha de salida | jour | date de depart | datum | vertrekdatum",
    "departs": "departure | departs | dep | etd | std | departure time | dep time | salida | hora de salida | depart | heure de depart | vertrek | vertrektijd",
    "arrives": "arrival | arrives | arr | eta | sta | arrival time | arr time | llegada | hora de llegada | arrivee | heure d arrivee | heure darrivee | aankomst | aankomsttijd",
    "arrival_day": "arrival date | arr date | fecha de llegada | date d arrivee | date darrivee | aankomstdatum",
    "fare": "fare | price | total | total fare | amount | cost | tarifa | precio | prix | tarif | prijs",
    "currency": "currency | cur | ccy | moneda | devise | monnaie | valuta",
    "hold_until": "hold until | held until | ttl | ticketing time limit | time limit | option | option until | ticket by | limite | fecha limite | date limite",
    "direction": "direction | leg type | way | sentido | sens | richting",
}
FIELDS = {heading: field for field, headings in _HEADINGS.items() for heading in headings.split(" | ")}
_WHO = frozenset({"name", "family_name", "locator"})
_WHERE = frozenset({"flight", "route", "origin"})


@dataclass(frozen=True, slots=True)
class AgentRow:
    """A row of the list: what its cells hold, by field; `where` is what people call the row, `problem` why nothing of it is understood."""

    where: str
    cells: Mapping[str, Cell]
    problem: str = ""

    def text(self, field: str) -> str:
        """Return what stands there, or nothing."""
        cell = self.cells.get(field)
        return cell.text.strip() if cell is not None else ""

    def name(self, field: str) -> str:
        """Return what people call the cell; nothing if the list has no such column."""
        cell = self.cells.get(field)
        return cell.name if cell is not None else ""


@dataclass(frozen=True, slots=True)
class AgentSheet:
    """The list of an agency; `source` is the name of the file, or says that it was pasted."""

    source: str
    rows: tuple[AgentRow, ...]


def columns_of(headings: Sequence[str]) -> dict[str, int]:
    """Return the place of each column that is known; of two that are the same the first counts."""
    found: dict[str, int] = {}
    for place, heading in enumerate(headings):
        field = FIELDS.get(fold(heading))
        if field is not None:
            found.setdefault(field, place)
    return found


def heading_row(rows: Iterable[Sequence[str]]) -> int | None:
    """Return the place of the row that has the headings of such a list: who, and with which flight or from where."""
    for place, cells in enumerate(rows):
        found = columns_of(cells).keys()
        if found & _WHO and found & _WHERE:
            return place
    return None
