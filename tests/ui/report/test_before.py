"""Beside the report: what is to be seen to before it goes out, where that is mended, and what can be done."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut

from cmc_desk.desk import report
from cmc_desk.desk.report_sight import report_sight
from cmc_desk.rules.document_kinds import ReportStatus
from cmc_desk.rules.preflight import Check, Finding, Place, Severity
from cmc_desk.rules.report_standing import Edition
from cmc_desk.ui.report.findings import summed
from cmc_desk.ui.report.places import source_of, target_of
from cmc_desk.ui.report.words import why_not_final
from tests.desk.note_hands import ITEM
from tests.meetings import DAYS
from tests.ui.papers.office import ALT, CTRL, Office
from tests.ui.report.conftest import TITLE
from tests.ui.test_scenes import nameless


def seen_keys(office: Office) -> list[str]:
    """Return every key that a control which can be seen answers to."""
    found: list[str] = []
    for shortcut in office.page.findChildren(QShortcut):
        parent = shortcut.parent()
        if parent is not None and getattr(parent, "isVisible", bool)():
            found += [key.toString() for key in QShortcut.keys(shortcut)]
    return found


def test_what_blocks_it_stands_first_with_the_key_that_goes_there(reported: Office) -> None:
    before = reported.page.before
    assert before.isVisible()
    severities = [line.finding.severity for line in before.findings.lines]
    assert severities == sorted(severities, key=list(Severity).index)
    (first, *_others) = [line for line in before.findings.lines if line.go.isVisible()]
    assert first.go.accessibleName().endswith(first.finding.what)
    reported.press(Qt.Key.Key_1, ALT)
    assert reported.went[-1] == target_of(first.finding.check, first.finding.where[0])
    reported.press(Qt.Key.Key_1, ALT)
    assert reported.went[-1] == target_of(first.finding.check, first.finding.where[1 % len(first.finding.where)])


def test_what_is_in_order_is_one_line_and_what_is_not_has_room_for_its_words(reported: Office) -> None:
    lines = reported.page.before.findings.lines
    good = [line for line in lines if line.finding.severity is Severity.GOOD]
    loud = [line for line in lines if line not in good]
    assert good
    assert {line.height() for line in good} == {28}
    assert min(line.height() for line in loud) >= 44
    assert {line.what.y() for line in good} == {line.said.y() for line in good}


def test_ctrl_enter_makes_the_next_draft_in_all_its_forms_and_the_list_says_where_it_stands(reported: Office) -> None:
    assert reported.page.before.make.text() == "Make draft 1"
    reported.press(Qt.Key.Key_Return, CTRL)
    assert reported.files() == ["outcome-report en v1.docx", "outcome-report en v1.pdf"]
    assert reported.state(TITLE) == ("v1", "Draft")
    assert reported.page.before.make.text() == "Make draft 2"


def test_final_says_why_it_cannot_be_and_is_made_by_its_key_when_it_can(reported: Office) -> None:
    page, desk = reported.page, reported.desk
    sight = desk.read(report_sight)
    assert not page.before.final.isEnabled()
    assert page.before.reason.text() == page.before.final.toolTip() == why_not_final(sight.standing, sight.findings)
    reported.press(Qt.Key.Key_N, ALT)
    assert desk.read(report.report_standing).status is ReportStatus.DRAFT
    # An item that the report does not tell of needs no summary.
    desk.do(report.set_report, left_out=("proceedings", "organisation/opening"))
    desk.do(report.circulate_report, until=DAYS[-1])
    desk.do(report.sign_off_report, by="The Permanent Secretary")
    page.report.reader.read()
    assert page.before.reason.text() == ""
    assert page.before.final.isEnabled()
    reported.press(Qt.Key.Key_N, ALT)
    assert desk.read(report.report_standing).status is ReportStatus.FINAL
    assert reported.last()[0] == "notice"


def test_the_report_in_another_language_is_asked_for_beside_it_and_left_again(reported: Office) -> None:
    page = reported.page
    reported.press(Qt.Key.Key_O, ALT)
    assert page.side.isVisible()
    page.side.choices.language.set_key("fr")
    page.side.choices.language.picked.emit("fr")
    assert page.side.isVisible()
    reported.press(Qt.Key.Key_B, ALT)
    assert page.before.isVisible()
    assert page._ask == page.report.usual_ask()


def test_a_version_is_looked_at_beside_the_report_as_it_stands(reported: Office) -> None:
    page = reported.page
    reported.desk.do(report.circulate_report, until=DAYS[-1])
    reported.press(Qt.Key.Key_E, CTRL)
    issues = page.report.editor().standing.issues
    assert issues.choose((1, Edition("en")))
    issues.setFocus()
    reported.press(Qt.Key.Key_Return)
    assert not page.is_editing()
    assert page._ask.issue == 1
    assert page.side.isVisible()


def test_a_report_that_is_to_be_in_another_language_is_shown_in_that(reported: Office) -> None:
    reported.desk.do(report.set_report, language="es", attributed=False)
    reported.page.report.reader.read()
    assert reported.page._ask.language == "es"
    assert reported.page.before.spoken.text() == "Spanish · names nobody who spoke"


@pytest.mark.parametrize("key", [Qt.Key.Key_E, Qt.Key.Key_Escape])
def test_every_key_is_bound_once_and_everything_has_a_name(reported: Office, key: Qt.Key) -> None:
    if key is Qt.Key.Key_E:
        reported.press(key, CTRL)
        assert reported.page.is_editing()
    seen = seen_keys(reported)
    assert len(seen) == len(set(seen))
    assert nameless(reported.page) == []
    listed = [key for key, _words in tuple(reported.page.keys())]
    assert len(listed) == len(set(listed))


def test_each_place_has_its_page() -> None:
    entry = Place("summaries", "e" * 32, "Said", ITEM)
    assert target_of(Check.SPEAKERS, entry) == ("summaries", (ITEM, "e" * 32))
    assert target_of(Check.SUMMARIES, Place("summaries", ITEM, "Item", ITEM)) == ("summaries", ITEM)
    assert target_of(Check.RECOMMENDATIONS, entry) == ("summaries", "approval")
    assert target_of(Check.ABSENT, Place("registration", "HT", "Haiti")) == ("registration", ("find", "Haiti"))
    assert target_of(Check.PARTICIPANTS, Place("registration", "", "differ")) == ("registration", "attendance")
    assert target_of(Check.CORRECTIONS, Place("papers", "k", "w")) == ("papers", ("correction", "k"))
    assert target_of(Check.EDITS, Place("papers", "b/1", "w")) == ("papers", ("block", "b/1"))
    assert target_of(Check.BRACKETS, Place("documents", "plan", "w")) == ("documents", "plan")


def test_a_block_is_traced_to_the_page_that_it_comes_from(reported: Office) -> None:
    facts = reported.page.context.facts
    found = source_of(facts, f"proceedings/{ITEM}/discussion/{'e' * 32}")
    assert found is not None
    assert (found.page, found.what) == ("summaries", (ITEM, "e" * 32))
    pages = {
        "organisation/attendance/sentence": "registration",
        "organisation/venue/sentence": "setup",
        "outcomes/recommendations/1": "summaries",
        "annex-agenda/1/table": "agenda",
        "annex-clean": "documents",
    }
    assert {key: getattr(source_of(facts, key), "page", "") for key in pages} == pages
    assert source_of(facts, "summary/attendance") is None


def test_the_head_counts_what_blocks_then_what_warns() -> None:
    def of(*severities: Severity) -> tuple[Finding, ...]:
        return tuple(Finding(Check.SPEAKERS, one, "Speakers", "said") for one in severities)

    assert summed(of(Severity.BLOCKS, Severity.WARNS)) == ("1 blocks it", "coral")
    assert summed(of(Severity.WARNS, Severity.GOOD)) == ("1 to look at", "amberInk")
    assert summed(of(Severity.GOOD)) == ("All in order", "leaf")
