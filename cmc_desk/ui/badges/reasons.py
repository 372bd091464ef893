"""Why badges are printed again: what the list knows by itself, and about whom somebody must be asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from cmc_desk.desk.badge_list import BadgeRow
from cmc_desk.i18n import N_, ngettext
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.badge_state import CHANGED, Why
from cmc_desk.ui.badges.reprint_panel import Again
from cmc_desk.ui.context import Facts
from cmc_desk.ui.registration.words import time_words

# As the ledger says it, behind “1 reprint”.
_REASONS: dict[Why, str] = {
    Why.NAME: N_("name corrected"),
    Why.TITLE: N_("title corrected"),
    Why.INSTITUTION: N_("institution corrected"),
    Why.DELEGATION: N_("delegation changed"),
    Why.CAPACITY: N_("capacity changed"),
    Why.CATEGORY: N_("category changed"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Badges that are to be printed; about those of `asking` somebody was asked, and `again` is what they said."""

    rows: tuple[BadgeRow, ...]
    asking: frozenset[str] = frozenset()
    again: Again | None = None

    @property
    def participants(self) -> tuple[str, ...]:
        """Whose badges they are, in their order."""
        return tuple(row.participant for row in self.rows)

    def reasons(self) -> dict[str, str]:
        """Return why each badge that was printed before is printed again."""
        known = {
            row.participant: _(_REASONS[row.why]) for row in self.rows if row.at is not None and row.why in CHANGED
        }
        said = self.again.reason if self.again is not None else ""
        return {**known, **dict.fromkeys(self.asking, said)}


def to_ask(rows: Sequence[BadgeRow]) -> tuple[BadgeRow, ...]:
    """Return the badges that were printed and nothing on which has changed: why are they printed again?"""
    return tuple(row for row in rows if row.at is not None and row.why not in CHANGED)


def again_words(facts: Facts, rows: Sequence[BadgeRow], now: datetime) -> tuple[str, str]:
    """Return the two lines that ask why these badges are printed again."""
    if len(rows) == 1:
        row = rows[0]
        at = time_words(facts, row.at, now) if row.at is not None else ""
        return _("Print again: {name}").format(name=row.name), _("Printed {time}. Why again?").format(time=at)
    words = ngettext("Print {number} badge again", "Print {number} badges again", len(rows)).format(number=len(rows))
    return words, _("They are printed already: {names}. Why again?").format(names=", ".join(row.name for row in rows))
