"""Columns refuse what SQLite would quietly accept, and give back what was put in."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects.sqlite import dialect

from cmc_desk.db.types import UtcDateTime, Word
from cmc_desk.rules.people import Status

SQLITE: Any = dialect()
EARLIEST, LATEST = (datetime(year, 1, 3, tzinfo=UTC).replace(tzinfo=None) for year in (1900, 2200))
zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@given(at=st.datetimes(min_value=EARLIEST, max_value=LATEST, timezones=zones))
def test_an_instant_comes_back_as_the_same_instant_in_utc(at: datetime) -> None:
    kind = UtcDateTime()
    kept = kind.process_bind_param(at, SQLITE)
    back = kind.process_result_value(kept, SQLITE)
    assert back == at
    assert back is not None
    assert back.tzinfo is UTC


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        UtcDateTime().process_bind_param(EARLIEST, SQLITE)


def test_nothing_stays_nothing() -> None:
    assert UtcDateTime().process_bind_param(None, SQLITE) is None
    assert UtcDateTime().process_result_value(None, SQLITE) is None
    assert Word(Status).process_bind_param(None, SQLITE) is None
    assert Word(Status).process_result_value(None, SQLITE) is None


def test_a_word_is_kept_as_itself_and_no_other_word_is_taken() -> None:
    kind = Word(Status)
    for status in Status:
        assert kind.process_bind_param(status, SQLITE) == status.value
        assert kind.process_result_value(status.value, SQLITE) is status
    with pytest.raises(ValueError, match="lost"):
        kind.process_bind_param("lost", SQLITE)
