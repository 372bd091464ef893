"""Projects of Ontime are read, whichever version wrote them."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from cmc_desk.exchange.ontime_project_file import MAX_FILE, read_ontime_project
from cmc_desk.rules.agenda_lines import FileAgenda, FileLine, Why
from cmc_desk.rules.agenda_plan import EndKind
from cmc_desk.rules.refusal import Refusal, Unavailable

MINUTE = 60_000


def event(**facts: Any) -> dict[str, Any]:
    usual = {"type": "event", "id": "aa01", "title": "Opening", "timeStart": 540 * MINUTE, "timeEnd": 585 * MINUTE}
    return usual | facts


def project(path: Path, content: Any) -> FileAgenda:
    path.write_text(json.dumps(content), "utf-8")
    return read_ontime_project(path)


def rundowns(*named: tuple[str, list[dict[str, Any]]], **more: Any) -> dict[str, Any]:
    return {
        "rundowns": {
            name: {
                "id": name,
                "title": name,
                "order": [one["id"] for one in entries],
                "flatOrder": [one["id"] for one in entries],
                "entries": {one["id"]: one for one in entries},
            }
            for name, entries in named
        }
    } | more


def test_an_event_is_a_line_with_times_since_midnight(tmp_path: Path) -> None:
    found = project(
        tmp_path / "a.json",
        rundowns(
            ("default", [event(duration=45 * MINUTE, linkStart=True, countToEnd=True, note="Two\nflags", cue="1")])
        ),
    )
    assert found.parts[0].lines == (
        FileLine(
            where="entry 1",
            key="aa01",
            title="Opening",
            starts=timedelta(hours=9),
            ends=timedelta(hours=9, minutes=45),
            length=timedelta(minutes=45),
            linked=True,
            end_kind=EndKind.FIXED,
            remark="Two flags",
        ),
    )


def test_each_rundown_is_a_part_and_its_name_tells_the_day(tmp_path: Path) -> None:
    content = rundowns(("2019-12-05", [event()]), ("second", [event()]), ("empty", []))
    content["rundowns"]["2019-12-05"]["title"] = "Thursday"
    content["rundowns"]["broken"] = "no rundown"
    found = project(tmp_path / "a.json", content)
    assert [(part.name, part.day, part.lines[0].where) for part in found.parts] == [
        ("2019-12-05", date(2019, 12, 5), "2019-12-05, entry 1"),
        ("second", None, "second, entry 1"),
    ]


def test_older_versions_had_one_rundown_which_was_a_list(tmp_path: Path) -> None:
    older = {
        "rundown": [
            {"type": "block", "id": "b", "title": "Morning"},
            event(presenter="A. Example", subtitle="Welcome"),
            "?",
        ]
    }
    (part,) = project(tmp_path / "a.json", older).parts
    (line,) = part.lines
    assert line.where == "entry 2"
    assert line.speakers is not None
    assert line.speakers[0].name == "A. Example"
    assert line.points == ("Welcome",)
    assert line.end_kind is None


def test_groups_and_delays_are_passed_over_and_milestones_are_no_items(tmp_path: Path) -> None:
    entries = [
        {"type": "group", "id": "g", "title": "Morning", "entries": ["aa01"]},
        event(countToEnd=False),
        {"type": "delay", "id": "d", "duration": MINUTE},
        {"type": "milestone", "id": "m", "title": "Doors"},
        event(id="s", skip=True),
    ]
    (part,) = project(tmp_path / "a.json", rundowns(("default", entries))).parts
    assert [(line.key, line.no_item, line.end_kind) for line in part.lines] == [
        ("aa01", None, EndKind.LENGTH),
        ("m", Why.MILESTONE, None),
        ("s", Why.SKIPPED, None),
    ]


def test_a_rundown_without_an_order_is_read_as_it_stands(tmp_path: Path) -> None:
    content = rundowns(("default", [event(), event(id="bb02", title="Context")]))
    for key in ("order", "flatOrder"):
        del content["rundowns"]["default"][key]
    (part,) = project(tmp_path / "a.json", content).parts
    assert [line.key for line in part.lines] == ["aa01", "bb02"]
    content["rundowns"]["default"]["order"] = "bb02"
    with pytest.raises(Refusal, match="no event is in it"):
        project(tmp_path / "a.json", content)


def test_custom_fields_are_ours_by_their_label(tmp_path: Path) -> None:
    custom = {"sala": "Room A", "List_of_speakers": "priorities", "sound": "loud", "Day": "2019-12-06"}
    labels = {"sala": {"label": "Room", "type": "text"}, "sound": {"label": "Sound"}, "odd": "no field"}
    (part,) = project(tmp_path / "a.json", rundowns(("d", [event(custom=custom)]), customFields=labels)).parts
    assert (part.lines[0].track, part.lines[0].topic, part.lines[0].day) == ("Room A", "priorities", date(2019, 12, 6))


@pytest.mark.parametrize("odd", [-1, 25 * 60 * MINUTE, "nine", True, [1], {}])
def test_a_time_that_is_none_is_told(tmp_path: Path, odd: Any) -> None:
    (part,) = project(tmp_path / "a.json", rundowns(("d", [event(timeStart=odd, title=5)]))).parts
    assert part.lines[0].starts is None
    assert [problem.cell for problem in part.lines[0].problems] == ["timeStart"]
    assert part.lines[0].title == "5"


def test_an_event_without_times_says_none(tmp_path: Path) -> None:
    (part,) = project(tmp_path / "a.json", rundowns(("d", [event(timeStart=None, timeEnd=None)]))).parts
    assert (part.lines[0].starts, part.lines[0].ends, part.lines[0].problems) == (None, None, ())


@pytest.mark.parametrize(
    "content", [b"", b"[1]", b"not json", b'{"a": ' * 100_000, b"\xff\xfe", b'{"rundowns": []}', b'{"rundowns": {}}']
)
def test_what_is_no_project_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.json").write_bytes(content)
    with pytest.raises(Refusal, match="is no project of Ontime"):
        read_ontime_project(tmp_path / "a.json")


def test_what_is_far_too_large_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "a.json").open("wb") as file:
        file.truncate(MAX_FILE + 1)
    with pytest.raises(Refusal, match="is no project"):
        read_ontime_project(tmp_path / "a.json")
    entries = [event(id=str(number)) for number in range(5001)]
    with pytest.raises(Refusal, match="more than 5000 entries"):
        project(tmp_path / "b.json", rundowns(("d", entries)))


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Refusal, match="There is no file"):
        read_ontime_project(tmp_path / "a.json")
    with pytest.raises(Refusal, match="is a folder"):
        read_ontime_project(tmp_path)
    (tmp_path / "a.json").write_text("{}")

    def refuse(*_args: object, **_kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(Unavailable, match="Permission denied"):
        read_ontime_project(tmp_path / "a.json")
