"""A Word file of another document of the meeting is told by our marks in it, or by its words, and not taken for this one."""

from pathlib import Path

import pytest
from docx import Document

from cmc_desk.resource import resource
from tests.cli.test_draft import PRINCIPLES, Verb
from tests.meetings import open_desk

MODALITIES = str(resource("documents", "modalities.toml"))


@pytest.fixture
def draft(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Verb:
    desk = open_desk(tmp_path)
    desk.close()
    verb = Verb("draft", str(desk.store.path), capsys)
    verb("import", "--from", PRINCIPLES)
    verb("import", "--from", MODALITIES)
    return verb


@pytest.fixture
def clean(draft: Verb, tmp_path: Path) -> Path:
    """Return the modalities as we write them."""
    draft("clean", "modalities", "--out", str(tmp_path / "m.docx"))
    return tmp_path / "m.docx"


def reworded(path: Path, *, kept: int = 0) -> Path:
    """Write other words into every paragraph but the first `kept`; the marks stay where they are."""
    page = Document(str(path))
    for place, one in enumerate(page.paragraphs):
        if place >= kept and one.runs:
            one.runs[-1].text = f"Said otherwise {place}."
    page.save(str(path))
    return path


def unmarked(path: Path) -> Path:
    """Write the words of a file into one that knows nothing of ours."""
    page = Document()
    for one in Document(str(path)).paragraphs:
        page.add_paragraph(one.text)
    page.save(str(path))
    return path


@pytest.mark.parametrize("made", [lambda path: path, reworded, unmarked], ids=["as it is", "reworded", "unmarked"])
@pytest.mark.parametrize("more", [(), ("--dry-run",), ("--changes", "proposals", "--dry-run")])
def test_the_file_of_another_document_is_refused_with_its_name(
    draft: Verb, clean: Path, made: object, more: tuple[str, ...]
) -> None:
    assert callable(made)
    said = draft.refused("import", "principles", "--from", str(made(clean)), *more)
    assert said.startswith("m.docx is of “")
    assert "Modalities”, not of “" in said
    assert said.endswith("”: bring it there.")


def test_it_is_brought_where_it_belongs_and_may_begin_another_document(draft: Verb, clean: Path) -> None:
    assert draft.refused("import", "modalities", "--from", str(clean)).startswith("Nothing in it differs from ")
    assert draft("import", "modalities", "--from", str(reworded(clean)), "--dry-run")
    assert draft("import", "copy", "--title", "A copy", "--from", str(clean), "--dry-run")


def test_a_sentence_that_two_documents_share_is_no_sign(draft: Verb, clean: Path, tmp_path: Path) -> None:
    page = Document()
    page.add_paragraph("1. States publish data.")
    page.add_paragraph(max((one.text for one in Document(str(clean)).paragraphs), key=len))
    page.save(str(tmp_path / "new.docx"))
    assert draft("import", "principles", "--from", str(tmp_path / "new.docx"), "--dry-run")
