"""What cannot be is refused with one sentence, and the meeting file has not a byte of it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from cmc_desk.desk import allowance_policies, daily_rates, journeys
from cmc_desk.desk.agent_sheet import preview_agent_sheet, read_agent_text
from cmc_desk.desk.desk import Desk
from cmc_desk.exchange.policy_file import default_policies
from cmc_desk.rules.refusal import Refusal
from tests.desk.journeyed import HOME, THERE, at, both, open_travel

POLICY = next(iter(default_policies().policies.values()))
HEAD = "Name\tFlight\tFrom\tTo\tDate\tDeparts\tArrives"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_travel(tmp_path)
    yield opened
    opened.close()


def everything(desk: Desk) -> list[Any]:
    """Return every row of every table."""
    with desk.store.read() as session:
        names = session.execute(text("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")).scalars()
        return [(name, session.execute(text(f'SELECT * FROM "{name}"')).all()) for name in names.all()]


def _journey(desk: Desk, key: str, **changes: Any) -> None:
    desk.do(journeys.put_itinerary, sponsorship=key, legs=[replace(THERE, **changes), HOME])


def _rate(desk: Desk, _key: str) -> None:
    desk.do(daily_rates.set_rate, place="KIN", since=date(2019, 12, 1), amount="-240", currency="USD", source="Example")


def _policy(desk: Desk, _key: str) -> None:
    desk.do(allowance_policies.put_policy, policy=replace(POLICY, room=Decimal("0.95")))


def _list_of_others(desk: Desk, _key: str) -> None:
    row = "OTHER/PERSON\tBW 415\tBGI\tKIN\t4 Dec 2019\t14:35\t16:10"
    preview_agent_sheet(desk, read_agent_text(f"{HEAD}\n{row}"))


def _list_of_march(desk: Desk, _key: str) -> None:
    row = "MUSTER-ZOLC/ANAIS\tBW 415\tPAP\tKIN\t4 Mar 2019\t14:35\t15:40"
    preview_agent_sheet(desk, read_agent_text(f"{HEAD}\n{row}"))


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (lambda desk, key: _journey(desk, key, arrives=at(4, 14, 0)), "BW 415 arrives before it leaves"),
        (lambda desk, key: _journey(desk, key, arrives=at(6, 14, 0)), "BW 415 would take 47 h 25"),
        (lambda desk, key: _journey(desk, key, origin="ZZZ"), "ZZZ"),
        (lambda desk, key: _journey(desk, key, destination="MBJ"), "BW 415 ends at MBJ, and BW 414 begins at KIN"),
        (lambda desk, key: _journey(desk, key, departs=datetime.max), "Nobody flies in the year 9999"),  # noqa: DTZ901 - on the clocks of an airport
        (_rate, "negative|below"),
        (_policy, "more than 100 %"),
        (_list_of_others, "has a financed seat at this meeting: it is the list of another one"),
        (_list_of_march, "far from 2019-12-05: it is the list of another meeting"),
    ],
)
def test_one_sentence_and_nothing_half_done(desk: Desk, act: Callable[[Desk, str], None], said: str) -> None:
    key, _other = both(desk)
    before = everything(desk)
    with pytest.raises(Refusal, match=said) as refused:
        act(desk, key)
    sentence = refused.value.sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert everything(desk) == before
