"""Pages go to a printer whole, or one sentence says why not."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from cmc_desk.rules.refusal import Unavailable
from cmc_desk.ui.parts.pdf_pages import page_image, page_sizes
from cmc_desk.ui.parts.printing import PagePrinter, file_printer, known_printers, system_printer
from cmc_desk.ui.task import Cancelled
from tests.ui.parts.pdfs import pdf

pytestmark = pytest.mark.usefixtures("qapp")


def test_every_page_is_printed_in_its_size_and_where_it_stands(tmp_path: Path) -> None:
    content = pdf(3, wide=frozenset({1}))
    out = tmp_path / "out.pdf"
    told: list[tuple[int, int]] = []
    number = file_printer(out).print_pages(
        content, title="Name plates", progress=lambda done, whole: told.append((done, whole))
    )
    assert number == 3
    assert told == [(0, 3), (1, 3), (2, 3)]
    printed = out.read_bytes()
    before, after = page_sizes(content), page_sizes(printed)
    for one, other in zip(before, after, strict=True):
        assert abs(one.width - other.width) < 1
        assert abs(one.height - other.height) < 1
    for page in range(3):
        source, copy = page_image(content, page, width=300), page_image(printed, page, width=300)
        assert source.pixelColor(20, 20) == copy.pixelColor(20, 20)
        assert copy.pixelColor(20, copy.height() - 20).name() == "#ffffff"


def test_one_page_of_several_can_be_printed(tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    assert file_printer(out).print_pages(pdf(3), title="Badge 2", pages=(1,)) == 1
    assert len(PdfReader(out).pages) == 1
    assert page_image(out.read_bytes(), 0, width=300).pixelColor(20, 20).name() == "#008000"


def test_a_printer_that_is_not_there_is_said_by_name() -> None:
    with pytest.raises(Unavailable, match="The printer Office laser is not found"):
        system_printer("Office laser").print_pages(pdf(1), title="Name plates")


def test_a_computer_without_printers_says_so() -> None:
    assert isinstance(known_printers(), tuple)


def goes_away_after(asked: int) -> Callable[[], bool]:
    """Return a printer's answer to "are you there?" that is yes so many times."""
    left = [asked]

    def there() -> bool:
        left[0] -= 1
        return left[0] >= 0

    return there


def device(path: Path) -> Callable[[], QPrinter]:
    def make() -> QPrinter:
        made = QPrinter()
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(path))
        return made

    return make


@pytest.mark.parametrize(("asked", "page"), [(1, 0), (2, 1), (3, 2), (4, 2)])
def test_a_printer_that_goes_away_in_the_middle_is_said_with_the_page_and_the_job_is_taken_back(
    tmp_path: Path, asked: int, page: int
) -> None:
    out = tmp_path / "out.pdf"
    printer = PagePrinter("Office laser", device=device(out), there=goes_away_after(asked), take_back=out.unlink)
    with pytest.raises(Unavailable, match=f"Office laser went away after page {page} of 3"):
        printer.print_pages(pdf(3), title="Name plates")
    assert not out.exists()


@pytest.mark.qt_log_ignore("QPdfEngine|QPainter::begin")
def test_a_device_that_takes_no_page_is_said(tmp_path: Path) -> None:
    printer = PagePrinter("Office laser", device=device(tmp_path / "no" / "where.pdf"), there=lambda: True)
    with pytest.raises(Unavailable, match="went away after page 0 of 1"):
        printer.print_pages(pdf(1), title="Name plates")


def test_a_job_that_is_cancelled_leaves_nothing(tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"

    def cancel(done: int, _whole: int) -> None:
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        file_printer(out).print_pages(pdf(3), title="Name plates", progress=cancel)
    assert not out.exists()


def test_what_is_no_pdf_never_reaches_the_printer(tmp_path: Path, qapp: QApplication) -> None:
    out = tmp_path / "out.pdf"
    with pytest.raises(Unavailable, match="no PDF"):
        file_printer(out).print_pages(b"nothing", title="Name plates")
    assert not out.exists()
