"""The badges of the meeting in their order, those that the filters show, and those that are ticked."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from cmc_desk.desk.badge_list import BadgeFilter, BadgeRow
from cmc_desk.rules.badge_state import is_to_print
from cmc_desk.ui.badges.people_pane import PeoplePane
from cmc_desk.ui.badges.people_rows import Listed, PersonLine, Ticks, counted, shown_lines

_KEPT = 8


class Picked:
    """What the list at the left stands for; what is ticked and shown is what is printed."""

    def __init__(self, pane: PeoplePane) -> None:
        self._pane = pane
        self._ticks = Ticks()
        # What the filters show, worked out once: a key asks for it several times.
        self._shown: dict[tuple[str, str, str], tuple[PersonLine, ...]] = {}
        self.lines: tuple[PersonLine, ...] = ()

    def show(self, badges: Sequence[Listed]) -> None:
        """Take the badges as they are now."""
        # A hand's tick holds until the badge is printed: what is corrected after that is to be printed like any other.
        to_print = frozenset(one.row.participant for one in badges if is_to_print(one.row.why))
        self._ticks = Ticks(self._ticks.on - to_print, self._ticks.off & to_print)
        self.lines = tuple(PersonLine(one, self._ticks.has(one.row)) for one in badges)
        self._shown.clear()

    def shown(self) -> tuple[PersonLine, ...]:
        """Return the lines that the filters show."""
        return self._filtered(self._pane.only.key())

    def counts(self) -> dict[str, int]:
        """Return how many badges each filter would show of those that are looked for."""
        return counted(self._filtered(BadgeFilter.ALL.value))

    def rows(self) -> list[BadgeRow]:
        """Return the badges that are printed."""
        return [line.row for line in self.shown() if line.ticked]

    def delegations(self) -> list[tuple[str, str]]:
        """Return the delegations that have badges, by name."""
        names = {line.row.delegation: line.row.delegation_name for line in self.lines}
        return sorted(names.items(), key=lambda pair: pair[1])

    def toggle(self, people: Sequence[str]) -> None:
        """Tick these people, or untick them if all of them are ticked."""
        some = frozenset(people)
        every = all(line.ticked for line in self.lines if line.key in some)
        self._put(self._ticks.put(some, ticked=not every))

    def printed(self, people: Collection[str]) -> None:
        """Take the ticks of hands away from what came out of the printer."""
        some = frozenset(people)
        self._put(Ticks(self._ticks.on - some, self._ticks.off - some))

    def _put(self, ticks: Ticks) -> None:
        if ticks == self._ticks:
            return
        self._ticks = ticks
        self.lines = tuple(replace(line, ticked=ticks.has(line.row)) for line in self.lines)
        self._shown.clear()

    def _filtered(self, only: str) -> tuple[PersonLine, ...]:
        asked = (only, self._pane.delegation.key(), self._pane.search.text())
        if asked not in self._shown:
            if len(self._shown) > _KEPT:
                self._shown.clear()
            self._shown[asked] = shown_lines(self.lines, only=only, delegation=asked[1], text=asked[2])
        return self._shown[asked]
