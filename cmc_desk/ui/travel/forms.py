"""Which act asks for something, and the form that asks it."""

from collections.abc import Callable
from functools import partial

from cmc_desk.ui.context import Context
from cmc_desk.ui.travel.journey_form import JourneyForm
from cmc_desk.ui.travel.letter_form import LetterForm
from cmc_desk.ui.travel.money_forms import ApproveForm, CostForm, ProvidedForm, VoidForm
from cmc_desk.ui.travel.nominate_form import NominateForm
from cmc_desk.ui.travel.papers_forms import PassportForm, RevealForm, VisaForm
from cmc_desk.ui.travel.room_form import RoomForm
from cmc_desk.ui.travel.seat_forms import GiveUpForm, OfficeForm, SeatForm, TravelStateForm, WaiveForm
from cmc_desk.ui.travel.stays_form import StaysForm
from cmc_desk.ui.travel.ticket_forms import CancelForm, TicketForm
from cmc_desk.ui.travel.travel_form import TravelForm

FORMS: dict[str, Callable[[Context], TravelForm]] = {
    "nominate": partial(NominateForm, replacing=False),
    "replace": partial(NominateForm, replacing=True),
    "letter": LetterForm,
    "give-up": GiveUpForm,
    "office": OfficeForm,
    "waive": WaiveForm,
    "passport": PassportForm,
    "reveal": RevealForm,
    "visa": VisaForm,
    "journey": JourneyForm,
    "ticket": TicketForm,
    "cancel": CancelForm,
    "room": RoomForm,
    "travel": TravelStateForm,
    "provided": ProvidedForm,
    "stays": StaysForm,
    "approve": ApproveForm,
    "void": VoidForm,
    "cost": CostForm,
    "seat": SeatForm,
}
