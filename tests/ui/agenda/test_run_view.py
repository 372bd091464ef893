"""What the Run mode shows: planned, expected and actual, the next fixed point, over time, and what chance has in store."""

from datetime import UTC, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from cmc_desk.desk import agenda, agenda_plan
from cmc_desk.rules.meeting import ItemKind
from cmc_desk.ui.agenda.forecasting import question_of
from cmc_desk.ui.agenda.rehearsal import agenda_states
from cmc_desk.ui.parts.runs import plain
from tests.meetings import ZONE, clock_of, local
from tests.ui.agenda.stand import TOPIC, Chair


def test_before_the_meeting_the_card_counts_to_its_beginning(chair: Chair) -> None:
    chair.at(8, 20)
    card = chair.page.run.card
    assert card.countdown.words() == "10:00"
    assert card.started.text() == "until it begins"
    assert card.next.accessibleName().startswith("Start: ")
    assert not card.pause.isEnabled()


def test_planned_expected_and_actual_stand_beside_one_another(hearing: Chair) -> None:
    hearing.at(10, 30)
    assert hearing.rundown() == [
        ("Day1-registration", "", "08:41 – 09:02", "+11 min"),
        ("Opening", "", "09:02 – 09:48", "+2 min"),
        ("Coffee", "", "09:48 – 10:19", "+3 min"),
        ("Context", "10:19", "10:19 –", "+4 min"),
    ]
    card = hearing.page.run.card
    assert (card.title.text(), card.countdown.words()) == ("Context", "1:34:00")
    assert card.started.text() == "started 10:19 · 11:00 used"
    assert (
        plain(hearing.page.run.rundown.closing._runs)
        == "Day closes  12:04  4 min behind — nothing absorbs the delay: make up time with one key"
    )


def test_over_time_is_told_by_sign_colour_and_hatching(hearing: Chair) -> None:
    hearing.at(12, 4)
    card = hearing.page.run.card
    assert card.countdown.words() == "0:00"
    hearing.later(seconds=1)
    assert card.countdown.words() == "+0:01"
    assert [piece.look for piece in card.bar._pieces] == ["full", "hatched"]


def test_the_slack_line_says_who_still_fits(hearing: Chair) -> None:
    chair = hearing
    chair.desk.do(
        agenda_plan.put_line,
        id="",
        day=local(0, 12).date(),
        starts=local(0, 12),
        ends=local(0, 13),
        title="Lunch",
        kind=ItemKind.LUNCH,
    )
    chair.desk.do(agenda.add_time, item="context", seconds=-240)
    chair.at(11, 48)
    assert plain(chair.page.run.card.slack._line._runs) == "Lunch in 12 min · 2 fit by the limits, the next ends 12:03"
    chair.later(minutes=14)
    assert plain(chair.page.run.card.slack._line._runs).startswith("Slack to Lunch −2 min")


def test_times_are_those_of_the_meeting_whatever_clock_the_computer_has(hearing: Chair) -> None:
    """The clock of a computer tells UTC."""
    chair = hearing
    chair.desk.do(
        agenda_plan.put_line,
        id="",
        day=local(0, 12).date(),
        starts=local(0, 12),
        ends=local(0, 13),
        title="Lunch",
        kind=ItemKind.LUNCH,
    )
    clock_of(chair.desk).move_to(local(0, 11, 44).astimezone(UTC))
    chair.window.tick()
    assert plain(chair.page.run.card.slack._more._runs).endswith("3 fit by the limits, the next ends 12:03")
    chair.press(Qt.Key.Key_N)
    chair.later(minutes=2)
    chair.page.run.reload(frozenset({"*"}))
    assert plain(chair.page.run.rundown.second._runs).startswith("Forecast: all speakers through by 1")
    assert " 16:" not in plain(chair.page.run.rundown.second._runs)


def test_the_forecast_is_there_once_somebody_is_heard(hearing: Chair) -> None:
    hearing.press(Qt.Key.Key_N)
    words = plain(hearing.page.run.rundown.second._runs)
    assert words.startswith("Forecast: all speakers through by 10:3")
    hearing.press(Qt.Key.Key_Space)
    assert plain(hearing.page.run.rundown.second._runs) == ""


def test_the_forecast_of_a_list_that_goes_on_after_lunch_counts_over_lunch(hearing: Chair) -> None:
    desk, live = hearing.desk, hearing.page.context.live

    def put(title: str, begins: tuple[int, int], ends: tuple[int, int], kind: ItemKind, topic: str = "") -> None:
        desk.do(
            agenda_plan.put_line,
            id="",
            day=local(0, 12).date(),
            starts=local(0, *begins),
            ends=local(0, *ends),
            title=title,
            kind=kind,
            topic=topic,
        )

    put("Lunch", (12, 0), (13, 0), ItemKind.LUNCH)
    put("Continued", (13, 0), (14, 0), ItemKind.PRESENTATION, TOPIC)
    # Three minutes before lunch: of the three who wait nobody fits but whoever speaks.
    hearing.at(11, 55)
    hearing.press(Qt.Key.Key_N)
    floor = live.floor(TOPIC)
    assert floor is not None
    question = question_of(live, hearing.page.run.moment(), floor, "")
    assert question is not None
    assert (question.before, len(question.waiting)) == (0, 3)
    assert [(begins.astimezone(ZONE), ends.astimezone(ZONE)) for begins, ends in question.rests] == [
        (local(0, 12), local(0, 13, 4))
    ]
    assert plain(hearing.page.run.rundown.second._runs).startswith("Forecast: all speakers through by 13:1")
    hearing.at(12, 4)
    hearing.later(minutes=1)
    assert plain(hearing.page.run.rundown.second._runs).startswith("Forecast: all speakers through by 13:2")


def test_another_day_is_looked_at_and_the_next_start_leads_back(hearing: Chair) -> None:
    days = hearing.page.run.rundown.days
    days.choose("2019-12-06")
    assert [title for title, *_rest in hearing.rundown()] == ["Day2-registration", "Discussion"]
    hearing.later(minutes=1)
    assert days.key() == "2019-12-06"
    hearing.press(Qt.Key.Key_P)
    hearing.press(Qt.Key.Key_Space)
    assert days.key() == "2019-12-06"


def test_what_another_window_records_is_shown_at_once(hearing: Chair) -> None:
    hearing.desk.do(agenda.pause_item, item="context")
    assert hearing.page.run.card.pause.accessibleName() == "Resume"


def test_a_hidden_page_reads_when_it_is_shown_again(hearing: Chair) -> None:
    hearing.window.go("setup")
    hearing.desk.do(agenda.end_item, item="context")
    hearing.window.go("agenda")
    assert hearing.page.run.card.title.text() != "Context"


def test_one_instant_is_worked_out_once_for_all_who_show_it(hearing: Chair) -> None:
    live = hearing.page.context.live
    now = hearing.page.context.now()
    assert live.at(now) is live.at(now)
    assert live.at(now + timedelta(seconds=1)) is not live.at(now)


def test_every_picture_of_the_page_is_reached(chair: Chair) -> None:
    names = list(agenda_states(chair.page, QApplication.processEvents))
    assert names[:2] == ["agenda", "agenda-running"]
    assert {"agenda-over-time", "agenda-break", "agenda-make-up-time", "agenda-plan", "agenda-fair-floor"} <= set(names)
    assert len(names) == len(set(names))
