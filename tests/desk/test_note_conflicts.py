"""Two rapporteurs write in one meeting: two lists interleaved, and of one entry both texts are kept."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import get_type_hints

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db.schema import JournalRow
from cmc_desk.desk import notes
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.note_items import item_notes
from cmc_desk.desk.note_list import revisions_of
from cmc_desk.rules.note_kinds import RevisionReason
from cmc_desk.rules.notes import ItemNotes
from cmc_desk.rules.plain import from_plain
from cmc_desk.rules.refusal import Refusal, Unavailable
from tests.desk.note_hands import ITEM, entry, file, keep, said, texts
from tests.meetings import DESK_B, clock_of, open_desk, reopened


@pytest.fixture
def other(desk: Desk) -> Iterator[Desk]:
    opened = reopened(desk, author=DESK_B)
    yield opened
    opened.close()


def of_item(desk: Desk) -> ItemNotes:
    return next(one for one in desk.read(item_notes) if one.item == ITEM)


def test_two_on_one_item_are_two_lists_interleaved_by_the_time_at_which_each_entry_was_begun(
    desk: Desk, other: Desk
) -> None:
    for minute, (one, text) in enumerate(((desk, "a1"), (other, "b1"), (desk, "a2"), (other, "b2"))):
        clock_of(one).move_to(clock_of(one).now().replace(minute=minute + 45))
        file(one, said(text))
    assert texts(desk) == texts(other) == ["a1", "b1", "a2", "b2"]
    assert of_item(desk).conflicts == 0


def test_the_same_entry_edited_twice_is_kept_twice_and_nobody_waits(desk: Desk, other: Desk) -> None:
    key = file(desk, said("Both read this."))
    assert keep(desk, key, said("Mine."), 1) == notes.Kept(key, 2)
    kept = keep(other, key, said("Theirs."), 1)
    assert kept == notes.Kept(kept.entry, 1, conflict=kept.entry)
    assert kept.entry != key
    assert texts(desk) == ["Mine.", "Theirs."]
    beside = entry(desk, kept.entry)
    assert (beside.conflict_of, beside.author, beside.filed_at) == (key, DESK_B.operator, entry(desk, key).filed_at)
    assert entry(desk, key).changed_by == desk.author.operator
    assert of_item(desk).conflicts == 1
    # Each goes on where their own text stands.
    assert not keep(other, kept.entry, said("Theirs, and more."), kept.revision).conflict
    assert not keep(desk, key, said("Mine, and more."), 2).conflict
    assert texts(desk) == ["Mine, and more.", "Theirs, and more."]
    for one in (key, kept.entry):
        reasons = [found.reason for found in desk.read(revisions_of, entry=one)]
        assert RevisionReason.BESIDE in reasons


def test_whoever_goes_on_in_the_entry_of_somebody_else_leaves_their_text_among_the_revisions(
    desk: Desk, other: Desk
) -> None:
    key = notes.new_entry_id()
    keep(desk, key, said("Mine."), 0)
    assert keep(other, key, said("Mine, and theirs."), 1) == notes.Kept(key, 2)
    assert keep(other, key, said("Theirs."), 2) == notes.Kept(key, 3)
    assert [one.written.text for one in desk.read(revisions_of, entry=key)] == ["Mine."]


def test_the_same_text_typed_twice_is_no_conflict(desk: Desk, other: Desk) -> None:
    key = file(desk, said("Both read this."))
    keep(desk, key, said("The same."), 1)
    assert keep(other, key, said("The same."), 1) == notes.Kept(key, 2)


def test_what_was_typed_into_an_entry_that_somebody_has_deleted_is_kept_beside_it(desk: Desk, other: Desk) -> None:
    key = file(desk, said("One."))
    desk.do(notes.delete_entry, entry=key)
    kept = keep(other, key, said("One, and more."), 1)
    assert kept.conflict
    assert texts(desk) == ["One, and more."]
    assert of_item(desk).conflicts == 0


@pytest.mark.parametrize(
    ("stays", "left"),
    [("theirs", ["Theirs."]), ("mine", ["Mine."]), ("", ["Mine.", "Theirs."])],
)
def test_a_conflict_is_settled_for_one_text_or_for_both_and_can_be_taken_back(
    desk: Desk, other: Desk, stays: str, left: list[str]
) -> None:
    key = file(desk, said("Both read this."))
    keep(desk, key, said("Mine."), 1)
    beside = keep(other, key, said("Theirs."), 1).entry
    keep_key = {"theirs": beside, "mine": key, "": ""}[stays]
    settled = desk.do(notes.settle_conflict, entry=beside, keep=keep_key)
    assert texts(desk) == left
    # Read-outs and recommendations know the first entry.
    assert settled == (beside if stays == "" else key)
    assert of_item(desk).conflicts == 0
    desk.undo()
    assert texts(desk) == ["Mine.", "Theirs."]
    assert of_item(desk).conflicts == 1


def test_a_conflict_is_settled_once_and_for_one_of_the_two(desk: Desk, other: Desk) -> None:
    key = file(desk, said("Both read this."))
    keep(desk, key, said("Mine."), 1)
    beside = keep(other, key, said("Theirs."), 1).entry
    with pytest.raises(Refusal, match="Which text"):
        desk.do(notes.settle_conflict, entry=beside, keep="another")
    desk.do(notes.settle_conflict, entry=beside, keep="")
    with pytest.raises(Refusal, match="settled already"):
        desk.do(notes.settle_conflict, entry=beside, keep="")


def test_the_text_that_did_not_stay_is_an_earlier_revision_or_deleted(desk: Desk, other: Desk) -> None:
    key = file(desk, said("Both read this."))
    keep(desk, key, said("Mine."), 1)
    beside = keep(other, key, said("Theirs."), 1).entry
    desk.do(notes.settle_conflict, entry=beside, keep=beside)
    assert "Mine." in [one.written.text for one in desk.read(revisions_of, entry=key)]
    assert texts(desk, deleted=True) == ["Theirs."]


def test_a_conflict_that_is_filed_stands_in_the_list_and_goes_back_to_whoever_wrote_it(desk: Desk, other: Desk) -> None:
    key = notes.new_entry_id()
    at = desk.clock.now()
    keep(desk, key, said("Mine."), 0)
    keep(desk, key, said("Mine, too."), 1)
    kept = other.do(notes.file_entry, entry=key, item=ITEM, started_at=at, written=said("Theirs."), base=1)
    assert entry(desk, kept.entry).filed_at is not None
    assert entry(desk, key).filed_at is None
    other.undo()
    assert entry(desk, kept.entry).filed_at is None


def test_another_station_makes_the_same_of_the_journal_alone(desk: Desk, other: Desk, tmp_path: Path) -> None:
    key = file(desk, said("Both read this."))
    keep(desk, key, said("Mine."), 1)
    beside = keep(other, key, said("Theirs."), 1)
    other.do(
        notes.file_entry,
        entry=beside.entry,
        item=ITEM,
        started_at=entry(desk, beside.entry).started_at,
        written=said("Theirs, filed."),
        base=beside.revision,
    )
    elsewhere = open_desk(tmp_path, name="elsewhere.cmc")
    hints = get_type_hints(notes.file_entry)
    for nonce, args in desk.read(_filed):
        elsewhere.do_once(nonce, notes.file_entry, **{name: from_plain(hints[name], one) for name, one in args.items()})
    assert texts(elsewhere) == ["Both read this.", "Theirs, filed."]
    assert entry(elsewhere, beside.entry).conflict_of == key
    elsewhere.close()


def test_while_another_window_writes_what_is_typed_is_not_kept_waiting(desk: Desk, other: Desk) -> None:
    key = notes.new_entry_id()
    with other.store.write(), pytest.raises(Unavailable):
        keep(desk, key, said("T"), 0)
    assert keep(desk, key, said("T"), 0) == notes.Kept(key, 1)


def _filed(session: Session) -> list[tuple[str, dict[str, object]]]:
    rows = session.execute(select(JournalRow.nonce, JournalRow.args).where(JournalRow.kind == "notes.file"))
    return [(row[0], json.loads(row[1] or "{}")) for row in rows]
