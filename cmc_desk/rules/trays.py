"""The trays of the desk: which of them the badge of a person lies in, by the first letter of the family name."""

from dataclasses import dataclass

from cmc_desk.rules.folding import fold, name_key


@dataclass(frozen=True, slots=True)
class Tray:
    """A tray from one letter to another, both capital."""

    first: str
    last: str

    @property
    def letters(self) -> str:
        """What stands on the tray, as A–K."""
        return f"{self.first}–{self.last}"


TRAYS = (Tray("A", "K"), Tray("L", "Z"))


def tray_of(given: str, family: str) -> Tray:
    """Return the tray of a person.

    Figures lie in the first, letters that no Latin one stands for in the last: there they follow Z, as in every sorted list.
    """
    letter = initial_of(given, family)
    return next((tray for tray in TRAYS if letter <= tray.last), TRAYS[-1])


def initial_of(given: str, family: str) -> str:
    """Return the capital letter under which a person is looked for, empty if the name has none."""
    return fold(family or given)[:1].upper()


def tray_rank(given: str, family: str) -> tuple[int, str]:
    """Return what sorts people by tray and in it by family name."""
    return TRAYS.index(tray_of(given, family)), name_key(given, family)
