"""What a form says at once happens at once, or not at all."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from cmc_desk.desk.provided_days import provided_rows
from cmc_desk.desk.travel_facts import travel_facts
from cmc_desk.desk.travel_forms import change_seats, provide, typed_quota
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_facts import Share
from cmc_desk.rules.travel_states import Profile
from tests.desk.seated import Seated


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Seated]:
    made = Seated(tmp_path)
    yield made
    made.desk.close()


def test_shares_and_quota_are_changed_together_or_not_at_all(meeting: Seated) -> None:
    meeting.accepted("HT-1", "anais")
    meeting.accepted("HT-2", "jose")
    shares = [Share("IOM", 4000), Share("UNHCR", 6000)]
    about = {"delegation": "HT", "seat": "HT-1", "profile": Profile.IMMIGRATION, "shares": shares}
    assert "held" in meeting.refused(change_seats, quota=1, **about)
    meeting.do(change_seats, quota=3, **about)
    seats = [seat for seat in meeting.desk.read(travel_facts).seats if seat.delegation == "HT"]
    assert len(seats) == 3
    assert seats[0].shares == tuple(shares)


def test_what_is_provided_is_not_settled_where_nothing_can_be_computed(meeting: Seated) -> None:
    key = meeting.accepted("HT-1", "anais")
    meeting.refused(provide, sponsorship=key, day=date(2019, 12, 5), letters="RBL")
    assert meeting.desk.read(provided_rows) == ()


@pytest.mark.parametrize("text", ["", "-1", "²", "2.5", "1000"])
def test_a_quota_is_a_whole_number(text: str) -> None:
    with pytest.raises(Refusal, match="whole number"):
        typed_quota(text)
    assert typed_quota("9") == 9
