"""Badges as a PDF: written whole or not at all, on record, and printed only if somebody says so."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pypdf
import pytest
from sqlalchemy import select

from cmc_desk.db import schema
from cmc_desk.desk.badge_ledger import print_runs
from cmc_desk.desk.badge_papers import exported_fields, write_badges, write_calibration
from cmc_desk.desk.badge_runs import unreadable_names
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.people import card
from cmc_desk.desk.registration import Registered, edit_person
from cmc_desk.exchange.badge_files import badge_designs, badge_stocks
from cmc_desk.i18n import texts
from cmc_desk.rules.badge_design import BadgeRun
from cmc_desk.rules.refusal import Refusal, Unavailable
from tests.desk.badged import DESIGN, STOCK
from tests.meetings import ANDRE, enter


def run_of(desk: Desk, *people: str, blank: int = 0) -> BadgeRun:
    from cmc_desk.desk.badge_runs import gather_run

    design = badge_designs()["90x55"]
    stock = badge_stocks()["a4-8-90x55"]
    return desk.read(
        gather_run, participants=people, design=design, stock=stock, language="en", words=texts("en"), blank=blank
    )


def exported(desk: Desk) -> list[dict[str, Any]]:
    with desk.store.read() as session:
        row = schema.JournalRow
        return [
            json.loads(args or "") for args in session.scalars(select(row.args).where(row.kind == "papers.exported"))
        ]


def test_a_file_of_badges_is_on_record_and_no_badge_is_printed_by_it(
    desk: Desk, keisha: Registered, tmp_path: Path
) -> None:
    path = write_badges(desk, tmp_path / "b.pdf", run_of(desk, keisha.id, blank=1))
    assert "Example-Blake" in pypdf.PdfReader(path).pages[0].extract_text()
    (record,) = exported(desk)
    assert record["paper"] == "badges"
    assert record["rows"] == 1
    assert record["digest"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert {"given_name", "family_name", "delegation", "code"} <= set(record["fields"])
    assert "email" not in record["fields"]
    assert desk.read(card, participant=keisha.id).badge.printed_at is None


def test_a_badge_whose_name_no_font_can_print_is_never_recorded_unless_that_is_said(
    desk: Desk, keisha: Registered, tmp_path: Path
) -> None:
    changes = {"given_name": "王", "family_name": "小明", "badge_name": ""}
    desk.do(edit_person, participant=keisha.id, changes=changes)
    run, path = run_of(desk, keisha.id), tmp_path / "b.pdf"
    assert desk.read(unreadable_names, participants=[keisha.id]) == ("王 小明",)
    with pytest.raises(Refusal, match="No font has the letters of “王 小明”"):
        write_badges(desk, path, run, printed=True)
    assert not path.exists()
    write_badges(desk, path, run)
    assert desk.read(print_runs) == ()
    write_badges(desk, path, run, printed=True, even_unreadable=True)
    assert len(desk.read(print_runs)) == 1


def test_a_name_of_which_some_letters_can_be_printed_is_readable(desk: Desk, keisha: Registered) -> None:
    desk.do(edit_person, participant=keisha.id, changes={"badge_name": "王 Wang"})
    assert desk.read(unreadable_names, participants=[keisha.id]) == ()


def test_a_file_that_goes_to_a_printer_is_a_print(desk: Desk, keisha: Registered, tmp_path: Path) -> None:
    enter(desk, ANDRE)
    write_badges(desk, tmp_path / "b.pdf", run_of(desk, keisha.id), printed=True)
    (run,) = desk.read(print_runs)
    assert (run.job, run.printer, run.design, run.stock) == ("b.pdf", "PDF", "90x55", "a4-8-90x55")
    with pytest.raises(Refusal, match="printed already"):
        write_badges(desk, tmp_path / "again.pdf", run_of(desk, keisha.id), printed=True)
    assert not (tmp_path / "again.pdf").exists()
    write_badges(desk, tmp_path / "again.pdf", run_of(desk, keisha.id), printed=True, reason="smeared")
    assert desk.read(print_runs)[0].reason == "smeared"
    assert len(exported(desk)) == 2


def test_blank_badges_are_nobodys_data(desk: Desk, tmp_path: Path) -> None:
    write_badges(desk, tmp_path / "blank.pdf", run_of(desk, blank=3), printed=True)
    assert exported(desk) == []
    assert desk.read(print_runs) == ()


def test_nothing_is_on_record_of_what_could_not_be_written(desk: Desk, keisha: Registered, tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="cannot be written"):
        write_badges(desk, tmp_path / "nowhere" / "b.pdf", run_of(desk, keisha.id), printed=True)
    assert exported(desk) == []
    assert desk.read(print_runs) == ()


def test_the_work_tells_how_far_it_is(desk: Desk, keisha: Registered, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    write_badges(
        desk, tmp_path / "b.pdf", run_of(desk, keisha.id, blank=1), progress=lambda done, of: told.append((done, of))
    )
    assert told == [(1, 2), (2, 2)]


def test_the_calibration_page_is_of_the_stock(tmp_path: Path) -> None:
    path = write_calibration(tmp_path / "c.pdf", STOCK, "en", shift=(1.0, -0.5))
    assert len(pypdf.PdfReader(path).pages) == 2


def test_the_journal_says_which_fields_left_the_file() -> None:
    assert exported_fields(DESIGN) == [
        "given_name",
        "family_name",
        "delegation",
        "badge_name",
        "functional_title",
        "capacity",
        "code",
    ]
