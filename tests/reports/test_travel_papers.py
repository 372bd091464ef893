"""Every paper of sponsored travel against its golden file, and what all of them have in common."""

import io
from gettext import NullTranslations

import pytest
from openpyxl import load_workbook

from cmc_desk.reports.payment_sheet import PaymentSheet
from cmc_desk.reports.receipts import Receipts
from cmc_desk.reports.typesetting import text_width
from cmc_desk.rules.papers import Format
from tests.reports.desk_papers_case import EN
from tests.reports.golden_travel import FOLDER, KINDS, lines_of, paper
from tests.reports.read_pdf import page_sizes, words_on
from tests.reports.travel_case import EVERY_NAME, GOLDEN, THIRD, cash_pack, chase, payee, rooming, transports, wall

BOOKS = [name for name, kind in KINDS.items() if Format.XLSX in kind.formats and name in GOLDEN]
WIDE = {"manifest", "name-boards", "rooming", "seat-wall", "payment-sheet", "travel-costs"}
WITH_EVERY_NAME = {
    "manifest": transports(*EVERY_NAME, version=THIRD),
    "driver-sheets": transports(*EVERY_NAME),
    "name-boards": transports(*EVERY_NAME),
    "rooming": rooming(*EVERY_NAME, version=THIRD),
    "seat-wall": wall(30, "The United Republic of Samples and the Wilhelmina-Alexandrina Examples"),
    "chase-list": chase(*EVERY_NAME),
    "payment-sheet": PaymentSheet(tuple(payee(name) for name in EVERY_NAME)),
    "receipts": Receipts("fr", "Kingston", tuple(payee(name) for name in EVERY_NAME)),
    "envelope-slips": cash_pack(*EVERY_NAME),
}


class Longer(NullTranslations):
    """Words that are half as long again as the English ones, as those of a translation may be."""

    def gettext(self, message: str) -> str:
        """Return longer words; what stands in braces stays."""
        return f"{message}{'e' * (len(message.split('{', maxsplit=1)[0]) // 2)}"

    def ngettext(self, one: str, many: str, number: int) -> str:
        """Return longer words."""
        return self.gettext(one if number == 1 else many)

    def pgettext(self, _context: str, message: str) -> str:
        """Return longer words."""
        return self.gettext(message)


@pytest.mark.parametrize("name", GOLDEN)
def test_words_stand_where_they_stood(name: str) -> None:
    golden = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert lines_of(name) == golden, "if the change is meant: python3 -m tests.reports.golden_travel"


def test_every_paper_has_a_golden_file_and_every_golden_file_a_paper() -> None:
    printed = {key for key, kind in KINDS.items() if Format.PDF in kind.formats}
    assert set(GOLDEN) == printed == {file.stem for file in FOLDER.glob("*.txt")}


@pytest.mark.parametrize("name", GOLDEN)
def test_every_paper_is_a4_and_the_same_content_gives_the_same_file(name: str) -> None:
    data = paper(name)
    assert page_sizes(data) == {(297, 210) if name in WIDE else (210, 297)}
    assert paper(name) == data


@pytest.mark.parametrize("name", BOOKS)
def test_the_same_content_gives_the_same_cells_and_no_formula(name: str) -> None:
    book = load_workbook(io.BytesIO(paper(name, Format.XLSX)))
    again = load_workbook(io.BytesIO(paper(name, Format.XLSX)))
    assert book.sheetnames[-1] == "About"
    for sheet in book:
        assert sheet.freeze_panes is not None
        assert [cell.value for row in sheet for cell in row] == [
            cell.value for row in again[sheet.title] for cell in row
        ]
        assert {cell.data_type for row in sheet for cell in row} <= {"s", "n", "d"}


@pytest.mark.parametrize("name", WITH_EVERY_NAME)
@pytest.mark.parametrize("texts", [EN, Longer()], ids=["English", "longer words"])
def test_nothing_runs_into_the_margin_whatever_the_names_and_the_language(name: str, texts: NullTranslations) -> None:
    data = paper(name, content=WITH_EVERY_NAME[name], texts=texts)
    ((wide, high),) = {(wide * 72 / 25.4, high * 72 / 25.4) for wide, high in page_sizes(data)}
    # Names on boards are as large as the paper allows: their margin is narrower.
    for word in words_on(data):
        assert word.x > 20, word
        assert 15 < word.y < high - 10, word
        assert word.x + text_width(word.text, word.size) < wide - 15, word


@pytest.mark.parametrize("name", [*GOLDEN, "agent-list"])
def test_no_paper_says_a_whole_passport_number(name: str) -> None:
    assert not {"passport", "passport_number", "birth"} & set(KINDS[name].fields)
