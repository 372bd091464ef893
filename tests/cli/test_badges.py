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


def join(file: Path, folder: Path, *people: str) -> None:
    """Import more people: given name, family name, delegation, functional title."""
    more = folder / "more.csv"
    more.write_text("\n".join(("Given name,Family name,Delegation,Functional title", *people)), encoding="utf-8")
    assert main(["import", str(file), str(more)]) == 0


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
    wordy = " and ".join(["Director of Consular Affairs and Migration Policy"] * 3)
    join(training, tmp_path, f"Blaise,Sample-Zed,Haiti,{wordy}")
    capsys.readouterr()
    out = tmp_path / "no folder" / "badges.pdf"
    assert main(["badges", str(training), "--out", str(out), "--only", "HT"]) == 3
    # Before the file, which could not be written.
    assert "Blaise Sample-Zed: functional title is cut off" in capsys.readouterr().err


def test_a_delegation_in_two_languages_on_both_sides_of_a6(training: Path, tmp_path: Path) -> None:
    out = tmp_path / "host.pdf"
    asked = ["--only", "JM", "--design", "a6", "--lang", "fr", "--second", "es", "--back", "duplex", "--order", "name"]
    assert main(["badges", str(training), "--out", str(out), *asked]) == 0
    found = pages(out)
    assert len(found) == 4
    assert "Jamaïque" in found[0]
    assert "119" in found[1]
    assert found[1].count("08:30") == 2 * found[1].count("119"), "both days of the agenda"


def test_the_backs_of_a_duplex_run_are_pages_too(
    training: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "x.pdf"
    for back, said in (("duplex", "2 badges on 2 pages of"), ("fold", "2 badges on 1 page of")):
        assert main(["badges", str(training), "--out", str(out), "--only", "haiti", "--back", back]) == 0
        assert said in capsys.readouterr().err
        assert said.split()[3] == str(len(pages(out)))


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


def test_crop_marks_are_drawn_where_a_sheet_has_room_for_them(training: Path, tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    asked = ["--only", "haiti", "--stock", "single-a6", "--design", "90x55", "--crop-marks"]
    assert main(["badges", str(training), "--out", str(out), *asked]) == 0


def test_the_calibration_page_takes_the_shift_of_both_sides(training: Path, tmp_path: Path) -> None:
    out = tmp_path / "c.pdf"
    asked = ["--calibration", "--shift", "1,0", "--back-shift", "0.5,0", "--design", "a6", "--lang", "fr"]
    assert main(["badges", str(training), "--out", str(out), *asked]) == 0
    assert ["+1.0" in pages(out)[0], "+1.5" in pages(out)[1]] == [True, True]


def test_a_badge_whose_name_no_font_can_print_is_refused_by_name_and_the_rest_is_printed(
    training: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    join(training, tmp_path, "王,小明,Haiti,Consul")
    out = tmp_path / "x.pdf"
    asked = ["badges", str(training), "--out", str(out), "--only", "haiti"]
    capsys.readouterr()
    assert main(asked) == 0, "nothing is recorded of a file"
    said = capsys.readouterr().err
    assert "王 小明: name has letters that no font has" in said
    assert "3 badges" in said
    assert main([*asked, "--printed"]) == 1
    said = capsys.readouterr().err
    assert "NOT PRINTED. No font has the letters of “王 小明”: enter another name on badge" in said
    assert "--even-unreadable" in said
    assert "2 badges" in said
    out.unlink()
    assert main([*asked, "--printed", "--reason", "again", "--even-unreadable"]) == 0
    assert "3 badges" in capsys.readouterr().err


def test_if_no_name_can_be_printed_no_file_is_made(
    training: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "x.pdf"
    asked = ["badges", str(training), "--out", str(out), "--only", "not-printed", "--printed"]
    assert main(asked) == 0
    out.unlink()
    join(training, tmp_path, "王,小明,Haiti,Consul", "李,华,Haiti,Consul")
    capsys.readouterr()
    assert main(asked) == 1
    said = capsys.readouterr().err
    assert [line.split("“")[1].split("”")[0] for line in said.splitlines()] == ["李 华", "王 小明"]
    assert not out.exists()
    assert main([*asked, "--blank", "1"]) == 1, "the blank one is made, the names are told"
    assert out.exists()
    assert main([*asked, "--even-unreadable"]) == 0


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
        (["--reason", "lost"], 1, "--reason is for badges that are recorded as printed: add --printed"),
        (["--even-unreadable"], 1, "--even-unreadable is for badges that are recorded as printed: add --printed"),
        (["--back-shift", "1,1"], 1, "add --back duplex, or leave it out"),
        (["--back-shift", "1,1", "--back", "fold"], 1, "add --back duplex, or leave it out"),
        (["--second", "fr"], 1, "“Badge 90 × 55 mm” has no place for a second language"),
        (["--stock", "card-cr80", "--crop-marks"], 1, "“Card printer CR80” has no room for crop marks"),
        (["--stock", "single-a6", "--start-cell", "2"], 1, "no place 2"),
        (["--calibration", "--only", "JM"], 1, "--only has no use with --calibration"),
        (["--calibration", "--start-cell", "2"], 1, "--start-cell has no use with --calibration"),
        (["--calibration", "--printed"], 1, "--printed has no use with --calibration"),
        (["--calibration", "--even-unreadable"], 1, "--even-unreadable has no use with --calibration"),
        (["--calibration", "--stock", "roll-62x100", "--back-shift", "1,1"], 1, "add --back duplex"),
    ],
)
def test_what_cannot_be_made_is_told_and_leaves_no_file(
    training: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], asked: list[str], code: int, sentence: str
) -> None:
    out = tmp_path / "x.pdf"
    assert main(["badges", str(training), "--out", str(out), *asked]) == code
    assert sentence in capsys.readouterr().err
    assert not out.exists()
