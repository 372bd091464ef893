"""The empty list for delegations is understood by our own import and guides whoever fills it in."""

import io
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from python_calamine import CalamineWorkbook

from cmc_desk.exchange.tables import read_tables
from cmc_desk.exchange.template import COLUMNS, participants_template
from cmc_desk.i18n import LANGUAGES
from cmc_desk.rules.columns import guess
from cmc_desk.rules.delegations import DelegationIndex
from cmc_desk.rules.dry_run import plan_import
from cmc_desk.rules.import_rows import Delegations
from cmc_desk.rules.importing import RowVerdict
from cmc_desk.rules.people import Capacity, Consent, InstitutionKind
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.values import choice, is_salutation, language_code, yes_or_no

NAMES = ("Bahamas (the)", "Côte d’Ivoire", "Curaçao")


def template(language: str) -> Workbook:
    return load_workbook(io.BytesIO(participants_template(delegations=NAMES, language=language)))


def offered(workbook: Workbook, field: str) -> list[str]:
    """Return the words that a column offers, as a spreadsheet program finds them."""
    sheet = workbook.worksheets[0]
    letter = sheet.cell(2, COLUMNS.index(field) + 1).column_letter
    (validation,) = [found for found in sheet.data_validations.dataValidation if f"{letter}2" in found.sqref]
    assert validation.type == "list"
    name, _mark, area = validation.formula1.rpartition("!")
    cells = workbook[name.strip("'")][area.replace("$", "")]
    return [str(row[0].value) for row in cells]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_filled_template_maps_and_imports_by_itself(language: str, tmp_path: Path) -> None:
    workbook = template(language)
    sheet = workbook.worksheets[0]
    written = {
        "salutation": offered(workbook, "salutation")[1],
        "given_name": "Anaïs",
        "family_name": "Sample-Étienne",
        "badge_name": "Anaïs S.",
        "functional_title": "Directrice",
        "institution": "Ministry of Health",
        "institution_kind": offered(workbook, "institution_kind")[1],
        "delegation": "Curaçao",
        "capacity": offered(workbook, "capacity")[0],
        "focal_point": offered(workbook, "focal_point")[0],
        "language": offered(workbook, "language")[1],
        "email": "anais@example.org",
        "phone": "+5999 555 0101",
        "dietary": "No nuts",
        "access_needs": "Wheelchair",
        "consent": offered(workbook, "consent")[1],
    }
    assert tuple(written) == COLUMNS
    for column, text in enumerate(written.values(), 1):
        sheet.cell(2, column, text)
    workbook.save(tmp_path / "filled.xlsx")
    table = read_tables(tmp_path / "filled.xlsx")[0]
    assert guess(table.headings).targets == COLUMNS
    understood = Delegations(DelegationIndex([("BS", NAMES[:1]), ("CW", NAMES[2:])]))
    (row,) = plan_import(table, guess(table.headings), existing=(), delegations=understood).rows
    assert (row.verdict, row.problems, row.note) == (RowVerdict.NEW, (), "")
    assert set(row.filled) == set(COLUMNS)
    assert row.person.delegation == "CW"
    assert (row.person.capacity, row.person.institution_kind) == (Capacity.HEAD, InstitutionKind.IMMIGRATION)
    assert (row.person.focal_point, row.person.consent, row.person.language) == (True, Consent.NO, "es")
    assert row.person.phone == "+5999 555 0101"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_that_is_offered_is_understood(language: str) -> None:
    workbook = template(language)
    assert tuple(offered(workbook, "delegation")) == NAMES
    assert all(is_salutation(word) for word in offered(workbook, "salutation"))
    assert [choice("capacity", word) for word in offered(workbook, "capacity")] == list(Capacity)
    assert [choice("institution_kind", word) for word in offered(workbook, "institution_kind")] == list(InstitutionKind)
    assert [yes_or_no(word) for word in offered(workbook, "focal_point")] == [True, False]
    assert [language_code(word) for word in offered(workbook, "language")] == list(LANGUAGES)


def test_the_sheet_is_ready_to_be_filled_in_and_printed() -> None:
    workbook = template("en")
    sheet, explained, lists = workbook.worksheets
    assert (sheet.title, explained.title, lists.sheet_state) == ("Participants", "How to fill it in", "hidden")
    assert sheet.freeze_panes == "A2"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.auto_filter.ref == "A1:P501"
    assert all(cell.font.bold for cell in sheet[1])
    phone = sheet.column_dimensions[sheet.cell(1, COLUMNS.index("phone") + 1).column_letter]
    assert (phone.number_format, phone.width >= 18) == ("@", True)
    assert [row[0].value for row in explained.iter_rows(min_row=2, max_row=17)] == [cell.value for cell in sheet[1]]
    assert all(row[1].value for row in explained.iter_rows(min_row=2, max_row=17))


def test_another_library_reads_the_same_headings() -> None:
    content = participants_template(delegations=NAMES, language="en")
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert rows == [[cell.value for cell in template("en").worksheets[0][1]]]


def test_an_empty_template_is_no_list(tmp_path: Path) -> None:
    (tmp_path / "empty.xlsx").write_bytes(participants_template(delegations=NAMES, language="en"))
    with pytest.raises(Refusal, match="nobody below"):
        read_tables(tmp_path / "empty.xlsx")


def test_a_language_that_is_not_known_gets_english() -> None:
    content = participants_template(delegations=(), language="pap")
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    assert sheet["B1"].value == "Given name"
    assert not [found for found in sheet.data_validations.dataValidation if "H2" in found.sqref]
