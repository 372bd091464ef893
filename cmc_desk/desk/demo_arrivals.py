"""The sponsored travel of the demo from two days before the meeting to its end: arrivals, who does not come, and what is paid."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from functools import partial

from cmc_desk.desk import allowances, journeys, manifest, payments, travel_at_once, travellers
from cmc_desk.desk.demo_officials import boarding_pass, legs_out, seated
from cmc_desk.desk.demo_play import Play, move
from cmc_desk.desk.demo_travel import HOTEL, TRAVEL_DESK, local
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.passengers import passengers
from cmc_desk.desk.payment_rows import lines_by_sponsorship
from cmc_desk.rules.boarding_pass import looks_like_a_boarding_pass
from cmc_desk.rules.passengers import Passenger
from cmc_desk.rules.sent_lists import ListKind
from cmc_desk.rules.travel_states import PaymentState, Travel, VisaState

# The visa came after all, and with it the tickets that were on hold.
_VISA_CAME = ("HT", "Example-Pierre")
_TICKETS = {
    _VISA_CAME: "001-2400009002",
    ("AI", "Example-Hodge"): "140-2400009003",
    ("DM", "Example-Toulon"): "140-2400009004",
}
# What still was missing when their flights left, and who did not board.
_STAYED = (("HT", "Sample-Dorval"), ("CU", "Specimen-Valdés"), ("VG", "Sample-Frett"))
_NO_SHOW = ("SR", "Sample-Sno")
_PAID_FIRST = ("TT", "GD", "KY", "LC")
_IN_LOCAL_CASH = ("KY", "Example-Pond")
# Whoever cannot find the boarding pass waits for the money.
_WITHOUT_PASS = (("AW", "Muster-Croes"), ("CW", "Example-Winklaar"))
_FROM_THE_PLANE = timedelta(minutes=50)


def until_the_opening(desk: Desk) -> None:
    """Live through the last two days before the meeting: the last tickets, arrivals wave by wave, a no-show, the first payments."""
    desk.author = TRAVEL_DESK
    first = desk.read(meeting).days[0]
    move(desk, local(desk, first - timedelta(days=2), time(16, 10)))
    here = seated(desk)
    desk.do(travellers.record_visa, sponsorship=here[_VISA_CAME].key, state=VisaState.OBTAINED, note="US transit")
    for who, ticket in _TICKETS.items():
        desk.do(journeys.issue_ticket, sponsorship=here[who].key, ticket=ticket)
    evening = local(desk, first - timedelta(days=1), time(18, 30))
    opens = local(desk, first, time(7))
    _arrive(desk, until=evening)
    move(desk, evening)
    desk.do(
        travellers.set_travel,
        sponsorship=here[_NO_SHOW].key,
        to=Travel.NO_SHOW,
        reason="Was not on board; the ministry says: taken ill",
    )
    _pay_first(desk)
    _arrive(desk, until=opens)


def plan_travel_desk(play: Play, number: int) -> None:
    """Let the travel desk work on a day of the meeting: whoever lands in the morning, and over lunch boarding passes and payments."""
    desk = play.desk
    day = desk.read(meeting).days[number]
    for at, keys in _waves(desk):
        if at.date() == day:
            play.at(at, TRAVEL_DESK, partial(desk.do, travel_at_once.arrive_all, sponsorships=keys))
    if number == 0:
        of_the_host = [one.key for (code, _name), one in seated(desk).items() if code == "JM"]
        come = partial(desk.do, travel_at_once.arrive_all, sponsorships=of_the_host)
        play.at(local(desk, day, time(8, 21)), TRAVEL_DESK, come)
    lunch = local(desk, day, time(13, 2))
    play.at(lunch, TRAVEL_DESK, partial(_lunch, play, lunch))
    if number:
        send = partial(desk.do, manifest.send_list, kind=ListKind.DEPARTURES, recipient=f"Drivers, {HOTEL}")
        play.at(local(desk, day, time(16, 40)), TRAVEL_DESK, send)


def not_here(desk: Desk) -> frozenset[str]:
    """Return the participants on seats who have not arrived in the country: they cannot stand at the desk."""
    there = (Travel.ARRIVED, Travel.TRAVELLED_BACK)
    return frozenset(one.participant for who, one in seated(desk).items() if one.travel not in there and who[0] != "JM")


def _arrive(desk: Desk, *, until: datetime) -> None:
    for at, keys in _waves(desk):
        if desk.clock.now() < at <= until:
            move(desk, at)
            desk.do(travel_at_once.arrive_all, sponsorships=keys)


def _waves(desk: Desk) -> list[tuple[datetime, list[str]]]:
    """Return who still arrives with which flight, and when they stand at the hotel."""
    stay = {seated(desk)[who].key for who in (*_STAYED, _NO_SHOW)}
    found: defaultdict[datetime, list[str]] = defaultdict(list)
    for one in desk.read(passengers):
        legs = legs_out(one.itinerary)
        if legs and one.travel is Travel.TICKETED and one.key not in stay:
            found[legs[-1].arrives + _FROM_THE_PLANE].append(one.key)
    return sorted(found.items())


def _pay_first(desk: Desk) -> None:
    """Pay those who are at the hotel with their boarding passes on the evening before; one of them in the money of the country."""
    here = seated(desk)
    ready = [one for one in _waiting(desk) if one.delegation in _PAID_FIRST]
    for one in ready:
        _hand_in(desk, one)
    in_local_cash = here[_IN_LOCAL_CASH].key
    lines = _lines(desk, PaymentState.COMPUTED)
    usual = tuple(lines[one.key] for one in ready if one.key in lines and one.key != in_local_cash)
    desk.do(payments.approve_payments, payments=usual)
    desk.do(payments.approve, payment=lines[in_local_cash], currency="JMD")
    for payment in (*usual, lines[in_local_cash]):
        desk.do(payments.pay, payment=payment)


def _lunch(play: Play, at: datetime) -> None:
    """Compute and approve what is due, then let those who wait come one by one with their boarding passes."""
    desk = play.desk
    waiting = [one for one in _waiting(desk) if one.family_name not in {name for _code, name in _WITHOUT_PASS}]
    if not waiting:
        return
    desk.do(allowances.compute_allowances, sponsorships=tuple(one.key for one in waiting))
    lines = _lines(desk, PaymentState.COMPUTED)
    desk.do(payments.approve_payments, payments=tuple(lines[one.key] for one in waiting))
    for place, one in enumerate(waiting, start=1):
        play.at(at + timedelta(seconds=65 * place), TRAVEL_DESK, partial(_sign, desk, one, lines[one.key]))


def _sign(desk: Desk, one: Passenger, payment: str) -> None:
    _hand_in(desk, one)
    desk.do(payments.pay, payment=payment)


def _hand_in(desk: Desk, one: Passenger) -> None:
    if one.itinerary is not None:
        for leg in legs_out(one.itinerary):
            text = boarding_pass(one.itinerary, leg)
            if looks_like_a_boarding_pass(text):
                desk.do(journeys.scan_boarding_pass, text=text)
            else:
                # The family name alone fills the field of the name: no scanner can say whose it is.
                desk.do(journeys.mark_flown, sponsorship=one.key, leg=leg.key, evidence="Boarding pass seen")


def _waiting(desk: Desk) -> Sequence[Passenger]:
    """Return who has arrived by air and is not paid yet."""
    paid = _lines(desk, PaymentState.PAID)
    return [
        one for one in desk.read(passengers) if one.itinerary and one.travel is Travel.ARRIVED and one.key not in paid
    ]


def _lines(desk: Desk, state: PaymentState) -> dict[str, str]:
    lines = desk.read(lines_by_sponsorship)
    return {sponsorship: line.key for sponsorship, some in lines.items() for line in some if line.state is state}
