"""Badges from the command line: for whom, on what, in which order; what is to be looked at comes first."""

from pathlib import Path

import pypdf
import pytest

from cmc_desk.cli import main
from cmc_desk.resource import resource

LIST = resource("meetings", "cmc-2019-people.xlsx")


@pytest.fixture
def training(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Return a training meeting with its people."""
    file = tmp_path / "t.cmc"
    assert main(["new", str(file), "--training"]) == 0
    assert main(["import", str(file), str(LIST)]) == 0
    capsys.readouterr()
    return file


def pages(path: Path) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(path).pages]


def size(path: Path) -> tuple[int, int]:
    """Return width and height of the first page in millimetres."""
    box = pypdf.PdfReader(path).pages[0].mediabox
    return round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)


def test_everybody_has_a_badge_on_eight_to_a_sheet(
    training: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "badges.pdf"
    assert main(["badges", str(training), "--out", str(out)]) == 0
    said = capsys.readouterr()
    assert said.out.strip() == str(out)
    assert "74 badges on 10 pages of “A4 · 8 badges 90 × 55 mm”, 6 places left." in said.err
    assert len(pages(out)) == 10
    assert size(out) == (210, 297)


def test_what_is_to_be_looked_at_is_said_by_the_name_of_the_person(
    training: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "no folder" / "badges.pdf"
    assert main(["badges", str(training), "--out", str(out), "--only", "HT"]) == 3
    # Before the file, which could not be written.
    assert "Blaise Sample-Dorval: functional title shrinks to" in capsys.readouterr().err


def test_a_delegation_in_two_languages_on_both_sides_of_a6(training: Path, tmp_path: Path) -> None:
    out = tmp_path / "host.pdf"
    asked = ["--only", "JM", "--design", "a6", "--lang", "fr", "--second", "es", "--back", "duplex", "--order", "name"]
    assert main(["badges", str(training), "--out", str(out), *asked]) == 0
    found = pages(out)
    assert len(found) == 4
    assert "Jamaïque" in found[0]
    assert "119" in found[1]


def test_a_part_used_sheet_is_begun_where_it_is_free_and_blank_badges_follow(training: Path, tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    asked = ["--only", "haiti", "--start-cell", "7", "--blank", "3", "--crop-marks", "--shift", "-1.5,0.5"]
    assert main(["badges", str(training), "--out", str(out), *asked]) == 0
    assert len(pages(out)) == 2


def test_the_stock_chooses_the_design(training: Path, tmp_path: Path) -> None:
    out = tmp_path / "cards.pdf"
    assert main(["badges", str(training), "--out", str(out), "--stock", "card-cr80", "--only", "HT"]) == 0
    assert size(out) == (86, 54)
    assert len(pages(out)) == 2


def test_the_page_to_adjust_the_printer_by_needs_nobody(training: Path, tmp_path: Path) -> None:
    out = tmp_path / "c.pdf"
    assert main(["badges", str(training), "--out", str(out), "--calibration", "--stock", "herma-4412"]) == 0
    assert "Calibration" in pages(out)[0]


def test_a_file_prints_nothing_unless_it_is_said(
    training: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def write(*asked: str) -> int:
        return main(["badges", str(training), "--out", str(tmp_path / "x.pdf"), *asked])

    assert write("--only", "haiti") == 0
    assert write("--only", "haiti", "--printed") == 0
    capsys.readouterr()
    assert write("--only", "haiti", "--printed") == 1
    assert "2 of these badges were printed already" in capsys.readouterr().err
    assert write("--only", "haiti", "--printed", "--reason", "jammed") == 0
    assert write("--only", "not-printed") == 0
    assert "72 badges" in capsys.readouterr().err
    assert main(["journal", str(training), "--verify"]) == 0
    assert main(["journal", str(training), "--json"]) == 0
    said = capsys.readouterr().out
    assert (said.count("papers.exported"), said.count("badges.printed")) == (4, 2)


@pytest.mark.parametrize(
    ("asked", "code", "sentence"),
    [
        (["--out", "badges.docx"], 1, "ends in .pdf: write badges.pdf"),
        (["--only", "Atlantis"], 1, "is no delegation of this meeting"),
        (["--only", "replaced"], 1, "no badge to make"),
        (["--design", "a5"], 1, "There is no badge design “a5”"),
        (["--stock", "a5"], 1, "There is no stock “a5”"),
        (["--design", "a6", "--stock", "herma-4412"], 1, "does not fit"),
        (["--start-cell", "9"], 1, "places 1 to 8"),
        (["--start-cell", "0"], 1, "places 1 to 8"),
        (["--back", "fold", "--stock", "card-cr80"], 1, "cannot be folded"),
        (["--shift", "much"], 2, "how far right and how far down"),
        (["--shift", "1"], 2, "how far right and how far down"),
        (["--shift", "99,0"], 1, "never off by more than 30 mm"),
        (["--blank", "-1"], 1, "from 0 to 200"),
        (["--lang", "de"], 2, "'de' is not one of"),
    ],
)
def test_what_cannot_be_made_is_told_and_leaves_no_file(
    training: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], asked: list[str], code: int, sentence: str
) -> None:
    out = tmp_path / "x.pdf"
    assert main(["badges", str(training), "--out", str(out), *asked]) == code
    assert sentence in capsys.readouterr().err
    assert not out.exists()
