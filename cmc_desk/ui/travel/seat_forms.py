"""What changes about a seat and its official beside papers and journey: given up, office, waivers, state of the journey, quota."""

from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from cmc_desk.desk.seats import decline, release, withdraw
from cmc_desk.desk.travel_forms import change_seats, typed_quota
from cmc_desk.desk.travel_settings import agencies
from cmc_desk.desk.travellers import no_longer_waive, set_profile, set_travel, waive
from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.money import money, read_decimal
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_facts import Share
from cmc_desk.rules.travel_machine import TRAVEL_STEPS
from cmc_desk.rules.travel_states import WHOLE, Profile, Travel, Warned
from cmc_desk.rules.travel_words import PROFILE_WORDS, TRAVEL_WORDS, WARNED_WORDS
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.tick import Tick
from cmc_desk.ui.travel.travel_form import Said, TravelForm

_WAYS = {
    "withdraw": N_("Withdrawn by the delegation"),
    "decline": N_("Declined by the sponsors"),
    "no-show": N_("Did not come; the seat stays held"),
    "release": N_("Did not come; the seat is released"),
}
_DONE = {
    "withdraw": N_("Withdrawn: "),
    "decline": N_("Declined: "),
    "no-show": N_("Did not come: "),
    "release": N_("Seat released: "),
}
# Set by acts of their own.
_ELSEWHERE = frozenset({Travel.TICKETED, Travel.HELD, Travel.CANCELLED, Travel.ARRIVED})


class GiveUpForm(TravelForm):
    """Each way is another act; what was spent is shown before, and stays in the cost."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Give the seat up"), does=_("Save"), parent=parent)
        self.way = Combo()
        self.add(("way", Field(_("What has happened"), self.way)))
        self.add(("reason", Field(_("Reason"), QLineEdit(), hint=_("stays on record"))))

    def prepare(self) -> None:
        gone = self.who.who is not None and self.who.who.one.travel is Travel.NO_SHOW
        ways = ("release", "withdraw", "decline") if gone else ("withdraw", "decline", "no-show")
        self.way.set_choices([(way, _(_WAYS[way])) for way in ways])

    def intro_words(self) -> str:
        who = self.who.who
        if who is None or not who.replacement.sunk:
            return self.name_words()
        lost = ", ".join(money(amount, currency) for currency, amount in who.replacement.sunk)
        return f"{self.name_words()}. " + _("{amount} is spent already and stays in the cost.").format(amount=lost)

    def first_values(self) -> dict[str, Any]:
        return {"way": "", "reason": ""}

    def store(self, values: dict[str, Any]) -> Said | None:
        desk, way = self.context.desk, values["way"]
        about: dict[str, Any] = {"sponsorship": self.who.key, "reason": values["reason"], "version": self.who.version}
        if way == "no-show":
            desk.do(set_travel, to=Travel.NO_SHOW, **about)
        else:
            desk.do({"withdraw": withdraw, "decline": decline, "release": release}[way], **about)
        name = self.who.who.person.name if self.who.who is not None else ""
        return Said(_(_DONE[way]), name, f" · {self.context.facts.delegation_name(self.who.tile.delegation)}")


class OfficeForm(TravelForm):
    """Which office an official comes from."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Office"), does=_("Save"), parent=parent)
        self.add(("profile", Field(_("Comes from"), Combo([(one.value, _(PROFILE_WORDS[one])) for one in Profile]))))
        self.add(("focal_point", Field(_("Focal point"), Tick(_("A known focal point")), height=24)))

    def first_values(self) -> dict[str, Any]:
        who = self.who.who
        return {
            "profile": who.one.profile.value if who is not None else Profile.OTHER.value,
            "focal_point": who is not None and who.one.focal_point,
        }

    def store(self, values: dict[str, Any]) -> Said | None:
        profile = Profile(values["profile"])
        self.context.desk.do(
            set_profile,
            sponsorship=self.who.key,
            profile=profile,
            focal_point=values["focal_point"],
            version=self.who.version,
        )
        return Said(_("Office recorded: "), self.name_words(), f" · {_(PROFILE_WORDS[profile])}")


class WaiveForm(TravelForm):
    """A wish of the sponsors that is waived with a reason; one that was waived can become a warning again."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Waive a wish of the sponsors"), does=_("Waive"), parent=parent)
        self.warned = Combo(size=13)
        self.add(("warned", Field(_("The sponsors would rather have it otherwise"), self.warned)))
        self.add(
            (
                "reason",
                Field(
                    _("Why it is waived"), QLineEdit(), hint=_("stays on record; with what was waived, leave it empty")
                ),
            )
        )

    def prepare(self) -> None:
        concerns = self.who.who.warnings if self.who.who is not None else ()
        ordered = sorted(concerns, key=lambda concern: bool(concern.waived))
        self.warned.set_choices(
            [
                (one.warned.value, _("Again a warning: {words}").format(words=_(WARNED_WORDS[one.warned])))
                if one.waived
                else (one.warned.value, _(WARNED_WORDS[one.warned]))
                for one in ordered
            ]
        )

    def first_values(self) -> dict[str, Any]:
        return {"warned": "", "reason": ""}

    def store(self, values: dict[str, Any]) -> Said | None:
        who = self.who.who
        if who is None or not values["warned"]:
            raise Refusal(_("There is nothing to waive."), field="warned")
        warned = Warned(values["warned"])
        waived = any(concern.warned is warned and concern.waived for concern in who.warnings)
        if waived:
            self.context.desk.do(no_longer_waive, sponsorship=self.who.key, warned=warned, version=self.who.version)
            return Said(_("Again a warning: "), who.person.name, f" · {_(WARNED_WORDS[warned])}")
        self.context.desk.do(
            waive, sponsorship=self.who.key, warned=warned, reason=values["reason"], version=self.who.version
        )
        return Said(_("Waived: "), who.person.name, f" · {_(WARNED_WORDS[warned])}")


class TravelStateForm(TravelForm):
    """How the journey stands where no other act says it: asked for, arranged by themselves, not needed, on the way, back."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, _("How the journey stands"), does=_("Save"), parent=parent)
        self.to = Combo()
        self.add(("to", Field(_("It is so that"), self.to)))
        self.add(("reason", Field(_("Reason"), QLineEdit(), hint=_("where one is needed"))))

    def prepare(self) -> None:
        now = self.who.who.one.travel if self.who.who is not None else Travel.NONE
        wanted = TRAVEL_STEPS[now] - _ELSEWHERE
        self.to.set_choices([(one.value, _(TRAVEL_WORDS[one])) for one in Travel if one in wanted])

    def intro_words(self) -> str:
        now = self.who.who.one.travel if self.who.who is not None else Travel.NONE
        return f"{self.name_words()}: {_(TRAVEL_WORDS[now])}"

    def first_values(self) -> dict[str, Any]:
        return {"to": "", "reason": ""}

    def store(self, values: dict[str, Any]) -> Said | None:
        if not values["to"]:
            raise Refusal(_("Nothing follows from here but what the other acts record."), field="to")
        to = Travel(values["to"])
        self.context.desk.do(
            set_travel, sponsorship=self.who.key, to=to, reason=values["reason"], version=self.who.version
        )
        return Said(_("Recorded: "), self.name_words(), f" · {_(TRAVEL_WORDS[to])}")


class SeatForm(TravelForm):
    """How many officials of a delegation are financed, and whose money the seat is."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Quota and agencies"), does=_("Save"), parent=parent)
        self._agencies = [agency.key for agency in context.desk.read(agencies)]
        self.add(("quota", Field(_("Financed officials of the delegation"), QLineEdit())))
        self.add(
            (
                "profile",
                Field(
                    _("The sponsors would like on this seat"),
                    Combo([(one.value, _(PROFILE_WORDS[one])) for one in Profile]),
                ),
            )
        )
        for agency in self._agencies:
            self.add((agency, Field(_("Share of {agency}, %").format(agency=agency), QLineEdit())))

    def intro_words(self) -> str:
        delegation = self.context.facts.delegation_name(self.who.tile.delegation)
        return _("{delegation}, seat {number}").format(delegation=delegation, number=self.who.tile.number)

    def first_values(self) -> dict[str, Any]:
        tile = self.who.tile
        row = self.context.facts.delegations.get(tile.delegation)
        shares = {stripe.agency: f"{stripe.share * 100:g}" for stripe in tile.stripes}
        return {
            "quota": str(row.quota) if row is not None else "",
            "profile": self._profile().value,
            **{agency: shares.get(agency, "") for agency in self._agencies},
        }

    def store(self, values: dict[str, Any]) -> Said | None:
        changed, tile = self.changes(), self.who.tile
        quota = typed_quota(values["quota"]) if "quota" in changed else None
        of_seat: dict[str, Any] = {}
        if {"profile", *self._agencies} & set(changed):
            shares = [Share(agency, points) for agency in self._agencies if (points := _points(values, agency))]
            of_seat = {"seat": tile.key, "profile": Profile(values["profile"]), "shares": shares}
        try:
            self.context.desk.do(change_seats, delegation=tile.delegation, quota=quota, **of_seat)
        except Refusal as refusal:
            field = self._agencies[0] if refusal.field == "shares" and self._agencies else refusal.field
            raise Refusal(refusal.sentence, field=field) from None
        return Said(_("Seats changed: "), self.context.facts.delegation_name(tile.delegation))

    def _profile(self) -> Profile:
        return self.who.who.seat.profile if self.who.who is not None else self.who.tile.profile


def _points(values: dict[str, Any], agency: str) -> int:
    text = values[agency].strip().rstrip("%")
    return int(read_decimal(text, field=agency) * WHOLE / 100) if text else 0
