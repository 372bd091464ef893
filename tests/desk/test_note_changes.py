"""What is changed of entries that stand in the notes, and how it is taken back while somebody types on."""

from datetime import date

import pytest

from cmc_desk.desk import notes
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.journal_list import journal_lines
from cmc_desk.desk.note_list import notes_of_day, notes_of_delegation, register_of_actions, revisions_of
from cmc_desk.desk.registration import Registered
from cmc_desk.desk.undoing import undo
from cmc_desk.rules.note_kinds import Attribution, EntryKind, RevisionReason
from cmc_desk.rules.notes import Written
from cmc_desk.rules.refusal import Refusal
from tests.desk.note_hands import ITEM, OTHER, entry, file, keep, said, texts
from tests.meetings import DAYS


def three(desk: Desk) -> list[str]:
    return [file(desk, said(text, "JM")) for text in ("One.", "Two.", "Three.")]


def test_an_entry_changes_places_with_its_neighbours_and_goes_no_further(desk: Desk) -> None:
    one, two, three_ = three(desk)
    desk.do(notes.move_entry, entry=three_, up=True)
    assert texts(desk) == ["One.", "Three.", "Two."]
    desk.do(notes.move_entry, entry=one, up=False)
    assert texts(desk) == ["Three.", "One.", "Two."]
    for key, up, match in ((three_, True, "first entry"), (two, False, "last entry")):
        with pytest.raises(Refusal, match=match):
            desk.do(notes.move_entry, entry=key, up=up)
    desk.undo()
    desk.undo()
    assert texts(desk) == ["One.", "Two.", "Three."]


def test_what_is_moved_passes_over_what_is_not_in_the_list(desk: Desk) -> None:
    one, two, three_ = three(desk)
    desk.do(notes.delete_entry, entry=two)
    desk.do(notes.move_entry, entry=three_, up=True)
    assert texts(desk) == ["Three.", "One."]
    with pytest.raises(Refusal, match="not in the list"):
        desk.do(notes.move_entry, entry=two, up=True)
    assert entry(desk, one).revision == 1


def test_a_mark_for_the_read_out_is_taken_back_although_somebody_types_on(desk: Desk) -> None:
    key = file(desk, said("One."))
    desk.do(notes.set_highlight, entry=key, on=True)
    assert entry(desk, key).written.highlighted
    now = entry(desk, key)
    keep(desk, key, Written(text="One, and more.", highlighted=True), now.revision)
    desk.undo()
    assert entry(desk, key).written == said("One, and more.")


def test_what_was_changed_again_is_not_taken_back(desk: Desk) -> None:
    key = file(desk, said("One."))
    desk.do(notes.set_attribution, entry=key, attribution=Attribution.INTERNAL)
    now = entry(desk, key)
    keep(desk, key, Written(text="One.", attribution=Attribution.NOT_FOR_ATTRIBUTION), now.revision)
    with pytest.raises(Refusal, match="changed again"):
        desk.undo()
    assert entry(desk, key).written.attribution is Attribution.NOT_FOR_ATTRIBUTION


def test_a_mark_that_is_there_already_is_nothing_to_undo(desk: Desk) -> None:
    key = file(desk, said("One."))
    desk.do(notes.set_highlight, entry=key, on=False)
    assert entry(desk, key).revision == 1
    assert desk.undo().kind == "notes.file"


def test_speakers_are_fixed_together_and_taken_back_together(desk: Desk, keisha: Registered) -> None:
    keys = tuple(file(desk, Written(text=text, unknown=True)) for text in ("One.", "Two."))
    assert desk.do(notes.fix_speakers, entries=keys, delegation="", participant=keisha.id) == 2
    for key in keys:
        now = entry(desk, key).written
        assert (now.delegation, now.participant, now.unknown) == ("JM", keisha.id, False)
    desk.undo()
    assert all(entry(desk, key).written.unknown for key in keys)


def test_a_speaker_who_is_not_of_the_meeting_is_refused(desk: Desk) -> None:
    key = file(desk, said("One."))
    for how, field in (
        ({"delegation": "XX"}, "delegation"),
        ({"delegation": "", "participant": "x"}, "participant"),
    ):
        with pytest.raises(Refusal) as refused:
            desk.do(notes.fix_speakers, entries=(key,), **how)
        assert refused.value.field == field


def test_an_entry_is_merged_with_the_one_before_and_comes_apart_again(desk: Desk) -> None:
    one, two, _three = three(desk)
    assert desk.do(notes.merge_entry, entry=two) == one
    assert texts(desk) == ["One.\n\nTwo.", "Three."]
    assert [one.reason for one in desk.read(revisions_of, entry=one)] == [RevisionReason.FILED, RevisionReason.MERGED]
    desk.undo()
    assert texts(desk) == ["One.", "Two.", "Three."]
    with pytest.raises(Refusal, match="No entry"):
        desk.do(notes.merge_entry, entry=one)


def test_entries_of_different_speakers_stay_apart(desk: Desk) -> None:
    file(desk, said("One.", "JM"))
    with pytest.raises(Refusal, match="different speakers"):
        desk.do(notes.merge_entry, entry=file(desk, said("Two.", "HT")))


def test_a_merge_is_not_taken_back_once_the_merged_entry_is_there_again(desk: Desk) -> None:
    _one, two, _three = three(desk)
    desk.do(notes.merge_entry, entry=two)
    desk.do(notes.bring_back, entry=two)
    merged = next(line for line in desk.read(journal_lines) if line.kind == "notes.merge")
    with pytest.raises(Refusal, match="changed again"):
        desk.do(undo, seq=merged.seq)


def test_an_earlier_text_is_restored_as_a_new_revision_and_none_is_rewritten(desk: Desk) -> None:
    key = file(desk, said("One."))
    desk.do(notes.leave_entry, entry=key, written=said("Two."), base=1)
    desk.do(notes.restore_revision, entry=key, number=1)
    assert texts(desk) == ["One."]
    kept = desk.read(revisions_of, entry=key)
    assert [(one.number, one.written.text, one.reason) for one in kept] == [
        (1, "One.", RevisionReason.FILED),
        (2, "Two.", RevisionReason.LEFT),
        (3, "One.", RevisionReason.RESTORED),
    ]
    desk.undo()
    assert texts(desk) == ["Two."]
    with pytest.raises(Refusal, match="not kept"):
        desk.do(notes.restore_revision, entry=key, number=99)
    with pytest.raises(Refusal, match="not in the notes"):
        desk.do(notes.restore_revision, entry="gone", number=1)


def test_the_last_place_in_the_notes_of_the_item_is_corrected(desk: Desk) -> None:
    file(desk, said("Curacao, 100% of Curacao."))
    file(desk, said("Curacao and Curacao."))
    file(desk, said("curacao."))
    file(desk, said("Curacao."), item=OTHER)
    desk.do(notes.substitute, item=ITEM, old="Curacao", new="Curaçao")
    assert texts(desk) == ["Curacao, 100% of Curacao.", "Curacao and Curaçao.", "curacao."]
    desk.do(notes.substitute, item=ITEM, old="100%", new="all")
    assert texts(desk)[0] == "Curacao, all of Curacao."
    desk.undo()
    desk.undo()
    assert texts(desk) == ["Curacao, 100% of Curacao.", "Curacao and Curacao.", "curacao."]
    desk.do(notes.substitute, item=ITEM, old="CURACAO", new="Curaçao")
    assert texts(desk) == ["Curacao, 100% of Curacao.", "Curacao and Curacao.", "Curaçao."]
    for old, match in (("", "What is to be"), ("Cur_cao", "nowhere")):
        with pytest.raises(Refusal, match=match):
            desk.do(notes.substitute, item=ITEM, old=old, new="x")


def test_an_action_is_done_and_not_done_after_all(desk: Desk) -> None:
    key = file(desk, said("Circulate.", "JM", EntryKind.ACTION))
    desk.do(notes.close_action, entry=key, closed=True)
    assert entry(desk, key).closed_at == desk.clock.now()
    desk.do(notes.close_action, entry=key, closed=False)
    assert entry(desk, key).closed_at is None
    desk.undo()
    assert entry(desk, key).closed_at is not None
    with pytest.raises(Refusal, match="Only an action"):
        desk.do(notes.close_action, entry=file(desk, said("One.")), closed=True)


def test_an_entry_that_was_written_under_the_wrong_item_goes_to_the_right_one(desk: Desk) -> None:
    key = file(desk, said("One."))
    desk.do(notes.put_in_item, entry=key, item=OTHER)
    assert (texts(desk), texts(desk, item=OTHER)) == ([], ["One."])
    desk.undo()
    assert (texts(desk), texts(desk, item=OTHER)) == (["One."], [])
    for item in ("gone", ITEM):
        with pytest.raises(Refusal):
            desk.do(notes.put_in_item, entry=key, item=item)


def test_what_has_taken_the_place_of_an_entry_since_keeps_it(desk: Desk) -> None:
    key = file(desk, said("One."))
    started = entry(desk, key).started_at
    desk.do(notes.put_in_item, entry=key, item=OTHER)
    moved = desk.read(journal_lines)[-1].seq
    two = notes.new_entry_id()
    desk.do(notes.file_entry, entry=two, item=ITEM, started_at=started, written=said("Two."), base=0)
    desk.do(undo, seq=moved)
    assert texts(desk) == ["Two.", "One."]
    assert entry(desk, key).place == entry(desk, two).place + 1


def test_a_move_is_not_taken_back_once_one_of_the_two_stands_elsewhere(desk: Desk) -> None:
    one, two, _three = three(desk)
    desk.do(notes.move_entry, entry=two, up=True)
    moved = desk.read(journal_lines)[-1].seq
    desk.do(notes.put_in_item, entry=one, item=OTHER)
    with pytest.raises(Refusal, match="changed again"):
        desk.do(undo, seq=moved)
    put = desk.read(journal_lines)[-1].seq
    desk.do(notes.put_in_item, entry=one, item=ITEM)
    with pytest.raises(Refusal, match="changed again"):
        desk.do(undo, seq=put)


def test_the_notes_of_a_day_a_delegation_and_the_actions_come_in_the_order_of_the_agenda(desk: Desk) -> None:
    file(desk, said("Second.", "JM", EntryKind.NEXT_STEP))
    file(desk, said("First.", "JM", EntryKind.ACTION), item=OTHER)
    file(desk, said("Other.", "HT"), item=OTHER)
    keep(desk, notes.new_entry_id(), said("Typing.", "JM", EntryKind.ACTION), 0, item="context")
    assert [one.written.text for one in desk.read(notes_of_day, day=DAYS[0])] == ["First.", "Other.", "Typing."]
    assert [one.written.text for one in desk.read(notes_of_day, day=DAYS[1])] == ["Second."]
    assert desk.read(notes_of_day, day=date(2020, 1, 1)) == ()
    assert [one.written.text for one in desk.read(notes_of_delegation, delegation="JM")] == [
        "First.",
        "Typing.",
        "Second.",
    ]
    assert [one.written.text for one in desk.read(register_of_actions)] == ["First.", "Second."]
