"""The versions of a summary: kept word for word, and nothing changes them."""

from datetime import timedelta

import pytest
from sqlalchemy import delete, update
from sqlalchemy.exc import IntegrityError

from cmc_desk.db import schema
from cmc_desk.desk import readouts
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.undoing import undo
from cmc_desk.rules.note_kinds import Section, SummaryStatus
from cmc_desk.rules.readouts import Issue, IssuedLine
from cmc_desk.rules.refusal import Refusal
from tests.desk.readout_hands import AGREED, ASKED, KEY, PROPOSED, edit, read, spoken, write
from tests.meetings import DESK_A, clock_of


def versions(desk: Desk) -> tuple[Issue, ...]:
    return desk.read(readouts.issues, readout=KEY)


def issue(desk: Desk, status: SummaryStatus, *, attributed: bool | None = None) -> int:
    return desk.do(readouts.issue_readout, readout=KEY, status=status, attributed=attributed)


def test_what_is_issued_is_kept_word_for_word_with_its_status(desk: Desk) -> None:
    entry, asked = write(desk, AGREED, ASKED)
    assert issue(desk, SummaryStatus.CIRCULATED) == 1
    edit(desk, entry, text="Agreed otherwise.")
    assert issue(desk, SummaryStatus.CORRECTED, attributed=False) == 2
    first, second = versions(desk)
    assert (first.title, first.status, first.attributed, first.language, first.spoken) == (
        *("Discussion", SummaryStatus.CIRCULATED, True, "en", False),
    )
    assert (first.operator, first.station, first.at.tzinfo is not None) == (DESK_A.operator, DESK_A.station, True)
    assert first.lines == (
        IssuedLine(Section.DECISIONS, "*Agreed:* principle 1 stands.", "discussion", ("JM",), (entry,)),
        IssuedLine(Section.OPEN_POINTS, "Aruba asked: Does it bind?", "discussion", ("AW",), (asked,)),
    )
    assert [line.text for line in second.lines] == ["Agreed otherwise.", "One delegation asked: Does it bind?"]
    assert first.digest != second.digest
    assert desk.read(readouts.issue_of, readout=KEY, version=1) == first
    found = read(desk)
    assert (found.version, found.status) == (2, SummaryStatus.CORRECTED)


def test_a_summary_says_whether_it_changed_since_it_was_issued(desk: Desk) -> None:
    entry, *_others = write(desk, AGREED)
    assert not read(desk).changed
    issue(desk, SummaryStatus.DRAFT)
    assert not read(desk).changed
    edit(desk, entry, text="Agreed otherwise.")
    assert read(desk).changed
    edit(desk, entry, text=AGREED.text)
    assert not read(desk).changed


def test_what_was_read_out_is_kept_with_the_time_and_only_once(desk: Desk) -> None:
    write(desk, AGREED)
    assert desk.do(readouts.mark_spoken, readout=KEY) == 1
    at = desk.clock.now()
    clock_of(desk).advance(minutes=5)
    assert desk.do(readouts.mark_spoken, readout=KEY) == 1
    assert (read(desk).spoken_at, len(versions(desk))) == (at, 1)
    write(desk, ASKED)
    earlier = desk.clock.now() - timedelta(minutes=1)
    assert desk.do(readouts.mark_spoken, readout=KEY, attributed=False, at=earlier) == 2
    assert [(one.spoken, one.attributed, one.status) for one in versions(desk)] == [
        (True, True, SummaryStatus.DRAFT),
        (True, False, SummaryStatus.DRAFT),
    ]
    assert read(desk).spoken_at == earlier
    assert desk.read(readouts.readout_slots)[0].spoken_at == earlier


def test_what_was_said_cannot_be_unsaid(desk: Desk) -> None:
    write(desk, AGREED)
    desk.do(readouts.mark_spoken, readout=KEY)
    desk.undo()
    assert len(versions(desk)) == 1
    assert spoken(desk) == []


def test_nothing_behind_a_summary_that_was_issued_is_undone(desk: Desk) -> None:
    write(desk, AGREED)
    issue(desk, SummaryStatus.CIRCULATED)
    with pytest.raises(Refusal, match="This cannot be undone"):
        desk.undo()
    assert len(versions(desk)) == 1
    assert spoken(desk) == [AGREED.text]


def test_the_store_lets_nobody_change_or_delete_a_version(desk: Desk) -> None:
    write(desk, AGREED)
    issue(desk, SummaryStatus.CIRCULATED)
    for statement in (update(schema.ReadoutIssue).values(spoken=True), delete(schema.ReadoutIssue)):
        with pytest.raises(IntegrityError, match="what was issued"), desk.store.write() as session:
            session.execute(statement)
    assert [one.spoken for one in versions(desk)] == [False]


def test_nothing_is_issued_of_an_empty_summary(desk: Desk) -> None:
    with pytest.raises(Refusal, match="Nothing stands"):
        issue(desk, SummaryStatus.CIRCULATED)
    with pytest.raises(Refusal, match="Nothing stands"):
        desk.do(readouts.mark_spoken, readout=KEY)
    with pytest.raises(Refusal, match="does not exist"):
        desk.read(readouts.issue_of, readout=KEY, version=1)


def test_what_is_final_says_what_was_issued_whatever_is_written_afterwards(desk: Desk) -> None:
    entry, *_others = write(desk, AGREED, PROPOSED)
    issue(desk, SummaryStatus.FINAL)
    edit(desk, entry, text="Agreed otherwise.")
    write(desk, ASKED)
    final = read(desk)
    assert [line.text for line in final.lines] == [AGREED.text, "Haiti proposed: Principle 2 names displacement."]
    assert (final.status, final.changed, final.lines[0].delegations) == (SummaryStatus.FINAL, True, ("JM",))
    assert spoken(desk, attributed=False)[0] == "Agreed otherwise."


def test_what_is_final_is_reopened_before_it_is_changed(desk: Desk) -> None:
    write(desk, AGREED)
    (line,) = read(desk).lines
    desk.do(readouts.rewrite_line, readout=KEY, line=line.key, text="Agreed.")
    before = desk.to_undo().seq
    issue(desk, SummaryStatus.FINAL)
    with pytest.raises(Refusal, match="is final"):
        desk.do(readouts.rewrite_line, readout=KEY, line=line.key, text="x")
    with pytest.raises(Refusal, match="is final"):
        issue(desk, SummaryStatus.CORRECTED)
    with pytest.raises(Refusal, match="is final"):
        desk.do(readouts.set_readout_language, readout=KEY, language="fr")
    with pytest.raises(Refusal, match="is final"):
        desk.do(undo, seq=before)
    desk.do(readouts.reopen_readout, readout=KEY)
    assert read(desk).status is SummaryStatus.CORRECTED
    desk.do(readouts.rewrite_line, readout=KEY, line=line.key, text="Agreed as corrected.")
    assert issue(desk, SummaryStatus.FINAL) == 2
    assert spoken(desk) == ["Agreed as corrected."]
    with pytest.raises(Refusal, match="not final"):
        desk.do(readouts.reopen_readout, readout="item:opening")


def test_reopening_is_undone(desk: Desk) -> None:
    write(desk, AGREED)
    issue(desk, SummaryStatus.FINAL)
    desk.do(readouts.reopen_readout, readout=KEY)
    desk.undo()
    assert read(desk).status is SummaryStatus.FINAL


def test_the_same_act_told_twice_makes_one_version(desk: Desk) -> None:
    write(desk, AGREED)
    for _twice in range(2):
        desk.do_once("nonce", readouts.issue_readout, readout=KEY, status=SummaryStatus.CIRCULATED)
    assert len(versions(desk)) == 1
