"""What stands beside this computer: its printers, and what it remembers of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from cmc_desk.ui.badges.habits import BadgeHabits
from cmc_desk.ui.parts.printing import KnownPrinter, Printer, known_printers, system_printer


@dataclass(frozen=True)
class Machine:
    """`known` may take seconds where a network sleeps: ask in a Task; `named` returns a printer whether it is there or not."""

    known: Callable[[], Sequence[KnownPrinter]] = known_printers
    named: Callable[[str], Printer] = system_printer
    habits: BadgeHabits = field(default_factory=BadgeHabits)
