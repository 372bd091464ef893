"""The report and the closing kit on the command line."""

import json
from pathlib import Path

import pytest

from cmc_desk.cli import main
from tests.desk.readout_hands import ALL, write
from tests.meetings import PASSPHRASE, PEOPLE, open_desk


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a meeting in which something was said."""
    monkeypatch.setenv("CMC_DESK_PASSPHRASE", PASSPHRASE)
    desk = open_desk(tmp_path, people=PEOPLE)
    write(desk, *ALL)
    path = desk.store.path
    desk.close()
    return path


def run(capsys: pytest.CaptureFixture[str], verb: str, *words: str | Path, code: int = 0) -> str:
    """Run a verb and return what it said."""
    capsys.readouterr()
    assert main([verb, *map(str, words)]) == code, capsys.readouterr().err
    told = capsys.readouterr()
    return told.out or told.err


def test_the_report_is_shown_written_and_looked_over(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, "report", file).startswith("Draft · en · says who spoke")
    out = tmp_path / "r.docx"
    assert run(capsys, "report", file, "--out", out, "--lang", "es", "--non-attributed").startswith(str(out))
    assert out.read_bytes().startswith(b"PK")
    assert "Word or PDF" in run(capsys, "report", file, "--out", tmp_path / "r.xlsx", code=1)
    assert "blocks  Agenda items with a summary: 1 of 3" in run(capsys, "report", file, "--preflight")
    found = json.loads(run(capsys, "report", file, "--preflight", "--json"))
    assert found[0]["severity"] == "blocks"
    assert "summary/attendance  1." in run(capsys, "report", file, "blocks")
    assert json.loads(run(capsys, "report", file, "blocks", "--json"))[0]["is"] == "cover"


def test_the_report_goes_its_way(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "report", file, "set", "--non-attributed", "--lang", "en")
    run(capsys, "report", file, "leave-out", "annex-agenda")
    run(capsys, "report", file, "take-in", "annex-agenda")
    assert "no block" in run(capsys, "report", file, "leave-out", "nothing", code=1)
    run(capsys, "report", file, "write", "summary/attendance", "Five", "were registered.")
    assert "[by hand]  Five were registered." in run(capsys, "report", file, "blocks")
    run(capsys, "report", file, "accept", "summary/attendance")
    said = run(capsys, "report", file, "circulate", "--until", "2099-12-13")
    assert said.startswith("Version 1. 1 thing keeps it from being signed off and final: --preflight says which.")
    assert "no date" in run(capsys, "report", file, "circulate", "--until", "Friday", code=1)
    assert run(capsys, "report", file, "correction", "1", "Say", "six.", "--from", "Haiti") == "Correction 1.\n"
    assert "There is no correction 7" in run(capsys, "report", file, "settle", "7", "Done.", code=1)
    assert "--accepted, --not-accepted or --noted" in run(capsys, "report", file, "settle", "1", "Done.", code=1)
    assert "is settled" in run(capsys, "report", file, "settle", "1", "Said", "so.", "--noted")
    assert "settled already" in run(capsys, "report", file, "settle", "1", "--accepted", code=1)
    assert "needs this first: Agenda items" in run(capsys, "report", file, "sign-off", "--by", "A. Muster", code=1)
    said = run(capsys, "report", file)
    assert "Corrections until 2099-12-13" in said
    assert "(noted · Said so.)" in said
    assert "needs this after it" in run(capsys, "report", file, "write", "summary", code=1)
    assert "there are blocks, set" in run(capsys, "report", file, "print", code=1)


def test_the_report_is_final_in_several_languages_and_corrected(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for key in ("proceedings", "organisation/opening"):
        run(capsys, "report", file, "leave-out", key)
    assert run(capsys, "report", file, "circulate", "--until", "2099-12-13") == "Version 1.\n"
    assert json.loads(run(capsys, "report", file, "sign-off", "--by", "A. Muster", "--json"))["version"] == 2
    assert run(capsys, "report", file, "final", "--languages", "fr") == "Version 3: en, fr.\n"
    assert "issued so already" in run(capsys, "report", file, "issue", "--languages", "fr", code=1)
    told = run(capsys, "report", file, "issue", "--languages", "nl", "--non-attributed")
    assert told == "Version 3: en, fr, nl without names.\n"
    capsys.readouterr()
    assert main(["report", str(file), "--out", str(tmp_path / "r.docx"), "--lang", "es"]) == 0
    assert "Version 3 was not issued in this language" in capsys.readouterr().err
    assert main(["report", str(file), "--out", str(tmp_path / "r.docx"), "--lang", "fr"]) == 0
    assert capsys.readouterr().err == ""
    assert "Version 3 was not issued in this language: it is in en, fr, nl." in run(
        capsys, "report", file, "--lang", "es"
    )
    refused = run(capsys, "report", file, "--out", tmp_path / "r.docx", "--lang", "es", "--version", "3", code=1)
    assert "it is in en, fr, nl" in refused
    run(capsys, "report", file, "correction", "1", "Wrong.", "--lang", "fr")
    run(capsys, "report", file, "correction", "1", "Wrong.")
    run(capsys, "report", file, "settle", "1", "--not-accepted", "It is right.")
    run(capsys, "report", file, "settle", "2", "--accepted", "--read", "Five came.")
    assert "is open again" in run(capsys, "report", file, "unsettle", "1")
    assert run(capsys, "report", file, "corrigendum") == "Corrigendum 1.\n"
    said = run(capsys, "report", file)
    assert "(accepted · “” → “Five came.” · corrigendum 1)" in said
    assert "Corrigendum 1  " in said
    paper = tmp_path / "c.docx"
    assert run(capsys, "paper", file, "corrigendum", "--out", paper, "--version", "1").startswith(str(paper))


def test_what_was_written_by_hand_in_one_language_is_told_of_the_others(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for key in ("proceedings", "organisation/opening"):
        run(capsys, "report", file, "leave-out", key)
    run(capsys, "report", file, "write", "summary/attendance", "Five", "were registered.")
    told = "fr: 1 paragraph written by hand says there what the sources say (1)."
    assert told in run(capsys, "report", file, "--preflight", "--lang", "fr")
    assert "by hand says" not in run(capsys, "report", file, "--preflight")
    run(capsys, "report", file, "circulate", "--until", "2099-12-13")
    run(capsys, "report", file, "sign-off", "--by", "A. Muster")
    assert run(capsys, "report", file, "final", "--languages", "fr") == f"Version 3: en, fr.\n{told}\n"


def test_a_closing_kit_is_made_and_verified(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "kit"
    told = json.loads(run(capsys, "closing", file, "--out", folder, "--json"))
    assert len(told["files"]) > 15
    assert "all as they were made" in run(capsys, "closing", file, "--verify", folder)
    (folder / "report" / "report.pdf").unlink()
    assert "missing  report/report.pdf" in run(capsys, "closing", file, "--verify", folder, code=1)
    assert not json.loads(run(capsys, "closing", file, "--verify", folder, "--json", code=1))["whole"]
    assert "--out" in run(capsys, "closing", file, code=1)
