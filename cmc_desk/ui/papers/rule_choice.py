"""The rule of certificates: who came to so many sessions, or on so many days."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.papers import Ask
from cmc_desk.ui.context import Facts
from cmc_desk.ui.parts.combo import Combo

_SESSIONS, _DAYS = "sessions", "days"


class RuleChoice(QWidget):
    """`changed` says that another rule is wanted."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rule = Combo(size=13, height=30, parent=self)
        self.rule.setAccessibleName(_("Who gets a certificate"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.rule)
        self.setFocusProxy(self.rule)
        self.rule.picked.connect(self.changed)

    def show_rule(self, facts: Facts, ask: Ask) -> None:
        """Offer as many days and sessions as the meeting has, and show the rule of `ask`."""
        days = max(len(facts.meeting.days), ask.days_needed)
        sittings = max(len([one for one in facts.sessions if not one.is_registration]), ask.sessions_needed)
        self.rule.set_choices(
            [
                *((f"{_DAYS} {number}", _day_words(number)) for number in range(1, days + 1)),
                *((f"{_SESSIONS} {number}", _session_words(number)) for number in range(1, sittings + 1)),
            ]
        )
        self.rule.set_key(
            f"{_SESSIONS} {ask.sessions_needed}" if ask.sessions_needed else f"{_DAYS} {max(1, ask.days_needed)}"
        )

    def needed(self) -> tuple[int, int]:
        """Return how many sessions and how many days are needed; one of them is 0."""
        of, _space, number = self.rule.key().partition(" ")
        count = int(number or 1)
        return (count, 0) if of == _SESSIONS else (0, count)


def _day_words(number: int) -> str:
    return ngettext("at least {number} day", "at least {number} days", number).format(number=number)


def _session_words(number: int) -> str:
    return ngettext("at least {number} session", "at least {number} sessions", number).format(number=number)
