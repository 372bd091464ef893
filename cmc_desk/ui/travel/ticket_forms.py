"""The ticket: kept by the airline until a time, issued, issued anew, or cancelled with what comes back of its fare."""

from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from cmc_desk.desk.journeys import cancel_ticket, hold_ticket, issue_ticket, reissue_ticket
from cmc_desk.desk.travel_settings import travel_rules
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agent_values import read_until
from cmc_desk.rules.money import from_minor, money
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_states import Travel
from cmc_desk.ui.context import Context
from cmc_desk.ui.days import day_words
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.travel.travel_form import Said, TravelForm

_HOLD, _ISSUE = "hold", "issue"


class TicketForm(TravelForm):
    """Before there is a ticket it is put on hold or issued; afterwards it is issued anew."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Ticket"), does=_("Save"), parent=parent)
        self.what = Combo([(_ISSUE, _("Issued")), (_HOLD, _("On hold"))])
        self.what.picked.connect(self._on_what)
        self._what_field = Field(_("The ticket is"), self.what)
        self.add(("what", self._what_field))
        self._until = Field(_("Kept until"), QLineEdit(), hint=_("3 Dec 18:00"))
        self._ticket = Field(_("Number of the ticket"), QLineEdit())
        self._name = Field(_("Name on it"), QLineEdit(), hint=_("as the airline prints it: PIERRE/NADEGE MS"))
        self._refund = Field(_("Comes back of the old one"), QLineEdit(), hint=_("empty: nothing"))
        self.add(("locator", Field(_("Booking (PNR)"), QLineEdit())), ("hold_until", self._until))
        self.add(("ticket", self._ticket))
        self.add(("name_on_ticket", self._name))
        self.add(
            ("fare", Field(_("Fare"), QLineEdit())), ("currency", Field(_("Currency"), QLineEdit())), shares=(3, 2)
        )
        self.add(("refund", self._refund))

    @property
    def anew(self) -> bool:
        """Whether there is a ticket that is issued anew."""
        return self.who.who is not None and self.who.who.one.travel is Travel.TICKETED

    def first_values(self) -> dict[str, Any]:
        journey, anew = self.who.journey, self.anew
        self._what_field.setVisible(not anew)
        held = self.who.who is not None and self.who.who.one.travel is Travel.HELD
        what = _ISSUE if anew or held else _HOLD
        self._dress(what)
        fare = journey.fare if journey is not None and not anew else None
        currency = (journey.currency if journey is not None else "") or self._currency()
        return {
            "what": what,
            "locator": journey.locator if journey is not None else "",
            "hold_until": self._held_text(),
            "ticket": "",
            "name_on_ticket": journey.name_on_ticket if journey is not None else "",
            "fare": f"{from_minor(fare, currency)}" if fare is not None else "",
            "currency": currency,
            "refund": "",
        }

    def store(self, values: dict[str, Any]) -> Said | None:
        desk = self.context.desk
        common: dict[str, Any] = {
            "sponsorship": self.who.key,
            "locator": values["locator"],
            "fare": values["fare"],
            "currency": values["currency"],
            "version": self.who.version,
        }
        name = self.who.who.person.name if self.who.who is not None else ""
        if not self.anew and values["what"] == _HOLD:
            meeting = self.context.facts.meeting
            try:
                until = read_until(values["hold_until"], meeting.days[0])
            except Refusal as refusal:
                raise Refusal(refusal.sentence, field="hold_until") from None
            desk.do(hold_ticket, until=until.replace(tzinfo=meeting.tzinfo), **common)
            return Said(_("Ticket on hold: "), name)
        issued = {"ticket": values["ticket"], "name_on_ticket": values["name_on_ticket"]}
        if self.anew:
            desk.do(reissue_ticket, refund=values["refund"], **issued, **common)
            return Said(_("Ticket issued anew: "), name)
        desk.do(issue_ticket, **issued, **common)
        return Said(_("Ticket recorded: "), name, f" · {self.who.who.delegation}" if self.who.who is not None else "")

    def _held_text(self) -> str:
        until = self.who.journey.hold_until if self.who.journey is not None else None
        if until is None:
            return ""
        local = self.context.facts.meeting.local(until)
        return f"{day_words(local.date(), 'd MMM')} {local:%H:%M}"

    def _currency(self) -> str:
        return self.context.desk.read(travel_rules).cash_currency

    def _on_what(self, what: str) -> None:
        self._dress(what)

    def _dress(self, what: str) -> None:
        hold = what == _HOLD
        self._until.setVisible(hold)
        self._ticket.setVisible(not hold)
        self._name.setVisible(not hold)
        self._refund.setVisible(self.anew)


class CancelForm(TravelForm):
    """The seat stays with the official; what does not come back of the fare stays in the cost."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Cancel the ticket"), does=_("Cancel it"), parent=parent)
        self.add(("reason", Field(_("Why"), QLineEdit(), hint=_("stays on record"))))
        self.add(("refund", Field(_("Comes back of the fare"), QLineEdit(), hint=_("empty: nothing"))))

    def intro_words(self) -> str:
        journey = self.who.journey
        words = [self.name_words()]
        if journey is not None and journey.fare:
            words.append(_("The fare was {amount}.").format(amount=money(journey.fare, journey.currency)))
        if not self.who.past:
            words.append(_("The seat stays with this official until the nomination ends."))
        return " ".join(word if word.endswith(".") else f"{word}." for word in words)

    def first_values(self) -> dict[str, Any]:
        return {"reason": "", "refund": ""}

    def store(self, values: dict[str, Any]) -> Said | None:
        self.context.desk.do(cancel_ticket, sponsorship=self.who.key, reason=values["reason"], refund=values["refund"])
        return Said(_("Ticket cancelled: "), self.who.who.person.name if self.who.who is not None else "")
