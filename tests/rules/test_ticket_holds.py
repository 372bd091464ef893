"""How long an airline keeps a ticket is never said to be longer than it is."""

from datetime import UTC, datetime, timedelta

import pytest

from cmc_desk.rules.ticket_holds import hold_words

NOW = datetime(2019, 11, 20, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("left", "words"),
    [
        ({"days": 2, "hours": 3, "minutes": 59}, "2 d 3 h left"),
        ({"days": 1}, "1 d 0 h left"),
        ({"hours": 23, "minutes": 5}, "23 h 05 min left"),
        ({"minutes": 59, "seconds": 59}, "59 min left"),
        ({"seconds": 30}, "0 min left"),
        ({}, "hold is over"),
        ({"days": -1}, "hold is over"),
    ],
)
def test_what_is_left_in_words(left: dict[str, int], words: str) -> None:
    assert hold_words(NOW + timedelta(**left), NOW) == words
