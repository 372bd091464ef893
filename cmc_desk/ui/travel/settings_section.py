"""What the meeting has settled about travel: the deadline, the airport, the hotel, the vehicles, the cash."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from cmc_desk.desk.travel_settings import change_travel_settings, travel_rules
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.money import from_minor, read_amount, to_minor
from cmc_desk.rules.refusal import Refusal
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.setup.form import Form
from cmc_desk.ui.setup.section import EDIT_KEYS, Section
from cmc_desk.ui.travel.typed_days import day_text, typed_day_or_none

_MINUTE = timedelta(minutes=1)
_SPANS = ("wave_gap", "check_in_lead", "drive")
_NUMBERS = ("passport_months", "vehicle_seats")


class SettingsSection(Section):
    """One form; only what was changed is written."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.form = _form()
        self.form.saved.connect(self.save)
        self.form.left.connect(self._fill)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.form.setMaximumWidth(640)
        row.addWidget(self.form, 1)
        row.addStretch(1)
        self.setFocusProxy(self.form.field("deadline").editor)
        self._filled = False

    def keys(self) -> Sequence[tuple[str, str]]:
        return EDIT_KEYS

    def reload(self) -> None:
        if not self._filled or not self.form.is_changed():
            self._fill()

    def leave(self) -> bool:
        return not self._filled or not self.form.is_changed() or self.save()

    def save(self) -> bool:
        """Save what was typed; say whether that is done."""
        done = self.act(self.form, lambda: self.context.desk.do(change_travel_settings, changes=self._changes()))
        if done is None:
            return False
        self.done(_("Saved: "), _("settings of travel"))
        self._fill()
        return True

    def _fill(self) -> None:
        rules = self.context.desk.read(travel_rules)
        self._filled = True
        self.form.fill(
            {
                "deadline": day_text(rules.deadline),
                "passport_months": str(rules.passport_months),
                "arrival_airport": rules.arrival_airport,
                "hotel": rules.hotel,
                "vehicle_seats": str(rules.vehicle_seats),
                **{name: str(getattr(rules, name) // _MINUTE) for name in _SPANS},
                "cash_currency": rules.cash_currency,
                "cash_step": f"{from_minor(rules.cash_step, rules.cash_currency)}",
            }
        )

    def _changes(self) -> dict[str, Any]:
        values, changed = self.form.values(), self.form.changes()
        found: dict[str, Any] = {}
        for name, text in changed.items():
            if name == "deadline":
                found[name] = typed_day_or_none(text, near=self.context.facts.meeting.days[0], field=name)
            elif name in _SPANS:
                found[name] = _whole(text, name) * _MINUTE
            elif name in _NUMBERS:
                found[name] = _whole(text, name)
            elif name == "cash_step":
                found[name] = to_minor(read_amount(text, field=name), values["cash_currency"].upper())
            else:
                found[name] = text
        return found


def _form() -> Form:
    form = Form(_("Settings of travel"), side=False, removes=False)
    form.add(
        ("deadline", Field(_("Nominations until"), QLineEdit(), hint=_("8 Nov; empty: no deadline"))),
        ("passport_months", Field(_("Passport valid after the return, months"), QLineEdit())),
    )
    form.add(
        ("arrival_airport", Field(_("Airport"), QLineEdit(), hint="KIN")),
        ("hotel", Field(_("Hotel"), QLineEdit())),
        shares=(2, 3),
    )
    form.add(
        ("wave_gap", Field(_("A vehicle waits, minutes"), QLineEdit())),
        ("vehicle_seats", Field(_("Seats in a vehicle"), QLineEdit())),
    )
    form.add(
        ("check_in_lead", Field(_("At the airport before, minutes"), QLineEdit())),
        ("drive", Field(_("Drive, minutes"), QLineEdit())),
    )
    form.add(
        ("cash_currency", Field(_("Currency of the cash"), QLineEdit(), hint="USD")),
        ("cash_step", Field(_("Cash is rounded to"), QLineEdit(), hint=_("0.01, or 50"))),
    )
    return form


def _whole(text: str, field: str) -> int:
    if not text.isdigit():
        raise Refusal(_("Type a whole number."), field=field)
    return int(text)
