"""The keys of the Papers page exist, and Ctrl+K finds papers in the main window."""

from pathlib import Path

import pytest
from PySide6.QtGui import QShortcut
from pytestqt.qtbot import QtBot

from cmc_desk.desk.made_papers import Paper, PaperFile
from cmc_desk.desk.paper_kinds import paper_kinds
from cmc_desk.reports.unprintable import Unprintable
from cmc_desk.rules.papers import Ask, Format, PaperState
from cmc_desk.ui.go_anywhere import Target, results
from cmc_desk.ui.papers.words import next_number, unprintable_sentence, when_made
from cmc_desk.ui.parts.keycap import sequences
from tests.meetings import MORNING, local
from tests.ui.papers.office import Office, WaitingPool, make_office

# Keys of a widget that has the keyboard, not of the page.
_OF_A_WIDGET = {"Enter", "+ − 0", "Home", "End"}


def test_every_key_of_the_list_is_bound_once(office: Office) -> None:
    bound: list[str] = []
    for shortcut in office.page.findChildren(QShortcut):
        bound += [key.toString() for key in QShortcut.keys(shortcut)]
    listed = office.page.keys()
    for keys, _words in listed:
        for key in keys.split(", "):
            if key in _OF_A_WIDGET:
                continue
            (wanted, *_others) = sequences(key.replace("Enter", "Return").replace("PgDn", "PgDown"))
            assert wanted.toString() in bound, key


def test_no_two_controls_that_can_be_seen_answer_to_one_key(office: Office) -> None:
    for title in ("Sheet of names", "Attendance workbook", "Badges"):
        office.choose(title)
        seen: list[str] = []
        for shortcut in office.page.findChildren(QShortcut):
            parent = shortcut.parent()
            if parent is not None and getattr(parent, "isVisible", bool)():
                seen += [key.toString() for key in QShortcut.keys(shortcut)]
        assert len(seen) == len(set(seen)), title


def test_a_paper_is_found_by_the_beginning_of_its_name(office: Office) -> None:
    kinds = paper_kinds()
    pages = {"papers": ("Papers", office.page)}
    (found,) = [row for row in results(office.page.context, "attendance w", pages=pages, actions=()) if row.key]
    assert found.key == Target(page="papers", what="attendance")
    assert any(kind.key == "attendance" for kind in kinds)


def test_a_paper_that_is_asked_for_before_the_list_has_come_is_chosen_when_it_comes(
    qtbot: QtBot, tmp_path: Path
) -> None:
    pool = WaitingPool()
    office = make_office(qtbot, tmp_path, pool=pool)
    office.page.open_at("rooms")
    assert office.rows() == []
    pool.run()
    row = office.page.list.table.current()
    assert row is not None
    assert row.title == "Rooms"
    office.close()


def test_while_an_arrow_is_held_only_the_paper_that_it_stops_at_is_drawn(qtbot: QtBot, tmp_path: Path) -> None:
    pool = WaitingPool()
    office = make_office(qtbot, tmp_path, pool=pool)
    pool.run()
    office.choose("Attendance workbook")
    office.choose("Rooms")
    office.choose("Sheet of names")
    office.choose("Rooms")
    pool.run()
    assert office.page.preview.head.title.text() == "Rooms"
    assert office.page.preview.view.pages() == 1
    office.close()


@pytest.mark.parametrize(
    ("state", "files", "form", "number"),
    [
        (PaperState.NOT_MADE, (), Format.PDF, 1),
        (PaperState.CURRENT, (Format.PDF,), Format.PDF, 4),
        (PaperState.CURRENT, (Format.PDF,), Format.DOCX, 3),
        (PaperState.CHANGED, (Format.PDF,), Format.DOCX, 4),
    ],
)
def test_the_button_says_the_version_that_will_be_made(
    state: PaperState, files: tuple[Format, ...], form: Format, number: int
) -> None:
    version = 0 if state is PaperState.NOT_MADE else 3
    paper = Paper("sheet", Ask(), state, version, tuple(PaperFile(one, "f", "d") for one in files))
    assert next_number(paper, form) == number


def test_a_day_of_long_ago_is_said_with_its_date(office: Office) -> None:
    facts = office.page.context.facts
    assert when_made(MORNING, facts, local(1, 9)) == "Thu 08:40"
    assert when_made(MORNING, facts, MORNING.replace(year=2020)) == "5 Dec 08:40"
    assert when_made(None, facts, MORNING) == "–"


def test_of_several_texts_that_cannot_be_printed_the_first_is_named_and_the_others_counted() -> None:
    missing = (Unprintable("Sample \u1950", "\u1950"), Unprintable("Example \u1951", "\u1951"))
    assert unprintable_sentence(missing) == "No font has \u1950 of “Sample \u1950”. 1 more text has such."
