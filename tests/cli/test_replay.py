"""`replay` types a script with real keys, and says of every key what is safe."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from cmc_desk.cli import main
from cmc_desk.desk.note_list import notes_of
from cmc_desk.desk.opening import open_meeting
from cmc_desk.rules.note_kinds import EntryKind
from cmc_desk.rules.notes import NoteEntry
from cmc_desk.ui import sound
from tests.meetings import DESK_A, PEOPLE, open_desk

SCRIPT = Path(__file__).parent.parent / "notes" / "script.jsonl"


@pytest.fixture
def meeting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Path]:
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_args: tmp_path / "data")
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "habits"))
    desk = open_desk(tmp_path, people=PEOPLE)
    desk.close()
    yield desk.store.path
    sound.mute(on=False)


def said(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def entries(path: Path, item: str) -> tuple[NoteEntry, ...]:
    desk = open_meeting(path, author=DESK_A)
    try:
        return desk.read(notes_of, item=item)
    finally:
        desk.close()


def test_the_sample_script_is_typed_and_everything_is_acknowledged(
    meeting: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["replay", str(SCRIPT), str(meeting), "--item", "Discussion", "--at-once"]) == 0
    facts = said(capsys)
    found = entries(meeting, "discussion")
    assert [(one.written.kind, one.written.text, one.filed_at is not None) for one in found] == [
        (EntryKind.INTERVENTION, "The delegation of Jamaica recalled that the document is a draft.", True),
        (EntryKind.DECISION, "the meeting took note of [paragraph 4]", True),
        (EntryKind.INTERVENTION, "Curaçao – l’échange d’informations : العربية 😀\n- a second line, typed on", True),
        (EntryKind.PROPOSAL, "4: “shall” → “should”", True),
        (EntryKind.INTERVENTION, "This one stays a draft", False),
    ]
    assert found[1].written.highlighted
    last = {fact["entry"]: fact["text"] for fact in facts if fact["did"] in ("saved", "filed")}
    assert last == {one.key: one.written.text for one in found}
    assert facts[-1] == {"did": "ended", "ms": facts[-1]["ms"], "keys": facts[-1]["keys"], "whole": True, "copy": ""}
    # Eleven keys a second: the time of the keys has passed, not that of the machine.
    assert facts[-1]["ms"] > 1000 * (facts[-1]["keys"] - 1) / 11


def test_other_items_are_opened_on_the_way_and_one_that_is_none_is_said(
    meeting: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script = tmp_path / "s.jsonl"
    lines = ({"type": "One"}, {"item": "context"}, {"type": "Two"}, {"item": "nowhere"}, {"type": " on"})
    script.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert main(["replay", str(script), str(meeting), "--item", "opening", "--at-once"]) == 0
    refused = [fact for fact in said(capsys) if fact["did"] == "refused"]
    assert [(fact["line"], fact["why"]) for fact in refused] == [(4, "The agenda has no item “nowhere”.")]
    assert [one.written.text for one in entries(meeting, "opening")] == ["One"]
    assert [one.written.text for one in entries(meeting, "context")] == ["Two on"]


@pytest.mark.parametrize(
    ("line", "words", "code"),
    [
        ('{"key": "Hyper+Banana"}', "no keyboard has the key “Hyper+Banana”", 1),
        ('{"key": "Ctrl+K, Ctrl+B"}', "no keyboard has the key", 1),
        ('{"say": "a"}', "there must be one of type, key, wait, item", 1),
    ],
)
def test_a_script_that_nobody_can_type_changes_nothing(
    meeting: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str, words: str, code: int
) -> None:
    script = tmp_path / "s.jsonl"
    script.write_text('{"type": "a"}\n' + line, encoding="utf-8")
    assert main(["replay", str(script), str(meeting), "--item", "opening", "--at-once"]) == code
    assert words in capsys.readouterr().err
    assert entries(meeting, "opening") == ()


def test_an_item_or_a_script_that_is_not_there_is_said(
    meeting: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["replay", str(SCRIPT), str(meeting), "--item", "nowhere", "--at-once"]) == 1
    assert "no item “nowhere”" in capsys.readouterr().err
    assert main(["replay", str(tmp_path / "none.jsonl"), str(meeting)]) == 3
    assert "cannot be read" in capsys.readouterr().err


def test_what_the_file_does_not_take_lies_elsewhere_and_is_told(meeting: Path, tmp_path: Path) -> None:
    from cmc_desk.rules.key_script import strokes
    from cmc_desk.ui.summaries.replaying import replay

    desk = open_meeting(meeting, author=DESK_A)
    facts: list[dict[str, Any]] = []

    def tell(fact: dict[str, Any]) -> None:
        facts.append(fact)
        if fact["did"] == "typed" and fact["keys"] == 3:
            meeting.rename(meeting.with_suffix(".away"))

    script = [json.dumps({"type": "Nobody takes this sentence, and it is not lost."})]
    assert not replay(desk, strokes(script), tell, item="opening", pace=11, at_once=True)
    assert facts[-1]["did"] == "ended"
    assert not facts[-1]["whole"]
    (told,) = [fact for fact in facts if fact["did"] == "not saved"]
    copy = Path(told["copy"])
    assert copy.is_relative_to(tmp_path / "data")
    assert json.loads(copy.read_text(encoding="utf-8").splitlines()[-1])["text"] == (
        "Nobody takes this sentence, and it is not lost."
    )
