"""A file whose rapporteurs were at work goes on where they stood: notes, read-outs, recommendations, and what they agreed on."""

import gzip
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from cmc_desk.clock import ManualClock
from cmc_desk.db.connection import connect
from cmc_desk.desk import approval, note_terms, notes, readouts, recommendations, snippets
from cmc_desk.desk.command import Author
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.note_items import item_notes
from cmc_desk.desk.note_list import all_notes, notes_of, register_of_actions, revisions_of, unfiled
from cmc_desk.desk.note_places import place_of
from cmc_desk.desk.note_search import find_notes
from cmc_desk.desk.note_settings import NoteSettings, note_settings
from cmc_desk.desk.opening import open_meeting, verify_journal
from cmc_desk.rules.meeting import Role
from cmc_desk.rules.note_kinds import Attribution, Decided, EntryKind, NoteStatus, RevisionReason, SummaryStatus
from cmc_desk.rules.notes import NoteEntry, Thresholds
from cmc_desk.rules.refusal import Refusal
from tests.db.test_golden import GOLDEN, WITH_THE_NOTES
from tests.db.test_golden_at_work import LUNCH

FIRST = Author("A. Specimen-Clarke", Role.RAPPORTEUR, "Rapporteur 1")
SECOND = Author("L. Muster-Reyes", Role.RAPPORTEUR, "Rapporteur 2")
PRIORITIES = "item:priorities"


@pytest.fixture(params=WITH_THE_NOTES)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    path = tmp_path / "meeting.cmc"
    path.write_bytes(gzip.decompress((GOLDEN / f"meeting-{request.param}.cmc.gz").read_bytes()))
    desk = open_meeting(path, author=FIRST, clock=ManualClock(LUNCH))
    yield desk
    assert desk.read(verify_journal).whole
    desk.close()


def test_every_kind_of_entry_is_there(old: Desk) -> None:
    found = old.read(all_notes)
    assert {one.written.kind for one in found} == set(EntryKind)
    assert {one.written.attribution for one in found} == set(Attribution)
    amendment = entry(old, "should")
    assert amendment.written.text == "4: “shall” → “should”"
    assert (amendment.written.kind, amendment.written.delegation) == (EntryKind.PROPOSAL, "JM")
    assert (amendment.written.document, amendment.written.provision) == ("principles", "4")
    beside = entry(old, "Thanked the chair and the host")
    assert beside.conflict_of == entry(old, "interpreters").key
    assert entry(old, "returns").written.unknown
    assert entry(old, "in confidence").written.attribution is Attribution.INTERNAL
    gone = [one.written.text for one in old.read(notes_of, item="priorities", deleted=True)]
    assert sorted(gone) == ["Added that it needs funds.", "Typed twice by mistake."]
    reasons = {one.reason for each in found for one in old.read(revisions_of, entry=each.key)}
    assert reasons == set(RevisionReason)


def test_actions_are_open_and_done_as_they_were(old: Desk) -> None:
    found = {one.written.text: one for one in old.read(register_of_actions)}
    still, done = found["Circulate the list of contacts."], found["Send the slides to the delegations."]
    assert (still.written.assignee, still.written.due, still.closed_at) == ("JM", date(2019, 12, 20), None)
    assert done.closed_at is not None
    old.do(notes.close_action, entry=still.key, closed=True)
    old.undo()
    assert {one.written.text: one for one in old.read(register_of_actions)} == found


def test_what_was_being_typed_is_filed(old: Desk) -> None:
    (typed,) = old.read(unfiled, author=FIRST.operator, station=FIRST.station)
    place = old.read(place_of, operator=FIRST.operator, station=FIRST.station)
    assert place is not None
    assert (place.item, place.entry, place.position) == ("priorities", typed.key, len(typed.written.text))
    whole = replace(typed.written, text="Half a sentence is better than none?", delegation="HT", unknown=False)
    kept = old.do(
        notes.file_entry,
        entry=typed.key,
        item=typed.item,
        started_at=typed.started_at,
        written=whole,
        base=typed.revision,
    )
    assert (kept.entry, kept.revision, kept.conflict) == (typed.key, typed.revision + 1, "")
    assert entry(old, "better than none").filed_at == LUNCH
    assert old.read(unfiled, author=FIRST.operator, station=FIRST.station) == ()
    (other,) = old.read(unfiled, author=SECOND.operator, station=SECOND.station)
    assert other.written.text == "Is being typed at lunch"


def test_two_texts_are_settled_and_an_earlier_one_comes_back(old: Desk) -> None:
    first, beside = entry(old, "interpreters"), entry(old, "Thanked the chair and the host")
    old.do(notes.settle_conflict, entry=beside.key, keep=beside.key)
    assert entry(old, "Thanked the chair and the host").key == first.key
    old.undo()
    assert (entry(old, "interpreters").key, entry(old, "and the host").key) == (first.key, beside.key)
    doubled = entry(old, "1 420 personnes")
    numbers = [one.number for one in old.read(revisions_of, entry=doubled.key)]
    old.do(notes.restore_revision, entry=doubled.key, number=numbers[0])
    assert entry(old, "1 240 personnes").revision == doubled.revision + 1


def test_the_search_finds_what_was_written_and_what_is_added(old: Desk) -> None:
    assert [one.key for one in old.read(find_notes, text="arrivees DOUBLE")] == [entry(old, "doublé").key]
    assert old.read(find_notes, text="mistake") == ()
    old.do(notes.bring_back, entry=entry(old, "mistake", deleted=True).key)
    assert [one.written.text for one in old.read(find_notes, text="mistake")] == ["Typed twice by mistake."]


def test_the_items_are_as_far_as_they_were_and_theirs_who_wrote_them(old: Desk) -> None:
    found = {one.item: one for one in old.read(item_notes) if one.rapporteur}
    assert {item: (one.status, one.rapporteur) for item, one in found.items()} == {
        "opening": (NoteStatus.FINAL, FIRST.operator),
        "context": (NoteStatus.DRAFT, SECOND.operator),
        "priorities": (NoteStatus.WRITING, FIRST.operator),
    }
    assert (found["context"].unknown_speakers, found["priorities"].conflicts) == (1, 1)


def test_a_read_out_says_what_was_made_of_it(old: Desk) -> None:
    shown = old.read(readouts.readout, key=PRIORITIES)
    texts = {line.text: line for line in shown.lines}
    assert texts["Haiti proposed a new provision on *data protection*."].stale
    (left_out,) = [line for line in shown.lines if line.left_out]
    assert left_out.sources == (entry(old, "Send the slides").key,)
    merged = [line.sources for line in shown.lines if len(line.sources) > 1]
    assert merged == [(entry(old, "Circulate the list").key, entry(old, "Meet again").key)]
    nameless = {line.text for line in old.read(readouts.readout, key=PRIORITIES, attributed=False).lines}
    assert {
        "A delegation proposed a new provision on *data protection*.",
        "One delegation added that it needs funding.",
    } <= nameless
    assert not [text for text in (*texts, *nameless) if "in confidence" in text]


def test_a_read_out_goes_on_with_its_next_version(old: Desk) -> None:
    issued = old.read(readouts.issues, readout=PRIORITIES)
    assert [(one.version, one.spoken, one.attributed) for one in issued] == [(1, False, False), (2, True, True)]
    stale = next(line for line in old.read(readouts.readout, key=PRIORITIES).lines if line.stale)
    old.do(readouts.accept_sources, readout=PRIORITIES, line=stale.key)
    assert not [line for line in old.read(readouts.readout, key=PRIORITIES).lines if line.stale]
    old.undo()
    assert [line.key for line in old.read(readouts.readout, key=PRIORITIES).lines if line.stale] == [stale.key]
    old.do(readouts.leave_out_line, readout=PRIORITIES, line=stale.key)
    assert old.do(readouts.mark_spoken, readout=PRIORITIES) == 3
    assert old.read(readouts.issues, readout=PRIORITIES)[:2] == issued


def test_what_is_final_stays_so_until_it_is_reopened(old: Desk) -> None:
    shown = old.read(readouts.readout, key="item:opening")
    assert (shown.status, shown.version) == (SummaryStatus.FINAL, 1)
    with pytest.raises(Refusal, match="final"):
        old.do(readouts.add_line, readout="item:opening", section="main points", text="Too late.")
    old.do(readouts.reopen_readout, readout="item:opening")
    old.do(readouts.add_line, readout="item:opening", section="main points", text="In time.")
    assert "In time." in [line.text for line in old.read(readouts.readout, key="item:opening").lines]
    group = old.read(readouts.readout, key="group:day1-1015/A")
    assert [line.text for line in group.lines] == ["The group asks for common definitions.", "It meets again tomorrow."]


def test_what_was_issued_cannot_be_changed(old: Desk) -> None:
    connection = connect(old.store.path, None)
    for statement in ("UPDATE readout_issue SET spoken = 0", "DELETE FROM readout_issue"):
        with pytest.raises(dbapi2.IntegrityError, match="what was issued"):
            connection.execute(statement)
    connection.close()


def test_the_approval_goes_on_with_the_next_recommendation(old: Desk) -> None:
    found = old.read(recommendations.recommendations)
    assert [(one.number, one.decided) for one in found] == [
        (1, Decided.APPROVED),
        (2, Decided.AMENDED),
        (3, Decided.PENDING),
        (4, Decided.DEFERRED),
        (5, Decided.PENDING),
    ]
    assert found[1].entry == entry(old, "Receiving offices").key
    assert list(old.read(recommendations.sentences, language="en").values())[1] == dict(found[1].amended)["en"]
    following = old.read(approval.approval_standing).next
    assert following == found[2].key
    old.do(approval.approve, recommendation=following)
    assert old.read(approval.approval_standing).pending == 1
    old.undo()
    assert old.read(recommendations.recommendations) == found


def test_a_removed_recommendation_comes_back_with_its_number(old: Desk) -> None:
    connection = connect(old.store.path, None)
    query = "SELECT id FROM recommendation WHERE deleted_at IS NOT NULL"
    ((removed,),) = connection.execute(query).fetchall()
    connection.close()
    old.do(recommendations.bring_back_recommendation, recommendation=removed, number=2)
    found = old.read(recommendations.recommendations)
    assert [one.number for one in found] == [1, 2, 3, 4, 5, 6]
    assert found[1].key == removed


def test_what_the_rapporteurs_agreed_on_holds(old: Desk) -> None:
    assert old.read(note_settings) == NoteSettings(120, Thresholds(2, 3, 6))
    own = {language: old.read(snippets.own_snippets, language=language) for language in ("en", "fr")}
    assert {one.trigger for one in own["en"] if one.text} == {one.trigger for one in own["fr"]} == {"smp"}
    (taken_away,) = [one.trigger for one in own["en"] if not one.text]
    assert Counter(one.trigger for one in old.read(snippets.snippets, language="en"))[taken_away] == 0
    old.do(snippets.reset_snippet, language="en", trigger=taken_away)
    assert Counter(one.trigger for one in old.read(snippets.snippets, language="en"))[taken_away] == 1
    assert old.read(note_terms.note_terms) == ("refoulement", "Żółć")


def entry(desk: Desk, words: str, *, deleted: bool = False) -> NoteEntry:
    """Return the only entry that says `words`, of those that were deleted if that is asked."""
    (found,) = [
        one for one in desk.read(all_notes) if words in one.written.text and (one.deleted_at is not None) is deleted
    ]
    return found
