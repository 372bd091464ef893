"""Worked cases on the command line."""

import json
from pathlib import Path

import pytest

from cmc_desk.cli import main

VECTORS = Path(__file__).parents[1] / "rules" / "dsa_vectors.json"


class Asked:
    """The verb on a file of worked cases."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def __call__(self, path: Path, *options: str) -> tuple[int, str, str]:
        code = main(["travel", "dsa", "--vectors", str(path), *options])
        said = self.capsys.readouterr()
        return code, said.out, said.err


@pytest.fixture
def asked(capsys: pytest.CaptureFixture[str]) -> Asked:
    return Asked(capsys)


def test_every_case_is_one_line_with_its_verdict(asked: Asked) -> None:
    code, out, _err = asked(VECTORS)
    lines = out.splitlines()
    assert (code, len(lines)) == (0, 18)
    assert lines[3] == "seed-un-harmonised-ph-room_bkf_lunch  816.00 − 460.80 = 355.20  as expected"


def test_as_json_it_answers_in_the_form_of_the_file(asked: Asked) -> None:
    code, out, _err = asked(VECTORS, "--json")
    found = json.loads(out)
    assert (code, found[-1]["net"], found[-1]["days"][0]["deduction"]) == (0, "169.42", "6.28")


def test_a_case_that_comes_out_otherwise_is_named_and_the_exit_code_says_so(asked: Asked, tmp_path: Path) -> None:
    cases = json.loads(VECTORS.read_text(encoding="utf-8"))
    cases[0]["net"] = "1.00"
    del cases[1]["days"], cases[1]["gross"], cases[1]["deduction"], cases[1]["net"]
    path = tmp_path / "cases.json"
    path.write_text(json.dumps(cases), encoding="utf-8")
    code, out, err = asked(path)
    assert code == 1
    assert err == "Not as expected: seed-un-harmonised-ph-none.\n"
    assert out.splitlines()[1] == "seed-un-harmonised-ph-lunch  816.00 − 57.60 = 758.40"


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [("rate", "-240", "a rate cannot be negative"), ("depart", "2019-12-03T09:00:00", "ends before it begins")],
)
def test_a_case_that_cannot_be_is_one_sentence_with_its_name(
    asked: Asked, tmp_path: Path, place: str, value: str, said: str
) -> None:
    cases = json.loads(VECTORS.read_text(encoding="utf-8"))[:1]
    cases[0]["stops"][0][place] = value
    path = tmp_path / "cases.json"
    path.write_text(json.dumps(cases), encoding="utf-8")
    code, out, err = asked(path)
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert err.startswith("seed-un-harmonised-ph-none: ")
    assert said in err


def test_a_policy_over_100_percent_is_one_sentence(asked: Asked, tmp_path: Path) -> None:
    cases = json.loads(VECTORS.read_text(encoding="utf-8"))[:1]
    cases[0]["policy"]["room"] = "0.95"
    path = tmp_path / "cases.json"
    path.write_text(json.dumps(cases), encoding="utf-8")
    code, out, err = asked(path)
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "more than 100 %" in err


def test_without_a_file_it_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["travel", "dsa"]) == 2
    assert "Give --vectors and their file." in capsys.readouterr().err
