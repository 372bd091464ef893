"""Files of worked cases: what is understood, what comes out, and what is refused with its place."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cmc_desk.exchange.allowance_cases import answer, read_cases
from cmc_desk.rules.allowance_days import compute
from cmc_desk.rules.refusal import Refusal, Unavailable

VECTORS = Path(__file__).parents[1] / "rules" / "dsa_vectors.json"


def case() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(VECTORS.read_text(encoding="utf-8"))[3]
    return found


def written(folder: Path, data: Any) -> Path:
    path = folder / "cases.json"
    path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    return path


def answered(path: Path) -> list[dict[str, Any]]:
    return [answer(one, compute(one.policy, one.stops, one.provided, one.currency)) for one in read_cases(path)]


def test_every_worked_case_is_answered_as_expected_and_in_the_same_form() -> None:
    said = json.loads(VECTORS.read_text(encoding="utf-8"))
    found = answered(VECTORS)
    assert [one["as_expected"] for one in found] == [True] * len(said)
    assert [one["id"] for one in found] == [one["id"] for one in said]
    assert found[3]["days"][1]["net"] == said[3]["days"][1]["net"] == "76.80"
    assert found[3]["days"][1]["why"][0].startswith("A night at KIN")


def test_amounts_may_stand_without_quotation_marks_and_stay_decimals(tmp_path: Path) -> None:
    text = json.dumps([case()]).replace('"0.06"', "0.06").replace('"240"', "240.10")
    found = answered(written(tmp_path, text))
    assert found[0]["days"][0]["gross"] == "240.10"
    assert found[0]["as_expected"] is False


@pytest.mark.parametrize(
    ("change", "verdict"),
    [
        (lambda one: [one.pop(name) for name in ("days", "gross", "deduction", "net")], None),
        (lambda one: one.pop("days"), True),
        (lambda one: one.update(net="1"), False),
        (lambda one: one.update(net="?"), False),
        (lambda one: one["days"].pop(), False),
        (lambda one: one["days"].__setitem__(0, "day"), False),
        (lambda one: one["days"][0].update(date="2019-12-03"), False),
        (lambda one: one["days"][0].update(place="MIA"), False),
        (lambda one: one["days"][0].update(net="120.01"), False),
        (lambda one: one["days"][0].pop("place"), True),
        (lambda one: one["policy"].update(terminals="5", source="x"), True),
    ],
)
def test_it_says_whether_the_outcome_is_what_the_file_expects(
    tmp_path: Path, change: Callable[[dict[str, Any]], Any], verdict: object
) -> None:
    one = case()
    change(one)
    assert answered(written(tmp_path, [one]))[0]["as_expected"] is verdict


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (lambda one: one.pop("policy"), "[1].policy"),
        (lambda one: one["policy"].pop("room"), "[1].policy.room"),
        (lambda one: one["policy"].update(room=True), "[1].policy.room"),
        (lambda one: one["policy"].update(room="NaN"), "[1].policy.room"),
        (lambda one: one["policy"].update(min_hours="10"), "[1].policy.min_hours"),
        (lambda one: one.update(stops=None), "[1].stops"),
        (lambda one: one["stops"].append("KIN"), "[1].stops[2]"),
        (lambda one: one["stops"][0].update(arrive="yesterday"), "[1].stops[1].arrive"),
        (lambda one: one["stops"][0].update(arrive=None), "[1].stops[1].arrive"),
        (lambda one: one["stops"][0].update(depart="2019-12-07T09:15:00-05:00"), "[1].stops[1].depart"),
        (lambda one: one["stops"][0].update(rate60="x"), "[1].stops[1].rate60"),
        (lambda one: one.update(provided={"5 December": "L"}), "[1].provided"),
        (lambda one: one.update(currency="dollars"), "[1].currency"),
    ],
)
def test_what_cannot_be_understood_is_refused_with_its_place(
    tmp_path: Path, change: Callable[[dict[str, Any]], Any], field: str
) -> None:
    one = case()
    change(one)
    with pytest.raises(Refusal) as refused:
        read_cases(written(tmp_path, [one]))
    assert refused.value.field == field


@pytest.mark.parametrize("text", ["", "{}", "[1", '["case"]', "[" * 100_000])
def test_what_is_no_list_of_cases_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(Refusal):
        read_cases(written(tmp_path, text))


def test_a_file_that_is_not_there_or_a_folder_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "nothing.json", tmp_path):
        with pytest.raises((Refusal, Unavailable)):
            read_cases(path)
