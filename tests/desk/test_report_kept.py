"""The report in the windows, on paper and in the kit is one: what is final stays so, whatever is done to the meeting afterwards."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from cmc_desk.desk import recommendations, report
from cmc_desk.desk.approval import approve
from cmc_desk.desk.closing_papers import kit_papers
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.outcome_paper import KEY, gather_report
from cmc_desk.desk.preflight import preflight
from cmc_desk.desk.report_sight import report_sight
from cmc_desk.desk.undoing import last_row, undo
from cmc_desk.rules.document_kinds import ReportStatus
from cmc_desk.rules.note_kinds import EntryKind
from cmc_desk.rules.papers import Ask, Naming
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.report_blocks import text_of
from tests.desk.note_hands import file
from tests.desk.note_hands import said as spoken
from tests.desk.report_hands import para, tree
from tests.meetings import ANDRE, KEISHA, open_desk

UNTIL = date(2019, 12, 13)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(tmp_path, people=(KEISHA, ANDRE))
    yield opened
    opened.close()


def test_what_the_window_shows_of_the_report_is_what_the_command_line_says_of_it(desk: Desk) -> None:
    desk.do(report.circulate_report, until=UNTIL)
    sight = desk.read(report_sight)
    assert sight.tree == tree(desk)
    assert sight.standing == desk.read(report.report_standing)
    assert sight.findings == desk.read(preflight)


def finished(desk: Desk) -> None:
    """Let the report go its way until it is final."""
    file(desk, spoken("The agenda was approved.", kind=EntryKind.DECISION), item="opening")
    desk.do(report.set_report, left_out=("proceedings",))
    desk.do(report.circulate_report, until=UNTIL)
    desk.do(report.sign_off_report, by="A. Muster")
    desk.do(report.finish_report)


def test_what_is_final_is_printed_as_it_was_signed_whatever_is_changed_since(desk: Desk) -> None:
    finished(desk)
    final = tree(desk, issue=3)
    file(desk, spoken("Noted as well.", kind=EntryKind.DECISION), item="opening")
    assert tree(desk).shown != final.shown
    for naming in (Naming.AS_CHOSEN, Naming.ATTRIBUTED):
        assert desk.read(gather_report, ask=Ask(naming=naming)).tree == final
    assert all(one.ask.language == "en" for one in desk.read(kit_papers, language="fr") if one.kind == KEY)
    # Nobody has signed what it says in another language.
    for ask in (Ask(language="fr"), Ask(naming=Naming.NOT_ATTRIBUTED)):
        cover = desk.read(gather_report, ask=ask).tree.block("cover")
        assert cover is not None
        assert re.search("Draft|Projet", text_of(cover))
    desk.do(report.reopen_report)
    assert desk.read(gather_report, ask=Ask()).tree == tree(desk)


def test_nothing_that_was_written_by_hand_is_taken_back_once_the_report_is_signed(desk: Desk) -> None:
    desk.do(report.write_block, block="summary/attendance", language="en", attributed=True, text="Two came.")
    written = desk.read(last_row)
    finished(desk)
    with pytest.raises(Refusal, match="signed off since"):
        desk.do(undo, seq=written)
    assert para(tree(desk), "summary/attendance").text == "Two came."


def test_a_corrigendum_that_was_entered_by_mistake_is_taken_back_and_the_report_stays_final(desk: Desk) -> None:
    finished(desk)
    desk.do(report.ask_correction, version=3, paragraph="2", delegation="JM", words="Two, not one.")
    assert desk.read(report.report_standing).corrections[0].corrigendum
    desk.undo()
    standing = desk.read(report.report_standing)
    assert (standing.corrections, standing.status) == ((), ReportStatus.FINAL)


def test_the_same_text_is_not_circulated_twice_until_the_same_day(desk: Desk) -> None:
    assert desk.do(report.circulate_report, until=UNTIL) == 1
    with pytest.raises(Refusal, match="Version 1 says the same"):
        desk.do(report.circulate_report, until=UNTIL)
    assert desk.do(report.circulate_report, until=UNTIL + timedelta(days=1)) == 2
    desk.do(report.set_report, attributed=False)
    assert desk.do(report.circulate_report, until=UNTIL + timedelta(days=1)) == 3


def test_what_is_left_out_is_the_same_recommendation_whatever_its_number_is(desk: Desk) -> None:
    keys = [
        desk.do(recommendations.put_recommendation, verb="recommends", texts={"en": words})
        for words in ("The meeting recommends a template.", "The meeting recommends a study.", "It recommends more.")
    ]
    for key in keys[1:]:
        desk.do(approve, recommendation=key)
    desk.do(report.set_report, left_out=(f"outcomes/recommendations/{keys[1]}",))
    desk.do(recommendations.remove_recommendation, recommendation=keys[0])
    shown = [block.key for block in tree(desk).shown if block.key.startswith("outcomes/recommendations/")]
    assert shown == ["outcomes/recommendations/counts", f"outcomes/recommendations/{keys[2]}"]


def test_a_correction_is_of_a_paragraph_that_the_version_has(desk: Desk) -> None:
    desk.do(report.circulate_report, until=UNTIL)
    with pytest.raises(Refusal, match="Version 1 has no paragraph 9999"):
        desk.do(report.ask_correction, version=1, paragraph="9999", delegation="JM", words="Five.")
    desk.do(report.ask_correction, version=1, paragraph="Annex II", delegation="JM", words="My title is wrong.")
    assert [one.paragraph for one in desk.read(report.corrections)] == ["Annex II"]
