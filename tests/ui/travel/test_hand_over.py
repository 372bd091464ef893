"""Lists and papers are handed over by keys: what has changed is seen first, and whoever got which version stands in the register."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from cmc_desk.desk.sent_lists import sent_versions
from cmc_desk.desk.travel_exports import handed_over
from cmc_desk.rules.export_classes import Recipient
from cmc_desk.rules.sent_lists import ListKind
from cmc_desk.ui import settings
from cmc_desk.ui.travel.arrivals_tab import ArrivalsTab
from cmc_desk.ui.travel.hand_over_view import HandOverView
from tests.ui.travel.stand import ALT, CTRL, Officer, financed, ready


def handing(officer: Officer, tab: Qt.Key) -> HandOverView:
    officer.open_tab(tab)
    officer.press(Qt.Key.Key_S, ALT)
    view = officer.page.handing
    assert view is not None
    assert view.isVisible()
    return view


def papers_of(officer: Officer) -> list[Path]:
    return sorted(settings.papers_folder(officer.desk.store.path).glob("*"))


def test_the_rooming_list_goes_to_the_hotel_and_the_next_version_says_what_has_changed(officer: Officer) -> None:
    ready(officer)
    view = handing(officer, Qt.Key.Key_3)
    assert view.words.text() == "Version 1; none was sent yet."
    officer.type("Sample Hotel")
    officer.press(Qt.Key.Key_S, CTRL)
    assert officer.last()[1].startswith("Handed over: Rooming list, version 1 · Sample Hotel · rooming")
    (entry,) = officer.desk.read(handed_over, kind="rooming")
    assert (entry.handed.to, entry.handed.recipient) == (Recipient.HOTEL, "Sample Hotel")
    assert [path.suffix for path in papers_of(officer)] == [".pdf"]
    assert view.register.model_of_rows().rows == (entry,)
    ready(officer, "HT-2", "jose")
    assert "Version 2, with what has changed since version 1 (Sample Hotel" in view.words.text()
    (row,) = view.changes.model_of_rows().rows
    assert row.one.name == "José Specimen-Valdés"
    officer.press(Qt.Key.Key_S, CTRL)
    assert "version 2" in officer.last()[1]


def test_whoever_is_not_named_gets_nothing_and_nothing_is_made(officer: Officer) -> None:
    ready(officer)
    view = handing(officer, Qt.Key.Key_2)
    officer.press(Qt.Key.Key_S, CTRL)
    assert "To whom" in view.form.field("recipient").problem()
    assert papers_of(officer) == []
    assert officer.desk.read(handed_over) == ()


def test_drivers_agency_and_finance_get_their_papers_and_no_others(officer: Officer) -> None:
    ready(officer)
    financed(officer.desk)
    view = handing(officer, Qt.Key.Key_2)
    for paper, to in (("manifest", "driver"), ("agent-list", "travel agency"), ("bank-notes", "finance")):
        view.show_paper(paper)
        assert view.form.field("to").editor.key() == to  # type: ignore[attr-defined] # a combo of ours
        editor = view.form.field("recipient").editor
        assert isinstance(editor, QLineEdit)
        editor.setText(f"Example of {paper}")
        editor.setFocus()
        officer.press(Qt.Key.Key_S, CTRL)
        assert officer.last()[0] == "notice", officer.last()
    assert [entry.handed.kind for entry in officer.desk.read(handed_over)] == ["bank-notes", "agent-list", "manifest"]
    sent = officer.desk.read(sent_versions, kind=ListKind.ARRIVALS)[0]
    assert sent.recipient == "Example of manifest"
    view.show_paper("manifest")
    officer.press(Qt.Key.Key_Escape)
    tab = officer.page.made["arrivals"]
    assert isinstance(tab, ArrivalsTab)
    assert tab.table.isVisible()
    assert "nothing has changed since" in tab.sent.words.text()


def test_a_list_of_what_is_missing_goes_to_a_delegation_only_if_it_is_its_own(officer: Officer) -> None:
    officer.meeting.accepted("HT-1", "anais")
    view = handing(officer, Qt.Key.Key_1)
    assert view.paper.key() == "seat-wall"
    view.show_paper("chase-list")
    view.form.field("to").editor.set_key("delegation")  # type: ignore[attr-defined] # a combo of ours
    officer.type("Example Ministry")
    officer.press(Qt.Key.Key_S, CTRL)
    assert officer.desk.read(handed_over) == ()
    assert "its own list" in view.form.field("to").problem()
    view.form.field("only").editor.set_key("HT")  # type: ignore[attr-defined] # as above
    officer.press(Qt.Key.Key_S, CTRL)
    assert [entry.handed.recipient for entry in officer.desk.read(handed_over)] == ["Example Ministry"]


def test_acts_and_filters_rest_while_something_is_handed_over(officer: Officer) -> None:
    officer.meeting.accepted("HT-1", "anais")
    view = handing(officer, Qt.Key.Key_1)
    view.paper.setFocus()
    officer.press(Qt.Key.Key_W)
    assert officer.page.side.form is None
    officer.press(Qt.Key.Key_2, ALT)
    assert not view.isVisible()
    assert officer.page.tab == "arrivals"
