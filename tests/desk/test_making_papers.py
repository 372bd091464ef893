"""Papers of every kind are made whole, counted and recorded."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cmc_desk.desk.desk import Desk
from cmc_desk.desk.made_papers import paper_states
from cmc_desk.desk.making_papers import make_paper
from cmc_desk.desk.paper_preview import preview_paper
from cmc_desk.rules.papers import Ask, Format, PaperState
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.task import Cancelled
from tests.desk.paper_hands import DOCX, PDF, journal, made, papers, states, words
from tests.meetings import ANDRE, JOSE, KEISHA, clock_of, enter, open_desk
from tests.paper_kinds import SHEET, UNAVAILABLE


@pytest.fixture
def desk(tmp_path: Path) -> Any:
    opened = open_desk(tmp_path, people=(KEISHA, ANDRE))
    yield opened
    opened.close()


def test_a_paper_is_written_under_its_name_and_recorded_without_a_name_of_a_person(desk: Desk, tmp_path: Path) -> None:
    paper = made(desk, tmp_path / "Papers")
    assert paper.path == tmp_path / "Papers" / "sheet en v1.pdf"
    content = paper.path.read_bytes()
    assert KEISHA.family_name in words(content)
    assert "T. Sample-Reid" in words(content)
    assert "Kingston, 5–6 December 2019" in words(content)
    row = journal(desk)
    args = json.loads(row.args or "")
    assert row.kind == "papers.made"
    assert args["digest"] == hashlib.sha256(content).hexdigest()
    assert (args["fields"], args["people"]) == (["given_name", "family_name"], 2)
    assert KEISHA.family_name not in (row.args or "") + (row.outcome or "")
    (stored,) = papers(desk)
    assert (stored.kind, stored.form, stored.version, stored.file) == ("sheet", PDF, 1, "sheet en v1.pdf")
    assert (stored.operator, stored.station, stored.people) == ("T. Sample-Reid", "Desk A", 2)


def test_making_alone_records_nothing_and_a_preview_writes_nothing(desk: Desk, tmp_path: Path) -> None:
    make_paper(desk, SHEET, Ask(), PDF, tmp_path)
    before = sorted(tmp_path.rglob("*"))
    pages = preview_paper(desk, SHEET, Ask()).pages
    assert pages is not None
    assert KEISHA.family_name in words(pages)
    assert papers(desk) == []
    assert sorted(tmp_path.rglob("*")) == before


def test_each_making_is_a_version_of_its_own_and_every_file_is_kept(desk: Desk, tmp_path: Path) -> None:
    first = made(desk, tmp_path)
    clock_of(desk).advance(minutes=1)
    enter(desk, JOSE)
    second = made(desk, tmp_path)
    assert (first.version, second.version) == (1, 2)
    assert first.path.exists()
    assert "Sheet, version 2" in words(second.path.read_bytes())
    # Another window was quicker, and its file is not written over.
    third = make_paper(desk, SHEET, Ask(), PDF, tmp_path)
    again = make_paper(desk, SHEET, Ask(), PDF, tmp_path)
    assert again.path.name == "sheet en v3 (2).pdf"
    assert not again.beside
    assert third.path.exists()


def test_the_same_as_word_is_the_same_version(desk: Desk, tmp_path: Path) -> None:
    made(desk, tmp_path)
    assert made(desk, tmp_path, form=DOCX).version == 1
    (state,) = desk.read(paper_states, now=desk.clock.now(), kinds=(SHEET,))
    assert (state.version, state.forms) == (1, (PDF, DOCX))
    assert [one.name for one in state.files] == ["sheet en v1.pdf", "sheet en v1.docx"]
    clock_of(desk).advance(minutes=1)
    assert made(desk, tmp_path).version == 2
    (state,) = desk.read(paper_states, now=desk.clock.now(), kinds=(SHEET,))
    assert state.forms == (PDF,), "the Word file is that of the version before"
    assert state.file_as(DOCX) is None


def test_versions_are_counted_for_each_ask_and_what_a_paper_does_not_heed_makes_no_other_ask(
    desk: Desk, tmp_path: Path
) -> None:
    assert made(desk, tmp_path, Ask(only="JM")).version == 1
    assert made(desk, tmp_path, Ask(only="HT")).version == 1
    assert made(desk, tmp_path, Ask(only="JM", blanks=3, persons=True)).version == 2
    assert states(desk) == [(PaperState.CURRENT, 2), (PaperState.CURRENT, 1)]


@pytest.mark.parametrize(
    ("ask", "field"), [(Ask(session="lunch"), "session"), (Ask(only="ZZ"), "only"), (Ask(day="2019-12-24"), "day")]
)
def test_what_the_meeting_does_not_have_cannot_be_asked_for(desk: Desk, tmp_path: Path, ask: Ask, field: str) -> None:
    kind = replace(SHEET, asks=SHEET.asks | {"day"})
    with pytest.raises(Refusal) as refused:
        make_paper(desk, kind, ask, PDF, tmp_path / "Papers")
    assert refused.value.field == field
    assert not (tmp_path / "Papers").exists()


def test_a_form_that_a_paper_does_not_have_is_refused_with_those_it_has(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="not made as XLSX: it is made as PDF, DOCX"):
        make_paper(desk, SHEET, Ask(), Format.XLSX, tmp_path)


def test_a_quorum_of_now_is_of_the_instant_at_which_it_was_asked(desk: Desk, tmp_path: Path) -> None:
    kind = replace(SHEET, asks=frozenset({"at"}))
    paper = made(desk, tmp_path, kind=kind)
    assert paper.ask.at == desk.clock.now()
    assert paper.path.name == "sheet 2019-12-05 0840 en v1.pdf", "on the clocks of the meeting"


def test_a_paper_that_was_made_cannot_be_undone(desk: Desk, tmp_path: Path) -> None:
    made(desk, tmp_path)
    desk.undo()
    assert len(papers(desk)) == 1, "what was undone is the registration before"


def test_a_folder_that_cannot_be_made_and_a_paper_that_cannot_be_rendered_leave_nothing(
    desk: Desk, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(Unavailable, match="choose another"):
        make_paper(desk, SHEET, Ask(), PDF, tmp_path / "file" / "Papers")
    with pytest.raises(Unavailable, match="fonts"):
        make_paper(desk, UNAVAILABLE, Ask(), PDF, tmp_path / "Papers")
    assert not (tmp_path / "Papers").exists()


def test_a_file_that_is_open_elsewhere_lets_the_paper_go_beside_it(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "sheet.pdf"
    target.write_bytes(b"open in another program")
    replace_file = Path.replace

    def windows_says_no(self: Path, other: Path) -> Path:
        if Path(other) == target:
            raise PermissionError(13, "The file is used by another process")
        return replace_file(self, other)

    monkeypatch.setattr(Path, "replace", windows_says_no)
    paper = made(desk, target)
    assert paper.beside
    assert paper.path.name == "sheet (2).pdf"
    assert target.read_bytes() == b"open in another program"
    assert papers(desk)[0].file == "sheet (2).pdf"


@pytest.mark.parametrize("step", [1, 2, 3])
def test_work_that_is_cancelled_writes_nothing(desk: Desk, tmp_path: Path, step: int) -> None:
    def cancel(done: int, _whole: int) -> None:
        if done == step:
            raise Cancelled

    with pytest.raises(Cancelled):
        make_paper(desk, SHEET, Ask(), PDF, tmp_path / "Papers", progress=cancel)
    assert not (tmp_path / "Papers").exists()


def test_an_empty_meeting_has_papers_too(tmp_path: Path) -> None:
    desk = open_desk(tmp_path, name="empty.cmc")
    assert made(desk, tmp_path).people == 0
    desk.close()
