"""Entries of the notes: kept as they are typed, filed, edited, and taken back."""

from datetime import timedelta

import pytest

from cmc_desk.desk import notes, setup_agenda
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.journal_list import journal_lines
from cmc_desk.desk.note_list import notes_of, revisions_of, unfiled
from cmc_desk.desk.registration import Registered
from cmc_desk.rules.note_kinds import Attribution, EntryKind, RevisionReason
from cmc_desk.rules.notes import Written
from cmc_desk.rules.refusal import Refusal
from cmc_desk.ui.command_words import words_of
from tests.desk.note_hands import ITEM, OTHER, entry, file, keep, said, texts
from tests.meetings import DESK_A, clock_of

HARD = "A\u00a0b [not agreed] “é” \u0627\u0644\u0639\u0631\u0628\u064a\u0629 \u2028 🙂 *x* _y_\n- z\u202f!"


def acts(desk: Desk) -> list[str]:
    return [line.kind for line in desk.read(journal_lines) if line.kind.startswith("notes.")]


def test_an_entry_is_there_from_its_first_key_and_nothing_of_it_in_the_journal(desk: Desk) -> None:
    key = notes.new_entry_id()
    assert keep(desk, key, said("T"), 0) == notes.Kept(key, 1)
    clock_of(desk).advance(seconds=1)
    assert keep(desk, key, said("Two"), 1) == notes.Kept(key, 2)
    found = entry(desk, key)
    assert (found.written.text, found.revision, found.filed_at) == ("Two", 2, None)
    assert (found.author, found.station, found.changed_by) == (DESK_A.operator, DESK_A.station, DESK_A.operator)
    assert found.changed_at - found.started_at == timedelta(seconds=1)
    assert acts(desk) == []
    assert desk.saved_at == found.changed_at


def test_what_says_nothing_new_is_no_revision(desk: Desk) -> None:
    key = notes.new_entry_id()
    keep(desk, key, said("T"), 0)
    assert keep(desk, key, said("T"), 1).revision == 1


def test_every_letter_stays_as_it_was_typed_except_for_what_is_none(desk: Desk) -> None:
    key = file(desk, said(HARD))
    assert entry(desk, key).written.text == HARD
    desk.do(notes.leave_entry, entry=key, written=said("a\ud800b\x00c"), base=1)
    assert entry(desk, key).written.text == "abc"


def test_everything_that_is_written_is_kept(desk: Desk, keisha: Registered) -> None:
    written = Written(
        text="Text",
        kind=EntryKind.ACTION,
        delegation="JM",
        participant=keisha.id,
        provision="3 bis",
        language="fr",
        attribution=Attribution.INTERNAL,
        highlighted=True,
        assignee="HT",
        due=desk.clock.now().date(),
    )
    assert entry(desk, file(desk, written)).written == written


def test_a_filed_entry_is_on_record_and_undoing_puts_it_back_into_the_composer(desk: Desk) -> None:
    key = file(desk, said("Filed."))
    assert entry(desk, key).filed_at == desk.clock.now()
    assert [one.reason for one in desk.read(revisions_of, entry=key)] == [RevisionReason.FILED]
    assert desk.read(unfiled, author=DESK_A.operator, station=DESK_A.station) == ()
    desk.undo()
    assert entry(desk, key).filed_at is None
    assert [one.key for one in desk.read(unfiled, author=DESK_A.operator, station=DESK_A.station)] == [key]
    assert desk.read(unfiled, author=DESK_A.operator, station="Desk B") == ()


def test_to_file_an_entry_twice_files_it_once(desk: Desk) -> None:
    key = file(desk, said("Filed."))
    filed = entry(desk, key).filed_at
    started = entry(desk, key).started_at
    clock_of(desk).advance(minutes=1)
    desk.do(notes.file_entry, entry=key, item=ITEM, started_at=started, written=said("Filed."), base=1)
    assert entry(desk, key).filed_at == filed


def test_an_entry_in_which_nothing_is_written_is_not_filed(desk: Desk) -> None:
    with pytest.raises(Refusal, match="empty"):
        file(desk, said(" \n"))
    keep(desk, notes.new_entry_id(), said(""), 0)
    assert texts(desk) == [" \n"]


def test_a_first_save_that_was_not_acknowledged_is_no_conflict(desk: Desk) -> None:
    key = notes.new_entry_id()
    keep(desk, key, said("T"), 0)
    assert keep(desk, key, said("Two"), 0) == notes.Kept(key, 2)


def test_an_entry_that_went_with_an_older_copy_is_written_anew(desk: Desk) -> None:
    key = notes.new_entry_id()
    assert keep(desk, key, said("Typed on."), 7) == notes.Kept(key, 8)


def test_what_was_edited_after_filing_goes_back_to_what_it_said_before(desk: Desk) -> None:
    key = file(desk, said("Before."))
    keep(desk, key, said("Before, and"), 1)
    desk.do(notes.take_revision, entry=key, written=said("Before, and more"), base=2)
    keep(desk, key, said("Before, and more yet."), 3)
    desk.do(notes.leave_entry, entry=key, written=said("After."), base=4)
    assert texts(desk) == ["After."]
    desk.undo()
    assert texts(desk) == ["Before."]
    said_once = [one.written.text for one in desk.read(revisions_of, entry=key)]
    assert said_once == ["Before.", "Before, and more", "After.", "Before."]
    assert acts(desk) == ["notes.file", "notes.revision", "notes.leave"]


def test_a_revision_that_was_taken_while_typing_is_nothing_to_undo(desk: Desk) -> None:
    file(desk, said("Filed."))
    key = notes.new_entry_id()
    desk.do(notes.take_revision, entry=key, item=ITEM, written=said("Typing."), base=0)
    assert desk.undo().kind == "notes.file"
    assert entry(desk, key).item == ITEM


def test_an_edit_that_changed_nothing_is_nothing_to_undo(desk: Desk) -> None:
    key = file(desk, said("Filed."))
    desk.do(notes.leave_entry, entry=key, written=said("Filed."), base=1)
    assert desk.undo().kind == "notes.file"


def test_undoing_an_edit_does_not_overwrite_what_was_typed_since(desk: Desk) -> None:
    key = file(desk, said("One."))
    desk.do(notes.leave_entry, entry=key, written=said("Two."), base=1)
    keep(desk, key, said("Three."), 2)
    with pytest.raises(Refusal, match="changed again"):
        desk.undo()
    assert texts(desk) == ["Three."]


def test_a_deleted_entry_comes_back_where_it_stood(desk: Desk) -> None:
    keys = [file(desk, said(text)) for text in ("One.", "Two.", "Three.")]
    desk.do(notes.delete_entry, entry=keys[1])
    assert texts(desk) == ["One.", "Three."]
    assert texts(desk, deleted=True) == ["Two."]
    with pytest.raises(Refusal, match="deleted already"):
        desk.do(notes.delete_entry, entry=keys[1])
    desk.do(notes.bring_back, entry=keys[1])
    assert texts(desk) == ["One.", "Two.", "Three."]
    desk.undo()
    desk.undo()
    assert texts(desk) == ["One.", "Two.", "Three."]
    with pytest.raises(Refusal, match="already"):
        desk.do(notes.bring_back, entry=keys[1])


def test_a_deleted_entry_does_not_go_back_into_a_composer(desk: Desk) -> None:
    key = file(desk, said("One."))
    desk.do(notes.delete_entry, entry=key)
    with pytest.raises(Refusal, match="bring it back"):
        desk.do(notes.unfile_entry, entry=key)


def test_entries_that_were_begun_in_the_same_moment_have_one_order(desk: Desk) -> None:
    at = desk.clock.now()
    for text in ("One.", "Two.", "Three."):
        key = notes.new_entry_id()
        desk.do(notes.file_entry, entry=key, item=ITEM, started_at=at, written=said(text), base=0)
    assert texts(desk) == ["One.", "Two.", "Three."]
    assert len({one.place for one in desk.read(notes_of, item=ITEM)}) == 3


def test_a_new_entry_of_an_item_that_was_removed_is_refused_and_the_text_is_not_in_the_sentence(desk: Desk) -> None:
    with pytest.raises(Refusal, match="removed from the agenda") as refused:
        keep(desk, notes.new_entry_id(), said("Secret."), 0, item="gone")
    assert "Secret" not in str(refused.value)


def test_a_speaker_who_is_not_of_the_meeting_keeps_nobody_from_typing(desk: Desk) -> None:
    key = notes.new_entry_id()
    keep(desk, key, Written(text="T", delegation="XX", participant="gone", document="gone"), 0)
    found = entry(desk, key).written
    assert (found.delegation, found.participant, found.document, found.unknown) == ("", "", "", True)


def test_an_item_with_notes_stays_in_the_agenda(desk: Desk) -> None:
    file(desk, said("One."), item=OTHER)
    with pytest.raises(Refusal, match="Notes were written"):
        desk.do(setup_agenda.remove_item, id=OTHER)


def test_undo_and_the_journal_say_of_which_item_the_notes_were(desk: Desk) -> None:
    key = file(desk, said("One."))
    desk.do(notes.set_highlight, entry=key, on=True)
    lines = [line for line in desk.read(journal_lines) if line.kind.startswith("notes.")]
    assert [(words_of(line.kind), line.about) for line in lines] == [
        ("an entry of the notes was filed", "Discussion"),
        ("an entry was marked for the read-out, or not any more", "Discussion"),
    ]
    assert desk.undo().about == "Discussion"


def test_on_a_clock_that_was_set_back_an_entry_stands_after_those_before_it(desk: Desk) -> None:
    file(desk, said("One."))
    file(desk, said("Two."))
    clock_of(desk).advance(minutes=-30)
    file(desk, said("Three."))
    file(desk, said("Four."))
    assert texts(desk) == ["One.", "Two.", "Three.", "Four."]


def test_what_is_begun_just_before_a_clock_that_was_set_back_catches_up_stands_last_nevertheless(desk: Desk) -> None:
    file(desk, said("One."))
    began = desk.clock.now()
    clock_of(desk).advance(seconds=1)
    keep(desk, notes.new_entry_id(), said("Two."), 0)
    clock_of(desk).advance(seconds=-2)
    started = desk.clock.now()
    clock_of(desk).advance(seconds=3)
    for text, at in (("Three.", started), ("What was said before.", began - timedelta(seconds=30))):
        key = notes.new_entry_id()
        desk.do(notes.file_entry, entry=key, item=ITEM, started_at=at, written=said(text), base=0)
    assert texts(desk) == ["One.", "What was said before.", "Two.", "Three."]
