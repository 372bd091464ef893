"""Summaries on the command line: listed, shown, issued, written, and kept back where names are left in them."""

import json
from pathlib import Path

import pytest
from docx import Document

from cmc_desk.cli import main
from cmc_desk.desk import readouts
from cmc_desk.desk.desk import Desk
from cmc_desk.rules.note_kinds import SummaryStatus
from tests.desk.note_hands import ITEM
from tests.desk.readout_hands import ALL, RECALLED, UNNAMED, write
from tests.founded import founded
from tests.meetings import PASSPHRASE, PEOPLE, open_desk


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a meeting in which something was said."""
    monkeypatch.setenv("CMC_DESK_PASSPHRASE", PASSPHRASE)
    desk = founded("written", tmp_path / "m.cmc", _made)
    desk.close()
    return desk.store.path


def _made(path: Path) -> Desk:
    desk = open_desk(path.parent, people=PEOPLE, name=path.name)
    write(desk, *ALL)
    return desk


def run(capsys: pytest.CaptureFixture[str], *words: str | Path, code: int = 0) -> str:
    """Run the verb and return what it said."""
    capsys.readouterr()
    assert main(["readout", *map(str, words)]) == code, capsys.readouterr().err
    told = capsys.readouterr()
    return told.err if code else told.out


def test_a_summary_is_shown_as_it_stands(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = run(capsys, file, ITEM)
    assert "Decisions\n\n1. Agreed: principle 1 stands.\n" in said
    assert "\nAttributed\n" in said
    said = run(capsys, file, ITEM, "--non-attributed")
    assert "Not attributed" in said
    assert "One delegation recalled" in said


def test_a_summary_is_written_in_three_forms_and_each_is_on_record(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for ending in ("docx", "pdf", "txt"):
        out = tmp_path / f"x.{ending}"
        assert run(capsys, file, ITEM, "--attributed", "--out", out) == f"{out}\n"
        assert out.stat().st_size > 300
    (title,) = [one for one in Document(str(tmp_path / "x.docx")).paragraphs if one.style and one.style.name == "Title"]
    assert title.text == "Discussion summary"
    assert main(["papers", str(file), "--json"]) == 0
    (made,) = [one for one in json.loads(capsys.readouterr().out) if one["kind"] == "summary"]
    assert (made["state"], made["version"]) == ("current", 1)
    assert {one["form"] for one in made["files"]} == {"docx", "pdf", "txt"}


def test_a_day_is_named_by_its_date_and_answers_as_json(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    facts = json.loads(run(capsys, file, "2019-12-05", "--json"))
    assert facts["readout"]["key"] == "day:2019-12-05"
    assert facts["names_left"] == []
    told = json.loads(run(capsys, file, "2019-12-05", "--out", tmp_path / "d.txt", "--json"))
    assert told["file"] == str(tmp_path / "d.txt")
    assert told["names_left"] == 0
    assert "no day of the meeting" in run(capsys, file, "2020-01-01", code=1)


def test_without_an_item_or_a_day_the_summaries_are_listed(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "name an item or a day" in run(capsys, file)
    run(capsys, file, ITEM, "--status", "circulated")
    assert run(capsys, file).split()[:3] == [f"item:{ITEM}", "v1", "Circulated"]
    (slot,) = json.loads(run(capsys, file, "--json"))
    assert slot["key"] == f"item:{ITEM}"
    assert "Which one?" in run(capsys, file, "--out", "x.pdf", code=1)


def test_a_version_that_was_issued_can_be_had_word_for_word(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "Version 1 · Circulated" in run(capsys, file, ITEM, "--status", "circulated")
    assert main(["notes", str(file), "add", "d: New.", "--item", ITEM, "--at", "2019-12-05 09:00"]) == 0
    assert "Draft, changed since version 1" in run(capsys, file, ITEM)
    said = run(capsys, file, ITEM, "--version", "1")
    assert "New." not in said
    assert json.loads(run(capsys, file, ITEM, "--version", "1", "--json"))["status"] == "circulated"
    run(capsys, file, ITEM, "--version", "1", "--out", tmp_path / "one.txt")
    assert "New." not in (tmp_path / "one.txt").read_text(encoding="utf-8")
    assert "does not exist" in run(capsys, file, ITEM, "--version", "7", code=1)
    assert "leave out" in run(capsys, file, ITEM, "--version", "1", "--status", "final", code=1)


def with_a_name(tmp_path: Path) -> Path:
    folder = tmp_path / "named"
    folder.mkdir()
    desk = open_desk(folder, people=PEOPLE)
    write(desk, RECALLED, UNNAMED, type(RECALLED)(text="Haiti is right.", delegation="AW", highlighted=True))
    path = desk.store.path
    desk.close()
    return path


def test_a_text_that_is_to_name_nobody_is_not_written_while_names_are_left_unless_that_is_accepted(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    named, out = with_a_name(tmp_path), tmp_path / "n.docx"
    words = (named, ITEM, "--non-attributed")
    said = run(capsys, *words, "--out", out, code=1)
    assert "1 name is left" in said
    assert "Haiti" not in said, "a refusal may be written down anywhere"
    assert not out.exists()
    assert "1 name is left" in run(capsys, *words, "--status", "circulated", code=1)
    assert run(capsys, *words, "--out", out, "--despite-names") == f"{out}\n"
    assert any("Not to be circulated" in one.text for one in Document(str(out)).paragraphs)
    run(capsys, *words, "--status", "circulated", "--despite-names")
    assert run(capsys, *words, "--out", tmp_path / "m.docx") == f"{tmp_path / 'm.docx'}\n"


def test_the_paper_of_a_summary_is_not_written_either_unless_that_is_accepted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CMC_DESK_PASSPHRASE", PASSPHRASE)
    named = with_a_name(tmp_path)
    for only in ((), ("--only", "AW")):
        out = tmp_path / f"p{len(only)}.txt"
        words = ("paper", str(named), "summary", "--out", str(out), "--session", ITEM, "--non-attributed", *only)
        assert main([*words]) == 1
        assert "1 name is left" in capsys.readouterr().err
        assert not out.exists()
        assert main([*words, "--despite-names"]) == 0
        assert "Not to be circulated: 1 name is left" in capsys.readouterr().err
        assert out.exists()
    assert main(["paper", str(named), "correction-slips", "--out", str(tmp_path / "s.pdf"), "--despite-names"]) == 1
    assert "--despite-names" in capsys.readouterr().err


def test_a_summary_is_named_as_the_list_has_it(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, file, ITEM, "--status", "draft")
    run(capsys, file, f"group:{ITEM}", "--status", "draft")
    listed = [one["key"] for one in json.loads(run(capsys, file, "--json"))]
    assert {key.partition(":")[0] for key in listed} == {"item", "group"}
    for key in (*listed, "day:2019-12-05"):
        assert json.loads(run(capsys, file, key, "--json"))["readout"]["key"] == key


def test_what_a_working_group_reports_is_issued_by_its_own_name(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, file, f"group:{ITEM}", "--status", SummaryStatus.DRAFT.value)
    run(capsys, file, f"group:{ITEM}", "--out", tmp_path / "g.txt")
    assert "Way forward" in (tmp_path / "g.txt").read_text(encoding="utf-8")
    assert json.loads(run(capsys, file, f"group:{ITEM}", "--json"))["readout"]["key"] == readouts.group_key(ITEM)


def test_another_ending_is_refused_with_those_there_are(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ".docx, .pdf, .txt" in run(capsys, file, ITEM, "--out", "x.odt", code=1)
