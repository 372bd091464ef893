"""Drafts and proposals from the command line: brought, shown, proposed for, decided, made anew, adopted and written."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from cmc_desk.cli import main
from cmc_desk.resource import resource
from tests.meetings import open_desk

PRINCIPLES = str(resource("documents", "principles.toml"))


class Verb:
    """A verb on one file."""

    def __init__(self, name: str, file: str, capsys: pytest.CaptureFixture[str]) -> None:
        self.name, self.file, self.capsys = name, file, capsys

    def __call__(self, *words: str) -> str:
        """Return what is said; the act must be done."""
        self.capsys.readouterr()
        code = main([self.name, self.file, *words])
        said = self.capsys.readouterr()
        assert code == 0, said.err
        return said.out.strip()

    def facts(self, *words: str) -> Any:
        """Return what is answered to a program."""
        return json.loads(self(*words, "--json"))

    def refused(self, *words: str) -> str:
        """Return the sentence with which an act is refused."""
        self.capsys.readouterr()
        assert main([self.name, self.file, *words]) == 1
        return self.capsys.readouterr().err.strip()


@pytest.fixture
def file(tmp_path: Path) -> str:
    desk = open_desk(tmp_path)
    desk.close()
    return str(desk.store.path)


@pytest.fixture
def draft(file: str, capsys: pytest.CaptureFixture[str]) -> Verb:
    return Verb("draft", file, capsys)


@pytest.fixture
def proposal(draft: Verb, file: str, capsys: pytest.CaptureFixture[str]) -> Verb:
    """Return the verb of the proposals; a draft has its text already."""
    draft("import", "--from", PRINCIPLES)
    return Verb("proposal", file, capsys)


def test_a_draft_in_toml_founds_its_document_and_comes_in_again_as_the_same_provisions(
    draft: Verb, tmp_path: Path
) -> None:
    assert draft() == "The meeting has no drafts."
    assert draft("import", "--from", PRINCIPLES, "--dry-run").startswith("Statement of Ideals")
    assert (
        draft("import", "--from", PRINCIPLES) == "Statement of Ideals and Guiding Principles: Draft 1 · 22 provisions"
    )
    (standing,) = draft.facts()
    assert (standing["key"], standing["version"], standing["meter"]["open"]) == ("principles", 1, 18)
    out = tmp_path / "out.toml"
    draft("export", "principles", "--out", str(out))
    before = [one["provision"]["key"] for one in draft.facts("show", "principles")["provisions"]]
    out.write_text(out.read_text(encoding="utf-8").replace("whatever their status", "always"), encoding="utf-8")
    assert "Draft 2" in draft("import", "principles", "--from", str(out))
    draft("import", "principles", "--from", PRINCIPLES, "--label", "Back")
    shown = draft.facts("show", "principles")
    assert [one["provision"]["key"] for one in shown["provisions"]] == before
    assert shown["text"]["version"]["label"] == "Back"
    assert "[-always-]{+whatever their status+}" in draft("show", "principles")


def test_plain_text_is_pasted_or_read_from_a_file(draft: Verb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft("import", "--from", PRINCIPLES)
    pasted = "1. States meet.\n\n2. They share data.\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(pasted))
    assert draft("paste", "principles").endswith("Draft 2 · 2 provisions")
    plain = tmp_path / "t.txt"
    plain.write_text(pasted.replace("meet", "agree"), encoding="utf-8")
    draft("import", "principles", "--from", str(plain))
    assert "1 States [-meet-]{+agree+}." in draft("show", "principles")
    plain.write_bytes(b"\xff\xfe1. X")
    assert "not UTF-8" in draft.refused("import", "principles", "--from", str(plain))
    assert "no file" in draft.refused("import", "principles", "--from", str(tmp_path / "none.txt"))


def test_a_word_file_that_was_written_here_comes_back_in(draft: Verb, proposal: Verb, tmp_path: Path) -> None:
    proposal("add", "should", "--draft", "principles", "--on", "4", "--replacing", "shall", "--by", "Haiti")
    out = tmp_path / "out.docx"
    assert draft("redline", "principles", "--out", str(out)) == str(out)
    assert "tracked" in draft.refused("import", "principles", "--from", str(out))
    assert "Draft 2" in draft("import", "principles", "--from", str(out), "--changes", "accept")
    assert "should exchange" in draft("show", "principles")
    assert "AUTHOR=JM" in draft.refused(
        "import", "principles", "--from", str(out), "--changes", "proposals", "--by", "nobody"
    )


def test_proposals_are_made_answered_supported_and_decided(draft: Verb, proposal: Verb) -> None:
    on = ("--draft", "principles", "--on", "4")
    assert "P-001" in proposal("add", "should", *on, "--replacing", "shall", "--by", "JM", "--why", "Softer.")
    proposal("add", "Who pays?", *on, "--action", "question", "--type", "question", "--by", "haiti")
    proposal("respond", "P-001", "Supported.", "--agency", "IOM")
    proposal("support", "1", "Haiti", "AW", "--note", "Gladly.")
    proposal("support", "1", "UNHCR", "--as", "reservation", "--note", "Until Friday.")
    (one,) = proposal.facts("show", "P-001")
    assert [party["delegation"] for party in one["parties"]] == ["JM", "HT", "AW", "UNHCR"]
    assert one["responses"][0]["text"] == "Supported."
    listed = proposal("list", *on)
    assert "Supported by Haiti, Aruba" in listed
    assert "Who pays?" in listed
    proposal("decide", "P-002", "noted")
    proposal("decide", "1", "accepted as modified", "--final", "States exchange information.", "--note", "Agreed.")
    assert proposal.facts("list", "--live") == []
    proposal("reopen", "P-002")
    assert [found["number"] for found in proposal.facts("list", "--live")] == [2]
    proposal("remove", "P-002")
    assert "Draft 2" in draft("next", "principles")
    assert "[-Participating -]States [-shall -]exchange information" in draft("show", "principles")


def test_a_draft_goes_its_way_to_adoption(draft: Verb, proposal: Verb) -> None:
    assert "1 of 18 agreed" in draft("agree", "principles", "1")
    draft("circulate", "principles", "--until", "2030-01-31")
    proposal("add", "Something new.", "--draft", "principles", "--on", "4", "--action", "insert after")
    assert "not decided yet" in draft.refused("adopt", "principles", "--decided", "approved")
    proposal("decide", "P-001", "accepted")
    assert "19 of 19 agreed" in draft("adopt", "principles", "--decided", "amended", "--reason", "By consensus.")
    assert "approved as amended" in draft()
    assert "adopted" in draft.refused("next", "principles")
    draft("reopen", "principles")
    draft("renumber", "principles")
    labels = [one["provision"]["label"] for one in draft.facts("show", "principles")["provisions"]]
    assert "4 bis" not in labels
    assert "12" in labels


@pytest.mark.parametrize(
    ("act", "ending"),
    [("clean", "pdf"), ("two-columns", "pdf"), ("matrix", "xlsx"), ("export", "docx"), ("export", "txt")],
)
def test_the_papers_of_a_draft_are_written(draft: Verb, proposal: Verb, tmp_path: Path, act: str, ending: str) -> None:
    del proposal
    out = tmp_path / f"out.{ending}"
    assert draft(act, "principles", "--out", str(out)) == str(out)
    assert out.stat().st_size > 500


def test_the_papers_of_an_older_version_are_written(draft: Verb, proposal: Verb, tmp_path: Path) -> None:
    proposal("add", "should", "--draft", "principles", "--on", "4", "--replacing", "shall", "--by", "Haiti")
    proposal("decide", "P-001", "accepted")
    draft("next", "principles")
    said = {}
    for number in ("1", "2"):
        out = tmp_path / f"{number}.docx"
        draft("clean", "principles", "--out", str(out), "--version", number)
        said[number] = "\n".join(one.text for one in Document(str(out)).paragraphs)
    assert "shall exchange" in said["1"]
    assert "Draft 1" in said["1"]
    assert "should exchange" in said["2"]
    name = str(tmp_path / "x.docx")
    assert "no version 3" in draft.refused("redline", "principles", "--out", name, "--version", "3")
    assert "leave out --version" in draft.refused("matrix", "--out", name, "--version", "1")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("dance",), "no “dance” for drafts"),
        (("show",), "Name one of: principles"),
        (("import",), "--from"),
        (("export", "principles"), "--out"),
        (("redline", "principles", "--out", "x.xlsx"), ".docx, .pdf"),
        (("adopt", "principles"), "--decided"),
        (("agree", "principles"), "Name their numbers"),
        (("agree", "principles", "77"), "no provision 77"),
        (("circulate", "principles", "--until", "tomorrow"), "is no day"),
        (("import", "nothing", "--from", "x.docx"), "Name one of: principles"),
    ],
)
def test_what_cannot_be_done_with_drafts_is_one_sentence(
    draft: Verb, proposal: Verb, words: tuple[str, ...], told: str
) -> None:
    del proposal
    assert told in draft.refused(*words)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("dance",), "no “dance” for proposals"),
        (("show",), "P-014"),
        (("show", "P-014"), "no proposal “P-014”"),
        (("list", "--on", "4"), "--draft"),
        (("add", "x", "--draft", "principles", "--on", "4", "--replacing", "must"), "does not stand once in 4"),
        (("add", "x", "--draft", "principles", "--on", "4", "--by", "Atlantis"), "Atlantis"),
    ],
)
def test_what_cannot_be_done_with_proposals_is_one_sentence(proposal: Verb, words: tuple[str, ...], told: str) -> None:
    assert told in proposal.refused(*words)


def test_whoever_tells_what_was_seen_decides_on_nothing_else(draft: Verb, proposal: Verb) -> None:
    on = ("--draft", "principles", "--on", "4")
    proposal("add", "should", *on, "--replacing", "shall", "--by", "JM")
    (one,), (standing,) = proposal.facts("list"), draft.facts("list")
    strange = "0" * 64
    assert "P-001 was written anew meanwhile" in proposal.refused("decide", "1", "accepted", "--seen", strange)
    proposal("decide", "1", "accepted", "--seen", one["digest"])
    for words in (("agree", "principles", "1"), ("adopt", "principles", "--decided", "amended")):
        assert "changed meanwhile: read it once more" in draft.refused(*words, "--seen", standing["digest"])
    (standing,) = draft.facts("list")
    draft("agree", "principles", "1", "--seen", standing["digest"])
    draft("adopt", "principles", "--decided", "amended", "--seen", standing["digest"])
    assert "approved as amended" in draft()
