"""What stands beside this computer: its printers, and what it remembers of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from cmc_desk.ui.badges.habits import BadgeHabits
from cmc_desk.ui.one_task import OneTask
from cmc_desk.ui.parts.printing import KnownPrinter, Printer, known_printers, system_printer
from cmc_desk.ui.task import Pool


@dataclass(frozen=True)
class Machine:
    """`known` may take seconds where a network sleeps: ask in a Task; `named` returns a printer whether it is there or not."""

    known: Callable[[], Sequence[KnownPrinter]] = known_printers
    named: Callable[[str], Printer] = system_printer
    habits: BadgeHabits = field(default_factory=BadgeHabits)


class PrinterWatch(QObject):
    """Looks for the printers beside the window; `found` has those that are there now."""

    found = Signal(object)

    def __init__(self, machine: Machine, *, pool: Pool | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._machine = machine
        self._looking = OneTask(self, pool=pool)
        self.looked = False

    def look(self) -> None:
        """Look again, unless that is being done."""
        self.looked = True
        if not self._looking.is_running():
            self._looking.start(lambda _progress: self._machine.known(), finished=self.found)
