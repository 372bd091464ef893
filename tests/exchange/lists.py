"""Lists of fictional participants as ministries send them, written by the tests themselves.

`samples/provisional_list.xls` and `.ods` were made once from `provisional_list` with
`soffice --headless --convert-to xls provisional_list.xlsx` (and `ods`).
"""

import datetime
from collections.abc import Iterable, Sequence
from pathlib import Path

from openpyxl import Workbook

SAMPLES = Path(__file__).parent / "samples"

HEADINGS = (
    "No.",
    "First name(s)",
    "SURNAME",
    "Functional title",
    "Country / Delegation",
    "Ministry / Org.",
    "E-mail address",
    "Tel.",
    "Dietary",
    "Date",
)
PEOPLE = (
    (1, "Anaïs", "Sample-Étienne", "Directrice, Affaires consulaires", "Haïti", "Ministère des Affaires étrangères"),
    (2, "Keisha", "Example-Blake ", "Technical Officer", "Trinidad & Tobago", "Ministry of National Security"),
    (3, "Yunior", "Specimen-Valdés", "Especialista", "Cuba", "Dirección de Identificación, Inmigración y Extranjería"),
    (4, "Ilse", "Muster-Croes", "Beleidsmedewerker", "Aruba", "Instituto Alarma y Seguridad Aruba"),
    (5, "Núria", "Sample d’Ávila-Açaí", "Asesora", "República Dominicana", "Dirección General de Migración"),
)
MAILS = ("anais@example.org", "mission@example.org", "mission@example.org", "", "nuria@example.org")
PHONES = ("+509 555 0101", "8685550119", 5355550102, "0297 555 0103", "+1 809 555 0104")


def provisional_list(path: Path) -> Path:
    """Write a list with a letterhead, a table that begins in column C, a note beside it, and two more sheets."""
    workbook = Workbook()
    cover = workbook.active
    cover.title = "Cover"
    cover["A1"] = "Lista provisional de participantes"
    sheet = workbook.create_sheet("Liste")
    sheet["C1"] = "MINISTRY OF FOREIGN AFFAIRS AND FOREIGN TRADE"
    sheet.merge_cells("C1:L1")
    sheet["C2"] = "Provisional list, 2 December 2019"
    sheet.merge_cells("C2:L2")
    for column, heading in enumerate(HEADINGS, 3):
        sheet.cell(4, column, heading)
    for row, (person, mail, phone) in enumerate(zip(PEOPLE, MAILS, PHONES, strict=True), 6):
        for column, value in enumerate((*person, mail, phone, "", datetime.date(2019, 12, 5)), 3):
            sheet.cell(row, column, value or None)
    sheet["N7"] = "Note: two names are still awaited"
    sheet["N8"] = "(telephone call of Monday)"
    workbook.create_sheet("Empty")
    workbook.save(path)
    return path


def workbook_of(path: Path, rows: Iterable[Sequence[object]], *, sheet: str = "List") -> Path:
    """Write `rows` from cell A1 on."""
    workbook = Workbook(write_only=True)
    worksheet = workbook.create_sheet(sheet)
    for row in rows:
        worksheet.append(list(row))
    workbook.save(path)
    return path
