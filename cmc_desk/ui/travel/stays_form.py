"""Stays by hand: where an official is counted as being, for those whose journey says it not, or says it wrongly."""

from datetime import date, datetime, time
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from cmc_desk.desk.allowances import compute_allowance
from cmc_desk.desk.stays_by_hand import KnownStays, known_stays
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.allowance_stays import Stay
from cmc_desk.rules.money import money
from cmc_desk.rules.refusal import Refusal
from cmc_desk.ui.context import Context
from cmc_desk.ui.days import day_words
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.parts.tick import Tick
from cmc_desk.ui.travel.travel_form import Said, TravelForm
from cmc_desk.ui.travel.typed_days import clock_after, typed_day

_MOST = 3
_PARTS = ("from", "from_at", "to", "to_at")


class StaysForm(TravelForm):
    """Times are those of each place. What was entered holds until something else is entered, or the journey counts again."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Stays by hand"), does=_("Compute"), parent=parent)
        self._known = KnownStays()
        for number in range(1, _MOST + 1):
            self.add_widget(Text(_("Stay {number}").format(number=number), size=13, bold=True))
            self.add(
                (f"place{number}", Field(_("Place"), QLineEdit(), hint=_("KIN, or a name") if number == 1 else ""))
            )
            self.add(
                (f"from{number}", Field(_("Comes"), QLineEdit())),
                (f"from_at{number}", Field(_("at"), QLineEdit())),
                (f"to{number}", Field(_("Leaves"), QLineEdit())),
                (f"to_at{number}", Field(_("at"), QLineEdit())),
                shares=(3, 2, 3, 2),
            )
        self.journey = Tick(_("By the journey again"))
        self._journey = Field(_("Or"), self.journey, height=24)
        self.add(("journey", self._journey))

    def prepare(self) -> None:
        self._known = self.context.desk.read(known_stays, sponsorship=self.who.key)

    def intro_words(self) -> str:
        if self._known.by_hand:
            return _("{name}. These stays were entered by hand; the journey is not looked at.").format(
                name=self.name_words()
            )
        return _("{name}. From now on these stays count, and not the journey.").format(name=self.name_words())

    def first_values(self) -> dict[str, Any]:
        self._journey.setVisible(self._known.by_hand)
        values: dict[str, Any] = {"journey": False}
        for number in range(1, _MOST + 1):
            stay = self._known.stays[number - 1] if number <= len(self._known.stays) else None
            values |= {
                f"place{number}": stay.place if stay else "",
                f"from{number}": _short(stay.arrive) if stay else "",
                f"from_at{number}": f"{stay.arrive:%H:%M}" if stay else "",
                f"to{number}": _short(stay.depart) if stay else "",
                f"to_at{number}": f"{stay.depart:%H:%M}" if stay else "",
            }
        return values

    def store(self, values: dict[str, Any]) -> Said | None:
        by_journey = bool(values["journey"])
        stays = () if by_journey else self._typed(values)
        made = self.context.desk.do(compute_allowance, sponsorship=self.who.key, stays=stays, by_journey=by_journey)
        return Said(_("Computed: "), self.name_words(), f" · {money(made.net, made.currency)}")

    def _typed(self, values: dict[str, Any]) -> tuple[Stay, ...]:
        found: list[Stay] = []
        near = self.context.facts.meeting.days[0]
        for number in range(1, _MOST + 1):
            place = values[f"place{number}"]
            if not place and not any(values[f"{part}{number}"] for part in _PARTS):
                continue
            if not place:
                raise Refusal(_("Where? Type the airport, or the place as the rates name it."), field=f"place{number}")
            arrive, depart = (
                typed_day(values[f"{day}{number}"], near=near, field=f"{day}{number}") for day in ("from", "to")
            )
            from_at, to_at = (
                clock_after(values[f"{at}{number}"], field=f"{at}{number}") for at in ("from_at", "to_at")
            )
            stay = Stay(_code(place), _instant(arrive) + from_at, _instant(depart) + to_at)
            if stay.depart <= stay.arrive:
                raise Refusal(_("Nobody leaves before they come: correct the times."), field=f"to{number}")
            if found and stay.arrive < found[-1].depart:
                raise Refusal(_("This stay begins before the one above has ended."), field=f"from{number}")
            found.append(stay)
        if not found:
            raise Refusal(_("Type at least one stay, or let the journey count."), field="place1")
        return tuple(found)


def _code(place: str) -> str:
    """Return a place as the rates name it: three letters are an airport."""
    return place.upper() if len(place) == 3 and place.isalpha() else place


def _instant(day: date) -> datetime:
    return datetime.combine(day, time())


def _short(instant: datetime) -> str:
    return day_words(instant.date(), "d MMM")
