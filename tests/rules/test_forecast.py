"""The forecast of a list of speakers: a range that today's speeches pull away from what is usual."""

from datetime import UTC, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.agenda_plan import ZERO
from cmc_desk.rules.forecast import Forecast, Spoken, forecast
from tests.rules.agenda_days import at, minutes

NOW = at("12:00").astimezone(UTC)
CHANGE = timedelta(seconds=20)
FORTY = [timedelta(minutes=3, seconds=2)] * 40


def test_before_anybody_spoke_forty_speakers_end_a_little_late() -> None:
    found = forecast(NOW, waiting=FORTY, changeover=CHANGE, today=(), until=at("14:15"), seed=1)
    # Without overruns they end at 14:14:20; a tenth more of two hours are twelve minutes.
    assert at("14:20") < found.p50 < at("14:30")
    assert found.p50 < found.p80 < at("14:45")
    assert found.on_time is not None
    assert 0 < found.on_time < 0.5


def test_a_day_of_short_speeches_ends_earlier_and_is_surer_of_it() -> None:
    short = [Spoken(minutes(2), minutes(3))] * 60
    found = forecast(NOW, waiting=FORTY, changeover=CHANGE, today=short, until=at("14:15"), seed=1)
    none = forecast(NOW, waiting=FORTY, changeover=CHANGE, today=(), until=at("14:15"), seed=1)
    assert found.p80 < none.p50
    assert found.p80 - found.p50 < none.p80 - none.p50
    assert found.on_time == 1.0


def test_whoever_speaks_already_counts_with_what_is_left() -> None:
    def ends(spoken: float) -> Forecast:
        return forecast(
            NOW, waiting=(), changeover=CHANGE, today=(), speaking=Spoken(minutes(spoken), minutes(10)), seed=7
        )

    assert NOW + minutes(7) < ends(0).p50 < NOW + minutes(13)
    assert ends(30) == Forecast(NOW, NOW, None)
    assert NOW < ends(12).p50 < ends(5).p50


def test_changeovers_pass_between_speakers_only() -> None:
    def ends(speaking: Spoken | None) -> Forecast:
        return forecast(NOW, waiting=[ZERO] * 3, changeover=minutes(1), today=(), speaking=speaking, seed=1)

    assert ends(None).p50 == NOW + minutes(2)
    assert ends(Spoken(minutes(9), minutes(1))).p50 == NOW + minutes(3)


def test_nothing_is_on_time_that_must_wait_for_a_minimum() -> None:
    def on_time(earliest: str) -> float | None:
        known = {"waiting": [minutes(1)], "changeover": CHANGE, "today": (), "until": at("13:00"), "seed": 1}
        return forecast(NOW, earliest=at(earliest), **known).on_time  # type: ignore[arg-type]

    assert (on_time("13:00"), on_time("13:08")) == (1.0, 0.0)


def test_work_after_the_last_speaker_comes_before_the_fixed_point() -> None:
    found = forecast(NOW, waiting=(), changeover=CHANGE, today=(), after=minutes(20), until=NOW + minutes(19), seed=1)
    assert found == Forecast(NOW + minutes(20), NOW + minutes(20), 0.0)


def test_a_list_that_goes_on_after_lunch_counts_to_its_end_but_lunch_only_those_before_it() -> None:
    usual = [Spoken(minutes(3), minutes(3))] * 400
    lunch = (at("13:00"), at("14:30"))

    def found(before: int | None) -> Forecast:
        waiting = [minutes(3)] * 30
        return forecast(
            NOW, waiting=waiting, changeover=ZERO, today=usual, until=lunch[0], before=before, rests=[lunch], seed=3
        )

    part, whole = found(15), found(None)
    # Ninety minutes of speeches from noon: an hour before lunch, the rest after it.
    assert at("14:58") < part.p50 < at("15:06")
    assert part.on_time is not None
    assert whole.on_time is not None
    assert part.on_time > 0.95
    assert whole.on_time == 0.0
    assert found(0).on_time == 1.0


def test_who_is_through_before_the_rest_is_not_moved_behind_it() -> None:
    rest = (NOW + minutes(10), NOW + minutes(60))
    found = forecast(NOW, waiting=(), changeover=CHANGE, today=(), after=minutes(10), rests=[rest], seed=1)
    assert found.p50 == NOW + minutes(10)
    later = forecast(NOW, waiting=(), changeover=CHANGE, today=(), after=minutes(11), rests=[rest], seed=1)
    assert later.p50 == NOW + minutes(61)


@given(
    limits=st.lists(st.integers(30, 600), max_size=12),
    spoken=st.lists(st.tuples(st.integers(0, 900), st.integers(0, 600)), max_size=8),
    window=st.integers(0, 7200),
    seed=st.integers(),
)
def test_the_same_seed_gives_the_same_range_and_it_never_ends_in_the_past(
    limits: list[int], spoken: list[tuple[int, int]], window: int, seed: int
) -> None:
    def once() -> Forecast:
        return forecast(
            NOW,
            waiting=[timedelta(seconds=limit) for limit in limits],
            changeover=CHANGE,
            today=[Spoken(timedelta(seconds=one), timedelta(seconds=other)) for one, other in spoken],
            until=NOW + timedelta(seconds=window),
            seed=seed,
            runs=40,
        )

    found = once()
    assert found == once()
    assert NOW <= found.p50 <= found.p80
    assert found.on_time is not None
    assert 0 <= found.on_time <= 1
