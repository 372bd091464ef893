"""The instant that a paper is about: now, or a time of day on a day of the meeting."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.clock_times import instant_on, parse_time
from cmc_desk.rules.refusal import Refusal
from cmc_desk.ui.context import Facts
from cmc_desk.ui.days import day_words
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.theme import font

_HEIGHT = 30


class InstantChoice(QWidget):
    """`changed` says that another instant is meant; a time that is none is refused when it is asked for."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: Facts | None = None
        self._exact: datetime | None = None
        self.day = Combo(size=13, height=_HEIGHT, parent=self)
        self.day.setAccessibleName(_("Day of the instant"))
        self.time = QLineEdit(self)
        self.time.setAccessibleName(_("Time of day"))
        self.time.setPlaceholderText("09:30")
        self.time.setFont(font(13))
        self.time.setFixedSize(64, _HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.day, 1)
        row.addWidget(self.time)
        self.setFocusProxy(self.day)
        self.day.picked.connect(self._on_day)
        self.time.editingFinished.connect(self.changed)

    def show_instant(self, facts: Facts, at: datetime | None) -> None:
        """Show an instant; None is now."""
        self._facts = facts
        local = facts.meeting.local(at) if at else None
        days = list(facts.meeting.days)
        if local and local.date() not in days:
            days.append(local.date())
        self.day.set_choices([("", _("Now")), *((day.isoformat(), day_words(day, "ddd d MMM")) for day in days)])
        self.day.set_key(local.date().isoformat() if local else "")
        self.time.setText(f"{local:%H:%M}" if local else "")
        self.time.setEnabled(local is not None)
        self._exact = at

    def instant(self) -> datetime | None:
        """Return the instant, or None for now; raises Refusal if what was typed is no time."""
        key = self.day.key()
        if not key or self._facts is None:
            return None
        zone = self._facts.meeting.tzinfo
        if self._exact is not None:
            local = self._exact.astimezone(zone)
            # An instant that was taken with its seconds keeps them while nobody types another.
            if (key, self.time.text()) == (local.date().isoformat(), f"{local:%H:%M}"):
                return self._exact
        if not self.time.text().strip():
            raise Refusal(_("Type the time of day, such as 9:30."), field="at")
        try:
            return instant_on(datetime.fromisoformat(key).date(), parse_time(self.time.text()), zone)
        except Refusal as refusal:
            raise Refusal(refusal.sentence, field="at") from None

    def _on_day(self, key: str) -> None:
        self.time.setEnabled(bool(key))
        if key and not self.time.text():
            self.time.setFocus()
            return
        self.changed.emit()
