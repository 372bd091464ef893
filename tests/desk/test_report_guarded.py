"""The report says what the meeting file says, under the number under which it went out, and nothing of it is changed behind a signature."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from cmc_desk.desk import notes, report
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.report_ahead import ReportMoved, read_ahead
from cmc_desk.desk.undoing import undo
from cmc_desk.i18n import texts
from cmc_desk.reports.outcome_closing import closing
from cmc_desk.rules.document_kinds import CorrectionOutcome as Outcome
from cmc_desk.rules.document_kinds import ReportStatus
from cmc_desk.rules.meeting import ItemKind
from cmc_desk.rules.note_kinds import EntryKind
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.report_blocks import Para
from tests.desk.note_hands import entry, file, keep
from tests.desk.note_hands import said as spoken
from tests.desk.report_hands import facts_of, said, tree
from tests.meetings import ANDRE, KEISHA, clock_of, local, open_desk

UNTIL = date(2019, 12, 13)
PLENARY = "organisation/methods/plenary"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(tmp_path, people=(KEISHA, ANDRE))
    file(opened, spoken("The agenda was approved.", kind=EntryKind.DECISION), item="opening")
    opened.do(report.set_report, left_out=("proceedings",))
    yield opened
    opened.close()


def ask(desk: Desk, version: int) -> str:
    return desk.do(report.ask_correction, version=version, paragraph="1", delegation="JM", words="It is wrong.")


def settle(desk: Desk, key: str) -> None:
    desk.do(report.settle_correction, correction=key, outcome=Outcome.NOTED)


def write(desk: Desk, block: str, text: str = "By hand.", *, language: str = "en", seen: str = "") -> None:
    desk.do(report.write_block, block=block, language=language, attributed=True, text=text, seen=seen)


def test_a_print_that_says_something_else_than_the_version_does_not_bear_its_number(desk: Desk) -> None:
    desk.do(report.circulate_report, until=UNTIL)
    assert "Draft for comments, version 1" in said(tree(desk), "cover")
    assert tree(desk).blocks[0] == tree(desk, issue=1).blocks[0]
    # Nobody has sent it in French, and nobody asks for corrections of that.
    french = tree(desk, language="fr").blocks[0]
    assert (getattr(french, "status", ""), getattr(french, "remark", "")) == ("Projet", "")
    write(desk, PLENARY)
    cover = tree(desk).blocks[0]
    assert (getattr(cover, "status", ""), getattr(cover, "remark", "")) == ("Draft, changed since version 1", "")
    write(desk, PLENARY, "")
    assert "version 1" in said(tree(desk), "cover")
    write(desk, PLENARY)
    desk.do(report.circulate_report, until=UNTIL)
    assert "Draft for comments, version 2" in said(tree(desk), "cover")
    assert "Draft for comments, version 2" in said(tree(desk, issue=2), "cover")


def test_what_is_typed_over_while_the_report_is_read_is_not_issued_as_it_was(desk: Desk) -> None:
    key = file(desk, spoken("FIRST.", kind=EntryKind.DECISION), item="opening")
    fresh = notes.new_entry_id()
    ahead = desk.read(read_ahead)
    # What nobody has filed yet is in no report.
    keep(desk, fresh, spoken("Just begun."), 0)
    desk.do(report.circulate_report, until=UNTIL, ahead=replace(ahead, at=desk.read(read_ahead).at))
    ahead = desk.read(read_ahead)
    found = entry(desk, key)
    keep(desk, key, replace(found.written, text="SECOND."), found.revision, item="opening")
    with pytest.raises(ReportMoved):
        desk.do(report.circulate_report, until=UNTIL + timedelta(days=1), ahead=ahead)


def test_an_entry_that_nobody_has_filed_keeps_no_report_from_being_issued(desk: Desk) -> None:
    ahead = desk.read(read_ahead)
    keep(desk, notes.new_entry_id(), spoken("Just begun."), 0)
    assert desk.do(report.circulate_report, until=UNTIL, ahead=ahead) == 1


def test_no_correction_is_open_again_behind_the_signature_of_the_host(desk: Desk) -> None:
    desk.do(report.circulate_report, until=UNTIL)
    settle(desk, ask(desk, 1))
    settled = desk.to_undo().seq
    desk.do(report.remove_correction, correction=ask(desk, 1))
    removed = desk.to_undo().seq
    desk.do(report.sign_off_report, by="A. Muster")
    for seq in (settled, removed):
        with pytest.raises(Refusal, match="signed off since"):
            desk.do(undo, seq=seq)
    desk.do(report.finish_report)
    with pytest.raises(Refusal, match="signed off since"):
        desk.do(undo, seq=removed)
    # Of the final report corrections are still settled, and that is still taken back.
    settle(desk, ask(desk, 3))
    desk.undo()
    standing = desk.read(report.report_standing)
    assert ([one.number for one in standing.open_corrections], standing.status) == ([3], ReportStatus.FINAL)


def test_what_is_written_where_nothing_stands_is_refused_and_not_kept(desk: Desk) -> None:
    digest = "0" * 64
    for block in (
        "cover",
        "cover/x",
        "annex-agenda/x",
        "outcomes/recommendations/k",
        "outcomes/agreed/table",
        "summary",
    ):
        with pytest.raises(Refusal, match="follows its sources"):
            write(desk, block, seen=digest)
    for block in ("proceedings/gone/speakers", "documents/gone/meter", "organisation/opening/gone/sentence"):
        with pytest.raises(Refusal, match="not in the report any more"):
            write(desk, block, seen=digest)
    for seen in ("", digest):
        with pytest.raises(Refusal, match="The languages are"):
            write(desk, PLENARY, language="xx", seen=seen)
    open_to_hands = [block.key for block in tree(desk).blocks if isinstance(block, Para) and block.open]
    for block in (*open_to_hands, "outcomes/recommendations/counts"):
        write(desk, block, seen=digest)


def test_a_correction_is_late_by_the_window_of_its_own_version(desk: Desk) -> None:
    desk.do(report.circulate_report, until=date(2019, 12, 6))
    ask(desk, 1)
    clock_of(desk).advance(days=4)
    ask(desk, 1)
    desk.do(report.circulate_report, until=date(2019, 12, 20))
    ask(desk, 2)
    assert [(one.version, one.late) for one in desk.read(report.corrections)] == [(1, False), (1, True), (2, False)]
    desk.undo()


def test_a_closing_whose_clock_still_runs_has_begun_and_is_not_over(desk: Desk) -> None:
    facts = facts_of(desk)
    last = replace(facts.items[-1], kind=ItemKind.CLOSING, started=local(1, 17))

    def closed(ended: datetime | None) -> str:
        found = closing(replace(facts, items=(replace(last, ended=ended),)), texts("en"))
        return next(block.text for block in found if isinstance(block, Para))

    assert closed(None) == "The closing of the meeting began on Friday, 6 December 2019 at 17:00."
    assert closed(local(1, 17, 20)) == "The meeting was closed on Friday, 6 December 2019 at 17:20."
