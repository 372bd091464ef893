"""A damaged meeting says what happened and where its newest copies are, in words of people."""

from pathlib import Path

import pytest

from cmc_desk.desk.backups import copies_words, copy_now
from cmc_desk.desk.opening import open_meeting
from cmc_desk.desk.setup import change_meeting
from cmc_desk.rules.refusal import Damaged
from tests.meetings import DESK_A, MORNING, PEOPLE, open_desk

PAGE = 4096


@pytest.fixture(autouse=True)
def _folders_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_args: tmp_path / "data")


@pytest.fixture
def meeting(tmp_path: Path) -> Path:
    """Return a meeting with one copy on a stick."""
    desk = open_desk(tmp_path, people=PEOPLE)
    desk.do(change_meeting, changes={"backup_folder": str(tmp_path / "stick")})
    copy_now(desk, now=MORNING)
    desk.close()
    return desk.store.path


def sentence(path: Path) -> str:
    with pytest.raises(Damaged) as refused:
        open_meeting(path, author=DESK_A)
    return refused.value.sentence


def test_a_page_that_went_bad_is_said_without_the_words_of_the_library_and_the_copies_are_named(meeting: Path) -> None:
    content = meeting.read_bytes()
    (copy,) = (meeting.parent / "stick").glob("*.cmc")
    said: list[str] = []
    for page in range(1, len(content) // PAGE):
        broken = content[: page * PAGE] + b"\xff" * 16 + content[page * PAGE + 16 :]
        meeting.write_bytes(broken)
        try:
            open_meeting(meeting, author=DESK_A).close()
        except Damaged as damaged:
            said.append(damaged.sentence)
        assert meeting.read_bytes() == broken
    assert all("m.cmc is damaged" in one for one in said)
    assert not any(word in one for one in said for word in ("btree", "error code", "Tree ", "database"))
    # All but those pages that say where the copies are.
    named = [one for one in said if str(copy.parent) in one and copy.name in one]
    assert len(named) > len(content) // PAGE // 2


def test_a_file_that_has_nothing_but_its_head_is_damaged_too(meeting: Path) -> None:
    content = meeting.read_bytes()
    meeting.write_bytes(content[:PAGE] + bytes(len(content) - PAGE))
    assert "No copy of it lies in" in sentence(meeting)


def test_the_three_newest_copies_are_named(meeting: Path) -> None:
    stick = meeting.parent / "stick"
    (copy,) = stick.glob("*.cmc")
    for second in range(1, 5):
        (stick / copy.name.replace("134000Z", f"13400{second}Z")).write_bytes(copy.read_bytes())
    words = copies_words(meeting, str(stick))
    assert words.index("134004Z") < words.index("134003Z") < words.index("134002Z")
    assert "134001Z" not in words
