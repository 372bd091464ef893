"""What others changed in a file becomes proposals on the command line, of those who made it and of nobody else."""

from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from cmc_desk.cli import main
from tests.cli.test_draft import PRINCIPLES, Verb
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


def tracked(path: Path, *authors: str) -> Path:
    """Write a Word file with a provision of the principles, to which each of `authors` added a word."""
    page = Document()
    paragraph = page.add_paragraph("States publish data.")
    for author in authors:
        paragraph._p.append(
            parse_xml(
                f'<w:ins {nsdecls("w")} w:id="1" w:author="{author}" w:date="2019-12-01T10:00:00Z"><w:r><w:t> So {author}.</w:t></w:r></w:ins>'
            )
        )
        paragraph.add_run(" And")
    page.save(str(path))
    return path


def test_authors_are_named_and_nobody_unknown_becomes_the_secretariat(
    draft: Verb, proposal: Verb, tmp_path: Path
) -> None:
    path = str(tracked(tmp_path / "t.docx", "Jamaica Delegation", "Maria Perez"))
    words = ("import", "plan", "--from", path, "--changes", "proposals")
    assert "Of which delegation is “Maria Perez”?" in draft.refused(*words)
    assert "there is: “Jamaica Delegation”, “Maria Perez”" in draft.refused(*words, "--by", "Perez=HT")
    assert proposal.facts("list") == []
    said = draft(*words, "--by", "Maria Perez=-", "--dry-run")
    assert "Maria Perez: 1 change, of the secretariat" in said
    said = draft(*words, "--by", "Maria Perez=Haiti")
    assert "Jamaica Delegation: 1 change, of Jamaica" in said
    assert "Maria Perez: 1 change, of Haiti" in said
    assert "--changes proposals" in draft.refused(*words[:4], "--changes", "accept", "--by", "Maria Perez=HT")


def test_a_plan_that_came_back_becomes_proposals_of_the_delegations_that_are_named(
    draft: Verb, proposal: Verb, tmp_path: Path
) -> None:
    def change(rows: list[Cells]) -> list[Cells]:
        rows[0]["Baseline"], rows[2]["Activity"] = "3", "States publish comparable data."
        return rows

    book = filled_in(tmp_path / "plan-of-action.xlsx", "Rows", change)
    words = ("import", "plan", "--from", str(book))
    assert "Whose proposals are these?" in draft.refused(*words, "--changes", "proposals")
    assert "Atlantis" in draft.refused(*words, "--changes", "proposals", "--by", "Atlantis")
    assert "Nothing is tracked in a workbook" in draft.refused(*words, "--changes", "accept")
    assert "Rows, row 4: 1.1.2, Activity" in draft(*words, "--changes", "proposals", "--by", "JM", "--dry-run")
    assert proposal.facts("list") == []
    assert "2 proposals" in draft(*words, "--changes", "proposals", "--by", "=JM", "--by", "Haiti")
    found = proposal.facts("list")
    assert [(one["field"], one["new_text"]) for one in found] == [
        ("baseline", "3"),
        ("", "States publish comparable data."),
    ]
    assert [party["delegation"] for party in found[0]["parties"]] == ["JM", "HT"]
    assert [one["version"] for one in draft.facts()] == [1]


def test_the_dry_run_of_a_plan_tells_all_and_is_refused_where_bringing_it_would_be(
    draft: Verb, file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = filled_in(
        tmp_path / "plan-of-action.xlsx", "Rows", lambda rows: [*rows[:2], rows[2] | {"Activity": None}, *rows[3:]]
    )
    assert main(["draft", file, "import", "plan", "--from", str(book), "--dry-run"]) == 1
    assert "1.1.2 has no text any more" in capsys.readouterr().out
    assert "1.1.2 has no text any more" in draft.refused("import", "plan", "--from", str(book))


def test_what_was_agreed_and_is_open_again_is_said(draft: Verb, proposal: Verb) -> None:
    draft("import", "--from", PRINCIPLES)
    draft("agree", "principles", "4")
    proposal("add", "should", "--draft", "principles", "--on", "4", "--replacing", "shall", "--by", "JM")
    said = "4 was agreed: it is open again, because its text changes."
    assert said in proposal("decide", "P-001", "accepted")
    draft("agree", "principles", "4")
    assert said in proposal("reopen", "P-001")
    assert said not in proposal("decide", "P-001", "not accepted")


def test_a_document_is_founded_with_the_text_of_a_word_file(draft: Verb, tmp_path: Path) -> None:
    plain, changed = tracked(tmp_path / "p.docx"), tracked(tmp_path / "c.docx", "Haiti")
    words = ("import", "terms", "--title", "Terms of Reference", "--from")
    assert "nothing stands here yet" in draft.refused(*words, str(changed))
    assert "States publish data." in draft(*words, str(plain), "--dry-run")
    assert [one["key"] for one in draft.facts()] == ["plan"]
    assert "Terms of Reference: Draft 1" in draft(*words, str(plain))
    assert "leave out --title" in draft.refused(*words, str(plain))


def test_the_proposals_of_the_demo_meeting_are_no_draft(draft: Verb) -> None:
    path = Path(PRINCIPLES).with_name("cmc-2019-proposals.toml")
    assert "proposals of the demo meeting" in draft.refused("import", "--from", str(path))


def test_a_file_with_macros_is_refused_by_its_name(draft: Verb, tmp_path: Path) -> None:
    path = tracked(tmp_path / "t.docx").rename(tmp_path / "T.DOCM")
    assert "contains macros" in draft.refused("import", "plan", "--from", str(path))


def test_changes_without_an_author_are_asked_about_in_words_that_say_how_to_answer(draft: Verb, tmp_path: Path) -> None:
    path = str(tracked(tmp_path / "t.docx", "", "Maria Perez"))
    words = ("import", "plan", "--from", path, "--changes", "proposals", "--dry-run")
    both = draft.refused(*words)
    assert "Of which delegation is “Maria Perez”?" in both
    assert "Some changes have no author: of which delegation are they? Give --by =JM" in both
    assert "nobody named" not in both
    only = draft.refused(*words, "--by", "Maria Perez=HT")
    assert only.startswith("Some changes have no author")
    assert draft(*words, "--by", "Maria Perez=HT", "--by", "=JM").startswith("2 proposals")
