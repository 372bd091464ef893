"""Which column of an agenda is what: the headings of Ontime, of OpenSlides, of our own table, and those that people write."""

from collections.abc import Iterable, Sequence

from cmc_desk.rules.folding import fold

# By field, as headings are compared: without capitals, accents and signs.
_HEADINGS: dict[str, tuple[str, ...]] = {
    "key": ("id", "key"),
    "title": ("title", "item", "agenda item", "titulo", "titre", "titel", "subject", "what"),
    "day": ("day", "date", "dia", "fecha", "jour", "dag", "datum"),
    "starts": ("time start", "start", "starts", "start time", "begin", "begins", "from", "inicio", "debut", "hora"),
    "ends": ("time end", "end", "ends", "end time", "until", "to", "fin", "einde"),
    "length": ("duration", "length", "minutes", "duracion", "duree", "duur"),
    "linked": ("link start",),
    "count_to_end": ("count to end",),
    "remark": ("note", "notes", "remark", "remarks", "text", "comment", "nota", "observations"),
    "timer": ("timer type",),
    "skip": ("skip",),
    "kind": ("kind",),
    "track": ("room", "track", "sala", "salle", "zaal"),
    "start_kind": ("start kind",),
    "end_kind": ("end kind",),
    "not_after": ("not after",),
    "minimum": ("minimum",),
    "importance": ("importance",),
    "topic": ("list of speakers", "topic"),
    "points": ("points", "subtitle"),
    "speakers": ("presenters", "presenter", "presented by"),
    "documents": ("documents",),
}
_FIELDS = {heading: field for field, headings in _HEADINGS.items() for heading in headings}
# Columns that only Ontime has: its numbers in a column of times may be minutes after midnight.
_OF_ONTIME = frozenset({"linked", "timer", "count_to_end"})
_TIMES = frozenset({"starts", "ends", "length"})


def columns_of(headings: Sequence[str]) -> dict[str, int]:
    """Return the place of each column that is known; of two that are the same the first counts."""
    found: dict[str, int] = {}
    for place, heading in enumerate(headings):
        field = _FIELDS.get(fold(heading))
        if field is not None:
            found.setdefault(field, place)
    return found


def heading_row(rows: Iterable[Sequence[str]]) -> int | None:
    """Return the place of the row that has the headings of an agenda: a title, and a time or a length."""
    for place, cells in enumerate(rows):
        found = columns_of(cells)
        if "title" in found and found.keys() & _TIMES:
            return place
    return None


def is_of_ontime(columns: Iterable[str]) -> bool:
    """Return whether these are columns as Ontime writes them."""
    return bool(_OF_ONTIME.intersection(columns))
