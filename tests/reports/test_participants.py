"""The list of participants, read back from each of its three forms."""

import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from cmc_desk.i18n import LANGUAGES, texts
from cmc_desk.reports.participants import ListedDelegation, ListedPerson, ParticipantList, render, title
from cmc_desk.rules.meeting import DelegationKind
from cmc_desk.rules.papers import Format
from tests.reports.reading import IMPRINT, page_count, pdf_lines, pdf_words, word_paragraphs

EN = texts("en")
KEISHA = ListedPerson("Ms", "Keisha", "Example-Blake", "Director of Immigration", "Ministry of Examples", head=True)
LONG = ListedPerson(
    "Sra.", "María de los Ángeles Altagracia", "Example-Matos de la Concepción y Sample-Rodríguez", "Analista", ""
)
ONE_WORD = ListedPerson("", "", "Mustersastro", "", "Example Institute")
NO_NAME = ListedPerson("Mr", "", "", "Driver", "")
ARABIC = ListedPerson("", "ليلى", "مثال", "Adviser", "Ministry of Examples")
CHINESE = ListedPerson("Mr", "样本", "例", "Adviser", "")
FORMULA = ListedPerson("", "=1+1", "-Muster @Example", "+SUM(A1)", "@Institute")
LIST = ParticipantList(
    language="en",
    second="fr",
    final=False,
    by_attendance=False,
    delegations=(
        ListedDelegation("Bahamas (the)", "Bahamas (les)", DelegationKind.STATE, ()),
        ListedDelegation("Jamaica", "Jamaïque (la)", DelegationKind.STATE, (KEISHA, LONG, ONE_WORD, NO_NAME)),
        ListedDelegation("Aruba", "", DelegationKind.TERRITORY, (ARABIC, CHINESE)),
        ListedDelegation("Example Agency", "", DelegationKind.UN, (FORMULA,)),
    ),
    not_listed=3,
)
EMPTY = replace(LIST, delegations=(), not_listed=0)


def test_the_pdf_has_kinds_delegations_and_people_in_order() -> None:
    lines = pdf_lines(render(replace(LIST, delegations=LIST.delegations[:2]), Format.PDF, EN, IMPRINT))
    assert lines == [
        "Sample Consultations on Migration",
        "Kingston, 5–6 December 2019",
        "Sample Consultations on Migration",
        "Preparatory meeting",
        "Kingston, 5–6 December 2019",
        "List of participants",
        "Provisional list of 6 December 2019",
        "4 of 7 participants are listed. 3 are not, for want of their consent to be listed. Please tell the secretariat of any correction.",
        "States",
        "Bahamas (the)",
        "Bahamas (les)",
        "Names are not listed",
        "Jamaica",
        "Jamaïque (la)",
        "Ms Keisha Example-Blake",
        "Head of delegation",
        "Director of Immigration, Ministry of Examples",
        "Sra. María de los Ángeles Altagracia",
        "Example-Matos de la Concepción y",
        "Sample-Rodríguez",
        "Analista",
        "Mustersastro",
        "Example Institute",
        "(name not given)",
        "Driver",
        "List of participants · Provisional list of 6 December 2019 · Made 2019-12-06 16:40 by T. Sample-Reid · Desk A",
        "page 1 of 1",
    ]


def test_the_word_file_has_the_same_words_in_named_styles() -> None:
    assert word_paragraphs(render(LIST, Format.DOCX, EN, IMPRINT)) == [
        ("Subtitle", "Sample Consultations on Migration"),
        ("Subtitle", "Preparatory meeting"),
        ("Subtitle", "Kingston, 5–6 December 2019"),
        ("Title", "List of participants"),
        ("Subtitle", "Provisional list of 6 December 2019"),
        (
            "Remark",
            "7 of 10 participants are listed. 3 are not, for want of their consent to be listed. Please tell the secretariat of any correction.",
        ),
        ("Heading 1", "States"),
        ("Heading 2", "Bahamas (the)"),
        ("Name in another language", "Bahamas (les)"),
        ("Remark", "Names are not listed"),
        ("Heading 2", "Jamaica"),
        ("Name in another language", "Jamaïque (la)"),
        ("Participant", "Ms Keisha Example-Blake\nHead of delegation\nDirector of Immigration, Ministry of Examples"),
        (
            "Participant",
            "Sra. María de los Ángeles Altagracia Example-Matos de la Concepción y Sample-Rodríguez\nAnalista",
        ),
        ("Participant", "Mustersastro\nExample Institute"),
        ("Participant", "(name not given)\nDriver"),
        ("Heading 1", "Constituent parts and territories"),
        ("Heading 2", "Aruba"),
        ("Participant", "ليلى مثال\nAdviser, Ministry of Examples"),
        ("Participant", "Mr 样本 例\nAdviser"),
        ("Heading 1", "United Nations and intergovernmental organisations"),
        ("Heading 2", "Example Agency"),
        ("Participant", "=1+1 -Muster @Example\n+SUM(A1), @Institute"),
    ]


def test_the_workbook_has_a_row_for_each_person_and_each_delegation() -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(render(LIST, Format.XLSX, EN, IMPRINT)))
    assert book.sheet_names == ["Participants", "Delegations", "About"]
    people = book.get_sheet_by_name("Participants").to_python()
    assert people[0][:4] == ["No.", "Delegation", "Name in another language", "Salutation"]
    assert [row[0] for row in people[1:]] == [1, 2, 3, 4, 5, 6, 7]
    assert people[1][1:] == [
        "Jamaica",
        "Jamaïque (la)",
        "Ms",
        "Keisha",
        "Example-Blake",
        "Head of delegation",
        "Director of Immigration",
        "Ministry of Examples",
        "States",
    ]
    assert people[5][3:6] == ["", "ليلى", "مثال"]
    delegations = book.get_sheet_by_name("Delegations").to_python()
    assert [(row[1], row[3]) for row in delegations[1:]] == [
        ("Bahamas (the)", 0),
        ("Jamaica", 4),
        ("Aruba", 2),
        ("Example Agency", 1),
    ]


def test_a_workbook_without_a_second_language_has_no_column_for_it() -> None:
    one_language = replace(LIST, second="")
    book = CalamineWorkbook.from_filelike(io.BytesIO(render(one_language, Format.XLSX, EN, IMPRINT)))
    for name in ("Participants", "Delegations"):
        assert "Name in another language" not in book.get_sheet_by_name(name).to_python()[0]


def test_the_workbook_is_ready_to_filter_and_print_and_takes_no_text_for_a_formula() -> None:
    book = load_workbook(io.BytesIO(render(LIST, Format.XLSX, EN, IMPRINT)))
    sheet = book["Participants"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("C2", "A1:J8", "$1:$1")
    assert sheet["A1"].font.b
    assert [(cell.value, cell.data_type) for cell in sheet[8][4:6]] == [("=1+1", "s"), ("-Muster @Example", "s")]
    assert [(cell.value, cell.data_type) for cell in sheet[8][7:9]] == [("+SUM(A1)", "s"), ("@Institute", "s")]
    about = {row[1].value: row[2].value for row in book["About"].iter_rows(min_row=2)}
    assert about["Provisional or final"] == "Provisional list of 6 December 2019"
    assert about["Made at"] == IMPRINT.made_at.replace(tzinfo=None)


@pytest.mark.parametrize("form", Format)
def test_how_many_are_not_listed_is_said_in_every_form(form: Format) -> None:
    said = render(replace(LIST, not_listed=1), form, EN, IMPRINT)
    if form is Format.PDF:
        assert "1 is not, for want of consent to be listed." in " ".join(pdf_lines(said))
    elif form is Format.DOCX:
        assert "1 is not, for want of consent to be listed." in " ".join(text for _style, text in word_paragraphs(said))
    else:
        rows = CalamineWorkbook.from_filelike(io.BytesIO(said)).get_sheet_by_name("About").to_python()
        assert "1 is not, for want of consent to be listed." in [row[2] for row in rows]


def test_a_final_list_says_so_with_its_date_and_whom_it_has() -> None:
    final = replace(LIST, final=True, by_attendance=True)
    words = " ".join(pdf_lines(render(final, Format.PDF, EN, IMPRINT)))
    assert "Final list of 6 December 2019" in words
    assert "The list is of those whose presence was recorded at the meeting." in words
    assert "Please tell the secretariat" not in words


@pytest.mark.parametrize("form", Format)
def test_an_empty_meeting_makes_a_paper_that_says_so(form: Format) -> None:
    content = render(EMPTY, form, EN, IMPRINT)
    nobody = "Nobody can be listed yet: no participant is registered."
    if form is Format.PDF:
        assert page_count(content) == 1
        assert nobody in pdf_lines(content)
    elif form is Format.DOCX:
        assert ("Remark", nobody) in word_paragraphs(content)
    else:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        assert len(book.get_sheet_by_name("Participants").to_python()) == 1


def test_an_arabic_name_is_joined_and_reads_from_the_right() -> None:
    words = pdf_words(render(LIST, Format.PDF, EN, IMPRINT))
    arabic = [word for word in words if any("\ufe70" <= letter <= "\ufefc" for letter in word.text)]
    assert arabic, "the letters have the forms that join them"


def test_a_name_that_no_font_can_print_is_said_to_be_missing() -> None:
    words = " ".join(pdf_lines(render(LIST, Format.PDF, EN, IMPRINT)))
    assert "2 names or functions are not printed in full, because no font of the program has their letters" in words
    without = replace(LIST, delegations=LIST.delegations[:2])
    assert "not printed in full" not in " ".join(pdf_lines(render(without, Format.PDF, EN, IMPRINT)))


def test_the_same_list_makes_the_same_pdf() -> None:
    assert render(LIST, Format.PDF, EN, IMPRINT) == render(LIST, Format.PDF, EN, IMPRINT)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_foot_says_in_every_language_what_it_is_and_who_made_it_whole(language: str) -> None:
    imprint = replace(IMPRINT, made_by="Wilhelmina Specimen-Oudekerk · Registration desk A")
    for final in (False, True):
        of_language = texts(language)
        lines = pdf_lines(render(replace(LIST, final=final), Format.PDF, of_language, imprint))
        foot = [line for line in lines if line.startswith(title(of_language)) and "·" in line]
        assert len(foot) == page_count(render(replace(LIST, final=final), Format.PDF, of_language, imprint))
        assert not [line for line in lines if "…" in line]
        assert any(line.endswith(imprint.made_by) for line in lines)
