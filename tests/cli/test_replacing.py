"""A lost badge is replaced from the command line: the old code stops working, the new one is on paper."""

import json
from pathlib import Path
from typing import Any

import pypdf
import pytest

from cmc_desk.cli import main
from cmc_desk.rules.badge_code import in_groups
from tests.cli.test_badges import join, training

__all__ = ["training"]
DAY = ["--at", "2019-12-05 08:52"]


def found(file: Path, name: str, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """Return the one person who is found by name."""
    capsys.readouterr()
    assert main(["find", str(file), name, "--json"]) == 0
    (hit,) = json.loads(capsys.readouterr().out)
    return dict(hit)


def text(path: Path) -> str:
    return " ".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def test_the_old_code_stops_working_and_the_new_badge_says_that_it_is_a_replacement(
    training: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    join(training, tmp_path, "Ana,Sample-Zed,Haiti,Consul")
    old, out = found(training, "Ana Sample-Zed", capsys)["code"], tmp_path / "new.pdf"
    assert main(["replace-badge", str(training), "ana", "sample-zed", "--reason", "lost", "--out", str(out)]) == 0
    said = capsys.readouterr()
    new = found(training, "Ana Sample-Zed", capsys)["code"]
    assert new != old
    assert said.out.strip() == str(out)
    assert f"Ana Sample-Zed: the old badge stops working, the new code is {in_groups(new)}." in said.err
    assert "1 badge on 1 page" in said.err
    assert in_groups(new) in text(out)
    assert "Replacement badge" in text(out)
    assert main(["check-in", str(training), old, *DAY]) == 1
    assert "This badge was replaced" in capsys.readouterr().err
    assert main(["check-in", str(training), new, *DAY]) == 0


def test_a_code_names_the_person_too_also_one_that_was_replaced_before(
    training: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    join(training, tmp_path, "Ana,Sample-Zed,Haiti,Consul")
    first, out = found(training, "Ana Sample-Zed", capsys)["code"], tmp_path / "new.pdf"
    asked = ["replace-badge", str(training), first.lower(), "--reason", "lost", "--out", str(out)]
    assert main([*asked, "--design", "a6", "--back", "duplex", "--no-word", "--printed"]) == 0
    assert "Replacement badge" not in text(out)
    assert "2 pages" in capsys.readouterr().err
    second = found(training, "Ana Sample-Zed", capsys)["code"]
    assert main(asked) == 0
    assert found(training, "Ana Sample-Zed", capsys)["code"] not in (first, second)
    assert main(["journal", str(training), "--json"]) == 0
    said = capsys.readouterr().out
    assert [said.count(act) for act in ("badges.reissue", "badges.printed", "papers.exported")] == [2, 1, 2]


@pytest.mark.parametrize(
    ("asked", "code", "sentence"),
    [
        (["nobody"], 1, "Nobody who is expected has the code or the name “nobody”"),
        (["sample"], 1, "“sample” is not one person: "),
        (["sample-zed", "--out", "x.docx"], 1, "ends in .pdf"),
        (["sample-zed", "--reason", " "], 1, "Say why the badge is replaced"),
        (["sample-zed", "--stock", "a4-8-90x55", "--start-cell", "9"], 1, "places 1 to 8"),
        (["sample-zed", "--out", "nowhere/x.pdf"], 3, "There is no folder"),
        (["王", "小明"], 1, "No font has the letters of “王 小明”"),
    ],
)
def test_what_cannot_be_printed_is_refused_while_the_old_badge_still_works(
    training: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    asked: list[str],
    code: int,
    sentence: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    join(training, tmp_path, "Ana,Sample-Zed,Haiti,Consul", "王,小明,Haiti,Consul")
    before = [found(training, name, capsys)["code"] for name in ("Ana Sample-Zed", "王")]
    assert main(["replace-badge", str(training), "--reason", "lost", "--out", "x.pdf", *asked]) == code
    assert sentence in capsys.readouterr().err
    assert [found(training, name, capsys)["code"] for name in ("Ana Sample-Zed", "王")] == before


def test_a_name_that_no_font_has_is_replaced_with_a_line_to_write_on_if_that_is_asked_for(
    training: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    join(training, tmp_path, "王,小明,Haiti,Consul")
    out = tmp_path / "x.pdf"
    asked = ["replace-badge", str(training), "王", "--reason", "lost", "--out", str(out)]
    assert main([*asked, "--printed", "--even-unreadable"]) == 0
    assert "Consul" in text(out)


def test_a_file_that_cannot_be_written_leaves_the_new_badge_to_be_printed(
    training: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    join(training, tmp_path, "Ana,Sample-Zed,Haiti,Consul")
    folder = tmp_path / "new.pdf"
    folder.mkdir()
    assert main(["replace-badge", str(training), "sample-zed", "--reason", "lost", "--out", str(folder)]) == 3
    assert "it is among those of badges --only to-print" in capsys.readouterr().err
    out = tmp_path / "again.pdf"
    assert main(["badges", str(training), "--out", str(out), "--only", "to-print"]) == 0
    assert in_groups(found(training, "Ana Sample-Zed", capsys)["code"]) in text(out)


def test_the_whole_name_of_somebody_is_enough_where_a_longer_one_begins_alike(
    training: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    join(training, tmp_path, "Ana,Sample-Zed,Haiti,Consul", "Anabel,Sample-Zedmann,Jamaica,Consul")
    asked = ["--reason", "lost", "--out", str(tmp_path / "x.pdf")]
    assert main(["replace-badge", str(training), "ana sample-ze", *asked]) == 1
    assert "“ana sample-ze” is not one person: " in capsys.readouterr().err
    assert main(["replace-badge", str(training), "Ana Sample-Zed", *asked]) == 0
