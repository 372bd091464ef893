"""Worked cases on the command line."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from cmc_desk.cli.travel_dsa import dsa
from cmc_desk.rules.refusal import Refusal

VECTORS = Path(__file__).parents[1] / "rules" / "dsa_vectors.json"


def asked(path: Path, *options: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(dsa, ["--vectors", str(path), *options], standalone_mode=False)
    if done.exception:
        raise done.exception
    return done.return_value, done.stdout, done.stderr


def test_every_case_is_one_line_with_its_verdict() -> None:
    code, out, _err = asked(VECTORS)
    lines = out.splitlines()
    assert (code, len(lines)) == (0, 18)
    assert lines[3] == "seed-un-harmonised-ph-room_bkf_lunch  816.00 − 460.80 = 355.20  as expected"


def test_as_json_it_answers_in_the_form_of_the_file() -> None:
    code, out, _err = asked(VECTORS, "--json")
    found = json.loads(out)
    assert (code, found[-1]["net"], found[-1]["days"][0]["deduction"]) == (0, "169.42", "6.28")


def test_a_case_that_comes_out_otherwise_is_named_and_the_exit_code_says_so(tmp_path: Path) -> None:
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
def test_a_case_that_cannot_be_is_one_sentence_with_its_name(tmp_path: Path, place: str, value: str, said: str) -> None:
    cases = json.loads(VECTORS.read_text(encoding="utf-8"))[:1]
    cases[0]["stops"][0][place] = value
    path = tmp_path / "cases.json"
    path.write_text(json.dumps(cases), encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        asked(path)
    assert refused.value.sentence.startswith("seed-un-harmonised-ph-none: ")
    assert said in refused.value.sentence
    assert refused.value.field


def test_a_policy_over_100_percent_is_one_sentence(tmp_path: Path) -> None:
    cases = json.loads(VECTORS.read_text(encoding="utf-8"))[:1]
    cases[0]["policy"]["room"] = "0.95"
    path = tmp_path / "cases.json"
    path.write_text(json.dumps(cases), encoding="utf-8")
    with pytest.raises(Refusal, match="more than 100 %") as refused:
        asked(path)
    assert refused.value.field == "room"
