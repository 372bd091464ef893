"""A file that comes twice writes nothing twice, and what would be refused is refused in a dry run as well."""

import io
from pathlib import Path

import pytest

from tests.cli.test_draft import PRINCIPLES, Verb
from tests.cli.test_draft_proposed import tracked
from tests.desk.plan_hands import Cells, filled_in, with_plan, workbook
from tests.meetings import open_desk


@pytest.fixture
def file(tmp_path: Path) -> str:
    desk = open_desk(tmp_path)
    with_plan(desk)
    workbook(desk, tmp_path, "plan-of-action")
    desk.close()
    return str(desk.store.path)


@pytest.fixture
def draft(file: str, capsys: pytest.CaptureFixture[str]) -> Verb:
    return Verb("draft", file, capsys)


@pytest.fixture
def proposal(file: str, capsys: pytest.CaptureFixture[str]) -> Verb:
    return Verb("proposal", file, capsys)


def test_tracked_changes_that_come_twice_are_proposed_once(draft: Verb, proposal: Verb, tmp_path: Path) -> None:
    words = ("import", "plan", "--changes", "proposals", "--from")
    draft(*words, str(tracked(tmp_path / "one.docx", "Jamaica")))
    number = len(proposal.facts("list"))
    assert number
    assert "proposed already" in draft.refused(*words, str(tmp_path / "one.docx"))
    assert "proposed already" in draft.refused(*words, str(tmp_path / "one.docx"), "--dry-run")
    assert len(proposal.facts("list")) == number


def test_a_plan_that_comes_twice_is_proposed_once(draft: Verb, proposal: Verb, tmp_path: Path) -> None:
    def change(rows: list[Cells]) -> list[Cells]:
        rows[0]["Baseline"] = "3"
        return rows

    path = filled_in(tmp_path / "plan-of-action.xlsx", "Rows", change)
    words = ("import", "plan", "--from", str(path), "--changes", "proposals", "--by")
    draft(*words, "HT")
    assert "proposed already" in draft.refused(*words, "HT")
    draft(*words, "JM")
    assert len(proposal.facts("list")) == 2


def test_a_file_of_another_document_proposes_nothing(draft: Verb, proposal: Verb, tmp_path: Path) -> None:
    draft("import", "--from", PRINCIPLES)
    path = tracked(tmp_path / "t.docx", "Jamaica")
    said = draft.refused("import", "principles", "--from", str(path), "--changes", "proposals")
    assert "written for another document" in said
    assert proposal.facts("list") == []


def test_a_text_that_differs_in_nothing_makes_no_version(draft: Verb) -> None:
    draft("import", "--from", PRINCIPLES)
    assert "Nothing in it differs" in draft.refused("import", "--from", PRINCIPLES, "--dry-run")
    assert "Nothing in it differs" in draft.refused("import", "--from", PRINCIPLES)


def test_an_adopted_draft_takes_nothing_not_even_to_try(draft: Verb, proposal: Verb, tmp_path: Path) -> None:
    path = str(tracked(tmp_path / "t.docx", "Jamaica"))
    draft("adopt", "plan", "--decided", "approved")
    for words in (("--changes", "proposals"), ("--changes", "accept")):
        for more in ((), ("--dry-run",)):
            assert "The meeting adopted this text" in draft.refused("import", "plan", "--from", path, *words, *more)
    assert proposal.facts("list") == []


def test_plain_text_and_what_is_pasted_found_a_document(
    draft: Verb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "t.txt"
    path.write_text("THE MODES\n\n1. States meet every year.\n", encoding="utf-8")
    draft("import", "modes", "--from", str(path), "--title", "The modes", "--dry-run")
    assert "modes" not in draft("list")
    draft("import", "modes", "--from", str(path), "--title", "The modes")
    assert "States meet every year." in draft("show", "modes")
    assert "leave out --title" in draft.refused("import", "modes", "--from", str(path), "--title", "The modes")
    monkeypatch.setattr("sys.stdin", io.StringIO("1. States agree.\n"))
    draft("paste", "ways", "--title", "The ways")
    assert "States agree." in draft("show", "ways")


def test_a_matrix_whose_rows_name_no_document_is_of_the_one_that_is_named(
    draft: Verb, proposal: Verb, tmp_path: Path
) -> None:
    draft("import", "--from", PRINCIPLES)
    path = tmp_path / "m.csv"
    path.write_text(
        'Para,Country,Proposed rewording,Explanation\n1.1.1,Haiti,"States share procedures.",Shorter\n',
        encoding="utf-8",
    )
    assert main_refused(proposal, "check", str(path))
    assert "new comment" in proposal("check", str(path), "--draft", "plan")


def main_refused(verb: Verb, *words: str) -> bool:
    from cmc_desk.cli import main

    return main([verb.name, verb.file, *words]) != 0


def test_who_answers_and_who_is_against_it_is_known(draft: Verb, proposal: Verb) -> None:
    draft("list")
    added = proposal("add", "States share data.", "--draft", "plan", "--on", "1.1.2", "--by", "HT")
    assert "P-001" in added
    assert "answers no proposals" in proposal.refused("respond", "P-001", "Thanks.", "--agency", "FOO")
    assert "IOM: Thanks." in proposal("respond", "P-001", "Thanks.", "--agency", "iom")
    assert "Opposed by Jamaica" in proposal("support", "P-001", "JM", "--as", "opponent")
    assert "1 supporter" in draft("show", "plan")


def test_a_number_that_was_typed_with_a_new_provision_is_its_number(draft: Verb, proposal: Verb) -> None:
    draft("list")
    (one,) = proposal.facts(
        "add", "1.1.1 bis. Visas à la carte.", "--draft", "plan", "--on", "1.1.1", "--action", "insert after"
    )
    assert (one["new_label"], one["new_text"]) == ("1.1.1 bis", "Visas à la carte.")
    (one,) = proposal.facts("add", "1.1.2. Again.", "--draft", "plan", "--on", "1.1.1", "--action", "insert after")
    assert (one["new_label"], one["new_text"]) == ("", "Again.")
