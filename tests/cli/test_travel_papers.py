"""The papers of sponsored travel on the command line."""

from pathlib import Path

import pytest

from cmc_desk.cli import main
from cmc_desk.desk.paper_kinds import PaperKind
from cmc_desk.desk.papers_of_travel import PAPERS_OF_TRAVEL
from cmc_desk.resource import resource


@pytest.fixture(scope="module")
def training(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("travel") / "t.cmc"
    assert main(["new", str(file), "--training"]) == 0
    assert main(["import", str(file), str(resource("meetings", "cmc-2019-people.xlsx"))]) == 0
    return file


@pytest.mark.parametrize("kind", PAPERS_OF_TRAVEL, ids=lambda kind: kind.key)
def test_every_paper_is_made_in_each_of_its_forms(
    training: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: PaperKind
) -> None:
    for form in kind.formats:
        out = tmp_path / f"paper.{form.value}"
        words = ["paper", str(training), kind.key, "--out", str(out), "--lang", "fr"]
        assert main(words) == 0
        assert capsys.readouterr().out.strip() == str(out)
        assert out.stat().st_size > 2_000
