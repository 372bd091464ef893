"""What this computer remembers of its badge printing: design, paper, printer, and how far each printer is off on each paper."""

import json
from dataclasses import asdict, dataclass

from cmc_desk.rules.badge_design import BackSide
from cmc_desk.ui.habits import Habits

_MOST_SHIFTS = 40


@dataclass(frozen=True, slots=True)
class Shift:
    """How far everything moves right and down in millimetres, and the backs of a duplex sheet besides."""

    right: float = 0.0
    down: float = 0.0
    back_right: float = 0.0
    back_down: float = 0.0


class BadgeHabits:
    """Typed accessors; what was never chosen is empty."""

    def __init__(self, habits: Habits | None = None) -> None:
        self._habits = habits or Habits()

    def design(self) -> str:
        """Return the key of the design that was used last."""
        return self._habits.text("badges/design")

    def stock(self, design: str) -> str:
        """Return the key of the stock that this design was last printed on."""
        return self._habits.text(f"badges/stock_{design}")

    def choose(self, design: str, stock: str) -> None:
        """Remember the design, and the stock that goes with it."""
        self._habits.put_text("badges/design", design)
        self._habits.put_text(f"badges/stock_{design}", stock)

    def printer(self) -> str:
        """Return the printer that was chosen last."""
        return self._habits.text("badges/printer")

    def choose_printer(self, name: str) -> None:
        """Remember the printer."""
        self._habits.put_text("badges/printer", name)

    def second(self) -> str:
        """Return the second language of badges."""
        return self._habits.text("badges/second")

    def choose_second(self, language: str) -> None:
        """Remember the second language; empty is none."""
        self._habits.put_text("badges/second", language)

    def back(self) -> BackSide:
        """Return how the back of a badge comes to be there."""
        found = self._habits.text("badges/back")
        return BackSide(found) if found in tuple(BackSide) else BackSide.NONE

    def choose_back(self, back: BackSide) -> None:
        """Remember how backs are printed."""
        self._habits.put_text("badges/back", back.value)

    def next_cell(self, stock: str) -> int:
        """Return the first free place (from 0) of the sheet of this stock that the desk has begun."""
        found = self._habits.text(f"badges/cell_{stock}")
        return int(found) if found.isascii() and found.isdigit() else 0

    def put_next_cell(self, stock: str, cell: int) -> None:
        """Remember the first free place of the sheet that was begun."""
        self._habits.put_text(f"badges/cell_{stock}", str(cell))

    def shift(self, printer: str, stock: str) -> Shift:
        """Return how far this printer is off on this stock."""
        known = [entry for entry in self._shifts() if (entry.get("printer"), entry.get("stock")) == (printer, stock)]
        try:
            return Shift(**{name: float(str(known[0][name])) for name in Shift.__slots__}) if known else Shift()
        except (KeyError, ValueError):
            return Shift()

    def put_shift(self, printer: str, stock: str, shift: Shift) -> None:
        """Remember how far this printer is off on this stock."""
        others = [one for one in self._shifts() if (one.get("printer"), one.get("stock")) != (printer, stock)]
        entry = {"printer": printer, "stock": stock, **asdict(shift)}
        self._habits.put_text("badges/shifts", json.dumps([entry, *others][:_MOST_SHIFTS]))

    def _shifts(self) -> list[dict[str, object]]:
        try:
            found = json.loads(self._habits.text("badges/shifts", "[]"))
        except ValueError:
            return []
        return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
