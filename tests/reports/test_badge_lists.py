"""Lists on the back of a badge: days in columns, texts shortened before a day is left out, and never half a number."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmc_desk.desk.badge_choice import badge_people
from cmc_desk.desk.badge_runs import gather_run
from cmc_desk.desk.demo_moments import Moment
from cmc_desk.desk.desk import Desk
from cmc_desk.exchange.badge_files import badge_designs, badge_stocks
from cmc_desk.i18n import LANGUAGES, texts
from cmc_desk.reports.badge_lists import ListSetting, Row, set_list
from cmc_desk.reports.badges import badge_warnings, render_badges
from cmc_desk.reports.typesetting import text_width
from cmc_desk.rules.badge_design import BackSide, BadgeRun, Concern, Show
from cmc_desk.rules.fitting import Room
from tests.desk.demo_days import left_at
from tests.reports.badge_case import MEETING, MM, SHORT, pages, person, run

LONG_TITLE = "Presentation and discussion of the draft operating modalities"
ROOM = Room(81 * MM, 39 * MM, 7.5, 5, 4.5)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Return the CMC meeting with the people of its first list."""
    desk = left_at(Moment.LIST, tmp_path_factory.mktemp("demo") / "demo.cmc")
    yield desk
    desk.close()


def everybody(desk: Desk, key: str, language: str) -> BadgeRun:
    """Return the badges of everybody, with their backs if the design has one."""
    design = badge_designs()[key]
    return desk.read(
        gather_run,
        participants=desk.read(badge_people),
        design=design,
        stock=badge_stocks()[f"single-{key}"],
        language=language,
        words=texts(language),
        back=BackSide.DUPLEX if design.back else BackSide.NONE,
    )


def day(name: str, count: int, title: str = LONG_TITLE) -> tuple[Row, ...]:
    """Return the rows of a day with so many points."""
    return ((name, ""), *((f"{8 + number:02}:30", title) for number in range(count)))


def said(setting: ListSetting) -> str:
    """Return all that a list says."""
    return " ".join(line.text for line in setting.lines)


def columns_of(setting: ListSetting, names: tuple[str, ...]) -> list[float]:
    """Return where the headings stand."""
    return [line.x for line in setting.lines if line.text in names]


def test_each_day_has_a_column_of_its_own_and_stands_whole() -> None:
    setting = set_list("", day("Thursday", 6) + day("Friday", 8), ROOM, 2)
    left, right = columns_of(setting, ("Thursday", "Friday"))
    assert left == 0
    assert right > ROOM.width / 2
    assert (setting.cut, setting.shortened, setting.left_out) == (False, 0, ())
    assert said(setting).count("modalities") == 14


def test_three_days_in_two_columns_are_as_level_as_can_be() -> None:
    setting = set_list("", day("Monday", 3) + day("Tuesday", 2) + day("Wednesday", 6), ROOM, 2)
    first, second, third = columns_of(setting, ("Monday", "Tuesday", "Wednesday"))
    assert first == second == 0 < third


def test_one_day_takes_the_whole_width() -> None:
    one = set_list("", day("Thursday", 9), ROOM, 2)
    assert one == set_list("", day("Thursday", 9), ROOM, 1)


def test_the_longest_texts_are_shortened_before_a_day_is_left_out() -> None:
    setting = set_list("", day("Thursday", 9) + day("Friday", 18), ROOM, 2)
    assert 0 < setting.shortened < 18
    assert setting.size == ROOM.smallest
    assert setting.left_out == ()
    assert said(setting).count("…") == setting.shortened
    # The day that has room keeps its texts.
    assert not any(line.text.endswith("…") for line in setting.lines if line.x < ROOM.width / 2)


def test_a_day_that_does_not_fit_is_left_out_whole_and_named_and_the_others_are_set_large() -> None:
    setting = set_list("", day("Thursday", 5, "Debate") + day("Friday", 5) + day("Saturday", 40), ROOM, 1)
    assert setting.left_out == ("Saturday",)
    assert "Friday" in said(setting)
    assert "Saturday" not in said(setting)
    assert not setting.cut
    assert setting.size > ROOM.smallest
    assert setting.shortened == 0


def test_of_a_single_day_that_is_too_long_the_beginning_is_there_and_it_counts_as_cut() -> None:
    setting = set_list("", day("Thursday", 60, "Debate") + day("Friday", 1), ROOM, 1)
    assert setting.cut
    assert setting.left_out == ("Friday",)
    assert setting.lines[-1].text == "…"


def test_a_contact_is_there_with_its_whole_number_or_not_at_all() -> None:
    rows = tuple((f"Desk {number}", "+1 876 555 01" + f"{number:02}") for number in range(60))
    setting = set_list("Contacts", rows, ROOM, 2)
    assert setting.shortened == 0
    assert setting.left_out
    kept = 60 - len(setting.left_out)
    assert [line.text for line in setting.lines if line.text.startswith("+1")] == [
        number for _name, number in rows[:kept]
    ]
    assert setting.left_out == tuple(name for name, _number in rows[kept:])


def test_a_long_name_stands_above_its_number() -> None:
    setting = set_list("", (("Registration and information desk of the host", "+1 876 555 0100"),), ROOM, 3)
    narrow = set_list("", (("Registration and information desk of the host", "+1 876 555 0100"),) * 3, ROOM, 3)
    assert setting.lines[0].y == setting.lines[-1].y
    number = next(line for line in narrow.lines if line.text.startswith("+1"))
    assert (number.x, number.bold) == (0, True)


words = st.text(alphabet="abcde -", min_size=1, max_size=70).filter(str.strip)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.tuples(words, st.lists(words, max_size=20)), min_size=1, max_size=4),
    st.integers(1, 3),
    st.floats(20, 90),
)
def test_nothing_stands_outside_of_the_room_and_every_day_is_there_or_named(
    days: list[tuple[str, list[str]]], columns: int, high: float
) -> None:
    rows: list[Row] = []
    for number, (name, titles) in enumerate(days):
        rows += [(f"{number} {name}", ""), *(("08:30", title) for title in titles)]
    room = Room(81 * MM, high * MM, 7.5, 5, 4.5)
    setting = set_list("", tuple(rows), room, columns)
    for line in setting.lines:
        assert 0 < line.y <= room.height + 1e-6
        assert line.x + text_width(line.text, setting.size, bold=line.bold) <= room.width + 1e-6
    there = [number for number in range(len(days)) if f"{number} {days[number][0]}" not in setting.left_out]
    assert there == list(range(len(there)))
    assert len(there) + len(setting.left_out) == len(days)
    if not setting.cut:
        assert sum(line.text == "08:30" for line in setting.lines) == sum(len(days[number][1]) for number in there)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["90x55", "a6"])
def test_both_days_of_the_cmc_meeting_stand_whole_on_the_backs(demo: Desk, key: str, language: str) -> None:
    asked = everybody(demo, key, language)
    back = pages(render_badges(replace(asked, people=asked.people[:1]), texts(language)))[1]
    assert back.count("08:30") == back.count("17:15") == 2
    for words in ("Opening Remarks", "Next steps", "for consideration of draft", "+1 876 555 0102"):
        assert words in " ".join(back.split())
    assert "…" not in back
    assert not {one.show for one in badge_warnings(asked, texts(language))} & {Show.AGENDA, Show.CONTACTS}


@pytest.mark.parametrize("key", sorted(badge_designs()))
def test_of_the_people_of_the_cmc_meeting_only_those_are_listed_whose_badge_somebody_would_mend(
    demo: Desk, key: str
) -> None:
    warnings = badge_warnings(everybody(demo, key, "en"), texts("en"))
    assert [one for one in warnings if one.concern is not Concern.SMALL] == []
    assert len({one.participant for one in warnings}) <= 1


def test_what_was_shortened_or_left_out_is_warned_of_by_name() -> None:
    def warned(agenda: tuple[Row, ...]) -> list[tuple[Concern, str]]:
        asked = replace(
            run("90x55", "single-90x55", (person(SHORT),), back=BackSide.DUPLEX),
            meeting=replace(MEETING, agenda=agenda),
        )
        return [(one.concern, one.detail) for one in badge_warnings(asked, texts("en"))]

    assert warned(day("Thursday", 9) + day("Friday", 19)) == [(Concern.SHORTENED, "4.5")]
    assert warned(day("Thursday", 9, "Debate") + day("Friday", 40)) == [(Concern.LEFT_OUT, "Friday")]
