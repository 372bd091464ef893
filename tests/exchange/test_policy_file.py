"""The policies that come with the program, and files of policies that are wrong."""

from decimal import Decimal
from pathlib import Path

import pytest

from cmc_desk.db.migrations.money_of_1_004 import POLICIES
from cmc_desk.exchange.policy_file import default_policies, read_policies
from cmc_desk.rules.plain import to_plain
from cmc_desk.rules.refusal import Refusal

OWN = """
[policies.own]
name = "Own"
source = "Letter of 1 November"
room = "0.5"
breakfast = "0.06"
lunch = "0.12"
dinner = "0.12"
last_day = "0.4"
same_day = "0.4"
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "policies.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_agency_begins_with_the_split_of_the_united_nations_and_its_source() -> None:
    found = default_policies()
    policy = found.policies[found.of_agency("IOM")]
    assert (policy.room, policy.breakfast, policy.lunch, policy.dinner) == tuple(
        map(Decimal, ("0.50", "0.06", "0.12", "0.12"))
    )
    assert (policy.last_day, policy.same_day, policy.min_hours) == (Decimal("0.40"), Decimal("0.40"), 10)
    assert policy.terminals == 0
    assert {found.of_agency(agency) for agency in ("IOM", "UNHCR", "Another")} == {"united-nations"}
    assert all(one.name and one.source for one in found.policies.values())


def test_a_migrated_meeting_begins_with_the_same_policies() -> None:
    assert {key: to_plain(policy) for key, policy in default_policies().policies.items()} == POLICIES


def test_a_policy_of_ones_own_needs_its_shares_and_has_usual_hours(tmp_path: Path) -> None:
    policy = read_policies(written(tmp_path, OWN)).policies["own"]
    assert (policy.min_hours, policy.long_after, policy.terminals) == (10, 60, Decimal(0))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('room = "0.5"', 'room = "0.9"', "line 5, policies.own.room: Room and meals make"),
        ('room = "0.5"', 'room = "-0.5"', "is no share between 0 and 1"),
        ('room = "0.5"', 'room = "half"', "is no share between 0 and 1"),
        ('room = "0.5"\n', "", "policies.own.room: is missing"),
        ('name = "Own"\n', "", "policies.own.name: is missing"),
        ('same_day = "0.4"', 'same_day = "0.4"\nterminals = "-1"', "is no amount, or below 0"),
        ('same_day = "0.4"', 'same_day = "0.4"\nmin_hours = 30', "between 0 and 24"),
        ('same_day = "0.4"', 'same_day = "0.4"\nsame_days = "0.4"', "did you mean “same_day”?"),
        ('same_day = "0.4"', 'same_day = "0.4"\n[agencies]\nIOM = "onw"', "there is no policy “onw”"),
    ],
)
def test_what_is_wrong_with_a_policy_is_told_with_line_and_key(
    tmp_path: Path, before: str, after: str, said: str
) -> None:
    assert OWN.count(before) == 1
    with pytest.raises(Refusal) as refused:
        read_policies(written(tmp_path, OWN.replace(before, after)))
    assert said in refused.value.sentence


def test_a_file_without_a_policy_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="policies: is missing"):
        read_policies(written(tmp_path, ""))
