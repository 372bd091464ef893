"""Rapporteurs share the items of the agenda, hand them over, and see how far each is and who is where."""

from datetime import timedelta

import pytest

from cmc_desk.desk import notes, setup_agenda
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.note_items import assign_item, hand_over_item, item_notes, set_note_status
from cmc_desk.desk.note_places import Place, keep_place, place_of, present
from cmc_desk.desk.note_settings import NoteSettings, note_settings, set_note_settings
from cmc_desk.desk.note_terms import forget_term, learn_term, note_terms
from cmc_desk.rules.note_kinds import NoteStatus
from cmc_desk.rules.notes import ItemNotes, Thresholds, Written
from cmc_desk.rules.refusal import Refusal
from tests.desk.note_hands import ITEM, OTHER, file, keep, said
from tests.meetings import DESK_A, DESK_B, clock_of, reopened


def of(desk: Desk, item: str = ITEM) -> ItemNotes:
    return next(one for one in desk.read(item_notes) if one.item == item)


def test_every_item_stands_in_the_order_of_the_agenda_and_nobody_has_begun(desk: Desk) -> None:
    found = desk.read(item_notes)
    assert [one.item for one in found] == [
        *("day1-registration", "opening", "coffee", "context"),
        *("day2-registration", "discussion"),
    ]
    assert set(found) == {ItemNotes(one.item) for one in found}


def test_what_is_filed_is_counted_and_who_is_to_be_fixed(desk: Desk) -> None:
    key = file(desk, said("One."))
    file(desk, Written(text="Two.", unknown=True))
    keep(desk, notes.new_entry_id(), Written(text="Typing.", unknown=True), 0)
    desk.do(notes.delete_entry, entry=key)
    assert of(desk) == ItemNotes(ITEM, NoteStatus.WRITING, entries=1, unknown_speakers=1)
    assert of(desk, OTHER).status is NoteStatus.LATER


def test_whoever_types_has_begun(desk: Desk) -> None:
    desk.do(assign_item, item=ITEM, rapporteur=DESK_A.operator)
    assert of(desk).status is NoteStatus.LATER
    keep(desk, notes.new_entry_id(), said("T"), 0)
    assert of(desk).status is NoteStatus.WRITING


def test_a_status_is_told_and_taken_back(desk: Desk) -> None:
    desk.do(set_note_status, item=ITEM, status=NoteStatus.DRAFT)
    desk.do(set_note_status, item=ITEM, status=NoteStatus.FINAL)
    assert of(desk).status is NoteStatus.FINAL
    desk.undo()
    assert of(desk).status is NoteStatus.DRAFT
    with pytest.raises(Refusal, match="removed"):
        desk.do(set_note_status, item="gone", status=NoteStatus.DRAFT)


def test_an_item_is_given_to_somebody_and_handed_over(desk: Desk) -> None:
    desk.do(assign_item, item=ITEM, rapporteur=f" {DESK_A.operator} ")
    assert of(desk).rapporteur == DESK_A.operator
    desk.do(hand_over_item, item=ITEM, rapporteur=DESK_B.operator)
    assert of(desk).rapporteur == DESK_B.operator
    for name, match in ((DESK_B.operator, "already"), ("", "To whom")):
        with pytest.raises(Refusal, match=match):
            desk.do(hand_over_item, item=ITEM, rapporteur=name)
    desk.undo()
    assert of(desk).rapporteur == DESK_A.operator


def test_an_item_that_nobody_has_written_of_can_go_although_somebody_was_to_write(desk: Desk) -> None:
    desk.do(assign_item, item="coffee", rapporteur=DESK_A.operator)
    desk.do(setup_agenda.remove_item, id="coffee")
    assert "coffee" not in [one.item for one in desk.read(item_notes)]
    desk.undo()
    assert of(desk, "coffee").rapporteur == DESK_A.operator


def test_the_page_opens_where_the_cursor_was(desk: Desk) -> None:
    assert desk.read(place_of, operator=DESK_A.operator, station=DESK_A.station) is None
    for position in (3, 14):
        desk.keep(keep_place, item=ITEM, entry="k", position=position, scroll=120)
    found = desk.read(place_of, operator=DESK_A.operator, station=DESK_A.station)
    assert found == Place(DESK_A.operator, DESK_A.station, ITEM, "k", 14, 120, desk.clock.now())
    assert desk.read(place_of, operator=DESK_A.operator, station="Desk B") is None


def test_who_is_there_is_seen_for_half_a_minute(desk: Desk) -> None:
    other = reopened(desk, author=DESK_B)
    desk.keep(keep_place, item=ITEM, entry="", position=0, scroll=0)
    clock_of(other).advance(seconds=20)
    other.keep(keep_place, item=OTHER, entry="", position=0, scroll=0)
    now = other.clock.now()
    assert {one.operator: one.item for one in desk.read(present, now=now)} == {
        DESK_A.operator: ITEM,
        DESK_B.operator: OTHER,
    }
    assert [one.item for one in desk.read(present, now=now + timedelta(seconds=10))] == [OTHER]
    assert desk.read(present, now=now + timedelta(seconds=30)) == ()
    other.close()


def test_the_spelling_learns_words_and_forgets_them(desk: Desk) -> None:
    for word in ("refoulement", " SOMs ", "refoulement"):
        desk.do(learn_term, word=word)
    assert desk.read(note_terms) == ("refoulement", "SOMs")
    desk.do(forget_term, word="SOMs")
    assert desk.read(note_terms) == ("refoulement",)
    desk.undo()
    assert desk.read(note_terms) == ("refoulement", "SOMs")
    for word in ("", "x" * 81):
        with pytest.raises(Refusal, match="one word"):
            desk.do(learn_term, word=word)
    with pytest.raises(Refusal, match="not added"):
        desk.do(forget_term, word="somewhere")


def test_the_pace_and_the_thresholds_are_agreed_on(desk: Desk) -> None:
    assert desk.read(note_settings) == NoteSettings(110, Thresholds(2, 4, 9))
    for pace in (100, 130):
        desk.do(set_note_settings, words_a_minute=pace, thresholds=Thresholds(3, 5, 10))
    assert desk.read(note_settings) == NoteSettings(130, Thresholds(3, 5, 10))
    desk.undo()
    assert desk.read(note_settings).words_a_minute == 100


@pytest.mark.parametrize(
    ("pace", "thresholds", "field"),
    [
        (39, Thresholds(), "words_a_minute"),
        (301, Thresholds(), "words_a_minute"),
        (110, Thresholds(1, 4, 9), "some"),
        (110, Thresholds(2, 2, 9), "several"),
        (110, Thresholds(2, 9, 9), "many"),
    ],
)
def test_a_pace_or_thresholds_that_make_no_sense_are_refused(
    desk: Desk, pace: int, thresholds: Thresholds, field: str
) -> None:
    with pytest.raises(Refusal) as refused:
        desk.do(set_note_settings, words_a_minute=pace, thresholds=thresholds)
    assert refused.value.field == field
