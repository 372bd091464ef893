"""What could not be written to the meeting is on the disk elsewhere, and comes back at the next start."""

import json
import os
from pathlib import Path

import pytest

from cmc_desk.db.keys import new_data_key
from cmc_desk.desk import notes
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.note_list import revisions_of
from cmc_desk.desk.proposals import proposals
from cmc_desk.desk.rescue import Rescued, RescueFile, clear_rescued, meeting_mark, rescue_folders, rescued
from cmc_desk.desk.rescue_taking import take_rescued
from cmc_desk.rules.note_kinds import EntryKind, RevisionReason
from cmc_desk.rules.notes import Written
from cmc_desk.rules.refusal import Refusal, Unavailable
from tests.desk.drafted import KEY, bring
from tests.desk.note_hands import ITEM, OTHER, entry, file, keep, said, texts
from tests.meetings import DESK_A, DESK_B, MORNING, clock_of, open_desk


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "elsewhere" / "rescue"


@pytest.fixture
def rescue(desk: Desk, folder: Path) -> RescueFile:
    return RescueFile((folder,), meeting=desk.read(meeting_mark), author=DESK_A)


def append(rescue: RescueFile, key: str, written: Written, base: int = 0, *, item: str = ITEM) -> Path:
    return rescue.append(at=MORNING, entry=key, item=item, started_at=MORNING, written=written, base=base)


def take(desk: Desk, folder: Path, *, item: str = "") -> tuple[str, ...]:
    return desk.do(take_rescued, texts=rescued((folder,), desk.read(meeting_mark)), item=item)


def clear(desk: Desk, folder: Path, *, taken: bool) -> None:
    mark = desk.read(meeting_mark)
    clear_rescued((folder,), mark, texts=rescued((folder,), mark), taken=taken)


def test_a_line_is_a_save_that_can_be_read_without_the_program(rescue: RescueFile) -> None:
    path = append(rescue, "k", said("Le Curaçao [réserve]", "JM"))
    facts = json.loads(path.read_text(encoding="utf-8"))
    assert next(iter(facts.items())) == ("text", "Le Curaçao [réserve]")
    assert (facts["author"], facts["item"], facts["written"]["delegation"]) == (DESK_A.operator, ITEM, "JM")
    assert "Curaçao" in path.read_text(encoding="utf-8")
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600


def test_the_newest_text_of_each_entry_is_offered_to_the_same_meeting_only(
    desk: Desk, rescue: RescueFile, folder: Path, tmp_path: Path
) -> None:
    append(rescue, "k", said("One"))
    append(rescue, "l", said("Other"))
    append(rescue, "k", said("One, and more"))
    found = rescued((folder,), desk.read(meeting_mark))
    assert [(one.entry, one.written.text) for one in found] == [("k", "One, and more"), ("l", "Other")]
    other = open_desk(tmp_path, name="other.cmc", now=MORNING.replace(hour=14))
    assert rescued((folder,), other.read(meeting_mark)) == ()
    other.close()
    assert rescued((tmp_path / "nowhere",), desk.read(meeting_mark)) == ()


def test_the_file_goes_when_the_meeting_has_every_text(rescue: RescueFile, folder: Path) -> None:
    append(rescue, "k", said("One"))
    path = append(rescue, "l", said("Other"))
    rescue.settle("k")
    assert (path.exists(), rescue.path) == (True, path)
    rescue.settle("l")
    assert (list(folder.iterdir()), rescue.path) == ([], None)
    append(rescue, "k", said("Again"))
    assert path.exists()


def test_where_the_first_folder_cannot_be_written_the_next_one_is(desk: Desk, folder: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_bytes(b"")
    mark = desk.read(meeting_mark)
    both = RescueFile((blocked / "rescue", folder), meeting=mark, author=DESK_A)
    assert append(both, "k", said("One")).parent == folder
    neither = RescueFile((blocked / "rescue",), meeting=mark, author=DESK_A)
    with pytest.raises(Unavailable, match="do not close the window") as trouble:
        append(neither, "k", said("Secret"))
    assert "Secret" not in trouble.value.sentence


def test_it_never_lies_beside_the_meeting(tmp_path: Path) -> None:
    first, *_others = rescue_folders(tmp_path / "m.cmc")
    assert all(folder != first for folder in rescue_folders(first / "m.cmc"))
    assert rescue_folders(first / "m.cmc")


def test_a_new_entry_comes_back_as_it_was_typed_in_the_name_of_whoever_typed_it(
    desk: Desk, rescue: RescueFile, folder: Path
) -> None:
    append(rescue, "k", said("Typed.", "JM"))
    clock_of(desk).advance(minutes=5)
    desk.author = DESK_B
    assert take(desk, folder) == ("k",)
    found = entry(desk, "k")
    assert (found.author, found.station, found.written) == (DESK_A.operator, DESK_A.station, said("Typed.", "JM"))
    assert (found.started_at, found.filed_at) == (MORNING, None)
    assert [one.reason for one in desk.read(revisions_of, entry="k")] == [RevisionReason.RESCUED]
    assert take(desk, folder) == ("k",)
    assert texts(desk) == ["Typed."]


def test_what_was_typed_on_the_revision_that_is_there_goes_on_from_it(
    desk: Desk, rescue: RescueFile, folder: Path
) -> None:
    key = file(desk, said("One."))
    append(rescue, key, said("One, and more."), 1)
    assert take(desk, folder) == (key,)
    assert texts(desk) == ["One, and more."]
    fresh = notes.new_entry_id()
    keep(desk, fresh, said("T"), 0)
    clear(desk, folder, taken=True)
    append(rescue, fresh, said("Two"), 0)
    take(desk, folder)
    assert texts(desk) == ["One, and more.", "Two"]


def test_where_somebody_has_written_since_both_are_kept(desk: Desk, rescue: RescueFile, folder: Path) -> None:
    key = file(desk, said("One."))
    append(rescue, key, said("Mine."), 1)
    keep(desk, key, said("Theirs."), 1)
    (beside,) = take(desk, folder)
    assert texts(desk) == ["Theirs.", "Mine."]
    assert entry(desk, beside).conflict_of == key
    # What lies there still is not taken a second time.
    assert take(desk, folder) == (beside,)
    assert texts(desk) == ["Theirs.", "Mine."]


def test_what_the_meeting_has_already_is_not_written_again(desk: Desk, rescue: RescueFile, folder: Path) -> None:
    key = file(desk, said("One."))
    append(rescue, key, said("One, and"), 1)
    keep(desk, key, said("One, and more."), 1)
    assert take(desk, folder) == (key,)
    desk.do(notes.leave_entry, entry=key, written=said("Quite another."), base=2)
    desk.do(notes.restore_revision, entry=key, number=1)
    append(rescue, key, said("Quite another."), 2)
    assert take(desk, folder) == (key,)
    assert texts(desk) == ["One."]


def test_a_text_whose_item_was_removed_goes_under_another_one(desk: Desk, rescue: RescueFile, folder: Path) -> None:
    append(rescue, "k", said("One."), item="gone")
    with pytest.raises(Refusal, match="removed from the agenda"):
        take(desk, folder)
    take(desk, folder, item=OTHER)
    assert texts(desk, item=OTHER) == ["One."]


def test_a_line_that_was_cut_off_hides_no_other_and_its_file_is_set_aside(
    desk: Desk, rescue: RescueFile, folder: Path
) -> None:
    path = append(rescue, "k", said("One."))
    with path.open("ab") as stream:
        stream.write(b'{"text": "half')
    assert [one.entry for one in rescued((folder,), desk.read(meeting_mark))] == ["k"]
    clear(desk, folder, taken=True)
    assert [one.name for one in folder.iterdir()] == [path.name + ".aside"]
    assert rescued((folder,), desk.read(meeting_mark)) == ()


def test_what_was_taken_goes_and_what_nobody_wanted_is_set_aside(desk: Desk, rescue: RescueFile, folder: Path) -> None:
    desk.read(meeting_mark)
    path = append(rescue, "k", said("One."))
    clear(desk, folder, taken=False)
    assert [one.name for one in folder.iterdir()] == [path.name + ".aside"]
    append(rescue, "k", said("One."))
    clear(desk, folder, taken=True)
    assert [one.name for one in folder.iterdir()] == [path.name + ".aside"]


def test_a_rescued_text_says_all_that_was_written(desk: Desk, rescue: RescueFile, folder: Path) -> None:
    written = Written(text="a\u00a0b\u2028🙂", highlighted=True, due=MORNING.date())
    path = append(rescue, "k", written, 3)
    assert rescued((folder,), desk.read(meeting_mark)) == (
        Rescued("k", ITEM, MORNING, MORNING, DESK_A.operator, DESK_A.station, 3, written, str(path)),
    )


def test_what_was_filed_when_it_was_rescued_comes_back_as_filed(desk: Desk, rescue: RescueFile, folder: Path) -> None:
    for key, text in (("new", "New."), ("known", "Known."), ("told", "Told.")):
        if key != "new":
            keep(desk, key, said(text), 0)
        if key == "told":
            # The text reached the meeting, and nobody was told.
            keep(desk, key, said("Told, and filed."), 1)
        rescue.append(
            at=MORNING,
            entry=key,
            item=ITEM,
            started_at=MORNING,
            written=said(text.replace(".", ", and filed.") if key == "told" else text),
            base=0 if key == "new" else 1,
            filed_at=MORNING,
        )
    clock_of(desk).advance(minutes=5)
    take(desk, folder)
    assert {key: entry(desk, key).filed_at for key in ("new", "known", "told")} == dict.fromkeys(
        ("new", "known", "told"), MORNING
    )


def test_a_file_that_says_more_than_was_looked_at_stays_and_is_offered_again(
    desk: Desk, rescue: RescueFile, folder: Path
) -> None:
    mark = desk.read(meeting_mark)
    append(rescue, "k", said("Looked at."))
    seen = rescued((folder,), mark)
    theirs = RescueFile((folder,), meeting=mark, author=DESK_B)
    path = append(theirs, "l", said("Typed by a colleague meanwhile."))
    clear_rescued((folder,), mark, texts=seen, taken=True)
    assert list(folder.iterdir()) == [path]
    seen = rescued((folder,), mark)
    append(theirs, "m", said("And one more."))
    clear_rescued((folder,), mark, texts=seen, taken=False)
    assert [one.entry for one in rescued((folder,), mark)] == ["l", "m"]


def test_two_who_typed_on_one_entry_have_both_texts(desk: Desk, rescue: RescueFile, folder: Path) -> None:
    key = file(desk, said("One."))
    append(rescue, key, said("One. Mine."), 1)
    append(RescueFile((folder,), meeting=desk.read(meeting_mark), author=DESK_B), key, said("One. Theirs."), 1)
    first, beside = take(desk, folder)
    assert set(texts(desk)) == {"One. Mine.", "One. Theirs."}
    assert entry(desk, beside).conflict_of == first


def test_beside_an_encrypted_meeting_nobody_reads_it_without_the_key(
    folder: Path, rescue: RescueFile, desk: Desk
) -> None:
    mark, key, other = desk.read(meeting_mark), new_data_key(), new_data_key()
    before = append(rescue, "plain", said("Of before."))
    sealed = RescueFile((folder,), meeting=mark, author=DESK_A, key=key)
    path = append(sealed, "k", said("Le Curaçao " * 40))
    append(sealed, "l", said("Second."))
    raw = path.read_bytes()
    assert not [word for word in (b"Cura", b"Second", DESK_A.operator.encode(), ITEM.encode()) if word in raw]
    assert {one.entry for one in rescued((folder,), mark, key=key)} == {"plain", "k", "l"}
    assert {one.entry for one in rescued((folder,), mark, key=other)} == {"plain"}
    assert {one.entry for one in rescued((folder,), mark)} == {"plain"}
    before.unlink()
    # The power goes in the middle of a line, and somebody turns a letter round in another: each loses itself alone.
    first, second, _end = raw.split(b"\n")
    path.write_bytes(
        b"\n".join((first, second[:-1] + b"\n", first[:40] + b"A" + first[41:], second[: len(second) // 2]))
    )
    found = rescued((folder,), mark, key=key)
    assert [one.written.text for one in found] == ["Le Curaçao " * 40]
    clear_rescued((folder,), mark, texts=found, taken=True, key=key)
    assert [one.name for one in folder.iterdir()] == [path.name + ".aside"]
    # Nobody who has another meeting's key clears away what they cannot read.
    path.with_name(path.name + ".aside").rename(path)
    clear_rescued((folder,), mark, texts=found, taken=True, key=other)
    assert path.exists()


def test_a_rescued_proposal_for_a_draft_is_that_proposal(desk: Desk, rescue: RescueFile, folder: Path) -> None:
    bring(desk)
    amended = Written("1 shall->should", kind=EntryKind.PROPOSAL, delegation="JM", document=KEY)
    rescue.append(at=MORNING, entry="k", item=ITEM, started_at=MORNING, written=amended, base=0, filed_at=MORNING)
    rescue.append(at=MORNING, entry="l", item=ITEM, started_at=MORNING, written=amended, base=0)
    assert take(desk, folder) == ("k", "l")
    (one,) = desk.read(proposals)
    assert (one.entry, one.new_text) == ("k", "States should exchange information every year.")
    take(desk, folder)
    assert desk.read(proposals) == (one,)
