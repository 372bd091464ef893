"""Journeys, tickets, nights and costs on the command line."""

from collections.abc import Callable
from datetime import date, timedelta

from cmc_desk.cli.told import Told
from cmc_desk.cli.travel_asked import Someone, TravelAsked
from cmc_desk.cli.travel_standing import standing
from cmc_desk.desk import costs, journeys, rooms
from cmc_desk.desk.airports import airports
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.travel_settings import travel_rules
from cmc_desk.desk.traveller import traveller
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agent_values import read_until
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_facts import Night
from cmc_desk.rules.travel_states import CostKind
from cmc_desk.rules.travel_words import NOMINATION_WORDS, TRAVEL_WORDS
from cmc_desk.rules.typed_legs import read_legs

_NONE = "none"
_MOST = 60
_COSTS = {one.value: one for one in CostKind}


def journey(asked: TravelAsked) -> Told:
    """Write the journey of an official, a leg for each word in quotation marks."""
    holder = asked.official
    facts, host = asked.desk.read(meeting), airports().get(asked.desk.read(travel_rules).arrival_airport)
    legs = read_legs(
        asked.what[1:],
        near=facts.days[0],
        country=host.country if host is not None else facts.host_delegation,
        airports=airports(),
    )
    asked.desk.do(journeys.put_itinerary, sponsorship=holder.sponsorship, legs=list(legs))
    return standing(asked, holder.seat.key)


def hold(asked: TravelAsked) -> Told:
    """Record until when the airline keeps a booking."""
    holder = asked.official
    if not asked.until:
        raise Refusal(_("Until when is it kept? Type --until and a time, such as “2019-11-20 18:00”."), field="until")
    facts = asked.desk.read(meeting)
    until = read_until(asked.until, facts.days[0]).replace(tzinfo=facts.tzinfo)
    asked.desk.do(
        journeys.hold_ticket,
        sponsorship=holder.sponsorship,
        until=until,
        locator=asked.pnr,
        fare=asked.fare,
        currency=asked.currency,
    )
    return standing(asked, holder.seat.key)


def ticket(asked: TravelAsked) -> Told:
    """Record that a ticket was issued."""
    return _issued(asked, journeys.issue_ticket)


def reissue(asked: TravelAsked) -> Told:
    """Record a new ticket in the place of one that was issued."""
    return _issued(asked, journeys.reissue_ticket, refund=asked.refund)


def cancel(asked: TravelAsked) -> Told:
    """Record that a ticket was cancelled, also of somebody who has given the seat up since: what comes back is theirs."""
    one = asked.anybody
    asked.desk.do(journeys.cancel_ticket, sponsorship=one.key, reason=asked.reason, refund=asked.refund)
    return after(asked, one)


def cost(asked: TravelAsked) -> Told:
    """Record what was billed for an official of one kind, also of one who has given the seat up since."""
    one = asked.anybody
    kind = asked.what[1] if len(asked.what) > 1 else ""
    if kind not in _COSTS or len(asked.what) != 3:
        raise Refusal(
            _("Of what kind, and how much? Type one of {kinds} and an amount, with --currency.").format(
                kinds=", ".join(_COSTS)
            ),
            field="kind",
        )
    asked.desk.do(
        costs.set_cost,
        sponsorship=one.key,
        kind=_COSTS[kind],
        currency=asked.currency,
        actual=asked.what[2],
        note=asked.note,
    )
    return after(asked, one)


def nights(asked: TravelAsked) -> Told:
    """Write the nights of an official: days, or from one to another; “none” gives the room up."""
    holder = asked.official
    words = asked.what[1:]
    if not words:
        raise Refusal(
            _("Which nights? Type them as 2019-12-04, from one to another as 2019-12-04..2019-12-06, or none."),
            field="nights",
        )
    usual = asked.desk.read(rooms.usual_nights, sponsorship=holder.sponsorship)
    first = usual[0] if usual else Night(date.min, asked.desk.read(travel_rules).hotel, "", breakfast=True, paid_by="")
    booked = [
        Night(
            day,
            asked.hotel or first.hotel,
            asked.room or first.room,
            first.breakfast if asked.breakfast else False,
            asked.paid_by or first.paid_by,
        )
        for word in words
        for day in _days(word)
    ]
    asked.desk.do(rooms.put_nights, sponsorship=holder.sponsorship, nights=booked)
    return standing(asked, holder.seat.key)


def after(asked: TravelAsked, one: Someone) -> Told:
    """Return where somebody stands after what was done: the seat they hold, or how it ended for them."""
    if one.holds:
        return standing(asked, one.seat)
    found = asked.desk.read(traveller, sponsorship=one.key, now=asked.desk.clock.now())
    words = _("{name}, {seat}: {nomination}; {travel}.").format(
        name=one.name,
        seat=one.seat,
        nomination=_(NOMINATION_WORDS[one.nomination]),
        travel=_(TRAVEL_WORDS[found.one.travel]),
    )
    return Told(found, words)


def _issued(asked: TravelAsked, command: Callable[..., object], **more: str) -> Told:
    holder = asked.official
    asked.desk.do(
        command,
        sponsorship=holder.sponsorship,
        ticket=asked.rest,
        locator=asked.pnr,
        fare=asked.fare,
        currency=asked.currency,
        issued=asked.told,
        **more,
    )
    return standing(asked, holder.seat.key)


def _days(word: str) -> list[date]:
    """Return the days of a word of the command line."""
    if word == _NONE:
        return []
    begins, _dots, ends = word.partition("..")
    try:
        first, last = date.fromisoformat(begins), date.fromisoformat(ends or begins)
    except ValueError:
        raise Refusal(
            _("“{text}” is no night: write it as 2019-12-04, or from one to another as 2019-12-04..2019-12-06.").format(
                text=word
            ),
            field="nights",
        ) from None
    if not first <= last <= first + timedelta(days=_MOST):
        raise Refusal(_("The last night is before the first, or long after it: correct the days."), field="nights")
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]
