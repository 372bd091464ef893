"""The badges of the meeting in their order, those that the filters show, and those that are ticked."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from cmc_desk.desk.badge_choice import in_order
from cmc_desk.desk.badge_list import BadgeFilter, BadgeRow, badge_rows
from cmc_desk.rules.badge_order import BadgeOrder
from cmc_desk.rules.badge_state import is_to_print
from cmc_desk.ui.badges.people_pane import PeoplePane
from cmc_desk.ui.badges.people_rows import PersonLine, Ticks, counted, person_lines, shown_lines
from cmc_desk.ui.context import Context


class Picked:
    """What the list at the left stands for; what is ticked and shown is what is printed."""

    def __init__(self, context: Context, pane: PeoplePane) -> None:
        self._context = context
        self._pane = pane
        self._ticks = Ticks()
        self.lines: tuple[PersonLine, ...] = ()

    def read(self) -> None:
        """Read the badges again, in the order that is chosen."""
        context = self._context
        rows = {row.participant: row for row in context.desk.read(badge_rows, only=BadgeFilter.ALL)}
        order = context.desk.read(
            in_order,
            participants=tuple(rows),
            order=BadgeOrder(self._pane.order.key()),
            language=context.facts.meeting.language,
        )
        # A hand's tick holds until the badge is printed: what is corrected after that is to be printed like any other.
        to_print = frozenset(one for one, row in rows.items() if is_to_print(row.why))
        self._ticks = Ticks(self._ticks.on - to_print, self._ticks.off & to_print)
        self.lines = person_lines(context.facts, [rows[one] for one in order], self._ticks, context.now())

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
        self._ticks = ticks
        self.lines = tuple(replace(line, ticked=ticks.has(line.row)) for line in self.lines)

    def _filtered(self, only: str) -> tuple[PersonLine, ...]:
        pane = self._pane
        return shown_lines(self.lines, only=only, delegation=pane.delegation.key(), text=pane.search.text())
