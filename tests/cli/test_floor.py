"""The list of speakers from the command line: made, sorted, run, planned and recorded, with words for people and facts for programs."""

import json
from pathlib import Path
from typing import Any

import pytest

from cmc_desk.cli import main
from cmc_desk.desk import attendance
from tests.desk.floor_hands import open_list
from tests.meetings import ANAIS, enter, open_desk


@pytest.fixture
def file(tmp_path: Path) -> str:
    """Return a training meeting with a list on which Haiti, which is there, and Jamaica wait."""
    desk = open_desk(tmp_path)
    desk.do(attendance.check_in, participant=enter(desk, ANAIS).id)
    open_list(desk, "HT", "JM")
    desk.close()
    return str(desk.store.path)


class Floor:
    """The verb on one file."""

    def __init__(self, file: str, capsys: pytest.CaptureFixture[str]) -> None:
        self.file, self.capsys = file, capsys
        capsys.readouterr()

    def __call__(self, *words: str) -> str:
        """Return what is said; the act must be done."""
        code = main(["floor", self.file, *words])
        said = self.capsys.readouterr()
        assert code == 0, said.err
        return said.out.strip()

    def facts(self, *words: str) -> Any:
        """Return what is answered to a program."""
        return json.loads(self(*words, "--json"))

    def refused(self, *words: str, code: int = 1) -> str:
        """Return why it is not done."""
        assert main(["floor", self.file, *words]) == code
        return self.capsys.readouterr().err.strip()


@pytest.fixture
def floor(file: str, capsys: pytest.CaptureFixture[str]) -> Floor:
    return Floor(file, capsys)


def at(clock: str) -> tuple[str, str]:
    return "--at", f"2019-12-05 {clock}"


def test_the_list_says_who_waits_and_how_long_each_can_have(floor: Floor) -> None:
    assert floor().splitlines() == [
        "National priorities (priorities) · in order of request · open",
        "   1  Haiti · Waiting · 3:00",
        "   2  Jamaica · Waiting · 3:00 · not registered as present",
        "2 left, 105 min → 52:10 each from now; 0 min are kept for an exchange of views.",
    ]


def test_speakers_change_and_their_time_is_said(floor: Floor) -> None:
    assert floor("next", *at("10:20")) == "Haiti has the floor."
    assert "      Haiti · Speaking · 1:00 left" in floor("list", *at("10:22")).splitlines()
    assert "      Haiti · Speaking · 1:00 over" in floor("list", *at("10:24")).splitlines()
    assert floor("next", *at("10:24:30")) == "Haiti ended after 4:30. Jamaica has the floor."
    told = floor.facts("end", *at("10:26"))
    assert (told["spoken"], told["started"]) == (90, "")
    assert floor("record").splitlines() == [
        "National priorities",
        "   1     4:30  Haiti · 10:20:00 – 10:24:30 · 1:30 over",
        "   2     1:30  Jamaica · 10:24:30 – 10:26:00",
    ]


def test_an_interruption_from_the_command_line(floor: Floor) -> None:
    floor("start", "JM", *at("10:20"))
    assert floor("add", "Aruba", "--kind", "point-of-order") == "Aruba · Waiting"
    assert floor("start", "AW", *at("10:21")) == "Aruba has the floor."
    assert floor("end", *at("10:22")) == "Aruba ended after 1:00."
    assert floor("resume", *at("10:23")) == "Jamaica · Speaking"
    assert floor("pause", *at("10:24")) == "Jamaica · Paused"
    assert floor.facts("list", *at("10:30"))["rows"][0]["left"] == 60


def test_who_is_absent_withdraws_or_writes(floor: Floor) -> None:
    assert floor("call") == "Haiti · Called"
    assert floor("absent") == "Haiti · Absent"
    assert floor("back", "haïti") == "Haiti · Waiting"
    assert floor("withdraw", "HT", "--reason", "Agrees with Jamaica") == "Haiti · Withdrawn"
    assert floor("restore", "HT") == "Haiti · Waiting"
    assert floor("written", "HT") == "Haiti · In writing"
    assert floor.refused("remove", "HT") == (
        "Haiti cannot be withdrawn: the list says “In writing”. What was begun is ended."
    )


def test_several_are_added_at_once_and_one_with_what_is_its_own(floor: Floor) -> None:
    assert floor("add", "AW", "UNHCR", "JM") == "2 delegations were added."
    assert "wait on this list already" in floor.refused("add", "AW").replace("waits", "wait")
    assert "one delegation at a time" in floor.refused("add", "AW", "HT", "--words", "300")
    floor("written", "AW")
    floor("add", "AW", "--again", "--limit", "2:30", "--words", "310", "--reason", "Minister")
    assert "   3  Aruba · Waiting · 2:30 · not registered as present · 310 words is too long · Minister" in floor()


def test_the_list_is_sorted_by_hand_by_request_and_by_lot(floor: Floor) -> None:
    floor("add", "AW", "--kind", "right-of-reply")
    assert floor("order", "JM", "HT").splitlines()[1].startswith("   1  Jamaica")
    assert "must name everybody" in floor.refused("order", "JM")
    assert floor.refused("order", "JM", "UNHCR") == "UNHCR does not wait on this list for a statement."
    assert floor("order").splitlines()[1].startswith("   1  Haiti")
    assert floor("draw", "JM", "--witnesses", "Haiti") == "The roll begins with Jamaica, drawn in the room."
    said = floor("draw", "--lang", "fr")
    drawn = floor.facts("draw", "--host", "last")
    assert said.startswith("The lot fell on ")
    assert "counts round 2 delegations (HT, JM)" in said
    assert (drawn["delegation"], drawn["among"]) == ("HT", ["HT"])


def test_limits_are_set_or_taken_from_what_there_is(floor: Floor) -> None:
    assert floor("limit", "2:45") == "2:45 each, for 2 delegations not yet called."
    assert floor("limit") == "5:00 each, for 2 delegations not yet called."
    floor("start", "HT", *at("10:20"))
    assert floor("time", "+1:30") == "Haiti has 1:30 more: 6:30 altogether."
    assert floor("time", "HT", "-0:30") == "Haiti has 0:30 less: 6:00 altogether."
    assert floor.facts("list", *at("10:21"))["rows"][0]["limit"] == 360
    assert floor("limit", "52") == "52:00 each, for 1 delegation not yet called."


def test_whoever_asked_earlier_stands_earlier_on_a_list_by_request(floor: Floor) -> None:
    assert floor("add", "AW", *at("08:10")) == "Aruba · Waiting"
    floor("withdraw", "HT")
    floor("withdraw", "JM")
    floor("add", "HT", "--again", *at("08:20"))
    floor("add", "JM", "--again", *at("08:15"))
    assert [line.split(" · ")[0].split()[-1] for line in floor().splitlines()[1:4]] == ["Jamaica", "Haiti", "Aruba"]


def test_who_only_raised_a_point_of_order_has_made_no_statement(floor: Floor) -> None:
    floor("add", "JM", "--kind", "point-of-order")
    floor("start", "JM", "--kind", "point-of-order", *at("10:20"))
    floor("end", *at("10:21"))
    said = floor("fair").splitlines()
    assert "    1:00  Jamaica · no statement" in said
    assert said[-1] == "No statement yet: Haiti, Jamaica"


@pytest.mark.parametrize(
    ("count", "words"),
    [
        ("25", "25 delegations in 135 min → 5:04 each (5:00 to announce)."),
        ("40", "40 delegations in 135 min → 3:02 each (3:00 to announce)."),
        ("60", "60 delegations in 135 min → 1:55 each (1:45 to announce)."),
    ],
)
def test_a_window_is_shared_out(floor: Floor, count: str, words: str) -> None:
    assert floor("plan", "--count", count, "--window", "135", "--changeover", "0:20") == words


def test_with_a_limit_it_is_planned_when_a_list_is_through(floor: Floor) -> None:
    assert floor("plan", "--count", "30", "--limit", "3", *at("08:00")) == (
        "30 delegations with 3:00 each are through at 2019-12-05 11:55:00."
    )
    assert floor("plan", "--count", "40", "--limit", "3", *at("08:00")).endswith("That is 28:20 over: 31 fit.")
    assert floor("plan").startswith("2 left, 105 min → 52:10 each from now")
    assert floor.facts("plan", "--window", "10")["limit"] == 280


def test_the_chair_is_told_who_had_how_much_and_was_not_heard(floor: Floor) -> None:
    floor("next", *at("10:20"))
    said = floor("fair", *at("10:24")).splitlines()
    assert said[:2] == ["Used altogether: 4:00", "    4:00  Haiti · 1:00 over"]
    assert "    4:00  fr: 1 of 1 heard, 100 % of the time" in said
    assert said[said.index("By region:") + 1 :][:2] == [
        "    4:00  CARICOM: 1 of 1 heard, 100 % of the time",
        "    0:00  –: 0 of 1 heard, 0 % of the time",
    ]
    assert [one["name"] for one in floor.facts("fair", *at("10:24"))["by_region"]] == ["CARICOM", ""]
    assert said[-1] == "No statement yet: Jamaica"


def test_the_past_is_corrected(floor: Floor) -> None:
    floor("start", "HT", *at("10:20"))
    floor("end", *at("10:24"))
    assert floor("correct", "HT", "start", *at("10:21"), "--reason", "Pressed early") == "Haiti · Heard"
    assert "3:00  Haiti · 10:21:00 – 10:24:00" in floor("record")
    assert "Say of whom" in floor.refused("correct", "HT", "start")
    assert "Nothing of the kind" in floor.refused("correct", "JM", "start", *at("10:21"), "--reason", "x")


def test_a_list_is_made_closed_and_opened(floor: Floor) -> None:
    assert floor("close") == "The list is closed."
    assert "The list is closed" in floor.refused("add", "AW")
    assert floor("open") == "The list is open."
    said = floor("new", "Guiding", "principles", "--item", "discussion", "--changeover", "0:30")
    assert said == "The list is called guiding-principles: add delegations to it."
    assert "Which list of speakers?" in floor.refused()
    assert floor("--topic", "guiding").startswith("Guiding principles (guiding-principles)")
    assert "there is: priorities, guiding-principles" in floor.refused("--topic", "nothing")
    floor("start", "JM", "--topic", "priorities", *at("10:20"))
    # The one in which somebody speaks is meant.
    assert floor("end", *at("10:21")) == "Jamaica ended after 1:00."


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("dance",), "There is no “dance” on the floor"),
        (("add",), "Which delegation?"),
        (("withdraw",), "Which delegation?"),
        (("add", "Atlantis"), "No delegation, or more than one, is called “Atlantis”"),
        (("withdraw", "AW"), "AW is not on this list"),
        (("end",), "Which delegation?"),
        (("end", "HT"), "Haiti does not have the floor"),
        (("limit", "soon"), "no length of time"),
        (("limit", "-3"), "without the minus"),
        (("limit", "3", *at("10:20")), "no time of its own"),
        (("draw", *at("10:20")), "no time of its own"),
    ],
)
def test_what_makes_no_sense_is_said_in_a_sentence(floor: Floor, words: tuple[str, ...], sentence: str) -> None:
    assert sentence in floor.refused(*words)


def test_a_length_that_is_none_is_a_mistake_of_usage(floor: Floor) -> None:
    assert "no length of time" in floor.refused("plan", "--limit", "soon", code=2)
    assert "no length of time" in floor.refused("plan", "--window", "soon", code=2)
    assert "--dance" in floor.refused("next", "--dance", code=2)


def test_without_a_list_one_is_to_be_made_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = open_desk(tmp_path)
    desk.close()
    floor = Floor(str(desk.store.path), capsys)
    assert "make one with “new”" in floor.refused()
    assert floor("plan", "--count", "25", "--window", "135").startswith("25 delegations in 135 min → 5:04")
    floor("new", "T")
    assert floor.refused("limit").startswith("There is no time to share out")
    assert floor().endswith("0 left, 0 min.")
