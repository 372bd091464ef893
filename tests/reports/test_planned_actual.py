"""The record of planned and actual times on paper."""

from dataclasses import replace
from datetime import timedelta
from gettext import NullTranslations

import pytest

from cmc_desk.reports.planned_actual import render
from cmc_desk.reports.planned_record import DayLine, ItemLine, PlannedActual, minutes_words
from cmc_desk.rules.agenda import ItemState
from cmc_desk.rules.meeting import ItemKind
from cmc_desk.rules.papers import Format
from cmc_desk.rules.planned_actual import Cause
from tests.meetings import DAYS, local
from tests.reports.reading import IMPRINT, page_count, pdf_lines

EN = NullTranslations()
LINE = ItemLine(
    key="opening",
    day=DAYS[0],
    room="",
    title="Opening",
    kind=ItemKind.OPENING,
    state=ItemState.DONE,
    starts=local(0, 9),
    ends=local(0, 9, 45),
    started=local(0, 9, 3),
    ended=local(0, 9, 40),
    order=1,
    length=timedelta(minutes=45),
    spent=timedelta(minutes=37),
    paused=timedelta(),
    produced=timedelta(minutes=-5),
    absorbed=timedelta(),
    cumulative=timedelta(minutes=-5),
    cause=Cause.OVERRUN,
    parts=((Cause.LATE_START, timedelta(minutes=3)), (Cause.OVERRUN, timedelta(minutes=-8))),
)
DAY = DayLine(
    DAYS[0], "", local(0, 9), local(0, 9, 45), local(0, 9, 3), local(0, 9, 40), timedelta(minutes=-5), LINE.parts
)
RECORD = PlannedActual("Kingston", "America/Jamaica", None, None, (DAY,), (LINE,))


def lines(record: PlannedActual) -> list[str]:
    return pdf_lines(render(record, Format.PDF, EN, IMPRINT))


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0"), (29, "0"), (-29, "0"), (30, "+1"), (-30, "−1"), (7 * 60, "+7"), (-89, "−1"), (3600, "+60")],
)
def test_delays_are_told_in_whole_minutes_with_their_sign(seconds: int, words: str) -> None:
    assert minutes_words(timedelta(seconds=seconds)) == words
    assert minutes_words(None) == ""


def test_time_that_was_made_up_has_words_of_its_own() -> None:
    assert LINE.cause_words(EN) == "shorter than planned"
    late = replace(LINE, produced=timedelta(minutes=8), reasons=("Debate",))
    assert late.cause_words(EN) == "overrun (Debate)"
    assert replace(LINE, cause=None).cause_words(EN) == ""


def test_a_day_is_told_in_one_line_before_its_table() -> None:
    assert (
        "Planned 09:00–09:45. Really 09:03–09:40. What cost or made up time: late start +3, shorter than planned −8."
        in lines(RECORD)
    )
    running = replace(DAY, ended=None, causes=())
    found = lines(
        replace(
            RECORD,
            until=local(0, 9, 20),
            days=(running,),
            items=(replace(LINE, ended=None, state=ItemState.RUNNING),),
        )
    )
    assert "Planned 09:00–09:45. Begun at 09:03." in found
    assert any(line.startswith("Drawn up at 2019-12-05 09:20, while the meeting was running.") for line in found)
    assert "09:03–…" in found


def test_a_day_of_which_nothing_was_recorded_has_no_table() -> None:
    planned = replace(
        LINE, state=ItemState.PLANNED, started=None, ended=None, order=None, produced=None, cumulative=None
    )
    found = lines(
        replace(
            RECORD,
            days=(replace(DAY, started=None, ended=None, room="Room A"),),
            items=(replace(planned, room="Room A"),),
        )
    )
    assert "Thursday, 5 December 2019 · Room A" in found
    assert "Planned 09:00–09:45. Nothing was recorded." in found
    assert "Opening" not in found
    skipped = lines(
        replace(
            RECORD, days=(replace(DAY, started=None, ended=None),), items=(replace(planned, state=ItemState.SKIPPED),)
        )
    )
    assert "skipped" in skipped


def test_an_empty_record_says_so() -> None:
    assert "Nothing stands on the agenda yet." in lines(PlannedActual("", "UTC", None, None))


def test_a_long_record_goes_on_over_the_page_with_its_heading() -> None:
    many = replace(RECORD, items=tuple(replace(LINE, key=str(number)) for number in range(60)))
    content = render(many, Format.PDF, EN, IMPRINT)
    assert page_count(content) == 3
    assert pdf_lines(content).count("Behind") == 3
