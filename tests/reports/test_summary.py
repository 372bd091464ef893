"""A summary read back as Word, PDF and plain text: whatever a rapporteur typed is in it as it was meant."""

import io
import zipfile
from dataclasses import replace

import pytest
from docx import Document
from docx.oxml.ns import qn

from cmc_desk.reports.summary import render
from cmc_desk.reports.summary_facts import Point, Standing, SummaryPaper, SummarySection, standing_words
from cmc_desk.reports.unprintable import unprintable
from cmc_desk.reports.word import BULLET, LEVEL, POINT, WARNING
from cmc_desk.rules.note_kinds import EntryKind, ReadoutForm, Section, SummaryStatus
from cmc_desk.rules.papers import Format
from tests.desk.paper_hands import words
from tests.reports.reading import IMPRINT
from tests.reports.summary_case import ALL, AT, BRACKETS, EMOJI, EN, FRENCH, LINES, MARKED, NBSP, summary


def made(content: SummaryPaper, form: Format) -> bytes:
    return render(content, form, EN, IMPRINT)


def text(content: SummaryPaper) -> str:
    return made(content, Format.TXT).decode("utf-8")


def paragraphs(content: SummaryPaper) -> list[tuple[str, str]]:
    document = Document(io.BytesIO(made(content, Format.DOCX)))
    return [(one.style.name, one.text) for one in document.paragraphs if one.style is not None and one.text]


def test_what_is_in_brackets_stays_as_it_was_typed_in_every_form() -> None:
    content = summary(BRACKETS)
    assert f"1. {BRACKETS}" in text(content)
    assert (POINT, f"1.\t{BRACKETS}") in paragraphs(content)
    assert BRACKETS in words(made(content, Format.PDF))


def test_no_break_spaces_accents_and_emoji_survive_in_word_and_in_text() -> None:
    content = summary(*ALL)
    for one in (FRENCH, f"A smile {EMOJI}."):
        assert one in text(content)
        assert any(one in words for _style, words in paragraphs(content))
    # In a PDF a no-break space is drawn as a space; that no line ends at it is tried with the marked text.
    assert FRENCH.replace(NBSP, " ") in words(made(content, Format.PDF))


def test_what_is_strong_or_emphasised_looks_so_and_its_signs_are_gone() -> None:
    document = Document(io.BytesIO(made(summary(MARKED), Format.DOCX)))
    (point,) = [one for one in document.paragraphs if one.text.startswith("1.\t")]
    looks = {run.text: (run.bold, run.italic) for run in point.runs}
    assert looks["Agreed:"] == (True, None)
    assert looks["one"] == (None, True)
    assert looks["both"] == (True, True)
    assert point.text == "1.\tAgreed: principle one stands, both as well."
    assert "1. Agreed: principle one stands, both as well.\n  - a first bullet\n    - a second\n" in text(
        summary(MARKED)
    )


def test_bullets_and_levels_are_paragraphs_of_their_own_styles() -> None:
    found = paragraphs(summary(MARKED))
    assert [words for style, words in found if style == BULLET] == ["a first bullet", "a second"]
    assert [words for style, words in found if style == LEVEL] == ["(a)\ta level"]


def test_a_point_that_begins_with_a_bullet_has_its_number_on_a_line_of_its_own() -> None:
    content = summary("- one\n- two")
    assert [words for style, words in paragraphs(content) if style in (POINT, BULLET)] == ["1.", "one", "two"]
    assert "\n1.\n  - one\n  - two\n" in text(content)


def test_a_line_break_within_a_point_is_one_in_every_form() -> None:
    content = summary(LINES)
    assert f"1. {LINES}" in text(content)
    assert (POINT, f"1.\t{LINES}") in paragraphs(content)
    assert LINES in words(made(content, Format.PDF))


def test_what_is_read_from_the_right_is_marked_so_in_word() -> None:
    xml = zipfile.ZipFile(io.BytesIO(made(summary(*ALL), Format.DOCX))).read("word/document.xml").decode()
    assert xml.count("<w:bidi/>") == 1
    assert "<w:rtl/>" in xml


def test_letters_that_no_font_has_are_told_of_on_the_page_and_to_whoever_makes_it() -> None:
    content = summary(f"A smile {EMOJI}.")
    assert [one.letters for one in unprintable(content)] == [EMOJI]
    printed = words(made(content, Format.PDF))
    assert "1 text is not printed in full" in printed
    assert "A smile ." in printed


def test_points_are_numbered_through_sections_and_parts() -> None:
    part = summary("One", "Two").parts[0]
    content = SummaryPaper("en", (part, replace(part, title="Other")))
    assert [line for line in text(content).splitlines() if line[:1].isdigit()] == [
        "1. One",
        "2. Two",
        "3. One",
        "4. Two",
    ]
    assert [words for style, words in paragraphs(content) if style == POINT] == [
        "1.\tOne",
        "2.\tTwo",
        "3.\tOne",
        "4.\tTwo",
    ]


def test_version_status_and_whether_it_says_who_spoke_stand_under_the_title() -> None:
    found = text(summary("One"))
    assert "\nAttributed\n" in found
    assert "\nVersion 2 · Circulated, 5 December 2019 17:31\n" in found
    assert "\nSpoke: Jamaica, The Bahamas.\n" in found
    assert "Thursday, 5 December 2019, 17:15 · First reading; Second reading\n" in found
    assert "Not attributed" in text(summary("One", attributed=False, speakers=()))


@pytest.mark.parametrize(
    ("standing", "said"),
    [
        (Standing(), "Draft"),
        (Standing(version=3), "Draft, changed since version 3"),
        (Standing(SummaryStatus.FINAL, 4, issued=True), "Version 4 · Final"),
        (
            Standing(SummaryStatus.DRAFT, 1, issued=True, at=AT, spoken=True),
            "Version 1 · Read out, 5 December 2019 17:31",
        ),
        (Standing(SummaryStatus.CORRECTED, 2, issued=True, spoken=True), "Version 2 · Read out · Corrected"),
    ],
)
def test_how_far_a_text_has_come_is_one_line(standing: Standing, said: str) -> None:
    assert standing_words(standing, EN) == said


def test_names_that_are_left_are_told_of_with_the_points_they_stand_in() -> None:
    sections = (SummarySection(Section.DECISIONS, (Point("Fine."), Point("Jamaica agreed.", names_left=1))),)
    content = summary("One", attributed=False, sections=sections)
    said = "Not to be circulated: 1 name is left that may not stand in this text. See point 2."
    assert said in text(content)
    assert (WARNING, said) in paragraphs(content)
    assert said in words(made(content, Format.PDF)).replace("\n", " ")
    assert "Not to be circulated" not in text(summary("One"))


def test_what_a_delegation_said_tells_when_and_as_what_where_that_may_be_told() -> None:
    said = Point("One.", at=AT, kind=EntryKind.PROPOSAL, provision="4")
    part = replace(summary().parts[0], sections=(SummarySection(None, (said,)),), form=None, standing=None)
    content = SummaryPaper("en", (part,), of_delegation=True, delegation="Jamaica")
    assert "Interventions of Jamaica\n" in text(content)
    assert "1. 17:31 · Proposal · on provision 4: One." in text(content)
    assert ("Remark", "17:31 · Proposal · on provision 4") in paragraphs(content)
    nobody = replace(content, delegation="", parts=(replace(part, attributed=False),))
    assert "Interventions of one delegation\n" in text(nobody)


def test_parts_that_differ_say_each_for_itself_whether_they_say_who_spoke() -> None:
    part = summary("One").parts[0]
    content = SummaryPaper("en", (part, replace(part, attributed=False, speakers=())))
    assert text(content).count("17:31 · Attributed") == 1
    assert text(content).count("17:31 · Not attributed") == 1
    assert len([1 for _style, said in paragraphs(content) if said.endswith("ttributed")]) == 2


@pytest.mark.parametrize("form", [Format.PDF, Format.DOCX, Format.TXT])
def test_a_summary_in_which_nothing_stands_says_so(form: Format) -> None:
    for content in (SummaryPaper("en", ()), summary(sections=(), title="Empty")):
        data = made(content, form)
        if form is Format.DOCX:
            said = "\n".join(one.text for one in Document(io.BytesIO(data)).paragraphs)
        else:
            said = words(data) if form is Format.PDF else data.decode()
        assert "Nothing stands in it yet." in said


def test_the_summary_of_a_day_is_called_after_it() -> None:
    content = summary("One", form=ReadoutForm.DAY, title="Summary of Day 1")
    assert text(content).count("Summary of Day 1") == 1
    assert ("Title", "Summary of Day 1") in paragraphs(content)


def test_the_foot_of_the_word_file_says_which_version_it_is() -> None:
    foot = Document(io.BytesIO(made(summary("One"), Format.DOCX))).sections[0].footer.paragraphs[0]
    said = "".join(one.text or "" for one in foot._p.iter(qn("w:t")))
    assert said.startswith("Discussion summary · Version 2 · Circulated, 5 December 2019 17:31 · Attributed")
