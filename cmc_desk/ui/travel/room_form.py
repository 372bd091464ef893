"""The room of an official: from which evening to which morning, where, of which kind, shared with whom, and who pays."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from cmc_desk.desk.passengers import passengers
from cmc_desk.desk.rooms import MOST_NIGHTS, usual_nights
from cmc_desk.desk.shared_rooms import put_shared_nights
from cmc_desk.desk.travel_settings import travel_rules
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext, pgettext
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.shared_rooms import KIND_WORDS, Room, read_room
from cmc_desk.rules.travel_facts import Night
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.tick import Tick
from cmc_desk.ui.travel.travel_form import Said, TravelForm
from cmc_desk.ui.travel.typed_days import day_text, typed_day

_DAY = timedelta(days=1)
_ROOM = ("kind", "number")


class RoomForm(TravelForm):
    """It begins with the nights that the journey needs; what is not changed stays as each night has it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, pgettext("hotel", "Room"), does=_("Book"), parent=parent)
        self._nights: tuple[Night, ...] = ()
        self._mates: dict[str, str] = {}
        self.mate = Combo()
        self.add(
            ("nights", Field(_("First night"), QLineEdit(), hint=_("empty: no room"))),
            ("leaves", Field(_("Leaves"), QLineEdit(), hint=_("the morning after"))),
        )
        self.add(("hotel", Field(_("Hotel"), QLineEdit())))
        kinds = Combo([("", "–"), *((key, _(words)) for key, words in KIND_WORDS.items())])
        self.add(
            ("kind", Field(_("Kind of room"), kinds)),
            ("number", Field(_("Number"), QLineEdit())),
            shares=(3, 2),
        )
        self.add(("mate", Field(_("Shared with"), self.mate)))
        self.add(
            ("paid_by", Field(_("Paid by"), QLineEdit())),
            ("breakfast", Field(_("Breakfast"), Tick(_("Included")), height=32)),
        )

    def prepare(self) -> None:
        desk, key = self.context.desk, self.who.key
        self._nights = desk.read(usual_nights, sponsorship=key)
        days = {night.date for night in self._nights}
        # Whoever sleeps here in one of these nights; whom the room was shared with is offered in any case.
        others = (one for one in desk.read(passengers) if one.key != key)
        self._mates = {
            one.key: f"{one.given_name} {one.family_name}".strip()
            for one in others
            if any(night.date in days for night in one.nights)
        }
        self.mate.set_choices([("", _("nobody")), *self._mates.items()])

    def first_values(self) -> dict[str, Any]:
        nights = self._nights
        first = nights[0] if nights else None
        agencies = [stripe.agency for stripe in self.who.tile.stripes]
        room = read_room(first.room) if first else Room()
        return {
            "nights": day_text(nights[0].date) if nights else "",
            "leaves": day_text(nights[-1].date + _DAY) if nights else "",
            "hotel": first.hotel if first else self.context.desk.read(travel_rules).hotel,
            "kind": room.kind,
            "number": room.number,
            "mate": next((key for key, name in self._mates.items() if name == room.mate), ""),
            "paid_by": (first.paid_by if first else "") or (agencies[0] if agencies else ""),
            "breakfast": first.breakfast if first else True,
        }

    def store(self, values: dict[str, Any]) -> Said | None:
        nights = self._typed(values)
        mate = values["mate"] if nights else ""
        self.context.desk.do(
            put_shared_nights, sponsorship=self.who.key, nights=nights, mate=mate, version=self.who.version
        )
        name = self.who.who.person.name if self.who.who is not None else ""
        if not nights:
            return Said(_("Room given up: "), name)
        words = ngettext("{number} night", "{number} nights", len(nights)).format(number=len(nights))
        return Said(_("Room booked: "), name, f" · {words}" + (f" + {self._mates[mate]}" if mate else ""))

    def _typed(self, values: dict[str, Any]) -> list[Night]:
        if not values["nights"] and not values["leaves"]:
            return []
        near = self.context.facts.meeting.days[0]
        first = typed_day(values["nights"], near=near, field="nights")
        out = typed_day(values["leaves"], near=near, field="leaves")
        if out <= first:
            raise Refusal(_("The morning of departure comes after the first night."), field="leaves")
        if (out - first).days > MOST_NIGHTS:
            raise Refusal(_("These are more than {number} nights.").format(number=MOST_NIGHTS), field="leaves")
        typed = self.changes()
        changed = {name: value for name, value in typed.items() if name in ("hotel", "breakfast", "paid_by")}
        room = Room(values["kind"], values["number"]).line
        if any(name in typed for name in _ROOM):
            changed["room"] = room
        usual = Night(first, values["hotel"], room, values["breakfast"], values["paid_by"])
        return [_night(day, self._nights, usual, changed) for day in _days(first, out)]


def _days(first: date, out: date) -> list[date]:
    return [first + number * _DAY for number in range((out - first).days)]


def _night(day: date, known: Sequence[Night], usual: Night, changed: dict[str, Any]) -> Night:
    """Return a night: as it is booked but for what was changed in the form, or on its terms."""
    booked = next((night for night in known if night.date == day), None)
    if booked is None:
        return replace(usual, date=day)
    return replace(booked, **changed) if booked.hotel and booked.paid_by else replace(usual, date=day)
