"""The notes from the command line: added as in the window, listed, searched, exported, restored."""

import json
from pathlib import Path
from typing import Any

import pytest

from cmc_desk.cli import main
from cmc_desk.clock import ManualClock
from cmc_desk.desk.command import Author
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.note_items import assign_item
from cmc_desk.desk.opening import open_meeting
from cmc_desk.desk.rescue import RescueFile, meeting_mark, rescue_folders
from cmc_desk.rules.meeting import Role
from cmc_desk.rules.notes import Written
from tests.desk.note_hands import file as filed
from tests.desk.note_hands import keep
from tests.meetings import DESK_A, MORNING, PEOPLE, open_desk

ITEM = ("--item", "discussion")


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_args: tmp_path / "data")
    desk = open_desk(tmp_path, people=PEOPLE)
    desk.close()
    return str(desk.store.path)


class Notes:
    """The verb on one file."""

    def __init__(self, file: str, capsys: pytest.CaptureFixture[str]) -> None:
        self.file, self.capsys = file, capsys
        capsys.readouterr()

    def __call__(self, *words: str) -> str:
        """Return what is said; the act must be done."""
        code = main(["notes", self.file, *words])
        said = self.capsys.readouterr()
        assert code == 0, said.err
        return said.out.strip()

    def facts(self, *words: str) -> Any:
        """Return what is answered to a program."""
        return json.loads(self(*words, "--json"))

    def refused(self, *words: str) -> str:
        """Return why an act is refused."""
        assert main(["notes", self.file, *words]) == 1
        return self.capsys.readouterr().err.strip()


@pytest.fixture
def notes(file: str, capsys: pytest.CaptureFixture[str]) -> Notes:
    return Notes(file, capsys)


def test_a_text_is_added_as_the_window_reads_it(notes: Notes) -> None:
    said = notes("add", "! a: Circulate the forms @JM due: 2019-12-20", *ITEM, "--speaker", "Haïti", "--at", "08:31")
    assert said.splitlines()[0].endswith("2019-12-05 08:31  Haiti  Action · read-out · @JM · 2019-12-20")
    assert said.splitlines()[1] == "    Circulate the forms"
    written = notes.facts("list", *ITEM)[0]["written"]
    assert (written["kind"], written["delegation"], written["language"]) == ("action", "HT", "en")
    assert (written["assignee"], written["due"], written["highlighted"]) == ("JM", "2019-12-20", True)


def test_who_spoke_may_not_be_known_and_who_said_what_may_stay_untold(notes: Notes) -> None:
    notes("add", "One.", *ITEM, "--speaker", "??", "--internal")
    notes("add", "Two.", *ITEM, "--not-attributed", "--lang", "fr")
    said = notes("list", *ITEM)
    assert "??  Intervention · Internal" in said
    assert "Intervention · Not for attribution" in said
    assert "1 speaker is not known" in notes()
    assert "No delegation" in notes.refused("add", "x", *ITEM, "--speaker", "Atlantis")


def test_the_items_say_how_far_they_are_and_whose(notes: Notes) -> None:
    desk = _open(notes)
    desk.do(assign_item, item="discussion", rapporteur="A. Sample-Clarke")
    desk.close()
    assert notes().splitlines()[-1] == "discussion · Discussion · Later · 0 entries · A. Sample-Clarke"
    assert "Draft" in notes("status", "draft", *ITEM)
    assert "M. Sample-Ford" in notes("hand-over", "M. Sample-Ford", *ITEM)
    assert "Say one of later" in notes.refused("status", "ready", *ITEM)
    assert "Nothing is running" in notes.refused("status", "draft")


def test_what_was_said_is_found(notes: Notes) -> None:
    notes("add", "Principle 3 [in brackets].", *ITEM)
    assert "Discussion" in notes("search", "princ")
    assert notes("search", "nowhere") == "There are no entries."
    assert [one["written"]["text"] for one in notes.facts("search", "bracket")] == ["Principle 3 [in brackets]."]


def test_what_was_deleted_comes_back_and_an_earlier_text_as_well(notes: Notes) -> None:
    desk = _open(notes)
    key = filed(desk, Written(text="One."))
    desk.close()
    assert f"restore {key[:8]}" in notes("delete", key[:10])
    assert "deleted" in notes("list", *ITEM, "--deleted")
    assert "One." in notes("restore", key)
    assert "say with --revision" in notes.refused("restore", key)
    assert "One." in notes("revisions", key)
    assert notes("restore", key, "--revision", "1")
    assert "key that begins" in notes.refused("restore", "zzz")


def test_an_export_holds_every_letter_and_for_programs_every_revision(notes: Notes, tmp_path: Path) -> None:
    text = "A\u00a0b [x] é \u0627\u0644 🙂\u2028c\n- d"
    desk = _open(notes)
    filed(desk, Written(text=text, delegation="JM", provision="3", assignee="HT", due=MORNING.date()))
    filed(desk, Written(text="Unknown.", unknown=True), item="opening")
    keep(desk, "typing", Written(text="Typing."), 0)
    desk.close()
    out = tmp_path / "notes.txt"
    assert notes("export", "--out", str(out)) == str(out)
    written = out.read_bytes().decode()
    assert text in written
    assert "Typing." not in written
    assert written.index("Opening") < written.index("Jamaica · Intervention · @HT · 2019-12-05")
    notes("export", "--out", str(tmp_path / "notes.json"), *ITEM)
    found = json.loads((tmp_path / "notes.json").read_text(encoding="utf-8"))["entries"]
    assert [one["written"]["text"] for one in found] == [text, "Typing."]
    assert found[0]["revisions"][0]["written"]["text"] == text
    assert "such a name" in notes.refused("export", "--out", "x.pdf")
    assert "Where to" in notes.refused("export")


def test_what_was_rescued_is_shown_and_taken(notes: Notes) -> None:
    assert notes("rescued") == "Nothing was rescued."
    desk = _open(notes)
    rescue = RescueFile(
        rescue_folders(desk.store.path)[:1],
        meeting=desk.read(meeting_mark),
        author=Author("A. Sample-Clarke", Role.RAPPORTEUR, "Rapporteur 1"),
    )
    path = rescue.append(
        at=MORNING, entry="k", item="discussion", started_at=MORNING, written=Written(text="Typed."), base=0
    )
    desk.close()
    assert notes("rescued").endswith("A. Sample-Clarke  Typed.")
    assert notes("rescued", "--take") == "1 text was taken into the notes."
    assert not path.exists()
    assert "still in the composer" in notes("list", *ITEM)


def test_an_act_that_there_is_not_is_refused(notes: Notes) -> None:
    assert "there is: list, add" in notes.refused("sing")
    assert "empty" in notes.refused("add", "", *ITEM)


def _open(notes: Notes) -> Desk:
    return open_meeting(Path(notes.file), author=DESK_A, clock=ManualClock(MORNING))
