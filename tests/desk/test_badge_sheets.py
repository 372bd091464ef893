"""Sheets of badges made beside the window, saved, and recorded as data that left the meeting file."""

import threading
from pathlib import Path

import pytest

from cmc_desk.desk import badges
from cmc_desk.desk.badge_sheets import SheetsAsked, make_sheets, record_saved, save_sheets
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.journal_list import journal_lines
from cmc_desk.desk.registration import Registered
from cmc_desk.exchange.badge_files import badge_designs, badge_stocks
from cmc_desk.rules.refusal import Refusal, Unavailable
from tests.desk.badged import print_badges


def asked(*people: str, **changes: object) -> SheetsAsked:
    values: dict[str, object] = {
        "participants": people,
        "design": badge_designs()["90x55"],
        "stock": badge_stocks()["a4-8-90x55"],
        **changes,
    }
    return SheetsAsked(**values)  # type: ignore[arg-type] # test data


def test_sheets_are_made_in_the_language_of_the_meeting_in_any_thread(desk: Desk, keisha: Registered) -> None:
    made = []
    told: list[tuple[int, int]] = []
    thread = threading.Thread(
        target=lambda: made.append(
            make_sheets(desk, asked(keisha.id), progress=lambda done, whole: told.append((done, whole)))
        )
    )
    thread.start()
    thread.join()
    (sheets,) = made
    assert sheets.run.meeting.language == "en"
    assert sheets.content.startswith(b"%PDF")
    assert told[-1] == (1, 1)
    assert sheets == make_sheets(desk, asked(keisha.id)), "the same badges give the same sheets"


def test_what_was_asked_for_stands_in_the_run(desk: Desk, keisha: Registered) -> None:
    run = make_sheets(
        desk,
        asked(keisha.id, language="fr", start_cell=3, shift=(1.0, -0.5), back_shift=(0.2, 0.1), blank=2),
    ).run
    assert (run.meeting.language, run.start_cell, run.blank) == ("fr", 3, 2)
    assert (run.shift_x, run.shift_y, run.back_shift_x, run.back_shift_y) == (1.0, -0.5, 0.2, 0.1)


def test_a_replacement_says_so_unless_it_shall_not(desk: Desk, keisha: Registered) -> None:
    print_badges(desk, keisha.id)
    desk.do(badges.reissue, participant=keisha.id, reason="lost")
    only = frozenset({keisha.id})

    def says(**changes: object) -> bool:
        (facts,) = make_sheets(desk, asked(keisha.id, **changes)).run.people
        assert facts is not None
        return facts.replacement

    assert says()
    assert not says(no_replacement=only)
    assert says(replacement=only)


def test_a_place_that_the_sheet_has_not_is_refused(desk: Desk, keisha: Registered) -> None:
    with pytest.raises(Refusal):
        make_sheets(desk, asked(keisha.id, start_cell=8))


def test_saved_badges_are_in_the_journal_with_their_fields_and_count_as_printed_nowhere(
    desk: Desk, keisha: Registered, tmp_path: Path
) -> None:
    sheets = make_sheets(desk, asked(keisha.id))
    saved = save_sheets(sheets, tmp_path / "badges.pdf")
    assert saved.path.read_bytes() == sheets.content
    assert not saved.beside
    assert {"given_name", "family_name", "code"} <= set(saved.fields)
    record_saved(desk, saved)
    assert "papers.exported" in [line.kind for line in desk.read(journal_lines)]
    with pytest.raises(Unavailable):
        save_sheets(sheets, tmp_path / "no" / "where" / "badges.pdf")
