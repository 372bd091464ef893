"""A matrix of comments on the command line: made, looked at, taken over as a whole or not at all."""

import json
import shutil
from pathlib import Path

import pytest

from cmc_desk.cli import main
from tests.desk.plan_hands import Cells, filled_in, once, with_proposals


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return once(tmp_path_factory.mktemp("matrix"), with_proposals, "comments-matrix")


@pytest.fixture
def files(made: Path, tmp_path: Path) -> tuple[str, Path]:
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return str(tmp_path / "m.cmc"), tmp_path / "comments-matrix.xlsx"


def test_a_matrix_that_was_filled_in_is_looked_at_and_taken_over(
    files: tuple[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    meeting, book = files
    new: Cells = {"Delegations": "Aruba", "Rationale": "Who pays?"}
    filled_in(book, "Plan", lambda rows: [rows[0] | {"Rationale": "So."}, rows[1], new])
    assert main(["proposal", meeting, "check", str(book)]) == 0
    said = ["Plan, row 2: P-001, Rationale", "Plan, row 4: new comment", "1 row is as it was."]
    assert capsys.readouterr().out.splitlines() == said
    assert main(["proposal", meeting, "import", str(book), "--json"]) == 0
    taken = json.loads(capsys.readouterr().out)
    assert (len(taken["new"]), len(taken["changed"])) == (1, 1)
    assert main(["proposal", meeting, "list", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 3


def test_what_stands_against_a_file_is_said_a_line_each_and_nothing_is_taken_over(
    files: tuple[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    meeting, book = files
    filled_in(book, "Plan", lambda rows: [one | {"Type": "Musical"} for one in rows])
    assert main(["proposal", meeting, "check", str(book)]) == 1
    problem = "Plan, row {}: “Musical” means nothing here. Write it as the lists of the workbook do."
    assert capsys.readouterr().out.splitlines()[-2:] == [problem.format(2), problem.format(3)]
    assert main(["proposal", meeting, "import", str(book)]) == 1
    assert problem.format(3) in capsys.readouterr().err
    assert main(["proposal", meeting, "import"]) == 1
    assert "Which file?" in capsys.readouterr().err
