"""The days of a meeting file are an agenda, whatever else stands in it."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from cmc_desk.exchange.agenda_toml_file import read_agenda_toml
from cmc_desk.exchange.meeting_agenda import Known
from cmc_desk.exchange.meeting_file import template_path
from cmc_desk.rules.agenda_lines import FileAgenda, FileLine
from cmc_desk.rules.refusal import Refusal
from tests.meetings import ZONE

DAYS_ALONE = """
[tracks]
room-a = { name = "Room A" }
room-b = { name = "Room B" }

[topics]
priorities = { title = "National priorities" }

[[days]]
date = 2019-12-05

[[days.items]]
starts = "08:30"
ends = "09:00"
title = "Registration"
kind = "registration"

[[days.items]]
key = "drafting"
starts = "09:00"
ends = "10:00"
title = "Drafting"
kind = "discussion"
track = "room-b"
topic = "priorities"
fixed_end = true
importance = "most"
minimum = 30
"""


def read(path: Path, text: str, known: Known = Known()) -> FileAgenda:  # noqa: B008 - nothing in it changes
    path.write_text(text, "utf-8")
    return read_agenda_toml(path, zone=ZONE, known=known)


def test_a_file_of_days_alone_is_an_agenda(tmp_path: Path) -> None:
    (part,) = read(tmp_path / "a.toml", DAYS_ALONE).parts
    assert part.day == date(2019, 12, 5)
    assert part.lines[1] == FileLine(
        where="drafting",
        key="drafting",
        title="Drafting",
        day=date(2019, 12, 5),
        starts=timedelta(hours=9),
        ends=timedelta(hours=10),
        kind="discussion",
        track="Room B",
        end_kind="at a fixed time",
        minimum=timedelta(minutes=30),
        importance="most",
        topic="National priorities",
        attendance=False,
    )


def test_rooms_and_lists_that_are_ours_by_their_key_keep_it(tmp_path: Path) -> None:
    (part,) = read(tmp_path / "a.toml", DAYS_ALONE, Known(tracks=["room-b"], topics=["priorities"])).parts
    assert (part.lines[1].track, part.lines[1].topic) == ("room-b", "priorities")


def test_drafts_of_another_meeting_are_passed_over() -> None:
    agenda = read_agenda_toml(template_path("cmc-2019"), zone=ZONE, known=Known(documents=["principles"]))
    named = {key for part in agenda.parts for line in part.lines for key in line.documents or ()}
    assert named == {"principles"}


def test_what_is_wrong_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"line 20, days\[1\].items\[2\].starts"):
        read(tmp_path / "a.toml", DAYS_ALONE.replace('starts = "09:00"', 'starts = "nine"'))
    with pytest.raises(Refusal, match="is a folder"):
        read_agenda_toml(tmp_path, zone=ZONE, known=Known())
