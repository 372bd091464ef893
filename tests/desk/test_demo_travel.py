"""The sponsored travel of the demo: the wall as it is drawn two days before, every state on the morning of the meeting, whole books at its end."""

from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

import pytest

from cmc_desk.desk import demo_meeting
from cmc_desk.desk.daily_rates import daily_rates, exchange_rates
from cmc_desk.desk.demo_moments import Moment
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.journal_list import journal_lines
from cmc_desk.desk.opening import open_meeting
from cmc_desk.desk.overview import overview
from cmc_desk.desk.payment_list import payment_lines
from cmc_desk.desk.report_attendance import attended
from cmc_desk.desk.seat_wall import SeatWall, WallSeat, seat_wall
from cmc_desk.desk.travel_budget import budget
from cmc_desk.desk.traveller import Traveller, traveller
from cmc_desk.rules.travel_funnel import Stage
from cmc_desk.rules.travel_states import CostKind, Headline, Nomination, Standing, Step
from tests.desk.demo_days import left_at
from tests.meetings import DESK_A


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Return the demo two days before the meeting, at the wall."""
    desk = left_at(Moment.SEATS, tmp_path_factory.mktemp("demo") / "demo.cmc")
    yield desk
    desk.close()


def wall(desk: Desk) -> SeatWall:
    return desk.read(seat_wall, now=desk.clock.now(), texts=NullTranslations())


def seat(desk: Desk, key: str) -> WallSeat:
    return next(one for row in wall(desk).rows for one in row.seats if one.seat.key == key)


def shown(desk: Desk, key: str) -> Traveller:
    return desk.read(traveller, sponsorship=seat(desk, key).sponsorship, now=desk.clock.now(), texts=NullTranslations())


def test_two_days_before_the_wall_stands_as_it_is_drawn(before: Desk) -> None:
    found = wall(before)
    assert (found.financed, found.local, len(found.rows)) == (46, 2, 24)
    assert found.counts == {
        Headline.READY: 37,
        Headline.TICKET: 3,
        Headline.VISA: 2,
        Headline.PASSPORT: 1,
        Headline.LETTER_AWAITED: 1,
        Headline.NO_NOMINEE: 1,
        Headline.ARRIVED: 1,
        Headline.LOCAL: 2,
    }
    assert found.not_ready == 8
    # Somebody who landed yesterday without having handed in the boarding pass is asked for it, and blocked by nothing.
    assert [one.seat.key for row in found.rows for one in row.seats if one.blocked] == ["HT-1", "HT-2", "MS-2", "SX-2"]
    assert f"{before.clock.now():%Y-%m-%d %H:%M:%S}" == "2019-12-03 14:32:07"
    (last, *_others) = reversed(before.read(journal_lines))
    assert (last.kind, last.operator) == ("travel.issue_ticket", "S. Example-Grant")


def test_of_the_traveller_that_is_drawn_the_visa_blocks_and_the_hold_is_due(before: Desk) -> None:
    pierre = shown(before, "HT-2")
    steps = {state.step: (state.standing, state.why) for state in pierre.steps}
    assert steps[Step.LETTER] == (Standing.DONE, "Received 8 Nov")
    assert steps[Step.ACCEPTANCE] == (Standing.DONE, "Confirmed 15 Nov")
    assert steps[Step.PASSPORT] == (Standing.DONE, "Valid to 14 Jul 2021")
    assert steps[Step.VISA][0] is Standing.BLOCKS
    assert steps[Step.TICKET] == (Standing.DUE, "On hold, expires today 18:00")
    assert steps[Step.ROOM] == (Standing.DONE, "Spanish Court Hotel, 3 nights")
    (line,) = (one for one in before.read(payment_lines) if one.sponsorship == pierre.one.key)
    assert [str(day.net) for day in line.allowance.days] == ["120.00", "91.20", "91.20", "96.00"]
    assert (line.amount, line.currency) == (39840, "USD")


def test_rates_say_that_they_are_examples(before: Desk) -> None:
    sources = {rate.source for rate in before.read(daily_rates)} | {rate.source for rate in before.read(exchange_rates)}
    assert sources == {"Example, not a published rate"}


def test_who_was_replaced_with_a_ticket_has_left_a_cost_and_a_chain(before: Desk) -> None:
    follows = shown(before, "BS-2")
    left, here = follows.chain
    assert (left.name, left.state.nomination) == ("Clyde Specimen-Moxey", Nomination.REPLACED)
    assert (here.name, follows.headline) == ("Latoya Example-Knowles", Headline.READY)
    gone = before.read(traveller, sponsorship=left.sponsorship, now=before.clock.now())
    assert gone.replacement.sunk == (("USD", 30000),)


def test_what_is_lost_stays_in_the_budget_and_rooms_that_were_given_up_do_not(before: Desk) -> None:
    (unhcr,) = (row for row in before.read(budget, day=before.clock.now().date()) if row.agency == "UNHCR")
    hotel = next(row for row in unhcr.rows if row.kind is CostKind.HOTEL)
    rooms = [one for row in wall(before).rows for one in row.seats if one.seat.number == 2 and one.sponsorship]
    nights = sum(len(shown(before, one.seat.key).one.nights) for one in rooms if one.seat.delegation != "JM")
    assert hotel.amounts.committed == nights * 11800
    assert unhcr.unconverted == ()
    assert unhcr.left is not None
    assert unhcr.left > 0


def test_on_the_morning_of_the_meeting_every_state_is_on_the_wall(tmp_path: Path) -> None:
    file = tmp_path / "demo.cmc"
    demo_meeting.ensure(file)
    desk = open_meeting(file, author=DESK_A)
    found = wall(desk).counts
    desk.close()
    assert set(found) == {
        *(Headline.READY, Headline.ARRIVED, Headline.PAID, Headline.NO_SHOW, Headline.LOCAL),
        *(Headline.LETTER_AWAITED, Headline.NO_NOMINEE),
        *(Headline.PASSPORT, Headline.VISA, Headline.TICKET),
    }


def test_the_report_counts_as_financed_whom_the_overview_counts(before: Desk) -> None:
    delegations = before.read(attended, language="en").delegations
    travel = before.read(overview, now=before.clock.now()).travel
    assert sum(one.financed for one in delegations) == travel.count(Stage.NOMINATED)
    assert [one.financed for one in delegations if one.code == "JM"] == [0]
