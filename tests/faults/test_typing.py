"""A window is killed while somebody types eleven keys a second: a second and a half of typing is lost at most, nothing acknowledged ever."""

import json
import sys
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest

from cmc_desk.desk.note_list import notes_of
from cmc_desk.desk.opening import open_meeting
from cmc_desk.desk.rescue import Rescued, meeting_mark, rescued
from cmc_desk.rules.notes import NoteEntry
from tests.faults import rapporteur
from tests.faults.rapporteur import ITEM
from tests.faults.scene import TIMES, Child, Scene, dice, whole
from tests.faults.test_disk import fill
from tests.faults.test_kill import spin
from tests.meetings import DESK_A, PASSPHRASE

pytestmark = [
    pytest.mark.fault,
    pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of Unix"),
]
# A second and a half at eleven keys a second.
MOST_LOST = 16
_WORDS = [
    "the",
    "delegation",
    "recalled",
    "that",
    "[paragraph",
    "four]",
    "was",
    "agreed",
    "ad",
    "referendum",
    "Curaçao",
    "l’échange",
    "año",
    "😀",
]
# Windows that type at the pace of a person have time to spare: so many share it.
_TOGETHER = 8


@dataclass
class Typing:
    """A window that types, and what it has said so far."""

    scene: Scene
    entries: list[str]
    child: Child
    said: list[dict[str, Any]] = field(default_factory=list)

    def until(self, key: int) -> None:
        """Wait until so many keys were typed."""
        while self.typed() < key:
            line = self.child.line()
            assert line, "it has ended by itself"
            self.said.append(json.loads(line))

    def hears(self, did: str) -> dict[str, Any]:
        """Wait until it says so."""
        while not self.said or self.said[-1]["did"] != did:
            line = self.child.line()
            assert line, "it has ended by itself"
            self.said.append(json.loads(line))
        return self.said[-1]

    def kill(self) -> None:
        """Kill it, and hear what it had still said."""
        self.child.process.kill()
        self.said += [json.loads(line) for line in self.child.lines()]

    def typed(self) -> int:
        """Return how many keys were typed."""
        return self.said[-1]["keys"] if self.said else 0


def begin(scene: Scene, chance: Random, *, at_once: bool) -> Typing:
    """Let somebody type entries of a few words each, without any pause."""
    entries = [" ".join(chance.choices(_WORDS, k=chance.randint(1, 12))) for _number in range(60)]
    lines = [json.dumps(line) for text in entries for line in ({"type": text}, {"key": "Return"})]
    return start(scene, entries, lines, at_once=at_once)


def start(
    scene: Scene, entries: list[str], lines: list[str], *, at_once: bool, elsewhere: Path | None = None
) -> Typing:
    """Let a script be typed; what the meeting file does not take goes `elsewhere`."""
    elsewhere = elsewhere or scene.path.parent / "elsewhere"
    return Typing(scene, entries, Child(rapporteur.type_script, scene.path, lines, elsewhere, at_once=at_once))


def stored(scene: Scene) -> tuple[NoteEntry, ...]:
    """Open the meeting as anybody would, and return its entries."""
    whole(scene, set())
    desk = open_meeting(scene.path, author=DESK_A, secret=PASSPHRASE)
    try:
        return desk.read(notes_of, item=ITEM)
    finally:
        desk.close()


def lost(run: Typing) -> int:
    """Return how many of the keys that were typed the meeting file does not know; everything acknowledged must be there."""
    found = stored(run.scene)
    kept = 0
    for number, entry in enumerate(found):
        text, filed = entry.written.text, entry.filed_at is not None
        # Nothing but what was typed, in the order in which it was: only the last may be half there.
        assert run.entries[number].startswith(text)
        assert filed == (number < len(found) - 1) or (filed and text == run.entries[number])
        kept += len(text) + filed
    texts = {entry.key: entry for entry in found}
    for fact in run.said:
        if fact["did"] in ("saved", "filed"):
            assert texts[fact["entry"]].written.text.startswith(fact["text"])
            assert texts[fact["entry"]].revision >= fact["revision"]
        if fact["did"] == "filed":
            assert isinstance(texts[fact["entry"]].filed_at, datetime)
            assert texts[fact["entry"]].written.text == fact["text"]
    assert not list((run.scene.path.parent / "elsewhere").rglob("*.jsonl"))
    return run.typed() - kept


def test_a_kill_at_any_moment_takes_a_second_and_a_half_at_most(founded: Scene, tmp_path: Path) -> None:
    # The time of the keys passes as fast as the machine can follow, and that of saving with it: neither the load of the machine nor a
    # slow disk changes what may be lost, and most of these kills find a window that writes.
    chance = dice(3)
    for number in range(32 * TIMES):
        run = begin(founded.copied_to(tmp_path / str(number)), chance, at_once=True)
        run.until(chance.randint(1, 160))
        spin(chance.random() * 0.02)
        run.kill()
        assert lost(run) <= MOST_LOST


def test_a_kill_takes_no_more_from_whoever_types_at_the_pace_of_a_person(founded: Scene, tmp_path: Path) -> None:
    chance = dice(4)
    for batch in range(2 * TIMES):
        keys = sorted(chance.randint(1, 50) for _window in range(_TOGETHER))
        scenes = [founded.copied_to(tmp_path / f"{batch}-{number}") for number in range(_TOGETHER)]
        runs = [begin(scene, chance, at_once=False) for scene in scenes]
        for run, key in zip(runs, keys, strict=True):
            run.until(key)
            spin(chance.random() * 0.05)
            run.kill()
        assert max(lost(run) for run in runs) <= MOST_LOST


def test_a_kill_while_the_file_cannot_be_written_leaves_the_text_elsewhere(founded: Scene, tmp_path: Path) -> None:
    chance = dice(5)
    for number in range(3 * TIMES):
        run = begin(founded.copied_to(tmp_path / str(number)), chance, at_once=True)
        run.until(chance.randint(5, 40))
        away = run.scene.path.with_suffix(".away")
        run.scene.path.rename(away)
        run.until(run.typed() + chance.randint(40, 120))
        spin(chance.random() * 0.02)
        run.kill()
        away.rename(run.scene.path)
        assert list((run.scene.path.parent / "elsewhere").rglob("*.jsonl"))
        assert run.typed() - kept_anywhere(run) <= MOST_LOST


def kept_anywhere(run: Typing) -> int:
    """Return how many keys the meeting file knows or, of what it does not, the rescue file."""
    there = stored(run.scene)
    texts = {one.key: one.written.text for one in there}
    begun = {one.key: one.started_at.isoformat() for one in there}
    filed = {one.key for one in there if one.filed_at is not None}
    for one in rescued_elsewhere(run.scene):
        texts[one.entry], begun[one.entry] = one.written.text, one.started_at.isoformat()
        if one.filed_at is not None:
            filed.add(one.entry)
    found = [texts[key] for key in sorted(texts, key=lambda key: datetime.fromisoformat(begun[key]))]
    for text, entry in zip(found, run.entries, strict=False):
        assert entry.startswith(text)
    # Each that was filed took a key more.
    return sum(map(len, found)) + len(filed)


def rescued_elsewhere(scene: Scene) -> tuple[Rescued, ...]:
    """Return what the rescue file has, as the next start would read it; the meeting is encrypted, and so is that."""
    folders = {path.parent for path in (scene.path.parent / "elsewhere").rglob("*.jsonl")}
    with closing(open_meeting(scene.path, secret=PASSPHRASE, author=DESK_A)) as desk:
        return rescued(tuple(folders), desk.read(meeting_mark), key=desk.store.key)


def test_a_disk_that_is_full_while_somebody_types_loses_nothing(
    founded: Scene, small_disk: Path, tmp_path: Path
) -> None:
    # So much that the file must grow for it.
    entries = [f"{number} {'a long statement ' * 3}".strip() for number in range(8)]
    lines = [json.dumps(line) for text in entries for line in ({"type": text}, {"key": "Return"})]
    scene = founded.copied_to(small_disk / "meeting")
    run = start(scene, entries, [*lines, '{"wait": 60000}'], at_once=True, elsewhere=tmp_path / "elsewhere")
    run.until(1)
    ballast = fill(small_disk)
    copy = Path(run.hears("not saved")["copy"])
    assert copy.is_relative_to(tmp_path / "elsewhere")
    ballast.unlink()
    run.hears("saved again")
    assert run.hears("ended")["whole"]
    run.child.lines()
    assert [one.written.text for one in stored(scene)] == entries
    assert not copy.exists()
