"""Correction slips, the list of recommendations and the register, read back with other libraries."""

import io
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import openpyxl
import pypdf
from docx import Document
from icalendar import Calendar

from cmc_desk.desk.papers_of_notes import render_register
from cmc_desk.reports import approval_list, correction_slip
from cmc_desk.reports.action_register import ActionRegister, RegisterLine
from cmc_desk.reports.approval_list import ApprovalList
from cmc_desk.reports.correction_slip import CorrectionSlips, Slip
from cmc_desk.rules.papers import Format
from cmc_desk.rules.register import Task, TaskKind
from tests.desk.paper_hands import words
from tests.meetings import ZONE
from tests.reports.read_pdf import page_count, texts_on
from tests.reports.reading import IMPRINT
from tests.reports.summary_case import APPROVAL, BRACKETS, EN, FRENCH, NBSP, SLIPS

CHANGED = "Changes (struck: taken out; underlined: added): The meeting requests a study by June."
REGISTER = ActionRegister(
    "en",
    "m1",
    (
        RegisterLine(
            Task("k1", TaskKind.ACTION, "=Circulate; a definition, [please]\nsoon", "Jamaica", date(2019, 12, 5)),
            "Principles",
        ),
        RegisterLine(Task("k2", TaskKind.NEXT_STEP, "Meet at 08:15", due=date(2020, 1, 31)), day=date(2019, 12, 5)),
        RegisterLine(Task("k3", TaskKind.RECOMMENDATION, "That …", due=date(2020, 6, 1), number=4)),
        RegisterLine(Task("k4", TaskKind.ACTION, "No date")),
        RegisterLine(
            Task(
                "k5",
                TaskKind.ACTION,
                "Was done",
                due=date(2019, 12, 4),
                closed_at=datetime(2019, 12, 4, 9, tzinfo=ZONE),
            )
        ),
    ),
)


def cells(content: ActionRegister, sheet: str = "Register") -> list[tuple[Any, ...]]:
    book = openpyxl.load_workbook(io.BytesIO(render_register(content, Format.XLSX, EN, IMPRINT)))
    return list(book[sheet].iter_rows(values_only=True))


def calendar(content: ActionRegister, version: int = 1) -> list[Any]:
    data = render_register(content, Format.ICS, EN, replace(IMPRINT, version=version))
    return list(Calendar.from_ical(data).walk("VEVENT"))


def test_every_delegation_has_pages_of_its_own_with_its_own_words_only() -> None:
    data = correction_slip.render(SLIPS, Format.PDF, EN, IMPRINT)
    assert page_count(data) == 2
    assert "Haiti" in texts_on(data, 1)
    assert "Jamaica" not in "\n".join(texts_on(data, 1))
    assert "Haiti" not in "\n".join(texts_on(data, 2))


def test_a_slip_says_by_when_what_was_noted_and_leaves_room_for_the_correction() -> None:
    said = words(correction_slip.render(SLIPS, Format.PDF, EN, IMPRINT))
    assert "Corrections by Friday, 13 December 2019" in said
    assert BRACKETS in said
    assert "17:31 · Proposal · on provision 2" in said
    assert "17:31 · Intervention · Not for attribution" in said
    assert said.count("Correction\n") == 3
    assert "Signature" in said


def test_a_slip_in_word_is_a_table_with_what_was_noted_beside_room_for_the_correction() -> None:
    document = Document(io.BytesIO(correction_slip.render(SLIPS, Format.DOCX, EN, IMPRINT)))
    first, second = document.tables
    assert [cell.text for cell in first.rows[0].cells] == ["No.", "As noted", "Correction"]
    assert first.rows[1].cells[1].text == f"17:31 · Proposal · on provision 2\n{BRACKETS}"
    assert FRENCH in first.rows[2].cells[1].text
    assert first.rows[1].cells[2].text == ""
    assert second.rows[1].cells[1].text.splitlines()[1] == "Agreed: principle one stands, both as well."
    breaks = [one for one in document.paragraphs if one.paragraph_format.page_break_before]
    assert len(breaks) == 1


def test_without_a_word_of_anybody_a_slip_says_so() -> None:
    nobody = CorrectionSlips("en", SLIPS.until, ())
    silent = CorrectionSlips("en", SLIPS.until, (Slip("Aruba", ()),))
    for content, said in (
        (nobody, "No delegation has said anything"),
        (silent, "Nothing was noted of this delegation."),
    ):
        assert said in words(correction_slip.render(content, Format.PDF, EN, IMPRINT))
        document = Document(io.BytesIO(correction_slip.render(content, Format.DOCX, EN, IMPRINT)))
        assert said in "\n".join(one.text for one in document.paragraphs)


def test_what_waits_has_boxes_to_tick_and_what_was_decided_says_what_and_when() -> None:
    said = words(approval_list.render(APPROVAL, Format.PDF, EN, IMPRINT))
    assert said.startswith("Sample Consultations")
    assert "Recommendations for approval" in said
    assert "Not yet decided: 1 · Approved: 1 · Approved as amended: 1 · Deferred: 1" in said
    assert "Approved, 5 December 2019 17:31\nApproval\n" in said
    assert CHANGED in said
    assert "Reason: Capitals are asked" in said
    assert "La reunión recomienda." in said


def test_the_list_in_word_has_a_row_for_each_recommendation() -> None:
    (table,) = Document(io.BytesIO(approval_list.render(APPROVAL, Format.DOCX, EN, IMPRINT))).tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["No.", "Recommendation", "Decision"]
    assert rows[1] == [
        "1.",
        "The meeting recommends [that] focal points be named.\nLa reunión recomienda.",
        "☐ Approved\n☐ Approved as amended\n☐ Deferred",
    ]
    assert rows[3][1:] == [
        f"The meeting requests a study by June.\n{CHANGED}",
        "Approved as amended, 5 December 2019 17:31",
    ]


def test_what_was_amended_is_struck_and_underlined_in_both() -> None:
    line = replace(APPROVAL.lines[2], text="The meeting asks for a study.")
    content = ApprovalList("en", (line,))
    (table,) = Document(io.BytesIO(approval_list.render(content, Format.DOCX, EN, IMPRINT))).tables
    runs = table.rows[1].cells[1].paragraphs[1].runs
    assert [run.text for run in runs if run.font.strike] == ["requests"]
    assert [run.text for run in runs if run.font.underline and run.font.bold] == ["asks for"]
    page = pypdf.PdfReader(io.BytesIO(approval_list.render(content, Format.PDF, EN, IMPRINT))).pages[0]
    plain = ApprovalList("en", (replace(line, proposed=""),))
    before = pypdf.PdfReader(io.BytesIO(approval_list.render(plain, Format.PDF, EN, IMPRINT))).pages[0]
    # One line through what went and one beneath what came.
    assert drawn_lines(page) == drawn_lines(before) + 2


def drawn_lines(page: pypdf.PageObject) -> int:
    contents = page.get_contents()
    return sum(operator == b"S" for _operands, operator in contents.operations) if contents is not None else 0


def test_when_all_is_decided_it_is_no_list_to_approve_by_any_more_and_an_empty_one_says_so() -> None:
    done = ApprovalList("en", APPROVAL.lines[1:])
    assert "for approval" not in words(approval_list.render(done, Format.PDF, EN, IMPRINT))
    empty = ApprovalList("en", ())
    assert "No recommendation was written yet." in words(approval_list.render(empty, Format.PDF, EN, IMPRINT))
    assert not Document(io.BytesIO(approval_list.render(empty, Format.DOCX, EN, IMPRINT))).tables


def test_letters_that_no_font_has_are_told_of_on_the_list() -> None:
    content = ApprovalList("en", (replace(APPROVAL.lines[0], text="A smile 🙂"),))
    assert "1 text is not printed in full" in words(approval_list.render(content, Format.PDF, EN, IMPRINT))


def test_the_register_has_real_dates_and_says_what_is_overdue_when_it_is_made() -> None:
    heads, *rows = cells(REGISTER)
    assert heads[:6] == ("No.", "Kind", "What", "Who", "Until", "State")
    # What begins with = is text and no formula.
    assert rows[0][:6] == (
        1,
        "Action",
        "=Circulate; a definition, [please] soon",
        "Jamaica",
        datetime(2019, 12, 5),  # noqa: DTZ001 - a date in a workbook has no zone
        "Overdue",
    )
    assert [row[5] for row in rows] == ["Overdue", "Open", "Open", "Open", "Done"]
    assert rows[2][1] == "Recommendation 4"
    assert rows[4][6] == datetime(2019, 12, 4, 9)  # noqa: DTZ001 - see above
    about = {row[1]: row[2] for row in cells(REGISTER, "About")}
    assert (about["Still open"], about["Overdue when this was made"]) == ("4", "1")


def test_what_has_a_date_is_an_event_of_the_whole_day_in_calendars() -> None:
    events = calendar(REGISTER)
    assert [event["SUMMARY"] for event in events] == [
        "Jamaica: =Circulate; a definition, [please]",
        "Meet at 08:15",
        "That …",
        "Done: Was done",
    ]
    assert events[0]["DTSTART"].dt == date(2019, 12, 5)
    assert events[0]["DTEND"].dt == date(2019, 12, 6)
    assert events[0]["DESCRIPTION"].startswith("=Circulate; a definition, [please]\nsoon\nJamaica\nPrinciples\n")
    assert events[0]["UID"] == "task-k1.m1@cmc-desk"
    assert {event["TRANSP"] for event in events} == {"TRANSPARENT"}


def test_a_newer_version_of_the_register_replaces_an_older_one_in_calendars() -> None:
    assert [event["SEQUENCE"] for event in calendar(REGISTER)] == [0] * 4
    assert [event["SEQUENCE"] for event in calendar(REGISTER, version=3)] == [2] * 4


def test_a_long_task_has_a_short_title_in_calendars_and_is_whole_in_its_description() -> None:
    long = f"Très{NBSP}long " * 40
    (event,) = calendar(
        replace(REGISTER, lines=(RegisterLine(Task("k", TaskKind.ACTION, long, due=date(2020, 1, 1))),))
    )
    assert len(event["SUMMARY"]) <= 120
    assert event["SUMMARY"].endswith("…")
    assert event["DESCRIPTION"].startswith(long)


def test_a_register_without_dates_is_a_calendar_without_events() -> None:
    assert calendar(replace(REGISTER, lines=REGISTER.lines[3:4])) == []
