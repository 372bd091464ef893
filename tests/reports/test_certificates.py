"""Certificates of participation and their register, read back."""

import io
from dataclasses import replace
from datetime import date

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from cmc_desk.i18n import texts
from cmc_desk.reports.certificates import Certificate, Certificates, render
from cmc_desk.rules.certificates import Attended
from cmc_desk.rules.papers import Format
from tests.reports.reading import IMPRINT, page_count, pdf_lines, pdf_words

EN = texts("en")
KEISHA = Certificate(
    "AB2C-DE3F", "Ms", "Keisha Example-Blake", "Director of Immigration", "The Bahamas", Attended(3, 2)
)
CERTIFICATES = Certificates(
    venue="Example Hotel",
    city="Kingston",
    days=(date(2019, 12, 5), date(2019, 12, 6)),
    signatories=("Government of Jamaica", "International Organization for Migration"),
    sessions_needed=0,
    days_needed=1,
    taken=Attended(4, 2),
    certificates=(KEISHA,),
)
LONG = "María de los Ángeles Altagracia Example-Matos de la Concepción y Sample-Rodríguez de Muster"


def test_a_certificate_says_who_took_part_in_what_and_who_signs() -> None:
    assert pdf_lines(render(CERTIFICATES, Format.PDF, EN, IMPRINT)) == [
        "Certificate of participation",
        "This is to certify that",
        "Ms Keisha Example-Blake",
        "Director of Immigration",
        "The Bahamas",
        "took part in",
        "Sample Consultations on Migration",
        "Preparatory meeting",
        "Example Hotel, Kingston, 5–6 December 2019",
        "Government of Jamaica",
        "International Organization for Migration",
        "Kingston, 6 December 2019",
        "Certificate No. AB2C-DE3F",
    ]


def test_every_person_has_a_landscape_page_of_their_own() -> None:
    people = tuple(replace(KEISHA, name=f"Person{number} Example") for number in range(300))
    content = render(replace(CERTIFICATES, certificates=people), Format.PDF, EN, IMPRINT)
    pages = PdfReader(io.BytesIO(content)).pages
    assert len(pages) == 300
    assert pages[0].mediabox.width > pages[0].mediabox.height
    assert ["Person299 Example" in (page.extract_text()) for page in pages].index(True) == 299


@pytest.mark.parametrize("name", [LONG, "Mustersastro", "ليلى مثال", "样本 例", ""])
@pytest.mark.parametrize("signatories", [(), ("Government of Jamaica",), tuple(f"Organiser {n}" for n in range(7))])
def test_names_of_every_kind_stand_on_one_page_above_the_signatures(name: str, signatories: tuple[str, ...]) -> None:
    one = replace(KEISHA, salutation="", name=name, functional_title="")
    content = render(replace(CERTIFICATES, certificates=(one,), signatories=signatories), Format.PDF, EN, IMPRINT)
    assert page_count(content) == 1
    words = pdf_words(content)
    where = next(word for word in words if word.text.startswith("Example Hotel"))
    signed = [word.y for word in words if word.text.startswith(("Organiser", "Government"))]
    assert where.y > max(signed, default=0) + 20
    if not name:
        assert "(name not given)" in pdf_lines(content)


def test_a_long_name_is_smaller_and_takes_two_lines_rather_than_being_cut() -> None:
    lines = pdf_lines(
        render(replace(CERTIFICATES, certificates=(replace(KEISHA, name=LONG),)), Format.PDF, EN, IMPRINT)
    )
    assert f"Ms {LONG}" in " ".join(lines)


def test_where_nobody_earned_one_the_paper_says_what_it_takes() -> None:
    none = replace(CERTIFICATES, certificates=(), sessions_needed=9)
    assert " ".join(pdf_lines(render(none, Format.PDF, EN, IMPRINT))) == (
        "Certificates of participation Nobody has earned a certificate so far. It takes attendance at 9 or more of the 4"
        " sessions at which it was taken, and attendance on 1 or more of the 2 days on which it was taken."
    )


@pytest.mark.parametrize(
    ("sessions", "days", "rule"),
    [
        (3, 0, "attendance at 3 or more of the 4 sessions at which it was taken"),
        (0, 2, "attendance on 2 or more of the 2 days on which it was taken"),
        (0, 0, "attendance on 1 or more of the 2 days on which it was taken"),
    ],
)
def test_the_register_says_the_rule_with_its_wholes(sessions: int, days: int, rule: str) -> None:
    content = render(replace(CERTIFICATES, sessions_needed=sessions, days_needed=days), Format.XLSX, EN, IMPRINT)
    about = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("About").to_python()
    assert f"Everybody in it earned a certificate by {rule}." in [row[2] for row in about]


def test_the_register_has_a_row_for_each_certificate() -> None:
    sheet = load_workbook(io.BytesIO(render(CERTIFICATES, Format.XLSX, EN, IMPRINT)))["Certificates"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        [
            "Certificate No.",
            "Salutation",
            "Name",
            "Functional title",
            "Delegation",
            "Sessions attended, of 4",
            "Days attended, of 2",
        ],
        ["AB2C-DE3F", "Ms", "Keisha Example-Blake", "Director of Immigration", "The Bahamas", 3, 2],
    ]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:G2")
