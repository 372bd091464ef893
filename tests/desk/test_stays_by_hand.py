"""Stays that are entered by hand hold until the journey is to say again what they are; and a lunch is for whoever is there."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from cmc_desk.desk import allowances, daily_rates
from cmc_desk.desk.desk import Desk
from cmc_desk.rules.allowance_stays import Stay
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_states import Travel
from tests.desk.journeyed import at
from tests.desk.sponsored import computed, financed, journey, official
from tests.meetings import open_desk

KINGSTON = Stay("KIN", at(4, 15, 40), at(7, 9, 15))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(tmp_path)
    financed(opened)
    official(opened)
    yield opened
    opened.close()


def by_hand(desk: Desk) -> bool:
    found = desk.read(allowances.allowance_of, sponsorship="anais")
    assert found is not None
    return found.by_hand


def test_what_was_entered_is_forgotten_though_it_comes_to_the_same(desk: Desk) -> None:
    first = desk.do(allowances.compute_allowance, sponsorship="anais", stays=(KINGSTON,))
    assert by_hand(desk)
    again = desk.do(allowances.compute_allowance, sponsorship="anais", by_journey=True)
    assert (again.net, again.version) == (first.net, 2)
    assert not by_hand(desk)
    journey(desk, "anais", version=2, home=datetime(2019, 12, 6, 14, 15, tzinfo=UTC))
    assert computed(desk).net < first.net


def test_what_was_entered_holds_whatever_becomes_of_the_journey(desk: Desk) -> None:
    first = desk.do(allowances.compute_allowance, sponsorship="anais", stays=(KINGSTON,))
    journey(desk, "anais", version=2, home=datetime(2019, 12, 6, 14, 15, tzinfo=UTC))
    assert computed(desk) == first
    by_the_journey = desk.read(allowances.allowance_preview, sponsorship="anais", by_journey=True)
    assert len(by_the_journey.days) == 3


def test_whoever_has_seen_to_the_journey_is_paid_by_stays(desk: Desk) -> None:
    official(desk, "jose", travel=Travel.ARRIVED, rooms=False)
    with desk.store.write() as session:
        session.connection().exec_driver_sql("DELETE FROM leg WHERE itinerary LIKE 'jose-%'")
    with pytest.raises(Refusal, match="or the stays by hand"):
        computed(desk, "jose")
    assert desk.do(allowances.compute_allowance, sponsorship="jose", stays=(KINGSTON,)).net > 0


@pytest.mark.parametrize(("place", "letters"), [("MIA", ""), ("Miami", ""), ("MBJ", "L"), ("KIN", "L"), ("Here", "L")])
def test_the_lunch_of_the_meeting_is_deducted_only_in_its_country(desk: Desk, place: str, letters: str) -> None:
    desk.do(
        daily_rates.set_rate,
        place=place,
        since=date(2019, 12, 1),
        amount="200",
        currency="USD",
        source="Sample circular",
    )
    stays = (Stay(place, at(4, 20), at(5, 20)), Stay("KIN", at(5, 22), at(7, 9)))
    found = desk.read(allowances.allowance_preview, sponsorship="anais", stays=stays)
    assert found.days[1].provided.replace("R", "").replace("B", "") == letters
