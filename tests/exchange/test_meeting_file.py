"""What a person who writes a meeting of their own is told about it."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from cmc_desk.exchange.meeting_file import read_meeting, template_path, templates
from cmc_desk.rules.meeting import Eligibility, ItemKind, MeetingPlan, Role, SpeakerPlan
from cmc_desk.rules.refusal import Refusal, Unavailable

SMALL = """\
[meeting]
key = "working-group"
title = "Working Group"
zone = "America/Port_of_Spain"
host_delegation = "TT"

[operators]
"T. Sample-Reid" = "desk"

[documents]
plan = { title = "Plan" }

[categories]
everybody = { name = "Everybody", colour = "sea" }

[[days]]
date = 2019-03-12
[[days.items]]
starts = "09:00"
title = "Registration"
kind = "registration"
[[days.items]]
starts = 10:00:00
ends = "11.30"
title = "  The   plan "
kind = "discussion"
key = "talk"
documents = ["plan"]
points = ["Welcome", { title = "Text", speakers = [{ name = "Ada Example-Poe" }] }]
speakers = [{ name = "Bo Sample-Ray", functional_title = "Chair" }]
[[days]]
date = "2019-03-13"
[[days.items]]
starts = "22:00"
ends = "25:30"
title = "The plan, continued"
kind = "discussion"
continues = "talk"

[delegations]
TT = { kind = "State", names = { en = "Trinidad and Tobago" }, quota = 2, eligibility = "host" }
"""


def written(folder: Path, text: str | bytes, name: str = "own.toml") -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def read(folder: Path, text: str | bytes) -> MeetingPlan:
    return read_meeting(written(folder, text))


def complaints(folder: Path, text: str | bytes) -> list[str]:
    with pytest.raises(Refusal) as caught:
        read(folder, text)
    return caught.value.sentence.splitlines()[1:]


def test_a_small_meeting_is_read_with_what_it_leaves_out(tmp_path: Path) -> None:
    plan = read(tmp_path, SMALL)
    registration, talk, night = plan.items
    assert (plan.key, plan.short_title, plan.language, plan.grace_minutes) == (
        "working-group",
        "Working Group",
        "en",
        15,
    )
    assert plan.days == (date(2019, 3, 12), date(2019, 3, 13))
    assert (plan.operators[0].name, plan.operators[0].role) == ("T. Sample-Reid", Role.DESK)
    assert plan.documents[0].short_title == "Plan"
    assert (plan.delegations[0].flag, plan.delegations[0].main_language) == ("TT", "en")
    assert plan.delegations[0].eligibility is Eligibility.HOST
    assert (registration.key, registration.kind, registration.attendance) == ("day1-0900", ItemKind.REGISTRATION, True)
    assert (talk.title, talk.attendance, talk.points) == ("The plan", False, ("Welcome", "Text"))
    assert talk.speakers == (SpeakerPlan("Bo Sample-Ray", "Chair"), SpeakerPlan("Ada Example-Poe", point="Text"))
    assert night.continues == "talk"


def test_an_item_ends_when_the_next_one_begins_unless_it_says_otherwise(tmp_path: Path) -> None:
    registration, talk, _night = read(tmp_path, SMALL).items
    assert (registration.starts, registration.ends) == (
        datetime(2019, 3, 12, 13, tzinfo=UTC),
        datetime(2019, 3, 12, 14, tzinfo=UTC),
    )
    assert talk.ends == datetime(2019, 3, 12, 15, 30, tzinfo=UTC)


def test_the_night_after_a_day_belongs_to_that_day(tmp_path: Path) -> None:
    night = read(tmp_path, SMALL).items[-1]
    assert night.day == date(2019, 3, 13)
    assert night.ends.isoformat() == "2019-03-14T01:30:00-04:00"


def test_windows_line_ends_and_a_mark_at_the_beginning_are_read(tmp_path: Path) -> None:
    windows = b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode()
    assert read(tmp_path, windows) == read(tmp_path, SMALL)


@pytest.mark.parametrize(
    ("instead", "line", "complaint"),
    [
        # what the key is
        (('key = "working-group"', 'key = "Working Group"'), 2, "meeting.key: “Working Group” is no key"),
        (('title = "Working Group"', 'titel = "Working Group"'), 1, "meeting.title: is missing"),
        (('title = "Working Group"', 'title = ""'), 3, "meeting.title: must not be empty"),
        (('title = "Working Group"', "title = 7"), 3, "meeting.title: text in quotation marks is needed here"),
        (('zone = "America/Port_of_Spain"', 'zone = "America/Port of Spain"'), 4, "meeting.zone: “America/Port of Spain” is no time zone"),
        (('zone = "America/Port_of_Spain"', 'zone = "America"'), 4, "meeting.zone: “America” is no time zone"),
        (('zone = "America/Port_of_Spain"', 'zone = "../etc"'), 4, "meeting.zone: “../etc” is no time zone"),
        (('zone = "America/Port_of_Spain"', ""), 1, "meeting.zone: is missing"),
        (('host_delegation = "TT"', 'host_delegation = "TR"'), 5, "meeting.host_delegation: no delegation has the code “TR”"),
        (('host_delegation = "TT"', 'language = "de"'), 5, "meeting.language: “de” is not a language of the program"),
        (('host_delegation = "TT"', "grace_minutes = -1"), 5, "meeting.grace_minutes: -1 is below 0"),
        (('host_delegation = "TT"', "stations = 'Desk A'"), 5, "meeting.stations: a list in square brackets is needed here"),
        (('host_delegation = "TT"', "stations = ['Desk A', 2]"), 5, "meeting.stations[2]: text in quotation marks is needed here"),
        (('Reid" = "desk"', 'Reid" = "chair"'), 8, "operators.T. Sample-Reid: “chair” is none of: desk, chair's assistant"),
        (('plan = { title = "Plan" }', 'plan = "Plan"'), 11, "documents.plan: a table is needed here"),
        (("everybody = {", "Everybody = {"), 14, "categories.Everybody: “Everybody” is no key"),
        (('colour = "sea"', "capacities = []"), 14, "categories.everybody.colour: is missing"),
        (('colour = "sea"', 'colour = "see"'), 14, "categories.everybody.colour: “see” is not a colour of the palette (did you mean “sea”?)"),
        (('colour = "sea"', 'colour = "sea", capacities = ["delegat"]'), 14, "categories.everybody.capacities[1]: “delegat” is none of"),
        (('colour = "sea"', 'colour = "sea", delegations = ["JM"]'), 14, "categories.everybody.delegations: no delegation has the code “JM”"),
        (("date = 2019-03-12", "date = 12"), 17, "days[1].date: a day is needed here, such as 2019-12-05"),
        (('date = "2019-03-13"', 'date = "13 March"'), 32, "days[2].date: “13 March” is no day; write it as 2019-12-05"),
        (('date = "2019-03-13"', "date = 2019-03-12"), 32, "days[2].date: is not after 2019-03-12, the day above it"),
        (('starts = "09:00"', 'starts = "9 o\'clock"'), 19, "days[1].items[1].starts: “9 o'clock” is no time of day; write it as \"08:30\""),
        (('starts = "09:00"', 'starts = "09:60"'), 19, "days[1].items[1].starts: “09:60” is no time of day"),
        (('starts = "09:00"', 'starts = "30:00"'), 19, "days[1].items[1].starts: “30:00” is no time of day"),
        (('starts = "09:00"', "starts = 9"), 19, "days[1].items[1].starts: text in quotation marks is needed here"),
        (('starts = "09:00"', ""), 18, "days[1].items[1].starts: is missing"),
        (('starts = "09:00"', 'starts = "10:00"'), 23, "days[1].items[2].starts: 10:00 is not after 10:00, when the item above it begins"),
        (('starts = "09:00"', 'starts = "09:00"\nends = "10:01"'), 24, "days[1].items[2].starts: 10:00 is too early: the item above it ends at 10:01"),
        (('ends = "11.30"', 'ends = "09:30"'), 24, "days[1].items[2].ends: is not after the beginning, 10:00"),
        (('ends = "11.30"', ""), 22, "days[1].items[2].ends: is missing; the last item of a day needs it"),
        (('ends = "11.30"', 'ends = "late"'), 24, "days[1].items[2].ends: “late” is no time of day"),
        (('kind = "discussion"\nkey', 'kind = "discusion"\nkey'), 26, "days[1].items[2].kind: “discusion” is none of: registration, opening"),
        (('kind = "discussion"\nkey', "key"), 22, "days[1].items[2].kind: is missing"),
        (('key = "talk"', 'key = "Talk!"'), 27, "days[1].items[2].key: “Talk!” is no key"),
        (('key = "talk"', 'key = "day1-0900"'), 27, "days[1].items[2].key: “day1-0900” is the key of another item already"),
        (('documents = ["plan"]', 'documents = ["plans"]'), 28, "days[1].items[2].documents: no document has the key “plans” (did you mean “plan”?)"),
        (('"Welcome", ', '3, "Welcome", '), 29, "days[1].items[2].points[1]: text in quotation marks is needed here"),
        (('title = "Text", ', ""), 29, "days[1].items[2].points[2].title: is missing"),
        (('title = "Text", ', 'title = "Text", when = 1, '), 29, "days[1].items[2].points[2].when: this key is not known here"),
        (('{ name = "Bo Sample-Ray", ', "{ "), 30, "days[1].items[2].speakers[1].name: is missing"),
        (('continues = "talk"', 'continues = "tale"'), 38, "days[2].items[1].continues: no item above has the key “tale” (did you mean “talk”?)"),
        (('continues = "talk"', "attendance = 1"), 38, "days[2].items[1].attendance: true or false"),
        (('continues = "talk"', 'speaker = "X"'), 38, "days[2].items[1].speaker: this key is not known here (did you mean “speakers”?)"),
        (("TT = {", "tt = {"), 41, "delegations.tt: a code is 1 to 16 capital letters and digits"),
        (('kind = "State"', 'kind = "state"'), 41, "delegations.TT.kind: “state” is none of: State, constituent part or territory"),
        (('en = "Trinidad and Tobago"', 'es = "Trinidad y Tabago"'), 41, "delegations.TT.names.en: is missing"),
        (('en = "Trinidad and Tobago"', "en = 1"), 41, "delegations.TT.names.en: text in quotation marks is needed here"),
        (('en = "Trinidad and Tobago"', 'en = "Trinidad", English = "T"'), 41, "delegations.TT.names.English: is no language"),
        (('names = { en = "Trinidad and Tobago" }, ', ""), 41, "delegations.TT.names: is missing"),
        (("quota = 2", "quota = -1"), 41, "delegations.TT.quota: -1 is below 0"),
        (("quota = 2", "quota = true"), 41, "delegations.TT.quota: a whole number without quotation marks is needed here"),
        (("quota = 2", 'language = "English"'), 41, "delegations.TT.language: “English” is no language"),
        (("quota = 2", f'region = "{"x" * 61}"'), 41, "delegations.TT.region: A region has 60 letters at most: this one has 61"),
        (("quota = 2", 'zone = "Tobago"'), 41, "delegations.TT.zone: “Tobago” is no time zone"),
        (('eligibility = "host"', 'eligibility = "hosted"'), 41, "delegations.TT.eligibility: “hosted” is none of"),
        # the file as a whole
        (("[operators]", "[operator]"), 7, "operator: this key is not known here (did you mean “operators”?)"),
        (('kind = "registration"', 'kind = "opening"'), 16, "days: no item is of the kind “registration”"),
        (('kind = "registration"', 'kind = "registration"\nattendance = false'), 16, "days: no item is of the kind “registration”"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line_and_key(
    tmp_path: Path, instead: tuple[str, str], line: int, complaint: str
) -> None:
    assert SMALL.count(instead[0]) == 1
    found = complaints(tmp_path, SMALL.replace(*instead))
    assert any(sentence.startswith(f"line {line}, {complaint}") for sentence in found), found


def test_an_unknown_zone_gets_a_suggestion(tmp_path: Path) -> None:
    (sentence,) = complaints(tmp_path, SMALL.replace("Port_of_Spain", "Port_o_Spain"))
    assert sentence.endswith("(did you mean “America/Port_of_Spain”?)")


def test_a_day_may_not_begin_before_the_night_of_the_day_above_is_over(tmp_path: Path) -> None:
    text = SMALL.replace('ends = "11.30"', 'ends = "29:59"').replace('starts = "22:00"', 'starts = "05:30"')
    (sentence,) = complaints(tmp_path, text)
    assert sentence == "line 34, days[2].items[1].starts: 05:30 is too early: the item above it ends at 05:59"


def test_a_whole_section_that_is_missing_is_one_complaint(tmp_path: Path) -> None:
    assert complaints(tmp_path, SMALL[SMALL.index("[operators]") :]) == ["meeting: is missing"]
    assert "days: is missing" in complaints(tmp_path, SMALL[: SMALL.index("[[days]]")])


def test_days_that_are_no_list_are_told_so(tmp_path: Path) -> None:
    text = SMALL[: SMALL.index("[[days]]")] + "[days]\ndate = 2019-03-12\n"
    assert "line 16, days: a list in square brackets is needed here" in complaints(tmp_path, text)


def test_all_that_is_wrong_is_told_at_once_in_the_order_of_the_lines(tmp_path: Path) -> None:
    text = SMALL.replace("quota = 2", "quota = -2").replace('"09:00"', '"9"').replace('"America/', '"Amerika/')
    with pytest.raises(Refusal) as caught:
        read(tmp_path, text)
    assert caught.value.sentence.startswith("“own.toml” cannot be used; 3 things are wrong:\nline 4, meeting.zone: ")
    assert caught.value.field == "meeting.zone"
    assert [sentence.split(",")[0] for sentence in caught.value.sentence.splitlines()[1:]] == [
        "line 4",
        "line 19",
        "line 41",
    ]


def test_of_many_things_that_are_wrong_ten_are_told(tmp_path: Path) -> None:
    unknown = "".join(f"x{number} = 1\n" for number in range(13))
    found = complaints(tmp_path, SMALL.replace("[operators]", unknown + "[operators]"))
    assert len(found) == 11
    assert found[-1] == "and 3 more"


@pytest.mark.parametrize(
    ("instead", "sentence"),
    [
        (('title = "Working Group"', "title = Working Group"), "line 3: this is no value: a text stands in quotation marks"),
        (('title = "Working Group"', 'title = "Working Group'), "line 3: a text has to end in the line in which it begins"),
        (('title = "Working Group"', 'title "Working Group"'), "line 3: this line cannot be read"),
        (('title = "Working Group"', 'title = "C:\\Users"'), "line 3: a backslash within a text has to be written twice"),
        (('title = "Working Group"', 'title = "D:\\data"'), "line 3: a backslash within a text has to be written twice"),
        (('title = "Working Group"', 'key = "again"'), "line 3: this key or section stands here twice"),
        (("date = 2019-03-12", "date = 2019-02-30"), "line 17: “2019-02-30” is no day: month 02 of 2019 has 28 days"),
        (("TT = {", "TT = { kind = 'State' }\nTT = {"), "line 42: this key or section stands here twice"),
        (('documents = ["plan"]', 'documents = ["plan"'), "line 29: a bracket or quotation mark that was opened is not closed"),
        (('eligibility = "host" }', 'aliases = [ "T&T"'), "line 41: a bracket or quotation mark that was opened is not closed"),
    ],
)  # fmt: skip
def test_what_is_no_toml_is_told_with_its_line(tmp_path: Path, instead: tuple[str, str], sentence: str) -> None:
    (found,) = complaints(tmp_path, SMALL.replace(*instead))
    assert found.startswith(sentence)


def test_a_file_that_is_not_there_or_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"There is no file “none\.toml”\."):
        read_meeting(tmp_path / "none.toml")
    with pytest.raises(Refusal, match="is a folder"):
        read_meeting(tmp_path)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything can be read here")
def test_a_file_that_may_not_be_read_is_unavailable(tmp_path: Path) -> None:
    path = written(tmp_path, SMALL)
    path.chmod(0)
    with pytest.raises(Unavailable, match=r"“own\.toml” cannot be read: "):
        read_meeting(path)


def test_a_path_that_leads_through_a_file_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="cannot be read"):
        read_meeting(written(tmp_path, SMALL) / "own.toml")


@pytest.mark.parametrize("data", [b"a\0b", b"# " + b"x" * 1024 * 1024], ids=["binary", "huge"])
def test_what_is_no_text_of_this_kind_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(Refusal, match=r"not the file of a meeting, which is a text that ends in \.toml"):
        read(tmp_path, data)


def test_another_encoding_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"not UTF-8 text \(line 3\)\. Open it in a text editor and save it as UTF-8"):
        read(tmp_path, SMALL.replace("Working Group", "Reunión").encode("cp1252"))


def test_brackets_without_end_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="nested too deep"):
        read(tmp_path, "x = " + "[" * 50_000)


def test_the_meetings_that_come_with_the_program_can_be_read() -> None:
    assert ("cmc-2019", "Caribbean Migration Consultations (CMC)") in templates()
    for name, title in templates():
        assert read_meeting(template_path(name)).title == title


@pytest.mark.parametrize("name", ["cmc-2020", "../meetings/cmc-2019", ""])
def test_another_template_is_refused_with_the_names_of_those_that_exist(name: str) -> None:
    with pytest.raises(Refusal, match="There is: cmc-2019") as caught:
        template_path(name)
    assert caught.value.field == "template"
