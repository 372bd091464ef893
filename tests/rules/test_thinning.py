"""Which backups are kept as they grow older."""

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given, settings
from hypothesis import strategies as st

from cmc_desk.rules.thinning import keep

NOW = datetime(2019, 12, 31, 12, 0, tzinfo=UTC)


def ago(**amount: float) -> datetime:
    return NOW - timedelta(**amount)


def between(kept: tuple[datetime, ...], older: datetime, newer: datetime) -> list[datetime]:
    return [at for at in kept if older <= at < newer]


def test_a_month_of_copies_every_thirty_seconds_is_thinned() -> None:
    times = [ago(seconds=30 * n) for n in range(30 * 24 * 120)]
    kept = keep(times, now=NOW)
    assert list(kept) == sorted(kept)
    assert kept[-1] == NOW
    assert len(between(kept, ago(hours=1), NOW)) == 120
    assert len(between(kept, ago(days=1), ago(hours=1))) == 23 * 6
    assert len(between(kept, ago(days=7), ago(days=1))) == 6 * 24
    assert [at.day for at in between(kept, ago(days=29), ago(days=7))] == list(range(2, 25))


def test_of_each_older_slot_the_newest_is_kept() -> None:
    times = [ago(hours=2, minutes=m) for m in (1, 4, 9)]
    assert keep(times, now=NOW) == (times[0],)


def test_the_newest_is_kept_however_old_it_is() -> None:
    assert keep([ago(days=400), ago(days=399, hours=23)], now=NOW)[-1] == ago(days=399, hours=23)


def test_what_a_jumped_clock_put_into_the_future_is_kept() -> None:
    future = [NOW + timedelta(days=n, seconds=s) for n in (1, 2) for s in (0, 1)]
    assert keep(future, now=NOW) == tuple(sorted(future))


def test_nothing_is_kept_of_nothing() -> None:
    assert keep([], now=NOW) == ()


def test_days_are_those_of_the_zone_of_now() -> None:
    kingston = timezone(timedelta(hours=-5))
    evening, night = datetime(2019, 12, 5, 23, 30, tzinfo=UTC), datetime(2019, 12, 6, 3, 0, tzinfo=UTC)
    assert keep([evening, night], now=NOW) == (evening, night)
    assert keep([evening, night], now=NOW.astimezone(kingston)) == (night,)


@given(st.lists(st.integers(0, 40 * 24 * 3600), max_size=60), st.integers(0, 10 * 24 * 3600))
@settings(max_examples=80)
def test_thinning_keeps_the_newest_repeats_to_the_same_and_leaves_a_copy_of_every_day(
    seconds: list[int], later: int
) -> None:
    times = [ago(seconds=s) for s in seconds]
    kept = keep(times, now=NOW)
    assert set(kept) <= set(times)
    assert kept[-1:] == tuple(sorted(times)[-1:])
    assert keep(kept, now=NOW) == kept
    after = keep(kept, now=NOW + timedelta(seconds=later))
    days = {at.date() for at in times}
    assert {at.date() for at in after} == days
