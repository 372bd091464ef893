"""Papers that were made are known to be out of date when the meeting has moved on; the file is shown while it is true."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from cmc_desk.desk.badge_state import badges_printed
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.made_papers import Paper, paper_states, states_job
from cmc_desk.desk.making_papers import make_paper
from cmc_desk.desk.paper_kinds import paper_kinds
from cmc_desk.desk.paper_preview import preview_paper
from cmc_desk.desk.setup_agenda import remove_item
from cmc_desk.rules.papers import Ask, Format, PaperState
from tests.desk.paper_hands import DOCX, made, states
from tests.meetings import ANDRE, JOSE, KEISHA, clock_of, enter, open_desk
from tests.paper_kinds import ROOMS, SHEET, Sheet


@pytest.fixture
def desk(tmp_path: Path) -> Any:
    opened = open_desk(tmp_path, people=(KEISHA, ANDRE))
    yield opened
    opened.close()


def test_a_paper_is_out_of_date_when_what_it_says_has_changed_and_only_then(desk: Desk, tmp_path: Path) -> None:
    assert states(desk) == [(PaperState.NOT_MADE, 0)]
    made(desk, tmp_path, Ask(only="JM"))
    clock_of(desk).advance(minutes=5)
    enter(desk, JOSE)
    assert states(desk) == [(PaperState.CURRENT, 1)], "Haiti is not on the paper of Jamaica"
    enter(desk, replace(ANDRE, given_name="Devon"))
    assert states(desk) == [(PaperState.CHANGED, 1)]
    desk.undo()
    assert states(desk) == [(PaperState.CURRENT, 1)]


def test_the_list_has_every_kind_in_its_order_and_says_who_made_it_when(desk: Desk, tmp_path: Path) -> None:
    made(desk, tmp_path)
    sheet, rooms = desk.read(paper_states, now=desk.clock.now(), kinds=(SHEET, ROOMS))
    assert (sheet.operator, sheet.made_at, sheet.people) == ("T. Sample-Reid", desk.clock.now(), 2)
    assert rooms == Paper("rooms", Ask())
    assert states_job(desk, (SHEET, ROOMS))(lambda _done, _whole: None) == (sheet, rooms)


def test_a_paper_about_a_session_that_is_no_longer_on_the_agenda_says_so(desk: Desk, tmp_path: Path) -> None:
    made(desk, tmp_path, Ask(session="coffee"))
    desk.do(remove_item, id="coffee")
    (state,) = desk.read(paper_states, now=desk.clock.now(), kinds=(SHEET,))
    assert state.state is PaperState.CHANGED
    assert "coffee" in state.problem


def test_a_paper_of_now_is_out_of_date_when_now_would_say_something_else(desk: Desk, tmp_path: Path) -> None:
    def gather_hour(_session: Session, ask: Ask) -> Sheet:
        assert ask.at is not None
        return Sheet(final=False, session="", names=(f"hour {ask.at.hour}",))

    kind = replace(SHEET, asks=frozenset({"at"}), gather=gather_hour, of_now=True)
    assert made(desk, tmp_path, kind=kind).ask.at is None
    clock_of(desk).advance(minutes=10)
    assert states(desk, kind) == [(PaperState.CURRENT, 1)], "08:50 is still of that hour"
    clock_of(desk).advance(minutes=10)
    assert states(desk, kind) == [(PaperState.CHANGED, 1)]
    assert made(desk, tmp_path, kind=kind).version == 2


def test_the_attendance_workbook_is_one_of_the_papers_and_says_whether_the_journal_is_whole(
    desk: Desk, tmp_path: Path
) -> None:
    (kind,) = [one for one in paper_kinds() if one.key == "attendance"]
    paper = made(desk, tmp_path, form=Format.XLSX, kind=kind)
    assert (paper.broken_at, paper.people) == (None, 2)
    assert states(desk, kind) == [(PaperState.CURRENT, 1)], "that it was made is no reason to make it again"
    with desk.store.write() as session:
        session.execute(text("UPDATE journal SET operator = 'Somebody Else' WHERE seq = 3"))
    assert make_paper(desk, kind, Ask(), Format.XLSX, tmp_path).broken_at == 3


def test_badges_are_counted_as_printed_when_a_printer_took_them(desk: Desk) -> None:
    assert badges_printed_of(desk) == (0, 2, None)
    with desk.store.write() as session:
        badge = session.execute(text("SELECT id, participant FROM badge LIMIT 1")).one()
        session.execute(
            text(
                "INSERT INTO badge_print VALUES ('p', :badge, :who, '2019-12-05 13:41:00', 'Desk A', 'T. Sample-Reid', 'laser',"
                " 'a6', 'a6', '1', '', '{}', NULL, '', '')"
            ),
            {"badge": badge[0], "who": badge[1]},
        )
    printed, waiting, last = badges_printed_of(desk)
    assert (printed, waiting) == (1, 1)
    assert last is not None


def badges_printed_of(desk: Desk) -> tuple[int, int, object]:
    found = desk.read(badges_printed)
    return found.printed, found.waiting, found.last


def test_what_is_shown_is_the_file_itself_while_it_says_what_is_true(desk: Desk, tmp_path: Path) -> None:
    paper = made(desk, tmp_path)
    shown = preview_paper(desk, SHEET, Ask(), made=paper.path, digest=paper.digest)
    assert shown.file == paper.path
    assert shown.pages == paper.path.read_bytes()
    assert preview_paper(desk, SHEET, Ask(), seen=shown.source).pages is None, "nothing new to show"
    paper.path.write_bytes(b"somebody wrote over it")
    assert preview_paper(desk, SHEET, Ask(), made=paper.path, digest=paper.digest).file is None
    paper.path.unlink()
    anew = preview_paper(desk, SHEET, Ask(), made=paper.path, digest=paper.digest)
    assert anew.file is None
    assert anew.pages is not None


def test_letters_that_no_font_has_are_named_with_their_person(desk: Desk, tmp_path: Path) -> None:
    enter(desk, replace(ANDRE, given_name="Ẁ\u1950\u1951", family_name="Specimen"))
    (missing,) = preview_paper(desk, SHEET, Ask()).unprintable
    assert "Specimen" in missing.text
    assert set(missing.letters) == {"\u1950", "\u1951"}
    assert made(desk, tmp_path).unprintable == (missing,)
    assert made(desk, tmp_path, form=DOCX).unprintable == ()
