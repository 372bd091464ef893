"""A room as the hotel reads it in one line: its kind, its number, and with whom it is shared, as in `twin 412 + José Example`."""

from dataclasses import dataclass

from cmc_desk.i18n import N_

# As hotels write them; the words are for the windows.
KIND_WORDS = {
    "single": N_("single"),
    "double": N_("double"),
    "twin": N_("twin beds"),
    "suite": N_("suite"),
}
_WITH = "+ "


@dataclass(frozen=True, slots=True)
class Room:
    """What is known of a room; each part may be empty. `number` has whatever else was typed of it."""

    kind: str = ""
    number: str = ""
    mate: str = ""

    @property
    def line(self) -> str:
        """The room in one line."""
        return " ".join(part for part in (self.kind, self.number, self.mate and f"{_WITH}{self.mate}") if part)


def read_room(line: str) -> Room:
    """Return the parts of a line; one that was typed by hand keeps its words."""
    room, found, mate = line.partition(_WITH)
    words = room.replace(",", " ").split()
    kind = words.pop(0).lower() if words and words[0].lower() in KIND_WORDS else ""
    return Room(kind, " ".join(words), mate.strip() if found else "")
