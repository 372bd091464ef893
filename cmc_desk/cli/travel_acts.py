"""What the verb of sponsored travel does: each act runs a command or asks for a fact, and says what came of it."""

from collections.abc import Callable, Mapping
from functools import partial

from cmc_desk.cli import travel_journeys, travel_lists, travel_money, travel_rates
from cmc_desk.cli.told import Told
from cmc_desk.cli.travel_asked import TravelAsked
from cmc_desk.cli.travel_import import import_sheet
from cmc_desk.cli.travel_letters import letter_file, record_letter
from cmc_desk.cli.travel_standing import standing
from cmc_desk.cli.travel_words import sunk_words, traveller_words, wall_words
from cmc_desk.desk import journeys, room_costs, rooms, seats, travellers
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.traveller import traveller
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.passport_lines import read_passport_lines
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.stay import stay_nights
from cmc_desk.rules.travel_states import Travel, VisaState, Warned

# “Somebody by name” is not a program.
_NOBODY = "Command line"


def _list(asked: TravelAsked) -> Told:
    return Told(asked.wall, wall_words(asked.wall))


def _show(asked: TravelAsked) -> Told:
    one = asked.desk.read(traveller, sponsorship=asked.anybody.key, now=asked.now)
    return Told(one, traveller_words(one))


def _nominate(asked: TravelAsked) -> Told:
    seat = asked.seat.seat
    who = asked.participant(asked.rest, seat.delegation)
    letter = asked.letter_of(who, seat.delegation)
    asked.desk.do(seats.nominate, seat=seat.key, participant=who, letter=letter)
    return standing(asked, seat.key)


def _accept(asked: TravelAsked) -> Told:
    holder = asked.official
    letter = asked.letter_of(holder.participant, holder.seat.delegation)
    asked.desk.do(seats.accept, sponsorship=holder.sponsorship, letter=letter)
    return standing(asked, holder.seat.key)


def _leaves(command: Callable[..., str], asked: TravelAsked) -> Told:
    holder = asked.official
    lost = sunk_words(asked.desk.read(seats.plan_replacement, sponsorship=holder.sponsorship))
    asked.desk.do(command, sponsorship=holder.sponsorship, reason=asked.reason)
    return standing(asked, holder.seat.key, lost)


def _release(asked: TravelAsked) -> Told:
    if asked.desk.author.operator.strip() in ("", _NOBODY):
        raise Refusal(_("Say who releases the seat: --operator and a name; it stays on record."), field="operator")
    return _leaves(seats.release, asked)


def _replace(asked: TravelAsked) -> Told:
    holder = asked.official
    who = asked.participant(asked.rest, holder.seat.delegation)
    plan = asked.desk.read(seats.plan_replacement, sponsorship=holder.sponsorship)
    if plan.needs_reason and not asked.reason.strip():
        raise Refusal(
            _("A ticket was issued for {name}, and {amount} would be lost: say why with --reason.").format(
                name=holder.name, amount=sunk_words(plan) or _("its cost")
            ),
            field="reason",
        )
    asked.desk.do(
        seats.replace,
        sponsorship=holder.sponsorship,
        participant=who,
        reason=asked.reason,
        letter=asked.letter_of(who, holder.seat.delegation),
    )
    return standing(asked, holder.seat.key, sunk_words(plan))


def _waive(asked: TravelAsked) -> Told:
    words = {one.name.lower().replace("_", "-"): one for one in Warned}
    if asked.rest not in words:
        raise Refusal(
            _("“{word}” is no warning: it is one of {words}.").format(word=asked.rest, words=", ".join(words)),
            field="warned",
        )
    holder = asked.official
    asked.desk.do(travellers.waive, sponsorship=holder.sponsorship, warned=words[asked.rest], reason=asked.reason)
    return standing(asked, holder.seat.key)


def _passport(asked: TravelAsked) -> Told:
    holder = asked.official
    today = asked.desk.clock.now().astimezone(asked.desk.read(meeting).tzinfo).date()
    lines = read_passport_lines(" ".join(asked.what[1:]), today=today)
    asked.desk.do(
        travellers.record_passport,
        participant=holder.participant,
        issuer=lines.issuer,
        number=lines.number,
        name=lines.name,
        birth=lines.birth,
        expires=lines.expires,
    )
    return standing(asked, holder.seat.key)


def _visa(asked: TravelAsked) -> Told:
    words = {one.value.replace(" ", "-"): one for one in VisaState if one is not VisaState.UNKNOWN}
    if asked.rest not in words:
        raise Refusal(
            _("“{word}” is no state of a visa: it is one of {words}.").format(word=asked.rest, words=", ".join(words)),
            field="state",
        )
    holder = asked.official
    asked.desk.do(
        travellers.record_visa,
        sponsorship=holder.sponsorship,
        state=words[asked.rest],
        note=asked.note,
        due=asked.due,
    )
    return standing(asked, holder.seat.key)


def _fly(asked: TravelAsked) -> Told:
    flown = asked.desk.do(journeys.scan_boarding_pass, text=" ".join(asked.what))
    words = _("{name}: {flights} flown.") if flown.legs else _("{name}: {flights} was marked flown before.")
    return Told(flown, words.format(name=flown.name, flights=", ".join(flown.legs or flown.already)))


def _goes(to: Travel, asked: TravelAsked) -> Told:
    holder = asked.official
    asked.desk.do(travellers.set_travel, sponsorship=holder.sponsorship, to=to, reason=asked.reason, at=asked.told)
    return standing(asked, holder.seat.key)


def _rooms(asked: TravelAsked) -> Told:
    """Book the nights of one official, or of everybody who has a journey and lacks a room."""
    if asked.what:
        keys = [asked.official.sponsorship]
    else:
        held = (asked.facts.of_seat(seat) for seat in asked.facts.seats)
        keys = [
            one.key
            for one in held
            if one is not None and set(stay_nights(one.itinerary)) - {night.date for night in one.nights}
        ]
    if not keys:
        raise Refusal(_("No room is missing: whoever has a journey has one."), field="what")
    booked = asked.desk.do(rooms.book_stays, sponsorships=keys)
    words = ngettext("Rooms of {number} official are booked.", "Rooms of {number} officials are booked.", len(booked))
    return Told(booked, words.format(number=len(booked)))


def _price(asked: TravelAsked) -> Told:
    nights = asked.desk.do(room_costs.price_rooms, price=" ".join(asked.what), currency=asked.currency)
    words = ngettext("{number} night is committed.", "{number} nights are committed.", nights)
    return Told(nights, words.format(number=nights))


def _quota(asked: TravelAsked) -> Told:
    if not asked.rest.isdecimal():
        raise Refusal(_("How many? Type the delegation and a number, such as HT 2."), field="quota")
    quota = asked.desk.do(seats.set_quota, delegation=asked.delegation, quota=int(asked.rest))
    words = ngettext("{code}: {number} financed seat.", "{code}: {number} financed seats.", quota)
    return Told(quota, words.format(code=asked.delegation, number=quota))


ACTS: Mapping[str, Callable[[TravelAsked], Told]] = {
    "list": _list,
    "show": _show,
    "letter": record_letter,
    "letter-file": letter_file,
    "nominate": _nominate,
    "accept": _accept,
    "decline": partial(_leaves, seats.decline),
    "withdraw": partial(_leaves, seats.withdraw),
    "replace": _replace,
    "release": _release,
    "waive": _waive,
    "passport": _passport,
    "visa": _visa,
    "ticket": travel_journeys.ticket,
    "journey": travel_journeys.journey,
    "hold": travel_journeys.hold,
    "reissue": travel_journeys.reissue,
    "cancel": travel_journeys.cancel,
    "cost": travel_journeys.cost,
    "nights": travel_journeys.nights,
    "fly": _fly,
    "arrived": partial(_goes, Travel.ARRIVED),
    "no-show": partial(_goes, Travel.NO_SHOW),
    "rooms": _rooms,
    "price": _price,
    "quota": _quota,
    "drive": travel_lists.drive,
    "rooms-kept": travel_lists.rooms_kept,
    "rates": travel_rates.rates,
    "rate": travel_rates.rate,
    "exchange": travel_rates.exchange,
    "policies": travel_rates.all_policies,
    "policy": travel_rates.policy,
    "allowance": travel_money.allowance,
    "payments": travel_money.listed,
    "approve": travel_money.approve,
    "pay": travel_money.pay,
    "settle": travel_money.settle,
    "void": travel_money.void,
    "hand-over": travel_lists.hand,
    "handed-over": travel_lists.register,
    "import": import_sheet,
}
